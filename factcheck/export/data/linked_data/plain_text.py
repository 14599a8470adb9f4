"""Markdown as plain text, for places that show no marks."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token


_DEEPEST: Final = 100
"""Quotations within quotations; what lies deeper is left out by the parser."""

_LONGEST: Final = 20_000
"""Characters; the parser's time grows with the square of brackets that nobody closes."""


class _Block(NamedTuple):
    text: str
    nested: bool
    """Whether it stands in a list or a quotation."""


def plain_text(markdown: str) -> str:
    """Return what Markdown says; numbers of lists and addresses of links stay, and so does HTML.

    What is very long stays as it is.
    """
    if len(markdown) > _LONGEST:
        return markdown
    return _joined(_blocks(_parser().parse(markdown))) or markdown


@cache
def _parser() -> MarkdownIt:
    from markdown_it import MarkdownIt

    return MarkdownIt("commonmark", {"html": False, "maxNesting": _DEEPEST})


def _joined(blocks: Iterator[_Block]) -> str:
    """Return blocks with a line between two of them, but for those of one list."""
    text, before = "", False
    for block in blocks:
        between = "\n" if block.nested and before else "\n\n"
        text += (between if text else "") + block.text
        before = block.nested
    return text


def _blocks(tokens: list[Token]) -> Iterator[_Block]:
    mark = ""
    for token in tokens:
        if token.type == "list_item_open":
            mark += f"{token.info}{token.markup} "
        elif token.type == "inline":
            yield _Block(mark + _words(token.children or []), nested=token.level > 1)
            mark = ""
        elif token.type in {"fence", "code_block"}:
            yield _Block(mark + token.content.rstrip("\n"), nested=token.level > 0)
            mark = ""


def _words(tokens: list[Token]) -> str:
    said, address = "", ""
    for token in tokens:
        if token.type in {"softbreak", "hardbreak"}:
            said += "\n"
        elif token.type == "link_open":
            address = str(token.attrs["href"])
        elif token.type == "link_close":
            said += "" if said.endswith(address) else f" ({address})"
        elif token.type == "image":
            said += f"{token.content} ({token.attrs['src']})"
        else:
            said += token.content
    return said
