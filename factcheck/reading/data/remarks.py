"""Remarks that hold for many rows of a file, each said once."""

from collections.abc import Iterator

from factcheck.reading.data.incoming import Remarked


class Remarks:
    """What was remarked on a file."""

    def __init__(self) -> None:
        """Begin with nothing said."""
        self._said: set[str] = set()

    def once(self, line: int, remark: str) -> Iterator[Remarked]:
        """Yield the remark, on the first row only that gives cause for it."""
        if remark not in self._said:
            self._said.add(remark)
            yield Remarked(line, remark)
