"""What a page says beside its article."""

import pytest

from factcheck.domain.errors import Unreadable
from factcheck.reading.web.fetching import Page
from factcheck.reading.web.visible_text import visible_text

HTML = """<html><head><title>Schools</title><style>p {}</style></head><body>
<nav>Menu</nav><p>The town <b>grew</b>.</p><table><tr><td>Schools</td><td>5</td></tr></table>
<section class="comments"><p>Nonsense, says a reader.</p></section><script>var hidden;</script>
</body></html>"""


def page(content: bytes, media_type: str = "text/html", charset: str = "utf-8") -> Page:
    return Page("https://example.org/page", content, media_type, charset)


def test_tables_and_comments_are_a_part_of_what_a_page_says() -> None:
    lines = visible_text(page(HTML.encode())).split("\n")
    assert lines == [
        "Schools",
        "Menu",
        "The town grew.",
        "Schools",
        "5",
        "Nonsense, says a reader.",
    ]


def test_plain_text_is_what_it_is() -> None:
    assert visible_text(page(b"a < b\nc", "text/plain")) == "a < b\nc"


def test_a_page_is_decoded_as_it_declares_itself() -> None:
    html = "<html><head><meta charset=windows-1251></head><body>Школа</body></html>"
    assert "Школа" in visible_text(page(html.encode("cp1251"), charset=""))


def test_a_broken_character_does_not_hide_the_rest() -> None:
    html = b"<html><body>The town has 5 schools \xff\xfe\x81.</body></html>"
    assert "The town has 5 schools" in visible_text(page(html))


@pytest.mark.parametrize(
    ("content", "media_type", "what"),
    [
        (b"<html><body><script>app()</script></body></html>", "text/html", "no text"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\x00", "text/html", "PNG image"),
        (b"%PDF-1.4 broken", "application/pdf", "damaged"),
        (b"", "", "no text"),
    ],
)
def test_a_page_without_text_is_refused(content: bytes, media_type: str, what: str) -> None:
    with pytest.raises(Unreadable, match=what):
        visible_text(page(content, media_type))
