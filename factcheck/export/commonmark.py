"""Foreign text inside Markdown: whatever it holds, CommonMark renders just its characters.

Also neutral for GitHub's additions (tables, strike-through, bare links); see the CommonMark
specification 0.31, sections 2.4 (backslash escapes) and 6.3 (links).
"""

import re
from collections.abc import Iterator
from typing import Final

from factcheck.domain.display import displayable, one_line

_ACTIVE: Final = re.compile(r"[\\`*_\[\]<>&~|#@{}]|(?<=\{)%")
"""Braces mean something to what site generators make of Markdown: Liquid, kramdown, MDX."""
_ACTIVE_AT_START: Final = re.compile(r"^(\d{1,9}(?=[.)])|)([-+=:.)])")
_BARE_LINK: Final = re.compile(r"(?<=/)/|(?<=www)\.|\.(?=[^\W\d_]{2})", re.IGNORECASE)
"""What a bare address needs to be one: `//`, `www.`, or a dot before a top-level domain."""
_PLAIN_ADDRESS: Final = re.compile(r"https?://[a-z0-9][\w./%?=+,:;@!-]*", re.IGNORECASE | re.ASCII)
"""One that stands between `<` and `>` as it is, in CommonMark's autolinks (section 6.5)."""
_ACTIVE_IN_ADDRESS: Final = re.compile(r"[\\<>&]")
_ENCODED_IN_ADDRESS: Final = str.maketrans({"{": "%7B", "}": "%7D"})


def literal(text: str) -> str:
    """Return Markdown for `text` on one line, which renders as exactly its visible characters."""
    return at_line_start(escaped(one_line(text).strip()))


def escaped(text: str) -> str:
    """Return `text` as it stands literally within a line, where something comes before it."""
    return _BARE_LINK.sub(r"\\\g<0>", _ACTIVE.sub(r"\\\g<0>", one_line(text)))


def at_line_start(markdown: str) -> str:
    """Return a line that begins with escaped words fit to begin a block."""
    return _ACTIVE_AT_START.sub(r"\1\\\2", markdown)


def literal_lines(text: str) -> Iterator[str]:
    """Yield Markdown lines for `text` of one or more paragraphs, each of its lines a paragraph."""
    for number, line in enumerate(filter(str.strip, displayable(text).split("\n"))):
        if number:
            yield ""
        yield literal(line)


def link(address: str, words: str) -> str:
    """Return a link to `address` shown as `words`; just the words where it is not of the web."""
    if words == address and _PLAIN_ADDRESS.fullmatch(address):
        return f"<{address}>"
    if not address.lower().startswith(("http://", "https://")):
        return literal(words)
    return f"[{literal(words)}](<{target(address)}>)"


def target(address: str) -> str:
    """Return an address as it stands between `<` and `>` in a link."""
    return _ACTIVE_IN_ADDRESS.sub(r"\\\g<0>", one_line(address)).translate(_ENCODED_IN_ADDRESS)
