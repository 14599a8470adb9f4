"""The pane beside the article: what is decided on the current sentence, and the keys to decide."""

from collections.abc import Iterator
from typing import Final, NamedTuple
from urllib.parse import urlsplit

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from factcheck.domain.display import displayable, one_line, shortened
from factcheck.domain.finding import Verdict
from factcheck.domain.review import ClaimReview, SentenceReview
from factcheck.domain.scale import Scale, rating_of
from factcheck.domain.tag import Tag
from factcheck.tui.command import Keys
from factcheck.tui.widgets.choice import keyed
from factcheck.tui.word_diff import word_diff

_CLAIM_SHOWN: Final = 600
"""Characters of a claim; the article beside it shows the rest."""
_QUOTE_SHOWN: Final = 60
"""Characters of a quote in the list of evidence."""
_MUTED: Final = "$foreground-muted"


class Layout(NamedTuple):
    """How the pane is to be filled."""

    scale: Scale
    keys: Keys
    compact: bool
    """Whether there is room for a few lines only."""
    edited_from: str | None = None
    """The words of the sentence before it was edited, if its claim waits for a new verdict."""


class ClaimPane(VerticalScroll, can_focus=False):
    """Shows the claim with its verdict and evidence, and the keys printed on the options."""

    DEFAULT_CSS = """
    ClaimPane {
        padding: 0 1;
        scrollbar-size-vertical: 1;
    }
    """

    def __init__(self) -> None:
        """Make an empty pane."""
        super().__init__()
        self._shown = Content("")

    def compose(self) -> ComposeResult:
        """Lay out the text."""
        yield Static(id="findings")

    def show(self, review: SentenceReview, layout: Layout) -> None:
        """Show what is decided on a sentence."""
        sections = (Content("\n").join(section) for section in _sections(review, layout))
        findings = Content("\n" if layout.compact else "\n\n").join(sections)
        if not self._shown.is_same(findings):  # most keys change nothing here, and layout is slow
            self._shown = findings
            self.query_one("#findings", Static).update(findings)
            self.scroll_home(animate=False)


def _sections(review: SentenceReview, layout: Layout) -> Iterator[list[Content]]:
    if review.flag or review.note:
        yield list(_remarks(review))
    if layout.edited_from is not None:
        changes = word_diff(layout.edited_from, review.sentence.text)
        yield [Content.styled("EDITED, CHECK AGAIN", "bold $text-warning"), changes]
    if not review.claims:
        yield list(_tag_options(review.tag, layout))
    for number, claim in enumerate(review.claims, start=1):
        yield [Content.styled(f"CLAIM {number} of {len(review.claims)}", "bold"), *_wording(claim)]
        yield list(_verdict(claim, layout, with_keys=number == 1))
        yield list(_evidence(claim, layout))


def _remarks(review: SentenceReview) -> Iterator[Content]:
    if review.flag:
        reason = displayable(review.flag.reason) or "no reason given"
        yield Content.assemble(("! doubt  ", "bold $text-warning"), reason)
    if review.note:
        yield Content.assemble(("m note  ", "bold $text-warning"), displayable(review.note.text))


def _tag_options(chosen: Tag | None, layout: Layout) -> Iterator[Content]:
    yield Content.styled("THIS IS" if chosen else "WHAT IS THIS?", "bold")
    for tag in Tag:
        (key, *_) = layout.keys[f"tag.{tag}"]
        mark = "  ◀" if tag is chosen else ""
        yield Content.assemble(
            (f"{key} ", "bold $accent"), (f"{tag:<8}", "bold"), (f"{tag.meaning}{mark}", _MUTED)
        )


def _wording(claim: ClaimReview) -> Iterator[Content]:
    yield Content(shortened(claim.text, _CLAIM_SHOWN))
    said = [
        f"said by {one_line(claim.claim.claimant)}" if claim.claim.claimant else "",
        f"on {claim.claim.date}" if claim.claim.date else "",
    ]
    if any(said):
        yield Content.styled(" ".join(filter(None, said)), _MUTED)


def _verdict(claim: ClaimReview, layout: Layout, *, with_keys: bool) -> Iterator[Content]:
    """Yield the ratings with their keys printed on them, the chosen one marked, and the reasons."""
    verdict = claim.verdict
    if with_keys:
        yield from _ratings(verdict, layout)
    elif verdict:
        yield Content(rating_of(verdict.scale, verdict.rating).words)
    if verdict and verdict.because:
        yield Content.assemble(("because  ", "bold"), displayable(verdict.because))


def _ratings(verdict: Verdict | None, layout: Layout) -> Iterator[Content]:
    """Yield a line a rating, or where room is short one for the scale and one for the others."""
    options: dict[bool, list[Content]] = {False: [], True: []}
    for key, rating in zip(layout.keys["verdict"], layout.scale.ratings, strict=False):
        chosen = verdict is not None and verdict.rating == rating.key
        options[rating.off_scale].append(keyed(key, rating.words, chosen=chosen))
    for row in filter(None, options.values()):
        yield from [Content("  ").join(row)] if layout.compact else row


def _evidence(claim: ClaimReview, layout: Layout) -> Iterator[Content]:
    (key, *_) = layout.keys["evidence.add"]
    hint = "" if claim.evidence else f"  none yet, {key} adds a source"
    yield Content.assemble(("EVIDENCE", "bold"), (hint, _MUTED))
    for number, item in enumerate(claim.evidence, start=1):
        source = item.evidence
        name = source.title or source.publisher or urlsplit(source.url).hostname or source.url
        quote = f' "{shortened(source.quote, _QUOTE_SHOWN)}"' if source.quote else ""
        yield Content(f"{source.stance.glyph} [{number}] {one_line(name)}, {source.stance}{quote}")
