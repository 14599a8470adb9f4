"""What the review comes to, from the command line."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run


@pytest.fixture
def judged(run: Run, article: Path) -> None:
    """An article with a claim that was judged."""
    run("tag", "1:1", "claim")
    run("tag", "1:3", "filler")
    run("verdict", "1:1", "false")


@pytest.mark.usefixtures("judged")
def test_json_has_it_all(run: Run) -> None:
    stats = json.loads(run("stats", "--json").stdout)
    assert [stats[key] for key in ("articles", "sentences", "tagged", "claims", "judged")] == [
        1,
        3,
        2,
        1,
        1,
    ]
    assert stats["reviewers"] == [
        {
            "reviewer": "ann",
            "tagged": 2,
            "tags": {"claim": 1, "opinion": 0, "filler": 1},
            "judged": 1,
            "flags": 0,
        }
    ]
    assert stats["verdicts"][0] == {
        "scale": "google5",
        "rating": "false",
        "words": "False",
        "off_scale": False,
        "normalised": "FALSE",
        "verdicts": 1,
    }
    assert stats["normalised"]["FALSE"] == 1
    assert stats["evidence"] == {"0": 1, "1": 0, "2": 0, "3": 0, "4": 0}
    assert stats["pace"] == []


@pytest.mark.usefixtures("judged")
def test_people_see_bars_no_wider_than_their_terminal(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    for columns in (40, 80, 132):
        monkeypatch.setenv("COLUMNS", str(columns))
        printed = run("stats").stdout.splitlines()
        assert printed[0] == "Progress: articles 1, sentences 3"
        assert any("█" in line for line in printed)
        assert max(map(len, printed)) == columns


def test_an_empty_database_has_statistics(run: Run) -> None:
    stats = run("stats")
    assert (stats.returncode, stats.stderr) == (0, "")
    assert "sentences tagged  0 of 0" in stats.stdout
