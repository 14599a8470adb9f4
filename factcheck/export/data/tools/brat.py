"""brat: for each article its text, the annotations that stand off from it, and what they mean.

Offsets count code points. An annotation does not run over a line end or a tab, so a sentence that
does is one in several fragments, as brat itself makes it (server/src/annotator.py). What brat has
no place for stands in a file of our own beside, which brat passes over.
"""

import json
import re
from collections.abc import Iterator
from typing import Final

from factcheck.domain.document import Sentence
from factcheck.domain.scheme.scheme import Scheme
from factcheck.domain.vocabulary.claims import Attribution
from factcheck.export.data.tools.carried import carried, count_left_out
from factcheck.export.data.tools.choices import rating_shown, ratings_offered
from factcheck.export.format import OutFile
from factcheck.export.naming import Names
from factcheck.reading.data.tools.brat_attributes import ATTRIBUTION, KIND, VERDICT
from factcheck.reading.data.tools.brat_files import ALONG, ANNOTATIONS, TEXT
from factcheck.services.reporting import ReportedArticle, ReportedSentence
from factcheck.services.selecting import Export

_FRAGMENT: Final = re.compile("[^\t\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]+")
"""Words without what some program takes for the end of a line or of a column."""


def files(export: Export) -> Iterator[OutFile]:
    """Yield three files for each article, and the configuration of the collection."""
    names = Names()
    for article in export.articles:
        _count(article, export)
        name = names.of(article.document.title, TEXT).removesuffix(TEXT)
        yield OutFile(f"{name}{TEXT}", iter([article.document.text]), end="")
        yield OutFile(f"{name}{ANNOTATIONS}", _annotations(article, export.scheme))
        yield OutFile(f"{name}{ALONG}", iter([json.dumps(carried(article))]))
    yield OutFile("annotation.conf", _configuration(export.scheme))


def _count(article: ReportedArticle, export: Export) -> None:
    count_left_out(article, export.ledger)
    disputed = sum(sentence.disputed for sentence in article.sentences)
    export.ledger.leave_out("tags", "reviewers differ", disputed)
    if "\r" in article.document.text:
        export.ledger.remark(
            f"{article.document.title}: has carriage returns, which versions of brat count"
            " differently"
        )


def _annotations(article: ReportedArticle, scheme: Scheme) -> Iterator[str]:
    """Yield the lines of an article's annotations; each has an id of its own."""
    attributes, notes = 0, 0
    tagged = (reported for reported in article.sentences if reported.tag)
    for number, reported in enumerate(tagged, 1):
        yield f"T{number}\t{_text_bound(reported)}"
        for attribute in _attributes(reported, scheme):
            attributes += 1
            name, _, value = attribute.partition(" ")
            yield f"A{attributes}\t{name} T{number} {value}".rstrip()
        for said in reported.notes.values():
            notes += 1
            yield f"#{notes}\tAnnotatorNotes T{number}\t{' '.join(said.value.text.split())}"


def _text_bound(reported: ReportedSentence) -> str:
    """Return the label of a sentence, the offsets of its fragments, and their words."""
    fragments = list(_fragments(reported.sentence))
    offsets = ";".join(f"{start} {start + len(words)}" for start, words in fragments)
    label = reported.tag.tag if reported.tag else ""
    return f"{label} {offsets}\t{' '.join(words for _, words in fragments)}"


def _fragments(sentence: Sentence) -> Iterator[tuple[int, str]]:
    for match in _FRAGMENT.finditer(sentence.text):
        words = match[0].strip()
        if words:
            leading = len(match[0]) - len(match[0].lstrip())
            yield sentence.start + match.start() + leading, words


def _attributes(reported: ReportedSentence, scheme: Scheme) -> Iterator[str]:
    """Yield what else is said of a sentence and the first claim in it, each with its value."""
    tag = reported.tag
    if tag:
        yield from (f"{KIND}{key}" for key in tag.subtypes)
        yield from (f"{ATTRIBUTION} {said}" for said in (tag.attribution,) if said)
    judged = reported.claims[0].verdict if reported.claims else None
    rating = rating_shown(judged, scheme)
    if rating:
        yield f"{VERDICT} {rating}"


def _configuration(scheme: Scheme) -> Iterator[str]:
    """Yield the labels and attributes that annotators can choose."""
    yield from ("[entities]", *(tag.value for tag in scheme.labels), "")
    yield from ("[relations]", "", "[events]", "", "[attributes]")
    ratings = "|".join(rating.key for rating in ratings_offered(scheme))
    if ratings:
        yield f"{VERDICT}\tArg:claim, Value:{ratings}"
    yield f"{ATTRIBUTION}\tArg:<ENTITY>, Value:{'|'.join(Attribution)}"
    kinds: dict[str, list[str]] = {}
    for tag, label in scheme.labels.items():
        for key in label.keys:
            kinds.setdefault(key, []).append(tag.value)
    yield from (f"{KIND}{key}\tArg:{'|'.join(tags)}" for key, tags in kinds.items())
