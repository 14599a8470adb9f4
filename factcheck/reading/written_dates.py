"""Dates as people write them in citations, in the languages that fact-checkers cite."""

import re
from collections.abc import Iterator
from datetime import date
from typing import Final, NamedTuple

_MONTHS: Final = (
    "jan|january|januar|janvier|enero|ene|gennaio|gen|janeiro|januari|stycznia|января|января|січня",
    "feb|february|februar|février|fevrier|févr|febrero|febbraio|fevereiro|fev|februari|lutego"
    "|февраля|лютого",
    "mar|march|märz|maerz|mars|marzo|março|marco|maart|marca|марта|березня",
    "apr|april|avril|avr|abril|abr|aprile|kwietnia|апреля|квітня",
    "may|mai|mayo|maggio|mag|maio|mei|maj|maja|мая|травня",
    "jun|june|juni|juin|junio|giugno|giu|junho|czerwca|июня|червня",
    "jul|july|juli|juillet|juil|julio|luglio|lug|julho|lipca|июля|липня",
    "aug|august|août|aout|agosto|ago|augustus|augusti|sierpnia|августа|серпня",
    "sep|sept|september|septembre|septiembre|settembre|set|setembro|września|сентября|вересня",
    "oct|okt|october|oktober|octobre|octubre|ottobre|ott|outubro|out|października|октября|жовтня",
    "nov|november|novembre|noviembre|novembro|listopada|ноября|листопада",
    "dec|dez|december|dezember|décembre|decembre|déc|diciembre|dic|dicembre|dezembro|grudnia"
    "|декабря|грудня",
)
_NUMBER_OF: Final = {
    name: number for number, names in enumerate(_MONTHS, 1) for name in names.split("|")
}
_NAME: Final = "|".join(sorted(_NUMBER_OF, key=len, reverse=True))
_YEAR: Final = r"(?P<y>(?:1[5-9]|20)[0-9][0-9])"
_DAY: Final = r"(?P<d>[0-3]?[0-9])"
_OF: Final = r"(?:\s+de|\s+of)?"
_FORMS: Final = tuple(
    re.compile(rf"(?<![\w/.-]){form}(?![\w/-])", re.IGNORECASE)
    for form in (
        rf"{_YEAR}-(?P<m>[0-9][0-9])-{_DAY}(?:T[0-9:.+]+Z?)?",
        rf"{_YEAR}([/.])(?P<m>[0-9]?[0-9])\2{_DAY}",
        rf"{_YEAR}年\s?(?P<m>[0-9]?[0-9])月\s?{_DAY}日",
        rf"{_DAY}\.\s?(?P<m>[01]?[0-9])\.\s?{_YEAR}",
        rf"{_DAY}/(?P<m>[0-3]?[0-9])/{_YEAR}",
        rf"{_DAY}(?:\.|st|nd|rd|th|er|º)?{_OF}\s+(?P<n>{_NAME})\.?,?{_OF}\s+{_YEAR}",
        rf"(?P<n>{_NAME})\.?\s+{_DAY}(?:st|nd|rd|th)?,?\s+{_YEAR}",
        rf"{_YEAR},?\s+(?P<n>{_NAME})\.?\s+{_DAY}",
        rf"(?P<n>{_NAME})\.?,?{_OF}\s+{_YEAR}",
        rf"{_YEAR}-(?P<m>[01][0-9])",
        rf"(?<=\(){_YEAR}(?=[a-z]?\))",
    )
)
"""From the fullest to the barest; a lone year is a date only in brackets."""


class WrittenDate(NamedTuple):
    """A date in a text."""

    start: int
    """Where it begins, in code points."""
    end: int
    """Where it ends, exclusive."""
    date: str
    """The same as ISO 8601 writes it: a day, a month or a year."""


def written_dates(text: str) -> list[WrittenDate]:
    """Return the dates in `text`, in order; what could be either of two days is none."""
    found: list[WrittenDate] = []
    for form in _FORMS:
        for match in form.finditer(text):
            iso = _iso(match)
            apart = all(match.end() <= one.start or one.end <= match.start() for one in found)
            if iso and apart:
                found.append(WrittenDate(match.start(), match.end(), iso))
    return sorted(found)


def _iso(match: re.Match[str]) -> str:
    parts = match.groupdict()
    months = list(_months(parts))
    if "d" not in parts:
        possible_month = all(1 <= month <= 12 for month in months)
        return "-".join([parts["y"], *(f"{m:02}" for m in months)]) if possible_month else ""
    days = {_day(int(parts["y"]), month, int(parts["d"])) for month in months}
    if parts.get("m") and "/" in match.group() and not match.group().startswith(parts["y"]):
        days.add(_day(int(parts["y"]), int(parts["d"]), int(parts["m"])))
    possible = days - {""}
    return possible.pop() if len(possible) == 1 else ""


def _months(parts: dict[str, str]) -> Iterator[int]:
    if parts.get("n"):
        yield _NUMBER_OF[parts["n"].casefold()]
    elif parts.get("m"):
        yield int(parts["m"])


def _day(year: int, month: int, day: int) -> str:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return ""
