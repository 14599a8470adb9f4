"""The library and the queue of claims on the screen."""

from pathlib import Path

import pytest

from factcheck.domain.decision import Author
from factcheck.domain.identity import claim_id
from factcheck.services.adding import add_sources
from factcheck.services.claims import describe_claim
from factcheck.services.verdicts import judge
from factcheck.store.store import Store
from factcheck.tui.screens.library import LibraryScreen
from tests.articles import added, sentences_of
from tests.tui.conftest import Open, opener

ANN = Author(reviewer="ann")
BEN = Author(reviewer="ben")


async def test_the_library_shows_how_far_each_article_is(open_review: Open) -> None:
    async with open_review() as sitting:
        await sitting.press("c", "1", "l")
        text = sitting.text()
        assert "2 articles · 52 sentences · 2 decided · 2 claims, 1 judged" in text
        assert "▌     1  Putin sent" in text
        assert "2/25" in text


async def test_enter_opens_the_article_that_is_left_after_typing(open_review: Open) -> None:
    async with open_review() as sitting:
        await sitting.press("l")
        await sitting.type("RECENT visit")
        await sitting.press("enter")
        await sitting.pilot.pause()
        assert sitting.desk.document.number == 2


async def test_keys_typed_at_once_mean_the_filtered_list(open_review: Open) -> None:
    async with open_review() as sitting:
        await sitting.press("l", "down", *"xyz", "enter")
        assert isinstance(sitting.app.screen, LibraryScreen)
        assert "0 of 2" in sitting.text()
        await sitting.press("escape")
        assert sitting.desk.document.number == 1


async def test_the_highlighted_article_stays_highlighted_while_one_types(
    open_review: Open,
) -> None:
    async with open_review() as sitting:
        await sitting.press("l", "down", "p", "u")
        assert "▌     2" in sitting.text()
        await sitting.press("up", "up")
        assert "▌     1" in sitting.text()


@pytest.mark.parametrize("size", [(80, 24), (30, 8)])
async def test_hostile_titles_command_nothing_on_a_small_terminal(
    empty_store: Store, tmp_path: Path, size: tuple[int, int]
) -> None:
    file = tmp_path / "a.txt"
    file.write_text("It rains.", encoding="utf-8")
    title = {"title": "[/b][@click=app.quit]漢字\x1b[31m"}
    list(add_sources(empty_store, ANN, [str(file)], particulars=title))
    async with opener(empty_store)(size=size) as sitting:
        await sitting.press("l", "pagedown", "pageup")
        assert "[/b]" in sitting.text()
        assert "\x1b" not in sitting.text()
        await sitting.pilot.resize_terminal(130, 20)
        await sitting.pilot.pause()
        assert "[/b][@click=app.quit]漢字␛[31m" in sitting.text()


@pytest.fixture
def queue(empty_store: Store) -> Store:
    """Three claims, of which the last is urgent and disputed, and ben alone judged the first."""
    first = added(empty_store, "It rains.", "It pours.")
    second = added(empty_store, "It snows.", source="b.txt")
    rains, pours = (claim_id(each.id) for each in sentences_of(empty_store, first))
    (snows,) = (claim_id(each.id) for each in sentences_of(empty_store, second))
    judge(empty_store, BEN, rains, "false")
    describe_claim(empty_store, ANN, pours, {"text": "It pours [/x]\x1b[31m."})
    describe_claim(empty_store, ANN, snows, {"priority": "1", "rating": "true"})
    judge(empty_store, BEN, snows, "false")
    return empty_store


@pytest.mark.parametrize("size", [(120, 36), (80, 24)])
async def test_the_queue_shows_the_urgent_claims_first_and_hides_what_is_not_to_be_seen(
    queue: Store, size: tuple[int, int]
) -> None:
    async with opener(queue)(size=size) as sitting:
        await sitting.press("C")
        lines = sitting.text().splitlines()
        urgent, rains, pours = (line for line in lines if "It " in line and "│" in line[:2])
        assert "2:1" in urgent
        assert "disputed" in urgent
        assert "✓ True, ✗ Fal" in urgent
        assert "1 hidden" in rains
        assert "False" not in rains
        assert "It pours [/x]␛[31m" in pours


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("state:disp", ["It snows."]),
        ("rating:fal", ["It snows."]),
        ("by:ben", ["It snows.", "It rains."]),
        ("priority:1", ["It snows."]),
        ("POURS", ["It pours"]),
        ("doubt:yes", []),
    ],
)
async def test_what_is_typed_narrows_the_queue(queue: Store, typed: str, found: list[str]) -> None:
    async with opener(queue)() as sitting:
        await sitting.press("C")
        await sitting.type(typed)
        await sitting.pilot.pause()
        text = sitting.text()
        assert f"Claims · {len(found)} of 3" in text
        frame = "\n".join(line for line in text.splitlines() if line.startswith("│"))
        assert [
            words for words in ("It snows.", "It rains.", "It pours") if words in frame
        ] == found


async def test_enter_goes_to_the_claim_in_another_article(queue: Store) -> None:
    async with opener(queue)() as sitting:
        await sitting.press("C", *"snows", "enter")
        await sitting.pilot.pause()
        assert sitting.desk.current.sentence.text == "It snows."
        assert sitting.desk.document.number == 2
