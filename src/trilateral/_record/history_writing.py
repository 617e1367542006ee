"""From events, series, statements and names to the tables of a facts document."""

from collections.abc import Iterable
from datetime import date

from trilateral._record.history_document import (
    DocumentEntry,
    EventEntry,
    JointNameEntry,
    LabelEntry,
    ParticipantEntry,
    PlaceEntry,
    SeriesEntry,
    StatementEntry,
    TextEntry,
    WhenEntry,
)
from trilateral._record.history_facts import SeriesFacts
from trilateral._values.dates import PartialDate, Term
from trilateral._values.events import Event
from trilateral._values.labels import JointName, Label
from trilateral._values.sources import Reading, Source
from trilateral._values.statements import Statement

__all__ = ["event_entry", "joint_name_entry", "label_entry", "series_entry", "statement_entry"]


def event_entry(event: Event) -> EventEntry:
    """Return an event as it is written; its date stands among the readings where it has sources or a note of its own."""
    sources = _ids(event.sources)
    whens = tuple(WhenEntry(*_when(each.value), _ids(each.sources), each.note) for each in event.readings)
    own = whens[0].sources != sources or whens[0].note is not None
    return EventEntry(
        id=event.id,
        kind=event.kind,
        title=event.title,
        date=None if own else whens[0].date,
        last_day=None if own else whens[0].last_day,
        session=event.session,
        readings=whens if own else whens[1:],
        series=event.series,
        number=event.number,
        numbered=event.numbered,
        status=event.status,
        basis=event.basis,
        host=event.host,
        city=event.city,
        label=event.label,
        venue=event.venue,
        places=tuple(PlaceEntry(*text) for text in _texts(event.places)),
        states=event.states,
        participants=tuple(
            ParticipantEntry(each.person.id, each.office, each.state, _ids(each.sources)) for each in event.participants
        ),
        documents=tuple(DocumentEntry(each.title, _ids(each.sources), each.note) for each in event.documents),
        causes=_texts(event.causes),
        sources=sources,
        note=event.note,
    )


def series_entry(series: SeriesFacts) -> SeriesEntry:
    """Return a series as it is written."""
    return SeriesEntry(
        id=series.id,
        name=series.name,
        as_of=series.as_of,
        order=series.order,
        since=series.since,
        order_basis=series.basis,
        order_note=series.order_note,
        yearly=series.yearly,
        participants=series.participants,
        sources=_ids(series.sources),
        note=series.note,
    )


def statement_entry(statement: Statement) -> StatementEntry:
    """Return a statement as it is written."""
    first, *others = _texts(statement.readings)
    day, last_day = _when(statement.when) if statement.when else (None, None)
    return StatementEntry(
        subject=statement.subject,
        text=first.text,
        date=day,
        last_day=last_day,
        data_year=statement.data_year,
        readings=tuple(others),
        basis=statement.basis,
        sources=first.sources,
        note=first.note,
    )


def label_entry(label: Label) -> LabelEntry:
    """Return a name as it is written."""
    return LabelEntry(
        subject=label.subject,
        language=label.language,
        register=label.register,
        text=label.text,
        plural=label.plural,
        since=label.since,
        until=label.until,
        sources=_ids(label.sources),
        note=label.note,
    )


def joint_name_entry(name: JointName) -> JointNameEntry:
    """Return a name of the three states together as it is written."""
    return JointNameEntry(name.language, name.text, name.order, name.since, name.until, _ids(name.sources), name.note)


def _ids(sources: Iterable[Source]) -> tuple[str, ...]:
    return tuple(source.id for source in sources)


def _texts(readings: Iterable[Reading[str]]) -> tuple[TextEntry, ...]:
    return tuple(TextEntry(reading.value, _ids(reading.sources), reading.note) for reading in readings)


def _when(when: PartialDate | Term) -> tuple[PartialDate, date | None]:
    """Return a date and no last day, or the first and the last day of several, both inclusive."""
    if isinstance(when, Term):
        return PartialDate.of(when.start), when.last_day
    return when, None
