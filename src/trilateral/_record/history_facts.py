"""What a record knows beyond its boards: events, series, statements and names, each with its sources."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from trilateral._values.boards import Basis
from trilateral._values.events import Event
from trilateral._values.labels import JointName, Label
from trilateral._values.people import Person
from trilateral._values.sources import Source
from trilateral._values.statements import Statement
from trilateral._values.states import MemberState

__all__ = ["History", "SeriesFacts", "in_order"]


class SeriesFacts(NamedTuple):
    """A series of meetings: its name, and who hosts in which order, as far as sources say.

    ``order[0]`` hosts the meeting ``since``, below which nothing is claimed; ``as_of`` is the day of the newest evidence.
    ``participants`` are named where they are not just the member states. Of a ``yearly`` series a year without a meeting is
    a gap.
    """

    id: str
    name: str
    as_of: date
    sources: tuple[Source, ...]
    order: tuple[MemberState, ...] = ()
    since: int = 1
    basis: Basis = Basis.RECORDED
    order_note: str | None = None
    yearly: bool = False
    participants: tuple[str, ...] = ()
    note: str | None = None


class History(NamedTuple):
    """All of that: events in order of time, the rest in the order in which it is kept."""

    sources: tuple[Source, ...] = ()
    leaders: tuple[Person, ...] = ()
    series: tuple[SeriesFacts, ...] = ()
    events: tuple[Event, ...] = ()
    statements: tuple[Statement, ...] = ()
    names: tuple[Label, ...] = ()
    joint_names: tuple[JointName, ...] = ()


def in_order(events: Iterable[Event]) -> tuple[Event, ...]:
    """Return events by their first days, then their last, then their ids."""
    return tuple(sorted(events, key=lambda event: (event.earliest, event.latest, event.id)))
