"""Addresses in foreign files, which may hold anything in their place."""

from typing import Final

from pydantic import TypeAdapter, ValidationError

from factcheck.domain.text import WebAddressOrNothing

_ADDRESS: Final = TypeAdapter[str](WebAddressOrNothing)


def web_address(text: str | None) -> str:
    """Return `text` where it is an http or https address, else nothing."""
    try:
        return _ADDRESS.validate_python(text or "")
    except ValidationError:
        return ""
