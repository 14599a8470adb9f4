"""A verdict: how true a claim is."""

from typing import ClassVar

from factcheck.domain.findings.tagging import Milliseconds
from factcheck.domain.identity import EvidenceId
from factcheck.domain.scales.scale import Key
from factcheck.domain.text import Line, PartialDate, Text
from factcheck.domain.value import Value
from factcheck.domain.vocabulary.sign_off import Confidence


class Verdict(Value):
    """How true a claim is, as one reviewer judges it."""

    circumstances: ClassVar = frozenset({"duration_ms", "blind"})

    rating: Key
    """The rating's key in the scale."""
    scale: Key = "google5"
    """The scale's key."""
    conclusion: Line = ""
    """The verdict in one sentence, which stands for the rating's words where that is open."""
    because: Text = ""
    """The reasons, in Markdown."""
    confidence: Confidence | None = None
    """How sure the reviewer is."""
    used: tuple[EvidenceId, ...] = ()
    """The evidence it rests on; empty for all that there is."""
    missing: Text = ""
    """What would have to be known and is not."""
    cutoff: PartialDate = ""
    """The day up to which evidence was looked for."""
    blind: bool | None = None
    """Whether no other verdict had been shown to the reviewer; None where nobody knows."""
    duration_ms: Milliseconds | None = None
    """How long the reviewer looked at the claim before; None where nobody measured."""


class Adjudication(Verdict):
    """How true a claim is, as somebody decides where reviewers differ."""
