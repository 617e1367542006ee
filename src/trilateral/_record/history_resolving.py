"""From a facts document to events, series, statements and names: every id looked up, everything with its sources."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Final, overload

from trilateral._record.document import FactsDocument
from trilateral._record.history_document import (
    EventEntry,
    JointNameEntry,
    LabelEntry,
    ParticipantEntry,
    SeriesEntry,
    StatementEntry,
    TextEntry,
    WhenEntry,
)
from trilateral._record.history_facts import History, SeriesFacts
from trilateral._record.resolving import Resolver
from trilateral._values.dates import PartialDate, Term
from trilateral._values.events import Document, Event, Participant
from trilateral._values.labels import JointName, Label
from trilateral._values.people import Person
from trilateral._values.sources import Reading
from trilateral._values.statements import Statement
from trilateral._values.states import MemberState
from trilateral.errors import shown

__all__ = ["resolved_history"]

_ALL_STATES: Final = tuple(MemberState)


def resolved_history(document: FactsDocument, resolver: Resolver, people: Iterable[Person]) -> History:
    """Return the history of ``document``, which may name ``people`` by their ids; its sources are those of the document."""
    leaders = resolver.each("leaders", document.leaders, resolver.person)
    writer = _HistoryResolver(resolver, {person.id: person for person in (*people, *leaders)})
    return History(
        sources=document.sources,
        leaders=leaders,
        series=resolver.each("series", document.series, writer.series),
        events=resolver.each("events", document.events, writer.event),
        statements=resolver.each("statements", document.statements, writer.statement),
        names=resolver.each("names", document.names, writer.label),
        joint_names=resolver.each("joint_names", document.joint_names, writer.joint_name),
    )


class _HistoryResolver:
    """What ids stand for; the problems met are left with the resolver of the whole document."""

    def __init__(self, resolver: Resolver, people: dict[str, Person]) -> None:
        self._resolver = resolver
        self._people = people

    def event(self, entry: EventEntry) -> Event:
        """Return an event with all its readings."""
        where = f"event {shown(entry.id)}"
        dated = (WhenEntry(entry.date, entry.last_day, entry.sources),) if entry.date else ()
        whens = (*dated, *entry.readings)
        if not whens or (entry.last_day and not entry.date):
            self._resolver.problems.append(f"{where}: an event needs a date; a last_day goes with it, and needs one too")
        return Event(
            id=entry.id,
            kind=entry.kind,
            title=entry.title,
            readings=tuple(
                reading
                for each in whens
                for reading in self._resolver.reading(
                    where, self._when(where, each.date, each.last_day), each.sources, each.note
                )
            ),
            sources=self._resolver.cited(where, entry.sources),
            status=entry.status,
            basis=entry.basis,
            series=entry.series,
            number=entry.number,
            numbered=entry.numbered,
            session=entry.session,
            host=entry.host,
            city=entry.city,
            label=entry.label,
            venue=entry.venue,
            places=tuple(
                reading
                for each in entry.places
                for reading in self._resolver.reading(f"{where}, places", each.place, each.sources, each.note)
            ),
            states=entry.states or _ALL_STATES,
            participants=tuple(
                participant for each in entry.participants for participant in self._participant(where, each, entry.sources)
            ),
            documents=tuple(
                Document(
                    title=each.title,
                    sources=self._resolver.cited(f"{where}, documents", each.sources or entry.sources),
                    note=each.note,
                )
                for each in entry.documents
            ),
            causes=self._texts(f"{where}, causes", entry.causes),
            note=entry.note,
        )

    def _participant(self, where: str, entry: ParticipantEntry, sources: tuple[str, ...]) -> Iterable[Participant]:
        """Return somebody who took part, or nobody if the person is not known."""
        person = self._people.get(self._resolver.known_person(f"{where}, participants", entry.person))
        if person is None:
            return ()
        cited = self._resolver.cited(f"{where}, participants", entry.sources or sources)
        return (Participant(person=person, office=entry.office, state=entry.state, sources=cited),)

    def series(self, entry: SeriesEntry) -> SeriesFacts:
        """Return a series."""
        return SeriesFacts(
            id=entry.id,
            name=entry.name,
            as_of=entry.as_of,
            sources=self._resolver.cited(f"series {shown(entry.id)}", entry.sources),
            order=entry.order,
            since=entry.since,
            basis=entry.order_basis,
            order_note=entry.order_note,
            yearly=entry.yearly,
            participants=entry.participants,
            note=entry.note,
        )

    def statement(self, entry: StatementEntry) -> Statement:
        """Return a statement with all its readings."""
        where = f"statement {shown(entry.subject)}"
        readings = (TextEntry(entry.text, entry.sources, entry.note), *entry.readings)
        return Statement(
            subject=entry.subject,
            readings=self._texts(where, readings),
            when=self._when(where, entry.date, entry.last_day),
            data_year=entry.data_year,
            basis=entry.basis,
        )

    def label(self, entry: LabelEntry) -> Label:
        """Return a name."""
        return Label(
            subject=entry.subject,
            language=entry.language,
            register=entry.register,
            text=entry.text,
            sources=self._resolver.cited(f"name {shown(entry.text)}", entry.sources),
            plural=entry.plural,
            since=entry.since,
            until=entry.until,
            note=entry.note,
        )

    def joint_name(self, entry: JointNameEntry) -> JointName:
        """Return a name of the three states together."""
        return JointName(
            language=entry.language,
            text=entry.text,
            order=entry.order,
            sources=self._resolver.cited(f"joint name {shown(entry.text)}", entry.sources),
            since=entry.since,
            until=entry.until,
            note=entry.note,
        )

    def _texts(self, where: str, entries: Iterable[TextEntry]) -> tuple[Reading[str], ...]:
        return tuple(
            reading for each in entries for reading in self._resolver.reading(where, each.text, each.sources, each.note)
        )

    @overload
    def _when(self, where: str, first: PartialDate, last_day: date | None) -> PartialDate | Term: ...
    @overload
    def _when(self, where: str, first: PartialDate | None, last_day: date | None) -> PartialDate | Term | None: ...
    def _when(self, where: str, first: PartialDate | None, last_day: date | None) -> PartialDate | Term | None:
        """Return a date, or several days as a half-open term."""
        if last_day is None:
            return first
        if first is None or not first.is_day or not first.earliest < last_day < date.max:
            problem = f"last_day must be later than a date that is a day, got {first} and {last_day}; correct one"
            self._resolver.problems.append(f"{where}: {problem}")
            return first
        return Term(first.earliest, last_day + timedelta(days=1))
