"""A part of a text around what was found in it."""

from hypothesis import given
from hypothesis import strategies as st

from factcheck.domain.excerpt import excerpt

TEXT = "The council of the town decided on Monday to build a school, and nobody was against it."


def marked(text: str, hits: list[tuple[int, int]], width: int) -> str:
    return "".join(f"[{t}]" if found else t for t, found in excerpt(text, hits, width))


def test_a_short_text_is_whole() -> None:
    assert marked("The town grew.", [(4, 8)], 80) == "The [town] grew."


def test_a_long_text_is_cut_on_both_sides_of_the_first_hit() -> None:
    start = TEXT.index("Monday")
    assert marked(TEXT, [(start, start + 6)], 30) == "…cided on [Monday] to build a s…"


def test_without_a_hit_the_beginning_is_shown() -> None:
    assert marked(TEXT, [], 12) == "The council…"


def test_it_stays_on_one_line_and_commands_no_terminal() -> None:
    assert marked("a\nb\x1b[31m\u202e", [(2, 3)], 80) == "a [b]␛[31m�"


@given(st.text(max_size=60), st.data(), st.integers(5, 40))
def test_it_is_never_wider_than_asked(text: str, data: st.DataObject, width: int) -> None:
    places = sorted(data.draw(st.sets(st.integers(0, len(text)), max_size=6)))
    hits = list(zip(places[::2], places[1::2], strict=False))
    pieces = excerpt(text, hits, width)
    assert sum(len(piece.text) for piece in pieces) == min(width, len(text))
    assert bool(hits) == any(piece.found for piece in pieces)
