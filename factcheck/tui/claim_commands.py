"""The commands of what opens over a claim: its evidence, its links, its rating, the guideline."""

from typing import Final

from factcheck.tui.command import Command

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
    Command("sources.edit", ("enter",), "edit", "in the evidence: change a source", "edit", "edit"),
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
        "used, or not",
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

RATING_COMMANDS: Final = (
    Command("rating.next", ("j", "down"), "down", "in the ratings: go down", "step(1)"),
    Command("rating.previous", ("k", "up"), "up", "in the ratings: go up", "step(-1)"),
    Command("rating.first", ("g", "home"), "first", "in the ratings: the first one", "end(0)"),
    Command("rating.last", ("G", "end"), "last", "in the ratings: the last one", "end(-1)"),
    Command("rating.choose", ("enter",), "judge", "in the ratings: judge so", "choose", "judge so"),
    Command(
        "rating.place",
        ("1", "2", "3", "4", "5", "6", "7", "8", "9"),
        "judge by place",
        "in the ratings: judge by the place on the scale",
        "place({place})",
    ),
    Command("rating.leave", ("escape",), "close", "close the ratings", "leave", "close"),
)

LINK_COMMANDS: Final = (
    Command("links.next", ("j", "down"), "down", "in the links: go down", "step(1)"),
    Command("links.previous", ("k", "up"), "up", "in the links: go up", "step(-1)"),
    Command("links.go", ("enter",), "go there", "in the links: go to the claim", "go", "go there"),
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
        "link_search.choose",
        ("enter",),
        "choose",
        "in the claims to link: choose the claim, then what it is",
        "choose",
        "choose",
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
    *RATING_COMMANDS,
    *LINK_COMMANDS,
    *LINK_SEARCH_COMMANDS,
    *GUIDELINE_COMMANDS,
    *WRITING_COMMANDS,
)
"""All of them, for the key table."""
