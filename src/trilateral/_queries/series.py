"""Series of meetings: which were held, who hosts which, who hosts next."""

from collections.abc import Iterable
from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING, NoReturn, overload

import attr

from trilateral import rules
from trilateral._queries.succession import require_law
from trilateral._queries.words import require_word
from trilateral._record.history_facts import SeriesFacts
from trilateral._record.shipped import RECORD
from trilateral._values.boards import Basis
from trilateral._values.events import Event, EventStatus
from trilateral._values.sources import Citation, CitationKind, Confidence, Grounds, Reading, Source, SourceKind
from trilateral._values.states import MemberState
from trilateral._values.value import Value
from trilateral.errors import UnknownMeetingError, WrongTypeError, shown

if TYPE_CHECKING:
    from trilateral._record.record import Record

__all__ = ["Gap", "Hosting", "Series", "newest_evidence", "series"]


@attr.frozen(kw_only=True, repr=False, eq=False)
class Hosting(Value):
    """Who hosts one meeting of a series.

    Attributes:
        series: The id of the series.
        number: The number of the meeting.
        state: The host.
        basis: RECORDED where a source says so, of a meeting held or planned; INFERRED by the rotation, of one that was held;
            PROJECTED by the rotation, of one to come.
        status: Whether the meeting was held or is planned; None where nothing is known of it.
        as_of: The day of the newest evidence on the series.
        grounds: What it rests on.
    """

    series: str
    number: int
    state: MemberState
    basis: Basis
    status: EventStatus | None
    as_of: date
    grounds: Grounds

    @property
    def sources(self) -> tuple[Source, ...]:
        """Every source under its grounds, each once."""
        return self.grounds.sources

    def __repr__(self) -> str:
        return f"<Hosting {self.series} {self.number} {self.state.value} {self.basis.value}, as of {self.as_of}>"


@attr.frozen(kw_only=True, repr=False, eq=False)
class Gap(Value):
    """A time in which a yearly series had no meeting in some calendar year, as far as was known.

    Attributes:
        after: The meeting before it.
        before: The meeting after it, or None if none is known.
        not_held: What was planned meanwhile and not held, with the causes that were publicly stated.
    """

    after: Event
    before: Event | None
    not_held: tuple[Event, ...]

    @property
    def causes(self) -> tuple[Reading[str], ...]:
        """The causes that were publicly stated."""
        return tuple(cause for event in self.not_held for cause in event.causes)

    @property
    def basis(self) -> Basis:
        """INFERRED, as it follows from the meetings that are recorded."""
        return Basis.INFERRED

    @property
    def sources(self) -> tuple[Source, ...]:
        """Every source under the meetings around it, what was not held and the causes, each once."""
        around = (self.after,) if self.before is None else (self.after, self.before)
        events = (source for event in (*around, *self.not_held) for source in event.sources)
        return tuple(dict.fromkeys((*events, *(source for cause in self.causes for source in cause.sources))))

    def __repr__(self) -> str:
        return f"<Gap {self.after.when} to {self.before.when if self.before else 'open'}>"


@attr.frozen(kw_only=True, repr=False, eq=False)
class Series(Value):
    """A series of meetings.

    Attributes:
        id: Its name within a record.
        name: What it is called, in English.
        meetings: Those that were held, in order of time; the number of some may not be known.
        planned: Those of which only a plan is known.
        not_held: Those that were planned and not held.
        rotation: The hosts in their cyclic order, or None where there is none or it is not known.
        since: The first number of which anything is claimed; the first of the rotation hosts it.
        basis: RECORDED where sources state the rotation, INFERRED where it follows from the hosts.
        as_of: The day of the newest evidence, or of the last meeting if that is later, as far as its sources can know.
        yearly: Whether it is meant to meet every year.
        participants: Who takes part, where it is not just the member states.
        sources: Who says so.
        note: What has to be known about it, if anything.
        rotation_note: What has to be known about the rotation, if anything.
    """

    id: str
    name: str
    meetings: tuple[Event, ...]
    planned: tuple[Event, ...]
    not_held: tuple[Event, ...]
    rotation: tuple[MemberState, ...] | None
    since: int
    basis: Basis
    as_of: date
    yearly: bool
    participants: tuple[str, ...]
    sources: tuple[Source, ...]
    note: str | None = None
    rotation_note: str | None = None

    def meeting(self, number: int, /) -> Event:
        """Return the meeting of that number, held or planned.

        Raises:
            WrongTypeError: ``number`` is not an `int`.
            UnknownMeetingError: Nothing is recorded of it.
        """
        found = self._recorded(number)
        if found is None:
            known = ", ".join(str(event.number) for event in self.meetings if event.number is not None)
            raise UnknownMeetingError(self.id, number, f"nothing is recorded of it; known are {known or 'none by number'}")
        return found

    def host(self, number: int, /) -> Hosting:
        """Return who hosts the meeting of that number: as recorded, or by the rotation.

        Raises:
            WrongTypeError: ``number`` is not an `int`.
            UnknownMeetingError: The number is below the first that is verified, or no host is recorded and no rotation known.
        """
        event = self._recorded(number)
        if event is not None and event.host is not None:
            fact = Reading(f"{event.title}: {event.host.value} {_HOSTS[event.status]}", event.sources)
            return self._hosting(number, event.host, event.basis, event.status, Grounds(facts=(fact,)))
        if self.rotation is None:
            self._refuse(number, "no host is recorded, and no rotation is known")
        if number < self.since:
            self._refuse(number, f"nothing is claimed of a meeting below number {self.since}")
        held = number <= max((event.number or 0 for event in self.meetings), default=0)
        state = rules.turn(self.rotation, number, first=self.since)
        basis = Basis.INFERRED if held else Basis.PROJECTED
        return self._hosting(number, state, basis, event.status if event else None, Grounds(citations=(self._citation(),)))

    def next_host(self) -> Hosting:
        """Return who hosts the meeting after the last one known to have been held, as far as was known ``as_of`` its day.

        Raises:
            UnknownMeetingError: No host is recorded, and no rotation known, or the last meeting has no known number.
        """
        number = 1 + max((event.number or 0 for event in self.meetings), default=self.since - 1)
        if self.meetings and self.meetings[-1].number is None:
            last = self.meetings[-1]
            self._refuse(number, f"the last meeting held, {last.id} of {last.when}, has no known number, nor has the next one")
        return self.host(number)

    @property
    def departures(self) -> tuple[Event, ...]:
        """The meetings that another state hosted than the rotation says."""
        if self.rotation is None:
            return ()
        return tuple(
            event
            for event in self.meetings
            if event.host is not None
            and event.number is not None
            and event.number >= self.since
            and event.host is not rules.turn(self.rotation, event.number, first=self.since)
        )

    @property
    def gaps(self) -> tuple[Gap, ...]:
        """The times of a yearly series without a meeting, the last of them open if it lasts."""
        if not self.yearly:
            return ()
        pairs: list[tuple[Event, Event | None]] = [
            (one, other) for one, other in pairwise(self.meetings) if other.earliest.year - one.latest.year > 1
        ]
        if self.meetings and self.as_of.year > self.meetings[-1].latest.year:
            pairs.append((self.meetings[-1], None))
        return tuple(Gap(after=one, before=other, not_held=self._not_held(one, other)) for one, other in pairs)

    def _not_held(self, one: Event, other: Event | None) -> tuple[Event, ...]:
        return tuple(
            event for event in self.not_held if event.latest > one.latest and (other is None or event.earliest < other.earliest)
        )

    def _recorded(self, number: object) -> Event | None:
        if type(number) is not int:
            raise WrongTypeError("the number of a meeting", "an int, such as 9", shown(number))
        return next((event for event in (*self.meetings, *self.planned) if event.number == number), None)

    def _hosting(self, number: int, state: MemberState, basis: Basis, status: EventStatus | None, grounds: Grounds) -> Hosting:
        return Hosting(
            series=self.id, number=number, state=state, basis=basis, status=status, as_of=self.as_of, grounds=grounds
        )

    def _citation(self) -> Citation:
        """Return why the rotation holds."""
        assert self.rotation is not None, "only a rotation is cited"
        primary = any(source.kind is SourceKind.PRIMARY for source in self.sources)
        stated = Confidence.PRIMARY if primary else Confidence.UNANIMOUS
        recorded = self.basis is Basis.RECORDED
        note = f" {self.rotation_note}" if self.rotation_note else ""
        return Citation(
            statement=f"{self.name}: it goes round from {' to '.join(state.value for state in self.rotation)}.{note}",
            kind=CitationKind.PRACTICE if recorded else CitationKind.INFERENCE,
            confidence=stated if recorded else Confidence.STRONG,
            sources=self.sources,
        )

    def _refuse(self, number: int, reason: str) -> NoReturn:
        raise UnknownMeetingError(self.id, number, reason)

    def __repr__(self) -> str:
        return f"<Series {self.id}: {len(self.meetings)} meetings known, as of {self.as_of}>"


_HOSTS = {EventStatus.HELD: "hosted", EventStatus.PLANNED: "is planned to host"}


@overload
def series(id_: None = None, /, *, record: "Record | None" = None) -> tuple[Series, ...]: ...
@overload
def series(id_: str, /, *, record: "Record | None" = None) -> Series: ...
def series(id_: str | None = None, /, *, record: "Record | None" = None) -> Series | tuple[Series, ...]:
    """Return a series of meetings by its id, or all of them.

    Args:
        id_: Such as ``"summit"``; by default all are returned, in the order of the record.
        record: The facts; by default those that ship.

    Raises:
        WrongTypeError: ``id_`` is not a string, or ``record`` is not a `Record`.
        UnknownWordError: No series has that id.

    Example:
        >>> series("summit").next_host()
        <Hosting summit 10 JPN projected, as of 2025-11-24>
    """
    require_law(None, record)
    history = (record or RECORD).history
    if id_ is None:
        return tuple(_series(each, history.events) for each in history.series)
    by_id = {each.id: each for each in history.series}
    return _series(by_id[require_word(id_, by_id, "a series")], history.events)


def _series(facts: SeriesFacts, events: tuple[Event, ...]) -> Series:
    """Return a series with its meetings."""
    own = [event for event in events if event.series == facts.id]
    held = [event for event in own if event.status is EventStatus.HELD]
    numbers = {event.number for event in held if event.number is not None}
    return Series(
        id=facts.id,
        name=facts.name,
        meetings=tuple(sorted(held, key=lambda event: (event.earliest, event.latest, event.number or 0))),
        planned=tuple(event for event in own if event.status is EventStatus.PLANNED and event.number not in numbers),
        not_held=tuple(event for event in own if event.status is EventStatus.NOT_HELD),
        rotation=facts.order or None,
        since=facts.since,
        basis=facts.basis,
        as_of=newest_evidence(facts, held),
        yearly=facts.yearly,
        participants=facts.participants,
        sources=facts.sources,
        note=facts.note,
        rotation_note=facts.order_note,
    )


def newest_evidence(facts: SeriesFacts, held: Iterable[Event]) -> date:
    """Return the day of the newest evidence on a series of which some meetings were held."""
    return max([facts.as_of, *(min(event.latest, max(source.seen for source in event.sources)) for event in held)])
