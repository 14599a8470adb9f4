"""Sources looked at again, on real servers of this machine."""

import threading
from collections.abc import Callable, Generator, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from factcheck.domain.decision import Author
from factcheck.domain.document import Document
from factcheck.domain.errors import NotFound, Unreadable
from factcheck.domain.findings.evidence import Evidence
from factcheck.domain.identity import ClaimId, claim_id
from factcheck.domain.verification import Finding
from factcheck.services.evidence import add_evidence
from factcheck.services.verifying import (
    Verification,
    evidence_named,
    fetch_missing,
    snapshot_of,
    verify,
)
from factcheck.store.store import Store

ANN = Author(reviewer="ann")
HTML = "<html><body><h1>Figures</h1><p>In {year} the town has {number} schools.</p></body></html>"


class Server(ThreadingHTTPServer):
    """A server on this machine whose pages a test can change."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Answer)
        self.pages: dict[str, bytes] = {}
        self.asked: list[str] = []
        self.together = threading.Barrier(2, timeout=5)

    def url(self, path: str) -> str:
        return f"http://127.0.0.1:{self.server_port}{path}"


class Answer(BaseHTTPRequestHandler):
    server: Server

    def do_GET(self) -> None:
        self.server.asked.append(self.path)
        if self.path.startswith("/together"):
            self.server.together.wait()
        page = self.server.pages.get(self.path)
        self.send_response(404 if page is None else 200)
        self.send_header("content-type", "text/html; charset=utf-8")
        self.end_headers()
        self.wfile.write(page or b"")

    def log_message(self, format: str, *arguments: object) -> None:  # noqa: A002
        """Say nothing."""


@pytest.fixture
def server() -> Iterator[Server]:
    with Server() as running:
        running.pages["/figures"] = HTML.format(year=2024, number=5).encode()
        threading.Thread(target=running.serve_forever, args=(0.01,), daemon=True).start()
        yield running
        running.shutdown()


Cite = Callable[..., ClaimId]


@pytest.fixture
def cite(store: Store, article: Document, server: Server) -> Cite:
    """Add evidence from a page of the server to a claim of the article."""
    sentences = list(store.documents.sentences(article))

    def added(quote: str, path: str = "/figures", sentence: int = 1, number: int = 1) -> ClaimId:
        claim = claim_id(sentences[sentence - 1].id, number)
        url = server.url(path) if path else ""
        add_evidence(store, ANN, Evidence(claim=claim, url=url, title="Figures", quote=quote))
        return claim

    return added


def verified(store: Store, *names: str) -> list[Verification]:
    items = evidence_named(store, names, "ann")
    return list(verify(store, items, allow_private=True))


def test_each_item_is_told_by_its_claim_and_number(store: Store, cite: Cite) -> None:
    cite("5 schools", sentence=2)
    cite("the town has 5 schools")
    cite("100 schools")
    cite("5 schools", number=2)
    found = [(v.item.reference, v.item.number, v.finding) for v in verified(store)]
    assert found == [
        ("1:1", 1, Finding.FOUND),
        ("1:1", 2, Finding.CHANGED),
        ("1:1.2", 1, Finding.FOUND),
        ("1:2", 1, Finding.FOUND),
    ]


@pytest.mark.parametrize(
    ("name", "references"),
    [
        ("1", ["1:1", "1:1.2", "1:2"]),
        ("article.txt", ["1:1", "1:1.2", "1:2"]),
        ("1:1", ["1:1", "1:1.2"]),
        ("1:1.2", ["1:1.2"]),
        ("1:2-3", ["1:2"]),
        ("1:3", []),
    ],
)
def test_an_article_a_sentence_or_a_claim_can_be_named(
    store: Store, cite: Cite, name: str, references: list[str]
) -> None:
    for sentence, number in ((1, 1), (1, 2), (2, 1)):
        cite("5 schools", sentence=sentence, number=number)
    assert [item.reference for item in evidence_named(store, [name], "bob")] == references


def test_what_is_named_twice_is_looked_at_once(store: Store, cite: Cite, server: Server) -> None:
    cite("5 schools")
    cite("2024")
    assert len(verified(store, "1", "1:1")) == 2
    assert server.asked == ["/figures"]


def test_an_article_that_is_not_there_is_refused(store: Store) -> None:
    with pytest.raises(NotFound):
        evidence_named(store, ["7"], "ann")


def test_a_page_that_changed_is_told_from_one_that_did_not(
    store: Store, cite: Cite, server: Server
) -> None:
    cite("the town has 5 schools")
    snapshot_of(store, server.url("/figures"), allow_private=True)
    assert [v.finding for v in verified(store)] == [Finding.FOUND]
    server.pages["/figures"] = HTML.format(year=2024, number=6).encode()
    (changed,) = verified(store)
    assert (changed.finding, changed.detail) == (
        Finding.CHANGED,
        "the town has [-5-]{+6+} schools",
    )
    server.pages["/figures"] = b"<p>Last year it was said that the town has 5 schools (sic)."
    assert [v.finding for v in verified(store)] == [Finding.MOVED]
    server.pages["/figures"] = b"<p>This page has another author now."
    assert [v.finding for v in verified(store)] == [Finding.GONE]
    del server.pages["/figures"]
    (unreachable,) = verified(store)
    assert unreachable.finding is Finding.UNREACHABLE
    assert "404" in unreachable.detail


def test_what_was_found_is_recorded(store: Store, cite: Cite) -> None:
    cite("the town has 7 schools")
    (found,) = verified(store)
    kept = store.snapshots.last_verification(found.item.id)
    assert kept is not None
    assert kept.quote == "the town has 7 schools"
    assert kept.look == (found.finding, found.detail)


def test_private_networks_are_refused_unless_allowed(store: Store, cite: Cite) -> None:
    cite("5 schools")
    (refused,) = verify(store, evidence_named(store, [], "ann"))
    assert refused.finding is Finding.UNREACHABLE
    assert "--allow-private" in refused.detail


def test_evidence_that_is_not_on_the_web_is_left_out(store: Store, cite: Cite) -> None:
    cite("5 schools", path="")
    assert verified(store) == []


def test_what_has_no_snapshot_gets_one_and_problems_are_told(
    store: Store, cite: Cite, server: Server
) -> None:
    for path in ("/missing", "/figures", "/figures"):
        cite("5 schools", path=path)
    items = evidence_named(store, [], "ann")
    (problem,) = fetch_missing(store, items, allow_private=True)
    assert problem.startswith(f"{server.url('/missing')}: ")
    assert sorted(server.asked) == ["/figures", "/missing"]
    kept = store.snapshots.last(server.url("/figures"))
    assert kept is not None
    assert kept.text == "Figures\nIn 2024 the town has 5 schools."
    assert store.snapshots.page(server.url("/figures")) == server.pages["/figures"]
    del server.pages["/figures"]
    assert len(list(fetch_missing(store, items, allow_private=True))) == 1


def test_a_page_that_cannot_be_had_has_no_snapshot(store: Store, server: Server) -> None:
    with pytest.raises(Unreadable):
        snapshot_of(store, server.url("/missing"), allow_private=True)
    assert store.snapshots.last(server.url("/missing")) is None


def test_pages_are_fetched_several_at_once_and_told_in_order(
    store: Store, cite: Cite, server: Server
) -> None:
    for path in ("/together-1", "/together-2"):
        server.pages[path] = server.pages["/figures"]
        cite("5 schools", path=path)
    found = verified(store)
    assert [v.item.evidence.url for v in found] == [
        server.url("/together-1"),
        server.url("/together-2"),
    ]
    assert {v.finding for v in found} == {Finding.FOUND}


def test_a_run_that_is_broken_off_has_recorded_what_it_found(
    store: Store, cite: Cite, server: Server
) -> None:
    for _ in range(3):
        cite("5 schools")
    items = evidence_named(store, [], "ann")
    run = verify(store, items, allow_private=True)
    first = next(run)
    assert isinstance(run, Generator)
    run.close()
    assert store.snapshots.last_verification(first.item.id) is not None
    assert store.snapshots.last_verification(items[1].id) is None
