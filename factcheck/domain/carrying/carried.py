"""Carrying over: what was decided on some words, said of other words."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from factcheck.domain.decision import Change, Decision, Kind
from factcheck.domain.findings.claim import Claim
from factcheck.domain.findings.evidence import Evidence
from factcheck.domain.findings.tagging import TagValue
from factcheck.domain.findings.verdict import Verdict
from factcheck.domain.identity import (
    ClaimId,
    EvidenceId,
    SentenceId,
    claim_id,
    copied_evidence_id,
    number_of,
    sentence_of,
    span_of,
)
from factcheck.domain.tag import Tag
from factcheck.domain.value import Value

Claims = Mapping[ClaimId, ClaimId]
"""Which claim becomes which."""


def carried(decision: Decision, sentence: SentenceId) -> Change:
    """Return what sets the register of `sentence` that `decision` set on another one."""
    return _change(decision, sentence, decision.value)


def carried_claim(decision: Decision, claims: Claims) -> Change:
    """Return what makes a decision on a claim, or its evidence, one on what `claims` maps it to.

    Within an article the evidence moves to the claim; a claim in another one gets a copy.
    """
    claim, value = ClaimId(decision.about), decision.value
    target = claims[claim]
    if isinstance(value, Evidence):
        item = _item_on(claim, target, EvidenceId(decision.subject))
        return _change(decision, item, value.model_copy(update={"claim": target}))
    if isinstance(value, Verdict) and value.used:
        used = tuple(_item_on(claim, target, item) for item in value.used)
        value = value.model_copy(update={"used": used})
    return _change(decision, target + decision.subject.removeprefix(claim), value)


def is_on_claim(decision: Decision) -> bool:
    """Whether a decision is about a claim, and not about its whole sentence."""
    return decision.kind.is_on_claim


def _item_on(claim: ClaimId, target: ClaimId, item: EvidenceId) -> EvidenceId:
    """Return the evidence item of `claim` as the one of `target` that it becomes."""
    old, new = span_of(claim).document, span_of(target).document
    return item if old == new else copied_evidence_id(item, new)


def described_claims(standing: Iterable[Decision]) -> list[ClaimId]:
    """Return the claims on which something was decided, in the order of the article."""
    named = {ClaimId(decision.about) for decision in standing if is_on_claim(decision)}
    return sorted(named, key=lambda claim: (span_of(claim).start, number_of(claim)))


def stacks(decisions: Iterable[Decision]) -> list[list[Decision]]:
    """Return the decisions by what they set, each list from the oldest to the one that stands."""
    registers: dict[tuple[Kind, str, str], list[Decision]] = defaultdict(list)
    for decision in decisions:
        owner = decision.reviewer if decision.kind.personal else ""
        registers[decision.kind, decision.subject, owner].append(decision)
    return list(registers.values())


def all_claims(standing: Iterable[Decision]) -> list[ClaimId]:
    """Return the claims on which something was decided, and those that a tag says are there."""
    standing = list(standing)
    named = described_claims(standing)
    tagged = {
        claim_id(SentenceId(decision.subject))
        for decision in standing
        if says_claim(decision.value)
    }
    return [*sorted(tagged.difference(named)), *named]


def says_claim(value: Value | None) -> bool:
    """Whether a value is the tag claim."""
    return isinstance(value, TagValue) and value.tag is Tag.CLAIM


def wording_of(claim: ClaimId, standing: Iterable[Decision]) -> Claim:
    """Return what reviewers said of a claim; nothing where nobody did."""
    values = (decision.value for decision in standing if decision.subject == claim)
    return next((value for value in values if isinstance(value, Claim)), Claim())


def instead_of(outdated: Iterable[Decision], changes: Iterable[Change]) -> list[Change]:
    """Return `changes`, after what clears the `outdated` decisions of which they say nothing.

    Evidence is never cleared: it moves with the claim, and what did not move was added there.
    """
    changes = list(changes)
    said = {(change.kind, change.subject, change.owner) for change in changes}
    cleared = [
        Change(kind=decision.kind, subject=decision.subject, value=None, owner=decision.reviewer)
        for decision in outdated
        if decision.kind is not Kind.EVIDENCE
        and (decision.kind, decision.subject, decision.reviewer) not in said
    ]
    return [*cleared, *changes]


def is_decided_again(dormant: Decision, standing: Iterable[Decision]) -> bool:
    """Whether its reviewer tagged, noted or doubted the words since, however they were cut."""
    return not is_on_claim(dormant) and any(
        (decision.kind, decision.reviewer) == (dormant.kind, dormant.reviewer)
        and decision.at > dormant.at
        for decision in standing
    )


def last_number(decisions: Iterable[Decision], sentence: SentenceId) -> int:
    """Return the number of the last claim in a sentence on which something was decided, or 0."""
    named = (ClaimId(decision.about) for decision in decisions if is_on_claim(decision))
    return max((number_of(name) for name in named if sentence_of(name) == sentence), default=0)


def _change(decision: Decision, subject: str, value: Value | None) -> Change:
    return Change(
        kind=decision.kind,
        subject=subject,
        value=value,
        owner=decision.reviewer,
        carries=decision.original,
    )
