"""The kinds of text a reviewer types, each with what it must be."""

import re
from datetime import date
from typing import Annotated, Final
from urllib.parse import urlsplit

from pydantic import AfterValidator

_SURROGATE: Final = re.compile("[\ud800-\udfff]")
_PARTIAL_DATE: Final = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?", re.ASCII)
_LONGEST_NAME: Final = 100
"""Characters."""


def _well_formed(text: str) -> str:
    if _SURROGATE.search(text):
        raise ValueError("holds a character that is not Unicode: type it again")
    return text.strip()


def _said(text: str) -> str:
    if not text:
        raise ValueError("is empty: write something")
    return text


def _short(text: str) -> str:
    if len(text) > _LONGEST_NAME or not text.isprintable():
        raise ValueError(f"write a name of at most {_LONGEST_NAME} letters, on one line")
    return text


def name_in(text: str) -> str:
    """Return the name that somebody typed; raises ValueError where it is none."""
    return _short(_said(_well_formed(text)))


def _on_one_line(text: str) -> str:
    return " ".join(text.split())


def _partial_date(text: str) -> str:
    try:
        if text and not _PARTIAL_DATE.fullmatch(text):
            raise ValueError
        date.fromisoformat(text + "2024-01-01"[len(text) :])
    except ValueError:
        raise ValueError("write it as 2024, 2024-06 or 2024-06-18") from None
    return text


def _day(text: str) -> str:
    if len(text) != len("2024-06-18"):
        raise ValueError("write the whole day, as 2024-06-18")
    return _partial_date(text)


def _web_address(text: str) -> str:
    try:
        address = urlsplit(text)
        usable = address.scheme in {"http", "https"} and bool(address.hostname)
    except ValueError:
        usable = False
    if not usable or not text.isprintable() or " " in text:
        raise ValueError("write it as https://example.org/page (http and https only)")
    return text


def _web_address_or_nothing(text: str) -> str:
    return text and _web_address(text)


Text = Annotated[str, AfterValidator(_well_formed)]
"""Text without white space around it."""
SaidText = Annotated[Text, AfterValidator(_said)]
"""Text that says something."""
Name = Annotated[str, AfterValidator(name_in)]
"""A name on one line, at most 100 characters."""
Line = Annotated[Text, AfterValidator(_on_one_line)]
"""Text on one line, or nothing."""
PartialDate = Annotated[Text, AfterValidator(_partial_date)]
"""A year, a month or a day as ISO 8601 writes it, or nothing."""
Day = Annotated[Text, AfterValidator(_day)]
"""A day as ISO 8601 writes it."""
WebAddress = Annotated[Text, AfterValidator(_web_address)]
"""An http or https address, kept as it was written."""
WebAddressOrNothing = Annotated[Text, AfterValidator(_web_address_or_nothing)]
"""An http or https address, or nothing."""
