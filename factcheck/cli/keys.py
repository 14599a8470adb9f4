"""The command that prints the key table."""

import click

from factcheck.cli.output import say


@click.command()
def keys() -> None:
    """Print the keys of the review screen."""
    from factcheck.tui.commands.key_table import key_table
    from factcheck.tui.commands.keymap import commands_in_force, keys_file

    for shown, name, explanation in key_table(commands_in_force(keys_file())):
        say(f"{shown:<16}  {name:<22}  {explanation}")


commands = (keys,)
