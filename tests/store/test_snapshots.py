"""What sources said, and what verifying them found."""

from factcheck.domain.identity import EvidenceId
from factcheck.domain.verification import Finding, Look
from factcheck.store.store import Store

URL = "https://example.org/figures"


def test_the_last_snapshot_of_a_page_is_returned(store: Store) -> None:
    store.snapshots.keep(URL, b"<p>5 schools", "text/html", "5 schools")
    kept = store.snapshots.keep(URL, b"<p>6 schools", "text/html", "6 schools")
    assert store.snapshots.last(URL) == kept
    assert (kept.text, store.snapshots.page(URL)) == ("6 schools", b"<p>6 schools")


def test_a_page_that_says_the_same_is_not_kept_again(store: Store) -> None:
    first = store.snapshots.keep(URL, b"same", "text/html", "same")
    assert store.snapshots.keep(URL, b"same", "text/html", "same") == first


def test_each_address_has_its_own_snapshots(store: Store) -> None:
    store.snapshots.keep(URL, b"page", "text/html", "page")
    assert store.snapshots.is_kept(URL)
    assert not store.snapshots.is_kept(f"{URL}?page=2")
    assert store.snapshots.last(f"{URL}?page=2") is None
    assert store.snapshots.page(f"{URL}?page=2") is None


def test_the_last_verification_of_an_evidence_item_is_returned(store: Store) -> None:
    item = EvidenceId("one")
    store.snapshots.record(item, "5 schools", Look(Finding.FOUND))
    store.snapshots.record(item, "5 schools", Look(Finding.CHANGED, "[-5-]{+6+} schools"))
    store.snapshots.record(EvidenceId("other"), "", Look(Finding.UNREACHABLE, "why"))
    last = store.snapshots.last_verification(item)
    assert last is not None
    assert (last.quote, last.look) == ("5 schools", Look(Finding.CHANGED, "[-5-]{+6+} schools"))
    assert store.snapshots.last_verification(EvidenceId("never")) is None
