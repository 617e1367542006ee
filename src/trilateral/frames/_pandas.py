"""How pandas frames are read, written and made."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date
from importlib import import_module
from numbers import Real
from typing import Any, Final

from trilateral.errors import WrongTypeError, shown
from trilateral.frames._columns import STATES, Column, day_number
from trilateral.frames._extra import Native, np, nw
from trilateral.frames._looking_up import NULL_DAY, PER_DAY, Days, Found

__all__ = ["conversion", "made", "read", "read_objects", "write"]

# Of the units of pandas the one that holds every day of a `datetime.date`, and no more than it needs.
_DAYS: Final = "datetime64[s]"
_TYPES: Final[dict[type, str]] = {int: "Int64", str: "string", bool: "boolean", date: _DAYS}


def read(series: Native) -> Days:
    """Return the days of a column of datetimes without a zone."""
    moments = series.to_numpy()
    unit, _ = np.datetime_data(moments.dtype)
    return Days([moments.view(np.int64)], PER_DAY[unit])


def conversion(name: str, series: Native) -> str | None:
    """Return how a column that holds no days is converted, or None if nobody can tell."""
    pd = nw.get_native_namespace(series)
    if isinstance(series.dtype, pd.PeriodDtype):
        return f"frame[{name!r}].dt.to_timestamp()"
    return f"pandas.to_datetime(frame[{name!r}])" if pd.api.types.is_string_dtype(series.dtype) else None


def read_objects(name: str, values: Iterable[Any]) -> Days:
    """Return the days of a column of objects that are dates."""
    return Days([np.fromiter(_day_numbers(name, values), np.int64)])


def _day_numbers(name: str, values: Iterable[Any]) -> Iterator[int]:
    """Yield the number of each day; refuse what is neither a date nor null."""
    for value in values:
        if type(value) is date:
            yield day_number(value)
        elif value is None or type(value).__name__ in {"NaTType", "NAType"} or _is_nan(value):
            yield NULL_DAY
        else:
            raise _no_day(name, value)


def _is_nan(value: object) -> bool:
    """Return whether a value is a number that is none; an array is not compared."""
    return isinstance(value, Real) and value != value  # noqa: PLR0124 - only that differs from itself


def _no_day(name: str, value: object) -> WrongTypeError:
    """Return the error that says how a column of objects becomes one of days."""
    hint = "make it a column of dates first"
    if isinstance(value, (str, date)):
        way = f"pandas.to_datetime(frame[{name!r}]"
        hint = f"convert the column first, as by {way}), or {way}, utc=True) of more than one zone"
    return WrongTypeError(f"each value of the column {name!r}", f"a datetime.date or null ({hint})", shown(value))


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


def made(columns: Mapping[str, list[Any]], types: Mapping[str, type], small: Collection[str]) -> Native:
    """Return a new frame, some columns of which hold small numbers."""
    pd: Native = import_module("pandas")  # which has no types
    dtypes = {name: "Int16" if name in small else _TYPES[type_] for name, type_ in types.items()}
    return pd.DataFrame({name: pd.Series(values, dtype=dtypes[name]) for name, values in columns.items()})
