"""What a claim is to other claims, in the same article or in others."""

from collections.abc import Callable, Iterator
from functools import partial
from typing import Final

from textual.content import Content
from textual.widgets import Static

from factcheck.domain.display import displayable, shortened
from factcheck.domain.errors import FactcheckError
from factcheck.domain.identity import ClaimId, SentenceId
from factcheck.services.claims import link, unlink
from factcheck.services.linking import Linked, PlacedClaim, claims_matching, links_of, placed
from factcheck.services.looking import claim_seen
from factcheck.services.recording import Decisions
from factcheck.tui.claim_commands import LINK_COMMANDS, LINK_SEARCH_COMMANDS
from factcheck.tui.desk import Desk
from factcheck.tui.screens.choosing import RelationScreen
from factcheck.tui.screens.filtered import FilteredScreen
from factcheck.tui.screens.listing import ListScreen

_WORDS_SHOWN: Final = 180
"""Characters of a claim: two lines of the window."""
_TITLE_SHOWN: Final = 60
"""Characters of an article's title."""
_MOST: Final = 40
"""Claims that are listed; another word finds the one that is meant sooner."""


class LinksScreen(ListScreen[SentenceId]):
    """Lists the links of the chosen claim; ends with the sentence to go to, if one was chosen."""

    def __init__(self, desk: Desk) -> None:
        """List the links of the claim that is chosen at `desk`."""
        super().__init__(LINK_COMMANDS)
        self._desk = desk
        self._claim = desk.claim
        self._links: list[Linked] = []

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer what makes sense for the highlighted link."""
        if action == "choose":
            return self._highlighted is not None and self._highlighted.other is not None
        return self._highlighted is not None if action == "remove" else True

    def relist(self) -> None:
        """List the links as they stand now."""
        desk = self._desk
        claim = claim_seen(desk.store, self._claim, desk.author.reviewer)
        self._links = links_of(desk.store, claim, desk.author.reviewer)
        title = f"Links · {shortened(claim.text, _TITLE_SHOWN)}"
        self.show(title, [_shown(each) for each in self._links], "No links yet: a adds one.")

    async def action_choose(self) -> None:
        """Close, and go to the other claim."""
        if self._highlighted and self._highlighted.other:
            self.dismiss(self._highlighted.other.claim.sentence)

    async def action_add(self) -> None:
        """Ask for another claim, and what this one is to it."""
        linked = {each.other.claim.id for each in self._links if each.other}
        screen = LinkSearchScreen(self._desk, {self._claim, *linked})
        await self.app.push_screen(screen, self._ask_relation)

    def action_remove(self) -> None:
        """Take the highlighted link away."""
        each = self._highlighted
        if each:
            desk = self._desk
            self._decide(lambda: unlink(desk.store, desk.author, self._claim, each.link.other))

    @property
    def _highlighted(self) -> Linked | None:
        place = self.place
        return self._links[place] if place is not None and place < len(self._links) else None

    def _ask_relation(self, other: PlacedClaim | None) -> None:
        if other:
            words = shortened(other.claim.text, _TITLE_SHOWN)
            self.app.push_screen(RelationScreen(words), partial(self._link, other.claim.id))

    def _link(self, other: ClaimId, relation: str | None) -> None:
        desk = self._desk
        if relation:
            self._decide(lambda: link(desk.store, desk.author, self._claim, other, relation))

    def _decide(self, act: Callable[[], Decisions]) -> None:
        try:
            self._desk.decide(act)
        except FactcheckError as error:
            self.notify(displayable(str(error)), severity="error", markup=False)
        self.relist()


class LinkSearchScreen(FilteredScreen[PlacedClaim]):
    """Finds a claim in any article; ends with it. At first those of this article are listed."""

    def __init__(self, desk: Desk, without: set[ClaimId]) -> None:
        """Look among the claims that the reviewer at `desk` sees, `without` some."""
        super().__init__(LINK_SEARCH_COMMANDS, "words of the claim, or 1:7", height=2)
        self._desk = desk
        self._without = without
        self._found: list[PlacedClaim] = []

    def narrow(self, words: str) -> None:
        """List the claims that hold `words`."""
        found = self._searched(words) if words.strip() else self._nearby()
        self._found = [each for each in found if each.claim.id not in self._without]
        self.rows.show(len(self._found), lambda index, width: _row(self._found[index], width), 0)
        where = "everywhere" if words.strip() else "in this article; words look everywhere"
        self.query_one(".heading", Static).update(Content(f"claims {where}"))
        self.tell("Link to", f"{len(self._found)} found")

    def answer(self, index: int) -> PlacedClaim:
        """Return the claim in that row."""
        return self._found[index]

    def _searched(self, words: str) -> list[PlacedClaim]:
        return claims_matching(self._desk.store, self._desk.author.reviewer, words, _MOST)

    def _nearby(self) -> Iterator[PlacedClaim]:
        for review in self._desk.reviews:
            for claim in review.claims:
                yield placed(self._desk.document, review.sentence.number, claim)


def _shown(each: Linked) -> Content:
    relation = each.link.relation.replace("-", " ")
    if each.other is None:
        return Content.assemble((relation, "bold"), "  a claim whose sentence is gone")
    place = f"{each.other.ref}  {shortened(each.other.title, _TITLE_SHOWN)}"
    words = shortened(each.other.claim.text, _WORDS_SHOWN)
    return Content.assemble((relation, "bold"), (f"  {place}", "$text-muted"), f"\n  {words}")


def _row(each: PlacedClaim, width: int) -> Content:
    return Content.assemble(
        (each.ref, "bold"),
        (f"  {shortened(each.title, _TITLE_SHOWN)}", "$text-muted"),
        f"\n{shortened(each.claim.text, width)}",
    )
