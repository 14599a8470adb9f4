"""The review: the article as the page, one key a decision."""

from collections.abc import Callable
from typing import ClassVar, Final

from textual import on

from factcheck.domain.carrying.dividing import Part
from factcheck.domain.display import shortened
from factcheck.domain.identity import SentenceId
from factcheck.domain.tag import Tag
from factcheck.domain.walking import found_in, next_hit, next_open, words_pattern
from factcheck.services.history import told
from factcheck.tui.desk import Decisions
from factcheck.tui.forms import claim_form, evidence_form, flag_form, note_form
from factcheck.tui.palette import CommandPalette
from factcheck.tui.screens.article import ArticleScreen
from factcheck.tui.screens.form import Form, FormSpec
from factcheck.tui.screens.history import HistoryScreen
from factcheck.tui.screens.keys import KeysScreen
from factcheck.tui.screens.recheck import RecheckScreen
from factcheck.tui.screens.report import ReportScreen
from factcheck.tui.screens.split import SplitScreen
from factcheck.tui.waiting import keys_taken_in
from factcheck.tui.widgets.article import ArticlePage
from factcheck.tui.widgets.search import SearchBar
from factcheck.tui.widgets.status import SAVED

_LONGEST_STORY: Final = 40
"""Characters of what an undo took back."""


class ReviewScreen(ArticleScreen):
    """Walks through an article; every decision is saved before the cursor moves."""

    COMMANDS: ClassVar = {CommandPalette}

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Let no command act while words to search for are typed."""
        return not isinstance(self.focused, SearchBar) or action in {"find", "give_up_search"}

    def action_move(self, step: int) -> None:
        """Go to the next (1) or previous (-1) sentence."""
        self.go(self.desk.cursor + step)

    def action_first(self) -> None:
        """Go to the first sentence."""
        self.go(0)

    def action_last(self) -> None:
        """Go to the last sentence."""
        self.go(len(self.desk.reviews) - 1)

    def action_next_open(self, step: int) -> None:
        """Go to the next (1) or previous (-1) sentence that needs a decision."""
        found = next_open(self.desk.reviews, self.desk.cursor, step)
        if found is None:
            self.status.state = "everything here is decided"
        else:
            self.go(found)

    def action_tag(self, tag: str) -> None:
        """Tag the current sentence and go to the next one."""
        self._decide(lambda: self.desk.tag(Tag(tag)))

    def action_untag(self) -> None:
        """Make the current sentence undecided again."""
        self._decide(lambda: self.desk.tag(None))

    def action_judge(self, place: int) -> None:
        """Judge the current claim by a rating's place on the scale."""
        self._decide(lambda: self.desk.judge(place))

    async def action_claim(self) -> None:
        """Open the form of the current claim."""
        await self._ask(claim_form(self.desk))

    async def action_evidence(self) -> None:
        """Open the form for a source."""
        await self._ask(evidence_form(self.desk))

    async def action_note(self) -> None:
        """Open the form for the note."""
        await self._ask(note_form(self.desk))

    async def action_flag(self) -> None:
        """Open the form for a doubt, or take the flag away."""
        if self.desk.current.flag is None:
            await self._ask(flag_form(self.desk))
        else:
            self._decide(lambda: self.desk.flag(None), "flag taken away")

    async def action_split(self) -> None:
        """Ask where to cut the current sentence."""
        sentence = self.desk.current.sentence

        def cut(offset: int, keep: Part | None) -> None:
            self.desk.go_back_to(sentence.id, sentence.text)
            self.desk.split(offset, keep)

        screen = SplitScreen(sentence.number, sentence.text, cut)
        await self.app.push_screen(screen, self._show_saved)

    def action_merge(self) -> None:
        """Join the current sentence with the next one."""
        with self.saving():
            self.desk.merge()
        self.show_changes()

    async def action_recheck(self) -> None:
        """List what to look at again, and go to the sentence that is chosen there."""
        await self.app.push_screen(RecheckScreen(self.desk), self._go_to)

    def action_undo(self) -> None:
        """Take back the reviewer's last act, and go where it was."""
        self._follow("took back", self.desk.undo)

    def action_redo(self) -> None:
        """Bring back what the last undo took back, and go where it was."""
        self._follow("brought back", self.desk.redo)

    def action_search(self) -> None:
        """Open the search bar."""
        self.search_bar.open()

    async def action_find(self) -> None:
        """Go to the first hit of what was typed, from the current sentence on."""
        await keys_taken_in(self.search_bar)
        self._end_typing(self.search_bar.value)
        if self.desk.pattern and not found_in(self.desk.current, self.desk.pattern):
            self.action_next_hit(1)

    def action_give_up_search(self) -> None:
        """Close the search bar without a search."""
        self._end_typing("")

    def action_next_hit(self, step: int) -> None:
        """Go to the next (1) or previous (-1) hit of the search."""
        if self.desk.pattern is None:
            self.status.state = "nothing is searched for: / begins a search"
            return
        found = next_hit(self.desk.reviews, self.desk.cursor, step, self.desk.pattern)
        if found is None:
            self.status.state = f"not found: {self.desk.search}"
        else:
            self.go(found)

    def action_article(self, step: int) -> None:
        """Go to the next (1) or previous (-1) article."""
        with self.saving():
            self.desk.turn(step)
        self.show_article()
        self.keep_place_soon()

    async def action_history(self) -> None:
        """Show everything decided on the current sentence."""
        await self.app.push_screen(HistoryScreen(self.desk.store, self.desk.current.sentence))

    async def action_report(self) -> None:
        """Preview the report on this article."""
        await self.app.push_screen(ReportScreen(self.desk.store, self.desk.document))

    async def action_keys(self) -> None:
        """Show all keys, and run the command that is chosen there."""
        await self.app.push_screen(KeysScreen(self.commands), self._run)

    def action_palette(self) -> None:
        """Open the command palette."""
        self.app.action_command_palette()

    def action_out(self) -> None:
        """End the search, which is all that can be open here."""
        self._search_for("")

    @on(ArticlePage.Clicked)
    def _go_to_clicked(self, event: ArticlePage.Clicked) -> None:
        self.go(event.index)

    @on(SearchBar.Typed)
    def _show_hits(self, event: SearchBar.Typed) -> None:
        self.page.pattern = words_pattern(event.words)

    def _end_typing(self, words: str) -> None:
        self.search_bar.close()
        self.set_focus(self.page)
        self._search_for(words)

    def _search_for(self, words: str) -> None:
        self.desk.search = words
        self.page.pattern = self.desk.pattern
        self.keep_place_soon()

    async def _ask(self, form: FormSpec) -> None:
        """Open a form, and show what it saved."""
        await self.app.push_screen(Form(form), self._show_saved)

    def _show_saved(self, saved: bool | None) -> None:
        """Show what a dialog has left, which may have seen the article change under it."""
        if saved:
            with self.saving():
                pass
        self.show_changes()

    def _go_to(self, sentence: SentenceId | None) -> None:
        """Go to a sentence in any article, and show what was settled in the list."""
        if sentence:
            with self.saving(""):
                self.desk.go_to(sentence)
            self.keep_place_soon()
        self.show_article()

    def _run(self, action: str | None) -> None:
        """Run the action of a command that was chosen from a list."""
        if action:
            self.call_later(self.run_action, action)

    def _follow(self, done: str, act: Callable[[], Decisions]) -> None:
        """Undo or redo, and show where it happened."""
        document = self.desk.document
        with self.saving(""):
            decisions = act()
            story = ", ".join(told(decision) for decision in decisions)
            self.status.state = f"{done}: {shortened(story, _LONGEST_STORY)}"
        if self.desk.document.id != document.id:
            self.show_article()
        else:
            self.show_changes()

    def _decide(self, act: Callable[[], None], state: str = SAVED) -> None:
        """Let the desk decide on the current sentence, and show what is then saved."""
        index = self.desk.cursor
        with self.saving(state):
            act()
        self.page.show_sentence(index, self.desk.reviews[index])
        self.show_decided()
