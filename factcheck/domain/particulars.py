"""An article's particulars: what is known about it beside its text."""

import re
from typing import Annotated, Final

from pydantic import AfterValidator

from factcheck.domain.text import PartialDate, Text, WebAddressOrNothing
from factcheck.domain.value import Value

_LANGUAGE: Final = re.compile(r"[a-z]{2,3}(-[a-z0-9]{2,8})*", re.ASCII | re.IGNORECASE)


def _language_tag(text: str) -> str:
    if text and not _LANGUAGE.fullmatch(text):
        raise ValueError("write it as en, de or pt-BR")
    return text


LanguageTag = Annotated[Text, AfterValidator(_language_tag)]
"""A language as BCP 47 writes it, or nothing."""


class Particulars(Value):
    """What is known about an article; empty where nobody knows."""

    title: Text = ""
    """What it is called."""
    url: WebAddressOrNothing = ""
    """Where it was published."""
    author: Text = ""
    """Who wrote it; several names are separated by semicolons."""
    publisher: Text = ""
    """Who published it."""
    date: PartialDate = ""
    """When it was published."""
    language: LanguageTag = ""
    """What it is written in, as BCP 47 writes it, such as `en` or `pt-BR`."""
