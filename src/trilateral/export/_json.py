"""Values as JSON, whole, and back."""

import json
from collections.abc import Callable, Generator, Iterable, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date
from difflib import get_close_matches
from functools import cache
from typing import Any, Final, NamedTuple, NoReturn, TypeVar, cast, get_origin, overload

from cattrs import Converter

from trilateral._codec import converter, read_json, structure, tables
from trilateral._queries.boards import boards
from trilateral._record.reading import read_facts
from trilateral._record.record import Record
from trilateral._record.writing import document_of
from trilateral._values.boards import Board, Role
from trilateral._values.dates import Term
from trilateral._values.people import Person
from trilateral._values.sources import Source
from trilateral._values.states import MemberState
from trilateral.errors import InvalidFactsError, InvalidJSONError, InvalidValueError, TrilateralError, WrongTypeError, shown
from trilateral.export._kinds import KINDS
from trilateral.rules import Agreement

__all__ = ["VERSION", "Envelope", "Item", "RecordHead", "from_json", "to_json"]

T = TypeVar("T")
V = TypeVar("V", Source, Person)

VERSION: Final = 1
"""The version of the format; it grows when an older reader could not read what is written."""

_ROLES: Final = [Role.SECRETARY_GENERAL, Role.DEPUTY_SECRETARY_GENERAL, Role.DEPUTY_SECRETARY_GENERAL]


class Item(NamedTuple):
    """A value and its kind."""

    kind: str
    value: Any


class Envelope(NamedTuple):
    """What a document holds: a value and its kind, or several of them, and the people and sources that they name by id."""

    trilateral: int
    kind: str = ""
    value: Any = None
    values: tuple[Item, ...] = ()
    people: tuple[Any, ...] = ()
    sources: tuple[Source, ...] = ()


class RecordHead(NamedTuple):
    """What a record has beside its facts, which stand next to it as in a facts document."""

    edition: date
    coverage: Term
    agreement: Agreement[MemberState]
    facts_added: bool


def to_json(value: object, /, *, indent: int | None = 2) -> str:
    """Return a public value, or a list or tuple of them, as a JSON document that `from_json` reads back as an equal.

    Dates are written in ISO 8601, words by their values, exact numbers as texts; a key is left out where nothing stands under
    it. People and sources are named by their ids, and stand once each beside the value; of two that differ and have one id,
    the second is written in its place. A record is written as the facts document that it would be read from, with its
    edition, its coverage, its agreement and whether facts were added. The document of a report is left out where JSON cannot
    hold it as it is, so that `Report.fixed` of what is read back is None.

    Args:
        value: A value of a public class, such as a `Board`, a `Record` or a `Report`.
        indent: How many spaces to indent by, 0 or more; None for one line.

    Raises:
        WrongTypeError: ``value`` is none of these, or ``indent`` is no `int`.
        InvalidValueError: It has members, or a reading or a provision a value, of a kind that JSON does not know; it is
            nested too deeply; or ``indent`` is less than 0.

    Example:
        >>> import trilateral as tri
        >>> print(to_json(tri.board(7).term, indent=None))
        {"trilateral": 1, "kind": "Term", "value": {"start": "2023-09-01", "end": "2026-09-01"}}
    """
    _require_indent(indent)
    try:
        text = json.dumps(_written(value), ensure_ascii=False, indent=indent) + ("" if indent is None else "\n")
    except RecursionError:
        raise InvalidValueError("the value", "one that JSON can hold", f"{shown(value)}, nested too deeply") from None
    return text.encode(errors="backslashreplace").decode()  # half of a surrogate pair, which UTF-8 does not have, as in JSON


@overload
def from_json(text: str | bytes, /) -> object: ...
@overload
def from_json(text: str | bytes, cls: type[T], /) -> T: ...
def from_json(text: str | bytes, cls: type[object] = object, /) -> object:
    """Return the value of a document that `to_json` wrote, or a tuple of its values.

    It is read strictly: an unknown key, a value of another type, an id without a table or with two, a fact without a source,
    and a format of a later version are refused, and nothing is coerced. The facts of a record are checked as
    `Record.with_facts` checks those of a user, but they may lack what came out later, as on the day on which they were known.

    Args:
        text: The document, or its bytes in UTF-8, with or without a byte order mark.
        cls: The class that is expected, without parameters, or `tuple` for several values; by default any.

    Raises:
        WrongTypeError: ``text`` is neither a string nor bytes, or ``cls`` is no class.
        InvalidJSONError: It is not JSON, not such a document, not of a version that can be read, or holds something else.

    Example:
        >>> import trilateral as tri
        >>> from_json(to_json(tri.board(7)), tri.Board)
        <Board 7 KOR LEE Hee-sup 2023-09-01/2026-09-01>
        >>> from_json(to_json(tri.record()), tri.Record) == tri.record()
        True
    """
    if not isinstance(cls, type):  # pyright: ignore[reportUnnecessaryIsInstance]
        raise WrongTypeError("the class", "a class without parameters, such as Board, or tuple", shown(cls))
    try:
        found = _found(_document(text))
    except RecursionError:
        _refuse("it is nested too deeply")
    if not isinstance(found, cls):
        _refuse(f"expected a {cls.__name__}, got {shown(found)} @ $")
    return found


class _Shared(NamedTuple):
    """The people and the sources that one document names, by id."""

    people: dict[str, Person]
    sources: dict[str, Source]


_SHARED: Final[ContextVar[_Shared]] = ContextVar("shared")


@contextmanager
def _sharing(shared: _Shared) -> Generator[_Shared]:
    token = _SHARED.set(shared)
    try:
        yield shared
    finally:
        _SHARED.reset(token)


def _require_indent(indent: object) -> None:
    if indent is not None and type(indent) is not int:
        raise WrongTypeError("indent", "an int, such as 2, or None", shown(indent))
    if indent is not None and indent < 0:
        raise InvalidValueError("indent", "0 or more, or None for one line", shown(indent))


def _written(value: object) -> dict[str, Any]:
    """Return the document of a value, or of several, as plain data."""
    with _sharing(_Shared({}, {})) as shared:
        if type(value) in (list, tuple):
            answer: dict[str, Any] = {"values": [_item(each)._asdict() for each in cast("Iterable[object]", value)]}
        else:
            answer = _item(value)._asdict()
        named: dict[str, list[Any]] = {
            "people": [_people().unstructure(person) for person in shared.people.values()],
            "sources": [tables().unstructure(source) for source in shared.sources.values()],
        }
    return {"trilateral": VERSION, **answer, **{key: table for key, table in named.items() if table}}


def _found(document: dict[str, Any]) -> object:
    """Return the value of a document, or a tuple of its values."""
    envelope = _read(document, Envelope, None, "$")
    with _sharing(_Shared({}, _by_id(envelope.sources, "$.sources"))) as shared:
        shared.people.update(_by_id(_read(envelope.people, tuple[Person, ...], _people(), "$.people"), "$.people"))
        if "values" in document:
            return tuple(_value(item, f"$.values[{at}]") for at, item in enumerate(envelope.values))
        return _value(Item(envelope.kind, envelope.value), "$")


def _item(value: object) -> Item:
    """Return a value in plain data, and its kind."""
    kinds = [name for name, cls in KINDS.items() if (get_origin(cls) or cls) is type(value)]
    if not kinds:
        raise WrongTypeError("the value", "of a public class, such as a Board, or a list or tuple of such", shown(value))
    data = _values().unstructure(value)
    for kind in kinds:
        if len(kinds) == 1 or structure(data, KINDS[kind], _values())[0] == value:
            return Item(kind, data)
    known = ", ".join(kind if "[" in kind else f"{kind}[MemberState]" for kind in kinds)
    raise InvalidValueError("the value", f"of a kind that JSON knows, one of {known}", shown(value))


def _document(text: str | bytes) -> dict[str, Any]:
    """Read a table of this version that has a value, or several."""
    if not isinstance(text, str | bytes):  # pyright: ignore[reportUnnecessaryIsInstance]
        raise WrongTypeError("the document", "a string or bytes", shown(text))
    try:
        data: object = read_json(text if isinstance(text, str) else text.decode("utf-8-sig"))
    except ValueError as error:
        _refuse(f"it is not valid JSON: {error}")
    got = shown(data)
    table = cast("dict[str, Any]", data) if isinstance(data, dict) else {}
    if "trilateral" not in table:
        _refuse(f"expected a table with trilateral, the version of the format, got {got} @ $")
    if not isinstance(schema := table.pop("$schema", ""), str):
        _refuse(f'expected a string, got {shown(schema)} @ $["$schema"]')
    version, known = table["trilateral"], range(1, VERSION + 1)
    if version is True or version not in known:
        expected = f"expected version {' or '.join(map(str, known))} of the format, got {shown(version)}"
        _refuse(f"{expected}; read it with the release that wrote it @ $.trilateral")
    if ("values" in table) is not {"kind", "value"}.isdisjoint(table):
        _refuse("expected a kind and a value, or values, and one of the two @ $")
    return table


def _by_id(entries: tuple[V, ...], path: str) -> dict[str, V]:
    """Return sources or people by their ids, each of which stands once."""
    found: dict[str, V] = {}
    for at, entry in enumerate(entries):
        if found.setdefault(entry.id, entry) is not entry:
            _refuse(f"the id {shown(entry.id)} stands twice; write it once @ {path}[{at}]")
    return found


def _value(item: Item, path: str) -> object:
    if item.kind not in KINDS:
        near = get_close_matches(item.kind, KINDS, 1)
        hint = f"; did you mean {near[0]}?" if near else ""
        _refuse(f"expected the name of a public class, got {shown(item.kind)}{hint} @ {path}.kind")
    return _read(item.value, KINDS[item.kind], _values(), f"{path}.value")


def _read(data: object, cls: type[T], by: Converter | None, path: str) -> T:
    found, problems = structure(data, cls, by, path=path)
    if problems:
        raise InvalidJSONError(problems)
    return cast("T", found)


def _refuse(problem: str) -> NoReturn:
    raise InvalidJSONError((problem,)) from None


@cache
def _people() -> Converter:
    """Return the converter of people, in which sources are named by id."""
    return _by_ids(converter(), Source, lambda: _SHARED.get().sources, "sources", tables())


@cache
def _values() -> Converter:
    """Return the converter of values, in which sources and people are named by id."""
    by_id = _by_ids(_people().copy(), Person, lambda: _SHARED.get().people, "people", _people())
    by_id.register_structure_hook_func(lambda cls: cls is Record, _record)  # not all of its annotations are there at run time
    by_id.register_unstructure_hook_func(lambda cls: cls is Record, _record_table)
    by_id.register_unstructure_hook_func(lambda cls: cls is Any, _plain)  # the document of a report
    by_id.register_structure_hook(Board, _board(by_id.get_structure_hook(Board)))
    return by_id


def _board(read: Callable[[Any, Any], Board]) -> Callable[[Any, Any], Board]:
    """Return a reader of boards that refuses what is none; by the classes alone any number and any seats would do."""

    def board(data: object, cls: object) -> Board:
        found = read(data, cls)
        if found.number < 1:
            raise InvalidValueError("the number of a board", "at least 1", shown(found.number))
        if found.start.date >= found.end.date:
            raise InvalidValueError("the end of a board", f"after its start, {found.start.date}", shown(found.end.date))
        seats = [(seat.role, seat.state) for seat in found.seats]
        if [role for role, _ in seats] != _ROLES or len({state for _, state in seats}) != len(_ROLES):
            told = ", ".join(f"{state.value} {role.value}" for role, state in seats)
            raise InvalidValueError(
                "the seats of a board", "those of a Secretary-General and two deputies, one of each state", told
            )
        return found

    return board


def _plain(data: object) -> object:
    """Return plain data that JSON holds as it is; None for others, such as an exact number or a key that is no text."""
    try:
        return data if json.loads(json.dumps(data, allow_nan=False, indent=2)) == data else None
    except (RecursionError, TypeError, ValueError):
        return None


def _by_ids(strict: Converter, cls: type[V], shared: Callable[[], dict[str, V]], where: str, in_place: Converter) -> Converter:
    """Return a converter that names sources or people by their ids; one whose id another has is written in its place."""

    def known(data: object, _: object) -> V:
        if isinstance(data, Mapping):
            return in_place.structure(data, cls)
        if not isinstance(data, str) or data not in shared():
            raise InvalidValueError("it", f"the id of one of {where}, or a table", shown(data))
        return shared()[data]

    def noted(value: V) -> object:
        return value.id if shared().setdefault(value.id, value) == value else in_place.unstructure(value)

    strict.register_structure_hook(cls, known)
    strict.register_unstructure_hook(cls, noted)
    return strict


def _record_table(record: Record) -> dict[str, Any]:
    """Return a record as its facts document, in which sources are tables, with its head."""
    head = RecordHead(record.edition, record.coverage, record.agreement, record.facts_added)
    return {**_values().unstructure(head), **tables().unstructure(document_of(record))}


def _record(data: object, _: object) -> Record:
    """Read a record: the head by itself, and the rest as any facts document, with the problems of both."""
    if not isinstance(data, dict):
        raise WrongTypeError("it", "a table with edition, coverage, agreement, facts_added and facts", shown(data))
    table = cast("dict[str, Any]", data)
    head, problems = structure({key: table[key] for key in RecordHead._fields if key in table}, RecordHead, _values())
    try:
        facts, history = read_facts({key: table[key] for key in table if key not in RecordHead._fields}, whole=True)
    except InvalidFactsError as error:
        raise InvalidFactsError((*problems, *error.problems)) from None
    if head is None:
        raise InvalidFactsError(problems)
    record = Record(**head._asdict(), facts=facts, history=history)
    try:
        boards(record=record)
    except TrilateralError as error:
        raise InvalidValueError("it", "a record whose boards follow each other by its agreement", str(error)) from None
    return record
