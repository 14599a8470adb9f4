"""The commands of the list of findings."""

from typing import Final

from factcheck.tui.command import Command

LINT_COMMANDS: Final = (
    Command("lint.next", ("j", "down"), "down", "in the findings: go down", "step(1)"),
    Command("lint.previous", ("k", "up"), "up", "in the findings: go up", "step(-1)"),
    Command("lint.go", ("enter",), "go there", "in the findings: go there", "choose", "go there"),
    Command("lint.leave", ("escape",), "close", "close the findings", "leave", "close"),
)
