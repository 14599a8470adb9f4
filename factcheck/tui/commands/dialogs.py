"""The commands of what opens over the review: forms, a split, the re-check list."""

from typing import Final

from factcheck.tui.commands.command import Command

FORM_COMMANDS: Final = (
    Command("form.next", ("tab",), "next field", "in forms: go to the next field", "next_field"),
    Command(
        "form.previous",
        ("shift+tab",),
        "previous field",
        "in forms: go to the previous field",
        "previous_field",
    ),
    Command(
        "form.go_on",
        ("enter",),
        "go on",
        "in forms: next field, open a section, or save the only field",
        "go_on",
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

SPLIT_COMMANDS: Final = (
    Command(
        "split.word_back", ("left", "h"), "word back", "in a split: mark a word earlier", "word(-1)"
    ),
    Command(
        "split.word_on",
        ("right", "l"),
        "word on",
        "in a split: mark a word later",
        "word(1)",
        "word",
        footer_keys="← →",
    ),
    Command(
        "split.letter_back",
        ("shift+left", "H"),
        "letter back",
        "in a split: mark a letter earlier",
        "letter(-1)",
    ),
    Command(
        "split.letter_on",
        ("shift+right", "L"),
        "letter on",
        "in a split: mark a letter later",
        "letter(1)",
        "letter",
        footer_keys="shift+← →",
    ),
    Command("split.first", ("home", "g"), "first word", "in a split: mark the beginning", "end(0)"),
    Command("split.last", ("end", "G"), "last word", "in a split: mark the end", "end(-1)"),
    Command(
        "split.here",
        ("enter", "s"),
        "split here",
        "in a split: cut at the mark",
        "here",
        "split here",
    ),
    Command(
        "split.keep_first",
        ("1",),
        "first keeps",
        "in a split: the first part keeps what was decided",
        "keep('first')",
        "first keeps",
    ),
    Command(
        "split.keep_second",
        ("2",),
        "second keeps",
        "in a split: the second part keeps what was decided",
        "keep('second')",
        "second keeps",
    ),
    Command("split.leave", ("escape",), "leave", "in a split: leave it whole", "leave", "leave"),
)

RECHECK_COMMANDS: Final = (
    Command("recheck.next", ("j", "down"), "down", "in the re-check list: go down", "step(1)"),
    Command("recheck.previous", ("k", "up"), "up", "in the re-check list: go up", "step(-1)"),
    Command(
        "recheck.go", ("enter",), "go there", "in the re-check list: go there", "choose", "go there"
    ),
    Command(
        "recheck.keep",
        ("v",),
        "verdict holds",
        "in the re-check list: your verdict from before holds",
        "keep",
        "verdict holds",
    ),
    Command(
        "recheck.attach",
        ("y",),
        "same sentence",
        "in the re-check list: it is the same sentence",
        "attach",
        "same sentence",
    ),
    Command(
        "recheck.gone",
        ("x",),
        "gone",
        "in the re-check list: the sentence is gone",
        "give_up",
        "gone",
    ),
    Command(
        "recheck.archive",
        ("a",),
        "archive",
        "in the re-check list: the sentences that are gone, and back",
        "archive",
        "archive",
    ),
    Command("recheck.leave", ("escape",), "close", "close the re-check list", "leave", "close"),
)
