"""A database in which everything that can be decided was decided at least once."""

from pathlib import Path
from typing import Final

from factcheck.cli.main import run

FIRST: Final = "The town grew last year. It is lovely. Many came. They stayed, and built.\n"
SECOND: Final = "The town grew by 8,000 people last year. It is lovely. Some came.\n"

_ACTS: Final = (
    ("add", "{folder}/article.txt"),
    ("tag", "1:1", "claim"),
    ("tag", "1:2", "opinion"),
    ("tag", "1:3", "claim"),
    ("claim", "1:1", "--text", "The town grew in 2023.", "--claimant", "The mayor"),
    ("claim", "1:3", "--text", "Many people came."),
    ("verdict", "1:1", "false", "--because", "It shrank."),
    ("verdict", "1:1", "mostly-false", "--because", "It hardly grew."),
    ("evidence", "1:1", "--url", "https://example.org/census", "--quote", "It shrank.",
     "--stance", "refutes", "--attach", "{folder}/census.html"),
    ("note", "1:2", "Ask the mayor."),
    ("flag", "1:3", "How many?"),
    ("link", "1:1", "1:3", "repeats"),
    ("split", "1:4", "12"),
    ("tag", "1:5", "filler"),
    ("merge", "1:1"),
    ("undo",),
    ("tag", "1:4", "opinion"),
    ("undo",),
    ("redo",),
    ("untag", "1:4"),
    ("undo",),
    ("edit", "1", "--title", "Growth", "--author", "A. Reporter"),
    ("--reviewer", "bob", "tag", "1:1", "claim"),
    ("--reviewer", "bob", "note", "1:2", "I asked him."),
    ("--reviewer", "bob", "verdict", "1:1", "false", "--because", "So it is."),
    ("adjudicate", "1:1", "false", "--because", "Both say so."),
)  # fmt: skip
"""What the command line is told, one after the other."""

_AFTERWARDS: Final = (
    ("add", "{folder}/article.txt"),
    ("add", "{folder}/other.txt"),
    ("tag", "3:1", "claim"),
)
"""What it is told when the article has changed."""


def lived_in(folder: Path) -> Path:
    """Return a database made in `folder`, with two versions of one article, and another one."""
    path = folder / "lived-in.db"
    article = folder / "article.txt"
    article.write_text(FIRST, encoding="utf-8")
    (folder / "census.html").write_text("It shrank.", encoding="utf-8")
    (folder / "other.txt").write_text("Nothing happened here. Nobody came.\n", encoding="utf-8")
    for act in _ACTS:
        _do(path, folder, act)
    article.write_text(SECOND, encoding="utf-8")
    for act in _AFTERWARDS:
        _do(path, folder, act)
    return path


def _do(path: Path, folder: Path, act: tuple[str, ...]) -> None:
    arguments = [part.format(folder=folder) for part in act]
    who = [] if arguments[0] == "--reviewer" else ["--reviewer", "ann"]
    assert run(["--db", str(path), *who, *arguments]) == 0, arguments
