"""Where the record leaves an agreement."""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import islice
from typing import TYPE_CHECKING

from trilateral import rules
from trilateral._queries.succession import Succession, require_law, succession
from trilateral._record.evidence import attested_days
from trilateral._values.boards import Basis, Board, Role
from trilateral._values.departures import Departure, DepartureKind
from trilateral._values.sources import Grounds, Reading
from trilateral._values.states import MemberState
from trilateral.rules import Agreement

if TYPE_CHECKING:
    from trilateral._record.record import Record

__all__ = ["departures"]


def departures(*, agreement: Agreement[MemberState] | None = None, record: "Record | None" = None) -> tuple[Departure, ...]:
    """Return where the record leaves an agreement, by board: its start, its seats, and the end of the last one.

    The nominal terms and the compositions of the agreement are held against what is recorded; what the record does not tell
    cannot leave anything.

    Args:
        agreement: The law; by default that of the record.
        record: The facts; by default those that ship.

    Raises:
        WrongTypeError: ``agreement`` is not an `Agreement`, or ``record`` is not a `Record`.
        InvalidValueError: The agreement is not between the member states.

    Example:
        >>> from trilateral import AGREEMENT_2010
        >>> departures(), departures(agreement=AGREEMENT_2010)
        ((), (<Departure board 7 end: by law 2025-09-01, in fact 2025-09-04, +3 days or more>,))
    """
    require_law(agreement, record)
    line = succession(agreement, record)
    found: list[Departure] = []
    for board in islice(line.following(1), line.recorded):
        found += (*_start(line, board), *_seats(line, board))
        if board.number == line.recorded:
            found += _end(line, board)
    return tuple(found)


def _law_of_term(line: Succession, number: int) -> Grounds:
    """Return what the nominal term of a board rests on."""
    return Grounds(citations=line.agreement.citations_of_term(number))


def _start(line: Succession, board: Board) -> Iterator[Departure]:
    """Yield the start of a board, if what is known of it cannot be the nominal one."""
    nominal, start = board.nominal_term.start, board.start
    if start.basis is Basis.PROJECTED:
        return
    at_least = start.attested is None or not start.attested.is_day
    first, last = start.date, start.date
    if start.attested is None:
        first = min(first, _first_possible(line, board.number))
    elif not start.attested.is_day:
        last = start.attested.latest
    near = max(first, min(nominal, last))
    if near != nominal:
        yield Departure(
            board=board.number,
            kind=DepartureKind.START,
            lawful=nominal,
            recorded=near,
            law=_law_of_term(line, max(1, board.number - 1)),
            record=start.grounds,
            days=(near - nominal).days,
            at_least=at_least,
        )


def _first_possible(line: Succession, number: int) -> date:
    """Return the first day on which a board can have started after the one before: it had started, and was not at work."""
    before = line.numbered(number - 1)
    at_work = [day for day, _ in attested_days(line.facts.boards[number - 2], line.facts)]
    return max([before.start.date, *at_work]) + timedelta(days=1)


def _end(line: Succession, board: Board) -> Iterator[Departure]:
    """Yield the end of the last recorded board, if it was seen at work on or after the nominal one."""
    nominal = board.nominal_term.end
    for day, sources in attested_days(line.facts.boards[board.number - 1], line.facts)[-1:]:
        if day >= nominal:
            end = day + timedelta(days=1)
            yield Departure(
                board=board.number,
                kind=DepartureKind.END,
                lawful=nominal,
                recorded=end,
                law=_law_of_term(line, board.number),
                record=Grounds((Reading(f"board {board.number} was at work on {day}", sources),)),
                days=(end - nominal).days,
                at_least=True,
            )


def _seats(line: Succession, board: Board) -> Iterator[Departure]:
    """Yield the recorded seats whose role is another than the law gives the state."""
    law = rules.composition(line.agreement, board.number)
    recorded = {seat.state for seat in line.facts.boards[board.number - 1].seats}
    for seat in board.seats:
        lawful = Role.SECRETARY_GENERAL if seat.state is law.secretary_general else Role.DEPUTY_SECRETARY_GENERAL
        if seat.state in recorded and seat.role is not lawful:
            yield Departure(
                board=board.number,
                kind=DepartureKind.SEAT,
                lawful=lawful,
                recorded=seat.role,
                law=law.grounds,
                record=seat.grounds,
                state=seat.state,
            )
