"""Old versions that are harder to find again than most articles: they repeat themselves."""

from random import Random
from typing import Final

from bench.edits import Piece

_TEAMS: Final = ("North", "South", "East", "West", "Hill", "Lake", "River", "Forest", "Castle")


def as_it_is(_: Random, pieces: list[Piece]) -> list[Piece]:
    """Return the article."""
    return pieces


def with_repetitions(rng: Random, pieces: list[Piece]) -> list[Piece]:
    """Return an article that says some of its sentences again, next to them or elsewhere."""
    pieces = list(pieces)
    for _ in range(rng.randint(1, 3)):
        place = rng.randrange(len(pieces))
        to = rng.choice((place + 1, rng.randint(0, len(pieces))))
        pieces.insert(to, pieces[place])
    return pieces


def with_a_table(rng: Random, pieces: list[Piece]) -> list[Piece]:
    """Return an article that holds a list of results in the same few words."""
    teams = rng.sample(_TEAMS, 8)
    rows = [f"{team} won {rng.randint(2, 9)}-{rng.randint(0, 2)} at home." for team in teams]
    years = [
        f"In {year} the figure was {rng.randint(2, 40)} percent." for year in range(2016, 2024)
    ]
    place = rng.randint(0, len(pieces))
    table = [Piece(row, "\n", None) for row in rng.choice((rows, years, rows + years))]
    return pieces[:place] + table + pieces[place:]
