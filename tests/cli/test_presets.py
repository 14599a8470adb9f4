"""Every rating of every preset goes through verdict, data and report; off-scale has no number."""

import json
from pathlib import Path
from typing import Any

import pytest

from factcheck.domain.scales.scale import Scale
from factcheck.domain.scales.scales import PRESETS
from tests.cli.conftest import Run

CONCLUSION = "It grew by half of that."


def judged(run: Run) -> dict[str, Any]:
    (claim,) = json.loads(run("show", "1", "--json").stdout)["sentences"][0]["claims"]
    verdict: dict[str, Any] = claim["verdict"]
    return verdict


@pytest.mark.parametrize("scale", PRESETS.values(), ids=PRESETS)
def test_a_preset_comes_back_as_it_went_in(run: Run, article: Path, scale: Scale) -> None:
    run("scheme", "--use", scale.key)
    for rating in scale.ratings:
        said = ("--conclusion", CONCLUSION) if rating.open else ()
        assert run("verdict", "1:1", rating.key, "--because", "census", *said).returncode == 0
        words = CONCLUSION if rating.open else rating.words
        verdict = judged(run)
        assert (verdict["rating"], verdict["scale"]) == (rating.key, scale.key)
        assert (verdict["words"], verdict["normalised"]) == (words, rating.normalised)
        assert verdict["number"] == rating.number
        if rating.off_scale:
            assert (verdict["worst"], verdict["best"]) == (None, None)
        else:
            assert 1 == verdict["worst"] <= verdict["number"] <= verdict["best"] == scale.best
        assert f"**Verdict: {words}" in run("report", "1").stdout.replace("\\", "")


def test_a_conclusion_of_ones_own_has_to_be_written(run: Run, article: Path) -> None:
    run("scheme", "--use", "fullfact")
    refused = run("verdict", "1:1", "conclusion")
    assert refused.returncode == 2
    assert "conclusion: write the verdict in one sentence" in refused.stderr


def test_a_rating_of_another_scale_is_refused_with_those_there_are(run: Run, article: Path) -> None:
    run("scheme", "--use", "averitec")
    refused = run("verdict", "1:1", "half-true")
    assert refused.returncode == 2
    assert "refuted" in refused.stderr


def test_a_verdict_on_an_older_scale_stays_as_it_was(run: Run, article: Path) -> None:
    run("verdict", "1:1", "half-true", "--because", "census")
    run("scheme", "--use", "averitec")
    assert (judged(run)["scale"], judged(run)["words"]) == ("google5", "Half true")
    run("claim", "1:1", "--priority", "1")
    assert judged(run)["scale"] == "google5"
    assert "**Verdict: Half true**" in run("report", "1").stdout
