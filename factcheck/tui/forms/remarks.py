"""The forms for a note and for a doubt."""

from factcheck.services import deciding
from factcheck.services.recording import Decisions
from factcheck.tui.desk import Desk
from factcheck.tui.forms.form import form
from factcheck.tui.screens.form import Field, Fields, FormSpec


def note_form(desk: Desk) -> FormSpec:
    """Return the form for the note on the chosen sentences."""
    note = desk.current.note
    fields = (Field("text", "Note (empty: no note)"),)

    def save(answers: Fields) -> Decisions:
        return deciding.note(desk.store, desk.author, desk.sentences, answers["text"])

    return form(desk, "note", "Note", fields, {"text": note.text if note else ""}, save)


def flag_form(desk: Desk) -> FormSpec:
    """Return the form for a doubt about the chosen sentences."""
    fields = (Field("reason", "What is doubtful? (may stay empty)"),)

    def save(answers: Fields) -> Decisions:
        return deciding.flag(desk.store, desk.author, desk.sentences, answers["reason"])

    return form(desk, "flag", "Flag", fields, {"reason": ""}, save)
