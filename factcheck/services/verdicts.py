"""How a reviewer judges a claim."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final, TypeVar

from factcheck.domain.decision import Author, Change, Kind
from factcheck.domain.errors import InvalidValue
from factcheck.domain.filling import filled, written
from factcheck.domain.findings.verdict import Verdict
from factcheck.domain.identity import ClaimId, EvidenceId
from factcheck.services.looking import claim_seen, evidence_numbered
from factcheck.services.recording import Decisions, Remedy, record_on_claim
from factcheck.store.store import Store

VERDICT_FIELDS: Final = ("rating", "conclusion", "because", "confidence", "missing", "cutoff")
"""What is typed of a verdict."""
_V = TypeVar("_V", bound=Verdict)


def judge(
    store: Store,
    author: Author,
    claim: ClaimId,
    rating: str,
    because: str | None = None,
    *,
    remedy: Remedy | None = None,
    used: tuple[EvidenceId, ...] | None = None,
    duration_ms: int | None = None,
    fields: Mapping[str, str] = MappingProxyType({}),
) -> Decisions:
    """Record the reviewer's verdict on a claim; its sentence becomes a claim.

    What `fields` do not say stays as it was. `used` is the evidence that it rests on, none for
    all of it. Raises InvalidValue for an unknown rating, and NeedsCorrection without a `remedy`.
    """
    with store.transaction():
        known = store.journal.current(Kind.VERDICT, claim, author.reviewer)
        said = written(known, *VERDICT_FIELDS) if known else {}
        said |= {**fields, "rating": rating} | ({} if because is None else {"because": because})
        verdict = verdict_from(store, author, claim, said, chosen=True)
        if verdict and used is not None:
            verdict = verdict.model_copy(update={"used": used})
        if verdict and duration_ms is not None:
            verdict = verdict.model_copy(update={"duration_ms": duration_ms})
        change = Change(kind=Kind.VERDICT, subject=claim, value=verdict)
        return record_on_claim(store, author, claim, [change], remedy)


def rating_given(store: Store, author: Author, claim: ClaimId) -> str:
    """Return the rating that the author has given to a claim; raises InvalidValue without one."""
    known = store.journal.current(Kind.VERDICT, claim, author.reviewer)
    if not isinstance(known, Verdict):
        raise InvalidValue("rating: choose one, there is no verdict of yours on this claim yet")
    return known.rating


def withdraw_verdict(
    store: Store, author: Author, claim: ClaimId, remedy: Remedy | None = None
) -> Decisions:
    """Clear the reviewer's verdict on a claim; raises NeedsCorrection without a `remedy`."""
    with store.transaction():
        if store.journal.current(Kind.VERDICT, claim, author.reviewer) is None:
            return ()
        change = Change(kind=Kind.VERDICT, subject=claim, value=None)
        return record_on_claim(store, author, claim, [change], remedy)


def verdict_from(
    store: Store, author: Author, claim: ClaimId, said: Mapping[str, str], *, chosen: bool
) -> Verdict | None:
    """Return the author's verdict that `said` describes, None without a rating.

    It keeps the evidence it rests on, and an older scale unless the rating was `chosen` now.
    Raises InvalidValue.
    """
    known = store.journal.current(Kind.VERDICT, claim, author.reviewer)
    before = known if isinstance(known, Verdict) else None
    verdict = rated(store, Verdict, said, before, chosen=chosen)
    return verdict and verdict.model_copy(update={"blind": _is_blind(store, author, claim)})


def rated(
    store: Store, kind: type[_V], said: Mapping[str, str], known: _V | None, *, chosen: bool
) -> _V | None:
    """Return the verdict that `said` describes; raises InvalidValue.

    It is on the scale in force, unless an older rating stays that was not `chosen` now.
    """
    said = {name: words for name, words in said.items() if words}
    if not said.get("rating"):
        if said:
            raise InvalidValue(f"rating: choose the verdict that the {_named(said)} for")
        return None
    used = known.used if known else ()
    scale = store.schemes.in_force().scale
    stays = known and known.rating == said["rating"]
    if known and stays and not (chosen and said["rating"] in scale.keys):
        return filled(kind, said, scale=known.scale, used=used)
    if scale.rating(said["rating"]).open and not said.get("conclusion"):
        raise InvalidValue("conclusion: write the verdict in one sentence")
    return filled(kind, said, scale=scale.key, used=used)


def evidence_ids(
    store: Store, author: Author, claim: ClaimId, numbers: tuple[int, ...]
) -> tuple[EvidenceId, ...]:
    """Return the claim's evidence items with those numbers, from 1; raises NotFound."""
    seen = claim_seen(store, claim, author.reviewer)
    return tuple(evidence_numbered(seen, number).id for number in numbers)


def _is_blind(store: Store, author: Author, claim: ClaimId) -> bool:
    """Whether the author has seen nobody else's verdict: each sees the others' after the own."""
    if store.reviews.is_revealed(author.reviewer, claim):
        return False
    judged = store.reviews.judged_by(claim)
    return author.reviewer not in judged or judged == [author.reviewer]


def _named(said: Mapping[str, str]) -> str:
    """Return what was said without a rating, as a sentence goes on about it."""
    return "reasons are" if "because" in said else f"{next(iter(said))} is"
