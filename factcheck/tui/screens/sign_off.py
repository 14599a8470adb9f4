"""The sign-off of a claim: verdicts side by side, adjudication, votes, publication, corrections."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import partial
from typing import Final

from textual import getters
from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from factcheck.domain.display import one_line
from factcheck.domain.errors import FactcheckError, NeedsCorrection
from factcheck.domain.identity import number_of, sentence_of
from factcheck.domain.review import ClaimReview
from factcheck.domain.sign_off import is_disputed
from factcheck.services import signing_off
from factcheck.services.looking import claim_seen
from factcheck.services.recording import Decisions, Remedy, correct, is_published
from factcheck.services.seeing import hidden_from
from factcheck.services.voting import vote_on_shown
from factcheck.tui.commands.bindings import bindings
from factcheck.tui.commands.lists import SIGN_OFF_COMMANDS
from factcheck.tui.commands.review import QUIT
from factcheck.tui.desk import Desk
from factcheck.tui.forms.correction import correction_form
from factcheck.tui.forms.signing_off import adjudication_form, publication_form, return_form
from factcheck.tui.screens.dialog import Dialog
from factcheck.tui.screens.form import Form, FormSpec
from factcheck.tui.sign_off_page import Rules, opened, unopened
from factcheck.tui.widgets.keys_line import KeysLine

_DECIDING: Final = frozenset(
    {"vote", "withdraw", "send_back", "adjudicate", "leave_disputed", "publish", "correct"}
)
"""What is possible once the verdicts are shown."""


class SignOffScreen(Dialog[bool]):
    """Shows where the chosen claim stands; ends with whether anything was decided."""

    DEFAULT_CSS = """
    SignOffScreen {
        & > Vertical { width: 100; height: 90%; padding: 0 1; }
        VerticalScroll { height: 1fr; scrollbar-size-vertical: 1; }
        #problem { color: $text-error; height: auto; max-height: 3; }
    }
    """

    column = getters.query_one(VerticalScroll)

    def __init__(self, desk: Desk) -> None:
        """Show the claim that is chosen on `desk`."""
        super().__init__()
        self._bindings = bindings((*SIGN_OFF_COMMANDS, QUIT))
        self._desk = desk
        self._claim_id = desk.claim
        self._claim: ClaimReview | None = None
        self._decided = False

    def compose(self) -> ComposeResult:
        """Lay out the text, and under it what could not be done."""
        with Vertical() as frame:
            further = number_of(self._claim_id) > 1
            number = f" · claim {number_of(self._claim_id)}" if further else ""
            sentence = self._desk.current.sentence.number
            frame.border_title = Content(f"Sign-off · sentence {sentence}{number}")
            with VerticalScroll():
                yield Static(id="standing")
            yield Static(id="problem")
        yield KeysLine()

    def on_mount(self) -> None:
        """Show the claim, or first ask whether the others' verdicts are to be shown."""
        self.set_focus(self.column)
        store, reviewer = self._desk.store, self._desk.author.reviewer
        with self._problems():
            seen = claim_seen(store, self._claim_id, reviewer)
            hidden = hidden_from(seen, reviewer)
            if hidden and not store.reviews.is_revealed(reviewer, self._claim_id):
                self._show(unopened(seen, hidden))
            else:
                self._reveal()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer to decide once the verdicts are shown, and to show them until then."""
        if action == "reveal":
            return self._claim is None
        return action not in _DECIDING or self._claim is not None

    def action_reveal(self) -> None:
        """Show the others' verdicts; the reviewer's own, if given later, is not blind."""
        with self._problems():
            self._reveal()

    def action_scroll(self, lines: int) -> None:
        """Scroll by a number of lines."""
        self.column.scroll_relative(y=lines, animate=False)

    def action_page(self, pages: int) -> None:
        """Scroll by a number of screens."""
        height = self.column.scrollable_content_region.height
        self.column.scroll_relative(y=pages * height, animate=False)

    def action_vote(self, vote: str) -> None:
        """Approve the fact-check as it is shown, or abstain."""
        store, author, claim = self._desk.store, self._desk.author, self._claim
        if claim:
            self._decide(lambda: vote_on_shown(store, author, claim, vote))

    def action_withdraw(self) -> None:
        """Take the reviewer's vote back."""
        store, author = self._desk.store, self._desk.author
        self._decide(lambda: signing_off.withdraw_vote(store, author, self._claim_id))

    async def action_send_back(self) -> None:
        """Return the fact-check, with what is to be done."""
        claim = self._claim
        if claim:
            await self._ask(lambda desk: return_form(desk, claim))

    async def action_adjudicate(self) -> None:
        """Decide between verdicts that differ."""
        claim = self._claim
        if claim is None or not (is_disputed(claim) or claim.adjudication):
            self._tell("nothing to adjudicate: the verdicts on this claim do not differ")
        else:
            await self._ask(lambda desk: adjudication_form(desk, claim))

    async def action_leave_disputed(self) -> None:
        """Take the adjudication back; a published one with a correction."""

        def act(remedy: Remedy | None) -> Decisions:
            store, author = self._desk.store, self._desk.author
            return signing_off.withdraw_adjudication(store, author, self._claim_id, remedy)

        try:
            self._decide(lambda: act(None))
        except NeedsCorrection:
            await self._ask(lambda desk: correction_form(desk, act))

    async def action_publish(self) -> None:
        """Say where and since when readers can see it, as soon as it is approved."""
        claim = self._claim
        if claim is None:
            return
        missing = signing_off.missing_for_publication(self._desk.store, claim)
        if missing and not claim.publication:
            self._tell(f"not ready to publish: {missing}")
        else:
            await self._ask(lambda desk: publication_form(desk, claim))

    async def action_correct(self) -> None:
        """Tell readers something, or retract it, without another change."""
        store, author = self._desk.store, self._desk.author
        if is_published(store, self._claim_id):
            act = partial(correct, store, author, self._claim_id)
            await self._ask(lambda desk: correction_form(desk, act))
        else:
            self._tell("nothing to correct for readers: it is not published yet")

    def action_leave(self) -> None:
        """Close."""
        self.dismiss(self._decided)

    def _decide(self, act: Callable[[], Decisions]) -> None:
        """Record what `act` decides, and show what stands; NeedsCorrection is raised on."""
        decided: Decisions = ()

        def decide() -> Decisions:
            nonlocal decided
            decided = act()
            return decided

        with self._problems():
            self._go_back()
            self._desk.decide(decide)
            self._decided = True
            if not decided:
                self._tell("it stood so already")
        with suppress(FactcheckError):  # what was wrong is said already
            self._open()

    async def _ask(self, form: Callable[[Desk], FormSpec]) -> None:
        """Open a form, and show what it saved."""
        with self._problems():
            self._go_back()
            await self.app.push_screen(Form(form(self._desk)), self._show_decided)

    def _go_back(self) -> None:
        """Let the desk be at the claim, whatever others changed in the meantime."""
        self._desk.go_back_to(sentence_of(self._claim_id))
        self._desk.choose_claim(number_of(self._claim_id))

    def _show_decided(self, decided: bool | None) -> None:
        """Show what stands after a form, which may have seen a change by somebody else."""
        self._decided = self._decided or bool(decided)
        with self._problems():
            self._open()

    def _reveal(self) -> None:
        """Keep that the reviewer has seen everything, and show it."""
        store, author = self._desk.store, self._desk.author
        if not store.reviews.is_revealed(author.reviewer, self._claim_id):
            signing_off.opened_for_sign_off(store, author, self._claim_id)
        self._open()

    def _open(self) -> None:
        """Show everything."""
        store = self._desk.store
        self._claim = claim_seen(store, self._claim_id, self._desk.author.reviewer)
        missing = signing_off.missing_for_publication(store, self._claim)
        rules = Rules(store.schemes.in_force().sign_off, store.schemes.scales())
        self._show(opened(self._claim, missing, rules))
        self.refresh_bindings()

    def _show(self, standing: Content) -> None:
        self.query_one("#standing", Static).update(standing)

    @contextmanager
    def _problems(self) -> Iterator[None]:
        """Say what could not be done in the block; the window stays open."""
        self._tell("")
        try:
            yield
        except NeedsCorrection:
            raise
        except FactcheckError as error:
            self._tell(str(error))

    def _tell(self, problem: str) -> None:
        self.query_one("#problem", Static).update(Content(one_line(problem)))
