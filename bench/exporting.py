"""How long an export of a million sentences takes, and how much memory, by whom it is written."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final, NamedTuple

from bench.library import REVIEWER, Size
from bench.measuring import MILLION, Libraries, Measurement
from factcheck.reading.data.tables.csv_columns import CLAIM, COLUMNS, REMARKS, TAG, VERDICT

TENTH: Final = Size(sentences=100_000, tagged=30_000, decisions=30_000)
"""A database to tell by whether memory grows with the export."""
GOAL: Final = 5.0
"""What the ratio of the times may be at most."""
FLAT: Final = 1.2
"""How much more memory ten times as many sentences may take: lists of names, and no more."""
ROUNDS: Final = 2
"""Runs of each, in turns; the quickest counts."""


class Run(NamedTuple):
    """What a program took."""

    wall: float
    """Seconds by the clock."""
    cpu: float
    """Seconds of the processor, which other programs cannot lengthen much."""
    memory: float
    """Its peak, in MB."""


def measurements(libraries: Libraries) -> Iterator[Measurement]:
    """Export by turns with `factcheck` and with `sqlite3`; yield what the times say."""
    if not shutil.which("sqlite3"):
        print("export: skipped, for there is no sqlite3 to measure against", file=sys.stderr)
        return
    with TemporaryDirectory(dir=libraries.folder) as folder:
        tenth, million = (
            Path(shutil.copy(libraries(size), Path(folder, f"{size.name}.db")))
            for size in (TENTH, MILLION)
        )
        for form, queries in _QUERIES.items():
            yield from _measured(form, queries, tenth, million)


def _measured(
    form: str, queries: Sequence[str], tenth: Path, million: Path
) -> Iterator[Measurement]:
    ours, theirs = zip(
        *((_exported(form, million), _dumped(queries, million)) for _ in range(ROUNDS)),
        strict=True,
    )
    export, dump = (min(runs, key=lambda run: run.cpu) for runs in (ours, theirs))
    few = _exported(form, tenth)
    yield Measurement(
        f"export of 1,000,000 sentences to {form}, processor time",
        "sqlite3 dumping the same rows as CSV",
        export.cpu / dump.cpu,
        GOAL,
        details=f"{export.cpu:.1f} / {dump.cpu:.1f} s ({export.wall:.1f} / {dump.wall:.1f} s "
        "by the clock)",
    )
    yield Measurement(
        f"memory for an export of 1,000,000 sentences to {form}",
        "the same of 100,000",
        export.memory / few.memory,
        FLAT,
        details=f"{export.memory:.0f} / {few.memory:.0f} MB at most",
    )


def _exported(form: str, database: Path) -> Run:
    """Export a whole database."""
    program = str(Path(sys.executable).with_name("factcheck"))
    output = str(database.with_suffix(f".{form}"))
    known = ["--db", str(database), "--reviewer", REVIEWER]
    return _ran([program, *known, "export", "--format", form, "-o", output])


def _dumped(queries: Sequence[str], database: Path) -> Run:
    """Let SQLite's own program write rows as CSV."""
    output = database.with_suffix(".dump")
    commands = [".mode csv", f".output '{output}'", *queries]
    return _ran(["sqlite3", "-readonly", str(database), *commands])


def _ran(command: Sequence[str]) -> Run:
    with subprocess.Popen(command, stdout=subprocess.DEVNULL) as program:  # noqa: S603
        begin = os.times().elapsed
        _, status, used = os.wait4(program.pid, 0)
        took = os.times().elapsed - begin
        program.returncode = os.waitstatus_to_exitcode(status)
    if program.returncode:
        raise RuntimeError(f"{command[0]} ended with {program.returncode}")
    kilobyte = 1 if sys.platform == "darwin" else 1024  # macOS counts bytes
    return Run(took, used.ru_utime + used.ru_stime, used.ru_maxrss * kilobyte / 1_000_000)


def _of(table: str, columns: Mapping[str, str]) -> dict[str, str]:
    return {column: f'{table}."{field}"' for field, column in columns.items()}


_CELLS: Final = {
    "row": "kind.name",
    "article_id": "document.id",
    "article": "document.title",
    "url": "document.url",
    "sentence_number": "ordinal",
    "start": "start",
    "end": '"end"',
    "text": 'substr(document.text, start + 1, "end" - start)',
    "role": "role",
    "reviewer": "coalesce(verdict.reviewer, iif(kind.name = 'sentence', tag.reviewer, NULL))",
    "decided": "iif(kind.name = 'sentence', made.at, judged.at)",
    **{
        column: f"iif(kind.name = 'sentence', {cell}, NULL)"
        for column, cell in _of("tag", TAG).items()
    },
    **dict(zip(REMARKS, ("note.text", "flag.guideline", "flag.reason"), strict=True)),
    "claim_number": "iif(kind.name = 'claim', 1, NULL)",
    **_of("claim_detail", CLAIM),
    **_of("verdict", VERDICT),
}
"""Where each column of our table stands in the database; the others hold what is worked out."""
_TABLE: Final = f"""
SELECT {", ".join(f'{_CELLS.get(column, "NULL")} AS "{column}"' for column in COLUMNS)}
FROM document CROSS JOIN sentence ON sentence.document_id = document.id
LEFT JOIN tag ON (tag.document_id, tag.reviewer, tag.sentence_id)
    = (document.id, '{REVIEWER}', sentence.id)
LEFT JOIN decision AS made ON made.id = tag.decision_id
LEFT JOIN note ON (note.document_id, note.reviewer, note.sentence_id)
    = (document.id, '{REVIEWER}', sentence.id)
LEFT JOIN flag ON (flag.document_id, flag.reviewer, flag.sentence_id)
    = (document.id, '{REVIEWER}', sentence.id)
CROSS JOIN (SELECT 'sentence' AS name UNION ALL SELECT 'claim') AS kind
    ON kind.name = 'sentence' OR tag.tag = 'claim'
LEFT JOIN claim_detail ON kind.name = 'claim' AND (
    claim_detail.document_id, claim_detail.sentence_id, claim_detail.claim_id
) = (document.id, sentence.id, sentence.id || '#1')
LEFT JOIN verdict ON kind.name = 'claim' AND (
    verdict.document_id, verdict.reviewer, verdict.sentence_id, verdict.claim_id
) = (document.id, '{REVIEWER}', sentence.id, sentence.id || '#1')
LEFT JOIN decision AS judged ON judged.id = verdict.decision_id
WHERE document.replaced_by IS NULL ORDER BY document.number, sentence.start;
"""  # noqa: S608 - our own names
_ARTICLES: Final = """
SELECT document.*, proposal.starts FROM document
JOIN proposal ON proposal.document_id = document.id ORDER BY added, document.id;
"""
_JOURNAL: Final = "SELECT * FROM decision ORDER BY at, id;"
_QUERIES: Final[Mapping[str, Sequence[str]]] = {
    "csv": [_TABLE],
    "jsonl": [_ARTICLES, _TABLE, _JOURNAL],
}
"""What holds the same rows as a format; nobody but the reviewer said anything, and of no source."""
