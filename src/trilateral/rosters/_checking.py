"""The roster check: every rule, on data, files and lines."""

from collections.abc import Iterator
from functools import lru_cache
from os import PathLike, fspath
from pathlib import Path
from typing import BinaryIO, Final, Literal, get_args

from trilateral._queries.succession import Succession, require_law, succession
from trilateral._record.record import Record
from trilateral._record.shipped import RECORD
from trilateral._values.boards import Board
from trilateral._values.states import MemberState
from trilateral.errors import InvalidValueError, shown
from trilateral.rosters._composition import composition
from trilateral.rosters._expected import Expectations
from trilateral.rosters._files.document import UNREADABLE, Document, Limits, no_line, unreadable
from trilateral.rosters._files.reading import failed, read_lines, read_path, read_stream
from trilateral.rosters._numbering import numbered, numbering
from trilateral.rosters._people import Names, in_two_seats, led_twice, people, texts
from trilateral.rosters._plain import is_sequence, plain
from trilateral.rosters._reading import BoardRead, read
from trilateral.rosters._remarks import Remark, Remarks
from trilateral.rosters._report import InvalidRosterError, Report, report_of
from trilateral.rosters._roster import Roster, document, roster
from trilateral.rosters._rotation import appointments, rotation
from trilateral.rosters._terms import handovers, recorded_terms, terms
from trilateral.rosters._usual import Usuals
from trilateral.rules import Agreement

__all__ = ["Scope", "check_roster", "check_roster_file", "check_roster_lines", "validate_roster"]

Scope = Literal["record", "law"]
Law = Agreement[MemberState] | None
_SCOPES: Final = get_args(Scope)
_DEFAULT_LIMITS: Final = Limits()


def check_roster(data: object, /, *, agreement: Law = None, record: Record | None = None, scope: Scope = "record") -> Report:
    """Return what is wrong with a roster, and what is worth knowing about it; never raises on content.

    Args:
        data: A roster document as Python data, one or several `Board` values, or a `Roster`. A text is not taken for a path:
            `check_roster_file` reads files.
        agreement: The law; by default that of the record.
        record: The facts; by default those that ship.
        scope: ``"law"`` leaves people and recorded dates alone, for rosters with invented names.

    Raises:
        WrongTypeError: ``agreement`` is not an `Agreement`, or ``record`` is not a `Record`.
        InvalidValueError: ``scope`` is neither of the two, or the agreement is not between the member states.

    Example:
        >>> import trilateral as tri
        >>> report = check_roster(tri.boards())
        >>> report.ok, report.findings
        (True, ())
        >>> check_roster({"boards": [{"number": 8, "start": "2026-09-01", "end": "2028-09-01", "seats": []}]}).findings
        (<Finding TRI304 error $.boards[0].end>, <Finding TRI105 error $.boards[0].seats>)
    """
    return _checked(Document(_as_document(data), (), no_line), None, _Asked(agreement, record, scope))


def check_roster_file(
    file: str | PathLike[str] | BinaryIO,
    /,
    *,
    format: str | None = None,  # noqa: A002 - the word that everybody uses
    agreement: Law = None,
    record: Record | None = None,
    scope: Scope = "record",
    limits: Limits = _DEFAULT_LIMITS,
) -> Report:
    """Return what is wrong with the roster in a file; never raises on content, nor for a file that is not there.

    Args:
        file: The file by its path, or a binary stream: JSON, TOML, CSV, or YAML with the extra ``yaml``.
        format: ``"json"``, ``"toml"``, ``"yaml"`` or ``"csv"``; by default what the path ends in, and JSON for a stream.
        agreement: The law; by default that of the record.
        record: The facts; by default those that ship.
        scope: ``"law"`` leaves people and recorded dates alone.
        limits: How large the file may be.

    Raises:
        WrongTypeError: ``file`` is neither a path nor a binary stream, ``agreement`` is not an `Agreement`, or ``record`` is
            not a `Record`.
        InvalidValueError: ``scope`` or ``format`` is none of those, or the agreement is not between the member states.

    Example:
        >>> check_roster_file("not-there.json").findings[0].message
        'cannot read it: No such file or directory'
    """
    asked = _Asked(agreement, record, scope)
    if isinstance(file, str | PathLike):
        return _checked(read_path(file, format, limits), fspath(file), asked)
    return _checked(read_stream(file, format or "json", limits), getattr(file, "name", None), asked)


def check_roster_lines(
    lines: str | PathLike[str] | BinaryIO,
    /,
    *,
    agreement: Law = None,
    record: Record | None = None,
    scope: Scope = "record",
    limits: Limits = _DEFAULT_LIMITS,
) -> Iterator[Report]:
    r"""Yield a report for each line of JSON Lines, a roster a line; one line at a time is held in memory.

    Args:
        lines: A file by its path, or a binary stream. Blank lines are passed over.
        agreement: The law; by default that of the record.
        record: The facts; by default those that ship.
        scope: ``"law"`` leaves people and recorded dates alone.
        limits: How large a line may be.

    Raises:
        WrongTypeError: ``agreement`` is not an `Agreement`, or ``record`` is not a `Record`.
        InvalidValueError: ``scope`` is neither of the two, or the agreement is not between the member states.

    Example:
        >>> import io
        >>> [report.ok for report in check_roster_lines(io.BytesIO(b'{"boards": []}\n[]\n'))]
        [True, False]
    """
    asked = _Asked(agreement, record, scope)
    return _each_line(lines, asked, limits)


def validate_roster(data: object, /, *, agreement: Law = None, record: Record | None = None, scope: Scope = "record") -> Roster:
    """Return a roster as a value, or raise what is wrong with it.

    Args:
        data: As of `check_roster`.
        agreement: The law; by default that of the record.
        record: The facts; by default those that ship.
        scope: ``"law"`` leaves people and recorded dates alone.

    Raises:
        InvalidRosterError: The roster has an error; its ``report`` has every finding.
        WrongTypeError: ``agreement`` is not an `Agreement`, or ``record`` is not a `Record`.
        InvalidValueError: ``scope`` is neither of the two, or the agreement is not between the member states.

    Example:
        >>> import trilateral as tri
        >>> validate_roster(tri.boards(until=tri.board(4).start.date))
        <Roster of boards 1, 2, 3>
    """
    checked = _as_document(data)
    report = check_roster(checked, agreement=agreement, record=record, scope=scope)
    if not report.ok:
        raise InvalidRosterError(report)
    return roster(read(checked, _ignore))


class _Asked:
    """By which law, from which record and in which scope a roster is checked."""

    def __init__(self, agreement: Law, record: Record | None, scope: str) -> None:
        require_law(agreement, record)
        if scope not in _SCOPES:
            raise InvalidValueError("scope", " or ".join(map(repr, _SCOPES)), shown(scope))
        self.record = RECORD if record is None else record
        self.scope = scope
        self.expectations, self.names, self.usuals = _prepared(succession(agreement, record), self.record)


@lru_cache(maxsize=16)
def _prepared(line: Succession, record: Record) -> tuple[Expectations, Names, Usuals]:
    """Return what is kept between checks by one law and one record."""
    expectations, names = Expectations(line), Names(record)
    return expectations, names, Usuals(expectations, names)


def _as_document(data: object) -> object:
    """Return what is to be checked as plain data."""
    if isinstance(data, Board):
        return document([data])
    if isinstance(data, Roster):
        return document(data)
    items = data if is_sequence(data) else ()
    boards = [each for each in items if isinstance(each, Board)]
    return document(boards) if len(boards) == len(items) and (boards or data == ()) else data


def _ignore(_: Remark) -> None:
    """Pass over what has been reported already."""


def _each_line(lines: str | PathLike[str] | BinaryIO, asked: _Asked, limits: Limits) -> Iterator[Report]:
    if not isinstance(lines, str | PathLike):
        name = getattr(lines, "name", None)
        yield from _from_stream(lines, name if isinstance(name, str) else "line", asked, limits)
        return
    name = fspath(lines)
    try:
        with Path(name).open("rb") as stream:
            yield from _from_stream(stream, name, asked, limits)
    except (OSError, ValueError) as error:  # a path with a NUL is a ValueError
        yield _checked(failed(error), name, asked)


def _from_stream(stream: BinaryIO, name: str, asked: _Asked, limits: Limits) -> Iterator[Report]:
    """Yield the reports of the lines, or that of an empty file if there are none."""
    empty = True
    for number, line in read_lines(stream, limits):
        empty = False
        yield _checked(line, f"{name}:{number}", asked)
    if empty:
        yield _checked(unreadable("it must not be empty", got="no line that is not blank"), name, asked)


def _checked(source: Document, name: object, asked: _Asked) -> Report:
    """Return the report of one document."""
    remarks = Remarks(Remark(each.code, each.at, each.message, each.got, line=each.line) for each in source.problems)
    data = source.data
    usual = data is UNREADABLE or asked.usuals.have(data, recorded=asked.scope == "record")
    if not usual:
        _check(read(data, remarks.take), asked, remarks)
    return report_of(
        remarks.told(source.line_of),
        agreement=asked.expectations.agreement,
        record=asked.record,
        scope=asked.scope,
        name=name if isinstance(name, str) else None,
        document=None if data is UNREADABLE else data if usual else plain(data),
    )


def _check(boards: tuple[BoardRead, ...], asked: _Asked, remarks: Remarks) -> None:
    """Take what every rule remarks on."""
    law, names, recorded = asked.expectations, asked.names, asked.scope == "record"
    agreement = law.agreement
    by_number = numbered(boards, law)
    remarks.extend(numbering(boards, by_number))
    remarks.extend(rotation(by_number, agreement))
    remarks.extend(handovers(by_number, agreement))
    for board in boards:
        mine = by_number.get(board.number or 0)
        expected = mine[1] if mine is not None and mine[0] is board else None
        order = tuple(state.value for state in agreement.orders[-1].value) if expected is None else expected.order
        before = by_number.get(expected.number - 1) if expected is not None else None
        remarks.extend(composition(board, order))
        remarks.extend(appointments(board, expected))
        remarks.extend(terms(board, expected, before, agreement))
        remarks.extend(texts(board, names))
        if recorded:
            remarks.extend(in_two_seats(board, expected, names))
        if recorded and expected is not None:
            remarks.extend(recorded_terms(board, expected, before, law.of(expected.number + 1), agreement))
            remarks.extend(people(board, expected, law.states, names))
    if recorded:
        remarks.extend(led_twice(by_number, names))
