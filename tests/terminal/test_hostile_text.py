"""Hostile text in a real terminal: it is shown, and commands nothing."""

import re
import time
from pathlib import Path

from tests.terminals import Run

HOSTILE = (
    "[/foo] closes what nobody opened\n"
    "[@click=app.quit]click me[/] and [bold red]this\n"
    "\x1b]0;OWNED-TITLE\x07 \x1b[31mOWNED-RED\x1b[2J \x1b]52;c;T1dORUQ=\x07 after\n"
    "start \x01 bell \x07 backspace \x08 delete \x7f csi \x9b31m OWNED-C1\n"
    "bidi \u202eOWNED-BIDI\u202c and \u2066isolate\u2069\n"
    "joiners a\u200db\u200cc\u200bd, family 👨\u200d👩\u200d👧\u200d👦, flag 🇺🇦\n"
    "marks e\u0301\u0323\u0302\n"
    "Markdown ![x](http://evil.example) # heading `code` <script>alert(1)</script> | a | b |\n"
    + "long " * 20_000
    + "\nThe end.\n"
)


def test_hostile_text_reaches_the_terminal_only_as_letters(run: Run, tmp_path: Path) -> None:
    article = tmp_path / "hostile.txt"
    article.write_text(HOSTILE, encoding="utf-8", newline="")
    terminal = run("review", str(article))
    terminal.wait_for(r"sentence 1 of \d+ · 0 decided · saved")
    terminal.press("ccccccccc")
    terminal.wait_for(r"9 decided · saved")
    terminal.press("g12k")
    terminal.wait_for("2 Mostly false ◀")
    terminal.press("G")
    terminal.wait_for("The end.")
    terminal.press("gH")
    terminal.wait_for("History")
    terminal.press("\x1b")
    terminal.wait_for("u next open")
    terminal.press("r")
    terminal.wait_for("Reviewers: ann")
    terminal.press("q")
    assert terminal.end() == 0
    assert_only_letters(terminal.sent)


def test_the_commands_print_hostile_text_only_as_letters(run: Run, tmp_path: Path) -> None:
    article = tmp_path / "hostile \x1b]0;OWNED-TITLE\x07.txt"
    article.write_text(HOSTILE, encoding="utf-8", newline="")
    missing = "missing \x1b[31mOWNED-RED.txt"
    sent = b""
    for arguments in (
        ["add", str(article), missing],
        ["tag", "1:1-9", "claim"],
        ["note", "1:1", "\x1b]0;OWNED-TITLE\x07"],
        ["tag", "\x1b[31mOWNED-RED", "claim"],
        ["list"],
        ["show", "1"],
        ["show", "1", "--json"],
        ["log"],
        ["report"],
    ):
        terminal = run(*arguments)
        terminal.end()
        sent += terminal.sent
    assert b"OWNED" in sent
    assert_only_letters(sent)


def assert_only_letters(sent: bytes) -> None:
    """No control from the article is among the bytes that reached the terminal."""
    text = sent.decode("utf-8")
    assert not re.search(r"\x1b\](0|2|52);[^\x07\x1b]*(OWNED|T1dO)", text)
    assert "\x1b[31mOWNED" not in text
    for character in "\x01\x08\x7f\x9b\u202e\u202c\u2066\u2069":
        assert character not in text


WORDS = (
    "\x1b]0;OWNED-TITLE\x07 \x1b[31mOWNED\x9b2J \u202eOWNED-BIDI\u202c [/foo] [@click=app.quit]x[/]"
)
WINDOWS = {
    "\r": "Claim",
    "E": "OWNED",
    "t": "Tag",
    "m": "Note",
    "A": "[Ss]ign|[Aa]pprov",
    "H": "History",
    "l": "OWNED",
    "C": "OWNED",
    "FOWNED": "OWNED",
    "i": "[Ss]tatistics|pace",
    "W": "Findings",
    "r": "Reviewers",
    "X": "[Ee]xport",
    "?": "Keys|keys",
    ":": "[Cc]ommand|Search",
    "/OWNED\r": "OWNED",
}
"""Keys that open each window, and what then stands there."""


def test_no_window_lets_hostile_words_command_the_terminal(run: Run, tmp_path: Path) -> None:
    article = tmp_path / f"{WORDS.replace('/', '')}.txt"
    article.write_text(f"The town grew {WORDS}. It is lovely.\n", encoding="utf-8", newline="")
    scheme = tmp_path / "factcheck" / "keys.toml"
    scheme.parent.mkdir()
    scheme.write_text('"tag.claim" = ["c", "f2"]\n', encoding="utf-8")
    for arguments in (
        ["add", str(article)],
        ["edit", "1", "--title", f"OWNED {WORDS}"],
        ["verdict", "1:1", "false", "--because", WORDS],
        ["claim", "1:1", "--text", WORDS],
        ["evidence", "1:1", "--url", "https://example.org/", "--quote", WORDS],
        ["note", "1:1", WORDS],
        ["flag", "1:1", WORDS],
    ):
        run(*arguments).end()
    terminal = run("review", "missing " + WORDS, XDG_CONFIG_HOME=str(tmp_path), ESCDELAY="20")
    terminal.wait_for(r"sentence \d of \d")
    terminal.press("g")
    for keys, shown in WINDOWS.items():
        terminal.press(keys)
        terminal.wait_for(shown)
        for _ in range(2):  # the first may only end a search in a list
            terminal.press("\x1b")
            time.sleep(0.1)  # or the terminal takes the next key for a part of this one
            terminal.wait_for(".")
    terminal.press("\x11")
    assert terminal.end() == 1  # for one source is missing
    assert b"OWNED" in terminal.sent
    assert_only_letters(terminal.sent)


def test_an_editor_is_run_without_a_shell(run: Run, tmp_path: Path) -> None:
    article = tmp_path / "-article.txt"
    article.write_text("The town grew. It is lovely.\n", encoding="utf-8")
    for editor in ("true; touch owned #", "$(touch owned)"):
        terminal = run("review", "--", article.name, VISUAL=editor, EDITOR="")
        terminal.wait_for(r"sentence 1 of 2")
        terminal.press("m\x05")
        terminal.wait_for("did not work")
    assert not (tmp_path / "owned").exists()
