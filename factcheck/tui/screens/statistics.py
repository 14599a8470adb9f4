"""What the review of all articles comes to, drawn as bars."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.events import Resize
from textual.widgets import Static

from factcheck.export.statistics_charts import Chart, charts
from factcheck.services.statistics import statistics
from factcheck.store.store import Store
from factcheck.tui.screens.dialog import Dialog
from factcheck.tui.widgets.keys_line import KeysLine


class StatisticsScreen(Dialog[None]):
    """Shows progress, tags, verdicts, evidence and pace of all reviewers."""

    DEFAULT_CSS = """
    StatisticsScreen {
        & > VerticalScroll {
            width: 100;
            height: 100%;
            padding: 0 1;
            scrollbar-gutter: stable;
        }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss(None)", "close"),
        Binding("q", "app.quit", "quit"),
        Binding("j,down", "scroll(1)", "down", show=False),
        Binding("k,up", "scroll(-1)", "up", show=False),
        Binding("pagedown,space", "page(1)", "page down", show=False),
        Binding("pageup", "page(-1)", "page up", show=False),
    ]

    def __init__(self, store: Store) -> None:
        """Show the figures of all articles in `store`, as they are now."""
        super().__init__()
        self._statistics = statistics(store)

    def compose(self) -> ComposeResult:
        """Lay out the charts."""
        with VerticalScroll() as column:
            column.border_title = "Statistics"
            yield Static()
        yield KeysLine()

    def on_mount(self) -> None:
        """Take the keys at once."""
        self.set_focus(self.query_one(VerticalScroll))
        self.call_after_refresh(self._draw)

    def on_resize(self, event: Resize) -> None:
        """Draw anew, as wide as there is room."""
        self.call_after_refresh(self._draw)

    def action_scroll(self, lines: int) -> None:
        """Scroll by a number of lines."""
        self.query_one(VerticalScroll).scroll_relative(y=lines, animate=False)

    def action_page(self, pages: int) -> None:
        """Scroll by a number of pages."""
        column = self.query_one(VerticalScroll)
        column.scroll_relative(y=pages * column.scrollable_content_region.height, animate=False)

    def _draw(self) -> None:
        column = self.query_one(VerticalScroll)
        width = column.scrollable_content_region.width
        shown = [_section(chart) for chart in charts(self._statistics, max(1, width))]
        self.query_one(Static).update(Content("\n\n").join(shown))


def _section(chart: Chart) -> Content:
    return Content.assemble((chart.heading, "bold"), "\n", "\n".join(chart.lines))
