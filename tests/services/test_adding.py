"""Reading articles in."""

import io
import json
import os
import socket
import sys
from pathlib import Path

import pytest

from factcheck.domain.decision import Author, Kind
from factcheck.domain.errors import InvalidValue
from factcheck.reading.readers.columns import Columns
from factcheck.services.adding import Addition, add_sources
from factcheck.services.articles import article_named
from factcheck.services.sources import Hints
from factcheck.store.store import Store


def write(file: Path, text: str) -> str:
    file.write_text(text, encoding="utf-8")
    return str(file)


def add(store: Store, *sources: str | Path) -> list[Addition]:
    return list(add_sources(store, Author(reviewer="ann"), map(str, sources)))


def add_one(store: Store, source: str | Path) -> Addition:
    (addition,) = add(store, source)
    return addition


def type_in(monkeypatch: pytest.MonkeyPatch, content: bytes) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(content)))


def test_a_file_becomes_an_article_with_its_sentences(store: Store, tmp_path: Path) -> None:
    name = write(tmp_path / "a.txt", "One is here. Two is there.\nThree.\n")
    addition = add_one(store, name)
    assert addition.added
    assert addition.sentences == 3
    assert addition.problem == ""
    assert addition.article
    assert addition.article.source == name
    assert addition.article.number == 1


def test_the_same_file_again_adds_nothing_and_says_so(store: Store, tmp_path: Path) -> None:
    name = write(tmp_path / "a.txt", "One is here.")
    first, again = add(store, name, name)
    assert first.added
    assert not again.added
    assert again.article == first.article
    assert len(store.documents) == 1


def test_the_same_text_in_another_file_is_the_same_article(store: Store, tmp_path: Path) -> None:
    first, copy = add(
        store, write(tmp_path / "a.txt", "One is here."), write(tmp_path / "b.txt", "One is here.")
    )
    assert not copy.added
    assert copy.source.endswith("b.txt")
    assert copy.article == first.article


def test_a_file_that_cannot_be_read_is_named_and_leaves_the_others_read(
    store: Store, tmp_path: Path
) -> None:
    write(tmp_path / "a.txt", "One is here.")
    (tmp_path / "b.txt").write_bytes(b"One\x00two")
    write(tmp_path / "c.txt", "Three is here.")
    names = [tmp_path / name for name in ("a.txt", "b.txt", "c.txt")]
    first, broken, last = add(store, *names)
    assert first.added
    assert last.added
    assert broken.source == str(tmp_path / "b.txt")
    assert broken.article is None
    assert broken.problem == "holds a NUL (byte 3), which no text has: remove it"


@pytest.mark.parametrize("content", ["", " \n\t\r\n", "\ufeff"])
def test_a_file_without_text_is_a_problem(store: Store, tmp_path: Path, content: str) -> None:
    addition = add_one(store, write(tmp_path / "empty.txt", content))
    assert "holds no text" in addition.problem
    assert len(store.documents) == 0


@pytest.mark.parametrize("name", ["missing.txt", "x" * 300, "no/such/folder"])
def test_a_file_that_is_not_there_is_a_problem(store: Store, tmp_path: Path, name: str) -> None:
    addition = add_one(store, tmp_path / name)
    assert "check the name" in addition.problem
    assert addition.source.endswith(name)


def test_a_folder_is_read_with_the_folders_in_it(store: Store, tmp_path: Path) -> None:
    folder = tmp_path / "articles"
    (folder / "more").mkdir(parents=True)
    write(folder / "b.txt", "Second.")
    write(folder / "a.txt", "First.")
    write(folder / "more" / "c.txt", "Third.")
    write(folder / ".hidden.txt", "Hidden.")
    read = [Path(addition.source).name for addition in add(store, folder)]
    assert read == ["a.txt", "b.txt", "c.txt"]


def test_a_folder_without_files_is_a_problem(store: Store, tmp_path: Path) -> None:
    folder = tmp_path / "articles"
    (folder / "nothing").mkdir(parents=True)
    addition = add_one(store, folder)
    assert addition.source == str(folder)
    assert "folder without articles" in addition.problem


def test_a_folder_that_cannot_be_listed_is_a_problem(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(folder: Path) -> None:
        raise PermissionError(13, "Permission denied", str(folder))

    (tmp_path / "locked").mkdir()
    monkeypatch.setattr(Path, "iterdir", refuse)
    addition = add_one(store, tmp_path / "locked")
    assert addition.problem.startswith("permission denied")


def test_a_broken_link_in_a_folder_leaves_the_others_read(store: Store, tmp_path: Path) -> None:
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "a.txt").symlink_to(folder / "gone.txt")
    write(folder / "b.txt", "One is here.")
    broken, read = add(store, folder)
    assert "no such file" in broken.problem
    assert read.added


def test_a_link_to_itself_is_a_problem(store: Store, tmp_path: Path) -> None:
    (tmp_path / "loop.txt").symlink_to(tmp_path / "loop.txt")
    assert add_one(store, tmp_path / "loop.txt").problem


def test_what_never_ends_is_not_read(store: Store, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert "is not a file" in add_one(store, tmp_path / "pipe").problem


def test_a_socket_is_not_read(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind("s")
        assert "is not a file" in add_one(store, "s").problem


def test_standard_input_is_read(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    type_in(monkeypatch, b"One is here. Two is there.")
    addition = add_one(store, "-")
    assert addition.added
    assert addition.source == "-"
    assert addition.sentences == 2


def test_standard_input_without_text_is_a_problem(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    type_in(monkeypatch, b"")
    assert "holds no text" in add_one(store, "-").problem


def test_a_file_whose_name_is_not_utf_8_is_read_and_found(store: Store, tmp_path: Path) -> None:
    name = os.fsdecode(b"caf\xe9.txt")
    write(tmp_path / name, "One is here.")
    addition = add_one(store, tmp_path / name)
    assert addition.article
    assert addition.article.source.endswith("caf?.txt")
    assert article_named(store, name) == addition.article


def test_many_files_are_read_in_their_order(store: Store, tmp_path: Path) -> None:
    folder = tmp_path / "many"
    folder.mkdir()
    for number in range(120):
        write(folder / f"{number:03}.txt", f"Sentence {number}.")
    numbers = [addition.article.number for addition in add(store, folder) if addition.article]
    assert numbers == list(range(1, 121))


def test_the_text_is_kept_to_the_last_character(store: Store, tmp_path: Path) -> None:
    text = "A\r\nB\x1b[31m\u200d\u202e\u2028 C\N{PILE OF POO}e\u0301\n"
    (tmp_path / "a.txt").write_bytes(text.encode())
    addition = add_one(store, tmp_path / "a.txt")
    assert addition.article
    assert addition.article.text == text


def test_how_the_bytes_were_decoded_is_said_and_recorded(store: Store, tmp_path: Path) -> None:
    text = "Die Füße der Männer sind naß, denn über dem Fluß ist keine Brücke."
    (tmp_path / "a.txt").write_bytes(text.encode("windows-1252"))
    addition = add_one(store, tmp_path / "a.txt")
    assert addition.article
    assert addition.article.text == text
    assert addition.encoding == "windows-1252, detected"
    reading = store.readings.of(addition.article.id)
    assert reading is not None
    assert reading.encoding == addition.encoding
    assert reading.origin == str(tmp_path / "a.txt")


def test_particulars_that_were_given_are_decisions(store: Store, tmp_path: Path) -> None:
    file = write(tmp_path / "a.txt", "One is here.")
    author = Author(reviewer="ann")
    (addition,) = add_sources(
        store, author, [file], particulars={"title": "Mine", "publisher": "The Courier"}
    )
    assert addition.article
    assert (addition.article.title, addition.article.publisher) == ("Mine", "The Courier")
    (decision,) = store.journal.decisions()
    assert (decision.kind, decision.reviewer) == (Kind.PARTICULARS, "ann")


def test_particulars_that_cannot_be_are_refused_before_anything_is_read(
    store: Store, tmp_path: Path
) -> None:
    file = write(tmp_path / "a.txt", "One is here.")
    with pytest.raises(InvalidValue, match="url: write it as"):
        list(add_sources(store, Author(reviewer="ann"), [file], particulars={"url": "ftp://x"}))
    assert len(store.documents) == 0


def test_a_table_of_sentences_is_cut_where_its_rows_begin(store: Store, tmp_path: Path) -> None:
    file = tmp_path / "a.jsonl"
    rows = ["One is here. So is two.", "Three\nis", "four."]
    file.write_text("".join(json.dumps({"text": row}) + "\n" for row in rows), encoding="utf-8")
    hints = Hints(columns=Columns(rows="sentences"))
    (addition,) = add_sources(store, Author(reviewer="ann"), [str(file)], hints)
    assert addition.article
    sentences = store.documents.sentences(addition.article)
    assert [sentence.text for sentence in sentences] == rows


def test_rows_with_an_address_are_versions_of_each_other_and_others_are_not(
    store: Store, tmp_path: Path
) -> None:
    file = tmp_path / "a.jsonl"
    first = [{"text": "One is here.", "url": "https://a.example/1"}, {"text": "Two is here."}]
    second = [{"text": "One was here.", "url": "https://a.example/1"}, {"text": "Six is here."}]
    for rows in (first, second):
        file.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
        additions = add(store, file)
    assert [addition.succession is not None for addition in additions] == [True, False]
    assert [document.text for document in store.documents.all()] == [
        "Two is here.",
        "One was here.",
        "Six is here.",
    ]


def test_what_is_beside_articles_in_a_folder_is_passed_over_and_counted(
    store: Store, tmp_path: Path
) -> None:
    folder = tmp_path / "articles"
    folder.mkdir()
    write(folder / "a.txt", "One is here.")
    (folder / "photo.PNG").write_bytes(b"\x89PNG")
    write(folder / "style.css", "p { color: red }")
    additions = add(store, folder)
    assert [addition.passed_over for addition in additions] == [0, 2]
    assert not any(addition.problem for addition in additions)


def test_a_language_that_was_given_decides_where_sentences_end(
    store: Store, tmp_path: Path
) -> None:
    file = write(tmp_path / "a.txt", "Am 3. Mai.")
    author, german = Author(reviewer="ann"), {"language": "de"}
    (addition,) = add_sources(store, author, [file], particulars=german)
    assert addition.article
    assert addition.article.language == "de"
    assert addition.sentences == 1
