"""The forms of sign-off: what is to be done, an adjudication, a publication."""

from typing import Final

from factcheck.domain.filling import written
from factcheck.domain.findings.sign_off import Publication
from factcheck.domain.findings.verdict import Adjudication
from factcheck.domain.review import ClaimReview
from factcheck.domain.vocabulary.sign_off import Confidence, Vote
from factcheck.services import signing_off
from factcheck.services.recording import Decisions
from factcheck.services.verdicts import VERDICT_FIELDS
from factcheck.services.voting import vote_on_shown
from factcheck.tui.desk import Desk
from factcheck.tui.forms.choosing import options_of, ratings_of
from factcheck.tui.forms.correction import CORRECTION_VALUES, correction_fields, with_correction
from factcheck.tui.forms.form import draft_name, form
from factcheck.tui.screens.form import Field, Fields, FormSpec

_PUBLICATION: Final = ("url", "date")


def return_form(desk: Desk, claim: ClaimReview) -> FormSpec:
    """Return the form with which an editor returns the chosen claim as it was shown."""
    fields = (Field("comment", "What is to be done?"),)

    def save(answers: Fields) -> Decisions:
        return vote_on_shown(desk.store, desk.author, claim, Vote.RETURN, answers["comment"])

    name = draft_name("return", desk.claim_number)
    return form(desk, name, "Return", fields, {"comment": ""}, save)


def adjudication_form(desk: Desk, claim: ClaimReview) -> FormSpec:
    """Return the form that decides between the verdicts on the chosen claim."""
    known = claim.adjudication
    values = _said(known, desk) if known else dict.fromkeys(VERDICT_FIELDS, "")

    def is_open(answers: Fields) -> bool:
        open_ratings = [rating.key for rating in desk.scale.ratings if rating.open]
        return bool(answers["conclusion"]) or answers["rating"] in open_ratings

    fields = (
        Field("rating", "The verdict that stands", options=ratings_of(desk.scale)),
        Field("conclusion", "The verdict in one sentence", when=is_open),
        Field("because", "Reasons", long=True),
        *correction_fields(desk, claim.id),
        Field("confidence", "How sure you are", options=options_of(Confidence)),
        Field("missing", "What would have to be known and is not"),
        Field("cutoff", "The day up to which evidence was looked for"),
    )

    def save(answers: Fields) -> Decisions:
        said = {name: answers[name] for name in VERDICT_FIELDS}
        rating = said.pop("rating")
        return with_correction(
            answers,
            lambda remedy: signing_off.adjudicate(
                desk.store, desk.author, desk.claim, rating, remedy, **said
            ),
        )

    name = draft_name("adjudication", desk.claim_number)
    return form(desk, name, "Adjudication", fields, {**values, **CORRECTION_VALUES}, save)


def publication_form(desk: Desk, claim: ClaimReview) -> FormSpec:
    """Return the form that says where and since when readers can see the chosen claim."""
    known = claim.publication
    fields = (
        Field("url", "The page on which readers see it"),
        Field("date", "Since when (empty: today, UTC)"),
    )
    values = _published(known) if known else dict.fromkeys(_PUBLICATION, "")

    def save(answers: Fields) -> Decisions:
        return signing_off.publish(desk.store, desk.author, desk.claim, **answers)

    name = draft_name("publication", desk.claim_number)
    return form(desk, name, "Publication", fields, values, save)


def _said(known: Adjudication, desk: Desk) -> Fields:
    """Return what an adjudication says; not its rating where that is of another scale."""
    said = written(known, *VERDICT_FIELDS)
    return said if known.scale == desk.scale.key else {**said, "rating": ""}


def _published(known: Publication) -> Fields:
    return written(known, *_PUBLICATION)
