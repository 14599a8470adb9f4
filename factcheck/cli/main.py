"""The command `factcheck`: its options, its commands, and how errors become exit statuses."""

import gc
import io
import sys
from importlib import import_module
from typing import Final

import click

from factcheck import __version__
from factcheck.cli.commands import COMMANDS
from factcheck.cli.database import Setup
from factcheck.cli.output import complain
from factcheck.cli.signals import heed_endings, status_after_signals
from factcheck.cli.streams import drop_unwritten, open_those_closed
from factcheck.domain.errors import DatabaseUnusable, FactcheckError, InvalidInput

COULD_NOT: Final = 1
WRONG_USAGE: Final = 2
DATABASE_UNUSABLE: Final = 3
INTERRUPTED: Final = 130

_OBJECTS: Final = 200_000
"""New objects after which to look for garbage; loading makes tens of thousands, and none is."""


class _Commands(click.Group):
    """Lists the commands from their table, and loads the one that is called."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Return the name, the command and its arguments; raises NoSuchCommand."""
        name, listed, rest = super().resolve_command(ctx, args)
        return name, _loaded(name) if name else listed, rest


@click.group(
    cls=_Commands,
    commands={name: click.Command(name, help=row.summary) for name, row in COMMANDS.items()},
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.option(
    "--db",
    type=click.Path(),
    envvar="FACTCHECK_DB",
    metavar="PATH",
    help="The database (default: db/factcheck.db where there is a db/, else in your data folder).",
)
@click.option(
    "--reviewer",
    envvar="FACTCHECK_REVIEWER",
    metavar="NAME",
    help="Who decides (default: your login name).",
)
@click.version_option(__version__, prog_name="factcheck", message="%(prog)s %(version)s")
@click.pass_context
def cli(context: click.Context, db: str | None, reviewer: str | None) -> None:
    """Fact-check an article, sentence by sentence. Without a command: review."""
    context.obj = Setup(db, reviewer)
    if context.invoked_subcommand is None:
        context.invoke(_loaded("review"))


def _loaded(name: str) -> click.Command:
    module = import_module(f"factcheck.cli.{COMMANDS[name].module}")
    commands: tuple[click.Command, ...] = module.commands
    return next(command for command in commands if command.name == name)


def run(arguments: list[str] | None = None) -> int:
    """Run the command line and return its exit status."""
    try:
        status = cli.main(arguments, prog_name="factcheck", standalone_mode=False)
    except click.ClickException as error:
        complain(_with_help(error))
        return error.exit_code
    except (click.Abort, KeyboardInterrupt):
        return INTERRUPTED
    except FactcheckError as error:
        complain(str(error))
        return _status_of(error)
    except OSError as error:
        complain(f"the output cannot be written ({error.strerror or error}): check where it goes")
        return COULD_NOT
    return status if isinstance(status, int) else 0


def main() -> None:
    """Run the command line and leave with its exit status."""
    open_those_closed()
    gc.set_threshold(_OBJECTS)
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")  # not every encoding has every character
    heed_endings()
    status = status_after_signals(run())
    drop_unwritten()
    gc.freeze()  # what is left goes with the program: nothing needs to look for garbage in it
    sys.exit(status)


def _with_help(error: click.ClickException) -> str:
    context = getattr(error, "ctx", None)
    hint = f" (see `{context.command_path} --help`)" if context else ""
    return error.format_message() + hint


def _status_of(error: FactcheckError) -> int:
    if isinstance(error, DatabaseUnusable):
        return DATABASE_UNUSABLE
    return WRONG_USAGE if isinstance(error, InvalidInput) else COULD_NOT
