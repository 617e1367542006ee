"""Who holds the seats of a board, as far as facts tell."""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import zip_longest

import attr

from trilateral._queries.terms import stated
from trilateral._record.facts import Facts, SeatFacts, TenureFacts
from trilateral._values.boards import Basis, Board, Boundary, Role, Seat, Tenure
from trilateral._values.dates import PartialDate, Term
from trilateral._values.sources import Grounds, Reading
from trilateral._values.states import MemberState
from trilateral.rules import Agreement, order_from, turn

__all__ = ["seats"]


def seats(agreement: Agreement[MemberState], facts: Facts, board: Board) -> tuple[Seat, ...]:
    """Return the seats of a board: the Secretary-General's, then the deputies' in rotation order after it.

    Seats that the facts do not have follow from the law and from the others: one for each state that has none yet. The
    leader, if not told, comes from the next state by rotation that is not told to have a deputy.
    """
    recorded = facts.boards[board.number - 1].seats if board.number <= len(facts.boards) else ()
    by_state = {seat.state: seat for seat in recorded}
    rotation = agreement.order_of(board.number)
    law = Grounds(tuple(_told(board, seat) for seat in recorded), (*rotation.citations, *agreement.composition))
    in_order = order_from(rotation.value, turn(rotation.value, board.number, first=rotation.since_board))
    leader = next(state for state in in_order if _may_lead(state, recorded))
    return tuple(
        _seat(facts, board, by_state[state])
        if state in by_state
        else Seat(
            role=Role.SECRETARY_GENERAL if state is leader else Role.DEPUTY_SECRETARY_GENERAL,
            state=state,
            term=Term(board.start.date, board.end.date),
            grounds=law,
        )
        for state in order_from(rotation.value, leader)
    )


def _may_lead(state: MemberState, recorded: tuple[SeatFacts, ...]) -> bool:
    """Return whether ``state`` has the recorded leader, or could have it as far as the recorded seats tell."""
    leaders = [seat.state for seat in recorded if seat.role is Role.SECRETARY_GENERAL]
    return state in leaders if leaders else all(seat.state is not state for seat in recorded)


def _seat(facts: Facts, board: Board, seat: SeatFacts) -> Seat:
    """Return a recorded seat with those of its tenures that lie in the term of the board."""
    term = Term(board.start.date, board.end.date)
    within = tuple(_within(facts, board, seat.tenures))
    return Seat(
        role=seat.role,
        state=seat.state,
        term=term,
        grounds=Grounds((_told(board, seat),)),
        tenures=tuple(
            Tenure(
                board=board.number,
                role=seat.role,
                state=seat.state,
                readings=tuple(Reading(facts.named(each.value), each.sources, each.note) for each in tenure.holders),
                start=start,
                end=end,
                appointments=tenure.appointed,
            )
            for tenure, start, end in within
            if tenure.holders
        ),
        vacancies=tuple(
            Reading(Term(start.date, end.date), tenure.sources, tenure.note)
            for tenure, start, end in within
            if not tenure.holders
        ),
    )


def _told(board: Board, seat: SeatFacts) -> Reading[str]:
    """Return what facts say of a seat, by all the sources that show somebody in it."""
    sources = dict.fromkeys((*seat.sources, *(source for tenure in seat.tenures for source in tenure.sources)))
    return Reading(f"the {seat.role.value} of board {board.number} comes from {seat.state.value}", tuple(sources))


def _within(facts: Facts, board: Board, tenures: tuple[TenureFacts, ...]) -> Iterator[tuple[TenureFacts, Boundary, Boundary]]:
    """Yield the tenures that lie in the term of the board, each with its boundaries, cut to the term.

    A start that is not stated is the end of the tenure before, or the board's start; an end that is not stated is the start
    of the next tenure, or the board's end.
    """
    previous_end: Boundary | None = None
    for tenure, following in zip_longest(tenures, tenures[1:]):
        stated_end = _stated_end(facts, board, tenure)
        next_start = following and _stated_start(facts, board, following)
        start = _stated_start(facts, board, tenure) or _implied(previous_end or board.start)
        end = stated_end or _implied(next_start or board.end)
        first, last = max(start, _implied(board.start), key=_day), min(end, _implied(board.end), key=_day)
        if first.date < last.date:
            yield tenure, first, last
        previous_end = stated_end


def _day(boundary: Boundary) -> date:
    return boundary.date


def _implied(boundary: Boundary) -> Boundary:
    """Return the boundary of a tenure that follows from another boundary."""
    basis = Basis.INFERRED if boundary.basis is Basis.RECORDED else boundary.basis
    return Boundary(date=boundary.date, basis=basis, grounds=boundary.grounds)


def _stated_start(facts: Facts, board: Board, tenure: TenureFacts) -> Boundary | None:
    what = f"{_who(facts, tenure)} started"
    return stated(tenure.start, what, board.start.grounds, near=board.start.date) if tenure.start else None


def _stated_end(facts: Facts, board: Board, tenure: TenureFacts) -> Boundary | None:
    """Return the boundary of a stated end: facts give the day after, a boundary's readings give the last day."""
    if not tenure.end:
        return None
    end = stated(tenure.end, f"{_who(facts, tenure)} ended", board.end.grounds)
    last_days = tuple(
        Reading(PartialDate.of(each.value.earliest - timedelta(days=1)), each.sources, each.note) for each in tenure.end
    )
    return attr.evolve(end, readings=last_days)


def _who(facts: Facts, tenure: TenureFacts) -> str:
    return "a vacancy" if tenure.holder is None else facts.named(tenure.holder).name
