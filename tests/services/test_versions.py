"""A source that has changed: what was decided follows its words, and no word else's."""

from collections.abc import Callable
from pathlib import Path
from typing import Final

import pytest

from factcheck.domain.anchors.anchor import Fate
from factcheck.domain.carrying.dividing import Part
from factcheck.domain.decision import Author, Kind, Origin
from factcheck.domain.document import Document
from factcheck.domain.errors import NotFound, NotSaved
from factcheck.domain.findings.evidence import Evidence
from factcheck.domain.identity import claim_id
from factcheck.domain.review import SentenceReview
from factcheck.domain.sitting import Place
from factcheck.domain.tag import Tag
from factcheck.reading.readers.columns import Columns
from factcheck.services import deciding
from factcheck.services.adding import Addition, add_sources
from factcheck.services.articles import article_named, review_of
from factcheck.services.boundaries import merge, split
from factcheck.services.claims import describe_claim
from factcheck.services.evidence import add_evidence
from factcheck.services.particulars import correct
from factcheck.services.rechecking import attach, edited_words, give_up, keep_verdicts, rechecks
from factcheck.services.sittings import begin, going_to
from factcheck.services.sources import NO_HINTS, Hints
from factcheck.services.verdicts import judge
from factcheck.store.store import Store
from tests.articles import sentences_of, words_of

ANN: Final = Author(reviewer="ann")
BOB: Final = Author(reviewer="bob")

OPENING: Final = "The town council met on Monday evening in the old hall."
CLAIM: Final = "The town has 500 schools, the mayor said in his speech."
VIEW: Final = "That is a splendid number for such a small place."
WEATHER: Final = "It rained all through the night and most of the morning."
CLOSING: Final = "The next meeting of the council will be held in October."
NEWS: Final = "Something new stands before all of it now."
CORRECTED: Final = CLAIM.replace("500", "5")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """The file that the article is read from."""
    return tmp_path / "article.txt"


def read(store: Store, file: Path, *sentences: str, author: Author = ANN) -> Addition:
    """Write the sentences to the file, and add it."""
    file.write_text("\n".join(sentences), encoding="utf-8")
    (addition,) = add_sources(store, author, [str(file)])
    return addition


def article(addition: Addition) -> Document:
    assert addition.article is not None
    return addition.article


def seen(store: Store, document: Document, author: Author = ANN) -> dict[str, SentenceReview]:
    """Return what stands on each sentence, by its words."""
    reviews = review_of(store, document, author.reviewer).sentences
    return {review.sentence.text: review for review in reviews}


@pytest.fixture
def judged(store: Store, file: Path) -> Document:
    """An article with a judged claim with evidence, an opinion with a note, and a doubt."""
    document = article(read(store, file, OPENING, CLAIM, VIEW, WEATHER, CLOSING))
    _, claim, view, weather, _ = sentences_of(store, document)
    describe_claim(
        store,
        ANN,
        claim_id(claim.id),
        {"claimant": "the mayor", "rating": "false", "because": "register"},
    )
    add_evidence(store, ANN, Evidence(claim=claim_id(claim.id), url="https://schools.example/"))
    deciding.tag(store, ANN, [view.id], Tag.OPINION)
    deciding.note(store, ANN, [view.id], "hm")
    deciding.flag(store, BOB, [weather.id], "did it?")
    return document


def test_the_same_text_again_is_nothing_new(store: Store, file: Path, judged: Document) -> None:
    again = read(store, file, OPENING, CLAIM, VIEW, WEATHER, CLOSING)
    assert not again.added
    assert again.succession is None
    assert len(store.documents) == 1


def test_what_happened_to_the_sentences_is_counted(
    store: Store, file: Path, judged: Document
) -> None:
    fresh = "A completely different matter was then raised by the opposition."
    addition = read(store, file, CLOSING, OPENING, CORRECTED, VIEW, fresh)
    assert addition.added
    assert addition.succession is not None
    assert addition.succession.replaced == judged.number
    fates = addition.succession.fates
    assert {fate: number for fate, number in fates.items() if number} == {
        Fate.UNCHANGED: 2,
        Fate.MOVED: 1,
        Fate.EDITED: 1,
        Fate.GONE: 1,
    }
    assert addition.succession.new == 1


def test_unchanged_and_moved_sentences_keep_everything(
    store: Store, file: Path, judged: Document
) -> None:
    newer = article(read(store, file, WEATHER, OPENING, CLAIM, VIEW, CLOSING, "And more news."))
    (claim,) = seen(store, newer)[CLAIM].claims
    assert claim.verdict is not None
    assert (claim.verdict.rating, claim.verdict.because) == ("false", "register")
    assert [item.evidence.url for item in claim.evidence] == ["https://schools.example/"]
    assert seen(store, newer)[VIEW].tag is Tag.OPINION
    assert seen(store, newer)[VIEW].note is not None
    doubt = seen(store, newer, BOB)[WEATHER].flag
    assert doubt is not None
    assert doubt.reason == "did it?"


def test_what_is_carried_over_says_so_and_stays_its_reviewers(
    store: Store, file: Path, judged: Document
) -> None:
    newer = article(read(store, file, OPENING, CLAIM, VIEW, WEATHER, author=BOB))
    carried = list(store.standing.on(newer.id))
    assert {decision.origin for decision in carried} == {Origin.CARRIED_OVER}
    by_kind = {(decision.kind, decision.reviewer) for decision in carried}
    assert (Kind.VERDICT, "ann") in by_kind
    assert (Kind.FLAG, "bob") in by_kind


def test_the_older_version_is_kept_as_it_was(store: Store, file: Path, judged: Document) -> None:
    before = seen(store, judged)
    read(store, file, OPENING, CORRECTED)
    assert seen(store, judged) == before
    assert article_named(store, str(judged.number)).replaced_by is not None


def test_an_edited_claim_keeps_its_evidence_and_loses_its_verdict(
    store: Store, file: Path, judged: Document
) -> None:
    newer = article(read(store, file, OPENING, CORRECTED, VIEW, WEATHER, CLOSING))
    edited = seen(store, newer)[CORRECTED]
    assert edited.tag is Tag.CLAIM
    (claim,) = edited.claims
    assert claim.verdict is None
    assert claim.claim.claimant == "the mayor"
    assert len(claim.evidence) == 1
    assert edited_words(store, newer) == {edited.sentence.id: CLAIM}


def test_an_edited_claim_is_to_be_checked_again_until_it_is_judged(
    store: Store, file: Path, judged: Document
) -> None:
    newer = article(read(store, file, OPENING, CORRECTED, VIEW, WEATHER, CLOSING))
    (recheck,) = rechecks(store, "ann", [newer])
    assert (recheck.fate, recheck.old, recheck.was_reference) == (Fate.EDITED, CLAIM, "1:2")
    assert recheck.reference == f"{newer.number}:2"
    assert [verdict.rating for verdict in recheck.verdicts.values()] == ["false"]
    assert list(rechecks(store, "bob", [newer])) == []
    assert recheck.now is not None
    judge(store, ANN, claim_id(recheck.now.sentence.id), "true")
    assert list(rechecks(store, "ann", [newer])) == []


def test_a_verdict_from_before_can_be_said_to_hold(
    store: Store, file: Path, judged: Document
) -> None:
    newer = article(read(store, file, OPENING, CORRECTED, VIEW, WEATHER, CLOSING))
    (recheck,) = rechecks(store, "ann", [newer])
    keep_verdicts(store, ANN, recheck)
    (claim,) = seen(store, newer)[CORRECTED].claims
    assert claim.verdict is not None
    assert claim.verdict.because == "register"
    assert list(rechecks(store, "ann", [newer])) == []
    deciding.undo(store, ANN)
    assert len(list(rechecks(store, "ann", [newer]))) == 1


def test_a_claim_stays_to_be_checked_through_a_further_version(
    store: Store, file: Path, judged: Document
) -> None:
    read(store, file, OPENING, CORRECTED, VIEW, WEATHER, CLOSING)
    third = article(read(store, file, "A new beginning for this text.", OPENING, CORRECTED, VIEW))
    (recheck,) = rechecks(store, "ann", [third])
    assert recheck.old == CLAIM
    assert recheck.reference == f"{third.number}:3"


def test_a_sentence_that_is_gone_is_archived_with_its_decisions(
    store: Store, file: Path, judged: Document
) -> None:
    newer = article(read(store, file, OPENING, VIEW, WEATHER, CLOSING))
    assert list(rechecks(store, "ann", [newer])) == []
    (gone,) = rechecks(store, "ann", [newer], archived=True)
    assert (gone.old, gone.now, gone.was_reference) == (CLAIM, None, "1:2")
    (claim,) = seen(store, judged)[CLAIM].claims
    assert claim.verdict is not None


def test_a_gone_sentence_can_be_attached_by_hand(
    store: Store, file: Path, judged: Document
) -> None:
    rewritten = "According to the mayor, five schools exist."
    newer = article(read(store, file, OPENING, rewritten, VIEW, WEATHER, CLOSING))
    target = sentences_of(store, newer)[1]
    if seen(store, newer)[rewritten].tag is not Tag.CLAIM:
        attach(store, ANN, sentences_of(store, judged)[1].id, target.id)
    (recheck,) = rechecks(store, "ann", [newer])
    assert recheck.now is not None
    assert recheck.now.sentence == target
    assert len(recheck.now.claims[0].evidence) == 1
    assert recheck.now.claims[0].verdict is None


def test_a_sentence_can_be_said_to_be_gone(store: Store, file: Path, judged: Document) -> None:
    newer = article(read(store, file, OPENING, CORRECTED, VIEW, WEATHER, CLOSING))
    give_up(store, ANN, sentences_of(store, judged)[1].id)
    assert list(rechecks(store, "ann", [newer])) == []
    assert len(list(rechecks(store, "ann", [newer], archived=True))) == 1


def test_a_correction_of_a_wrong_word_does_not_send_its_findings_to_the_same_word_elsewhere(
    store: Store, file: Path
) -> None:
    repeated = "The town has 500 schools."
    before = article(read(store, file, OPENING, repeated, VIEW, WEATHER, repeated, CLOSING))
    annotated = sentences_of(store, before)[1]
    judge(store, ANN, claim_id(annotated.id), "false")
    newer = article(
        read(store, file, OPENING, "The town has 5 schools.", VIEW, WEATHER, repeated, CLOSING)
    )
    assert seen(store, newer)[repeated].tag is None
    (recheck,) = rechecks(store, "ann", [newer])
    assert recheck.now is not None
    assert recheck.now.sentence.text == "The town has 5 schools."
    assert seen(store, newer)["The town has 5 schools."].claims[0].verdict is None


def test_undoing_a_decision_takes_it_from_the_newer_version_too(
    store: Store, file: Path, judged: Document
) -> None:
    newer = article(read(store, file, OPENING, CLAIM, VIEW, WEATHER))
    deciding.undo(store, ANN)  # the note
    assert seen(store, newer)[VIEW].note is None
    deciding.redo(store, ANN)
    assert seen(store, newer)[VIEW].note is not None


def test_a_text_that_comes_back_shows_what_was_decided_since(
    store: Store, file: Path, judged: Document
) -> None:
    newer = article(read(store, file, OPENING, CORRECTED, VIEW, WEATHER, CLOSING))
    view = next(s for s in sentences_of(store, newer) if s.text == VIEW)
    deciding.tag(store, ANN, [view.id], Tag.FILLER)
    back = read(store, file, OPENING, CLAIM, VIEW, WEATHER, CLOSING)
    assert article(back).id == judged.id
    assert not back.added
    assert [document.id for document in store.documents.all()] == [judged.id]
    assert seen(store, judged)[VIEW].tag is Tag.FILLER
    (claim,) = seen(store, judged)[CLAIM].claims
    assert claim.verdict is not None


def test_cuts_follow_their_words(store: Store, file: Path) -> None:
    before = article(read(store, file, OPENING, CLAIM, VIEW, WEATHER))
    sentence = sentences_of(store, before)[1]
    split(store, ANN, sentence.id, CLAIM.index("the mayor"))
    deciding.tag(store, ANN, [sentences_of(store, before)[1].id], Tag.CLAIM)
    merge(store, ANN, sentences_of(store, before)[3].id)
    newer = article(
        read(store, file, "Something new stands before it now.", OPENING, CLAIM, VIEW, WEATHER)
    )
    assert words_of(store, newer)[2:] == [
        "The town has 500 schools,",
        "the mayor said in his speech.",
        f"{VIEW}\n{WEATHER}",
    ]
    assert seen(store, newer)["The town has 500 schools,"].tag is Tag.CLAIM


def test_corrected_particulars_follow(store: Store, file: Path, judged: Document) -> None:
    correct(store, ANN, judged, {"publisher": "The Courier"})
    newer = article(read(store, file, OPENING, CORRECTED, VIEW, WEATHER, CLOSING))
    assert newer.publisher == "The Courier"


def test_sittings_follow_to_the_same_words(store: Store, file: Path, judged: Document) -> None:
    sitting = begin(store, "ann")
    weather = sentences_of(store, judged)[3]
    with going_to(store, sitting, Place(document=judged.id, offset=weather.start)):
        pass
    newer = article(
        read(store, file, "Something new stands before it now.", OPENING, CLAIM, VIEW, WEATHER)
    )
    place = begin(store, "ann").place
    assert place is not None
    assert place.document == newer.id
    assert newer.text[place.offset :].startswith(WEATHER)


def test_two_files_of_one_text_are_not_versions_of_each_other(
    store: Store, tmp_path: Path, file: Path
) -> None:
    read(store, file, OPENING, CLAIM)
    copy = tmp_path / "copy.txt"
    read(store, copy, OPENING, CLAIM)
    changed = read(store, copy, OPENING, CORRECTED)
    assert changed.succession is not None
    assert len(store.documents) == 2


def test_an_article_that_was_added_again_is_no_new_version_of_another_file(
    store: Store, tmp_path: Path
) -> None:
    one, two = tmp_path / "one.txt", tmp_path / "two.txt"
    read(store, one, OPENING, CLAIM)
    assert read(store, two, OPENING, CORRECTED).succession is None
    assert len(store.documents) == 2


def test_undo_in_a_newer_version_gives_the_value_from_before(
    store: Store, file: Path, judged: Document
) -> None:
    claim = claim_id(sentences_of(store, judged)[1].id)
    judge(store, ANN, claim, "true")
    newer = article(read(store, file, NEWS, OPENING, CLAIM, VIEW, WEATHER, CLOSING))
    deciding.undo(store, ANN)
    (carried,) = seen(store, newer)[CLAIM].claims
    assert carried.verdict is not None
    assert (carried.verdict.rating, carried.verdict.because) == ("false", "register")


def test_undo_of_a_cleared_note_brings_it_to_the_newer_version(
    store: Store, file: Path, judged: Document
) -> None:
    view = sentences_of(store, judged)[2].id
    deciding.note(store, ANN, [view], "")
    newer = article(read(store, file, NEWS, OPENING, CLAIM, VIEW, WEATHER, CLOSING))
    assert seen(store, newer)[VIEW].note is None
    deciding.undo(store, ANN)
    assert seen(store, newer)[VIEW].note is not None


def test_undo_of_a_correction_gives_the_particulars_from_before(
    store: Store, file: Path, judged: Document
) -> None:
    correct(store, ANN, judged, {"publisher": "The Courier"})
    correct(store, ANN, judged, {"publisher": "The Post"})
    newer = article(read(store, file, NEWS, OPENING, CLAIM, VIEW, WEATHER, CLOSING))
    deciding.undo(store, ANN)
    found = store.documents.with_id(newer.id)
    assert found is not None
    assert found.publisher == "The Courier"


def test_a_text_that_comes_and_goes_doubles_nothing_and_asks_nothing(
    store: Store, file: Path, judged: Document
) -> None:
    for _ in range(3):
        newer = article(read(store, file, OPENING, CORRECTED, VIEW, WEATHER, CLOSING))
        back = article(read(store, file, OPENING, CLAIM, VIEW, WEATHER, CLOSING))
    for document, words in ((newer, CORRECTED), (back, CLAIM)):
        (claim,) = seen(store, document)[words].claims
        assert len(claim.evidence) == 1
    assert list(rechecks(store, "ann", [back])) == []
    assert list(rechecks(store, "bob", [back])) == []


def test_nothing_is_decided_on_a_version_that_was_replaced(
    store: Store, file: Path, judged: Document
) -> None:
    read(store, file, OPENING, CORRECTED, VIEW, WEATHER, CLOSING)
    view = sentences_of(store, judged)[2]
    acts: list[Callable[[], object]] = [
        lambda: deciding.tag(store, ANN, [view.id], Tag.CLAIM),
        lambda: merge(store, ANN, view.id),
        lambda: split(store, ANN, view.id, 10, Part.FIRST),
        lambda: correct(store, ANN, judged, {"title": "Old"}),
    ]
    for act in acts:
        with pytest.raises(NotSaved, match="decide on its newest version"):
            act()


def test_undo_after_somebody_elses_split_gives_the_value_from_before(
    store: Store, file: Path, judged: Document
) -> None:
    view = sentences_of(store, judged)[2]
    deciding.tag(store, ANN, [view.id], Tag.FILLER)
    split(store, BOB, view.id, VIEW.index("for"), Part.FIRST)
    deciding.undo(store, ANN)
    assert seen(store, judged)["That is a splendid number"].tag is Tag.OPINION


def test_a_text_that_another_file_still_says_stays_under_its_name(
    store: Store, tmp_path: Path, file: Path, judged: Document
) -> None:
    copy = tmp_path / "copy.txt"
    read(store, copy, OPENING, CLAIM, VIEW, WEATHER, CLOSING)
    changed = read(store, file, OPENING, CORRECTED, VIEW, WEATHER, CLOSING)
    assert changed.succession is not None
    assert changed.succession.beside == str(copy)
    assert article_named(store, "copy.txt").id == judged.id
    assert article_named(store, "article.txt").id == article(changed).id
    assert seen(store, article(changed))[VIEW].tag is Tag.OPINION


def test_an_address_that_was_given_names_a_file_too(store: Store, tmp_path: Path) -> None:
    address = {"url": "https://courier.example/schools"}
    one, two = tmp_path / "one.txt", tmp_path / "two.txt"
    one.write_text(f"{OPENING}\n{CLAIM}", encoding="utf-8")
    two.write_text(f"{OPENING}\n{CORRECTED}", encoding="utf-8")
    list(add_sources(store, ANN, [str(one)], particulars=address))
    (addition,) = add_sources(store, ANN, [str(two)], particulars=address)
    assert addition.succession is not None


def test_a_table_of_sentences_and_titled_rows_have_versions(store: Store, tmp_path: Path) -> None:
    for name, rows, hints in (
        ("a.csv", "text,title\n{claim},Schools\n{other},Weather\n", NO_HINTS),
        ("b.csv", "text\n{other}\n{claim}\n", Hints(columns=Columns(rows="sentences"))),
    ):
        additions: list[Addition] = []
        for claim in (CLAIM, CORRECTED):
            content = rows.format(claim=f'"{claim}"', other=f'"{WEATHER}"')
            (tmp_path / name).write_text(content, encoding="utf-8")
            additions += add_sources(store, ANN, [str(tmp_path / name)], hints)
        assert any(addition.succession for addition in additions), name


def test_a_match_that_was_wrong_is_taken_back_before_another_is_said(
    store: Store, file: Path, judged: Document
) -> None:
    newer = article(read(store, file, OPENING, CORRECTED, VIEW, WEATHER, CLOSING))
    claim, _, weather, _ = sentences_of(store, newer)[1:]
    was = sentences_of(store, judged)[1].id
    with pytest.raises(NotFound, match="gone from there first"):
        attach(store, ANN, was, weather.id)
    give_up(store, ANN, was)
    assert seen(store, newer)[CORRECTED].tag is None
    assert store.reviews.claims_in(newer, claim, "ann")[0].evidence == ()
    attach(store, ANN, was, weather.id)
    (attached,) = seen(store, newer)[WEATHER].claims
    assert len(attached.evidence) == 1
    deciding.undo(store, ANN)
    deciding.undo(store, ANN)
    assert seen(store, newer)[CORRECTED].tag is Tag.CLAIM
    assert len(seen(store, newer)[CORRECTED].claims[0].evidence) == 1
    assert seen(store, newer)[WEATHER].tag is None


def test_giving_up_can_be_undone_and_redone(store: Store, file: Path, judged: Document) -> None:
    newer = article(read(store, file, OPENING, CORRECTED, VIEW, WEATHER, CLOSING))
    give_up(store, ANN, sentences_of(store, judged)[1].id)
    deciding.undo(store, ANN)
    assert len(list(rechecks(store, "ann", [newer]))) == 1
    deciding.redo(store, ANN)
    assert list(rechecks(store, "ann", [newer])) == []


def test_a_verdict_from_before_never_takes_the_place_of_a_newer_one(
    store: Store, file: Path, judged: Document
) -> None:
    was = sentences_of(store, judged)[1].id
    judge(store, ANN, claim_id(was, 2), "true")
    newer = article(read(store, file, OPENING, CORRECTED, VIEW, WEATHER, CLOSING))
    edited = sentences_of(store, newer)[1].id
    judge(store, ANN, claim_id(edited, 1), "unproven")
    (recheck,) = rechecks(store, "ann", [newer])
    keep_verdicts(store, ANN, recheck)
    verdicts = [claim.verdict for claim in seen(store, newer)[CORRECTED].claims]
    assert [verdict and verdict.rating for verdict in verdicts] == ["unproven", "true"]


def test_drafts_follow_to_the_same_words(store: Store, file: Path, judged: Document) -> None:
    view = sentences_of(store, judged)[2].id
    store.drafts.keep("ann", "note", view, {"text": "half a thought"})
    newer = article(read(store, file, NEWS, OPENING, CLAIM, VIEW, WEATHER, CLOSING))
    there = next(s.id for s in sentences_of(store, newer) if s.text == VIEW)
    assert store.drafts.find("ann", "note", there) == {"text": "half a thought"}


def test_redo_after_the_article_changed_brings_it_back_in_the_newest_version(
    store: Store, file: Path, judged: Document
) -> None:
    deciding.undo(store, ANN)  # the note on the view
    newer = article(read(store, file, NEWS, OPENING, CLAIM, VIEW, WEATHER, CLOSING))
    deciding.redo(store, ANN)
    assert seen(store, newer)[VIEW].note is not None
    deciding.undo(store, ANN)
    assert seen(store, newer)[VIEW].note is None


def test_a_replaced_text_that_another_file_says_is_listed_again(
    store: Store, tmp_path: Path, file: Path, judged: Document
) -> None:
    read(store, file, OPENING, CORRECTED, VIEW, WEATHER, CLOSING)
    old = read(store, tmp_path / "old.txt", OPENING, CLAIM, VIEW, WEATHER, CLOSING)
    assert article(old).id == judged.id
    assert article_named(store, "old.txt").id == judged.id
    assert [document.number for document in store.documents.all()] == [1, 2]
    correct(store, ANN, judged, {"title": "The first edition"})
