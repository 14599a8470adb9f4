"""What a review comes to in figures."""

from factcheck.domain.scales.scale import Normalised
from factcheck.domain.tag import Tag
from factcheck.domain.value import Value


class Work(Value):
    """How much one reviewer has decided."""

    reviewer: str
    tags: dict[Tag, int]
    """Sentences by their tag."""
    judged: int
    """Claims with a verdict of theirs."""
    flags: int
    """Doubts."""

    @property
    def tagged(self) -> int:
        """How many sentences have a tag of theirs."""
        return sum(self.tags.values())


class RatingCount(Value):
    """How often claims were given a rating."""

    scale: str
    """The scale's key."""
    rating: str
    """The rating's key."""
    words: str
    """What readers see."""
    off_scale: bool
    normalised: Normalised
    verdicts: int


class Pace(Value):
    """How fast the work went in one sitting."""

    number: int
    """What `sessions` calls it."""
    reviewer: str
    started: str
    """UTC."""
    minutes: float
    """At work; a pause counts as a few minutes, however long it was."""
    decisions: int
    """Made in it, whether they were taken back or not."""
    median_seconds: float | None
    """A sentence until it was tagged; None where nobody measured."""

    @property
    def per_minute(self) -> float:
        """Decisions a minute at work."""
        return self.decisions / self.minutes if self.minutes else 0.0


class Statistics(Value):
    """What the review of all articles comes to, without those that newer versions replaced."""

    articles: int
    sentences: int
    tagged: int
    """Sentences that somebody has tagged."""
    claims: int
    """Claims in sentences that somebody has tagged claim."""
    judged: int
    """Those on which somebody has given a verdict."""
    flags: int
    """Doubts of all reviewers."""
    reviewers: tuple[Work, ...]
    """By name."""
    ratings: tuple[RatingCount, ...]
    """All ratings of each scale in use, from worst to best, then those off the scale."""
    normalised: dict[Normalised, int]
    """Verdicts by what they come to over all scales."""
    evidence: dict[int, int]
    """Claims by how many evidence items they have; the highest number stands for more as well."""
    pace: tuple[Pace, ...]
    """The newest sittings in which something was decided, the oldest of them first."""
