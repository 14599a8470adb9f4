"""How long articles take to be added, however many there are."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from bench.library import document, texts
from bench.measuring import Libraries, Measurement, seconds
from factcheck.domain.decision import Author
from factcheck.reading.sentences import segments
from factcheck.services.adding import add_sources
from factcheck.store.store import Store

ARTICLES: Final = 4000
MORE_ARTICLES: Final = 40_000
SENTENCES_AN_ARTICLE: Final = 25
ROUNDS: Final = 3
_NOISE: Final = 1.2
"""What two times an article may differ by, if they are to count as the same."""


def measurements(libraries: Libraries) -> Iterator[Measurement]:
    """Cut articles into sentences, and add them, by turns; then add ten times as many."""
    with TemporaryDirectory(dir=libraries.folder) as name:
        folder = Path(name)
        written = list(articles(MORE_ARTICLES))
        few = keep(folder / "few", written[:ARTICLES])
        rounds = [
            (seconds(lambda: cut(written[:ARTICLES])), seconds(lambda: add(folder, few)))
            for _ in range(ROUNDS)
        ]
        cutting, adding = map(min, zip(*rounds, strict=True))
        yield Measurement(
            f"add {ARTICLES:,} articles ({ARTICLES * SENTENCES_AN_ARTICLE:,} sentences)",
            "the segmenter alone on the same text",
            adding / cutting,
            2.5,
            details=f"{adding:.2f} / {cutting:.2f} s; of the rest, two thirds write rows and "
            "index, one third reads and decodes",
        )
        many = keep(folder / "many", written)
        whole = seconds(lambda: add(folder, many))
        yield Measurement(
            f"add {MORE_ARTICLES:,} articles, each",
            f"each of {ARTICLES:,}",
            whole / MORE_ARTICLES / (adding / ARTICLES),
            _NOISE,
            details=f"{whole:.1f} / {adding:.2f} s in all",
        )


def articles(count: int) -> Iterator[str]:
    """Yield the texts of so many articles."""
    for sentences in texts(count * SENTENCES_AN_ARTICLE):
        yield document(sentences)[0].text


def keep(folder: Path, written: Sequence[str]) -> Path:
    """Write each text to a file in a new `folder`, and return that."""
    folder.mkdir()
    for number, text in enumerate(written):
        folder.joinpath(f"{number:05}.txt").write_text(text, encoding="utf-8")
    return folder


def cut(written: Sequence[str]) -> None:
    """Cut each text into sentences."""
    for text in written:
        list(segments(text))


def add(folder: Path, sources: Path) -> None:
    """Add what is in `sources` to a new database."""
    with TemporaryDirectory(dir=folder) as name, Store(Path(name, "new.db")) as store:
        for addition in add_sources(store, Author(reviewer="ann"), [str(sources)]):
            if not addition.added:
                raise RuntimeError(f"not added: {addition.problem}")
