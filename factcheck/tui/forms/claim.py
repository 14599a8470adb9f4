"""The form for a claim: its wording, its particulars, and the verdict on it."""

from collections.abc import Iterator
from functools import partial
from typing import Final

from factcheck.domain.display import one_line
from factcheck.domain.findings.verdict import Verdict
from factcheck.domain.identity import EvidenceId
from factcheck.domain.review import ClaimReview
from factcheck.domain.tag import Tag
from factcheck.domain.vocabulary.claims import ClaimantKind, Worthiness, WorthinessReason
from factcheck.domain.vocabulary.sign_off import Confidence
from factcheck.services.claims import claim_fields, describe_claim
from factcheck.services.recording import Decisions, Remedy
from factcheck.services.telling import verdict_words
from factcheck.tui.desk import Desk
from factcheck.tui.forms.choosing import kinds_of, options_of, ratings_of
from factcheck.tui.forms.correction import CORRECTION_VALUES, correction_fields, with_correction
from factcheck.tui.forms.form import chosen_claim, draft_name, form, shown
from factcheck.tui.forms.wording import checklist
from factcheck.tui.screens.form import Field, Fields, FormSpec, edited
from factcheck.tui.widgets.choice import numbered

_VERDICT: Final = "More about the verdict"
_CLAIM: Final = "More about the claim"
_PRIORITIES: Final = (
    numbered([("1", "to be checked first"), ("2", "then"), ("3", "last of all")]),
)


def claim_form(desk: Desk, rating: str = "") -> FormSpec:
    """Return the form for the chosen claim; `rating` stands in it as if it had been chosen."""
    claim = chosen_claim(desk)
    values = _values(desk, claim)
    fields = (
        *_main_fields(desk, claim),
        *correction_fields(desk, claim.id),
        *_verdict_fields(claim),
        *_claim_fields(desk, values),
    )
    return form(
        desk,
        draft_name("claim", desk.claim_number),
        "Claim" if desk.claim_number == 1 else f"Claim {desk.claim_number}",
        fields,
        values,
        partial(_save, desk, shown(values)),
        proposed={"rating": rating} if rating else {},
        about=desk.current.sentence.text,
        first="conclusion" if rating and desk.scale.rating(rating).open else "",
    )


def _values(desk: Desk, claim: ClaimReview) -> Fields:
    """Return what stands in the fields; a rating of another scale stands in no option."""
    values = {**claim_fields(desk.store, desk.author, claim.id), **CORRECTION_VALUES}
    if _is_on_another_scale(desk, claim.verdict):
        values["rating"] = ""
    return {**values, "used": ", ".join(claim.verdict.used) if claim.verdict else ""}


def _save(desk: Desk, values: Fields, answers: Fields) -> Decisions:
    """Record what was changed in the form."""
    said = edited(answers, values)
    chosen = said.pop("used", None)
    used = None if chosen is None else tuple(map(EvidenceId, filter(None, chosen.split(", "))))
    said = {name: words for name, words in said.items() if name not in CORRECTION_VALUES}

    def describe(remedy: Remedy | None) -> Decisions:
        return describe_claim(desk.store, desk.author, desk.claim, said, remedy=remedy, used=used)

    return with_correction(answers, describe)


def _main_fields(desk: Desk, claim: ClaimReview) -> Iterator[Field]:
    """Yield what every fact-check says."""
    language = desk.document.language

    def advice(answers: Fields) -> Iterator[str]:
        return checklist(answers["text"], language, answers.get("types", ""))

    def is_open(answers: Fields) -> bool:
        return bool(answers["conclusion"]) or answers["rating"] in open_ratings

    open_ratings = [rating.key for rating in desk.scale.ratings if rating.open]
    label = "The claim in words that stand alone (empty: the sentence's own words)"
    yield Field("text", label, advice=advice)
    yield Field("claimant", "Who makes it")
    yield Field("date", "When it was made: 2024, 2024-06 or 2024-06-18")
    yield Field("rating", _rating_label(desk, claim.verdict), options=ratings_of(desk.scale))
    yield Field("conclusion", "The verdict in one sentence", when=is_open)
    yield Field("because", "Reasons", long=True)


def _verdict_fields(claim: ClaimReview) -> Iterator[Field]:
    """Yield what can be said of the verdict in addition."""
    yield Field("confidence", "How sure you are", options=options_of(Confidence), section=_VERDICT)
    if claim.evidence:
        named = (
            (item.id, f"{item.evidence.stance.glyph} {one_line(item.evidence.name)}")
            for item in claim.evidence
        )
        rows = tuple((option,) for option in numbered(named))
        label = "The evidence it rests on (none chosen: all of it)"
        yield Field("used", label, options=rows, several=True, section=_VERDICT)
    yield Field("missing", "What would have to be known and is not", long=True, section=_VERDICT)
    yield Field("cutoff", "The day up to which evidence was looked for", section=_VERDICT)


def _claim_fields(desk: Desk, values: Fields) -> Iterator[Field]:
    """Yield what can be said of the claim in addition."""
    labels = desk.store.schemes.in_force().labels
    kinds = kinds_of(labels[Tag.CLAIM], filter(None, values["types"].split(", ")))
    worth, reasons = options_of(Worthiness), options_of(WorthinessReason)
    people = options_of(ClaimantKind)
    yield Field("claimant_kind", "What the claimant is", options=people, section=_CLAIM)
    yield Field("claimant_role", "The claimant's office or work", section=_CLAIM)
    yield Field("place", "Where it was made", section=_CLAIM)
    yield Field("first_appearance", "Where it was first seen: an address, or words", section=_CLAIM)
    if any(kinds):
        label = "What kind of claim (several are possible)"
        yield Field("types", label, options=kinds, several=True, section=_CLAIM)
    yield Field("topics", "What it is about, with commas between", section=_CLAIM)
    yield Field("worthiness", "Whether it is worth a check", options=worth, section=_CLAIM)
    yield Field("worthiness_reasons", "Why", options=reasons, several=True, section=_CLAIM)
    yield Field("priority", "How soon it is to be checked", options=_PRIORITIES, section=_CLAIM)


def _rating_label(desk: Desk, verdict: Verdict | None) -> str:
    if verdict is None or not _is_on_another_scale(desk, verdict):
        return "Verdict (backspace clears it)"
    words = one_line(verdict_words(verdict, desk.store.schemes.scales()))
    return f"Verdict (it is {words} on the scale {verdict.scale}; that stays if you choose none)"


def _is_on_another_scale(desk: Desk, verdict: Verdict | None) -> bool:
    return verdict is not None and verdict.scale != desk.scale.key
