"""How a user's facts join those of a record: what is new is added, what is read anew becomes the preferred reading."""

from collections.abc import Callable, Hashable, Iterable
from datetime import date
from typing import TypeVar

import attr

from trilateral._record.facts import BoardFacts, Facts, SeatFacts, TenureFacts
from trilateral._values.people import Name, NameKind, Person
from trilateral._values.sources import Source
from trilateral.errors import InvalidFactsError, shown

__all__ = ["merged"]

T = TypeVar("T")


def merged(old: Facts, new: Facts) -> Facts:
    """Return the facts of both, those of ``new`` preferred.

    Raises:
        InvalidFactsError: ``new`` gives an id of ``old`` to another source, another role to a seat, or leaves open which of
            several tenures it reads anew.
    """
    boards = _joined(old.boards, new.boards, lambda board: board.number, _board)
    return Facts(
        sources=_joined(old.sources, new.sources, lambda source: source.id, _source),
        people=_joined(old.people, new.people, lambda person: person.id, _person),
        boards=tuple(sorted(boards, key=lambda board: board.number)),
        sightings=old.sightings + new.sightings,
    )


def _joined(old: Iterable[T], new: Iterable[T], key: Callable[[T], Hashable], join: Callable[[T, T], T]) -> tuple[T, ...]:
    """Return both, those of the same key joined into one in the place of the old."""
    result = {key(each): each for each in old}
    for each in new:
        known = result.get(key(each))
        result[key(each)] = each if known is None else join(known, each)
    return tuple(result.values())


def _source(old: Source, new: Source) -> Source:
    if old != new:
        raise InvalidFactsError((f"source {new.id}: the record has another source of that id; choose a new id",))
    return old


def _person(old: Person, new: Person) -> Person:
    """Add the names of ``new``; one that it prefers takes the place of the old preferred one, which becomes a variant."""
    names = _joined(old.names, new.names, lambda name: name.text, _name)
    wanted = next((name.text for name in new.names if name.kind is NameKind.PREFERRED), old.name)

    def other(name: Name) -> Name:
        return attr.evolve(name, kind=NameKind.VARIANT) if name.kind is NameKind.PREFERRED else name

    preferred = (attr.evolve(name, kind=NameKind.PREFERRED) for name in names if name.text == wanted)
    return Person(old.id, (*preferred, *(other(name) for name in names if name.text != wanted)))


def _name(old: Name, new: Name) -> Name:
    """Return the spelling as ``new`` has it, with the sources of both."""
    sources = tuple(dict.fromkeys(new.sources + old.sources))
    return attr.evolve(new, sources=sources, note=new.note or old.note)


def _board(old: BoardFacts, new: BoardFacts) -> BoardFacts:
    def join(known: SeatFacts, seat: SeatFacts) -> SeatFacts:
        return _seat(f"board {old.number}, {seat.state.value}", known, seat)

    return BoardFacts(
        number=old.number,
        start=new.start + old.start,
        last_day=new.last_day + old.last_day,
        seats=_joined(old.seats, new.seats, lambda seat: seat.state, join),
    )


def _seat(where: str, old: SeatFacts, new: SeatFacts) -> SeatFacts:
    if old.role is not new.role:
        raise InvalidFactsError((f"{where}: in the record its role is {old.role.value}, got {new.role.value}",))
    tenures = old.tenures
    for tenure in sorted(new.tenures, key=_in_time):
        tenures = tuple(sorted(_with_tenure(where, tenures, tenure), key=_in_time))
    return SeatFacts(role=old.role, state=old.state, tenures=tenures, sources=old.sources + new.sources)


def _in_time(tenure: TenureFacts) -> tuple[date, bool]:
    """Sort by start; of two without one, the one with an end comes first."""
    return (tenure.start[0].value.earliest if tenure.start else date.min, not tenure.end)


def _with_tenure(where: str, known: tuple[TenureFacts, ...], new: TenureFacts) -> tuple[TenureFacts, ...]:
    """Return the tenures with ``new``, which reads one of them anew or comes beside them."""
    for at, old in enumerate(known):
        if _same(old, new) and not _returns(known, old, new):
            return (*known[:at], _same_holder(old, new), *known[at + 1 :])
    if not known or new.start or new.end:
        return (*known, new)
    first, *others = known
    if others:
        raise InvalidFactsError((f"{where}: has several tenures, so that of {shown(new.holder)} needs a start or an end",))
    return (new._replace(holders=new.holders + first.holders, start=first.start, end=first.end),)


def _same(old: TenureFacts, new: TenureFacts) -> bool:
    """Return whether ``new`` tells of the holder of ``old`` or, of a vacancy, gives the same start."""
    if old.holders or new.holders:
        return old.holder == new.holder
    return [each.value for each in old.start[:1]] == [each.value for each in new.start[:1]]


def _returns(known: tuple[TenureFacts, ...], old: TenureFacts, new: TenureFacts) -> bool:
    """Return whether the holder comes back in ``new``, after somebody else has begun."""
    return any(_in_time(old) < _in_time(other) < _in_time(new) for other in known)


def _same_holder(old: TenureFacts, new: TenureFacts) -> TenureFacts:
    """Read the dates of a tenure anew; those that ``new`` does not give stay."""
    return TenureFacts(
        holders=new.holders + old.holders,
        sources=tuple(dict.fromkeys(new.sources + old.sources)),
        start=new.start + old.start,
        end=new.end + old.end,
        appointed=new.appointed + old.appointed,
        note=new.note or old.note,
    )
