"""The pane beside the article: what is decided on the current sentence, and the keys to decide."""

from collections.abc import Iterator
from urllib.parse import urlsplit

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from factcheck.domain.display import displayable, one_line, shortened
from factcheck.domain.review import ClaimReview, SentenceReview
from factcheck.domain.scale import SCALES, Scale
from factcheck.domain.tag import Tag

_QUOTE_SHOWN = 60
"""Characters of a quote in the list of evidence."""


class ClaimPane(VerticalScroll, can_focus=False):
    """Shows the claim with its verdict and evidence, and the keys printed on the options."""

    DEFAULT_CSS = """
    ClaimPane {
        padding: 0 1;
        scrollbar-size-vertical: 1;
    }
    """

    def compose(self) -> ComposeResult:
        """Lay out the text."""
        yield Static(id="findings")

    def show(self, review: SentenceReview, *, scale: Scale, compact: bool) -> None:
        """Show what is decided on a sentence; `compact` puts the options on one line."""
        lines = Content("\n").join(_lines(review, scale, compact))
        self.query_one("#findings", Static).update(lines)
        self.scroll_home(animate=False)


def _lines(review: SentenceReview, scale: Scale, compact: bool) -> Iterator[Content]:
    if review.flag:
        reason = displayable(review.flag.reason) or "no reason given"
        yield Content.assemble(("! flagged  ", "bold $warning"), reason)
    if review.note:
        yield Content.assemble(("m note  ", "bold $warning"), displayable(review.note.text))
    if review.claims:
        yield from _claims(review, scale, compact)
    else:
        yield from _tag_options(review.tag)


def _tag_options(chosen: Tag | None) -> Iterator[Content]:
    heading = f"{chosen.upper()}" if chosen else "WHAT IS IT?"
    yield Content.styled(heading, "bold")
    for tag in Tag:
        mark = "  ◀" if tag is chosen else ""
        yield Content.assemble(
            (f"{tag.glyph.lower()} ", "bold $accent"), (f"{tag:<8}", "bold"), f"{tag.meaning}{mark}"
        )


def _claims(review: SentenceReview, scale: Scale, compact: bool) -> Iterator[Content]:
    for number, claim in enumerate(review.claims, start=1):
        yield Content.styled(f"CLAIM {number} of {len(review.claims)}", "bold")
        yield from _claim(claim)
        if number == 1:
            yield from _ratings(claim, scale, compact)
        elif claim.verdict:
            yield Content(f"verdict  {_words(claim)}")
        if claim.verdict and claim.verdict.because:
            yield Content.assemble(("because  ", "bold"), displayable(claim.verdict.because))
        yield from _evidence(claim)


def _claim(claim: ClaimReview) -> Iterator[Content]:
    yield Content(one_line(claim.text))
    said = [
        f"said by {one_line(claim.claim.claimant)}" if claim.claim.claimant else "",
        f"on {claim.claim.date}" if claim.claim.date else "",
    ]
    if any(said):
        yield Content.styled("  ".join(filter(None, said)), "$text-muted")


def _ratings(claim: ClaimReview, scale: Scale, compact: bool) -> Iterator[Content]:
    """Yield the ratings with their keys printed on them, the chosen one marked."""
    options = []
    for key, rating in enumerate(scale.ratings, start=1):
        chosen = claim.verdict is not None and claim.verdict.rating == rating.key
        words = Content.styled(
            f"{rating.words} ◀" if chosen else rating.words, "bold" if chosen else ""
        )
        options.append(Content.assemble((f"{key} ", "bold $accent"), words))
    if compact:
        yield Content("  ").join(options)
    else:
        yield from options


def _words(claim: ClaimReview) -> str:
    verdict = claim.verdict
    return SCALES[verdict.scale].rating(verdict.rating).words if verdict else ""


def _evidence(claim: ClaimReview) -> Iterator[Content]:
    yield Content.assemble(
        ("EVIDENCE", "bold"), ("  e adds a source" if not claim.evidence else "")
    )
    for number, item in enumerate(claim.evidence, start=1):
        source = item.evidence
        name = source.title or source.publisher or urlsplit(source.url).hostname or source.url
        quote = f' "{shortened(source.quote, _QUOTE_SHOWN)}"' if source.quote else ""
        yield Content(f"{source.stance.glyph} [{number}] {one_line(name)} {source.stance}{quote}")
