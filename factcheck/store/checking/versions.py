"""Whether replaced articles lead to their newer versions, and nowhere else."""

from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from pydantic import TypeAdapter, ValidationError
from sqlite_utils.db import Database

from factcheck.store.checking.rows import article, each
from factcheck.store.rows import Row

_PLACES: Final = TypeAdapter(list[tuple[int, int]])
"""Where sentences begin, and where in the newer version."""
_COMPARED: Final = 100
"""Characters of a sentence by which it is known again: most words of it are the same."""


def versions(db: Database) -> Iterator[str]:
    """Check each article that is replaced, or was once."""
    return each(db.query(_REPLACED), _called, lambda row: _objections(db, row))


def _called(row: Row) -> str:
    return article(row["number"], row["title"])


def _objections(db: Database, row: Row) -> Iterator[str]:
    wrong = _objection(db, row)
    yield wrong and f"{_called(row)}: {wrong}"


def _objection(db: Database, row: Row) -> str:
    newer = row["replaced_by"]
    if row["places"] is None:
        return "where its sentences stand in its newer version is not known" if newer else ""
    try:
        places = _PLACES.validate_json(row["places"])
    except ValidationError:
        return "where its sentences stand in its newer version cannot be read"
    if newer is None:
        return "" if row["is_said"] else "it was replaced once, and what by is not known any more"
    if newer == row["id"]:
        return "it is said to be its own newer version"
    followed = _following(db, newer)
    if followed is None:
        return "its newer versions lead back to one of them"
    anchored = {there for (there,) in db.execute(_ANCHORED, [row["id"]])}
    if anchored and not anchored & followed:
        return "its sentences are known to stand in another article than its newer version"
    return _misplaced(db, row, places)


def _following(db: Database, name: str) -> set[str] | None:
    """Return a version and all that follow it, by id; None where they never end."""
    passed: set[str] = set()
    following: str | None = name
    while following and following not in passed:
        passed.add(following)
        found = db.execute("SELECT replaced_by FROM document WHERE id = ?", [following]).fetchone()
        following = found and found[0]
    return None if following else passed


def _misplaced(db: Database, row: Row, places: list[tuple[int, int]]) -> str:
    """Return what is wrong with where the sentences stand in the newer version, if it is here."""
    found = db.execute("SELECT text FROM document WHERE id = ?", [row["replaced_by"]]).fetchone()
    if found is None:
        return ""  # that is told with the references
    old, new = row["text"], found[0]
    if not all(_begins(old, start) and _begins(new, there) for start, there in places):
        return "its sentences cannot stand where its newer version is said to hold them"
    if any(before[0] >= after[0] for before, after in pairwise(places)):
        return "where its sentences stand in its newer version is out of order"
    if places and not any(_share_words(old, start, new, there) for start, there in places):
        return "its newer version holds none of its sentences where they are said to stand"
    return ""


def _begins(text: str, offset: int) -> bool:
    """Whether a sentence can begin at a place in a text."""
    return 0 <= offset < len(text) and not text[offset].isspace()


def _share_words(old: str, start: int, new: str, there: int) -> bool:
    words = {*old[start : start + _COMPARED].split()[:-1], old[start]}
    return bool(words & {*new[there : there + _COMPARED].split()[:-1], new[there]})


_ANCHORED: Final = "SELECT DISTINCT successor_document_id FROM anchor WHERE document_id = ?"
_REPLACED: Final = """
SELECT document.number, document.id, title, replaced_by, text, places,
    NOT EXISTS (SELECT 1 FROM reading WHERE document_id = document.id) OR EXISTS (
        SELECT 1 FROM reading WHERE document_id = document.id AND number = (
            SELECT number FROM reading AS later WHERE later.origin = reading.origin
            ORDER BY read DESC, number DESC LIMIT 1
        )
    ) AS is_said
FROM document LEFT JOIN succession ON succession.document_id = document.id
WHERE replaced_by IS NOT NULL OR succession.number IS NOT NULL
ORDER BY document.number
"""
"""With whether a source says the text of the article now; nobody knows where none was ever read."""
