"""How far a review is."""

from factcheck.domain.document import Sentence
from factcheck.domain.findings.verdict import Verdict
from factcheck.domain.identity import claim_id, document_id, sentence_id
from factcheck.domain.review import ClaimReview, Progress, SentenceReview, progress_of
from factcheck.domain.tag import Tag

NAME = sentence_id(document_id("x"), 0, 1)
SENTENCE = Sentence(id=NAME, number=1, start=0, end=1, text="x")
FALSE = Verdict(rating="false")


def claim(number: int, verdict: Verdict | None = None) -> ClaimReview:
    """Return the sentence's claim of that number."""
    return ClaimReview(id=claim_id(NAME, number), sentence=NAME, text="x", verdict=verdict)


UNTAGGED = SentenceReview(sentence=SENTENCE)
FILLER = SentenceReview(sentence=SENTENCE, tag=Tag.FILLER)
HALF_JUDGED = SentenceReview(sentence=SENTENCE, tag=Tag.CLAIM, claims=(claim(1, FALSE), claim(2)))
JUDGED = SentenceReview(sentence=SENTENCE, tag=Tag.CLAIM, claims=(claim(1, FALSE),))


def test_a_sentence_is_unjudged_as_long_as_one_of_its_claims_is() -> None:
    unjudged = [review.unjudged for review in (UNTAGGED, FILLER, HALF_JUDGED, JUDGED)]
    assert unjudged == [False, False, True, False]


def test_progress_counts_sentences_tags_claims_and_verdicts() -> None:
    progress = progress_of([UNTAGGED, FILLER, HALF_JUDGED, JUDGED])
    assert progress == Progress(sentences=4, tagged=3, claims=3, judged=2)
    assert (progress.undecided, progress.unjudged) == (1, 1)


def test_a_change_in_one_sentence_changes_the_progress_of_the_whole() -> None:
    before, after = [UNTAGGED, FILLER, JUDGED], [HALF_JUDGED, FILLER, JUDGED]
    changed = progress_of(before).with_change(progress_of(before[:1]), progress_of(after[:1]))
    assert changed == progress_of(after)
