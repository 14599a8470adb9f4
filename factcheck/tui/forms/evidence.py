"""The form for a source."""

from factcheck.domain.vocabulary.stance import Stance
from factcheck.services.evidence import add_evidence, evidence_from
from factcheck.services.recording import Decisions
from factcheck.tui.desk import Desk
from factcheck.tui.forms.form import form
from factcheck.tui.screens.form import Field, Fields, FormSpec
from factcheck.tui.widgets.choice import Option


def evidence_form(desk: Desk) -> FormSpec:
    """Return the form for a new source on the current claim."""
    stances = (tuple(Option(stance[0], stance, stance) for stance in Stance),)
    fields = (
        Field("url", "Web address"),
        Field("quote", "Quote, exactly as it stands there", long=True),
        Field("stance", "Stance", options=stances),
        Field("title", "Title"),
        Field("publisher", "Publisher"),
    )

    def save(answers: Fields) -> Decisions:
        evidence = evidence_from(desk.store, desk.claim, answers)
        return add_evidence(desk.store, desk.author, evidence)

    return form(desk, "evidence", "Evidence", fields, {field.name: "" for field in fields}, save)
