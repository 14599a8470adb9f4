"""Take what files of other tools say: all of it or nothing, and nothing twice."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain
from typing import Final, NamedTuple

from factcheck.domain.decision import Author
from factcheck.domain.document import Document
from factcheck.domain.errors import FactcheckError, NotFound
from factcheck.domain.findings.claim import Claim
from factcheck.domain.findings.tagging import TagValue
from factcheck.domain.findings.verdict import Verdict
from factcheck.domain.identity import ClaimId, SentenceId, claim_id, sentence_of
from factcheck.domain.tag import Tag
from factcheck.reading.data.incoming import (
    Archived,
    Incoming,
    IncomingArticle,
    Refused,
    Remarked,
    Row,
    Statement,
    Words,
)
from factcheck.services.archiving import take_in
from factcheck.services.importing.articles import Articles, Place, refuse_broken
from factcheck.services.importing.pending import ON_SENTENCES, Pending
from factcheck.services.importing.report import ImportReport
from factcheck.services.importing.wordings import Wordings, plain
from factcheck.store.store import Store

_LONGEST_LIST: Final = 10_000
"""Sentences; longer lists become several articles, which open at once."""


class NamedRows(NamedTuple):
    """What one file says."""

    name: str
    """What the file is called."""
    rows: Iterable[Row]


class _NothingTaken(Exception):
    """Takes all back that was written, for something cannot be taken."""


def import_files(
    store: Store, author: Author, files: Iterable[NamedRows], *, partial: bool = False
) -> ImportReport:
    """Take what `files` say, for `author` where they name nobody else.

    Where a row cannot be taken nothing is, unless the good rows alone are wanted: `partial`.
    What stands already, or was imported before, is not taken again. Raises NotSaved.
    """
    report = ImportReport()
    try:
        with store.transaction():
            pending = Pending(store, report)
            for name, rows in files:
                begun, rows = _begun(_readable(rows))
                if begun and isinstance(begun[-1], Archived):
                    _take_archive(store, name, rows, report)
                else:
                    _Taking(store, author, name, pending, report).take(rows)
            if report.refused and not partial:
                raise _NothingTaken
            pending.record()
    except _NothingTaken:
        report.done = False
    return report


def _begun(rows: Iterator[Row]) -> tuple[list[Row], Iterator[Row]]:
    """Return the rows up to the first that can be taken, and all rows."""
    begun: list[Row] = []
    for row in rows:
        begun.append(row)
        if not isinstance(row, Refused | Remarked):
            break
    return begun, chain(begun, rows)


def _take_archive(store: Store, name: str, rows: Iterable[Row], report: ImportReport) -> None:
    """Take the records of an archive; whoever calls takes all back where one is refused."""
    records = (row for row in rows if not isinstance(row, Incoming))
    taken = take_in(store, records, partial=True)
    report.taken += taken.new
    report.known += taken.known
    report.articles += taken.articles.values()
    for line, reason in taken.refused:
        report.refuse(name, line, reason)
    for line, remark in taken.remarks:
        report.remark(name, line, remark)


class _Taking:
    """Takes what one file says."""

    def __init__(
        self, store: Store, author: Author, name: str, pending: Pending, report: ImportReport
    ) -> None:
        self._store = store
        self._name = name
        self._author = author
        self._pending = pending
        self._report = report
        self._articles = Articles(store, name)
        self._wordings = Wordings(store)
        self._alone: list[Incoming] = []

    def take(self, rows: Iterable[Row]) -> None:
        """Take all rows; those whose words stand in no article together, as a list."""
        for row in rows:
            match row:
                case Refused(line, reason):
                    self._report.refuse(self._name, line, reason)
                case Remarked(line, remark):
                    self._report.remark(self._name, line, remark)
                case Incoming():
                    self._try(row, self._take)
        self._take_alone()
        self._report.articles += [article.title for article in self._articles.made]

    def _try(self, row: Incoming, take: Callable[[Incoming], None]) -> None:
        try:
            take(row)
        except FactcheckError as error:
            self._report.refuse(self._name, row.line, str(error))

    def _take(self, row: Incoming) -> None:
        """Take a row, or keep it for a list; raises FactcheckError where it cannot be taken."""
        words = row.words
        refuse_broken(words.exact)
        if isinstance(words.article, IncomingArticle):
            article = self._articles.made_of(words.article)
            self._say(self._articles.place_of(words, article), row)
        elif place := self._place_here(words):
            self._say(place, row)
        elif claim := self._worded_so(words):
            self._say(Place((sentence_of(claim),)), row, claim)
        else:
            self._alone.append(row)

    def _place_here(self, words: Words) -> Place | None:
        """Return where words stand in the article that they name, None where they stand alone.

        Raises NotFound.
        """
        if not isinstance(words.article, str) or not words.article:
            return None
        article = self._article_of(words)
        try:
            if article is None:
                raise NotFound(
                    f"no article {words.page or words.article!r} here: "
                    "add it first (`factcheck add`), "
                    "or name it by its id or address"
                )
            return self._articles.place_of(words, article)
        except NotFound:
            if words.alone and words.exact.strip():
                return None
            raise

    def _article_of(self, words: Words) -> Document | None:
        """Return the article that words name, or the one at its address, if one is here."""
        name = words.article if isinstance(words.article, str) else ""
        named = self._articles.named(name) if name else None
        return named or (self._articles.named(words.page) if words.page else None)

    def _worded_so(self, words: Words) -> ClaimId | None:
        """Return the claim that has these words, wherever it is; raises NotFound without words."""
        if not words.exact.strip():
            raise NotFound("it does not say of which words: give an article and offsets, or a text")
        article = self._article_of(words)
        return self._wordings.find(words.exact, article.id if article else None)

    def _take_alone(self) -> None:
        """Make lists of the sentences that stand alone, and say of them what was said."""
        words: dict[str, str] = {}
        for row in self._alone:
            words.setdefault(plain(row.words.exact), row.words.exact.strip())
        lines, places = list(words.values()), {}
        for first in range(0, len(lines), _LONGEST_LIST):
            article = self._articles.list_of(lines[first : first + _LONGEST_LIST])
            for sentence in self._store.documents.sentences(article):
                places[plain(sentence.text)] = Place((sentence.id,))
        for row in self._alone:
            self._try(row, lambda row: self._say(places[plain(row.words.exact)], row))

    def _say(self, place: Place, row: Incoming, claim: ClaimId | None = None) -> None:
        """Let it be said of a place, or of the `claim` that stands there; raises FactcheckError."""
        statements = list(self._with_wording(place, row.said))
        if len(place.sentences) > 1 and not all(type(s.value) in ON_SENTENCES for s in statements):
            raise NotFound(
                f"its words run over {len(place.sentences)} sentences: "
                "merge them first (`factcheck merge`), or say it of one"
            )
        for sentence in place.sentences:
            meant = [(_claim_meant(sentence, claim, s), s) for s in statements]
            about = [(name, self._signed(s)) for name, s in meant if not self._known(name, s, row)]
            self._pending.refuse_contradiction(about)
            self._pending.refuse_if_published(sentence, about)
            for name, statement in about:
                told = self._pending.say(name, statement, by_wording=claim is not None)
                if told:
                    self._report.remark(self._name, row.line, told)

    def _with_wording(self, place: Place, said: Sequence[Statement]) -> Iterator[Statement]:
        """Yield what is said; of words that are part of a sentence, as of a claim of their own."""
        tags = (s for s in said if isinstance(s.value, TagValue) and s.value.tag is Tag.CLAIM)
        tag = next(tags, None)
        worded = any(isinstance(statement.value, Claim) for statement in said)
        if not (place.part and tag) or worded:
            yield from said
            return
        number = self._pending.number_of(place.sentences[0], place.part)
        yield from (s._replace(claim=number) if s.claim == 1 else s for s in said)
        yield Statement(Claim(text=place.part), tag.reviewer, number)

    def _known(self, claim: ClaimId, statement: Statement, row: Incoming) -> bool:
        """Whether a statement gives way to what was said already: a guess, or nobody's verdict."""
        value = statement.value
        if isinstance(value, TagValue) and row.supposed:
            author = self._signed(statement).reviewer
            return self._pending.is_tagged(author, sentence_of(claim))
        unsigned = type(value) is Verdict and not statement.reviewer
        return unsigned and self._pending.is_judged_so(claim, value)

    def _signed(self, statement: Statement) -> Statement:
        """Return a statement with who says it; raises InvalidValue for what is no name."""
        reviewer = statement.reviewer.strip()
        author = Author.of(reviewer=reviewer) if reviewer else self._author
        return statement._replace(reviewer=author.reviewer)


def _readable(rows: Iterable[Row]) -> Iterator[Row]:
    """Yield the rows, and why they end if the rest cannot be read."""
    try:
        yield from rows
    except FactcheckError as error:
        yield Refused(0, str(error))


def _claim_meant(sentence: SentenceId, found: ClaimId | None, statement: Statement) -> ClaimId:
    """Return which claim of a sentence is meant; the first is the one that was found, if any."""
    return found if found and statement.claim == 1 else claim_id(sentence, statement.claim)
