"""Time as the journal counts it: UTC, strictly increasing, with ids that sort the same way."""

import secrets
import time
from datetime import UTC, datetime, timedelta
from typing import Final
from uuid import UUID

_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND: Final = timedelta(microseconds=1)
_MILLISECOND: Final = timedelta(milliseconds=1)
_TIME_ORDERED: Final = 7
"""The version of UUIDs that begin with a time."""


def now() -> datetime:
    """Return the time of the system's clock, UTC."""
    return _EPOCH + timedelta(microseconds=time.time_ns() // 1000)


def next_moment(last: datetime | None) -> datetime:
    """Return the time for a new decision: now, but after `last` even if the clock was set back.

    A hybrid logical clock (Kulkarni et al., 2014) whose counter is the microsecond.
    """
    moment = now()
    return moment if last is None or moment > last else last + _MICROSECOND


def timestamp(moment: datetime) -> str:
    """Return `moment` as text that sorts by time, as `2026-03-01T09:30:00.000000Z`."""
    return moment.isoformat(timespec="microseconds").replace("+00:00", "Z")


def parse_timestamp(text: str) -> datetime:
    """Return the time that `timestamp` wrote, UTC."""
    return datetime.fromisoformat(text)


def time_ordered_id(moment: datetime) -> str:
    """Return a UUIDv7 that sorts by `moment` to the microsecond (RFC 9562, 6.2, method 3)."""
    milliseconds, microseconds = divmod((moment - _EPOCH) // _MICROSECOND, 1000)
    fraction = microseconds * 4096 // 1000
    bits = milliseconds << 80 | 7 << 76 | fraction << 64 | 0b10 << 62 | secrets.randbits(62)
    return str(UUID(int=bits))


def moment_of(name: UUID) -> datetime | None:
    """Return when a decision with this id was made, UTC; None where `time_ordered_id` made it not.

    That is any UUID that is not a UUIDv7, or whose fraction of a millisecond tells no microsecond.
    """
    milliseconds, fraction = name.int >> 80, name.int >> 64 & 0xFFF
    microseconds = -(-fraction * 1000 // 4096)
    if name.version != _TIME_ORDERED or microseconds * 4096 // 1000 != fraction:
        return None
    return _EPOCH + milliseconds * _MILLISECOND + microseconds * _MICROSECOND
