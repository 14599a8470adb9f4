"""Evidence: one source, and what it says about a claim."""

from typing import Annotated, Self
from urllib.parse import urlsplit

from pydantic import Field, StringConstraints, model_validator

from factcheck.domain.identity import ClaimId
from factcheck.domain.text import Line, PartialDate, Text, WebAddressOrNothing
from factcheck.domain.value import Value
from factcheck.domain.vocabulary.sources import (
    AnswerType,
    Medium,
    Reliability,
    SourceLevel,
    SourceType,
)
from factcheck.domain.vocabulary.stance import Stance

Sha256 = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]


class Attachment(Value):
    """A file that belongs to an evidence item; the database keeps its content."""

    sha256: Sha256
    """Of the content, by which it is found."""
    name: Line
    """What the file was called."""
    media_type: Line
    """Such as `image/png`."""
    size: Annotated[int, Field(ge=0)]
    """Bytes."""


class Source(Value):
    """Where something was read; the same source can serve several claims."""

    url: WebAddressOrNothing = ""
    """Where it was read; empty for what is not on the web."""
    title: Line = ""
    """What the source is called."""
    publisher: Line = ""
    """Who publishes it."""
    author: Line = ""
    """Who wrote or said it."""
    published: PartialDate = ""
    """When it was published."""
    archived: WebAddressOrNothing = ""
    """Where a copy of it is archived."""
    not_archived: Text = ""
    """Why there is no such copy."""
    type: SourceType | None = None
    """What kind of source it is."""
    level: SourceLevel | None = None
    """How near it is to what happened."""
    reliability: Reliability | None = None
    """How far it is to be trusted."""
    interest: Text = ""
    """What interest it has in the matter."""
    independence_group: Line = ""
    """A name that sources share which draw on one another; empty stands for its publisher."""
    anonymous: bool = False
    """Whether its name is withheld from readers."""
    anonymous_reason: Text = ""
    """Why its name is withheld."""


class Evidence(Source):
    """One source, and what it says about a claim."""

    claim: ClaimId
    """The claim it is evidence for or against."""
    quote: Text = ""
    """The words relied on, exactly as they stand there."""
    quote_before: Text = ""
    """The words before the quote."""
    quote_after: Text = ""
    """The words after the quote."""
    locator: Line = ""
    """Where in the source: a page, a time, a table."""
    stance: Stance = Stance.CONTEXT
    """Whether it supports or refutes the claim, or gives context."""
    question: Text = ""
    """The question that it answers."""
    answer: Text = ""
    """The answer."""
    answer_type: AnswerType | None = None
    """How it answers."""
    answer_because: Text = ""
    """What explains an answer of yes or no."""
    medium: Medium | None = None
    """In what form the answer is given."""
    note: Text = ""
    """A remark for the desk."""
    accessed: PartialDate = ""
    """The day it was read, UTC."""
    attachments: tuple[Attachment, ...] = ()
    """Files that were kept with it."""

    @model_validator(mode="after")
    def _can_be_found_again(self) -> Self:
        if not (self.url or self.title or self.author or self.anonymous or self.attachments):
            raise ValueError(
                "url: write it as https://example.org/page (http and https only), "
                "or name the source"
            )
        return self

    @property
    def source(self) -> Source:
        """The source alone, without what it says about this claim."""
        return Source(**{name: getattr(self, name) for name in Source.model_fields})

    @property
    def group(self) -> str:
        """What sources share that are not independent of each other."""
        return self.independence_group or self.publisher or self.site or self.title or self.author

    @property
    def site(self) -> str:
        """The host that the source was read at; empty for what is not on the web."""
        return (urlsplit(self.url).hostname or "").removeprefix("www.")

    @property
    def name(self) -> str:
        """What to call the source in a list."""
        return self.title or self.publisher or self.site or self.author or "an anonymous source"
