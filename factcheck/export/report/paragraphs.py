"""The article's words for a page: its paragraphs, and in them the sentences with their marks."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final, NamedTuple

from factcheck.domain.display import flowing
from factcheck.domain.role import Role
from factcheck.domain.tag import Tag
from factcheck.export.report.looks import OF_KIND
from factcheck.export.report.sentences import SentenceFacts

_LEFT_OUT: Final = " […] "
"""Stands where words of the article are not in the report."""
_PLAIN: Final = frozenset({"", Role.BODY})


class Mark(NamedTuple):
    """What is said of a sentence beside its words."""

    words: str
    claim: int = 0
    """The number of the claim that it leads to; 0 for none."""


class Passage(NamedTuple):
    """A sentence in its paragraph."""

    number: int
    before: str
    """What stands between it and the sentence before."""
    text: str
    tone: str
    marks: tuple[Mark, ...]


class Paragraph(NamedTuple):
    """Sentences that stand together."""

    role: str
    """What the layout suggests it is; empty for running text."""
    passages: tuple[Passage, ...]


def paragraphs(sentences: Sequence[SentenceFacts], text: str) -> Iterator[Paragraph]:
    """Yield the paragraphs of an article of `text`.

    A line end begins one, unless the article's lines are broken inside sentences as well.
    """
    wrapped = any("\n" in sentence.text for sentence in sentences)
    together: list[Passage] = []
    role, end = "", 0
    for sentence in sentences:
        gap = text[end : sentence.start]
        if together and (sentence.begins_paragraph or ("\n" in gap and not wrapped)):
            yield Paragraph(role, tuple(together))
            together = []
        if not together:
            role = "" if sentence.role in _PLAIN else sentence.role
        together.append(_passage(sentence, gap, first=not together))
        end = sentence.end
    if together:
        yield Paragraph(role, tuple(together))


def _passage(sentence: SentenceFacts, gap: str, *, first: bool) -> Passage:
    between = " " if gap and not first else ""
    return Passage(
        number=sentence.number,
        before=_LEFT_OUT if gap.strip() else between,
        text=flowing(sentence.text),
        tone=OF_KIND[sentence.kind].tone,
        marks=tuple(_marks(sentence)),
    )


def _marks(sentence: SentenceFacts) -> Iterator[Mark]:
    """Yield the tag, or who gave which, and the claims; nothing where nobody has decided."""
    if sentence.disputed:
        for tag in sentence.tags:
            yield Mark(f"{', '.join(tag.reviewers)}: {tag.words}")
    elif sentence.tags and not sentence.claims:
        yield Mark(sentence.tags[0].words)
    yield from _claims(sentence)


def _claims(sentence: SentenceFacts) -> Iterable[Mark]:
    agreed = sentence.tags[0].words.removeprefix(Tag.CLAIM) if len(sentence.tags) == 1 else ""
    for number, says in zip(sentence.claims, sentence.says, strict=True):
        yield Mark(f"claim {number}{agreed}: {says}", number)
