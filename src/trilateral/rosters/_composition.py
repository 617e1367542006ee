"""Who sits on a board by the law: one Secretary-General, two deputies, one seat a member."""

from collections.abc import Iterator, Sequence
from typing import Final

from trilateral._values.boards import Role
from trilateral.errors import shown
from trilateral.rosters._reading import BoardRead, SeatRead
from trilateral.rosters._remarks import Remark
from trilateral.rosters._states import MEMBERS, code_of, says_only_korea
from trilateral.rules import order_from

__all__ = ["LEADER", "composition"]

LEADER: Final = Role.SECRETARY_GENERAL.value
_DEPUTY: Final = Role.DEPUTY_SECRETARY_GENERAL.value
_SEATS: Final = 3
_NAMES: Final = {"PRK": "the Democratic People's Republic of Korea", "USA": "the United States"}


def composition(board: BoardRead, order: Sequence[str]) -> Iterator[Remark]:
    """Remark on the roles and states of a board.

    Args:
        board: The board.
        order: The rotation, by code, begun at any state.
    """
    seats = board.seats
    if seats is None or _usual(seats, order):
        return
    yield from _roles(board, seats)
    yield from _states(board, seats)
    yield from _missing(board, seats, order)
    yield from _order(board, seats, order)


def _usual(seats: tuple[SeatRead, ...], order: Sequence[str]) -> bool:
    """Return whether a board is as nearly all are, the leader first and the deputies in rotation order."""
    if len(seats) != _SEATS:
        return False
    first, second, third = seats
    if first.role != LEADER or second.role != _DEPUTY or third.role != _DEPUTY or first.state not in order:
        return False
    at = order.index(first.state)
    return second.state == order[at - 2] and third.state == order[at - 1]


def _roles(board: BoardRead, seats: tuple[SeatRead, ...]) -> Iterator[Remark]:
    leaders = [seat for seat in seats if seat.role == LEADER]
    for seat in leaders[1:]:
        yield Remark(
            "TRI102", (*seat.at, "role"), "a board must have one Secretary-General, and this is a second", shown(LEADER)
        )
    if seats and not leaders and all(seat.role for seat in seats):
        yield Remark("TRI101", (*board.at, "seats"), f"one of the seats must have the role {LEADER}", "only deputies")


def _states(board: BoardRead, seats: tuple[SeatRead, ...]) -> Iterator[Remark]:
    """Remark on each state, and on a board of another body as a whole."""
    codes = {code_of(seat.state) for seat in seats if seat.state is not None}
    if "USA" in codes and "CHN" not in codes:
        about = (
            (*board.at, "seats"),
            *((*seat.at, "state") for seat in seats),
            *(each.at for seat in seats for each in seat.tenures),
        )
        american = next(seat for seat in seats if seat.state is not None and code_of(seat.state) == "USA")
        message = "the states must be China, Japan and Korea; this is the secretariat of Japan, the ROK and the United States"
        yield Remark("TRI107", (*american.at, "state"), message, shown(american.state), about=about)
    taken: dict[str, SeatRead] = {}
    for seat in seats:
        if seat.state is None:
            continue
        at, code = (*seat.at, "state"), code_of(seat.state)
        if code not in MEMBERS:
            yield _stranger(board, seat, code)
        elif code in taken:
            about = ((*board.at, "seats"), (*taken[code].at, "state"), *(each.at for each in seat.tenures))
            yield Remark(
                "TRI104", at, f"each state must have one seat, and {code} has a second", shown(seat.state), about=about
            )
        else:
            taken[code] = seat
        if code in MEMBERS and seat.state != code:
            yield _uncoded(seat, code)


def _stranger(board: BoardRead, seat: SeatRead, code: str | None) -> Remark:
    about = ((*board.at, "seats"), *(each.at for each in seat.tenures))
    who = f"{_NAMES[code]} is no member" if code else "this is none of them"
    return Remark(
        "TRI106", (*seat.at, "state"), f"the states must be {', '.join(MEMBERS)}; {who}", shown(seat.state), about=about
    )


def _uncoded(seat: SeatRead, code: str) -> Remark:
    assumed = "; Korea alone is taken for the Republic of Korea" if says_only_korea(seat.state or "") else ""
    message = f"a state should be written by its code, {code}{assumed}"
    return Remark("TRI911", (*seat.at, "state"), message, shown(seat.state), replacement=code, safe=True)


def _missing(board: BoardRead, seats: tuple[SeatRead, ...], order: Sequence[str]) -> Iterator[Remark]:
    """Remark on states without a seat, unless the only missing seat is that of the missing leader."""
    leaderless = all(seat.role == _DEPUTY for seat in seats)
    unread = any(seat.state is None for seat in seats)
    if (leaderless and len(seats) == _SEATS - 1) or (unread and len(seats) >= _SEATS):
        return
    present = {code_of(seat.state) for seat in seats if seat.state is not None}
    absent = [state for state in order if state not in present]
    if absent:
        message = f"each state must have a seat; there is none of {', '.join(absent)}"
        yield Remark("TRI105", (*board.at, "seats"), message, f"{len(seats)} seat{'s' * (len(seats) != 1)}")


def _order(board: BoardRead, seats: tuple[SeatRead, ...], order: Sequence[str]) -> Iterator[Remark]:
    """Remark on deputies who are all there, but not in rotation order after the leader, or before it."""
    leaders = [str(code_of(seat.state)) for seat in seats if seat.role == LEADER and seat.state is not None]
    states = [str(code_of(seat.state)) for seat in seats if seat.state is not None]
    if len(leaders) != 1 or leaders[0] not in order or sorted(states) != sorted(order):
        return
    usual = list(order_from(order, leaders[0]))
    if states != usual:
        yield Remark(
            "TRI109",
            (*board.at, "seats"),
            f"the seats are usually listed in the order {', '.join(usual)}",
            ", ".join(states),
        )
