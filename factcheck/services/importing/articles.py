"""The articles and sentences that a file's words stand in, found here or made of the file."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Final, NamedTuple

from factcheck.domain.clock import now, timestamp
from factcheck.domain.display import counted
from factcheck.domain.document import Document, Segment
from factcheck.domain.errors import InvalidValue, NotFound
from factcheck.domain.identity import DocumentId, SentenceId, document_id, span_of
from factcheck.domain.particulars import Particulars
from factcheck.domain.role import Role
from factcheck.reading.data.incoming import IncomingArticle, Words
from factcheck.reading.language import language_of
from factcheck.reading.sentences import segmenter, segments
from factcheck.reading.spans import segments_at
from factcheck.reading.title import title_of
from factcheck.services.articles import article_named
from factcheck.services.following import followed_sentence, words_at
from factcheck.services.importing.spans import Stretch, stretch_of
from factcheck.store.readings import Reading
from factcheck.store.store import Store
from factcheck.store.wordings import LIST

_ARTICLES_REMEMBERED: Final = 8
"""Rows come article by article."""


class Place(NamedTuple):
    """Where words stand."""

    sentences: tuple[SentenceId, ...]
    part: str = ""
    """The words, where they are only a part of their sentence."""


class _Cut(NamedTuple):
    """The sentences of an article, as it is cut now."""

    sentences: tuple[SentenceId, ...]
    starts: Sequence[int]
    ends: Sequence[int]
    only: Mapping[str, int]
    """Which sentence has these words, of those that stand there once; they are numbered from 0."""


class Articles:
    """Finds and makes the articles that one file speaks of."""

    def __init__(self, store: Store, name: str) -> None:
        """Look in `store`, and make articles from the file called `name`."""
        self._store = store
        self._name = name
        self._of_text: dict[str, Document] = {}
        self._cut = lru_cache(maxsize=_ARTICLES_REMEMBERED)(self._read)
        self._called = lru_cache(maxsize=1000)(self._find)
        self.made: list[Document] = []
        """The articles that were not here before, in their order."""

    def named(self, name: str) -> Document | None:
        """Return the article that a file calls so, if it is here: by id, address, source, title."""
        return self._called(name)

    def place_of(self, words: Words, article: Document) -> Place:
        """Return where `words` stand in `article`; raises NotFound."""
        cut = self._cut(article)
        only = cut.only.get(words.exact) if words.start is None else None
        if only is not None:  # a look at each would read the whole article for each row
            return Place((self._named_now(article, cut.sentences[only]),))
        stretch = stretch_of(words, article.text)
        first = max(0, bisect_right(cut.starts, stretch.start) - 1)
        last = max(first, bisect_right(cut.starts, stretch.end - 1) - 1)
        touched = [
            number
            for number in range(first, last + 1)
            if number < len(cut.starts)
            and cut.starts[number] < stretch.end
            and stretch.start < cut.ends[number]
        ]
        if not touched:
            raise NotFound("its offsets are between the article's sentences: correct them")
        whole = Stretch(cut.starts[touched[0]], cut.ends[touched[-1]])
        names = tuple(self._named_now(article, cut.sentences[number]) for number in touched)
        return Place(names, _part(article.text, stretch, whole))

    def made_of(self, article: IncomingArticle) -> Document:
        """Return the article that came with the file; it is kept if it was not here."""
        if article.text not in self._of_text:
            self._of_text[article.text] = self._kept(article, "article")
        return self._of_text[article.text]

    def list_of(self, lines: Sequence[str]) -> Document:
        """Return an article of sentences that have nothing to do with each other, in order."""
        starts, length = [], 0
        for line in lines:
            starts.append(length)
            length += len(line) + len("\n\n")
        title = Particulars(title=f"{self._name}, {counted(len(lines), 'sentence')}")
        return self._kept(IncomingArticle("\n\n".join(lines), title, tuple(starts)), LIST)

    def _kept(self, article: IncomingArticle, form: str) -> Document:
        refuse_broken(article.text)
        name = document_id(article.text)
        known = self._store.documents.with_id(name)
        if known:
            return known
        if not article.text.strip():
            raise NotFound("its article has no text: nothing can be said of it")
        said = article.particulars
        language = said.language or language_of(article.text)
        title = said.title or title_of(article.text)
        document = Document(
            **said.model_dump(exclude={"title", "language"}),
            title=title,
            language=language,
            id=name,
            number=0,
            source=self._name,
            text=article.text,
            added=timestamp(now()),
        )
        cut = _segments(article, language)
        kept = self._store.documents.add(document, cut, segmenter=segmenter())
        self._store.readings.keep(_reading(kept, form))
        self.made.append(kept)
        return kept

    def _read(self, document: Document) -> _Cut:
        sentences = list(self._store.documents.sentences(document))
        times = Counter(sentence.text for sentence in sentences)
        return _Cut(
            tuple(sentence.id for sentence in sentences),
            [sentence.start for sentence in sentences],
            [sentence.end for sentence in sentences],
            {s.text: place for place, s in enumerate(sentences) if times[s.text] == 1},
        )

    def _named_now(self, article: Document, sentence: SentenceId) -> SentenceId:
        return self._newest(sentence) if article.replaced_by else sentence

    def _newest(self, sentence: SentenceId) -> SentenceId:
        """Return the same sentence in the newest version of its article; raises NotFound."""
        followed = followed_sentence(self._store, sentence)
        if followed is None or self._words_of(followed).split() != self._words_of(sentence).split():
            raise NotFound("its sentence is not the same in the newest version of the article")
        return followed

    def _words_of(self, sentence: SentenceId) -> str:
        document = self._store.documents.with_id(span_of(sentence).document)
        return words_at(document, sentence) if document else ""

    def _find(self, name: str) -> Document | None:
        known = self._store.documents.with_id(DocumentId(name))
        if known:
            return known
        found = self._store.documents.described_as(name)
        if len(found) > 1:
            raise NotFound(f"{name!r} is what several articles are called: name it by its id")
        if found:
            return found[0]
        try:
            return article_named(self._store, name) if not name.isdecimal() else None
        except NotFound:
            return None


def _segments(article: IncomingArticle, language: str) -> list[Segment]:
    if article.starts is None:
        return list(segments(article.text, language))
    starts = sorted({0, *article.starts} if article.text[:1].strip() else {*article.starts})
    within = (start for start in starts if 0 <= start < len(article.text.rstrip()))
    return list(segments_at(article.text, ((start, Role.BODY) for start in within)))


def _part(text: str, stretch: Stretch, whole: Stretch) -> str:
    """Return the words of a stretch; empty where they are all there are but marks and space."""
    rest = text[whole.start : stretch.start] + text[stretch.end : whole.end]
    return text[stretch.start : stretch.end] if any(map(str.isalnum, rest)) else ""


def _reading(document: Document, form: str) -> Reading:
    origin = f"import://{form}/{document.id}"
    return Reading(origin, document.id, timestamp(now()), form, "", "")


def refuse_broken(text: str) -> None:
    """Raise InvalidValue for text that is no Unicode, which no database can hold."""
    try:
        text.encode()
    except UnicodeEncodeError:
        raise InvalidValue("holds a character that is not Unicode: correct it") from None
