"""A window over the review, which stays in sight behind it."""

from typing import TypeVar

from textual.screen import ModalScreen

_Answer = TypeVar("_Answer")


class Dialog(ModalScreen[_Answer]):
    """Holds one framed column in the middle of the screen; ends with an answer."""

    DEFAULT_CSS = """
    Dialog {
        align: center middle;
        background: $background 60%;
        & > Vertical, & > VerticalScroll {
            max-width: 100%;
            max-height: 100%;
            border: round $accent;
            background: $surface;
            scrollbar-size-vertical: 1;
        }
    }
    """

    def keep_draft(self) -> None:
        """Keep what was typed and not saved, as the program ends; most ask for nothing to keep."""
