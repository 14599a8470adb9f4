"""The installed program from the first start to the report, in a real terminal."""

from pathlib import Path

from tests.terminals import SEEDS, Run


def test_a_reviewer_goes_from_the_first_start_to_a_report(run: Run, tmp_path: Path) -> None:
    terminal = run("review", str(SEEDS), size=(80, 24))
    terminal.wait_for(r"article 1 of 2 · sentence 1 of 25 · 0 decided · saved")
    terminal.press("ffc")
    terminal.wait_for(r"sentence 4 of 25 · 3 decided · saved")
    terminal.press("k2")
    terminal.wait_for("2 Mostly false ◀")
    terminal.press("e")
    terminal.wait_for("Web address")
    terminal.press("https://example.org/shells\tfive million\t")
    terminal.press("r\x13")
    terminal.wait_for(r"\[1\] example.org, refutes")
    terminal.press("j" + "f" * 22)
    terminal.wait_for(r"sentence 25 of 25 · 25 decided · saved")
    terminal.press("q")
    assert terminal.end() == 0

    terminal = run(size=(120, 36))
    terminal.wait_for(r"article 1 of 2 · sentence 25 of 25 · 25 decided · saved")
    terminal.press("r")
    terminal.wait_for("# Putin sent a chilling signal")
    terminal.press("s")
    terminal.wait_for("written to")
    terminal.press("\x1b")
    terminal.wait_for("25 decided · saved")
    terminal.press("q")
    assert terminal.end() == 0

    report = (tmp_path / "report-1.md").read_text(encoding="utf-8")
    assert "**Verdict: Mostly false**" in report
    assert "https://example.org/shells" in report
    assert "> five million" in report


def test_the_welcome_reads_the_seed_articles(run: Run) -> None:
    terminal = run("review", size=(80, 24))
    terminal.wait_for("read two articles to try it on")
    terminal.press("s")
    terminal.wait_for(r"article 1 of 2 · sentence 1 of 25")
    terminal.press("q")
    assert terminal.end() == 0


def test_a_closed_terminal_loses_nothing(run: Run) -> None:
    terminal = run("review", str(SEEDS))
    terminal.wait_for("0 decided · saved")
    terminal.press("cf")
    terminal.wait_for("2 decided · saved")
    terminal.kill()
    terminal = run()
    terminal.wait_for(r"sentence 3 of 25 · 2 decided · saved")
