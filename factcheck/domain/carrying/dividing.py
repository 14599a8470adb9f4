"""Dividing what was decided on a sentence between the two parts that it is split into."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum
from typing import Final, NamedTuple

from factcheck.domain.carrying.carried import (
    all_claims,
    carried,
    carried_claim,
    is_on_claim,
    says_claim,
    stacks,
    wording_of,
)
from factcheck.domain.decision import Change, Decision
from factcheck.domain.errors import UnclearPart
from factcheck.domain.identity import ClaimId, SentenceId, claim_id

_WORD: Final = re.compile(r"\w+")
_CLEARLY: Final = 0.8
"""Share of the words found in the parts that one part must hold: where it holds fewer, the other
holds enough of them to be meant as well."""


class Part(StrEnum):
    """One of the two sentences that a split makes."""

    FIRST = "first"
    SECOND = "second"


class Half(NamedTuple):
    """A sentence that a split makes."""

    id: SentenceId
    text: str
    first: int = 1
    """The number of the first claim that comes into it."""


Halves = Mapping[Part, Half]


def divided(
    decisions: Sequence[Decision], text: str, halves: Halves, keep: Part | None
) -> Iterator[Change]:
    """Yield what lets each half hold what was decided on its words, of the sentence `text`.

    `decisions` are all that count on the sentence, oldest first. Where it is unclear which half
    has the words, it is the part to `keep`; raises UnclearPart if none is.
    """
    found = [stack for stack in stacks(decisions) if stack[-1].value is not None]
    standing = [stack[-1] for stack in found]
    parts = {
        claim: _clear(_keeper(wording_of(claim, standing).text or text, halves) or keep)
        for claim in all_claims(standing)
    }
    claims = _numbered(parts, halves)
    for stack in found:
        if is_on_claim(stack[-1]):
            yield from (carried_claim(decision, claims) for decision in stack)
        else:
            targets = _targets(stack[-1], text, halves, keep, set(parts.values()))
            yield from (carried(d, halves[part].id) for part in targets for d in stack)


def _targets(
    standing: Decision, text: str, halves: Halves, keep: Part | None, claimed: set[Part]
) -> list[Part]:
    """Return the parts that keep a tag, a note or a doubt, given those that hold claims."""
    if says_claim(standing.value):
        return sorted(claimed)
    only = next(iter(claimed)) if len(claimed) == 1 else None
    return [_clear(_keeper(text, halves) or keep or only)]


def _keeper(words: str, halves: Halves) -> Part | None:
    """Return the part in which `words` stand, or nearly all of them; None where it is unclear."""
    wanted = Counter(_WORD.findall(words.casefold()))
    found = {
        part: (wanted & Counter(_WORD.findall(half.text.casefold()))).total()
        for part, half in halves.items()
    }
    part = max(found, key=lambda part: found[part])
    return part if found[part] and found[part] >= _CLEARLY * sum(found.values()) else None


def _clear(part: Part | None) -> Part:
    if part is None:
        raise UnclearPart(
            "unclear which part keeps what was decided: say the first or the second (--keep)"
        )
    return part


def _numbered(parts: Mapping[ClaimId, Part], halves: Halves) -> dict[ClaimId, ClaimId]:
    """Return which claim each becomes, counted in its half."""
    return {
        claim: claim_id(halves[part].id, number)
        for part in Part
        for number, claim in enumerate((c for c in parts if parts[c] is part), halves[part].first)
    }
