"""How a user's facts join those of a record: what is new is added, what is read anew becomes the preferred reading."""

from collections.abc import Callable, Hashable, Iterable
from datetime import date
from typing import TypeVar

import attr

from trilateral._record.facts import BoardFacts, Facts, Readings, SeatFacts, TenureFacts
from trilateral._values.people import Name, NameKind, Person
from trilateral._values.sources import Reading, Source
from trilateral.errors import InvalidFactsError, shown

__all__ = ["merged"]

T = TypeVar("T")


def merged(old: Facts, new: Facts) -> Facts:
    """Return the facts of both, those of ``new`` preferred; what is in both already stays as it is.

    Raises:
        InvalidFactsError: ``new`` gives an id of ``old`` to another source, or another role to a seat, leaves open which
            tenure it reads anew, or says that a seat was vacant from the day on which somebody is known to have taken it.
    """
    boards = _joined(old.boards, new.boards, lambda board: board.number, _board)
    return Facts(
        sources=_joined(old.sources, new.sources, lambda source: source.id, _source),
        people=_joined(old.people, new.people, lambda person: person.id, _person),
        boards=tuple(sorted(boards, key=lambda board: board.number)),
        sightings=tuple(dict.fromkeys(old.sightings + new.sightings)),
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
    return attr.evolve(new, sources=_united(new.sources, old.sources), note=new.note or old.note)


def _board(old: BoardFacts, new: BoardFacts) -> BoardFacts:
    start = _both(new.start, old.start)

    def join(known: SeatFacts, seat: SeatFacts) -> SeatFacts:
        return _seat(f"board {old.number}, {seat.state.value}", _day(start), known, seat)

    return BoardFacts(
        number=old.number,
        start=start,
        last_day=_both(new.last_day, old.last_day),
        seats=_joined(old.seats, new.seats, lambda seat: seat.state, join),
    )


def _both(new: tuple[Reading[T], ...], old: tuple[Reading[T], ...]) -> tuple[Reading[T], ...]:
    """Return the readings of both, those of ``new`` first; where they agree, one reading with the sources of both."""
    result: list[Reading[T]] = []
    for reading in (*new, *old):
        at = next((at for at, known in enumerate(result) if known.value == reading.value), None)
        if at is None:
            result.append(reading)
        else:
            sources = _united(result[at].sources, reading.sources)
            result[at] = Reading(reading.value, sources, result[at].note or reading.note)
    return tuple(result)


def _united(new: tuple[Source, ...], old: tuple[Source, ...]) -> tuple[Source, ...]:
    return tuple(dict.fromkeys(new + old))


def _day(readings: Readings) -> date | None:
    """Return the preferred date, a month as its first day, or None."""
    return readings[0].value.earliest if readings else None


def _seat(where: str, begins: date | None, old: SeatFacts, new: SeatFacts) -> SeatFacts:
    if old.role is not new.role:
        raise InvalidFactsError((f"{where}: in the record its role is {old.role.value}, got {new.role.value}",))
    tenures = old.tenures
    for tenure in sorted((each for each in new.tenures if each not in tenures), key=_in_time):
        at = _meant(where, begins, tenures, tenure)
        others = tenures if at is None else (*tenures[:at], *tenures[at + 1 :])
        tenures = tuple(sorted((*others, tenure if at is None else _reread(tenures[at], tenure)), key=_in_time))
    return SeatFacts(role=old.role, state=old.state, tenures=tenures, sources=_united(new.sources, old.sources))


def _in_time(tenure: TenureFacts) -> tuple[date, bool]:
    """Sort by start; of two without one, the one with an end comes first."""
    return (_day(tenure.start) or date.min, not tenure.end)


def _meant(where: str, begins: date | None, known: tuple[TenureFacts, ...], new: TenureFacts) -> int | None:
    """Return which of the known tenures ``new`` reads anew, or None if it comes beside them.

    It is the one that starts with it; or else the one of its holder, unless one of them is over before the other begins.
    Without a start and an end, it is the only one.
    """
    start = _day(new.start)
    for at, old in enumerate(known):
        if start is not None and start == (_day(old.start) or (begins if at == 0 else None)):
            if old.holders and not new.holders:
                held = f"by the record {shown(old.holder)} holds the seat from {start} on, so that it is not vacant then"
                raise InvalidFactsError((f"{where}: {held}; give the vacancy another start, or an end alone",))
            return at
    for at, old in enumerate(known):
        if new.holders and old.holder == new.holder and not _apart(known, old, new):
            return at
    if not known or new.start or new.end:
        return None
    first, *others = known
    if others or bool(first.holders) is not bool(new.holders):
        who = "a vacancy" if new.holder is None else f"the tenure of {shown(new.holder)}"
        raise InvalidFactsError((f"{where}: the seat has other tenures, so {who} needs a start or an end",))
    return 0


def _apart(known: tuple[TenureFacts, ...], one: TenureFacts, other: TenureFacts) -> bool:
    """Return whether one of two tenures is over before the other begins, or somebody else begins between them."""
    first, second = sorted((one, other), key=_in_time)
    over, begun = _day(first.end), _day(second.start)
    if over is not None and begun is not None and over <= begun:
        return True
    return any(_in_time(first) < _in_time(each) < _in_time(second) for each in known)


def _reread(old: TenureFacts, new: TenureFacts) -> TenureFacts:
    """Read a tenure anew: of the same holder, what ``new`` does not give stays; another one brings dates of their own."""
    if old.holder == new.holder:
        start, end, appointed = _both(new.start, old.start), _both(new.end, old.end), _both(new.appointed, old.appointed)
    else:
        start, end, appointed = new.start, new.end, new.appointed
    return TenureFacts(
        holders=_both(new.holders, old.holders),
        sources=_united(new.sources, old.sources),
        start=start,
        end=end,
        appointed=appointed,
        note=None if new.holders else new.note or old.note,
    )
