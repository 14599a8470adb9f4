"""The journal: every act of review is appended to it, and nothing else changes what stands."""

import json
from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from typing import Final

from sqlite_utils.db import Database

from factcheck.domain.clock import next_moment, parse_timestamp, time_ordered_id, timestamp
from factcheck.domain.decision import Author, Change, Decision, Kind, Origin
from factcheck.domain.errors import NothingToUndo, NotSaved
from factcheck.domain.identity import ClaimId, DocumentId, SentenceId, sentence_of, span_of
from factcheck.domain.value import Value
from factcheck.store.boundaries import is_replaced, is_sentence
from factcheck.store.projections import project, project_newest
from factcheck.store.registers import (
    Register,
    copies_of_undone,
    decisions_on_words,
    register_of,
    standing,
)
from factcheck.store.retractions import bring_in_step, last_undo
from factcheck.store.rows import decision_of, decisions_in, insert, row_of
from factcheck.store.transactions import transaction

_LENGTH_OF_ID: Final = 36
"""Characters of a UUID."""


class Journal:
    """All decisions of one database, oldest first."""

    def __init__(self, db: Database) -> None:
        """Read from and append to the journal in `db`."""
        self._db = db
        self._act: list[Decision] | None = None

    @contextmanager
    def as_one_act(self) -> Iterator[None]:
        """Let all that is recorded in the block be one act, which one undo takes back."""
        with transaction(self._db):
            outer, self._act = self._act, [] if self._act is None else self._act
            try:
                yield
            finally:
                self._act = outer

    def record(self, author: Author, changes: Iterable[Change]) -> tuple[Decision, ...]:
        """Append one act that makes `changes`, and return its decisions.

        A change to the value that stands already is left out. Raises NotSaved.
        """
        with transaction(self._db):
            news = [change for change in changes if change.carries or self._is_news(author, change)]
            return self._append(author, [(change, None) for change in news])

    def undo(self, author: Author) -> tuple[Decision, ...]:
        """Take back the reviewer's last act that stands, in any sitting, and return what it was.

        Raises NothingToUndo and NotSaved.
        """
        with transaction(self._db):
            act = self._last_act(author.reviewer)
            if not act:
                raise NothingToUndo(f"nothing to undo: no decision of {author.reviewer} stands")
            self._append(author, [(_cleared(decision), decision.id) for decision in act])
            return act

    def redo(self, author: Author) -> tuple[Decision, ...]:
        """Bring back the act that the reviewer's last undo took back, and return what it was.

        A new decision after the undo ends what can be redone. Raises NothingToUndo and NotSaved.
        """
        with transaction(self._db):
            undos = last_undo(self._db, author.reviewer)
            if not undos:
                raise NothingToUndo("nothing to redo: the last decision was not taken back")
            self._append(author, [(_cleared(undo), undo.id) for undo in undos])
            return tuple(self.decision(undo.undoes) for undo in undos if undo.undoes)

    def reviewers(self) -> list[str]:
        """Return everybody who ever decided something, by name."""
        # one look a name into an index, however long the journal is
        rows = self._db.query(_REVIEWERS)
        return [row["reviewer"] for row in rows]

    def decisions(self) -> Iterator[Decision]:
        """Yield every decision, oldest first."""
        return decisions_in(self._db, "SELECT * FROM decision ORDER BY at, id")

    def about(self, sentence: SentenceId) -> Iterator[Decision]:
        """Yield the decisions on a sentence's words, however they were cut, oldest first."""
        return decisions_on_words(self._db, sentence)

    def dates(self, document: DocumentId) -> tuple[str, str] | None:
        """Return when the first and the last decision on a document's sentences were made, UTC."""
        rows = self._db.query(_DATES, {"document": document})
        first, last = next(rows).values()
        return (first, last) if first else None

    def current(self, kind: Kind, subject: str, reviewer: str) -> Value | None:
        """Return the value that stands in a register, if there is one."""
        decision = self.standing(kind, subject, reviewer)
        return decision.value if decision else None

    def standing(self, kind: Kind, subject: str, reviewer: str) -> Decision | None:
        """Return the decision that gives a register its current value, if one stands."""
        return standing(self._db, Register(kind, subject, reviewer))

    @property
    def has_imports(self) -> bool:
        """Whether anything was ever imported from other tools."""
        query = "SELECT EXISTS (SELECT 1 FROM decision WHERE origin = 'import')"
        return bool(self._db.execute(query).fetchone()[0])

    def imported(self, kind: Kind, subject: str, reviewer: str) -> Iterator[Value]:
        """Yield what imports said in a register, whatever was decided on it since."""
        yield from _values(
            decisions_in(
                self._db,
                "SELECT * FROM standing WHERE subject = :subject AND kind = :kind "
                "AND origin = 'import' AND (:shared OR reviewer = :reviewer)",
                subject=subject,
                kind=kind,
                shared=not kind.personal,
                reviewer=reviewer,
            )
        )

    def said_of(self, kind: Kind, claim: ClaimId) -> Iterator[Value]:
        """Yield what evidence or corrections of a claim ever said, but for what was taken back."""
        query = _EVIDENCE_OF if kind is Kind.EVIDENCE else _CORRECTIONS_OF
        yield from _values(decisions_in(self._db, query, claim=claim))

    def sentences_since(self, moment: str, reviewers: Collection[str]) -> frozenset[SentenceId]:
        """Return the sentences on which something was decided, or taken back, since a `moment`.

        Where any `reviewers` are named, it was one of them who decided it.
        """
        named = json.dumps([*reviewers])
        rows = self._db.query(_SINCE, {"moment": moment, "reviewers": named})
        about = ((Kind(row["kind"]), row["about"]) for row in rows)
        return frozenset(sentence_of(name) for kind, name in about if kind.is_finding and name)

    def decision(self, name: str) -> Decision:
        """Return the decision with that id; the journal never loses one."""
        return decision_of(self._db.table("decision").get(name))

    def called(self, name: str) -> list[Decision]:
        """Return the decision with that id, or those whose ids end so; two at most."""
        if len(name) == _LENGTH_OF_ID:
            return list(decisions_in(self._db, "SELECT * FROM decision WHERE id = :id", id=name))
        if not name or not name.isprintable():
            return []
        query = "SELECT * FROM decision WHERE substr(id, -length(:end)) = :end LIMIT 2"
        return list(decisions_in(self._db, query, end=name))

    def is_retracted(self, decision: Decision) -> bool:
        """Whether a decision is taken back."""
        return bool(self._db.table("retracted").count_where("decision_id = ?", [decision.id]))

    def _is_news(self, author: Author, change: Change) -> bool:
        owner = change.owner or author.reviewer
        current = self.current(change.kind, change.subject, owner)
        return not change.value.says_what(current) if change.value else current is not None

    def _refuse(self, change: Change) -> None:
        """Raise NotSaved where the words that a change is about were cut, or replaced, since."""
        if change.owner or not change.about or change.kind is Kind.ANCHOR:
            return
        if is_replaced(self._db, span_of(change.about).document):
            raise NotSaved("not saved: the article has changed: decide on its newest version")
        if change.kind.is_finding and not is_sentence(self._db, sentence_of(change.about)):
            raise NotSaved(
                "not saved: no sentence is there any more, it was split or merged: look again"
            )

    def _last_act(self, reviewer: str) -> tuple[Decision, ...]:
        """Return the decisions of the reviewer's last act that stands, in their order."""
        return tuple(decisions_in(self._db, _LAST_ACT, reviewer=reviewer))

    def _append(
        self, author: Author, entries: Sequence[tuple[Change, str | None]]
    ) -> tuple[Decision, ...]:
        """Append the entries as one act and bring the projections in step."""
        act = [] if self._act is None else self._act
        before = len(act)
        for change, undoes in entries:
            if undoes is None:
                self._refuse(change)
            decision = _decided(author, change, undoes, self._last_moment(), act)
            self._enter(decision)
            act.append(decision)
        return tuple(act[before:])

    def _enter(self, decision: Decision) -> None:
        """Append a decision, and bring what stands in step with it."""
        insert(self._db, "decision", row_of(decision))
        if decision.undoes is None and decision.carries is None:
            return project_newest(self._db, decision)
        bring_in_step(self._db, decision)
        for register in (register_of(decision), *copies_of_undone(self._db, decision)):
            project(self._db, register)

    def _last_moment(self) -> datetime | None:
        (last,) = self._db.execute("SELECT max(at) FROM decision").fetchone()
        return parse_timestamp(last) if last else None


def _values(decisions: Iterable[Decision]) -> Iterator[Value]:
    return (decision.value for decision in decisions if decision.value)


def _cleared(decision: Decision) -> Change:
    owner = decision.reviewer if decision.origin is Origin.CARRIED_OVER else None
    return Change(kind=decision.kind, subject=decision.subject, value=None, owner=owner)


def _decided(
    author: Author,
    change: Change,
    undoes: str | None,
    last: datetime | None,
    act: Sequence[Decision],
) -> Decision:
    moment = next_moment(last)
    name = time_ordered_id(moment)
    return Decision(
        id=name,
        at=timestamp(moment),
        reviewer=change.owner or author.reviewer,
        session=author.session,
        kind=change.kind,
        subject=change.subject,
        value=change.value,
        undoes=undoes,
        act=act[0].id if act else name,
        origin=Origin.CARRIED_OVER if change.owner else author.origin,
        carries=change.carries,
    )


_LAST_ACT = """
WITH last AS (
    SELECT act FROM standing WHERE reviewer = :reviewer AND origin <> 'carried over'
    ORDER BY at DESC, id DESC LIMIT 1
)
SELECT * FROM standing WHERE id = (SELECT act FROM last)
UNION ALL SELECT * FROM standing WHERE act = (SELECT act FROM last) AND act <> id
ORDER BY at, id
"""

# ':' follows a document's id in its sentences' ids, and ';' is the character after ':'
_DATES = """
SELECT min(at), max(at) FROM standing
WHERE subject > :document || ':' AND subject < :document || ';'
"""

# what an evidence item is about stands in its value, which a decision that clears it has not
_SINCE = """
SELECT DISTINCT kind, CASE kind WHEN 'evidence' THEN (
    SELECT json_extract(said.value, '$.claim') FROM decision AS said
    WHERE said.subject = decision.subject AND said.value IS NOT NULL LIMIT 1
) ELSE subject END AS about
FROM decision WHERE at >= :moment AND origin <> 'carried over' AND (
    :reviewers = '[]' OR reviewer IN (SELECT value FROM json_each(:reviewers))
)
"""

_REVIEWERS = """
WITH RECURSIVE named (reviewer) AS (
    SELECT min(reviewer) FROM decision WHERE undoes IS NULL AND origin <> 'carried over'
    UNION ALL SELECT (
        SELECT min(reviewer) FROM decision
        WHERE reviewer > named.reviewer AND undoes IS NULL AND origin <> 'carried over'
    ) FROM named WHERE named.reviewer IS NOT NULL
)
SELECT reviewer FROM named WHERE reviewer IS NOT NULL
"""

_EVIDENCE_OF = """
SELECT * FROM standing WHERE kind = 'evidence' AND json_extract(value, '$.claim') = :claim
"""

# '!' follows a claim's id in its corrections' ids, and '"' is the character after '!'
_CORRECTIONS_OF = """
SELECT * FROM standing
WHERE kind = 'correction' AND subject > :claim || '!' AND subject < :claim || '"'
"""
