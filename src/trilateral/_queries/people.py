"""Who somebody is, by any spelling, and which seats they held."""

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from difflib import SequenceMatcher, get_close_matches
from functools import lru_cache
from itertools import islice

from trilateral._queries.names import foldings_between, key, keys
from trilateral._queries.succession import require_law, succession
from trilateral._record.record import Record
from trilateral._record.shipped import RECORD
from trilateral._values.boards import Tenure
from trilateral._values.matches import Match
from trilateral._values.people import Name, NameKind, Person, require_name
from trilateral._values.states import MemberState
from trilateral.errors import AmbiguousPersonError, UnknownPersonError, WrongTypeError, shown
from trilateral.rules import Agreement

__all__ = ["match_person", "matches", "people", "person", "tenures_of"]


def people(*, record: Record | None = None) -> tuple[Person, ...]:
    """Return everyone whom the record names, in its order: that of their first seats.

    Args:
        record: The facts; by default those that ship.

    Example:
        >>> [each.name for each in people()][:3], len(people())
        (['SHIN Bong-kil', 'MATSUKAWA Rui', 'MAO Ning'], 19)
    """
    require_law(None, record)
    return (record or RECORD).people


def person(text: str, /, *, record: Record | None = None) -> Person:
    """Return the person whom ``text`` names, by any recorded spelling or by id.

    Args:
        text: A name as it may be printed, or the id of a person.
        record: The facts; by default those that ship.

    Raises:
        WrongTypeError: ``text`` is not a string.
        InvalidValueError: It is blank, too long for a name, or holds a character that cannot be seen.
        UnknownPersonError: The record has no such spelling; the error has the nearest ones.
        AmbiguousPersonError: Several people bear the name; the error has their ids.

    Example:
        >>> person("李熙燮"), person("Ms. Jing Cao")
        (<Person lee-hee-sup: LEE Hee-sup>, <Person cao-jing: CAO Jing>)
    """
    return match_person(text, record=record).person


def match_person(text: str, /, *, record: Record | None = None) -> Match:
    """Return whom ``text`` names, which recorded spelling it is, and what had to be folded to see that.

    Letter case, width, hyphens and spaces, the order of family and given name, titles and honorifics, readings in brackets,
    hiragana and katakana, and the variant forms of characters are folded; what is merely similar is no match.

    Args:
        text: A name as it may be printed, or the id of a person.
        record: The facts; by default those that ship.

    Raises:
        WrongTypeError: ``text`` is not a string.
        InvalidValueError: It is blank, too long for a name, or holds a character that cannot be seen.
        UnknownPersonError: The record has no such spelling; the error has the nearest ones.
        AmbiguousPersonError: Several people bear the name; the error has their ids.

    Example:
        >>> match_person("Lee He Sup")
        <Match lee-hee-sup: 'Lee He Sup' is 'LEE He-sup' (misprint), but for case, separators>
    """
    require_law(None, record)
    spelling = require_name(text)
    record = record or RECORD
    found = matches(spelling, record)
    if len(found) > 1:
        raise AmbiguousPersonError(spelling, tuple(match.person.id for match in found))
    if not found:
        raise UnknownPersonError(spelling, _nearest(spelling, _index(record)))
    return found[0]


def matches(text: str, record: Record) -> tuple[Match, ...]:
    """Return how ``text`` names each of the people that it can name, in the order of the record; an id names one alone."""
    by_id = next((each for each in record.people if each.id == text), None)
    if by_id is not None:
        return (Match(text=text, person=by_id, name=by_id.names[0], foldings=()),)
    index = _index(record)
    wanted = set(keys(text))
    found = {bearer.id for each in wanted for bearer, _ in index.get(each, ())}
    return tuple(_match(text, bearer, wanted) for bearer in record.people if bearer.id in found)


def _match(text: str, bearer: Person, wanted: AbstractSet[str]) -> Match:
    """Return which of the spellings of ``bearer`` has one of the keys of ``text``, with the fewest foldings."""
    candidates = [(foldings_between(text, name.text), name) for name in bearer.names if key(name.text) in wanted]
    foldings, name = min(candidates, key=lambda candidate: len(candidate[0]))
    return Match(text=text, person=bearer, name=name, foldings=foldings)


def tenures_of(
    person: Person, /, *, agreement: Agreement[MemberState] | None = None, record: Record | None = None
) -> tuple[Tenure, ...]:
    """Return every tenure of a person, in order of time; none of somebody whom the record does not seat.

    Args:
        person: Somebody of the record; `person` finds people by name.
        agreement: The law, which decides when an open tenure ends; by default that of the record.
        record: The facts; by default those that ship.

    Raises:
        WrongTypeError: ``person`` is not a `Person`.

    Example:
        >>> import trilateral as tri
        >>> [(tenure.board, tenure.role.abbreviation) for tenure in tenures_of(tri.person("LEE Jong-heon"))]
        [(2, 'DSG'), (3, 'DSG'), (4, 'SG')]
    """
    require_law(agreement, record)
    if not isinstance(person, Person):  # pyright: ignore[reportUnnecessaryIsInstance]
        raise WrongTypeError("a person", "a Person, such as person('LEE Hee-sup')", shown(person))
    line = succession(agreement, record)
    recorded = islice(line.following(1), line.recorded)
    return tuple(
        tenure for board in recorded for seat in board.seats for tenure in seat.tenures if tenure.holder.id == person.id
    )


@lru_cache(maxsize=8)
def _index(record: Record) -> Mapping[str, tuple[tuple[Person, Name], ...]]:
    """Return who bears each key, by which spelling."""
    index: dict[str, tuple[tuple[Person, Name], ...]] = {}
    for bearer in record.people:
        for name in bearer.names:
            folded = key(name.text)
            index[folded] = (*index.get(folded, ()), (bearer, name))
    return index


def _nearest(text: str, index: Mapping[str, tuple[tuple[Person, Name], ...]]) -> tuple[str, ...]:
    """Return the recorded spellings most like ``text``, best first, one a person."""
    right = [folded for folded, bearers in index.items() if any(name.kind is not NameKind.MISPRINT for _, name in bearers)]
    likeness: dict[str, float] = {}
    for each in dict.fromkeys(keys(text)):
        for near in get_close_matches(each, right, cutoff=0.5):
            likeness[near] = max(likeness.get(near, 0), SequenceMatcher(None, near, each).ratio())
    spellings: dict[str, str] = {}
    for near in sorted(likeness, key=likeness.__getitem__, reverse=True):
        for bearer, name in index[near]:
            spellings.setdefault(bearer.id, name.text)
    return tuple(spellings.values())
