"""How readers are told of a change to a published fact-check: a form, and fields in others."""

from collections.abc import Callable
from typing import Final

from factcheck.domain.errors import InvalidValue
from factcheck.domain.identity import ClaimId
from factcheck.domain.vocabulary.sign_off import CorrectionKind
from factcheck.services.recording import Decisions, Remedy, is_published
from factcheck.tui.desk import Desk
from factcheck.tui.forms.form import draft_name, form
from factcheck.tui.screens.form import Field, Fields, FormSpec
from factcheck.tui.widgets.choice import numbered

_KINDS: Final = (numbered((kind.value, kind.value) for kind in CorrectionKind),)
CORRECTION_VALUES: Final = {"correction": "", "correction_kind": CorrectionKind.CORRECTION.value}
"""What stands at first in the fields that a published fact-check has in addition."""


def correction_form(desk: Desk, act: Callable[[Remedy], Decisions]) -> FormSpec:
    """Return the form after which `act` makes the change with its correction."""
    fields = (
        Field("text", "It is published: what are readers told?", long=True),
        Field("kind", "What the change is to them", options=_KINDS),
    )
    values = {"text": "", "kind": CorrectionKind.CORRECTION.value}

    def save(answers: Fields) -> Decisions:
        return act(Remedy.of(**answers))

    name = draft_name("correction", desk.claim_number)
    return form(desk, name, "Correction", fields, values, save)


def correction_fields(desk: Desk, claim: ClaimId) -> tuple[Field, ...]:
    """Return the fields that say how readers are told, if they can see the claim's fact-check."""
    if not is_published(desk.store, claim):
        return ()
    return (
        Field("correction", "It is published: what are readers told of the change?", long=True),
        Field("correction_kind", "What the change is to them", options=_KINDS),
    )


def with_correction(answers: Fields, act: Callable[[Remedy | None], Decisions]) -> Decisions:
    """Let `act` make a change with the correction that `answers` hold, if they hold one.

    Raises InvalidValue where there is nothing to tell readers of.
    """
    text = answers.get("correction", "")
    remedy = Remedy.of(text=text, kind=answers["correction_kind"]) if text.strip() else None
    decisions = act(remedy)
    if remedy and not decisions:
        raise InvalidValue("correction: nothing that readers see is changed: change it, or leave")
    return decisions
