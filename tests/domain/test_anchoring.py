"""A sentence is found again where it is, or a human is asked; never where it is not."""

import time
from collections.abc import Sequence
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.domain.anchors.anchor import Fate
from factcheck.domain.anchors.reanchoring import Anchoring, reanchored
from factcheck.domain.anchors.selectors import Passage

REPORT = "The ministry published its yearly report on Monday."
NOBODY = "Nobody in the capital had expected these figures."
WINTER = "Analysts warned that the winter would be harder still."
BUDGET = "The parliament votes on the budget next week."
BRIDGE = "The bridge cost the city 45 million euros in the end."
FIXED = "The bridge cost the city 54 million euros in the end."
NEWS = "A spokesman for the railways declined to give any reasons."
MAYOR = "The mayor, who took office in May, promised an inquiry."
YES = "Yes."

UNCHANGED, MOVED, EDITED = Fate.UNCHANGED, Fate.MOVED, Fate.EDITED
UNSURE, GONE = Fate.UNSURE, Fate.GONE
SURE = {UNCHANGED, MOVED, EDITED}

Outcome = list[tuple[Fate, int | None]]


def article(*sentences: str, between: str = "\n") -> Passage:
    """Return an article of these sentences."""
    spans, offset = [], 0
    for sentence in sentences:
        spans.append((offset, offset + len(sentence)))
        offset += len(sentence) + len(between)
    return Passage(between.join(sentences), spans)


def outcome(old: Sequence[str], new: Sequence[str]) -> Outcome:
    """Return what became of each sentence, and where it is."""
    return [(fate, place) for fate, place, _ in reanchored(article(*old), article(*new))]


def fates(old: Sequence[str], new: Sequence[str]) -> list[Fate]:
    """Return what became of each sentence."""
    return [fate for fate, _ in outcome(old, new)]


def mistyped(sentence: str, rng: Random) -> str:
    """Return the sentence with one wrong letter."""
    place = rng.randrange(len(sentence))
    return f"{sentence[:place]}x{sentence[place + 1 :]}"


WORDS = ["Yes.", "No.", BRIDGE, FIXED, REPORT, "5 percent", "x", "\u200b", "e\u0301", "\ud83d", " "]
SENTENCES = st.one_of(st.sampled_from(WORDS), st.text(st.characters(), min_size=1, max_size=60))
ARTICLES = st.lists(SENTENCES, max_size=12)


@given(ARTICLES)
@settings(deadline=None)
def test_in_the_same_article_every_sentence_is_unchanged_also_where_it_repeats_itself(
    sentences: list[str],
) -> None:
    assert outcome(sentences, sentences) == [(UNCHANGED, place) for place in range(len(sentences))]


@given(ARTICLES, ARTICLES)
@settings(deadline=None)
def test_no_two_sentences_are_surely_found_at_one_place(old: list[str], new: list[str]) -> None:
    found = [place for fate, place in outcome(old, new) if fate in SURE]
    assert len(found) == len(set(found))


@given(ARTICLES, ARTICLES)
@settings(deadline=None)
def test_only_what_is_gone_has_no_place(old: list[str], new: list[str]) -> None:
    anchorings = reanchored(article(*old), article(*new))
    assert len(anchorings) == len(old)
    for anchoring in anchorings:
        assert (anchoring.place is None) == (anchoring.fate is GONE)
        assert anchoring.place is None or 0 <= anchoring.place < len(new)
        assert 0 <= anchoring.score <= 1


@given(ARTICLES, ARTICLES)
@settings(deadline=None, max_examples=50)
def test_the_same_two_articles_have_the_same_outcome_every_time(
    old: list[str], new: list[str]
) -> None:
    assert outcome(old, new) == outcome(old, new)


@given(st.permutations([REPORT, NOBODY, WINTER, BUDGET, BRIDGE, NEWS, MAYOR]))
@settings(deadline=None)
def test_sentences_that_are_long_enough_are_found_in_any_order(order: list[str]) -> None:
    old = sorted(order)
    assert [place for _, place in outcome(old, order)] == [order.index(said) for said in old]
    assert set(fates(old, order)) <= {UNCHANGED, MOVED}


@pytest.mark.parametrize("corrected", [1, 3])
def test_where_one_of_two_equal_sentences_is_corrected_each_stays_where_it_is(
    corrected: int,
) -> None:
    old = [REPORT, BRIDGE, NOBODY, BRIDGE, WINTER]
    new = [FIXED if place == corrected else said for place, said in enumerate(old)]
    expected: Outcome = [(UNCHANGED, place) for place in range(5)]
    expected[corrected] = (EDITED, corrected)
    assert outcome(old, new) == expected


def test_where_two_sentences_hold_a_wrong_word_the_corrected_one_is_not_the_other_one() -> None:
    old = [REPORT, "Smith had won the seat in 2010.", NOBODY, "Smith had lost the seat in 2010."]
    new = [REPORT, "Smyth had won the seat in 2010.", NOBODY, "Smith had lost the seat in 2010."]
    assert outcome(old, new) == [(UNCHANGED, 0), (EDITED, 1), (UNCHANGED, 2), (UNCHANGED, 3)]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        pytest.param(
            [REPORT, BRIDGE, BRIDGE, NOBODY],
            [REPORT, FIXED, BRIDGE, NOBODY],
            [(UNCHANGED, 0), (EDITED, 1), (UNCHANGED, 2), (UNCHANGED, 3)],
            id="the first of two equal neighbours is corrected",
        ),
        pytest.param(
            [REPORT, BRIDGE, BRIDGE, NOBODY],
            [REPORT, BRIDGE, FIXED, NOBODY],
            [(UNCHANGED, 0), (UNCHANGED, 1), (EDITED, 2), (UNCHANGED, 3)],
            id="the second of two equal neighbours is corrected",
        ),
        pytest.param(
            [REPORT, BRIDGE, NOBODY, BRIDGE, WINTER],
            [REPORT, FIXED, NOBODY, FIXED, WINTER],
            [(UNCHANGED, 0), (EDITED, 1), (UNCHANGED, 2), (EDITED, 3), (UNCHANGED, 4)],
            id="both of two equal sentences are corrected",
        ),
        pytest.param(
            [REPORT, BRIDGE, NOBODY, BRIDGE, WINTER],
            [REPORT, NOBODY, BRIDGE, WINTER],
            [(UNCHANGED, 0), (GONE, None), (UNCHANGED, 1), (UNCHANGED, 2), (UNCHANGED, 3)],
            id="one of two equal sentences is deleted",
        ),
        pytest.param(
            [REPORT, NOBODY, WINTER, BUDGET],
            [REPORT, NEWS, NOBODY, WINTER, BUDGET],
            [(UNCHANGED, 0), (UNCHANGED, 2), (UNCHANGED, 3), (UNCHANGED, 4)],
            id="a sentence is put in",
        ),
        pytest.param(
            [REPORT, YES, NOBODY],
            [REPORT, NEWS, YES, NOBODY],
            [(UNCHANGED, 0), (UNCHANGED, 2), (UNCHANGED, 3)],
            id="a sentence is put in before a short one",
        ),
        pytest.param(
            [REPORT, NOBODY, WINTER],
            [REPORT, NEWS, WINTER],
            [(UNCHANGED, 0), (GONE, None), (UNCHANGED, 2)],
            id="another sentence is in its place",
        ),
        pytest.param(
            [REPORT, BRIDGE, WINTER, NOBODY],
            [REPORT, BRIDGE, FIXED, WINTER, NOBODY],
            [(UNCHANGED, 0), (UNCHANGED, 1), (UNCHANGED, 3), (UNCHANGED, 4)],
            id="a near copy is put in next to it",
        ),
        pytest.param(
            [REPORT, "He did go there.", NOBODY],
            [REPORT, "He did not go there.", NOBODY],
            [(UNCHANGED, 0), (EDITED, 1), (UNCHANGED, 2)],
            id="a negation is put into a short sentence",
        ),
        pytest.param(
            [REPORT, NOBODY, MAYOR],
            [REPORT, NOBODY, "The mayor promised an inquiry; she took office in May."],
            [(UNCHANGED, 0), (UNCHANGED, 1), (EDITED, 2)],
            id="the parts of a sentence change places",
        ),
    ],
)
def test_what_was_done_to_an_article_is_found(
    old: list[str], new: list[str], expected: Outcome
) -> None:
    assert outcome(old, new) == expected


def test_of_two_neighbours_that_changed_places_one_has_moved() -> None:
    assert sorted(fates([REPORT, NOBODY, WINTER], [REPORT, WINTER, NOBODY])) == [
        MOVED,
        UNCHANGED,
        UNCHANGED,
    ]


def test_which_of_two_equal_neighbours_was_deleted_is_for_a_human_to_say() -> None:
    old, new = [REPORT, BRIDGE, BRIDGE, NOBODY], [REPORT, BRIDGE, NOBODY]
    assert outcome(old, new) == [(UNCHANGED, 0), (UNSURE, 1), (UNSURE, 1), (UNCHANGED, 2)]


def test_where_a_sentence_is_corrected_and_its_old_words_are_put_in_elsewhere_a_human_says() -> (
    None
):
    new = [REPORT, FIXED, NOBODY, BRIDGE, WINTER, BUDGET]
    assert fates([REPORT, BRIDGE, NOBODY, WINTER, BUDGET], new)[1] is UNSURE


def test_a_short_sentence_far_from_its_neighbours_is_for_a_human_to_confirm() -> None:
    old = [REPORT, YES, NOBODY, WINTER, BUDGET, NEWS, MAYOR]
    new = [REPORT, NOBODY, WINTER, BUDGET, NEWS, YES, MAYOR]
    assert outcome(old, new)[1] == (UNSURE, 5)


def test_equal_sentences_that_all_lost_their_neighbours_are_not_said_to_be_gone() -> None:
    assert set(fates([REPORT, *[BRIDGE] * 40], [*[BRIDGE] * 39, NEWS])) == {GONE, UNSURE}


def test_rows_that_moved_by_one_and_changed_are_not_taken_for_one_another() -> None:
    old = [f"In {2010 + row} the figure was {row + 3} percent." for row in range(6)]
    new = [f"In {2011 + row} the figure was {9 - row} percent." for row in range(6)]
    for row, (fate, place) in enumerate(outcome([REPORT, *old, NOBODY], [REPORT, *new, NOBODY])):
        if 0 < row < 7 and fate in SURE:
            assert place == row - 1


def test_a_row_of_results_that_alone_was_corrected_is_found() -> None:
    rows = [f"Team {name} won {goals}-0 at home." for goals, name in enumerate("ABCDEF", 1)]
    new = [*rows[:3], "Team D won 4-1 at home.", *rows[4:]]
    assert outcome(rows, new) == [(EDITED if row == 3 else UNCHANGED, row) for row in range(6)]


def test_two_sentences_that_became_one_are_never_found_elsewhere() -> None:
    joined = f"{NOBODY[:-1]}, and {WINTER}"
    old, new = [REPORT, NOBODY, WINTER, BUDGET], [REPORT, joined, BUDGET]
    after = outcome(old, new)
    assert [after[0], after[3]] == [(UNCHANGED, 0), (UNCHANGED, 2)]
    assert [place for _, place in after[1:3]] == [1, 1]
    assert UNSURE in fates(old, new)


def test_a_short_sentence_that_another_took_in_is_not_said_to_be_gone() -> None:
    joined = f"{NOBODY[:-1]}, and it rained again."
    assert outcome([REPORT, NOBODY, "It rained again.", BUDGET], [REPORT, joined, BUDGET])[2] == (
        UNSURE,
        1,
    )


def test_a_sentence_that_was_cut_is_found_in_one_of_its_parts_or_asked_about() -> None:
    old, new = [REPORT, f"{NOBODY[:-1]}, and {WINTER}", BUDGET], [REPORT, NOBODY, WINTER, BUDGET]
    fate, place = outcome(old, new)[1]
    assert fate in {EDITED, UNSURE}
    assert place in {1, 2}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("“It’s five – no, six,” he said…", '"It\'s five - no, six," he said...'),
        ("The café in Málaga is open.", "The cafe\u0301 in Ma\u0301laga is open."),
        ("Five\u00a0million people live here.", "Five million\r\npeople  live here."),
        ("The cooper\u00adation\u200b goes on.", "The cooperation goes on."),
        ("\ufeffThe ﬁrst oﬃce — closed.", "The first office -- closed."),
        ("``Never,'' she said again.", "„Never,” she said again."),
    ],
)
def test_only_another_encoding_is_no_edit(old: str, new: str) -> None:
    assert fates([REPORT, old], [REPORT, new]) == [UNCHANGED, UNCHANGED]
    assert fates([REPORT, new], [REPORT, old]) == [UNCHANGED, UNCHANGED]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("It grew by 5 percent last year.", "It grew by 50 percent last year."),
        ("The area is 10² metres wide.", "The area is 102 metres wide."),
        ("He did say so in the interview.", "He did not say so in the interview."),
        ("The temperature was −5 degrees.", "The temperature was 5 degrees."),
        ("He spoke with US officials.", "He spoke with us officials."),
    ],
)
def test_another_number_or_word_is_an_edit(old: str, new: str) -> None:
    assert fates([REPORT, old, NOBODY], [REPORT, new, NOBODY]) == [UNCHANGED, EDITED, UNCHANGED]


def test_sentences_of_a_language_without_spaces_are_found() -> None:
    old = [
        "市長は月曜日に新しい橋の建設費が45億円だったと発表した。",
        "専門家はこの数字に驚いている。",
    ]
    new = [
        "専門家はこの数字にとても驚いている。",
        "市長は月曜日に新しい橋の建設費が54億円だったと発表した。",
    ]
    assert all(place in {None, 1 - row} for row, (_, place) in enumerate(outcome(old, new)))
    assert fates(old, list(reversed(new))) == [EDITED, EDITED]


def test_an_article_without_sentences_leaves_nothing_to_be_found() -> None:
    nothing = Passage("", [])
    assert reanchored(nothing, article(REPORT)) == []
    assert reanchored(article(REPORT), nothing) == [Anchoring(GONE, None, 0.0)]


def long_article(count: int) -> list[str]:
    """Return many sentences of made-up words, some of which are frequent."""
    rng = Random(7)  # noqa: S311
    vocabulary = [f"{rng.randrange(16**6):x}" for _ in range(5_000)]
    picks = iter([min(4_999, int(rng.paretovariate(0.6))) for _ in range(15 * count)])
    return [" ".join(vocabulary[next(picks)] for _ in range(15)) for _ in range(count)]


@pytest.mark.parametrize("count", [2_000, 20_000])
def test_time_grows_with_the_number_of_sentences_even_if_each_has_an_error(count: int) -> None:
    rng = Random(8)  # noqa: S311
    old = long_article(count)
    new = [mistyped(sentence, rng) for sentence in old]
    start = time.process_time()
    after = outcome(old, new)
    assert time.process_time() - start < count / 2_000
    assert all(place == row for row, (fate, place) in enumerate(after) if fate in SURE)
    assert sum(fate in SURE for fate, _ in after) > 0.98 * count


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ([YES] * 20_000, [YES] * 20_001),
        ([f"foo bar {row} baz and so on" for row in range(20_000)], ["foo bar baz and so on"]),
        ([NOBODY, BRIDGE] * 10_000, [BRIDGE, NOBODY] * 10_000),
        (["a" * 1_000_000, "b" * 1_000_000], ["a" * 1_000_000 + "c", "b" * 999_999]),
        (["a b " * 250_000], ["a c " * 250_000]),
    ],
    ids=["all equal", "all like one", "shifted", "endless words", "endless sentence"],
)
def test_articles_made_to_take_long_take_seconds(old: list[str], new: list[str]) -> None:
    start = time.process_time()
    assert len(outcome(old, new)) == len(old)
    assert time.process_time() - start < 10
