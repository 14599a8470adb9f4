"""Statistics as lines of text."""

import pytest
from wcwidth import wcswidth

from factcheck.domain.scales.scale import Normalised
from factcheck.domain.statistics import Pace, RatingCount, Statistics, Work
from factcheck.domain.tag import Tag
from factcheck.export.statistics_charts import charts

FALSE = RatingCount(
    scale="google5",
    rating="false",
    words="False",
    off_scale=False,
    normalised=Normalised.FALSE,
    verdicts=2,
)
STATISTICS = Statistics(
    articles=3,
    sentences=40,
    tagged=30,
    claims=4,
    judged=2,
    flags=1,
    reviewers=(
        Work(
            reviewer="ann",
            tags={Tag.CLAIM: 4, Tag.OPINION: 6, Tag.FILLER: 20},
            judged=2,
            flags=1,
        ),
    ),
    ratings=(FALSE,),
    normalised={**dict.fromkeys(Normalised, 0), Normalised.FALSE: 2},
    evidence={0: 1, 1: 2, 2: 0, 3: 0, 4: 1},
    pace=(
        Pace(
            number=7,
            reviewer="ann",
            started="2026-03-01T09:30:00.000000Z",
            minutes=10.0,
            decisions=45,
            median_seconds=None,
        ),
    ),
)
NOTHING = Statistics(
    articles=0,
    sentences=0,
    tagged=0,
    claims=0,
    judged=0,
    flags=0,
    reviewers=(),
    ratings=(),
    normalised=dict.fromkeys(Normalised, 0),
    evidence=dict.fromkeys(range(5), 0),
    pace=(),
)


def test_everything_that_was_counted_is_told() -> None:
    told = {chart.heading: chart.lines for chart in charts(STATISTICS, 80)}
    assert told["Progress: articles 3, sentences 40"][0].startswith("sentences tagged  30 of 40")
    assert [line.split()[:3] for line in told["Tags"]] == [
        ["ann", "claim", "4"],
        ["ann", "opinion", "6"],
        ["ann", "filler", "20"],
    ]
    assert told["Verdicts on the scale google5"][0].startswith("False  2  █")
    assert told["Claims by pieces of evidence"][-1].startswith("4 or more  1  █")
    (pace,) = told["Pace: minutes, decisions, decisions a minute, seconds a tag"]
    assert pace.split()[:8] == ["7", "2026-03-01", "09:30", "ann", "10.0", "45", "4.5", "-"]


def test_what_there_is_nothing_of_is_left_out() -> None:
    (progress,) = charts(NOTHING, 80)
    assert progress.heading == "Progress: articles 0, sentences 0"
    assert "█" not in "".join(progress.lines)


@pytest.mark.parametrize("width", [20, 40, 80, 200])
def test_nothing_is_wider_than_asked(width: int) -> None:
    for heading, lines in charts(STATISTICS, width):
        assert all(wcswidth(line) <= width for line in (heading, *lines))
