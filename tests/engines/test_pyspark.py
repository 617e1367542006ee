"""PySpark: what `board_on` says, on the user's own session and only when it runs."""

import datetime as dt
from typing import Any

import pytest
from tests.frames.truth import COLUMNS, DAYS, boards_on, with_boards, with_leaders, with_lengths

import trilateral as tri
from trilateral import frames

# It says so of pandas 3, which is not used here.
pytestmark = pytest.mark.filterwarnings("ignore:PySpark does not yet fully support pandas:FutureWarning")

THE_DAY = dt.date(2025, 9, 3)


def days(spark: Any, values: list[dt.date | None]) -> Any:
    """A frame with a column ``date``."""
    return spark.createDataFrame([(value,) for value in values], "date date")


def said(made: Any, *names: str) -> list[tuple[Any, ...]]:
    """What the columns of a frame say of each row."""
    return [tuple(row) for row in made.select(*names).collect()]


@pytest.mark.parametrize("agreement", [tri.AGREEMENT_2025, tri.AGREEMENT_2010])
def test_from_2011_to_2060_under_both_laws(spark: Any, agreement: tri.Agreement[tri.MemberState]) -> None:
    made = frames.annotate(days(spark, [*DAYS]), agreement=agreement)
    assert said(made, "date", *COLUMNS[:3]) == [
        (day, *board) for day, board in zip(DAYS, boards_on(DAYS, agreement=agreement), strict=True)
    ]


@pytest.mark.parametrize(
    "under",
    [
        {"agreement": tri.AGREEMENT_2025.with_extension(8, until=dt.date(2032, 2, 29), because="A test.")},
        {"agreement": with_lengths(24, 24, 24, 24, 24, 24, 24, 5)},
        {"record": with_boards("2026-10-17", "2029-02-28", "2032-12-31")},
        {"record": with_leaders("CHN", "CHN", "KOR")},
    ],
    ids=["until a leap day", "five months", "odd days", "out of rotation"],
)
def test_under_any_law_and_record(spark: Any, under: dict[str, Any]) -> None:
    some = DAYS[5_000::7]
    assert said(frames.annotate(days(spark, [*some]), **under), *COLUMNS[:3]) == boards_on(some, **under)


def test_nulls_ends_and_summits(spark: Any) -> None:
    some = [None, dt.date(9997, 8, 31), dt.date(9997, 9, 1), dt.date(1900, 1, 1), dt.date(2024, 5, 26), dt.date(2025, 11, 25)]
    made = frames.annotate(days(spark, some))
    assert said(made, *COLUMNS[:3]) == boards_on(some)
    assert said(made, "last_summit") == [(None,), (None,), (None,), (None,), (9,), (None,)]


def test_it_stays_lazy_and_its_types_are_known(spark: Any) -> None:
    strict = spark.createDataFrame([("no day",)], "s string").selectExpr("to_date(raise_error('it was run')) AS date")
    made = frames.annotate(strict, add=("last_summit", "term_start", "sg_state", "board"))
    assert made.dtypes == [
        ("date", "date"),
        ("last_summit", "smallint"),
        ("term_start", "date"),
        ("sg_state", "string"),
        ("board", "smallint"),
    ]
    with pytest.raises(Exception, match="it was run"):
        made.collect()


@pytest.mark.parametrize("name", ["a.b", "a`b", "*", "a b", 'q"', "o'x", "^d.*$", "日付"])
def test_a_name_is_no_pattern(spark: Any, name: str) -> None:
    other = dt.date(2012, 1, 1)
    frame = spark.createDataFrame([(THE_DAY, other, other)], [name, "date", "dx"])
    made = frames.annotate(frame, on=name, add=("board", "sg_state"))
    assert made.columns == [name, "date", "dx", "board", "sg_state"]
    assert said(made, "board", "sg_state") == [(7, "KOR")]
    assert said(frames.annotate(frame, add="board"), "board") == [(1,)]


def test_names_that_are_one_to_spark(spark: Any) -> None:
    for names in (["date", "Date"], ["date", "date"]):
        frame = spark.createDataFrame([(THE_DAY, dt.date(2012, 1, 1))], names)
        with pytest.raises(tri.InvalidValueError, match=r"have different names .*got 'date' more than once"):
            frames.annotate(frame)
    others = spark.createDataFrame([(THE_DAY, 1, 2)], ["date", "a", "A"])
    made = frames.annotate(others, add="board")
    assert (made.columns, [tuple(row) for row in made.collect()]) == (["date", "a", "A", "board"], [(THE_DAY, 1, 2, 7)])


class TestDatetimes:
    """Moments are taken in the zone asked for, whatever that of the session."""

    @pytest.fixture
    def moments(self, spark: Any) -> Any:
        """In Seoul the last instant of 31 August 2026, the first of 1 September, nothing, and one before 1970."""
        texts = ["2026-08-31 14:59:59.999999", "2026-08-31 15:00:00", None, "1969-12-31 14:59:59.5"]
        frame = spark.createDataFrame([(text,) for text in texts], "text string")
        return frame.selectExpr("to_timestamp(text || '+00:00') AS `a``moment`", "to_timestamp_ntz(text) AS local", "text")

    def test_in_the_zone_asked_for(self, moments: Any) -> None:
        for zone, numbers in (("Asia/Seoul", [7, 8, None, None]), ("UTC", [7, 7, None, None])):
            made = frames.annotate(moments, on="a`moment", zone=zone, add="board")
            assert [number for (number,) in said(made, "board")] == numbers

    def test_a_moment_before_1970_lies_on_the_day_before(self, moments: Any) -> None:
        record = tri.record().as_known_on(dt.date(2010, 12, 16))
        law = with_lengths(24, first_day=dt.date(1970, 1, 1))
        for zone, number in (("Asia/Seoul", None), ("Asia/Tokyo", None), ("Pacific/Auckland", 1)):
            made = frames.annotate(moments, on="a`moment", zone=zone, add="board", agreement=law, record=record)
            assert said(made, "board")[3] == (number,)

    def test_without_a_zone(self, moments: Any) -> None:
        assert said(frames.annotate(moments, on="local", add="board"), "board") == [(7,), (7,), (None,), (None,)]

    def test_a_zone_that_is_needed_is_asked_for(self, moments: Any) -> None:
        with pytest.raises(tri.InvalidValueError, match='zone must be an IANA time zone, such as "Asia/Seoul", as a moment'):
            frames.annotate(moments, on="a`moment")


def test_bad_input_is_refused(spark: Any) -> None:
    frame = spark.createDataFrame([(THE_DAY, "2025-09-03", 1)], "date date, text string, Board int")
    with pytest.raises(tri.WrongTypeError, match=r"pyspark\.sql\.functions\.to_date\('`text`'\)\), got string"):
        frames.annotate(frame, on="text", add="sg_state")
    with pytest.raises(tri.WrongTypeError, match=r"functions\.to_date\('`date`'\)\), got void"):
        frames.annotate(spark.sql("SELECT NULL AS date"))
    with pytest.raises(tri.WrongTypeError, match=r"\(make it a column of dates first\), got int"):
        frames.annotate(spark.sql("SELECT 20250903 AS date"))
    with pytest.raises(tri.InvalidValueError, match=r"columns that the frame does not have .*got \['board'\]"):
        frames.annotate(frame)
    with pytest.raises(tri.InvalidValueError, match='outside must be "null" for a lazy frame'):
        frames.annotate(frame, add="sg_state", outside="raise")
    with pytest.raises(tri.UnknownWordError, match="did you mean date"):
        frames.annotate(frame, on="data", add="sg_state")
