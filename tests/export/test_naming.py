"""Names of files that are made from foreign words."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.export.naming import Names, slug


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("The harbour budget doubled", "the-harbour-budget-doubled"),
        ("../../etc/passwd", "etc-passwd"),
        ("C:\\Windows\\con", "c-windows-con"),
        ("CON", "con-file"),
        ("", "untitled"),
        ("...", "untitled"),
        ("\x1b]0;title\x07 \u202e", "0-title"),
        ("Größe – über 30 %", "größe-über-30"),
    ],
)
def test_words_become_a_plain_name(words: str, name: str) -> None:
    assert slug(words) == name


@given(st.lists(st.text(), max_size=30))
def test_names_never_leave_the_folder_and_never_collide(titles: list[str]) -> None:
    names = Names()
    made = [names.of(title, ".json") for title in titles]
    for name in made:
        assert Path(name).name == name
        assert name.isprintable()
        assert len(name.encode()) <= 255
        assert not name.startswith(".")
    assert len({name.casefold() for name in made}) == len(made)


def test_the_same_titles_make_the_same_names() -> None:
    titles = ["A", "a", "A-2", "á"]
    first, second = Names(), Names()
    assert [first.of(t, ".txt") for t in titles] == [second.of(t, ".txt") for t in titles]
