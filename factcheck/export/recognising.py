"""Files and folders of other tools, each read by the format that it is of."""

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

from factcheck.domain.errors import InvalidValue, NotFound, Unreadable
from factcheck.export.data.tables.datapackage import DESCRIPTOR
from factcheck.export.formats import FORMATS
from factcheck.reading.data.incoming import DataFile, Reader
from factcheck.reading.data.labels import Labels
from factcheck.reading.data.tables.csv_headings import WRITE_ONLY
from factcheck.reading.decoding.encoding import beginning
from factcheck.services.importing.taking import NamedRows

_HEAD: Final = 65_536
"""Characters by which a format is recognised."""
_STANDARD_INPUT: Final = "-"


def rows_in(paths: Iterable[str], form: str | None, labels: Labels) -> Iterator[NamedRows]:
    """Yield what each file says; folders stand for the files in them that are of a format.

    Without a `form` it is recognised. Raises InvalidValue where no format is called so, NotFound
    for what is not there, and Unreadable for what is of no format.
    """
    wanted = _reader_called(form) if form else None
    for path in paths:
        if Path(path).is_dir():
            yield from _rows_in_folder(Path(path), form, labels)
        else:
            file = _file(path, labels)
            reader = wanted or _reader_of(file)
            if reader is None:
                _refuse_package(Path(path).parent)
                raise Unreadable(f"cannot tell what {path} is: say --format, one of {_names()}")
            yield NamedRows(file.name, reader(file))


def _rows_in_folder(folder: Path, form: str | None, labels: Labels) -> Iterator[NamedRows]:
    found = False
    for path in sorted(folder.iterdir()):
        file = _file(str(path), labels) if path.is_file() else None
        reader = _reader_of(file, only=form) if file else None
        if file and reader:
            found = True
            yield NamedRows(file.name, reader(file))
    if not found:
        _refuse_package(folder)
        what = f"a file of the format {form}" if form else "a file of any format"
        raise NotFound(f"{folder} does not hold {what}: name the files themselves")


def _refuse_package(folder: Path) -> None:
    """Raise Unreadable where what was not recognised belongs to a data package."""
    if (folder / DESCRIPTOR).is_file():
        raise Unreadable(f"{folder} is a data package, {WRITE_ONLY}")


def _reader_called(name: str) -> Reader:
    reader = FORMATS[name].read if name in FORMATS else None
    if reader is None:
        raise InvalidValue(f"no format called {name!r} can be read: choose one of {_names()}")
    return reader


def _reader_of(file: DataFile, only: str | None = None) -> Reader | None:
    """Return what reads a file, by its name and how it begins; None where nothing does."""
    head = beginning(file.content, _HEAD)
    forms = (form for form in FORMATS.values() if only in {None, form.name})
    return next(
        (form.read for form in forms if form.read and form.recognises(file.name, head)), None
    )


def _file(path: str, labels: Labels) -> DataFile:
    """Return a file with all that stands in it; raises NotFound."""
    if path == _STANDARD_INPUT:
        return DataFile("standard input", sys.stdin.buffer.read(), labels)
    try:
        content = Path(path).read_bytes()
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        raise NotFound(f"{path} cannot be read ({reason}): check its name") from error
    return DataFile(Path(path).name, content, labels, lambda name: _beside(Path(path), name))


def _beside(path: Path, name: str) -> bytes | None:
    """Return a file of the same folder; None where there is none, or the name leaves the folder."""
    other = path.parent / name
    return other.read_bytes() if other.name == name and other.is_file() else None


def _names() -> str:
    return ", ".join(form.name for form in FORMATS.values() if form.read)
