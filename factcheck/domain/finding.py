"""What a decision can say of a sentence: a tag, a note, a flag, a claim, a verdict, evidence."""

from factcheck.domain.identity import ClaimId
from factcheck.domain.scale import GOOGLE5, rating_of
from factcheck.domain.stance import Stance
from factcheck.domain.tag import Tag
from factcheck.domain.text import PartialDate, SaidText, Text, WebAddress
from factcheck.domain.value import Value


class TagValue(Value):
    """What a sentence is, as one reviewer sees it."""

    tag: Tag
    """Claim, opinion or filler."""


class Note(Value):
    """A reviewer's remark on a sentence."""

    text: SaidText
    """The remark."""


class Flag(Value):
    """A reviewer's doubt about a sentence."""

    reason: Text = ""
    """Why, if the reviewer said so."""


class Claim(Value):
    """A claim in words that can be checked, and who made it when."""

    text: Text = ""
    """The claim in words that stand alone; empty where the sentence's own words do."""
    claimant: Text = ""
    """Who makes it."""
    date: PartialDate = ""
    """When it was made."""


class Verdict(Value):
    """How true a claim is, as one reviewer judges it."""

    rating: str
    """The rating's key in the scale."""
    scale: str = GOOGLE5.key
    """The scale's key."""
    because: Text = ""
    """The reasons."""

    def model_post_init(self, context: object, /) -> None:
        """Refuse a rating that the scale does not have."""
        rating_of(self.scale, self.rating)


class Evidence(Value):
    """One source, and what it says about a claim."""

    claim: ClaimId
    """The claim it is evidence for or against."""
    url: WebAddress
    """Where the source was read."""
    title: Text = ""
    """What the source is called."""
    publisher: Text = ""
    """Who publishes it."""
    quote: Text = ""
    """The words relied on, exactly as they stand there."""
    stance: Stance = Stance.CONTEXT
    """Whether it supports or refutes the claim, or gives context."""
    accessed: PartialDate = ""
    """The day it was read, UTC."""


class Cut(Value):
    """Whether a sentence begins at a place, whatever the segmenter proposed."""

    here: bool
    """Whether one does."""
