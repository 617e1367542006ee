"""From facts to a facts document: what `reading` would read as the same facts."""

from collections.abc import Iterable

from trilateral._record.document import (
    AttestedEntry,
    BoardEntry,
    DateEntry,
    FactsDocument,
    HolderEntry,
    NameEntry,
    PersonEntry,
    ReadingEntry,
    SeatEntry,
    TenureEntry,
)
from trilateral._record.facts import BoardFacts, Readings, SeatFacts, Sighting, TenureFacts
from trilateral._record.history_writing import event_entry, joint_name_entry, label_entry, series_entry, statement_entry
from trilateral._record.record import Record
from trilateral._values.people import Person
from trilateral._values.sources import Source

__all__ = ["document_of"]


def document_of(record: Record) -> FactsDocument:
    """Return everything that a record knows, as it would be written."""
    facts, history = record.facts, record.history
    return FactsDocument(
        sources=record.sources,
        people=tuple(map(_person, facts.people)),
        boards=tuple(map(_board, facts.boards)),
        attested=tuple(map(_sighting, facts.sightings)),
        leaders=tuple(map(_person, history.leaders)),
        series=tuple(map(series_entry, history.series)),
        events=tuple(map(event_entry, history.events)),
        statements=tuple(map(statement_entry, history.statements)),
        names=tuple(map(label_entry, history.names)),
        joint_names=tuple(map(joint_name_entry, history.joint_names)),
    )


def _ids(sources: Iterable[Source]) -> tuple[str, ...]:
    return tuple(source.id for source in sources)


def _person(person: Person) -> PersonEntry:
    names = (NameEntry(name.text, name.script, name.kind, _ids(name.sources), name.note) for name in person.names)
    return PersonEntry(person.id, tuple(names))


def _board(board: BoardFacts) -> BoardEntry:
    return BoardEntry(
        number=board.number,
        start=_date(board.start),
        last_day=_date(board.last_day),
        seats=tuple(map(_seat, board.seats)),
    )


def _date(readings: Readings) -> DateEntry | None:
    """Return the preferred reading of a date, and the others behind it."""
    if not readings:
        return None
    first, *others = (ReadingEntry(reading.value, _ids(reading.sources), reading.note) for reading in readings)
    return DateEntry(*first, readings=tuple(others))


def _seat(seat: SeatFacts) -> SeatEntry:
    return SeatEntry(
        role=seat.role,
        state=seat.state,
        tenures=tuple(map(_tenure, seat.tenures)),
        sources=_ids(seat.sources),
    )


def _tenure(tenure: TenureFacts) -> TenureEntry:
    """Return a tenure; its holder stands among the readings where not all of its sources name them."""
    entry = TenureEntry(
        vacant=not tenure.holders,
        start=_date(tenure.start),
        end=_date(tenure.end),
        appointed=_date(tenure.appointed),
        sources=_ids(tenure.sources),
        note=tenure.note,
    )
    holders = tuple(HolderEntry(reading.value, _ids(reading.sources), reading.note) for reading in tenure.holders)
    if holders and holders[0].sources == entry.sources:
        return entry._replace(holder=holders[0].holder, note=holders[0].note, readings=holders[1:])
    return entry._replace(readings=holders)


def _sighting(sighting: Sighting) -> AttestedEntry:
    return AttestedEntry(sighting.board, sighting.date, sighting.person, _ids(sighting.sources), sighting.note)
