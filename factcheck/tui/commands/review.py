"""Every command of the review: its keys, name and explanation, each stated once.

Footer, palette, help, `factcheck keys`, `keys.toml` and the README's table derive from this.
"""

from typing import Final

from factcheck.domain.scales.scales import GOOGLE5
from factcheck.tui.commands.command import Command

QUIT: Final = Command("quit", ("q",), "quit", "leave; nothing is ever unsaved", "app.quit")
"""Works at every level."""

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
    Command("pass", ("p",), "pass", "next pass: tags, claims, unresolved", "pass", gives_way=True),
    Command(
        "context", ("d",), "context", "dim or hide the sentences around", "context", gives_way=True
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
    Command(
        "evidence.list",
        ("E",),
        "evidence list",
        "see and change all sources",
        "evidence_list",
        gives_way=True,
    ),
    Command(
        "verdict.choose",
        ("V",),
        "all ratings",
        "choose a rating by its meaning",
        "choose_rating",
        gives_way=True,
    ),
    Command(
        "claim.next",
        ("w",),
        "which claim",
        "next claim of the sentence",
        "next_claim",
        gives_way=True,
    ),
    Command(
        "claim.another",
        ("a",),
        "another claim",
        "a further claim in the sentence",
        "another_claim",
        gives_way=True,
    ),
    Command("links", ("L",), "links", "what the claim is to other claims", "links", gives_way=True),
    Command(
        "sign_off",
        ("A",),
        "sign-off",
        "adjudicate, approve, publish, correct",
        "sign_off",
        gives_way=True,
    ),
    Command("note", ("m",), "note", "write a note on the sentence", "note"),
    Command("flag", ("!",), "flag", "flag a doubt, or take the flag away", "flag"),
    Command(
        "tag.details",
        ("t",),
        "tag details",
        "what kind of sentence, and who asserts it",
        "tag_details",
        gives_way=True,
    ),
    Command("range", ("v",), "range", "start a range; the next decision is for all of it", "range"),
    Command("sentence.split", ("s",), "split", "cut the sentence in two", "split"),
    Command("sentence.merge", ("S",), "merge", "join the sentence with the next one", "merge"),
    Command("undo", ("z",), "undo", "take back your last decision", "undo", "undo"),
    Command("redo", ("Z",), "redo", "bring back what the last undo took back", "redo"),
    Command("search.words", ("/",), "search", "search in the article", "search"),
    Command("search.next", ("n",), "next hit", "go to the next hit of the search", "next_hit(1)"),
    Command("search.previous", ("N",), "previous hit", "go to the previous hit", "next_hit(-1)"),
    Command("article.next", ("]",), "next article", "go to the next article", "article(1)"),
    Command(
        "article.previous", ("[",), "previous article", "go to the previous article", "article(-1)"
    ),
    Command("library", ("l",), "library", "all articles: filter as you type", "library"),
    Command(
        "claims", ("C",), "claims", "the queue of claims in all articles", "claims", gives_way=True
    ),
    Command(
        "search.everything",
        ("F",),
        "search all",
        "search everything there is",
        "search_everything",
        gives_way=True,
    ),
    Command(
        "statistics", ("i",), "statistics", "tags, verdicts, pace", "statistics", gives_way=True
    ),
    Command("lint", ("W",), "lint", "what an editor would object to", "lint", gives_way=True),
    Command(
        "guideline",
        ("h",),
        "guideline",
        "what the label means, with an example",
        "guideline",
        gives_way=True,
    ),
    Command("history", ("H",), "history", "everything decided on this sentence", "history"),
    Command(
        "recheck",
        ("R",),
        "re-check",
        "what to look at again because the article has changed",
        "recheck",
        gives_way=True,
    ),
    Command("report", ("r",), "report", "preview the report, and save it", "report"),
    Command(
        "export", ("X",), "export", "write data that other tools read", "export", gives_way=True
    ),
    Command("keys", ("?",), "keys", "all keys: type to filter, enter to run", "keys", "keys"),
    Command("palette", (":", "ctrl+p"), "palette", "find a command by its name", "palette"),
    Command("out", ("escape",), "one level out", "close what is open, end the search", "out"),
    QUIT,
)
