"""A review of the two seed articles, as a reviewer opens it."""

from collections.abc import AsyncIterator, Iterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path
from shutil import copyfile
from typing import Protocol

import pytest
from textual.events import Paste
from textual.pilot import Pilot

from factcheck.domain.decision import Author
from factcheck.services.adding import add_sources
from factcheck.services.sittings import begin
from factcheck.store.store import Store
from factcheck.tui.app import FactcheckApp
from factcheck.tui.commands.review import COMMANDS
from factcheck.tui.desk import Desk
from factcheck.tui.screens.review import ReviewScreen

TYPED = 3
"""Letters that are typed one by one."""
SEEDS = Path(__file__).parents[2] / "seeds"


class Sitting:
    """A running review and what a test asks of it."""

    def __init__(self, app: FactcheckApp, pilot: Pilot[None]) -> None:
        self.app = app
        self.pilot = pilot

    @property
    def review(self) -> ReviewScreen:
        return next(screen for screen in self.app.screen_stack if isinstance(screen, ReviewScreen))

    @property
    def desk(self) -> Desk:
        return self.review.desk

    async def press(self, *keys: str) -> None:
        await self.pilot.press(*keys)

    async def type(self, text: str) -> None:
        """Type the first letters, which shows where keys go, and paste the rest, which is fast."""
        typed = text if self.app.focused is None else text[:TYPED]
        await self.press(*("space" if letter == " " else letter for letter in typed))
        if self.app.focused is not None and text[len(typed) :]:
            self.app.post_message(Paste(text[len(typed) :]))
            await self.pilot.pause()

    async def wait_for(self, words: str) -> None:
        """Return as soon as `words` are on the screen; fail if they do not come."""
        for _ in range(200):
            if words in self.text():
                return
            await self.pilot.pause(0.1)
        raise AssertionError(f"{words!r} did not appear on\n{self.text()}")

    def text(self) -> str:
        """Return what stands on the screen, line by line."""
        strips = self.app.screen._compositor.render_strips()
        return "\n".join(strip.text.rstrip() for strip in strips)


class Open(Protocol):
    """Opens the review for a reviewer, on a terminal of some size."""

    def __call__(
        self, reviewer: str = "ann", size: tuple[int, int] = (120, 36), **begin: bool | str
    ) -> AbstractAsyncContextManager[Sitting]: ...


@pytest.fixture(autouse=True)
def still(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing on the screen moves by itself, and no colours come from the environment."""
    monkeypatch.setenv("TEXTUAL_ANIMATIONS", "none")
    monkeypatch.delenv("NO_COLOR", raising=False)


@pytest.fixture
def empty_store(tmp_path: Path, empty_database: Path) -> Iterator[Store]:
    copyfile(empty_database, tmp_path / "factcheck.db")
    with Store(tmp_path / "factcheck.db") as store:
        yield store


@pytest.fixture(scope="session")
def seeded_database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database with the seed articles in it, to be copied."""
    path = tmp_path_factory.mktemp("seeded") / "factcheck.db"
    with Store(path) as store:
        list(add_sources(store, Author(reviewer="ann"), [str(SEEDS)]))
    return path


@pytest.fixture
def store(tmp_path: Path, seeded_database: Path) -> Iterator[Store]:
    copyfile(seeded_database, tmp_path / "factcheck.db")
    with Store(tmp_path / "factcheck.db") as store:
        yield store


@pytest.fixture
def open_review(store: Store) -> Open:
    return opener(store)


def opener(store: Store) -> Open:
    """Return what opens the review of the articles in `store`."""

    @asynccontextmanager
    async def open_review(
        reviewer: str = "ann", size: tuple[int, int] = (120, 36), **options: bool | str
    ) -> AsyncIterator[Sitting]:
        app = FactcheckApp(store, begin(store, reviewer, **options), COMMANDS)  # type: ignore[arg-type]
        async with app.run_test(size=size, notifications=True) as pilot:
            await pilot.pause()
            yield Sitting(app, pilot)

    return open_review
