"""Filling forms in, key by key, and what they say."""

from textual.events import Paste
from textual.widgets import Static

from factcheck.tui.screens.form import Form, FormSpec
from factcheck.tui.widgets.field import FieldBox
from factcheck.tui.widgets.section import SectionHeading
from tests.tui.conftest import Sitting

SMALL = (80, 24)


async def ask(sitting: Sitting, form: FormSpec) -> None:
    await sitting.app.push_screen(Form(form), sitting.review.show_saved)
    await sitting.pilot.pause()


async def go_to(sitting: Sitting, name: str) -> None:
    """Go to a field with the tab key, opening the sections on the way."""
    for _ in range(40):
        focused = sitting.app.focused
        if focused is not None and focused.id == name:
            return
        if isinstance(focused, SectionHeading) and not focused.is_open:
            await sitting.press("enter")
        await sitting.press("tab")
    raise AssertionError(f"no way leads to {name}")


async def paste(sitting: Sitting, text: str) -> None:
    assert sitting.app.focused is not None
    sitting.app.focused.post_message(Paste(text))
    await sitting.pilot.pause()


def box(sitting: Sitting, name: str) -> FieldBox:
    return sitting.app.screen.query_one(f"#{name}-field", FieldBox)


def advice(sitting: Sitting, name: str) -> str:
    return str(box(sitting, name).query_one(".advice", Static).visual)


def problem(sitting: Sitting, name: str) -> str:
    return str(box(sitting, name).query_one(".problem", Static).visual)
