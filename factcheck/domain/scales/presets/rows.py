"""How a published rating is written down: its words, what it comes to, what it means.

What it comes to follows ClaimsKG: the worst step, and whatever else says that something is made
up, is FALSE; the best step is TRUE; all steps between, however near to an end, and ratings such as
misleading, exaggerated or conflicting are MIXTURE; the rest says nothing about truth and is OTHER.
What is written here is known to be right, so no start of the program waits for its validation.
"""

import re
from typing import Final

from factcheck.domain.scales.scale import Normalised, Rating

FALSE: Final = Normalised.FALSE
MIXTURE: Final = Normalised.MIXTURE
TRUE: Final = Normalised.TRUE
OTHER: Final = Normalised.OTHER

_GERMAN: Final = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})
_NO_LETTERS: Final = re.compile(r"[^a-z0-9]+")


def step(number: int, words: str, normalised: Normalised, meaning: str) -> Rating:
    """Return a rating on the scale; its key follows from its words."""
    return Rating.model_construct(
        key=_key(words), words=words, meaning=meaning, number=number, normalised=normalised
    )


def beside(words: str, normalised: Normalised, meaning: str) -> Rating:
    """Return a rating off the scale; its key follows from its words."""
    return Rating.model_construct(
        key=_key(words), words=words, meaning=meaning, normalised=normalised
    )


def _key(words: str) -> str:
    return _NO_LETTERS.sub("-", words.lower().translate(_GERMAN)).strip("-")
