"""Statistics as lines of text with bars, the same on paper, in a pipe and on a screen."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Final, NamedTuple

from factcheck.domain.statistics import Pace, RatingCount, Statistics, Work
from factcheck.export.bars import Bar, bars, cut


class Chart(NamedTuple):
    """A heading, and the lines under it."""

    heading: str
    lines: list[str]


def charts(statistics: Statistics, width: int) -> Iterator[Chart]:
    """Yield what there is to tell, in lines of at most `width` cells."""
    for heading, rows in _all_rows(statistics):
        if rows:
            yield Chart(cut(heading, width), list(bars(rows, width)))


def _all_rows(statistics: Statistics) -> Iterator[tuple[str, Sequence[Bar]]]:
    articles, sentences = statistics.articles, statistics.sentences
    yield f"Progress: articles {articles}, sentences {sentences}", _progress(statistics)
    yield "Tags", _tags(statistics.reviewers)
    for scale, ratings in groupby(statistics.ratings, key=lambda rating: rating.scale):
        yield f"Verdicts on the scale {scale}", _verdicts(list(ratings))
    if statistics.ratings:
        yield (
            "Verdicts over all scales",
            _counted([(name.value, n) for name, n in statistics.normalised.items()]),
        )
    if statistics.claims:
        yield "Claims by pieces of evidence", _evidence(statistics.evidence)
    yield "Doubts", _counted([(work.reviewer, work.flags) for work in _doubting(statistics)])
    yield "Pace: minutes, decisions, decisions a minute, seconds a tag", _pace(statistics.pace)


def _progress(statistics: Statistics) -> list[Bar]:
    return [
        _part("sentences tagged", statistics.tagged, statistics.sentences),
        _part("claims judged", statistics.judged, statistics.claims),
        *(
            _part(f"tagged by {work.reviewer}", work.tagged, statistics.sentences)
            for work in statistics.reviewers
        ),
    ]


def _part(label: str, number: int, whole: int) -> Bar:
    return Bar(label, f"{number} of {whole}", number / whole if whole else 0.0)


def _tags(reviewers: Sequence[Work]) -> list[Bar]:
    return _counted(
        [(f"{work.reviewer}  {tag}", n) for work in reviewers for tag, n in work.tags.items()]
    )


def _verdicts(ratings: Sequence[RatingCount]) -> list[Bar]:
    return _counted([(rating.words, rating.verdicts) for rating in ratings])


def _evidence(claims: dict[int, int]) -> list[Bar]:
    most = max(claims)
    names: Final = {0: "none", most: f"{most} or more"}
    return _counted([(names.get(items, str(items)), n) for items, n in claims.items()])


def _doubting(statistics: Statistics) -> Iterator[Work]:
    return (work for work in statistics.reviewers if work.flags)


def _counted(rows: Sequence[tuple[str, int]]) -> list[Bar]:
    """Return bars of which the longest is the full one."""
    most = max((number for _, number in rows), default=0) or 1
    return [Bar(label, str(number), number / most) for label, number in rows]


def _pace(sittings: Sequence[Pace]) -> list[Bar]:
    fastest = max((sitting.per_minute for sitting in sittings), default=0.0) or 1.0
    return [
        Bar(
            f"{sitting.number}  {sitting.started[:10]} {sitting.started[11:16]}  "
            f"{sitting.reviewer}",
            _pace_figures(sitting),
            sitting.per_minute / fastest,
        )
        for sitting in sittings
    ]


def _pace_figures(sitting: Pace) -> str:
    seconds = sitting.median_seconds
    measured = "-" if seconds is None else f"{seconds:.1f}"
    return f"{sitting.minutes:5.1f} {sitting.decisions:5} {sitting.per_minute:5.1f} {measured:>5}"
