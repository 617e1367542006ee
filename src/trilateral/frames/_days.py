"""Which columns hold days, in which zone they are taken, and how the days of a frame in memory are read."""

from typing import Any, Final
from zoneinfo import ZoneInfo

from trilateral.errors import InvalidValueError, WrongTypeError, shown
from trilateral.frames import _pandas, _polars, _pyarrow
from trilateral.frames._extra import Frame, Native, nw
from trilateral.frames._looking_up import Days

__all__ = ["CONVERSIONS", "WRITERS", "engine_of", "read", "require_days"]

Engine = nw.Implementation

# How each engine makes days of other values.
CONVERSIONS: Final = {
    Engine.PANDAS: "pandas.to_datetime(frame[{!r}])",
    Engine.POLARS: "polars.col({!r}).str.to_date()",
    Engine.PYARROW: "frame[{!r}].cast(pyarrow.date32())",
    Engine.DUCKDB: "SELECT CAST({} AS DATE)",
    Engine.PYSPARK: "pyspark.sql.functions.to_date({!r})",
}
WRITERS: Final = {Engine.PANDAS: _pandas.write, Engine.POLARS: _polars.write, Engine.PYARROW: _pyarrow.write}


def engine_of(frame: Frame) -> Engine:
    """Return the engine of a frame."""
    return frame.implementation


def require_days(kind: nw.dtypes.DType, on: str, zone: object, engine: Engine) -> None:
    """Refuse a column that holds no days, and a zone that is missing, unknown or without use."""
    if not isinstance(kind, (nw.Date, nw.Datetime)):
        raise _no_days(on, engine, str(kind))
    _require_zone(zone, on, aware=isinstance(kind, nw.Datetime) and kind.time_zone is not None)


def _no_days(on: str, engine: Engine, got: str) -> WrongTypeError:
    """Return the error that says how a column becomes one of days."""
    expected = f"of dates or datetimes (convert it first, as by {CONVERSIONS[engine].format(on)})"
    return WrongTypeError(f"the column {on!r}", expected, got)


def _require_zone(zone: object, on: str, *, aware: bool) -> None:
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
    else:
        try:
            ZoneInfo(zone)
        except (LookupError, OSError, ValueError):
            raise InvalidValueError("zone", expected, shown(zone)) from None


def read(into: nw.DataFrame[Any], on: str, zone: str | None) -> Days:
    """Return the days in a column of a frame in memory."""
    engine = engine_of(into)
    if engine is Engine.PANDAS:
        return _read_pandas(nw.get_native_namespace(into), into[on].to_native(), on, zone)
    return _read_arrow(into[on], on, zone, engine)


def _read_arrow(series: nw.Series[Any], on: str, zone: str | None, engine: Engine) -> Days:
    """Return the days in a column of Polars or PyArrow, which may stand in a frame of pandas."""
    require_days(series.dtype, on, zone, engine)
    local = series if zone is None else series.dt.convert_time_zone(zone).dt.replace_time_zone(None)
    dates: Native = (local if local.dtype == nw.Date else local.dt.date()).to_native()
    return _polars.read(dates) if engine is Engine.POLARS else _pyarrow.read(dates)


def _read_pandas(pd: Native, series: Native, on: str, zone: str | None) -> Days:
    """Return the days in a column of pandas; narwhals does not know every zone there."""
    if series.dtype == object:
        _require_zone(zone, on, aware=False)
        return _pandas.read_objects(on, series)
    if isinstance(series.dtype, pd.ArrowDtype):
        return _read_arrow(nw.from_native(series.array.__arrow_array__(), series_only=True), on, zone, Engine.PANDAS)
    aware = isinstance(series.dtype, pd.DatetimeTZDtype)
    if not aware and series.dtype.kind != "M":
        raise _no_days(on, Engine.PANDAS, str(series.dtype))
    _require_zone(zone, on, aware=aware)
    return _pandas.read(series.dt.tz_convert(zone).dt.tz_localize(None) if aware else series)
