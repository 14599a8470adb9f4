"""The forms for a note and for a doubt."""

from functools import partial

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
    save = partial(_flag, desk, guideline=False)
    return form(desk, "flag", "Flag", fields, {"reason": ""}, save)


def guideline_form(desk: Desk) -> FormSpec:
    """Return the form for a doubt about the guideline, which the chosen sentences raise."""
    fields = (Field("reason", "What does the guideline not say? (may stay empty)"),)
    save = partial(_flag, desk, guideline=True)
    return form(desk, "guideline", "Flag for the guideline", fields, {"reason": ""}, save)


def _flag(desk: Desk, answers: Fields, *, guideline: bool) -> Decisions:
    reason = answers["reason"]
    return deciding.flag(desk.store, desk.author, desk.sentences, reason, guideline=guideline)
