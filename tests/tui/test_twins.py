"""Whatever a key does, a command does too, and both write the same decisions."""

from pathlib import Path
from shutil import copyfile
from typing import Any

import pytest

from factcheck.cli.main import run
from factcheck.domain.decision import Decision
from factcheck.store.store import Store
from tests.tui.conftest import Open, Sitting
from tests.tui.filling import go_to

Said = tuple[str, str, Any]
"""A decision's kind, what it is about, and what it says."""
Steps = list[str | tuple[str, str]]
"""Keys; a pair is a field of a form and the text that is typed into it."""

ANN = ("--reviewer", "ann")
TWINS: list[tuple[str, Steps, list[list[str]]]] = [
    ("tag", ["c"], [["tag", "1:1", "claim"]]),
    ("untag", ["o", "k", "x"], [["tag", "1:1", "opinion"], ["untag", "1:1"]]),
    ("range", ["v", "j", "j", "f"], [["tag", "1:1-3", "filler"]]),
    (
        "tag details",
        ["o", "k", "t", ("attribution", "t"), "ctrl+s"],
        [["tag", "1:1", "opinion"], ["tag", "1:1", "opinion", "--attribution", "third-party"]],
    ),
    ("note", ["m", ("text", "hm"), "enter"], [["note", "1:1", "hm"]]),
    ("flag", ["!", ("reason", "sure?"), "enter"], [["flag", "1:1", "sure?"]]),
    (
        "flag taken away",
        ["!", "enter", "!"],
        [["flag", "1:1"], ["flag", "1:1", "--clear"]],
    ),
    ("flag for the guideline", ["h", "!", "enter"], [["flag", "1:1", "--guideline"]]),
    ("verdict", ["2"], [["verdict", "1:1", "mostly-false"]]),
    ("verdict off the scale", ["V", "6"], [["verdict", "1:1", "unproven"]]),
    (
        "claim",
        [
            "enter",
            ("text", "It grew."),
            ("claimant", "Jo"),
            ("rating", "5"),
            ("because", "census"),
            "ctrl+s",
        ],
        [
            ["claim", "1:1", "--text", "It grew.", "--claimant", "Jo"],
            ["verdict", "1:1", "true", "--because", "census"],
        ],
    ),
    (
        "another claim",
        ["c", "k", "a", ("text", "It grew."), "ctrl+s"],
        [["tag", "1:1", "claim"], ["claim", "1:1.2", "--text", "It grew."]],
    ),
    (
        "evidence",
        ["e", ("url", "https://a.org/x"), ("quote", "up"), ("stance", "r"), "ctrl+s"],
        [
            ["evidence", "1:1", "--url", "https://a.org/x", "--quote", "up", "--stance", "refutes"],
        ],
    ),
    (
        "evidence taken away",
        ["e", ("url", "https://a.org/x"), ("stance", "r"), "ctrl+s", "E", "x"],
        [
            ["evidence", "1:1", "--url", "https://a.org/x", "--stance", "refutes"],
            ["evidence", "1:1", "--item", "1", "--remove"],
        ],
    ),
    ("undo", ["c", "z"], [["tag", "1:1", "claim"], ["undo"]]),
    ("redo", ["c", "z", "Z"], [["tag", "1:1", "claim"], ["undo"], ["redo"]]),
    ("merge", ["S"], [["merge", "1:1"]]),
    ("split", ["s", "enter"], [["split", "1:1", "10"]]),
]


def said(decision: Decision) -> Said:
    """Return what a decision says, without how it came to be and which names it happened to get."""
    value = decision.value
    beside = {*value.circumstances} if value else set()
    shown = value.model_dump(mode="json", exclude=beside) if value else None
    return decision.kind, decision.about or str(bool(decision.undoes)), shown


async def do(sitting: Sitting, steps: Steps) -> None:
    for step in steps:
        if isinstance(step, str):
            await sitting.press(step)
        else:
            field, text = step
            await go_to(sitting, field)
            await sitting.type(text)


@pytest.mark.parametrize(
    ("steps", "commands"), [twin[1:] for twin in TWINS], ids=[twin[0] for twin in TWINS]
)
async def test_keys_and_commands_write_the_same_decisions(
    open_review: Open, store: Store, tmp_path: Path, steps: Steps, commands: list[list[str]]
) -> None:
    other = tmp_path / "other.db"
    copyfile(store.path, other)
    async with open_review() as sitting:
        await do(sitting, steps)
    for command in commands:
        assert run(["--db", str(other), *ANN, *command]) == 0
    by_keys = [said(decision) for decision in store.journal.decisions()]
    with Store(other) as twin:
        by_commands = [said(decision) for decision in twin.journal.decisions()]
    assert by_keys == by_commands
    assert by_keys
