"""What each column that can be added says of every day."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Final, Literal, NamedTuple, get_args

from trilateral._queries.boards import board_on, boards
from trilateral._queries.series import Series, series
from trilateral._values.boards import Board
from trilateral._values.dates import Term
from trilateral._values.states import MemberState
from trilateral.errors import InvalidValueError, OutOfCoverageError
from trilateral.rules import Agreement

if TYPE_CHECKING:
    from trilateral._record.record import Record

__all__ = [
    "COLUMNS",
    "LAST_DAY",
    "MOST",
    "STATES",
    "Column",
    "Law",
    "Steps",
    "board_values",
    "day_number",
    "day_of",
    "error_outside",
    "steps",
]

Column = Literal["board", "sg_state", "term_start", "last_summit"]

COLUMNS: Final[tuple[Column, ...]] = get_args(Column)
STATES: Final = tuple(sorted(state.value for state in MemberState))
_EPOCH: Final = date(1970, 1, 1).toordinal()
LAST_DAY: Final = date.max.toordinal() - _EPOCH
MOST: Final = 32_767  # an Int16 holds no larger number


class Law(NamedTuple):
    """Under what is asked; None stands for the agreement of the record, and for the record that ships."""

    agreement: Agreement[MemberState] | None
    record: "Record | None"

    def boards_to(self, day: int) -> tuple[Board, ...]:
        """Return every board that has started by a day, as far as a column can hold their numbers."""
        until = day_of(min(day + 1, LAST_DAY))
        return boards(until=until, agreement=self.agreement, record=self.record)[:MOST]

    def summits(self) -> Series:
        """Return the series of the summits."""
        return series("summit", record=self.record)


class Steps(NamedTuple):
    """What a column says: a value from each day on up to the next, and nothing before the first and from the last on.

    Attributes:
        days: In order, as days since 1970-01-01.
        values: One fewer than days; None where nobody knows.
    """

    days: tuple[int, ...]
    values: tuple[int | None, ...]


def day_number(day: date) -> int:
    """Return how many days a day is after 1970-01-01."""
    return day.toordinal() - _EPOCH


def day_of(number: int) -> date:
    """Return the day that is so many days after 1970-01-01."""
    return date.fromordinal(number + _EPOCH)


def steps(column: Column, law: Law, until: int) -> Steps:
    """Return what a column says of every day up to ``until``, at least: a number, a place in `STATES`, or a day."""
    if column == "last_summit":
        return _summit_steps(law.summits())
    line = law.boards_to(until) or law.boards_to(LAST_DAY)
    starts = (day_number(board.start.date) for board in line)
    return Steps((*starts, day_number(line[-1].end.date)), board_values(column, line))


def board_values(column: Column, line: Sequence[Board]) -> tuple[int, ...]:
    """Return what a column says of each of some boards."""
    if column == "board":
        return tuple(board.number for board in line)
    if column == "sg_state":
        return tuple(STATES.index(board.secretary_general.state.value) for board in line)
    return tuple(day_number(board.start.date) for board in line)


class _Held(NamedTuple):
    """A summit that was held: its number, and the first and the last day on which it can have begun."""

    number: int | None
    earliest: int
    latest: int


def _summit_steps(summits: Series) -> Steps:
    """Return the number of the newest summit held, up to the day of the newest evidence.

    It is None where the day on which some summit began is too vague to say, or where the number is not known.
    """
    end = day_number(summits.as_of) + 1
    held = [
        _Held(
            event.number,
            day_number(event.earliest),
            day_number(event.earliest if isinstance(event.when, Term) else event.latest),
        )
        for event in summits.meetings
    ]
    days = sorted({day for each in held for day in (each.earliest, each.latest) if day < end})

    def newest(day: int) -> int | None:
        begun = [each for each in held if each.earliest <= day]
        return None if any(day < each.latest for each in begun) else begun[-1].number

    return Steps((*days, end), tuple(newest(day) for day in days))


def error_outside(column: Column, day: int, law: Law, found: Steps) -> OutOfCoverageError | InvalidValueError:
    """Return the error that says that a column has nothing to say of a day, and why."""
    if not 1 <= day + _EPOCH <= date.max.toordinal():
        got = f"the day {day} days after 1970-01-01"
        return InvalidValueError("each day", 'one that a datetime.date can hold, or pass outside="null"', got)
    asked = day_of(day)
    error = _why(column, asked, law, found)
    reason = f'no "{column}": {error.reason} (pass outside="null" to leave such days null)'
    return OutOfCoverageError(asked, error.first, error.last, reason)


def _why(column: Column, asked: date, law: Law, found: Steps) -> OutOfCoverageError:
    """Return why a column has nothing to say of a day."""
    first, last = day_of(found.days[0]), day_of(found.days[-1] - 1)
    if column == "last_summit":
        reason = "no summit had been held" if asked < first else "nobody knows of summits after the newest evidence"
        return OutOfCoverageError(asked, first, last, reason)
    try:
        board_on(asked, agreement=law.agreement, record=law.record)
    except OutOfCoverageError as error:
        return error
    return OutOfCoverageError(asked, first, last, f"a column holds numbers up to {MOST}")
