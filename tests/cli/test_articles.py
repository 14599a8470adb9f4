"""Bringing articles in and showing them, from the command line."""

import io
import json
import os
import sys
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

import pytest

Run = Callable[..., CompletedProcess[str]]


def test_add_says_what_was_read(run: Run, folder: Path) -> None:
    (folder / "a.txt").write_text("One is here. Two is there.", encoding="utf-8")
    done = run("add", "a.txt")
    assert done.returncode == 0
    assert done.stdout == "a.txt: read, article 1, 2 sentences\n"
    assert done.stderr == ""


def test_add_again_says_that_nothing_is_new(run: Run, article: Path) -> None:
    done = run("add", "article.txt")
    assert done.returncode == 0
    assert done.stdout == "article.txt: nothing new, known already, article 1, 3 sentences\n"


def test_add_reads_the_rest_when_one_file_cannot_be_read(run: Run, folder: Path) -> None:
    (folder / "a.txt").write_bytes(b"One\0two")
    (folder / "b.txt").write_text("One is here.", encoding="utf-8")
    done = run("add", ".", "gone.txt")
    assert done.returncode == 1
    assert done.stdout == "b.txt: read, article 1, 1 sentence\n"
    first, second = done.stderr.splitlines()
    assert first.startswith("factcheck: a.txt: holds a NUL (byte 3)")
    assert second.startswith("factcheck: gone.txt: no such file")


def test_add_reads_standard_input(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"One is here.")))
    assert run("add", "-").stdout == "-: read, article 1, 1 sentence\n"


def test_add_prints_json(run: Run, article: Path) -> None:
    done = run("add", "--json", "article.txt", "gone.txt")
    assert done.returncode == 1
    known, gone = json.loads(done.stdout)
    assert known["source"] == "article.txt"
    assert (known["article"], known["sentences"], known["added"]) == (1, 3, False)
    assert known["problem"] is None
    assert gone["article"] is None
    assert gone["problem"].startswith("no such file")
    assert "gone.txt" in done.stderr


def test_add_without_a_source_is_wrong_usage(run: Run) -> None:
    done = run("add")
    assert done.returncode == 2
    assert "SOURCE" in done.stderr


def test_list_says_how_to_begin_when_there_is_nothing(run: Run) -> None:
    done = run("list")
    assert done.returncode == 0
    assert "factcheck add" in done.stdout
    assert run("list", "--json").stdout == "[]\n"


def test_list_shows_progress(run: Run, article: Path) -> None:
    run("tag", "1:1", "claim")
    run("tag", "1:2", "opinion")
    (line,) = run("list").stdout.splitlines()
    assert "2/3 decided" in line
    assert "1 claims" in line
    assert "0 judged" in line
    assert "article.txt" in line


def test_list_prints_json(run: Run, article: Path) -> None:
    run("verdict", "1:1", "false")
    (item,) = json.loads(run("list", "--json").stdout)
    assert {key: item[key] for key in ("article", "source", "sentences", "tagged")} == {
        "article": 1,
        "source": "article.txt",
        "sentences": 3,
        "tagged": 1,
    }
    assert (item["claims"], item["judged"]) == (1, 1)
    assert len(item["id"]) == 64
    assert item["title"]


def test_list_shows_each_reviewer_their_own_progress(run: Run, article: Path) -> None:
    run("tag", "1:1", "claim")
    assert json.loads(run("--reviewer", "ben", "list", "--json").stdout)[0]["tagged"] == 0


def test_show_prints_sentences_with_what_was_decided(run: Run, article: Path) -> None:
    run("verdict", "1:1", "mostly-true", "--because", "see the census")
    run("claim", "1:1", "--text", "The town grew in 2023.")
    run("evidence", "1:1", "--url", "https://example.org/", "--stance", "supports", "--quote", "up")
    run("note", "1:2", "says who?")
    run("flag", "1:3")
    shown = [line.strip() for line in run("show", "1").stdout.splitlines()]
    assert shown[1:] == [
        "1:1    claim      The town grew last year.",
        "claim: The town grew in 2023.",
        "verdict: Mostly true, because see the census",
        "state: verdict drafted",
        '[1] supports: https://example.org/ "up"',
        "1:2    undecided  It is lovely.",
        "note: says who?",
        "1:3    undecided  Read more here.",
        "flagged: without a reason",
    ]


def test_show_prints_json(run: Run, article: Path) -> None:
    run("verdict", "1:1", "false", "--because", "see the census")
    run("evidence", "1:1", "--url", "https://example.org/", "--stance", "refutes", "--quote", "no")
    run("note", "1:2", "says who?")
    run("flag", "1:3", "odd")
    shown = json.loads(run("show", "1", "--json").stdout)
    assert shown["article"] == 1
    assert shown["text"] == article.read_text(encoding="utf-8")
    assert {"id", "title", "sentences"} <= shown.keys()
    first, second, third = shown["sentences"]
    assert {key: first[key] for key in ("n", "start", "end", "text", "role", "tag")} == {
        "n": 1,
        "start": 0,
        "end": 24,
        "text": "The town grew last year.",
        "role": "body",
        "tag": "claim",
    }
    (claim,) = first["claims"]
    assert claim["text"] == "The town grew last year."
    assert claim["verdict"]["rating"] == "false"
    assert claim["verdict"]["because"] == "see the census"
    (source,) = claim["evidence"]
    assert (source["url"], source["quote"]) == ("https://example.org/", "no")
    assert source["stance"] == "refutes"
    assert (second["note"], second["flag"], second["claims"]) == ("says who?", None, [])
    assert (third["note"], third["flag"], third["tag"]) == (None, "odd", None)


def test_a_flag_without_a_reason_differs_from_no_flag_in_json(run: Run, article: Path) -> None:
    run("flag", "1:1")
    first, second, _ = json.loads(run("show", "1", "--json").stdout)["sentences"]
    assert (first["flag"], second["flag"]) == ("flagged", None)


def test_the_offsets_in_json_are_code_points(run: Run, folder: Path) -> None:
    text = "\N{PILE OF POO} e\u0301 is here. \x1b[31mTwo\u202e is there.\r\nThree."
    (folder / "a.txt").write_bytes(text.encode())
    run("add", "a.txt")
    shown = json.loads(run("show", "1", "--json").stdout)
    assert shown["text"] == text
    for sentence in shown["sentences"]:
        assert text[sentence["start"] : sentence["end"]] == sentence["text"]


def test_show_finds_an_article_by_every_name(run: Run, article: Path) -> None:
    name = json.loads(run("list", "--json").stdout)[0]["id"]
    expected = run("show", "1").stdout
    for other in (name[:4], name, "article.txt"):
        assert run("show", other).stdout == expected


def test_show_of_an_unknown_article_says_what_to_do(run: Run, article: Path) -> None:
    done = run("show", "gone")
    assert done.returncode == 1
    assert done.stdout == ""
    assert done.stderr == "factcheck: no article 'gone': `factcheck list` shows what there is\n"


def test_names_that_are_not_utf_8_are_taken(run: Run, folder: Path) -> None:
    name = os.fsdecode(b"caf\xe9.txt")
    (folder / name).write_text("One is here.", encoding="utf-8")
    assert run("add", ".").returncode == 0
    assert run("show", name).returncode == 0
    assert run("show", os.fsdecode(b"th\xe9.txt")).returncode == 1
