"""How the sentences around the current one are shown."""

from enum import StrEnum


class Context(StrEnum):
    """Shown, dimmed, or hidden so that a sentence is judged on its own."""

    SHOWN = "shown"
    DIMMED = "dimmed"
    HIDDEN = "hidden"

    @property
    def following(self) -> "Context":
        """The next one; after the last comes the first."""
        each = list(Context)
        return each[(each.index(self) + 1) % len(each)]
