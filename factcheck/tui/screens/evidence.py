"""All evidence of a claim: what it says, what is kept of it, and whether the verdict uses it."""

from collections.abc import Callable, Iterator
from functools import partial
from typing import Final

from textual.content import Content

from factcheck.domain.display import one_line, shortened
from factcheck.domain.errors import FactcheckError, NeedsCorrection, NotFound
from factcheck.domain.findings.evidence import Evidence
from factcheck.domain.identity import EvidenceId, number_of
from factcheck.domain.review import EvidenceReview
from factcheck.services.evidence import remove_evidence
from factcheck.services.recording import Decisions, Remedy
from factcheck.services.using import use_or_not
from factcheck.tui.commands.claim_windows import EVIDENCE_COMMANDS
from factcheck.tui.desk import Desk
from factcheck.tui.forms.correction import correction_form
from factcheck.tui.forms.evidence import evidence_form
from factcheck.tui.forms.form import chosen_claim
from factcheck.tui.screens.form import Form
from factcheck.tui.screens.listing import ListScreen

_QUOTE_SHOWN: Final = 180
"""Characters of a quote: two lines of the window."""


class EvidenceScreen(ListScreen[bool]):
    """Lists the sources of the chosen claim; ends with whether anything was decided."""

    def __init__(self, desk: Desk) -> None:
        """List the evidence of the claim that is chosen at `desk`."""
        super().__init__(EVIDENCE_COMMANDS)
        self._desk = desk
        self._claim = chosen_claim(desk)
        self._decided = False

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer what makes sense for the highlighted source."""
        if action in {"choose", "remove", "use", "copy"}:
            return self._item is not None
        return True

    def relist(self) -> None:
        """List the evidence as it stands now."""
        self._claim = chosen_claim(self._desk)
        number = number_of(self._claim.id)
        place = f"sentence {self._desk.current.sentence.number}"
        title = f"Evidence · {place}" + (f", claim {number}" if number > 1 else "")
        self.show(title, list(self._rows()), "No evidence yet: e adds a source.")

    async def action_choose(self) -> None:
        """Change the highlighted source in its form."""
        if self._item and self._is_up_to_date():
            try:
                form = evidence_form(self._desk, self._item.id)
            except NotFound as error:
                self.relist()
                self.tell(str(error), error=True)
                return
            await self._ask(Form(form))

    async def action_add(self) -> None:
        """Open the form for a new source."""
        if self._is_up_to_date():
            await self._ask(Form(evidence_form(self._desk)))

    async def action_remove(self) -> None:
        """Take the highlighted source away."""
        if self._item:
            await self._decide(partial(self._remove, self._item.id))

    async def action_use(self) -> None:
        """Let the verdict rest on the highlighted source, or not any more."""
        if self._item:
            await self._decide(partial(self._use, self._item.id))

    def action_copy(self) -> None:
        """Copy the address of the highlighted source to the clipboard."""
        url = self._item.evidence.url if self._item else ""
        if url:
            self.app.copy_to_clipboard(url)
            self.tell(f"sent to the terminal's clipboard: {url}")
        else:
            self.tell("this source has no address to copy", error=True)

    def action_leave(self) -> None:
        """Close."""
        self.dismiss(self._decided)

    @property
    def _item(self) -> EvidenceReview | None:
        place = self.place
        items = self._claim.evidence
        return items[place] if place is not None and place < len(items) else None

    def _remove(self, item: EvidenceId, remedy: Remedy | None) -> Decisions:
        return remove_evidence(self._desk.store, self._desk.author, item, remedy)

    def _use(self, item: EvidenceId, remedy: Remedy | None) -> Decisions:
        desk = self._desk
        return use_or_not(desk.store, desk.author, desk.claim, item, remedy)

    async def _decide(self, act: Callable[[Remedy | None], Decisions]) -> None:
        """Decide, and where readers would see the change, ask first how they are told."""
        if not self._is_up_to_date():
            return
        problem = ""
        try:
            self._desk.decide(lambda: act(None))
            self._decided = True
        except NeedsCorrection:
            await self._ask(Form(correction_form(self._desk, act)))
        except FactcheckError as error:
            problem = str(error)
        self.relist()
        self.tell(problem, error=True)

    async def _ask(self, form: Form) -> None:
        await self.app.push_screen(form, self._asked)

    def _asked(self, saved: bool | None) -> None:
        self._decided = self._decided or bool(saved)
        self.relist()

    def _is_up_to_date(self) -> bool:
        """Whether the list shows the chosen claim; where the article has changed, list it anew."""
        self._desk.reload_if_changed()
        if self._desk.claim == self._claim.id:
            return True
        self.relist()
        self.tell("the article has changed: look again", error=True)
        return False

    def _rows(self) -> Iterator[Content]:
        for number, item in enumerate(self._claim.evidence, start=1):
            yield Content("\n").join(self._lines(number, item))

    def _lines(self, number: int, item: EvidenceReview) -> Iterator[Content]:
        """Yield what is to be seen of an item, line by line."""
        source = item.evidence
        name = f"{source.stance.glyph} [{number}] {shortened(source.name, _QUOTE_SHOWN // 3)}"
        yield Content.assemble((name, "bold"), f"  {source.stance.words}", self._use_mark(item))
        if source.quote:
            yield Content(f"  “{shortened(source.quote, _QUOTE_SHOWN)}”")
        if source.url:
            yield Content.styled(f"  {one_line(source.url)}", "$text-muted")
        marks = ", ".join((*_kept(source), *self._checked(item)))
        yield Content.styled(f"  {marks}", "$text-muted")

    def _use_mark(self, item: EvidenceReview) -> str:
        if self._claim.verdict is None:
            return ""
        used = item.id in {each.id for each in self._claim.used}
        return "  ● used in your verdict" if used else "  ○ not used"

    def _checked(self, item: EvidenceReview) -> Iterator[str]:
        """Yield what is known of the source's page: whether it was kept, and what was found."""
        desk = self._desk
        document, sentence = desk.document.id, desk.current.sentence.id
        if item.evidence.url in desk.store.observations.stored_texts(document, sentence):
            yield "snapshot kept"
        check = desk.store.observations.quote_checks(document, sentence).get(item.id)
        if check and check.quote == item.evidence.quote:
            yield f"quote {check.finding}"


def _kept(source: Evidence) -> Iterator[str]:
    """Yield what is kept of a source."""
    if source.archived:
        yield f"archived at {shortened(source.archived, _QUOTE_SHOWN // 3)}"
    elif source.not_archived:
        yield f"not archived: {shortened(source.not_archived, _QUOTE_SHOWN // 3)}"
    else:
        yield "not archived"
    if source.attachments:
        yield f"{len(source.attachments)} attached"
