"""The commands of what opens over a claim: its evidence, its links, its rating, the guideline."""

from typing import Final

from factcheck.tui.commands.command import Command

WRITING_COMMANDS: Final = (
    Command(
        "writing.done",
        ("ctrl+s", "escape"),
        "done",
        "on a page to write on: back to the form",
        "done",
        "back to the form",
    ),
)

EVIDENCE_COMMANDS: Final = (
    Command("sources.next", ("j", "down"), "down", "in the evidence: go down", "step(1)"),
    Command("sources.previous", ("k", "up"), "up", "in the evidence: go up", "step(-1)"),
    Command(
        "sources.edit", ("enter",), "edit", "in the evidence: change a source", "choose", "edit"
    ),
    Command("sources.add", ("e", "a"), "add", "in the evidence: add a source", "add", "add"),
    Command(
        "sources.remove",
        ("x",),
        "remove",
        "in the evidence: take a source away; undo brings it back",
        "remove",
        "remove",
    ),
    Command(
        "sources.use",
        ("space",),
        "used",
        "in the evidence: your verdict rests on it, or not",
        "use",
        "used or not",
    ),
    Command(
        "sources.copy",
        ("o",),
        "copy address",
        "in the evidence: copy the source's address to the clipboard",
        "copy",
        "copy address",
    ),
    Command("sources.leave", ("escape",), "close", "close the evidence", "leave", "close"),
)

CHOOSING_COMMANDS: Final = (
    Command("choosing.next", ("j", "down"), "down", "in a choice: go down", "step(1)"),
    Command("choosing.previous", ("k", "up"), "up", "in a choice: go up", "step(-1)"),
    Command("choosing.first", ("g", "home"), "first", "in a choice: the first one", "end(0)"),
    Command("choosing.last", ("G", "end"), "last", "in a choice: the last one", "end(-1)"),
    Command("choosing.choose", ("enter",), "choose", "in a choice: take it", "choose", "choose"),
    Command(
        "choosing.place",
        ("1", "2", "3", "4", "5", "6", "7", "8", "9"),
        "choose by place",
        "in a choice: take the one with that number",
        "place({place})",
    ),
    Command("choosing.leave", ("escape",), "close", "choose nothing", "leave", "close"),
)
"""Of the ratings with their meanings, and of what a claim can be to another one."""

LINK_COMMANDS: Final = (
    Command("links.next", ("j", "down"), "down", "in the links: go down", "step(1)"),
    Command("links.previous", ("k", "up"), "up", "in the links: go up", "step(-1)"),
    Command(
        "links.go", ("enter",), "go there", "in the links: go to the claim", "choose", "go there"
    ),
    Command("links.add", ("a",), "add", "in the links: link another claim", "add", "add"),
    Command(
        "links.remove",
        ("x",),
        "remove",
        "in the links: take a link away; undo brings it back",
        "remove",
        "remove",
    ),
    Command("links.leave", ("escape",), "close", "close the links", "leave", "close"),
)

LINK_SEARCH_COMMANDS: Final = (
    Command("link_search.next", ("down",), "down", "in the claims to link: go down", "step(1)"),
    Command("link_search.previous", ("up",), "up", "in the claims to link: go up", "step(-1)"),
    Command(
        "link_search.page_down", ("pagedown",), "page down", "in the claims to link", "page(1)"
    ),
    Command("link_search.page_up", ("pageup",), "page up", "in the claims to link", "page(-1)"),
    Command(
        "link_search.go", ("enter",), "link", "in the claims to link: this one", "go", "link it"
    ),
    Command(
        "link_search.leave", ("escape",), "close", "close the claims to link", "leave", "close"
    ),
)

GUIDELINE_COMMANDS: Final = (
    Command("guideline.down", ("j", "down"), "down", "in the guideline: go down", "scroll(1)"),
    Command("guideline.up", ("k", "up"), "up", "in the guideline: go up", "scroll(-1)"),
    Command("guideline.page_down", ("pagedown",), "page down", "in the guideline", "page(1)"),
    Command("guideline.page_up", ("pageup",), "page up", "in the guideline", "page(-1)"),
    Command(
        "guideline.flag",
        ("!",),
        "flag for the guideline",
        "in the guideline: it does not say what this sentence is",
        "flag",
        "it does not say",
    ),
    Command("guideline.leave", ("escape",), "close", "close the guideline", "leave", "close"),
)

CLAIM_WINDOW_COMMANDS: Final = (
    *EVIDENCE_COMMANDS,
    *CHOOSING_COMMANDS,
    *LINK_COMMANDS,
    *LINK_SEARCH_COMMANDS,
    *GUIDELINE_COMMANDS,
    *WRITING_COMMANDS,
)
"""All of them, for the key table."""
