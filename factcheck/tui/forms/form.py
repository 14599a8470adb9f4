"""A form about the current sentence: its draft is kept until it is saved."""

from collections.abc import Callable, Mapping

from factcheck.domain.display import displayable
from factcheck.services.recording import Decisions
from factcheck.tui.desk import Desk
from factcheck.tui.screens.form import Field, Fields, FormSpec


def form(
    desk: Desk,
    name: str,
    title: str,
    fields: tuple[Field, ...],
    values: Fields,
    save: Callable[[Fields], Decisions],
) -> FormSpec:
    """Return a form whose draft is kept for this reviewer and claim, or sentence.

    What it saves is for all sentences that are chosen.
    """
    drafts, reviewer, subject = desk.store.drafts, desk.author.reviewer, desk.current.sentence.id

    def save_there(answers: Fields) -> None:
        if not desk.is_marking:
            desk.go_back_to(subject)
        desk.decide(lambda: save(answers))

    def keep(draft: Fields | None) -> None:
        if draft is None:
            drafts.discard(reviewer, name, subject)
        else:
            drafts.keep(reviewer, name, subject, draft)

    return FormSpec(
        title=f"{title} · sentence {desk.current.sentence.number}",
        fields=fields,
        values=shown(values),
        save=save_there,
        keep=keep,
        draft=drafts.find(reviewer, name, subject),
    )


def shown(values: Mapping[str, str]) -> Fields:
    """Return what stands in fields so that nothing in it can command the terminal."""
    return {field: displayable(value) for field, value in values.items()}
