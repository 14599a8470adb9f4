"""What a newer version of an article takes over from the older one."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from factcheck.domain.anchors.anchor import CONTEXT, Anchor, Fate
from factcheck.domain.carrying.carried import carried, carried_claim, described_claims, is_on_claim
from factcheck.domain.decision import Change, Decision, Kind
from factcheck.domain.document import Document, Sentence
from factcheck.domain.findings.claim import Claim
from factcheck.domain.findings.cut import Cut
from factcheck.domain.identity import DocumentId, SentenceId, claim_id, cut_id, number_of, span_of
from factcheck.domain.value import Value

SAME_WORDS: Final = frozenset({Fate.UNCHANGED, Fate.MOVED})
"""The sentence says what it said."""
FOUND: Final = SAME_WORDS | {Fate.EDITED}
"""The sentence is surely there."""
_JUDGING: Final = frozenset({Kind.VERDICT, Kind.ADJUDICATION, Kind.APPROVAL})
"""What somebody says of the words as they were."""


class Successor(NamedTuple):
    """Where a sentence of the older version stands in the newer one."""

    fate: Fate
    sentence: SentenceId | None


class Succession(Value):
    """What a newer version changed, in sentences."""

    replaced: int
    """The number of the article that was replaced."""
    fates: dict[Fate, int]
    """How many sentences of the older version met each fate."""
    new: int
    """How many sentences of the newer version were not in the older one."""
    beside: str = ""
    """Another source that still says the older text, which stays; empty if it was replaced."""


def taken_over(decisions: Sequence[Decision], successor: Successor) -> Iterator[Change]:
    """Yield what lets a sentence's successor hold the decisions that count on it, oldest first.

    One of other words takes over no verdict: somebody has to look at the claim again.
    """
    if successor.sentence is None or successor.fate not in FOUND:
        return
    target = successor.sentence
    claims = {claim: claim_id(target, number_of(claim)) for claim in described_claims(decisions)}
    kept = [d for d in decisions if successor.fate in SAME_WORDS or d.kind not in _JUDGING]
    for decision in kept:
        on_claim = is_on_claim(decision)
        yield carried_claim(decision, claims) if on_claim else carried(decision, target)
    for claim in described_claims(decisions):
        if claim not in described_claims(kept):  # it is still there, without the verdict
            judged = next(decision for decision in decisions if decision.subject == claim)
            yield carried(judged, target).model_copy(
                update={"kind": Kind.CLAIM, "subject": claims[claim], "value": Claim()}
            )


def anchored(sentence: Sentence, old: Document, new: DocumentId, successor: Successor) -> Anchor:
    """Return where a sentence stands whose words are not there unchanged."""
    return Anchor(
        document=new,
        fate=successor.fate,
        sentence=successor.sentence,
        quote=sentence.text,
        prefix=old.text[max(0, sentence.start - CONTEXT) : sentence.start],
        suffix=old.text[sentence.end : sentence.end + CONTEXT],
    )


def anchored_again(
    anchor: Anchor, new: DocumentId, successors: Mapping[SentenceId, Successor]
) -> Anchor:
    """Return an anchor into the older version as one into the newer."""
    gone = Successor(Fate.GONE, None)
    successor = successors.get(anchor.sentence, gone) if anchor.sentence else gone
    fate = anchor.fate if successor.fate in FOUND else successor.fate
    update = {"document": new, "fate": fate, "sentence": successor.sentence}
    return anchor.model_copy(update=update)


def cut_again(decision: Decision, old: Document, new: Document) -> Change | None:
    """Return a cut of the older version at the same words of the newer; None where that is unclear.

    It is clear where the characters around it are the same, and there only once.
    """
    offset = span_of(decision.subject).start
    around = old.text[max(0, offset - CONTEXT) : offset + CONTEXT]
    place = new.text.find(around)
    if not isinstance(decision.value, Cut) or place < 0 or new.text.count(around) > 1:
        return None
    subject = cut_id(new.id, place + min(offset, CONTEXT))
    return Change(
        kind=Kind.CUT,
        subject=subject,
        value=decision.value,
        owner=decision.reviewer,
        carries=decision.original,
    )
