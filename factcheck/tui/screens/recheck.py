"""What to look at again because an article has changed, with what changed word by word."""

from collections.abc import Callable, Iterator

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Footer, OptionList
from textual.widgets.option_list import Option

from factcheck.domain.anchors.anchor import Fate
from factcheck.domain.decision import Author
from factcheck.domain.display import displayable
from factcheck.domain.errors import FactcheckError
from factcheck.domain.identity import SentenceId
from factcheck.domain.scales.scales import Scales
from factcheck.services.rechecking import Recheck, attach, give_up, keep_verdicts, rechecks
from factcheck.services.recording import Decisions
from factcheck.services.telling import verdict_words
from factcheck.store.store import Store
from factcheck.tui.bindings import bindings
from factcheck.tui.commands import QUIT
from factcheck.tui.desk import Desk
from factcheck.tui.dialog_commands import RECHECK_COMMANDS
from factcheck.tui.screens.dialog import Dialog
from factcheck.tui.word_diff import word_diff


class RecheckScreen(Dialog[SentenceId]):
    """Lists what is to be checked again; ends with the sentence to go to, if one was chosen."""

    DEFAULT_CSS = """
    RecheckScreen {
        & > Vertical {
            width: 100;
            height: 90%;
        }
        OptionList { height: 1fr; border: none; &:focus { border: none; } }
    }
    """

    def __init__(self, desk: Desk) -> None:
        """List what the reviewer at `desk` has to look at."""
        super().__init__()
        self._bindings = bindings((*RECHECK_COMMANDS, QUIT))
        self._desk = desk
        self._archived = False
        self._found: list[Recheck] = []

    def compose(self) -> ComposeResult:
        """Lay out the list."""
        with Vertical():
            yield OptionList()
        yield Footer(show_command_palette=False, compact=True)

    def on_mount(self) -> None:
        """List what there is, and take the keys at once."""
        self._list()
        self.set_focus(self.query_one(OptionList))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer what makes sense for the highlighted sentence."""
        item = self._highlighted
        match action:
            case "go":
                return item is not None and item.now is not None
            case "keep":
                return item is not None and item.fate is Fate.EDITED and bool(item.verdicts)
            case "attach":
                return item is not None and item.fate is Fate.UNSURE
            case "give_up":
                return item is not None and item.fate is not Fate.GONE
            case _:
                return True

    def on_option_list_option_highlighted(self) -> None:
        """Show the keys for another sentence."""
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
        item = self._highlighted
        if item and item.now:
            self.dismiss(item.now.sentence.id)

    def action_keep(self) -> None:
        """Let the verdicts from before hold."""
        self._settle(lambda item, store, author: keep_verdicts(store, author, item))

    def action_attach(self) -> None:
        """Say that it is the same sentence."""
        self._settle(
            lambda item, store, author: (
                attach(store, author, item.was, item.now.sentence.id) if item.now else ()
            )
        )

    def action_give_up(self) -> None:
        """Say that the sentence is gone."""
        self._settle(lambda item, store, author: give_up(store, author, item.was))

    def action_archive(self) -> None:
        """List the sentences that are gone, or again what is to be looked at."""
        self._archived = not self._archived
        self._list()

    def action_leave(self) -> None:
        """Close."""
        self.dismiss(None)

    @property
    def _highlighted(self) -> Recheck | None:
        index = self.query_one(OptionList).highlighted if self.is_mounted else None
        return self._found[index] if index is not None and index < len(self._found) else None

    def _settle(self, act: Callable[[Recheck, Store, Author], Decisions]) -> None:
        """Record what was said of the highlighted sentence, and list what is left."""
        item = self._highlighted
        if item is None:
            return
        try:
            desk = self._desk
            desk.reshape(lambda: act(item, desk.store, desk.author))
        except FactcheckError as error:
            self.notify(displayable(str(error)), severity="error", markup=False)
        self._list()

    def _list(self) -> None:
        store, reviewer = self._desk.store, self._desk.author.reviewer
        documents = store.documents.all()
        self._found = list(rechecks(store, reviewer, documents, archived=self._archived))
        scales = self._desk.store.schemes.scales()
        options = self.query_one(OptionList)
        kept = options.highlighted or 0
        options.clear_options()
        options.add_options(Option(_shown(item, scales)) for item in self._found)
        options.highlighted = min(kept, len(self._found) - 1) if self._found else None
        title = "Gone, with what was decided" if self._archived else "To check again"
        self.query_one(Vertical).border_title = f"{title} · {len(self._found)}"
        if not self._found:
            nothing = "Nothing is gone." if self._archived else "Nothing has to be checked again."
            options.add_option(Option(nothing, disabled=True))
        self.refresh_bindings()


def _shown(item: Recheck, scales: Scales) -> Content:
    return Content("\n").join(_lines(item, scales))


def _lines(item: Recheck, scales: Scales) -> Iterator[Content]:
    place = f" → {item.reference}" if item.reference else ""
    judged = [verdict_words(verdict, scales) for verdict in item.verdicts.values()]
    was = f"  was judged {', '.join(judged)}" if judged else ""
    yield Content.assemble((f"{item.was_reference}{place}  {item.fate}", "bold"), was)
    yield word_diff(item.old, item.now.sentence.text if item.now else item.old)
    yield Content("")
