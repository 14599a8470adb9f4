"""What goes wrong around the program: locks, editors, signals."""

import signal
import sqlite3
import time
from contextlib import closing
from pathlib import Path

import pytest

from tests.terminals import SEEDS, Run

LEFT_THE_SCREEN = b"\x1b[?1049l"


def test_keys_typed_behind_a_failed_write_decide_nothing(run: Run, tmp_path: Path) -> None:
    terminal = run("review", str(SEEDS))
    terminal.wait_for("0 decided · saved")
    with closing(sqlite3.connect(tmp_path / "factcheck.db", isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        terminal.press("c")
        time.sleep(0.3)
        terminal.press("of")
        terminal.wait_for("not saved: another program is writing")
        other.execute("ROLLBACK")
    terminal.press("f")
    terminal.wait_for("sentence 2 of 25 · 1 decided · saved")
    with closing(sqlite3.connect(tmp_path / "factcheck.db")) as database:
        assert database.execute("SELECT tag FROM tag").fetchall() == [("filler",)]


@pytest.mark.parametrize("editor", ["false", "no-such-editor", "'unbalanced"])
def test_an_editor_that_fails_gives_the_terminal_back(
    run: Run, monkeypatch: pytest.MonkeyPatch, editor: str
) -> None:
    monkeypatch.setenv("EDITOR", editor)
    monkeypatch.delenv("VISUAL", raising=False)
    terminal = run("review", str(SEEDS))
    terminal.wait_for("0 decided · saved")
    terminal.press("m")
    terminal.wait_for("Note · sentence 1")
    terminal.press("\x05")
    terminal.wait_for("did not work")
    terminal.press("still here\r")
    terminal.wait_for("m note  still here")


def test_what_the_editor_writes_cannot_command_the_terminal(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    editor = tmp_path / "editor"
    editor.write_text("#!/bin/sh\nprintf 'two \\033[31mOWNED' > \"$1\"\n", encoding="utf-8")
    editor.chmod(0o755)
    monkeypatch.setenv("VISUAL", str(editor))
    terminal = run("review", str(SEEDS))
    terminal.wait_for("0 decided · saved")
    terminal.press("m")
    terminal.wait_for("Note · sentence 1")
    terminal.press("\x05")
    terminal.wait_for("two ␛.31mOWNED")
    assert b"\x1b[31mOWNED" not in terminal.sent


@pytest.mark.parametrize("name", [signal.SIGTERM, signal.SIGHUP])
def test_a_program_that_is_told_to_end_leaves_the_terminal_as_it_was(
    run: Run, name: signal.Signals
) -> None:
    terminal = run("review", str(SEEDS))
    terminal.wait_for("0 decided · saved")
    terminal.press("c")
    terminal.wait_for("1 decided · saved")
    terminal.signal(name)
    terminal.end()
    assert LEFT_THE_SCREEN in terminal.sent
    terminal = run()
    terminal.wait_for("sentence 2 of 25 · 1 decided")
