"""Text out of a piece of HTML: what a reader would see of it, a line a block."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from factcheck.domain.errors import Unreadable

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_UNSEEN: Final = frozenset(
    ("script", "style", "template", "noscript", "head", "iframe", "object", "embed", "svg", "math")
)
_INLINE: Final = re.compile(
    "a|abbr|acronym|b|bdi|bdo|big|cite|code|data|del|dfn|em|font|i|img|ins|kbd|mark|nobr|q|ruby|s"
    "|samp|small|span|strike|strong|sub|sup|time|tt|u|var|wbr"
)
"""What does not end the line; everything else does, known or not."""
_MOST_ATTRIBUTES: Final = 500
"""Words in one tag; the parser's time grows with their square."""
_TAG: Final = re.compile(r"<(?:[^\W\d]|:)(?:\"[^\"]*+\"|'[^']*+'|[^>\"'])*+")
_QUOTED: Final = re.compile(r"\"[^\"]*+\"|'[^']*+'")
_SPACE: Final = re.compile(r"[ \t\r\n\f]+")


def parsed(html: str) -> "HtmlElement":
    """Return the tree of a page; raises Unreadable where reading it would take too long."""
    from lxml.html import HTMLParser, document_fromstring

    refuse_crowded(html)
    parser = HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, collect_ids=False)
    return document_fromstring(html.encode(), parser=parser)


def refuse_crowded(markup: str) -> None:
    """Raise Unreadable where HTML or XML holds a tag that would take too long to read."""
    if any(_is_crowded(match[0]) for match in _TAG.finditer(markup)):
        raise Unreadable("holds a tag with hundreds of attributes: save its text and add that")


def text_of(html: str) -> str:
    """Return the words of a piece of HTML, each block on a line of its own; raises Unreadable."""
    if not html.strip():
        return ""
    pieces = "".join(_pieces(parsed(f"<div>{html}</div>")))
    lines = (_SPACE.sub(" ", line).strip() for line in pieces.split("\v"))
    return "\n".join(filter(None, lines))


def _is_crowded(tag: str) -> bool:
    if len(tag) <= _MOST_ATTRIBUTES:
        return False
    return len(_QUOTED.sub("", tag).split()) > _MOST_ATTRIBUTES


def _pieces(tree: "HtmlElement") -> Iterator[str]:
    """Yield the words in order, and a vertical tab at each end of a block."""
    from lxml.etree import iterwalk

    walk = iterwalk(tree, events=("start", "end"))
    for event, element in walk:
        edge = "" if _INLINE.fullmatch(element.tag) else "\v"
        if event == "end":
            yield edge + (element.tail or "")
        elif element.tag in _UNSEEN:
            walk.skip_subtree()
        else:
            yield edge + (element.text or "")
