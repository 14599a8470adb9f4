"""A second database, for what leaves the first."""

from collections.abc import Iterator
from pathlib import Path
from shutil import copyfile

import pytest

from factcheck.store.store import Store


@pytest.fixture
def other(tmp_path: Path, empty_database: Path) -> Iterator[Store]:
    """Another open, empty database."""
    copyfile(empty_database, tmp_path / "other.db")
    with Store(tmp_path / "other.db") as opened:
        yield opened
