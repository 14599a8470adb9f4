"""Lines that a widget has drawn whole: they go to the screen as they are, and are kept for it."""

from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget


class DrawnLines(Widget):
    """Hands its lines to the screen without looking for borders, padding or links to add.

    Textual keeps on each strip what it has cut and rendered of it: a line costs next to nothing
    as long as `render_line` returns the same strip for it.
    """

    def render_lines(self, crop: Region) -> list[Strip]:
        """Return the lines of `crop`, which is in cells of the widget."""
        strips = [self.render_line(y) for y in crop.line_range]
        background = self.background_colors[1]
        for line_filter in self.get_line_filters():
            strips = [strip.apply_filter(line_filter, background) for strip in strips]
        if crop.column_span != (0, self.size.width):
            strips = [strip.crop(*crop.column_span) for strip in strips]
        return strips
