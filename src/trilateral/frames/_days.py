"""Which columns hold days, how others become such, and how the days of a frame in memory are read."""

from collections.abc import Callable
from typing import Any, Final

from trilateral.errors import WrongTypeError
from trilateral.frames import _pandas, _polars, _pyarrow
from trilateral.frames._extra import Frame, Native, nw
from trilateral.frames._looking_up import NULL_DAY, PER_DAY, Days, Parts
from trilateral.frames._zones import NULL_MOMENT, days_in, require_zone

__all__ = ["WRITERS", "column_of", "engine_of", "read", "require_days"]

Engine = nw.Implementation

WRITERS: Final = {Engine.PANDAS: _pandas.write, Engine.POLARS: _polars.write, Engine.PYARROW: _pyarrow.write}

# How each engine makes days of texts, and those of nothing but nulls that differ.
_OF_TEXTS: Final[dict[Engine, Callable[[str], str]]] = {
    Engine.PANDAS: lambda on: f"pandas.to_datetime(frame[{on!r}])",
    Engine.POLARS: lambda on: f"polars.col({on!r}).str.to_date()",
    Engine.PYARROW: lambda on: f"frame[{on!r}].cast(pyarrow.date32())",
    Engine.DUCKDB: lambda on: 'SELECT CAST("{}" AS DATE)'.format(on.replace('"', '""')),
    Engine.PYSPARK: lambda on: "pyspark.sql.functions.to_date({!r})".format("`{}`".format(on.replace("`", "``"))),
}
_OF_NULLS: Final[dict[Engine, Callable[[str], str]]] = {
    **_OF_TEXTS,
    Engine.POLARS: lambda on: f"polars.col({on!r}).cast(polars.Date)",
}

# What each engine calls the type of a column.
_TYPES: Final[dict[Engine, Callable[[Native, str], object]]] = {
    Engine.PANDAS: lambda frame, on: frame[on].dtype,
    Engine.POLARS: lambda frame, on: frame.collect_schema()[on],
    Engine.PYARROW: lambda frame, on: frame.schema.field(on).type,
    Engine.DUCKDB: lambda frame, on: frame.types[frame.columns.index(on)],
    Engine.PYSPARK: lambda frame, on: frame.schema[on].dataType.simpleString(),
}


def engine_of(frame: Frame) -> Engine:
    """Return the engine of a frame."""
    return frame.implementation


def require_days(kind: nw.dtypes.DType, into: Frame, on: str, zone: object) -> None:
    """Refuse a column that holds no days, and a zone that is missing, unknown or without use."""
    if not isinstance(kind, (nw.Date, nw.Datetime)):
        engine = engine_of(into)
        got = str(_TYPES[engine](into.to_native(), on))
        of_nulls = got.lower().strip('"').removesuffix("[pyarrow]") in {"null", "void"}
        makers = _OF_NULLS if of_nulls else _OF_TEXTS if isinstance(kind, nw.String) else {}
        raise _no_days(on, makers[engine](on) if makers else None, got)
    require_zone(zone, on, aware=isinstance(kind, nw.Datetime) and kind.time_zone is not None)


def _no_days(on: str, conversion: str | None, got: str) -> WrongTypeError:
    """Return the error that says how a column becomes one of days."""
    way = f"convert it first, as by {conversion}" if conversion else "make it a column of dates first"
    return WrongTypeError(f"the column {on!r}", f"of dates or datetimes ({way})", got)


def column_of(into: nw.DataFrame[Any], on: str) -> nw.Series[Any]:
    """Return a column of a frame in memory under a plain name; Polars would take the name of a series for a pattern, too."""
    return into.get_column(on).alias("days")


def read(into: nw.DataFrame[Any], on: str, zone: str | None) -> Days:
    """Return the days in a column of a frame in memory."""
    column: Native = column_of(into, on).to_native()
    engine = engine_of(into)
    if engine is Engine.PANDAS:
        return _read_pandas(into, column, on, zone)
    if engine is Engine.POLARS:
        return _read_arrow(into, column, on, zone, _polars.numbers)
    return _read_arrow(into, _pyarrow.without_date64(column), on, zone, _pyarrow.numbers)


def _read_arrow(into: Frame, column: Native, on: str, zone: str | None, numbers: Callable[[Native, int], Parts]) -> Days:
    """Return the days in a column of Polars or PyArrow, which may stand in a frame of pandas."""
    series = nw.from_native(column, series_only=True)
    require_days(series.dtype, into, on, zone)
    if isinstance(series.dtype, nw.Datetime):
        if zone is not None:
            return days_in(zone, Days(numbers(column, NULL_MOMENT), PER_DAY[series.dtype.time_unit]))
        column = series.dt.date().to_native()
    return Days(numbers(column, NULL_DAY), take=_pyarrow.take if numbers is _pyarrow.numbers else None)


def _read_pandas(into: Frame, series: Native, on: str, zone: str | None) -> Days:
    """Return the days in a column of pandas; narwhals does not know every zone there."""
    pd: Native = nw.get_native_namespace(into)
    if series.dtype == object:
        days = _pandas.read_objects(on, series)
        require_zone(zone, on, aware=False)
        return days
    if isinstance(series.dtype, pd.ArrowDtype):
        column = _pyarrow.without_date64(series.array.__arrow_array__())
        return _read_arrow(into, column, on, zone, _pyarrow.numbers)
    aware = isinstance(series.dtype, pd.DatetimeTZDtype)
    if not aware and series.dtype.kind != "M":
        raise _no_days(on, _pandas.conversion(on, series), str(series.dtype))
    require_zone(zone, on, aware=aware)
    return days_in(zone, _pandas.read(series.dt.tz_convert(None))) if zone is not None else _pandas.read(series)
