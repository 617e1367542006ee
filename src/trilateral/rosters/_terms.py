"""When boards start and end: each boundary by law and record, and how the boundaries of a roster meet."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any, Final

from trilateral._record.law import AGREEMENT_2010, AGREEMENT_2025
from trilateral._values.sources import Grounds
from trilateral.errors import shown
from trilateral.rosters._expected import Expected, lawful_ends
from trilateral.rosters._numbering import Numbered
from trilateral.rosters._reading import BoardRead, Days, SeatRead, TenureRead
from trilateral.rosters._remarks import Location, Remark
from trilateral.rules import Agreement, latest_anniversary, nominal_start

__all__ = ["handovers", "recorded_terms", "terms"]

_DAY: Final = timedelta(days=1)
_KNOWN_LAWS: Final = {"AGREEMENT_2010": AGREEMENT_2010, "AGREEMENT_2025": AGREEMENT_2025}


def terms(board: BoardRead, expected: Expected | None, before: BoardRead | None, agreement: Agreement[Any]) -> Iterator[Remark]:
    """Remark on the boundaries of one board and of its tenures, by the law.

    Args:
        board: The board.
        expected: What is said of a board of its number, if it can be judged by it.
        before: The board before it, if the roster has it.
        agreement: The law.
    """
    end, inclusive = _corrected(board, expected, agreement)
    if inclusive is not None:
        yield inclusive
    if board.start is not None:
        about = (before.end_at,) if before is not None and _shared(before, board) else ()
        yield from (remark._replace(about=about) for remark in _start(board, board.start, expected, agreement))
    if end is not None:
        if board.start is not None and end <= board.start.first:
            message = f"the end must come after the start, {board.start.first}"
            yield Remark("TRI301", board.end_at, message, _written_end(board))
        elif expected is not None:
            yield from _end(board, end, expected, agreement)
    for seat in board.seats or ():
        yield from _tenures(board, seat, end)


def recorded_terms(
    board: BoardRead, expected: Expected, before: BoardRead | None, following: Expected | None, agreement: Agreement[Any]
) -> Iterator[Remark]:
    """Remark on the boundaries of one board that the record contradicts; on a boundary of two boards as the end of the first.

    Args:
        board: The board.
        expected: What is said of a board of its number.
        before: The board before it, if the roster has it.
        following: What is said of the board after it.
        agreement: The law.
    """
    end, _ = _corrected(board, expected, agreement)
    if board.start is not None and not (before is not None and _shared(before, board)):
        yield from _against_record((*board.at, "start"), board.start, _written(board.start), expected)
    if end is not None and following is not None:
        yield from _against_record(board.end_at, Days(end, end), _written_end(board), following)


def _shared(before: BoardRead, board: BoardRead) -> bool:
    """Return whether one board ends on the very day on which the next one starts."""
    return board.start is not None and before.end == board.start.first == board.start.last


def handovers(by_number: Numbered, agreement: Agreement[Any]) -> Iterator[Remark]:
    """Remark on boards whose end is not the start of the next one."""
    for number, (board, expected) in by_number.items():
        end, _ = _corrected(board, expected, agreement)
        following = by_number[number + 1][0] if number + 1 in by_number else None
        if end is None or following is None or following.start is None:
            continue
        start, at = following.start, (*following.at, "start")
        if start.first > end:
            message = f"board {number + 1} must start where board {number} ends, on {end}, and leaves a gap"
            yield Remark("TRI303", at, message, _written(start), about=(board.end_at,), replacement=str(end))
        elif start.last < end:
            message = f"board {number + 1} must start where board {number} ends, on {end}, and overlaps it"
            yield Remark("TRI302", at, message, _written(start), about=(board.end_at,), replacement=str(end))


def _corrected(board: BoardRead, expected: Expected | None, agreement: Agreement[Any]) -> tuple[date | None, Remark | None]:
    """Return the end of a board, and the remark on it if it means a last day; then it is the day after."""
    in_fact = expected is not None and board.end == expected.term[1]
    if board.end in (None, date.max) or board.end_at[-1] != "end" or in_fact:
        return board.end, None
    end = board.end + _DAY
    if not _is_anniversary(end, agreement):
        return board.end, None
    message = f"an end is exclusive, so it must be {end}, the day after the last day {board.end}"
    return end, Remark("TRI309", board.end_at, message, shown(str(board.end)), replacement=str(end), safe=True)


def _is_anniversary(day: date, agreement: Agreement[Any]) -> bool:
    first = agreement.first_day.value
    return (day.month, day.day) == (first.month, first.day)


def _start(board: BoardRead, start: Days, expected: Expected | None, agreement: Agreement[Any]) -> Iterator[Remark]:
    at, first_day = (*board.at, "start"), agreement.first_day
    law = Grounds(citations=first_day.citations)
    if start.last < first_day.value:
        yield Remark(
            "TRI308",
            at,
            f"the first board started on {first_day.value}; a start must not lie before it",
            _written(start),
            grounds=law,
        )
        return
    if expected is not None:
        if start.first <= expected.nominal[0] <= start.last:
            return
        if start.first <= expected.term[0] <= start.last:
            message = f"by the law alone, board {expected.number} starts on {expected.nominal[0]}; this is its start in fact"
            yield Remark("TRI311", at, message, _written(start))
            return
    anniversary = latest_anniversary(first_day.value, start.last)
    if anniversary < start.first:
        message = f"a start should fall on the same day of the year as the first, {first_day.value}"
        yield Remark("TRI307", at, message, _written(start), grounds=law)
    elif expected is not None:
        grounds = Grounds(citations=(*agreement.term_length_of(expected.number).citations, *first_day.citations))
        message = f"board {expected.number} should start on {expected.term[0]}"
        yield Remark("TRI310", at, message, _written(start), replacement=str(expected.term[0]), grounds=grounds)


def _end(board: BoardRead, end: date, expected: Expected, agreement: Agreement[Any]) -> Iterator[Remark]:
    if end == expected.nominal[1]:
        return
    if end == expected.term[1]:
        message = f"by the law alone, board {expected.number} ends on {expected.nominal[1]}; this is its end in fact"
        yield Remark("TRI311", board.end_at, message, shown(str(board.end)))
        return
    starts = _known_start(board)
    if starts is not None and end in lawful_ends(agreement, expected.number, starts):
        return
    length = agreement.term_length_of(expected.number)
    lawful = (
        expected.term[1]
        if starts in (None, expected.term[0])
        else min(lawful_ends(agreement, expected.number, starts), default=expected.term[1])
    )
    if board.end_at[-1] == "last_day":
        lawful -= _DAY
    message = f"board {expected.number} has a term of {length.value} months, so its {board.end_at[-1]} must be {lawful}"
    yield Remark(
        "TRI304",
        board.end_at,
        message,
        _written_end(board),
        replacement=str(lawful),
        hint=_lawful_elsewhere(expected.number, starts, end, agreement),
        grounds=Grounds(citations=length.citations),
    )


def _known_start(board: BoardRead) -> date | None:
    return board.start.first if board.start is not None and board.start.first == board.start.last else None


def _lawful_elsewhere(number: int, start: date | None, end: date, agreement: Agreement[Any]) -> str | None:
    """Return by which other agreement an end would be lawful."""
    for name, law in _KNOWN_LAWS.items():
        nominal = None if law == agreement else nominal_start(law, number + 1)
        if nominal is not None and (end == nominal or (start is not None and end in lawful_ends(law, number, start))):
            return f"it is lawful under {name}: check by that agreement, or correct the end"
    return None


def _against_record(at: Location, days: Days, written: str, expected: Expected) -> Iterator[Remark]:
    """Remark on a boundary that is not the handover to the board of which ``expected`` tells."""
    fact = expected.handover.against(days)
    if fact is not None:
        yield Remark("TRI407", at, f"the record has another day, as {fact.value}", written, grounds=Grounds((fact,)))


def _written(days: Days) -> str:
    """Return a start as it is written."""
    return shown(str(days.first) if days.first == days.last else days.first.isoformat()[:7])


def _written_end(board: BoardRead) -> str:
    """Return an end as it is written, inclusive where it is a last day."""
    assert board.end is not None, "only an end is remarked on"
    return shown(str(board.end - _DAY if board.end_at[-1] == "last_day" else board.end))


# Tenures within a board.


def _tenures(board: BoardRead, seat: SeatRead, board_end: date | None) -> Iterator[Remark]:
    """Remark on tenures that leave the term of the board, or that do not follow each other."""
    begun, free = board.start and board.start.first, board.start and board.start.first
    for index, tenure in enumerate(seat.tenures):
        if tenure.at[-1] == "holder":  # a single holder has no dates
            return
        end = tenure.end
        start = tenure.start or free
        yield from _within(board, tenure, end, board_end)
        if index and start is None:
            yield Remark("TRI305", tenure.at, "the holder before must have an end, or this one a start", shown(tenure.name))
        elif index and start is not None and (start < free if free is not None else begun is not None and start <= begun):
            message = (
                f"a holder must start when the one before has ended, on {free}"
                if free
                else "a holder must start after the one before"
            )
            yield Remark("TRI305", _at(tenure, "start") if tenure.start else tenure.at, message, shown(str(start)))
        if end is not None and start is not None and end <= start:
            yield Remark("TRI301", _at(tenure, "end"), f"the end must come after the start, {start}", shown(str(tenure.end)))
        begun, free = start, end


def _within(board: BoardRead, tenure: TenureRead, end: date | None, board_end: date | None) -> Iterator[Remark]:
    """Remark on the days of a tenure that lie outside the term of the board, as far as that is stated."""
    first, last = board.start.first if board.start else date.min, board_end or date.max
    message = f"it must lie in the term of the board, {board.start.first if board.start else '...'}/{board_end or '...'}"
    about = ((*board.at, "start"), board.end_at)
    if tenure.start is not None and not first <= tenure.start < last:
        yield Remark("TRI306", _at(tenure, "start"), message, shown(str(tenure.start)), about=about)
    if end is not None and not first < end <= last:
        yield Remark("TRI306", _at(tenure, "end"), message, shown(str(tenure.end)), about=about)


def _at(tenure: TenureRead, key: str) -> Location:
    return (*tenure.at[:-1], key)
