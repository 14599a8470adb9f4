"""What the sign-off window says of a claim: how far it is, and who says what of it."""

from collections.abc import Iterator
from typing import Final, NamedTuple

from textual.content import Content

from factcheck.domain.display import displayable, one_line, shortened
from factcheck.domain.findings.verdict import Verdict
from factcheck.domain.review import ClaimReview
from factcheck.domain.scales.scales import Scales
from factcheck.domain.scheme.scheme import SignOff
from factcheck.domain.sign_off import is_disputed, may_approve, state_of, votes
from factcheck.services.telling import verdict_words
from factcheck.tui.widgets.claim_pane import wording

_QUOTE: Final = 120
"""Characters of a quote in the list of evidence."""
_MUTED: Final = "$text-muted"


class Rules(NamedTuple):
    """By what a claim is judged and signed off."""

    sign_off: SignOff
    scales: Scales


def unopened(claim: ClaimReview, hidden: int) -> Content:
    """Return what is shown before the others' verdicts are, of which `hidden` are there."""
    verdicts = f"{hidden} {'verdict' if hidden == 1 else 'verdicts'} by others"
    ask = f"{verdicts}; y shows {'it' if hidden == 1 else 'them'}, yours will then not count"
    sections = [
        list(wording(claim)),
        list(_evidence(claim)),
        [Content.styled(f"{ask} as blind.", "bold $text-warning")],
    ]
    return _joined(sections)


def opened(claim: ClaimReview, missing: str, rules: Rules) -> Content:
    """Return all that is known of a claim; `missing` is what it lacks before publication."""
    state = state_of(claim, rules.sign_off).replace("-", " ")
    sections = [
        [Content.assemble(("STATE  ", "bold"), state), *wording(claim)],
        list(_verdicts(claim, rules)),
        list(_adjudication(claim, rules)),
        list(_evidence(claim)),
        list(_votes(claim, rules)),
        list(_publication(claim, missing)),
        list(_corrections(claim)),
    ]
    return _joined(sections)


def _joined(sections: list[list[Content]]) -> Content:
    return Content("\n\n").join(Content("\n").join(lines) for lines in sections if lines)


def _verdicts(claim: ClaimReview, rules: Rules) -> Iterator[Content]:
    yield Content.styled("VERDICTS", "bold")
    for reviewer, verdict in claim.verdicts.items():
        yield from _verdict(reviewer, verdict, rules)
    if not claim.verdicts:
        yield Content.styled("none yet", _MUTED)
    elif is_disputed(claim):
        yield Content.styled("the reviewers differ", "bold $text-warning")
    elif len(claim.verdicts) > 1:
        yield Content.styled("the reviewers agree", _MUTED)


def _verdict(reviewer: str, verdict: Verdict, rules: Rules) -> Iterator[Content]:
    glyph = rules.scales.glyph(verdict.scale, verdict.rating)
    confidence = f"confidence {verdict.confidence}" if verdict.confidence else ""
    seen = {True: "blind", False: "not blind", None: ""}[verdict.blind]
    cutoff = f"evidence up to {verdict.cutoff}" if verdict.cutoff else ""
    how = "  ".join(filter(None, [seen, confidence, cutoff]))
    yield Content.assemble(
        (f"{one_line(reviewer)}  ", "bold"),
        f"{glyph} {one_line(verdict_words(verdict, rules.scales))}",
        (f"  {how}", _MUTED),
    )
    if verdict.because:
        yield Content.assemble(("  because  ", _MUTED), displayable(verdict.because))
    if verdict.missing:
        yield Content.assemble(("  not known  ", _MUTED), displayable(verdict.missing))


def _adjudication(claim: ClaimReview, rules: Rules) -> Iterator[Content]:
    if claim.adjudication:
        yield Content.styled("ADJUDICATED", "bold")
        yield from _verdict(claim.adjudicator, claim.adjudication, rules)


def _evidence(claim: ClaimReview) -> Iterator[Content]:
    yield Content.styled("EVIDENCE", "bold")
    for number, item in enumerate(claim.evidence, start=1):
        source = item.evidence
        quote = f' "{shortened(source.quote, _QUOTE)}"' if source.quote else ""
        name = one_line(source.name)
        yield Content(f"{source.stance.glyph} [{number}] {name}, {source.stance.words}{quote}")
    if not claim.evidence:
        yield Content.styled("none", _MUTED)


def _votes(claim: ClaimReview, rules: Rules) -> Iterator[Content]:
    if claim.approvals:
        yield Content.styled("VOTES", "bold")
    standing = votes(claim)
    for editor, vote in claim.approvals.items():
        void = ""
        if editor not in standing:
            void = "  void: the fact-check was changed since"
        elif not may_approve(claim, editor, rules.sign_off):
            void = "  does not count: the verdict is theirs, or they are no editor"
        comment = f"  {one_line(vote.comment)}" if vote.comment else ""
        said = (f"{vote.vote}{comment}", "strike" if void else "")
        yield Content.assemble((f"{one_line(editor)}  ", "bold"), said, (void, _MUTED))


def _publication(claim: ClaimReview, missing: str) -> Iterator[Content]:
    if claim.publication:
        url, date = one_line(claim.publication.url), claim.publication.date
        yield Content.assemble(("PUBLISHED  ", "bold"), f"{url} since {date}")
    elif missing:
        yield Content.assemble(("BEFORE IT MAY BE PUBLISHED  ", "bold"), one_line(missing))
    else:
        yield Content.assemble(("READY TO PUBLISH  ", "bold"), "p says where readers see it")


def _corrections(claim: ClaimReview) -> Iterator[Content]:
    if claim.corrections:
        yield Content.styled("CORRECTIONS", "bold")
    for entry in claim.corrections:
        changed = f" of {', '.join(entry.changed)}" if entry.changed else ""
        ratings = f"  {entry.old_rating} to {entry.new_rating}" if entry.new_rating else ""
        yield Content.assemble(
            (f"{entry.kind}{changed}", "bold"),
            one_line(ratings),
            f"  {displayable(entry.text)}",
        )
