"""Forms in a real terminal: what is pasted in one burst, and the reviewer's own editor."""

import sqlite3
import stat
from contextlib import closing
from pathlib import Path

import pytest

from tests.terminals import SEEDS, Run

_PASTE = "\x1b[200~{}\x1b[201~"
"""How a terminal marks what is pasted."""


def test_a_pasted_quote_with_its_link_is_saved_in_one_burst(run: Run, tmp_path: Path) -> None:
    terminal = run("review", str(SEEDS), size=(80, 24))
    terminal.wait_for("0 decided · saved")
    pasted = _PASTE.format("“Nearly five million shells.”\r\nhttps://example.org/a?utm_source=x")
    terminal.press(f"e{pasted}\t\tr\x13jf")
    terminal.wait_for("2 decided · saved")
    with closing(sqlite3.connect(tmp_path / "factcheck.db")) as database:
        row = database.execute("SELECT url, quote, stance FROM evidence").fetchone()
    assert row == ("https://example.org/a", "Nearly five million shells.", "refutes")


def test_the_reviewers_editor_writes_a_field(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    editor = tmp_path / "editor"
    editor.write_text('#!/bin/sh\nprintf "%s by hand" "$(cat "$1")" > "$1"\n', encoding="utf-8")
    editor.chmod(editor.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setenv("VISUAL", str(editor))
    terminal = run("review", str(SEEDS), size=(80, 24))
    terminal.wait_for("0 decided · saved")
    terminal.press("mwritten\x05")
    terminal.wait_for("written by hand")
    terminal.press("\r")
    terminal.wait_for("m note  written by hand")


def test_an_editor_that_cannot_be_run_gives_way_to_a_page_here(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("VISUAL", "no-such-editor")
    terminal = run("review", str(SEEDS), size=(80, 24))
    terminal.wait_for("0 decided · saved")
    terminal.press("mwritten\x05")
    terminal.wait_for("no-such-editor.*did not work")
    terminal.press(" here")
    terminal.wait_for("sentence 1")
    terminal.wait_for("written here")
    terminal.press("\r")
    terminal.wait_for("m note  written here")
