"""The columns as expressions, for engines that run a query later."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from functools import reduce
from typing import Any, Final, NamedTuple, cast

from trilateral._values.boards import Board
from trilateral.errors import InvalidValueError
from trilateral.frames._columns import LAST_DAY, STATES, Column, Law, board_values, day_of, steps
from trilateral.frames._days import engine_of
from trilateral.frames._extra import Native, nw

__all__ = ["with_expressions"]

_MOST_RUNS: Final = 60
# The days from 0000-03-01, as the year is counted from March so that a leap day is its last, to 1970-01-01.
_FROM_MARCH: Final = 719_468


class _Run(NamedTuple):
    """Boards that follow each other, each for as many months.

    Attributes:
        number: Of the first of them.
        start: Its first day.
        months: How long each lasts; 0 for a single one that does not last whole months.
    """

    number: int
    start: date
    months: int


class _Turns(NamedTuple):
    """Boards led by up to three states in turns.

    Attributes:
        number: Of the first of them.
        states: Who leads that board, and those after it.
    """

    number: int
    states: tuple[str, ...]


def with_expressions(
    frame: nw.LazyFrame[Any], on: str, columns: Sequence[Column], zone: str | None, law: Law
) -> nw.LazyFrame[Any]:
    """Return a lazy frame with columns added.

    Raises:
        InvalidValueError: The boards are too irregular for an expression.
    """
    line = () if set(columns) == {"last_summit"} else law.boards_to(LAST_DAY)
    runs, turns = _runs(line), _turns(line if "sg_state" in columns else ())
    if len(runs) + len(turns) > _MOST_RUNS:
        expected = f"one under which boards come in at most {_MOST_RUNS} regular runs, or collect the frame first"
        raise InvalidValueError("the agreement, with its record, for a lazy frame", expected, f"{len(runs) + len(turns)} runs")
    names = frame.collect_schema().names()
    made = nw.generate_temporary_column_name(8, names), nw.generate_temporary_column_name(9, names)
    day, number = nw.col(made[0]), nw.col(made[1])
    state: Any = nw.Enum(STATES) if engine_of(frame) is nw.Implementation.POLARS else nw.String
    makers = {
        "board": lambda: number.cast(nw.Int16),
        "sg_state": lambda: _state(number, turns).cast(state),
        "term_start": lambda: _term_start(number, runs),
        "last_summit": lambda: _last_summit(day, law).cast(nw.Int16),
    }
    dated = _with_day(frame, on, zone, made[0])
    numbered = dated.with_columns(_number(day, runs, line).alias(made[1]))
    return numbered.with_columns(makers[column]().alias(column) for column in columns).drop(made)


def _with_day(frame: nw.LazyFrame[Any], on: str, zone: str | None, name: str) -> nw.LazyFrame[Any]:
    """Return a frame with the calendar days in a column of their own; no name is read as a pattern, as narwhals would."""
    native: Native = frame.to_native()
    namespace: Native = nw.get_native_namespace(frame)
    engine = engine_of(frame)
    if engine is nw.Implementation.DUCKDB:
        day = namespace.ColumnExpression(on)
        if zone is not None:
            day = namespace.FunctionExpression("timezone", namespace.ConstantExpression(zone), day)
        native = native.select(namespace.StarExpression(), day.cast("DATE").alias(name))
    elif engine is nw.Implementation.PYSPARK:  # pragma: no cover - tests/engines
        column = "`{}`".format(on.replace("`", "``"))
        day = f"CAST({column} AS DATE)"
        if zone is not None:
            moment = f"unix_micros(from_utc_timestamp({column}, '{zone}'))"  # of local time, as if that were UTC
            day = f"date_from_unix_date(CAST(({moment} - pmod({moment}, 86400000000)) DIV 86400000000 AS INT))"
        native = native.selectExpr("*", f"{day} AS `{name}`")
    else:
        plain = f"{name}_"
        day = namespace.col(plain)
        day = day if zone is None else day.dt.convert_time_zone(zone)
        native = native.rename({on: plain}).with_columns(day.dt.date().alias(name)).rename({plain: on})
    return cast("nw.LazyFrame[Any]", nw.from_native(native))


def _runs(line: Iterable[Board]) -> list[_Run]:
    """Return some boards as runs, each as long as it can be."""
    runs: list[_Run] = []
    for board in line:
        start, end = board.start.date, board.end.date
        months = _month(end) - _month(start) if start.day == end.day else 0
        if not runs or months == 0 or (months, start.day) != (runs[-1].months, runs[-1].start.day):
            runs.append(_Run(board.number, start, months))
    return runs


def _turns(line: Sequence[Board]) -> list[_Turns]:
    """Return who leads some boards, each rotation as long as it can be."""
    turns: list[_Turns] = []
    for number, state in zip(board_values("board", line), board_values("sg_state", line), strict=True):
        if turns:
            first, states = turns[-1]
            if len(states) < len(STATES):
                turns[-1] = _Turns(first, (*states, STATES[state]))
                continue
            if states[(number - first) % len(STATES)] == STATES[state]:
                continue
        turns.append(_Turns(number, (STATES[state],)))
    return turns


def _month(day: date) -> int:
    """Return how many months a month is after the January of year 0."""
    return 12 * day.year + day.month - 1


def _since(value: nw.Expr, cases: Iterable[tuple[Any, nw.Expr]]) -> nw.Expr:
    """Return what holds from the start of each case on up to that of the next, and null before the first."""
    return reduce(lambda before, case: nw.when(value >= case[0]).then(case[1]).otherwise(before), cases, nw.lit(None))


def _divided(value: nw.Expr, by: int) -> nw.Expr:
    """Return the whole quotient; what narwhals makes of ``//`` takes DuckDB twice as long."""
    return (value / by).floor()


def _number(day: nw.Expr, runs: Iterable[_Run], line: Sequence[Board]) -> nw.Expr:
    """Return the number of the board on a day, or null if no board was reckoned."""

    def of(run: _Run) -> nw.Expr:
        if run.months == 0:
            return nw.lit(run.number)
        months = day.dt.year() * 12 + day.dt.month() - (_month(run.start) + 1)
        if run.start.day > 1:
            months -= (day.dt.day() < run.start.day).cast(nw.Int32)
        return _divided(months, run.months) + run.number

    return _since(day, [*((run.start, of(run)) for run in runs), *((board.end.date, nw.lit(None)) for board in line[-1:])])


def _state(number: nw.Expr, turns: Iterable[_Turns]) -> nw.Expr:
    """Return the state that leads a board."""

    def of(turn: _Turns) -> nw.Expr:
        place = (number - turn.number) % len(STATES)
        return _since(place, list(enumerate(map(nw.lit, turn.states))))

    return _since(number, [(turn.number, of(turn)) for turn in turns])


def _term_start(number: nw.Expr, runs: Sequence[_Run]) -> nw.Expr:
    """Return the first day of a board."""
    month = _since(number, [(run.number, (number - run.number) * run.months + _month(run.start)) for run in runs])
    day = _since(number, [(run.number, nw.lit(run.start.day)) for run in runs])
    year = _divided(month - 2, 12)
    of_year = month - 2 - year * 12
    leap_days = _divided(year, 4) - _divided(year, 100) + _divided(year, 400)
    days = year * 365 + leap_days + _divided(of_year * 153 + 2, 5) + day - (_FROM_MARCH + 1)
    return (nw.lit(date(1970, 1, 1)) + nw.lit(timedelta(days=1)) * days.cast(nw.Int64)).cast(nw.Date)


def _last_summit(day: nw.Expr, law: Law) -> nw.Expr:
    """Return the number of the newest summit held."""
    days, values = steps("last_summit", law, LAST_DAY)
    held = (nw.lit(None) if value is None else nw.lit(value) for value in (*values, None))
    return _since(day, [(day_of(first), value) for first, value in zip(days, held, strict=True)])
