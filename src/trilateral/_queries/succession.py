"""The boards of one agreement and one record, one after the other, built as far as anybody has asked."""

from bisect import bisect_right
from collections import deque
from collections.abc import Iterator
from datetime import date
from functools import cache
from threading import Lock
from typing import TYPE_CHECKING, Final

import attr

from trilateral._queries.seats import seats
from trilateral._queries.terms import first_start, unseated
from trilateral._record.compiled import FACTS
from trilateral._record.facts import Facts
from trilateral._record.law import AGREEMENT_2025
from trilateral._values.boards import Board
from trilateral._values.states import MemberState
from trilateral.errors import InvalidValueError, OutOfCoverageError, UnknownBoardError, WrongTypeError, shown
from trilateral.rules import Agreement

if TYPE_CHECKING:
    from trilateral._record.record import Record

__all__ = ["Succession", "law_of", "require_law", "shipped", "succession"]


class Succession:
    """Boards in order, with the days on which they start.

    Attributes:
        agreement: The law.
        facts: What is recorded.
        recorded: How many of them the facts name.
        days: The start of each board so far, and the end of the last of them.
        boards: Those boards, after None for the time before them, so that the board on ``day`` is
            ``boards[bisect_right(days, day)]``; None where nobody has asked for it yet. It is never longer than ``days``,
            also while another thread is building.
    """

    def __init__(self, agreement: Agreement[MemberState], facts: Facts) -> None:
        self.agreement = agreement
        self.facts = facts
        self._coming = unseated(agreement, facts)
        self._unseated: list[Board] = []
        self._final: Board | None = None
        self._lock = Lock()
        self.recorded = len(facts.boards)
        self.days: list[date] = [first_start(agreement, facts).date]
        self.boards: list[Board | None] = [None]

    def numbered(self, number: int) -> Board:
        """Return board ``number``, or raise `UnknownBoardError`."""
        found = self._built(number) if number >= 1 else None
        if found is None:
            final = self._last()
            raise UnknownBoardError(number, final.number if final else 0)
        return found

    def on(self, day: date) -> Board:
        """Return the board on ``day``, or raise `OutOfCoverageError`."""
        with self._lock:
            while day >= self.days[-1] and self._extend():
                pass
        number = bisect_right(self.days, day)
        if number == 0:
            raise self.outside(day, "board 1 had not started")
        if number >= len(self.days):
            raise self.outside(day, "a date cannot hold the term of the board on that day")
        return self.numbered(number)

    def outside(self, day: date, reason: str) -> OutOfCoverageError:
        """Return the error that says from when to when a day can be asked for."""
        final = self._last()
        last_day = self.days[0] if final is None else final.term.last_day
        return OutOfCoverageError(day, self.days[0], last_day, reason)

    def following(self, number: int) -> Iterator[Board]:
        """Yield the boards from ``number`` on, to the last that a date can hold."""
        while (board := self._built(number)) is not None:
            yield board
            number += 1

    def _built(self, number: int) -> Board | None:
        """Return board ``number``, built if nobody has asked for it yet, or None past the last one."""
        with self._lock:
            while number >= len(self.boards) and self._extend():
                pass
            if number >= len(self.boards):
                return None
            if self.boards[number] is None:
                board = self._unseated[number - 1]
                self.boards[number] = attr.evolve(board, seats=seats(self.agreement, self.facts, board))
            return self.boards[number]

    def _extend(self) -> bool:
        """Learn when one more board starts and ends, with the lock held; return whether there was one."""
        board = next(self._coming, None)
        if board is None:
            return False
        self._unseated.append(board)
        self.days.append(board.end.date)
        self.boards.append(None)
        return True

    def _last(self) -> Board | None:
        """Return the last board that a date can hold, without its seats."""
        if self._final is None:
            self._final = next(iter(deque(unseated(self.agreement, self.facts), maxlen=1)), None)
        return self._final


@cache
def shipped() -> Succession:
    """Return the boards of the record that ships, under its own agreement."""
    return Succession(AGREEMENT_2025, FACTS)


def succession(agreement: Agreement[MemberState] | None, record: "Record | None") -> Succession:
    """Return the boards of an agreement and a record; None stands for the record's agreement, and for the shipped record.

    They are kept for the objects passed and not for their values, so that asking again costs no comparison of records.

    Raises:
        InvalidValueError: The agreement is not between the member states.
    """
    if agreement is None and record is None:
        return shipped()
    key = id(agreement), id(record)
    kept = _kept.get(key)
    if kept is None:
        line = Succession(law_of(agreement, record), FACTS if record is None else record.facts)
        if len(_kept) >= _MOST_KEPT:
            _kept.clear()
        kept = _kept[key] = (line, agreement, record)
    return kept[0]


# By the ids of an agreement and a record, which stand beside it so that no other object can get these ids meanwhile.
_kept: Final[dict[tuple[int, int], tuple[Succession, object, object]]] = {}
_MOST_KEPT: Final = 64


def require_law(agreement: Agreement[MemberState] | None, record: "Record | None") -> None:
    """Refuse what is not an agreement or not a record.

    Raises:
        WrongTypeError: ``agreement`` is not an `Agreement`, or ``record`` is not a `Record`.
    """
    if agreement is not None and not isinstance(agreement, Agreement):  # pyright: ignore[reportUnnecessaryIsInstance]
        raise WrongTypeError("agreement", "an Agreement, such as AGREEMENT_2010", shown(agreement))
    if record is not None:
        from trilateral._record.record import Record  # noqa: PLC0415 - costs a hundredth of `import attrs`

        if not isinstance(record, Record):  # pyright: ignore[reportUnnecessaryIsInstance]
            raise WrongTypeError("record", "a Record, such as record()", shown(record))


def law_of(agreement: Agreement[MemberState] | None, record: "Record | None") -> Agreement[MemberState]:
    """Return ``agreement`` if it is between the member states, by default that of ``record``, by default of the shipped one.

    Raises:
        InvalidValueError: It is between other members.
    """
    if agreement is None:
        return AGREEMENT_2025 if record is None else record.agreement
    if agreement.members.value != frozenset(MemberState):
        raise InvalidValueError("agreement", "one between China, Japan and Korea", shown(agreement.members.value))
    return agreement
