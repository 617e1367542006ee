"""How the tests make a frame of each engine that `make test` has, and read it back."""

import datetime as dt
from collections.abc import Callable, Sequence
from importlib import import_module
from typing import Any, Final

import duckdb
import polars as pl

__all__ = ["CONNECTION", "EAGER", "ENGINES", "LAZY", "column", "frame", "from_table", "pa", "pd"]

# They have no types.
pa: Any = import_module("pyarrow")
pd: Any = import_module("pandas")

# It has to outlive what is asked of it.
CONNECTION: Final = duckdb.connect()

Day = dt.date | None


def _pandas(days: Sequence[Day]) -> Any:
    return pd.DataFrame({"date": pd.Series(days, dtype="datetime64[s]")})


def _pandas_objects(days: Sequence[Day]) -> Any:
    return pd.DataFrame({"date": pd.Series(days, dtype=object)})


def _pandas_arrow(days: Sequence[Day]) -> Any:
    return pd.DataFrame({"date": pd.Series(days, dtype=pd.ArrowDtype(pa.date32()))})


def _polars(days: Sequence[Day]) -> Any:
    return pl.DataFrame({"date": days}, schema={"date": pl.Date})


def _pyarrow(days: Sequence[Day]) -> Any:
    return pa.table({"date": pa.array(days, pa.date32())})


def _polars_lazy(days: Sequence[Day]) -> Any:
    return _polars(days).lazy()


def _duckdb(days: Sequence[Day]) -> Any:
    return CONNECTION.from_arrow(_pyarrow(days))


EAGER: Final[dict[str, Callable[[Sequence[Day]], Any]]] = {
    "pandas": _pandas,
    "pandas objects": _pandas_objects,
    "pandas on Arrow": _pandas_arrow,
    "Polars": _polars,
    "PyArrow": _pyarrow,
}
LAZY: Final[dict[str, Callable[[Sequence[Day]], Any]]] = {"Polars lazy": _polars_lazy, "DuckDB": _duckdb}
ENGINES: Final = {**EAGER, **LAZY}


def frame(engine: str, days: Sequence[Day]) -> Any:
    """Return a frame with a column ``date``."""
    return ENGINES[engine](days)


def from_table(engine: str, table: Any) -> Any:
    """Return a frame with the columns of a table of PyArrow."""
    made: dict[str, Callable[[], Any]] = {
        "pandas": lambda: table.to_pandas(date_as_object=False),
        "pandas objects": table.to_pandas,
        "pandas on Arrow": lambda: table.to_pandas(types_mapper=pd.ArrowDtype),
        "Polars": lambda: pl.DataFrame(table),
        "PyArrow": lambda: table,
        "Polars lazy": lambda: pl.LazyFrame(table),
        "DuckDB": lambda: CONNECTION.from_arrow(table),
    }
    return made[engine]()


def column(made: Any, name: str) -> list[Any]:
    """Return what is in a column, as Python has it."""
    if isinstance(made, pd.DataFrame):
        values = made[name].astype(object)
        plain = [None if pd.isna(value) else value for value in values]
        return [value.date() if isinstance(value, dt.datetime) else value for value in plain]
    if isinstance(made, pl.LazyFrame):
        return made.collect()[name].to_list()
    if isinstance(made, duckdb.DuckDBPyRelation):
        return [value for (value,) in made.select(duckdb.ColumnExpression(name)).fetchall()]
    return list(made[name].to_list() if isinstance(made, pl.DataFrame) else made[name].to_pylist())
