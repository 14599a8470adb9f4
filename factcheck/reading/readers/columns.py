"""Which columns of a table hold an article and what is said about it."""

from typing import Final, NamedTuple


class Columns(NamedTuple):
    """The names of the columns; only the text must be there."""

    text: str = "text"
    title: str = "title"
    url: str = "url"
    date: str = "date"
    author: str = "author"
    publisher: str = "publisher"
    language: str = "language"
    rows: str = "articles"
    """What a row is: one of `articles`, or one of `sentences`; see ROWS."""


USUAL: Final = Columns()
"""The names that most tables use."""
ROWS: Final = ("articles", "sentences")
"""What a row can be: an article, or a sentence of the article that the rows around it are of."""
