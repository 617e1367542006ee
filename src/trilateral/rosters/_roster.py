"""What a valid roster is as a value, and boards and rosters as roster documents."""

from collections.abc import Iterable
from datetime import date
from typing import Any

import attr

from trilateral._values.boards import Board, Occupancy, Role, Seat, Tenure
from trilateral._values.dates import PartialDate
from trilateral._values.states import MemberState
from trilateral._values.value import Value
from trilateral.errors import WrongTypeError, shown
from trilateral.rosters._reading import BoardRead, Days, SeatRead
from trilateral.rosters._states import code_of

__all__ = ["Roster", "RosterBoard", "RosterSeat", "RosterTenure", "document", "roster"]

Table = dict[str, Any]


@attr.frozen(kw_only=True, repr=False, eq=False)
class RosterTenure(Value):
    """Who holds a seat of a roster, and when, where that is stated.

    Attributes:
        holder: The name, as it is written.
        start: The first day, or None where it is not stated.
        end: The first day after, or None where it is not stated.
    """

    holder: str
    start: date | None = None
    end: date | None = None

    def __repr__(self) -> str:
        return f"<RosterTenure {self.holder}>"


@attr.frozen(kw_only=True, repr=False, eq=False)
class RosterSeat(Value):
    """A seat of a roster.

    Attributes:
        role: The office.
        state: The member state on whose behalf it is held.
        occupancy: HELD where a holder is named, VACANT where the roster says so, UNKNOWN where it says neither.
        tenures: Its holders, in order of time.
        appointed: The day on which the last of them was appointed, or None where it is not stated.
    """

    role: Role
    state: MemberState
    occupancy: Occupancy
    tenures: tuple[RosterTenure, ...] = ()
    appointed: date | None = None

    @property
    def holder(self) -> str | None:
        """The name of the last holder, or None where none is stated."""
        return self.tenures[-1].holder if self.tenures else None

    def __repr__(self) -> str:
        return f"<RosterSeat {self.role.abbreviation} {self.state.value} {self.holder or self.occupancy.value}>"


@attr.frozen(kw_only=True, repr=False, eq=False)
class RosterBoard(Value):
    """A board of a roster.

    Attributes:
        number: Its number, counted from 1.
        start: The first day of its term, or its month, or None where it is not stated.
        end: The first day after its term, or None where it is not stated.
        seats: Its seats, in the order of the roster.
    """

    number: int
    start: PartialDate | None
    end: date | None
    seats: tuple[RosterSeat, ...]

    def __repr__(self) -> str:
        return f"<RosterBoard {self.number} {self.start or '...'}/{self.end or '...'}>"


@attr.frozen(repr=False, eq=False)
class Roster(Value):
    """A roster without errors.

    Attributes:
        boards: Its boards, in the order of the document.
    """

    boards: tuple[RosterBoard, ...]

    def __repr__(self) -> str:
        return f"<Roster of boards {', '.join(str(board.number) for board in self.boards)}>"


def roster(boards: Iterable[BoardRead]) -> Roster:
    """Return the roster of boards that were read without an error."""
    return Roster(tuple(_board(board) for board in boards))


def _board(board: BoardRead) -> RosterBoard:
    assert board.number is not None, "a board without a number is an error"
    seats = tuple(_seat(seat) for seat in board.seats or ())
    return RosterBoard(number=board.number, start=board.start and _partial(board.start), end=board.end, seats=seats)


def _partial(days: Days) -> PartialDate:
    first = days.first
    return PartialDate.of(first) if first == days.last else PartialDate(first.year, first.month)


def _seat(seat: SeatRead) -> RosterSeat:
    tenures = tuple(RosterTenure(holder=each.name or "", start=each.start, end=each.end) for each in seat.tenures)
    occupancy = Occupancy.HELD if tenures else Occupancy.VACANT if seat.vacant else Occupancy.UNKNOWN
    state = MemberState(code_of(seat.state or ""))
    return RosterSeat(role=Role(seat.role), state=state, occupancy=occupancy, tenures=tenures, appointed=seat.appointed)


def document(boards: Roster | Iterable[Board], /) -> Table:
    """Return boards, or a roster, as a roster document: plain data, ready for JSON, TOML or YAML.

    Raises:
        WrongTypeError: ``boards`` is neither a `Roster` nor several of something, or holds something that is not a `Board`.

    Example:
        >>> import trilateral as tri
        >>> document([tri.board(7)])["boards"][0]["seats"][0]
        {'role': 'secretary-general', 'state': 'KOR', 'holder': 'LEE Hee-sup', 'appointed': '2023-09-01'}
    """
    if isinstance(boards, Roster):
        return {"boards": [_roster_board(board) for board in boards.boards]}
    if not isinstance(boards, Iterable):  # pyright: ignore[reportUnnecessaryIsInstance]
        raise WrongTypeError("boards", "a Roster, or several boards, such as [board(7)]", shown(boards))
    return {"boards": [_whole_board(board) for board in boards]}


def _whole_board(board: Board) -> Table:
    if not isinstance(board, Board):  # pyright: ignore[reportUnnecessaryIsInstance]
        raise WrongTypeError("a board", "a Board, such as board(7)", shown(board))
    seats = [_whole_seat(seat) for seat in board.seats]
    return {"number": board.number, "start": str(board.start.date), "end": str(board.end.date), "seats": seats}


def _whole_seat(seat: Seat) -> Table:
    table: Table = {"role": seat.role.value, "state": seat.state.value}
    if len(seat.tenures) == 1 and seat.tenures[0].term == seat.term:
        table["holder"] = seat.tenures[0].holder.name
    elif seat.tenures:
        table["holders"] = [_tenure(tenure) for tenure in seat.tenures]
    elif seat.occupancy is Occupancy.VACANT:
        table["vacant"] = True
    appointed = seat.tenures[-1].appointed if seat.tenures else None
    return {**table, "appointed": str(appointed)} if appointed and appointed.is_day else table


def _tenure(tenure: Tenure) -> Table:
    return {"name": tenure.holder.name, "start": str(tenure.start.date), "end": str(tenure.end.date)}


def _roster_board(board: RosterBoard) -> Table:
    dates = {key: str(value) for key, value in (("start", board.start), ("end", board.end)) if value is not None}
    return {"number": board.number, **dates, "seats": [_roster_seat(seat) for seat in board.seats]}


def _roster_seat(seat: RosterSeat) -> Table:
    table: Table = {"role": seat.role.value, "state": seat.state.value}
    if len(seat.tenures) == 1 and seat.tenures[0].start is seat.tenures[0].end is None:
        table["holder"] = seat.tenures[0].holder
    elif seat.tenures:
        table["holders"] = [_roster_tenure(tenure) for tenure in seat.tenures]
    elif seat.occupancy is Occupancy.VACANT:
        table["vacant"] = True
    return {**table, "appointed": str(seat.appointed)} if seat.appointed else table


def _roster_tenure(tenure: RosterTenure) -> Table:
    dates = {key: str(value) for key, value in (("start", tenure.start), ("end", tenure.end)) if value is not None}
    return {"name": tenure.holder, **dates}
