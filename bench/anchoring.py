"""How often a sentence is found again in an edited article, how often wrongly, and how fast.

`python -m bench.anchoring FOLDER` edits the articles (.txt) below FOLDER at random, some thousand
times, and judges what became of each sentence by what was done to it. A sentence could be found
again if most of its words stand in one new sentence that is mostly made of them, and it is long
or has kept a neighbour. Exit status 1: a sentence was found where it is not, too few were found
without a human, or it took too long. Articles that repeat themselves or hold a table are traps:
of those only the wrong ones count.
"""

import argparse
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random
from typing import Final

from bench.edits import EDITINGS, Piece
from bench.judging import Edited, Tally, edited, joined_text, judged, passage, pieces_of
from bench.variations import as_it_is, with_a_table, with_repetitions
from factcheck.domain.anchors.reanchoring import reanchored

GOAL_FOUND: Final = 0.98
"""The share of those that could be found that must be found without a human."""
GOAL_SECONDS: Final = 0.2
"""In which a long article must be compared."""
LONG: Final = 2_000
"""Sentences of a long article."""
NEW: Final = "Nobody has said anything like this before."
"""A sentence to put in where there is no other."""
Variation = Callable[[Random, list[Piece]], list[Piece]]
"""Makes the old version from an article."""
VARIATIONS: Final[tuple[Variation, ...]] = (as_it_is, with_repetitions, with_a_table)


def tallies(
    texts: list[str], variation: Variation, rounds: int, seed: int
) -> Iterator[tuple[str, Tally]]:
    """Yield what became of the sentences for each way to edit an article."""
    for editing in EDITINGS:
        rng = Random(f"{seed} {_said(variation)} {_said(editing)}")  # noqa: S311
        total = Tally()
        for _ in range(rounds):
            article, other = rng.sample(texts, 2)
            text = joined_text(variation(rng, pieces_of(article)))
            foreign = [piece.text for piece in pieces_of(other) if piece.text not in text]
            total = total.plus(judged(edited(rng, text, foreign or [NEW], editing)))
        yield _said(editing), total


def times(texts: list[str], seed: int) -> Iterator[tuple[str, float]]:
    """Yield how many seconds a long article takes for each way to edit it."""
    long = ""
    while len(passage(long).spans) < LONG:
        long += "\n\n".join(texts) + "\n\n"
    long = joined_text(pieces_of(long)[:LONG])
    for editing in EDITINGS:
        rng = Random(seed)  # noqa: S311
        case = edited(rng, long, [NEW], editing)
        yield f"{len(case.old.spans)} sentences, {_said(editing)}", _fastest(case)


def _said(act: Callable[..., object]) -> str:
    return act.__name__.replace("_", " ")


def _fastest(case: Edited) -> float:
    taken = []
    for _ in range(3):
        start = time.perf_counter()
        reanchored(case.old, case.new)
        taken.append(time.perf_counter() - start)
    return min(taken)


def row(name: str, total: Tally) -> str:
    """Return a line of the table."""
    found = total.found / max(1, total.could)
    asked = total.asked / max(1, total.sentences)
    return (
        f"{name:<40}{total.sentences:>10}{total.wrong:>7}{total.could:>10}"
        f"{found:>9.2%}{asked:>9.2%}{total.lost:>7}"
    )


def print_tallies(texts: list[str], rounds: int, seed: int) -> bool:
    """Print the tables of what became of the sentences; return whether the goals are reached."""
    reached = True
    for variation in VARIATIONS:
        print(f"{_said(variation):<40} sentences  wrong  could be    found    asked   lost")
        total = Tally()
        for name, part in tallies(texts, variation, rounds, seed):
            print(row(name, part), flush=True)
            total = total.plus(part)
        print(row("all", total), end="\n\n")
        enough = total.found >= GOAL_FOUND * total.could or variation is not as_it_is
        reached = reached and enough and not total.wrong
    return reached


def print_times(texts: list[str], seed: int) -> float:
    """Print how long a long article takes; return the longest, in seconds."""
    longest = 0.0
    for name, seconds in times(texts, seed):
        print(f"{name:<40}{seconds * 1000:>7.0f} ms", flush=True)
        longest = max(longest, seconds)
    return longest


def main() -> int:
    """Print the tables; return 1 when a goal was missed."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("folder", type=Path, help="articles to edit, as .txt files")
    parser.add_argument("--rounds", type=int, default=60, help="articles for each row")
    parser.add_argument("--seed", type=int, default=1, help="of the random edits")
    given = parser.parse_args()
    texts = [file.read_text(encoding="utf-8") for file in sorted(given.folder.rglob("*.txt"))]
    if len(texts) < 2:
        parser.error(f"{given.folder} holds too few .txt files: name a folder of articles")
    reached = print_tallies(texts, given.rounds, given.seed)
    return 0 if print_times(texts, given.seed) <= GOAL_SECONDS and reached else 1


if __name__ == "__main__":
    sys.exit(main())
