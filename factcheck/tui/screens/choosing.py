"""Choosing one of a few things whose meanings one wants to read first."""

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from textual.content import Content

from factcheck.domain.display import one_line
from factcheck.domain.scales.scale import Rating, Scale
from factcheck.domain.vocabulary.claims import Relation
from factcheck.tui.commands.claim_windows import CHOOSING_COMMANDS
from factcheck.tui.screens.listing import ListScreen
from factcheck.tui.widgets.choice import keyed

_DIGITS: Final = 9
"""How many of the things have a key of their own."""
_MEANINGS: Final = {
    Relation.SAME: "It says the same, perhaps in other words.",
    Relation.VARIANT: "It says nearly the same: another number, name or time.",
    Relation.REPEATS: "It says again what the other said before.",
    Relation.REPEATED_BY: "The other says again what this one said before.",
    Relation.BROADER: "It says more: where it is true, the other one is too.",
    Relation.NARROWER: "It says less: where the other is true, this one is too.",
}


class Alternative(NamedTuple):
    """One of the things to choose from."""

    value: str
    words: str
    beside: str
    """What stands beside the words."""
    meaning: str


class ChoosingScreen(ListScreen[str]):
    """Lists things with their meanings; ends with the value of the one that was chosen."""

    def __init__(self, title: str, alternatives: Sequence[Alternative], chosen: str = "") -> None:
        """Offer the `alternatives`; `chosen` is the value that stands now."""
        super().__init__(CHOOSING_COMMANDS)
        self._title = title
        self._alternatives = alternatives
        self._chosen = chosen

    def on_mount(self) -> None:
        """Begin at what stands now."""
        super().on_mount()
        values = [each.value for each in self._alternatives]
        self.options.highlighted = values.index(self._chosen) if self._chosen in values else 0

    def relist(self) -> None:
        """List all of them with their numbers."""
        self.show(one_line(self._title), list(self._rows()), "")

    async def action_choose(self) -> None:
        """End with the highlighted one."""
        if self.place is not None:
            self.dismiss(self._alternatives[self.place].value)

    def action_place(self, place: int) -> None:
        """End with the one at that place, counted from 1."""
        if place <= len(self._alternatives):
            self.dismiss(self._alternatives[place - 1].value)

    def _rows(self) -> Iterator[Content]:
        for place, each in enumerate(self._alternatives, start=1):
            key = str(place) if place <= _DIGITS else " "
            words = keyed(key, one_line(each.words), chosen=each.value == self._chosen)
            beside = (f"  {one_line(each.beside)}" if each.beside else "", "$text-muted")
            yield Content.assemble(words, beside, f"\n  {one_line(each.meaning)}")


class RatingScreen(ChoosingScreen):
    """Shows the whole scale with what each rating says; ends with a rating's key."""

    def __init__(self, scale: Scale, chosen: str = "") -> None:
        """Offer the ratings of `scale`, of which `chosen` stands now."""
        ratings = [_alternative(rating, scale) for rating in scale.ratings]
        super().__init__(f"Verdict · {scale.name}", ratings, chosen)


class RelationScreen(ChoosingScreen):
    """Asks what a claim is to another one."""

    def __init__(self, other: str) -> None:
        """Ask what the claim is to the one with the words `other`."""
        relations = [
            Alternative(relation, relation.replace("-", " "), "", meaning)
            for relation, meaning in _MEANINGS.items()
        ]
        super().__init__(f"What this claim is to: {other}", relations)


def _alternative(rating: Rating, scale: Scale) -> Alternative:
    place = "off the scale" if rating.off_scale else f"{rating.number} of {scale.best}"
    return Alternative(rating.key, rating.words, place, rating.meaning)
