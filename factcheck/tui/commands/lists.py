"""The commands of the lists and windows over the review: library, queue, history, sign-off."""

from typing import Final

from factcheck.tui.commands.command import Command


def _filtered(name: str, place: str, goes: str) -> tuple[Command, ...]:
    """Return the commands of a list whose line for words keeps the letters."""
    return (
        Command(f"{name}.next", ("down",), "down", f"in {place}: go down", "step(1)"),
        Command(f"{name}.previous", ("up",), "up", f"in {place}: go up", "step(-1)"),
        Command(
            f"{name}.page_down", ("pagedown",), "page down", f"in {place}: a screen down", "page(1)"
        ),
        Command(f"{name}.page_up", ("pageup",), "page up", f"in {place}: a screen up", "page(-1)"),
        Command(f"{name}.go", ("enter",), goes, f"in {place}: {goes}", "go", goes),
        Command(f"{name}.leave", ("escape",), "close", f"close {place}", "leave", "close"),
    )


LIBRARY_COMMANDS: Final = _filtered("library", "the library", "open the article")
QUEUE_COMMANDS: Final = _filtered("queue", "the queue of claims", "go to the claim")

HISTORY_COMMANDS: Final = (
    Command("history.next", ("j", "down"), "down", "in the history: go down", "step(1)"),
    Command("history.previous", ("k", "up"), "up", "in the history: go up", "step(-1)"),
    Command("history.first", ("g", "home"), "first", "in the history: go to the top", "end(0)"),
    Command("history.last", ("G", "end"), "last", "in the history: go to the bottom", "end(-1)"),
    Command(
        "history.restore",
        ("enter",),
        "restore",
        "in the history: decide again what was decided then",
        "restore",
        "restore",
    ),
    Command("history.leave", ("escape",), "close", "close the history", "leave", "close"),
)

REPORT_COMMANDS: Final = (
    Command("report.next", ("j", "down"), "down", "in the report: a line down", "scroll(1)"),
    Command("report.previous", ("k", "up"), "up", "in the report: a line up", "scroll(-1)"),
    Command(
        "report.page_down",
        ("space", "pagedown"),
        "page down",
        "in the report: a screen down",
        "page(1)",
        "page down",
    ),
    Command("report.page_up", ("pageup",), "page up", "in the report: a screen up", "page(-1)"),
    Command("report.first", ("g", "home"), "beginning", "in the report: go to the top", "end(0)"),
    Command("report.last", ("G", "end"), "end", "in the report: go to the bottom", "end(-1)"),
    Command(
        "report.save",
        ("s",),
        "save this",
        "in the report: write it to a file",
        "save('this')",
        "save this article",
    ),
    Command(
        "report.save_page",
        ("h",),
        "save page",
        "in the report: write it as a page for browsers (HTML)",
        "save('page')",
        "save as HTML",
    ),
    Command(
        "report.save_all",
        ("S",),
        "save all",
        "in the report: write the report on all articles to a file",
        "save('all')",
        "save all articles",
    ),
    Command("report.leave", ("escape",), "close", "close the report", "leave", "close"),
)

SIGN_OFF_COMMANDS: Final = (
    Command("sign_off.next", ("j", "down"), "down", "in the sign-off: a line down", "scroll(1)"),
    Command("sign_off.previous", ("k", "up"), "up", "in the sign-off: a line up", "scroll(-1)"),
    Command(
        "sign_off.page_down",
        ("space", "pagedown"),
        "page down",
        "in the sign-off: a screen down",
        "page(1)",
    ),
    Command("sign_off.page_up", ("pageup",), "page up", "in the sign-off: a screen up", "page(-1)"),
    Command(
        "sign_off.reveal",
        ("y",),
        "show verdicts",
        "in the sign-off: show the others' verdicts before you have judged",
        "reveal",
        "show verdicts",
    ),
    Command(
        "sign_off.approve",
        ("a",),
        "approve",
        "in the sign-off: approve the fact-check as it is now",
        "vote('approve')",
        "approve",
    ),
    Command(
        "sign_off.return",
        ("r",),
        "return",
        "in the sign-off: return it, with what is to be done",
        "send_back",
        "return",
    ),
    Command(
        "sign_off.abstain",
        ("b",),
        "abstain",
        "in the sign-off: neither approve nor return it",
        "vote('abstain')",
    ),
    Command(
        "sign_off.withdraw",
        ("x",),
        "take back",
        "in the sign-off: take your vote back",
        "withdraw",
    ),
    Command(
        "sign_off.adjudicate",
        ("d",),
        "adjudicate",
        "in the sign-off: decide between verdicts that differ",
        "adjudicate",
        "adjudicate",
    ),
    Command(
        "sign_off.disagree",
        ("D",),
        "leave disputed",
        "in the sign-off: take the adjudication back",
        "leave_disputed",
    ),
    Command(
        "sign_off.publish",
        ("p",),
        "publish",
        "in the sign-off: say where and since when readers can see it",
        "publish",
        "publish",
    ),
    Command(
        "sign_off.correct",
        ("c",),
        "correct",
        "in the sign-off: tell readers something, or retract it",
        "correct",
        "correct",
    ),
    Command("sign_off.leave", ("escape",), "close", "close the sign-off", "leave", "close"),
)

LINT_COMMANDS: Final = (
    Command("lint.next", ("j", "down"), "down", "in the findings: go down", "step(1)"),
    Command("lint.previous", ("k", "up"), "up", "in the findings: go up", "step(-1)"),
    Command("lint.go", ("enter",), "go there", "in the findings: go there", "choose", "go there"),
    Command("lint.leave", ("escape",), "close", "close the findings", "leave", "close"),
)
