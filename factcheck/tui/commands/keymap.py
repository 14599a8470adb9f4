"""The reviewer's own keys: `keys.toml` read, checked against the command table, and applied.

"tag.claim" = "d"
"sentence.next" = ["n", "down"]

Two commands on one key are refused, unless one of them gives way.
"""

import os
import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import replace
from pathlib import Path
from typing import Final

from platformdirs import user_config_path

from factcheck.domain.errors import InvalidKeys
from factcheck.tui.commands.command import Command
from factcheck.tui.commands.review import COMMANDS

_NAMED_KEY: Final = re.compile(
    r"(shift\+(?=\w{2})|ctrl\+|alt\+)*([a-z0-9]|f\d{1,2}|up|down|left|right|home|end|pageup|pagedown|enter|tab"
    r"|space|escape|backspace|delete|insert)"
)
_LARGEST: Final = 20_000
"""Bytes; all keys of all commands take a tenth, and reading time grows with the square."""
_RESERVED: Final = {"ctrl+q", "ctrl+c", "tab", "shift+tab"}
"""Keys with a meaning of their own in every terminal program of this kind."""


def keys_file() -> Path:
    """Return where the reviewer's own keys are looked for: in an empty file without a home."""
    try:
        return user_config_path("factcheck", appauthor=False) / "keys.toml"
    except RuntimeError:
        return Path(os.devnull)


def commands_in_force(path: Path) -> tuple[Command, ...]:
    """Return all commands with the keys that the file at `path` gives them; raises InvalidKeys."""
    chosen = dict(_chosen_keys(path)) if path.exists() else {}
    unknown = chosen.keys() - {command.id for command in COMMANDS}
    if unknown:
        raise InvalidKeys(f"{path} names no command of ours: {', '.join(sorted(unknown))}")
    taken = {key for keys in chosen.values() for key in keys}
    commands = tuple(_with_keys(command, chosen, taken) for command in COMMANDS)
    _refuse_clashes(path, commands)
    _refuse_missing(path, [command for command in commands if command.id in chosen])
    return commands


def _with_keys(command: Command, chosen: Mapping[str, tuple[str, ...]], taken: Set[str]) -> Command:
    """Return a command with its own keys, or with those that are left to it."""
    if command.id in chosen:
        return replace(command, keys=chosen[command.id], footer_keys="")
    if command.gives_way and taken & set(command.keys):
        return replace(command, keys=tuple(key for key in command.keys if key not in taken))
    return command


def _chosen_keys(path: Path) -> Iterator[tuple[str, tuple[str, ...]]]:
    try:
        leaves = list(_leaves(tomllib.loads(_text_of(path))))
    except RecursionError as error:
        raise InvalidKeys(f"{path} is nested too deeply: write it flatter") from error
    except (OSError, ValueError) as error:
        raise InvalidKeys(f"{path} cannot be read as TOML: {error}") from error
    for name, value in leaves:
        keys = (value,) if isinstance(value, str) else value
        if not isinstance(keys, list | tuple) or not keys or not all(map(_is_key, keys)):
            raise InvalidKeys(f'{path}: {name} = {value!r} names no key: write "d" or ["d", "f2"]')
        yield name, tuple(keys)


def _text_of(path: Path) -> str:
    with path.open("rb") as stream:
        content = stream.read(_LARGEST + 1)
    if len(content) > _LARGEST:
        raise InvalidKeys(f"{path} is too large for a key table: is it another file?")
    return content.decode("utf-8")


def _leaves(table: dict[str, object], prefix: str = "") -> Iterator[tuple[str, object]]:
    """Yield dotted names with their values, whether the file quotes the dots or not."""
    for name, value in table.items():
        if isinstance(value, dict):
            yield from _leaves(value, f"{prefix}{name}.")
        else:
            yield prefix + name, value


def _is_key(key: object) -> bool:
    if not isinstance(key, str):
        return False
    if key in _RESERVED:
        return False
    return (len(key) == 1 and key.isprintable() and key != " ") or bool(_NAMED_KEY.fullmatch(key))


def _refuse_clashes(path: Path, commands: tuple[Command, ...]) -> None:
    owners: dict[str, Command] = {}
    for command in commands:
        for key in command.keys:
            if key in owners:
                raise InvalidKeys(
                    f"{path}: {key!r} is the key of both {owners[key].id} and {command.id}"
                )
            owners[key] = command


def _refuse_missing(path: Path, commands: Iterable[Command]) -> None:
    """Refuse fewer keys than a command has places for, as for the ratings of a scale."""
    for command in commands:
        if len(command.keys) < command.places:
            raise InvalidKeys(
                f"{path}: {command.id} needs {command.places} keys, one for each rating"
            )
