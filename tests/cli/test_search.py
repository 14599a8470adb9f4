"""Search over everything, from the command line."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run


def test_a_hit_is_a_line_with_its_place(run: Run, article: Path) -> None:
    assert run("search", "lovely").stdout.splitlines() == [
        "1:2  sentence  It is [lovely].",
        "1    article   The town grew last year. It is [lovely].",
    ]


def test_words_may_stand_in_one_argument_or_in_several(run: Run, article: Path) -> None:
    assert run("search", "town grew").stdout == run("search", "town", "grew").stdout
    assert "[town grew]" in run("search", '"town grew"').stdout
    assert run("search", '"grew town"').stdout == "nothing found\n"


def test_a_word_with_a_minus_leaves_out(run: Run, article: Path) -> None:
    assert run("search", "town", "-lovely").stdout == "1:1  sentence  The [town] grew last year.\n"
    assert run("search", "town", "-here").stdout == run("search", "town").stdout


def test_what_is_said_of_claims_is_found(run: Run, article: Path) -> None:
    run("tag", "1:1", "claim")
    run("claim", "1:1.2", "--text", "Population rose", "--claimant", "The mayor")
    run("note", "1:1", "ring the registrar")
    assert run("search", "mayor").stdout == "1:1.2  claim     Population rose · The [mayor]\n"
    assert run("search", "regist*").stdout == "1:1  note      ring the [registrar]\n"


def test_json_is_a_list_of_hits(run: Run, article: Path) -> None:
    assert json.loads(run("search", "grew", "--json", "--limit", "1").stdout) == [
        {
            "ref": "1:1",
            "kind": "sentence",
            "article": 1,
            "title": "The town grew last year. It is lovely.",
            "text": "The town grew last year.",
            "hits": [[9, 13]],
        }
    ]
    assert json.loads(run("search", "absent", "--json").stdout) == []


def test_nothing_found_is_said(run: Run, article: Path) -> None:
    for words in ("absent", '"', "-town", "*", "AND", "a OR", 'NEAR("x'):
        found = run("search", "--", words)
        assert (found.returncode, found.stdout, found.stderr) == (0, "nothing found\n", ""), words


def test_long_texts_are_shortened_around_the_hit(
    run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "60")
    text = f"It was {'very ' * 40}cold in the valley {'and ' * 40}dark."
    (folder / "a.txt").write_text(text, encoding="utf-8")
    run("add", "a.txt", "--title", "Weather")
    (line,) = run("search", "valley").stdout.splitlines()
    assert line.startswith("1:1  sentence  …")
    assert line.endswith("…")
    assert "[valley]" in line
    assert len(line) <= 60


def test_an_unknown_option_is_refused(run: Run, article: Path) -> None:
    assert run("search", "town", "--jsn").returncode == 2
    assert run("search").returncode == 2
