"""The configuration of a Label Studio project that can show what we export."""

import re
from collections.abc import Iterator
from typing import Final
from xml.sax.saxutils import quoteattr

from factcheck.domain.scheme.scheme import Scheme
from factcheck.export.data.tools.choices import ratings_offered
from factcheck.reading.data.tools.label_studio_controls import Control

_NOT_IN_XML: Final = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that no XML document may hold."""
_ON_CLAIMS: Final = 'perRegion="true" visibleWhen="region-selected" whenLabelValue="claim"'
_ON_ALL: Final = 'perRegion="true"'


def config(scheme: Scheme) -> Iterator[str]:
    """Yield the labelling interface: the labels of `scheme` and the ratings of its scale."""
    yield "<View>"
    yield "  <Style>.htx-text { white-space: pre-wrap; }</Style>"  # else spaces are not counted
    yield '  <Text name="text" value="$text"/>'
    yield f'  <Labels name="{Control.TAG}" toName="text">'
    for tag, label in scheme.labels.items():
        hint = f"{label.words}: {label.gist}"
        yield f"    <Label value={_quoted(tag.value)} hint={_quoted(hint)}/>"
    yield "  </Labels>"
    yield from _choices(Control.KIND, f'choice="multiple" {_ON_ALL}', _kinds(scheme))
    ratings = [
        _choice(rating.key, rating.words, rating.meaning) for rating in ratings_offered(scheme)
    ]
    yield from _choices(Control.VERDICT, f'choice="single" {_ON_CLAIMS}', ratings)
    yield from _text_areas()
    yield "</View>"


def _kinds(scheme: Scheme) -> list[str]:
    """Return the kinds of all tags; where two share a key it stands once."""
    kinds = {
        kind.key: _choice(kind.key, kind.words, kind.meaning)
        for label in scheme.labels.values()
        for kind in label.subtypes
    }
    return list(kinds.values())


def _choices(control: Control, how: str, options: list[str]) -> Iterator[str]:
    if options:
        yield f'  <Choices name="{control}" toName="text" {how}>'
        yield from options
        yield "  </Choices>"


def _text_areas() -> Iterator[str]:
    for control, where in (
        (Control.REASONS, _ON_CLAIMS),
        (Control.WORDING, _ON_CLAIMS),
        (Control.NOTE, _ON_ALL),
    ):
        label = f'placeholder="{control.capitalize()}"'
        yield f'  <TextArea name="{control}" toName="text" {where} {label} maxSubmissions="1"/>'


def _choice(key: str, words: str, hint: str) -> str:
    """Return a choice: people see its words, results hold its key."""
    return f"    <Choice value={_quoted(words)} alias={_quoted(key)} hint={_quoted(hint)}/>"


def _quoted(text: str) -> str:
    return quoteattr(" ".join(_NOT_IN_XML.sub(" ", text).split()))
