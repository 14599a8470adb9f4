"""What a reviewer does in the review screen, told key by key."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from textual.widgets import Input, TextArea

from factcheck.domain.decision import Author
from factcheck.domain.findings.verdict import Verdict
from factcheck.domain.tag import Tag
from factcheck.services import deciding
from factcheck.services.articles import article_named, review_of
from factcheck.services.claims import claim_fields, describe_claim
from factcheck.store.store import Store
from factcheck.tui.screens.form import Form
from tests.tui.conftest import Open, Sitting


def tags(store: Store, article: int = 1, reviewer: str = "ann") -> list[Tag | None]:
    """Return the tags that stand in the database."""
    document = article_named(store, str(article))
    return [review.tag for review in review_of(store, document, reviewer).sentences]


async def test_one_key_tags_a_sentence_and_goes_to_the_next(
    open_review: Open, store: Store
) -> None:
    async with open_review() as sitting:
        await sitting.press("f", "o", "c")
        assert sitting.desk.cursor == 3
        assert tags(store)[:4] == [Tag.FILLER, Tag.OPINION, Tag.CLAIM, None]
        assert "sentence 4 of 25 · 3 decided · saved" in sitting.text()


async def test_every_tag_is_shown_as_a_glyph_and_a_word(open_review: Open) -> None:
    async with open_review(size=(80, 24)) as sitting:
        await sitting.press("f", "o", "c")
        lines = sitting.text().splitlines()
        assert [line[2:13].strip() for line in lines[1:4]] == ["F filler", "O opinion", "C claim"]
        assert "· undecided" in sitting.text()


async def test_a_rating_key_makes_the_sentence_a_claim_and_judges_it(
    open_review: Open, store: Store
) -> None:
    async with open_review() as sitting:
        await sitting.press("j", "2")
        assert sitting.desk.cursor == 1
        (claim,) = sitting.desk.current.claims
        assert Verdict(rating="mostly-false").says_what(claim.verdict)
        assert "2 Mostly false ◀" in sitting.text()
        await sitting.press("z")
        assert tags(store)[1] is None
        assert sitting.desk.current.claims == ()


async def test_a_rating_that_the_scale_lacks_says_so(open_review: Open, store: Store) -> None:
    async with open_review() as sitting:
        await sitting.press("9")
        assert "the scale has no rating 9" in sitting.text()
        assert tags(store)[0] is None


async def test_x_makes_a_sentence_undecided_again(open_review: Open, store: Store) -> None:
    async with open_review() as sitting:
        await sitting.press("c", "k", "x")
        assert sitting.desk.cursor == 0
        assert tags(store)[0] is None


async def test_space_goes_on_without_deciding(open_review: Open, store: Store) -> None:
    async with open_review() as sitting:
        await sitting.press("space", "space")
        assert sitting.desk.cursor == 2
        assert tags(store)[:2] == [None, None]


async def test_moving_keys_stop_at_both_ends(open_review: Open) -> None:
    async with open_review() as sitting:
        await sitting.press("k")
        assert sitting.desk.cursor == 0
        await sitting.press("G", "j", "down")
        assert sitting.desk.cursor == 24
        await sitting.press("g")
        assert sitting.desk.cursor == 0
        await sitting.press("end", "up")
        assert sitting.desk.cursor == 23
        await sitting.press("home")
        assert sitting.desk.cursor == 0


async def test_u_leads_through_undecided_sentences_then_through_unjudged_claims(
    open_review: Open,
) -> None:
    async with open_review() as sitting:
        await sitting.press("f", "space", *"f" * 23, "g")
        await sitting.press("u")
        assert sitting.desk.cursor == 1
        await sitting.press("c", "G", "u")
        assert sitting.desk.cursor == 1
        await sitting.press("1", "g", "u")
        assert sitting.desk.cursor == 0
        assert "everything here is decided" in sitting.text()


async def test_the_reviewer_comes_back_to_the_same_sentence(open_review: Open) -> None:
    async with open_review() as sitting:
        await sitting.press("]", "f", "f", "j", "q")
    async with open_review() as sitting:
        assert "article 2 of 2 · sentence 4 of 27 · 2 decided" in sitting.text()


async def test_new_begins_at_the_first_undecided_sentence(open_review: Open) -> None:
    async with open_review() as sitting:
        await sitting.press("f", "]", "q")
    async with open_review(anew=True) as sitting:
        assert "article 1 of 2 · sentence 2 of 25" in sitting.text()


async def test_an_older_sitting_can_be_gone_on_from(open_review: Open) -> None:
    async with open_review() as sitting:
        await sitting.press("j", "j", "q")
    async with open_review() as sitting:
        await sitting.press("]", "G", "q")
    async with open_review(like="1") as sitting:
        assert "article 1 of 2 · sentence 3 of 25" in sitting.text()


async def test_each_reviewer_has_a_place_and_tags_of_their_own(
    open_review: Open, store: Store
) -> None:
    async with open_review("ann") as sitting:
        await sitting.press("c", "c", "q")
    async with open_review("bob") as sitting:
        assert "sentence 1 of 25 · 0 decided" in sitting.text()
        await sitting.press("o")
    assert tags(store, reviewer="ann")[0] is Tag.CLAIM
    assert tags(store, reviewer="bob")[0] is Tag.OPINION


async def test_undo_goes_back_to_the_article_where_it_happened(
    open_review: Open, store: Store
) -> None:
    async with open_review() as sitting:
        await sitting.press("f", "c", "]", "z")
        assert "article 1 of 2 · sentence 2 of 25" in sitting.text()
        assert "took back: tag claim" in sitting.text()
        assert tags(store)[:2] == [Tag.FILLER, None]
        await sitting.press("Z")
        assert tags(store)[:2] == [Tag.FILLER, Tag.CLAIM]


async def test_undo_reaches_back_into_the_last_sitting(open_review: Open, store: Store) -> None:
    async with open_review() as sitting:
        await sitting.press("f", "c", "q")
    async with open_review() as sitting:
        await sitting.press("z", "z", "z")
        assert tags(store)[:2] == [None, None]
        assert "nothing to undo" in sitting.text()


async def test_a_write_that_fails_holds_the_cursor_and_says_why(
    open_review: Open, store: Store
) -> None:
    store._db.execute("PRAGMA busy_timeout = 50")
    other = sqlite3.connect(store.path, isolation_level=None)
    async with open_review() as sitting:
        other.execute("BEGIN IMMEDIATE")
        await sitting.press("c")
        assert sitting.desk.cursor == 0
        assert "not saved: another program is writing to it" in sitting.text()
        assert "· saved" not in sitting.text()
        other.execute("ROLLBACK")
        await sitting.press("c")
        assert sitting.desk.cursor == 1
        assert "1 decided · saved" in sitting.text()
    other.close()
    assert tags(store)[:2] == [Tag.CLAIM, None]


async def test_what_another_program_decided_is_there_when_the_article_is_opened_again(
    open_review: Open, store: Store
) -> None:
    async with open_review() as sitting:
        first = sitting.desk.current.sentence.id
        deciding.tag(store, Author(reviewer="ann"), [first], Tag.OPINION)
        await sitting.press("]", "[")
        assert sitting.desk.reviews[0].tag is Tag.OPINION


async def test_the_article_keys_stop_at_both_ends(open_review: Open) -> None:
    async with open_review() as sitting:
        await sitting.press("[")
        assert "this is the first article" in sitting.text()
        await sitting.press("]", "]")
        assert "article 2 of 2" in sitting.text()
        assert "this is the last article" in sitting.text()


async def test_a_click_goes_to_the_sentence_that_was_clicked(open_review: Open) -> None:
    async with open_review() as sitting:
        await sitting.pilot.click("ArticlePage", offset=(25, 2))
        assert sitting.desk.cursor == 2


async def test_the_current_sentence_stays_in_sight_and_uncut(open_review: Open) -> None:
    async with open_review(size=(80, 24)) as sitting:
        for _ in range(24):
            page = sitting.review.page
            top = page._tops[page.cursor] - page.scroll_offset.y
            bottom = page._tops[page.cursor + 1] - page.scroll_offset.y
            assert 0 <= top < bottom <= page.size.height
            await sitting.press("j")


async def test_search_marks_hits_and_n_goes_from_one_to_the_next(open_review: Open) -> None:
    async with open_review() as sitting:
        await sitting.press("slash")
        await sitting.type("KOREA")
        await sitting.press("enter")
        first = sitting.desk.cursor
        assert "Korea" in sitting.desk.current.sentence.text
        await sitting.press("n")
        assert sitting.desk.cursor > first
        await sitting.press("N")
        assert sitting.desk.cursor == first
        await sitting.press("escape", "n")
        assert "nothing is searched for" in sitting.text()


async def test_a_search_without_a_hit_says_so_and_stays(open_review: Open) -> None:
    async with open_review() as sitting:
        await sitting.press("slash")
        await sitting.type("quark")
        await sitting.press("enter")
        assert sitting.desk.cursor == 0
        assert "not found: quark" in sitting.text()


async def test_letters_do_not_act_while_a_field_is_typed_in(
    open_review: Open, store: Store
) -> None:
    async with open_review() as sitting:
        await sitting.press("m")
        await sitting.type("cofxq")
        await sitting.press("enter")
        assert tags(store)[0] is None
        assert sitting.desk.current.note is not None
        assert sitting.desk.current.note.text == "cofxq"


async def test_an_empty_note_clears_the_note(open_review: Open) -> None:
    async with open_review() as sitting:
        await sitting.press("m", "h", "i", "enter", "m", "backspace", "backspace", "enter")
        assert sitting.desk.current.note is None


async def test_a_doubt_is_flagged_with_a_reason_and_taken_away_with_the_same_key(
    open_review: Open,
) -> None:
    async with open_review() as sitting:
        await sitting.press("!", "w", "h", "y", "enter")
        assert sitting.desk.current.flag is not None
        assert sitting.desk.current.flag.reason == "why"
        await sitting.press("!")
        assert sitting.desk.current.flag is None


async def add_evidence(sitting: Sitting, url: str) -> None:
    await sitting.press("e")
    await sitting.type(url)
    await sitting.press("tab")
    await sitting.type("five million")
    await sitting.press("tab", "r", "ctrl+s")


async def test_evidence_is_added_in_one_form_without_the_mouse(open_review: Open) -> None:
    async with open_review() as sitting:
        await add_evidence(sitting, "https://example.org/a")
        (claim,) = sitting.desk.current.claims
        (item,) = claim.evidence
        assert item.evidence.url == "https://example.org/a"
        assert item.evidence.quote == "five million"
        assert item.evidence.stance == "refutes"
        assert '[1] example.org, refutes "five' in sitting.text()


async def test_a_bad_address_is_said_under_its_field_and_nothing_is_saved(
    open_review: Open,
) -> None:
    async with open_review(size=(80, 24)) as sitting:
        await add_evidence(sitting, "example.org")
        assert isinstance(sitting.app.screen, Form)
        assert sitting.app.focused is not None
        assert sitting.app.focused.id == "url"
        assert "write it as https://example.org/page" in sitting.text()
        assert sitting.desk.current.claims == ()


async def test_a_form_that_is_left_keeps_its_draft_even_for_another_sitting(
    open_review: Open,
) -> None:
    async with open_review() as sitting:
        await sitting.press("e")
        await sitting.type("https://exam")
        await sitting.press("escape", "q")
    async with open_review() as sitting:
        await sitting.press("e")
        assert "https://exam" in sitting.text()
        assert "from your draft" in sitting.text()


async def test_a_form_that_is_saved_keeps_no_draft(open_review: Open) -> None:
    async with open_review() as sitting:
        await add_evidence(sitting, "https://example.org/a")
        await sitting.press("e")
        assert "from your draft" not in sitting.text()
        assert sitting.app.screen.query_one("#quote", TextArea).text == ""


async def test_the_claim_form_records_wording_claimant_date_verdict_and_reasons(
    open_review: Open,
) -> None:
    async with open_review() as sitting:
        await sitting.press("j", "enter")
        await sitting.type("A claim")
        await sitting.press("tab")
        await sitting.type("focus.de")
        await sitting.press("tab")
        await sitting.type("2024-06")
        await sitting.press("tab", "4", "tab")
        await sitting.type("It is so.")
        await sitting.press("ctrl+s")
        (claim,) = sitting.desk.current.claims
        assert (claim.text, claim.claim.claimant, claim.claim.date) == (
            "A claim",
            "focus.de",
            "2024-06",
        )
        assert Verdict(rating="mostly-true", because="It is so.").says_what(claim.verdict)
        await sitting.press("z")
        assert sitting.desk.current.tag is None


async def test_reasons_without_a_rating_are_not_saved_but_asked_about(open_review: Open) -> None:
    async with open_review() as sitting:
        await sitting.press("enter", "tab", "tab", "tab", "tab")
        await sitting.type("because")
        await sitting.press("ctrl+s")
        assert "choose the verdict that the reasons are for" in sitting.text()
        await sitting.press("3", "ctrl+s")
        (claim,) = sitting.desk.current.claims
        assert Verdict(rating="half-true", because="because").says_what(claim.verdict)


async def test_a_new_rating_keeps_the_reasons(open_review: Open) -> None:
    async with open_review() as sitting:
        await sitting.press("1", "enter", "tab", "tab", "tab", "tab", "s", "o", "ctrl+s", "5")
        (claim,) = sitting.desk.current.claims
        assert Verdict(rating="true", because="so").says_what(claim.verdict)


async def test_the_history_tells_what_was_decided_and_taken_back(open_review: Open) -> None:
    async with open_review() as sitting:
        await sitting.press("o", "k", "c", "z", "H")
        text = sitting.text()
        assert "tag opinion" in text
        assert "tag claim  (taken back)" in text
        await sitting.press("escape")
        assert "History" not in sitting.text()


async def test_the_report_is_previewed_and_saved(
    open_review: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    async with open_review() as sitting:
        await sitting.press("c", "1", "r")
        assert "# Putin sent a chilling signal to the West" in sitting.text()
        await sitting.press("s", "escape")
        assert sitting.app.screen is sitting.review
    assert "undecided" in (tmp_path / "report-1.md").read_text(encoding="utf-8")


async def test_the_key_list_filters_and_runs_a_command(open_review: Open, store: Store) -> None:
    async with open_review() as sitting:
        await sitting.press("?")
        assert "next sentence" in sitting.text()
        await sitting.type("tag as opinion")
        await sitting.press("enter")
        assert tags(store)[0] is Tag.OPINION


async def test_the_palette_runs_a_command_by_its_name(open_review: Open, store: Store) -> None:
    async with open_review() as sitting:
        await sitting.press(":")
        await sitting.type("Half true")
        await sitting.wait_for("verdict: Half true")
        await sitting.press("enter")
        (claim,) = sitting.desk.current.claims
        assert Verdict(rating="half-true").says_what(claim.verdict)


async def test_the_end_of_the_article_says_what_is_open_and_where_to_go(
    open_review: Open,
) -> None:
    async with open_review() as sitting:
        await sitting.press("c", "c", "1", "G")
        text = sitting.text()
        assert "3 of 25 sentences decided" in text
        assert "1 of 3 claims judged" in text
        assert "] next article" in text


async def test_a_tiny_terminal_neither_crashes_nor_loses(open_review: Open, store: Store) -> None:
    async with open_review() as sitting:
        await sitting.pilot.resize_terminal(20, 5)
        await sitting.press("c", "f")
        await sitting.pilot.resize_terminal(40, 12)
        assert "3/25 · 2 decided · saved" in sitting.text()
        await sitting.pilot.resize_terminal(1, 1)
        await sitting.press("o")
        await sitting.pilot.resize_terminal(80, 24)
        assert "3 decided · saved" in sitting.text()
    assert tags(store)[:3] == [Tag.CLAIM, Tag.FILLER, Tag.OPINION]


async def test_the_footer_fits_into_80_columns(open_review: Open) -> None:
    async with open_review(size=(80, 24)) as sitting:
        last = sitting.text().splitlines()[-1]
        for shown in ("c claim", "o opinion", "f filler", "1-7 verdict", "z undo", "? keys"):
            assert shown in last


async def test_the_claim_form_keeps_what_it_was_not_told_to_change(
    open_review: Open, store: Store
) -> None:
    async with open_review("ann") as sitting:
        desk = sitting.desk
        said = {"text": "Careful.", "date": "2024", "rating": "true"}
        desk.decide(lambda: describe_claim(store, desk.author, desk.claim, said))
        await sitting.press("x", "enter", "tab", "b", "o", "b", "ctrl+s")
        fields = claim_fields(store, desk.author, desk.claim)
    assert {name: said for name, said in fields.items() if said} == {
        "text": "Careful.",
        "claimant": "bob",
        "date": "2024",
        "rating": "true",
    }
    async with open_review("bob") as sitting:
        await sitting.press("enter", "tab", "!", "ctrl+s")
        (claim,) = sitting.desk.current.claims
        assert (claim.text, claim.claim.claimant) == ("Careful.", "bob!")


async def test_a_draft_does_not_bring_back_what_was_decided_since(open_review: Open) -> None:
    async with open_review() as sitting:
        await sitting.press("enter", "h", "i", "escape", "2", "enter", "ctrl+s")
        (claim,) = sitting.desk.current.claims
        assert claim.text == "hi"
        assert Verdict(rating="mostly-false").says_what(claim.verdict)


async def test_a_draft_that_cannot_be_kept_says_so_and_the_form_stays(
    open_review: Open, store: Store
) -> None:
    store._db.execute("PRAGMA busy_timeout = 20")
    async with open_review() as sitting:
        await sitting.press("m", "h", "i")
        with closing(sqlite3.connect(store.path, isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            await sitting.wait_for("another program is writing")
            other.execute("ROLLBACK")
        await sitting.press("enter")
        assert sitting.desk.current.note is not None


async def test_the_sentence_one_comes_back_to_is_in_sight_on_a_small_terminal(
    open_review: Open,
) -> None:
    async with open_review() as sitting:
        await sitting.press(*"j" * 19, "q")
    async with open_review(size=(80, 24)) as sitting:
        assert "▌ · undecided" in sitting.text()
    async with open_review(size=(120, 36)) as sitting:
        await sitting.pilot.resize_terminal(80, 24)
        await sitting.pilot.pause()
        assert "▌ · undecided" in sitting.text()


async def test_an_undone_range_is_undone_on_the_screen(open_review: Open, store: Store) -> None:
    async with open_review() as sitting:
        sentences = [review.sentence.id for review in sitting.desk.reviews[:5]]
        deciding.tag(store, Author(reviewer="ann"), sentences, Tag.OPINION)
        await sitting.press("]", "[")
        assert sitting.text().count("O opinion") == 5
        await sitting.press("z")
        assert "O opinion" not in sitting.text()
        assert "0 decided" in sitting.text()


async def test_what_another_program_writes_appears_by_itself(
    open_review: Open, store: Store
) -> None:
    async with open_review() as sitting:
        second = sitting.desk.reviews[1].sentence.id
        with Store(store.path) as other:
            deciding.tag(other, Author(reviewer="ann"), [second], Tag.OPINION)
        await sitting.wait_for("O opinion")
        assert "1 decided" in sitting.text()


async def test_a_report_that_is_there_already_is_replaced_only_when_asked_twice(
    open_review: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    report = tmp_path / "report-1.md"
    report.write_text("mine", encoding="utf-8")
    async with open_review() as sitting:
        await sitting.press("r", "s")
        assert report.read_text(encoding="utf-8") == "mine"
        assert "is there already" in sitting.text()
        await sitting.press("s")
        assert report.read_text(encoding="utf-8").startswith("# Putin")


async def test_a_draft_is_kept_when_one_quits_in_the_middle_of_a_form(open_review: Open) -> None:
    async with open_review() as sitting:
        await sitting.press("m", "h", "i", "ctrl+q")
    async with open_review() as sitting:
        await sitting.press("m")
        assert sitting.app.screen.query_one(Input).value == "hi"


async def test_the_first_field_at_fault_is_the_one_that_is_asked_for(open_review: Open) -> None:
    async with open_review() as sitting:
        await sitting.press("e", "ctrl+s")
        assert sitting.app.focused is not None
        assert sitting.app.focused.id == "url"
        await sitting.type("https://a.org")
        await sitting.press("ctrl+s")
        assert sitting.app.focused.id == "stance"
        assert "choose supports, " in sitting.text()
