"""A database that was lived in, and copies of it to be spoilt."""

from pathlib import Path
from shutil import copyfile

import pytest

from tests.lived_in import lived_in


@pytest.fixture(scope="session")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return lived_in(tmp_path_factory.mktemp("lived-in"))


@pytest.fixture
def database(sound: Path, tmp_path: Path) -> Path:
    """A copy of the sound database, to be spoilt."""
    path = tmp_path / "factcheck.db"
    copyfile(sound, path)
    return path
