"""The list of what to check again, from the command line."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run

CLAIM = "The town has 500 schools, the mayor said in his speech."
CORRECTED = CLAIM.replace("500", "5")
OTHERS = ("The council met on Monday in the old hall.", "It rained all through the night.")


@pytest.fixture
def corrected(run: Run, folder: Path) -> Path:
    """An article with a judged claim with evidence, which was then corrected."""
    file = folder / "a.txt"
    file.write_text("\n".join([OTHERS[0], CLAIM, OTHERS[1]]), encoding="utf-8")
    run("add", "a.txt")
    run("verdict", "1:2", "false", "--because", "register")
    run("evidence", "1:2", "--url", "https://schools.example/", "--stance", "refutes")
    file.write_text("\n".join([OTHERS[0], CORRECTED, OTHERS[1]]), encoding="utf-8")
    return file


def test_add_says_what_happened_to_the_sentences(run: Run, corrected: Path) -> None:
    assert run("add", "a.txt").stdout == (
        "a.txt: changed, article 2, 3 sentences, in place of article 1: "
        "2 unchanged, 0 moved, 1 edited, 0 gone, 0 new\n"
    )
    assert [article["article"] for article in json.loads(run("list", "--json").stdout)] == [2]
    older, newer = json.loads(run("list", "--all", "--json").stdout)
    assert (older["replaced_by"], newer["replaced_by"]) == (2, None)


def test_add_says_it_in_json(run: Run, corrected: Path) -> None:
    (addition,) = json.loads(run("add", "a.txt", "--json").stdout)
    assert addition["replaces"] == 1
    assert addition["changes"] == {
        "unchanged": 2,
        "moved": 0,
        "edited": 1,
        "unsure": 0,
        "gone": 0,
        "new": 0,
    }


def test_an_edited_claim_is_listed_with_a_word_diff(run: Run, corrected: Path) -> None:
    run("add", "a.txt")
    assert run("recheck").stdout.splitlines() == [
        "1:2 -> 2:2  edited, was judged False",
        "    The town has [-500-]{+5+} schools, the mayor said in his speech.",
    ]
    (item,) = json.loads(run("recheck", "--json").stdout)
    assert (item["ref"], item["was"], item["fate"]) == ("2:2", "1:2", "edited")
    assert (item["old"], item["new"]) == (CLAIM, CORRECTED)
    assert "".join(run["text"] for run in item["diff"] if run["edit"] != "added") == CLAIM
    assert "".join(run["text"] for run in item["diff"] if run["edit"] != "removed") == CORRECTED
    assert [verdict["rating"] for verdict in item["verdicts"]] == ["false"]


def test_an_edited_claim_shows_its_evidence_and_no_verdict(run: Run, corrected: Path) -> None:
    run("add", "a.txt")
    sentence = json.loads(run("show", "2", "--json").stdout)["sentences"][1]
    (claim,) = sentence["claims"]
    assert sentence["tag"] == "claim"
    assert claim["verdict"] is None
    assert [item["url"] for item in claim["evidence"]] == ["https://schools.example/"]


def test_a_claim_leaves_the_list_when_it_is_judged_again(run: Run, corrected: Path) -> None:
    run("add", "a.txt")
    run("verdict", "2:2", "true")
    assert run("recheck").stdout == "nothing to check again\n"


def test_a_verdict_from_before_can_be_kept(run: Run, corrected: Path) -> None:
    run("add", "a.txt")
    assert run("recheck", "--keep", "2:2").stdout == "saved: 2:2 verdict False, because register\n"
    assert json.loads(run("recheck", "--json").stdout) == []
    refused = run("recheck", "--keep", "2:2")
    assert refused.returncode == 1
    assert "not on the list" in refused.stderr


def test_a_sentence_that_went_is_in_the_archive_and_can_be_attached(
    run: Run, corrected: Path
) -> None:
    corrected.write_text("\n".join([*OTHERS, "Five schools do exist."]), encoding="utf-8")
    run("add", "a.txt")
    assert run("recheck").stdout == "nothing to check again\n"
    assert run("recheck", "--archived").stdout.splitlines() == [
        "1:2  gone",
        f"    {CLAIM}",
    ]
    assert run("recheck", "--attach", "1:2", "2:3").returncode == 0
    (item,) = json.loads(run("recheck", "--json").stdout)
    assert item["ref"] == "2:3"
    run("recheck", "--gone", "1:2")
    assert len(json.loads(run("recheck", "--archived", "--json").stdout)) == 1


def test_a_replaced_version_can_be_shown_and_not_decided_on(run: Run, corrected: Path) -> None:
    run("add", "a.txt")
    assert CLAIM in run("show", "1").stdout
    assert "verdict False" in run("log", "1:2").stdout
    refused = run("tag", "1:2", "opinion")
    assert refused.returncode == 1
    assert "replaced by article 2" in refused.stderr


def test_a_file_name_means_the_newest_version(run: Run, corrected: Path) -> None:
    run("add", "a.txt")
    assert json.loads(run("show", "a.txt", "--json").stdout)["article"] == 2
