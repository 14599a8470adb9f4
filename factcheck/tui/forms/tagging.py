"""The form for what kind of sentence it is."""

from collections.abc import Callable, Iterator, Mapping
from functools import partial

from factcheck.domain.scheme.label import Label
from factcheck.domain.tag import Tag
from factcheck.domain.vocabulary.claims import Attribution
from factcheck.services import deciding
from factcheck.services.recording import Decisions
from factcheck.tui.desk import Desk
from factcheck.tui.forms.choosing import kinds_of, options_of
from factcheck.tui.forms.form import form, shown
from factcheck.tui.screens.form import Field, Fields, FormSpec, edited
from factcheck.tui.widgets.choice import lettered


def tag_form(desk: Desk) -> FormSpec:
    """Return the form for tag, subtypes and attribution of the chosen sentences."""
    review, labels = desk.current, desk.store.schemes.in_force().labels
    tags = lettered((tag.value, labels[tag].words) for tag in Tag)
    fields = (
        Field("tag", "What it is", options=(tags,)),
        *_kinds(labels, {review.tag: review.subtypes}),
        Field("attribution", "Who asserts it", options=options_of(Attribution)),
    )
    values = {"tag": review.tag or "", "attribution": review.attribution or ""}
    if review.tag:
        values[_kinds_name(review.tag)] = ", ".join(review.subtypes)
    first = _kinds_name(review.tag) if review.tag else "tag"
    known = any(field.name == first for field in fields)
    return form(
        desk,
        "tag",
        "Tag",
        fields,
        values,
        partial(_save, desk, shown(values)),
        about=review.sentence.text,
        first=first if known else "",
    )


def _save(desk: Desk, values: Fields, answers: Fields) -> Decisions:
    """Record what was changed in the form, of the tag that is chosen there."""
    said = edited(answers, {name: values.get(name, "") for name in answers})
    chosen = Tag(answers["tag"]) if answers["tag"] else None
    fields = {"attribution": said["attribution"]} if "attribution" in said else {}
    kinds = _kinds_name(chosen) if chosen else ""
    if kinds in said:
        fields["subtypes"] = said[kinds]
    tag = chosen if "tag" in said else None
    return deciding.describe_tag(desk.store, desk.author, desk.sentences, tag, **fields)


def _kinds(
    labels: Mapping[Tag, Label], known: Mapping[Tag | None, tuple[str, ...]]
) -> Iterator[Field]:
    """Yield a field for the kinds of each label, of which that of the chosen tag is asked for."""
    for tag, label in labels.items():
        options = kinds_of(label, known.get(tag, ()))
        if any(options):
            yield Field(
                _kinds_name(tag),
                "What kind of it" if label.one_only else "What kind of it (several are possible)",
                options=options,
                several=not label.one_only,
                when=_is(tag),
            )


def _is(tag: Tag) -> Callable[[Fields], bool]:
    return lambda answers: answers["tag"] == tag


def _kinds_name(tag: Tag) -> str:
    return f"kinds-of-{tag}"
