"""What changed between two wordings, as it is shown: by sign and colour, never by colour alone."""

from typing import Final

from textual.content import Content

from factcheck.domain.display import flowing
from factcheck.domain.wording import Edit, words_changed

_SHOWN: Final = {
    Edit.KEPT: ("{}", ""),
    Edit.REMOVED: ("[-{}-]", "strike $text-error"),
    Edit.ADDED: ("{{+{}+}}", "bold $text-success"),
}
"""How a run of words is written, and its style."""


def word_diff(old: str, new: str) -> Content:
    """Return how `old` became `new`, removed words in `[- -]` and added ones in `{+ +}`."""
    parts = []
    for edit, text in words_changed(old, new):
        written, style = _SHOWN[edit]
        parts.append((written.format(flowing(text)), style))
    return Content.assemble(*parts)
