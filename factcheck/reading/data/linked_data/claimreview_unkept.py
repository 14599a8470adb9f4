"""What a ClaimReview of others says and nothing here can hold, told to whoever imports it."""

from collections.abc import Iterator

from factcheck.domain.display import shortened
from factcheck.reading.data.linked_data.claimreview_model import Item, Review
from factcheck.reading.data.linked_data.loosely_written import SHOWN


def unkept(review: Review, item: Item) -> Iterator[str]:
    """Yield what is not kept: who checked it, and a list of the rest."""
    for checker in review.author[:1]:
        if checker.name:
            name = shortened(checker.name, SHOWN)
            yield f"checked by {name}: exports name your own organisation"
    if left_out := ", ".join(_details(review, item)):
        yield f"left out: {left_out}"


def _details(review: Review, item: Item) -> Iterator[str]:
    if any(claimant.same_as for claimant in item.author):
        yield "sameAs of the claimant"
    if any(place.headline or place.name for place in item.appearance):
        yield "headline of the appearance"
    if any(place.archived_at for place in item.appearance):
        yield "archivedAt of the appearance"
    if any(comment.date_published for comment in review.correction):
        yield "date of the correction"
