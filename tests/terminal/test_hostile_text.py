"""Hostile text in a real terminal: it is shown, and commands nothing."""

import re
from pathlib import Path

from tests.terminal.conftest import Run

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
