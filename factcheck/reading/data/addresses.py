"""Addresses in data: foreign files may hold anything in their place, and graphs not all signs."""

import re
from typing import Final
from urllib.parse import quote

from pydantic import TypeAdapter, ValidationError

from factcheck.domain.text import WebAddressOrNothing

_ADDRESS: Final = TypeAdapter[str](WebAddressOrNothing)
_NOT_IN_ADDRESSES: Final = re.compile(r'[<>"{}|\\^`]')
"""What no IRI may hold (RFC 3987), and written addresses sometimes do."""


def web_address(text: str | None) -> str:
    """Return `text` where it is an http or https address, else nothing."""
    try:
        return _ADDRESS.validate_python(text or "")
    except ValidationError:
        return ""


def iri(address: str) -> str:
    """Return a written address as one that graphs can hold."""
    return _NOT_IN_ADDRESSES.sub(lambda match: quote(match[0]), address)


def as_written(address: str, written: str) -> str:
    """Return how an address was `written` before `iri` changed it, if that is what it says."""
    return written if iri(written) == address else address
