"""How pandas frames are read, written and made."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from importlib import import_module
from typing import Any, Final

from trilateral.errors import WrongTypeError, shown
from trilateral.frames._columns import STATES, Column, day_number
from trilateral.frames._extra import Native, np, nw
from trilateral.frames._looking_up import NULL_DAY, Days, Found

__all__ = ["made", "read", "read_objects", "write"]

# Of the units of pandas the one that holds every day of a `datetime.date`, and no more than it needs.
_DAYS: Final = "datetime64[s]"
_PER_DAY: Final = {"s": 86_400, "ms": 86_400_000, "us": 86_400_000_000, "ns": 86_400_000_000_000}
_TYPES: Final[dict[type, str]] = {int: "Int64", str: "string", bool: "boolean", date: _DAYS}


def read(series: Native) -> Days:
    """Return the days of a column of datetimes without a zone."""
    moments = series.to_numpy()
    unit, _ = np.datetime_data(moments.dtype)
    return Days([moments.view(np.int64)], _PER_DAY[unit])


def read_objects(name: str, values: Iterable[Any]) -> Days:
    """Return the days of a column of objects that are dates."""
    return Days([np.fromiter(_day_numbers(name, values), np.int64)])


def _day_numbers(name: str, values: Iterable[Any]) -> Iterator[int]:
    """Yield the number of each day; refuse what is neither a date nor null."""
    expected = (
        "a datetime.date or null (convert the column first, as by pandas.to_datetime(frame[{0!r}]), "
        "or pandas.to_datetime(frame[{0!r}], utc=True) of more than one zone)"
    )
    for value in values:
        if type(value) is date:
            yield day_number(value)
        elif value is None or type(value).__name__ in {"NaTType", "NAType"} or value != value:  # noqa: PLR0124 - a NaN
            yield NULL_DAY
        else:
            raise WrongTypeError(f"each value of the column {name!r}", expected.format(name), shown(value))


def write(frame: Native, columns: Mapping[Column, Found]) -> Native:
    """Return a frame with columns added."""
    pd, result = nw.get_native_namespace(frame), frame.copy(deep=False)
    for name, found in columns.items():
        result[name] = pd.Series(_array(pd, name, found), index=frame.index, copy=False)
    return result


def _array(pd: Native, name: Column, found: Found) -> Native:
    """Return the values of a column with their nulls."""
    if name == "sg_state":
        return pd.Categorical.from_codes(found.values, STATES)
    null = found.values == found.null
    if name == "term_start":
        days = found.values.astype("datetime64[D]").astype(_DAYS)
        days[null] = np.datetime64("NaT", "s")
        return days
    return pd.arrays.IntegerArray(found.values, null)


def made(columns: Mapping[str, list[Any]], types: Mapping[str, type]) -> Native:
    """Return a new frame."""
    pd: Native = import_module("pandas")  # which has no types

    series = {name: pd.Series(values, dtype=_TYPES[types[name]]) for name, values in columns.items()}
    return pd.DataFrame(series)
