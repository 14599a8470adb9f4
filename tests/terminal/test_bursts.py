"""Keys that arrive all at once, as over a slow line, go where they would have gone one by one."""

import sqlite3
from contextlib import closing
from pathlib import Path

from tests.terminals import SEEDS, Run


def test_what_is_typed_behind_a_key_that_opens_a_form_goes_into_the_form(
    run: Run, tmp_path: Path
) -> None:
    terminal = run("review", str(SEEDS))
    terminal.wait_for("0 decided · saved")
    terminal.press("fmcof\rc")
    terminal.wait_for("2 decided · saved")
    with closing(sqlite3.connect(tmp_path / "factcheck.db")) as database:
        assert database.execute("SELECT text FROM note").fetchall() == [("cof",)]
        assert database.execute("SELECT tag FROM tag ORDER BY 1").fetchall() == [
            ("claim",),
            ("filler",),
        ]


def test_a_form_filled_in_one_burst_is_saved_whole(run: Run, tmp_path: Path) -> None:
    terminal = run("review", str(SEEDS))
    terminal.wait_for("0 decided · saved")
    terminal.press("ehttps://example.org/a\tfive million\tr\ta title\x13jf")
    terminal.wait_for("2 decided · saved")
    with closing(sqlite3.connect(tmp_path / "factcheck.db")) as database:
        row = database.execute("SELECT url, quote, stance, title FROM evidence").fetchone()
    assert row == ("https://example.org/a", "five million", "refutes", "a title")


def test_what_is_searched_for_is_not_taken_for_commands(run: Run, tmp_path: Path) -> None:
    terminal = run("review", str(SEEDS))
    terminal.wait_for("0 decided · saved")
    terminal.press("/focus.de\rf")
    terminal.wait_for("sentence 18 of 25 · 1 decided · saved")
    with closing(sqlite3.connect(tmp_path / "factcheck.db")) as database:
        assert database.execute("SELECT tag FROM tag").fetchall() == [("filler",)]


def test_what_is_typed_into_the_key_list_is_not_taken_for_commands(
    run: Run, tmp_path: Path
) -> None:
    terminal = run("review", str(SEEDS))
    terminal.wait_for("0 decided · saved")
    terminal.press("?tag as opinion\r")
    terminal.wait_for("1 decided · saved")
    with closing(sqlite3.connect(tmp_path / "factcheck.db")) as database:
        assert database.execute("SELECT tag FROM tag").fetchall() == [("opinion",)]
