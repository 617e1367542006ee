"""A frame with what its days say added as further columns."""

import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, Final, Literal, cast, get_args

from trilateral._queries.succession import law_of, require_law
from trilateral._queries.words import require_word
from trilateral._values.states import MemberState
from trilateral.errors import InvalidValueError, WrongTypeError, shown
from trilateral.frames._columns import COLUMNS, Column, Law, error_outside
from trilateral.frames._days import WRITERS, column_of, engine_of, read, require_days
from trilateral.frames._extra import Frame, IntoFrameT, Native, nw
from trilateral.frames._lazy import with_expressions
from trilateral.frames._looking_up import first_outside, look_up
from trilateral.rules import Agreement

if TYPE_CHECKING:
    from trilateral._record.record import Record

__all__ = ["Column", "Outside", "annotate"]

Outside = Literal["null", "raise"]
Engine = nw.Implementation

_ENGINES: Final = {*WRITERS, Engine.DUCKDB, Engine.PYSPARK}


def annotate(  # noqa: PLR0913 - each is a question of its own
    frame: IntoFrameT,
    /,
    *,
    on: str = "date",
    add: Column | Iterable[Column] = COLUMNS,
    zone: str | None = None,
    outside: Outside = "null",
    agreement: Agreement[MemberState] | None = None,
    record: "Record | None" = None,
) -> IntoFrameT:
    """Return a frame with columns added that say which board there was on each of its days, and more.

    It is of the class that was passed: pandas, Polars, PyArrow, Polars lazy, DuckDB, Dask or PySpark. A lazy frame stays
    lazy, and its own engine does the work. Rows, their order, the index and the other columns stay as they are; what was
    passed is not changed.

    DuckDB takes part with its relations, PySpark with its classic frames, not with those of Spark Connect. Names of columns
    mean themselves: none is read as a pattern.

    Columns that can be added, of one type each, whatever the days:

    * ``board``: the number of the board. Int16.
    * ``sg_state``: the state of its Secretary-General, by its alpha-3 code. A Categorical of pandas and Dask, an Enum of
      Polars, also lazy, a dictionary of PyArrow; a string in DuckDB and PySpark.
    * ``term_start``: the first day of its term. A Date; in pandas and Dask ``datetime64[s]``.
    * ``last_summit``: the number of the newest summit held, counting from its first day. Int16.

    Null stays null. Null is also what a column says of a day outside its coverage: for the first three a day before board 1,
    or after the last board that a date and an Int16 can hold; for ``last_summit`` a day before the first summit, or after the
    day of the newest evidence, of which nobody knows. On days on which the record cannot say which summit was the newest,
    that is null too, and within the coverage.

    Args:
        frame: The frame.
        on: The column of the days: of dates, or of datetimes, whose calendar days are meant.
        add: The columns to add, in this order, or a single one.
        zone: The IANA time zone in which to take the calendar day of datetimes that have a zone, such as ``"Asia/Seoul"``;
            needed for those, and refused for others. Frames in memory and Dask follow ``zoneinfo``; other lazy frames have
            tables of zones of their own, which may be older.
        outside: Whether a day outside the coverage of a column is null or raises an error. Dask raises when it computes;
            other lazy frames cannot raise.
        agreement: The law; by default that of the record.
        record: The facts; by default those that ship.

    Raises:
        WrongTypeError: The frame is of no such class, ``on``, ``add``, ``zone`` or ``outside`` is not a string, or the column
            holds something else than days.
        UnknownWordError: The frame has no column of that name, or a column to add or ``outside`` is none of the above.
        InvalidValueError: A column to add is there already, is named twice, or none is named; the zone is missing, unknown
            or without use; the frame is lazy and should raise, or its boards are too irregular for an expression; the
            names of the columns are not unique, to DuckDB also without capitals, or not single.
        OutOfCoverageError: A day lies outside the coverage of a column, and ``outside`` is ``"raise"``.

    Example:
        >>> import polars
        >>> from datetime import date
        >>> days = polars.DataFrame({"date": [date(2011, 8, 31), date(2025, 9, 3), None]})
        >>> annotate(days, add=("board", "sg_state")).rows()
        [(datetime.date(2011, 8, 31), None, None), (datetime.date(2025, 9, 3), 7, 'KOR'), (None, None, None)]
    """
    columns = _columns(add)
    if _is_dask(frame):  # pragma: no cover - tests/engines
        options: dict[str, Any] = {"on": on, "add": columns, "zone": zone, "outside": outside, "agreement": agreement}
        return cast("IntoFrameT", _by_partition(frame, **options, record=record))
    require_law(agreement, record)
    law_of(agreement, record)
    require_word(outside, get_args(Outside), "outside")
    into, law = _into(frame), Law(agreement, record)
    _require_names(into, on, columns)
    if isinstance(into, nw.DataFrame):
        return cast("IntoFrameT", _eager(into, on, columns, zone, law, raising=outside == "raise"))
    require_days(into.collect_schema()[on], into, on, zone)
    if outside == "raise":
        raise InvalidValueError("outside", '"null" for a lazy frame (or collect it first)', shown(outside))
    return cast("IntoFrameT", with_expressions(into, on, columns, zone, law).to_native())


def _is_dask(frame: Native) -> bool:
    dask = sys.modules.get("dask.dataframe")
    return dask is not None and isinstance(frame, dask.DataFrame)


def _by_partition(  # pragma: no cover - tests/engines
    frame: Native,
    **options: Any,  # noqa: ANN401 - those of `annotate`
) -> Native:
    """Return a frame of Dask of which each partition, a frame of pandas, has columns added once it is computed."""
    empty = frame._meta  # noqa: SLF001 - it has no public name
    try:
        meta = annotate(empty, **options)
    except WrongTypeError as error:
        raise WrongTypeError(error.what, error.expected.replace("pandas.", "dask.dataframe."), error.got) from None
    return frame.map_partitions(annotate, **options, meta=meta)


def _columns(add: object) -> tuple[Column, ...]:
    """Return the columns to add."""
    words = tuple(cast("Iterable[object]", add)) if isinstance(add, Iterable) and not isinstance(add, str) else (add,)
    columns = cast("tuple[Column, ...]", tuple(require_word(word, COLUMNS, "a column to add") for word in words))
    if not columns or len(set(columns)) < len(columns):
        raise InvalidValueError("add", f"one or more of {', '.join(COLUMNS)}, each once", shown(columns))
    return columns


def _into(frame: Native) -> Frame:
    """Return a frame as narwhals sees it."""
    cls = cast("type[object]", type(frame))
    try:
        into: Frame | None = None if isinstance(frame, (nw.DataFrame, nw.LazyFrame)) else nw.from_native(frame)
    except TypeError:
        into = None
    except nw.exceptions.DuplicateError:
        raise _names_return("a name that returns") from None
    if into is None or engine_of(into) not in _ENGINES:
        expected = "one of pandas, Polars, PyArrow, Polars lazy, DuckDB (a relation), Dask or PySpark (not of Spark Connect)"
        raise WrongTypeError("the frame", expected, f"a {cls.__module__}.{cls.__qualname__}")
    return into


def _names_return(got: str) -> InvalidValueError:
    """Return the error that says that columns must have different names."""
    return InvalidValueError("the frame", "one whose columns have different names (rename or drop some first)", got)


def _require_names(into: Frame, on: str, columns: tuple[Column, ...]) -> None:
    """Refuse a column of days that is not there, columns to add that are, and names that an engine takes for others."""
    native: Native = into.to_native()
    in_sql = engine_of(into) in {Engine.DUCKDB, Engine.PYSPARK}
    names: list[object] = list(native.columns if in_sql else into.collect_schema().names())
    if names and all(isinstance(name, tuple) for name in names):
        expected = "one whose columns have single names (as by frame.columns = frame.columns.map('_'.join))"
        raise InvalidValueError("the frame", expected, f"a MultiIndex with {shown(names[0])}")
    words = [name for name in names if isinstance(name, str)]
    require_word(on, words, "the column of the days")
    if in_sql:
        words = [_folded(name) for name in words]
        _require_unambiguous(words, on, engine_of(into))
    if there := [column for column in columns if column in words]:
        expected = "columns that the frame does not have (rename or drop them first, or add others)"
        raise InvalidValueError("add", expected, shown(there))


def _folded(name: str) -> str:
    """Return a name without capitals of ASCII, as DuckDB and PySpark compare names."""
    return name.encode().lower().decode()


def _require_unambiguous(names: list[str], on: str, engine: Engine) -> None:
    """Refuse folded names by which DuckDB, which reads all columns, or PySpark, which reads one, would find others."""
    needed = names if engine is Engine.DUCKDB else [_folded(on)]
    if returning := [name for name in needed if names.count(name) > 1]:
        raise _names_return(f"{shown(returning[0])} more than once, as capitals do not count")
    if engine is Engine.DUCKDB and "*" in names:
        expected = 'one without a column "*", which DuckDB takes for all columns (rename it first)'
        raise InvalidValueError("the frame", expected, shown(names))


def _eager(
    into: nw.DataFrame[Any], on: str, columns: tuple[Column, ...], zone: str | None, law: Law, *, raising: bool
) -> Native:
    """Return a frame in memory with columns added."""
    days = read(into, on, zone)
    found = look_up(days, columns, law)
    if raising:
        known = ~column_of(into, on).is_null().to_numpy()
        for column, each in found.items():
            day = first_outside(days, known, each.steps)
            if day is not None:
                raise error_outside(column, day, law, each.steps)
    return WRITERS[engine_of(into)](into.to_native(), found)
