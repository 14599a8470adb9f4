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

    @property
    def meaning(self) -> str:
        """When a sentence gets this tag."""
        return _MEANINGS[self]


_MEANINGS = {
    Tag.CLAIM: "states something that can be checked against evidence",
    Tag.OPINION: "a view: informed people may differ without a wrong fact",
    Tag.FILLER: "headline, date line, caption, advert: no claim and no view",
}

UNDECIDED = ("·", "undecided")
"""Glyph and word that stand where a tag would, as long as there is none."""
