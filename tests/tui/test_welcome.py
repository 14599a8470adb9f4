"""The first start, where there is no article yet."""

from pathlib import Path

from factcheck.store.store import Store
from tests.tui.conftest import opener


async def test_the_seed_articles_can_be_read_with_one_key(empty_store: Store) -> None:
    async with opener(empty_store)() as sitting:
        assert "factcheck" in sitting.text()
        await sitting.press("s")
        assert "article 1 of 2 · sentence 1 of 25" in sitting.text()


async def test_a_file_of_ones_own_is_read_by_its_name(empty_store: Store, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("One. Two.", encoding="utf-8")
    async with opener(empty_store)() as sitting:
        await sitting.press("f")
        sitting.app.screen.query_one("Input").value = str(tmp_path / "a.txt")  # type: ignore[attr-defined]
        await sitting.press("enter")
        assert "article 1 of 1 · sentence 1 of 2" in sitting.text()


async def test_a_name_that_is_wrong_is_said_and_can_be_mended(empty_store: Store) -> None:
    async with opener(empty_store)() as sitting:
        await sitting.press("f", "x", "enter")
        assert "x: no such file or directory" in sitting.text()
        await sitting.press("escape", "s")
        assert "article 1 of 2" in sitting.text()
