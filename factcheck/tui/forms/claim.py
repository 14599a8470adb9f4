"""The form for a claim: its wording, its particulars, and the verdict on it."""

from factcheck.services.claims import claim_fields, describe_claim
from factcheck.services.recording import Decisions
from factcheck.tui.desk import Desk
from factcheck.tui.forms.form import form, shown
from factcheck.tui.screens.form import Field, Fields, FormSpec, edited
from factcheck.tui.widgets.choice import Option


def claim_form(desk: Desk, rating: str = "") -> FormSpec:
    """Return the form for the chosen claim; `rating` stands in it at first, if there is one."""
    ratings = [
        (rating, Option(str(key), rating.key, rating.words))
        for key, rating in enumerate(desk.scale.ratings, start=1)
    ]
    rows = tuple(
        tuple(option for rating, option in ratings if rating.off_scale is off_scale)
        for off_scale in (False, True)
    )
    fields = (
        Field("text", "The claim in words that stand alone (empty: the sentence's own words)"),
        Field("claimant", "Who makes it"),
        Field("date", "When it was made: 2024, 2024-06 or 2024-06-18"),
        Field("rating", "Verdict (backspace clears it)", options=rows),
        Field("because", "Reasons", long=True),
    )
    values = claim_fields(desk.store, desk.author, desk.claim)

    def save(answers: Fields) -> Decisions:
        said = edited(answers, shown(values))
        return describe_claim(desk.store, desk.author, desk.claim, None, **said)

    return form(desk, "claim", "Claim", fields, values, save)
