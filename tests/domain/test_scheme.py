"""The label scheme of a project, and what another one does to decisions in use."""

import re
from typing import Any

import pytest

from factcheck.domain.errors import InvalidValue
from factcheck.domain.findings.claim import Claim
from factcheck.domain.findings.remark import Note
from factcheck.domain.findings.tagging import TagValue
from factcheck.domain.findings.verdict import Adjudication, Verdict
from factcheck.domain.scales.scale import Rating, Scale
from factcheck.domain.scales.scales import GOOGLE5, PRESETS
from factcheck.domain.scheme.changes import (
    Outcome,
    consequences,
    differences,
    renamed,
)
from factcheck.domain.scheme.label import Label, Subtype
from factcheck.domain.scheme.scheme import DEFAULT, Scheme, SignOff
from factcheck.domain.tag import Tag
from factcheck.domain.value import Value

KINDS = {
    Tag.CLAIM: "numerical event-property causal quote position comparison rule-or-law correlation"
    " personal-experience prediction media-source media-analysis",
    Tag.OPINION: "explicit sarcasm exhortation derogatory rhetorical-figure rhetorical-question"
    " unsupported-conclusion",
    Tag.FILLER: "boilerplate caption-credit heading-byline question greeting-meta transition"
    " instruction-ad fragment other",
}

TOWN = Scale(
    key="town",
    name="Town",
    ratings=(
        Rating(key="wrong", words="Wrong", meaning="W.", number=1),
        Rating(key="right", words="Right", meaning="R.", number=2),
        Rating(key="unproven", words="Open", meaning="O."),
    ),
)


def scheme(**fields: Any) -> Scheme:
    return Scheme.of(**{"scale": TOWN, **fields})


def with_kinds(*keys: str, **fields: Any) -> Scheme:
    """Return a scheme whose claims are of these kinds."""
    kinds = tuple(Subtype(key=key, words=key, meaning="M.") for key in keys)
    claim = DEFAULT.labels[Tag.CLAIM].model_copy(update={"subtypes": kinds})
    return Scheme.of(labels={**DEFAULT.labels, Tag.CLAIM: claim}, **fields)


def outcomes(
    wanted: Scheme,
    ratings: dict[tuple[str, str], int] | None = None,
    subtypes: dict[tuple[Tag, str], int] | None = None,
) -> list[tuple[str, Outcome, str]]:
    found = consequences(wanted, ratings or {}, subtypes or {})
    return [(one.key, one.outcome, one.becomes) for one in found]


@pytest.mark.parametrize("tag", Tag)
def test_each_label_is_defined_with_an_example_and_its_kinds(tag: Tag) -> None:
    label = DEFAULT.labels[tag]
    assert label.keys == tuple(KINDS[tag].split())
    assert all(re.fullmatch(r"[A-Z].+\.", text) for text in (label.definition, label.example))
    assert all(re.fullmatch(r"[A-Z][^.]+\.", kind.meaning) for kind in label.subtypes)


def test_a_project_that_has_agreed_on_nothing_judges_on_five_steps() -> None:
    assert DEFAULT.scale == GOOGLE5
    assert len(DEFAULT.questions) == 2
    assert (DEFAULT.sign_off.approvals, DEFAULT.sign_off.second_verdict) == (1, False)


def test_known_kinds_are_allowed_and_unknown_ones_refused_with_those_there_are() -> None:
    DEFAULT.refuse_unknown(Tag.CLAIM, ["numerical", "causal"])
    DEFAULT.refuse_unknown(Tag.FILLER, [])
    with pytest.raises(InvalidValue, match=r"no subtype 'sarcasm' of claim: .*numerical.*causal"):
        DEFAULT.refuse_unknown(Tag.CLAIM, ["numerical", "sarcasm"])


def test_filler_is_of_one_kind_at_most() -> None:
    DEFAULT.refuse_unknown(Tag.FILLER, ["question"])
    with pytest.raises(InvalidValue, match="filler takes one subtype"):
        DEFAULT.refuse_unknown(Tag.FILLER, ["question", "other"])


def test_a_label_without_kinds_says_so() -> None:
    with pytest.raises(InvalidValue, match="no kinds at all"):
        with_kinds().refuse_unknown(Tag.CLAIM, ["numerical"])


@pytest.mark.parametrize(
    ("fields", "problem"),
    [
        ({"labels": {Tag.CLAIM: DEFAULT.labels[Tag.CLAIM]}}, "labels: says nothing of opinion"),
        ({"version": " "}, "version"),
        ({"checks_off": {"some-rule": " "}}, "is empty: write something"),
        ({"checks_off": {"Some Rule": "because"}}, "checks_off"),
        ({"ratings_renamed": {"old": "gone"}}, "ratings_renamed.old: cannot become 'gone'"),
        ({"subtypes_renamed": {"old": "gone"}}, "subtypes_renamed.old: cannot become 'gone'"),
        (
            {"scale": PRESETS["fullfact"], "ratings_renamed": {"false": "conclusion"}},
            "ratings_renamed.false: cannot become 'conclusion'",
        ),
        ({"sites": ["https://example.org/"]}, "write the domain alone"),
        ({"sites": ["example"]}, "write the domain alone"),
        ({"sites": [""]}, "write the domain alone"),
        ({"sign_off": {"approvals": 0}}, "approvals"),
        ({"sign_off": {"approvals": 2, "editors": ["ann", "ann"]}}, "2 cannot come from 1"),
        ({"colour": "red"}, "colour"),
    ],
)
def test_a_scheme_that_says_nothing_usable_is_refused(fields: dict[str, Any], problem: str) -> None:
    with pytest.raises(InvalidValue, match=problem):
        scheme(**fields)


def test_two_kinds_of_a_label_need_keys_of_their_own() -> None:
    with pytest.raises(InvalidValue, match=r"subtypes\.2\.key: 'a' is taken"):
        Label.of(words="W", definition="D", example="E", subtypes=[*_kind("a"), *_kind("a")])


def _kind(key: str) -> list[Subtype]:
    return [Subtype(key=key, words=key, meaning="M.")]


def test_own_domains_are_compared_without_www_and_case() -> None:
    assert scheme(sites=["www.Example.org", "münchen.de"]).sites == ("example.org", "münchen.de")


def test_a_scheme_comes_back_from_json_as_it_was() -> None:
    wanted = scheme(
        checks_off={"a-rule": "because"},
        ratings_renamed={"false": "wrong"},
        sign_off=SignOff(approvals=2, editors=("ann", "ben")),
        file="0" * 64,
    )
    assert Scheme.model_validate_json(wanted.model_dump_json()) == wanted


def test_the_file_that_a_scheme_came_from_is_nothing_that_it_says() -> None:
    assert scheme(file="0").says_what(scheme(file="1"))
    assert not scheme(version="1").says_what(scheme(version="2"))


def test_a_rating_of_the_same_scale_is_kept() -> None:
    assert outcomes(scheme(), {("town", "wrong"): 2}) == [("wrong", Outcome.KEPT, "")]


def test_a_rating_of_another_scale_stays_as_recorded_even_under_the_same_key() -> None:
    assert outcomes(scheme(), {("google5", "unproven"): 1, ("google5", "true"): 2}) == [
        ("true", Outcome.AS_RECORDED, ""),
        ("unproven", Outcome.AS_RECORDED, ""),
    ]


def test_a_rating_that_is_renamed_becomes_one_of_the_scale_in_force() -> None:
    wanted = scheme(ratings_renamed={"true": "right", "unproven": "unproven"})
    assert outcomes(wanted, {("google5", "true"): 2, ("google5", "unproven"): 1}) == [
        ("true", Outcome.RENAMED, "town/right"),
        ("unproven", Outcome.RENAMED, "town/unproven"),
    ]


def test_a_rating_that_the_scale_lost_stays_as_recorded_unless_it_is_renamed() -> None:
    lost = {("town", "lost"): 1}
    assert outcomes(scheme(), lost) == [("lost", Outcome.AS_RECORDED, "")]
    wanted = scheme(ratings_renamed={"lost": "wrong"})
    assert outcomes(wanted, lost) == [("lost", Outcome.RENAMED, "town/wrong")]


def test_renaming_to_and_fro_does_not_touch_what_has_its_new_name() -> None:
    wanted = scheme(ratings_renamed={"wrong": "right", "right": "wrong"})
    assert renamed(wanted, Verdict(scale="town", rating="wrong")) is None


def test_kinds_are_kept_renamed_or_left_as_recorded() -> None:
    wanted = with_kinds("number", "quote", subtypes_renamed={"numerical": "number"})
    used = {(Tag.CLAIM, "numerical"): 3, (Tag.CLAIM, "quote"): 1, (Tag.CLAIM, "causal"): 1}
    assert outcomes(wanted, subtypes=used) == [
        ("causal", Outcome.AS_RECORDED, ""),
        ("numerical", Outcome.RENAMED, "number"),
        ("quote", Outcome.KEPT, ""),
    ]


def test_a_kind_does_not_move_to_another_tag() -> None:
    wanted = with_kinds("number", subtypes_renamed={"old": "sarcasm"})
    assert outcomes(wanted, subtypes={(Tag.CLAIM, "old"): 1, (Tag.OPINION, "old"): 1}) == [
        ("old", Outcome.AS_RECORDED, ""),
        ("old", Outcome.RENAMED, "sarcasm"),
    ]


def test_a_consequence_is_told_in_a_line() -> None:
    wanted = scheme(ratings_renamed={"true": "right"})
    used = {("google5", "true"): 2, ("google5", "false"): 1}
    lines = [one.line for one in consequences(wanted, used, {(Tag.CLAIM, "causal"): 4})]
    assert lines == [
        "google5/false (in use 1x): stays as recorded",
        "google5/true (in use 2x): becomes town/right",
        "claim/causal (in use 4x): kept",
    ]


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (
            Verdict(rating="true", because="B", duration_ms=7),
            Verdict(scale="town", rating="right", because="B", duration_ms=7),
        ),
        (Adjudication(rating="true"), Adjudication(scale="town", rating="right")),
        (
            TagValue(tag=Tag.CLAIM, subtypes=("numerical", "number", "causal"), guideline="1"),
            TagValue(tag=Tag.CLAIM, subtypes=("number", "causal"), guideline="1"),
        ),
        (Claim(text="T", types=("numerical",)), Claim(text="T", types=("number",))),
    ],
)
def test_what_was_said_is_said_in_the_new_words_and_else_as_before(
    value: Value, said: Value
) -> None:
    wanted = with_kinds(
        "number",
        scale=TOWN,
        ratings_renamed={"true": "right"},
        subtypes_renamed={"numerical": "number"},
    )
    assert renamed(wanted, value) == said
    assert type(renamed(wanted, value)) is type(value)
    assert renamed(wanted, said) is None


@pytest.mark.parametrize("value", [None, Note(text="N"), Verdict(rating="false"), Claim()])
def test_what_names_nothing_that_was_renamed_is_left_alone(value: Value | None) -> None:
    assert renamed(scheme(ratings_renamed={"true": "right"}), value) is None


def test_the_same_scheme_differs_in_nothing() -> None:
    assert list(differences(DEFAULT, DEFAULT.model_copy(update={"file": "0"}))) == []


def test_another_scale_is_told_in_one_line() -> None:
    after = DEFAULT.model_copy(update={"scale": PRESETS["averitec"]})
    assert list(differences(DEFAULT, after)) == ["scale: google5 -> averitec"]


def test_another_version_of_a_scale_is_told_rating_by_rating() -> None:
    ratings = (TOWN.ratings[0].model_copy(update={"words": "Untrue"}), *TOWN.ratings[1:2])
    after = scheme(scale=TOWN.model_copy(update={"ratings": ratings}))
    assert list(differences(scheme(), after)) == [
        "scale.ratings.wrong.words: 'Wrong' -> 'Untrue'",
        "scale.ratings.unproven: taken away",
    ]


def test_labels_and_rules_are_told_by_their_names() -> None:
    after = with_kinds("number", sites=["a.org"], checks_off={"a-rule": "B"}, version="2")
    before = with_kinds("quote", "number")
    assert list(differences(before, after)) == [
        "version: '1' -> '2'",
        "labels.claim.subtypes.quote: taken away",
        "sites: [] -> ['a.org']",
        "checks_off.a-rule: new, 'B'",
    ]


def test_another_order_of_kinds_is_a_difference() -> None:
    before, after = with_kinds("a", "b"), with_kinds("b", "a")
    assert list(differences(before, after)) == ["labels.claim.subtypes: in another order"]
