"""The program in trouble: in a terminal, or as a command that can be killed."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from factcheck.domain.decision import Author
from factcheck.domain.tag import Tag
from factcheck.services import deciding
from factcheck.services.adding import add_sources
from factcheck.store.store import Store
from tests.articles import sentences_of
from tests.faults.forking import Forked
from tests.faults.killing import SENTENCES, Start
from tests.terminals import Run, Terminal, run

__all__ = ["run"]

ANN = Author(reviewer="ann")


@pytest.fixture(scope="session")
def forked() -> Iterator[Forked]:
    """A program with everything imported, which forks a child for each command."""
    with Forked() as program:
        yield program


@pytest.fixture
def opened(forked: Forked, folder: Path) -> Iterator[Run]:
    """Open the program in a terminal, in a child that starts quickly."""
    terminals: list[Terminal] = []

    def opened(*arguments: str, **how: Any) -> Terminal:
        while terminals:  # one child at a time
            terminals.pop().kill()
        terminals.append(forked.open(*arguments, **how))
        return terminals[-1]

    yield opened
    while terminals:
        terminals.pop().kill()


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The current folder, which knows no settings but a reviewer."""
    work = tmp_path / "work"
    work.mkdir()
    monkeypatch.chdir(work)
    for name in ("config", "data"):
        monkeypatch.setenv(f"XDG_{name.upper()}_HOME", str(tmp_path / name))
    monkeypatch.setenv("FACTCHECK_DB", "factcheck.db")
    monkeypatch.setenv("FACTCHECK_REVIEWER", "ann")
    return work


@pytest.fixture
def start(forked: Forked, folder: Path) -> Start:
    """Start a command in the folder."""
    return forked.start


@pytest.fixture(scope="session")
def reviewed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database with an article, all sentences of which are tagged; beside it, one before that."""
    folder = tmp_path_factory.mktemp("reviewed")
    article = folder / "article.txt"
    article.write_text("\n".join(f"It is {n}." for n in range(SENTENCES)), encoding="utf-8")
    with Store(folder / "reviewed.db") as store:
        (addition,) = add_sources(store, ANN, [str(article)])
        assert addition.article
        sentences = [sentence.id for sentence in sentences_of(store, addition.article)]
        with closing(sqlite3.connect(folder / "unreviewed.db")) as before:
            store._db.conn.backup(before)
        deciding.tag(store, ANN, sentences, Tag.CLAIM)
    return folder / "reviewed.db"
