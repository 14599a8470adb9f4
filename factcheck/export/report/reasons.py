"""What reviewers write in Markdown, tamed: emphasis, lists, quotations, code and http(s) links.

Nothing else in it is structure: HTML is text, a picture is a link, a heading is a paragraph
in bold, and a link that leads elsewhere than to http or https stays its own source. Markdown and
HTML come from the same tokens; see the CommonMark specification 0.31.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Final

from markdown_it import MarkdownIt
from markdown_it.token import Token
from markdown_it.tree import SyntaxTreeNode

from factcheck.domain.display import displayable, one_line
from factcheck.export.commonmark import at_line_start, escaped, literal, literal_lines, target

_OTHER_STRUCTURE: Final = ["hr", "html_block", "html_inline", "image", "lheading", "reference"]
_DEEPEST: Final = 40
"""Quotations and lists inside each other; text that goes deeper is shown as it was typed."""
_LIVE_ADDRESS: Final = re.compile(r"https?://[^/?#\\]", re.IGNORECASE)
_TAB: Final = 4
"""Spaces that a tab stands for at most, as in CommonMark 2.2."""
_LAST_NUMBER: Final = 999_999_999
"""Of an item in a list, as in CommonMark 5.2."""
_NOBODY_S: Final = "noopener noreferrer nofollow"
"""What a link says of a page that is not ours."""
_LINE_END: Final = re.compile("\r\n|\r|\n")
_NOTHING: Final = "&#32;"
"""Stands where nothing does: `- - -` would be a line, and two lists would be one."""
_RUN_BY_GENERATORS: Final = re.compile(r"\{[{%]")
"""Liquid and its like look into code too, where nothing can be escaped."""
_BACKTICKS: Final = re.compile("`+")
_WORDS: Final = "words"
_EMPHASIS: Final = {"em_open", "strong_open"}

_Render = Callable[[SyntaxTreeNode], Iterator[str]]


def _is_live(url: str) -> bool:
    return bool(_LIVE_ADDRESS.match(url))


def _reader() -> MarkdownIt:
    reader = MarkdownIt("commonmark", {"html": False, "maxNesting": _DEEPEST})
    reader.disable(_OTHER_STRUCTURE)
    reader.validateLink = _is_live  # type: ignore[method-assign]
    return reader


_READER: Final = _reader()


def as_html(text: str) -> str:
    """Return HTML for what a reviewer wrote in Markdown."""
    return str(_READER.renderer.render(_tokens(text), _READER.options, {}))


def as_markdown(text: str) -> str:
    """Return Markdown for it that says the same, and brings no other structure."""
    blocks = _tokens(text)
    for block in blocks:
        # kept out of the tree, where emphasis in emphasis would be deeper than Python can go
        block.meta, block.children = {_WORDS: block.children or []}, []
    return "\n".join(_blocks(SyntaxTreeNode(blocks).children))


def _tokens(text: str) -> list[Token]:
    """Return the tokens of a text, with the structure only that a reviewer may bring."""
    lines = [displayable(line.expandtabs(_TAB)) for line in _LINE_END.split(text)]
    tokens = _READER.parse("\n".join(lines))
    if any(token.level >= _DEEPEST - 1 for token in tokens):
        tokens = _READER.parse("\n\n".join(map(literal, lines)))
    for place, token in enumerate(tokens):
        token.info = ""
        if token.type == "heading_open":
            _embolden(*tokens[place : place + 3])
        for child in token.children or []:
            child.content = one_line(child.content)
            if child.type == "link_open":
                child.attrSet("rel", _NOBODY_S)
    return tokens


def _embolden(opening: Token, words: Token, closing: Token) -> None:
    """Make a heading a paragraph in bold."""
    opening.type, closing.type = "paragraph_open", "paragraph_close"
    opening.tag = closing.tag = "p"
    if words.children:
        bold, plain = Token("strong_open", "strong", 1), Token("strong_close", "strong", -1)
        bold.markup = plain.markup = "**"
        words.children = [bold, *words.children, plain]


def _blocks(nodes: Sequence[SyntaxTreeNode]) -> Iterator[str]:
    """Yield the lines of blocks, with an empty line between them where they need one."""
    for place, node in enumerate(nodes):
        if place and not _follows_closely(node, nodes[place - 1]):
            yield ""
        yield from _BLOCKS[node.type](node)


def _follows_closely(node: SyntaxTreeNode, before: SyntaxTreeNode) -> bool:
    """Whether a list stands right under the words of an item that it belongs to."""
    in_a_tight_list = before.type == "paragraph" and before.hidden
    begins = node.type == "bullet_list" or (node.type == "ordered_list" and _start(node) == 1)
    return in_a_tight_list and begins and bool(node.children[0].children)


def _paragraph(node: SyntaxTreeNode) -> Iterator[str]:
    inline = node.children[0]
    tokens: list[Token] = inline.meta[_WORDS]
    words = "".join(_inline(tokens))
    if not _says(words, tokens):
        words = escaped(inline.content.replace("\n", " "))
    lines = filter(None, (line.strip(" ") for line in words.split("\n")))
    yield from [*map(at_line_start, lines)] or [_NOTHING]


def _says(markdown: str, meant: Sequence[Token]) -> bool:
    """Whether Markdown is read as what it was made from.

    Where white space or a letter that was written as an entity stands beside emphasis, it is not.
    """
    if not any(token.type in _EMPHASIS for token in meant):
        return True
    return _structure(_READER.parseInline(markdown)[0].children or []) == _structure(meant)


def _structure(tokens: Iterable[Token]) -> list[str]:
    return [token.type for token in tokens if token.type != "text"]


def _quotation(node: SyntaxTreeNode) -> Iterator[str]:
    return (f"> {line}".rstrip(" ") for line in [*_blocks(node.children)] or [""])


def _code(node: SyntaxTreeNode) -> Iterator[str]:
    if _RUN_BY_GENERATORS.search(node.content):
        yield from literal_lines(node.content)
        return
    fence = _backticks(node.content, at_least=3)
    yield from (fence, *node.content.removesuffix("\n").split("\n"), fence)


def _list(node: SyntaxTreeNode) -> Iterator[str]:
    loose = any(not part.hidden for item in node.children for part in item.children)
    for place, item in enumerate(node.children):
        if place and loose:
            yield ""
        number = min(_start(node) + place, _LAST_NUMBER)
        mark = f"{number}{item.markup} " if node.type == "ordered_list" else f"{item.markup} "
        yield from _indented(mark, _blocks(item.children))


def _indented(mark: str, lines: Iterable[str]) -> Iterator[str]:
    """Yield the lines of an item, the first after its mark and the others under it."""
    for place, line in enumerate([*lines] or [_NOTHING]):
        yield f"{' ' * len(mark) if place else mark}{line}".rstrip(" ")


def _start(node: SyntaxTreeNode) -> int:
    return int(node.attrs.get("start", 1))


_BLOCKS: Final[Mapping[str, _Render]] = {
    "paragraph": _paragraph,
    "blockquote": _quotation,
    "bullet_list": _list,
    "ordered_list": _list,
    "fence": _code,
    "code_block": _code,
}


def _inline(tokens: Iterable[Token]) -> Iterator[str]:
    address = ""
    for token in tokens:
        if token.type == "link_open":
            address = str(token.attrs["href"])
        yield (
            f"](<{target(address)}>)" if token.type == "link_close" else _INLINE[token.type](token)
        )


def _words(token: Token) -> str:
    words = escaped(token.content)
    # before a link, it would make it a picture
    return f"{words[:-1]}\\!" if words.endswith("!") else words


def _code_words(token: Token) -> str:
    words = token.content
    if _RUN_BY_GENERATORS.search(words):
        return escaped(words)
    fence = _backticks(words, at_least=1)
    touching = words.startswith("`") or words.endswith("`") or words.strip(" ") != words
    return f"{fence} {words} {fence}" if touching and words.strip(" ") else f"{fence}{words}{fence}"


def _backticks(content: str, at_least: int) -> str:
    """Return as many backticks as stand nowhere in `content` together."""
    longest = max(map(len, _BACKTICKS.findall(content)), default=0)
    return "`" * max(at_least, longest + 1)


_INLINE: Final[Mapping[str, Callable[[Token], str]]] = {
    "text": _words,
    **dict.fromkeys(
        ("em_open", "em_close", "strong_open", "strong_close"), lambda token: token.markup
    ),
    "code_inline": _code_words,
    "link_open": lambda token: "[",
    "softbreak": lambda token: "\n",
    "hardbreak": lambda token: "\\\n",
}
