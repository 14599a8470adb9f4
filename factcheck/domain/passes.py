"""The passes through an article: first tags, then claims, then what is unresolved."""

from enum import StrEnum


class Pass(StrEnum):
    """What a reviewer looks for at the moment."""

    TAGS = "tags"
    """Sentences without a tag."""
    CLAIMS = "claims"
    """Claims without a verdict."""
    UNRESOLVED = "unresolved"
    """Doubts, verdicts that differ, and what an editor has returned."""

    @property
    def following(self) -> "Pass":
        """The pass after this one; after the last comes the first."""
        passes = list(Pass)
        return passes[(passes.index(self) + 1) % len(passes)]

    @property
    def in_order(self) -> tuple["Pass", "Pass", "Pass"]:
        """All passes, beginning with this one."""
        return self, self.following, self.following.following
