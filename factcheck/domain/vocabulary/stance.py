"""The stances: what a source does for a claim."""

from enum import StrEnum


class Stance(StrEnum):
    """Whether a source supports or refutes a claim, in part or whole, or gives context."""

    SUPPORTS = "supports"
    PARTLY_SUPPORTS = "partly-supports"
    REFUTES = "refutes"
    CONTEXT = "context"

    @property
    def glyph(self) -> str:
        """One character that stands for the stance."""
        return _GLYPHS[self]

    @property
    def words(self) -> str:
        """The stance as people read it."""
        return self.value.replace("-", " ")


_GLYPHS = {
    Stance.SUPPORTS: "+",
    Stance.PARTLY_SUPPORTS: "±",
    Stance.REFUTES: "−",
    Stance.CONTEXT: "·",
}
