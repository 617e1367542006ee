"""What was known on a day: only facts whose sources were public by then, and only law whose application was."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import Any, Final, TypeVar

import attr

from trilateral._record.facts import BoardFacts, Facts, SeatFacts, TenureFacts
from trilateral._record.history_facts import History, SeriesFacts
from trilateral._record.record import Record
from trilateral._values.boards import Basis
from trilateral._values.dates import Term, require_day
from trilateral._values.events import Document, Event, EventStatus
from trilateral._values.labels import JointName, Label
from trilateral._values.people import Name, NameKind, Person
from trilateral._values.sources import Reading, Source
from trilateral._values.statements import Statement
from trilateral._values.states import MemberState
from trilateral.errors import OutOfCoverageError
from trilateral.rules import Agreement, Provision
from trilateral.rules._terms import unextended_end

__all__ = ["as_known_on"]

T = TypeVar("T")
C = TypeVar("C", Reading[Any], Name, Document, Label, JointName)

# The Agreement was signed; before that there is no law to know.
_FIRST: Final = date(2010, 12, 16)


def as_known_on(record: Record, day: date) -> Record:
    """Return what could be known of a record on a day; see `Record.as_known_on`."""
    require_day(day, "the day")
    if day < _FIRST:
        raise OutOfCoverageError(day, _FIRST, date.max, "the Agreement had not been signed")
    if day >= max(record.edition, *map(public_on, record.sources)):
        return record
    known = _Known(day)
    end = min(record.coverage.end, max(day, record.coverage.start) + timedelta(days=1))
    return attr.evolve(
        record,
        edition=min(day, record.edition),
        coverage=Term(record.coverage.start, end),
        agreement=known.agreement(record.agreement),
        facts=known.facts(record.facts),
        history=known.history(record.history),
    )


def public_on(source: Source) -> date:
    """Return the day by which a source was public: the last that its own date can be, or without one the day it was seen."""
    return source.seen if source.published is None else source.published.latest


class _Known:
    """What was public on a day."""

    def __init__(self, day: date) -> None:
        self._day = day
        self._named: set[str] = set()

    def agreement(self, agreement: Agreement[MemberState]) -> Agreement[MemberState]:
        """Return the law of which the application was public; a provision that holds from board 1 is always kept."""
        law = attr.evolve(
            agreement,
            orders=self._provisions(agreement.orders),
            term_lengths=self._provisions(agreement.term_lengths),
            extensions=(),
        )
        for extension in filter(self._was_public, agreement.extensions):
            end = unextended_end(law, extension.since_board)
            if end is not None and end < extension.value:  # it may not be by the lengths of that day
                law = attr.evolve(law, extensions=(*law.extensions, extension))
        return law

    def _provisions(self, provisions: tuple[Provision[T], ...]) -> tuple[Provision[T], ...]:
        return tuple(each for each in provisions if each.since_board == 1 or self._was_public(each))

    def _was_public(self, provision: Provision[Any]) -> bool:
        return provision.public_on is None or provision.public_on <= self._day

    def facts(self, facts: Facts) -> Facts:
        """Return what was public of boards and their people; boards are kept up to the first of which nothing was."""
        people = [person for person in map(self._person, facts.people) if person.names]
        self._named = {person.id for person in people}
        boards: list[BoardFacts] = []
        for board in map(self._board, facts.boards):
            if not (board.start or board.seats):
                break
            boards.append(board)
        numbers = {board.number for board in boards}
        return Facts(
            sources=self._sources(facts.sources),
            people=tuple(people),
            boards=tuple(boards),
            sightings=tuple(
                sighting._replace(sources=self._sources(sighting.sources), note=None)
                for sighting in facts.sightings
                if self._sources(sighting.sources) and sighting.board in numbers and sighting.person in {None, *self._named}
            ),
        )

    def _board(self, board: BoardFacts) -> BoardFacts:
        seats = (seat._replace(tenures=self._tenures(seat), sources=self._sources(seat.sources)) for seat in board.seats)
        return board._replace(
            start=self._readings(board.start),
            last_day=self._readings(board.last_day),
            seats=tuple(seat for seat in seats if seat.tenures or seat.sources),
        )

    def _tenures(self, seat: SeatFacts) -> tuple[TenureFacts, ...]:
        return tuple(tenure for tenure in map(self._tenure, seat.tenures) if tenure.sources)

    def _tenure(self, tenure: TenureFacts) -> TenureFacts:
        """Return a tenure as it was public; whoever told of an appointment told of the holder too."""
        appointed = self._readings(tenure.appointed)
        holders = self._readings(tenure.holders)
        if tenure.holders and appointed and not holders:
            holders = (Reading(tenure.holders[0].value, appointed[0].sources),)
        holders = tuple(holder for holder in holders if holder.value in self._named)
        if tenure.holders and not holders:
            return tenure._replace(sources=())
        return tenure._replace(
            holders=holders,
            sources=holders[0].sources if holders else self._sources(tenure.sources),
            start=self._readings(tenure.start),
            end=self._readings(tenure.end),
            appointed=appointed,
        )

    def _person(self, person: Person) -> Person:
        """Return a person with the names that were public, the first of them preferred."""
        names = tuple(self._cited(person.names))
        return Person(person.id, (*(attr.evolve(name, kind=NameKind.PREFERRED) for name in names[:1]), *names[1:]))

    def history(self, history: History) -> History:
        """Return what was public beyond boards."""
        events = tuple(event for event in map(self._event, history.events) if event.sources and event.readings)
        return History(
            sources=self._sources(history.sources),
            leaders=tuple(self._leaders(history.leaders, events)),
            series=tuple(each for each in (self._series(each, events) for each in history.series) if each.sources),
            events=events,
            statements=tuple(each for each in map(self._statement, history.statements) if each.readings),
            names=tuple(self._cited(history.names)),
            joint_names=self._joint_names(history.joint_names),
        )

    def _series(self, series: SeriesFacts, events: tuple[Event, ...]) -> SeriesFacts:
        """Return a series as it was public; before anybody stated its rotation, it rests on its meetings."""
        sources, as_of = self._sources(series.sources), min(series.as_of, self._day)
        if sources:
            return series._replace(as_of=as_of, sources=sources, order_note=None, note=None)
        seen = (source for event in events if event.series == series.id for source in event.sources)
        return series._replace(as_of=as_of, sources=tuple(dict.fromkeys(seen)), order=(), order_note=None, note=None)

    def _event(self, event: Event) -> Event:
        """Return an event as it was public: one to come was planned, unless it was public why it would not be held."""
        causes = self._readings(event.causes)
        to_come = event.earliest > self._day if event.status is EventStatus.HELD else event.latest > self._day and not causes
        if event.basis is Basis.INFERRED and not self._all_public(event.sources):
            return attr.evolve(event, sources=())
        return attr.evolve(
            event,
            status=EventStatus.PLANNED if to_come else event.status,
            sources=self._sources(event.sources),
            readings=self._readings(event.readings),
            places=self._readings(event.places),
            participants=tuple(
                attr.evolve(each, person=self._person(each.person), sources=self._sources(each.sources))
                for each in event.participants
                if self._sources(each.sources)
            ),
            documents=tuple(self._cited(event.documents)),
            causes=causes,
            note=None,
        )

    def _leaders(self, leaders: tuple[Person, ...], events: Iterable[Event]) -> Iterator[Person]:
        """Yield those with a public name, and whoever took part, so also somebody of a board whom nobody had named yet."""
        took_part = {each.person.id: each.person for event in events for each in event.participants}
        for person in map(self._person, leaders):
            if person.names or person.id in took_part:
                yield person
            took_part.pop(person.id, None)
        yield from (person for person in took_part.values() if person.id not in self._named)

    def _statement(self, statement: Statement) -> Statement:
        """Return a statement as it was public; what follows from several sources did not before the last of them."""
        if statement.basis is Basis.INFERRED and not self._all_public(statement.sources):
            return attr.evolve(statement, readings=())
        return attr.evolve(statement, readings=tuple(self._cited(statement.readings)))

    def _joint_names(self, names: tuple[JointName, ...]) -> tuple[JointName, ...]:
        """Return the names that were public, each up to the next one of its language that was."""
        kept = tuple(self._cited(names))
        return tuple(
            attr.evolve(name, until=next((each.since for each in kept[at:] if each.language is name.language), None))
            for at, name in enumerate(kept, start=1)
        )

    def _readings(self, readings: tuple[Reading[T], ...]) -> tuple[Reading[T], ...]:
        return tuple(self._cited(readings))

    def _cited(self, values: Iterable[C]) -> Iterator[C]:
        """Yield the values of which a source was public, with those sources, without notes: we wrote them knowing more."""
        for value in values:
            if sources := self._sources(value.sources):
                yield attr.evolve(value, sources=sources, note=None)

    def _all_public(self, sources: tuple[Source, ...]) -> bool:
        return self._sources(sources) == sources

    def _sources(self, sources: tuple[Source, ...]) -> tuple[Source, ...]:
        return tuple(source for source in sources if public_on(source) <= self._day)
