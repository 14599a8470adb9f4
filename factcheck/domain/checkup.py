"""What checking a database found."""

from factcheck.domain.value import Value


class Doubt(str):
    """A finding that may be meant so: a warning, and no reason to go back to a backup."""

    __slots__ = ()


class Unfinished(Doubt):
    """Why a check could not be made to its end, which says nothing against the database."""

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
    finished: bool = True
    """Whether everything was looked at."""

    @property
    def ok(self) -> bool:
        """Whether everything was looked at, and nothing is wrong."""
        return self.finished and not self.count
