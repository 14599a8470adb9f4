"""A command of the terminal program: something to do with one key."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from factcheck.domain.scales.scale import Scale


@dataclass(frozen=True)
class Command:
    """Something a reviewer can do with one key."""

    id: str
    """What `keys.toml` calls it."""
    keys: tuple[str, ...]
    """The keys that run it; any of them does."""
    name: str
    """What it is called in lists."""
    explanation: str
    """What it does, in a phrase."""
    action: str
    """The screen's action; `{place}` stands for the place of the key among the keys, from 1."""
    footer: str = ""
    """What the footer calls it; empty keeps it out of the footer."""
    places: int = 1
    """How many keys it needs at least."""
    footer_keys: str = ""
    """How the footer shows the keys, where that is not the first one."""
    gives_way: bool = False
    """Whether it gives a key up to a command that the reviewer has bound to it."""


def for_scale(command: Command, scale: Scale) -> Command:
    """Return the command with as many keys in the footer as the scale has ratings."""
    if command.footer_keys and "{place}" in command.action:
        shown = command.keys[: len(scale.ratings)]
        return replace(command, footer_keys=f"{shown[0]}-{shown[-1]}")
    return command


Keys = Mapping[str, tuple[str, ...]]
"""The keys of each command, by the command's id."""


def keys_of(commands: Iterable[Command]) -> Keys:
    """Return the keys of each command, by its id."""
    return {command.id: command.keys for command in commands}


def shown_keys(command: Command) -> str:
    """Return the command's keys as people read them; a row of digits is shown as a range."""
    if len(command.keys) > 2:
        return f"{command.keys[0]} ... {command.keys[-1]}"
    return " ".join(command.keys)
