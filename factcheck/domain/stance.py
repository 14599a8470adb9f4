"""The stances: what a source does for a claim."""

from enum import StrEnum


class Stance(StrEnum):
    """Whether a source supports or refutes a claim, or gives context."""

    SUPPORTS = "supports"
    REFUTES = "refutes"
    CONTEXT = "context"

    @property
    def glyph(self) -> str:
        """One character that stands for the stance."""
        return {Stance.SUPPORTS: "+", Stance.REFUTES: "−", Stance.CONTEXT: "·"}[self]
