"""What a facts document holds, as it is written: plain tables that name sources and people by their ids."""

from typing import NamedTuple

from trilateral._record.history_document import EventEntry, JointNameEntry, LabelEntry, SeriesEntry, StatementEntry
from trilateral._values.boards import Role
from trilateral._values.dates import PartialDate
from trilateral._values.people import NameKind, Script
from trilateral._values.sources import Source
from trilateral._values.states import MemberState

__all__ = [
    "AttestedEntry",
    "BoardEntry",
    "DateEntry",
    "FactsDocument",
    "HolderEntry",
    "NameEntry",
    "PersonEntry",
    "ReadingEntry",
    "SeatEntry",
    "TenureEntry",
]


class NameEntry(NamedTuple):
    """A spelling of a person's name, and the ids of the sources that print it."""

    text: str
    script: Script
    kind: NameKind
    sources: tuple[str, ...] = ()
    note: str | None = None


class PersonEntry(NamedTuple):
    """A person and the spellings of the name, the preferred one first."""

    id: str
    names: tuple[NameEntry, ...]


class ReadingEntry(NamedTuple):
    """A date as some sources give it instead."""

    date: PartialDate
    sources: tuple[str, ...] = ()
    note: str | None = None


class DateEntry(NamedTuple):
    """A date as sources give it, and what others give instead; within a tenure, it may be written as the bare date."""

    date: PartialDate
    sources: tuple[str, ...] = ()
    note: str | None = None
    readings: tuple[ReadingEntry, ...] = ()


class HolderEntry(NamedTuple):
    """Who some sources say held a seat instead."""

    holder: str
    sources: tuple[str, ...] = ()
    note: str | None = None


class TenureEntry(NamedTuple):
    """A holder of a seat, or a vacancy, and who others say held it instead; the end is exclusive.

    A date without sources has those of the tenure. Without a holder of its own, the first of the readings is the preferred one.
    """

    holder: str | None = None
    vacant: bool = False
    start: DateEntry | None = None
    end: DateEntry | None = None
    appointed: DateEntry | None = None
    sources: tuple[str, ...] = ()
    note: str | None = None
    readings: tuple[HolderEntry, ...] = ()


class SeatEntry(NamedTuple):
    """A seat and its tenures in order of time; one without tenures needs sources of its own."""

    role: Role
    state: MemberState
    tenures: tuple[TenureEntry, ...] = ()
    sources: tuple[str, ...] = ()


class BoardEntry(NamedTuple):
    """A board, its start, its last day as far as it is attested, and as many of its seats as are known."""

    number: int
    start: DateEntry | None = None
    last_day: DateEntry | None = None
    seats: tuple[SeatEntry, ...] = ()


class AttestedEntry(NamedTuple):
    """A day on which sources show a board, or one person of it, at work."""

    board: int
    date: PartialDate
    person: str | None = None
    sources: tuple[str, ...] = ()
    note: str | None = None


class FactsDocument(NamedTuple):
    """Sourced facts: the document that a record is read from, and the one that a user adds."""

    sources: tuple[Source, ...] = ()
    people: tuple[PersonEntry, ...] = ()
    boards: tuple[BoardEntry, ...] = ()
    attested: tuple[AttestedEntry, ...] = ()
    leaders: tuple[PersonEntry, ...] = ()
    series: tuple[SeriesEntry, ...] = ()
    events: tuple[EventEntry, ...] = ()
    statements: tuple[StatementEntry, ...] = ()
    names: tuple[LabelEntry, ...] = ()
    joint_names: tuple[JointNameEntry, ...] = ()
