"""A form about the current sentence: its draft is kept until it is saved."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final, NamedTuple

from factcheck.domain.display import displayable
from factcheck.domain.identity import SentenceId
from factcheck.domain.review import ClaimReview
from factcheck.services.recording import Decisions
from factcheck.tui.desk import Desk
from factcheck.tui.screens.form import Field, Fields, FormSpec

_NOTHING: Final[Mapping[str, str]] = MappingProxyType({})


class _Place(NamedTuple):
    """Where a draft is kept."""

    reviewer: str
    form: str
    subject: SentenceId


def form(
    desk: Desk,
    name: str,
    title: str,
    fields: tuple[Field, ...],
    values: Mapping[str, str],
    save: Callable[[Fields], Decisions],
    *,
    proposed: Mapping[str, str] = _NOTHING,
    about: str = "",
    first: str = "",
    follow: Callable[[str, Fields], Fields] | None = None,
) -> FormSpec:
    """Return a form whose draft is kept for this reviewer and claim, or sentence.

    What it saves is for all sentences that are chosen. `proposed` stands in the fields as if it
    had been typed, `about` over them, and the keys go to the `first` one.
    """
    place = _Place(desk.author.reviewer, name, desk.current.sentence.id)
    return FormSpec(
        title=f"{title} · sentence {desk.current.sentence.number}",
        fields=fields,
        values={field.name: shown(values).get(field.name, "") for field in fields},
        save=_saver(desk, save),
        keep=_keeper(desk, place),
        draft=desk.store.drafts.find(*place),
        proposed=dict(proposed),
        about=about,
        first=first,
        follow=follow,
    )


def _saver(desk: Desk, save: Callable[[Fields], Decisions]) -> Callable[[Fields], None]:
    """Return what saves answers for the sentence and claim that are chosen now."""
    sentence, number = desk.current.sentence.id, desk.claim_number

    def save_there(answers: Fields) -> None:
        if not desk.is_marking:
            desk.go_back_to(sentence)
        desk.choose_claim(number)  # going back may have chosen the sentence's first one
        desk.decide(lambda: save(answers))

    return save_there


def _keeper(desk: Desk, place: _Place) -> Callable[[Fields | None], None]:
    """Return what keeps a draft at a place, or forgets it."""
    drafts = desk.store.drafts

    def keep(draft: Fields | None) -> None:
        if draft is None:
            drafts.discard(*place)
        else:
            drafts.keep(*place, draft)

    return keep


def chosen_claim(desk: Desk) -> ClaimReview:
    """Return the claim that is chosen at the desk, there or not yet, as it stands now."""
    desk.reload_if_changed()
    sentence, reviewer = desk.current.sentence, desk.author.reviewer
    known = desk.store.reviews.claims_in(desk.document, sentence, reviewer)
    unnamed = ClaimReview(id=desk.claim, sentence=sentence.id, text=sentence.text)
    return next((claim for claim in known if claim.id == desk.claim), unnamed)


def draft_name(form_name: str, claim_number: int) -> str:
    """Return what the draft of a form on a claim is called; the first claim's is the form's."""
    return form_name if claim_number == 1 else f"{form_name}.{claim_number}"


def shown(values: Mapping[str, str]) -> Fields:
    """Return what stands in fields so that nothing in it can command the terminal."""
    return {field: displayable(value) for field, value in values.items()}
