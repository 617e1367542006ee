"""Dask: each partition as pandas has it, and only when it is computed."""

import datetime as dt
from importlib import import_module
from typing import Any

import pytest
from tests.frames.truth import COLUMNS, DAYS, boards_on, with_leaders

import trilateral as tri
from trilateral import frames

dd: Any = import_module("dask.dataframe")
pd: Any = import_module("pandas")

THE_DAY = dt.date(2025, 9, 3)


def days(values: list[dt.date | None], dtype: str = "datetime64[s]") -> Any:
    """A frame with a column ``date``, in parts."""
    return dd.from_pandas(pd.DataFrame({"date": pd.Series(values, dtype=dtype)}), npartitions=3)


@pytest.mark.parametrize("agreement", [tri.AGREEMENT_2025, tri.AGREEMENT_2010])
def test_from_2011_to_2060_under_both_laws(agreement: tri.Agreement[tri.MemberState]) -> None:
    made = frames.annotate(days([*DAYS]), agreement=agreement).compute()
    starts = [None if pd.isna(start) else start.date() for start in made["term_start"]]
    plain = made[["board", "sg_state"]].astype(object)
    rows = zip(
        plain["board"].where(made["board"].notna(), None),
        plain["sg_state"].where(plain["sg_state"].notna(), None),
        starts,
        strict=True,
    )
    assert list(rows) == boards_on(DAYS, agreement=agreement)


def test_a_recorded_secretary_general_out_of_rotation() -> None:
    record = with_leaders("CHN", "CHN", "KOR")
    some = [dt.date(year, 9, 1) for year in range(2026, 2050, 3)]
    made = frames.annotate(days([*some]), add="sg_state", record=record).compute()
    assert made["sg_state"].to_list() == [state for _, state, _ in boards_on(some, record=record)]
    assert made["sg_state"].to_list()[:3] == ["CHN", "CHN", "KOR"]


def test_columns_to_add_may_come_one_by_one() -> None:
    names: tuple[frames.Column, ...] = ("board", "sg_state")
    made = frames.annotate(days([THE_DAY]), add=iter(names))
    assert list(made.columns) == ["date", "board", "sg_state"]
    assert made.compute().iloc[0].to_list() == [pd.Timestamp(THE_DAY), 7, "KOR"]


def test_it_stays_lazy_and_its_types_are_known() -> None:
    def refuse(part: Any) -> Any:
        raise AssertionError(f"it was run on {len(part)} days")

    frame = days([THE_DAY])
    made = frames.annotate(frame.map_partitions(refuse, meta=frame._meta))  # noqa: SLF001 - its empty frame
    assert [str(made.dtypes[name]) for name in COLUMNS] == ["Int16", "category", "datetime64[s]", "Int16"]
    with pytest.raises(AssertionError, match="it was run on 1 days"):
        made.compute()


def test_its_categories_are_known() -> None:
    made = frames.annotate(days([THE_DAY, None]), add="sg_state")
    assert list(made["sg_state"].cat.categories) == ["CHN", "JPN", "KOR"]


@pytest.mark.parametrize("dtype", ["datetime64[ns]", "date32[pyarrow]"])
def test_days_of_any_type(dtype: str) -> None:
    made = frames.annotate(days([THE_DAY, dt.date(2026, 9, 1), None], dtype), add="board").compute()
    assert made["board"].to_list() == [7, 8, pd.NA]


def test_moments_are_taken_in_the_zone_asked_for() -> None:
    moments = pd.DataFrame({"date": pd.to_datetime(["2026-08-31 14:59:59", "2026-08-31 15:00:00"], utc=True)})
    made = frames.annotate(dd.from_pandas(moments, npartitions=2), zone="Asia/Seoul", add="board")
    assert made.compute()["board"].to_list() == [7, 8]


def test_raising_waits_until_it_is_computed() -> None:
    made = frames.annotate(days([THE_DAY, dt.date(2011, 8, 31)]), outside="raise", add="board")
    with pytest.raises(tri.OutOfCoverageError, match="board 1 had not started"):
        made.compute()


def test_bad_input_is_refused_at_once() -> None:
    frame = dd.from_pandas(pd.DataFrame({"date": ["2025-09-03"], "board": [1]}), npartitions=1)
    with pytest.raises(tri.WrongTypeError, match=r"convert it first, as by dask\.dataframe\.to_datetime\(frame\['date'\]"):
        frames.annotate(frame, add="sg_state")
    mended = frame.assign(date=dd.to_datetime(frame["date"]))
    assert frames.annotate(mended, add="sg_state").compute()["sg_state"].to_list() == ["KOR"]
    with pytest.raises(tri.InvalidValueError, match="columns that the frame does not have"):
        frames.annotate(frame)
    with pytest.raises(tri.UnknownWordError, match="must be one of date, board"):
        frames.annotate(frame, on="day", add="sg_state")
