"""What annotators can choose among in other tools, where a choice is one name of a list."""

from factcheck.domain.scales.scale import Rating
from factcheck.domain.scheme.scheme import Scheme
from factcheck.services.reporting import Judgement


def ratings_offered(scheme: Scheme) -> list[Rating]:
    """Return the ratings of the scale but for those whose words a reviewer writes."""
    return [rating for rating in scheme.scale.ratings if not rating.open]


def rating_shown(judged: Judgement | None, scheme: Scheme) -> str:
    """Return the key of a verdict's rating where it is among those offered; else nothing."""
    if judged is None or judged.verdict.scale != scheme.scale.key:
        return ""
    offered = {rating.key for rating in ratings_offered(scheme)}
    return judged.verdict.rating if judged.verdict.rating in offered else ""
