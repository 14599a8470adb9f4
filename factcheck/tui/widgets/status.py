"""The line on top: which article, where in it, and whether everything is saved."""

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from textual.reactive import reactive, var
from textual.strip import Strip

from factcheck.domain.display import one_line
from factcheck.tui.widgets.drawn import DrawnLines

SAVED = "saved"


class StatusLine(DrawnLines):
    """Shows the title on the left, and the place and the state of saving on the right."""

    ALLOW_SELECT = False
    DEFAULT_CSS = """
    StatusLine {
        height: 1;
        background: $panel;
        color: $foreground;
        &.-failed { background: $error; color: $text; text-style: bold; }
    }
    """

    title: reactive[str] = reactive("")
    place: reactive[str] = reactive("")
    """Article, sentence and how many are decided."""
    short_place: var[str] = var("")
    """The same for a narrow terminal; set it first, for it changes with the place."""
    state: reactive[str] = reactive(SAVED)
    """`saved`, or what was just done."""
    failure: reactive[str] = reactive("")
    """Why the last decision is not saved; empty when all is well."""

    def render_line(self, y: int) -> Strip:
        """Draw the line."""
        style = self.rich_style
        strip = Strip([Segment(self._words(), style)])
        return strip.adjust_cell_length(self.size.width, style)

    def _words(self) -> str:
        """Return what the line says; a failure takes all of it."""
        if self.failure:
            return f" ✗ {one_line(self.failure)}"
        width = self.size.width
        places = (f"{place} · " for place in (self.place, self.short_place))
        fitting = (place for place in places if cell_len(place) + len(SAVED) + 2 <= width)
        place = next(fitting, "")
        state = _cut(self.state, max(width - cell_len(place) - 2, len(SAVED)))
        right = f" {place}{state} "
        room = max(0, width - cell_len(right) - 1)
        return f" {set_cell_size(_cut(self.title, room), room)}{right}"

    def watch_failure(self) -> None:
        """Show or hide the failure."""
        self.set_class(bool(self.failure), "-failed")


def _cut(text: str, room: int) -> str:
    """Return `text` on one line of at most `room` cells, an ellipsis where it was cut."""
    line = one_line(text)
    if cell_len(line) <= room:
        return line
    return set_cell_size(line, room - 1).rstrip() + "…" if room else ""
