"""Every command of the review: its keys, name and explanation, each stated once.

Footer, palette, help, `factcheck keys`, `keys.toml` and the README's table derive from this.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final, NamedTuple

from factcheck.domain.scale import GOOGLE5


@dataclass(frozen=True)
class Command:
    """Something a reviewer can do with one key."""

    id: str
    """What `keys.toml` calls it."""
    keys: tuple[str, ...]
    """The keys that run it; any of them does."""
    name: str
    """What it is called in lists."""
    explanation: str
    """What it does, in a phrase."""
    action: str
    """The screen's action; `{place}` stands for the place of the key among the keys, from 1."""
    footer: str = ""
    """What the footer calls it; empty keeps it out of the footer."""
    places: int = 1
    """How many keys it needs at least."""
    footer_keys: str = ""
    """How the footer shows the keys, where that is not the first one."""


Keys = Mapping[str, tuple[str, ...]]
"""The keys of each command, by the command's id."""

COMMANDS: Final = (
    Command("sentence.next", ("j", "down"), "next sentence", "go down one sentence", "move(1)"),
    Command(
        "sentence.previous", ("k", "up"), "previous sentence", "go up one sentence", "move(-1)"
    ),
    Command("sentence.first", ("g", "home"), "first sentence", "go to the beginning", "first"),
    Command("sentence.last", ("G", "end"), "last sentence", "go to the end", "last"),
    Command(
        "tag.claim", ("c",), "claim", "tag as claim, and go to the next", "tag('claim')", "claim"
    ),
    Command(
        "tag.opinion",
        ("o",),
        "opinion",
        "tag as opinion, and go to the next",
        "tag('opinion')",
        "opinion",
    ),
    Command(
        "tag.filler",
        ("f",),
        "filler",
        "tag as filler, and go to the next",
        "tag('filler')",
        "filler",
    ),
    Command("tag.clear", ("x",), "clear the tag", "make the sentence undecided again", "untag"),
    Command(
        "sentence.skip", ("space",), "go on", "leave it undecided, and go to the next", "move(1)"
    ),
    Command(
        "open.next",
        ("u",),
        "next open",
        "next undecided sentence, then unjudged claim",
        "next_open(1)",
        "next open",
    ),
    Command(
        "open.previous",
        ("U",),
        "previous open",
        "previous undecided sentence, then unjudged claim",
        "next_open(-1)",
    ),
    Command(
        "verdict",
        ("1", "2", "3", "4", "5", "6", "7", "8", "9"),
        "verdict",
        "judge by the rating's place on the scale",
        "judge({place})",
        "verdict",
        len(GOOGLE5.ratings),
        f"1-{len(GOOGLE5.ratings)}",
    ),
    Command(
        "claim.edit",
        ("enter",),
        "claim form",
        "wording, claimant, date, verdict, reasons",
        "claim",
    ),
    Command(
        "evidence.add", ("e",), "evidence", "add a source to the claim", "evidence", "evidence"
    ),
    Command("note", ("m",), "note", "write a note on the sentence", "note"),
    Command("flag", ("!",), "flag", "flag a doubt, or take the flag away", "flag"),
    Command("undo", ("z",), "undo", "take back your last decision", "undo", "undo"),
    Command("redo", ("Z",), "redo", "bring back what the last undo took back", "redo"),
    Command("search.words", ("/",), "search", "search in the article", "search"),
    Command("search.next", ("n",), "next hit", "go to the next hit of the search", "next_hit(1)"),
    Command("search.previous", ("N",), "previous hit", "go to the previous hit", "next_hit(-1)"),
    Command("article.next", ("]",), "next article", "go to the next article", "article(1)"),
    Command(
        "article.previous", ("[",), "previous article", "go to the previous article", "article(-1)"
    ),
    Command("history", ("H",), "history", "everything decided on this sentence", "history"),
    Command("report", ("r",), "report", "preview the report, and save it", "report"),
    Command("keys", ("?",), "keys", "all keys: type to filter, enter to run", "keys", "keys"),
    Command("palette", (":", "ctrl+p"), "palette", "find a command by its name", "palette"),
    Command("out", ("escape",), "one level out", "close what is open, end the search", "out"),
    Command("quit", ("q",), "quit", "leave; nothing is ever unsaved", "app.quit"),
)

FORM_COMMANDS: Final = (
    Command(
        "form.next", ("tab",), "next field", "in forms: go to the next field", "app.focus_next"
    ),
    Command(
        "form.previous",
        ("shift+tab",),
        "previous field",
        "in forms: go to the previous field",
        "app.focus_previous",
    ),
    Command(
        "form.go_on", ("enter",), "go on", "in forms: next field, or save the only one", "go_on"
    ),
    Command("form.save", ("ctrl+s",), "save", "in forms: save and close", "save", "save"),
    Command("form.editor", ("ctrl+e",), "editor", "in forms: write in $EDITOR", "editor", "editor"),
    Command(
        "form.leave",
        ("escape",),
        "leave",
        "in forms: close, keep what was typed as a draft",
        "leave",
        "leave, keep the draft",
    ),
)


class KeyRow(NamedTuple):
    """One row of the key table."""

    keys: str
    name: str
    explanation: str


def key_table(commands: tuple[Command, ...] = COMMANDS) -> Iterator[KeyRow]:
    """Yield the key table as people read it: every command, then the keys of the forms."""
    for command in (*commands, *FORM_COMMANDS):
        yield KeyRow(shown_keys(command), command.name, command.explanation)


def keys_of(commands: Iterable[Command]) -> Keys:
    """Return the keys of each command, by its id."""
    return {command.id: command.keys for command in commands}


def shown_keys(command: Command) -> str:
    """Return the command's keys as people read them; a row of digits is shown as a range."""
    if len(command.keys) > 2:
        return f"{command.keys[0]} ... {command.keys[-1]}"
    return " ".join(command.keys)
