"""What to look at again because an article has changed, with what changed word by word."""

from collections.abc import Callable, Iterator

from textual.content import Content

from factcheck.domain.anchors.anchor import Fate
from factcheck.domain.decision import Author
from factcheck.domain.errors import FactcheckError
from factcheck.domain.identity import SentenceId
from factcheck.domain.scales.scales import Scales
from factcheck.services.rechecking import Recheck, attach, give_up, keep_verdicts, rechecks
from factcheck.services.recording import Decisions
from factcheck.services.telling import verdict_words
from factcheck.store.store import Store
from factcheck.tui.commands.dialogs import RECHECK_COMMANDS
from factcheck.tui.desk import Desk
from factcheck.tui.screens.listing import ListScreen
from factcheck.tui.word_diff import word_diff


class RecheckScreen(ListScreen[SentenceId]):
    """Lists what is to be checked again; ends with the sentence to go to, if one was chosen."""

    def __init__(self, desk: Desk) -> None:
        """List what the reviewer at `desk` has to look at."""
        super().__init__(RECHECK_COMMANDS)
        self._desk = desk
        self._archived = False
        self._found: list[Recheck] = []

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer what makes sense for the highlighted sentence."""
        item = self._highlighted
        match action:
            case "choose":
                return item is not None and item.now is not None
            case "keep":
                return item is not None and item.fate is Fate.EDITED and bool(item.verdicts)
            case "attach":
                return item is not None and item.fate is Fate.UNSURE
            case "give_up":
                return item is not None and item.fate is not Fate.GONE
            case _:
                return True

    async def action_choose(self) -> None:
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
        self.relist()

    @property
    def _highlighted(self) -> Recheck | None:
        place = self.place
        return self._found[place] if place is not None and place < len(self._found) else None

    def _settle(self, act: Callable[[Recheck, Store, Author], Decisions]) -> None:
        """Record what was said of the highlighted sentence, and list what is left."""
        item, desk = self._highlighted, self._desk
        if item is None:
            return
        try:
            desk.reshape(lambda: act(item, desk.store, desk.author))
        except FactcheckError as error:
            self.relist()
            self.tell(str(error), error=True)
        else:
            self.relist()

    def relist(self) -> None:
        """List what is to be looked at again, or what is gone."""
        store, reviewer = self._desk.store, self._desk.author.reviewer
        documents, scales = store.documents.all(), store.schemes.scales()
        self._found = list(rechecks(store, reviewer, documents, archived=self._archived))
        title = "Gone, with what was decided" if self._archived else "To check again"
        nothing = "Nothing is gone." if self._archived else "Nothing has to be checked again."
        rows = [_shown(item, scales) for item in self._found]
        self.show(f"{title} · {len(rows)}", rows, nothing)


def _shown(item: Recheck, scales: Scales) -> Content:
    return Content("\n").join(_lines(item, scales))


def _lines(item: Recheck, scales: Scales) -> Iterator[Content]:
    place = f" → {item.reference}" if item.reference else ""
    judged = [verdict_words(verdict, scales) for verdict in item.verdicts.values()]
    was = f"  was judged {', '.join(judged)}" if judged else ""
    yield Content.assemble((f"{item.was_reference}{place}  {item.fate}", "bold"), was)
    yield word_diff(item.old, item.now.sentence.text if item.now else item.old)
    yield Content("")
