"""Answers as tidy tables: one row a board, a tenure, an event, a name or a source."""

import csv
import io
import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from typing import Final, cast

import attr

from trilateral._queries.boards import boards as boards_of
from trilateral._queries.succession import require_law
from trilateral._queries.timeline import timeline as timeline_of
from trilateral._record.record import Record
from trilateral._record.shipped import RECORD
from trilateral._values.boards import Board, Occupancy, Seat, Tenure
from trilateral._values.dates import PartialDate, Term
from trilateral._values.people import Person
from trilateral._values.sources import Reading, Source
from trilateral._values.states import MemberState
from trilateral._values.value import Value
from trilateral.rules import Agreement

__all__ = ["Table", "boards", "names", "seats", "sources", "timeline"]

Cell = str | int | date | None
# What makes a formula of a cell, also in the full-width forms of East Asian keyboards.
_FORMULA: Final = tuple("=+-@\t\r\n\uff1d\uff0b\uff0d\uff20")
_MARKUP: Final = {ord(char): f"\\{char}" for char in "\\`*_[]<>|~&#!:@$"}
_CONTROLS: Final = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]+")


@attr.frozen(kw_only=True, repr=False, eq=False)
class Table(Value):
    """Rows under named columns, each column of one type.

    Attributes:
        name: What a row is about, such as ``boards``.
        columns: The names of the columns, in order.
        types: The type of each column: `str`, `int` or `datetime.date`; any cell may be None, where nothing is known.
        rows: The rows, a cell a column.
    """

    name: str
    columns: tuple[str, ...]
    types: tuple[type, ...]
    rows: tuple[tuple[Cell, ...], ...]

    def records(self) -> list[dict[str, Cell]]:
        """Return each row as a `dict` of the columns, its days as `datetime.date`."""
        return [dict(zip(self.columns, row, strict=True)) for row in self.rows]

    def to_csv(self) -> str:
        """Return the table as CSV by RFC 4180, its first line the columns, days in ISO 8601, None as nothing.

        A text that a spreadsheet would take for a formula, as it begins with ``=``, ``+``, ``-``, ``@`` or a control
        character, gets an apostrophe before it, also in full-width forms.
        """
        text = io.StringIO()
        writer = csv.writer(text)
        writer.writerow(self.columns)
        writer.writerows([_harmless(cell) for cell in row] for row in self.rows)
        return text.getvalue()

    def to_markdown(self) -> str:
        """Return the table as GitHub-flavoured Markdown.

        What texts hold is shown as it is and is never markup; line breaks and other control characters become a space.
        """
        lines = (self.columns, ["---"] * len(self.columns), *([_plain(cell) for cell in row] for row in self.rows))
        return "".join(f"| {' | '.join(line)} |\n" for line in lines)

    def __repr__(self) -> str:
        return f"<Table {self.name}: {len(self.rows)} rows, {len(self.columns)} columns>"


def boards(
    *, until: date | None = None, agreement: Agreement[MemberState] | None = None, record: Record | None = None
) -> Table:
    """Return a row for each board: its term, how its start and end are known, its term by the law alone, and who leads it.

    Args:
        until: The day, exclusive, before which a board must start; by default the recorded boards are returned.
        agreement: The law; by default that of the record.
        record: The facts; by default those that ship.

    Raises:
        WrongTypeError: ``until`` is not a `datetime.date`, or is a datetime.

    Example:
        >>> boards().records()[6]["sg_holder"], boards().records()[6]["last_day"]
        ('LEE Hee-sup', datetime.date(2026, 8, 31))
    """
    rows = [_board(board) for board in boards_of(until=until, agreement=agreement, record=record)]
    return _table("boards", _BOARD, rows)


def seats(*, until: date | None = None, agreement: Agreement[MemberState] | None = None, record: Record | None = None) -> Table:
    """Return a row for each tenure of a seat, for each vacancy, and for each seat whose holder is unknown.

    Args:
        until: The day, exclusive, before which a board must start; by default the recorded boards are returned.
        agreement: The law; by default that of the record.
        record: The facts; by default those that ship.

    Raises:
        WrongTypeError: ``until`` is not a `datetime.date`, or is a datetime.

    Example:
        >>> [row["holder"] for row in seats().records() if row["board"] == 7]
        ['LEE Hee-sup', 'ZUSHI Shuji', 'YAN Liang']
    """
    found = boards_of(until=until, agreement=agreement, record=record)
    return _table("seats", _SEAT, [row for board in found for seat in board.seats for row in _seat(board, seat)])


def timeline(*, record: Record | None = None) -> Table:
    """Return a row for each event, in order of time; ``start``, ``end`` and ``last_day`` only where the days are known.

    Args:
        record: The facts; by default those that ship.

    Example:
        >>> [row["city"] for row in timeline().records() if row["series"] == "summit" and row["number"] == 9]
        ['Seoul']
    """
    rows = [
        {
            "id": event.id,
            "kind": event.kind.value,
            "title": event.title,
            "status": event.status.value,
            "basis": event.basis.value,
            "date": str(event.when),
            **_days(event.when),
            "series": event.series,
            "number": event.number,
            "host": event.host and event.host.value,
            "city": event.city,
            "venue": event.venue,
            "states": " ".join(state.value for state in event.states),
            "note": event.note,
            "sources": _ids(event.sources),
        }
        for event in timeline_of(record=record).events
    ]
    return _table("timeline", _EVENT, rows)


def names(*, record: Record | None = None) -> Table:
    """Return a row for each recorded spelling of the name of each person, the preferred one first.

    Args:
        record: The facts; by default those that ship.

    Example:
        >>> [row["person"] for row in names().records() if row["text"] == "LEE He-sup"]
        ['lee-hee-sup']
    """
    rows = [
        {
            "person": person.id,
            "text": name.text,
            "script": name.script.value,
            "kind": name.kind.value,
            "note": name.note,
            "sources": _ids(name.sources),
        }
        for person in _record(record).people
        for name in person.names
    ]
    return _table("names", _NAME, rows)


def sources(*, record: Record | None = None) -> Table:
    """Return a row for each source of a record.

    Args:
        record: The facts; by default those that ship.

    Example:
        >>> sources().columns[:4]
        ('id', 'title', 'publisher', 'kind')
    """
    rows = [
        {
            "id": source.id,
            "title": source.title,
            "publisher": source.publisher,
            "kind": source.kind.value,
            "published": _text(source.published),
            "seen": source.seen,
            "language": source.language,
            "url": source.url,
            "reprints": source.reprints,
            "note": source.note,
        }
        for source in _record(record).sources
    ]
    return _table("sources", _SOURCE, rows)


_BOARD: Final = {
    "number": int,
    "basis": str,
    "start": date,
    "start_basis": str,
    "end": date,
    "last_day": date,
    "end_basis": str,
    "nominal_start": date,
    "nominal_end": date,
    "lawful_end": date,
    "sg_state": str,
    "sg_holder": str,
    "sources": str,
}
_SEAT: Final = {
    "board": int,
    "role": str,
    "state": str,
    "occupancy": str,
    "person": str,
    "holder": str,
    "start": date,
    "start_basis": str,
    "end": date,
    "last_day": date,
    "end_basis": str,
    "appointed": str,
    "sources": str,
}
_EVENT: Final = {
    "id": str,
    "kind": str,
    "title": str,
    "status": str,
    "basis": str,
    "date": str,
    "start": date,
    "end": date,
    "last_day": date,
    "series": str,
    "number": int,
    "host": str,
    "city": str,
    "venue": str,
    "states": str,
    "note": str,
    "sources": str,
}
_NAME: Final = {"person": str, "text": str, "script": str, "kind": str, "note": str, "sources": str}
_SOURCE: Final = {
    "id": str,
    "title": str,
    "publisher": str,
    "kind": str,
    "published": str,
    "seen": date,
    "language": str,
    "url": str,
    "reprints": str,
    "note": str,
}


def _table(name: str, columns: Mapping[str, type], rows: Iterable[Mapping[str, Cell]]) -> Table:
    return Table(
        name=name,
        columns=tuple(columns),
        types=tuple(columns.values()),
        rows=tuple(tuple(row[column] for column in columns) for row in rows),
    )


def _record(record: Record | None) -> Record:
    require_law(None, record)
    return RECORD if record is None else record


def _board(board: Board) -> dict[str, Cell]:
    leader = board.secretary_general
    return {
        "number": board.number,
        "basis": board.basis.value,
        **_days(board.term),
        "start_basis": board.start.basis.value,
        "end_basis": board.end.basis.value,
        "nominal_start": board.nominal_term.start,
        "nominal_end": board.nominal_term.end,
        "lawful_end": board.lawful_end,
        "sg_state": leader.state.value,
        "sg_holder": _text(leader.holder),
        "sources": _ids(board.sources),
    }


def _seat(board: Board, seat: Seat) -> Iterator[dict[str, Cell]]:
    """Yield a row for each tenure and vacancy of a seat in order of time, or one for the seat as a whole."""
    rows = [*map(_tenure, seat.tenures), *map(_vacancy, seat.vacancies)]
    rows.sort(key=lambda row: cast("date", row["start"]))
    for row in rows or [_unknown(board, seat)]:
        yield {"board": board.number, "role": seat.role.value, "state": seat.state.value, **row}


def _tenure(tenure: Tenure) -> dict[str, Cell]:
    return {
        "occupancy": Occupancy.HELD.value,
        "person": tenure.holder.id,
        "holder": tenure.holder.name,
        **_days(tenure.term),
        "start_basis": tenure.start.basis.value,
        "end_basis": tenure.end.basis.value,
        "appointed": _text(tenure.appointed),
        "sources": _ids(tenure.sources),
    }


def _vacancy(vacancy: Reading[Term]) -> dict[str, Cell]:
    nobody = {"person": None, "holder": None, "start_basis": None, "end_basis": None, "appointed": None}
    return {"occupancy": Occupancy.VACANT.value, **nobody, **_days(vacancy.value), "sources": _ids(vacancy.sources)}


def _unknown(board: Board, seat: Seat) -> dict[str, Cell]:
    return {
        "occupancy": Occupancy.UNKNOWN.value,
        "person": None,
        "holder": None,
        **_days(seat.term),
        "start_basis": board.start.basis.value,
        "end_basis": board.end.basis.value,
        "appointed": None,
        "sources": _ids(seat.sources),
    }


def _days(when: Term | PartialDate) -> dict[str, Cell]:
    """Return the first day, the first day after and the last day, as far as they are known and a date can hold them."""
    if isinstance(when, PartialDate):
        if not when.is_day:
            return {"start": None, "end": None, "last_day": None}
        if when.earliest == date.max:
            return {"start": date.max, "end": None, "last_day": date.max}
        when = Term(when.earliest, when.earliest + timedelta(days=1))
    return {"start": when.start, "end": when.end, "last_day": when.last_day}


def _text(value: Person | PartialDate | None) -> str | None:
    return None if value is None else str(value)


def _ids(sources: Iterable[Source]) -> str:
    return " ".join(source.id for source in sources)


def _harmless(cell: Cell) -> Cell:
    """Return a cell that no spreadsheet takes for a formula."""
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(_FORMULA) else cell


def _plain(cell: Cell) -> str:
    """Return a cell as Markdown that shows its text and means nothing else."""
    return "" if cell is None else _CONTROLS.sub(" ", str(cell)).strip().translate(_MARKUP).replace("www.", "www\\.")
