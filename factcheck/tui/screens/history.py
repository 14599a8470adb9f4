"""Everything ever decided on a sentence, register by register, and any of it decided again."""

from collections.abc import Iterator

from textual import getters
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from factcheck.domain.display import one_line
from factcheck.domain.errors import FactcheckError, NeedsCorrection
from factcheck.domain.identity import claim_of, number_of
from factcheck.services.recording import Decisions, Remedy
from factcheck.services.restoring import restore
from factcheck.services.successions import Step, Succession, successions_on
from factcheck.tui.commands.bindings import bindings
from factcheck.tui.commands.lists import HISTORY_COMMANDS
from factcheck.tui.commands.review import QUIT
from factcheck.tui.desk import Desk
from factcheck.tui.forms.correction import correction_form
from factcheck.tui.screens.dialog import Dialog
from factcheck.tui.screens.form import Form
from factcheck.tui.widgets.keys_line import KeysLine
from factcheck.tui.word_diff import word_diff


class HistoryScreen(Dialog[bool]):
    """Lists the decisions on the current sentence; ends with whether one was restored."""

    DEFAULT_CSS = """
    HistoryScreen {
        & > Vertical { width: 100; height: 90%; }
        OptionList { height: 1fr; border: none; &:focus { border: none; } }
        &:nocolor OptionList > .option-list--option-highlighted { text-style: bold underline; }
    }
    """

    options = getters.query_one(OptionList)

    def __init__(self, desk: Desk) -> None:
        """Show the history of the sentence under the cursor of `desk`."""
        super().__init__()
        self._bindings = bindings((*HISTORY_COMMANDS, QUIT))
        self._desk = desk
        self._sentence = desk.current.sentence
        self._steps: dict[str, Step] = {}
        self._restored = False

    def compose(self) -> ComposeResult:
        """Lay out the decisions."""
        with Vertical() as column:
            column.border_title = Content(f"History · sentence {self._sentence.number}")
            yield OptionList()
        yield KeysLine()

    def on_mount(self) -> None:
        """List what there is, the latest decision highlighted, and take the keys at once."""
        self._list()
        self.set_focus(self.options)

    def action_step(self, step: int) -> None:
        """Go down (1) or up (-1) in the list."""
        if step > 0:
            self.options.action_cursor_down()
        else:
            self.options.action_cursor_up()

    def action_end(self, side: int) -> None:
        """Go to the top (0) or to the bottom (-1)."""
        if side == 0:
            self.options.action_first()
        else:
            self.options.action_last()

    async def action_restore(self) -> None:
        """Decide again what the highlighted decision said; or say why that cannot be."""
        step = self._highlighted
        if step is None:
            return
        if step.obstacle:
            self._tell(f"not restored: {step.obstacle}")
            return
        decided: Decisions = ()

        def act(remedy: Remedy | None) -> Decisions:
            nonlocal decided
            decided = restore(self._desk.store, self._desk.author, step.decision, remedy)
            return decided

        try:
            self._desk.go_back_to(self._sentence.id)
            self._desk.decide(lambda: act(None))
        except NeedsCorrection:
            form = correction_form(self._desk, act)
            await self.app.push_screen(Form(form), self._show_restored)
        except FactcheckError as error:
            self._tell(str(error))
        else:
            self._show_restored(bool(decided))

    def action_leave(self) -> None:
        """Close."""
        self.dismiss(self._restored)

    @property
    def _highlighted(self) -> Step | None:
        option = self.options.highlighted_option
        return self._steps.get(option.id) if option and option.id else None

    def _show_restored(self, restored: bool | None) -> None:
        if restored:
            self._restored = True
            self._list()
        elif restored is False:
            self._tell("it stands so already")

    def _list(self) -> None:
        """List every register with its decisions, the latest of all highlighted."""
        store, reviewer = self._desk.store, self._desk.author.reviewer
        try:
            found = successions_on(store, self._sentence.id, reviewer)
        except FactcheckError as error:
            self._tell(str(error))
            return
        self._steps = {step.decision.id: step for each in found for step in each.steps}
        self.options.clear_options()
        for succession in found:
            self.options.add_option(Option(_heading(succession), disabled=True))
            self.options.add_options(
                Option(_shown(step), id=step.decision.id) for step in succession.steps
            )
        if found:
            self.options.highlighted = self.options.get_option_index(
                max(self._steps, key=self._moment)
            )
        else:
            nothing = Content("Nothing has been decided here yet.")
            self.options.add_option(Option(nothing, disabled=True))

    def _moment(self, name: str) -> str:
        return self._steps[name].decision.at

    def _tell(self, news: str) -> None:
        self.notify(one_line(news), markup=False)


def _heading(succession: Succession) -> Content:
    """Return what the decisions below are about."""
    subject, kind = claim_of(succession.subject), succession.decided
    claim = f" · claim {number_of(subject)}" if "#" in subject and number_of(subject) > 1 else ""
    whose = f" · {one_line(succession.reviewer)}" if succession.reviewer else ""
    return Content.styled(f"{kind.upper()}{claim}{whose}", "bold")


def _shown(step: Step) -> Content:
    return Content("\n").join(_lines(step))


def _lines(step: Step) -> Iterator[Content]:
    decision = step.decision
    moment = f"{decision.at[:10]} {decision.at[11:19]} UTC  "
    yield Content.assemble(
        (moment, "$text-muted"),
        (one_line(decision.reviewer) + "  ", "bold"),
        (one_line(step.story), "strike" if step.retracted else ""),
        "  (taken back)" if step.retracted else "",
    )
    if step.new:
        yield Content("  ") + word_diff(step.old, step.new)
