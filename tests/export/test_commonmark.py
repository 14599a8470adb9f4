"""Foreign text inside Markdown renders as its own characters, and as nothing else."""

from collections.abc import Callable, Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from factcheck.domain.display import displayable, one_line
from factcheck.export.commonmark import link, literal, literal_lines

READERS = {
    "commonmark": MarkdownIt("commonmark"),
    "with tables": MarkdownIt("commonmark").enable(["table", "strikethrough"]),
    "gfm-like": MarkdownIt("gfm-like"),
}

Place = Callable[[str], str]

PLACES: dict[str, Place] = {
    "in a paragraph": lambda words: f"{words}\n",
    "after other text": lambda words: f"Claim: {words}\n",
    "after a list number": lambda words: f"7. claim: {words}\n",
    "alone in a list": lambda words: f"- {words}\n",
    "in a quotation": lambda words: f"> {words}\n",
    "in a quotation in a list": lambda words: f"1. source\n\n   > {words}\n\n2. source\n",
    "in a heading": lambda words: f"# {words}\n",
    "in a table": lambda words: f"| a | b |\n|:--|--:|\n| {words} | 1 |\n",
    "under a paragraph": lambda words: f"paragraph\n\n{words}\n\nparagraph\n",
}

HOSTILE = (
    "[/foo]",
    "[@click=app.quit]x[/]",
    "![x](y)",
    "[x](y)",
    "[x][y]",
    "<script>alert(1)</script>",
    "<!-- x -->",
    "<http://evil.com>",
    "<a@b.c>",
    "&amp;",
    "&#35;",
    "&copy",
    "# x",
    "# x #",
    "x #",
    "x\n===",
    "===",
    "---",
    "***",
    "___",
    "- - -",
    "1. x",
    "1) x",
    "1.",
    "123456789. x",
    "1234567890. x",
    "+ x",
    "- x",
    "* x",
    "> x",
    ":--",
    ":-:|:-:",
    "| a | b |",
    "|---|---|",
    "```",
    "``` x",
    "~~~",
    "`x`",
    "``x` x``",
    "    code",
    "\tcode",
    "*x*",
    "**x**",
    "_x_",
    "__x__",
    "~x~",
    "~~x~~",
    "http://evil",
    "http://evil.com",
    "https://evil.com/a_b_c?d=e&f=g",
    "ftp://evil.com",
    "_http://evil.com",
    "1http://evil.com",
    "éhttp://evil.com",
    "//evil.com",
    "//localhost",
    "///evil.com",
    "www.evil.com",
    "WWW.EVIL.COM",
    "_www.evil.com",
    "evil.com",
    "evil.com.",
    "end.It was",
    "пример.рф",
    "xn--e1afmkfd.xn--p1ai",
    "☃.net",
    "a@b.c",
    "a@evil.com",
    "mailto:a@evil.com",
    "xmpp:a@evil.com",
    "javascript:alert(1)",
    "@user #1",
    "trailing backslash\\",
    "\\",
    "\\\\",
    "\\*x\\*",
    "hard break  ",
    "[x]: http://y",
    "[x]: <y> 'z'",
    "[^1]",
    "[^1]: note",
    "[ ] task",
    "- [x] task",
    "$x$",
    ":smile:",
    "(c) (tm) -- ... \"q\" 'q'",
    "\x1b[31mred\x1b]0;title\x07",
    "\x9b31m",
    "\x00",
    "a\u202eb\u2066c\u2069",
    "a\u2028b\u2029c\x85d\x0be\x0cf",
    "\u00a0x\u00a0",
    "\u3000# x\u3000",
    "\ufeffx",
    "a\u200db\u200c",
    "\ud800",
    "e\u0301 \N{PILE OF POO}",
)

SHRAPNEL = st.sampled_from(
    [*"\\`*_[]<>&~|#@-+=:.()!/ \t\n\r\x00\x1b'\"^$%{}019aTx\u00a0\u2028", *HOSTILE]
)
WILD = st.one_of(
    st.text(st.characters(), max_size=60), st.lists(SHRAPNEL, max_size=12).map("".join)
)


def shown(text: str) -> str:
    return one_line(text).strip()


def walk(tokens: list[Token]) -> Iterator[Token]:
    for token in tokens:
        yield token
        yield from walk(token.children or [])


def structure(reader: MarkdownIt, markdown: str) -> list[str]:
    """Return the types of all tokens, without those that only hold text."""
    return [
        token.type
        for token in walk(reader.parse(markdown))
        if token.type not in {"text", "softbreak"}
    ]


def texts(reader: MarkdownIt, markdown: str) -> list[str]:
    """Return the rendered text of each block."""
    return [
        "".join("\n" if child.type == "softbreak" else child.content for child in token.children)
        for token in reader.parse(markdown)
        if token.type == "inline" and token.children is not None
    ]


def assert_literal(text: str, place: Place) -> None:
    """Assert that in every reader the text is the only thing that its place holds."""
    for reader in READERS.values():
        plain, wild = place("word"), place(literal(text))
        assert structure(reader, wild) == structure(reader, plain)
        if "table_open" in structure(reader, plain) or "|:--" not in plain:
            expected = [block.replace("word", shown(text)) for block in texts(reader, plain)]
            assert texts(reader, wild) == expected


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_only_text(text: str) -> None:
    for place in PLACES.values():
        assert_literal(text, place)


@settings(deadline=None, max_examples=200)
@given(WILD.filter(shown), st.sampled_from(sorted(PLACES)))
def test_any_text_is_only_text(text: str, where: str) -> None:
    assert_literal(text, PLACES[where])


@pytest.mark.parametrize("text", ["", " ", "\u00a0\u3000"])
def test_blank_text_is_nothing(text: str) -> None:
    assert literal(text) == ""
    assert list(literal_lines(text)) == []


@settings(deadline=None, max_examples=200)
@given(WILD)
def test_literal_text_holds_no_control_and_is_one_line(text: str) -> None:
    assert literal(text) == one_line(literal(text))


@pytest.mark.parametrize("length", [10_000, pytest.param(100_000, marks=pytest.mark.soak)])
def test_a_long_line_is_only_text(length: int) -> None:
    text = ("*[`_a <b> \\ a.com ![](> " * 5000)[:length]
    assert_literal(text, PLACES["after a list number"])


@pytest.mark.parametrize("text", ["A plain sentence, with 3.5 % and U.S. troops.", "Ends here."])
def test_plain_sentences_stay_readable(text: str) -> None:
    assert literal(text) == text


@settings(deadline=None, max_examples=120)
@given(WILD)
def test_every_line_of_a_text_is_a_paragraph(text: str) -> None:
    markdown = "\n".join(literal_lines(text))
    expected = [line.strip() for line in displayable(text).split("\n") if line.strip()]
    for reader in READERS.values():
        assert texts(reader, markdown) == expected
        assert set(structure(reader, markdown)) <= {"paragraph_open", "inline", "paragraph_close"}


def test_a_quotation_of_several_lines_stays_one_quotation() -> None:
    quoted = "\n".join(f"> {line}".rstrip() for line in literal_lines("one\n\n# two\n- three"))
    reader = READERS["gfm-like"]
    assert texts(reader, quoted) == ["one", "# two", "- three"]
    assert structure(reader, quoted).count("blockquote_open") == 1


def the_link(reader: MarkdownIt, markdown: str) -> tuple[str, str]:
    """Return address and words of the only link, which is all there is in the paragraph."""
    assert structure(reader, markdown) == [
        "paragraph_open",
        "inline",
        "link_open",
        "link_close",
        "paragraph_close",
    ]
    (opening,) = (token for token in walk(reader.parse(markdown)) if token.type == "link_open")
    (words,) = texts(reader, markdown)
    return str(opening.attrs["href"]), words


ADDRESSES = (
    "https://example.org/page",
    "https://example.org/a_b_c*d*?e=f&g=h#i",
    "https://example.org/(a)(b",
    "https://example.org/>)[x](http://evil.com)",
    "https://example.org/\\>)",
    "https://example.org/<script>",
    "https://example.org/`x`",
    "https://example.org/![x](y)",
    "https://example.org/'a\"b",
    "https://example.org/&amp;&#35;",
    "https://example.org/|x|",
    "https://user:word@example.org:8080/",
    "https://пример.рф/путь",
)


def assert_link(address: str, words: str) -> None:
    for reader in READERS.values():
        href, text = the_link(reader, link(address, words))
        assert href == reader.normalizeLink(address)
        assert text == shown(words)


@pytest.mark.parametrize("address", ADDRESSES)
def test_a_link_goes_where_it_says_and_shows_its_words(address: str) -> None:
    for words in ("example", *HOSTILE):
        assert_link(address, words)


@settings(deadline=None, max_examples=120)
@given(WILD.map(lambda path: "".join(filter(str.isprintable, path.replace(" ", "")))), WILD)
def test_any_address_and_any_words_are_one_link(path: str, words: str) -> None:
    assert_link(f"https://example.org/{path}", words)
