"""The keys in the last line of a screen."""

from factcheck.tui.screens.form import Form
from factcheck.tui.widgets.keys_line import KeysLine
from tests.tui.conftest import Open, Sitting


def line_of(sitting: Sitting) -> KeysLine:
    return sitting.app.screen.query_one(KeysLine)


def place_of(sitting: Sitting, words: str) -> tuple[int, int]:
    """Return the column and the row at which the words stand in the last line."""
    lines = sitting.text().split("\n")
    return lines[-1].index(words), len(lines) - 1


async def test_the_last_line_shows_the_keys_that_act_now(open_review: Open) -> None:
    async with open_review() as sitting:
        await sitting.press("m")
        assert isinstance(sitting.app.screen, Form)
        assert sitting.text().split("\n")[-1] == "^e editor ^s save esc leave, keep the draft"


async def test_a_click_presses_the_key(open_review: Open) -> None:
    async with open_review() as sitting:
        await sitting.press("m")
        await sitting.pilot.click(offset=place_of(sitting, "esc"))
        await sitting.pilot.pause()
        assert not isinstance(sitting.app.screen, Form)


async def test_a_click_beside_the_keys_presses_none(open_review: Open) -> None:
    async with open_review() as sitting:
        await sitting.press("m")
        _, row = place_of(sitting, "esc")
        await sitting.pilot.click(offset=(119, row))
        assert isinstance(sitting.app.screen, Form)


async def test_the_key_under_the_mouse_is_explained(open_review: Open) -> None:
    async with open_review() as sitting:
        await sitting.press("m")
        await sitting.pilot.hover(offset=place_of(sitting, "esc"))
        await sitting.pilot.pause()
        assert line_of(sitting).pointed == "escape"
        assert "draft" in str(line_of(sitting).tooltip)
        await sitting.pilot.hover(offset=(60, 3))
        await sitting.pilot.pause()
        assert line_of(sitting).pointed == ""


async def test_going_from_field_to_field_draws_the_same_keys_no_second_time(
    open_review: Open,
) -> None:
    async with open_review() as sitting:
        await sitting.press("e")
        line, before = line_of(sitting), line_of(sitting).keys
        await sitting.press("tab")
        assert line.keys is before
