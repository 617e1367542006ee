"""Which board there is: by number, on a day, up to a day, and whose turn comes next."""

from bisect import bisect_right
from datetime import date
from itertools import islice, takewhile
from typing import TYPE_CHECKING

from trilateral._queries.succession import require_law, shipped, succession
from trilateral._values.boards import Board
from trilateral._values.dates import Term, require_day, require_term
from trilateral._values.states import MemberState
from trilateral.errors import WrongTypeError, shown
from trilateral.rules import Agreement

if TYPE_CHECKING:
    from trilateral._record.record import Record

__all__ = ["board", "board_on", "boards", "boards_during", "next_turn"]


def board(number: int, /, *, agreement: Agreement[MemberState] | None = None, record: "Record | None" = None) -> Board:
    """Return board ``number``, recorded or projected.

    Args:
        number: Counted from 1.
        agreement: The law; by default that of the record.
        record: The facts; by default those that ship.

    Raises:
        WrongTypeError: ``number`` is not an `int`.
        UnknownBoardError: ``number`` is less than 1, or a date cannot hold the term.

    Example:
        >>> board(7), board(8)
        (<Board 7 KOR LEE Hee-sup 2023-09-01/2026-09-01>, <Board 8 JPN unknown 2026-09-01/2029-09-01>)
    """
    require_law(agreement, record)
    if type(number) is not int:
        raise WrongTypeError("a board's number", "an int, such as 7", shown(number))
    return succession(agreement, record).numbered(number)


def board_on(day: date, /, *, agreement: Agreement[MemberState] | None = None, record: "Record | None" = None) -> Board:
    """Return the one board on ``day``.

    Args:
        day: From the start of board 1 on.
        agreement: The law; by default that of the record.
        record: The facts; by default those that ship.

    Raises:
        WrongTypeError: ``day`` is not a `datetime.date`, or is a datetime.
        OutOfCoverageError: ``day`` lies before board 1, or after the last board that a date can hold.

    Example:
        >>> from datetime import date
        >>> board_on(date(2025, 9, 3))
        <Board 7 KOR LEE Hee-sup 2023-09-01/2026-09-01>
    """
    if type(day) is not date:
        require_day(day, "the day")
    if agreement is None and record is None:
        line = shipped()
    else:
        require_law(agreement, record)
        line = succession(agreement, record)
    try:
        found = line.boards[bisect_right(line.days, day)]
    except IndexError:
        found = None
    return found or line.on(day)


def boards(
    *, until: date | None = None, agreement: Agreement[MemberState] | None = None, record: "Record | None" = None
) -> tuple[Board, ...]:
    """Return the recorded boards, or every board that starts before a day.

    Args:
        until: The day, exclusive, before which a board must start; recorded boards are cut by it too, and projected ones
            are added up to it. By default the recorded boards are returned.
        agreement: The law; by default that of the record.
        record: The facts; by default those that ship.

    Raises:
        WrongTypeError: ``until`` is not a `datetime.date`, or is a datetime.

    Example:
        >>> from datetime import date
        >>> len(boards()), [board.number for board in boards(until=date(2041, 1, 1))][-1]
        (7, 12)
    """
    require_law(agreement, record)
    line = succession(agreement, record)
    if until is None:
        return tuple(islice(line.following(1), line.recorded))
    day = require_day(until, "until")
    return tuple(takewhile(lambda board: board.start.date < day, line.following(1)))


def boards_during(
    term: Term, /, *, agreement: Agreement[MemberState] | None = None, record: "Record | None" = None
) -> tuple[Board, ...]:
    """Return every board in office on some day of a term, such as that of a fiscal year.

    Args:
        term: The days, half-open; those before board 1 have no board.
        agreement: The law; by default that of the record.
        record: The facts; by default those that ship.

    Raises:
        WrongTypeError: ``term`` is not a `Term`.
        OutOfCoverageError: ``term`` goes on after the last board that a date can hold.

    Example:
        >>> from trilateral import AGREEMENT_2010, fiscal_year
        >>> [board.number for board in boards_during(fiscal_year(2025).term)]
        [7]
        >>> [board.number for board in boards_during(fiscal_year(2025).term, agreement=AGREEMENT_2010)]
        [7, 8]
    """
    require_law(agreement, record)
    require_term(term, "the term")
    line = succession(agreement, record)
    if term.last_day < line.days[0]:
        return ()
    first = line.on(max(term.start, line.days[0])).number
    return tuple(line.numbered(number) for number in range(first, line.on(term.last_day).number + 1))


def next_turn(
    state: MemberState,
    /,
    *,
    after: date,
    agreement: Agreement[MemberState] | None = None,
    record: "Record | None" = None,
) -> Board:
    """Return the first board led by ``state`` that starts after a day.

    Args:
        state: The member state of the Secretary-General.
        after: The day, exclusive.
        agreement: The law; by default that of the record.
        record: The facts; by default those that ship.

    Raises:
        WrongTypeError: ``state`` is not a `MemberState`, or ``after`` is not a `datetime.date`, or is a datetime.
        OutOfCoverageError: No such board starts before the last day that a date can hold.

    Example:
        >>> from datetime import date
        >>> from trilateral import MemberState
        >>> next_turn(MemberState.CHINA, after=date(2026, 11, 21))
        <Board 9 CHN unknown 2029-09-01/2032-09-01>
    """
    require_law(agreement, record)
    if not isinstance(state, MemberState):  # pyright: ignore[reportUnnecessaryIsInstance]
        raise WrongTypeError("a state", "a MemberState, such as MemberState.CHINA", shown(state))
    day = require_day(after, "after")
    line = succession(agreement, record)
    first = 1 if day < line.days[0] else line.on(day).number
    for found in line.following(first):
        if found.secretary_general.state is state and found.start.date > day:
            return found
    raise line.outside(day, f"no board led by {state.value} starts after that day that a date can hold")
