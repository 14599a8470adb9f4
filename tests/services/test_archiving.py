"""Archives: everything leaves one database and comes into another, whole or not at all."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from shutil import copyfile
from typing import Any, Final

import pytest

from factcheck.domain.carrying.dividing import Part
from factcheck.domain.decision import Author, Kind
from factcheck.domain.findings.evidence import Evidence
from factcheck.domain.identity import EvidenceId, claim_id, sentence_id
from factcheck.domain.selection import Selection
from factcheck.domain.sitting import Place
from factcheck.domain.tag import Tag
from factcheck.domain.verification import Finding, Look
from factcheck.reading.data.archive import read_json, read_jsonl, recognises_json
from factcheck.services import deciding
from factcheck.services.adding import add_sources
from factcheck.services.archiving import Taken, take_in
from factcheck.services.attaching import attachment_from
from factcheck.services.boundaries import merge, split
from factcheck.services.claims import link
from factcheck.services.evidence import add_evidence
from factcheck.services.searching import search
from factcheck.services.selecting import exported
from factcheck.services.verdicts import judge
from factcheck.store.readings import Reading
from factcheck.store.store import Store
from tests.articles import added, sentences_of
from tests.export.harbour import harbour
from tests.services.archives import archive_of, brought_in, data_file, records_in, stands_in

ANN: Final = Author(reviewer="ann")
BEN: Final = Author(reviewer="ben")
JANUARY: Final = "2026-01-01T00:00:00.000000Z"
FEBRUARY: Final = "2026-02-01T00:00:00.000000Z"
ZED: Final = Author(reviewer="zed")
Fields = dict[str, Any]


@pytest.fixture
def other(tmp_path: Path, empty_database: Path) -> Iterator[Store]:
    """Another, empty database."""
    copyfile(empty_database, tmp_path / "other.db")
    with Store(tmp_path / "other.db") as opened:
        yield opened


@pytest.fixture(scope="module")
def full_database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database with something in each of its tables."""
    folder = tmp_path_factory.mktemp("full")
    with Store(folder / "full.db") as store:
        fill(store, folder)
    return folder / "full.db"


@pytest.fixture
def full(full_database: Path, tmp_path: Path) -> Iterator[Store]:
    """A copy of that database."""
    copyfile(full_database, tmp_path / "full.db")
    with Store(tmp_path / "full.db") as opened:
        yield opened


def fill(store: Store, folder: Path) -> None:
    """Put something in each table."""
    article = harbour(store, folder)
    names = [sentence.id for sentence in sentences_of(store, article)]
    split(store, BEN, names[6], 8, Part.FIRST)
    merge(store, ANN, names[-2])
    store.journal.undo(ANN)
    claim = claim_id(names[5])
    shot = folder / "shot.png"
    shot.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)))
    kept = attachment_from(store, shot)
    item = Evidence.of(
        claim=claim, url="https://e.example/a", quote="\U0001f3fd", attachments=(kept,)
    )
    (*_, given) = add_evidence(store, ANN, item)
    store.snapshots.keep("https://e.example/a", b"<p>\xff\x00a</p>", "text/html", "a")
    store.snapshots.record(EvidenceId(given.subject), "a", Look(Finding.GONE, "no more"))
    store.sittings.move(store.sittings.start("ann", None), Place(document=article.id, offset=62))
    store.reviews.reveal("eve", claim)
    page = folder / "page.txt"
    for text in ("It was so. We say so.", "It was so. We say so no more."):
        page.write_text(text, encoding="utf-8")
        (addition,) = add_sources(store, ANN, [str(page)])
        assert addition.article
        deciding.tag(store, ANN, [sentences_of(store, addition.article)[1].id], Tag.OPINION)


def changed(archive: str, kind: str, change: Callable[[Fields], object]) -> str:
    """Return an archive after `change` to its first record of a kind."""
    lines = archive.splitlines()
    place = next(n for n, line in enumerate(lines) if json.loads(line)["record"] == kind)
    fields = json.loads(lines[place])
    change(fields)
    lines[place] = json.dumps(fields)
    return "\n".join(lines)


@pytest.mark.parametrize("form", ["json", "jsonl"])
def test_everything_comes_back_into_an_empty_database(full: Store, other: Store, form: str) -> None:
    archive = archive_of(full, form=form)
    kinds = {json.loads(line)["record"] for line in records_in(archive_of(full))}
    assert len(kinds) == 9
    taken = brought_in(other, archive)
    assert not taken.refused
    assert not taken.remarks
    assert archive_of(other, form=form) == archive
    assert stands_in(other) == stands_in(full)


def test_what_was_brought_in_can_be_worked_on(full: Store, other: Store) -> None:
    brought_in(other, archive_of(full))
    for store in (full, other):
        assert len(store.journal.undo(ANN)) == len(store.journal.redo(ANN)) == 1
    last = max(decision.at for decision in full.journal.decisions())
    (article, *_) = other.documents.all()
    made = deciding.tag(other, BEN, [sentences_of(other, article)[0].id], Tag.OPINION)
    assert all(decision.at > last[:4] for decision in made)
    assert len(search(other, "minister", 9)) == len(search(full, "minister", 9)) > 0


def test_an_article_comes_into_a_used_database_as_it_was(
    store: Store, other: Store, tmp_path: Path
) -> None:
    added(other, "Something else.", "And more.")
    article = added(store, "One is here.", "Two is there.")
    first, _ = (sentence.id for sentence in sentences_of(store, article))
    deciding.tag(store, ANN, [first], Tag.CLAIM)
    judge(store, BEN, claim_id(first), "false")
    merge(store, ANN, first)
    store.journal.undo(ANN)
    assert not brought_in(other, archive_of(store)).refused
    assert archive_of(other, article) == archive_of(store, article)


def test_an_excerpt_stands_on_its_own_and_brings_no_scheme(full: Store, other: Store) -> None:
    (*_, newest) = full.documents.all()
    archive = archive_of(full, newest)
    assert not brought_in(other, archive).refused
    assert [article.id for article in other.documents.all()] == [newest.id]
    assert archive_of(other, newest).splitlines()[1:] == archive.splitlines()[1:]
    assert not brought_in(other, archive).new.total()


def test_an_excerpt_keeps_nobody_from_writing(full: Store) -> None:
    (*_, newest) = full.documents.all()
    with full.as_of_now():
        archive = archive_of(full, newest)
    for record in exported(full, Selection(articles=(newest.id,))).records():
        with Store(full.path) as another, another.without_waiting():
            deciding.note(another, BEN, [sentences_of(another, newest)[0].id], record.record)
    assert archive_of(full, newest) != archive
    deciding.note(full, ANN, [sentences_of(full, newest)[0].id], "saved")
    with Store(full.path) as another:
        assert "saved" in archive_of(another, newest)


@pytest.mark.parametrize(
    ("selection", "kept"),
    [
        (Selection(tags=(Tag.OPINION,)), {"opinion"}),
        (Selection(tags=(Tag.CLAIM,)), {"claim"}),
        (Selection(since="2200-01-01"), set()),
    ],
)
def test_an_excerpt_holds_the_decisions_on_selected_sentences_alone(
    store: Store, selection: Selection, kept: set[str]
) -> None:
    article = added(store, "One is here.", "Two is there.")
    first, second = (sentence.id for sentence in sentences_of(store, article))
    deciding.tag(store, ANN, [first], Tag.CLAIM)
    deciding.tag(store, ANN, [second], Tag.OPINION)
    records = [record.model_dump() for record in exported(store, selection).records()]
    said = [record["value"]["tag"] for record in records if record["record"] == "decision"]
    assert set(said) == kept


def test_an_excerpt_of_a_reviewer_leaves_out_what_others_judged(full: Store) -> None:
    records = list(exported(full, Selection(reviewers=("ben",))).records())
    personal = [
        record.reviewer
        for record in records
        if record.record == "decision" and Kind(record.kind).personal
    ]
    assert set(personal) == {"ben"}
    assert "sitting" not in {record.record for record in records}


def test_no_local_number_leaves_the_database(full: Store) -> None:
    for line in records_in(archive_of(full)):
        fields = json.loads(line)
        assert "number" not in fields
        assert "article" not in fields


@pytest.mark.parametrize(
    ("kind", "change", "reason"),
    [
        ("decision", lambda fields: fields["value"].update(version="2"), "another decision has"),
        ("article", lambda fields: fields.update(text="Else."), "not the SHA-256 of the text"),
        ("attachment", lambda fields: fields.update(content="AAAA"), "is not what it was"),
        ("snapshot", lambda fields: fields.update(page="AAAA"), "is not what was fetched"),
        ("sitting", lambda fields: fields.update(reviewer="eve"), "another sitting has this id"),
        ("reading", lambda fields: fields.update(document="0" * 64), "its article is neither"),
    ],
)
def test_what_was_changed_is_refused_and_nothing_is_overwritten(
    full: Store, kind: str, change: Callable[[Fields], object], reason: str
) -> None:
    archive, before = archive_of(full), stands_in(full)
    taken = brought_in(full, changed(archive, kind, change))
    assert [refused.reason for refused in taken.refused if reason in refused.reason]
    assert len(taken.refused) == 1
    assert archive_of(full) == archive
    assert stands_in(full) == before


def test_all_is_taken_or_nothing_unless_a_part_is_wanted(full: Store, other: Store) -> None:
    lines = records_in(archive_of(full))
    broken = "\n".join([*lines[:-1], lines[-1][:-9]])
    taken = taken_as_it_is(other, broken)
    assert [refused.line for refused in taken.refused] == [len(lines)]
    assert "cut off" in taken.refused[0].reason
    assert len(records_in(archive_of(other))) == 1
    assert taken_as_it_is(other, broken, partial=True).refused == taken.refused
    assert records_in(archive_of(other))[1:] == lines[1:-1]


def taken_as_it_is(store: Store, archive: str, *, partial: bool = False) -> Taken:
    """Return what became of the records of a file, whether it has an end or not."""
    return take_in(store, read_jsonl(data_file(archive)), partial=partial)


def test_an_archive_that_is_cut_at_the_end_of_any_line_is_refused_unless_a_part_is_wanted(
    full: Store, other: Store
) -> None:
    lines = archive_of(full).splitlines(keepends=True)
    for kept in range(1, len(lines), 7):
        taken = taken_as_it_is(other, "".join(lines[:kept]))
        assert taken.refused[0].line == kept
        assert "cut off" in taken.refused[0].reason
        assert not list(other.documents.all())
    assert taken_as_it_is(other, "".join(lines[:-1]), partial=True).refused
    assert records_in(archive_of(other)) == records_in(archive_of(full))


def test_a_line_that_is_lost_from_the_middle_is_missed(full: Store, other: Store) -> None:
    lines = archive_of(full).splitlines()
    (refused,) = taken_as_it_is(other, "\n".join([*lines[:-2], lines[-1]])).refused
    assert refused.line == len(lines) - 1
    assert f"{len(lines) - 2} of {len(lines) - 1} records" in refused.reason


def test_two_archives_behind_each_other_are_both_taken(store: Store, other: Store) -> None:
    article = added(store, "One is here.")
    both = archive_of(store, article) + archive_of(store)
    assert not taken_as_it_is(other, both).refused


def test_an_object_without_its_end_is_refused(store: Store, other: Store) -> None:
    added(store, "One is here.")
    whole = json.loads(archive_of(store, form="json"))
    del whole["end"]
    (refused,) = take_in(other, read_json(data_file(json.dumps(whole)))).refused
    assert "cut off" in refused.reason


def test_an_undo_of_what_is_nowhere_is_refused(store: Store, other: Store) -> None:
    article = added(store, "One is here.")
    (name,) = (sentence.id for sentence in sentences_of(store, article))
    deciding.tag(store, ANN, [name], Tag.CLAIM)
    store.journal.undo(ANN)
    header, text, tag, undo = records_in(archive_of(store))
    taken = brought_in(other, "\n".join([header, text, undo]), partial=True)
    assert "takes back a decision that is neither here" in taken.refused[0].reason
    assert not brought_in(other, "\n".join([header, text, undo, tag])).refused
    assert stands_in(other) == stands_in(store)


def test_what_was_carried_over_counts_no_more_once_its_undo_comes_in(
    store: Store, other: Store
) -> None:
    article = added(store, "One is here, and so is two.", "Three is there.")
    first = sentences_of(store, article)[0].id
    deciding.tag(store, ANN, [first], Tag.CLAIM)
    split(store, BEN, first, 12, Part.FIRST)
    brought_in(other, archive_of(store))
    assert stands_in(other)["tag"]
    for take in (store.journal.undo, store.journal.redo):
        take(ANN)
        assert not brought_in(other, archive_of(store)).refused
        assert stands_in(other) == stands_in(store)


def test_json_that_is_written_otherwise_says_the_same(store: Store, other: Store) -> None:
    article = added(store, "One is here.")
    deciding.tag(store, ANN, [sentences_of(store, article)[0].id], Tag.CLAIM)
    brought_in(other, archive_of(store))
    brought_in(other, archive_of(store))
    whole = json.loads(archive_of(store, form="json"))
    whole["decisions"][0]["value"] = dict(reversed(whole["decisions"][0]["value"].items()))
    rows = read_json(data_file(json.dumps(whole, indent=1, ensure_ascii=False)))
    taken = take_in(other, rows)
    assert not taken.refused
    assert taken.known == {"article": 1, "decision": 1}


def test_an_archive_whose_names_a_tool_sorted_is_known_and_says_the_same(
    full: Store, other: Store
) -> None:
    archive = archive_of(full, form="json")
    by_name = json.dumps(json.loads(archive), sort_keys=True, indent=2)
    assert recognises_json("a.json", by_name[:4096])
    assert not take_in(other, read_json(data_file(by_name))).refused
    assert json.loads(archive_of(other, form="json")) == json.loads(archive)


@pytest.mark.parametrize("field", ["kind", "reviewer", "subject"])
def test_nobody_takes_back_what_is_not_theirs(store: Store, other: Store, field: str) -> None:
    article = added(store, "One is here.")
    (name,) = (sentence.id for sentence in sentences_of(store, article))
    deciding.tag(store, ANN, [name], Tag.CLAIM)
    store.journal.undo(ANN)
    *rest, undo = map(json.loads, records_in(archive_of(store)))
    undo[field] = {"kind": "note", "reviewer": "eve", "subject": f"{article.id}:0-3"}[field]
    taken = brought_in(other, "\n".join(map(json.dumps, [*rest, undo])), partial=True)
    assert "takes back a decision on something else" in taken.refused[0].reason
    assert len(taken.refused) == 1


def test_decisions_on_an_article_that_is_nowhere_count_once_it_is_there(
    store: Store, other: Store
) -> None:
    article = added(store, "One is here.", "Two is there.")
    first, second = (sentence.id for sentence in sentences_of(store, article))
    deciding.tag(store, ANN, [first, second], Tag.CLAIM)
    merge(store, BEN, first)
    header, _, *decisions = records_in(archive_of(store))
    assert not brought_in(other, "\n".join([header, *decisions])).refused
    assert len(list(other.journal.decisions())) == len(decisions)
    added(other, "One is here.", "Two is there.")
    assert stands_in(other) == stands_in(store)


def test_versions_that_come_later_find_their_anchors(full: Store, other: Store) -> None:
    header, *lines = records_in(archive_of(full))
    articles = [line for line in lines if json.loads(line)["record"] == "article"]
    decisions = [line for line in lines if json.loads(line)["record"] == "decision"]
    brought_in(other, "\n".join([header, *decisions]))
    for article in articles:
        brought_in(other, "\n".join([header, article]))
    brought_in(other, "\n".join([header, *articles]))
    assert stands_in(other) == stands_in(full)


def test_two_versions_never_stand_in_each_others_place(store: Store, other: Store) -> None:
    for each, names in ((store, ("a", "b")), (other, ("b", "a"))):
        old, new = (added(each, f"It is {name}.") for name in names)
        each.documents.replace(old.id, new.id, [])
        assert len(each.documents) == 1
    brought_in(store, archive_of(other))
    assert [article.text for article in store.documents.all()] == ["It is b."]


@pytest.mark.parametrize("same_source", [True, False])
def test_what_was_decided_here_follows_the_words_into_a_version_that_came_in(
    store: Store, other: Store, tmp_path: Path, same_source: bool
) -> None:
    theirs, ours = tmp_path / "theirs.txt", tmp_path / "ours.txt"
    ours = theirs if same_source else ours
    for file, each in ((theirs, store), (ours, other)):
        file.write_text("It is so. We say so.", encoding="utf-8")
        list(add_sources(each, ANN, [str(file)]))
    (old,) = other.documents.all()
    deciding.tag(other, BEN, [sentences_of(other, old)[0].id], Tag.OPINION)
    theirs.write_text("It is so. We say so no more.", encoding="utf-8")
    list(add_sources(store, ANN, [str(theirs)]))
    (new,) = store.documents.all()
    for _ in range(2):
        assert not brought_in(other, archive_of(store)).refused
    names = {article.id for article in other.documents.all()}
    assert names == ({new.id} if same_source else {old.id, new.id})
    said = other.reviews.side_by_side([new])
    tags = [dict(said.on(sentence).tags) for sentence in sentences_of(other, new)]
    assert [[*said] for said in tags] == [["ben"], []]
    before = stands_in(other)
    assert not brought_in(other, archive_of(store)).new.total()
    assert stands_in(other) == before
    brought_in(store, archive_of(other))
    assert stands_in(store)["tag"] == stands_in(other)["tag"]


def test_an_article_that_is_cut_otherwise_is_remarked_on(store: Store, other: Store) -> None:
    added(store, "One is here.", "Two is there.")
    added(other, "One is here. Two is there.")
    (remark,) = brought_in(other, archive_of(store)).remarks
    assert remark.line == 2
    assert "cut into other sentences" in remark.remark


def test_what_a_source_said_last_counts_whatever_came_in_last(store: Store, other: Store) -> None:
    old, new = (added(store, words) for words in ("It is so.", "It is not so."))
    added(other, "It is so.")
    for each, document, read in ((store, new, FEBRUARY), (other, old, JANUARY)):
        each.readings.keep(Reading("https://e.example", document.id, read, "html", "", ""))
    brought_in(store, archive_of(other))
    last = store.readings.last("https://e.example")
    assert last
    assert last.document == new.id


def test_a_sitting_is_where_it_was_seen_last(store: Store, other: Store) -> None:
    article = added(store, "One is here.", "Two is there.")
    sitting = store.sittings.start("ann", Place(document=article.id, offset=0))
    early = archive_of(store)
    store.sittings.move(sitting, Place(document=article.id, offset=13))
    late = archive_of(store)
    for archive in (early, late, early):
        assert not brought_in(other, archive).refused
        assert not brought_in(other, archive).new.total()
    assert archive_of(other) == late


def test_decisions_on_words_outside_of_the_text_do_no_harm(store: Store, other: Store) -> None:
    article = added(store, "One is here.")
    far = sentence_id(article.id, 4_000_000_000, 4_000_000_001)
    made = deciding.tag(store, ANN, [sentences_of(store, article)[0].id], Tag.CLAIM)
    archive = archive_of(store).replace(made[0].subject, far)
    assert far in archive
    taken = brought_in(other, archive)
    assert not taken.refused
    assert "1 decision on words that are cut otherwise" in taken.remarks[0].remark
    assert not stands_in(other)["tag"]


def test_a_cut_where_no_sentence_can_begin_is_kept_and_changes_nothing(
    store: Store, other: Store
) -> None:
    article = added(store, "One is here.", "Two is there.")
    first = sentences_of(store, article)[0].id
    (cut, *_) = split(store, ANN, first, 4)
    archive = archive_of(store)
    for offset in (3, 7, 12, 25, 26, 99):
        moved = archive.replace(cut.subject, f"{article.id}@{offset}")
        moved = moved.replace(cut.id, f"{cut.id[:-4]}{offset:04d}")
        assert not brought_in(other, moved).refused
    texts = [sentence.text for sentence in other.documents.sentences(article)]
    assert "".join("".join(texts).split()) == "".join(article.text.split())
    assert all(text == text.strip() for text in texts)


def test_a_missing_attachment_is_remarked_on(full: Store, other: Store) -> None:
    archive = archive_of(full)
    lines = [line for line in archive.splitlines() if json.loads(line)["record"] != "attachment"]
    taken = brought_in(other, "\n".join(lines))
    assert not taken.refused
    (remark,) = taken.remarks
    assert "lacks 1 attachment, neither here nor in the file" in remark.remark
    assert '"evidence"' in lines[remark.line - 1]


@pytest.mark.parametrize("circle", [1, 2])
def test_no_article_is_a_newer_version_of_itself(store: Store, other: Store, circle: int) -> None:
    for words in ("It is so.", "It is not so."):
        added(store, words)
    header, *articles = map(json.loads, records_in(archive_of(store)))
    for article, newer in zip(articles, [*articles[2 - circle :], articles[0]], strict=False):
        article["replaced_by"] = newer["id"]
    taken = brought_in(other, "\n".join(map(json.dumps, [header, *articles])))
    assert "leads back to the article itself" in taken.refused[0].reason
    assert not taken.new.total() or not list(other.documents.all())


def test_an_article_comes_back_with_the_links_that_its_file_holds(
    store: Store, other: Store
) -> None:
    one = added(store, "One is here.", "Two is there.")
    two = added(store, "Three is here.", source="b.txt")
    first, second, third = (
        claim_id(sentence.id) for article in (one, two) for sentence in sentences_of(store, article)
    )
    for claim, far in ((first, third), (third, second), (second, first)):
        link(store, ANN, claim, far, "repeats")
    archive = archive_of(store, one)
    brought_in(other, archive)
    assert archive_of(other, one) == archive
    shown = [
        next(line for line in records_in(each) if f'"id":"{one.id}"' in line)
        for each in (archive, archive_of(store))
    ]
    assert [line.count('"relation":') for line in shown] == [3, 4]
