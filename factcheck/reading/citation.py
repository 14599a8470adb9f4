"""The words of a citation: which of them are quoted, and which name the source."""

import re
from typing import Final, NamedTuple

from factcheck.reading.quotation import Quotation, quotations_in
from factcheck.reading.written_dates import written_dates

_ACCESSED: Final = re.compile(
    r"(?:(?:last|zuletzt|dernier)\s+)?"
    r"(?:accessed|retrieved|viewed|visited|access(?:ed)?\s+date|abgerufen|aufgerufen|zugriff|abruf"
    r"|stand|consulté|consulta(?:do|ta|to)|acced(?:ido|uto)|acesso|acessado|geraadpleegd|bezocht"
    r"|hämtad|läst|lest|dostęp|дата обращения|проверено)\b[^.;\n]{0,8}$",
    re.IGNORECASE,
)
"""What says that the date behind it is the day on which somebody read the source."""
_LABEL: Final = re.compile(
    r"(?:^|(?<=[\s(,;.]))(?:source|quelle|fuente|fonte|bron|källa|kilde|źródło|zdroj|источник|url"
    r"|link|available (?:at|from)|verfügbar unter|disponible (?:en|sur)|read more|via"
    r"|retrieved from)\s*:\s*$|^(?:via|source|from|quelle)\s*$",
    re.IGNORECASE | re.MULTILINE,
)
"""Words that lead to an address, and say nothing once that is taken out."""
_PREPOSITION: Final = re.compile(
    r"(?:^|(?<=[\s(,;.]))(?:published|updated|posted|available|date|datum|at|from|via|on|am|vom|le"
    r"|el|il|em|den|the|in)[\s:]*$",
    re.IGNORECASE,
)
"""Words that lead to an address or a date among names."""
_EMPTY: Final = re.compile(
    r"(?<!\s)\s*+(?:\((?:see|cf\.?|via|source)?[\s,;:.]*\)|\[[\s,;:.]*\])", re.IGNORECASE
)
_SEPARATOR: Final = re.compile(r"\s+(?:[-–—|•·]|::)\s+")
_BETWEEN_NAMES: Final = re.compile(r"[.,;]\s+|\n|\s+(?:[-–—|•·]|::)\s+")
_EDGES: Final = "()[] \t\n,;:.-–—|•·~"
_SENTENCE_END: Final = re.compile(r"[.!?…。！？][\"”“’»)\]]*$")
_REMARK: Final = re.compile(r"\s+(?=[(\[])|(?<=[.!?…])\s+")
"""What stands before a remark behind a quote: in brackets, or a sentence of its own."""
_AUTHOR_AND_YEAR: Final = re.compile(
    r"(?P<author>[^()\n]{2,200}?)\s*\((?P<date>[^()\n]{4,40})\)[.,:]\s+(?P<rest>\S.+)"
)
_BULLET: Final = re.compile(r"\A[-–—•*|·:]\s+")
_LONGEST_NAME: Final = 6
"""Words of a publisher's name; what has more is part of a sentence."""


_LONGEST_REMARK: Final = 80
"""Characters of a remark that says when the source was read."""
_LONGEST_NAMING: Final = 500
"""Characters of what names a source; what is longer is a text."""


class Cited(NamedTuple):
    """What a citation says; what it does not say is empty."""

    quote: str = ""
    title: str = ""
    publisher: str = ""
    author: str = ""
    published: str = ""
    """A day, a month or a year as ISO 8601 writes it."""
    accessed: str = ""
    """The same."""


class _Dated(NamedTuple):
    """A text whose dates were taken out."""

    text: str
    published: str
    accessed: str


def cited_in(text: str, *, titled: bool = False) -> Cited:
    """Return what the words beside an address say; where nothing tells, they are the quote.

    Where the source is `titled` already, what follows a dash is its publisher.
    """
    text = _LABEL.sub("", _EMPTY.sub("", text)).strip()
    quotations = quotations_in(text)
    if len(quotations) == 1 and _stands_alone(quotations[0]):
        return _quoted(quotations[0])
    return _author_and_year(text) or _unquoted(text, titled=titled)


def _stands_alone(quotation: Quotation) -> bool:
    """Whether what stands around a quotation can name its source, and is no sentence with it."""
    if max(len(quotation.before), len(quotation.after)) > _LONGEST_NAMING:
        return False
    before = quotation.before.rstrip(" \t")
    led_to = not before or before[-1] in ":—–-.,|\n"
    behind = _tidy(_dated(quotation.after).text)
    return led_to and (not behind[:1].islower() or quotation.after.startswith("\n"))


def _quoted(quotation: Quotation) -> Cited:
    """Return a quotation with what stands before and after it as its source."""
    leading, dated = _dated(quotation.before), _dated(quotation.after)
    before, after = _tidy(leading.text), _tidy(dated.text)
    if before and after and dated.published and quotation.before.rstrip().endswith("."):
        return Cited(  # as the Chicago manual cites: an author, and a title in quotation marks
            title=quotation.quote.rstrip(".,"),
            author=before,
            publisher=_parts(after)[0],
            published=dated.published,
            accessed=dated.accessed,
        )
    attributed = re.match(r"\s*[-–—~]", quotation.after) is not None
    on_own_line = "\n" in quotation.before.strip(" \t") and not after
    names = Cited(title=before) if on_own_line else _named(_parts(after or before), attributed)
    return names._replace(
        quote=quotation.quote,
        published=dated.published or leading.published,
        accessed=dated.accessed or leading.accessed,
    )


def _named(parts: list[str], attributed: bool) -> Cited:
    """Return the parts of a source's name as what they most likely are."""
    *others, last = parts or [""]
    if not _is_name(last):
        return Cited(title=", ".join(parts))
    first = ", ".join(others)
    return Cited(author=first, publisher=last) if attributed else Cited(title=first, publisher=last)


def _author_and_year(text: str) -> Cited | None:
    """Return what a citation after the APA's manual says: author (date). Title. Publisher."""
    match = _AUTHOR_AND_YEAR.fullmatch(text) if len(text) <= _LONGEST_NAMING else None
    dates = written_dates(f"({match['date']})") if match else []
    if match is None or not dates:
        return None
    rest = _dated(match["rest"])
    title, *others = re.split(r"\.\s+", rest.text, maxsplit=1)
    return Cited(
        title=_tidy(title),
        publisher=_tidy("".join(others)),
        author=match["author"].strip(" ,"),
        published=dates[0].date,
        accessed=rest.accessed,
    )


def _unquoted(text: str, *, titled: bool) -> Cited:
    """Return a citation without quotation marks: lines that name the source, and the quote."""
    cited = Cited()
    quoted: list[str] = []
    lines = text.split("\n")
    for line in lines:
        found = _named_in(line, at_edge=line in (lines[0], lines[-1]), titled=titled)
        quoted.append(found.quote if found else line)
        if found:
            cited = Cited(*(old or new for old, new in zip(cited, found, strict=True)))
    quote, dates = _without_dates_behind("\n".join(quoted).strip())
    return cited._replace(
        quote=_BULLET.sub("", quote) if re.search(r"\w", quote) else "",
        published=cited.published or dates.published,
        accessed=cited.accessed or dates.accessed,
    )


def _without_dates_behind(quote: str) -> tuple[str, Cited]:
    """Return a quote without the remark behind it that holds only dates, and those."""
    for gap in _REMARK.finditer(quote, max(0, len(quote) - _LONGEST_REMARK)):
        dates = _dates_alone(quote[gap.end() :])
        if dates and (dates.accessed or quote[gap.end()] in "(["):
            return quote[: gap.start()], dates
    return quote, Cited()


def _named_in(line: str, *, at_edge: bool, titled: bool) -> Cited | None:
    """Return what a line names; titles stand only at the edge of what is pasted."""
    if len(line) > _LONGEST_NAMING:
        return None
    return _dates_alone(line) or (_names_alone(line, titled=titled) if at_edge else None)


def _dates_alone(line: str) -> Cited | None:
    """Return the dates of a line that holds nothing else."""
    dated = _dated(line)
    if _tidy(dated.text) or not (dated.published or dated.accessed):
        return None
    return Cited(published=dated.published, accessed=dated.accessed)


def _names_alone(line: str, *, titled: bool) -> Cited | None:
    """Return what a line that is no sentence names: a title, its publisher, perhaps dates."""
    dated = _dated(line)
    ends_with_date = any(not _tidy(line[one.end :]) for one in written_dates(line))
    names = _SEPARATOR.split(_EMPTY.sub("", dated.text).strip(_EDGES.replace(".", "")))
    if len(names) < 2 and ends_with_date:
        names = _parts(dated.text)
    *titles, last = names
    is_title = titles or (titled and _SEPARATOR.match(f" {line}"))
    if not is_title or not _is_name(last) or (_SENTENCE_END.search(line) and not ends_with_date):
        return None
    if titles and titles[-1].endswith("."):
        cited = _named(_parts(last), attributed=True)._replace(quote=titles[-1])
    else:
        cited = Cited(title=" - ".join(titles), publisher=_tidy(last))
    return cited._replace(published=dated.published, accessed=dated.accessed)


def _dated(text: str) -> _Dated:
    """Return `text` without its dates, and the first of either kind."""
    published = accessed = ""
    pieces, at = [], 0
    for found in written_dates(text):
        before = text[at : found.start]
        label = _ACCESSED.search(before)
        if label:
            accessed = accessed or found.date
            before = before[: label.start()]
        else:
            published = published or found.date
        pieces.append(before)
        at = found.end
    return _Dated("".join([*pieces, text[at:]]), published, accessed)


def _parts(names: str) -> list[str]:
    """Return the names between commas, stops and dashes."""
    return [name for name in map(_tidy, _BETWEEN_NAMES.split(names)) if name]


def _tidy(words: str) -> str:
    """Return a name without what links and dates leave behind when they are taken out."""
    words = _EMPTY.sub("", words).strip(_EDGES)
    while words != (shorter := _PREPOSITION.sub("", words).strip(_EDGES)):
        words = shorter
    return " ".join(words.split())


def _is_name(words: str) -> bool:
    """Whether `words` can be the name of a publisher."""
    begins = words[:1]
    host = "." in words and " " not in words
    return (
        0 < len(words.split()) <= _LONGEST_NAME
        and (not begins.islower() or host)
        and not _SENTENCE_END.search(words)
    )
