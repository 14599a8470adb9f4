"""Forms and command lines give words: from words to the fields of a value, and back."""

import re
from collections.abc import Mapping
from typing import Any, Final, TypeVar, get_args, get_origin

from factcheck.domain.value import Value

_V = TypeVar("_V", bound=Value)
_BETWEEN: Final = re.compile(r"[,;\n]")
"""What separates the entries of a list that was typed."""


def filled(model: type[_V], words: Mapping[str, str], **fields: Any) -> _V:
    """Return the value whose fields `words` say, and `fields` as they are; raises InvalidValue.

    Lists are separated by commas; nothing stands for a field that says nothing.
    """
    return model.of(**{name: _read(model, name, said) for name, said in words.items()}, **fields)


def written(value: Value, *names: str) -> dict[str, str]:
    """Return the named fields of a value, or all, as they would be typed."""
    said = value.model_dump(mode="json", include=set(names) or None)
    return {name: _written(said[name]) for name in (names or said)}


def _read(model: type[Value], name: str, said: str) -> object:
    annotation = model.model_fields[name].annotation
    if get_origin(annotation) is tuple:
        entries = (entry.strip() for entry in _BETWEEN.split(said))
        return tuple(dict.fromkeys(filter(None, entries)))
    if not said.strip() and type(None) in get_args(annotation):
        return None
    if annotation is bool:
        return said.strip() or False
    return said


def _written(said: object) -> str:
    if isinstance(said, list):
        return ", ".join(map(str, said))
    if isinstance(said, bool):
        return "yes" if said else ""
    return "" if said is None else str(said)
