"""Foreign text on a screen: made visible one character for one, and unable to command anything."""

import unicodedata

from hypothesis import example, given
from hypothesis import strategies as st

from factcheck.domain.display import displayable, one_line, shortened

ANY_TEXT = st.text(st.characters())
"""Any characters, lone surrogates among them."""
HOSTILE = "\x1b[31m\x00\x7f\x9b2J\u202eevil\u2066x\u2029y\ud800\r\n\t"


def commands_nothing(character: str) -> bool:
    """Whether a terminal draws `character` where it stands, in the order in which it came."""
    reorders = unicodedata.bidirectional(character) in {"LRE", "RLE", "LRO", "RLO", "PDF"} | {
        "LRI",
        "RLI",
        "FSI",
        "PDI",
    }
    return unicodedata.category(character) not in {"Cc", "Cs", "Zl", "Zp"} and not reorders


@given(ANY_TEXT)
@example(HOSTILE)
def test_one_character_becomes_one_character(text: str) -> None:
    assert len(displayable(text)) == len(text)
    assert len(one_line(text)) == len(text)


@given(ANY_TEXT)
@example(HOSTILE)
def test_nothing_that_is_shown_commands_a_terminal(text: str) -> None:
    assert all(commands_nothing(character) for character in one_line(text))
    assert all(commands_nothing(character) for character in displayable(text).replace("\n", ""))


@given(ANY_TEXT)
@example(HOSTILE)
def test_line_feeds_stay_where_they_are_and_no_other_line_break_does(text: str) -> None:
    feeds = [offset for offset, character in enumerate(text) if character == "\n"]
    shown = displayable(text)
    assert [offset for offset, character in enumerate(shown) if character == "\n"] == feeds
    assert len(shown.splitlines() or [""]) <= len(feeds) + 1


@given(ANY_TEXT)
def test_what_is_shown_can_be_written_to_a_terminal(text: str) -> None:
    assert displayable(text).encode().decode() == displayable(text)


@given(ANY_TEXT)
def test_what_was_made_visible_stays_as_it_is(text: str) -> None:
    assert one_line(one_line(text)) == one_line(text)


def test_words_marks_and_emoji_are_left_alone() -> None:
    text = (
        "Ünïcode, „quotes“, e\u0301, שלום, 👩‍👩‍👧, \u200bzero width, [/foo] [@click=app.quit]x[/]"
    )
    assert displayable(text) == text


def test_control_characters_become_their_pictures() -> None:
    assert displayable("\x00\x1b\r\x7f") == "␀␛␍␡"
    assert displayable("a\tb") == "a b"
    assert one_line("a\nb") == "a␊b"


@given(ANY_TEXT, st.integers(1, 30))
def test_a_shortened_text_fits_on_one_line_of_its_width(text: str, width: int) -> None:
    line = shortened(text, width)
    assert len(line) <= width
    assert "\n" not in line


def test_a_text_that_fits_is_not_shortened() -> None:
    assert shortened("seven x", 7) == "seven x"
    assert shortened("eight xx", 7) == "eight…"
