"""What a ClaimReview cites and corrects, as evidence and as corrections."""

import re
from collections.abc import Iterator
from typing import Any, Final

from factcheck.domain.display import shortened
from factcheck.domain.errors import InvalidValue
from factcheck.domain.findings.evidence import Evidence
from factcheck.domain.findings.sign_off import Correction, Publication
from factcheck.domain.vocabulary.sign_off import CorrectionKind
from factcheck.domain.vocabulary.stance import Stance
from factcheck.reading.data.linked_data.claimreview_model import Agents, Comment, Review, Work
from factcheck.reading.data.linked_data.claimreview_words import ANONYMOUS, STANCES, ratings_told
from factcheck.reading.data.linked_data.loosely_written import SHOWN, Loosely

_KEY: Final = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_WHOLE_DAY: Final = len("2024-06-18")


def evidence(review: Review, loosely: Loosely) -> Iterator[Evidence]:
    """Yield the sources of a fact-check; they name no claim yet."""
    for number, work in enumerate(review.citation, 1):
        try:
            yield Evidence.of(claim="", **_source(work, loosely))
        except InvalidValue as error:
            loosely.remarks.append(f"citation {number} is left out: {error}")


def publication(review: Review, loosely: Loosely) -> Publication | None:
    """Return where and since when readers see it; None where either is missing."""
    url, day = review.address, loosely.date(review.date_published, "datePublished")
    if url and len(day) == _WHOLE_DAY:
        return Publication.of(url=url, date=day)
    if review.url:
        why = "it does not say on which day it was published" if url else "it is no web address"
        loosely.remarks.append(f"url: “{shortened(review.url, SHOWN)}” is left out, {why}")
    return None


def corrections(review: Review, loosely: Loosely) -> Iterator[Correction]:
    """Yield what was changed after publication."""
    for comment in review.correction:
        try:
            yield _correction(comment, loosely)
        except InvalidValue as error:
            loosely.remarks.append(f"correction is left out: {error}")


def names(agents: Agents, loosely: Loosely, name: str) -> str:
    """Return what persons or organisations are called."""
    said = (loosely.words(agent.name or agent.url, name) for agent in agents)
    return "; ".join(filter(None, said))


def _source(work: Work, loosely: Loosely) -> dict[str, Any]:
    quote = loosely.one(work.has_part, "hasPart")
    said = {
        "quote": quote.text if quote else "",
        "stance": STANCES.get(work.description, Stance.CONTEXT),
    }
    if work.name == ANONYMOUS:
        return {**said, "anonymous": True}
    url, copies = work.address, [page.address for page in work.archived_at if page.address]
    return {
        **said,
        "url": url,
        "title": loosely.words(work.name or work.headline, "citation") or ("" if url else work.url),
        "publisher": names(work.publisher, loosely, "citation.publisher"),
        "author": names(work.author, loosely, "citation.author"),
        "published": loosely.date(work.date_published, "citation.datePublished"),
        "archived": copies[0] if copies else "",
    }


def _correction(comment: Comment, loosely: Loosely) -> Correction:
    is_known = comment.name in set(CorrectionKind)
    old, new = ratings_told(comment.description)
    return Correction.of(
        kind=comment.name if is_known else CorrectionKind.CORRECTION,
        text=loosely.words(comment.text or ("" if is_known else comment.name), "correction"),
        changed=tuple(word for word in comment.keywords if _KEY.fullmatch(word)),
        old_rating=old,
        new_rating=new,
    )
