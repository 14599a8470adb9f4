"""Answers of Google's Fact Check Tools API, as the ClaimReviews that they were made of."""

from collections.abc import Iterator, Mapping
from typing import Any, Final

from factcheck.reading.data.linked_data.claimreview_model import listed

OTHERS: Final = "others"
"""Under what name it is kept who else has checked a claim."""
_Thing = Mapping[str, Any]


def is_answer(thing: _Thing) -> bool:
    """Whether it is a claim or a page of the API, which gives nothing a type."""
    said = thing.get("claimReview", thing.get("claimReviewMarkups"))
    typed = (isinstance(each, dict) and "@type" in each for each in listed(said))
    return isinstance(said, list) and not any(typed)


def reviews_in(answer: _Thing) -> Iterator[dict[str, object]]:
    """Yield the fact-checks of a claim that was found, or of a page in the markup tool."""
    if isinstance(answer.get("claimReview"), list):
        yield _found_claim(answer)
        return
    for markup in answer["claimReviewMarkups"]:
        yield _marked_up(answer, markup if isinstance(markup, dict) else {})


def _found_claim(claim: _Thing) -> dict[str, object]:
    """Return the first fact-check of a claim that has a rating, and who else has one."""
    reviews = [review for review in claim["claimReview"] if isinstance(review, dict)] or [{}]
    first = next((review for review in reviews if review.get("textualRating")), reviews[0])
    return {
        "@type": "ClaimReview",
        "url": first.get("url"),
        "author": first.get("publisher"),
        "datePublished": _day(first.get("reviewDate")),
        "claimReviewed": claim.get("text"),
        "itemReviewed": {
            "author": claim.get("claimant"),
            "datePublished": _day(claim.get("claimDate")),
        },
        "reviewRating": {"alternateName": first.get("textualRating")},
        OTHERS: [_other(review) for review in reviews if review is not first],
    }


def _other(review: _Thing) -> str:
    publisher = review.get("publisher")
    who = publisher.get("name") if isinstance(publisher, dict) else None
    rated = f"{who or 'somebody else'} rates it “{review.get('textualRating')}” too"
    return f"{rated} ({review.get('url')}): only one verdict on a claim is taken"


def _marked_up(page: _Thing, markup: _Thing) -> dict[str, object]:
    rating = markup.get("rating")
    return {
        "@type": "ClaimReview",
        "url": markup.get("url") or page.get("pageUrl"),
        "author": page.get("claimReviewAuthor"),
        "datePublished": _day(page.get("publishDate")),
        "claimReviewed": markup.get("claimReviewed"),
        "itemReviewed": {
            "author": markup.get("claimAuthor"),
            "datePublished": _day(markup.get("claimDate")),
            "contentLocation": markup.get("claimLocation"),
            "firstAppearance": markup.get("claimFirstAppearance"),
            "appearance": markup.get("claimAppearances"),
        },
        "reviewRating": {**rating, "alternateName": rating.get("textualRating")}
        if isinstance(rating, dict)
        else None,
    }


def _day(moment: object) -> object:
    """Return the day of a time; the API knows no days alone."""
    return moment.partition("T")[0] if isinstance(moment, str) else moment
