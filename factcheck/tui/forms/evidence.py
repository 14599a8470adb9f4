"""The form for a source: a new one on a claim, or one that is there already."""

from collections.abc import Iterator
from functools import partial
from os.path import expanduser
from pathlib import Path
from typing import Final

from factcheck.domain.errors import InvalidValue, NotFound, Unreadable
from factcheck.domain.filling import written
from factcheck.domain.findings.evidence import Attachment, Evidence
from factcheck.domain.identity import EvidenceId
from factcheck.domain.vocabulary.sources import (
    AnswerType,
    Medium,
    Reliability,
    SourceLevel,
    SourceType,
)
from factcheck.domain.vocabulary.stance import Stance
from factcheck.services.attaching import attachment_from
from factcheck.services.evidence import add_evidence, change_evidence, evidence_from, evidence_item
from factcheck.services.recording import Decisions, Remedy
from factcheck.tui.desk import Desk
from factcheck.tui.forms.choosing import options_of
from factcheck.tui.forms.correction import CORRECTION_VALUES, correction_fields, with_correction
from factcheck.tui.forms.form import chosen_claim, draft_name, form, shown
from factcheck.tui.forms.pasting import Pasting
from factcheck.tui.screens.form import Field, Fields, FormSpec, edited
from factcheck.tui.widgets.choice import Option

_TYPED: Final = tuple(set(Evidence.model_fields) - {"claim", "attachments"})
_COPIES_BEGIN_ALIKE: Final = 18
"""Characters of an item's id, which its copy in a newer version of the article has as well."""
_YES: Final = ((Option("y", "yes", "yes"),),)
_STANCES: Final = f"{', '.join(list(Stance)[:-1])} or {list(Stance)[-1]}"


def evidence_form(desk: Desk, item: EvidenceId | None = None) -> FormSpec:
    """Return the form for a new source on the chosen claim, or for an evidence item."""
    known = evidence_item(desk.store, item).evidence if item else None
    said = written(known, *_TYPED) if known else dict.fromkeys(_TYPED, "")
    values = {**said, "attach": "", **CORRECTION_VALUES}
    attached = known.attachments if known else ()
    fields = (
        *_main_fields(),
        *correction_fields(desk, desk.claim),
        *_quote_fields(),
        *_source_fields(),
        *_answer_fields(),
        *_desk_fields(attached),
    )
    name = f"evidence.{item[:_COPIES_BEGIN_ALIKE]}" if item else "evidence"
    return form(
        desk,
        name if item else draft_name(name, desk.claim_number),
        "Evidence",
        fields,
        values,
        partial(_change, desk, item, shown(values)) if item else partial(_add, desk),
        about=chosen_claim(desk).text,
        follow=Pasting(desk.store, values["url"]).follow,
    )


def _add(desk: Desk, answers: Fields) -> Decisions:
    """Record a new source."""
    said = {name: words for name, words in answers.items() if name in _TYPED}

    def add(remedy: Remedy | None) -> Decisions:
        files = _attached(desk, answers)
        evidence = evidence_from(desk.store, desk.claim, said, files)
        if not said["stance"]:
            raise InvalidValue(f"stance: choose {_STANCES}")
        return add_evidence(desk.store, desk.author, evidence, remedy)

    return with_correction(answers, add)


def _change(desk: Desk, item: EvidenceId, values: Fields, answers: Fields) -> Decisions:
    """Record what was changed of an item."""
    changed = edited(answers, values)
    said = {name: words for name, words in changed.items() if name in _TYPED}

    def change(remedy: Remedy | None) -> Decisions:
        files = _attached(desk, answers)
        name = _present(desk, item)
        return change_evidence(desk.store, desk.author, name, said, remedy, attached=files)

    return with_correction(answers, change)


def _attached(desk: Desk, answers: Fields) -> tuple[Attachment, ...]:
    """Keep the file that is named, if there is one."""
    path = answers["attach"].strip().strip("'\"")  # as terminals write a file dropped on them
    try:
        return (attachment_from(desk.store, Path(expanduser(path))),) if path else ()
    except Unreadable as error:
        raise InvalidValue(f"attach: {error}") from error


def _present(desk: Desk, item: EvidenceId) -> EvidenceId:
    """Return the item, or its copy where the article has a newer version by now."""
    claim = chosen_claim(desk)
    begin = item[:_COPIES_BEGIN_ALIKE]
    found = next((each.id for each in claim.evidence if each.id.startswith(begin)), None)
    if found is None:
        raise NotFound("this evidence is not on the claim any more: it was taken away")
    return found


def _main_fields() -> Iterator[Field]:
    """Yield what every source needs."""
    yield Field("url", "Web address, or paste a quote with its link", takes_pastes=True)
    yield Field("quote", "Quote, exactly as it stands there", long=True)
    yield Field("stance", "Stance", options=options_of(Stance))
    yield Field("title", "Title")
    yield Field("publisher", "Publisher")
    yield Field("archived", "Address of an archived copy")
    yield Field(
        "not_archived",
        "Why there is no archived copy",
        when=lambda answers: bool(answers["url"]) and not answers["archived"],
        advice=_archive_advice,
    )


def _archive_advice(answers: Fields) -> Iterator[str]:
    if not answers["not_archived"].strip():
        yield "an editor will ask for an archived copy, or for the reason"


def _quote_fields() -> Iterator[Field]:
    section = "Around the quote"
    yield Field("quote_before", "The words before the quote", section=section)
    yield Field("quote_after", "The words after the quote", section=section)
    yield Field("locator", "Where in the source: a page, a time, a table", section=section)


def _source_fields() -> Iterator[Field]:
    """Yield what is true of the source wherever it serves."""
    section = "More about the source"
    kinds, levels = options_of(SourceType), options_of(SourceLevel)
    trust = options_of(Reliability)
    group = "A name that sources share which copy each other"
    withheld = "Its name is withheld from readers"
    yield Field("author", "Who wrote or said it", section=section)
    yield Field("published", "When: 2024, 2024-06 or 2024-06-18", section=section)
    yield Field("accessed", "When it was read (empty: today, UTC)", section=section)
    yield Field("type", "What kind of source", options=kinds, section=section)
    yield Field("level", "How near to what happened", options=levels, section=section)
    yield Field("reliability", "How far it is to be trusted", options=trust, section=section)
    yield Field("interest", "What interest it has in the matter", section=section)
    yield Field("independence_group", group, section=section)
    yield Field("anonymous", withheld, options=_YES, several=True, section=section)
    yield Field(
        "anonymous_reason",
        "Why its name is withheld",
        section=section,
        when=lambda answers: bool(answers["anonymous"] or answers["anonymous_reason"]),
        advice=_anonymous_advice,
    )


def _anonymous_advice(answers: Fields) -> Iterator[str]:
    if not answers["anonymous_reason"].strip():
        yield "an editor will ask for the reason"


def _answer_fields() -> Iterator[Field]:
    section = "The question that it answers"
    kinds, media = options_of(AnswerType), options_of(Medium)
    yield Field("question", "Question", section=section)
    yield Field("answer", "Answer", long=True, section=section)
    yield Field("answer_type", "How it answers", options=kinds, section=section)
    yield Field("answer_because", "What explains a yes or no", section=section)
    yield Field("medium", "In what form it answers", options=media, section=section)


def _desk_fields(attached: tuple[Attachment, ...]) -> Iterator[Field]:
    section = "Note and files"
    kept = f" (kept already: {', '.join(file.name for file in attached)})" if attached else ""
    yield Field("note", "A remark for the desk", section=section)
    yield Field("attach", f"A file to keep with it: its path{kept}", section=section)
