"""The preview of the report."""

from pathlib import Path

import pytest

from factcheck.domain.decision import Author
from factcheck.services.verdicts import judge
from factcheck.store.store import Store
from factcheck.tui.screens import report
from factcheck.tui.widgets.lines import LineView
from tests.articles import added
from tests.tui.conftest import Open, opener

BEN = Author(reviewer="ben")


async def test_verdicts_of_others_are_neither_previewed_nor_saved_before_the_own_one(
    open_review: Open, store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    async with open_review(size=(120, 200)) as sitting:
        judge(store, BEN, sitting.desk.claim, "false", "the census says so")
        await sitting.press("r")
        assert "# Putin sent" in sitting.text()
        assert "census" not in sitting.text()
        await sitting.press("s", "escape", "5", "k", "r")
        assert "census" in sitting.text()
    assert "census" not in (tmp_path / "report-1.md").read_text(encoding="utf-8")


async def test_the_report_is_saved_as_a_page_too(
    open_review: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    async with open_review(size=(120, 40)) as sitting:
        await sitting.press("r", "h")
        assert "report-1.html" in sitting.text()
    page = (tmp_path / "report-1.html").read_text(encoding="utf-8")
    assert page.startswith("<!doctype html>")
    assert "<title>Putin sent" in page


async def test_keys_scroll_by_lines_by_screens_and_to_both_ends(open_review: Open) -> None:
    async with open_review(size=(80, 24)) as sitting:
        await sitting.press("r")
        top = sitting.text()
        await sitting.press("j")
        assert "# Putin sent" not in sitting.text()
        await sitting.press("k")
        assert sitting.text() == top
        await sitting.press("space")
        assert "# Putin sent" not in sitting.text()
        await sitting.press("G")
        assert "25. undecided" in sitting.text()
        await sitting.press("g")
        assert sitting.text() == top


async def test_another_width_wraps_anew_and_keeps_the_place(open_review: Open) -> None:
    async with open_review(size=(80, 24)) as sitting:
        await sitting.press("r", "G")
        assert "25. undecided" in sitting.text()
        await sitting.pilot.resize_terminal(50, 24)
        await sitting.pilot.pause()
        await sitting.press("G")
        assert "25. undecided" in sitting.text()
        assert all(len(line) <= 50 for line in sitting.text().splitlines())


async def test_a_book_is_reported_beside_the_screen(
    open_review: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(report, "_QUICK", 0)
    async with open_review() as sitting:
        await sitting.press("r")
        await sitting.wait_for("# Putin sent")
        await sitting.press("s")
        assert (tmp_path / "report-1.md").exists()


async def test_a_book_that_is_left_before_its_report_is_there_is_just_left(
    open_review: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(report, "_QUICK", 0)
    async with open_review() as sitting:
        await sitting.press("r", "s", "escape")
        assert sitting.app.screen is sitting.review


async def test_long_and_wide_and_hostile_lines_are_wrapped_and_command_nothing(
    empty_store: Store,
) -> None:
    added(empty_store, "漢字" * 60 + ".", "[/b] [@click=app.quit]x[/]\x1b[31m.", "x" * 300)
    async with opener(empty_store)(size=(60, 40)) as sitting:
        await sitting.press("r", "G")
        assert "\x1b" not in sitting.text()
        assert isinstance(sitting.app.focused, LineView)
