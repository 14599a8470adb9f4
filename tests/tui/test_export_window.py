"""Exporting from the review: a format, what and whose, a file."""

import asyncio
import csv
from pathlib import Path

import pytest

from factcheck.domain.decision import Author
from factcheck.export.formats import FORMATS
from factcheck.services.verdicts import judge
from factcheck.store.store import Store
from tests.tui.conftest import Open, Sitting

BEN = Author(reviewer="ben")
FILE = Path("putin-sent-a-chilling-signal-to-the-west.csv")


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder that files are written to."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


async def open_form(sitting: Sitting, name: str = "csv") -> None:
    await sitting.press("X")
    for _ in range(list(FORMATS).index(name)):
        await sitting.press("j")
    await sitting.press("enter")


async def written(path: Path = FILE) -> list[dict[str, str]]:
    """Wait until a file is there, which is written beside the screen."""
    for _ in range(200):
        if path.exists():
            return list(csv.DictReader(path.read_text(encoding="utf-8-sig").splitlines()))
        await asyncio.sleep(0.02)
    raise AssertionError(f"{path} was not written")


async def test_every_format_is_offered(open_review: Open) -> None:
    async with open_review(size=(100, 60)) as sitting:
        await sitting.press("X")
        for form in FORMATS.values():
            assert form.name in sitting.text()


async def test_an_article_is_written_to_a_file(open_review: Open) -> None:
    async with open_review(size=(100, 40)) as sitting:
        await sitting.press("c")
        await open_form(sitting)
        assert "Export · csv" in sitting.text()
        assert FILE.name in sitting.text()
        await sitting.press("ctrl+s")
        rows = await written()
        assert [row["tag"] for row in rows if row["tag"]] == ["claim"]
        assert len({row["article_id"] for row in rows}) == 1


async def test_all_articles_of_one_reviewer_are_written(open_review: Open, store: Store) -> None:
    async with open_review(size=(100, 40)) as sitting:
        judge(store, BEN, sitting.desk.claim, "false", "the census says so")
        await sitting.press("c")
        await open_form(sitting)
        await sitting.press("a", "tab", "o", "ctrl+s")
        rows = await written()
        assert len({row["article_id"] for row in rows}) == 2
        assert {row["reviewer"] for row in rows} == {"", "ann"}


async def test_a_file_that_is_there_is_replaced_when_asked_twice(open_review: Open) -> None:
    file = FILE
    file.write_text("old", encoding="utf-8")
    async with open_review(size=(100, 40)) as sitting:
        await open_form(sitting)
        await sitting.press("ctrl+s")
        assert "is there already" in sitting.text()
        assert file.read_text(encoding="utf-8") == "old"
        await sitting.press("ctrl+s")
        for _ in range(200):
            if file.read_text(encoding="utf-8") != "old":
                break
            await asyncio.sleep(0.02)
        assert "row" in file.read_text(encoding="utf-8-sig").splitlines()[0]


async def test_a_format_that_holds_one_verdict_a_claim_refuses_all_side_by_side(
    open_review: Open,
) -> None:
    async with open_review(size=(100, 40)) as sitting:
        await open_form(sitting, "averitec")
        await sitting.press("tab", "e", "ctrl+s")
        assert "holds one verdict a claim" in sitting.text()
