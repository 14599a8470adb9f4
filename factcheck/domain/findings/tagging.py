"""What a sentence is, as one reviewer sees it."""

from typing import Annotated, ClassVar

from pydantic import Field

from factcheck.domain.scales.scale import Key
from factcheck.domain.tag import Tag
from factcheck.domain.text import Text
from factcheck.domain.value import Value
from factcheck.domain.vocabulary.claims import Attribution

Milliseconds = Annotated[int, Field(ge=0, lt=1 << 53)]
"""Not more than every reader of JSON, and every database, can hold as a number."""


class TagValue(Value):
    """What a sentence is, as one reviewer sees it."""

    circumstances: ClassVar = frozenset({"duration_ms", "context_shown", "guideline"})

    tag: Tag
    """Claim, opinion or filler."""
    subtypes: tuple[Key, ...] = ()
    """What kind of it, by the keys of the scheme."""
    attribution: Attribution | None = None
    """Who asserts it, if the reviewer said so."""
    duration_ms: Milliseconds | None = None
    """How long the reviewer looked at the sentence before; None where nobody measured."""
    context_shown: bool | None = None
    """Whether the sentences around it were in sight; None where nobody knows."""
    guideline: Text = ""
    """The version of the guideline that was in force; empty where nobody knows."""
