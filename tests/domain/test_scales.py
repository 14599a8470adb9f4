"""Verdict scales: the presets as they are published, and scales that a project defines."""

import re
from itertools import pairwise

import pytest

from factcheck.domain.errors import InvalidValue
from factcheck.domain.scales.scale import Normalised, Rating, Scale
from factcheck.domain.scales.scales import GOOGLE5, PRESETS, Scales

PUBLISHED = {
    "google5": "False 1, Mostly false 2, Half true 3, Mostly true 4, True 5, Unproven,"
    " Missing context",
    "averitec": "Refuted 1, Supported 2, Not Enough Evidence, Conflicting Evidence/Cherrypicking,"
    " Claim Too Vague",
    "fever": "REFUTES 1, SUPPORTS 2, NOT ENOUGH INFO",
    "politifact": "Pants on Fire 1, False 2, Mostly False 3, Half True 4, Mostly True 5, True 6",
    "snopes": "False 1, Mostly False 2, Mixture 3, Mostly True 4, True 5, Research In Progress,"
    " Unproven, Unfounded, Outdated, Miscaptioned, Misattributed, Correct Attribution, Legend,"
    " Scam, Originated as Satire, Labeled Satire, Fake, Recall, Lost Legend",
    "wapo": "Four Pinocchios 1, Three Pinocchios 2, Two Pinocchios 3, One Pinocchio 4,"
    " Geppetto Checkmark 5, Verdict Pending, Upside-Down Pinocchio, Bottomless Pinocchio",
    "africacheck": "Incorrect 1, Mostly correct 2, Correct 3, Unproven, Misleading, Exaggerated,"
    " Understated, Checked",
    "correctiv": "Falsch 1, Größtenteils falsch 2, Teilweise falsch 3, Größtenteils richtig 4,"
    " Richtig 5, Unbelegt, Fehlender Kontext, Manipuliert",
    "afp": "False 1, Misleading 2, True 3, Missing context, Altered, Satire",
    "fullfact": "Conclusion",
    "meta": "False 1, Partly False 2, True 3, Altered, Missing Context, Satire",
    "aap": "False 1, Somewhat False 2, Partly False 3, Somewhat True 4, True 5, Missing Context,"
    " Altered Photo/Video/Image, Satire",
    "dega": "False 1, Misleading 2, Partly True 4, True 5, Unverified, Not a Claim",
    "meedan": "False 1, Verified 2, Unstarted, In Progress, Inconclusive",
    "trulymedia": "fake 1, verified 2, raw, pending, unclear",
}
"""The words of each preset with their numbers, in the order of the issue."""

each_preset = pytest.mark.parametrize("scale", PRESETS.values(), ids=PRESETS)


def rating(key: str, number: int | None = None, words: str = "") -> Rating:
    return Rating.of(key=key, words=words or key, meaning="M.", number=number)


def scale(*ratings: Rating, key: str = "mine") -> Scale:
    return Scale.of(key=key, name="Mine", ratings=ratings)


def scale_of(steps: int) -> Scale:
    """Return a scale with that many steps and one rating beside them."""
    return scale(*(rating(f"r{step}", step) for step in range(1, steps + 1)), rating("beside"))


def test_every_preset_has_the_words_and_numbers_that_are_published() -> None:
    told = {
        name: ", ".join(f"{r.words} {r.number or ''}".strip() for r in preset.ratings)
        for name, preset in PRESETS.items()
    }
    assert list(told) == list(PUBLISHED)
    assert told == PUBLISHED


@each_preset
def test_the_keys_of_a_preset_are_unique_and_can_be_typed(scale: Scale) -> None:
    assert len(set(scale.keys)) == len(scale.keys)
    assert all(re.fullmatch(r"[a-z]+(-[a-z]+)*", key) for key in scale.keys)


@each_preset
def test_a_preset_begins_with_its_worst_step_which_is_one(scale: Scale) -> None:
    numbers = [rating.number for rating in scale.on_scale if rating.number]
    assert numbers == sorted(set(numbers))
    assert numbers[:1] in ([1], [])
    assert scale.best == (numbers[-1] if numbers else None)


@each_preset
def test_ratings_off_the_scale_come_last_and_never_have_a_number(scale: Scale) -> None:
    off = [rating.off_scale for rating in scale.ratings]
    assert off == sorted(off)
    assert all(rating.number is None for rating in scale.ratings if rating.off_scale)
    assert "?" not in {scale.glyph(rating) for rating in scale.on_scale}
    assert {scale.glyph(rating) for rating in scale.ratings if rating.off_scale} <= {"?"}


@each_preset
def test_the_ends_of_a_preset_are_false_and_true_and_what_is_between_is_neither_better_nor_worse(
    scale: Scale,
) -> None:
    rank = [Normalised.FALSE, Normalised.MIXTURE, Normalised.TRUE]
    steps = [rank.index(rating.normalised) for rating in scale.on_scale]
    assert all(worse <= better for worse, better in pairwise(steps))
    assert steps == [] or (steps[0], steps[-1]) == (0, 2)
    assert steps.count(2) <= 1


@each_preset
def test_a_preset_explains_each_rating_in_one_sentence(scale: Scale) -> None:
    meanings = [rating.meaning for rating in scale.ratings]
    assert len(set(meanings)) == len(meanings)
    assert all(re.fullmatch(r"[A-Z][^.]+\.", meaning) for meaning in meanings)


@each_preset
def test_a_preset_comes_back_from_json_as_it_was(scale: Scale) -> None:
    assert Scale.model_validate_json(scale.model_dump_json()) == scale


def test_ratings_that_mean_the_same_have_the_same_normalised_value() -> None:
    found: dict[str, set[Normalised]] = {}
    for preset in PRESETS.values():
        for step in preset.ratings:
            found.setdefault(step.words.lower(), set()).add(step.normalised)
    assert {words for words, values in found.items() if len(values) > 1} == set()


def test_only_the_conclusion_of_full_fact_has_open_words() -> None:
    open_ones = [
        (name, r.key) for name, preset in PRESETS.items() for r in preset.ratings if r.open
    ]
    assert open_ones == [("fullfact", "conclusion")]


def test_german_words_have_keys_that_every_keyboard_can_type() -> None:
    assert PRESETS["correctiv"].rating("groesstenteils-falsch").words == "Größtenteils falsch"


def test_every_step_has_a_glyph_of_its_own() -> None:
    assert [GOOGLE5.glyph(rating) for rating in GOOGLE5.on_scale] == ["✗", "◔", "◐", "◕", "✓"]


def test_a_gap_in_the_numbers_shows_in_the_glyphs() -> None:
    dega = PRESETS["dega"]
    assert [dega.glyph(rating) for rating in dega.on_scale] == ["✗", "◔", "◕", "✓"]


@pytest.mark.parametrize("steps", [2, 3, 4, 5, 6, 7])
def test_a_scale_of_any_length_begins_with_a_cross_and_ends_with_a_tick(steps: int) -> None:
    made = scale_of(steps)
    glyphs = [made.glyph(rating) for rating in made.on_scale]
    assert (glyphs[0], glyphs[-1]) == ("✗", "✓")
    assert glyphs == sorted(glyphs, key="✗◔◐◕✓".index)


@pytest.mark.parametrize(
    ("ratings", "place"),
    [
        ([rating("a", 1), rating("b", 2), rating("a")], r"ratings\.3\.key: 'a' is taken"),
        ([rating("a", 2), rating("b", 1)], r"ratings\.2\.number: order"),
        ([rating("a", 1), rating("b", 1)], r"ratings\.2\.number: order"),
        ([rating("a"), rating("b", 1), rating("c", 2)], r"ratings\.2\.number: order"),
        ([rating("a", 2), rating("b", 3)], r"ratings\.1\.number: number the ratings from 1"),
        ([rating("a", 1), rating("b")], r"ratings\.1\.number: number .* to at least 2"),
        ([], r"ratings: "),
    ],
)
def test_a_scale_out_of_order_is_refused_with_the_place(ratings: list[Rating], place: str) -> None:
    with pytest.raises(InvalidValue, match=place):
        scale(*ratings)


@pytest.mark.parametrize("key", ["False", "half true", "-a", "a--b", "ö", "", "a" * 41])
def test_a_key_that_is_hard_to_type_is_refused(key: str) -> None:
    with pytest.raises(InvalidValue, match="key"):
        rating(key)


@pytest.mark.parametrize("words", [" \n ", "w" * 81])
def test_words_that_no_list_can_show_are_refused(words: str) -> None:
    with pytest.raises(InvalidValue, match="words: write 1 to 80 characters"):
        rating("a", words=words)


def test_a_number_below_one_is_refused() -> None:
    with pytest.raises(InvalidValue, match="number"):
        rating("a", number=0)


def test_an_unknown_rating_is_refused_with_those_there_are() -> None:
    with pytest.raises(InvalidValue, match=r"no rating 'pants-on-fire'.*mostly-false.*unproven"):
        GOOGLE5.rating("pants-on-fire")


def test_an_unknown_scale_is_refused_with_those_there_are() -> None:
    with pytest.raises(InvalidValue, match=r"no scale 'stars': choose one of google5, .*, mine"):
        Scales([scale_of(2)]).named("stars")


def test_each_scale_is_listed_once_in_its_newest_version() -> None:
    newer, older = scale_of(3), scale_of(2)
    scales = list(Scales([newer, older]))
    assert [known.key for known in scales] == [*PRESETS, "mine"]
    assert scales[-1] == newer


def test_a_rating_has_the_words_of_the_newest_version_that_knows_it() -> None:
    newer = scale(rating("a", words="New"), rating("c"))
    older = scale(rating("a", words="Old"), rating("b", words="Gone"))
    scales = Scales([newer, older])
    assert scales.rating("mine", "a").words == "New"
    assert scales.rating("mine", "b").words == "Gone"


def test_the_glyph_of_an_old_rating_follows_from_its_own_version() -> None:
    scales = Scales([scale_of(2), scale_of(5)])
    assert scales.glyph("mine", "r2") == "✓"
    assert scales.glyph("mine", "r5") == "✓"
    assert scales.glyph("mine", "r3") == "◐"


@pytest.mark.parametrize(("name", "key"), [("stars", "five"), ("google5", "stars"), ("", "Ö b")])
def test_a_rating_that_nobody_knows_is_shown_by_its_key(name: str, key: str) -> None:
    found = Scales().rating(name, key)
    assert (found.key, found.words, found.off_scale) == (key, key, True)
    assert "not known here" in found.meaning
    assert found.normalised is Normalised.OTHER
    assert Scales().glyph(name, key) == "?"
