"""The key table on the command line."""

from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

from factcheck.tui.commands.command import shown_keys
from factcheck.tui.commands.review import COMMANDS

Run = Callable[..., CompletedProcess[str]]


def test_every_command_is_in_the_table(run: Run) -> None:
    done = run("keys")
    assert done.returncode == 0
    printed = [line.split("  ")[0].strip() for line in done.stdout.splitlines()]
    assert printed[: len(COMMANDS)] == [shown_keys(command) for command in COMMANDS]


def test_the_table_shows_the_reviewers_own_keys(run: Run, tmp_path: Path) -> None:
    (tmp_path / "config" / "factcheck").mkdir(parents=True)
    (tmp_path / "config" / "factcheck" / "keys.toml").write_text(
        '"tag.claim" = "d"\n', encoding="utf-8"
    )
    assert any(line.split()[:2] == ["d", "claim"] for line in run("keys").stdout.splitlines())


def test_keys_that_clash_are_refused_with_both_commands_named(run: Run, tmp_path: Path) -> None:
    (tmp_path / "config" / "factcheck").mkdir(parents=True)
    (tmp_path / "config" / "factcheck" / "keys.toml").write_text(
        '"tag.claim" = "o"\n', encoding="utf-8"
    )
    done = run("keys")
    assert done.returncode == 2
    assert "tag.claim" in done.stderr
    assert "tag.opinion" in done.stderr
