"""What happened, or was to happen: when, where, with whom, and what was adopted."""

from datetime import date
from enum import Enum
from typing import TYPE_CHECKING

import attr

from trilateral._values.boards import Basis
from trilateral._values.dates import PartialDate, Term
from trilateral._values.people import Person
from trilateral._values.sources import Reading, Source
from trilateral._values.states import MemberState
from trilateral._values.value import Value

if TYPE_CHECKING:
    from trilateral._values.answers import Answer

__all__ = ["Document", "Event", "EventKind", "EventStatus", "Participant"]


class EventKind(Enum):
    """What kind of thing happened.

    SUMMIT: the leaders, on their own. LEADERS_MEETING: the leaders, on the margins of ASEAN+3. FOREIGN_MINISTERS_MEETING:
    the foreign ministers. MEETING: one of another series. TREATY: a treaty or memorandum, signed or in force. MILESTONE:
    another step. NEWS: something that the Secretariat reported.
    """

    SUMMIT = "summit"
    LEADERS_MEETING = "leaders-meeting"
    FOREIGN_MINISTERS_MEETING = "foreign-ministers-meeting"
    MEETING = "meeting"
    TREATY = "treaty"
    MILESTONE = "milestone"
    NEWS = "news"

    def __repr__(self) -> str:
        return f"EventKind.{self.name}"


class EventStatus(Enum):
    """Whether it happened.

    HELD: a source says that it did. PLANNED: a source says that it was to come, and none that it did. NOT_HELD: it was
    planned and did not happen then.
    """

    HELD = "held"
    PLANNED = "planned"
    NOT_HELD = "not-held"

    def __repr__(self) -> str:
        return f"EventStatus.{self.name}"


@attr.frozen(kw_only=True, repr=False, eq=False)
class Participant(Value):
    """Who took part in an event.

    Attributes:
        person: Who it was.
        office: The office held at that time, in English.
        state: The member state on whose behalf, or None for somebody who stood for none of them.
        sources: Who says so.
    """

    person: Person
    office: str
    state: MemberState | None
    sources: tuple[Source, ...]

    def __repr__(self) -> str:
        return f"<Participant {self.person.name}, {self.office}>"


@attr.frozen(kw_only=True, repr=False, eq=False)
class Document(Value):
    """What an event adopted.

    Attributes:
        title: Its title, in English.
        sources: Who says so.
        note: What has to be known about it, if anything.
    """

    title: str
    sources: tuple[Source, ...]
    note: str | None = None

    def __repr__(self) -> str:
        return f"<Document {self.title}>"


@attr.frozen(kw_only=True, repr=False, eq=False)
class Event(Value):
    """Something that happened, was planned, or was not held as planned.

    Attributes:
        id: Its name within a record.
        kind: What kind of thing it is.
        title: What it was, in one phrase of ours.
        readings: When, by source, the preferred reading first: a partial date, or several days as a half-open term.
        sources: Who says so; never empty.
        status: Whether it happened.
        basis: RECORDED where sources say so, INFERRED where it follows from what they say.
        series: The id of the series to which it belongs, if any.
        number: Its number in the series, if it has one.
        numbered: Whether sources state the number, or it follows from others.
        session: The day of the formal session, where the event had more than one day.
        host: The state that hosted or chaired, if any did.
        city: Where it took place.
        label: The place by which it is officially called, where that is another.
        venue: The building.
        places: Where other sources put it, each with a note that says why that is not preferred.
        states: The member states that it concerns.
        participants: The people who took part, as far as recorded.
        documents: What it adopted.
        causes: Why it was not held, as publicly stated.
        note: What has to be known about it, if anything.
    """

    id: str
    kind: EventKind
    title: str
    readings: tuple[Reading[PartialDate | Term], ...]
    sources: tuple[Source, ...]
    status: EventStatus = EventStatus.HELD
    basis: Basis = Basis.RECORDED
    series: str | None = None
    number: int | None = None
    numbered: Basis = Basis.RECORDED
    session: date | None = None
    host: MemberState | None = None
    city: str | None = None
    label: str | None = None
    venue: str | None = None
    places: tuple[Reading[str], ...] = ()
    states: tuple[MemberState, ...] = ()
    participants: tuple[Participant, ...] = ()
    documents: tuple[Document, ...] = ()
    causes: tuple[Reading[str], ...] = ()
    note: str | None = None

    @property
    def when(self) -> PartialDate | Term:
        """When it was by the preferred reading, a partial date, or several days as a half-open term."""
        return self.readings[0].value

    @property
    def earliest(self) -> date:
        """The first day that it can have begun."""
        return self.when.start if isinstance(self.when, Term) else self.when.earliest

    @property
    def latest(self) -> date:
        """The last day that it can have lasted, inclusive."""
        return self.when.last_day if isinstance(self.when, Term) else self.when.latest

    def during(self, term: Term, /) -> "Answer":
        """Answer whether some day of it lies in ``term``; unknown where its date is too vague for that.

        Raises:
            WrongTypeError: ``term`` is not a `Term`.
        """
        if isinstance(self.when, Term):
            from trilateral._values.answers import Answer  # noqa: PLC0415 - an enum costs a hundredth of `import attrs`

            return Answer.YES if self.when.overlaps(term) else Answer.NO
        return self.when.during(term)

    def __repr__(self) -> str:
        number = f" {self.series} {self.number}" if self.number is not None else ""
        status = "" if self.status is EventStatus.HELD else f", {self.status.value}"
        return f"<Event {self.when}{number} {self.title}{status}>"
