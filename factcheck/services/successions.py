"""What stood on a sentence one after the other: its history, register by register."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from factcheck.domain.decision import Decision, Kind, Origin
from factcheck.domain.findings.claim import Claim
from factcheck.domain.findings.evidence import Evidence
from factcheck.domain.findings.remark import Note
from factcheck.domain.findings.verdict import Adjudication, Verdict
from factcheck.domain.identity import ClaimId, SentenceId, claim_of, sentence_of
from factcheck.domain.value import Value
from factcheck.services.history import Entry, history_of
from factcheck.services.looking import sentence_seen
from factcheck.services.restoring import may_restore
from factcheck.services.seeing import verdicts_shown
from factcheck.services.telling import told
from factcheck.store.store import Store

_JUDGING: Final = frozenset({Kind.VERDICT, Kind.ADJUDICATION, Kind.APPROVAL, Kind.CORRECTION})
"""What tells how others judge: a reviewer sees it after having judged as well."""
_LONG_FIELDS: Final[Mapping[type[Value], str]] = {
    Claim: "text",
    Verdict: "because",
    Adjudication: "because",
    Evidence: "quote",
    Note: "text",
}
"""Which field of a value is a text in which single words change."""


class Step(Value):
    """One decision of a succession."""

    decision: Decision
    story: str
    """What was decided, in words; a text that changed stands in `old` and `new` instead."""
    retracted: bool
    """Whether it is taken back."""
    old: str = ""
    """The wording, reasons or quote that stood before; empty where they did not change."""
    new: str = ""
    obstacle: str = ""
    """Why it cannot be restored; empty where it can."""


class Succession(Value):
    """Everything that was decided on one register, oldest first."""

    decided: Kind
    subject: str
    reviewer: str
    """Whose it is; empty for what all reviewers share."""
    steps: tuple[Step, ...]


def successions_on(store: Store, sentence: SentenceId, reviewer: str) -> list[Succession]:
    """Return the history of a sentence's words as `reviewer` may see it, register by register.

    First comes what was decided on first. Raises NotFound where the sentence is no more.
    """
    registers: dict[tuple[Kind, str, str], list[Entry]] = {}
    for entry in history_of(store, sentence):
        decided = entry.decision
        owner = decided.reviewer if decided.kind.personal else ""
        registers.setdefault((decided.kind, decided.subject, owner), []).append(entry)
    reading = _Reading(store, sentence, reviewer)
    return [
        Succession(decided=kind, subject=subject, reviewer=owner, steps=tuple(reading.steps(all_)))
        for (kind, subject, owner), all_ in registers.items()
    ]


class _Reading:
    """Reads the history of a sentence as one reviewer may see it."""

    def __init__(self, store: Store, sentence: SentenceId, reviewer: str) -> None:
        self._store = store
        self._sentence = sentence
        self._reviewer = reviewer
        claims = store.reviews.claims_in(*sentence_seen(store, sentence), reviewer)
        self._shown = {claim.id for claim in claims if verdicts_shown(claim, reviewer)}
        self._scales = store.schemes.scales()
        self._has_judged = all(reviewer in claim.verdicts for claim in claims)

    def steps(self, entries: Sequence[Entry]) -> Iterator[Step]:
        """Yield the steps of one register."""
        known = {entry.decision.id: entry.decision for entry in entries}
        gone: set[str] = set()
        decided: list[Decision] = []
        for entry in entries:
            decision = entry.decision
            if decision.undoes:
                gone ^= {_original(decision, known).id}
                yield self._step_of_undo(entry, known)
            else:
                stood = (each for each in reversed(decided) if each.id not in gone)
                yield self._step(entry, next(stood, None))
                decided.append(decision)

    def _step(self, entry: Entry, before: Decision | None) -> Step:
        decision = entry.decision
        old, new = _long_text(before), _long_text(decision)
        seen = not self._hides(decision) and not (before and self._hides(before))
        changed = bool(old and new and old != new) and seen
        shown = _without_long_text(decision) if changed else decision
        carried = " (carried over)" if decision.origin is Origin.CARRIED_OVER else ""
        return Step(
            decision=decision,
            story=self._story(shown) + carried,
            retracted=entry.retracted,
            old=old if changed else "",
            new=new if changed else "",
            obstacle=self._obstacle(decision),
        )

    def _step_of_undo(self, entry: Entry, known: Mapping[str, Decision]) -> Step:
        undone = _original(entry.decision, known)
        done = "took back" if entry.decision.undoes == undone.id else "brought back"
        return Step(
            decision=entry.decision,
            story=f"{done}: {self._story(undone)}",
            retracted=entry.retracted,
            obstacle="this says nothing of its own: choose the decision that it is about",
        )

    def _story(self, decision: Decision) -> str:
        if self._hides(decision):
            return f"{decision.kind}, shown after your verdict"
        return told(decision, self._scales)

    def _obstacle(self, decision: Decision) -> str:
        """Return why a decision cannot be said again here; empty where it can."""
        if self._hides(decision):
            return "it is shown, and may be restored, after your verdict"
        if decision.kind.personal and decision.reviewer != self._reviewer:
            return f"it is {decision.reviewer}'s own {decision.kind}"
        if not may_restore(decision, self._reviewer):
            return f"{decision.kind} is about what stood at its time: decide anew"
        if decision.kind is Kind.EVIDENCE and decision.value is None:
            return "it took a source away: restore what added the source, or remove it again"
        if sentence_of(decision.about) != self._sentence:
            return "it was decided on other words, as the sentence was cut then"
        return ""

    def _hides(self, decision: Decision) -> bool:
        judges = decision.kind in _JUDGING and decision.reviewer != self._reviewer
        return judges and not self._may_see(claim_of(decision.subject))

    def _may_see(self, claim: ClaimId) -> bool:
        """Whether the reviewer sees how others judge a claim, here or on words as they were cut."""
        if sentence_of(claim) == self._sentence:
            return claim in self._shown
        own = self._store.journal.standing(Kind.VERDICT, claim, self._reviewer)
        return self._has_judged or own is not None


def _original(decision: Decision, known: Mapping[str, Decision]) -> Decision:
    """Return the decision that an undo or redo is about in the end."""
    while decision.undoes:
        decision = known[decision.undoes]
    return decision


def _long_text(decision: Decision | None) -> str:
    value = decision.value if decision else None
    field = _LONG_FIELDS.get(type(value)) if value else None
    return str(getattr(value, field)) if field else ""


def _without_long_text(decision: Decision) -> Decision:
    if decision.value is None:
        return decision
    field = _LONG_FIELDS[type(decision.value)]
    value = decision.value.model_copy(update={field: ""})
    return decision.model_copy(update={"value": value})
