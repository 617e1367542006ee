"""Columns that say which board there was: the same on every engine as `board_on` says, day by day."""

import datetime as dt
import pickle
import re
from typing import Any
from zoneinfo import ZoneInfo

import duckdb
import narwhals as nw
import numpy as np
import polars as pl
import pytest
from tests.frames.engines import CONNECTION, EAGER, ENGINES, LAZY, column, frame, from_table, pa, pd
from tests.frames.truth import COLUMNS, DAYS, boards_day_by_day, boards_on, with_boards, with_leaders, with_lengths
from tests.strategies import SOURCE

import trilateral as tri
from trilateral import frames

CHINA, JAPAN, KOREA = tri.MemberState.CHINA, tri.MemberState.JAPAN, tri.MemberState.KOREA
THE_DAY = dt.date(2025, 9, 3)
SEOUL = "Asia/Seoul"
OLD_DUCKDB = duckdb.__version__.startswith("1.")


def said(made: Any, *names: str) -> list[tuple[Any, ...]]:
    """What the columns of a frame say of each row."""
    return list(zip(*(column(made, name) for name in names), strict=True))


class TestDayByDay:
    """Every engine says what `board_on` says."""

    @pytest.mark.parametrize("agreement", [tri.AGREEMENT_2025, tri.AGREEMENT_2010])
    @pytest.mark.parametrize("engine", ENGINES)
    def test_from_2011_to_2060_under_both_laws(self, engine: str, agreement: tri.Agreement[tri.MemberState]) -> None:
        assert DAYS[-1] == dt.date(2060, 12, 31)
        made = frames.annotate(frame(engine, DAYS), agreement=agreement)
        assert said(made, *COLUMNS[:3]) == boards_day_by_day(agreement)
        assert column(made, "date") == DAYS

    @pytest.mark.parametrize("engine", ENGINES)
    def test_the_law_of_the_record_is_the_default(self, engine: str) -> None:
        made = frames.annotate(frame(engine, [THE_DAY, dt.date(2025, 9, 4)]), add="board")
        assert column(made, "board") == [7, 7]
        then = frames.annotate(frame(engine, [THE_DAY]), add="board", record=tri.record().as_known_on(dt.date(2024, 1, 1)))
        assert column(then, "board") == [8]

    @pytest.mark.parametrize("engine", ["Polars", *LAZY])
    @pytest.mark.parametrize(
        "under",
        [
            {"agreement": tri.AGREEMENT_2025.with_term_length(4, since_board=9)},
            {"agreement": tri.AGREEMENT_2025.with_order((KOREA, CHINA, JAPAN), since_board=9)},
            {"agreement": tri.AGREEMENT_2025.with_extension(8, until=dt.date(2030, 3, 31), because="A test.")},
            {"agreement": tri.AGREEMENT_2025.with_extension(8, until=dt.date(2032, 2, 29), because="A test.")},
            {"agreement": with_lengths(24, 24, 24, 24, 24, 24, 24, 5)},
            {"record": with_boards("2026-10-17", "2029-02-28", "2032-12-31")},
            {"record": with_boards("2026-10-17"), "agreement": tri.AGREEMENT_2010},
            {"record": tri.record().as_known_on(dt.date(2010, 12, 16))},
        ],
        ids=["longer", "turned", "until the 31st", "until a leap day", "five months", "odd days", "odd day", "as known"],
    )
    def test_under_any_law_and_record(self, engine: str, under: dict[str, Any]) -> None:
        days = DAYS[5_000::3]
        assert said(frames.annotate(frame(engine, days), **under), *COLUMNS[:3]) == boards_on(days, **under)

    @pytest.mark.parametrize("leaders", [("CHN",), ("CHN", "CHN", "KOR"), ("KOR", "JPN", "KOR")])
    @pytest.mark.parametrize("engine", ENGINES)
    def test_a_recorded_secretary_general_out_of_rotation(self, engine: str, leaders: tuple[str, ...]) -> None:
        record = with_leaders(*leaders)
        days = [dt.date(2026, 8, 31), *(dt.date(year, 9, 1) for year in range(2026, 2050))]
        made = frames.annotate(frame(engine, days), record=record)
        assert said(made, *COLUMNS[:3]) == boards_on(days, record=record)
        assert column(made, "sg_state")[1:-1:3][: len(leaders)] == [*leaders]

    @pytest.mark.parametrize("engine", ENGINES)
    def test_up_to_the_last_board_that_a_date_can_hold(self, engine: str) -> None:
        days = [dt.date(9997, 8, 31), dt.date(9997, 9, 1), dt.date.max, dt.date(2100, 1, 1), dt.date.min, dt.date(1969, 12, 31)]
        made = frames.annotate(frame(engine, days))
        assert said(made, *COLUMNS[:3]) == boards_on(days)
        assert column(made, "board")[0] == 2664

    @pytest.mark.parametrize("engine", ["pandas", "Polars", "Polars lazy"])
    def test_the_last_board_is_that_whose_number_a_column_can_hold(self, engine: str) -> None:
        monthly: dict[str, Any] = {"agreement": with_lengths(1)}
        last = tri.board(32_767, **monthly)
        made = frames.annotate(frame(engine, [last.term.last_day, last.end.date]), add="board", **monthly)
        assert column(made, "board") == [32_767, None]

    def test_a_law_from_before_1970_holds_from_its_first_day_on(self) -> None:
        record = tri.record().as_known_on(dt.date(2010, 12, 16))
        under: dict[str, Any] = {"agreement": with_lengths(24, first_day=dt.date(1951, 9, 1)), "record": record}
        days = [dt.date(1951, 8, 31), dt.date(1951, 9, 1), dt.date(1969, 12, 31), dt.date(2011, 9, 1), None]
        assert column(frames.annotate(frame("Polars", days), add="board", **under), "board") == [None, 1, 10, 31, None]

    @pytest.mark.parametrize("engine", ["PyArrow", "DuckDB"])
    def test_a_law_of_a_later_century_holds_from_its_first_day_on(self, engine: str) -> None:
        record = tri.record().as_known_on(dt.date(2010, 12, 16))
        under: dict[str, Any] = {"agreement": with_lengths(24, first_day=dt.date(2150, 9, 1)), "record": record}
        days = [THE_DAY, dt.date(2150, 8, 31), dt.date(2150, 9, 1), dt.date(2152, 9, 1)]
        assert column(frames.annotate(frame(engine, days), add="board", **under), "board") == [None, None, 1, 2]
        assert column(frames.annotate(frame(engine, days[:1]), add="board", **under), "board") == [None]

    def test_a_record_without_boards_follows_the_law_alone(self) -> None:
        record = tri.record().as_known_on(dt.date(2010, 12, 16))
        assert not record.facts.boards
        assert column(frames.annotate(frame("PyArrow", [THE_DAY]), add="board", record=record), "board") == [8]


class TestSummits:
    """The newest summit that had begun, as far as anybody knows."""

    @pytest.mark.parametrize("engine", ENGINES)
    def test_a_summit_counts_from_its_first_day_on(self, engine: str) -> None:
        known = {dt.date(2008, 12, 12): None, dt.date(2008, 12, 13): 1, dt.date(2024, 5, 25): 8, dt.date(2024, 5, 26): 9}
        made = frames.annotate(frame(engine, list(known)), add="last_summit")
        assert column(made, "last_summit") == list(known.values())

    @pytest.mark.parametrize("engine", ENGINES)
    def test_nobody_knows_after_the_newest_evidence(self, engine: str) -> None:
        newest = tri.series("summit").as_of
        days = [newest, newest + dt.timedelta(days=1), dt.date(2500, 1, 1)]
        assert column(frames.annotate(frame(engine, days), add="last_summit"), "last_summit") == [9, None, None]

    @pytest.mark.parametrize("engine", ENGINES)
    def test_nobody_knows_while_a_summit_may_have_begun(self, engine: str) -> None:
        event = {"id": "summit-10", "kind": "summit", "title": "Tenth", "date": "2027-05", "series": "summit", "number": 10}
        record = tri.record().with_facts({"sources": [SOURCE], "events": [{**event, "sources": ["s1"]}]})
        days = [dt.date(2027, 4, 30), dt.date(2027, 5, 1), dt.date(2027, 5, 30), dt.date(2027, 5, 31)]
        made = frames.annotate(frame(engine, days), add="last_summit", record=record)
        assert column(made, "last_summit") == [9, None, None, 10]


class TestTypes:
    """Columns are of one type each, whatever the days."""

    DAYS_OF_ANY_KIND: tuple[list[dt.date | None], ...] = ([THE_DAY], [None], [dt.date(1900, 1, 1), None], [])

    @pytest.mark.parametrize("days", DAYS_OF_ANY_KIND)
    @pytest.mark.parametrize("engine", ["pandas", "pandas objects", "pandas on Arrow"])
    def test_in_pandas(self, engine: str, days: list[dt.date | None]) -> None:
        made = frames.annotate(frame(engine, days))
        assert [str(made[name].dtype) for name in COLUMNS] == ["Int16", "category", "datetime64[s]", "Int16"]
        assert list(made["sg_state"].cat.categories) == ["CHN", "JPN", "KOR"]

    @pytest.mark.parametrize("days", DAYS_OF_ANY_KIND)
    def test_in_polars(self, days: list[dt.date | None]) -> None:
        made = frames.annotate(frame("Polars", days))
        assert [made.schema[name] for name in COLUMNS] == [pl.Int16(), pl.Enum(["CHN", "JPN", "KOR"]), pl.Date(), pl.Int16()]

    @pytest.mark.parametrize("days", DAYS_OF_ANY_KIND)
    def test_in_pyarrow(self, days: list[dt.date | None]) -> None:
        made = frames.annotate(frame("PyArrow", days))
        states = pa.dictionary(pa.int8(), pa.string())
        assert [made.schema.field(name).type for name in COLUMNS] == [pa.int16(), states, pa.date32(), pa.int16()]
        made.validate(full=True)

    @pytest.mark.parametrize("days", DAYS_OF_ANY_KIND)
    def test_in_lazy_frames_of_polars_as_in_others(self, days: list[dt.date | None]) -> None:
        made = frames.annotate(frame("Polars lazy", days))
        assert made.collect_schema() == made.collect().schema == frames.annotate(frame("Polars", days)).schema

    @pytest.mark.parametrize("days", DAYS_OF_ANY_KIND)
    def test_in_duckdb(self, days: list[dt.date | None]) -> None:
        made = frames.annotate(frame("DuckDB", days))
        assert [str(kind) for kind in made.types[1:]] == ["SMALLINT", "VARCHAR", "DATE", "SMALLINT"]


class TestWhatStays:
    """Rows, order, index and other columns, and what was passed."""

    @pytest.mark.parametrize("engine", ENGINES)
    def test_null_stays_null(self, engine: str) -> None:
        made = frames.annotate(frame(engine, [None, THE_DAY, None]))
        assert said(made, *COLUMNS)[::2] == [(None,) * 4] * 2
        assert said(made, *COLUMNS)[1] == (7, "KOR", dt.date(2023, 9, 1), 9)

    @pytest.mark.parametrize("engine", EAGER)
    def test_columns_come_at_the_end_in_the_order_asked_for(self, engine: str) -> None:
        made = nw.from_native(frames.annotate(frame(engine, [THE_DAY]), add=["term_start", "board"]))
        assert made.columns == ["date", "term_start", "board"]

    @pytest.mark.parametrize("engine", LAZY)
    def test_lazy_frames_stay_lazy(self, engine: str) -> None:
        days = frame(engine, [THE_DAY])
        made = frames.annotate(days, add=["term_start", "board"])
        assert type(made) is type(days)
        assert nw.from_native(made).collect_schema().names() == ["date", "term_start", "board"]

    def test_polars_runs_nothing_before_it_is_collected(self) -> None:
        def refuse(days: pl.Series, **_: Any) -> pl.Series:
            raise AssertionError(f"it was run on {len(days)} days")

        days = frame("Polars lazy", [THE_DAY]).with_columns(pl.col("date").map_batches(refuse, return_dtype=pl.Date))
        made = frames.annotate(days)
        with pytest.raises(AssertionError, match="it was run on 1 days"):
            made.collect()

    def test_pandas_keeps_its_index_also_one_that_repeats(self) -> None:
        days = pd.DataFrame({"x": [1, 2, 3], "date": pd.to_datetime(["2025-09-03", None, "2012-01-01"])}, index=["b", "a", "b"])
        before = days.copy(deep=True)
        made = frames.annotate(days, add="board")
        pd.testing.assert_frame_equal(days, before)
        pd.testing.assert_frame_equal(made[["x", "date"]], before)
        assert made["board"].to_list() == [7, pd.NA, 1]

    def test_pandas_rows_may_be_any_part_of_a_frame(self) -> None:
        whole = pd.DataFrame({"a": 1, "date": pd.to_datetime(["2025-09-03", "2012-01-01", "2014-01-01", "2016-01-01"])})
        made = frames.annotate(whole[whole["date"] < "2025"].iloc[::-2], add="board")
        assert made["board"].to_dict() == {3: 3, 1: 1}

    def test_polars_slices_and_chunks_are_read_in_order(self) -> None:
        some = pl.DataFrame({"date": [None, dt.date(2012, 1, 1), THE_DAY, None]}).slice(1)
        both = pl.concat([some, pl.DataFrame({"date": [dt.date(2014, 1, 1)]})], rechunk=False)
        assert both.n_chunks() == 2
        for days in (both, both.rechunk()):
            made = frames.annotate(days)
            assert made["board"].to_list() == [1, 7, None, 2]
            assert made["sg_state"].to_list() == ["KOR", "KOR", None, "JPN"]

    def test_pyarrow_slices_and_chunks_are_read_in_order(self) -> None:
        days = pa.chunked_array([[None, dt.date(2012, 1, 1), None], [], [THE_DAY]], pa.date32()).slice(1)
        made = frames.annotate(pa.table({"date": days}))
        assert made["board"].to_pylist() == [1, None, 7]
        assert made["sg_state"].to_pylist() == ["KOR", None, "KOR"]

    def test_many_rows_are_read_in_order(self) -> None:
        days = [*DAYS, dt.date(2200, 1, 1)] * 8
        assert (
            column(frames.annotate(frame("pandas", days), add="board"), "board")
            == [number for number, _, _ in boards_on([*DAYS, dt.date(2200, 1, 1)])] * 8
        )

    NAMES = ("^date$", "^d.*$", "^.*$", "*", "a.b", "a`b", "a b", 'q"', "o'x", "{0}", "日付", "literal")

    @pytest.mark.parametrize("engine", ENGINES)
    @pytest.mark.parametrize("name", NAMES)
    def test_a_name_is_no_pattern(self, engine: str, name: str) -> None:
        if engine == "DuckDB" and (name == "*" or (OLD_DUCKDB and set(name) & set('."'))):
            pytest.skip("DuckDB itself does not find a column of that name")
        other = dt.date(2012, 1, 1)
        table = pa.table({name: [THE_DAY], "date": [other], "dx": [other]})
        made = frames.annotate(from_table(engine, table), on=name, add=("board", "last_summit"))
        assert (column(made, "board"), column(made, "last_summit")) == ([7], [9])
        assert nw.from_native(made).collect_schema().names() == [name, "date", "dx", "board", "last_summit"]
        assert column(frames.annotate(from_table(engine, table), add="board"), "board") == [1]
        if engine in EAGER:
            early = from_table(engine, pa.table({name: [dt.date(2010, 5, 29)], "date": [other]}))
            with pytest.raises(tri.OutOfCoverageError, match="got 2010-05-29"):
                frames.annotate(early, on=name, outside="raise")
        if engine != "pandas objects":
            moment = dt.datetime(2026, 8, 31, 15, tzinfo=dt.UTC)
            moments = from_table(engine, pa.table({name: [moment], "date": [other]}))
            assert column(frames.annotate(moments, on=name, zone=SEOUL, add="board"), "board") == [8]

    @pytest.mark.parametrize("engine", LAZY)
    def test_no_name_is_in_the_way_of_what_is_reckoned_with(self, engine: str) -> None:
        days = nw.from_native(frame(engine, [THE_DAY])).rename({"date": "number"}).to_native()
        assert column(frames.annotate(days, on="number"), "board") == [7]


class TestDatetimes:
    """The calendar day counts, without a zone or in one that is asked for."""

    LATE = dt.datetime(2026, 8, 31, 23, 59, 59, 999_999)  # noqa: DTZ001 - of no zone
    EARLY = dt.datetime(2026, 9, 1)  # noqa: DTZ001
    OLD = dt.datetime(1960, 1, 1, 23)  # noqa: DTZ001

    @pytest.mark.parametrize("unit", ["s", "ms", "us", "ns"])
    def test_pandas_without_a_zone(self, unit: str) -> None:
        days = pd.DataFrame({"date": pd.Series([self.LATE, self.EARLY, None, self.OLD]).astype(f"datetime64[{unit}]")})
        assert column(frames.annotate(days), "term_start") == [dt.date(2023, 9, 1), dt.date(2026, 9, 1), None, None]

    @pytest.mark.parametrize("unit", ["s", "ms", "us", "ns"])
    def test_pyarrow_and_what_stands_on_it_without_a_zone(self, unit: str) -> None:
        days = pa.table({"date": pa.array([self.LATE, self.EARLY, None, self.OLD]).cast(pa.timestamp(unit), safe=False)})
        on_arrow = pd.DataFrame({"date": pd.Series(days["date"].to_pylist(), dtype=pd.ArrowDtype(pa.timestamp(unit)))})
        for each in (days, on_arrow):
            assert column(frames.annotate(each, add="board"), "board") == [7, 8, None, None]

    @pytest.mark.parametrize("unit", ["ms", "us", "ns"])
    def test_polars_without_a_zone(self, unit: Any) -> None:
        days = pl.DataFrame({"date": [self.LATE, self.EARLY, None, self.OLD]}, schema={"date": pl.Datetime(unit)})
        for each in (days, days.lazy()):
            assert column(frames.annotate(each, add="board"), "board") == [7, 8, None, None]

    @pytest.mark.parametrize("engine", ["PyArrow", "pandas on Arrow", "DuckDB"])
    def test_days_of_64_bits_are_days(self, engine: str) -> None:
        table = pa.table({"date": pa.array([THE_DAY, None], pa.date64())})
        made = frames.annotate(from_table(engine, table), add="board")
        assert column(made, "board") == [7, None]
        if engine == "PyArrow":
            assert made.schema.field("date").type == pa.date64()

    def test_days_of_64_bits_with_a_time_are_those_days(self) -> None:
        moments = pa.array([1788220799999, -1], pa.int64()).view(pa.date64())  # 2026-08-31 and 1969-12-31
        assert column(frames.annotate(pa.table({"date": moments}), add="board"), "board") == [7, None]

    @pytest.mark.parametrize("kind", ["TIMESTAMP", "TIMESTAMP_S", "TIMESTAMP_MS", "TIMESTAMP_NS"])
    def test_duckdb_without_a_zone(self, kind: str) -> None:
        texts = ["2026-08-31 23:59:59", "2026-09-01 00:00:00", None, "1960-01-01 23:00:00"]
        days = CONNECTION.from_arrow(pa.table({"text": texts})).select(f'CAST("text" AS {kind}) AS date')
        assert column(frames.annotate(days, add="board"), "board") == [7, 8, None, None]

    def test_just_before_1970_is_the_day_before(self) -> None:
        record = tri.record().as_known_on(dt.date(2010, 12, 16))
        under: dict[str, Any] = {"agreement": with_lengths(24, first_day=dt.date(1970, 1, 1)), "record": record}
        late, early = dt.datetime(1969, 12, 31, 23, 59, 59), dt.datetime(1970, 1, 1)  # noqa: DTZ001
        made: tuple[Any, ...] = (
            pd.DataFrame({"date": [late, early]}),
            pl.DataFrame({"date": [late, early]}),
            pl.LazyFrame({"date": [late, early]}),
            pa.table({"date": [late, early]}),
            CONNECTION.from_arrow(pa.table({"date": [late, early]})),
        )
        for each in made:
            assert column(frames.annotate(each, add="board", **under), "board") == [None, 1]

    # In Seoul the last instant of 31 August 2026 and the first of 1 September; and one before 1970.
    MOMENTS = (
        dt.datetime(2026, 8, 31, 14, 59, 59, 999_999, tzinfo=dt.UTC),
        dt.datetime(2026, 8, 31, 15, tzinfo=dt.UTC),
        None,
        dt.datetime(1969, 12, 31, 14, 59, 59, tzinfo=dt.UTC),
    )

    @pytest.mark.parametrize("stored", ["UTC", "America/New_York", "Etc/GMT+9"])
    def test_with_a_zone_in_the_zone_asked_for(self, stored: str) -> None:
        table = pa.table({"date": pa.array(self.MOMENTS, pa.timestamp("us", stored))})
        connection = duckdb.connect()
        connection.execute(f"SET TimeZone = '{stored}'")
        made = (
            table,
            pl.DataFrame(table),
            pl.DataFrame(table).lazy(),
            pd.DataFrame({"date": pd.to_datetime(list(self.MOMENTS), utc=True).tz_convert(stored)}),
            pd.DataFrame({"date": pd.Series(table["date"].to_pylist(), dtype=pd.ArrowDtype(pa.timestamp("us", stored)))}),
            connection.from_arrow(table),
        )
        for each in made:
            assert column(frames.annotate(each, zone=SEOUL, add="board"), "board") == [7, 8, None, None]
            assert column(frames.annotate(each, zone="UTC", add="board"), "board") == [7, 7, None, None]

    @pytest.mark.parametrize("zone", ["Europe/London", "Africa/Cairo", "Australia/Lord_Howe", "America/St_Johns"])
    @pytest.mark.parametrize("engine", ["pandas", "pandas on Arrow", "Polars", "PyArrow"])
    def test_frames_in_memory_follow_the_zones_of_python(self, engine: str, zone: str) -> None:
        self.require_days_of_python(engine, zone, 1)

    @pytest.mark.parametrize("engine", LAZY)
    def test_lazy_frames_agree_where_their_zones_do(self, engine: str) -> None:
        self.require_days_of_python(engine, "Europe/London", 12)

    def require_days_of_python(self, engine: str, zone: str, months: int) -> None:
        """Fail where a moment about the start of a month is taken on another day than Python does: the board says the day.

        Boards last so many months, and the first starts on an April 1.
        """
        record = tri.record().as_known_on(dt.date(2010, 12, 16))
        law = with_lengths(months, first_day=dt.date(1970, 4, 1))
        starts = [dt.datetime(1970 + at // 12, at % 12 + 1, 1, tzinfo=ZoneInfo(zone)) for at in range(12, 12 * 90)]
        nearby = (-3600.0, -0.000_001, 0, 3600)
        moments = [start.astimezone(dt.UTC) + dt.timedelta(seconds=seconds) for start in starts for seconds in nearby]
        made = from_table(engine, pa.table({"date": pa.array([*moments, None], pa.timestamp("us", "UTC"))}))
        local = [moment.astimezone(ZoneInfo(zone)) for moment in moments]
        numbers = column(frames.annotate(made, zone=zone, add="board", agreement=law, record=record), "board")
        assert numbers == [*(((day.year - 1970) * 12 + day.month - 4) // months + 1 for day in local), None]

    @pytest.mark.parametrize("engine", ["pandas", "pandas on Arrow", "Polars", "PyArrow"])
    def test_a_moment_that_no_datetime_can_hold_is_null(self, engine: str) -> None:
        moments = pa.array([2**62, -(2**62), 1_756_900_800_000, None]).cast(pa.timestamp("ms", "UTC"))
        made = from_table(engine, pa.table({"date": moments}))
        for zone in (SEOUL, "America/New_York"):
            assert column(frames.annotate(made, zone=zone, add="board"), "board") == [None, None, 7, None]

    def test_a_null_before_the_first_moment_of_nanoseconds_stays_null(self) -> None:
        record = tri.record().as_known_on(dt.date(2010, 12, 16))
        under: dict[str, Any] = {"agreement": with_lengths(24, first_day=dt.date(1600, 1, 1)), "record": record}
        made = from_table("pandas", pa.table({"date": pa.array([self.MOMENTS[0], None], pa.timestamp("ns", "UTC"))}))
        assert column(frames.annotate(made, zone=SEOUL, add="board", **under), "board") == [214, None]

    def test_a_zone_that_is_needed_is_asked_for(self) -> None:
        table = pa.table({"date": pa.array(self.MOMENTS, pa.timestamp("us", "UTC"))})
        for days in (table, pl.DataFrame(table), pl.DataFrame(table).lazy(), CONNECTION.from_arrow(table)):
            with pytest.raises(
                tri.InvalidValueError, match='zone must be an IANA time zone, such as "Asia/Seoul", as a moment'
            ):
                frames.annotate(days)

    @pytest.mark.parametrize("engine", ["pandas", "pandas on Arrow", "Polars", "PyArrow", *LAZY])
    @pytest.mark.parametrize(
        "zone",
        [
            *("Asia/Pyongchang", "Asia", "", "/etc/passwd", "+09:00", "asia/seoul", "Asia/../Asia/Seoul"),
            *("localtime", "Factory", "posixrules", "right/Asia/Seoul", "posix/Asia/Seoul"),
        ],
    )
    def test_an_unknown_zone_is_refused(self, engine: str, zone: str) -> None:
        days = from_table(engine, pa.table({"date": pa.array(self.MOMENTS, pa.timestamp("us", "UTC"))}))
        with pytest.raises(tri.InvalidValueError, match='zone must be an IANA time zone, such as "Asia/Seoul", got'):
            frames.annotate(days, zone=zone)

    def test_a_zone_that_is_no_string_is_refused(self) -> None:
        zone: Any = dt.UTC
        with pytest.raises(tri.WrongTypeError, match=r"zone must be an IANA time zone.*got datetime\.timezone\.utc"):
            frames.annotate(pl.DataFrame({"date": self.MOMENTS}), zone=zone)

    @pytest.mark.parametrize("engine", ENGINES)
    def test_days_have_no_zone(self, engine: str) -> None:
        with pytest.raises(tri.InvalidValueError, match="zone must be None, as the days of the column 'date' have no zone"):
            frames.annotate(frame(engine, [THE_DAY]), zone=SEOUL)

    def test_datetimes_without_a_zone_have_none_either(self) -> None:
        with pytest.raises(tri.InvalidValueError, match="zone must be None"):
            frames.annotate(pl.DataFrame({"date": [self.EARLY]}), zone=SEOUL)


class TestOutside:
    """Days of which a column has nothing to say are null, or an error."""

    @pytest.mark.parametrize("engine", EAGER)
    def test_raising_names_the_first_such_day_and_the_way_out(self, engine: str) -> None:
        days = [None, THE_DAY, dt.date(2011, 8, 31), dt.date(2010, 1, 1)]
        with pytest.raises(tri.OutOfCoverageError, match='outside="null"') as caught:
            frames.annotate(frame(engine, days), add="board", outside="raise")
        assert str(caught.value) == (
            'no "board": board 1 had not started (pass outside="null" to leave such days null); '
            "expected a day from 2011-09-01 to 9997-08-31, got 2011-08-31"
        )
        assert pickle.loads(pickle.dumps(caught.value)).day == dt.date(2011, 8, 31)

    @pytest.mark.parametrize("engine", EAGER)
    def test_nothing_is_raised_where_all_days_are_covered(self, engine: str) -> None:
        made = frames.annotate(frame(engine, [None, THE_DAY]), outside="raise")
        assert said(made, *COLUMNS) == [(None,) * 4, (7, "KOR", dt.date(2023, 9, 1), 9)]

    @pytest.mark.parametrize("engine", EAGER)
    def test_each_column_has_a_coverage_of_its_own(self, engine: str) -> None:
        later, earlier = dt.date(2030, 1, 1), dt.date(2008, 12, 12)
        assert column(frames.annotate(frame(engine, [later]), add="board", outside="raise"), "board") == [9]
        with pytest.raises(
            tri.OutOfCoverageError, match=r"nobody knows of summits after .* from 2008-12-13 to 2025-11-24, got"
        ):
            frames.annotate(frame(engine, [later]), outside="raise")
        with pytest.raises(tri.OutOfCoverageError, match='no "last_summit": no summit had been held'):
            frames.annotate(frame(engine, [earlier]), add="last_summit", outside="raise")

    def test_a_day_that_no_date_can_hold_is_null_or_refused(self) -> None:
        days = pd.DataFrame({"date": np.array(["2025-09-03", "12000-01-01"], "datetime64[s]")})
        assert column(frames.annotate(days, add="board"), "board") == [7, None]
        with pytest.raises(tri.InvalidValueError, match=r"each day must be one that a datetime\.date can hold.*3663382 days"):
            frames.annotate(days, add="board", outside="raise")

    def test_a_board_whose_number_no_column_can_hold_is_refused(self) -> None:
        monthly = with_lengths(1)
        day = tri.board(32_767, agreement=monthly).end.date
        with pytest.raises(tri.OutOfCoverageError, match="a column holds numbers up to 32767"):
            frames.annotate(frame("Polars", [day]), add="board", outside="raise", agreement=monthly)

    @pytest.mark.parametrize("engine", LAZY)
    def test_lazy_frames_cannot_raise(self, engine: str) -> None:
        with pytest.raises(tri.InvalidValueError, match='outside must be "null" for a lazy frame'):
            frames.annotate(frame(engine, [THE_DAY]), outside="raise")

    def test_another_word_is_refused(self) -> None:
        outside: Any = "drop"
        with pytest.raises(tri.UnknownWordError, match="outside must be one of null, raise; got 'drop'"):
            frames.annotate(frame("Polars", [THE_DAY]), outside=outside)


class TestWhatIsRefused:
    """Bad input is refused with what to pass instead."""

    @pytest.mark.parametrize("engine", ENGINES)
    def test_a_column_that_is_not_there(self, engine: str) -> None:
        with pytest.raises(tri.UnknownWordError, match="must be one of date; did you mean date"):
            frames.annotate(frame(engine, [THE_DAY]), on="dates")

    def test_a_frame_without_columns(self) -> None:
        with pytest.raises(tri.UnknownWordError, match="the column of the days cannot be asked for, as there is none"):
            frames.annotate(pl.DataFrame())

    def test_a_name_that_is_no_string(self) -> None:
        on: Any = 0
        with pytest.raises(tri.WrongTypeError, match="the column of the days must be a string"):
            frames.annotate(pd.DataFrame({0: [THE_DAY]}), on=on)

    @pytest.mark.parametrize("engine", ENGINES)
    def test_an_empty_frame_stays_empty(self, engine: str) -> None:
        assert said(frames.annotate(frame(engine, [])), *COLUMNS) == []

    @pytest.mark.parametrize(
        ("made", "way", "kind"),
        [
            (
                pd.DataFrame({"date": pd.Series(["2025-09-03"], dtype="string")}),
                "by pandas.to_datetime(frame['date'])",
                "string",
            ),
            (pd.DataFrame({"date": [20250903]}), "make it a column of dates", "int64"),
            (pd.DataFrame({"date": pd.Categorical([20250903])}), "make it a column of dates", "category"),
            (
                pd.DataFrame({"date": pd.period_range("2025-09-03", periods=1, freq="D")}),
                "by frame['date'].dt.to_timestamp()",
                "period[D]",
            ),
            (
                pd.DataFrame({"date": pd.Series(["2025-09-03"], dtype=pd.ArrowDtype(pa.string()))}),
                "by pandas.to_datetime(frame['date'])",
                "string[pyarrow]",
            ),
            (
                pd.DataFrame({"date": pd.Series([None], dtype=pd.ArrowDtype(pa.null()))}),
                "by pandas.to_datetime(frame['date'])",
                "null[pyarrow]",
            ),
            (pl.DataFrame({"date": ["2025-09-03"]}), "by polars.col('date').str.to_date()", "String"),
            (pl.LazyFrame({"date": ["2025-09-03"]}), "by polars.col('date').str.to_date()", "String"),
            (pl.DataFrame({"date": [20250903]}), "make it a column of dates", "Int64"),
            (pl.DataFrame({"date": []}), "by polars.col('date').cast(polars.Date)", "Null"),
            (pl.LazyFrame({"date": [None]}), "by polars.col('date').cast(polars.Date)", "Null"),
            (pa.table({"date": ["2025-09-03"]}), "by frame['date'].cast(pyarrow.date32())", "string"),
            (pa.table({"date": pa.nulls(1)}), "by frame['date'].cast(pyarrow.date32())", "null"),
            (pa.table({"date": [20250903]}), "make it a column of dates", "int64"),
            (CONNECTION.sql("SELECT '2025-09-03' AS date"), 'by SELECT CAST("date" AS DATE)', "VARCHAR"),
            pytest.param(
                CONNECTION.sql("SELECT NULL AS date"),
                'by SELECT CAST("date" AS DATE)',
                "NULL",
                marks=pytest.mark.skipif(OLD_DUCKDB, reason="DuckDB itself takes what is null for integers"),
            ),
            (CONNECTION.sql("SELECT TIME '10:00' AS date"), "make it a column of dates", "TIME"),
        ],
    )
    def test_a_column_that_holds_no_days(self, made: Any, way: str, kind: str) -> None:
        expected = rf"'date' must be of dates or datetimes \(.*{re.escape(way)}.*\), got .*{re.escape(kind)}\"?$"
        with pytest.raises(tri.WrongTypeError, match=expected):
            frames.annotate(made)

    def test_names_are_quoted_as_sql_quotes_them(self) -> None:
        with pytest.raises(tri.WrongTypeError, match=r'SELECT CAST\("a ""b" AS DATE\)'):
            frames.annotate(CONNECTION.sql('SELECT 1::VARCHAR AS "a ""b"'), on='a "b')

    def test_what_is_said_to_convert_does(self) -> None:
        text, nulls = pl.DataFrame({"date": ["2025-09-03"]}), pl.DataFrame({"date": [None]})
        assert column(frames.annotate(text.with_columns(pl.col("date").str.to_date()), add="board"), "board") == [7]
        assert column(frames.annotate(nulls.with_columns(pl.col("date").cast(pl.Date)), add="board"), "board") == [None]
        periods = pd.DataFrame({"date": pd.period_range("2025-09-03", periods=1, freq="D")})
        assert column(frames.annotate(periods.assign(date=periods["date"].dt.to_timestamp()), add="board"), "board") == [7]
        empty = pd.Series([None], dtype=pd.ArrowDtype(pa.null()))
        assert column(frames.annotate(pd.DataFrame({"date": pd.to_datetime(empty)}), add="board"), "board") == [None]
        for values in (["2025-09-03"], pa.nulls(1)):
            table = pa.table({"date": values})
            dates = pa.table({"date": table["date"].cast(pa.date32())})
            assert column(frames.annotate(dates, add="board"), "board") in ([7], [None])

    @pytest.mark.parametrize("value", ["2025-09-03", dt.datetime(2025, 9, 3, tzinfo=dt.UTC), dt.datetime(2025, 9, 3)])  # noqa: DTZ001
    def test_objects_of_pandas_that_can_be_converted(self, value: object) -> None:
        days = pd.DataFrame({"date": pd.Series([THE_DAY, value], dtype=object)})
        with pytest.raises(tri.WrongTypeError, match=r"'date' must be a datetime\.date or null .*utc=True\).*, got"):
            frames.annotate(days)

    @pytest.mark.parametrize("value", [20250903, 2025.9, np.array([1, 2]), [THE_DAY], {}])
    def test_objects_of_pandas_that_are_no_days(self, value: object) -> None:
        days = pd.DataFrame({"date": pd.Series([THE_DAY, value], dtype=object)})
        with pytest.raises(tri.WrongTypeError, match=r"a datetime\.date or null \(make it a column of dates first\), got"):
            frames.annotate(days)

    def test_datetimes_of_more_than_one_zone(self) -> None:
        zones = [dt.timezone(dt.timedelta(hours=hours)) for hours in (8, 9)]
        days = pd.DataFrame({"date": pd.Series([dt.datetime(2025, 9, 3, tzinfo=zone) for zone in zones], dtype=object)})
        for zone in (None, SEOUL):
            with pytest.raises(
                tri.WrongTypeError, match=r"pandas\.to_datetime\(frame\['date'\], utc=True\) of more than one zone"
            ):
                frames.annotate(days, zone=zone)
        mended = days.assign(date=pd.to_datetime(days["date"], utc=True))
        assert column(frames.annotate(mended, zone=SEOUL, add="board"), "board") == [7, 7]

    def test_nulls_of_any_kind_among_objects_are_nulls(self) -> None:
        days = pd.DataFrame({"date": pd.Series([None, pd.NaT, pd.NA, float("nan"), np.float32("nan"), THE_DAY], dtype=object)})
        assert column(frames.annotate(days, add="board"), "board") == [None] * 5 + [7]

    @pytest.mark.parametrize("engine", ENGINES)
    def test_a_column_that_is_there_already(self, engine: str) -> None:
        made = frames.annotate(frame(engine, [THE_DAY]), add=["board"])
        with pytest.raises(tri.InvalidValueError, match=r"columns that the frame does not have .*got \['board'\]"):
            frames.annotate(made)
        assert column(frames.annotate(made, add="sg_state"), "sg_state") == ["KOR"]

    def test_a_column_that_is_there_already_in_capitals(self) -> None:
        made = CONNECTION.sql("SELECT DATE '2025-09-03' AS date, 1 AS Board")
        with pytest.raises(tri.InvalidValueError, match=r"columns that the frame does not have .*got \['board'\]"):
            frames.annotate(made)
        capitals = pl.DataFrame({"date": [THE_DAY], "Board": [1]})
        assert frames.annotate(capitals, add="board").row(0) == (THE_DAY, 1, 7)

    def test_two_columns_of_one_name(self) -> None:
        made = pd.DataFrame([[THE_DAY, THE_DAY]], columns=["date", "date"])
        with pytest.raises(tri.InvalidValueError, match="the frame must be one whose columns have different names"):
            frames.annotate(made)

    @pytest.mark.parametrize(
        "names", ["a, 2 AS a", 'a, 2 AS "A"', "a, DATE '2012-01-01' AS date", "a, DATE '2012-01-01' AS \"Date\""]
    )
    def test_names_that_are_one_to_duckdb(self, names: str) -> None:
        made = CONNECTION.sql(f"SELECT DATE '2025-09-03' AS date, 1 AS {names}")
        with pytest.raises(tri.InvalidValueError, match="the frame must be one whose columns have different names"):
            frames.annotate(made)

    def test_names_that_are_two_to_duckdb(self) -> None:
        made = frames.annotate(CONNECTION.sql('SELECT DATE \'2025-09-03\' AS date, 1 AS "É", 2 AS "é"'), add="board")
        assert made.fetchall() == [(THE_DAY, 1, 2, 7)]

    @pytest.mark.parametrize("on", ["*", "date"])
    def test_a_name_that_duckdb_takes_for_all_columns(self, on: str) -> None:
        made = CONNECTION.from_arrow(pa.table({"date": [THE_DAY], "*": [THE_DAY]}))
        with pytest.raises(
            tri.InvalidValueError, match='the frame must be one without a column "\\*", which DuckDB takes for all'
        ):
            frames.annotate(made, on=on)

    def test_names_in_more_than_one_row(self) -> None:
        made = pd.DataFrame([[THE_DAY, 1]], columns=pd.MultiIndex.from_tuples([("date", "x"), ("b", "y")]))
        with pytest.raises(tri.InvalidValueError, match=r"columns have single names .*got a MultiIndex with \('date', 'x'\)"):
            frames.annotate(made)
        made.columns = made.columns.map("_".join)
        assert column(frames.annotate(made, on="date_x", add="board"), "board") == [7]

    @pytest.mark.parametrize(
        "other", [3, [THE_DAY], {"date": [THE_DAY]}, pl.Series([THE_DAY]), nw.from_native(pl.DataFrame({"date": [THE_DAY]}))]
    )
    def test_what_is_no_frame(self, other: Any) -> None:
        with pytest.raises(tri.WrongTypeError, match="the frame must be one of pandas, Polars, PyArrow, Polars lazy, DuckDB"):
            frames.annotate(other)

    @pytest.mark.parametrize("add", [(), ("board", "board")])
    def test_no_columns_to_add_or_one_twice(self, add: Any) -> None:
        with pytest.raises(tri.InvalidValueError, match="one or more of board, sg_state, term_start, last_summit, each once"):
            frames.annotate(frame("Polars", [THE_DAY]), add=add)

    def test_an_unknown_column_to_add(self) -> None:
        add: Any = ("board", "state")
        with pytest.raises(
            tri.UnknownWordError, match=r"a column to add must be one of board, sg_state, .*did you mean sg_state"
        ):
            frames.annotate(frame("Polars", [THE_DAY]), add=add)

    def test_columns_to_add_that_are_no_words(self) -> None:
        for add in (7, [7]):
            wrong: Any = add
            with pytest.raises(tri.WrongTypeError, match="a column to add must be a string"):
                frames.annotate(frame("Polars", [THE_DAY]), add=wrong)

    @pytest.mark.parametrize("engine", LAZY)
    def test_a_law_too_irregular_for_an_expression(self, engine: str) -> None:
        under: dict[str, Any] = {"agreement": with_lengths(*(12 + at for at in range(80)))}
        with pytest.raises(tri.InvalidValueError, match=r"at most 60 regular runs, or collect the frame first"):
            frames.annotate(frame(engine, [THE_DAY]), **under)
        assert column(frames.annotate(frame(engine, [THE_DAY]), add="last_summit", **under), "last_summit") == [9]
        days = [THE_DAY, dt.date(2080, 1, 1)]
        assert said(frames.annotate(frame("Polars", days), **under), *COLUMNS[:3]) == boards_on(days, **under)

    def test_what_is_no_law_and_no_record(self) -> None:
        wrong: Any = 2025
        with pytest.raises(tri.WrongTypeError, match="agreement must be an Agreement"):
            frames.annotate(frame("Polars", [THE_DAY]), agreement=wrong)
        with pytest.raises(tri.WrongTypeError, match="record must be a Record"):
            frames.annotate(frame("Polars", [THE_DAY]), record=wrong)
