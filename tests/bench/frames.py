"""Measure what it costs to annotate ten million days, beside copying them and beside doing it by hand: part of `make bench`.

Everything is measured in turns, on frames of one column of random days from 1999 to 2060, a quarter of which have no board.
"""

import subprocess
import sys
from collections.abc import Callable
from functools import partial
from importlib import import_module
from importlib.metadata import version
from statistics import median
from time import perf_counter
from typing import Any, Final, NamedTuple

import duckdb
import numpy as np
import polars as pl

import trilateral as tri
from trilateral import frames

# They have no types.
pa: Any = import_module("pyarrow")
pd: Any = import_module("pandas")

DAYS: Final = 10_000_000
ROUNDS: Final = 15
SLOW_ROUNDS: Final = 3
BOTH: Final[tuple[frames.Column, ...]] = ("board", "sg_state")

# What a new process needs at its peak, beyond what it had before, to add a column to a frame made as in this file.
PEAK: Final = """
import sys, gc
sys.path.insert(0, sys.argv[1])
import frames as bench
frame = bench.FRAMES[sys.argv[2]](bench.random_days())
bench.frames.annotate(frame[:1000], add=sys.argv[3].split())
gc.collect()
def status(key):
    return next(int(line.split()[1]) for line in open("/proc/self/status") if line.startswith(key)) * 1024
open("/proc/self/clear_refs", "w").write("5")
before = status("VmRSS")
made = bench.frames.annotate(frame, add=sys.argv[3].split())
print(status("VmHWM") - before)
"""


class Row(NamedTuple):
    """A ratio, and what it has to be."""

    title: str
    measured: float
    goal: str = ""
    met: bool = True


def random_days() -> Any:
    """Return days as the 32-bit integers that Arrow and Polars have."""
    first, last = (np.datetime64(day, "D").astype(int) for day in ("1999-01-01", "2060-12-31"))
    return np.random.default_rng(7).integers(first, last + 1, DAYS).astype(np.int32)


FRAMES: Final[dict[str, Callable[[Any], Any]]] = {
    "Polars": lambda days: pl.DataFrame({"date": pl.Series(days).cast(pl.Date)}),
    "PyArrow": lambda days: pa.table({"date": pa.array(days).view("date32")}),
    "pandas": lambda days: pd.DataFrame({"date": days.astype("datetime64[D]").astype("datetime64[us]")}),
}


def by_merge_asof(frame: Any) -> Any:
    """Return the number of the board of each day as pandas finds it: sort, merge, and sort back."""
    boards = tri.boards(until=tri.board_on(frame["date"].max().date()).end.date)
    starts = pd.DataFrame({"date": pd.to_datetime([each.start.date for each in boards]), "board": [b.number for b in boards]})
    starts["date"] = starts["date"].astype(frame["date"].dtype)
    merged = pd.merge_asof(frame.reset_index().sort_values("date"), starts, on="date")
    return merged.set_index("index")["board"].sort_index()


def polars_by_hand(frame: Any) -> Any:
    """Return the number of the board as one would write it in Polars for the law that ships."""
    day = pl.col("date")
    month = day.dt.year().cast(pl.Int32) * 12 + day.dt.month().cast(pl.Int32)
    two_years, three_years = (month - (2011 * 12 + 9)) // 24 + 1, (month - (2023 * 12 + 9)) // 36 + 7
    since_2023 = pl.when(day >= pl.date(2023, 9, 1)).then(three_years).otherwise(two_years)
    return frame.with_columns(board=pl.when(day >= pl.date(2011, 9, 1)).then(since_2023).cast(pl.Int16))


DUCKDB_BY_HAND: Final = """*, CAST(CASE
    WHEN date >= DATE '2023-09-01' THEN (year(date) * 12 + month(date) - (2023 * 12 + 9)) // 36 + 7
    WHEN date >= DATE '2011-09-01' THEN (year(date) * 12 + month(date) - (2011 * 12 + 9)) // 24 + 1
END AS SMALLINT) AS board"""


def total(relation: Any) -> int:
    """Return the sum of the numbers, for which DuckDB has to reckon each of them."""
    return int(relation.aggregate("sum(board)").fetchall()[0][0])


def cases() -> dict[str, Callable[[], Any]]:
    """Return what is timed."""
    days = random_days()
    made: dict[str, Any] = {name: make(days) for name, make in FRAMES.items()}
    moments = made["pandas"]["date"].to_numpy()
    connection = duckdb.connect()
    connection.from_arrow(made["PyArrow"]).create("days")
    lazy, relation = made["Polars"].lazy(), connection.table("days")
    timed: dict[str, Callable[[], Any]] = {"copy": days.copy, "copy pandas": moments.copy}
    for name, frame in made.items():
        timed[f"{name} number"] = partial(frames.annotate, frame, add="board")
        timed[f"{name} both"] = partial(frames.annotate, frame, add=BOTH)
    timed["Polars lazy"] = lambda: frames.annotate(lazy, add="board").select("board").collect()
    timed["Polars lazy by hand"] = lambda: polars_by_hand(lazy).select("board").collect()
    timed["DuckDB"] = lambda: total(frames.annotate(relation, add="board"))
    timed["DuckDB by hand"] = lambda: total(relation.project(DUCKDB_BY_HAND))
    timed["merge_asof"] = lambda: by_merge_asof(made["pandas"])
    require_same(timed)
    return timed


def require_same(timed: dict[str, Callable[[], Any]]) -> None:
    """Run everything once, and stop where two ways differ."""
    numbers = timed["Polars number"]()["board"]
    assert numbers.equals(timed["Polars lazy"]()["board"])
    assert numbers.equals(timed["Polars lazy by hand"]()["board"])
    assert numbers.to_list() == timed["PyArrow number"]()["board"].to_pylist()
    assert timed["DuckDB"]() == timed["DuckDB by hand"]() == numbers.sum()
    of_pandas = timed["pandas number"]()["board"]
    assert (of_pandas.fillna(0) == timed["merge_asof"]().fillna(0)).all()
    assert of_pandas.sum() == numbers.sum()


def measured() -> Callable[[str, str], float]:
    """Time everything in turns, and return the function that gives one time as a multiple of another in the same round."""
    timed = cases()
    times: dict[str, list[float]] = {name: [] for name in timed}
    for number in range(ROUNDS):
        for name, call in timed.items():
            if name == "merge_asof" and number >= SLOW_ROUNDS:
                continue
            start = perf_counter()
            call()
            times[name].append(perf_counter() - start)

    def ratio(name: str, other: str) -> float:
        return median(one / two for one, two in zip(times[name], times[other], strict=False))

    return ratio


def memory(engine: str, columns: str, bytes_a_day: float) -> float:
    """Return what a new process needs at its peak to add columns, as a multiple of what they take."""
    command = [sys.executable, "-c", PEAK, sys.path[0], engine, columns]
    printed = subprocess.run(command, check=True, capture_output=True, text=True)  # noqa: S603 - the code stands above
    return int(printed.stdout) / (DAYS * bytes_a_day)


def main() -> None:
    """Measure all, and say which goals were missed."""
    names = ("narwhals", "numpy", "pandas", "polars", "pyarrow", "duckdb")
    print(f"{', '.join(f'{name} {version(name)}' for name in names)}\n")
    ratio = measured()
    at_most = (
        ("number, Polars, multiples of a copy of the days", ratio("Polars number", "copy"), 1.5),
        ("number, PyArrow, multiples of a copy of the days", ratio("PyArrow number", "copy"), 1.5),
        ("number, pandas, multiples of a copy of the days as pandas has them", ratio("pandas number", "copy pandas"), 4),
        ("number and state, Polars, multiples of a copy of the days", ratio("Polars both", "copy"), 12),
        ("number and state, PyArrow, multiples of a copy of the days", ratio("PyArrow both", "copy"), 12),
        (
            "number and state, pandas, multiples of a copy of the days as pandas has them",
            ratio("pandas both", "copy pandas"),
            12,
        ),
        ("number, Polars lazy, multiples of an expression by hand", ratio("Polars lazy", "Polars lazy by hand"), 1.6),
        ("number, DuckDB, multiples of an expression by hand", ratio("DuckDB", "DuckDB by hand"), 1.6),
        ("peak memory for the number, Polars, multiples of the column", memory("Polars", "board", 2 + 1 / 8), 2),
        ("peak memory for the number, PyArrow, multiples of the column", memory("PyArrow", "board", 2 + 1 / 8), 2),
        ("peak memory for the number, pandas, multiples of the column", memory("pandas", "board", 3), 2),
    )
    rows = [Row(title, found, f"{goal}", found <= goal) for title, found, goal in at_most]
    slower = ratio("merge_asof", "pandas number")
    rows.append(Row("`pandas.merge_asof` and back, multiples of the number in pandas", slower, "20", slower >= 20))
    print("| ten million days | measured | goal |\n|---|---:|---:|")
    print("\n".join(f"| {title} | {found:.2f} | {goal} |" for title, found, goal, _ in rows))
    missed = [row.title for row in rows if not row.met]
    print(f"\nGoals missed: {', '.join(missed) if missed else 'none'}.")


if __name__ == "__main__":
    main()
