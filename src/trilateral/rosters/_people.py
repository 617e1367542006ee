"""Who holds the seats: names as texts, one person in several seats, and what the record says of them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from difflib import get_close_matches
from typing import Final, NamedTuple
from unicodedata import category

from trilateral._queries.names import key, keys
from trilateral._queries.people import matches
from trilateral._record.record import Record
from trilateral._values.matches import Match
from trilateral._values.people import NameKind, Person
from trilateral._values.sources import Grounds, Reading, Source
from trilateral.errors import shown
from trilateral.rosters._catalogue import Severity
from trilateral.rosters._composition import LEADER
from trilateral.rosters._expected import Expected
from trilateral.rosters._numbering import Numbered
from trilateral.rosters._reading import BoardRead, SeatRead, TenureRead
from trilateral.rosters._remarks import Location, Remark
from trilateral.rosters._states import code_of

__all__ = ["Names", "in_two_seats", "led_twice", "people", "texts"]

_LONGEST: Final = 200
_MOST_KEPT: Final = 10_000
_NEAR: Final = 0.8
_OF_RECORD: Final = "\0"  # begins the id of somebody whom the record has, as no visible text does
_KINDS: Final = {
    NameKind.NATIVE: "is the native writing of",
    NameKind.VARIANT: "is another spelling of",
    NameKind.READING: "is a reading of",
    NameKind.MISPRINT: "is a misprint of",
}


class _Named(NamedTuple):
    """What a text says as a name: whom of the record it can name, all that it is equal to, and what is wrong with it."""

    matches: tuple[Match, ...]
    identities: frozenset[str]
    hidden: str | None
    unusable: bool


class Names:
    """What texts say as names, by the people of one record; the newest answers are kept."""

    def __init__(self, record: Record) -> None:
        self._record = record
        self._kept: dict[str, _Named] = {}

    def __getitem__(self, text: str) -> _Named:
        named = self._kept.get(text)
        if named is None:
            if len(self._kept) >= _MOST_KEPT:
                self._kept.clear()
            named = self._read(text)
            if len(text) <= _LONGEST:
                self._kept[text] = named
        return named

    def are_sound(self, texts: Iterable[str | None]) -> bool:
        """Return whether nothing is to be said of texts as names; None is nobody."""
        named = [self[text] for text in texts if text is not None]
        return not any(each.unusable or each.hidden is not None for each in named)

    def _read(self, text: str) -> _Named:
        hidden = next((char for char in text if _is_hidden(char)), None)
        visible = _visible(text) if hidden else text
        if not visible.strip() or len(text) > _LONGEST:
            return _Named((), frozenset(), hidden, unusable=True)
        found = matches(visible, self._record)
        identities = frozenset((*keys(visible), *(f"{_OF_RECORD}{match.person.id}" for match in found)))
        return _Named(found, identities, hidden, unusable=False)


def _is_hidden(char: str) -> bool:
    """Return whether a character cannot be seen, or turns the direction of writing."""
    return char in _BLANKS or (not char.isprintable() and category(char) in {"Cc", "Cf", "Cs", "Zl", "Zp"})


def _visible(text: str) -> str:
    """Return what can be seen of a text; where a line ends in it, two words are parted by a blank."""
    seen = "".join(("\n" if char.isspace() else "") if _is_hidden(char) else char for char in text)
    return " ".join(line.strip() for line in seen.split("\n") if line.strip())


# Marks, letters and a symbol that Unicode counts as visible, and that show nothing.
_BLANKS: Final = frozenset(
    "\u034f\u115f\u1160\u17b4\u17b5\u180b\u180c\u180d\u180f\u2800\u3164\uffa0" + "".join(map(chr, range(0xFE00, 0xFE10)))
)


def texts(board: BoardRead, names: Names) -> Iterator[Remark]:
    """Remark on names as texts."""
    for seat in board.seats or ():
        for tenure in seat.tenures:
            if tenure.name is not None and not names.are_sound([tenure.name]):
                yield _text(tenure.at, tenure.name, names[tenure.name])


def in_two_seats(board: BoardRead, expected: Expected | None, names: Names) -> Iterator[Remark]:
    """Remark on one person in two seats: on the second, unless the record has the person there."""
    taken: dict[str, tuple[SeatRead, TenureRead]] = {}
    for seat in board.seats or ():
        mine = {each: (seat, tenure) for tenure in seat.tenures for each in names[tenure.name or ""].identities}
        both = mine.keys() & taken.keys()
        if both:
            shared = max(both)  # a spelling rather than what the record tells, and the same whatever the order of the set
            (other, first), (_, second) = taken[shared], mine[shared]
            if _is_recorded(seat, second, expected, names) and not _is_recorded(other, first, expected, names):
                other, first, second = seat, second, first
            message = f"three seats must have three holders, and the holder of the seat of {other.state} is the same person"
            # Two spellings are one person's by the record alone, which grows: new facts never make an error of a roster.
            severity = Severity.WARNING if _is_of_record(shared) else None
            yield Remark("TRI108", second.at, message, shown(second.name), severity=severity)
        taken = {**mine, **taken}


def _is_of_record(identity: str) -> bool:
    return identity.startswith(_OF_RECORD)


def _is_recorded(seat: SeatRead, tenure: TenureRead, expected: Expected | None, names: Names) -> bool:
    """Return whether the record has the person whom a tenure names in that seat."""
    holders = expected.holders.get(code_of(seat.state or "") or "", ()) if expected else ()
    return any(match.person == person for match in names[tenure.name or ""].matches for person, _ in holders)


def _text(at: Location, name: str, named: _Named) -> Remark:
    if named.unusable:
        return Remark("TRI912", at, f"a name must have 1 to {_LONGEST} characters, not all of them blank", shown(name))
    assert named.hidden is not None, "one of the two was found"
    message = f"a name should not hold U+{ord(named.hidden):04X}, which cannot be seen"
    return Remark("TRI908", at, message, shown(name), replacement=_visible(name))


def led_twice(by_number: Numbered, names: Names) -> Iterator[Remark]:
    """Remark on a Secretary-General who has already led another board of the roster; a note where the record says so too."""
    led: dict[str, tuple[int, Location, bool]] = {}
    for number, (board, expected) in by_number.items():
        leaders = [(seat, tenure) for seat in board.seats or () if seat.role == LEADER for tenure in seat.tenures]
        for seat, tenure in leaders:
            identities = names[tenure.name or ""].identities
            recorded = _is_recorded(seat, tenure, expected, names)
            before = next((led[each] for each in identities if each in led and led[each][0] != number), None)
            if before is not None:
                yield Remark(
                    "TRI406",
                    tenure.at,
                    f"nobody has led two boards so far, and this person also leads board {before[0]}",
                    shown(tenure.name),
                    about=(before[1],),
                    severity=Severity.NOTE if recorded and before[2] else None,
                )
            led = {**dict.fromkeys(identities, (number, tenure.at, recorded)), **led}


def people(board: BoardRead, expected: Expected, states: Mapping[str, set[str]], names: Names) -> Iterator[Remark]:
    """Remark on holders other than the record's.

    Args:
        board: The board.
        expected: What is said of a board of its number.
        states: The states, by code, for which the record has each person, by id.
        names: What texts say as names.
    """
    for seat in board.seats or ():
        state = code_of(seat.state or "")
        if state is None:
            continue
        recorded = _Recorded(expected.number, state, expected.holders.get(state, ()))
        if seat.vacant and recorded.people and len(recorded.people) == len(recorded.holders):
            message = f"the record has {recorded.listed} in this seat"
            yield Remark("TRI401", (*seat.at, "vacant"), message, "True", grounds=recorded.grounds)
        for tenure in seat.tenures:
            if tenure.name is not None and not names[tenure.name].unusable:
                remark = _holder(tenure.at, names[tenure.name].matches, tenure.name, recorded, states)
                yield from [] if remark is None else [remark._replace(got=shown(tenure.name), about=((*seat.at, "state"),))]


class _Recorded(NamedTuple):
    """Whom the record has in one seat, in order of time, None for a time without anybody."""

    board: int
    state: str
    holders: Sequence[tuple[Person | None, tuple[Source, ...]]]

    @property
    def people(self) -> list[Person]:
        return [person for person, _ in self.holders if person is not None]

    @property
    def listed(self) -> str:
        return ", then ".join("nobody" if person is None else person.name for person, _ in self.holders)

    @property
    def grounds(self) -> Grounds:
        where = f"the seat of {self.state} on board {self.board}"
        return Grounds(
            tuple(Reading(f"{where}: {person.name if person else 'nobody'}", sources) for person, sources in self.holders)
        )


def _holder(
    at: Location, found: Sequence[Match], name: str, recorded: _Recorded, states: Mapping[str, set[str]]
) -> Remark | None:
    """Return what there is to say of the name of a holder, held against whom the record has in the seat."""
    if not recorded.holders:
        return Remark("TRI405", at, f"the record names nobody for the seat of {recorded.state} on board {recorded.board}")
    people = recorded.people
    known = next((match for match in found if match.person in people), None)
    if known is not None:
        return None if known.name.kind is NameKind.PREFERRED else _alias(at, known)
    elsewhere = [states.get(match.person.id, {recorded.state}) for match in found]
    if elsewhere and all(recorded.state not in each for each in elsewhere):
        message = f"the record has {found[0].person.name} for {', '.join(sorted(elsewhere[0]))}, not for {recorded.state}"
        return Remark("TRI402", at, message, grounds=recorded.grounds)
    near = None if found else _near(name, people)
    if near is not None:
        return Remark("TRI404", at, f"the record has {near}", replacement=near, grounds=recorded.grounds)
    return Remark("TRI401", at, f"the record has {recorded.listed} in this seat", grounds=recorded.grounds)


def _alias(at: Location, known: Match) -> Remark:
    """Remark on a spelling that is not the preferred one; it can be replaced if it is in the same script."""
    preferred = known.person.names[0]
    message = f"{shown(known.name.text)} {_KINDS[known.name.kind]} {preferred.text}, the preferred spelling"
    grounds = Grounds((Reading(f"{known.person.name} is also written {known.name.text}", known.name.sources),))
    same_script = known.name.script is preferred.script
    return Remark("TRI403", at, message, replacement=preferred.text, safe=same_script, grounds=grounds)


def _near(name: str, people: Sequence[Person]) -> str | None:
    """Return the preferred name of the person one of whose spellings is most like ``name``."""
    spellings = {key(each.text): person for person in people for each in person.names if each.kind is not NameKind.MISPRINT}
    for each in dict.fromkeys(keys(name)):
        for near in get_close_matches(each, spellings, 1, cutoff=_NEAR):
            return spellings[near].name
    return None
