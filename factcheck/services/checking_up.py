"""Checking a database: everything is looked at, and nothing is changed."""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Final

from factcheck.domain.checkup import Checked, Doubt, Unfinished
from factcheck.store.checking.checks import Check, all_findings

_MOST: Final = 10
"""Findings of a check that are told; all are counted."""
_BETWEEN: Final = 500
"""Things that are looked at between two times that it is told."""

Tell = Callable[[str, int], None]
"""Told now and then which check is being made, and how many things it has looked at."""


def check_up(path: Path, tell: Tell) -> Iterator[Checked]:
    """Yield what each check of the database at `path` finds; raises DatabaseUnusable."""
    for check, findings in all_findings(path):
        yield _made(check, findings, tell)


def _made(check: Check, findings: Iterable[str], tell: Tell) -> Checked:
    examined = count = doubts = 0
    problems: list[str] = []
    warnings: list[str] = []
    finished = True
    for examined, finding in enumerate(findings, start=1):
        if examined % _BETWEEN == 1:
            tell(check.name, examined)
        if not finding:
            continue
        is_doubt = isinstance(finding, Doubt)
        finished = finished and not isinstance(finding, Unfinished)
        count, doubts = count + (not is_doubt), doubts + is_doubt
        told = warnings if is_doubt else problems
        if len(told) < _MOST:
            told.append(str(finding))
    return Checked(
        check=check.name,
        examined=examined,
        things=check.things,
        problems=tuple(problems),
        count=count,
        warnings=tuple(warnings),
        doubts=doubts,
        finished=finished,
    )
