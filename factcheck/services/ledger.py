"""What was written into an export, what was left out of it, and why."""

from collections import Counter
from typing import Final

_LONGEST_LIST: Final = 1000
"""Remarks that are kept word for word; more of them are only counted."""


class Ledger:
    """Counts what an export holds and what it leaves out."""

    def __init__(self) -> None:
        """Begin with nothing counted."""
        self.selected: Counter[str] = Counter()
        """How many of what the selection lets through, such as `sentences`."""
        self.states: Counter[str] = Counter()
        """How many claims of each state it lets through."""
        self.passed_over: Counter[str] = Counter()
        """How many it does not, by what and why, such as `claims: of another state`."""
        self.left_out: Counter[str] = Counter()
        """How many more the format cannot hold, by what and why, such as `claims: no verdict`."""
        self.changed: Counter[str] = Counter()
        """What the format cannot say as it is, by what was made of it, and how often."""
        self.remarks: list[str] = []
        """What the rules of the format object to, in the order of the export."""
        self.unsaid = 0
        """How many remarks more there were."""

    def begin(self) -> None:
        """Forget what the selection let through: the articles are read once more from the first."""
        for counts in (self.selected, self.states, self.passed_over):
            counts.clear()

    def pass_over(self, what: str, why: str, number: int = 1) -> None:
        """Count what the selection does not let through; `what` is a plural such as `claims`."""
        if number:
            self.passed_over[f"{what}: {why}"] += number

    def leave_out(self, what: str, why: str, number: int = 1) -> None:
        """Count what the format cannot hold; `what` is a plural such as `claims`."""
        if number:
            self.left_out[f"{what}: {why}"] += number

    def change(self, what: str, number: int = 1) -> None:
        """Count what was written in another form, such as `tabs and line ends made spaces`."""
        if number:
            self.changed[what] += number

    def remark(self, message: str) -> None:
        """Keep what somebody should look at."""
        if len(self.remarks) < _LONGEST_LIST:
            self.remarks.append(message)
        else:
            self.unsaid += 1
