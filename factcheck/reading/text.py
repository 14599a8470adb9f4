"""From bytes to text, exactly: what cannot be decoded is refused, never replaced."""

from factcheck.domain.errors import Unreadable


def decode(content: bytes) -> str:
    """Return the text in `content`, UTF-8 with or without a byte order mark; raises Unreadable."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Unreadable(
            f"is not UTF-8 text (byte {error.start}): save it as UTF-8 and add it again"
        ) from error
    if not text or text.isspace():
        raise Unreadable("holds no text: add a file with an article in it")
    return text
