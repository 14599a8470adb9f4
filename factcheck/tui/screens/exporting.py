"""Choosing the format of an export."""

from factcheck.export.formats import FORMATS
from factcheck.tui.screens.choosing import Alternative, ChoosingScreen


class FormatScreen(ChoosingScreen):
    """Lists the formats that can be written; ends with the name of one."""

    def __init__(self) -> None:
        """Offer every format that can be written."""
        forms = (form for form in FORMATS.values() if form.lines or form.files)
        offered = [Alternative(form.name, form.name, form.suffix, form.holds) for form in forms]
        super().__init__("Export · which format", offered)
