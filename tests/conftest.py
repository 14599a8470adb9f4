"""A real database in a folder of its own, and a small article in it."""

from collections.abc import Iterator
from pathlib import Path
from shutil import copyfile

import pytest
from hypothesis import settings

from factcheck.domain.decision import Author
from factcheck.domain.document import Document
from factcheck.services.adding import add_sources
from factcheck.store.store import Store

settings.register_profile("quick", deadline=None, max_examples=25)
settings.register_profile("soak", deadline=None, max_examples=1000)
settings.load_profile("quick")


@pytest.fixture(scope="session")
def no_settings(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty folder; with one for each test the search for a free name would take seconds."""
    return tmp_path_factory.mktemp("config")


@pytest.fixture(autouse=True)
def no_keys_of_ones_own(no_settings: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever runs the tests may have a keys.toml; the tests do without."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(no_settings))


@pytest.fixture(scope="session")
def empty_database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database with nothing in it, to be copied: making one takes longer than most tests."""
    path = tmp_path_factory.mktemp("empty") / "factcheck.db"
    Store(path).close()
    return path


@pytest.fixture
def store(tmp_path: Path, empty_database: Path) -> Iterator[Store]:
    """An open, empty database."""
    copyfile(empty_database, tmp_path / "factcheck.db")
    with Store(tmp_path / "factcheck.db") as opened:
        yield opened


@pytest.fixture
def article(store: Store, tmp_path: Path) -> Document:
    """An article of three sentences in the database."""
    file = tmp_path / "article.txt"
    file.write_text("The town grew last year. It is lovely.\n\nRead more here.\n", encoding="utf-8")
    (addition,) = add_sources(store, Author(reviewer="ann"), [str(file)])
    assert addition.article
    return addition.article
