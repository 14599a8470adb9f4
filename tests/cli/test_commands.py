"""The table of commands says what the commands themselves say."""

import pkgutil
from importlib import import_module

import click
import pytest

import factcheck.cli
from factcheck.cli.commands import COMMANDS
from factcheck.cli.main import cli

LINE = 1_000
"""Columns that no summary fills."""


def modules() -> list[str]:
    return [module.name for module in pkgutil.iter_modules(factcheck.cli.__path__)]


def commands_of(module: str) -> tuple[click.Command, ...]:
    commands = getattr(import_module(f"factcheck.cli.{module}"), "commands", ())
    return tuple(commands)


def loaded(name: str) -> click.Command:
    context = click.Context(cli, info_name="factcheck")
    _, command, rest = cli.resolve_command(context, [name, "1:7"])
    assert command
    assert rest == ["1:7"]
    return command


def test_every_command_of_every_module_is_listed_and_no_other() -> None:
    found = {command.name: module for module in modules() for command in commands_of(module)}
    assert found == {name: listed.module for name, listed in COMMANDS.items()}


def test_the_table_is_in_the_order_of_the_help() -> None:
    assert list(COMMANDS) == sorted(COMMANDS)


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_is_listed_with_the_first_sentence_of_its_own_help(name: str) -> None:
    command = loaded(name)
    assert command.name == name
    assert cli.commands[name].get_short_help_str(LINE) == command.get_short_help_str(LINE)
