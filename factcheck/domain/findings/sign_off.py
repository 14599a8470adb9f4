"""What happens to a fact-check after its verdict: approval, publication, correction."""

from factcheck.domain.findings.evidence import Sha256
from factcheck.domain.scales.scale import Key
from factcheck.domain.text import Day, SaidText, Text, WebAddress
from factcheck.domain.value import Value
from factcheck.domain.vocabulary.sign_off import CorrectionKind, Vote


class Approval(Value):
    """What one editor says of a fact-check."""

    vote: Vote
    """Approve, return or abstain."""
    comment: Text = ""
    """What is to be done, or why."""
    content: Sha256
    """Of what the editor saw; where the fact-check says something else now, it does not count."""


class Publication(Value):
    """Where and when readers could first see a fact-check."""

    url: WebAddress
    """The page it stands on."""
    date: Day
    """The day, UTC."""


class Correction(Value):
    """What was changed after publication, as readers are told."""

    kind: CorrectionKind
    """What the change is."""
    text: SaidText
    """What was wrong, and what is right."""
    changed: tuple[Key, ...] = ()
    """What was changed: `verdict`, `claim`, `evidence`."""
    old_rating: Text = ""
    """The rating's words before; empty where the rating was not changed."""
    new_rating: Text = ""
    """The rating's words now; empty where the rating was not changed."""
