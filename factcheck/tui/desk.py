"""What lies on the reviewer's desk: one open article, a place in it, and how to decide on it."""

import re
from bisect import bisect_right
from collections.abc import Callable
from typing import Final

from factcheck.domain.carrying.dividing import Part
from factcheck.domain.decision import Author, Decision, Kind, Origin
from factcheck.domain.document import Document
from factcheck.domain.errors import NotFound, NotSaved
from factcheck.domain.finding import Evidence
from factcheck.domain.identity import ClaimId, SentenceId, claim_id, span_of
from factcheck.domain.review import Progress, SentenceReview, progress_of
from factcheck.domain.scale import GOOGLE5, Scale
from factcheck.domain.sitting import Place, Sitting
from factcheck.domain.tag import Tag
from factcheck.domain.walking import words_pattern
from factcheck.services import boundaries, deciding
from factcheck.services.articles import review_of
from factcheck.services.following import followed, followed_sentence
from factcheck.services.rechecking import Recheck, edited_words, rechecks
from factcheck.services.sittings import going_to
from factcheck.store.store import Store

Decisions = tuple[Decision, ...]

_RESHAPING: Final = {Kind.CUT, Kind.PARTICULARS, Kind.ANCHOR}
"""What changes more of the article than one sentence."""


class Desk:
    """One article under review; every decision is saved before the cursor moves.

    Methods that decide raise NotSaved, and then nothing has changed.
    """

    def __init__(self, store: Store, sitting: Sitting, place: Place) -> None:
        """Open the article at `place`, which `sitting` is in."""
        self.store = store
        self.sitting = sitting
        self.author = Author(reviewer=sitting.reviewer, session=sitting.id, origin=Origin.KEY)
        self.scale: Scale = GOOGLE5
        self.search = place.filter
        self._version = store.version
        self.cursor = 0
        self._left_at: dict[str, int] = {}
        self._open_at(place)

    @property
    def current(self) -> SentenceReview:
        """The sentence under the cursor."""
        return self.reviews[self.cursor]

    @property
    def where(self) -> str:
        """Where the cursor is, in words, and how much of the article is decided."""
        article, articles = self.article_place
        return (
            f"article {article} of {articles} · sentence {self.cursor + 1} of {len(self.reviews)}"
            f" · {self.progress.tagged} decided"
        )

    @property
    def where_in_short(self) -> str:
        """The same for a narrow terminal."""
        return f"{self.cursor + 1}/{len(self.reviews)} · {self.progress.tagged} decided"

    @property
    def claim(self) -> ClaimId:
        """The first claim of the sentence under the cursor, there or not yet."""
        return claim_id(self.current.sentence.id)

    @property
    def pattern(self) -> re.Pattern[str] | None:
        """What finds the words searched for, if there are any."""
        return words_pattern(self.search)

    def tag(self, tag: Tag | None) -> None:
        """Say what the current sentence is, and go on; None clears the tag and stays."""
        then = self.cursor if tag is None else min(self.cursor + 1, len(self.reviews) - 1)
        sentences = [self.current.sentence.id]
        self._decide(lambda: deciding.tag(self.store, self.author, sentences, tag), then)

    def judge(self, place: int) -> None:
        """Judge the current claim by a rating's place on the scale, from 1; raises NotFound."""
        if not 1 <= place <= len(self.scale.ratings):
            raise NotFound(f"the scale has no rating {place}: it has {len(self.scale.ratings)}")
        rating = self.scale.ratings[place - 1].key
        self._decide(lambda: deciding.judge(self.store, self.author, self.claim, rating))

    def claim_fields(self) -> dict[str, str]:
        """Return what stands of the current claim and its verdict, by the names of the fields."""
        return deciding.claim_fields(self.store, self.author, self.claim)

    def describe_claim(self, fields: dict[str, str]) -> None:
        """Say text, claimant, date, rating or reasons of the current claim; the others stay."""
        self._decide(lambda: deciding.describe_claim(self.store, self.author, self.claim, **fields))

    def add_evidence(self, evidence: Evidence) -> None:
        """Add a source to the current claim."""
        self._decide(lambda: deciding.add_evidence(self.store, self.author, evidence))

    def note(self, text: str) -> None:
        """Write a note on the current sentence; an empty one clears it."""
        sentences = [self.current.sentence.id]
        self._decide(lambda: deciding.note(self.store, self.author, sentences, text))

    def flag(self, reason: str | None) -> None:
        """Flag a doubt about the current sentence; None clears it."""
        sentences = [self.current.sentence.id]
        self._decide(lambda: deciding.flag(self.store, self.author, sentences, reason))

    def split(self, offset: int, keep: Part | None) -> None:
        """Cut the current sentence in two at `offset` from its start, in code points.

        Raises UnclearPart where nobody said which part is to `keep` what was decided.
        """
        name = self.current.sentence.id
        self._reshape(lambda: boundaries.split(self.store, self.author, name, offset, keep))

    def merge(self) -> None:
        """Join the current sentence with the next one; raises NotFound after the last."""
        name = self.current.sentence.id
        self._reshape(lambda: boundaries.merge(self.store, self.author, name))

    def rechecks(self, *, archived: bool) -> list[Recheck]:
        """Return what is to be looked at again in all articles, or what is gone from them."""
        documents = self.store.documents.all()
        return list(rechecks(self.store, self.author.reviewer, documents, archived=archived))

    def recheck(self, act: Callable[[Store, Author], Decisions]) -> None:
        """Record what a human says of a changed sentence."""
        self._reshape(lambda: act(self.store, self.author))

    def go_to(self, sentence: SentenceId) -> None:
        """Go to a sentence in any article."""
        span = span_of(sentence)
        self._open_at(Place(document=span.document, offset=span.start))

    def go_back_to(self, sentence: SentenceId, words: str | None = None) -> None:
        """Go to where a sentence is now that something was begun on.

        Raises NotSaved if it is nowhere, or has other `words` where these matter.
        """
        now = followed_sentence(self.store, sentence)
        self.reload_if_changed()
        if now is not None and now != self.current.sentence.id:
            self.go_to(now)
        if now is None or words not in {None, self.current.sentence.text}:
            raise NotSaved(
                "not saved: the sentence was changed in the meantime: leave, what you typed is kept"
            )

    @property
    def edited_from(self) -> str | None:
        """The words of which the current sentence is the edited form, if a claim waits for it."""
        return self._edited.get(self.current.sentence.id) if self.current.unjudged else None

    def undo(self) -> Decisions:
        """Take back the reviewer's last act and go where it was; raises NothingToUndo."""
        return self._follow(deciding.undo)

    def redo(self) -> Decisions:
        """Bring back what the last undo took back and go where it was; raises NothingToUndo."""
        return self._follow(deciding.redo)

    def turn(self, step: int) -> None:
        """Go to the next (1) or previous (-1) article; raises NotFound at either end."""
        documents = self.store.documents
        found = documents.after(self.document) if step > 0 else documents.before(self.document)
        if found is None:
            raise NotFound(f"this is the {'last' if step > 0 else 'first'} article")
        self._left_at[self.document.id] = self.current.sentence.start
        self._open(found, self._left_at.get(found.id))

    def keep_place(self) -> None:
        """Keep the place as where the sitting is now, unless another program is writing."""
        with self.store.without_waiting():
            self.store.sittings.move(self.sitting, self._place(self.cursor))

    def reload_if_changed(self) -> bool:
        """Read the article again if another program wrote to the database; return whether."""
        version = self.store.version
        changed = version != self._version
        if changed:
            self._version = version
            self._reopen()
        return changed

    def _decide(self, act: Callable[[], Decisions], then: int | None = None) -> None:
        """Save what `act` decides together with the place after it, and only then move."""
        then = self.cursor if then is None else then
        with going_to(self.store, self.sitting, self._place(then)):
            act()
        self._refresh(self.cursor)
        self.cursor = then

    def _reshape(self, act: Callable[[], Decisions]) -> None:
        """Save what `act` decides about more than one sentence, and read the article again."""
        with going_to(self.store, self.sitting, self._place(self.cursor)):
            act()
        self._reopen()

    def _reopen(self) -> None:
        """Read the article again, in its newest version; the cursor stays on its words."""
        self._open_at(self._place(self.cursor))

    def _open_at(self, place: Place) -> None:
        """Open the newest version of an article at the words that were at `place`."""
        place = followed(self.store, place)
        self._open(self._document(place), place.offset)

    def _follow(self, act: Callable[[Store, Author], Decisions]) -> Decisions:
        """Let `act` decide, and go to the sentence that it is about."""
        with self.store.transaction():
            decisions = act(self.store, self.author)
            span = span_of(next(d.about for d in reversed(decisions) if d.about))
            there = Place(document=span.document, offset=span.start, filter=self.search)
            place = followed(self.store, there)
            self.store.sittings.move(self.sitting, place)
        if (
            place.document != span.document
            or place.document != self.document.id
            or any(decision.kind in _RESHAPING for decision in decisions)
        ):
            self._open(self._document(place), place.offset)
        else:
            for decision in decisions:
                self._refresh(self._index_of(span_of(decision.about).start))
            self.cursor = self._index_of(place.offset)
        return decisions

    def _document(self, place: Place) -> Document:
        document = self.store.documents.with_id(place.document)
        if document is None:
            raise NotFound("the article is not in this database: `factcheck list` shows what is")
        return document

    def _open(self, document: Document, offset: int | None) -> None:
        """Lay `document` out with the cursor at `offset`, or at its first undecided sentence."""
        self.document = document
        self.article_place = (self.store.documents.place_of(document), len(self.store.documents))
        self._read()
        if offset is None:
            undecided = (i for i, review in enumerate(self.reviews) if review.tag is None)
            self.cursor = next(undecided, 0)
        else:
            self.cursor = self._index_of(offset)

    def _read(self) -> None:
        """Read what is decided on the whole article."""
        article = review_of(self.store, self.document, self.author.reviewer)
        self.reviews: list[SentenceReview] = list(article.sentences)
        self.progress: Progress = article.progress
        self._starts = [review.sentence.start for review in self.reviews]
        self._edited = edited_words(self.store, self.document)

    def _refresh(self, index: int) -> None:
        """Read again what is decided on one sentence, and count it anew."""
        before = self.reviews[index]
        after = self.store.reviews.of_sentence(self.document, before.sentence, self.author.reviewer)
        self.reviews[index] = after
        self.progress = self.progress.with_change(progress_of([before]), progress_of([after]))

    def _index_of(self, offset: int) -> int:
        return max(0, bisect_right(self._starts, offset) - 1)

    def _place(self, index: int) -> Place:
        return Place(
            document=self.document.id,
            offset=self.reviews[index].sentence.start,
            filter=self.search,
        )
