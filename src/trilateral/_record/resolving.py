"""From a facts document to facts: every id looked up, every fact with its sources."""

from collections.abc import Callable, Iterable, Mapping
from typing import TypeVar

from trilateral._record.document import (
    AttestedEntry,
    BoardEntry,
    DateEntry,
    FactsDocument,
    PersonEntry,
    ReadingEntry,
    SeatEntry,
    TenureEntry,
)
from trilateral._record.facts import BoardFacts, Facts, Readings, SeatFacts, Sighting, TenureFacts
from trilateral._values.people import Name, Person
from trilateral._values.sources import Reading, Source
from trilateral.errors import InvalidFactsError, shown

__all__ = ["Resolver", "resolved"]

E = TypeVar("E")
T = TypeVar("T")


def resolved(document: FactsDocument, resolver: "Resolver") -> Facts:
    """Return the facts about boards of ``document``."""
    return Facts(
        sources=document.sources,
        people=resolver.each("people", document.people, resolver.person),
        boards=resolver.each("boards", document.boards, resolver.board),
        sightings=resolver.each("attested", document.attested, resolver.sighting),
    )


class Resolver:
    """What ids stand for, and the problems met so far, each with the path of its table; if any, the result is not used."""

    def __init__(self, document: FactsDocument, sources: Iterable[Source], people: Iterable[Person]) -> None:
        self.problems: list[str] = []
        self._once("source", sources=[source.id for source in document.sources])
        self._once("person", people=[each.id for each in document.people], leaders=[each.id for each in document.leaders])
        self._once("board", boards=[board.number for board in document.boards])
        self._once("event", events=[event.id for event in document.events])
        self._sources: Mapping[str, Source] = {source.id: source for source in (*document.sources, *sources)}
        self._people = {person.id for person in document.people} | {person.id for person in people}
        self._people |= {person.id for person in document.leaders}

    def refuse(self) -> None:
        """Raise `InvalidFactsError` if there was a problem."""
        if self.problems:
            raise InvalidFactsError(tuple(dict.fromkeys(self.problems)))

    def each(self, key: str, entries: Iterable[E], resolve: Callable[[E], T]) -> tuple[T, ...]:
        """Return what each table of a list stands for; the problems of one end with its path, such as ``$.events[3]``."""
        found: list[T] = []
        for at, entry in enumerate(entries):
            before = len(self.problems)
            found.append(resolve(entry))
            self.problems[before:] = [f"{problem} @ $.{key}[{at}]" for problem in self.problems[before:]]
        return tuple(found)

    def _once(self, what: str, **lists: Iterable[str | int]) -> None:
        seen: set[str | int] = set()
        for key, ids in lists.items():
            for at, id_ in enumerate(ids):
                if id_ in seen:
                    self.problems.append(f"{what} {shown(id_)} stands twice; write it once @ $.{key}[{at}]")
                seen.add(id_)

    def cited(self, where: str, ids: tuple[str, ...]) -> tuple[Source, ...]:
        """Return the sources of these ids, each once."""
        if not ids:
            self.problems.append(f"{where}: a fact needs at least one source, got none; add the id of one")
        unknown = [id_ for id_ in ids if id_ not in self._sources]
        self.problems += [f"{where}: no source has the id {shown(id_)}; add it to sources" for id_ in unknown]
        return tuple(self._sources[id_] for id_ in dict.fromkeys(ids) if id_ in self._sources)

    def known_person(self, where: str, id_: str) -> str:
        """Return the id of a person, if there is one."""
        if id_ not in self._people:
            self.problems.append(f"{where}: no person has the id {shown(id_)}; add them to people")
        return id_

    def reading(self, where: str, value: T, ids: tuple[str, ...], note: str | None) -> tuple[Reading[T], ...]:
        """Return a reading, or none if it has no source."""
        sources = self.cited(where, ids)
        return (Reading(value, sources, note),) if sources else ()

    def person(self, entry: PersonEntry) -> Person:
        """Return a person with every name."""
        return Person(
            entry.id,
            tuple(
                Name(
                    text=name.text,
                    script=name.script,
                    kind=name.kind,
                    sources=self.cited(f"person {entry.id}, {shown(name.text)}", name.sources),
                    note=name.note,
                )
                for name in entry.names
            ),
        )

    def board(self, entry: BoardEntry) -> BoardFacts:
        """Return a board with its seats."""
        where = f"board {shown(entry.number)}"
        return BoardFacts(
            number=entry.number,
            start=self.dates(f"{where}, start", entry.start),
            last_day=self.dates(f"{where}, last_day", entry.last_day),
            seats=tuple(self.seat(f"{where}, {seat.state.value}", seat) for seat in entry.seats),
        )

    def sighting(self, entry: AttestedEntry) -> Sighting:
        """Return a date on which a board, or one person of it, is shown at work."""
        where = f"attested, board {shown(entry.board)} on {entry.date}"
        return Sighting(
            board=entry.board,
            date=entry.date,
            person=entry.person and self.known_person(where, entry.person),
            sources=self.cited(where, entry.sources),
            note=entry.note,
        )

    def dates(self, where: str, entry: DateEntry | None, default: tuple[str, ...] = ()) -> Readings:
        """Return what sources say of a date, the preferred reading first."""
        if entry is None:
            return ()
        entries: tuple[tuple[str, DateEntry | ReadingEntry], ...]
        entries = ((where, entry), *((f"{where}, readings", reading) for reading in entry.readings))
        return tuple(
            reading for place, each in entries for reading in self.reading(place, each.date, each.sources or default, each.note)
        )

    def seat(self, where: str, entry: SeatEntry) -> SeatFacts:
        """Return a seat with its tenures."""
        return SeatFacts(
            role=entry.role,
            state=entry.state,
            tenures=tuple(self._tenure(where, tenure) for tenure in entry.tenures),
            sources=self.cited(where, entry.sources) if entry.sources or not entry.tenures else (),
        )

    def _tenure(self, where: str, entry: TenureEntry) -> TenureFacts:
        named = entry.holder is not None or (bool(entry.readings) and not entry.vacant)
        if entry.vacant == named:
            got = "both" if entry.vacant else "neither"
            self.problems.append(f"{where}: a tenure has a holder, or vacant = true, and got {got}")
        if entry.vacant and (entry.appointed or entry.readings):
            self.problems.append(f"{where}: a vacancy has no appointed and no readings; give other readings of its dates there")
        return TenureFacts(
            holders=self._holders(where, entry),
            sources=self.cited(where, entry.sources),
            start=self.dates(f"{where}, start", entry.start, entry.sources),
            end=self.dates(f"{where}, end", entry.end, entry.sources),
            appointed=self.dates(f"{where}, appointed", entry.appointed, entry.sources),
            note=entry.note if entry.vacant else None,
        )

    def _holders(self, where: str, entry: TenureEntry) -> tuple[Reading[str], ...]:
        first: tuple[Reading[str], ...] = ()
        if entry.holder is not None:
            first = self.reading(where, self.known_person(where, entry.holder), entry.sources, entry.note)
        others = (
            reading
            for each in entry.readings
            for reading in self.reading(f"{where}, readings", self.known_person(where, each.holder), each.sources, each.note)
        )
        return (*first, *others)
