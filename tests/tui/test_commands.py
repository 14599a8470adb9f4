"""The command table: every key of the public contract does what it promises there."""

from factcheck.tui.commands.review import COMMANDS
from factcheck.tui.screens.review import ReviewScreen

PROMISED = {
    "sentence.next": ("j", "down"),
    "sentence.previous": ("k", "up"),
    "sentence.first": ("g", "home"),
    "sentence.last": ("G", "end"),
    "tag.claim": ("c",),
    "tag.opinion": ("o",),
    "tag.filler": ("f",),
    "tag.clear": ("x",),
    "sentence.skip": ("space",),
    "open.next": ("u",),
    "open.previous": ("U",),
    "verdict": tuple("123456789"),
    "claim.edit": ("enter",),
    "evidence.add": ("e",),
    "note": ("m",),
    "flag": ("!",),
    "undo": ("z",),
    "redo": ("Z",),
    "sentence.split": ("s",),
    "sentence.merge": ("S",),
    "search.words": ("/",),
    "search.next": ("n",),
    "search.previous": ("N",),
    "article.next": ("]",),
    "article.previous": ("[",),
    "range": ("v",),
    "library": ("l",),
    "history": ("H",),
    "report": ("r",),
    "keys": ("?",),
    "palette": (":", "ctrl+p"),
    "out": ("escape",),
    "quit": ("q",),
}


def test_the_keys_are_those_that_were_promised() -> None:
    keys = {command.id: command.keys for command in COMMANDS if not command.gives_way}
    assert keys == PROMISED


def test_no_key_has_two_commands() -> None:
    keys = [key for command in COMMANDS for key in command.keys]
    assert len(keys) == len(set(keys))


def test_every_command_has_an_action_on_the_screen() -> None:
    for command in COMMANDS:
        name = command.action.partition("(")[0]
        if not name.startswith("app."):
            assert hasattr(ReviewScreen, f"action_{name}"), command.id
