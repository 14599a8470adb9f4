"""Whatever becomes of another tool's file, it is taken whole, in part, or refused line by line."""

from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from random import Random
from shutil import copyfile, copytree
from typing import Final

import pytest
from hypothesis import settings

from factcheck.domain.decision import Author
from factcheck.domain.errors import FactcheckError
from factcheck.export.formats import FORMATS
from factcheck.export.recognising import rows_in
from factcheck.reading.data.labels import Labels
from factcheck.services.articles import review_of
from factcheck.services.importing.report import ImportReport
from factcheck.services.importing.taking import import_files
from factcheck.services.telling import told
from factcheck.store.store import Store
from tests.hostile.mutating import GOLDEN, mutated

ANN: Final = Author(reviewer="ann")
SOUND: Final = sorted(
    path for path in GOLDEN.iterdir() if path.is_file() and not path.name.startswith("report")
)
"""A file of every format, as the exports write it, and what lies beside some."""


def named(path: Path) -> str | None:
    """Return the format that a file is named by, if there is one."""
    form = path.stem if path.stem in FORMATS else path.stem.partition("-")[0]
    return form if form in FORMATS and FORMATS[form].read else None


def times() -> int:
    return max(1, settings().max_examples // 5)


@pytest.fixture(scope="module")
def others() -> Sequence[bytes]:
    return [path.read_bytes() for path in SOUND]


def take(store: Store, path: Path, form: str | None, *, partial: bool) -> ImportReport | None:
    labels = Labels(store.schemes.in_force(), store.schemes.scales(), {})
    with suppress(FactcheckError):
        return import_files(store, ANN, rows_in([str(path)], form, labels), partial=partial)
    return None


def assert_stands(store: Store) -> None:
    """What was taken can be looked at and told."""
    scales = store.schemes.scales()
    for document in store.documents.all():
        review = review_of(store, document, "ann")
        assert all(document.text[s.sentence.start : s.sentence.end] for s in review.sentences)
    for decision in store.journal.decisions():
        assert told(decision, scales)


@pytest.mark.parametrize("path", SOUND, ids=lambda path: path.name)
def test_a_file_with_faults_is_taken_or_refused(
    path: Path, others: Sequence[bytes], tmp_path: Path, empty_database: Path
) -> None:
    folder = tmp_path / "files"
    copytree(GOLDEN, folder)
    sound = path.read_bytes()
    for number in range(times()):
        dice = Random(f"{path.name} {number}")  # noqa: S311
        copyfile(empty_database, tmp_path / "factcheck.db")
        (folder / path.name).write_bytes(mutated(sound, dice, others))
        form, partial = dice.choice((None, named(path))), dice.random() < 0.8
        with Store(tmp_path / "factcheck.db") as store:
            report = take(store, folder / path.name, form, partial=partial)
            if report and not report.done:
                assert not list(store.journal.decisions())
            assert_stands(store)
