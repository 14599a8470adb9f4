"""The key table as people read it, derived from the commands."""

from collections.abc import Iterator
from typing import NamedTuple

from factcheck.tui.command import Command, shown_keys
from factcheck.tui.commands import COMMANDS
from factcheck.tui.dialog_commands import FORM_COMMANDS, RECHECK_COMMANDS, SPLIT_COMMANDS
from factcheck.tui.lint_commands import LINT_COMMANDS


class KeyRow(NamedTuple):
    """One row of the key table."""

    keys: str
    name: str
    explanation: str


def key_table(commands: tuple[Command, ...] = COMMANDS) -> Iterator[KeyRow]:
    """Yield the key table as people read it: every command, then those of forms and lists."""
    for command in (*commands, *FORM_COMMANDS, *SPLIT_COMMANDS, *RECHECK_COMMANDS, *LINT_COMMANDS):
        yield KeyRow(shown_keys(command), command.name, command.explanation)
