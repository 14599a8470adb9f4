"""The commands by name: the module each lives in, and its line in the help."""

from typing import Final, NamedTuple


class Listed(NamedTuple):
    """A command as the help lists it, which loads none of them."""

    module: str
    """The module of this package that has it among its `commands`."""
    summary: str
    """The first sentence of its docstring."""


COMMANDS: Final = {
    "add": Listed(
        "adding", "Read articles: files, folders, web addresses, or - for standard input."
    ),
    "adjudicate": Listed("verdicts", "Decide between verdicts that differ."),
    "attachment": Listed(
        "attachment", "List the files kept with the evidence of a claim, or save the Nth of them."
    ),
    "backup": Listed(
        "backup", "Copy the database to DEST, a file or a folder, also while it is in use."
    ),
    "claim": Listed(
        "claims",
        "Say a claim in words that can be checked, who made it, when, and how much it matters.",
    ),
    "claims": Listed("queue", "List the claims in all articles, the most urgent first."),
    "correct": Listed(
        "verdicts",
        "Tell readers of a published fact-check something, or retract it, without another change.",
    ),
    "doctor": Listed("doctor", "Check everything in the database, and change nothing."),
    "edit": Listed("particulars", "Correct an article's particulars; an empty value clears one."),
    "evidence": Listed(
        "evidence", "Add a source for or against the claim in a sentence, or change one."
    ),
    "export": Listed("exporting", "Write what was found, as data that other tools read."),
    "flag": Listed("deciding", "Flag a doubt about a sentence, with or without a reason."),
    "import": Listed(
        "importing",
        "Take what other tools found: files, folders of them, or - for standard input.",
    ),
    "keys": Listed("keys", "Print the keys of the review screen."),
    "link": Listed(
        "claims", "Say what a claim is to another one, in any article: `link 1:7 2:3 repeats`."
    ),
    "lint": Listed("lint", "List what an editor would object to in some articles, or in all."),
    "list": Listed("articles", "List the articles, with your progress in each."),
    "log": Listed(
        "journal", "Show every decision ever made, or those on a sentence, oldest first."
    ),
    "merge": Listed(
        "boundaries", "Join a sentence with the next one; different tags leave it undecided."
    ),
    "merge-db": Listed(
        "merge_db",
        "Take all that another factcheck database holds: articles, decisions, evidence, files.",
    ),
    "note": Listed("deciding", "Write a note on a sentence; an empty one clears it."),
    "publish": Listed(
        "verdicts",
        "Record that an approved fact-check is published; from then on changes are corrections.",
    ),
    "recheck": Listed(
        "recheck", "List claims whose sentence was edited in a newer version, with what changed."
    ),
    "redo": Listed("deciding", "Bring back the decision that your last undo took back."),
    "report": Listed("report", "Write the verdict report on some articles, or on all."),
    "restore": Listed(
        "restore",
        "Decide again what an older decision said, or put a backup in the place of the database.",
    ),
    "review": Listed("review", "Review articles in the terminal, where you left off."),
    "scheme": Listed(
        "scheme", "Show the labels, the verdict scale and the rules that are in force."
    ),
    "search": Listed(
        "search", "Search articles, claims, evidence and notes for WORDS, all of which must occur."
    ),
    "sessions": Listed(
        "review", "List the sittings, newest first; `review --session` goes on from one."
    ),
    "show": Listed("showing", "Show an article's sentences with your tags, verdicts and evidence."),
    "sign-off": Listed(
        "verdicts",
        "Approve a fact-check, return it, or abstain; without a vote, show where it stands.",
    ),
    "split": Listed("boundaries", "Cut a sentence in two, OFFSET characters from its start."),
    "stats": Listed("stats", "Show progress, tags, verdicts, evidence and pace, of all reviewers."),
    "tag": Listed("deciding", "Tag a sentence, or a range of them, as claim, opinion or filler."),
    "undo": Listed("deciding", "Take back your last decision, in any sitting."),
    "untag": Listed("deciding", "Clear the tag of a sentence, or of a range of them."),
    "verdict": Listed(
        "verdicts",
        "Judge the claim in a sentence: false, mostly-false, half-true, mostly-true, true, ...",
    ),
    "verify": Listed(
        "verify",
        "Look whether evidence still stands in its sources, of all articles or those named.",
    ),
}
"""All there are; none is loaded before it is called, so that the help is there at once."""
