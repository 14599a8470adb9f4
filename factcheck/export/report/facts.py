"""What the templates of a report get: the facts of one article, in the order of reading."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from pathlib import PurePath
from typing import Final, NamedTuple

from factcheck.domain.document import Document
from factcheck.domain.linting.finding import Finding, Severity
from factcheck.domain.tag import UNDECIDED, Tag
from factcheck.domain.vocabulary.sign_off import ClaimState
from factcheck.export.report.claims import DIFFERENT, ClaimFacts, Claims, says
from factcheck.export.report.edition import ON_ITS_OWN, Edition
from factcheck.export.report.method import MethodFacts, method_of
from factcheck.export.report.sentences import SentenceFacts, sentences_told
from factcheck.export.report.sources import SourceFacts
from factcheck.services.reporting import Judgement, ReportedArticle, ReportedSentence

_BESIDE: Final = 1_000_000
"""Sorts ratings without a number behind those with one."""


class Count(NamedTuple):
    """How many there are of something."""

    words: str
    number: int


class Matter(NamedTuple):
    """Something that is still open, and where."""

    words: str
    sentences: tuple[int, ...]
    """By number, ascending."""


class Doubt(NamedTuple):
    """A reviewer's doubt about a sentence."""

    sentence: int
    reviewer: str
    reason: str
    """Empty where the reviewer gave none."""
    guideline: bool
    """Whether the guideline, and not the sentence, is what is doubtful."""


class FindingGroup(NamedTuple):
    """What the linter objects to, as grave as each other."""

    severity: Severity
    findings: tuple[Finding, ...]


class ArticleFacts(NamedTuple):
    """Everything that a report tells of one article."""

    document: Document
    title: str
    source: str
    """The name of the file, or the address, that it was read from; never a folder."""
    added: str
    """The day it was read, UTC."""
    reviewers: tuple[str, ...]
    reviewed: tuple[str, str] | None
    """The days of the first and the last decision, UTC; None where nobody has decided anything."""
    day: str
    """When the report came to say what it says: published, decided or read last, UTC."""
    tag_counts: tuple[Count, ...]
    """Sentences by what they are; tags, then `reviewers differ` if any, then `undecided`."""
    verdict_counts: tuple[Count, ...]
    """Claims by the verdict that stands, from worst to best; only what there is."""
    claims: tuple[ClaimFacts, ...]
    sources: tuple[SourceFacts, ...]
    """By number."""
    matters: tuple[Matter, ...]
    """What is still to be decided; only what there is."""
    doubts: tuple[Doubt, ...]
    findings: tuple[FindingGroup, ...]
    """What the linter objects to, the gravest first; only what there is."""
    hidden: int
    """How many verdicts are left out because the reader has not judged those claims yet."""
    kept_back: int
    """How many findings are left out for the same reason."""
    method: MethodFacts
    sentences: tuple[SentenceFacts, ...]


def facts_of(article: ReportedArticle, edition: Edition = ON_ITS_OWN) -> ArticleFacts:
    """Return what a report tells of `article`."""
    claims = Claims(article.sentences, edition, withheld=article.hidden > 0)
    sentences = tuple(sentences_told(article, edition.scheme, claims))
    document = article.document
    return ArticleFacts(
        document=document,
        title=document.title or PurePath(document.source).name,
        source=PurePath(document.source).name if document.source != document.url else "",
        added=document.added[:10],
        reviewers=article.reviewers,
        reviewed=(article.reviewed[0][:10], article.reviewed[1][:10]) if article.reviewed else None,
        day=_day(article),
        tag_counts=tuple(_tag_counts(sentences)),
        verdict_counts=tuple(_verdict_counts(article)),
        claims=tuple(claims),
        sources=claims.sources.all,
        matters=tuple(_matters(article)),
        doubts=tuple(_doubts(article)),
        findings=tuple(_findings(article)),
        hidden=article.hidden,
        kept_back=article.kept_back,
        method=method_of(article, edition),
        sentences=sentences,
    )


def _day(article: ReportedArticle) -> str:
    published = [claim.claim.publication for claim in article.claims]
    days = [each.date for each in published if each]
    return max(days, default=(article.reviewed or ("", article.document.added))[1][:10])


def _tag_counts(sentences: Iterable[SentenceFacts]) -> Iterator[Count]:
    counts = Counter(sentence.kind for sentence in sentences)
    for kind in (*Tag, DIFFERENT, UNDECIDED[1]):
        if counts[kind] or kind != DIFFERENT:
            yield Count(kind, counts[kind])


def _verdict_counts(article: ReportedArticle) -> Iterator[Count]:
    """Yield how many claims have which verdict, scale by scale, from worst to best."""
    claims = article.claims
    stands = [claim for claim in claims if claim.state is not ClaimState.RETRACTED]
    standing = [claim.verdict for claim in stands if claim.verdict]
    words = [judged.words for judged in sorted(standing, key=_place)]
    others = [says(claim) for claim in claims if claim not in stands or not claim.verdict]
    for name, number in Counter([*words, *sorted(others, reverse=True)]).items():
        yield Count(name, number)


def _place(judged: Judgement) -> tuple[str, int, str]:
    return judged.verdict.scale, judged.rating.number or _BESIDE, judged.words


def _matters(article: ReportedArticle) -> Iterator[Matter]:
    for words, is_open in _OPEN.items():
        numbers = tuple(item.sentence.number for item in article.sentences if is_open(item))
        if numbers:
            yield Matter(words, numbers)


_OPEN: Final[dict[str, Callable[[ReportedSentence], bool]]] = {
    "Undecided sentences": lambda item: not item.tags,
    "Sentences tagged differently": lambda item: item.disputed,
    "Claims without a verdict, in sentences": lambda item: any(
        not claim.verdicts and not claim.adjudication and not claim.claim.dropped
        for claim in item.claims
    ),
    "Claims judged differently, in sentences": lambda item: any(
        claim.disputed for claim in item.claims
    ),
    "Claims without evidence, in sentences": lambda item: any(
        not claim.claim.evidence and not claim.claim.dropped for claim in item.claims
    ),
}


def _doubts(article: ReportedArticle) -> Iterator[Doubt]:
    for item in article.sentences:
        for reviewer, flag in item.flags.items():
            yield Doubt(item.sentence.number, reviewer, flag.value.reason, flag.value.guideline)


def _findings(article: ReportedArticle) -> Iterator[FindingGroup]:
    for severity in Severity:
        found = tuple(each for each in article.findings if each.severity is severity)
        if found:
            yield FindingGroup(severity, found)
