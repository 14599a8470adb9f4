"""Nothing that is printed can command a terminal."""

import json
import unicodedata
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.cli.output import complain, print_json, say, show

Run = Callable[..., CompletedProcess[str]]

BIDI = set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
HOSTILE = "\x1b[2J\x1b]0;owned\x07 \x9b31m\x00 \u202eabc\u2066 [@click=app.quit]x[/] \r\x08\x7f end"


def controls(text: str) -> set[str]:
    """Return what could command a terminal or reorder a line."""
    return {
        letter
        for letter in text
        if unicodedata.category(letter) in {"Cc", "Cs", "Zl", "Zp"} or letter in BIDI
    }


def assert_harmless(done: CompletedProcess[str]) -> None:
    assert controls(done.stdout) <= {"\n"}
    assert controls(done.stderr) <= {"\n"}


@pytest.fixture
def hostile(run: Run, folder: Path) -> str:
    """A hostile article in a file with a hostile name; returns the name."""
    name = "a\x1b[31m\u202e\n\x9b.txt"
    (folder / name).write_bytes(f"{HOSTILE} is here.\n{HOSTILE} again.".replace("\0", "").encode())
    assert_harmless(run("add", name))
    return name


def test_hostile_articles_are_shown_harmlessly(run: Run, hostile: str) -> None:
    for arguments in (
        *(["list"], ["list", "--json"], ["show", "1"], ["show", "1", "--json"], ["report"]),
        *(["add", hostile], ["add", "--json", hostile], ["show", hostile], ["log"]),
    ):
        done = run(*arguments)
        assert done.returncode == 0
        assert done.stdout or arguments == ["log"]
        assert_harmless(done)


def test_hostile_decisions_are_told_harmlessly(run: Run, hostile: str) -> None:
    for arguments in (
        ["verdict", "1:1", "false", "--because", HOSTILE.replace("\0", "")],
        ["claim", "1:1", "--text", HOSTILE, "--claimant", HOSTILE],
        ["evidence", "1:1", "--url", "https://a.org/", "--title", HOSTILE, "--quote", HOSTILE],
        ["note", "1:1", HOSTILE],
        ["flag", "1:1", HOSTILE],
        *(["undo"], ["redo"], ["log"], ["log", "--json"], ["log", "1:1"], ["show", "1"]),
        *(["show", "1", "--json"], ["report"], ["report", "-o", "r\x1b[1m.md"], ["sessions"]),
    ):
        done = run(*arguments)
        assert done.returncode == 0, done.stderr
        assert_harmless(done)


def test_errors_repeat_hostile_words_harmlessly_on_one_line(run: Run, hostile: str) -> None:
    word = HOSTILE.replace("\0", "") + "\nsecond line"
    for arguments in (
        *([word], ["--reviewer", word, "list"], ["--db", f"{hostile}/x", "list"]),
        *(["add", word], ["show", word], ["tag", word, "claim"], ["tag", f"{word}:1", "claim"]),
        *(["tag", "1:1", word], ["verdict", "1:1", word], ["claim", "1:1", "--date", word]),
        *(["evidence", "1:1", "--url", word], ["report", word], ["report", "--format", word]),
        *(["report", "-o", f"gone/{word}"], ["review", "--session", word], [f"--{word}"]),
    ):
        done = run(*arguments)
        assert done.returncode in {1, 2, 3}
        assert len(done.stderr.splitlines()) == 1
        assert_harmless(done)


def test_hostile_text_in_json_is_kept_exactly(run: Run, hostile: str) -> None:
    run("note", "1:1", HOSTILE)
    shown = json.loads(run("show", "1", "--json").stdout)
    assert shown["sentences"][0]["note"] == HOSTILE
    assert shown["source"] == hostile
    assert HOSTILE.replace("\0", "") in shown["text"]


@settings(deadline=None, max_examples=100)
@given(st.text(st.characters()))
def test_any_text_is_printed_on_one_harmless_line(text: str) -> None:
    with pytest.MonkeyPatch.context() as patch:
        printed: list[str] = []
        patch.setattr("click.echo", lambda line, err=False: printed.append(line))
        say(text)
        complain(text)
        print_json(text)
        show(text)
    *lines, shown = printed
    assert not any(controls(line) for line in lines)
    assert controls(shown) <= {"\n"}
    assert json.loads(lines[2]) == text
