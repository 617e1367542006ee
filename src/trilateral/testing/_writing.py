"""Lawful rosters, written in one of the many ways that are lawful."""

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import product
from typing import Any, Final, Protocol, TypeVar

from trilateral._queries.boards import board
from trilateral._values.boards import Basis, Board
from trilateral._values.states import MemberState
from trilateral.rosters import document
from trilateral.rules import Agreement

__all__ = ["INVENTED", "Choose", "Table", "lawful"]

Table = dict[str, Any]
T = TypeVar("T")

INVENTED: Final = tuple(
    f"{family} {given}"
    for family, given in product(
        ("SATO", "TANAKA", "KOBAYASHI", "ZHAO", "HUANG", "PARK", "JUNG"), ("Haruka", "Kenji", "Weiguo", "Xiaoling", "Min-ji")
    )
)


class Choose(Protocol):
    """Chooses one of several options, as a test library or a random number does."""

    def __call__(self, options: Sequence[T], /) -> T:
        """Return one of the options, of which there is at least one."""
        ...


def _invented(board_number: int, seat: int, tenure: int = 0) -> str:
    """Return a name that the record does not know, another one for each seat of boards that stand together."""
    return INVENTED[((board_number * 3 + seat) * 2 + tenure) % len(INVENTED)]


def _written(
    boards: Sequence[Board], choose: Choose, *, named: bool = False, dated: bool = False, ordered: bool = False
) -> Table:
    """Return a roster of boards in one of its lawful ways of writing.

    Args:
        boards: The boards.
        choose: What chooses the way.
        named: Whether names are invented where the record has none.
        dated: Whether the first day and the end of each board are to stand there in full, and no day in its seats.
        ordered: Whether the boards are to stand in order.
    """
    tables: list[Table] = []
    for each, table in zip(boards, document(boards)["boards"], strict=True):
        if not dated:
            _write_days(table, each, choose)
        for index, seat in enumerate(table["seats"]):
            _write_seat(seat, each, index, choose, named=named)
            if dated:
                seat.pop("appointed", None)
        tables.insert(len(tables) if ordered else choose(range(len(tables) + 1)), table)
    schema = choose(({}, {}, {"$schema": "https://example.org/roster.json"}))
    return {**schema, "boards": tables}


def lawful(
    choose: Choose,
    first: Sequence[int] = range(1, 41),
    *,
    agreement: Agreement[MemberState] | None = None,
    least: int = 1,
    most: int = 3,
    **how: bool,
) -> Table:
    """Return a roster of consecutive boards, written in one of the lawful ways.

    Args:
        choose: What chooses.
        first: The number of the first board, out of these.
        agreement: The law; by default that of the record.
        least: How many boards there are at least, and ``most`` at most.
        most: See there.
        how: As of `_written`.
    """
    start = choose(first)
    count = choose(range(least, most + 1))
    return _written([board(number, agreement=agreement) for number in range(start, start + count)], choose, **how)


def _write_days(table: Table, of: Board, choose: Choose) -> None:
    """Leave the days of a board out, or write them in another way."""
    start = choose(("day", "month", "none"))
    if start == "month":
        table["start"] = table["start"][:7]
    elif start == "none":
        del table["start"]
    end = choose(("end", "last_day", "none"))
    if end != "end":
        del table["end"]
    if end == "last_day":
        table["last_day"] = str(of.term.last_day)


def _write_seat(seat: Table, of: Board, index: int, choose: Choose, *, named: bool) -> None:
    """Leave out what may be left out of a seat, or write it in another way."""
    if "appointed" in seat and choose((True, False)):
        del seat["appointed"]
    if named and of.basis is Basis.PROJECTED:
        seat |= _held(of, index, choose)
    if "holder" in seat:
        name = seat.pop("holder")
        ways: Sequence[Table] = ({"holder": name}, {"holders": [{"name": name}]}, {"holder": None}, {})
        seat |= choose(ways)


def _held(of: Board, index: int, choose: Choose) -> Table:
    """Return what may be said of who holds a seat of which the record says nothing."""
    name = _invented(of.number, index)
    ways: Sequence[Table] = (
        {},
        {"vacant": False},
        {"vacant": True},
        {"holder": name},
        {"holder": name, **_appointed(of, choose)},
        {"holders": _two_holders(of, index, choose)},
    )
    return choose(ways)


def _appointed(of: Board, choose: Choose) -> Table:
    return {"appointed": str(of.start.date - timedelta(days=choose(range(60))))}


def _two_holders(of: Board, index: int, choose: Choose) -> list[Table]:
    """Return two holders, one after the other, with the days that are needed and maybe those that are not."""
    change = of.start.date + timedelta(days=choose(range(1, of.term.days - 1)))  # a projected term has more than two days
    first: Table = {"name": _invented(of.number, index), **_maybe("start", of.start.date, choose)}
    second: Table = {"name": _invented(of.number, index, 1), **_maybe("end", of.end.date, choose)}
    known = choose((("end",), ("start",), ("end", "start")))
    if "end" in known:
        first["end"] = str(change)
    if "start" in known:
        second["start"] = str(change)
    return [first, second]


def _maybe(key: str, day: date, choose: Choose) -> Table:
    return {key: str(day)} if choose((True, False)) else {}
