"""Whether a database is at fault for an error that nobody expected."""

from pathlib import Path

from factcheck.domain.checkup import Doubt
from factcheck.domain.errors import DatabaseUnusable
from factcheck.store.checking.checks import all_findings


def first_problem(path: Path) -> str:
    """Return the first thing that is wrong with a database; nothing where all is well."""
    try:
        for check, findings in all_findings(path):
            for finding in findings:
                if finding and not isinstance(finding, Doubt):
                    return f"{check.name}: {finding}"
    except DatabaseUnusable as error:
        return str(error)
    return ""
