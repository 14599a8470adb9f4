"""What a reviewer pastes as a source: an address, a quote, a citation, or all in any order."""

import re
from typing import Final, NamedTuple

from factcheck.reading.citation import cited_in
from factcheck.reading.quotation import unmarked
from factcheck.reading.web.written_addresses import (
    Archived,
    Marked,
    archived_at,
    is_web_address,
    marked_by,
    without_marks,
    without_tracking,
)

_LONGEST: Final = 20_000
"""Characters; what is longer is a text, and no source."""
_TITLED: Final = (
    r"!?\[(?P<title>[^\[\]]*)\]\(\s*<?(?P<there>https?://(?:[^\s<>()]|\([^\s<>()]*\))+)"
    r">?(?:\s+(?:\"[^\"]*\"|'[^']*'))?\s*\)"
)
"""A Markdown link or picture."""
_BARE: Final = r"(?:https?://|(?<![\w@/.-])www\.(?=[\w-]+\.))[^\s<>\"“”„«»‹›「」『』]+"
_LINK: Final = re.compile(rf"(?<![ \t])[ \t]*+(?:{_TITLED}|<?(?P<bare>{_BARE})>?)", re.IGNORECASE)
_TRAILING: Final = ".,;:!?'’‘…*_|"
"""What ends a sentence around an address, and no address."""
_BRACKETS: Final = {")": "(", "]": "[", "}": "{"}


class Pasted(NamedTuple):
    """The fields of an evidence item as far as a paste tells them; the others are empty."""

    url: str = ""
    """Where the source is, without tracking."""
    quote: str = ""
    """The words relied on."""
    quote_before: str = ""
    """The words before the quote."""
    quote_after: str = ""
    """The words after the quote."""
    title: str = ""
    publisher: str = ""
    author: str = ""
    published: str = ""
    """A day, a month or a year as ISO 8601 writes it."""
    accessed: str = ""
    """The same."""
    archived: str = ""
    """Where a copy is archived."""


class _Link(NamedTuple):
    url: str
    title: str


class _Address(NamedTuple):
    """What the addresses of a paste say together."""

    url: str = ""
    archived: str = ""
    marked: Marked = Marked()


def source_in(pasted: str) -> Pasted:
    """Return what `pasted` says of a source; without an address all of it is a quote."""
    text = pasted.encode(errors="replace").decode().strip()
    if len(text) > _LONGEST:
        return Pasted(quote=text)
    links: list[_Link] = []
    rest = _LINK.sub(lambda match: _taken(match, links), text)
    address = _address([link.url for link in links])
    if not links:
        return Pasted(quote=unmarked(text))
    linked = next((link.title for link in links if link.title), "")
    cited = cited_in(rest, titled=bool(linked))
    marked = address.marked if cited.quote in {"", address.marked.quote} else Marked()
    said = {**cited._asdict(), "quote": cited.quote or marked.quote, "title": linked or cited.title}
    return Pasted(
        **said,
        url=address.url,
        archived=address.archived,
        quote_before=marked.before,
        quote_after=marked.after,
    )


def _taken(match: re.Match[str], links: list[_Link]) -> str:
    """Put a link among `links`, and return what stays of it in the text."""
    written = match["there"] or match["bare"]
    url = written if match["there"] else _trimmed(written)
    whole = url if re.match("http", url, re.IGNORECASE) else f"https://{url}"
    scheme, colon, place = whole.partition(":")
    whole = scheme.lower() + colon + place
    if not is_web_address(whole):
        return match[0]
    title = " ".join((match["title"] or "").split())
    inside = title and _is_inside_sentence(match)
    links.append(_Link(whole, "" if inside or not re.search(r"[^\W\d_]", title) else title))
    left = title if inside else written[len(url) :]
    gap = "" if match.string[match.end() :][:1].isspace() and not left else " "
    return gap + left


def _is_inside_sentence(match: re.Match[str]) -> bool:
    """Whether words stand on both sides of a link, on its line."""
    before = match.string[: match.start()].rpartition("\n")[2]
    after = match.string[match.end() :].partition("\n")[0]
    return all(re.search(r"\w", side) for side in (before, after))


def _trimmed(url: str) -> str:
    """Return `url` without the marks of the sentence around it."""
    while url:
        opening = _BRACKETS.get(url[-1])
        unopened = opening is not None and url.count(url[-1]) > url.count(opening)
        if url[-1] not in _TRAILING and not unopened:
            break
        url = url[:-1]
    return url


def _address(urls: list[str]) -> _Address:
    """Return the first address that is no archive's, and the first of an archive's copy."""
    archives = [(url, archived_at(url)) for url in urls]
    copies = [archived for _, archived in archives if archived]
    originals = [url for url, archived in archives if archived is None]
    original = [*originals, *(archived.original for archived in copies if archived.original)]
    marked = next((m for m in map(marked_by, urls) if m.quote), Marked())
    return _Address(
        url=without_tracking(without_marks(original[0])) if original else "",
        archived=without_marks(_first_copy(copies)),
        marked=marked,
    )


def _first_copy(copies: list[Archived]) -> str:
    return next((archived.copy for archived in copies if archived.copy), "")
