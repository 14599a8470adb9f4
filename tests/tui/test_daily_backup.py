"""The backup that the day's first sitting makes, and that nobody has to wait for."""

import asyncio
import time
from pathlib import Path
from shutil import copyfile

import pytest

from factcheck.services import backing_up
from factcheck.store.backups.copying import Pulse
from factcheck.store.backups.kept import folder_of, newest_backup
from factcheck.store.store import Store
from tests.tui.conftest import Open

PATIENCE = 20
"""Seconds until what is made beside the screen is there; machines may be busy."""


async def made(store: Store) -> Path:
    """Return the backup as soon as it is there."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        backup = newest_backup(store.path)
        if backup:
            return backup
        await asyncio.sleep(0.01)
    raise AssertionError("there is no backup")


async def test_a_sitting_makes_a_backup_and_says_nothing_of_it(
    store: Store, open_review: Open, tmp_path: Path
) -> None:
    async with open_review() as sitting:
        backup = await made(store)
        assert not list(sitting.app._notifications)
        await sitting.press("c")
    copyfile(backup, tmp_path / "copy.db")
    with Store(tmp_path / "copy.db") as copied:
        assert len(copied.documents) == 2
        assert list(copied.journal.decisions()) == []


async def test_a_backup_that_cannot_be_made_is_said_once_and_the_keys_go_on(
    store: Store, open_review: Open
) -> None:
    folder_of(store.path).write_text("in the way", encoding="utf-8")
    async with open_review() as sitting:
        await sitting.wait_for("no backup was made today")
        await sitting.press("c", "o")
        await sitting.wait_for("2 decided")
        assert len(list(sitting.app._notifications)) == 1
    assert len(list(store.journal.decisions())) == 2


async def test_leaving_the_program_waits_for_no_backup(
    store: Store, open_review: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun: list[float] = []

    def endless(database: Path, pulse: Pulse) -> None:
        while True:
            begun.append(time.monotonic())
            pulse(0)
            time.sleep(0.01)

    monkeypatch.setattr(backing_up, "roll", endless)
    async with open_review() as sitting:
        while not begun:
            await asyncio.sleep(0.01)
        left = time.monotonic()
        await sitting.press("q")
    assert time.monotonic() - left < 5
    last = begun[-1]
    await asyncio.sleep(0.1)
    assert begun[-1] == last
