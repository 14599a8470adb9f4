"""Joining what was decided on two sentences when they become one."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from factcheck.domain.carrying.carried import (
    Claims,
    carried,
    carried_claim,
    described_claims,
    is_on_claim,
    wording_of,
)
from factcheck.domain.decision import Change, Decision, Kind
from factcheck.domain.document import Sentence
from factcheck.domain.findings.remark import Flag, Note
from factcheck.domain.findings.tagging import TagValue
from factcheck.domain.identity import SentenceId, claim_id, sentence_of
from factcheck.domain.value import Value


def joined(
    standing: Sequence[Decision],
    halves: tuple[Sentence, Sentence],
    whole: SentenceId,
    first: int = 1,
) -> Iterator[Change]:
    """Yield what lets `whole` hold what was decided on its halves, its claims counted from `first`.

    Where a reviewer tagged them differently it is undecided; all else of both is kept.
    """
    yield from _findings(standing, whole)
    names = described_claims(standing)
    claims = {claim: claim_id(whole, number) for number, claim in enumerate(names, start=first)}
    yield from (carried_claim(decision, claims) for decision in standing if is_on_claim(decision))
    if len(claims) > 1 or first > 1:
        yield from _worded(standing, halves, claims)


def _findings(standing: Sequence[Decision], whole: SentenceId) -> Iterator[Change]:
    """Yield each reviewer's tag, note and doubt on the whole."""
    registers: dict[tuple[Kind, str], list[Decision]] = defaultdict(list)
    for decision in standing:
        if not is_on_claim(decision):
            registers[decision.kind, decision.reviewer].append(decision)
    for decisions in registers.values():
        value = _together([decision.value for decision in decisions])
        if value is not None:
            yield carried(decisions[0], whole).model_copy(update={"value": value})


def _together(values: Sequence[Value | None]) -> Value | None:
    """Return one finding that says what those on the halves say; None where they contradict."""
    if all(value and value.says_what(values[0]) for value in values):
        return values[0]
    tags = [value for value in values if isinstance(value, TagValue)]
    if tags and len({value.tag for value in tags}) == 1 and len(tags) == len(values):
        return _one_tag(tags)
    notes = [value.text for value in values if isinstance(value, Note)]
    if notes:
        return Note(text=" / ".join(notes))
    reasons = [value.reason for value in values if isinstance(value, Flag)]
    return Flag(reason=" / ".join(filter(None, reasons))) if reasons else None


def _one_tag(tags: Sequence[TagValue]) -> TagValue:
    """Return the tag that all `tags` say, with what each of them adds."""
    said = {value.attribution for value in tags}
    return TagValue(
        tag=tags[0].tag,
        subtypes=tuple(dict.fromkeys(key for value in tags for key in value.subtypes)),
        attribution=said.pop() if len(said) == 1 else None,
        guideline=tags[-1].guideline,
    )


def _worded(
    standing: Sequence[Decision], halves: tuple[Sentence, Sentence], claims: Claims
) -> Iterator[Change]:
    """Yield words for claims that had none of their own, now that a sentence holds several."""
    texts = {half.id: half.text for half in halves}
    for claim, target in claims.items():
        known = wording_of(claim, standing)
        if not known.text:
            value = known.model_copy(update={"text": texts[sentence_of(claim)].strip()})
            yield Change(kind=Kind.CLAIM, subject=target, value=value)
