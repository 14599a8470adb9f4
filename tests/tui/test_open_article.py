"""An open article keeps up with what is decided in it, here or by another program."""

from collections.abc import Callable, Iterator

import pytest

from factcheck.domain.decision import Author
from factcheck.domain.findings.evidence import Evidence
from factcheck.domain.identity import SentenceId, claim_id
from factcheck.domain.review import progress_of
from factcheck.domain.sitting import Place
from factcheck.domain.tag import Tag
from factcheck.services import boundaries, deciding
from factcheck.services.claims import describe_claim, link
from factcheck.services.evidence import add_evidence, remove_evidence
from factcheck.services.sittings import begin
from factcheck.services.verdicts import judge
from factcheck.store.store import Store
from factcheck.tui.app import FactcheckApp
from factcheck.tui.commands.review import COMMANDS
from factcheck.tui.desk import Desk
from tests.articles import added, sentences_of

ANN = Author(reviewer="ann")
BEN = Author(reviewer="ben")
MANY = 120
"""Sentences, more than are read one by one."""


@pytest.fixture
def desk(empty_store: Store) -> Desk:
    """Ann's desk with a long article, whose first sentences are claims with verdict and source."""
    article = added(empty_store, *(f"It rains for {day} days." for day in range(MANY)))
    added(empty_store, "It snows.", source="b.txt")
    names = [sentence.id for sentence in sentences_of(empty_store, article)]
    for name in names[:3]:
        judge(empty_store, ANN, claim_id(name), "false")
        evidence = Evidence(url="https://example.org/rain", claim=claim_id(name), stance="refutes")
        add_evidence(empty_store, ANN, evidence)
    return Desk(empty_store, begin(empty_store, "ann"), Place(document=article.id, offset=0))


@pytest.fixture
def elsewhere(desk: Desk) -> Iterator[Store]:
    """The same database in another program, which ann's has heard of once."""
    with Store(desk.store.path) as store:
        deciding.flag(store, BEN, [desk.current.sentence.id], "sure?")
        assert desk.reload_if_changed()
        yield store


def anew(desk: Desk) -> Desk:
    """Return the same desk as it would be laid out now."""
    return Desk(desk.store, desk.sitting, desk.place_at(desk.cursor))


def _snow(store: Store) -> SentenceId:
    numbered = store.documents.numbered(2)
    assert numbered is not None
    return sentences_of(store, numbered)[0].id


ACTS: dict[str, Callable[[Store, Desk], object]] = {
    "a tag": lambda store, desk: deciding.tag(store, ANN, desk.sentences, Tag.FILLER),
    "another's tag": lambda store, desk: deciding.tag(store, BEN, desk.sentences, Tag.OPINION),
    "a tag cleared": lambda store, desk: deciding.tag(store, ANN, desk.sentences, None),
    "many tags": lambda store, desk: deciding.tag(
        store, ANN, [review.sentence.id for review in desk.reviews[3:]], Tag.CLAIM
    ),
    "a note": lambda store, desk: deciding.note(store, ANN, desk.sentences, "look"),
    "another's verdict": lambda store, desk: judge(store, BEN, desk.claim, "true"),
    "an undo": lambda store, desk: deciding.undo(store, ANN),
    "a wording": lambda store, desk: describe_claim(store, BEN, desk.claim, {"text": "Rain."}),
    "a source gone": lambda store, desk: remove_evidence(
        store, BEN, desk.current.claims[0].evidence[0].id
    ),
    "a source gone and a tag": lambda store, desk: (
        remove_evidence(store, BEN, desk.current.claims[0].evidence[0].id),
        deciding.tag(store, ANN, [desk.reviews[9].sentence.id], Tag.CLAIM),
    ),
    "a link from elsewhere": lambda store, desk: link(
        store, BEN, claim_id(_snow(store)), desk.claim, "repeats"
    ),
    "a merge": lambda store, desk: boundaries.merge(store, BEN, desk.reviews[7].sentence.id),
    "a merge taken back": lambda store, desk: (
        boundaries.merge(store, BEN, desk.reviews[7].sentence.id),
        deciding.undo(store, BEN),
    ),
    "a split": lambda store, desk: boundaries.split(store, BEN, desk.reviews[7].sentence.id, 3),
}


@pytest.mark.parametrize("act", ACTS.values(), ids=ACTS)
def test_what_another_program_decides_is_read(
    desk: Desk, elsewhere: Store, act: Callable[[Store, Desk], object]
) -> None:
    act(elsewhere, desk)
    assert desk.reload_if_changed()
    assert desk.reviews == anew(desk).reviews
    assert desk.progress == progress_of(desk.reviews)
    assert not desk.reload_if_changed()


def test_only_the_sentences_that_changed_are_read_again(desk: Desk, elsewhere: Store) -> None:
    before = list(desk.reviews)
    deciding.tag(elsewhere, ANN, [desk.reviews[80].sentence.id], Tag.CLAIM)
    desk.reload_if_changed()
    changed = [old is not new for old, new in zip(before, desk.reviews, strict=True)]
    assert [index for index, other in enumerate(changed) if other] == [80]


def test_the_cursor_stays_on_its_words_when_another_program_cuts_before_it(
    desk: Desk, elsewhere: Store
) -> None:
    desk.cursor = 50
    words = desk.current.sentence.text
    boundaries.merge(elsewhere, BEN, desk.reviews[7].sentence.id)
    desk.reload_if_changed()
    assert (desk.cursor, desk.current.sentence.text) == (49, words)


@pytest.mark.parametrize("count", [2, MANY - 5])
def test_a_range_is_decided_taken_back_and_brought_back_as_one(desk: Desk, count: int) -> None:
    desk.cursor = 4
    desk.mark()
    desk.cursor = 4 + count - 1
    desk.decide(lambda: deciding.tag(desk.store, desk.author, desk.sentences, Tag.CLAIM))
    for act, tagged in ((desk.undo, 3), (desk.redo, 3 + count)):
        act()
        assert desk.reviews == anew(desk).reviews
        assert desk.progress == progress_of(desk.reviews)
        assert desk.progress.tagged == tagged


def test_a_page_never_slides(empty_store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("textual.constants.TEXTUAL_ANIMATIONS", "full")
    app = FactcheckApp(empty_store, begin(empty_store, "ann"), COMMANDS)
    assert app.animation_level == "none"
