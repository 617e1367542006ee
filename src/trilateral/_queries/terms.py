"""When each board starts and ends under an agreement and given facts: terms that tile time, one board a day."""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import zip_longest

import attr

from trilateral._record.evidence import attested_days
from trilateral._record.facts import BoardFacts, Facts, Readings
from trilateral._values.boards import Basis, Board, Boundary
from trilateral._values.dates import Term
from trilateral._values.sources import Citation, Grounds, Reading, Source
from trilateral._values.states import MemberState
from trilateral.rules import Agreement, Provision, add_months, latest_anniversary, nominal_start

__all__ = ["first_start", "stated", "unseated"]


def unseated(agreement: Agreement[MemberState], facts: Facts) -> Iterator[Board]:
    """Yield every board, as yet without seats, from the first to the last that a date can hold.

    A recorded board starts on its recorded start or, lacking one, at its predecessor's end, or on its own first attested
    day if that is earlier; it ends where the next recorded one starts. The last recorded board ends at its lawful end, or
    after its last attested day if that is later. Every later board starts at its predecessor's end and ends at its lawful
    end.
    """
    recorded = facts.boards
    board: Board | None = None
    start = first_start(agreement, facts)
    if not recorded:
        board = _lawful(agreement, 1, Basis.PROJECTED, start, agreement.first_day, start.date)
    for known, following in zip_longest(recorded, recorded[1:]):
        base = _counted_from(agreement, known.number, start.date)
        anniversary = latest_anniversary(base.value, start.date, notice=1)
        board = _lawful(agreement, known.number, Basis.RECORDED, start, base, anniversary)
        if board is None:
            return
        if following is None or not following.start:
            board = _held_over(facts, known, board)
        if following is not None:
            start = _next_start(agreement, facts, following, board)
            yield _ended(known, board, start)
    while board is not None:
        yield board
        anniversary = latest_anniversary(board.lawful_end, board.end.date)
        base = agreement.counted_from(board.number + 1)
        board = _lawful(agreement, board.number + 1, Basis.PROJECTED, board.end, base, anniversary)


def first_start(agreement: Agreement[MemberState], facts: Facts) -> Boundary:
    """Return the start of the first board: as sources state it, or by the law alone."""
    if facts.boards and facts.boards[0].start:
        return _stated_start(agreement, facts, facts.boards[0])
    day = agreement.first_day
    return Boundary(date=day.value, basis=Basis.PROJECTED, grounds=Grounds(citations=day.citations))


def stated(readings: Readings, what: str, law: Grounds, near: date | None = None) -> Boundary:
    """Return the boundary that sources state; of a month, its first day is inferred, or the day ``near`` if it is in it."""
    preferred = readings[0]
    facts = Grounds((Reading(f"{what} on {preferred.value}", preferred.sources),))
    if preferred.value.is_day:
        day, basis, grounds = preferred.value.earliest, Basis.RECORDED, facts
    else:
        inside = near is not None and preferred.value.earliest <= near <= preferred.value.latest
        day = near if near is not None and inside else preferred.value.earliest
        basis, grounds = Basis.INFERRED, facts + law
    return Boundary(date=day, basis=basis, grounds=grounds, readings=readings)


def _stated_start(agreement: Agreement[MemberState], facts: Facts, known: BoardFacts) -> Boundary:
    """Return the start that sources state; of a month, the first day on which the board before is not known to have sat."""
    law, free = Grounds(citations=agreement.first_day.citations), None
    if known.number > 1 and not known.start[0].value.is_day:
        previous = facts.boards[known.number - 2]
        last = attested_days(previous, facts)[-1:]
        last += [(each.value.earliest, each.sources) for each in previous.last_day[:1] if each.value.is_day]
        if last:
            reached = _reached(previous.number, *max(last, key=lambda sat: sat[0]), days_later=1)
            law, free = reached.grounds + law, reached.date
    return stated(known.start, f"board {known.number} started", law, near=free)


def _next_start(agreement: Agreement[MemberState], facts: Facts, known: BoardFacts, before: Board) -> Boundary:
    """Return the start of the board recorded after ``before``; unstated, it is that one's end or its own first attested day."""
    if known.start:
        return _stated_start(agreement, facts, known)
    days = attested_days(known, facts)
    if days and days[0][0] < before.end.date:
        return _reached(known.number, *days[0], days_later=0)
    return before.end


def _held_over(facts: Facts, known: BoardFacts, board: Board) -> Board:
    """Return a board as it ends after its last attested day, if that is not before its lawful end."""
    days = attested_days(known, facts)
    if not days or days[-1][0] < board.lawful_end:
        return board
    return attr.evolve(board, end=_reached(board.number, *days[-1], days_later=1, law=board.end.grounds.citations))


def _counted_from(agreement: Agreement[MemberState], number: int, start: date) -> Provision[date]:
    """Return from which day the years of a recorded board are counted: from the end of an extension only if it starts so."""
    extended = agreement.counted_from(number)
    return extended if start >= extended.value and latest_anniversary(extended.value, start) == start else agreement.first_day


def _lawful(  # noqa: PLR0917 - a board by law is a start, a length and from where it is counted
    agreement: Agreement[MemberState],
    number: int,
    basis: Basis,
    start: Boundary,
    base: Provision[date],
    anniversary: date,
) -> Board | None:
    """Return a board that ends at its lawful end, or None where a date cannot hold it.

    The lawful end is the day up to which its term is extended, if it is; else the length of its term after
    ``anniversary``; under a law of less than a year, where that may come before its start, it is the first whole number of
    lengths after ``anniversary`` that does not.
    """
    length, extension = agreement.term_length_of(number), agreement.extension_of(number)
    ends = (add_months(anniversary, count * length.value) for count in range(1, 14))  # a year of months, and one of notice
    lawful_end = next((end for end in ends if end is None or end > start.date), None)
    nominal = nominal_start(agreement, number), nominal_start(agreement, number + 1)
    if lawful_end is None or nominal[0] is None or nominal[1] is None:
        return None
    if extension is not None and extension.value > start.date:
        lawful_end = extension.value
    own = length if extension is None else extension
    citations = (*own.citations, *base.citations)
    if basis is Basis.PROJECTED:  # and so was the start, maybe by another length
        before = start.grounds.citations
        citations = (*before, *(citation for citation in citations if citation not in before))
    law = Grounds(start.grounds.facts, citations)
    return Board(
        number=number,
        basis=basis,
        start=start,
        end=Boundary(date=lawful_end, basis=Basis.PROJECTED, grounds=law),
        nominal_term=Term(nominal[0], nominal[1]),
        lawful_end=lawful_end,
        seats=(),
    )


def _ended(known: BoardFacts, board: Board, following: Boundary) -> Board:
    """Return a board as it ends where the next recorded one starts."""
    if known.last_day and known.last_day[0].value.is_day:
        basis = Basis.RECORDED
    else:
        basis = Basis.PROJECTED if following.basis is Basis.PROJECTED else Basis.INFERRED
    stated_ends = (Reading(f"the last day of board {board.number}: {each.value}", each.sources) for each in known.last_day[:1])
    grounds = Grounds(tuple(stated_ends)) + following.grounds
    end = Boundary(date=following.date, basis=basis, grounds=grounds, readings=known.last_day)
    return attr.evolve(board, end=end)


def _reached(
    number: int, day: date, sources: tuple[Source, ...], *, days_later: int, law: tuple[Citation, ...] = ()
) -> Boundary:
    """Return a boundary that is reached only through an attested day."""
    fact = Reading(f"board {number} was at work on {day}", sources)
    return Boundary(date=day + timedelta(days=days_later), basis=Basis.INFERRED, grounds=Grounds((fact,), law))
