"""Search over everything, and statistics, on the screen."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from textual.app import App
from textual.pilot import Pilot
from textual.screen import Screen
from textual.widgets import OptionList

from factcheck.domain.decision import Author, Change, Kind
from factcheck.domain.findings.remark import Note
from factcheck.domain.findings.tagging import TagValue
from factcheck.domain.tag import Tag
from factcheck.services.searching import search
from factcheck.store.store import Store
from factcheck.tui.screens.search import SearchScreen
from factcheck.tui.screens.statistics import StatisticsScreen


class Window:
    """A screen that was opened, and how it ended."""

    def __init__(self, pilot: Pilot[None]) -> None:
        self.pilot = pilot
        self.answers: list[object] = []

    def text(self) -> str:
        strips = self.pilot.app.screen._compositor.render_strips()
        return "\n".join(strip.text.rstrip() for strip in strips)

    async def type(self, text: str) -> None:
        await self.pilot.press(*("space" if letter == " " else letter for letter in text))


@asynccontextmanager
async def opened(screen: Screen[Any], size: tuple[int, int] = (100, 30)) -> AsyncIterator[Window]:
    app: App[None] = App()
    async with app.run_test(size=size) as pilot:
        window = Window(pilot)
        await app.push_screen(screen, window.answers.append)
        await pilot.pause()
        yield window


async def test_hits_come_as_one_types(store: Store) -> None:
    async with opened(SearchScreen(store)) as window:
        await window.type("peninsu")
        await window.pilot.pause(0.4)
        assert "1:7  sentence" in window.text()
        assert window.pilot.app.screen.query_one(OptionList).option_count > 0


async def test_enter_goes_to_the_highlighted_sentence_without_waiting(store: Store) -> None:
    hits = search(store, "russia", 100)
    async with opened(SearchScreen(store)) as window:
        await window.type("russia ")
        await window.pilot.press("down", "enter")
        await window.pilot.pause()
        assert window.answers == [hits[1].subject]


async def test_enter_without_a_hit_stays_and_escape_closes(store: Store) -> None:
    async with opened(SearchScreen(store)) as window:
        await window.type("zzzz")
        await window.pilot.press("enter")
        assert window.answers == []
        await window.pilot.press("escape")
        await window.pilot.pause()
        assert window.answers == [None]


async def test_hostile_notes_command_nothing(store: Store) -> None:
    sentence = next(store.documents.sentences(next(store.documents.all())))
    note = Note(text="[bold]kumquat[/] [link=x]\x1b[31m\u202e")
    author = Author(reviewer="ann")
    store.journal.record(author, [Change(kind=Kind.NOTE, subject=sentence.id, value=note)])
    async with opened(SearchScreen(store)) as window:
        await window.type("kumquat")
        await window.pilot.pause(0.4)
        assert "[bold]kumquat[/] [link=x]␛[31m�" in window.text()


async def test_statistics_are_drawn_as_wide_as_there_is_room(store: Store) -> None:
    sentence = next(store.documents.sentences(next(store.documents.all())))
    sitting = store.sittings.start("ann", None)
    author = Author(reviewer="ann", session=sitting.id)
    tag = Change(kind=Kind.TAG, subject=sentence.id, value=TagValue(tag=Tag.CLAIM))
    store.journal.record(author, [tag])
    async with opened(StatisticsScreen(store), (70, 40)) as window:
        await window.pilot.pause()
        shown = window.text()
        assert "sentences tagged" in shown
        assert "█" in shown
        assert "Pace" in shown
        await window.pilot.resize_terminal(50, 12)
        await window.pilot.pause()
        assert "Pace" not in window.text()
        await window.pilot.press(*"j" * 30)
        await window.pilot.pause()
        assert "Pace" in window.text()
        await window.pilot.press("escape")
        await window.pilot.pause()
        assert window.answers == [None]
