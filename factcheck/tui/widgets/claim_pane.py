"""The pane beside the article: what is decided on the current sentence, and the keys to decide."""

from collections import deque
from collections.abc import Iterator
from itertools import zip_longest
from operator import ne
from typing import Final, NamedTuple

from textual.content import Content
from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.visual import Visual

from factcheck.domain.display import displayable, one_line, shortened
from factcheck.domain.findings.verdict import Verdict
from factcheck.domain.identity import number_of
from factcheck.domain.review import ClaimReview, SentenceReview
from factcheck.domain.scales.scales import Scales
from factcheck.domain.scheme.scheme import Scheme
from factcheck.domain.sign_off import state_of
from factcheck.domain.tag import Tag
from factcheck.domain.vocabulary.claims import ClaimantKind
from factcheck.services.seeing import hidden_from, verdicts_shown
from factcheck.services.telling import verdict_words
from factcheck.tui.commands.command import Keys
from factcheck.tui.widgets.choice import keyed
from factcheck.tui.word_diff import word_diff

_CLAIM_SHOWN: Final = 600
"""Characters of a claim; the article beside it shows the rest."""
_QUOTE_SHOWN: Final = 60
"""Characters of a quote in the list of evidence."""
_ALIKE_KEPT: Final = 8
"""Panes of sentences without claims: there are few ways to be undecided, opinion or filler."""
_Facts = tuple[object, ...]
"""All that is shown of a sentence."""


class _Drawn(NamedTuple):
    """What the pane shows."""

    content: Content
    strips: list[Strip]
    """The content as lines."""


_MUTED: Final = "$foreground-muted"


class Layout(NamedTuple):
    """How the pane is to be filled."""

    reviewer: str
    scheme: Scheme
    scales: Scales
    keys: Keys
    compact: bool
    """Whether there is room for a few lines only."""
    chosen: int = 1
    """Which of the sentence's claims the keys are for, from 1."""
    edited_from: str | None = None
    """The words of the sentence before it was edited, if its claim waits for a new verdict."""


class ClaimPane(ScrollView, can_focus=False):
    """Shows the claim with its verdict and evidence, and the keys printed on the options."""

    ALLOW_SELECT = False
    DEFAULT_CSS = """
    ClaimPane {
        overflow-x: hidden;
        padding: 0 1;
        scrollbar-size-vertical: 1;
    }
    """

    def __init__(self) -> None:
        """Make an empty pane."""
        super().__init__()
        self._shown = Content("")
        self._strips: list[Strip] = []
        self._blank = Strip([])
        self._alike: deque[tuple[_Facts, _Drawn]] = deque(maxlen=_ALIKE_KEPT)

    def show(self, review: SentenceReview, layout: Layout) -> None:
        """Show what is decided on a sentence."""
        facts = _facts(review, layout)
        drawn = next((drawn for alike, drawn in self._alike if alike == facts), None)
        if drawn is None:
            sections = (Content("\n").join(section) for section in _sections(review, layout))
            drawn = self._drawn(Content("\n" if layout.compact else "\n\n").join(sections))
            if facts:
                self._alike.append((facts, drawn))
        self._shown = drawn.content
        if drawn.strips is not self._strips:
            self._put(drawn.strips)
            self.scroll_home(animate=False)

    def render_line(self, y: int) -> Strip:
        """Draw the line at `y` on the screen."""
        line = y + self.scroll_offset.y
        return self._strips[line] if line < len(self._strips) else self._blank

    def on_resize(self) -> None:
        """Wrap the text to the new width."""
        self._draw_again()

    def notify_style_update(self) -> None:
        """Draw in another theme."""
        super().notify_style_update()
        self._draw_again()

    def _draw_again(self) -> None:
        self._alike.clear()
        self._put(self._drawn(self._shown).strips)

    def _drawn(self, content: Content) -> _Drawn:
        """Return the lines as they are to be; where they need a scrollbar, beside that."""
        width, height = self.content_region.size
        strips = self._wrapped_to(content, width)
        if len(strips) > height:
            strips = self._wrapped_to(content, width - self.styles.scrollbar_size_vertical)
        return _Drawn(content, strips)

    def _wrapped_to(self, content: Content, width: int) -> list[Strip]:
        style = self.visual_style
        return Visual.to_strips(self, content, width, None, style, apply_selection=False, pad=True)

    def _put(self, strips: list[Strip]) -> None:
        """Let these lines be shown; those that change nothing are not drawn again."""
        changed = [y for y, pair in enumerate(zip_longest(self._strips, strips)) if ne(*pair)]
        width, height = self.content_region.size
        self._strips, self._blank = strips, Strip.blank(width, self.rich_style)
        self.virtual_size = Size(width, max(height, len(strips)))
        if changed:
            self.refresh_lines(changed[0], changed[-1] - changed[0] + 1)


def _facts(review: SentenceReview, layout: Layout) -> _Facts:
    """Return all that is shown of a sentence without claims; nothing for one with claims.

    Most keys go from one undecided sentence to the next, which look alike.
    """
    if review.claims or layout.edited_from is not None:
        return ()
    return (review.flag, review.note, review.tag, review.subtypes, review.attribution, layout)


def _sections(review: SentenceReview, layout: Layout) -> Iterator[list[Content]]:
    if review.flag or review.note:
        yield list(_remarks(review))
    if layout.edited_from is not None:
        changes = word_diff(layout.edited_from, review.sentence.text)
        yield [Content.styled("EDITED, CHECK AGAIN", "bold $text-warning"), changes]
    if not review.claims:
        yield list(_tag_options(review, layout))
    for claim in review.claims:
        chosen = number_of(claim.id) == layout.chosen
        yield [_heading(review, claim, layout, chosen=chosen), *wording(claim)]
        if chosen or not layout.compact:
            yield list(_verdict(claim, layout, with_keys=chosen))
            yield list(_evidence(claim, layout))
    if layout.chosen > max((number_of(claim.id) for claim in review.claims), default=1):
        yield [Content.styled(f"CLAIM {layout.chosen}, a new one", "bold")]


def _heading(
    review: SentenceReview, claim: ClaimReview, layout: Layout, *, chosen: bool
) -> Content:
    """Return which claim it is, and how far its fact-check is."""
    state = state_of(claim, layout.scheme.sign_off).replace("-", " ")
    several = len(review.claims) > 1
    mark = "▶ " if chosen and several else ""
    place = 1 + [each.id for each in review.claims].index(claim.id)
    return Content.assemble(
        (f"{mark}CLAIM {place} of {len(review.claims)}", "bold"), (f"  {state}", _MUTED)
    )


def _remarks(review: SentenceReview) -> Iterator[Content]:
    if review.flag:
        reason = displayable(review.flag.reason) or "no reason given"
        yield Content.assemble(("! doubt  ", "bold $text-warning"), reason)
    if review.note:
        yield Content.assemble(("m note  ", "bold $text-warning"), displayable(review.note.text))


def _tag_options(review: SentenceReview, layout: Layout) -> Iterator[Content]:
    yield Content.styled("THIS IS" if review.tag else "WHAT IS THIS?", "bold")
    for tag in Tag:
        (key, *_) = layout.keys[f"tag.{tag}"]
        mark = "  ◀" if tag is review.tag else ""
        label = layout.scheme.labels[tag]
        yield Content.assemble(
            (f"{key} ", "bold $accent"),
            (f"{displayable(label.words):<8}", "bold"),
            (f" {one_line(label.gist)}{mark}", _MUTED),
        )
    kind = [*review.subtypes, *([review.attribution] if review.attribution else [])]
    if kind:
        yield Content.styled(", ".join(kind), _MUTED)


def wording(claim: ClaimReview) -> Iterator[Content]:
    """Yield the claim's words, and who said them when and where."""
    known = claim.claim
    yield Content(shortened(claim.text, _CLAIM_SHOWN))
    role = f", {one_line(known.claimant_role)}" if known.claimant_role else ""
    unknown = "nobody knows whom" if known.claimant_kind is ClaimantKind.UNKNOWN else ""
    said = [
        f"said by {one_line(known.claimant) or unknown}{role}" if known.claimant or unknown else "",
        f"on {known.date}" if known.date else "",
        f"at {one_line(known.place)}" if known.place else "",
        f"priority {known.priority}" if known.priority else "",
        known.worthiness or "",
    ]
    if any(said):
        yield Content.styled("  ".join(filter(None, said)), _MUTED)


def _verdict(claim: ClaimReview, layout: Layout, *, with_keys: bool) -> Iterator[Content]:
    """Yield the ratings with their keys printed on them, the chosen one marked, and the reasons."""
    verdict = claim.verdict
    if with_keys:
        yield from _ratings(verdict, layout)
    if verdict and (not with_keys or verdict.scale != layout.scheme.scale.key):
        yield Content(one_line(verdict_words(verdict, layout.scales)))
    if verdict and verdict.because:
        yield Content.assemble(("because  ", "bold"), displayable(verdict.because))
    if verdict and verdict.missing:
        yield Content.assemble(("not known  ", "bold"), displayable(verdict.missing))
    yield from _others(claim, layout)


def _others(claim: ClaimReview, layout: Layout) -> Iterator[Content]:
    """Yield what others judged, as far as the reviewer may see it yet."""
    for reviewer, verdict in verdicts_shown(claim, layout.reviewer).items():
        if reviewer != layout.reviewer:
            words = one_line(verdict_words(verdict, layout.scales))
            yield Content.assemble((f"{one_line(reviewer)}  ", "bold"), words)
    hidden = hidden_from(claim, layout.reviewer)
    if hidden:
        yield Content.styled(f"{hidden} verdict by others, shown after yours", _MUTED)
    if claim.adjudication:
        words = one_line(verdict_words(claim.adjudication, layout.scales))
        yield Content.assemble((f"adjudicated by {one_line(claim.adjudicator)}  ", "bold"), words)


def _ratings(verdict: Verdict | None, layout: Layout) -> Iterator[Content]:
    """Yield a line a rating, or where room is short one for the scale and one for the others."""
    options: dict[bool, list[Content]] = {False: [], True: []}
    scale, keys = layout.scheme.scale, layout.keys["verdict"]
    for key, rating in zip_longest(keys, scale.ratings, fillvalue=None):
        if rating is None:
            break
        chosen = bool(verdict and (verdict.scale, verdict.rating) == (scale.key, rating.key))
        options[rating.off_scale].append(keyed(key or " ", one_line(rating.words), chosen=chosen))
    for row in filter(None, options.values()):
        yield from [Content("  ").join(row)] if layout.compact else row


def _evidence(claim: ClaimReview, layout: Layout) -> Iterator[Content]:
    (key, *_) = layout.keys["evidence.add"]
    hint = "" if claim.evidence else f"  none yet, {key} adds a source"
    yield Content.assemble(("EVIDENCE", "bold"), (hint, _MUTED))
    for number, item in enumerate(claim.evidence, start=1):
        source = item.evidence
        quote = f' "{shortened(source.quote, _QUOTE_SHOWN)}"' if source.quote else ""
        said = f"{one_line(source.name)}, {source.stance.words}{quote}"
        yield Content(f"{source.stance.glyph} [{number}] {said}")
