"""From bytes to text: exactly, or not at all."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.domain.errors import Unreadable
from factcheck.reading.text import decode

BYTE_ORDER_MARK = b"\xef\xbb\xbf"


@given(st.text().filter(str.strip))
def test_utf8_is_read_exactly(text: str) -> None:
    assert decode(BYTE_ORDER_MARK + text.encode()) == text


def test_line_ends_and_odd_characters_stay_as_they_are() -> None:
    text = "a\r\nb\rc\n\u200b“d”\x00e\u0301"
    assert decode(text.encode()) == text


@given(st.binary())
def test_what_is_not_utf8_is_refused_and_never_replaced(content: bytes) -> None:
    try:
        text = decode(content)
    except Unreadable:
        return
    assert text.encode() == content.removeprefix(BYTE_ORDER_MARK)


@pytest.mark.parametrize(
    ("content", "byte"),
    [
        ("Größe".encode("latin-1"), 2),
        ("text".encode("utf-16"), 0),
        (b"abc\xed\xa0\x80", 3),  # half of a surrogate pair
        (b"abc\xc0\xaf", 3),  # an overlong slash
        (b"cut off \xe2\x82", 8),
    ],
)
def test_the_first_byte_that_is_not_utf8_is_named(content: bytes, byte: int) -> None:
    with pytest.raises(Unreadable, match=rf"is not UTF-8 text \(byte {byte}\): save it as UTF-8"):
        decode(content)


@pytest.mark.parametrize("content", [b"", BYTE_ORDER_MARK, b" \r\n\t", "\u2003\u2029".encode()])
def test_a_file_without_text_is_refused(content: bytes) -> None:
    with pytest.raises(Unreadable, match="holds no text"):
        decode(content)
