"""The command palette, derived from the command table."""

from collections.abc import Iterator
from functools import partial
from typing import NamedTuple

from textual.command import DiscoveryHit, Hit, Hits, Provider

from factcheck.tui.screens.article import ArticleScreen


class _Entry(NamedTuple):
    name: str
    explanation: str
    action: str


class CommandPalette(Provider):
    """Finds the commands of the review by their names."""

    async def discover(self) -> Hits:
        """Yield every command, for an empty search."""
        for entry in self._entries():
            run = partial(self.screen.run_action, entry.action)
            yield DiscoveryHit(entry.name, run, help=entry.explanation)

    async def search(self, query: str) -> Hits:
        """Yield the commands whose names match `query`."""
        matcher = self.matcher(query)
        for entry in self._entries():
            score = matcher.match(entry.name)
            if score > 0:
                run = partial(self.screen.run_action, entry.action)
                yield Hit(score, matcher.highlight(entry.name), run, help=entry.explanation)

    def _entries(self) -> Iterator[_Entry]:
        """Yield one entry a command; one a rating for the verdict, whose keys differ in meaning."""
        review = self.screen
        if not isinstance(review, ArticleScreen):
            return
        for command in review.commands:
            if "{place}" not in command.action:
                yield _Entry(command.name, command.explanation, command.action)
                continue
            for place, rating in enumerate(review.desk.scale.ratings, start=1):
                action = command.action.format(place=place)
                yield _Entry(f"{command.name}: {rating.words}", rating.meaning, action)
