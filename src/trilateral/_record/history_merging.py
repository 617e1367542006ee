"""How a user's history joins that of a record: what is new is added, a known event is read anew, what it replaces goes."""

from collections.abc import Collection, Hashable, Iterable, Sequence
from datetime import date
from typing import TypeVar

import attr

from trilateral._record.history_facts import History, in_order
from trilateral._values.events import Event, EventStatus
from trilateral._values.labels import JointName
from trilateral._values.people import Person
from trilateral._values.sources import Reading, Source
from trilateral.errors import InvalidFactsError, shown

__all__ = ["merged_history", "with_people"]

T = TypeVar("T")
H = TypeVar("H", bound=Hashable)


def merged_history(old: History, new: History, stated: Sequence[Collection[str]]) -> History:
    """Return both, what ``new`` says preferred; what is in both already stays as it is.

    ``stated`` has the keys that each event of ``new`` was written with.

    Raises:
        InvalidFactsError: ``new`` gives the id of an event to one of another kind.
    """
    joint_names = _new(old.joint_names, new.joint_names)
    return History(
        sources=old.sources + _new(old.sources, new.sources),
        leaders=old.leaders + _new(old.leaders, new.leaders),
        series=old.series + _new(old.series, new.series),
        events=in_order(_events(old.events, new.events, stated)),
        statements=_new(old.statements, new.statements) + old.statements,
        names=_new(old.names, new.names) + old.names,
        joint_names=(*_closed(old.joint_names, joint_names), *joint_names),
    )


def with_people(history: History, people: Iterable[Person]) -> History:
    """Return the history in which everyone who took part is as among ``people``, with what was added about them."""
    named = {person.id: person for person in people}

    def updated(event: Event) -> Event:
        if all(named.get(each.person.id, each.person) is each.person for each in event.participants):
            return event
        took_part = (attr.evolve(each, person=named.get(each.person.id, each.person)) for each in event.participants)
        return attr.evolve(event, participants=tuple(took_part))

    return history._replace(events=tuple(map(updated, history.events)))


def _new(old: Iterable[H], new: Iterable[H]) -> tuple[H, ...]:
    """Return what ``old`` does not have."""
    known = set(old)
    return tuple(each for each in new if each not in known)


def _events(old: Iterable[Event], new: Sequence[Event], stated: Sequence[Collection[str]]) -> Iterable[Event]:
    """Return the events of both: those of a known id read anew, and without the plans that were carried out."""
    before = {each.id: each for each in old}
    events = dict(before)
    problems: list[str] = []
    for at, (event, keys) in enumerate(zip(new, stated, strict=True)):
        known = events.get(event.id, event)
        if known.kind is not event.kind:
            kinds = f"in the record its kind is {known.kind.value}, got {event.kind.value}"
            problems.append(f"event {shown(event.id)}: {kinds}; give yours an id of its own @ $.events[{at}]")
        events[event.id] = event if known is event else _reread(known, event, keys)
    if problems:
        raise InvalidFactsError(tuple(problems))
    ids = {each.id for each in new}
    told = [events[id_] for id_ in ids if events[id_] != before.get(id_)]
    held = {(each.series, each.number) for each in told if each.status is EventStatus.HELD and each.number is not None}
    return [
        each
        for each in events.values()
        if each.id in ids or each.status is not EventStatus.PLANNED or (each.series, each.number) not in held
    ]


def _reread(old: Event, new: Event, keys: Collection[str]) -> Event:
    """Read an event anew: its readings and its sources are joined, and what else was written takes the place of the old."""
    changes = {key: getattr(new, key) for key in keys if key not in _JOINED}
    return attr.evolve(old, readings=_both(new.readings, old.readings), sources=_united(new.sources, old.sources), **changes)


_JOINED = {"date", "last_day", "readings", "sources"}


def _both(new: Iterable[Reading[T]], old: Iterable[Reading[T]]) -> tuple[Reading[T], ...]:
    """Return the readings of both, those of ``new`` first; where they agree, one reading with the sources of both."""
    result: dict[T, Reading[T]] = {}
    for reading in (*new, *old):
        first = result.get(reading.value, reading)
        result[reading.value] = Reading(reading.value, _united(first.sources, reading.sources), first.note or reading.note)
    return tuple(result.values())


def _united(new: tuple[Source, ...], old: tuple[Source, ...]) -> tuple[Source, ...]:
    return tuple(dict.fromkeys(new + old))


def _closed(old: Iterable[JointName], new: Sequence[JointName]) -> Iterable[JointName]:
    """Yield the old names, the open one of a language up to where a new one begins."""
    for name in old:
        begin = [each.since for each in new if each.language is name.language and each.since is not None]
        first = min(begin, key=lambda since: since.earliest, default=None)
        later = first is not None and first.earliest > (name.since.earliest if name.since else date.min)
        yield attr.evolve(name, until=first) if later and name.until is None else name
