"""Boards, seats and the timeline as frames."""

from datetime import date
from types import ModuleType
from typing import TYPE_CHECKING, Any, Final, cast

from trilateral import export
from trilateral._queries.words import require_word
from trilateral._values.states import MemberState
from trilateral.errors import InvalidValueError, WrongTypeError, shown
from trilateral.export import Table
from trilateral.frames import _pandas
from trilateral.frames._columns import MOST
from trilateral.frames._extra import Native, nw
from trilateral.rules import Agreement

if TYPE_CHECKING:
    from trilateral._record.record import Record

__all__ = ["boards", "seats", "timeline"]

_BACKENDS: Final = ("pandas", "polars", "pyarrow")
_READERS: Final = {
    "duckdb": 'duckdb.from_arrow(made), made with "pyarrow"',
    "dask": 'dask.dataframe.from_pandas(made), made with "pandas"',
    "pyspark": 'spark.createDataFrame(made), made with "pandas"',
}
# The numbers of boards and meetings, of the type that `annotate` gives them.
_NUMBERS: Final = ("board", "number")
_TYPES: Final[dict[type, Any]] = {int: nw.Int64, str: nw.String, date: nw.Date, bool: nw.Boolean}


def boards(
    backend: str | ModuleType,
    /,
    *,
    until: date | None = None,
    agreement: Agreement[MemberState] | None = None,
    record: "Record | None" = None,
) -> Native:
    """Return `trilateral.export.boards` as a frame: a row for each board.

    Args:
        backend: ``"pandas"``, ``"polars"`` or ``"pyarrow"``, or the module of that name.
        until: The day, exclusive, before which a board must start; by default the recorded boards are returned.
        agreement: The law; by default that of the record.
        record: The facts; by default those that ship.

    Returns:
        A `pandas.DataFrame`, `polars.DataFrame` or `pyarrow.Table`. The numbers of boards and meetings are Int16, as those
        that `annotate` adds, days Date (in pandas ``datetime64[s]``), and all may be null. DuckDB, Dask and PySpark read
        such a frame, as by ``duckdb.from_arrow``.

    Raises:
        WrongTypeError: ``backend`` is neither a string nor one of these modules, or ``until`` is not a `datetime.date`, or
            is a datetime.
        UnknownWordError: No backend has that name.
        InvalidValueError: ``backend`` is DuckDB, Dask or PySpark, or a number is above 32767.

    Example:
        >>> boards("polars")["number"].to_list()
        [1, 2, 3, 4, 5, 6, 7]
    """
    return _frame(export.boards(until=until, agreement=agreement, record=record), backend)


def seats(
    backend: str | ModuleType,
    /,
    *,
    until: date | None = None,
    agreement: Agreement[MemberState] | None = None,
    record: "Record | None" = None,
) -> Native:
    """Return `trilateral.export.seats` as a frame: a row for each tenure, vacancy, and seat whose holder is unknown.

    Args:
        backend: ``"pandas"``, ``"polars"`` or ``"pyarrow"``, or the module of that name.
        until: The day, exclusive, before which a board must start; by default the seats of the recorded boards are returned.
        agreement: The law; by default that of the record.
        record: The facts; by default those that ship.

    Returns:
        A frame of the backend, as of `boards`.

    Raises:
        WrongTypeError: ``backend`` is neither a string nor one of these modules, or ``until`` is not a `datetime.date`, or
            is a datetime.
        UnknownWordError: No backend has that name.
        InvalidValueError: ``backend`` is DuckDB, Dask or PySpark, or a number is above 32767.

    Example:
        >>> seats("polars")["holder"].to_list()[-3:]
        ['LEE Hee-sup', 'ZUSHI Shuji', 'YAN Liang']
    """
    return _frame(export.seats(until=until, agreement=agreement, record=record), backend)


def timeline(backend: str | ModuleType, /, *, record: "Record | None" = None) -> Native:
    """Return `trilateral.export.timeline` as a frame: a row for each event.

    Args:
        backend: ``"pandas"``, ``"polars"`` or ``"pyarrow"``, or the module of that name.
        record: The facts; by default those that ship.

    Returns:
        A frame of the backend, as of `boards`.

    Raises:
        WrongTypeError: ``backend`` is neither a string nor one of these modules, or ``record`` is not a `Record`.
        UnknownWordError: No backend has that name.
        InvalidValueError: ``backend`` is DuckDB, Dask or PySpark, or a number is above 32767.

    Example:
        >>> "Seoul" in timeline("polars")["city"].to_list()
        True
    """
    return _frame(export.timeline(record=record), backend)


def _frame(table: Table, backend: object) -> Native:
    """Return a table as a frame of a backend."""
    name = backend if isinstance(backend, str) else getattr(backend, "__name__", None)
    if name in _READERS:
        expected = f"one of {', '.join(_BACKENDS)} (read what that makes, as by {_READERS[name]})"
        raise InvalidValueError("a backend", expected, shown(backend))
    if not isinstance(backend, str) and name not in _BACKENDS:
        raise WrongTypeError("a backend", f"one of {', '.join(_BACKENDS)}, as a string or a module", shown(backend))
    name = require_word(name, _BACKENDS, "a backend")
    columns = dict(zip(table.columns, ([row[at] for row in table.rows] for at in range(len(table.columns))), strict=True))
    types = dict(zip(table.columns, table.types, strict=True))
    numbers = (value for column in columns if column in _NUMBERS for value in columns[column])
    if (most := max((value for value in numbers if isinstance(value, int)), default=0)) > MOST:
        raise InvalidValueError("each number of a column", f"at most {MOST}", f"{most}")
    if name == "pandas":
        return _pandas.made(columns, types, _NUMBERS)
    schema = {column: nw.Int16 if column in _NUMBERS else _TYPES[type_] for column, type_ in types.items()}
    return nw.from_dict(columns, schema, backend=cast("Native", name)).to_native()
