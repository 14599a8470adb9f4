"""Options that each say one field of a decision: a table of them, and what was given."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any, NamedTuple

import click


class FieldOption(NamedTuple):
    """An option for one field."""

    metavar: str
    """What a value is called in the help; unused where there are choices."""
    meaning: str
    """What the option says."""
    choices: Iterable[str] = ()
    """The values there are, if there is a list of them; an empty value clears the field."""
    several: bool = False
    """Whether it may be given more than once."""


def field_options(table: Mapping[str, FieldOption]) -> Callable[..., Any]:
    """Return what adds an option for each field; what is not given is None."""

    def add(command: Callable[..., Any]) -> Callable[..., Any]:
        for name, option in reversed(list(table.items())):
            command = _option(name, option)(command)
        return command

    return add


def given(fields: Mapping[str, Any]) -> dict[str, str]:
    """Return the options that were given, those given several times as one list."""
    return {
        name: ", ".join(value) if isinstance(value, tuple) else value
        for name, value in fields.items()
        if value is not None and value != ()
    }


def _option(name: str, option: FieldOption) -> Callable[..., Any]:
    choices = [str(choice) for choice in option.choices]
    kind = click.Choice([*choices, ""]) if choices else None
    metavar = f"[{'|'.join(choices)}]" if choices else option.metavar
    return click.option(
        f"--{name.replace('_', '-')}",
        name,
        type=kind,
        metavar=metavar,
        multiple=option.several,
        help=option.meaning,
    )
