"""Whatever becomes of a sound file, a reader reads it or says in one line why it does not."""

import io
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from random import Random
from typing import Final

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from factcheck.domain.errors import FactcheckError, Unreadable
from factcheck.reading.article import Article
from factcheck.reading.decoding.encoding import decoded
from factcheck.reading.formats import NAMES, articles_in
from factcheck.reading.pasted import source_in
from factcheck.reading.sentences import segments
from tests.hostile.mutating import CORPUS, mutated

SOUND: Final = sorted((CORPUS / "articles").iterdir())
BROKE: Final = sorted((CORPUS / "broke").iterdir())
"""What once made a reader fall, or hang."""
SLOW: Final = frozenset({".html", ".pdf", ".docx"})
"""Formats of which one file takes as long as ten of the others."""


def read(content: bytes, name: str, form: str = "") -> None:
    """Read a file as `add` does; whatever is refused is refused in one line."""
    problem = ""
    try:
        for article in articles_in(io.BytesIO(content), name=name, format=form):
            if isinstance(article, Article):
                assert_cut(article.text)
    except FactcheckError as error:
        problem = str(error)
    assert "\n" not in problem


def assert_cut(text: str) -> None:
    """The sentences hold everything that is not white space, in order."""
    found = [text[each.start : each.end] for each in segments(text)]
    assert "".join("".join(found).split()) == "".join(text.split())


def times(name: Path) -> int:
    return max(1, settings().max_examples // (10 if name.suffix in SLOW else 1))


@pytest.fixture(scope="module")
def others() -> Sequence[bytes]:
    return [path.read_bytes() for path in SOUND]


@pytest.mark.parametrize("path", SOUND, ids=lambda path: path.name)
def test_a_sound_file_is_read(path: Path) -> None:
    with path.open("rb") as stream:
        found = list(articles_in(stream, name=path.name))
    assert found
    assert not [article for article in found if isinstance(article, Unreadable)]


@pytest.mark.parametrize("path", SOUND, ids=lambda path: path.name)
def test_a_file_with_faults_is_read_or_refused(path: Path, others: Sequence[bytes]) -> None:
    sound = path.read_bytes()
    for number in range(times(path)):
        dice = Random(f"{path.name} {number}")  # noqa: S311
        read(mutated(sound, dice, others), path.name)


@pytest.mark.parametrize("path", BROKE, ids=lambda path: path.name)
def test_what_once_broke_a_reader_does_so_no_more(path: Path) -> None:
    read(path.read_bytes(), path.name)


@given(content=st.binary(max_size=300), form=st.sampled_from([*NAMES, ""]))
@example(content=b"\x1b$B\x1b(B", form="")
@example(content=b"+AGE-", form="text")
def test_any_bytes_are_read_or_refused_as_any_format(content: bytes, form: str) -> None:
    read(content, "a", form)


@given(
    content=st.binary(max_size=200),
    encoding=st.sampled_from(["utf-8", "utf-16", "utf-7", "shift_jis", "hex", "idna", "\x00", "x"]),
)
def test_any_bytes_are_decoded_or_refused_in_any_encoding(content: bytes, encoding: str) -> None:
    for said in ({"encoding": encoding}, {"declared": encoding}):
        with suppress(FactcheckError):
            assert isinstance(decoded(content, **said).text, str)


@given(text=st.text(alphabet="ab .,;:()[]<>“”\"'> \n-–|/?#@=2019atvia\u0301\ud800", max_size=300))
@example(text="> " * 2000 + "https://example.org")
@example(text="“" * 1000 + "a" + "”" * 1000)
def test_any_paste_is_taken_for_a_source_or_a_quote(text: str) -> None:
    for pasted in (text, f"{text} https://example.org/{text}"):
        assert all(isinstance(said, str) for said in source_in(pasted))
