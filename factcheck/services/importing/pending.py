"""What an import is about to record: one change a register, by whose it is."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from itertools import count
from typing import Final

from factcheck.domain.clock import next_moment, time_ordered_id
from factcheck.domain.decision import Author, Change, Kind, Origin
from factcheck.domain.errors import InvalidValue, NotPermitted
from factcheck.domain.findings.claim import Claim
from factcheck.domain.findings.evidence import Evidence
from factcheck.domain.findings.remark import Flag, Note
from factcheck.domain.findings.sign_off import Correction, Publication
from factcheck.domain.findings.tagging import TagValue
from factcheck.domain.findings.verdict import Adjudication, Verdict
from factcheck.domain.identity import ClaimId, SentenceId, claim_id, correction_id, sentence_of
from factcheck.domain.scales.scale import Normalised
from factcheck.domain.tag import Tag
from factcheck.domain.value import Value
from factcheck.reading.data.incoming import Statement
from factcheck.services.importing.report import ImportReport
from factcheck.services.importing.values import (
    contradicts,
    holds,
    joined,
    replaced,
    together,
    without_what_stands,
)
from factcheck.store.store import Store

_KINDS: Final[dict[type[Value], Kind]] = {
    TagValue: Kind.TAG,
    Note: Kind.NOTE,
    Flag: Kind.FLAG,
    Claim: Kind.CLAIM,
    Verdict: Kind.VERDICT,
    Adjudication: Kind.ADJUDICATION,
    Evidence: Kind.EVIDENCE,
    Publication: Kind.PUBLICATION,
    Correction: Kind.CORRECTION,
}
"""What files of other tools can say."""


_ITEMS: Final = frozenset({Kind.EVIDENCE, Kind.CORRECTION})
"""What a claim can have several of."""
ON_SENTENCES: Final = frozenset({TagValue, Note, Flag})
"""What is said of sentences, and not of a claim in them."""


class Pending:
    """Changes that are collected before any of them is recorded."""

    def __init__(self, store: Store, report: ImportReport) -> None:
        """Compare with what stands in `store`, and count in `report`."""
        self._store = store
        self._report = report
        self._changes: dict[str, dict[tuple[Kind, str], Change]] = defaultdict(dict)
        self._of_claims: dict[tuple[Kind, ClaimId], list[Value]] = {}
        self._said: dict[tuple[str, Kind, str], Value] = {}
        self._moment: datetime | None = None
        self._scales = store.schemes.scales()
        self._again = store.journal.has_imports

    def say(self, claim: ClaimId, statement: Statement, *, by_wording: bool = False) -> str:
        """Let a statement be made of a claim or its sentence, unless it is known.

        Of a claim that was found by its wording only what is missing is described. Return what it
        takes the place of, in words.
        """
        value, reviewer, _ = statement
        kind, subject = _KINDS[type(value)], _subject(claim, value)
        if by_wording and kind is Kind.CLAIM:
            value = without_what_stands(self._stands(reviewer, kind, subject), value)
        if kind not in _ITEMS:
            before = self._said.get(_key(reviewer, kind, subject))
            value = together(before, value) if before else value
            self._said[_key(reviewer, kind, subject)] = value
        new = self._is_news(reviewer, kind, subject, value)
        self._report.count(kind, new=new)
        if not new:
            return ""
        told = ""
        if kind in _ITEMS:
            self._add(reviewer, kind, claim, value)
        else:
            told = replaced(self._stands(reviewer, kind, subject), value)
            self._set(reviewer, kind, subject, value)
        if subject == claim:
            self._claim(reviewer, sentence_of(claim), kind)
        return told and f"{reviewer}: {told}"

    def refuse_contradiction(self, about: Sequence[tuple[ClaimId, Statement]]) -> None:
        """Raise InvalidValue where statements contradict each other, or another row of the file."""
        for claim, (value, reviewer, _) in about:
            kind, subject = _KINDS[type(value)], _subject(claim, value)
            before = self._said.get(_key(reviewer, kind, subject))
            if before and contradicts(before, value):
                raise InvalidValue(f"another row says otherwise ({kind}): keep one of them")
            if kind is Kind.VERDICT and any(
                isinstance(tag, TagValue) and tag.tag is not Tag.CLAIM
                for tag in (*_tags_of(reviewer, about), self._said.get(_tag_key(reviewer, claim)))
            ):
                raise InvalidValue("a verdict is on a claim, and its sentence is tagged otherwise")

    def number_of(self, sentence: SentenceId, wording: str) -> int:
        """Return the number of the claim with a wording, or of the first that says nothing yet."""
        numbers = (n for n in count(1) if self._can_say(claim_id(sentence, n), wording))
        return next(numbers)

    def _can_say(self, claim: ClaimId, wording: str) -> bool:
        """Whether a claim has a wording, or has none and nothing was said of it either."""
        stands = self._stands("", Kind.CLAIM, claim)
        words = stands.text if isinstance(stands, Claim) else ""
        return words.split() == wording.split() or not (words or self._is_worked_on(claim))

    def _is_worked_on(self, claim: ClaimId) -> bool:
        """Whether a claim was judged or has evidence, or is about to be."""
        return (
            any((Kind.VERDICT, claim) in changes for changes in self._changes.values())
            or bool(self._store.reviews.judged_by(claim))
            or bool(self._items(Kind.EVIDENCE, claim))
        )

    def is_tagged(self, reviewer: str, sentence: SentenceId) -> bool:
        """Whether a reviewer has said what a sentence is, or is about to."""
        return self._stands(reviewer, Kind.TAG, sentence) is not None

    def is_judged_so(self, claim: ClaimId, value: Value) -> bool:
        """Whether a verdict on a claim says the same already, if on a scale with other steps."""
        known = any(
            holds(stands, value) or self._comes_to_the_same(stands, value)
            for stands in self._verdicts_on(claim)
        )
        if known:
            self._report.count(Kind.VERDICT, new=False)
        return known

    def _verdicts_on(self, claim: ClaimId) -> Iterator[Verdict]:
        """Yield everybody's verdict on a claim, and the adjudicated one."""
        journal = self._store.journal
        for judge in self._store.reviews.judged_by(claim):
            verdict = journal.current(Kind.VERDICT, claim, judge)
            if isinstance(verdict, Verdict):
                yield verdict
        decided = journal.current(Kind.ADJUDICATION, claim, "")
        if isinstance(decided, Adjudication):
            yield Verdict(**decided.model_dump())

    def _comes_to_the_same(self, one: Verdict, other: Value) -> bool:
        """Whether verdicts on different scales say the same of how true a claim is."""
        if not isinstance(other, Verdict) or one.scale == other.scale:
            return False
        first, second = (self._scales.rating(each.scale, each.rating) for each in (one, other))
        return first.normalised is second.normalised is not Normalised.OTHER

    def refuse_if_published(
        self, sentence: SentenceId, about: Iterable[tuple[ClaimId, Statement]]
    ) -> None:
        """Raise NotPermitted where a statement would change what readers see."""
        published = self._store.reviews.published_in(sentence)
        for claim, (value, reviewer, _) in about if published else ():
            kind, subject = _KINDS[type(value)], _subject(claim, value)
            told = kind.is_told_to_readers and claim in published
            untold = isinstance(value, TagValue) and value.tag is not Tag.CLAIM
            if (told or untold) and self._is_news(reviewer, kind, subject, value):
                raise NotPermitted("it is published: make the change with a correction instead")

    def record(self) -> None:
        """Record all of it, one act a reviewer, so that each can take back their own."""
        for reviewer, changes in self._changes.items():
            author = Author(reviewer=reviewer, origin=Origin.IMPORT)
            self._store.journal.record(author, changes.values())

    def _is_news(self, reviewer: str, kind: Kind, subject: str, value: Value) -> bool:
        """Whether something neither stands, nor was imported before and changed since."""
        if kind in _ITEMS:
            claim = ClaimId(subject)
            return not any(holds(item, _of(claim, value)) for item in self._items(kind, claim))
        stands = self._stands(reviewer, kind, subject)
        if stands and holds(stands, value):
            return False
        before = self._store.journal.imported(kind, subject, reviewer) if self._again else ()
        return not any(holds(each, value) for each in before)

    def _set(self, reviewer: str, kind: Kind, subject: str, value: Value) -> None:
        """Give a register its value; what somebody else was about to say there is joined to it."""
        stands = self._stands(reviewer, kind, subject)
        for changes in () if kind.personal else self._changes.values():
            changes.pop((kind, subject), None)
        change = Change(kind=kind, subject=subject, value=joined(stands, value))
        self._changes[reviewer][kind, subject] = change

    def _add(self, reviewer: str, kind: Kind, claim: ClaimId, value: Value) -> None:
        """Add an item to those of a claim."""
        self._moment = next_moment(self._moment)
        item, name = _of(claim, value), time_ordered_id(self._moment)
        self._items(kind, claim).append(item)
        subject = name if kind is Kind.EVIDENCE else correction_id(claim, name)
        self._changes[reviewer][kind, subject] = Change(kind=kind, subject=subject, value=item)

    def _claim(self, reviewer: str, sentence: SentenceId, kind: Kind) -> None:
        """Let a sentence be a claim to whoever judged it; to others where it is nobody's yet."""
        known = self._stands(reviewer, Kind.TAG, sentence)
        if isinstance(known, TagValue) and known.tag is Tag.CLAIM:
            return
        if kind.personal or not (known or self._is_claim(sentence)):
            value = TagValue(tag=Tag.CLAIM)
            change = Change(kind=Kind.TAG, subject=sentence, value=value)
            self._changes[reviewer][Kind.TAG, sentence] = change

    def _is_claim(self, sentence: SentenceId) -> bool:
        """Whether a sentence is a claim to anybody, or about to be."""
        pending = (changes.get((Kind.TAG, sentence)) for changes in self._changes.values())
        tags = (change.value for change in pending if change)
        if any(isinstance(tag, TagValue) and tag.tag is Tag.CLAIM for tag in tags):
            return True
        return self._store.reviews.is_claim(sentence)

    def _stands(self, reviewer: str, kind: Kind, subject: str) -> Value | None:
        owners = [self._changes[reviewer]] if kind.personal else self._changes.values()
        for changes in owners:
            if (kind, subject) in changes:
                return changes[kind, subject].value
        return self._store.journal.current(kind, subject, reviewer)

    def _items(self, kind: Kind, claim: ClaimId) -> list[Value]:
        """Return what was said on a claim and what is about to."""
        if (kind, claim) not in self._of_claims:
            self._of_claims[kind, claim] = list(self._store.journal.said_of(kind, claim))
        return self._of_claims[kind, claim]


def _subject(claim: ClaimId, value: Value) -> str:
    """Return what a value is about: the claim, or its sentence."""
    return sentence_of(claim) if type(value) in ON_SENTENCES else claim


def _key(reviewer: str, kind: Kind, subject: str) -> tuple[str, Kind, str]:
    return reviewer if kind.personal else "", kind, subject


def _tag_key(reviewer: str, claim: ClaimId) -> tuple[str, Kind, str]:
    return _key(reviewer, Kind.TAG, sentence_of(claim))


def _tags_of(reviewer: str, about: Iterable[tuple[ClaimId, Statement]]) -> Iterator[Value]:
    return (s.value for _, s in about if s.reviewer == reviewer and isinstance(s.value, TagValue))


def _of(claim: ClaimId, value: Value) -> Value:
    """Return evidence as that of a claim; anything else as it is."""
    return value.model_copy(update={"claim": claim}) if isinstance(value, Evidence) else value
