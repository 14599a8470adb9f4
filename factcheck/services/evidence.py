"""Evidence for or against claims: added, changed and taken away; sources are known by address."""

from collections.abc import Mapping
from typing import Any

from factcheck.domain.clock import now, time_ordered_id, timestamp
from factcheck.domain.decision import Author, Change, Kind
from factcheck.domain.errors import NotFound
from factcheck.domain.filling import filled, written
from factcheck.domain.findings.evidence import Attachment, Evidence, Source
from factcheck.domain.identity import ClaimId, EvidenceId
from factcheck.domain.review import EvidenceReview
from factcheck.services.recording import Decisions, Remedy, is_published, record_on_claim
from factcheck.store.store import Store


def evidence_from(
    store: Store,
    claim: ClaimId,
    fields: Mapping[str, str],
    attachments: tuple[Attachment, ...] = (),
) -> Evidence:
    """Return the evidence that `fields` describe, read today (UTC) where they do not say.

    What is known of its source from other claims is taken over, but for what is left empty on
    purpose. Raises InvalidValue.
    """
    known = known_source(store, fields.get("url", ""))
    said = {name: words for name, words in {**known, **fields}.items() if words.strip()}
    said = {"accessed": timestamp(now())[:10], **said}
    return filled(Evidence, said, claim=claim, attachments=attachments)


def known_source(store: Store, url: str) -> dict[str, str]:
    """Return what is known of the source at an address, by the names of the fields."""
    url = url.strip()
    items = store.reviews.evidence_at(url) if url and url.isprintable() else []
    return written(items[-1].evidence.source) if items else {}


def add_evidence(
    store: Store, author: Author, evidence: Evidence, remedy: Remedy | None = None
) -> Decisions:
    """Record a source for or against a claim; its sentence becomes a claim.

    A source without a day of access was read today, UTC. Raises NeedsCorrection without a
    `remedy`.
    """
    moment = now()
    if not evidence.accessed:
        evidence = evidence.model_copy(update={"accessed": timestamp(moment)[:10]})
    change = Change(kind=Kind.EVIDENCE, subject=time_ordered_id(moment), value=evidence)
    return record_on_claim(store, author, evidence.claim, [change], remedy)


def change_evidence(
    store: Store,
    author: Author,
    item: EvidenceId,
    fields: Mapping[str, str],
    remedy: Remedy | None = None,
    *,
    attached: tuple[Attachment, ...] = (),
) -> Decisions:
    """Record what `fields` say of an evidence item, and files `attached` to it.

    What they say of its source is true of it wherever it serves; a published fact-check keeps
    what it told readers. Raises NotFound, InvalidValue, and NeedsCorrection without a `remedy`.
    """
    with store.transaction():
        old = evidence_item(store, item).evidence
        new = _filled_from(old, fields, attachments=(*old.attachments, *attached))
        changes = [Change(kind=Kind.EVIDENCE, subject=item, value=new)]
        changes += _elsewhere(store, old, new) if old.url and old.source != new.source else []
        return record_on_claim(store, author, old.claim, changes, remedy)


def remove_evidence(
    store: Store, author: Author, item: EvidenceId, remedy: Remedy | None = None
) -> Decisions:
    """Take an evidence item away; raises NotFound, and NeedsCorrection without a `remedy`."""
    with store.transaction():
        claim = evidence_item(store, item).evidence.claim
        change = Change(kind=Kind.EVIDENCE, subject=item, value=None)
        return record_on_claim(store, author, claim, [change], remedy)


def evidence_item(store: Store, item: EvidenceId) -> EvidenceReview:
    """Return the evidence item with that id; raises NotFound."""
    value = store.journal.current(Kind.EVIDENCE, item, "")
    if not isinstance(value, Evidence):
        raise NotFound("no such evidence any more: it was taken away")
    return EvidenceReview(id=item, evidence=value)


def _elsewhere(store: Store, old: Evidence, new: Evidence) -> list[Change]:
    """Return what says the same of the source where it serves other claims."""
    source = {name: getattr(new, name) for name in Source.model_fields}
    return [
        Change(kind=Kind.EVIDENCE, subject=other.id, value=other.evidence.model_copy(update=source))
        for other in store.reviews.evidence_at(old.url)
        if other.evidence.claim != old.claim and not is_published(store, other.evidence.claim)
    ]


def _filled_from(old: Evidence, fields: Mapping[str, str], **others: Any) -> Evidence:
    names = set(Evidence.model_fields) - {"claim", "attachments"}
    return filled(Evidence, {**written(old, *names), **fields}, claim=old.claim, **others)
