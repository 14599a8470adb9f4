"""Links follow both of their claims when the words of either are carried over."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from factcheck.domain.carrying.carried import Claims
from factcheck.domain.decision import Change, Decision, Kind
from factcheck.domain.findings.claim import Link
from factcheck.domain.findings.tagging import TagValue
from factcheck.domain.identity import ClaimId, SentenceId, claim_id, claim_of, link_id, sentence_of
from factcheck.domain.value import Value


def claims_moved(
    decisions: Iterable[Decision], changes: Iterable[Change]
) -> dict[ClaimId, ClaimId]:
    """Return which claim became which, as `changes` carry `decisions` over."""
    whence = {decision.original: decision for decision in decisions}
    found: dict[ClaimId, ClaimId] = {}
    for change in changes:
        decision = whence.get(change.carries or "")
        if decision and change.kind.is_on_claim and decision.about:
            found[claim_of(decision.about)] = claim_of(change.about)
        elif decision and isinstance(change.value, TagValue):
            old, new = SentenceId(decision.subject), SentenceId(change.subject)
            found.setdefault(claim_id(old), claim_id(new))
    return found


def with_links(
    changes: Sequence[Change], links: Iterable[Decision], claims: Claims, *, instead: bool
) -> Iterator[Change]:
    """Yield `changes` with links to the claims that `claims` maps, and `links` to them from others.

    These end at the new claim `instead` of at the old one, or at both.
    """
    known = {change.carries for change in changes}
    for change in changes:
        yield _ending_anew(change, claims)
    for decision in links:
        other = _other(decision.value)
        if other in claims and decision.original not in known:
            yield _ending_anew(_again(decision, decision.value), claims)
            if instead:
                yield _again(decision, None)


def _other(value: Value | None) -> ClaimId | None:
    return value.other if isinstance(value, Link) else None


def _ending_anew(change: Change, claims: Mapping[ClaimId, ClaimId]) -> Change:
    value = change.value
    if not isinstance(value, Link) or value.other not in claims:
        return change
    other = claims[value.other]
    update = {
        "subject": link_id(claim_of(change.subject), other),
        "value": value.model_copy(update={"other": other}),
    }
    return change.model_copy(update=update)


def _again(decision: Decision, value: Value | None) -> Change:
    return Change(
        kind=Kind.LINK,
        subject=decision.subject,
        value=value,
        owner=decision.reviewer,
        carries=decision.original if value else None,
    )


def sentences_linked(links: Iterable[Decision]) -> Iterator[tuple[ClaimId, SentenceId]]:
    """Yield the claims at the far ends of links, each with its sentence."""
    for decision in links:
        other = _other(decision.value)
        if other:
            yield other, sentence_of(other)
