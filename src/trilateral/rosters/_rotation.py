"""Whose turn it is: each board by its number, and each after the board before it."""

from collections.abc import Iterator
from itertools import pairwise

from trilateral._values.sources import Grounds
from trilateral._values.states import MemberState
from trilateral.errors import shown
from trilateral.rosters._catalogue import Severity
from trilateral.rosters._composition import LEADER
from trilateral.rosters._expected import Expected
from trilateral.rosters._numbering import Numbered
from trilateral.rosters._reading import BoardRead, SeatRead
from trilateral.rosters._remarks import Remark
from trilateral.rosters._states import MEMBERS, code_of
from trilateral.rules import Agreement

__all__ = ["appointments", "rotation"]


def rotation(by_number: Numbered, agreement: Agreement[MemberState]) -> Iterator[Remark]:
    """Remark on leaders out of turn: where a sequence of boards leaves the rotation, and not where it only goes on.

    Where the board before is there and right, it is the step from it that is wrong; where that one is wrong too and this one
    follows it, there is one cause for both.
    """
    for number, (board, expected) in by_number.items():
        seat = _leader(board)
        if seat is None or seat.state == expected.leader:
            continue
        state = code_of(seat.state or "")
        if state is None or state == expected.leader or state not in MEMBERS:
            continue
        before = by_number.get(number - 1)
        previous = _leader(before[0]) if before else None
        came = code_of(previous.state) if previous and previous.state else None
        if came not in MEMBERS or before is None:
            yield _remark(
                "TRI201", seat, expected, agreement, f"board {number} must be led by {expected.leader}, whose turn it is"
            )
        elif came in (before[1].leader, before[1].recorded_leader) or _next(expected, came) != state:
            message = f"board {number} must be led by {expected.leader}, after board {number - 1}, led by {came}"
            yield _remark("TRI202", seat, expected, agreement, message)


def _leader(board: BoardRead) -> SeatRead | None:
    """Return the seat of the one leader, if its state can be read."""
    leaders = [seat for seat in board.seats or () if seat.role == LEADER]
    return leaders[0] if len(leaders) == 1 and leaders[0].state is not None else None


def _next(expected: Expected, state: str) -> str:
    order = expected.order
    return order[(order.index(state) + 1) % len(order)]


def _remark(code: str, seat: SeatRead, expected: Expected, agreement: Agreement[MemberState], message: str) -> Remark:
    """Return the remark; a note where the record itself shows the board led so."""
    recorded = expected.recorded_leader == code_of(seat.state or "")
    return Remark(
        code,
        (*seat.at, "state"),
        f"{message}; the record has it led by {expected.recorded_leader}" if recorded else message,
        shown(seat.state),
        about=tuple(each.at for each in seat.tenures),
        severity=Severity.NOTE if recorded else None,
        grounds=Grounds(citations=agreement.order_of(expected.number).citations),
    )


def appointments(board: BoardRead, expected: Expected | None) -> Iterator[Remark]:
    """Remark on appointments after the start of the last of the tenures, if it is stated or follows."""
    first = board.start.last if board.start else max(expected.nominal[0], expected.term[0]) if expected else None
    for seat in board.seats or ():
        start = first
        for before, tenure in pairwise(seat.tenures):
            start = tenure.start or before.end
        if len(seat.tenures) == 1:
            start = seat.tenures[0].start or first
        if seat.appointed is None or start is None or seat.appointed <= start:
            continue
        recorded = expected is not None and seat.appointed in expected.appointed.get(code_of(seat.state or "") or "", ())
        yield Remark(
            "TRI203",
            (*seat.at, "appointed"),
            f"the appointment must come on or before the start, {start}",
            shown(str(seat.appointed)),
            about=((*board.at, "start"),) if start == first else (),
            severity=Severity.NOTE if recorded else None,
        )
