"""What an editor would object to in an article, and what to do about it."""

from collections.abc import Iterator
from typing import Final

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Footer, OptionList
from textual.widgets.option_list import Option

from factcheck.domain.display import one_line
from factcheck.domain.document import Document
from factcheck.domain.identity import SentenceId, sentence_of, span_of
from factcheck.domain.linting.finding import Finding, Severity
from factcheck.domain.linting.rules import RULES
from factcheck.services.linting import findings_shown, rules_off
from factcheck.store.store import Store
from factcheck.tui.bindings import bindings
from factcheck.tui.commands import QUIT
from factcheck.tui.lint_commands import LINT_COMMANDS
from factcheck.tui.screens.dialog import Dialog

_COLOURS: Final = {
    Severity.ERROR: "$text-error",
    Severity.WARNING: "$text-warning",
    Severity.NOTE: "$text-muted",
}
_ADVICE: Final = {rule.id: rule.advice for rule in RULES}


class LintScreen(Dialog[SentenceId]):
    """Lists the findings in an article; ends with the sentence to go to, if one was chosen."""

    DEFAULT_CSS = """
    LintScreen {
        & > Vertical {
            width: 100;
            height: 90%;
        }
        OptionList { height: 1fr; border: none; &:focus { border: none; } }
    }
    """

    def __init__(self, store: Store, document: Document, reader: str) -> None:
        """List what stands against `document`, as far as `reader` may know what others judged."""
        super().__init__()
        self._bindings = bindings((*LINT_COMMANDS, QUIT))
        self._findings, self._hidden = findings_shown(store, document, reader)
        self._off = len(rules_off(store))

    def compose(self) -> ComposeResult:
        """Lay out the list."""
        with Vertical() as column:
            column.border_title = f"Findings · {len(self._findings)}"
            column.border_subtitle = ", ".join(self._left_out())
            yield OptionList(*self._options())
        yield Footer(show_command_palette=False, compact=True)

    def on_mount(self) -> None:
        """Take the keys at once."""
        options = self.query_one(OptionList)
        options.highlighted = 0 if self._findings else None
        self.set_focus(options)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer to go where the highlighted finding lies in a sentence."""
        return self._sentence is not None if action == "go" else True

    def on_option_list_option_highlighted(self) -> None:
        """Show the keys for another finding."""
        self.refresh_bindings()

    def action_step(self, step: int) -> None:
        """Go down (1) or up (-1) in the list."""
        options = self.query_one(OptionList)
        if step > 0:
            options.action_cursor_down()
        else:
            options.action_cursor_up()

    def action_go(self) -> None:
        """Close, and go to the sentence."""
        if self._sentence:
            self.dismiss(self._sentence)

    def action_leave(self) -> None:
        """Close."""
        self.dismiss(None)

    @property
    def _sentence(self) -> SentenceId | None:
        """The sentence that the highlighted finding is about; None where that is the article."""
        index = self.query_one(OptionList).highlighted if self.is_mounted else None
        if index is None or index >= len(self._findings):
            return None
        sentence = sentence_of(self._findings[index].subject)
        return sentence if span_of(sentence).end else None

    def _left_out(self) -> Iterator[str]:
        """Yield what is not in the list."""
        if self._off:
            yield f"rules turned off: {self._off}"
        if self._hidden:
            yield f"{self._hidden} on what others judged, shown after your verdicts"

    def _options(self) -> Iterator[Option]:
        if not self._findings:
            yield Option("Nothing to object to.", disabled=True)
        for finding in self._findings:
            yield Option(_shown(finding))


def _shown(finding: Finding) -> Content:
    return Content.assemble(
        (f"{finding.ref}  ", "bold"),
        (f"{finding.severity}  ", _COLOURS[finding.severity]),
        (f"{finding.rule}\n", "$text-muted"),
        f"{one_line(finding.message)}\n",
        (f"{one_line(_ADVICE[finding.rule])}\n", "$text-muted"),
    )
