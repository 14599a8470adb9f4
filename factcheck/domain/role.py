"""Layout roles: what the lines around a sentence suggest that it is."""

from enum import StrEnum


class Role(StrEnum):
    """What the layout suggests; a hint for filler, never a decision."""

    HEADING = "heading"
    """A title, or the title of a section."""
    DATELINE = "dateline"
    """A date, a time, or a counter of readers or comments."""
    BYLINE = "byline"
    """Who wrote it, or for which agency."""
    CAPTION = "caption"
    """What stands under a picture."""
    LIST_ITEM = "list-item"
    """An entry of a list."""
    QUOTATION = "quotation"
    """A paragraph that the layout sets apart as somebody else's words."""
    NAVIGATION = "navigation"
    """Menus, related links, share buttons, notices: the page and not the article."""
    BODY = "body"
    """The running text."""
