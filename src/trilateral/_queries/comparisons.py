"""What two agreements or records say otherwise."""

from collections.abc import Iterator
from datetime import date
from typing import TypedDict

from trilateral._queries.boards import board, boards
from trilateral._record.record import Record
from trilateral._values.boards import Board, Seat
from trilateral._values.dates import require_day
from trilateral._values.differences import Difference, DifferenceKind
from trilateral._values.states import MemberState
from trilateral.errors import UnknownBoardError, WrongTypeError, shown
from trilateral.rules import Agreement

__all__ = ["compare"]


def compare(
    one: Agreement[MemberState] | Record, other: Agreement[MemberState] | Record, /, *, until: date
) -> tuple[Difference, ...]:
    """Return what two agreements or records say otherwise of the boards that start before a day, by board.

    An agreement is taken with the record that ships, a record with its own agreement; to hold two laws against a record of
    your own, give each to a copy of it, ``attrs.evolve(record, agreement=law)``.

    Args:
        one: The first.
        other: The second.
        until: The day, exclusive, before which a board must start by one of them.

    Raises:
        WrongTypeError: ``one`` or ``other`` is neither an `Agreement` nor a `Record`, or ``until`` is not a
            `datetime.date`, or is a datetime.
        InvalidValueError: An agreement is not between the member states.

    Example:
        >>> from trilateral import AGREEMENT_2010, AGREEMENT_2025
        >>> for difference in compare(AGREEMENT_2010, AGREEMENT_2025, until=date(2026, 1, 1)):
        ...     print(difference)
        <Difference board 7 end: 2025-09-04, 2026-09-01>
        <Difference board 8 start: 2025-09-04, 2026-09-01>
        <Difference board 8 end: 2027-09-01, 2029-09-01>
    """
    require_day(until, "until")
    sides = [_options(side) for side in (one, other)]
    last = max(len(boards(until=until, **options)) for options in sides)
    return tuple(
        difference
        for number in range(1, last + 1)
        for difference in _differences(number, *(_numbered(number, options) for options in sides))
    )


class _Options(TypedDict, total=False):
    agreement: Agreement[MemberState]
    record: Record


def _options(side: Agreement[MemberState] | Record) -> _Options:
    """Return by what to ask for the boards of one side."""
    if isinstance(side, Agreement):
        return {"agreement": side}
    if isinstance(side, Record):  # pyright: ignore[reportUnnecessaryIsInstance]
        return {"record": side}
    raise WrongTypeError("what is compared", "an Agreement or a Record, such as AGREEMENT_2010 or record()", shown(side))


def _numbered(number: int, options: _Options) -> Board | None:
    """Return a board, or None if a date cannot hold it."""
    try:
        return board(number, **options)
    except UnknownBoardError:
        return None


def _differences(number: int, one: Board | None, other: Board | None) -> Iterator[Difference]:
    """Yield what two boards of the same number have otherwise."""
    if one is None or other is None:
        starts = [each.start.date if each else None for each in (one, other)]
        yield Difference(board=number, kind=DifferenceKind.BOARD, one=starts[0], other=starts[1])
        return
    for kind, before, after in (
        (DifferenceKind.START, one.start.date, other.start.date),
        (DifferenceKind.END, one.end.date, other.end.date),
    ):
        if before != after:
            yield Difference(board=one.number, kind=kind, one=before, other=after)
    seats = {seat.state: seat for seat in other.seats}
    for seat in one.seats:
        same = seats[seat.state]
        if seat.role is not same.role:
            yield Difference(board=one.number, kind=DifferenceKind.ROLE, one=seat.role, other=same.role, state=seat.state)
        held, held_after = _holders(seat), _holders(same)
        if held != held_after:
            yield Difference(board=one.number, kind=DifferenceKind.HOLDERS, one=held, other=held_after, state=seat.state)


def _holders(seat: Seat) -> tuple[str, ...]:
    """Return who held a seat, by id, and from when if not from the start; and from when it was vacant."""
    held = [
        tenure.holder.id if tenure.start.date == seat.term.start else f"{tenure.holder.id} from {tenure.start.date}"
        for tenure in seat.tenures
    ]
    return (*held, *(f"vacant from {vacancy.value.start}" for vacancy in seat.vacancies))
