"""The three tags: what a sentence is to a fact-checker."""

from enum import StrEnum


class Tag(StrEnum):
    """What a sentence is: something to check, a view, or neither."""

    CLAIM = "claim"
    OPINION = "opinion"
    FILLER = "filler"

    @property
    def glyph(self) -> str:
        """One letter that stands for the tag where there is no room for the word."""
        return self.value[0].upper()


UNDECIDED = ("·", "undecided")
"""Glyph and word that stand where a tag would, as long as there is none."""
