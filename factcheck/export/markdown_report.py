"""The verdict report in Markdown: what an editor reads, and a reader can follow."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import PurePath
from typing import Final

from factcheck.domain.display import counted, flowing
from factcheck.domain.linting.finding import Severity
from factcheck.domain.tag import Tag
from factcheck.export.commonmark import link, literal
from factcheck.export.markdown_claim import claim_box
from factcheck.services.reporting import Judgement, ReportedArticle, ReportedClaim, ReportedSentence

_UNDECIDED: Final = "undecided"
_DIFFERENT: Final = "reviewers differ"
_NO_VERDICT: Final = "no verdict yet"


def markdown_report(articles: Iterable[ReportedArticle]) -> Iterator[str]:
    """Yield the report line by line, without line ends; the same findings give the same lines."""
    for number, article in enumerate(articles):
        if number:
            yield from ("", "---", "")
        yield from _sections(article)


def _sections(article: ReportedArticle) -> Iterator[str]:
    yield from (f"# {literal(article.document.title)}", "")
    yield from _particulars(article)
    yield from ("", "## Summary", "")
    yield from _summary(article)
    yield from ("", "## Claims")
    yield from _claims(article)
    yield from ("", "## Still open", "")
    yield from _open_matters(article)
    yield from ("", "## The article, sentence by sentence", "")
    for sentence in article.sentences:
        words = literal(flowing(sentence.sentence.text))
        yield f"{sentence.sentence.number}. {_label(sentence)}: {words}"


def _particulars(article: ReportedArticle) -> Iterator[str]:
    document = article.document
    for name in ("author", "publisher", "date"):
        if value := getattr(document, name):
            yield f"- {name.capitalize()}: {literal(value)}"
    if document.url:
        yield f"- Published at: {link(document.url, document.url)}"
    yield f"- Source: {literal(PurePath(document.source).name)}"
    yield f"- Added: {article.document.added[:10]}"
    if article.reviewed:
        first, last = (moment[:10] for moment in article.reviewed)
        yield f"- Reviewed: {first}" + (f" to {last}" if last != first else "")
    yield f"- Reviewers: {', '.join(map(literal, article.reviewers)) or 'nobody yet'}"
    yield f"- SHA-256 of the text: {article.document.id}"
    severities = Counter(finding.severity for finding in article.findings)
    counts = (counted(severities[severity], severity) for severity in Severity)
    yield f"- Findings of the linter: {', '.join(counts)}"
    if article.hidden:
        yield f"- Left out until you have judged the claims: {counted(article.hidden, 'verdict')}"


def _summary(article: ReportedArticle) -> Iterator[str]:
    tags = Counter(_agreed(_tags(sentence), _UNDECIDED) for sentence in article.sentences)
    yield from _table("Sentences", (*Tag, _DIFFERENT, _UNDECIDED), tags)
    yield ""
    verdicts = Counter(_agreed(_words(claim), _NO_VERDICT) for claim in article.claims)
    yield from _table("Verdicts", (*_ratings(article), _DIFFERENT, _NO_VERDICT), verdicts)


def _table(title: str, names: Iterable[str], counts: Mapping[str, int]) -> Iterator[str]:
    yield from (f"| {title} | Number |", "|:--|--:|")
    for name in names:
        if counts[name] or name in {*Tag, _UNDECIDED}:
            yield f"| {name} | {counts[name]} |"
    yield f"| all | {sum(counts.values())} |"


def _agreed(opinions: Mapping[str, str], nothing: str) -> str:
    """Return what all reviewers say, that they differ, or `nothing` where nobody says anything."""
    distinct = set(opinions.values())
    if not distinct:
        return nothing
    return distinct.pop() if len(distinct) == 1 else _DIFFERENT


def _ratings(article: ReportedArticle) -> list[str]:
    """Return the words of all ratings that were given, scale by scale, from worst to best."""
    given = [judged for claim in article.claims for judged in _judgements(claim)]
    ordered = sorted(
        given, key=lambda judged: (judged.verdict.scale, judged.rating.number or 99, judged.words)
    )
    return list(dict.fromkeys(judged.words for judged in ordered))


def _judgements(claim: ReportedClaim) -> list[Judgement]:
    adjudication = [claim.adjudication] if claim.adjudication else []
    return [*claim.verdicts.values(), *adjudication]


def _words(claim: ReportedClaim) -> dict[str, str]:
    """Return what each reviewer judged, or what was adjudicated."""
    if claim.adjudication:
        return {claim.claim.adjudicator: claim.adjudication.words}
    return {reviewer: judged.words for reviewer, judged in claim.verdicts.items()}


def _claims(article: ReportedArticle) -> Iterator[str]:
    if not article.claims:
        yield from ("", "No sentence is tagged as a claim.")
    number = 0
    for sentence in article.sentences:
        for claim in sentence.claims:
            number += 1
            yield from ("", f"### Claim {number}, sentence {sentence.sentence.number}", "")
            yield f"> {literal(flowing(sentence.sentence.text))}"
            yield from claim_box(claim, named=len(article.reviewers) > 1)


def _open_matters(article: ReportedArticle) -> Iterator[str]:
    matters = {
        "Undecided sentences": _where(article, lambda item: not item.tags),
        "Sentences tagged differently": _where(article, lambda item: item.disputed),
        "Claims without a verdict, in sentences": _where(article, _any_claim_without_verdict),
        "Claims without evidence, in sentences": _where(article, _any_claim_without_evidence),
    }
    for matter, numbers in matters.items():
        if numbers:
            yield f"- {matter}: {_ranges(numbers)}"
    for item in article.sentences:
        for reviewer, flag in item.flags.items():
            reason = f": {literal(flag.value.reason)}" if flag.value.reason else ""
            yield f"- Doubt about sentence {item.sentence.number} ({literal(reviewer)}){reason}"
    if not any(matters.values()) and not any(item.flags for item in article.sentences):
        yield "Nothing: every sentence is decided, and every claim has a verdict and evidence."


def _any_claim_without_verdict(item: ReportedSentence) -> bool:
    return any(not claim.verdicts for claim in item.claims)


def _any_claim_without_evidence(item: ReportedSentence) -> bool:
    return any(not claim.claim.evidence for claim in item.claims)


def _where(article: ReportedArticle, test: Callable[[ReportedSentence], bool]) -> list[int]:
    return [item.sentence.number for item in article.sentences if test(item)]


def _ranges(numbers: Sequence[int]) -> str:
    """Return ascending numbers as `1, 3-5, 9`."""
    known = set(numbers)
    starts = [number for number in numbers if number - 1 not in known]
    ends = [number for number in numbers if number + 1 not in known]
    spans = zip(starts, ends, strict=True)
    return ", ".join(f"{start}" if start == end else f"{start}-{end}" for start, end in spans)


def _label(item: ReportedSentence) -> str:
    """Return the tag with the claims' verdicts, or each reviewer's tag where they differ."""
    tag = _agreed(_tags(item), _UNDECIDED)
    if tag == _DIFFERENT:
        return ", ".join(f"{tag} ({literal(reviewer)})" for reviewer, tag in _tags(item).items())
    return ", ".join([tag, *(_agreed(_words(claim), _NO_VERDICT) for claim in item.claims)])


def _tags(item: ReportedSentence) -> dict[str, Tag]:
    return {reviewer: said.value.tag for reviewer, said in item.tags.items()}
