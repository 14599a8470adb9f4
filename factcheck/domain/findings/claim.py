"""A claim in words that can be checked, and what it is to other claims."""

from typing import Annotated, Self

from pydantic import Field, model_validator

from factcheck.domain.identity import ClaimId
from factcheck.domain.scales.scale import Key
from factcheck.domain.text import Line, PartialDate, Text
from factcheck.domain.value import Value
from factcheck.domain.vocabulary.claims import (
    ClaimantKind,
    Relation,
    Worthiness,
    WorthinessReason,
)

Priority = Annotated[int, Field(ge=1, le=3)]
"""1 is to be checked first, 3 last."""


class Claim(Value):
    """A claim in words that can be checked, and who made it when."""

    text: Text = ""
    """The claim in words that stand alone; empty where the sentence's own words do."""
    claimant: Line = ""
    """Who makes it."""
    claimant_kind: ClaimantKind | None = None
    """What the claimant is; unknown says that nobody can tell who it is."""
    claimant_role: Line = ""
    """The claimant's office or work, such as `minister of finance`."""
    date: PartialDate = ""
    """When it was made."""
    place: Line = ""
    """Where it was made."""
    first_appearance: Line = ""
    """Where it was first seen: an address, or words such as `a speech in parliament`."""
    types: tuple[Key, ...] = ()
    """What kind of claim it is, by the subtypes of the scheme."""
    topics: tuple[Line, ...] = ()
    """What it is about."""
    worthiness: Worthiness | None = None
    """Whether it is worth a check, if somebody said so."""
    worthiness_reasons: tuple[WorthinessReason, ...] = ()
    """Why."""
    priority: Priority | None = None
    """How soon it is to be checked, 1 first."""

    @model_validator(mode="after")
    def _unknown_has_no_name(self) -> Self:
        if self.claimant and self.claimant_kind is ClaimantKind.UNKNOWN:
            raise ValueError("claimant: has a name, so it is not unknown: leave one of them out")
        return self


class Link(Value):
    """What a claim is to another one, in the same article or in another."""

    other: ClaimId
    """The other claim."""
    relation: Relation
    """What the claim is to the other."""
    note: Text = ""
    """Why."""
