"""Splitting and merging from the command line."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run


def sentences(run: Run) -> list[dict[str, object]]:
    shown: list[dict[str, object]] = json.loads(run("show", "1", "--json").stdout)["sentences"]
    return shown


def words(run: Run) -> list[object]:
    return [sentence["text"] for sentence in sentences(run)]


def test_split_counts_characters_from_the_sentences_start(run: Run, article: Path) -> None:
    done = run("split", "1:2", "3")
    assert done.returncode == 0
    assert done.stdout == "saved: 1:3 a sentence begins here\n"
    assert words(run) == ["The town grew last year.", "It", "is lovely.", "Read more here."]


def test_split_asks_which_part_keeps_what_was_decided(run: Run, article: Path) -> None:
    run("tag", "1:1", "opinion")
    refused = run("split", "1:1", "9")
    assert refused.returncode == 2
    assert "--keep" in refused.stderr
    assert len(words(run)) == 3
    assert run("split", "1:1", "9", "--keep", "second").returncode == 0
    assert [sentence["tag"] for sentence in sentences(run)][:2] == [None, "opinion"]


@pytest.mark.parametrize("offset", ["0", "-1", "24", "99999999999999999999", "x"])
def test_a_place_outside_of_the_sentence_is_refused(run: Run, article: Path, offset: str) -> None:
    refused = run("split", "1:1", "--", offset) if offset == "-1" else run("split", "1:1", offset)
    assert refused.returncode == 2
    assert len(refused.stderr.splitlines()) == 1
    assert len(words(run)) == 3


@pytest.mark.parametrize("ref", ["1:1-2", "1:1.1"])
def test_only_one_whole_sentence_is_split_or_merged(run: Run, article: Path, ref: str) -> None:
    for arguments in (["split", ref, "3"], ["merge", ref]):
        refused = run(*arguments)
        assert refused.returncode == 2
        assert "name one, as in 1:7" in refused.stderr


def test_merge_joins_a_sentence_with_the_next(run: Run, article: Path) -> None:
    assert run("merge", "1:2").stdout == "saved: 1:2 no sentence begins here\n"
    assert words(run) == ["The town grew last year.", "It is lovely.\n\nRead more here."]


def test_the_last_sentence_cannot_be_merged(run: Run, article: Path) -> None:
    refused = run("merge", "1:3")
    assert refused.returncode == 1
    assert "last sentence" in refused.stderr


def test_undo_takes_a_split_back_and_the_log_tells_it_all(run: Run, article: Path) -> None:
    run("tag", "1:1", "claim")
    run("split", "1:1", "9", "--keep", "first")
    assert "took back: 1:1 a sentence begins here" in run("undo").stdout
    assert words(run)[0] == "The town grew last year."
    assert sentences(run)[0]["tag"] == "claim"
    stories = [
        json.loads(line)["story"] for line in run("log", "1:1", "--json").stdout.splitlines()
    ]
    assert stories == [
        "tag claim",
        "a sentence begins here",
        "tag claim (carried over)",
        "took back: a sentence begins here",
        "took back: tag claim",
    ]
