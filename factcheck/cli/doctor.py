"""The command that checks everything in a database and changes nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from factcheck.cli.database import Setup, database_option, database_path
from factcheck.cli.output import print_json, say
from factcheck.cli.progress import counter
from factcheck.domain.display import counted
from factcheck.domain.errors import DatabaseUnusable

if TYPE_CHECKING:
    from pathlib import Path

    from factcheck.domain.checkup import Checked


@database_option
@click.command()
@click.option("--json", "as_json", is_flag=True, help="Print what was found as JSON.")
@click.pass_obj
def doctor(setup: Setup, as_json: bool) -> None:
    """Check everything in the database, and change nothing.

    Others may go on working in it. The exit status is 1 where something is wrong, or not everything
    could be checked, and 3 where the file is no database of factcheck, or none that this version
    reads. Warnings are no problems.
    """
    path = database_path(setup)
    checks = _checks(path)
    if as_json:
        print_json(_data(path, checks))
    else:
        _say_all(path, checks)
    if not all(check.ok for check in checks):
        click.get_current_context().exit(1)


commands = (doctor,)


def _checks(path: Path) -> list[Checked]:
    """Return what is found; raises DatabaseUnusable, which does not send the user here again."""
    from factcheck.services.checking_up import check_up
    from factcheck.store.advice import doctor_says_more

    try:
        with counter("Checking") as tell:
            return list(check_up(path, tell))
    except DatabaseUnusable as error:
        raise type(error)(str(error).replace(doctor_says_more(path), "")) from error


def _say(checked: Checked) -> None:
    word = "problem" if checked.count else "warning" if checked.doubts else "ok"
    word = word if checked.finished or checked.count else "unknown"
    counts = [counted(checked.examined, checked.things)]
    counts += [counted(checked.count, "problem")] if checked.count else []
    counts += [counted(checked.doubts, "warning")] if checked.doubts else []
    say(f"{word:<8} {checked.check:<13} {', '.join(counts)}")
    for finding in (*checked.problems, *checked.warnings):
        say(f"         {finding}")
    untold = checked.count + checked.doubts - len(checked.problems) - len(checked.warnings)
    if untold:
        say(f"         and {untold} more")


def _say_all(path: Path, checks: list[Checked]) -> None:
    from factcheck.store.advice import how_to_go_back
    from factcheck.store.checking.opening import is_older

    for checked in checks:
        _say(checked)
    if is_older(path):
        say("it was made by an older factcheck: the next command brings it up to date")
    problems = sum(check.count for check in checks)
    if problems:
        found = counted(problems, "problem")
        say(f"{found} found in {path}: keep the file ({how_to_go_back(path)})")
    if not all(check.finished for check in checks):
        say(f"not everything could be checked in {path}: make room where it was missing, try again")
    elif not problems:
        say(f"nothing is wrong with {path}")


def _data(path: Path, checks: list[Checked]) -> dict[str, object]:
    from factcheck.store.backups.kept import newest_backup

    backup = newest_backup(path)
    return {
        "ok": all(check.ok for check in checks),
        "database": str(path),
        "checks": [
            {
                "check": check.check,
                "ok": check.ok,
                "finished": check.finished,
                "examined": check.examined,
                "problems": check.problems,
                "count": check.count,
                "warnings": check.warnings,
            }
            for check in checks
        ],
        "backup": backup and str(backup),
    }
