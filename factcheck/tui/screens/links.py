"""What a claim is to other claims, in the same article or in others."""

from collections.abc import Callable
from functools import partial
from typing import Final

from textual.content import Content

from factcheck.domain.display import shortened
from factcheck.domain.errors import FactcheckError
from factcheck.domain.identity import ClaimId, number_of
from factcheck.domain.queue import QueuedClaim
from factcheck.services.claims import link, unlink
from factcheck.services.linking import Linked, links_of
from factcheck.services.recording import Decisions
from factcheck.tui.commands.claim_windows import LINK_COMMANDS
from factcheck.tui.desk import Desk
from factcheck.tui.forms.form import chosen_claim
from factcheck.tui.screens.choosing import RelationScreen
from factcheck.tui.screens.link_search import LinkSearchScreen
from factcheck.tui.screens.listing import ListScreen

_WORDS_SHOWN: Final = 180
"""Characters of a claim: two lines of the window."""
_TITLE_SHOWN: Final = 60
"""Characters of an article's title."""


class LinksScreen(ListScreen[ClaimId]):
    """Lists the links of the chosen claim; ends with the sentence to go to, if one was chosen."""

    def __init__(self, desk: Desk) -> None:
        """List the links of the claim that is chosen at `desk`."""
        super().__init__(LINK_COMMANDS)
        self._desk = desk
        self._claim = chosen_claim(desk)
        self._links: list[Linked] = []

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer what makes sense for the highlighted link."""
        if action == "choose":
            return self._highlighted is not None and self._highlighted.other is not None
        return self._highlighted is not None if action == "remove" else True

    def relist(self) -> None:
        """List the links as they stand now."""
        desk = self._desk
        self._claim = chosen_claim(desk)
        self._links = links_of(desk.store, self._claim, desk.author.reviewer)
        title = f"Links · {shortened(self._claim.text, _TITLE_SHOWN)}"
        self.show(title, [_shown(each) for each in self._links], "No links yet: a adds one.")

    async def action_choose(self) -> None:
        """Close, and go to the other claim."""
        if self._highlighted and self._highlighted.other:
            self.dismiss(self._highlighted.other.claim.id)

    async def action_add(self) -> None:
        """Ask for another claim, and what this one is to it."""
        linked = {each.other.claim.id for each in self._links if each.other}
        screen = LinkSearchScreen(self._desk, {self._claim.id, *linked})
        await self.app.push_screen(screen, self._ask_relation)

    def action_remove(self) -> None:
        """Take the highlighted link away."""
        each = self._highlighted
        if each:
            desk = self._desk
            self._decide(lambda: unlink(desk.store, desk.author, desk.claim, each.link.other))

    @property
    def _highlighted(self) -> Linked | None:
        place = self.place
        return self._links[place] if place is not None and place < len(self._links) else None

    def _ask_relation(self, other: QueuedClaim | None) -> None:
        if other:
            words = shortened(other.claim.text, _TITLE_SHOWN)
            self.app.push_screen(RelationScreen(words), partial(self._link, other.claim.id))

    def _link(self, other: ClaimId, relation: str | None) -> None:
        desk = self._desk
        if relation:
            self._decide(lambda: link(desk.store, desk.author, desk.claim, other, relation))

    def _decide(self, act: Callable[[], Decisions]) -> None:
        """Let `act` decide on the claim that is listed, unless the article has changed under it."""
        problem = ""
        try:
            self._desk.go_back_to(self._claim.sentence)
            self._desk.choose_claim(number_of(self._claim.id))
            self._desk.decide(act)
        except FactcheckError as error:
            problem = str(error)
        self.relist()
        self.tell(problem, error=True)


def _shown(each: Linked) -> Content:
    relation = each.link.relation.replace("-", " ")
    if each.other is None:
        return Content.assemble((relation, "bold"), "  a claim whose sentence is gone")
    place = f"{each.other.ref}  {shortened(each.other.title, _TITLE_SHOWN)}"
    words = shortened(each.other.claim.text, _WORDS_SHOWN)
    return Content.assemble((relation, "bold"), (f"  {place}", "$text-muted"), f"\n  {words}")
