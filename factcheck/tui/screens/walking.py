"""Walking through the article: from sentence to sentence, hit to hit, pass to pass."""

from textual import on

from factcheck.domain.errors import NotFound
from factcheck.domain.walking import found_in, next_hit, next_open, words_pattern
from factcheck.tui.screens.article import ArticleScreen
from factcheck.tui.waiting import keys_taken_in
from factcheck.tui.widgets.article import ArticlePage
from factcheck.tui.widgets.search import SearchBar
from factcheck.tui.widgets.status import SAVED


class WalkingScreen(ArticleScreen):
    """Moves the cursor; nothing is decided by it."""

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
        """Go to the next (1) or previous (-1) sentence that is open in the pass that is on.

        Where nothing is open in it any more, the next pass begins.
        """
        found = next_open(self.desk.reviews, self.desk.cursor, step, self.desk.passing)
        if found is None:
            self.status.state = "everything here is decided"
            return
        index, passing = found
        begun = passing is not self.desk.passing
        self.desk.passing = passing
        self.go(index)
        if begun:
            self.status.state = f"pass: {passing}"

    def action_pass(self) -> None:
        """Begin the next pass: tags, claims, what is unresolved."""
        self.desk.passing = self.desk.passing.following
        self.show_place()
        self.status.state = f"pass: {self.desk.passing}"
        self.keep_place_soon()

    def action_context(self) -> None:
        """Dim the sentences around the current one, hide them, or show them again."""
        self.desk.change_context()
        self.show_place()
        self.status.state = f"context: {self.desk.context}"

    def action_range(self) -> None:
        """Begin a range of sentences for the next decision, or give it up."""
        self.desk.mark()
        self.show_place()
        begun = self.desk.is_marking
        self.status.state = "range: move, then decide for all of it" if begun else "range ended"

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
        try:
            self.desk.turn(step)
        except NotFound as error:
            self.status.state = str(error)
            return
        self.status.state = SAVED
        self.show_article()
        self.keep_place_soon()

    def action_out(self) -> None:
        """End the range, or else the search."""
        if self.desk.is_marking:
            self.action_range()
        else:
            self._search_for("")

    @on(ArticlePage.Clicked)
    def _go_to_clicked(self, event: ArticlePage.Clicked) -> None:
        self.go(event.index)

    @on(SearchBar.Typed)
    def _show_hits(self, event: SearchBar.Typed) -> None:
        self.page.show_hits(words_pattern(event.words))

    def _end_typing(self, words: str) -> None:
        self.search_bar.close()
        self.set_focus(self.page)
        self._search_for(words)

    def _search_for(self, words: str) -> None:
        self.desk.search = words
        self.page.show_hits(self.desk.pattern)
        self.keep_place_soon()
