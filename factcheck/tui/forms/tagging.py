"""The form for what kind of sentence it is."""

from factcheck.domain.vocabulary.claims import Attribution
from factcheck.services import deciding
from factcheck.services.recording import Decisions
from factcheck.tui.desk import Desk
from factcheck.tui.forms.form import form
from factcheck.tui.screens.form import Field, Fields, FormSpec
from factcheck.tui.widgets.choice import Option


def tag_form(desk: Desk) -> FormSpec:
    """Return the form for subtypes and attribution of the chosen sentences."""
    review = desk.current
    fields = (
        Field("subtypes", "What kind of it"),
        Field(
            "attribution",
            "Who asserts it",
            options=(tuple(Option(each[0], each, each) for each in Attribution),),
        ),
    )
    values = {"subtypes": ", ".join(review.subtypes), "attribution": review.attribution or ""}

    def save(answers: Fields) -> Decisions:
        return deciding.describe_tag(desk.store, desk.author, desk.sentences, None, **answers)

    return form(desk, "tag", "Tag", fields, values, save)
