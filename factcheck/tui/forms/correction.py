"""The form that asks how readers are told of a change to a published fact-check."""

from collections.abc import Callable

from factcheck.domain.vocabulary.sign_off import CorrectionKind
from factcheck.services.recording import Decisions, Remedy
from factcheck.tui.desk import Desk
from factcheck.tui.forms.form import form
from factcheck.tui.screens.form import Field, Fields, FormSpec
from factcheck.tui.widgets.choice import Option


def correction_form(desk: Desk, act: Callable[[Remedy], Decisions]) -> FormSpec:
    """Return the form after which `act` makes the change with its correction."""
    kinds = tuple(Option(str(key), kind, kind) for key, kind in enumerate(CorrectionKind, start=1))
    fields = (
        Field("text", "It is published: what are readers told?", long=True),
        Field("kind", "What the change is to them", options=(kinds,)),
    )
    values = {"text": "", "kind": CorrectionKind.CORRECTION.value}

    def save(answers: Fields) -> Decisions:
        return act(Remedy.of(**answers))

    return form(desk, "correction", "Correction", fields, values, save)
