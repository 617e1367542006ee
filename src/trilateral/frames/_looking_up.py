"""What the columns say of many days, by tables with one entry a day."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Any, Final, NamedTuple

from trilateral.frames._columns import LAST_DAY, Column, Law, Steps, steps
from trilateral.frames._extra import NDArray, np

__all__ = ["NULL_DAY", "Days", "Found", "first_outside", "look_up"]

# What stands for a day that is null: far before any that is not, so that nothing holds on it.
NULL_DAY: Final = -(2**30)

# Tables go up to 2099-12-31, and farther only where the days do.
_USUAL: Final = 47_481
_AT_ONCE: Final = 65_536  # days, which then fit the cache of a processor


class Days(NamedTuple):
    """Days in a column, as whole numbers since 1970-01-01.

    Attributes:
        parts: The numbers, in order, in one or more arrays.
        per_day: How many of their units are a day.
    """

    parts: Sequence[NDArray[Any]]
    per_day: int = 1


class _Kind(NamedTuple):
    """How the values of a column are held: as what, and what stands for null."""

    type: type[Any]
    null: int


class Found(NamedTuple):
    """The values of a column: of the rows, what stands for null among them, and of every day."""

    values: NDArray[Any]
    null: int
    steps: Steps


_KINDS: Final[dict[Column, _Kind]] = {
    "board": _Kind(np.int16, 0),
    "sg_state": _Kind(np.int8, -1),
    "term_start": _Kind(np.int32, NULL_DAY),
    "last_summit": _Kind(np.int16, 0),
}


class _Tables(NamedTuple):
    """For each column what it says of every day from ``first`` up to ``until``, and a null at the end."""

    first: int
    until: int
    steps: dict[Column, Steps]
    entries: dict[Column, NDArray[Any]]


def _tables(columns: Sequence[Column], law: Law, until: int) -> _Tables:
    """Return the tables of some columns."""
    by_column: dict[Column, Steps] = {column: steps(column, law, until) for column in columns}
    first = min(0, *(each.days[0] - 1 for each in by_column.values()))
    entries: dict[Column, NDArray[Any]] = {}
    for column, each in by_column.items():
        kind = _KINDS[column]
        ends = [first, *(min(day, until + 1) for day in each.days), until + 2]
        values = [kind.null if value is None else value for value in (None, *each.values, None)]
        entries[column] = np.repeat(np.array(values, kind.type), [end - start for start, end in pairwise(ends)])
    return _Tables(first, until, by_column, entries)


def look_up(days: Days, columns: Sequence[Column], law: Law) -> dict[Column, Found]:
    """Return what each column says of each day."""
    count = sum(len(part) for part in days.parts)
    found: dict[Column, NDArray[Any]] = {column: np.empty(count, _KINDS[column].type) for column in columns}
    tables = _tables(columns, law, _USUAL)
    last = _fill(found, days, tables)
    if last > _USUAL:
        tables = _tables(columns, law, min(last, LAST_DAY))
        _fill(found, days, tables)
    return {column: Found(found[column], _KINDS[column].null, tables.steps[column]) for column in columns}


def _fill(found: dict[Column, NDArray[Any]], days: Days, tables: _Tables) -> int:
    """Fill in what tables say of each day, and return the last day."""
    last, row = 0, 0
    for part in days.parts:
        for start in range(0, len(part), _AT_ONCE):
            some = part[start : start + _AT_ONCE]
            place = some.astype(np.intp) if days.per_day == 1 else np.floor_divide(some, days.per_day, dtype=np.intp)
            if tables.first:
                place -= tables.first
            for column, entries in tables.entries.items():
                np.take(entries, place, out=found[column][row : row + len(some)], mode="clip")
            last = max(last, int(some.max()) // days.per_day)
            row += len(some)
    return last


def first_outside(days: Days, known: NDArray[Any], covered: Steps) -> int | None:
    """Return the first of the days, of those that are known, of which a column has nothing to say, or None."""
    at = 0
    for part in days.parts:
        numbers = part // days.per_day
        beyond = ((numbers < covered.days[0]) | (numbers >= covered.days[-1])) & known[at : at + len(part)]
        if beyond.any():
            return int(numbers[beyond.argmax()])
        at += len(part)
    return None
