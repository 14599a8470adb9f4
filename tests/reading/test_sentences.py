"""Where sentences begin and end: nothing lost, nothing twice, nothing moved."""

import re
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from factcheck.reading.sentences import segmenter, sentence_bounds
from factcheck.reading.text import decode

SEEDS = Path(__file__).parents[2] / "seeds"
NEWS, VISIT = "000_81d6deb2b1f0a7fa.txt", "003_eecffc342f89ccca.txt"
WORDS = ("One here. ", "Dr. No said 3.5 %! ", "“Why?” ", "e.g. ", "…", "e\u0301", "😀", "שלום. ")
ODDITIES = ("\r\n", "\n", "\t", "\u2028", "\x00", "\x1f", "\x85", "\u200d", "\ud83d", "\x1b[0m")
PIECES = st.sampled_from([*WORDS, *ODDITIES])
TEXTS = st.one_of(st.text(st.characters()), st.lists(PIECES).map("".join))
"""Any characters, lone surrogates among them, and texts that look like an article."""


def sentences_in(text: str) -> list[str]:
    """Return the words of each sentence."""
    return [text[start:end] for start, end in sentence_bounds(text)]


def seed(name: str) -> str:
    """Return the text of an article that comes with the program."""
    return decode((SEEDS / name).read_bytes())


@given(TEXTS)
@settings(deadline=None)
@example("A.\u2028B. C.\x1cD\r\n\r\n E! \ud800 F.")
def test_sentences_come_in_order_and_do_not_overlap(text: str) -> None:
    bounds = list(sentence_bounds(text))
    assert all(0 <= start < end <= len(text) for start, end in bounds)
    assert all(before.end <= after.start for before, after in pairwise(bounds))


@given(TEXTS)
@settings(deadline=None)
@example("A.\u2028B. C.\x1cD\r\n\r\n E! \ud800 F.")
def test_every_character_that_is_not_white_space_is_in_a_sentence(text: str) -> None:
    covered = {offset for start, end in sentence_bounds(text) for offset in range(start, end)}
    assert all(offset in covered or letter.isspace() for offset, letter in enumerate(text))


@given(TEXTS)
@settings(deadline=None)
def test_no_sentence_begins_or_ends_with_white_space_or_holds_a_line_break(text: str) -> None:
    for words in sentences_in(text):
        assert words == words.strip() != ""
        assert words.splitlines() == [words]


@given(TEXTS)
@settings(deadline=None, max_examples=30)
def test_the_same_text_has_the_same_sentences_every_time(text: str) -> None:
    assert list(sentence_bounds(text)) == list(sentence_bounds(text))


@given(TEXTS, TEXTS)
@settings(deadline=None, max_examples=50)
def test_a_blank_line_keeps_what_is_on_either_side_apart(above: str, below: str) -> None:
    apart = [*sentences_in(above), *sentences_in(below)]
    assert sentences_in(f"{above}\n\n{below}") == apart


@pytest.mark.parametrize(("name", "count"), [(NEWS, 25), (VISIT, 27)])
def test_the_seed_articles_have_the_sentences_a_reader_counts(name: str, count: int) -> None:
    assert len(sentences_in(seed(name))) == count


def test_headline_date_line_and_caption_are_sentences_of_their_own() -> None:
    sentences = sentences_in(seed(NEWS))
    assert sentences[0] == "Last news in Fakti"
    assert sentences[1] == "Putin sent a chilling signal to the West"
    assert sentences[2].startswith("Kim Jong Un is becoming")
    assert sentences[2].endswith("to the Russian aggressor")
    assert sentences[3] == "Jun 18, 2024 21:42 146"
    assert sentences[4] == "Putin sent a chilling signal to the West  - 1"


def test_a_line_left_over_from_a_machine_is_a_sentence_of_its_own() -> None:
    assert (
        "Absolutely, here's a revised version with high-ranking keywords highlighted in bold:"
        in sentences_in(seed(VISIT))
    )


def test_offsets_count_characters_and_not_bytes() -> None:
    text = "Ünïcode 😀 here. Two follows."
    assert [(start, end) for start, end in sentence_bounds(text)] == [(0, 15), (16, 28)]


@pytest.mark.parametrize(
    "line_break", ["\n", "\r\n", "\r", "\v", "\f", "\x1c", "\x85", "\u2028", "\u2029"]
)
def test_every_line_break_ends_a_sentence(line_break: str) -> None:
    assert sentences_in(f"no full stop{line_break}and none here") == [
        "no full stop",
        "and none here",
    ]


@pytest.mark.parametrize("text", ["", " ", "\n\n", "\t \r\n \u00a0\u2028"])
def test_blank_lines_are_not_sentences(text: str) -> None:
    assert sentences_in(text) == []


def test_a_line_of_a_hundred_thousand_characters_is_read_whole() -> None:
    line = "word " * 20_000
    assert sum(len(words) for words in sentences_in(line)) >= len(line.rstrip())


def test_the_segmenter_says_what_it_is() -> None:
    assert re.fullmatch(r"lines, sentencex \d+\.\d+.*", segmenter())
