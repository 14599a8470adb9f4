"""What a reviewer says of a claim: its words, its particulars, its verdict, its links."""

from collections.abc import Mapping
from typing import Final

from factcheck.domain.decision import Author, Change, Kind
from factcheck.domain.errors import InvalidValue, NotFound
from factcheck.domain.filling import filled, written
from factcheck.domain.findings.claim import Claim, Link
from factcheck.domain.identity import ClaimId, EvidenceId, link_id, sentence_of
from factcheck.domain.tag import Tag
from factcheck.services.looking import claim_seen
from factcheck.services.recording import Decisions, Remedy, claiming, record_on_claim
from factcheck.services.verdicts import VERDICT_FIELDS, verdict_from
from factcheck.store.store import Store

CLAIM_FIELDS: Final = tuple(Claim.model_fields)


def claim_fields(store: Store, author: Author, claim: ClaimId) -> dict[str, str]:
    """Return what stands of a claim and the reviewer's verdict on it, by the names of the fields.

    It stands whether or not the reviewer tags the sentence as a claim at the moment.
    """
    wording = store.journal.current(Kind.CLAIM, claim, author.reviewer) or Claim()
    verdict = store.journal.current(Kind.VERDICT, claim, author.reviewer)
    judged = written(verdict, *VERDICT_FIELDS) if verdict else dict.fromkeys(VERDICT_FIELDS, "")
    return {**written(wording), **judged}


def describe_claim(
    store: Store,
    author: Author,
    claim: ClaimId,
    fields: Mapping[str, str],
    *,
    remedy: Remedy | None = None,
    used: tuple[EvidenceId, ...] | None = None,
) -> Decisions:
    """Record what `fields` say of a claim and the verdict on it; what they do not say stays.

    `used` is the evidence that the verdict rests on, none for all of it. The sentence becomes a
    claim. Raises InvalidValue, and NeedsCorrection without a `remedy`.
    """
    with store.transaction():
        known = {**claim_fields(store, author, claim), **fields}
        wording = filled(Claim, {name: known[name] for name in CLAIM_FIELDS})
        store.schemes.in_force().refuse_unknown(Tag.CLAIM, wording.types)
        judged = {name: known[name] for name in VERDICT_FIELDS}
        verdict = verdict_from(store, author, claim, judged, chosen="rating" in fields)
        if verdict and used is not None:
            verdict = verdict.model_copy(update={"used": used})
        changes = [
            Change(kind=Kind.CLAIM, subject=claim, value=None if wording == Claim() else wording),
            Change(kind=Kind.VERDICT, subject=claim, value=verdict),
        ]
        return record_on_claim(store, author, claim, changes, remedy)


def remove_claim(
    store: Store, author: Author, claim: ClaimId, remedy: Remedy | None = None
) -> Decisions:
    """Take away what makes a further claim one: its wording, the author's verdict, its evidence.

    Raises InvalidValue where others have judged it, and NeedsCorrection without a `remedy`.
    """
    with store.transaction():
        seen = claim_seen(store, claim, author.reviewer)
        others = [name for name in seen.verdicts if name != author.reviewer]
        if others:
            raise InvalidValue(f"{', '.join(others)} judged this claim: it stays")
        gone = [
            (Kind.CLAIM, claim),
            (Kind.VERDICT, claim),
            *((Kind.EVIDENCE, item.id) for item in seen.evidence),
        ]
        changes = [Change(kind=kind, subject=subject, value=None) for kind, subject in gone]
        return record_on_claim(store, author, claim, changes, remedy)


def link(
    store: Store, author: Author, claim: ClaimId, other: ClaimId, relation: str, note: str = ""
) -> Decisions:
    """Record what a claim is to another one; both become claims. Raises InvalidValue, NotFound."""
    if claim == other:
        raise InvalidValue("other: name another claim, this is the same one")
    claim_seen(store, other, author.reviewer)
    value = filled(Link, {"relation": relation, "note": note}, other=other)
    change = Change(kind=Kind.LINK, subject=link_id(claim, other), value=value)
    tagged = claiming(store, author, sentence_of(other))
    return record_on_claim(store, author, claim, [*tagged, change])


def unlink(store: Store, author: Author, claim: ClaimId, other: ClaimId) -> Decisions:
    """Take a link away, whichever of the two claims it was said of; raises NotFound."""
    names = [link_id(claim, other), link_id(other, claim)]
    known = [name for name in names if store.journal.current(Kind.LINK, name, author.reviewer)]
    if not known:
        raise NotFound("these claims are not linked")
    changes = [Change(kind=Kind.LINK, subject=name, value=None) for name in known]
    return store.journal.record(author, changes)
