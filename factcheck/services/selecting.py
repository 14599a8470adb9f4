"""The articles that leave the program, as a selection and a view leave them, one at a time."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Final, NamedTuple

from factcheck.domain.archive.records import Record
from factcheck.domain.document import Document
from factcheck.domain.errors import NotFound
from factcheck.domain.identity import DocumentId, SentenceId
from factcheck.domain.scales.scales import Scales
from factcheck.domain.scheme.scheme import Scheme
from factcheck.domain.selection import Selection
from factcheck.services.archived import records_of
from factcheck.services.ledger import Ledger
from factcheck.services.reporting import (
    ReportedArticle,
    ReportedClaim,
    ReportedSentence,
    reported,
    unchecked,
)
from factcheck.services.viewing import in_view, of_reviewers
from factcheck.store.store import Store

_NONE_YET: Final = dict.fromkeys(("tags", "claims", "verdicts", "evidence"), 0)
"""What is counted where there are sentences, also where nothing was said of any."""


class Selected:
    """The articles of a selection; each pass over them reads them anew, one at a time.

    The text of an article is always whole, so that offsets hold; what is not selected is missing
    among its sentences and claims.
    """

    def __init__(
        self, store: Store, selection: Selection, ledger: Ledger, *, linted: bool = False
    ) -> None:
        """Read from `store` what `selection` lets through, and count it in `ledger`.

        Only where they are to be `linted` is it looked up what the linter objects to.
        """
        self._store = store
        self._selection = selection
        self._ledger = ledger
        self._read = _reported if linted else unchecked
        self._recent: frozenset[SentenceId] = frozenset()

    def __iter__(self) -> Iterator[ReportedArticle]:
        """Yield each article that has anything selected in it."""
        self._ledger.begin()
        chosen = self._selection
        if chosen.articles:
            others = len(self._store.documents) - len(chosen.articles)
            self._ledger.pass_over("articles", "not named", max(0, others))
        if chosen.since:
            self._recent = self._store.journal.sentences_since(chosen.since, chosen.reviewers)
        for article in self._read(self._store, documents_of(self._store, chosen)):
            sentences = tuple(filter(None, map(self._sentence, article.sentences)))
            if sentences:
                self._ledger.selected.update(_NONE_YET)
            if sentences or not article.sentences:
                self._ledger.selected["articles"] += 1
                yield article._replace(sentences=sentences, reviewers=self._named(article))
            else:
                self._ledger.pass_over("articles", "nothing in them is selected")

    def _named(self, article: ReportedArticle) -> tuple[str, ...]:
        wanted = self._selection.reviewers
        return tuple(name for name in article.reviewers if not wanted or name in wanted)

    def _sentence(self, whole: ReportedSentence) -> ReportedSentence | None:
        """Return what is selected of a sentence, if anything is."""
        chosen = self._selection
        sentence = of_reviewers(whole, chosen.reviewers)
        if whole.tags:
            self._count_others(whole, sentence)
        if sentence.claims:
            claims = tuple(filter(self._is_claim_wanted, sentence.claims))
            sentence = sentence._replace(claims=claims)
        reason = self._reason_against(sentence)
        if reason:
            self._ledger.pass_over("sentences", reason)
            return None
        shown = in_view(sentence, chosen.view)
        self._count(sentence, shown)
        return shown

    def _is_claim_wanted(self, claim: ReportedClaim) -> bool:
        wanted = not self._selection.states or claim.state in self._selection.states
        self._ledger.pass_over("claims", "of another state", number=not wanted)
        return wanted

    def _reason_against(self, sentence: ReportedSentence) -> str:
        """Return why a sentence is left out; empty where it is not."""
        chosen = self._selection
        if chosen.states and not sentence.claims:
            return "no claim of that state"
        if chosen.tags and not {said.value.tag for said in sentence.tags.values()} & {*chosen.tags}:
            return "another tag, or none"
        if chosen.since and sentence.sentence.id not in self._recent:
            return "nothing decided since"
        return ""

    def _count_others(self, whole: ReportedSentence, sentence: ReportedSentence) -> None:
        """Count what is left out because it is somebody else's."""
        tags = len(whole.tags) - len(sentence.tags)
        verdicts = sum(len(claim.verdicts) for claim in whole.claims)
        kept = sum(len(claim.verdicts) for claim in sentence.claims)
        self._ledger.pass_over("tags", "of other reviewers", tags)
        self._ledger.pass_over("verdicts", "of other reviewers", verdicts - kept)

    def _count(self, before: ReportedSentence, shown: ReportedSentence) -> None:
        selected = self._ledger.selected
        selected["sentences"] += 1
        if not before.tags and not before.claims:
            return
        selected["tags"] += len(shown.tags)
        selected["claims"] += len(shown.claims)
        selected["verdicts"] += sum(map(_count_verdicts, shown.claims))
        selected["evidence"] += sum(len(claim.claim.evidence) for claim in shown.claims)
        self._ledger.states.update(claim.state for claim in shown.claims)
        differ = "reviewers differ"
        self._ledger.pass_over("tags", differ, number=bool(before.tags and not shown.tags))
        self._ledger.pass_over("claims", differ, len(before.claims) - len(shown.claims))
        judged = sum(map(_is_judged, before.claims)) - sum(map(_is_judged, shown.claims))
        self._ledger.pass_over("verdicts", differ, judged)


class Export(NamedTuple):
    """What a format is written from."""

    articles: Selected
    """Can be passed over as often as a format needs."""
    selection: Selection
    scheme: Scheme
    scales: Scales
    ledger: Ledger
    """Where a format says what it left out, changed or objects to."""
    records: Callable[[], Iterator[Record]]
    """Returns all that is kept, history included, as the selection leaves it."""


def exported(store: Store, selection: Selection, *, linted: bool = False) -> Export:
    """Return what leaves the program by `selection`."""
    ledger = Ledger()

    def selected(names: Sequence[DocumentId] = selection.articles) -> Selected:
        chosen = selection.model_copy(update={"articles": tuple(names)})
        return Selected(store, chosen, ledger, linted=linted)

    return Export(
        articles=selected(),
        selection=selection,
        scheme=store.schemes.in_force(),
        scales=store.schemes.scales(),
        ledger=ledger,
        records=lambda: records_of(store, selection, selected),
    )


def refuse_unknown(store: Store, reviewers: Iterable[str]) -> None:
    """Raise NotFound for a name under which nobody has decided anything."""
    known = store.journal.reviewers()
    for name in reviewers:
        if name.strip() and name.strip() not in known:
            names = ", ".join(known) or "nobody yet"
            raise NotFound(f"nobody called {name!r} has decided anything: these have: {names}")


def documents_of(store: Store, selection: Selection) -> Iterator[Document]:
    """Yield the articles of a selection, in the order in which they are listed or named."""
    if not selection.articles:
        yield from store.documents.all()
    found = (store.documents.with_id(name) for name in selection.articles)
    yield from (document for document in found if document)


def _reported(store: Store, documents: Iterable[Document]) -> Iterator[ReportedArticle]:
    return (reported(store, document) for document in documents)


def _is_judged(claim: ReportedClaim) -> bool:
    return _count_verdicts(claim) > 0


def _count_verdicts(claim: ReportedClaim) -> int:
    return len(claim.verdicts) + (claim.adjudication is not None)
