"""Our own tables as frames: the same rows, and the same types also where nothing is in them."""

import datetime as dt
from collections.abc import Callable
from types import ModuleType
from typing import Any

import duckdb
import narwhals as nw
import polars as pl
import pytest
from tests.frames.engines import CONNECTION, column, pa, pd
from tests.strategies import SOURCE

import trilateral as tri
from trilateral import export, frames

BACKENDS = [("pandas", pd.DataFrame), ("polars", pl.DataFrame), ("pyarrow", pa.Table)]
TYPES = {str: ["string", nw.String], dt.date: ["datetime64[s]", nw.Date]}


def require_equal(made: Any, table: export.Table) -> None:
    """Fail where a frame has other columns, rows or types than a table."""
    into = nw.from_native(made)
    assert tuple(into.columns) == table.columns
    for at, name in enumerate(table.columns):
        assert column(made, name) == [row[at] for row in table.rows]
        in_pandas, elsewhere = ("Int16", nw.Int16) if name in {"board", "number"} else TYPES[table.types[at]]
        assert (str(made[name].dtype) if isinstance(made, pd.DataFrame) else into.schema[name]) in (in_pandas, elsewhere)


@pytest.mark.parametrize(("backend", "cls"), BACKENDS)
class TestTables:
    """Boards, seats and the timeline, on each backend."""

    def test_boards(self, backend: str, cls: type) -> None:
        made = frames.boards(backend)
        assert isinstance(made, cls)
        require_equal(made, export.boards())

    def test_boards_up_to_a_day_under_a_law_and_a_record(self, backend: str, cls: type) -> None:
        under: dict[str, Any] = {
            "until": dt.date(2041, 1, 1),
            "agreement": tri.AGREEMENT_2010,
            "record": tri.record().as_known_on(dt.date(2020, 1, 1)),
        }
        made = frames.boards(backend, **under)
        assert isinstance(made, cls)
        require_equal(made, export.boards(**under))

    def test_seats(self, backend: str, cls: type) -> None:
        made = frames.seats(backend, until=dt.date(2030, 1, 1))
        assert isinstance(made, cls)
        require_equal(made, export.seats(until=dt.date(2030, 1, 1)))

    def test_the_timeline(self, backend: str, cls: type) -> None:
        record = tri.record().as_known_on(dt.date(2020, 1, 1))
        made = frames.timeline(backend, record=record)
        assert isinstance(made, cls)
        require_equal(made, export.timeline(record=record))

    def test_no_rows_have_the_same_types(self, backend: str, cls: type) -> None:
        made = frames.seats(backend, until=dt.date(2000, 1, 1))
        assert isinstance(made, cls)
        require_equal(made, export.seats(until=dt.date(2000, 1, 1)))
        assert export.seats(until=dt.date(2000, 1, 1)).rows == ()


@pytest.mark.parametrize("module", [pd, pl, pa])
def test_a_backend_may_be_the_module_itself(module: ModuleType) -> None:
    require_equal(frames.boards(module), export.boards())


@pytest.mark.parametrize("backend", ["pandas", "polars", "pyarrow"])
def test_numbers_join_with_those_of_annotated_days(backend: str) -> None:
    boards, seats, timeline = frames.boards(backend), frames.seats(backend), frames.timeline(backend)
    days = pa.table({"date": [dt.date(2025, 9, 3), dt.date(2012, 1, 1)]})
    of_days: Any = frames.annotate({"pandas": days.to_pandas(), "polars": pl.DataFrame(days), "pyarrow": days}[backend])
    join: dict[str, Callable[[Any, str, str], Any]] = {
        "pandas": lambda made, name, number: of_days.merge(made, left_on=name, right_on=number),
        "polars": lambda made, name, number: of_days.join(made, left_on=name, right_on=number),
        "pyarrow": lambda made, name, number: of_days.join(made, name, number, "inner", right_suffix="_there"),
    }
    for made, number, name in ((boards, "number", "board"), (seats, "board", "board"), (timeline, "number", "last_summit")):
        assert nw.from_native(made)[number].dtype == nw.from_native(of_days)[name].dtype
        assert len(join[backend](made, name, number)) > 0


def test_a_number_that_no_column_can_hold_is_refused() -> None:
    event = {"id": "far", "kind": "summit", "title": "Far", "date": "2027-05-26", "series": "summit", "number": 32_768}
    record = tri.record().with_facts({"sources": [SOURCE], "events": [{**event, "sources": ["s1"]}]})
    for backend in ("pandas", "polars", "pyarrow"):
        with pytest.raises(tri.InvalidValueError, match="each number of a column must be at most 32767, got 32768"):
            frames.timeline(backend, record=record)


@pytest.mark.parametrize(
    ("backend", "reader"),
    [
        ("duckdb", r"duckdb\.from_arrow\(made\)"),
        (duckdb, r"duckdb\.from_arrow\(made\)"),
        ("dask", r"dask\.dataframe\.from_pandas"),
        ("pyspark", r"spark\.createDataFrame\(made\)"),
    ],
)
def test_other_engines_read_what_a_backend_makes(backend: Any, reader: str) -> None:
    with pytest.raises(tri.InvalidValueError, match=rf"a backend must be one of pandas, polars, pyarrow \(read .*{reader}"):
        frames.boards(backend)


def test_duckdb_reads_it_indeed() -> None:
    relation = CONNECTION.from_arrow(frames.boards("pyarrow"))
    assert relation.aggregate("max(number)").fetchall() == [(7,)]


def test_an_unknown_backend_is_refused() -> None:
    with pytest.raises(tri.UnknownWordError, match="a backend must be one of pandas, polars, pyarrow; did you mean polars"):
        frames.boards("polar")
    others: tuple[Any, ...] = (dt, 3, None)
    for backend in others:
        with pytest.raises(
            tri.WrongTypeError, match="a backend must be one of pandas, polars, pyarrow, as a string or a module"
        ):
            frames.seats(backend)


def test_a_day_that_is_none_is_refused() -> None:
    until: Any = "2041-01-01"
    with pytest.raises(tri.WrongTypeError, match=r"until must be a datetime\.date"):
        frames.boards("polars", until=until)
