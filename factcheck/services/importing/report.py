"""What became of an import: what was taken, what stood already, what was not taken and why."""

from collections import Counter
from typing import NamedTuple

from factcheck.domain.decision import Kind


class Trouble(NamedTuple):
    """Something to look at in a file."""

    file: str
    line: int
    """From 1: the line, or the number of the record; 0 for the whole file."""
    message: str


class ImportReport:
    """Counts what an import takes."""

    def __init__(self) -> None:
        """Begin with nothing taken."""
        self.taken: Counter[str] = Counter()
        """How many decisions of each kind were recorded."""
        self.known: Counter[str] = Counter()
        """How many of each kind stood already, or had been imported before."""
        self.articles: list[str] = []
        """The titles of the articles that are new."""
        self.refused: list[Trouble] = []
        """What was not taken."""
        self.remarks: list[Trouble] = []
        """What was taken, and is odd."""
        self.done = True
        """Whether anything was written; not where all or nothing was asked for, and it failed."""

    def refuse(self, file: str, line: int, reason: str) -> None:
        """Say why a row is not taken."""
        self.refused.append(Trouble(file, line, reason))

    def remark(self, file: str, line: int, message: str) -> None:
        """Say what is odd about a row that is taken."""
        self.remarks.append(Trouble(file, line, message))

    def count(self, kind: Kind, *, new: bool) -> None:
        """Count a statement that was taken, or that stood already."""
        (self.taken if new else self.known)[kind] += 1
