"""The forms of the review: what each asks, and which decision its answers make."""

from collections.abc import Callable

from factcheck.domain.display import displayable
from factcheck.domain.finding import Evidence
from factcheck.domain.stance import Stance
from factcheck.tui.desk import Desk
from factcheck.tui.screens.form import Field, Fields, FormSpec, edited
from factcheck.tui.widgets.choice import Option


def claim_form(desk: Desk) -> FormSpec:
    """Return the form for the current claim: its wording, claimant, date, rating and reasons."""
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
    values = desk.claim_fields()

    def save(answers: Fields) -> None:
        desk.describe_claim(edited(answers, _shown(values)))

    return _form(desk, "claim", "Claim", fields, values, save)


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

    def save(answers: Fields) -> None:
        desk.add_evidence(Evidence.of(claim=desk.claim, **answers))

    return _form(desk, "evidence", "Evidence", fields, {field.name: "" for field in fields}, save)


def note_form(desk: Desk) -> FormSpec:
    """Return the form for the note on the current sentence."""
    note = desk.current.note
    fields = (Field("text", "Note (empty: no note)"),)
    values = {"text": note.text if note else ""}
    return _form(desk, "note", "Note", fields, values, lambda answers: desk.note(answers["text"]))


def flag_form(desk: Desk) -> FormSpec:
    """Return the form for a doubt about the current sentence."""
    fields = (Field("reason", "What is doubtful? (may stay empty)"),)
    return _form(
        desk, "flag", "Flag", fields, {"reason": ""}, lambda answers: desk.flag(answers["reason"])
    )


def _form(
    desk: Desk,
    name: str,
    title: str,
    fields: tuple[Field, ...],
    values: Fields,
    save: Callable[[Fields], None],
) -> FormSpec:
    """Return a form whose draft is kept for this reviewer and sentence."""
    drafts, reviewer, subject = desk.store.drafts, desk.author.reviewer, desk.current.sentence.id

    def save_there(answers: Fields) -> None:
        desk.go_back_to(subject)
        save(answers)

    def keep(draft: Fields | None) -> None:
        if draft is None:
            drafts.discard(reviewer, name, subject)
        else:
            drafts.keep(reviewer, name, subject, draft)

    return FormSpec(
        title=f"{title} · sentence {desk.current.sentence.number}",
        fields=fields,
        values=_shown(values),
        save=save_there,
        keep=keep,
        draft=drafts.find(reviewer, name, subject),
    )


def _shown(values: Fields) -> Fields:
    return {field: displayable(value) for field, value in values.items()}
