"""When boards start and end: each boundary by law and record, and how the boundaries of a roster meet."""

from collections.abc import Iterator
from contextlib import suppress
from datetime import date, timedelta
from typing import Any, Final

from trilateral._record.law import AGREEMENT_2010, AGREEMENT_2025
from trilateral._values.sources import Grounds
from trilateral.errors import InvalidValueError, shown
from trilateral.rosters._expected import Expected, lawful_ends
from trilateral.rosters._numbering import Numbered
from trilateral.rosters._reading import BoardRead, Days, SeatRead, TenureRead
from trilateral.rosters._remarks import Location, Remark
from trilateral.rosters._states import code_of
from trilateral.rules import Agreement, latest_anniversary, nominal_start

__all__ = ["handovers", "recorded_terms", "terms"]

_DAY: Final = timedelta(days=1)
_HALF_A_YEAR: Final = 183
_KNOWN_LAWS: Final = {"AGREEMENT_2010": AGREEMENT_2010, "AGREEMENT_2025": AGREEMENT_2025}


def terms(
    board: BoardRead, expected: Expected | None, before: tuple[BoardRead, Expected] | None, agreement: Agreement[Any]
) -> Iterator[Remark]:
    """Remark on the boundaries of one board and of its tenures, by the law; on a shared boundary as the end of the first board.

    Args:
        board: The board.
        expected: What is said of a board of its number, if it can be judged by it.
        before: The board before it, and what is said of one of its number, if the roster has it.
        agreement: The law.
    """
    end, inclusive = _corrected(board, expected, agreement)
    if inclusive is not None:
        yield inclusive
    if board.start is not None and not _shared(before, board.start, agreement):
        yield from _start(board, board.start, expected, agreement)
    if end is not None:
        if board.start is not None and end <= board.start.first:
            message = f"the end must come after the start, {board.start.first}"
            yield Remark("TRI301", board.end_at, message, _written_end(board))
        elif expected is not None:
            yield from _end(board, end, expected, agreement)
    for seat in board.seats or ():
        yield from _tenures(board, seat, end, expected)


def recorded_terms(
    board: BoardRead,
    expected: Expected,
    before: tuple[BoardRead, Expected] | None,
    following: Expected | None,
    agreement: Agreement[Any],
) -> Iterator[Remark]:
    """Remark on the boundaries of one board that the record contradicts; on a shared boundary as the end of the first board.

    Args:
        board: The board.
        expected: What is said of a board of its number.
        before: The board before it, and what is said of one of its number, if the roster has it.
        following: What is said of the board after it.
        agreement: The law.
    """
    end, _ = _corrected(board, expected, agreement)
    if board.start is not None and not _shared(before, board.start, agreement):
        yield from _against_record((*board.at, "start"), board.start, _written(board.start), expected)
    if end is not None and following is not None:
        yield from _against_record(board.end_at, Days(end, end), _written_end(board), following)


def _shared(before: tuple[BoardRead, Expected] | None, start: Days, agreement: Agreement[Any]) -> bool:
    """Return whether the board before ends on the very day on which the next one starts."""
    return before is not None and _corrected(*before, agreement)[0] == start.first == start.last


def handovers(by_number: Numbered, agreement: Agreement[Any]) -> Iterator[Remark]:
    """Remark on boards whose end is not the start of the next one.

    A boundary that is merely off by days is reported as such, and boundaries that are both right, one by law and one in
    fact, are no gap. Where the start is right, the end before it is the value to change.
    """
    for number, (board, expected) in by_number.items():
        end, _ = _corrected(board, expected, agreement)
        following, coming = by_number.get(number + 1, (None, None))
        if end is None or following is None or coming is None or following.start is None:
            continue
        start = following.start
        right = _is_right(start, coming.nominal[0], coming.term[0])
        if start.first <= end <= start.last or (
            end in (expected.nominal[1], expected.term[1]) if right else _off(start, coming)
        ):
            continue
        code, how = ("TRI303", "leaves a gap") if start.first > end else ("TRI302", "overlaps it")
        about = ((*board.at, "start"), board.end_at, (*following.at, "start"))
        if right:
            message = f"board {number} must end where board {number + 1} starts, on {_written_days(start)}, and {how}"
            yield Remark(code, board.end_at, message, _written_end(board), about=about)
        else:
            message = f"board {number + 1} must start where board {number} ends, on {end}, and {how}"
            yield Remark(code, (*following.at, "start"), message, _written(start), about=about[1:], replacement=str(end))


def _is_right(start: Days, *days: date) -> bool:
    return any(start.first <= day <= start.last for day in days)


def _off(start: Days, expected: Expected) -> bool:
    """Return whether a start is off by days only, less than half a year, and not in another year."""
    return any(abs((start.first - day).days) < _HALF_A_YEAR for day in (expected.nominal[0], expected.term[0]))


def _corrected(board: BoardRead, expected: Expected | None, agreement: Agreement[Any]) -> tuple[date | None, Remark | None]:
    """Return the end of a board, and the remark on it if it means a last day; then it is the day after."""
    in_fact = expected is not None and board.end == expected.term[1]
    if board.end in (None, date.max) or board.end_at[-1] != "end" or in_fact:
        return board.end, None
    end = board.end + _DAY
    if not _is_anniversary(end, agreement) or (board.start is not None and end <= board.start.first):
        return board.end, None
    return end, _inclusive(board.end_at, board.end)


def _inclusive(at: Location, last_day: date) -> Remark:
    """Return the remark on an end that means a last day."""
    end = last_day + _DAY
    message = f"an end is exclusive, so it must be {end}, the day after the last day {last_day}"
    return Remark("TRI309", at, message, shown(str(last_day)), replacement=str(end), safe=True)


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
    if expected is not None and not _off(start, expected):
        grounds = Grounds(citations=(*agreement.term_length_of(expected.number).citations, *first_day.citations))
        message = f"board {expected.number} should start on {expected.nominal[0]}"
        yield Remark("TRI310", at, message, _written(start), replacement=str(expected.nominal[0]), grounds=grounds)
    elif latest_anniversary(first_day.value, start.last) < start.first:
        message = f"a start should fall on the same day of the year as the first, {first_day.value}"
        yield Remark("TRI307", at, message, _written(start), grounds=law)


def _end(board: BoardRead, end: date, expected: Expected, agreement: Agreement[Any]) -> Iterator[Remark]:
    if end == expected.nominal[1]:
        return
    if end == expected.term[1]:
        message = f"by the law alone, board {expected.number} ends on {expected.nominal[1]}; this is its end in fact"
        yield Remark("TRI311", board.end_at, message, _written_end(board))
        return
    start = _known_start(board, agreement)
    if start is not None and end in lawful_ends(agreement, expected.number, start):
        return
    extension, length = agreement.extension_of(expected.number), agreement.term_length_of(expected.number)
    lawful = expected.nominal[1]
    if start not in (None, *expected.nominal, *expected.term):
        lawful = next(iter(lawful_ends(agreement, expected.number, start)), lawful)
    reason, citations = f"has a term of {length.value} months", length.citations
    if extension is not None and lawful == extension.value:
        reason, citations = "is extended", extension.citations
    key = board.end_at[-1]
    if key == "last_day":
        lawful -= _DAY
    yield Remark(
        "TRI304",
        board.end_at,
        f"board {expected.number} {reason}, so its {key} must be {lawful}",
        _written_end(board),
        replacement=str(lawful),
        hint=_lawful_elsewhere(expected.number, start, end),
        grounds=Grounds(citations=citations),
    )


def _known_start(board: BoardRead, agreement: Agreement[Any]) -> date | None:
    """Return the start of a board, if it is stated; of a month, the day on which terms start, if it is in it."""
    if board.start is None or board.start.first == board.start.last:
        return board.start and board.start.first
    with suppress(InvalidValueError):  # at the edges of what a date can hold there is no anniversary
        anniversary = latest_anniversary(agreement.first_day.value, board.start.last)
        return anniversary if anniversary >= board.start.first else None
    return None


def _lawful_elsewhere(number: int, start: date | None, end: date) -> str | None:
    """Return by which agreement that is known an end would be lawful, as it is not by the one it is checked by."""
    for name, law in _KNOWN_LAWS.items():
        nominal = nominal_start(law, number + 1)
        if nominal is not None and (end == nominal or (start is not None and end in lawful_ends(law, number, start))):
            return f"it is lawful under {name}: check by that agreement, or correct the end"
    return None


def _against_record(at: Location, days: Days, written: str, expected: Expected) -> Iterator[Remark]:
    """Remark on a boundary that is not the handover to the board of which ``expected`` tells."""
    fact = expected.handover.against(days)
    if fact is not None:
        yield Remark("TRI407", at, f"the record has another day, as {fact.value}", written, grounds=Grounds((fact,)))


def _written(days: Days) -> str:
    """Return a start as it is written, for a finding."""
    return shown(_written_days(days))


def _written_days(days: Days) -> str:
    return str(days.first) if days.first == days.last else days.first.isoformat()[:7]


def _written_end(board: BoardRead) -> str:
    """Return an end as it is written, for a finding."""
    return shown(str(board.end_written))


# Tenures within a board.


def _tenures(board: BoardRead, seat: SeatRead, board_end: date | None, expected: Expected | None) -> Iterator[Remark]:
    """Remark on tenures that leave the term of the board, or that do not follow each other."""
    if seat.tenures and seat.tenures[0].at[-1] == "holder":  # a single holder has no dates
        return
    begun = free = board.start and board.start.first
    before: TenureRead | None = None
    for tenure, following in zip(seat.tenures, (*seat.tenures[1:], None), strict=False):
        start, end = tenure.start or free, tenure.end
        if (
            end is not None
            and board_end is not None
            and board_end - end == _DAY
            and (following is None or following.start != end)
            and _is_unattested(seat, expected)
        ):
            yield _inclusive(_at(tenure, "end"), end)
            end = board_end
        yield from _within(board, tenure, end, board_end, expected)
        if before is not None:
            yield from _follows(before, tenure, start, begun, free)
        if end is not None and start is not None and end <= start:
            yield Remark("TRI301", _at(tenure, "end"), f"the end must come after the start, {start}", shown(str(tenure.end)))
        before, begun, free = tenure, start, end


def _is_unattested(seat: SeatRead, expected: Expected | None) -> bool:
    """Return whether the record says nothing of a seat, so that no source can bear out an unusual end."""
    return expected is not None and seat.state is not None and code_of(seat.state) not in expected.holders


def _follows(
    before: TenureRead, tenure: TenureRead, start: date | None, begun: date | None, free: date | None
) -> Iterator[Remark]:
    """Remark on a tenure that does not start after the one before, which began on ``begun`` and left ``free``, if known."""
    about = (_at(before, "end"), _at(tenure, "start"))
    if start is None:
        message = "the holder before must have an end, or this one a start"
        yield Remark("TRI305", tenure.at, message, shown(tenure.name), about=about)
    elif start < free if free is not None else begun is not None and start <= begun:
        message = (
            f"a holder must start when the one before has ended, on {free}"
            if free
            else "a holder must start after the one before"
        )
        yield Remark("TRI305", _at(tenure, "start"), message, shown(str(start)), about=about)


def _within(
    board: BoardRead, tenure: TenureRead, end: date | None, board_end: date | None, expected: Expected | None
) -> Iterator[Remark]:
    """Remark on the days of a tenure that lie outside the term of the board, as stated, by law and in fact."""
    starts: list[date | None] = [board.start and board.start.first]
    ends: list[date | None] = [board_end]
    if expected is not None:
        starts += (expected.nominal[0], expected.term[0])
        ends += (expected.nominal[1], expected.term[1])
    earliest = min((day for day in starts if day is not None), default=date.min)
    latest = max((day for day in ends if day is not None), default=date.max)
    message = f"it must lie in the term of the board, {_or_dots(starts)}/{_or_dots(ends)}"
    about = (board.end_at,)
    if tenure.start is not None and not earliest <= tenure.start < latest:
        yield Remark("TRI306", _at(tenure, "start"), message, shown(str(tenure.start)), about=about)
    if end is not None and not earliest < end <= latest:
        yield Remark("TRI306", _at(tenure, "end"), message, shown(str(tenure.end)), about=about)


def _or_dots(days: list[date | None]) -> str:
    """Return the first day that is known."""
    return str(next((day for day in days if day is not None), "..."))


def _at(tenure: TenureRead, key: str) -> Location:
    return (*tenure.at[:-1], key)
