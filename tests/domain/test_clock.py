"""Time in the journal: strictly increasing, whatever the system's clock does."""

from datetime import UTC, datetime, timedelta
from itertools import pairwise
from uuid import RFC_4122, UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.domain.clock import (
    next_moment,
    now,
    parse_timestamp,
    time_ordered_id,
    timestamp,
)

NINE = datetime(2026, 3, 1, 9, 0, tzinfo=UTC)
MICROSECOND = timedelta(microseconds=1)
MOMENTS = st.datetimes(datetime(1970, 1, 2), datetime(2200, 1, 1), timezones=st.just(UTC))


def set_clock(monkeypatch: pytest.MonkeyPatch, moment: datetime) -> None:
    """Make the system's clock stand still at `moment`."""
    monkeypatch.setattr("time.time_ns", lambda: int(moment.timestamp()) * 1_000_000_000)


def test_the_first_moment_is_the_systems_time(monkeypatch: pytest.MonkeyPatch) -> None:
    set_clock(monkeypatch, NINE)
    assert next_moment(None) == now() == NINE


def test_a_moment_comes_after_the_last_one_when_the_clock_was_set_back(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    set_clock(monkeypatch, NINE - timedelta(days=1))
    assert next_moment(NINE) == NINE + MICROSECOND


def test_a_moment_comes_after_the_last_one_when_the_clock_stands_still(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    set_clock(monkeypatch, NINE)
    assert next_moment(NINE) == NINE + MICROSECOND


def test_the_systems_time_counts_again_once_it_has_caught_up(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    set_clock(monkeypatch, NINE + timedelta(seconds=1))
    assert next_moment(NINE) == NINE + timedelta(seconds=1)


def test_moments_in_a_row_increase_strictly() -> None:
    moments = [now()]
    for _ in range(1000):
        moments.append(next_moment(moments[-1]))
    assert all(earlier < later for earlier, later in pairwise(moments))


@given(MOMENTS)
def test_a_timestamp_is_read_back_as_the_moment_it_was_written_for(moment: datetime) -> None:
    assert parse_timestamp(timestamp(moment)) == moment


@given(MOMENTS, MOMENTS)
def test_timestamps_sort_as_their_moments(one: datetime, other: datetime) -> None:
    assert (timestamp(one) < timestamp(other)) == (one < other)


def test_a_timestamp_says_utc_and_microseconds() -> None:
    assert timestamp(NINE) == "2026-03-01T09:00:00.000000Z"


@given(MOMENTS)
def test_an_id_is_a_uuid_of_version_7(moment: datetime) -> None:
    name = UUID(time_ordered_id(moment))
    assert (name.version, name.variant) == (7, RFC_4122)
    assert name.int >> 80 == int(moment.timestamp()) * 1000 + moment.microsecond // 1000


@given(MOMENTS)
def test_ids_a_microsecond_apart_sort_by_time(moment: datetime) -> None:
    assert time_ordered_id(moment) < time_ordered_id(moment + MICROSECOND)


def test_two_ids_of_one_moment_differ() -> None:
    assert time_ordered_id(NINE) != time_ordered_id(NINE)
