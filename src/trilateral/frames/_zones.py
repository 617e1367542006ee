"""Which time zones there are, and the calendar days of moments in one, both as Python has them."""

from bisect import bisect_left
from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from functools import cache
from typing import Any, Final
from zoneinfo import ZoneInfo, available_timezones

from trilateral.errors import InvalidValueError, WrongTypeError, shown
from trilateral.frames._columns import day_number
from trilateral.frames._extra import NDArray, np
from trilateral.frames._looking_up import NULL_DAY, Days

__all__ = ["NULL_MOMENT", "days_in", "require_zone"]

# What stands for a moment that is null, as in pandas.
NULL_MOMENT: Final = -(2**63)

_A_DAY: Final = 86_400  # seconds, as all that follows
_STRIDE: Final = 3 * _A_DAY  # no zone has changed its offset, and back, in less time
_FIRST: Final = (day_number(date.min) + 2) * _A_DAY  # before the one and after the other no datetime may hold local time
_LAST: Final = (day_number(date.max) - 5) * _A_DAY
_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)


@cache
def _zones() -> frozenset[str]:
    """Return the names of the zones; two that are listed among them are none."""
    return frozenset(available_timezones() - {"Factory", "localtime"})


def require_zone(zone: object, on: str, *, aware: bool) -> None:
    """Refuse a zone that is missing, unknown or without use."""
    expected = 'an IANA time zone, such as "Asia/Seoul"'
    if not aware:
        if zone is not None:
            raise InvalidValueError("zone", f"None, as the days of the column {on!r} have no zone", shown(zone))
    elif zone is None:
        reason = f"as a moment in the column {on!r} has another calendar day in another zone"
        raise InvalidValueError("zone", f"{expected}, {reason}", "None")
    elif not isinstance(zone, str):
        raise WrongTypeError("zone", expected, shown(zone))
    elif zone not in _zones():
        raise InvalidValueError("zone", expected, shown(zone))


def days_in(zone: str, moments: Days) -> Days:
    """Return the calendar days of moments in a zone; null is `NULL_MOMENT` among these."""
    second = moments.per_day // _A_DAY
    strides = (np.unique(piece[piece != NULL_MOMENT] // (second * _STRIDE)) for piece in moments.pieces())
    starts = sorted({stride * _STRIDE for some in strides for stride in some.tolist()})
    changes, offsets = (np.array(each, np.int64) for each in _offsets(ZoneInfo(zone), starts))
    parts: list[NDArray[Any]] = []
    for piece in moments.pieces():
        seconds = piece // second
        days = (seconds + offsets[np.searchsorted(changes, seconds, side="right")]) // _A_DAY
        days[piece == NULL_MOMENT] = NULL_DAY
        parts.append(days)
    return Days(parts)


def _offsets(zone: ZoneInfo, starts: Iterable[int]) -> tuple[list[int], list[int]]:
    """Return when a zone changes its offset from UTC in some strides, and its offset before the first and from each one on."""
    changes, offsets = list[int](), [0]
    for start in starts:
        if not _FIRST <= start <= _LAST:
            continue
        for moment in (start, start + _STRIDE):
            offset = _offset(zone, moment)
            if offset != offsets[-1]:
                changes.append(start if moment == start else _first_change(zone, start))
                offsets.append(offset)
    return changes, offsets


def _first_change(zone: ZoneInfo, start: int) -> int:
    """Return when within a stride a zone first has another offset than at its start."""
    before = _offset(zone, start)
    return start + bisect_left(range(start, start + _STRIDE), 1, key=lambda second: _offset(zone, second) != before)


def _offset(zone: ZoneInfo, second: int) -> int:
    """Return the offset of a zone at a moment."""
    return ((_EPOCH + timedelta(seconds=second)).astimezone(zone).utcoffset() or timedelta()) // timedelta(seconds=1)
