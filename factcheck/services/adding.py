"""Bring articles in: from files, folders and standard input into the database."""

import os.path
import stat
import sys
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import Final, NamedTuple

from factcheck.domain.clock import now, timestamp
from factcheck.domain.document import Document, Segment
from factcheck.domain.errors import Unreadable
from factcheck.domain.identity import document_id
from factcheck.domain.value import Value
from factcheck.reading.files import files_in
from factcheck.reading.sentences import Bounds, segmenter, sentence_bounds
from factcheck.reading.text import decode
from factcheck.reading.title import title_of
from factcheck.services.articles import storable
from factcheck.store.store import Store

STANDARD_INPUT: Final = "-"
_FILES_A_TRANSACTION: Final = 50


class Addition(Value):
    """What became of one source."""

    source: str
    """The file's name as it was given or found."""
    article: Document | None = None
    """The article that holds its text, new or known before; None where there was a problem."""
    sentences: int = 0
    """How many sentences it has."""
    added: bool = False
    """Whether the article is new."""
    problem: str = ""
    """Why it could not be read, and what to do."""


class _Read(NamedTuple):
    text: str
    bounds: list[Bounds]


def add_sources(store: Store, sources: Iterable[str]) -> Iterator[Addition]:
    """Read files, folders or `-` for standard input, and yield what became of each file.

    A file that cannot be read is an Addition with a problem; the others are read. Raises NotSaved.
    """
    names = (name for source in sources for name in _names_in(source))
    while batch := list(islice(names, _FILES_A_TRANSACTION)):
        readings = [(name, _read(name)) for name in batch]
        with store.transaction():
            additions = [_keep(store, name, reading) for name, reading in readings]
        yield from additions


def _names_in(source: str) -> Iterator[str]:
    if source == STANDARD_INPUT or not os.path.isdir(source):
        yield source
        return
    files = map(str, files_in(Path(source)))
    first = next(files, None)
    yield source if first is None else first
    yield from files


def _read(name: str) -> _Read | Unreadable:
    try:
        text = decode(_content(name))
    except OSError as error:
        return Unreadable(f"{error.strerror or error}: check the name and the permissions".lower())
    except ValueError:  # a name that no file can have
        return Unreadable("is not a file name: check the name")
    except Unreadable as error:
        return error
    return _Read(text, list(sentence_bounds(text)))


def _content(name: str) -> bytes:
    if name == STANDARD_INPUT:
        if sys.stdin is None:
            raise Unreadable("is closed: name a file")
        return sys.stdin.buffer.read()
    path = Path(name)
    if path.is_dir():
        any(path.iterdir())  # says why where the folder may not be listed
        raise Unreadable("is a folder without files: add a file with an article in it")
    if not stat.S_ISREG(path.stat().st_mode):
        raise Unreadable("is not a file: add a file with an article in it")
    return path.read_bytes()


def _keep(store: Store, name: str, reading: _Read | Unreadable) -> Addition:
    if isinstance(reading, Unreadable):
        return Addition(source=name, problem=str(reading))
    candidate = Document(
        id=document_id(reading.text),
        number=0,
        title=title_of(reading.text),
        source=storable(name),
        text=reading.text,
        added=timestamp(now()),
    )
    known = store.documents.with_id(candidate.id)
    segments = [Segment(*bounds) for bounds in reading.bounds]
    article = known or store.documents.add(candidate, segments, segmenter=segmenter())
    return Addition(
        source=name,
        article=article,
        sentences=len(reading.bounds),
        added=known is None,
    )
