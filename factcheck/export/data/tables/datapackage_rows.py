"""The rows of a data package: what each table holds of an article."""

from collections.abc import Callable, Iterator, Mapping
from operator import attrgetter
from typing import Any

from factcheck.domain.identity import number_of
from factcheck.domain.said import Said, Stamp
from factcheck.domain.value import Value
from factcheck.services.reporting import (
    NOBODY,
    Judgement,
    ReportedArticle,
    ReportedClaim,
    ReportedSentence,
)

Row = dict[str, Any]
"""What stands in a row, by column."""


def articles(article: ReportedArticle) -> Iterator[Row]:
    """Yield the row of an article."""
    document = article.document
    yield {"id": document.id, **_fields(document.particulars), "text": document.text}


def sentences(article: ReportedArticle) -> Iterator[Row]:
    """Yield the rows of its sentences."""
    for reported in article.sentences:
        yield {**reported.sentence._asdict(), "article_id": article.document.id}


def remarks(kind: str) -> Callable[[ReportedArticle], Iterator[Row]]:
    """Return what yields the rows of one kind of remark on sentences."""
    of: Callable[[ReportedSentence], Mapping[str, Said[Value]]] = attrgetter(kind)

    def rows(article: ReportedArticle) -> Iterator[Row]:
        for reported in article.sentences:
            for reviewer, said in of(reported).items():
                row = {"sentence_id": reported.sentence.id, **_fields(said.value)}
                yield {**row, **_signed(said.stamp, reviewer)}

    return rows


def claims(article: ReportedArticle) -> Iterator[Row]:
    """Yield the rows of its claims."""
    for reported in article.claims:
        claim, worded = reported.claim, reported.worded or NOBODY
        yield {
            **_fields(claim.claim),
            "id": claim.id,
            "sentence_id": claim.sentence,
            "number": number_of(claim.id),
            "state": reported.state.value,
            "worded_by": worded.reviewer,
            "worded": worded.at,
        }


def verdicts(article: ReportedArticle) -> Iterator[Row]:
    """Yield what each reviewer judged, and what was decided between them."""
    for reported in article.claims:
        for reviewer, judgement in reported.verdicts.items():
            yield _verdict(reported, judgement, reviewer, adjudicated=False)
        if reported.adjudication:
            decider = reported.claim.adjudicator
            yield _verdict(reported, reported.adjudication, decider, adjudicated=True)


def _verdict(
    reported: ReportedClaim, judgement: Judgement, reviewer: str, *, adjudicated: bool
) -> Row:
    rating, scale = judgement.rating, judgement.scale
    on_scale = {"number": rating.number, "worst": 1, "best": scale.best} if scale else {}
    return {
        "claim_id": reported.claim.id,
        **_signed(judgement.stamp, reviewer),
        "adjudicated": adjudicated,
        **_fields(judgement.verdict),
        "rating_words": judgement.words,
        **({} if rating.off_scale else on_scale),
        "normalised": rating.normalised.value,
    }


def evidence(article: ReportedArticle) -> Iterator[Row]:
    """Yield the rows of its evidence."""
    for reported in article.claims:
        for item in reported.claim.evidence:
            stamp = reported.given.get(item.id, NOBODY)
            row = {"id": item.id, "claim_id": reported.claim.id, **_fields(item.evidence)}
            yield {**row, **_signed(stamp, stamp.reviewer)}


def attachments(article: ReportedArticle) -> Iterator[Row]:
    """Yield the rows of the files that were kept with the evidence."""
    for reported in article.claims:
        for item in reported.claim.evidence:
            for number, attached in enumerate(item.evidence.attachments, start=1):
                yield {"evidence_id": item.id, "number": number, **_fields(attached)}


def links(article: ReportedArticle) -> Iterator[Row]:
    """Yield what its claims are to others."""
    for reported in article.claims:
        for link in reported.claim.links:
            yield {"claim_id": reported.claim.id, **_fields(link)}


def approvals(article: ReportedArticle) -> Iterator[Row]:
    """Yield what editors say of its fact-checks."""
    for reported in article.claims:
        for editor, approval in reported.claim.approvals.items():
            yield {"claim_id": reported.claim.id, "reviewer": editor, **_fields(approval)}


def publications(article: ReportedArticle) -> Iterator[Row]:
    """Yield where its fact-checks stand."""
    for reported in article.claims:
        if reported.claim.publication:
            yield {"claim_id": reported.claim.id, **_fields(reported.claim.publication)}


def corrections(article: ReportedArticle) -> Iterator[Row]:
    """Yield what was changed in them since."""
    for reported in article.claims:
        for number, correction in enumerate(reported.claim.corrections, start=1):
            yield {"claim_id": reported.claim.id, "number": number, **_fields(correction)}


def _signed(stamp: Stamp, reviewer: str) -> Row:
    return {"reviewer": reviewer, "decided": stamp.at}


def _fields(value: Value) -> Row:
    return value.model_dump(mode="json")
