"""One open article, and the place in it where the reviewer is."""

import re
from bisect import bisect_right
from collections.abc import Collection, Sequence
from time import monotonic
from typing import Final

from factcheck.domain.decision import Author, Origin
from factcheck.domain.document import Document, Sentence
from factcheck.domain.errors import NotFound, NotSaved
from factcheck.domain.identity import DocumentId, SentenceId, span_of
from factcheck.domain.review import Progress, SentenceReview, progress_of
from factcheck.domain.scales.scale import Scale
from factcheck.domain.sitting import Place, Sitting
from factcheck.domain.walking import words_pattern
from factcheck.services.articles import review_of
from factcheck.services.following import followed, followed_sentence
from factcheck.services.rechecking import edited_words
from factcheck.store.store import Store

_FEW: Final = 50
"""Sentences that are read faster one by one than with all that stands in a long article."""


class OpenArticle:
    """An article with everything the reviewer sees on it, in its newest version."""

    def __init__(self, store: Store, sitting: Sitting, place: Place) -> None:
        """Open the article at `place`, which `sitting` is in."""
        self.store = store
        self.sitting = sitting
        self.author = Author.model_construct(
            reviewer=sitting.reviewer, session=sitting.id, origin=Origin.KEY
        )
        self.search = place.filter
        self.passing = place.passing
        self._version = store.version
        self._standing: frozenset[tuple[SentenceId, str]] = frozenset()
        self._cursor = 0
        self.arrived = monotonic()
        """When the cursor came to the current sentence, in seconds."""
        self._left_at: dict[str, int] = {}
        self.open_at(place)

    @property
    def cursor(self) -> int:
        """The index of the current sentence."""
        return self._cursor

    @cursor.setter
    def cursor(self, index: int) -> None:
        if index != self._cursor:
            self._cursor = index
            self.arrive()

    def arrive(self) -> None:
        """Begin to look at the current sentence."""
        self.arrived = monotonic()

    @property
    def current(self) -> SentenceReview:
        """The sentence under the cursor."""
        return self.reviews[self.cursor]

    @property
    def scale(self) -> Scale:
        """The scale that verdicts are given on."""
        return self.store.schemes.in_force().scale

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
    def pattern(self) -> re.Pattern[str] | None:
        """What finds the words searched for, if there are any."""
        return words_pattern(self.search)

    def go_to(self, sentence: SentenceId) -> None:
        """Go to a sentence in any article."""
        span = span_of(sentence)
        self.open_at(Place(document=span.document, offset=span.start))
        self.arrive()

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

    def turn(self, step: int) -> None:
        """Go to the next (1) or previous (-1) article; raises NotFound at either end."""
        documents = self.store.documents
        found = documents.after(self.document) if step > 0 else documents.before(self.document)
        if found is None:
            raise NotFound(f"this is the {'last' if step > 0 else 'first'} article")
        self.turn_to(found.id)

    def turn_to(self, name: DocumentId) -> None:
        """Go to another article, to where it was left in this sitting or to what is undecided."""
        document = self.document_at(Place(document=name, offset=0))
        self._left_at[self.document.id] = self.current.sentence.start
        self.open(document, self._left_at.get(document.id))
        self.arrive()

    def keep_place(self) -> None:
        """Keep the place as where the sitting is now, unless another program is writing."""
        with self.store.without_waiting():
            self.store.sittings.move(self.sitting, self.place_at(self.cursor))

    def reload_if_changed(self) -> bool:
        """Read the article again if another program wrote to the database; return whether."""
        version = self.store.version
        changed = version != self._version
        if changed:
            self._version = version
            self._catch_up()
        return changed

    def _catch_up(self) -> None:
        """Read what another program has decided; all of it only where the article is cut anew."""
        place = followed(self.store, self.place_at(self.cursor))
        document = self.document_at(place)
        if document.id != self.document.id or self.store.reviews.cuts_in(document) != self._cuts:
            self.open(document, place.offset)
            return
        self._look_at(document)
        standing = self.store.reviews.standing_in(document, self.author.reviewer)
        decided = {sentence for sentence, _ in standing ^ self._standing}
        self._standing = standing
        self.refresh({self.index_of(span_of(sentence).start) for sentence in decided})

    def reopen(self) -> None:
        """Read the article again, in its newest version; the cursor stays on its words."""
        self.open_at(self.place_at(self.cursor))

    def open_at(self, place: Place) -> None:
        """Open the newest version of an article at the words that were at `place`."""
        place = followed(self.store, place)
        self.open(self.document_at(place), place.offset)

    def document_at(self, place: Place) -> Document:
        """Return the article of a place; raises NotFound where another database holds it."""
        document = self.store.documents.with_id(place.document)
        if document is None:
            raise NotFound("the article is not in this database: `factcheck list` shows what is")
        return document

    def open(self, document: Document, offset: int | None) -> None:
        """Lay `document` out with the cursor at `offset`, or at its first undecided sentence."""
        self._look_at(document)
        self._read()
        if offset is None:
            undecided = (i for i, review in enumerate(self.reviews) if review.tag is None)
            self.cursor = next(undecided, 0)
        else:
            self.cursor = self.index_of(offset)

    def _read(self) -> None:
        """Read what is decided on the whole article."""
        self._cuts = self.store.reviews.cuts_in(self.document)
        self._standing = frozenset()
        article = review_of(self.store, self.document, self.author.reviewer)
        self.reviews: list[SentenceReview] = list(article.sentences)
        self.progress: Progress = article.progress
        self._starts = [review.sentence.start for review in self.reviews]

    def _look_at(self, document: Document) -> None:
        """Take up a document, with what is known of it beside what is decided on its sentences."""
        self.document = document
        self.article_place = (self.store.documents.place_of(document), len(self.store.documents))
        self._edited = edited_words(self.store, document)

    def refresh(self, indexes: Collection[int]) -> None:
        """Read again what is decided on some sentences, and count them anew."""
        before = [self.reviews[index] for index in indexes]
        after = self._reviewed([review.sentence for review in before])
        for index, review in zip(indexes, after, strict=True):
            self.reviews[index] = review
        self.progress = self.progress.with_change(progress_of(before), progress_of(after))

    def _reviewed(self, sentences: Sequence[Sentence]) -> Sequence[SentenceReview]:
        reviews, reviewer = self.store.reviews, self.author.reviewer
        if len(sentences) > _FEW:
            return reviews.of_article(self.document, sentences, reviewer)
        return [reviews.of_sentence(self.document, sentence, reviewer) for sentence in sentences]

    def index_of(self, offset: int) -> int:
        """Return the index of the sentence that holds `offset`, in code points."""
        return max(0, bisect_right(self._starts, offset) - 1)

    def place_at(self, index: int) -> Place:
        """Return the place of the sentence with that index."""
        return Place(
            document=self.document.id,
            offset=self.reviews[index].sentence.start,
            filter=self.search,
            passing=self.passing,
        )
