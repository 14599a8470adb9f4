"""Random edits of an article, each as a newsroom makes them, with known truth."""

import re
import unicodedata
from collections.abc import Callable, Sequence
from random import Random
from string import ascii_lowercase
from typing import Final, NamedTuple

Place = tuple[int, int]


class Piece(NamedTuple):
    """A sentence of an article while it is edited."""

    text: str
    gap: str
    """The white space behind it."""
    origin: int | None
    """Which old sentence it was; None for one that is new."""


class Article(NamedTuple):
    """An old version in pieces, and sentences of other articles to put in."""

    pieces: list[Piece]
    foreign: Sequence[str]


Editing = Callable[[Random, Article], list[Piece]]
"""Returns the new version's pieces."""

_CURLY: Final = str.maketrans({"'": "’", "-": "–", " ": "\u00a0"})
_STRAIGHT: Final = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "„": '"', "–": "-"})


def typo(rng: Random, article: Article) -> list[Piece]:
    """Change a letter in some sentences."""
    return _changed(rng, article, _mistyped)


def number(rng: Random, article: Article) -> list[Piece]:
    """Correct a number, or a name where there is none, in some sentences."""
    return _changed(rng, article, _renumbered)


def reworded_lightly(rng: Random, article: Article) -> list[Piece]:
    """Replace about a fifth of the words of some sentences."""
    return _changed(rng, article, lambda rng, text: _reworded(rng, text, 0.2))


def reworded_heavily(rng: Random, article: Article) -> list[Piece]:
    """Replace about half of the words of some sentences."""
    return _changed(rng, article, lambda rng, text: _reworded(rng, text, 0.5))


def turned(rng: Random, article: Article) -> list[Piece]:
    """Put the end of some sentences before their beginning."""
    return _changed(rng, article, _turned)


def extended(rng: Random, article: Article) -> list[Piece]:
    """Put a few words into some sentences, among them "not"."""
    return _changed(rng, article, _extended)


def inserted(rng: Random, article: Article) -> list[Piece]:
    """Put in sentences of other articles."""
    pieces = list(article.pieces)
    for _ in range(_some(rng, pieces)):
        _put_in(rng, pieces, rng.choice(article.foreign))
    return pieces


def near_copy(rng: Random, article: Article) -> list[Piece]:
    """Put in sentences that say nearly the same as one that stays."""
    pieces = list(article.pieces)
    for _ in range(_some(rng, pieces)):
        _put_in(rng, pieces, _reworded(rng, _renumbered(rng, rng.choice(pieces).text), 0.1))
    return pieces


def deleted(rng: Random, article: Article) -> list[Piece]:
    """Take out some sentences."""
    gone = _chosen(rng, article.pieces)
    return [piece for place, piece in enumerate(article.pieces) if place not in gone]


def replaced(rng: Random, article: Article) -> list[Piece]:
    """Put sentences of other articles in the place of some."""
    gone = _chosen(rng, article.pieces)
    return [
        Piece(rng.choice(article.foreign), piece.gap, None) if place in gone else piece
        for place, piece in enumerate(article.pieces)
    ]


def moved(rng: Random, article: Article) -> list[Piece]:
    """Put some sentences elsewhere."""
    pieces = list(article.pieces)
    for _ in range(_some(rng, pieces)):
        piece = pieces.pop(rng.randrange(len(pieces)))
        pieces.insert(rng.randint(0, len(pieces)), piece)
    return pieces


def paragraphs_reordered(rng: Random, article: Article) -> list[Piece]:
    """Shuffle the paragraphs, or where there are none, runs of three sentences."""
    runs: list[list[Piece]] = [[]]
    for place, piece in enumerate(article.pieces):
        runs[-1].append(piece)
        if "\n" in piece.gap or place % 3 == 2:
            runs.append([])
    rng.shuffle(runs)
    return [piece for run in runs for piece in run]


def joined(rng: Random, article: Article) -> list[Piece]:
    """Make one sentence of some sentences and the next ones."""
    pieces = list(article.pieces)
    for place in _chosen(rng, pieces[:-1]):
        text = pieces[place].text.rstrip(".!?") + ", and"
        pieces[place] = pieces[place]._replace(text=text, gap=" ")
    return pieces


def cut(rng: Random, article: Article) -> list[Piece]:
    """Make two sentences of some."""
    return _changed(rng, article, _cut)


def reencoded(rng: Random, article: Article) -> list[Piece]:
    """Save the whole article with other quotes, dashes, spaces, line ends or composed letters."""
    encode = rng.choice((_curled, _straightened, _decomposed, _with_carriage_returns, _spaced_out))
    return [Piece(encode(text), encode(gap), origin) for text, gap, origin in article.pieces]


def everything_mistyped(rng: Random, article: Article) -> list[Piece]:
    """Change a letter in every sentence."""
    return [piece._replace(text=_mistyped(rng, piece.text)) for piece in article.pieces]


def combined(rng: Random, article: Article) -> list[Piece]:
    """Edit in three ways, one after the other; a near copy last, so that its original stays."""
    for editing in sorted(rng.sample(SINGLE, 3), key=SINGLE.index):
        article = article._replace(pieces=editing(rng, article))
    return article.pieces


SINGLE: Final[tuple[Editing, ...]] = (
    typo,
    number,
    reworded_lightly,
    reworded_heavily,
    turned,
    extended,
    inserted,
    deleted,
    replaced,
    moved,
    paragraphs_reordered,
    joined,
    cut,
    reencoded,
    everything_mistyped,
    near_copy,
)
EDITINGS: Final[tuple[Editing, ...]] = (*SINGLE, combined)
"""All ways to edit an article."""


def _some(rng: Random, pieces: Sequence[Piece]) -> int:
    return rng.randint(1, max(1, len(pieces) // 4))


def _chosen(rng: Random, pieces: Sequence[Piece]) -> set[int]:
    return set(rng.sample(range(len(pieces)), min(len(pieces), _some(rng, pieces))))


def _put_in(rng: Random, pieces: list[Piece], text: str) -> None:
    pieces.insert(rng.randint(0, len(pieces)), Piece(text, rng.choice((" ", "\n\n")), None))


def _changed(rng: Random, article: Article, change: Callable[[Random, str], str]) -> list[Piece]:
    chosen = _chosen(rng, article.pieces)
    return [
        piece._replace(text=change(rng, piece.text)) if place in chosen else piece
        for place, piece in enumerate(article.pieces)
    ]


def _mistyped(rng: Random, text: str) -> str:
    letters = [place for place, letter in enumerate(text) if letter.isalpha()] or [0]
    place = rng.choice(letters)
    put = rng.choice(("", rng.choice(ascii_lowercase), text[place] * 2))
    return text[:place] + put + text[place + 1 :] or text


def _renumbered(rng: Random, text: str) -> str:
    found = list(re.finditer(r"\d+", text)) or list(re.finditer(r"\w{3,}", text))
    if not found:
        return text
    start, end = rng.choice(found).span()
    return text[:start] + str(rng.randint(2, 9999)) + text[end:]


def _reworded(rng: Random, text: str, share: float) -> str:
    count = len(text.split())
    changed = set(rng.sample(range(count), max(1, round(count * share))))
    return " ".join(
        _word(rng) if place in changed else word for place, word in enumerate(text.split())
    )


def _word(rng: Random) -> str:
    return "".join(rng.choice(ascii_lowercase) for _ in range(rng.randint(2, 9)))


def _turned(rng: Random, text: str) -> str:
    words = text.rstrip(".!?").split()
    middle = rng.randint(0, len(words))
    return " ".join(words[middle:] + words[:middle]) + "."


def _extended(rng: Random, text: str) -> str:
    words = text.split()
    words.insert(rng.randint(0, len(words)), rng.choice(("not", "reportedly", "on Monday evening")))
    return " ".join(words)


def _cut(rng: Random, text: str) -> str:
    words = text.rstrip(".!?").split()
    if len(words) < 6:
        return text
    middle = rng.randint(2, len(words) - 2)
    return f"{' '.join(words[:middle])}. {' '.join(words[middle:]).capitalize()}."


def _curled(text: str) -> str:
    return re.sub(r'"(?=\w)', "“", text).replace('"', "”").translate(_CURLY)


def _straightened(text: str) -> str:
    return text.translate(_STRAIGHT)


def _decomposed(text: str) -> str:
    return unicodedata.normalize("NFD", text)


def _with_carriage_returns(text: str) -> str:
    return text.replace("\n", "\r\n")


def _spaced_out(text: str) -> str:
    return re.sub(r"[^\S\n]+", "  ", text)
