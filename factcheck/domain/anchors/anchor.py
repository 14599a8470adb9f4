"""Anchors: where a sentence of an older version stands in the newer one."""

from enum import StrEnum
from typing import Final

from factcheck.domain.identity import DocumentId, SentenceId
from factcheck.domain.value import Value

CONTEXT: Final = 32
"""Characters kept before and after a quote, as in the Web Annotation selectors of Hypothesis."""


class Fate(StrEnum):
    """What became of a sentence when its article changed."""

    UNCHANGED = "unchanged"
    """The same words, in the same order of sentences."""
    MOVED = "moved"
    """The same words, elsewhere."""
    EDITED = "edited"
    """Other words, and surely the same sentence."""
    UNSURE = "unsure"
    """Perhaps the same sentence: a human must say."""
    GONE = "gone"
    """Its words are no longer there."""


class Anchor(Value):
    """What became of a sentence that had decisions, where its words are not there unchanged."""

    document: DocumentId
    """The newer version."""
    fate: Fate
    sentence: SentenceId | None = None
    """Where it stands now; for an unsure one, where it may stand; None where it is gone."""
    quote: str
    """Its words as they were."""
    prefix: str = ""
    """What stood before them."""
    suffix: str = ""
    """What stood after them."""
