"""The labels of data sets whose verdict scale is known here."""

from factcheck.domain.errors import InvalidValue
from factcheck.reading.data.labels import KnownRating, Labels


def rating_of(labels: Labels, label: str, scale: str) -> KnownRating:
    """Return the rating of a data set's own scale, or what its label was said to mean.

    Raises InvalidValue for a label that is neither.
    """
    try:
        return labels.rating(label, scale)
    except InvalidValue:
        return labels.rating(label)
