"""How fast an article of the length of a long book opens, is laid out anew, and scrolls."""

import shutil
import time
from collections.abc import Iterator, Mapping
from itertools import chain
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from bench.keys import review
from bench.library import REVIEWER, document, texts
from bench.measuring import SMALL, Libraries, Measurement, milliseconds, percentile
from bench.terminal import SIZE, Terminal
from factcheck.domain.decision import Author
from factcheck.domain.tag import Tag
from factcheck.services.deciding import tag
from factcheck.store.store import Store

SENTENCES: Final = 50_000
"""In the long article."""
TAGGED: Final = 10_000
"""Of them."""
_TURNS: Final = 9
"""How often it is opened, and how often the terminal gets another width."""
_PRESSES: Final = 60
"""Of each way to scroll."""
_QUIET: Final = 0.02
"""Seconds without a byte after which a picture is complete."""
_LATER: Final = 0.5
"""The same after what takes longer, and may be drawn in several steps."""
_SECONDS: Final = 0.5
"""What opening and laying out may take."""
_FRAME: Final = 16.0
"""What a frame may take, in milliseconds, at p95."""
_WIDTHS: Final = (80, 120, 100)
_WAYS: Final[Mapping[str, tuple[str, ...]]] = {
    "next sentence": ("j",),
    "next page": ("\x1b[6~",),
    "last and first sentence": ("G", "g"),
    "mouse wheel": ("\x1b[<65;20;10M",),
    "next undecided": ("u",),
    "tag": ("c", "o", "f"),
}
"""What is pressed, and turned, to get about; and one key that decides."""


def measurements(libraries: Libraries) -> Iterator[Measurement]:
    """Open the long article from the short one before it, resize the terminal, and scroll."""
    with TemporaryDirectory(dir=libraries.folder) as folder:
        copy = Path(folder, "long.db")
        shutil.copy(_library(libraries.folder), copy)
        with Terminal(review(copy)) as terminal:
            terminal.wait_for("undecided")
            _complete(terminal, _LATER)
            yield _at_once("opening an article of 50,000 sentences", _openings(terminal))
            terminal.press("]")
            _complete(terminal, _LATER)
            yield _at_once("resizing the terminal with it", _resizings(terminal))
            for way, keys in _WAYS.items():
                yield _frames(way, _pressings(terminal, keys))


def _library(folder: Path) -> Path:
    """Return the database with a short article and the long one, made unless it is there."""
    path = folder / f"one-of-{SENTENCES}.db"
    if not path.exists():
        making = path.with_suffix(".making")
        making.unlink(missing_ok=True)
        with Store(making) as store:
            for length in (SMALL.sentences, SENTENCES):
                sentences = list(chain.from_iterable(texts(length)))
                article = store.documents.add(*document(sentences), segmenter="bench")
            names = [sentence.id for sentence in store.documents.sentences(article, limit=TAGGED)]
            for number, each in enumerate(Tag):
                tag(store, Author(reviewer=REVIEWER), names[number :: len(Tag)], each)
        making.rename(path)
    return path


def _openings(terminal: Terminal) -> Iterator[float]:
    for _ in range(_TURNS):
        pressed = terminal.press("]")
        yield _complete(terminal, _LATER) - pressed
        terminal.press("[")
        _complete(terminal, _LATER)


def _resizings(terminal: Terminal) -> Iterator[float]:
    rows, _ = SIZE
    for turn in range(_TURNS):
        begin = time.perf_counter()
        terminal.resize((rows, _WIDTHS[turn % len(_WIDTHS)]))
        yield _complete(terminal, _LATER) - begin


def _pressings(terminal: Terminal, keys: tuple[str, ...]) -> Iterator[float]:
    for turn in range(_PRESSES):
        terminal.settle(_QUIET)
        pressed = terminal.press(keys[turn % len(keys)])
        yield _complete(terminal, _QUIET) - pressed


def _complete(terminal: Terminal, quiet: float) -> float:
    """Return when the last byte came of what is drawn next."""
    shown = terminal.wait_for("(?s).")
    while terminal.read(quiet):
        shown = time.perf_counter()
    return shown


def _at_once(what: str, times: Iterator[float]) -> Measurement:
    took = list(times)
    details = f"slowest {milliseconds(max(took))}"
    return Measurement(what, "", percentile(took, 0.5), _SECONDS, "s", details)


def _frames(way: str, times: Iterator[float]) -> Measurement:
    took = list(times)
    figure = percentile(took, 0.95) * 1000
    details = f"p50 {milliseconds(percentile(took, 0.5))}, slowest {milliseconds(max(took))}"
    return Measurement(f"{way} in it, to the last byte, p95", "", figure, _FRAME, "ms", details)
