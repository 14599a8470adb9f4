"""What checking a database found."""

from factcheck.domain.value import Value


class Doubt(str):
    """A finding that may be meant so: a warning, and no reason to go back to a backup."""

    __slots__ = ()


class Checked(Value):
    """What one check found."""

    check: str
    """What scripts call it."""
    examined: int
    """How many things were looked at."""
    things: str
    """What they are, such as `sentence`."""
    problems: tuple[str, ...]
    """The first of them, each a line for people."""
    count: int
    """How many problems there are."""
    warnings: tuple[str, ...]
    """The first of them, each a line for people."""
    doubts: int
    """How many warnings there are."""

    @property
    def ok(self) -> bool:
        """Whether nothing is wrong."""
        return not self.count
