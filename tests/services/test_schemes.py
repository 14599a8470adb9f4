"""Changing the scheme of a project: seen before, in one act, and never a loss."""

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from factcheck.domain.decision import Author, Decision, Kind
from factcheck.domain.document import Document
from factcheck.domain.errors import InvalidValue
from factcheck.domain.findings.claim import Claim
from factcheck.domain.findings.tagging import TagValue
from factcheck.domain.findings.verdict import Verdict
from factcheck.domain.identity import ClaimId, SentenceId, claim_id
from factcheck.domain.scales.scale import Rating, Scale
from factcheck.domain.scales.scales import PRESETS
from factcheck.domain.scheme.scheme import DEFAULT, Scheme
from factcheck.domain.tag import Tag
from factcheck.domain.vocabulary.sign_off import ClaimState
from factcheck.reading.scheme_file import scheme_in
from factcheck.services import deciding, schemes, signing_off
from factcheck.services.adding import add_sources
from factcheck.services.claims import describe_claim
from factcheck.services.looking import claim_seen
from factcheck.services.verdicts import judge
from factcheck.store.store import Store

ANN = Author(reviewer="ann")
BEN = Author(reviewer="ben")
CHIEF = Author(reviewer="chief")

TOWN = Scale(
    key="town",
    name="Town",
    ratings=(
        Rating(key="wrong", words="Wrong", meaning="W.", number=1),
        Rating(key="right", words="Right", meaning="R.", number=2),
    ),
)
RENAMING = """
[[labels.claim.subtypes]]
key = "number"
words = "Number"
meaning = "N."
[subtypes_renamed]
numerical = "number"
"""


def scheme(**fields: Any) -> Scheme:
    return Scheme.of(**{"scale": TOWN, **fields})


MOVED = scheme(ratings_renamed={"false": "wrong", "true": "right"})
"""The town's scale, with the ends of the five steps moved to it."""


@pytest.fixture
def sentences(store: Store, article: Document) -> list[SentenceId]:
    return [sentence.id for sentence in store.documents.sentences(article)]


@pytest.fixture
def claims(sentences: list[SentenceId]) -> list[ClaimId]:
    return [claim_id(sentence) for sentence in sentences]


def verdict(store: Store, claim: ClaimId, reviewer: str = "ann") -> Verdict | None:
    found = store.journal.current(Kind.VERDICT, claim, reviewer)
    return found if isinstance(found, Verdict) else None


def rating(store: Store, claim: ClaimId, reviewer: str = "ann") -> str:
    """Return scale and rating of a verdict, as the journal and the table both have it."""
    found = verdict(store, claim, reviewer)
    with closing(sqlite3.connect(store.path)) as db:
        query = "SELECT scale || '/' || rating FROM verdict WHERE claim_id = ? AND reviewer = ?"
        row = db.execute(query, [claim, reviewer]).fetchone()
    said = f"{found.scale}/{found.rating}" if found else ""
    assert said == (row[0] if row else "")
    return said


def kinds(decisions: tuple[Decision, ...]) -> list[tuple[Kind, str]]:
    return [(decision.kind, decision.reviewer) for decision in decisions]


def consequence_lines(store: Store, wanted: Scheme) -> list[str]:
    return [one.line for one in schemes.preview(store, wanted)[1]]


def test_a_new_database_has_the_scheme_of_no_project(store: Store) -> None:
    assert store.schemes.in_force() == DEFAULT
    assert [scale.key for scale in store.schemes.scales()] == list(PRESETS)


def test_a_scheme_that_was_applied_is_in_force_also_for_others(store: Store) -> None:
    assert kinds(schemes.apply(store, CHIEF, scheme())) == [(Kind.SCHEME, "chief")]
    assert store.schemes.in_force() == scheme()
    assert store.schemes.scales().named("town") == TOWN
    with Store(store.path) as other:
        assert other.schemes.in_force() == scheme()


def test_what_another_program_records_is_seen(store: Store) -> None:
    assert store.schemes.in_force() == DEFAULT
    with Store(store.path) as other:
        schemes.apply(other, CHIEF, scheme())
    assert store.schemes.in_force() == scheme()
    assert "town" in {scale.key for scale in store.schemes.scales()}


def test_what_is_in_force_already_is_no_decision(store: Store) -> None:
    schemes.apply(store, CHIEF, scheme())
    assert schemes.apply(store, CHIEF, scheme(file="0" * 64)) == ()
    assert schemes.preview(store, scheme()) == ([], [])


def test_one_undo_brings_the_older_scheme_back(store: Store) -> None:
    schemes.apply(store, CHIEF, scheme())
    deciding.undo(store, CHIEF)
    assert store.schemes.in_force() == DEFAULT
    deciding.redo(store, CHIEF)
    assert store.schemes.in_force() == scheme()


def test_a_scale_that_was_ever_in_force_keeps_its_words(store: Store) -> None:
    schemes.apply(store, CHIEF, scheme())
    schemes.apply(store, CHIEF, DEFAULT)
    assert store.schemes.scales().rating("town", "wrong").words == "Wrong"


def test_an_undone_version_of_a_scale_no_longer_gives_the_words(store: Store) -> None:
    newer = TOWN.model_copy(
        update={
            "ratings": (TOWN.ratings[0].model_copy(update={"words": "Untrue"}), TOWN.ratings[1])
        }
    )
    schemes.apply(store, CHIEF, scheme())
    schemes.apply(store, CHIEF, scheme(scale=newer))
    assert store.schemes.scales().rating("town", "wrong").words == "Untrue"
    deciding.undo(store, CHIEF)
    assert store.schemes.scales().rating("town", "wrong").words == "Wrong"


@pytest.mark.parametrize("key", PRESETS)
def test_every_preset_can_be_judged_on(store: Store, claims: list[ClaimId], key: str) -> None:
    schemes.apply(store, CHIEF, schemes.with_preset(store, key))
    for step in PRESETS[key].ratings:
        fields = {"conclusion": "Half of it is right."} if step.open else {}
        judge(store, ANN, claims[0], step.key, fields=fields)
        given = verdict(store, claims[0])
        assert given
        assert store.schemes.scales().rating(given.scale, given.rating) == step
        deciding.undo(store, ANN)


def test_an_unknown_scale_is_refused_with_those_there_are(store: Store) -> None:
    schemes.apply(store, CHIEF, scheme())
    with pytest.raises(InvalidValue, match=r"no scale 'stars': choose one of google5, .*, town"):
        schemes.with_preset(store, "stars")


def test_another_scale_forgets_names_that_led_to_the_old_one(store: Store) -> None:
    schemes.apply(store, CHIEF, MOVED)
    wanted = schemes.with_preset(store, "fever")
    assert (wanted.scale.key, wanted.ratings_renamed) == ("fever", {})
    assert schemes.with_preset(store, "town") == MOVED


def test_a_preview_says_what_becomes_of_verdicts_and_changes_nothing(
    store: Store, claims: list[ClaimId]
) -> None:
    judge(store, ANN, claims[0], "false")
    judge(store, BEN, claims[0], "false")
    judge(store, ANN, claims[1], "half-true")
    before = list(store.journal.decisions())
    assert consequence_lines(store, MOVED) == [
        "google5/false (in use 2x): becomes town/wrong",
        "google5/half-true (in use 1x): stays as recorded",
    ]
    assert list(store.journal.decisions()) == before


def test_a_verdict_is_said_again_in_the_new_words_by_whoever_gave_it(
    store: Store, claims: list[ClaimId]
) -> None:
    judge(store, ANN, claims[0], "false", "see the census")
    judge(store, BEN, claims[1], "half-true")
    decisions = schemes.apply(store, CHIEF, MOVED)
    assert kinds(decisions) == [(Kind.SCHEME, "chief"), (Kind.VERDICT, "ann")]
    assert rating(store, claims[0]) == "town/wrong"
    assert rating(store, claims[1], "ben") == "google5/half-true"
    kept = verdict(store, claims[0])
    assert kept
    assert kept.because == "see the census"


def test_one_undo_takes_the_scheme_and_all_new_words_back(
    store: Store, claims: list[ClaimId]
) -> None:
    judge(store, ANN, claims[0], "false")
    judge(store, BEN, claims[0], "true")
    schemes.apply(store, CHIEF, MOVED)
    assert len(deciding.undo(store, CHIEF)) == 3
    assert (rating(store, claims[0]), rating(store, claims[0], "ben")) == (
        "google5/false",
        "google5/true",
    )
    deciding.redo(store, CHIEF)
    assert (rating(store, claims[0]), rating(store, claims[0], "ben")) == (
        "town/wrong",
        "town/right",
    )


def test_a_reviewers_own_undo_takes_the_verdict_back_under_both_names(
    store: Store, claims: list[ClaimId]
) -> None:
    deciding.tag(store, ANN, [SentenceId(claims[0].partition("#")[0])], Tag.CLAIM)
    judge(store, ANN, claims[0], "false")
    schemes.apply(store, CHIEF, MOVED)
    assert [decision.kind for decision in deciding.undo(store, ANN)] == [Kind.VERDICT]
    assert rating(store, claims[0]) == ""
    deciding.redo(store, ANN)
    assert rating(store, claims[0]) == "town/wrong"


def test_a_newer_verdict_is_not_touched_when_the_scheme_is_taken_back(
    store: Store, claims: list[ClaimId]
) -> None:
    judge(store, ANN, claims[0], "false")
    schemes.apply(store, CHIEF, MOVED)
    judge(store, ANN, claims[0], "right")
    deciding.undo(store, CHIEF)
    assert rating(store, claims[0]) == "town/right"
    assert store.schemes.scales().rating("town", "right").words == "Right"


def test_a_renamed_verdict_follows_its_sentence_into_a_newer_version(
    store: Store, article: Document, claims: list[ClaimId], tmp_path: Path
) -> None:
    judge(store, ANN, claims[0], "false")
    schemes.apply(store, CHIEF, MOVED)
    file = tmp_path / "article.txt"
    file.write_text(article.text + "\nOne more sentence stands here now.\n", encoding="utf-8")
    (addition,) = add_sources(store, ANN, [str(file)])
    assert addition.article
    newer = next(iter(store.documents.sentences(addition.article)))
    assert rating(store, claim_id(newer.id)) == "town/wrong"


def test_applying_again_renames_nothing_twice(store: Store, claims: list[ClaimId]) -> None:
    judge(store, ANN, claims[0], "false")
    schemes.apply(store, CHIEF, MOVED)
    newer = MOVED.model_copy(update={"version": "2"})
    assert kinds(schemes.apply(store, CHIEF, newer)) == [(Kind.SCHEME, "chief")]
    assert rating(store, claims[0]) == "town/wrong"


def test_what_was_left_on_an_older_scale_can_be_renamed_later(
    store: Store, claims: list[ClaimId]
) -> None:
    judge(store, ANN, claims[0], "false")
    schemes.apply(store, CHIEF, scheme())
    assert rating(store, claims[0]) == "google5/false"
    schemes.apply(store, CHIEF, MOVED)
    assert rating(store, claims[0]) == "town/wrong"


def test_kinds_of_tags_and_claims_are_renamed(
    store: Store, sentences: list[SentenceId], claims: list[ClaimId]
) -> None:
    deciding.tag(store, ANN, sentences[:1], Tag.CLAIM)
    deciding.describe_tag(store, ANN, sentences[:1], subtypes="numerical, causal")
    describe_claim(store, BEN, claims[0], {"types": "numerical"})
    wanted = scheme_in(RENAMING.encode(), "scheme.toml")
    assert consequence_lines(store, wanted) == [
        "claim/causal (in use 1x): stays as recorded",
        "claim/numerical (in use 2x): becomes number",
    ]
    decisions = schemes.apply(store, CHIEF, wanted)
    assert kinds(decisions)[1:] == [(Kind.TAG, "ann"), (Kind.CLAIM, "ben")]
    tagged = store.journal.current(Kind.TAG, sentences[0], "ann")
    described = store.journal.current(Kind.CLAIM, claims[0], "")
    assert isinstance(tagged, TagValue)
    assert isinstance(described, Claim)
    assert (tagged.subtypes, described.types) == (("number", "causal"), ("number",))


def test_an_adjudication_is_renamed_with_the_verdicts_it_decided_between(
    store: Store, claims: list[ClaimId]
) -> None:
    judge(store, ANN, claims[0], "false")
    judge(store, BEN, claims[0], "true")
    signing_off.adjudicate(store, CHIEF, claims[0], "false")
    assert consequence_lines(store, MOVED)[0] == "google5/false (in use 2x): becomes town/wrong"
    schemes.apply(store, BEN, MOVED)
    seen = claim_seen(store, claims[0], "ann")
    assert seen.adjudication
    assert (seen.adjudication.scale, seen.adjudication.rating) == ("town", "wrong")
    assert seen.adjudicator == "chief"


def test_votes_keep_their_weight_when_the_words_they_were_cast_on_are_renamed(
    store: Store, claims: list[ClaimId]
) -> None:
    judge(store, ANN, claims[0], "false")
    signing_off.vote(store, BEN, claims[0], "approve")
    judge(store, ANN, claims[1], "half-true")
    signing_off.vote(store, BEN, claims[1], "approve")
    schemes.apply(store, CHIEF, MOVED)
    states = [signing_off.state(store, claim_seen(store, claim, "ann")) for claim in claims[:2]]
    assert states == [ClaimState.APPROVED, ClaimState.APPROVED]
    judge(store, ANN, claims[0], "right")
    assert signing_off.state(store, claim_seen(store, claims[0], "ann")) is not ClaimState.APPROVED


def test_a_vote_on_what_was_said_before_does_not_come_back(
    store: Store, claims: list[ClaimId]
) -> None:
    judge(store, ANN, claims[0], "true")
    signing_off.vote(store, BEN, claims[0], "approve")
    judge(store, ANN, claims[0], "false")
    schemes.apply(store, CHIEF, MOVED)
    assert signing_off.state(store, claim_seen(store, claims[0], "ann")) is not ClaimState.APPROVED
