"""Drafts: what was typed into a form that was left without saving."""

import json
from collections.abc import Mapping

from sqlite_utils.db import Database

from factcheck.store.transactions import transaction


class Drafts:
    """The drafts of one database, one for each reviewer, form and subject."""

    def __init__(self, db: Database) -> None:
        """Read and keep the drafts in `db`."""
        self._db = db
        self._table = db.table("draft")

    def keep(self, reviewer: str, form: str, subject: str, fields: dict[str, str]) -> None:
        """Keep the form's fields until it is saved. Raises NotSaved."""
        row = {
            "reviewer": reviewer,
            "form": form,
            "subject": subject,
            "fields": json.dumps(fields),
        }
        with transaction(self._db):
            self._table.insert(row, replace=True)

    def find(self, reviewer: str, form: str, subject: str) -> dict[str, str] | None:
        """Return the fields that were kept, if the form was left without saving."""
        rows = self._table.rows_where(_THE_DRAFT, [reviewer, form, subject])
        row = next(rows, None)
        return None if row is None else json.loads(row["fields"])

    def follow(self, successors: Mapping[str, str]) -> None:
        """Move the drafts on subjects to the subjects that stand for them now. Raises NotSaved."""
        with transaction(self._db):
            for old, new in successors.items():
                query = "UPDATE OR IGNORE draft SET subject = ? WHERE subject = ?"
                self._db.execute(query, [new, old])

    def subjects(self) -> set[str]:
        """Return the sentences on which there are drafts, by id."""
        return {row["subject"] for row in self._table.rows_where(select="subject")}

    def discard(self, reviewer: str, form: str, subject: str) -> None:
        """Forget the draft; there need not be one. Raises NotSaved."""
        with transaction(self._db):
            self._table.delete_where(_THE_DRAFT, [reviewer, form, subject])


_THE_DRAFT = "reviewer = ? AND form = ? AND subject = ?"
