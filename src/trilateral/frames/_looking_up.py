"""What the columns say of many days, by tables with one entry a day."""

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from typing import Any, Final, NamedTuple

from trilateral.frames._columns import LAST_DAY, Column, Law, Steps, steps
from trilateral.frames._extra import NDArray, np

__all__ = ["NULL_DAY", "PER_DAY", "Days", "Found", "Parts", "first_outside", "look_up"]

# What stands for a day that is null: far before any that is not, so that nothing holds on it.
NULL_DAY: Final = -(2**30)

# Tables go up to 2099-12-31, and farther only where the days do.
_USUAL: Final = 47_481
_AT_ONCE: Final = 65_536  # days, which then fit the cache of a processor

# How many of each unit of time are a day.
PER_DAY: Final = {"s": 86_400, "ms": 86_400_000, "us": 86_400_000_000, "ns": 86_400_000_000_000}

Parts = Sequence[NDArray[Any]]


class Days(NamedTuple):
    """Days or moments in a column, as whole numbers since 1970-01-01.

    Attributes:
        parts: The numbers, in order, in one or more arrays.
        per_day: How many of their units are a day.
        take: How the engine, where it is faster than NumPy, finds the entries of a table at places that are all in it; the
            numbers are days of 32 bits then.
    """

    parts: Parts
    per_day: int = 1
    take: Callable[[NDArray[Any], NDArray[Any]], NDArray[Any]] | None = None

    def pieces(self) -> Iterator[NDArray[Any]]:
        """Yield the numbers in order, a few at once."""
        for part in self.parts:
            for start in range(0, len(part), _AT_ONCE):
                yield part[start : start + _AT_ONCE]


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
    """For each column what it says of every day from ``first`` up to ``until``, and at the end what stands for later days.

    That is less than what stands for null where the column has something to say of later days.
    """

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
        if until < min(each.days[-1], LAST_DAY):
            entries[column][-1] = kind.null - 1
    return _Tables(first, until, by_column, entries)


def look_up(days: Days, columns: Sequence[Column], law: Law) -> dict[Column, Found]:
    """Return what each column says of each day."""
    count = sum(len(part) for part in days.parts)
    found: dict[Column, NDArray[Any]] = {column: np.empty(count, _KINDS[column].type) for column in columns}
    tables = _tables(columns, law, _USUAL)
    if not _fill(found, days, tables):
        last = max(int(piece.max()) // days.per_day for piece in days.pieces())
        tables = _tables(columns, law, min(last, LAST_DAY))
        _fill(found, days, tables)
    return {column: Found(found[column], _KINDS[column].null, tables.steps[column]) for column in columns}


def _fill(found: dict[Column, NDArray[Any]], days: Days, tables: _Tables) -> bool:
    """Fill in what tables say of each day; stop and return False where they end too early."""
    row = 0
    for piece in days.pieces():
        take = days.take if days.take is not None and _has(tables, piece) else None
        place = piece if take is not None else _places(piece, days.per_day, tables.first)
        for column, entries in tables.entries.items():
            values = found[column][row : row + len(piece)]
            if take is not None:
                values[:] = take(entries, place)
                continue
            np.take(entries, place, out=values, mode="clip")
            if values.min() < _KINDS[column].null:
                return False
        row += len(piece)
    return True


def _has(tables: _Tables, days: NDArray[Any]) -> bool:
    """Return whether tables have entries for all of some days of 32 bits, at places of the same numbers."""
    return tables.first == 0 and bool(days.view(np.uint32).max() <= tables.until)


def _places(days: NDArray[Any], per_day: int, first: int) -> NDArray[Any]:
    """Return the places of some days in tables."""
    places = days.astype(np.intp) if per_day == 1 else np.floor_divide(days, per_day, dtype=np.intp)
    if first:
        places -= first
    return places


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
