"""What a reviewer does in the form of a source, told key by key."""

from pathlib import Path

from textual.events import Paste

from factcheck.domain.findings.evidence import Evidence
from factcheck.services.evidence import add_evidence, evidence_item
from factcheck.services.looking import claim_seen
from factcheck.store.store import Store
from factcheck.tui.forms.evidence import evidence_form
from tests.tui.checked import ANN, claim_at, published, with_evidence
from tests.tui.conftest import Open
from tests.tui.filling import SMALL, advice, ask, box, go_to, paste, problem


async def test_a_pasted_quote_with_its_link_fills_the_form_at_once(open_review: Open) -> None:
    async with open_review(size=SMALL) as sitting:
        await sitting.press("e")
        await paste(
            sitting, "“Nearly five million shells.”\nhttps://www.example.org/a?utm_source=x\n"
        )
        assert box(sitting, "url").answer == "https://www.example.org/a"
        assert box(sitting, "quote").answer == "Nearly five million shells."
        await sitting.press("ctrl+s")
        assert sitting.app.focused is not None
        assert sitting.app.focused.id == "stance"
        assert "choose supports, partly-supports, refutes or context" in sitting.text()
        await sitting.press("s", "ctrl+s")
        (claim,) = sitting.desk.current.claims
        (item,) = claim.evidence
        assert (item.evidence.url, item.evidence.quote, item.evidence.stance) == (
            "https://www.example.org/a",
            "Nearly five million shells.",
            "supports",
        )


async def test_a_paste_and_a_save_in_one_burst_save_what_was_pasted(open_review: Open) -> None:
    async with open_review() as sitting:
        await sitting.press("e", "tab", "tab", "r", "shift+tab", "shift+tab")
        assert sitting.app.focused is not None
        sitting.app.focused.post_message(Paste('"So it is." https://example.org/b'))
        await sitting.press("ctrl+s")
        (claim,) = sitting.desk.current.claims
        assert claim.evidence[0].evidence.quote == "So it is."


async def test_what_was_typed_is_not_replaced_by_a_paste_but_what_was_filled_is(
    open_review: Open,
) -> None:
    async with open_review() as sitting:
        await sitting.press("e", "tab", "tab", "tab")
        await sitting.type("My title")
        await sitting.press("shift+tab", "shift+tab", "shift+tab")
        await paste(sitting, '"First." [Theirs](https://example.org/1)')
        assert box(sitting, "quote").answer == "First."
        assert box(sitting, "title").answer == "My title"
        await sitting.press("home", "shift+end", "delete")
        await paste(sitting, '"Second." https://example.org/2')
        assert box(sitting, "quote").answer == "Second."


async def test_an_archive_address_tells_the_page_and_the_copy(open_review: Open) -> None:
    async with open_review() as sitting:
        await sitting.press("e")
        await paste(sitting, "https://web.archive.org/web/20240618000000/https://example.org/a")
        assert box(sitting, "url").answer == "https://example.org/a"
        assert "web.archive.org" in box(sitting, "archived").answer
        assert not box(sitting, "not_archived").display


async def test_a_source_that_is_known_from_another_claim_is_filled_in(
    open_review: Open, store: Store
) -> None:
    source = Evidence(
        claim=claim_at(store, 2),
        url="https://example.org/a",
        title="The news",
        publisher="Example",
        author="A. Writer",
    )
    add_evidence(store, ANN, source)
    async with open_review() as sitting:
        await sitting.press("e")
        await sitting.type("https://example.org/a")
        await sitting.press("tab")
        assert box(sitting, "title").answer == "The news"
        assert box(sitting, "publisher").answer == "Example"
        await go_to(sitting, "author")
        assert box(sitting, "author").answer == "A. Writer"


async def test_an_address_with_a_slip_stays_for_its_writer_to_mend(open_review: Open) -> None:
    async with open_review() as sitting:
        await sitting.press("e")
        await sitting.type("example org")
        await sitting.press("tab")
        assert box(sitting, "url").answer == "example org"
        assert box(sitting, "quote").answer == ""


async def test_what_an_editor_would_miss_is_said_and_hinders_nobody(open_review: Open) -> None:
    async with open_review(size=SMALL) as sitting:
        await sitting.press("e")
        assert not box(sitting, "not_archived").display
        await sitting.type("https://example.org/a")
        assert "an editor will ask for an archived copy" in advice(sitting, "not_archived")
        await go_to(sitting, "not_archived")
        await sitting.type("paywall")
        assert advice(sitting, "not_archived") == ""
        await go_to(sitting, "anonymous")
        assert not box(sitting, "anonymous_reason").display
        await sitting.press("y")
        assert "an editor will ask for the reason" in advice(sitting, "anonymous_reason")
        await sitting.press("shift+tab")
        sitting.app.screen.set_focus(sitting.app.screen.query_one("#stance"))
        await sitting.press("c", "ctrl+s")
        (claim,) = sitting.desk.current.claims
        assert claim.evidence[0].evidence.anonymous
        assert claim.evidence[0].evidence.not_archived == "paywall"


async def test_the_form_of_an_item_changes_what_was_edited_and_keeps_the_rest(
    open_review: Open, store: Store
) -> None:
    claim = claim_at(store)
    with_evidence(store, claim, "a.org")
    (item,) = claim_seen(store, claim, "ann").evidence
    async with open_review() as sitting:
        await sitting.press("g")
        await ask(sitting, evidence_form(sitting.desk, item.id))
        assert box(sitting, "quote").answer == "Said a.org."
        await go_to(sitting, "title")
        await sitting.type("A title")
        await go_to(sitting, "level")
        await sitting.press("p", "ctrl+s")
    changed = evidence_item(store, item.id).evidence
    assert (changed.title, changed.level) == ("A title", "primary")
    assert changed.model_copy(update={"title": "", "level": None}) == item.evidence


async def test_a_draft_on_one_item_is_not_offered_on_another_or_on_a_new_one(
    open_review: Open, store: Store
) -> None:
    claim = claim_at(store)
    with_evidence(store, claim, "a.org", "b.org")
    first, second = claim_seen(store, claim, "ann").evidence
    async with open_review() as sitting:
        await sitting.press("g")
        await ask(sitting, evidence_form(sitting.desk, first.id))
        await go_to(sitting, "title")
        await sitting.type("kept")
        await sitting.press("escape")
        for item, title in ((second.id, ""), (None, ""), (first.id, "kept")):
            await ask(sitting, evidence_form(sitting.desk, item))
            assert box(sitting, "title").answer == title
            await sitting.press("escape")


async def test_a_file_is_kept_with_the_evidence_and_one_that_is_missing_is_said(
    open_review: Open, tmp_path: Path
) -> None:
    picture = tmp_path / "a scan.png"
    picture.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(20))
    async with open_review(size=SMALL) as sitting:
        await sitting.press("e")
        await sitting.type("https://example.org/a")
        await go_to(sitting, "stance")
        await sitting.press("r")
        await go_to(sitting, "attach")
        await sitting.type("/nowhere")
        await sitting.press("ctrl+s")
        assert "/nowhere" in problem(sitting, "attach")
        assert sitting.desk.current.tag is None
        box(sitting, "attach").fill(f"'{picture}'")
        await sitting.press("ctrl+s")
        (claim,) = sitting.desk.current.claims
        (attachment,) = claim.evidence[0].evidence.attachments
        assert (attachment.name, attachment.size) == ("a scan.png", 28)


async def test_changing_evidence_of_a_published_claim_asks_for_a_correction(
    open_review: Open, store: Store
) -> None:
    claim = claim_at(store)
    with_evidence(store, claim, "a.org")
    published(store, claim)
    (item,) = claim_seen(store, claim, "ann").evidence
    async with open_review() as sitting:
        await sitting.press("g")
        await ask(sitting, evidence_form(sitting.desk, item.id))
        await go_to(sitting, "title")
        await sitting.type("New")
        await sitting.press("ctrl+s")
        assert sitting.app.focused is not None
        assert sitting.app.focused.id == "correction"
        await sitting.type("Title added.")
        await sitting.press("ctrl+s")
    seen = claim_seen(store, claim, "ann")
    assert seen.evidence[0].evidence.title == "New"
    assert seen.corrections[0].text == "Title added."
