"""What a ClaimReview says in words of ours, where schema.org has no property for it."""

import re
from types import MappingProxyType
from typing import Final

from factcheck.domain.vocabulary.stance import Stance

ANONYMOUS: Final = "A source that has to stay anonymous"
"""What a source is called whose name is withheld from readers."""
DOES: Final = MappingProxyType(
    {
        stance: f"{stance.words} the claim"
        for stance in (Stance.SUPPORTS, Stance.PARTLY_SUPPORTS, Stance.REFUTES)
    }
)
"""What a source does for the claim; one that gives context needs no words."""
STANCES: Final = MappingProxyType({words: stance for stance, words in DOES.items()})
_BECAME: Final = re.compile("“(.+)” became “(.+)”", re.DOTALL)


def became(old: str, new: str) -> str:
    """Return how the change of a rating is told; nothing where there was none."""
    return f"“{old}” became “{new}”" if old and new else ""


def ratings_told(description: str) -> tuple[str, str]:
    """Return the old and the new rating of which `became` tells; two times nothing for none."""
    told = _BECAME.fullmatch(description)
    return (told[1], told[2]) if told else ("", "")
