"""What a board is: how its boundaries are known, its seats, and who holds them when."""

from datetime import date
from enum import Enum
from typing import TYPE_CHECKING

import attr

from trilateral._values.dates import PartialDate, Term, require_day
from trilateral._values.people import Person
from trilateral._values.sources import Grounds, Reading, Source
from trilateral._values.states import MemberState
from trilateral._values.value import Value
from trilateral.errors import OutOfCoverageError

if TYPE_CHECKING:
    from trilateral._values.markup import Markup
    from trilateral._values.standings import Standing

__all__ = ["Basis", "Board", "Boundary", "Occupancy", "Role", "Seat", "Tenure", "occupants"]


class Basis(Enum):
    """What an answer stands on.

    RECORDED: a source says so. INFERRED: it follows from recorded facts. PROJECTED: by the law alone.
    """

    RECORDED = "recorded"
    INFERRED = "inferred"
    PROJECTED = "projected"


@attr.frozen(kw_only=True, repr=False, eq=False)
class Boundary(Value):
    """A start or an end of a term.

    Attributes:
        date: The day: the first day of what starts, or the first day after what ends.
        basis: Whether a source gives the day, or facts or the law lead to it.
        grounds: The facts and the rules that it rests on.
        readings: What sources state, the preferred reading first; of an end, they state the *last* day.
    """

    date: date
    basis: Basis
    grounds: Grounds
    readings: tuple[Reading[PartialDate], ...] = ()

    @property
    def attested(self) -> PartialDate | None:
        """What sources state, maybe only a month; of an end, the *last* day. None where no source states anything."""
        return self.readings[0].value if self.readings else None

    @property
    def sources(self) -> tuple[Source, ...]:
        """Every source under it, each once."""
        return self.grounds.sources

    def __repr__(self) -> str:
        return f"<Boundary {self.date} {self.basis.value}>"


class Role(Enum):
    """An office on the Consultative Board."""

    SECRETARY_GENERAL = "secretary-general"
    DEPUTY_SECRETARY_GENERAL = "deputy-secretary-general"

    @property
    def abbreviation(self) -> str:
        """The usual short form, ``SG`` or ``DSG``."""
        return "SG" if self is Role.SECRETARY_GENERAL else "DSG"

    def __repr__(self) -> str:
        return f"Role.{self.name}"


class Occupancy(Enum):
    """Whether a seat has a holder.

    HELD: the record names one. VACANT: a source says that there is none. UNKNOWN: the record has no name.
    """

    HELD = "held"
    VACANT = "vacant"
    UNKNOWN = "unknown"


@attr.frozen(kw_only=True, repr=False, eq=False)
class Tenure(Value):
    """One person's time in one seat of one board.

    Attributes:
        board: The number of the board.
        role: The office.
        state: The member state on whose behalf it is held.
        readings: Who held it, by source, the preferred reading first; never empty.
        start: Its start, never before the board's.
        end: Its end, never after the board's.
        appointments: The days of appointment that sources give, the preferred reading first; may be empty.
    """

    board: int
    role: Role
    state: MemberState
    readings: tuple[Reading[Person], ...]
    start: Boundary
    end: Boundary
    appointments: tuple[Reading[PartialDate], ...] = ()

    @property
    def holder(self) -> Person:
        """Who held the seat, by the preferred reading."""
        return self.readings[0].value

    @property
    def appointed(self) -> PartialDate | None:
        """The day of appointment, by the preferred reading; None where no source gives one."""
        return self.appointments[0].value if self.appointments else None

    @property
    def term(self) -> Term:
        """Its days, ``[start, end)``."""
        return Term(self.start.date, self.end.date)

    @property
    def sources(self) -> tuple[Source, ...]:
        """Who says who held the seat, by the preferred reading."""
        return self.readings[0].sources

    @property
    def basis(self) -> Basis:
        """RECORDED, as sources name the holder; its start and its end have a basis each."""
        return Basis.RECORDED

    def __repr__(self) -> str:
        return f"<Tenure board {self.board} {self.role.abbreviation} {self.state.value} {self.holder} {self.term}>"


@attr.frozen(kw_only=True, repr=False, eq=False)
class Seat(Value):
    """One role on one board on behalf of one state.

    Attributes:
        role: The office.
        state: The member state on whose behalf it is held.
        term: The term of the board.
        tenures: Who held it, in order of time; empty where the record has no name.
        vacancies: When sources say that nobody did, in order of time.
        grounds: Who says that the state has this role.
    """

    role: Role
    state: MemberState
    term: Term
    grounds: Grounds
    tenures: tuple[Tenure, ...] = ()
    vacancies: tuple[Reading[Term], ...] = ()

    @property
    def holder(self) -> Person | None:
        """The holder of the last tenure, or None where the record names nobody."""
        return self.tenures[-1].holder if self.tenures else None

    @property
    def occupancy(self) -> Occupancy:
        """HELD if the record names anybody for any day of the term; ask `occupancy_on` about one day."""
        if self.tenures:
            return Occupancy.HELD
        return Occupancy.VACANT if self.vacancies else Occupancy.UNKNOWN

    def holder_on(self, day: date, /) -> Person | None:
        """Return who held the seat on ``day``, or None if it was vacant or the record has no name.

        Raises:
            WrongTypeError: ``day`` is not a `datetime.date`, or is a datetime.
            OutOfCoverageError: ``day`` lies outside the term of the board.
        """
        self._require_within_term(day)
        return next((tenure.holder for tenure in self.tenures if day in tenure.term), None)

    def occupancy_on(self, day: date, /) -> Occupancy:
        """Return whether the seat had a holder on ``day``.

        Raises:
            WrongTypeError: ``day`` is not a `datetime.date`, or is a datetime.
            OutOfCoverageError: ``day`` lies outside the term of the board.
        """
        if self.holder_on(day) is not None:
            return Occupancy.HELD
        vacant = any(day in vacancy.value for vacancy in self.vacancies)
        return Occupancy.VACANT if vacant else Occupancy.UNKNOWN

    @property
    def sources(self) -> tuple[Source, ...]:
        """Every source under its grounds, each once."""
        return self.grounds.sources

    def _require_within_term(self, day: date) -> None:
        if require_day(day, "the day") not in self.term:
            reason = "a seat has holders only in the term of its board"
            raise OutOfCoverageError(day, self.term.start, self.term.last_day, reason)

    def __repr__(self) -> str:
        return f"<Seat {self.role.abbreviation} {self.state.value} {self.holder or self.occupancy.value}>"


@attr.frozen(kw_only=True, repr=False, eq=False)
class Board(Value):
    """A Consultative Board: one Secretary-General and the deputies of the other states, one seat a state.

    Attributes:
        number: Its number, counted from 1.
        basis: RECORDED if the record names the board, PROJECTED if it follows from the law.
        start: The start of its term.
        end: The end of its term, exclusive.
        nominal_term: Its term by the law alone, counted from the first board.
        lawful_end: The day, exclusive, by which the law ends it, counted from its own start.
        seats: The Secretary-General's first, the deputies' in rotation order after it.
    """

    number: int
    basis: Basis
    start: Boundary
    end: Boundary
    nominal_term: Term
    lawful_end: date
    seats: tuple[Seat, ...]

    @property
    def term(self) -> Term:
        """The days on which this board is the board, ``[start, end)``."""
        return Term(self.start.date, self.end.date)

    @property
    def secretary_general(self) -> Seat:
        """The Secretary-General's seat."""
        return self.seats[0]

    @property
    def deputies(self) -> tuple[Seat, ...]:
        """The deputies' seats, in rotation order."""
        return self.seats[1:]

    @property
    def sources(self) -> tuple[Source, ...]:
        """Every source under its start and its end, each once; its seats have sources of their own."""
        bounds = (self.start, self.end)
        stated = (source for bound in bounds for reading in bound.readings for source in reading.sources)
        return tuple(dict.fromkeys((*stated, *self.start.sources, *self.end.sources)))

    def standing_on(self, day: date, /) -> "Standing":
        """Return how the board stands on ``day``.

        Raises:
            WrongTypeError: ``day`` is not a `datetime.date`, or is a datetime.
        """
        from trilateral._values.standings import Standing  # noqa: PLC0415 - costs a hundredth of `import attrs`

        if require_day(day, "the day") < self.start.date:
            return Standing.NOT_YET
        if day >= self.end.date:
            return Standing.NO_LONGER
        return Standing.IN_TERM if day < self.lawful_end else Standing.HOLDING_OVER

    def _repr_html_(self) -> str:
        """Return the board as a small table, as notebooks show it."""
        from trilateral._values.markup import table, text  # noqa: PLC0415 - only notebooks need it

        over = f", holding over from {self.lawful_end}" if self.lawful_end < self.end.date else ""
        known = f"start {self.start.basis.value}, end {self.end.basis.value}"
        caption = f"Board {self.number}, {self.basis.value}: {self.term}, end excluded; {known}{over}"
        rows = ((text(seat.role.value), text(seat.state.value), _cell(seat)) for seat in self.seats)
        return table(caption, ("Role", "State", "Holder"), rows)

    def __repr__(self) -> str:
        leader = self.secretary_general
        return f"<Board {self.number} {leader.state.value} {leader.holder or leader.occupancy.value} {self.term}>"


def occupants(seat: Seat) -> tuple[tuple[Term, Person | None], ...]:
    """Return who held a seat when, in order of time; None stands for nobody, where sources say so."""
    held: list[tuple[Term, Person | None]] = [(tenure.term, tenure.holder) for tenure in seat.tenures]
    held += [(vacancy.value, None) for vacancy in seat.vacancies]
    return tuple(sorted(held, key=lambda each: each[0].start))


def _cell(seat: Seat) -> "Markup":
    """Return who held a seat, with the days where that was not one person all the time."""
    from trilateral._values.markup import Markup, lines, name, text  # noqa: PLC0415 - only notebooks need it

    def called(person: Person | None) -> Markup:
        if person is None:
            return text(Occupancy.VACANT.value)
        return name(person.name, person.names[0].script.value) if person.names else text(person.name)

    who = occupants(seat)
    if not who:
        return text(seat.occupancy.value)
    if [term for term, _ in who] == [seat.term]:
        return called(who[0][1])
    return lines(Markup(f"{called(person)}, {term}") for term, person in who)
