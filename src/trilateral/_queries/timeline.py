"""What happened: every event of a record in one order, and those of a time, of a kind, of somebody."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, overload

import attr

from trilateral._queries.series import newest_evidence
from trilateral._queries.succession import require_law
from trilateral._queries.words import word_of
from trilateral._record.history_facts import History, in_order
from trilateral._record.history_shipped import COVERAGE
from trilateral._record.shipped import RECORD
from trilateral._values.answers import Answer
from trilateral._values.dates import Term, require_day
from trilateral._values.events import Event, EventKind, EventStatus
from trilateral._values.people import Person
from trilateral._values.states import MemberState
from trilateral._values.value import Value
from trilateral.errors import InvalidValueError, WrongTypeError, shown

if TYPE_CHECKING:
    from trilateral._record.record import Record

__all__ = ["Timeline", "summits", "timeline"]


@attr.frozen(kw_only=True, repr=False, eq=False)
class Timeline(Value, Sequence[Event]):
    """Events in order of their first days, then of their last, then of their ids.

    What it is asked for is a timeline again, so that questions can follow each other.

    Attributes:
        events: The events.
        coverage: The days for which the record has evidence of events, half-open; each series has its own last day.
        asked: The time that was asked for, or None for all of it.
        possible: Events that may lie in that time, and whose dates are too vague to say.
    """

    events: tuple[Event, ...]
    coverage: Term
    asked: Term | None = None
    possible: tuple[Event, ...] = ()
    _kinds: tuple[EventKind, ...] = attr.field(default=tuple(EventKind), alias="kinds")
    _series: tuple[tuple[str, EventKind, date, bool], ...] = attr.field(default=(), alias="series")

    @property
    def caveats(self) -> tuple[str, ...]:
        """Why it may lack something, in sentences; empty where nothing is known to be lacking."""
        caveats: list[str] = []
        if self.asked and (self.asked.start < self.coverage.start or self.asked.end > self.coverage.end):
            span = f"from {self.coverage.start} to {self.coverage.last_day}"
            caveats.append(f"The record has evidence of events {span} only.")
        if self.possible:
            ids = ", ".join(event.id for event in self.possible)
            caveats.append(f"The dates of some events are too vague to say whether they lie in that time: {ids}.")
        series = [each for each in self._series if each[1] in self._kinds]
        if ids := ", ".join(id_ for id_, _, _, complete in series if not complete):
            caveats.append(f"Of some series not every meeting is recorded: {ids}.")
        last_day = self.asked.last_day if self.asked else date.max
        if days := ", ".join(f"{id_} {as_of}" for id_, _, as_of, _ in series if as_of < last_day):
            caveats.append(f"Of some series the newest evidence is earlier: {days}.")
        if kinds := ", ".join(kind.value for kind in _SELECTED if kind in self._kinds):
            caveats.append(f"Only a selection is recorded of these kinds: {kinds}.")
        return tuple(caveats)

    @property
    def people(self) -> tuple[Person, ...]:
        """The people who took part in the events, each once, in the order of the events."""
        taking_part = (participant.person for event in self.events for participant in event.participants)
        return tuple({person.id: person for person in taking_part}.values())

    def between(self, start: date, end: date, /) -> "Timeline":
        """Return the events of which some day lies in ``[start, end)``.

        Raises:
            WrongTypeError: ``start`` or ``end`` is not a `datetime.date`, or is a datetime.
            InvalidValueError: ``end`` is not after ``start``.
        """
        if require_day(start, "start") >= require_day(end, "end"):
            raise InvalidValueError("end", f"after the start, {start}", str(end))
        asked = Term(start, end)
        found = tuple(event for event in self.events if event.during(asked) is Answer.YES)
        vague = [event for event in self.events if event.during(asked) is Answer.UNKNOWN]
        vague += (event for event in self.possible if event.during(asked) is not Answer.NO)
        return attr.evolve(self, events=found, asked=asked, possible=in_order(vague))

    def on(self, day: date, /) -> "Timeline":
        """Return the events that were on a day.

        Raises:
            WrongTypeError: ``day`` is not a `datetime.date`, or is a datetime.
        """
        require_day(day, "the day")
        if day == date.max:
            raise InvalidValueError("the day", "before the last that a date can hold", str(day))
        return self.between(day, day + timedelta(days=1))

    def of(self, kind: EventKind | str, /) -> "Timeline":
        """Return the events of one kind.

        Args:
            kind: The kind, or its value, such as ``"summit"``.

        Raises:
            WrongTypeError: ``kind`` is neither.
            UnknownWordError: No kind has that value.
        """
        wanted = word_of(EventKind, kind, "a kind of event")
        kinds = tuple(kind for kind in self._kinds if kind is wanted)
        return attr.evolve(self._only(lambda event: event.kind is wanted), kinds=kinds)

    def involving(self, who: Person | MemberState, /) -> "Timeline":
        """Return the events in which a person took part, or that concern a state.

        Args:
            who: A state, or a person: of a participant, its ``person``; leaders are found among ``timeline().people``.

        Raises:
            WrongTypeError: ``who`` is neither a `Person` nor a `MemberState`.
        """
        if isinstance(who, MemberState):
            return self._only(lambda event: who in event.states)
        if isinstance(who, Person):  # pyright: ignore[reportUnnecessaryIsInstance]
            return self._only(lambda event: who.id in {participant.person.id for participant in event.participants})
        person = "a Person, such as one of timeline().people or the .person of a Participant"
        raise WrongTypeError("who", f"{person}, or a MemberState, such as MemberState.CHINA", shown(who))

    def _only(self, wanted: Callable[[Event], bool]) -> "Timeline":
        return attr.evolve(self, events=tuple(filter(wanted, self.events)), possible=tuple(filter(wanted, self.possible)))

    @overload
    def __getitem__(self, at: int) -> Event: ...
    @overload
    def __getitem__(self, at: slice) -> "Timeline": ...
    def __getitem__(self, at: int | slice) -> "Event | Timeline":
        return attr.evolve(self, events=self.events[at]) if isinstance(at, slice) else self.events[at]

    def __len__(self) -> int:
        return len(self.events)

    def __iter__(self) -> Iterator[Event]:
        return iter(self.events)

    def __contains__(self, event: Any) -> bool:  # noqa: ANN401 - as of any sequence
        return event in self.events

    def __repr__(self) -> str:
        span = f" {self.events[0].when} to {self.events[-1].when}" if self.events else ""
        return f"<Timeline of {len(self.events)} events{span}>"


def timeline(*, record: "Record | None" = None) -> Timeline:
    """Return every event of the record: held, planned and not held.

    Args:
        record: The facts; by default those that ship.

    Raises:
        WrongTypeError: ``record`` is not a `Record`.

    Example:
        >>> from datetime import date
        >>> for event in timeline().of("treaty").between(date(2010, 1, 1), date(2012, 1, 1)):
        ...     print(event.when, event.title)
        2010-05-30 Memorandum on the Establishment of the Trilateral Cooperation Secretariat
        2010-12-16 Agreement on the Establishment of the Trilateral Cooperation Secretariat signed
        2011-05-17 Agreement on the Establishment of the Trilateral Cooperation Secretariat in force
    """
    require_law(None, record)
    record = record or RECORD
    end = min(COVERAGE.end, max(record.edition, COVERAGE.start) + timedelta(days=1))
    coverage, history = Term(COVERAGE.start, end), record.history
    return Timeline(events=history.events, coverage=coverage, series=tuple(_known(history)))


def _known(history: History) -> Iterator[tuple[str, EventKind, date, bool]]:
    """Yield each series that has a meeting, its kind, up to when it is known, and whether every meeting up to the last is."""
    for facts in history.series:
        own = [event for event in history.events if event.series == facts.id]
        held = [event for event in own if event.status is EventStatus.HELD]
        numbers = {event.number for event in held if event.number is not None}
        for event in own[:1]:
            yield facts.id, event.kind, newest_evidence(facts, held), len(numbers) == max(numbers, default=0)


_SELECTED = (EventKind.TREATY, EventKind.MILESTONE, EventKind.NEWS)


def summits(*, record: "Record | None" = None) -> Timeline:
    """Return the summits that were held, in order.

    Args:
        record: The facts; by default those that ship.

    Raises:
        WrongTypeError: ``record`` is not a `Record`.

    Example:
        >>> [event.city for event in summits()]
        ['Dazaifu', 'Beijing', 'Jeju', 'Tokyo', 'Beijing', 'Seoul', 'Tokyo', 'Chengdu', 'Seoul']
    """
    found = timeline(record=record).of(EventKind.SUMMIT)
    return attr.evolve(found, events=tuple(event for event in found if event.status is EventStatus.HELD))
