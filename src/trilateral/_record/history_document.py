"""What a facts document holds beyond boards, as it is written: plain tables that name sources and people by their ids."""

import datetime as dt
from typing import NamedTuple

from trilateral._values.boards import Basis
from trilateral._values.dates import PartialDate
from trilateral._values.events import EventKind, EventStatus
from trilateral._values.labels import Language, Register
from trilateral._values.states import MemberState

__all__ = [
    "DocumentEntry",
    "EventEntry",
    "JointNameEntry",
    "LabelEntry",
    "ParticipantEntry",
    "PlaceEntry",
    "SeriesEntry",
    "StatementEntry",
    "TextEntry",
    "WhenEntry",
]


class WhenEntry(NamedTuple):
    """When some sources put an event instead; the last day is inclusive."""

    date: PartialDate
    last_day: dt.date | None = None
    sources: tuple[str, ...] = ()
    note: str | None = None


class PlaceEntry(NamedTuple):
    """Where some sources put an event instead."""

    place: str
    sources: tuple[str, ...] = ()
    note: str | None = None


class TextEntry(NamedTuple):
    """What some sources say: instead, or as a cause."""

    text: str
    sources: tuple[str, ...] = ()
    note: str | None = None


class ParticipantEntry(NamedTuple):
    """Somebody who took part, by id; without sources, those of the event say so."""

    person: str
    office: str
    state: MemberState | None = None
    sources: tuple[str, ...] = ()


class DocumentEntry(NamedTuple):
    """What was adopted; without sources, those of the event say so."""

    title: str
    sources: tuple[str, ...] = ()
    note: str | None = None


class EventEntry(NamedTuple):
    """An event; the last day is inclusive, and without states it concerns all three.

    Without a date of its own, the first of the readings is the preferred one.
    """

    id: str
    kind: EventKind
    title: str
    date: PartialDate | None = None
    last_day: dt.date | None = None
    session: dt.date | None = None
    readings: tuple[WhenEntry, ...] = ()
    series: str | None = None
    number: int | None = None
    numbered: Basis = Basis.RECORDED
    status: EventStatus = EventStatus.HELD
    basis: Basis = Basis.RECORDED
    host: MemberState | None = None
    city: str | None = None
    label: str | None = None
    venue: str | None = None
    places: tuple[PlaceEntry, ...] = ()
    states: tuple[MemberState, ...] = ()
    participants: tuple[ParticipantEntry, ...] = ()
    documents: tuple[DocumentEntry, ...] = ()
    causes: tuple[TextEntry, ...] = ()
    sources: tuple[str, ...] = ()
    note: str | None = None


class SeriesEntry(NamedTuple):
    """A series of meetings, and who hosts in which order."""

    id: str
    name: str
    as_of: dt.date
    order: tuple[MemberState, ...] = ()
    since: int = 1
    order_basis: Basis = Basis.RECORDED
    order_note: str | None = None
    yearly: bool = False
    participants: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    note: str | None = None


class StatementEntry(NamedTuple):
    """A statement; the last day is inclusive."""

    subject: str
    text: str
    date: PartialDate | None = None
    last_day: dt.date | None = None
    data_year: int | None = None
    readings: tuple[TextEntry, ...] = ()
    basis: Basis = Basis.RECORDED
    sources: tuple[str, ...] = ()
    note: str | None = None


class LabelEntry(NamedTuple):
    """What something is called in one language."""

    subject: str
    language: Language
    register: Register
    text: str
    plural: str | None = None
    since: PartialDate | None = None
    until: PartialDate | None = None
    sources: tuple[str, ...] = ()
    note: str | None = None


class JointNameEntry(NamedTuple):
    """How the three states are named together in one language, and when."""

    language: Language
    text: str
    order: tuple[MemberState, ...]
    since: PartialDate | None = None
    until: PartialDate | None = None
    sources: tuple[str, ...] = ()
    note: str | None = None
