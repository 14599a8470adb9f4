"""Deciding on the current sentence and its claims, one key each."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from factcheck.domain.carrying.dividing import Part
from factcheck.domain.display import shortened
from factcheck.domain.errors import NeedsCorrection
from factcheck.domain.identity import claim_id
from factcheck.domain.tag import Tag
from factcheck.services import boundaries, deciding
from factcheck.services.recording import Decisions, Remedy
from factcheck.services.telling import told
from factcheck.services.verdicts import judge
from factcheck.tui.screens.walking import WalkingScreen
from factcheck.tui.widgets.status import SAVED

if TYPE_CHECKING:
    from factcheck.tui.screens.form_spec import FormSpec

_LONGEST_STORY: Final = 40
"""Characters of what an undo took back."""


class DecidingScreen(WalkingScreen):
    """Records what the reviewer decides; every decision is saved before the cursor moves.

    Each form is loaded when it is first opened, so that the article is there at once.
    """

    def action_tag(self, tag: str) -> None:
        """Tag the chosen sentences, and go on behind them."""
        desk = self.desk
        then = min(desk.chosen.stop, len(desk.reviews) - 1)

        def act() -> Decisions:
            how = desk.circumstances
            return deciding.tag(desk.store, desk.author, desk.sentences, Tag(tag), how)

        self._decide(act, then=then)

    def action_untag(self) -> None:
        """Make the chosen sentences undecided again."""
        desk = self.desk
        self._decide(lambda: deciding.tag(desk.store, desk.author, desk.sentences, None))

    async def action_tag_details(self) -> None:
        """Open the form for what kind of sentence it is, and who asserts it."""
        from factcheck.tui.forms.tagging import tag_form

        await self._ask(tag_form(self.desk))

    async def action_judge(self, place: int) -> None:
        """Judge the chosen claim, or one in each sentence of a range, by a rating's place."""
        ratings = self.desk.scale.ratings
        if not 1 <= place <= len(ratings):
            self.status.state = f"the scale has no rating {place}: it has {len(ratings)}"
        elif ratings[place - 1].open:
            await self._ask_claim(ratings[place - 1].key)
        else:
            await self.judge(ratings[place - 1].key)

    async def action_choose_rating(self) -> None:
        """Choose a rating by its meaning, from the whole scale."""
        from factcheck.tui.screens.choosing import RatingScreen

        claim = self.desk.claim_review
        chosen = claim.verdict.rating if claim and claim.verdict else ""
        await self.app.push_screen(RatingScreen(self.desk.scale, chosen), self._judge_chosen)

    async def _judge_chosen(self, rating: str | None) -> None:
        if rating and self.desk.scale.rating(rating).open:
            await self._ask_claim(rating)
        elif rating:
            await self.judge(rating)

    async def judge(self, rating: str) -> None:
        """Judge what is chosen, by a rating's key."""
        desk, duration = self.desk, self.desk.circumstances.duration_ms
        claims = (
            [claim_id(sentence) for sentence in desk.sentences] if desk.is_marking else [desk.claim]
        )

        def act(remedy: Remedy | None) -> Decisions:
            with desk.store.journal.as_one_act():
                acts = [
                    judge(
                        desk.store, desk.author, claim, rating, remedy=remedy, duration_ms=duration
                    )
                    for claim in claims
                ]
                return tuple(decision for decisions in acts for decision in decisions)

        await self._decide_openly(act)

    def action_next_claim(self) -> None:
        """Choose the sentence's next claim."""
        if not self.desk.next_claim():
            self.status.state = "one claim here: a adds another"
        self.show_place()

    async def action_another_claim(self) -> None:
        """Open the form of a further claim in the sentence."""
        number = self.desk.upcoming_claim if self.desk.current.claims else 1
        self.desk.choose_claim(number)
        await self._ask_claim()

    async def action_claim(self) -> None:
        """Open the form of the chosen claim."""
        await self._ask_claim()

    async def action_evidence(self) -> None:
        """Open the form for a source."""
        from factcheck.tui.forms.evidence import evidence_form

        await self._ask(evidence_form(self.desk))

    async def action_note(self) -> None:
        """Open the form for the note."""
        from factcheck.tui.forms.remarks import note_form

        await self._ask(note_form(self.desk))

    async def action_flag(self) -> None:
        """Open the form for a doubt, or take the flag away."""
        from factcheck.tui.forms.remarks import flag_form

        desk = self.desk
        if desk.current.flag is None or desk.is_marking:
            await self._ask(flag_form(desk))
        else:
            self._decide(
                lambda: deciding.flag(desk.store, desk.author, desk.sentences, None),
                "flag taken away",
            )

    async def action_split(self) -> None:
        """Ask where to cut the current sentence."""
        from factcheck.tui.screens.split import SplitScreen

        desk, sentence = self.desk, self.desk.current.sentence

        def cut(offset: int, keep: Part | None) -> None:
            desk.go_back_to(sentence.id, sentence.text)
            name = desk.current.sentence.id
            desk.reshape(lambda: boundaries.split(desk.store, desk.author, name, offset, keep))

        screen = SplitScreen(sentence.number, sentence.text, cut)
        await self.app.push_screen(screen, self.show_saved)

    def action_merge(self) -> None:
        """Join the current sentence with the next one."""
        desk = self.desk
        with self.saving():
            name = desk.current.sentence.id
            desk.reshape(lambda: boundaries.merge(desk.store, desk.author, name))
        self.show_changes()

    def action_undo(self) -> None:
        """Take back the reviewer's last act, and go where it was."""
        self._follow("took back", self.desk.undo)

    def action_redo(self) -> None:
        """Bring back what the last undo took back, and go where it was."""
        self._follow("brought back", self.desk.redo)

    def show_saved(self, saved: bool | None) -> None:
        """Show what a dialog has left, which may have seen the article change under it."""
        if saved:
            with self.saving():
                pass
        elif self.desk.claim_review is None:
            self.desk.choose_claim(1)
        self.show_changes()

    async def _ask_claim(self, rating: str = "") -> None:
        """Open the form of the chosen claim, with a rating that asks for the reviewer's words."""
        from factcheck.tui.forms.claim import claim_form

        await self._ask(claim_form(self.desk, rating=rating))

    async def _ask(self, form: FormSpec) -> None:
        """Open a form, and show what it saved."""
        from factcheck.tui.screens.form import Form

        await self.app.push_screen(Form(form), self.show_saved)

    def _follow(self, done: str, act: Callable[[], Decisions]) -> None:
        """Undo or redo, and show where it happened."""
        document = self.desk.document
        with self.saving(""):
            decisions = act()
            scales = self.desk.store.schemes.scales()
            story = ", ".join(told(decision, scales) for decision in decisions)
            self.status.state = f"{done}: {shortened(story, _LONGEST_STORY)}"
        if self.desk.document.id != document.id:
            self.show_article()
        else:
            self.show_changes()

    def _decide(
        self, act: Callable[[], Decisions], state: str = SAVED, then: int | None = None
    ) -> None:
        """Let the desk decide on what is chosen, and show what is then saved."""
        chosen = self.desk.chosen
        with self.saving(state):
            self.desk.decide(act, then)
        self.show_decided(chosen)

    async def _decide_openly(self, act: Callable[[Remedy | None], Decisions]) -> None:
        """Decide, and where readers would see the change, ask first how they are told."""
        chosen = self.desk.chosen
        needed = False
        with self.saving():
            try:
                self.desk.decide(lambda: act(None))
            except NeedsCorrection:
                needed = True
        if needed:
            from factcheck.tui.forms.correction import correction_form

            await self._ask(correction_form(self.desk, act))
            return
        self.show_decided(chosen)
