"""Splitting, merging and checking again on the review screen, told key by key."""

from pathlib import Path

import pytest

from factcheck.domain.decision import Author
from factcheck.domain.identity import claim_id
from factcheck.domain.tag import Tag
from factcheck.services import deciding
from factcheck.services.adding import add_sources
from factcheck.services.boundaries import merge, split
from factcheck.services.verdicts import judge
from factcheck.store.store import Store
from factcheck.tui.screens.recheck import RecheckScreen
from factcheck.tui.screens.split import SplitScreen
from tests.articles import added, sentences_of, words_of
from tests.tui.conftest import opener

ANN = Author(reviewer="ann")
BOB = Author(reviewer="bob")
TOWN = "The town grew by half, and it is lovely there."


def text_of(store: Store) -> list[str]:
    (document,) = store.documents.all()
    return words_of(store, document)


async def test_s_cuts_a_sentence_where_a_cut_is_likely(empty_store: Store) -> None:
    added(empty_store, TOWN, "It rains.")
    async with opener(empty_store)() as sitting:
        await sitting.press("s")
        assert "by half, ┃and it" in sitting.text()
        await sitting.press("enter")
        assert text_of(empty_store)[:2] == ["The town grew by half,", "and it is lovely there."]
        assert "sentence 1 of 3 · 0 decided · saved" in sitting.text()
        await sitting.press("z")
        assert text_of(empty_store)[0] == TOWN
        assert "sentence 1 of 2" in sitting.text()


@pytest.mark.parametrize(
    ("keys", "first"),
    [
        (["right"], "The town grew by half, and"),
        (["left"], "The town grew by"),
        (["l", "l"], "The town grew by half, and it"),
        (["shift+right"], "The town grew by half, a"),
        (["home"], "The"),
        (["end"], "The town grew by half, and it is lovely"),
        (["end", "right", "right"], "The town grew by half, and it is lovely"),
        (["home", "shift+left", "shift+left", "shift+left"], "T"),
    ],
)
async def test_the_mark_moves_word_by_word_and_with_shift_letter_by_letter(
    empty_store: Store, keys: list[str], first: str
) -> None:
    added(empty_store, TOWN)
    async with opener(empty_store)() as sitting:
        await sitting.press("s", *keys, "enter")
        assert text_of(empty_store)[0] == first


async def test_the_mark_never_stands_inside_a_character(empty_store: Store) -> None:
    added(empty_store, "e\u0301\u0302👩\u200d👩\u200d👧x")
    async with opener(empty_store)() as sitting:
        await sitting.press("s", "shift+left", "shift+left", "shift+left", "enter")
        assert text_of(empty_store) == ["e\u0301\u0302", "👩\u200d👩\u200d👧x"]


@pytest.mark.parametrize(("key", "tags"), [("1", ["O", "·"]), ("2", ["·", "O"])])
async def test_it_is_asked_which_part_keeps_what_was_decided_where_that_is_unclear(
    empty_store: Store, key: str, tags: list[str]
) -> None:
    added(empty_store, TOWN)
    async with opener(empty_store)() as sitting:
        await sitting.press("o", "s")
        assert "Which part" not in sitting.text()
        await sitting.press("1")  # not asked for yet
        await sitting.press("enter")
        assert "Which part keeps what was decided?" in sitting.text()
        assert text_of(empty_store) == [TOWN]
        await sitting.press(key)
        assert len(text_of(empty_store)) == 2
        assert [line[2] for line in sitting.text().splitlines()[1:3]] == tags


async def test_escape_leaves_a_sentence_whole(empty_store: Store) -> None:
    added(empty_store, TOWN)
    async with opener(empty_store)() as sitting:
        await sitting.press("s", "escape", "j")
        assert not isinstance(sitting.app.screen, SplitScreen)
        assert text_of(empty_store) == [TOWN]


async def test_a_sentence_of_one_letter_cannot_be_cut(empty_store: Store) -> None:
    added(empty_store, "A", "B.")
    async with opener(empty_store)() as sitting:
        await sitting.press("s", "enter")
        assert "choose" in sitting.text()
        await sitting.press("escape")
        assert text_of(empty_store) == ["A", "B."]


async def test_capital_s_merges_and_different_tags_are_undecided(empty_store: Store) -> None:
    added(empty_store, TOWN, "It rains.", "It pours.")
    async with opener(empty_store)() as sitting:
        await sitting.press("c", "o", "g", "S")
        assert text_of(empty_store) == [f"{TOWN} It rains.", "It pours."]
        assert sitting.desk.cursor == 0
        assert sitting.desk.current.tag is None
        await sitting.press("z")
        assert [review.tag for review in sitting.desk.reviews] == [Tag.CLAIM, Tag.OPINION, None]


async def test_the_last_sentence_says_that_there_is_none_to_merge_with(empty_store: Store) -> None:
    added(empty_store, TOWN)
    async with opener(empty_store)() as sitting:
        await sitting.press("S")
        assert "this is the last sentence" in sitting.text()


async def test_what_somebody_else_cuts_is_shown_and_the_cursor_stays_on_its_words(
    empty_store: Store,
) -> None:
    document = added(empty_store, TOWN, "It rains.", "It pours.")
    async with opener(empty_store)() as sitting:
        await sitting.press("j")
        with Store(empty_store.path) as other:
            split(other, BOB, sentences_of(other, document)[0].id, 4)
        await sitting.wait_for("sentence 3 of 4")
        assert sitting.desk.current.sentence.text == "It rains."


def changed(store: Store, file: Path, *sentences: str) -> None:
    """Read another version of the article from its file."""
    file.write_text("\n".join(sentences), encoding="utf-8")
    (addition,) = add_sources(store, ANN, [str(file)])
    assert addition.article


NEWS = "Something new stands before all of it now."
CLAIM = "The town has 500 schools, the mayor said in his speech."
OTHERS = ("The council met on Monday in the old hall.", "It rained all through the night.")


@pytest.fixture
def file(tmp_path: Path, empty_store: Store) -> Path:
    """An article with a judged claim that was then corrected, and a view that then went."""
    file = tmp_path / "article.txt"
    view = "Nothing of all this is of any interest, I must say."
    changed(empty_store, file, OTHERS[0], CLAIM, view, OTHERS[1])
    (document,) = empty_store.documents.all()
    _, claim, opinion, _ = sentences_of(empty_store, document)
    judge(empty_store, ANN, claim_id(claim.id), "false", "register")
    deciding.tag(empty_store, ANN, [opinion.id], Tag.OPINION)
    changed(empty_store, file, OTHERS[0], CLAIM.replace("500", "5"), OTHERS[1])
    return file


async def test_capital_r_lists_what_to_check_again_and_enter_goes_there(
    empty_store: Store, file: Path
) -> None:
    async with opener(empty_store)() as sitting:
        await sitting.press("g", "R")
        assert "1:2 → 2:2  edited  was judged False" in sitting.text()
        assert "[-500-]{+5+} schools" in sitting.text()
        await sitting.press("enter")
        assert sitting.desk.cursor == 1
        assert "EDITED, CHECK AGAIN" in sitting.text()
        await sitting.press("5")
        assert "EDITED" not in sitting.text()
        await sitting.press("R")
        assert "Nothing has to be checked again." in sitting.text()


async def test_a_verdict_from_before_is_kept_with_one_key(empty_store: Store, file: Path) -> None:
    async with opener(empty_store)() as sitting:
        await sitting.press("R", "v")
        assert "Nothing has to be checked again." in sitting.text()
        await sitting.press("escape", "g", "j")
        assert "1 False ◀" in sitting.text()
        assert "register" in sitting.text()


async def test_what_is_gone_can_be_looked_at(empty_store: Store, file: Path) -> None:
    async with opener(empty_store)() as sitting:
        await sitting.press("R", "a")
        assert "Gone, with what was decided" in sitting.text()
        assert "Nothing of all this" in sitting.text()
        await sitting.press("a", "escape")
        assert not isinstance(sitting.app.screen, RecheckScreen)


async def test_a_newer_version_opens_while_the_older_is_on_the_screen(
    empty_store: Store, tmp_path: Path
) -> None:
    file = tmp_path / "article.txt"
    changed(empty_store, file, *OTHERS, CLAIM)
    async with opener(empty_store)() as sitting:
        await sitting.press("j", "o")
        file.write_text("\n".join(["A new beginning for this text.", *OTHERS, CLAIM]), "utf-8")
        with Store(empty_store.path) as other:
            list(add_sources(other, BOB, [str(file)]))
        await sitting.wait_for("of 4")
        assert sitting.desk.document.number == 2
        assert sitting.desk.current.sentence.text == CLAIM
        assert sitting.desk.reviews[2].tag is Tag.OPINION


def read_again(store: Store, file: Path, *sentences: str) -> None:
    """Let another program read a newer version of the article."""
    file.write_text("\n".join(sentences), encoding="utf-8")
    with Store(store.path) as other:
        list(add_sources(other, BOB, [str(file)]))


async def test_a_note_is_saved_on_the_sentence_it_was_begun_on(
    empty_store: Store, tmp_path: Path
) -> None:
    file = tmp_path / "article.txt"
    changed(empty_store, file, *OTHERS, CLAIM)
    async with opener(empty_store)() as sitting:
        await sitting.press("G", "m", *"why")
        read_again(empty_store, file, NEWS, *OTHERS, CLAIM.replace("500", "5"))
        await sitting.press("ctrl+s")
        notes = {r.sentence.text: r.note for r in sitting.desk.reviews if r.note}
        assert list(notes) == [CLAIM.replace("500", "5")]


async def test_what_was_begun_on_a_sentence_that_is_gone_is_not_saved_elsewhere(
    empty_store: Store, tmp_path: Path
) -> None:
    file = tmp_path / "article.txt"
    changed(empty_store, file, *OTHERS, CLAIM)
    async with opener(empty_store)() as sitting:
        await sitting.press("G", "m", *"why")
        read_again(empty_store, file, *OTHERS)
        await sitting.press("ctrl+s")
        assert "the sentence was changed in the meantime" in sitting.text()
        await sitting.press("escape")
        await sitting.wait_for("of 2")
        assert not any(review.note for review in sitting.desk.reviews)


async def test_a_split_is_refused_when_the_sentence_was_merged_in_the_meantime(
    empty_store: Store,
) -> None:
    document = added(empty_store, "It rains.", TOWN, "It pours.")
    async with opener(empty_store)() as sitting:
        await sitting.press("j", "s")
        with Store(empty_store.path) as other:
            merge(other, BOB, sentences_of(other, document)[0].id)
        await sitting.press("enter")
        assert "the sentence was changed in the meantime" in sitting.text()
        await sitting.press("escape")
        assert words_of(empty_store, document) == [f"It rains. {TOWN}", "It pours."]
        assert "sentence 1 of 2" in sitting.text()


async def test_the_cursor_follows_an_edited_sentence_into_the_newer_version(
    empty_store: Store, tmp_path: Path
) -> None:
    file = tmp_path / "article.txt"
    changed(empty_store, file, "Yes.", OTHERS[0], CLAIM, "Yes.", OTHERS[1])
    async with opener(empty_store)() as sitting:
        await sitting.press("j", "j")
        edited = CLAIM.replace("500", "5")
        read_again(empty_store, file, NEWS, "Yes.", OTHERS[0], edited, "Yes.", OTHERS[1])
        await sitting.wait_for("the article has changed")
        assert sitting.desk.current.sentence.text == edited


async def test_an_undo_after_a_newer_version_stays_in_the_newest(
    empty_store: Store, tmp_path: Path
) -> None:
    file = tmp_path / "article.txt"
    changed(empty_store, file, *OTHERS, CLAIM)
    async with opener(empty_store)() as sitting:
        await sitting.press("G", "c", "k", "o")
        read_again(empty_store, file, NEWS, *OTHERS, CLAIM)
        await sitting.wait_for("of 4")
        await sitting.press("z")
        assert sitting.desk.document.number == 2
        assert sitting.desk.current.sentence.text == OTHERS[1]
        assert [review.tag for review in sitting.desk.reviews] == [None, None, None, Tag.CLAIM]
        assert "article 1 of 1" in sitting.text()
