"""Nothing but the reviewer's editor is ever run, and nothing is fetched unasked."""

import ast
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import factcheck

PACKAGE: Final = Path(factcheck.__file__).parent
EDITOR: Final = PACKAGE / "tui" / "editor.py"
RUNNING: Final = frozenset(
    (
        *("subprocess", "pty", "multiprocessing", "webbrowser", "runpy", "code", "codeop"),
        *("ctypes", "cffi", "pickle", "marshal", "shelve", "dill"),
    )
)
"""Modules that run programs, or code that stands in data."""
RUNS: Final = frozenset(
    (
        *("eval", "exec", "compile", "__import__", "system", "popen", "startfile", "fork"),
        *("forkpty", "posix_spawn", "posix_spawnp", "create_subprocess_exec"),
        *("create_subprocess_shell", "load_extension", "enable_load_extension"),
    )
)
"""What runs a program or code, by the name it is called by; `os.exec*` and `os.spawn*` as well."""
STORY: Final = (
    ["add", "article.txt", "missing.txt"],
    ["list"],
    ["tag", "1:1", "claim"],
    ["verdict", "1:1", "false", "--because", "$(touch run) `touch run`; touch run"],
    ["evidence", "1:1", "--url", "https://example.org/a;touch run", "--stance", "refutes"],
    ["note", "1:1", "| touch run"],
    ["undo"],
    ["redo"],
    ["show", "1", "--json"],
    ["log"],
    ["search", "grew"],
    ["lint"],
    ["stats"],
    ["report", "--format", "html", "-o", "report.html"],
    ["export", "--format", "jsonl", "-o", "all.jsonl"],
    ["import", "all.jsonl"],
    ["keys"],
    ["scheme", "--list"],
    ["sessions"],
)
"""What a reviewer does without the network."""
AUDITED: Final = """
import json, sys
forbidden = ("subprocess.", "os.exec", "os.posix_spawn", "os.spawn", "os.system", "os.fork",
             "os.startfile", "pty.spawn", "socket.connect", "socket.getaddrinfo", "socket.bind",
             "urllib.Request", "webbrowser.", "pickle.find_class", "marshal.loads",
             "sqlite3.enable_load_extension", "sqlite3.load_extension")
seen = []
def look(event, arguments):
    if event.startswith(forbidden):
        if event != "marshal.loads" or not at_import():
            seen.append(event)
def at_import():
    return sys._getframe(2).f_code.co_filename.startswith("<frozen importlib")
from factcheck.cli.main import run
sys.addaudithook(look)
for arguments in json.loads(sys.argv[1]):
    run(["--db", "factcheck.db", "--reviewer", "ann", *arguments])
print(json.dumps(seen), file=sys.stderr)
"""
"""Runs commands, and tells what of the forbidden they did."""


def sources() -> Iterator[Path]:
    yield from sorted(PACKAGE.rglob("*.py"))


def modules_named(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module


def calls_named(tree: ast.AST) -> Iterator[str]:
    """Yield the last name of everything that is called or imported by name."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name | ast.Attribute):
            is_plain = isinstance(node.func, ast.Name)
            name = node.func.id if isinstance(node.func, ast.Name) else node.func.attr
            yield name if is_plain or name != "compile" else "re.compile"
        elif isinstance(node, ast.ImportFrom):
            yield from (alias.name for alias in node.names)


def shell_asked_for(tree: ast.AST) -> bool:
    keywords = (node for node in ast.walk(tree) if isinstance(node, ast.keyword))
    return any(keyword.arg == "shell" for keyword in keywords)


def runs(tree: ast.AST) -> set[str]:
    """Return by what names a module runs programs, or code from data."""
    called = set(calls_named(tree))
    return (
        {name.partition(".")[0] for name in modules_named(tree)} & RUNNING
        | called & RUNS
        | {name for name in called if name.startswith(("execv", "execl", "spawnv", "spawnl"))}
        | ({"shell"} if shell_asked_for(tree) else set())
    )


def test_only_the_editor_is_run_and_without_a_shell() -> None:
    found = {file: runs(ast.parse(file.read_text(encoding="utf-8"))) for file in sources()}
    assert {file: names for file, names in found.items() if names} == {EDITOR: {"subprocess"}}


def test_every_way_to_run_something_is_found() -> None:
    ways = "import pickle", "from os import system", "import os; os.execvp('a', [])", "eval('1')"
    assert all(runs(ast.parse(way)) for way in (*ways, "run(x, shell=False)"))
    assert not runs(ast.parse("import re; re.compile('a'); store.execute('SELECT 1')"))


def test_commands_run_no_program_and_open_no_connection(tmp_path: Path) -> None:
    (tmp_path / "article.txt").write_text("The town grew. It is lovely.\n", encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-c", AUDITED, json.dumps(STORY)],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(PACKAGE.parent), "EDITOR": "touch run"},
        capture_output=True,
        text=True,
        check=True,
    )
    assert json.loads(done.stderr.splitlines()[-1]) == []
    assert (tmp_path / "all.jsonl").stat().st_size > 0
    assert "Traceback" not in done.stderr
    assert not (tmp_path / "run").exists()


def test_what_would_be_forbidden_is_seen(tmp_path: Path) -> None:
    """The other test would pass as well if the hook saw nothing."""
    planted = AUDITED.replace("print(", "import subprocess; subprocess.run(['true'])\nprint(")
    done = subprocess.run(
        [sys.executable, "-c", planted, "[]"], cwd=tmp_path, capture_output=True, text=True
    )
    assert "subprocess.Popen" in json.loads(done.stderr.splitlines()[-1])
