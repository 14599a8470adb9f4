"""The command `factcheck`: its options, its commands, and how errors become exit statuses."""

import io
import sys
from pathlib import Path
from typing import Final

import click

from factcheck import __version__
from factcheck.cli import (
    adding,
    articles,
    attachment,
    boundaries,
    claims,
    deciding,
    evidence,
    exporting,
    importing,
    journal,
    keys,
    lint,
    particulars,
    queue,
    recheck,
    report,
    review,
    scheme,
    search,
    showing,
    stats,
    verdicts,
    verify,
)
from factcheck.cli.database import Setup
from factcheck.cli.output import complain
from factcheck.domain.errors import DatabaseUnusable, FactcheckError, InvalidInput

COULD_NOT: Final = 1
WRONG_USAGE: Final = 2
DATABASE_UNUSABLE: Final = 3
INTERRUPTED: Final = 130


@click.group(invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]})
@click.option(
    "--db",
    type=click.Path(path_type=Path),
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
def cli(context: click.Context, db: Path | None, reviewer: str | None) -> None:
    """Fact-check an article, sentence by sentence. Without a command: review."""
    context.obj = Setup(db, reviewer)
    if context.invoked_subcommand is None:
        context.invoke(review.review)


for command in (
    *review.commands,
    *adding.commands,
    *articles.commands,
    *showing.commands,
    *particulars.commands,
    *deciding.commands,
    *claims.commands,
    *evidence.commands,
    *verdicts.commands,
    *queue.commands,
    *verify.commands,
    *attachment.commands,
    *boundaries.commands,
    *recheck.commands,
    *journal.commands,
    *report.commands,
    *exporting.commands,
    *importing.commands,
    *lint.commands,
    *search.commands,
    *stats.commands,
    *scheme.commands,
    *keys.commands,
):
    cli.add_command(command)


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
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")  # not every encoding has every character
    sys.exit(run())


def _with_help(error: click.ClickException) -> str:
    context = getattr(error, "ctx", None)
    hint = f" (see `{context.command_path} --help`)" if context else ""
    return error.format_message() + hint


def _status_of(error: FactcheckError) -> int:
    if isinstance(error, DatabaseUnusable):
        return DATABASE_UNUSABLE
    return WRONG_USAGE if isinstance(error, InvalidInput) else COULD_NOT
