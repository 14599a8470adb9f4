"""Every command on a terminal, with hostile words in every place: none of them commands it."""

import json
import re
import sys
from pathlib import Path
from typing import Final

import pexpect
import pytest

from tests.terminals import terminal_environment

H: Final = (
    "\x1b]0;OWNED\x07\x1b[31mOWNED\x1b[2J\x9b31m\u202eOWNED\u202c\x08\x01\x7f\u2066"
    "[@click=app.quit]x[bold] \u2028\udcff"
)
"""What would set the title, clear the screen, turn the writing round and run an action."""
LINES: Final = f"{H}\r\nfactcheck: FORGED\n{H}"
URL: Final = "https://example.org/"
RUNNER: Final = """
import json, sys, traceback
from factcheck.cli.main import run
for arguments in json.load(open(sys.argv[1])):
    try:
        print("STATUS", run(arguments), flush=True)
    except Exception:
        print("STATUS of", arguments[4:], ascii(traceback.format_exc()), flush=True)
"""
"""Runs one command after the other as the installed program does."""
DB: Final = ("--db", "factcheck.db", "--reviewer", "ann")
WORK: Final = (
    ["add", "article.txt", f"{H}.txt", f"{LINES}.txt", f"missing {H}"],
    ["add", "article.txt", "--format", H],
    ["add", "article.txt", "--encoding", H],
    ["add", f"http://{H}/"],
    ["list"],
    ["list", "--json"],
    ["show", "1"],
    ["show", "1", "--json"],
    ["show", H],
    ["show", f"{H}.txt"],
    ["tag", "1:1-2", "claim"],
    ["tag", LINES, "claim"],
    ["tag", "1:1", LINES],
    ["claim", "1:1", "--text", LINES, "--claimant", H, "--date", H],
    ["claim", "1:1", "--text", LINES],
    ["claim", "1:1", "--claimant", LINES],
    ["verdict", "1:1", "false", "--because", LINES],
    ["verdict", "1:1", LINES],
    ["evidence", "1:1", "--url", URL + H],
    ["evidence", "1:1", "--url", URL, "--quote", LINES, "--title", "OWNED", "--stance", "refutes"],
    ["evidence", "1:1", "--url", URL, "--title", LINES, "--stance", H],
    ["note", "1:1", LINES],
    ["flag", "1:1", LINES],
    ["split", "1:1", H],
    ["merge", H],
    ["link", "1:1", H, H],
    ["edit", "1", "--title", LINES, "--author", H, "--publisher", H],
    ["edit", "1", "--url", URL + H, "--language", H],
    ["edit", "1", "--title", "\u202etitle"],
    ["undo"],
    ["redo"],
    ["restore", H],
    ["attachment", "1:1", H],
    ["log"],
    ["log", "1:1"],
    ["log", LINES],
    ["log", "--json"],
    ["sessions"],
    ["claims"],
    ["claims", "--json"],
    ["recheck", H],
    ["lint"],
    ["lint", H],
    ["search", "OWNED"],
    ["search", LINES],
    ["stats"],
    ["report"],
    ["report", "--format", "html"],
    ["report", "--format", LINES],
    ["report", "-o", f"none/{LINES}/report.md"],
    ["export", "--format", "jsonl"],
    ["export", "--format", "csv"],
    ["export", "--format", "webannotation"],
    ["export", "--format", LINES],
    ["export", "--format", "csv", "-o", f"none/{LINES}/x.csv"],
    ["export", "--format", "csv", "--reviewer", H],
    ["import", f"{H}.jsonl"],
    ["import", f"missing {LINES}"],
    ["import", "article.txt", "--format", LINES],
    ["import", f"{H}.jsonl", "--label", f"{H}={H}"],
    ["import", f"{H}.jsonl", "--label", H],
    ["scheme"],
    ["scheme", f"{H}.toml"],
    ["scheme", LINES],
    ["keys"],
    ["backup", f"none/{LINES}/x.db"],
    ["merge-db", f"missing {LINES}"],
    ["doctor"],
    [LINES],
    [f"--{H}"],
    ["tag", f"--{LINES}"],
    ["list", LINES],
    ["--reviewer", LINES, "list"],
    ["--db", f"none/{LINES}/x.db", "list"],
    ["--db", "article.txt", "list"],
)
CONTROLS: Final = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1a\x1c-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\u2028\u2029]"
)
OWN: Final = re.compile(r"\x1b\[(\?25[lh]|2K|1A|[\d;]*m|\d*G)(?!OWNED)")
"""How a progress bar draws itself."""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with hostile words in files, and in the names of files."""
    text = f"The town grew {H.replace(chr(0xDCFF), '')}. It is lovely.\n"
    for name in ("article.txt", f"{H}.txt", f"{LINES}.txt"):
        (tmp_path / name).write_text(text, encoding="utf-8", newline="")
    row = {"text": f"{text} OWNED", "label": [[0, 9, H]], "id": LINES, "answer": H}
    (tmp_path / f"{H}.jsonl").write_text(json.dumps(row) + "\n", encoding="utf-8")
    (tmp_path / f"{H}.toml").write_text('"OWNED\\u001b" = "\\u001b]0;x"\n', encoding="utf-8")
    return tmp_path


def shown_by(folder: Path, commands: list[list[str]], **environment: str) -> str:
    """Return all that commands wrote on the terminal that they share, errors as well."""
    (folder / "commands").write_text(json.dumps(commands), encoding="utf-8")
    process = pexpect.spawn(
        sys.executable,
        ["-c", RUNNER, "commands"],
        cwd=str(folder),
        env={**terminal_environment(), **environment},
        timeout=60,
        dimensions=(30, 100),
    )
    shown = process.read()
    process.close()
    assert shown.count(b"STATUS") == len(commands), shown.decode()[-2000:]
    text: str = shown.decode("utf-8")
    return text


def test_no_command_lets_hostile_words_command_the_terminal(folder: Path) -> None:
    shown = shown_by(folder, [[*DB, *each] for each in WORK])
    assert re.findall("STATUS of.*", shown) == []
    assert "OWNED" in shown
    assert_only_letters(shown)
    assert not re.search(r"^factcheck: FORGED", shown, re.MULTILINE)


def test_no_variable_of_the_environment_commands_the_terminal(folder: Path) -> None:
    hostile = H.replace("\udcff", "")
    for name in ("FACTCHECK_DB", "FACTCHECK_REVIEWER", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "HOME"):
        shown = shown_by(folder, [["list"], ["keys"], ["tag", "1:9", "claim"]], **{name: hostile})
        assert_only_letters(shown)
        assert re.findall("STATUS of.*", shown) == []


def test_no_key_table_commands_the_terminal(folder: Path) -> None:
    (folder / "factcheck").mkdir()
    for keys in (f'"{H[:2]}"', r'"\u001b]0;OWNED\u0007" = "x"', r'"tag.claim" = "\u001b[31mOWNED"'):
        (folder / "factcheck" / "keys.toml").write_text(keys, encoding="utf-8")
        shown = shown_by(folder, [["keys"], [*DB, "review"]], XDG_CONFIG_HOME=str(folder))
        assert "keys.toml" in shown
        assert_only_letters(shown)


def assert_only_letters(shown: str) -> None:
    rest = OWN.sub("", shown)
    found = CONTROLS.search(rest) or re.search("\x1b", rest)
    assert not found, ascii(rest[max(0, found.start() - 200) : found.end() + 50])
