"""Whether what is kept beside articles and decisions can be read: sittings, drafts, times."""

from collections.abc import Callable, Iterator
from functools import partial
from typing import Final, NamedTuple

from pydantic import TypeAdapter, ValidationError
from sqlite_utils.db import Database

from factcheck.domain.archive.kept import RevealedRecord, SittingRecord, VerificationRecord
from factcheck.domain.archive.names import Moment
from factcheck.domain.checkup import Doubt
from factcheck.domain.errors import InvalidValue
from factcheck.domain.value import Value
from factcheck.store.checking.rows import article, each, reason
from factcheck.store.rows import Row

_Objection = Callable[[Row], str]

_MOMENT: Final[TypeAdapter[str]] = TypeAdapter(Moment)
_FIELDS: Final = TypeAdapter(dict[str, str])
"""What was typed into a form."""


class _Kept(NamedTuple):
    """One table whose rows are read as they stand."""

    query: str
    """Finds its rows."""
    name: Callable[[Row], str]
    """What people call one of them."""
    object: _Objection
    """Says what is wrong with it; nothing where all is well."""


def records(db: Database) -> Iterator[str]:
    """Check each row by the model that its table is read with."""
    for kept in _KEPT:
        yield from each(db.query(kept.query), kept.name, partial(_found, kept))


def _found(kept: _Kept, row: Row) -> Iterator[str]:
    wrong = kept.object(row)
    yield wrong and type(wrong)(f"{kept.name(row)}: {wrong}")


def _by(model: type[Value]) -> _Objection:
    """Return what reads a row by the model of an archive's record."""

    def objection(row: Row) -> str:
        try:
            model.of(**{name: row[name] for name in row if name in model.model_fields})
        except InvalidValue as error:
            return reason(error)
        return ""

    return objection


def _sitting(row: Row) -> str:
    wrong = _by(SittingRecord)(row)
    if wrong:
        return wrong
    if row["seen"] < row["started"]:
        return f"seen: {row['seen']} is before it was begun"
    is_behind = row["length"] is not None and row["offset"] > row["length"]
    return f"offset: {row['offset']} is behind the end of its article" if is_behind else ""


def _draft(row: Row) -> str:
    try:
        _FIELDS.validate_json(row["fields"])
    except ValidationError:
        return "what was typed cannot be read"
    return ""


def _time(row: Row) -> str:
    try:
        _MOMENT.validate_python(row["time"])
    except ValidationError:
        return f"{row['time']!r} is no time in UTC"
    return ""


def _doubtful_time(row: Row) -> str:
    """Return a doubt: what the first version wrote may be less than a time."""
    return Doubt(_time(row))


def _called(what: str) -> Callable[[Row], str]:
    return lambda row: f"{what} {row['name']}"


def _article(row: Row) -> str:
    return article(row["number"], row["title"])


_SITTINGS: Final = """
WITH measured AS MATERIALIZED (
    SELECT id AS document_id, length(text) AS length FROM document
    WHERE id IN (SELECT document_id FROM session)
)
SELECT session.*, number AS name, session.document_id AS document, pass AS passing, length
FROM session LEFT JOIN measured ON measured.document_id = session.document_id
"""
_VERIFICATIONS: Final = """
SELECT number AS name, evidence_id AS evidence, quote, at, finding, detail FROM verification
"""
_KEPT: Final = (
    _Kept(_SITTINGS, _called("sitting"), _sitting),
    _Kept("SELECT form AS name, fields FROM draft", _called("what was typed into a form for a"),
          _draft),
    _Kept(_VERIFICATIONS, _called("verification"), _by(VerificationRecord)),
    _Kept("SELECT reviewer AS name, reviewer, claim_id AS claim, at FROM revealed",
          _called("what was shown to"), _by(RevealedRecord)),
    _Kept("SELECT number AS name, taken AS time FROM snapshot", _called("page"), _time),
    _Kept("SELECT sha256 AS name, kept AS time FROM attachment", _called("file"), _time),
    _Kept("SELECT number, title, added AS time FROM document", _article, _doubtful_time),
    _Kept("SELECT number AS name, read AS time FROM reading", _called("reading"), _doubtful_time),
)  # fmt: skip
