"""Whether evidence still stands: sources kept as they are, and looked at again later."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from operator import attrgetter
from typing import Final, NamedTuple

from factcheck.domain.decision import Kind
from factcheck.domain.document import Document
from factcheck.domain.errors import InvalidReference, MissingExtra, Unreadable
from factcheck.domain.findings.evidence import Evidence
from factcheck.domain.identity import ClaimId, EvidenceId, number_of, sentence_of, span_of
from factcheck.domain.reference import parse_reference
from factcheck.domain.verification import Finding, Look, look
from factcheck.reading.web.fetching import Page, fetch, make_ready
from factcheck.reading.web.visible_text import visible_text
from factcheck.services.articles import article_named, articles_named
from factcheck.services.places import Places
from factcheck.services.references import find
from factcheck.store.snapshots import Snapshot
from factcheck.store.store import Store

_AT_ONCE: Final = 4
"""Pages fetched at a time: most of the time is waiting, and more would trouble a small server."""
_AHEAD: Final = 8
"""Items for which pages are fetched before it is their turn, and kept until it was."""


class EvidenceItem(NamedTuple):
    """An evidence item, and how a user finds it."""

    reference: str
    """Its claim, as `1:7` or `1:7.2`."""
    number: int
    """Which item of the claim it is, from 1."""
    id: EvidenceId
    evidence: Evidence


class Verification(NamedTuple):
    """What was found when an item's source was looked at again."""

    item: EvidenceItem
    finding: Finding
    detail: str


class _Seen(NamedTuple):
    """What a source says now, or why that cannot be known."""

    page: Page | None
    """None where it could not be read."""
    text: str
    problem: str = ""


def evidence_named(store: Store, names: Sequence[str], reviewer: str) -> list[EvidenceItem]:
    """Return the evidence in the articles, sentences and claims that are named, or in all.

    Raises InvalidReference and NotFound.
    """
    places = Places(store)
    named = [_named(store, places, name, reviewer) for name in names]
    if not names:
        named = [_in_article(store, places, article) for article in articles_named(store, ())]
    return list({item.id: item for items in named for item in items}.values())


def verify(
    store: Store, items: Iterable[EvidenceItem], *, allow_private: bool = False
) -> Iterator[Verification]:
    """Look at the source of each item that has an address, record and yield what was found.

    Raises MissingExtra and NotSaved.
    """

    online = [item for item in items if item.evidence.url]
    pages = _seen_at([item.evidence.url for item in online], allow_private=allow_private)
    for item, seen in zip(online, pages, strict=True):
        found = _looked_at(store, item, seen)
        store.snapshots.record(item.id, item.evidence.quote, found)
        yield Verification(item, found.finding, found.detail)


def snapshot_of(store: Store, url: str, *, allow_private: bool = False) -> Snapshot:
    """Keep what the page at `url` says now, and return it; raises Unreadable and NotSaved."""
    page = fetch(url, allow_private=allow_private)
    return _kept(store, url, page, visible_text(page))


def fetch_missing(
    store: Store, items: Iterable[EvidenceItem], *, allow_private: bool = False
) -> Iterator[str]:
    """Keep a snapshot of each source that has an address and none yet; yield what went wrong.

    Raises MissingExtra and NotSaved.
    """
    cited = dict.fromkeys(item.evidence.url for item in items if item.evidence.url)
    urls = [url for url in cited if not store.snapshots.is_kept(url)]
    for url, seen in zip(urls, _seen_at(urls, allow_private=allow_private), strict=True):
        if seen.page:
            _kept(store, url, seen.page, seen.text)
        else:
            yield f"{url}: {seen.problem}"


def _named(store: Store, places: Places, name: str, reviewer: str) -> list[EvidenceItem]:
    """Return the evidence in the article, sentences or claim that a user names."""
    try:
        parse_reference(name)
    except InvalidReference:
        return _in_article(store, places, article_named(store, name))
    target = find(store, name, reviewer)
    wanted = {review.sentence.id for review in target.sentences}
    items = _in_article(store, places, target.document)
    return [
        item
        for item in items
        if target.claim in {None, item.evidence.claim}
        and sentence_of(item.evidence.claim) in wanted
    ]


def _in_article(store: Store, places: Places, article: Document) -> list[EvidenceItem]:
    """Return all evidence in an article, in the order of its claims."""
    standing = [d for d in store.standing.on(article.id) if d.kind is Kind.EVIDENCE]
    claims: dict[ClaimId, list[EvidenceItem]] = defaultdict(list)
    for decision in sorted(standing, key=attrgetter("subject")):
        if isinstance(decision.value, Evidence):
            items = claims[decision.value.claim]
            name, number = EvidenceId(decision.subject), len(items) + 1
            items.append(EvidenceItem(places.of(decision), number, name, decision.value))
    return [item for claim in sorted(claims, key=_place) for item in claims[claim]]


def _place(claim: ClaimId) -> tuple[int, int]:
    return span_of(claim).start, number_of(claim)


def _seen_at(urls: Sequence[str], *, allow_private: bool) -> Iterator[_Seen]:
    """Yield what each address says, in order; raises MissingExtra."""
    coming: dict[str, Future[Page]] = {}
    make_ready()
    pool = ThreadPoolExecutor(_AT_ONCE)
    try:
        for place, url in enumerate(urls):
            near = urls[place : place + _AHEAD]
            for other in near:
                if other not in coming:
                    coming[other] = pool.submit(fetch, other, allow_private=allow_private)
            yield _seen(coming[url])
            if url not in near[1:]:
                del coming[url]
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


def _seen(coming: Future[Page]) -> _Seen:
    try:
        page = coming.result()
        return _Seen(page, visible_text(page))
    except MissingExtra:  # says nothing of the page
        raise
    except Unreadable as error:
        return _Seen(None, "", str(error))


def _kept(store: Store, url: str, page: Page, text: str) -> Snapshot:
    return store.snapshots.keep(url, page.content, page.media_type, text)


def _looked_at(store: Store, item: EvidenceItem, seen: _Seen) -> Look:
    if seen.page is None:
        return Look(Finding.UNREACHABLE, seen.problem)
    snapshot = store.snapshots.last(item.evidence.url)
    return look(item.evidence, seen.text, snapshot.text if snapshot else None)
