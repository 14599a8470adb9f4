"""Ways through an article: to the next sentence that needs attention, and round."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.domain.document import Sentence
from factcheck.domain.findings.remark import Flag
from factcheck.domain.findings.verdict import Verdict
from factcheck.domain.identity import claim_id, document_id, sentence_id
from factcheck.domain.passes import Pass
from factcheck.domain.review import ClaimReview, SentenceReview
from factcheck.domain.tag import Tag
from factcheck.domain.walking import next_hit, next_open, next_where, words_pattern


def reviewed(
    number: int = 1, text: str = "words", tag: Tag | None = None, rating: str | None = None
) -> SentenceReview:
    """Return a sentence with this tag, and where it is a claim with this rating or none."""
    name = sentence_id(document_id("x"), number, number + 1)
    sentence = Sentence(id=name, number=number, start=number, end=number + 1, text=text)
    verdict = Verdict(rating=rating) if rating else None
    claim = ClaimReview(id=claim_id(name), sentence=name, text=text, verdict=verdict)
    return SentenceReview(sentence=sentence, tag=tag, claims=(claim,) if tag is Tag.CLAIM else ())


OPEN = reviewed()
OPINION = reviewed(tag=Tag.OPINION)
CLAIM = reviewed(tag=Tag.CLAIM)
JUDGED = reviewed(tag=Tag.CLAIM, rating="false")


def naively(flags: Sequence[bool], cursor: int, step: int) -> int | None:
    """Return the nearest true flag after `cursor`, by walking one step at a time."""
    place = cursor
    for _ in flags:
        place = (place + step) % len(flags)
        if flags[place]:
            return place
    return None


@given(st.lists(st.booleans(), min_size=1, max_size=12), st.data(), st.sampled_from([1, -1]))
def test_the_nearest_sentence_is_found_in_either_direction(
    flags: list[bool], data: st.DataObject, step: int
) -> None:
    cursor = data.draw(st.integers(0, len(flags) - 1))
    sentences = [OPINION if flag else OPEN for flag in flags]
    found = next_where(sentences, cursor, step, lambda review: review.tag is Tag.OPINION)
    assert found == naively(flags, cursor, step)


def test_an_article_without_sentences_has_no_next_one() -> None:
    assert next_open([], 0, 1) is None


@pytest.mark.parametrize(
    ("cursor", "step", "expected"), [(0, 1, 1), (1, 1, 3), (3, 1, 1), (3, -1, 1), (0, -1, 3)]
)
def test_sentences_without_a_tag_come_first(cursor: int, step: int, expected: int) -> None:
    assert next_open([CLAIM, OPEN, OPINION, OPEN], cursor, step) == (expected, Pass.TAGS)


def test_claims_without_a_verdict_come_next() -> None:
    assert next_open([JUDGED, OPINION, CLAIM, CLAIM], 0, 1) == (2, Pass.CLAIMS)
    assert next_open([JUDGED, OPINION, CLAIM, CLAIM], 0, -1) == (3, Pass.CLAIMS)


def test_the_sentence_under_the_cursor_is_found_last() -> None:
    assert next_open([JUDGED, OPEN, JUDGED], 1, 1) == (1, Pass.TAGS)


def test_nothing_is_open_where_all_is_decided_and_judged() -> None:
    assert next_open([JUDGED, OPINION], 0, 1) is None


def test_words_are_found_in_any_case_and_not_as_a_pattern() -> None:
    pattern = words_pattern("a.C")
    assert pattern is not None
    sentences = [reviewed(text="abc"), reviewed(text="xA.cx"), reviewed(text="A.C.")]
    assert next_hit(sentences, 0, 1, pattern) == 1
    assert next_hit(sentences, 0, -1, pattern) == 2


def test_words_that_stand_nowhere_are_not_found() -> None:
    pattern = words_pattern("[/foo]")
    assert pattern is not None
    assert next_hit([OPEN], 0, 1, pattern) is None


@given(st.text(st.characters(), min_size=1))
def test_a_sentence_is_found_by_its_own_words_whatever_they_are(text: str) -> None:
    pattern = words_pattern(text)
    if pattern is not None:
        assert next_hit([OPEN, reviewed(text=f"a{text}b")], 0, 1, pattern) == 1


@pytest.mark.parametrize("words", ["", " ", "\t\n"])
def test_no_words_are_no_search(words: str) -> None:
    assert words_pattern(words) is None


def test_the_pass_that_is_on_comes_first_and_the_others_after_it() -> None:
    doubtful = CLAIM._replace(flag=Flag(reason="sure?"), claims=())
    sentences = [OPEN, CLAIM, doubtful]
    assert next_open(sentences, 0, 1, Pass.CLAIMS) == (1, Pass.CLAIMS)
    assert next_open(sentences, 0, 1, Pass.UNRESOLVED) == (2, Pass.UNRESOLVED)
    assert next_open([OPEN, JUDGED], 1, 1, Pass.CLAIMS) == (0, Pass.TAGS)
