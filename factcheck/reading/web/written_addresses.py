"""Web addresses as they are passed around: with tracking, in archives, with the words they mark."""

import re
from typing import Final, NamedTuple
from urllib.parse import unquote, urlsplit

_TRACKING: Final = re.compile(
    r"(utm_\w*|fbclid|gclid|gclsrc|dclid|gbraid|wbraid|msclkid|yclid|ysclid|twclid|ttclid|igshid"
    r"|igsh|mibextid|srsltid|li_fat_id|mc_cid|mc_eid|mkt_tok|_hsenc|_hsmi|oly_enc_id|vero_id"
    r"|ref_src|ref_url|_ga|_gl)(=.*)?",
    re.IGNORECASE | re.DOTALL,
)
"""Parameters that say who passed an address on, and nothing of what stands there."""
_DIRECTIVE: Final = ":~:"
"""What begins the part of a fragment that is for browsers alone (WICG, URL Fragment Text)."""
_ARCHIVE_TODAY: Final = frozenset(
    f"archive.{ending}" for ending in ("today", "ph", "is", "li", "vn", "fo", "md")
)
_ARCHIVES: Final = _ARCHIVE_TODAY | {
    "web.archive.org",
    "wayback.archive-it.org",
    "arquivo.pt",
    "webarchive.nationalarchives.gov.uk",
    "perma.cc",
    "ghostarchive.org",
}
_CAPTURED: Final = re.compile(
    r"/(?P<time>[\d.:-]{4,20}(?:[a-z]{2}_)?|\*|save|newest|o/\w+)/(?P<page>.+)"
)
"""How archives write the time of a copy, and then what they copied."""
_NO_COPIES: Final = frozenset({"*", "save", "newest"})
"""What stands in the time's place where an address leads to no copy, but to a list of them."""
_SCHEME: Final = re.compile(r"(https?):/+", re.IGNORECASE)


class Archived(NamedTuple):
    """What the address of an archive leads to."""

    copy: str
    """Where the copy is; empty where the address leads to none."""
    original: str
    """What it is a copy of; empty where the address does not say."""


class Marked(NamedTuple):
    """Words that an address marks on its page, as `#:~:text=` does."""

    before: str = ""
    quote: str = ""
    after: str = ""


def is_web_address(text: str) -> bool:
    """Return whether `text` is an http or https address that can be kept."""
    try:
        parts = urlsplit(text)
        named = parts.scheme in {"http", "https"} and bool(parts.hostname)
    except ValueError:
        return False
    return named and text.isprintable() and " " not in text


def without_tracking(url: str) -> str:
    """Return `url` without the parameters that only say who passed it on; all else stays."""
    address, hash_mark, fragment = url.partition("#")
    path, question_mark, query = address.partition("?")
    return path + _kept(question_mark, query) + _kept(hash_mark, fragment)


def without_marks(url: str) -> str:
    """Return `url` without the words that it marks on its page."""
    return url.partition(_DIRECTIVE)[0].removesuffix("#") if _DIRECTIVE in url else url


def marked_by(url: str) -> Marked:
    """Return the first words that `url` marks on its page; a stretch is joined by an ellipsis."""
    directive = url.partition("#")[2].partition(_DIRECTIVE)[2]
    for part in directive.split("&"):
        name, _, value = part.partition("=")
        if name == "text" and value:
            return _marked(value.split(","))
    return Marked()


def archived_at(url: str) -> Archived | None:
    """Return what `url` leads to where it is an archive's; None where it is none."""
    parts = urlsplit(url)
    host = (parts.hostname or "").removeprefix("www.")
    if host not in _ARCHIVES or not parts.path.strip("/"):
        return None
    match = _CAPTURED.search(url.partition("//")[2])
    original = _with_scheme(match["page"]) if match else ""
    copy = "" if match and match["time"] in _NO_COPIES else url
    return Archived(copy, original if is_web_address(original) else "")


def _kept(mark: str, parameters: str) -> str:
    kept = [part for part in parameters.split("&") if not _TRACKING.fullmatch(part)]
    return mark + "&".join(kept) if kept else ""


def _marked(parts: list[str]) -> Marked:
    before = parts.pop(0).removesuffix("-") if parts[0].endswith("-") else ""
    after = parts.pop().removeprefix("-") if parts and parts[-1].startswith("-") else ""
    quote = " […] ".join(unquote(part) for part in parts if part)
    return Marked(unquote(before), quote, unquote(after))


def _with_scheme(page: str) -> str:
    """Return an archived page's address, some of whose slashes copying may have eaten."""
    if _SCHEME.match(page):
        return _SCHEME.sub(r"\1://", page, count=1)
    if re.match(r"https?%3a", page, re.IGNORECASE):
        return unquote(page)
    return f"http://{page}" if "." in page.partition("/")[0] else ""
