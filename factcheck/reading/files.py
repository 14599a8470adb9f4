"""Which files a user means by a name: a file, or all files in a folder."""

from collections.abc import Iterator
from pathlib import Path


def files_in(source: Path) -> Iterator[Path]:
    """Yield `source` if it is no folder, else every file below it that is not hidden, in order.

    A folder that cannot be listed is yielded itself.
    """
    if not source.is_dir():
        yield source
        return
    try:
        entries = sorted(source.iterdir())
    except OSError:  # whoever reads it is told why
        yield source
        return
    for entry in entries:
        linked_folder = entry.is_symlink() and entry.is_dir()  # may lead back up
        if not entry.name.startswith(".") and not linked_folder:
            yield from files_in(entry)
