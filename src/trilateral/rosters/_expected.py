"""What law and record say of each board, kept by its number so that a check costs a comparison."""

from contextlib import suppress
from datetime import date
from typing import Any, NamedTuple

from trilateral import rules
from trilateral._queries.succession import Succession
from trilateral._record.evidence import attested_days
from trilateral._record.facts import BoardFacts, Facts, TenureFacts
from trilateral._values.people import Person
from trilateral._values.sources import Reading, Source
from trilateral.errors import InvalidValueError, UnknownBoardError
from trilateral.rosters._reading import Days
from trilateral.rules import Agreement, add_months, latest_anniversary

__all__ = ["Expectations", "Expected", "Handover", "lawful_ends"]


class Handover(NamedTuple):
    """What a record knows of the day on which a board starts and the one before it ends.

    Attributes:
        number: The board that starts.
        stated: The day, or the days of the month, that sources give, and who does.
        before: The last day on which the board before was seen at work, and by whom.
        after: The first day on which the board was seen at work, and by whom.
    """

    number: int
    stated: tuple[Days, tuple[Source, ...]] | None
    before: tuple[date, tuple[Source, ...]] | None
    after: tuple[date, tuple[Source, ...]] | None

    def against(self, days: Days) -> Reading[str] | None:
        """Return the fact that contradicts a handover on ``days``, if one does whichever of them it is."""
        if self.before and days.last <= self.before[0]:
            return Reading(f"board {self.number - 1} was at work on {self.before[0]}", self.before[1])
        if self.stated and (days.last < self.stated[0].first or days.first > self.stated[0].last):
            first, last = self.stated[0]
            when = str(first) if first == last else f"between {first} and {last}"
            return Reading(f"board {self.number} started on {when}", self.stated[1])
        if self.after and days.first > self.after[0]:
            return Reading(f"board {self.number} was at work on {self.after[0]}", self.after[1])
        return None


class Expected:
    """What law and record say of one board.

    Attributes:
        number: Its number.
        order: The rotation, by code, begun at the state whose turn it is by law.
        leader: That state.
        nominal: The first day and the end of its nominal term.
        term: The first day and the end of its term.
        recorded_leader: The state, by code, that leads it as far as the record tells, and else by law.
        holders: By state, the people whom the record names, with who says so, and None for a time when the seat was vacant;
            a state of whose seat the record says nothing is not there.
        appointed: By state, the days of appointment that sources give.
        handover: What the record knows of its start.
    """

    def __init__(self, line: Succession, number: int) -> None:
        law, board = rules.composition(line.agreement, number), line.numbered(number)
        known = _known(line.facts, number)
        self.number = number
        self.order = tuple(state.value for state in (law.secretary_general, *law.deputies))
        self.leader = self.order[0]
        self.nominal = (law.nominal_term.start, law.nominal_term.end)
        self.term = (board.start.date, board.end.date)
        seats = known.seats if known else ()
        self.recorded_leader = board.secretary_general.state.value
        self.holders = {
            seat.state.value: tuple(_holder(line.facts, tenure) for tenure in seat.tenures) for seat in seats if seat.tenures
        }
        self.appointed = {
            seat.state.value: {
                reading.value.earliest for tenure in seat.tenures for reading in tenure.appointed if reading.value.is_day
            }
            for seat in seats
        }
        self.handover = _handover(line.facts, number)


class Expectations:
    """What one agreement and one record say of the boards, by number."""

    def __init__(self, line: Succession) -> None:
        self._line = line
        self._known: dict[int, Expected | None] = {}
        self.agreement = line.agreement
        self.states = _states(line.facts)

    def of(self, number: int) -> Expected | None:
        """Return what is said of a board, or None if no board has that number."""
        if number in self._known:
            return self._known[number]
        try:
            expected = Expected(self._line, number)
        except UnknownBoardError:
            return None
        self._known[number] = expected
        return expected


def lawful_ends(agreement: Agreement[Any], number: int, start: date) -> tuple[date, ...]:
    """Return the days on which a board that starts on ``start`` may end by law.

    That is the day up to which it is extended, if it is; else its length after the 1 September on or before its start, a
    start in August counting as the coming one, or after its start itself.
    """
    extension = agreement.extension_of(number)
    if extension is not None and extension.value > start:
        return (extension.value,)
    months = agreement.term_length_of(number).value
    starts = [start]
    with suppress(InvalidValueError):  # at the edges of what a date can hold there is no anniversary
        starts.insert(0, latest_anniversary(agreement.first_day.value, start, notice=1))
    ends = (add_months(each, months) for each in starts)
    return tuple(end for end in ends if end is not None)


def _known(facts: Facts, number: int) -> BoardFacts | None:
    return facts.boards[number - 1] if 1 <= number <= len(facts.boards) else None


def _holder(facts: Facts, tenure: TenureFacts) -> tuple[Person | None, tuple[Source, ...]]:
    return None if tenure.holder is None else facts.named(tenure.holder), tenure.sources


def _states(facts: Facts) -> dict[str, set[str]]:
    """Return the states, by code, for which each person, by id, holds a seat."""
    states: dict[str, set[str]] = {}
    for board in facts.boards:
        for seat in board.seats:
            for tenure in seat.tenures:
                if tenure.holder is not None:
                    states.setdefault(tenure.holder, set()).add(seat.state.value)
    return states


def _handover(facts: Facts, number: int) -> Handover:
    previous, board = _known(facts, number - 1), _known(facts, number)
    stated = None
    if board and board.start:
        reading = board.start[0]
        stated = (Days(reading.value.earliest, reading.value.latest), reading.sources)
    return Handover(
        number,
        stated,
        before=attested_days(previous, facts)[-1] if previous and attested_days(previous, facts) else None,
        after=attested_days(board, facts)[0] if board and attested_days(board, facts) else None,
    )
