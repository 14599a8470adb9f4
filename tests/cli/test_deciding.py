"""Decisions from the command line."""

import json
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess
from typing import Any

import pytest

Run = Callable[..., CompletedProcess[str]]


def sentence(run: Run, number: int, reviewer: str = "ann") -> dict[str, Any]:
    shown = json.loads(run("--reviewer", reviewer, "show", "1", "--json").stdout)
    found: dict[str, Any] = shown["sentences"][number - 1]
    return found


def test_a_tag_is_saved_and_said(run: Run, article: Path) -> None:
    done = run("tag", "1:2", "opinion")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == "saved: 1:2 tag opinion\n"
    assert sentence(run, 2)["tag"] == "opinion"


def test_a_range_is_tagged_in_one_act(run: Run, article: Path) -> None:
    assert run("tag", "1:1-3", "filler").stdout.count("saved:") == 3
    assert run("undo").stdout.count("took back:") == 3
    assert sentence(run, 3)["tag"] is None


def test_what_stands_already_is_said(run: Run, article: Path) -> None:
    run("tag", "1:2", "opinion")
    done = run("tag", "1:2", "opinion")
    assert (done.returncode, done.stdout) == (0, "nothing changed: it stood so already\n")


def test_untag_clears_the_tag(run: Run, article: Path) -> None:
    run("tag", "1:2", "opinion")
    assert run("untag", "1:2").stdout == "saved: 1:2 tag cleared\n"
    assert sentence(run, 2)["tag"] is None


def test_a_verdict_makes_the_sentence_a_claim(run: Run, article: Path) -> None:
    done = run("verdict", "1:1", "half-true", "--because", "see the census")
    assert done.stdout.splitlines() == [
        "saved: 1:1 tag claim",
        "saved: 1:1 verdict Half true, because see the census",
    ]


@pytest.mark.parametrize(
    "rating",
    [
        "false",
        "mostly-false",
        "half-true",
        "mostly-true",
        "true",
        "unproven",
        "missing-context",
    ],
)
def test_every_rating_has_its_key(run: Run, article: Path, rating: str) -> None:
    assert run("verdict", "1:1", rating).returncode == 0
    assert sentence(run, 1)["claims"][0]["verdict"]["rating"] == rating


def test_an_unknown_rating_is_wrong_usage_and_names_the_ratings(run: Run, article: Path) -> None:
    done = run("verdict", "1:1", "False")
    assert done.returncode == 2
    assert "choose one of false, mostly-false, half-true" in done.stderr
    assert sentence(run, 1)["tag"] is None


def test_a_verdict_can_be_cleared(run: Run, article: Path) -> None:
    run("verdict", "1:1", "false")
    assert run("verdict", "1:1", "--clear").stdout == "saved: 1:1 verdict cleared\n"
    assert sentence(run, 1)["claims"][0]["verdict"] is None


@pytest.mark.parametrize("arguments", [["1:1"], ["1:1", "false", "--clear"]])
def test_a_verdict_needs_a_rating_or_clear(run: Run, article: Path, arguments: list[str]) -> None:
    assert run("verdict", *arguments).returncode == 2


def test_a_claim_keeps_what_is_not_given(run: Run, article: Path) -> None:
    run("claim", "1:1", "--text", "It grew.", "--date", "2024-06")
    run("claim", "1:1", "--claimant", "The mayor")
    (claim,) = sentence(run, 1)["claims"]
    assert (claim["text"], claim["claimant"], claim["date"]) == ("It grew.", "The mayor", "2024-06")


def test_a_second_claim_in_a_sentence_has_its_own_verdict(run: Run, article: Path) -> None:
    run("claim", "1:1.2", "--text", "It is a town.")
    run("verdict", "1:1.2", "true")
    first, second = sentence(run, 1)["claims"]
    assert first["verdict"] is None
    assert (second["text"], second["verdict"]["rating"]) == ("It is a town.", "true")


def test_every_verdict_that_is_saved_is_shown_and_counted(run: Run, article: Path) -> None:
    run("verdict", "1:1.2", "true")
    first, second = sentence(run, 1)["claims"]
    assert (first["verdict"], second["verdict"]["rating"]) == (None, "true")
    (item,) = json.loads(run("list", "--json").stdout)
    assert (item["claims"], item["judged"]) == (2, 1)


def test_evidence_is_added_with_all_it_says(run: Run, article: Path) -> None:
    done = run(
        *("evidence", "1:1", "--url", "https://example.org/a", "--quote", "up", "--title", "T"),
        *("--stance", "refutes", "--publisher", "P", "--accessed", "2024-06-18"),
    )
    assert done.stdout.splitlines() == [
        "saved: 1:1 tag claim",
        "saved: 1:1 evidence refutes https://example.org/a 'up', title T, publisher P",
    ]
    (source,) = sentence(run, 1)["claims"][0]["evidence"]
    assert (source["title"], source["publisher"], source["accessed"]) == ("T", "P", "2024-06-18")


@pytest.mark.parametrize(
    "url",
    ["javascript:alert(1)", "file:///etc/passwd", "example.org", "https://", "http://a b", ""],
)
def test_only_web_addresses_are_evidence(run: Run, article: Path, url: str) -> None:
    done = run("evidence", "1:1", "--url", url)
    assert done.returncode == 2
    assert "http and https only" in done.stderr
    assert sentence(run, 1)["claims"] == []


def test_an_unknown_stance_is_wrong_usage(run: Run, article: Path) -> None:
    assert run("evidence", "1:1", "--url", "https://a.org", "--stance", "likes").returncode == 2


def test_a_note_is_written_and_cleared(run: Run, article: Path) -> None:
    assert run("note", "1:1", "says who?").stdout == "saved: 1:1 note says who?\n"
    assert run("note", "1:1", "").stdout == "saved: 1:1 note cleared\n"
    assert sentence(run, 1)["note"] is None


def test_a_flag_is_raised_and_cleared(run: Run, article: Path) -> None:
    assert run("flag", "1:1", "odd").stdout == "saved: 1:1 flag odd\n"
    assert run("flag", "1:1", "--clear").stdout == "saved: 1:1 flag cleared\n"
    assert sentence(run, 1)["flag"] is None


def test_undo_and_redo_say_what_they_did(run: Run, article: Path) -> None:
    run("verdict", "1:1", "false")
    assert run("undo").stdout.splitlines() == [
        "took back: 1:1 tag claim",
        "took back: 1:1 verdict False",
    ]
    assert run("redo").stdout.splitlines() == [
        "brought back: 1:1 tag claim",
        "brought back: 1:1 verdict False",
    ]
    assert sentence(run, 1)["claims"][0]["verdict"]["rating"] == "false"


def test_nothing_to_undo_is_said(run: Run, article: Path) -> None:
    for command in ("undo", "redo"):
        done = run(command)
        assert done.returncode == 1
        assert f"nothing to {command}" in done.stderr


def test_reviewers_decide_for_themselves(run: Run, article: Path) -> None:
    run("tag", "1:1", "opinion")
    run("--reviewer", "ben", "tag", "1:1", "filler")
    run("--reviewer", "ben", "undo")
    assert sentence(run, 1, "ann")["tag"] == "opinion"
    assert sentence(run, 1, "ben")["tag"] is None


@pytest.mark.parametrize("reference", ["1", "x", "1:0", "1:2-1", "1:1-2.1", "", "1:", ":1"])
def test_a_reference_that_names_no_sentence_is_wrong_usage(
    run: Run, article: Path, reference: str
) -> None:
    done = run("tag", reference, "claim")
    assert done.returncode == 2
    assert "does not name a sentence" in done.stderr


@pytest.mark.parametrize("reference", ["1:4", "9:1", "gone.txt:1"])
def test_what_is_not_there_could_not_be_done(run: Run, article: Path, reference: str) -> None:
    assert run("tag", reference, "claim").returncode == 1


@pytest.mark.parametrize(
    "arguments",
    [
        ["verdict", "1:1-2", "false"],
        ["claim", "1:1-2", "--text", "x"],
        ["evidence", "1:1-2", "--url", "https://example.org/"],
        ["tag", "1:1", "rumour"],
        ["tag", "1:1"],
        ["claim", "1:1", "--date", "yesterday"],
        ["note", "1:1"],
        ["note", "1:1", "\udcff"],
        ["bogus"],
        ["--bogus"],
        ["list", "--bogus"],
    ],
)
def test_wrong_usage_is_one_line_that_says_so(
    run: Run, article: Path, arguments: list[str]
) -> None:
    done = run(*arguments)
    assert done.returncode == 2
    assert done.stdout == ""
    assert done.stderr.startswith("factcheck: ")
    assert len(done.stderr.splitlines()) == 1
    assert sentence(run, 1)["tag"] is None


@pytest.mark.parametrize(
    "command", [("report", "1"), ("log",), ("log", "1:1"), ("sign-off", "1:1")]
)
def test_whoever_has_read_the_verdicts_of_others_judges_no_longer_blind(
    run: Run, article: Path, command: tuple[str, ...]
) -> None:
    run("--reviewer", "ann", "verdict", "1:1", "false")
    run("--reviewer", "bob", *command)
    for reviewer in ("ann", "bob", "cy"):
        run("--reviewer", reviewer, "verdict", "1:1", "true")
    (claim,) = sentence(run, 1)["claims"]
    blind = {name: verdict["blind"] for name, verdict in claim["verdicts"].items()}
    assert blind == {"ann": True, "bob": False, "cy": True}


def test_reasons_are_added_to_a_verdict_without_its_rating(run: Run, article: Path) -> None:
    refused = run("verdict", "1:1", "--because", "census")
    assert refused.returncode == 2
    assert "no verdict of yours" in refused.stderr
    run("verdict", "1:1", "mostly-true")
    run("verdict", "1:1", "--because", "census")
    (claim,) = sentence(run, 1)["claims"]
    assert (claim["verdict"]["rating"], claim["verdict"]["because"]) == ("mostly-true", "census")
