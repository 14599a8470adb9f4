"""References: how a user names an article, a sentence or a claim on the command line."""

import re
from typing import Final

from factcheck.domain.errors import InvalidReference
from factcheck.domain.value import Value

_REFERENCE: Final = re.compile(
    r"(?P<article>.+):(?P<first>\d{1,9})(-(?P<last>\d{1,9}))?(\.(?P<claim>\d{1,9}))?", re.ASCII
)


class Reference(Value):
    """Sentences of an article, or one claim, as they were typed: `1:7`, `2:3-9`, `1:7.2`."""

    article: str
    """The article's number, a prefix of its id, or its file's name."""
    first: int
    """The first sentence, from 1."""
    last: int
    """The last sentence; the first one where no range was given."""
    claim: int | None = None
    """The claim in the sentence, from 1; None where none was named."""


def parse_reference(text: str) -> Reference:
    """Return what `text` names; raises InvalidReference."""
    match = _REFERENCE.fullmatch(text)
    if match is None:
        raise InvalidReference(
            f"{text!r} does not name a sentence: write 1:7, 2:3-9 for several, 1:7.2 for a claim"
        )
    first = int(match["first"])
    last = int(match["last"] or first)
    claim = int(match["claim"]) if match["claim"] else None
    if first < 1 or last < first or claim == 0 or (claim and last > first):
        raise InvalidReference(
            f"{text!r} does not name a sentence: counting starts at 1, a range runs upwards, "
            "and a claim is in one sentence"
        )
    return Reference(article=match["article"], first=first, last=last, claim=claim)
