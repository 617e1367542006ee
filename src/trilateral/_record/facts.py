"""What a record knows: facts with their sources, before any law is applied to them."""

from typing import NamedTuple

from trilateral._values.boards import Role
from trilateral._values.dates import PartialDate
from trilateral._values.people import Person
from trilateral._values.sources import Reading, Source
from trilateral._values.states import MemberState

__all__ = ["BoardFacts", "Facts", "Readings", "SeatFacts", "Sighting", "TenureFacts"]

Readings = tuple[Reading[PartialDate], ...]


class TenureFacts(NamedTuple):
    """Who held a seat, by id, the preferred reading first, or that nobody did; and when, as far as sources say.

    The start defaults to the end of the tenure before, or to the board's; the end, exclusive, to the start of the next
    tenure, or to the board's. A note on a holder stands in the reading; ``note`` is of a vacancy.
    """

    holders: tuple[Reading[str], ...]
    sources: tuple[Source, ...]
    start: Readings = ()
    end: Readings = ()
    appointed: Readings = ()
    note: str | None = None

    @property
    def holder(self) -> str | None:
        """The id of the holder, by the preferred reading; None for a vacancy."""
        return self.holders[0].value if self.holders else None


class SeatFacts(NamedTuple):
    """A seat, its tenures in order of time, and who else says that the state has this role."""

    role: Role
    state: MemberState
    tenures: tuple[TenureFacts, ...] = ()
    sources: tuple[Source, ...] = ()


class BoardFacts(NamedTuple):
    """A board: its start, its last day as far as sources say, and the seats that they tell of."""

    number: int
    start: Readings = ()
    last_day: Readings = ()
    seats: tuple[SeatFacts, ...] = ()


class Sighting(NamedTuple):
    """A date on which sources show a board, or one person of it by id, at work."""

    board: int
    date: PartialDate
    person: str | None
    sources: tuple[Source, ...]
    note: str | None = None


class Facts(NamedTuple):
    """All facts of a record, boards in the order of their numbers."""

    sources: tuple[Source, ...] = ()
    people: tuple[Person, ...] = ()
    boards: tuple[BoardFacts, ...] = ()
    sightings: tuple[Sighting, ...] = ()

    def named(self, id_: str) -> Person:
        """Return the person of this id, whom the facts must have."""
        return next(person for person in self.people if person.id == id_)
