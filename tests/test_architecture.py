"""The layers hold: what each may import, and what loading one really loads."""

import ast
import pkgutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import factcheck

PACKAGE = Path(factcheck.__file__).parent

FORBIDDEN = {
    "domain": {"sqlite_utils", "sqlite3", "textual", "rich", "click", "sentencex"},
    "reading": {"sqlite_utils", "sqlite3", "textual", "rich", "click"},
    "store": {"textual", "rich", "click"},
    "services": {"sqlite_utils", "sqlite3", "textual", "rich", "click"},
    "export": {"sqlite_utils", "sqlite3", "textual", "rich", "click"},
    "tui": {"sqlite_utils", "sqlite3", "click"},
    "cli": {"sqlite_utils", "sqlite3", "textual", "rich"},
}
"""What no module of a layer may import itself."""

EXCEPTED = {PACKAGE / "cli" / "progress.py": {"rich"}}
"""What one module may: the bar is drawn by rich, which it loads when there is one to draw."""

UNLOADED = {
    "domain": {"sqlite_utils", "sqlite3", "textual", "rich", "click", "sentencex"},
    "reading": {"sqlite_utils", "sqlite3", "textual", "rich", "click"},
    "store": {"textual", "rich"},
    "services": {"textual", "rich"},
    "export": {"textual", "rich"},
}
"""What loading a whole layer may not load, by whatever way; sqlite_utils itself loads click."""


def modules(layer: str) -> list[str]:
    folder = PACKAGE / layer
    found = pkgutil.walk_packages([str(folder)], prefix=f"factcheck.{layer}.")
    return [f"factcheck.{layer}", *(module.name for module in found)]


def imports(file: Path) -> Iterator[str]:
    """Yield the top-level packages that a source file imports, inside functions as well."""
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name.partition(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module.partition(".")[0]


def loaded_after(statements: str) -> set[str]:
    """Return the packages that a fresh interpreter has loaded after running `statements`."""
    listing = "import sys; print('\\n'.join(sys.modules), file=sys.stderr)"
    done = subprocess.run(
        [sys.executable, "-c", f"{statements}\n{listing}"],
        capture_output=True,
        text=True,
        check=True,
    )
    return {name.partition(".")[0] for name in done.stderr.splitlines()}


def loaded_by_command(*arguments: str) -> set[str]:
    return loaded_after(f"from factcheck.cli.main import run\nassert run({list(arguments)!r}) == 0")


@pytest.mark.parametrize("layer", FORBIDDEN)
def test_no_module_of_a_layer_imports_what_belongs_to_another(layer: str) -> None:
    for file in sorted((PACKAGE / layer).rglob("*.py")):
        assert not FORBIDDEN[layer] & set(imports(file)) - EXCEPTED.get(file, set()), file


def test_every_layer_is_looked_at() -> None:
    layers = {entry.name for entry in PACKAGE.iterdir() if (entry / "__init__.py").exists()}
    assert layers == FORBIDDEN.keys()


@pytest.mark.parametrize("layer", UNLOADED)
def test_a_layer_loads_without_what_belongs_to_another(layer: str) -> None:
    loaded = loaded_after("\n".join(f"import {module}" for module in modules(layer)))
    assert "factcheck" in loaded
    assert not UNLOADED[layer] & loaded


def test_help_loads_neither_screens_nor_database_nor_models() -> None:
    for arguments in (["--help"], ["--version"], ["review", "--help"], ["tag", "--help"]):
        loaded = loaded_by_command(*arguments)
        assert "click" in loaded
        assert not {"textual", "rich", "sqlite_utils", "pydantic", "sentencex"} & loaded


def test_commands_load_no_screens(tmp_path: Path) -> None:
    database = ("--db", str(tmp_path / "factcheck.db"), "--reviewer", "ann")
    for command in ("list", "log", "sessions", "report"):
        loaded = loaded_by_command(*database, command)
        assert "sqlite_utils" in loaded
        assert not {"textual", "rich"} & loaded
    assert not {"textual", "rich"} & loaded_by_command("--reviewer", "ann", "keys")
