"""What a ClaimReview says, as what a desk says of a claim."""

import re
from collections.abc import Iterator
from typing import Final

from factcheck.domain.display import shortened
from factcheck.domain.errors import InvalidValue
from factcheck.domain.findings.claim import Claim
from factcheck.domain.findings.tagging import TagValue
from factcheck.domain.findings.verdict import Verdict
from factcheck.domain.scales.presets.newsrooms import FULLFACT
from factcheck.domain.tag import Tag
from factcheck.domain.value import Value
from factcheck.domain.vocabulary.claims import ClaimantKind
from factcheck.reading.data.addresses import web_address
from factcheck.reading.data.incoming import Incoming, Refused, Remarked, Row, Statement, Words
from factcheck.reading.data.labels import Labels
from factcheck.reading.data.linked_data.claimreview_model import (
    Agents,
    Item,
    Rating,
    Review,
    number_in,
)
from factcheck.reading.data.linked_data.claimreview_sources import (
    corrections,
    evidence,
    names,
    publication,
)
from factcheck.reading.data.linked_data.claimreview_unkept import unkept
from factcheck.reading.data.linked_data.loosely_written import SHOWN, Loosely

_OWN: Final = re.compile(
    r"(?P<article>[0-9a-f]{64}):(?P<start>\d{1,12})-(?P<end>\d{1,12})#(?P<number>[1-9]\d{0,8})",
    re.ASCII,
)
"""The id of a claim, which only our own exports know."""
_OWN_RATING: Final = re.compile(r"(?P<scale>[a-z0-9-]{1,40})/(?P<rating>[a-z0-9-]{1,40})")
_ORGANISATION: Final = re.compile(r".*(Organization|Corporation|NGO|Party|Airline|Library)")
"""The names of schema.org for kinds of organisations."""
_WORST: Final = "1"
_BEST: Final = "5"
"""What schema.org takes the ends of a scale for that are not given."""


def rows_of(line: int, review: Review, labels: Labels) -> Iterator[Row]:
    """Yield what a fact-check says and what is odd about it, or why it is refused."""
    try:
        telling = _Telling(review, labels)
        incoming = Incoming(line, telling.words, tuple(telling.statements()))
    except InvalidValue as error:
        yield Refused(line, str(error))
        return
    yield incoming
    for remark in dict.fromkeys(telling.loosely.remarks):
        yield Remarked(line, remark)


class _Telling:
    """Says what one fact-check says."""

    def __init__(self, review: Review, labels: Labels) -> None:
        own = _OWN.fullmatch(review.item_reviewed[0].identifier if review.item_reviewed else "")
        self._number = int(own["number"]) if own else 0
        self.loosely = Loosely(exactly=bool(own))
        self._review = review
        self._labels = labels
        self._item = self.loosely.one(review.item_reviewed, "itemReviewed") or Item()
        self._rating = self.loosely.one(review.review_rating, "reviewRating") or Rating()
        wording = self.loosely.one(review.claim_reviewed, "claimReviewed") or ""
        self._wording = self.loosely.words(wording, "claimReviewed")
        self._page = _page(self._item, self.loosely, own=bool(own))
        self.words = self._words(own)
        if not own:
            self.loosely.remarks += unkept(review, self._item)

    def _words(self, own: re.Match[str] | None) -> Words:
        """Return the words that are checked; raises InvalidValue where there are none."""
        said = self.loosely.words(self._item.text, "itemReviewed") or self._wording
        if not said:
            raise InvalidValue("claimReviewed is missing: say which claim is checked")
        if not own:
            return Words(article=self._page or None, exact=said, alone=True)
        return Words(
            article=own["article"],
            start=int(own["start"]),
            end=int(own["end"]),
            exact=said,
            page=self._page,
            alone=True,
        )

    def statements(self) -> Iterator[Statement]:
        """Yield what is said of the claim; at least that it is one."""
        number = self._number or 1
        said = list(self._values())
        for value in said or [TagValue(tag=Tag.CLAIM)]:
            yield Statement(value, claim=number)

    def _values(self) -> Iterator[Value]:
        claim = self._claim()
        if claim != Claim():
            yield claim
        verdict = self._verdict()
        if verdict:
            yield verdict
        yield from evidence(self._review, self.loosely)
        published = publication(self._review, self.loosely)
        if published:
            yield published
        yield from corrections(self._review, self.loosely)

    def _claim(self) -> Claim:
        item, loosely = self._item, self.loosely
        wording = self._wording if self._wording != self.words.exact else ""
        return Claim.of(
            text=wording,
            claimant=names(item.author, loosely, "itemReviewed.author"),
            claimant_kind=_kind(item.author),
            claimant_role=_role(item.author),
            date=loosely.date(item.date_published, "itemReviewed.datePublished"),
            place=names(item.content_location, loosely, "contentLocation"),
            first_appearance=self._first_appearance(),
            topics=item.keywords,
        )

    def _first_appearance(self) -> str:
        """Return where it was first seen; elsewhere the page may be all that tells where it was."""
        place = self.loosely.one(self._item.first_appearance, "firstAppearance")
        named = (place.written_url or place.name or place.headline) if place else ""
        return named or ("" if self._number else self._page)

    def _verdict(self) -> Verdict | None:
        rating, because = self._rating, self._because()
        value = rating.rating_value
        words = (
            rating.alternate_name or rating.name or ("" if number_in(value) is not None else value)
        )
        self.loosely.remarks += _odd_numbers(rating)
        if words:
            return self._rated(self.loosely.words(words, "reviewRating"), because)
        why = "reviewRating has no words" + (f", only the number {value}" if value else "")
        self.loosely.remarks.append(f"{why}: judge the claim yourself")
        return None

    def _because(self) -> str:
        """Return the reasons; our own exports have them in full in the body."""
        rating, body = self._rating, self._review.review_body
        said = (body or rating.rating_explanation) if self._number else rating.rating_explanation
        return self.loosely.words(said or body, "ratingExplanation")

    def _rated(self, words: str, because: str) -> Verdict:
        """Return the verdict; words that are on no scale are a conclusion."""
        own = _OWN_RATING.fullmatch(self._rating.identifier) if self._number else None
        try:
            known = self._labels.rating(words, own["scale"] if own else "")
        except InvalidValue:
            if own:
                return Verdict.of(**own.groupdict(), conclusion=words, because=because)
            self.loosely.remarks.append(
                f"“{shortened(words, SHOWN)}” is on no scale here: taken as a conclusion"
            )
            scale, open_rating = FULLFACT.key, FULLFACT.ratings[0].key
            return Verdict.of(scale=scale, rating=open_rating, conclusion=words, because=because)
        return Verdict.of(scale=known.scale.key, rating=known.rating.key, because=because)


def _page(item: Item, loosely: Loosely, *, own: bool) -> str:
    """Return where the claim was made, as far as that has an address; our own say it in one way."""
    usable = [place for place in item.appearance if place.address]
    place = loosely.one(usable, "appearance")
    if place or own:
        return place.address if place else ""
    others = (each.address for each in item.first_appearance)
    return next(filter(None, (*others, web_address(item.url), web_address(item.same_as))), "")


def _kind(claimants: Agents) -> ClaimantKind | None:
    """Return what the claimants are, where they are all the same."""
    found = {_kind_of(kind) for claimant in claimants for kind in claimant.kinds or ("",)}
    return found.pop() if len(found) == 1 else None


def _kind_of(name: str) -> ClaimantKind | None:
    if name == "Person":
        return ClaimantKind.PERSON
    return ClaimantKind.ORGANISATION if _ORGANISATION.fullmatch(name) else None


def _role(claimants: Agents) -> str:
    said = (each.job_title or each.disambiguating_description for each in claimants)
    return "; ".join(filter(None, said))


def _odd_numbers(rating: Rating) -> Iterator[str]:
    """Yield what is odd about the numbers of a rating, of which only the words are taken."""
    value = number_in(rating.rating_value)
    worst = number_in(rating.worst_rating or _WORST)
    best = number_in(rating.best_rating or _BEST)
    told = f"the number {value} on a scale from {worst} to {best}"
    if value is None or worst is None or best is None:
        if rating.rating_value and rating.alternate_name:
            yield "reviewRating: what should be its numbers is left out"
    elif worst == best:
        yield f"reviewRating: {told} says nothing, and is left out"
    elif worst > best:
        yield f"reviewRating: {told} has worst and best swapped, and is left out"
    elif not worst <= value <= best:
        yield f"reviewRating: {told} is out of range, and left out"
