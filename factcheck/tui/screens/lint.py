"""What an editor would object to in an article, and what to do about it."""

from collections.abc import Iterator
from typing import Final

from textual.content import Content

from factcheck.domain.display import one_line
from factcheck.domain.document import Document
from factcheck.domain.identity import span_of
from factcheck.domain.linting.finding import Finding, Severity
from factcheck.domain.linting.rules import RULES
from factcheck.services.linting import findings_shown, rules_off
from factcheck.store.store import Store
from factcheck.tui.commands.lists import LINT_COMMANDS
from factcheck.tui.screens.listing import ListScreen

_COLOURS: Final = {
    Severity.ERROR: "$text-error",
    Severity.WARNING: "$text-warning",
    Severity.NOTE: "$text-muted",
}
_ADVICE: Final = {rule.id: rule.advice for rule in RULES}


class LintScreen(ListScreen[str]):
    """Lists the findings in an article; ends with where to go, if one was chosen."""

    def __init__(self, store: Store, document: Document, reader: str) -> None:
        """List what stands against `document`, as far as `reader` may know what others judged."""
        super().__init__(LINT_COMMANDS)
        self._findings, self._hidden = findings_shown(store, document, reader)
        self._off = len(rules_off(store))

    def relist(self) -> None:
        """List the findings, and say what is not among them."""
        rows = [_shown(finding) for finding in self._findings]
        title = " · ".join([f"Findings · {len(rows)}", *self._left_out()])
        self.show(title, rows, "Nothing to object to.")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer to go where the highlighted finding lies in a sentence."""
        return self._subject is not None if action == "choose" else True

    async def action_choose(self) -> None:
        """Close, and go to the sentence."""
        if self._subject:
            self.dismiss(self._subject)

    @property
    def _subject(self) -> str | None:
        """The sentence or claim that a finding is about, by id; None where that is the article."""
        place = self.place
        if place is None or place >= len(self._findings):
            return None
        subject = self._findings[place].subject
        return subject if span_of(subject).end else None

    def _left_out(self) -> Iterator[str]:
        """Yield what is not in the list."""
        if self._off:
            yield f"rules turned off: {self._off}"
        if self._hidden:
            yield f"{self._hidden} on what others judged, shown after your verdicts"


def _shown(finding: Finding) -> Content:
    return Content.assemble(
        (f"{finding.ref}  ", "bold"),
        (f"{finding.severity}  ", _COLOURS[finding.severity]),
        (f"{finding.rule}\n", "$text-muted"),
        f"{one_line(finding.message)}\n",
        (f"{one_line(_ADVICE[finding.rule])}\n", "$text-muted"),
    )
