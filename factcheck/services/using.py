"""Which evidence a verdict rests on."""

from collections.abc import Iterable

from factcheck.domain.decision import Author, Change, Kind
from factcheck.domain.errors import InvalidValue
from factcheck.domain.findings.verdict import Verdict
from factcheck.domain.identity import ClaimId, EvidenceId
from factcheck.services.looking import claim_seen
from factcheck.services.recording import Decisions, Remedy, record_on_claim
from factcheck.store.store import Store


def rest_on(
    store: Store,
    author: Author,
    claim: ClaimId,
    items: Iterable[str],
    remedy: Remedy | None = None,
) -> Decisions:
    """Record that the author's verdict rests on these evidence items, none for all there are.

    Raises InvalidValue without a verdict, and NeedsCorrection without a `remedy`.
    """
    with store.transaction():
        verdict = store.journal.current(Kind.VERDICT, claim, author.reviewer)
        if not isinstance(verdict, Verdict):
            raise InvalidValue("rating: choose the verdict that rests on it")
        chosen = set(items)
        seen = claim_seen(store, claim, author.reviewer)
        used = tuple(item.id for item in seen.evidence if item.id in chosen)
        change = Change(
            kind=Kind.VERDICT, subject=claim, value=verdict.model_copy(update={"used": used})
        )
        return record_on_claim(store, author, claim, [change], remedy)


def use_or_not(
    store: Store,
    author: Author,
    claim: ClaimId,
    item: EvidenceId,
    remedy: Remedy | None = None,
) -> Decisions:
    """Record that the author's verdict rests on an evidence item, or that it does not any more.

    Raises InvalidValue where nothing would be left, and as `rest_on` does.
    """
    with store.transaction():
        seen = claim_seen(store, claim, author.reviewer)
        if seen.verdict is None:
            raise InvalidValue("no verdict of yours rests on it: judge the claim first")
        used = {each.id for each in seen.used} ^ {item}
        if not used:
            raise InvalidValue("it rests on this one alone: choose another one first")
        every = used == {each.id for each in seen.evidence}
        return rest_on(store, author, claim, () if every else used, remedy)
