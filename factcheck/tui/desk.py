"""What lies on the reviewer's desk: one open article, and how to decide on it."""

from collections.abc import Callable, Sequence
from time import monotonic
from typing import Final

from factcheck.domain.decision import Author, Decision, Kind
from factcheck.domain.findings.evidence import Evidence
from factcheck.domain.identity import ClaimId, SentenceId, claim_id, number_of, span_of
from factcheck.domain.passes import Pass
from factcheck.domain.review import ClaimReview
from factcheck.domain.sitting import Place, Sitting
from factcheck.services import deciding
from factcheck.services.deciding import Circumstances
from factcheck.services.following import followed
from factcheck.services.recording import Decisions
from factcheck.services.sittings import going_to
from factcheck.store.store import Store
from factcheck.tui.context import Context
from factcheck.tui.open_article import OpenArticle

_RESHAPING: Final = {Kind.CUT, Kind.PARTICULARS, Kind.ANCHOR, Kind.SCHEME}
"""What changes more of the article than one sentence."""


class Desk(OpenArticle):
    """One article under review; every decision is saved before the cursor moves.

    Methods that decide raise NotSaved, and then nothing has changed.
    """

    def __init__(self, store: Store, sitting: Sitting, place: Place) -> None:
        """Open the article at `place`, which `sitting` is in."""
        self._context: Context | None = None
        self._claim = 1
        self._mark: int | None = None
        super().__init__(store, sitting, place)

    def arrive(self) -> None:
        """Begin to look at the current sentence, at its first claim."""
        super().arrive()
        self._claim = 1

    @property
    def claim_number(self) -> int:
        """Which claim of the current sentence is chosen, from 1."""
        return self._claim

    @property
    def claim(self) -> ClaimId:
        """The chosen claim of the sentence under the cursor, there or not yet."""
        return claim_id(self.current.sentence.id, self._claim)

    @property
    def claim_review(self) -> ClaimReview | None:
        """The chosen claim with what is decided on it, if it is there."""
        return next((claim for claim in self.current.claims if claim.id == self.claim), None)

    def choose_claim(self, number: int) -> None:
        """Choose a claim of the current sentence by its number, there or not yet."""
        self._claim = number

    def next_claim(self) -> bool:
        """Choose the next claim, after the last the first; False if there is one only."""
        numbers = [number_of(claim.id) for claim in self.current.claims] or [1]
        later = [number for number in numbers if number > self._claim]
        self._claim = later[0] if later else numbers[0]
        return len(numbers) > 1

    @property
    def upcoming_claim(self) -> int:
        """The number that a further claim of the current sentence would get."""
        known = self.store.reviews.claims_in(
            self.document, self.current.sentence, self.author.reviewer
        )
        return max(number_of(claim.id) for claim in known) + 1

    @property
    def circumstances(self) -> Circumstances:
        """How the reviewer has looked at the current sentence."""
        duration = round((monotonic() - self.arrived) * 1000)
        return Circumstances(duration_ms=duration, context_shown=self.context is not Context.HIDDEN)

    @property
    def context(self) -> Context:
        """How the other sentences are shown: dimmed as long as sentences have to be tagged."""
        if self._context is not None:
            return self._context
        tagging = self.passing is Pass.TAGS and self.progress.undecided
        return Context.DIMMED if tagging else Context.SHOWN

    def change_context(self) -> None:
        """Show the other sentences in the next way."""
        self._context = self.context.following

    def mark(self) -> None:
        """Begin a range at the current sentence, or give one up that was begun."""
        self._mark = self.cursor if self._mark is None else None

    @property
    def chosen(self) -> range:
        """The indexes of the sentences that the next decision is for."""
        first, last = sorted((self.cursor, self.cursor if self._mark is None else self._mark))
        return range(first, last + 1)

    @property
    def is_marking(self) -> bool:
        """Whether a range is begun."""
        return self._mark is not None

    @property
    def sentences(self) -> list[SentenceId]:
        """The sentences that the next decision is for, by id."""
        return [self.reviews[index].sentence.id for index in self.chosen]

    def decide(self, act: Callable[[], Decisions], then: int | None = None) -> None:
        """Save what `act` decides together with the place after it, and only then move.

        It may decide on all that is chosen; a range ends with it.
        """
        then = self.cursor if then is None else then
        chosen = self.chosen
        with going_to(self.store, self.sitting, self.place_at(then)):
            act()
        self._mark = None
        self.refresh(chosen)
        self.cursor = then

    def reshape(self, act: Callable[[], Decisions]) -> None:
        """Save what `act` decides about more than these sentences, and read the article again."""
        with going_to(self.store, self.sitting, self.place_at(self.cursor)):
            act()
        self._mark = None
        self.reopen()

    def undo(self) -> Decisions:
        """Take back the reviewer's last act and go where it was; raises NothingToUndo."""
        return self._follow(deciding.undo)

    def redo(self) -> Decisions:
        """Bring back what the last undo took back and go where it was; raises NothingToUndo."""
        return self._follow(deciding.redo)

    def _follow(self, act: Callable[[Store, Author], Decisions]) -> Decisions:
        """Let `act` decide, and go to the sentence that it is about."""
        with self.store.transaction():
            decisions = act(self.store, self.author)
            abouts = [about for d in decisions if (about := self._about(d))]
            span = span_of(self._main(abouts))
            there = self.place_at(self.cursor).model_copy(
                update={"document": span.document, "offset": span.start}
            )
            place = followed(self.store, there)
            self.store.sittings.move(self.sitting, place)
        self._mark = None
        here = place.document == self.document.id and all(map(self._is_here, abouts))
        if not here or any(decision.kind in _RESHAPING for decision in decisions):
            self.open(self.document_at(place), place.offset)
        else:
            self.refresh({self.index_of(span_of(about).start) for about in abouts})
            self.cursor = self.index_of(place.offset)
        return decisions

    def _about(self, decision: Decision) -> str:
        """Return what a decision was about, by id; evidence that was cleared knows no claim."""
        if decision.about or decision.kind is not Kind.EVIDENCE:
            return decision.about
        value = self.store.journal.current(Kind.EVIDENCE, decision.subject, "")
        return value.claim if isinstance(value, Evidence) else ""

    def _main(self, abouts: Sequence[str]) -> str:
        """Return where to go after an act: to what it was about last, here if anywhere here."""
        here = list(filter(self._is_here, abouts))
        return [self.current.sentence.id, *abouts, *here][-1]

    def _is_here(self, about: str) -> bool:
        return span_of(about).document == self.document.id
