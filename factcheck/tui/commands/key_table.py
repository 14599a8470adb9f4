"""The key table as people read it, derived from the commands."""

from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from factcheck.tui.commands.claim_windows import CLAIM_WINDOW_COMMANDS
from factcheck.tui.commands.command import Command, shown_keys
from factcheck.tui.commands.dialogs import FORM_COMMANDS, RECHECK_COMMANDS, SPLIT_COMMANDS
from factcheck.tui.commands.lists import (
    HISTORY_COMMANDS,
    LIBRARY_COMMANDS,
    LINT_COMMANDS,
    QUEUE_COMMANDS,
    REPORT_COMMANDS,
    SIGN_OFF_COMMANDS,
)
from factcheck.tui.commands.review import COMMANDS

_IN_WINDOWS: Final = (
    *FORM_COMMANDS,
    *SPLIT_COMMANDS,
    *RECHECK_COMMANDS,
    *LINT_COMMANDS,
    *LIBRARY_COMMANDS,
    *QUEUE_COMMANDS,
    *HISTORY_COMMANDS,
    *REPORT_COMMANDS,
    *SIGN_OFF_COMMANDS,
    *CLAIM_WINDOW_COMMANDS,
)
"""The commands of what opens over the review."""


class KeyRow(NamedTuple):
    """One row of the key table."""

    keys: str
    name: str
    explanation: str


def key_table(commands: tuple[Command, ...] = COMMANDS) -> Iterator[KeyRow]:
    """Yield the key table as people read it: every command, then those of forms and lists."""
    return key_rows((*commands, *_IN_WINDOWS))


def key_rows(commands: Iterable[Command]) -> Iterator[KeyRow]:
    """Yield a row a command."""
    for command in commands:
        yield KeyRow(shown_keys(command), command.name, command.explanation)
