"""The heading of a part of a form, which opens and closes."""

from collections.abc import Sequence
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from factcheck.domain.display import shortened


class SectionHeading(Widget, can_focus=True):
    """Says what is in a part of a form; space, enter or a click opens and closes it."""

    DEFAULT_CSS = """
    SectionHeading {
        height: 1;
        margin-top: 1;
        border-left: blank;
        padding: 0 1;
        color: $text-accent;
        &:focus { border-left: outer $accent; background: $boost; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "switch", "Open or close", show=False),
        Binding("right", "open(True)", "Open", show=False),
        Binding("left", "open(False)", "Close", show=False),
    ]

    is_open: reactive[bool] = reactive(False, init=False)

    class Toggled(Message):
        """The part was opened or closed."""

    def __init__(self, title: str, labels: Sequence[str], *, is_open: bool) -> None:
        """Stand over the fields with those labels."""
        super().__init__()
        self.title = title
        self._labels = labels
        self.set_reactive(SectionHeading.is_open, is_open)

    def render(self) -> Content:
        """Return the title, and what is in it where that is not in sight."""
        title = f"{'▾' if self.is_open else '▸'} {self.title}"
        inside = "" if self.is_open else f": {', '.join(self._labels)}"
        room = max(0, self.content_size.width - len(title))
        return Content.assemble((title, "bold"), (shortened(inside, room), "$text-muted"))

    def watch_is_open(self) -> None:
        """Tell that it was opened or closed."""
        self.post_message(self.Toggled())

    def on_click(self, event: events.Click) -> None:
        """Open or close it."""
        event.stop()
        self.action_switch()

    def action_switch(self) -> None:
        """Open it, or close it."""
        self.is_open = not self.is_open

    def action_open(self, is_open: bool) -> None:
        """Open it, or close it."""
        self.is_open = is_open
