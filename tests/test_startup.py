"""The program starts at once: nothing is loaded before it is needed."""

import subprocess
import sys
from pathlib import Path

import pytest

from factcheck.cli.commands import COMMANDS

MODELS_BUILT = "pydantic.plugin._loader"
"""What pydantic loads when it first builds what validates a value."""


def loaded_after(statements: str) -> set[str]:
    """Return the modules that a fresh interpreter has loaded after running `statements`."""
    listing = "import sys; print('\\n'.join(sys.modules), file=sys.stderr)"
    done = subprocess.run(
        [sys.executable, "-c", f"{statements}\n{listing}"],
        capture_output=True,
        text=True,
        check=True,
    )
    return set(done.stderr.splitlines())


def loaded_by_command(*arguments: str) -> set[str]:
    return loaded_after(f"from factcheck.cli.main import run\nassert run({list(arguments)!r}) == 0")


@pytest.fixture
def database(tmp_path: Path) -> tuple[str, ...]:
    """Return the options that name a database with an article in it."""
    article = tmp_path / "article.txt"
    article.write_text("It rained. Nobody came.", encoding="utf-8")
    options = ("--db", str(tmp_path / "factcheck.db"), "--reviewer", "ann")
    loaded_by_command(*options, "add", str(article))
    return options


def test_the_list_of_commands_loads_none_of_them() -> None:
    loaded = loaded_by_command("--help")
    assert "factcheck.cli.main" in loaded
    assert not {f"factcheck.cli.{listed.module}" for listed in COMMANDS.values()} & loaded


def test_a_command_loads_no_other_one() -> None:
    loaded = loaded_by_command("tag", "--help")
    assert "factcheck.cli.deciding" in loaded
    assert not {"factcheck.cli.adding", "factcheck.cli.evidence", "factcheck.cli.review"} & loaded


@pytest.mark.parametrize("command", [("list",), ("show", "1")])
def test_what_is_kept_is_shown_without_validating_it_again(
    database: tuple[str, ...], command: tuple[str, ...]
) -> None:
    loaded = loaded_by_command(*database, *command)
    assert "pydantic" in loaded
    assert MODELS_BUILT not in loaded


@pytest.mark.parametrize("command", [("list",), ("show", "1"), ("tag", "1:1", "claim")])
def test_a_command_loads_no_part_of_the_database_that_it_does_not_use(
    database: tuple[str, ...], command: tuple[str, ...]
) -> None:
    loaded = loaded_by_command(*database, *command)
    assert "factcheck.store.documents" in loaded
    unused = {"archive", "attachments", "journal_merging", "queue", "search", "statistics"}
    assert not {f"factcheck.store.{part}" for part in unused} & loaded


def test_the_database_loads_no_library_for_numbers_that_happens_to_be_installed() -> None:
    loaded = loaded_after("import factcheck.store.store")
    assert "sqlite_utils" in loaded
    assert not {"numpy", "pandas"} & {name.partition(".")[0] for name in loaded}


def test_what_the_database_passes_over_can_still_be_loaded_after_it() -> None:
    assert "numpy" in loaded_after("import factcheck.store.store\nimport numpy")


def test_the_article_is_there_before_any_window_or_reader_is_loaded() -> None:
    loaded = loaded_after("import factcheck.tui.app")
    assert "factcheck.tui.screens.article" in loaded
    assert not {
        name for name in loaded if name.startswith(("factcheck.tui.forms.", "factcheck.reading"))
    }
    assert not {f"factcheck.tui.screens.{name}" for name in ("form", "library", "report")} & loaded
    assert "factcheck.domain.linting.rules" not in loaded
