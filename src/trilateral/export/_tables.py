"""Answers as tidy tables: one row a board, a tenure, an event, a name or a source."""

import csv
import io
import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from itertools import chain
from typing import Final

import attr

from trilateral._queries.boards import boards as boards_of
from trilateral._queries.succession import require_law
from trilateral._queries.timeline import timeline as timeline_of
from trilateral._record.record import Record
from trilateral._record.shipped import RECORD
from trilateral._values.boards import Basis, Board, Boundary, Occupancy, Seat, Tenure
from trilateral._values.dates import PartialDate, Term
from trilateral._values.people import Person
from trilateral._values.sources import Source
from trilateral._values.states import MemberState
from trilateral._values.value import Value
from trilateral.rules import Agreement

__all__ = ["Table", "boards", "names", "seats", "sources", "timeline"]

Cell = str | int | date | None
_CONTROL: Final = r"\x00-\x1f\x7f-\x9f"
_UNSEEN: Final = r"\s\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff"
# What makes a formula of a cell, also in the full-width and small forms of East Asian keyboards.
_FORMULA: Final = re.compile(rf"[{_CONTROL}]|[{_UNSEEN}{_CONTROL}]*[=+\-@\uff1d\uff0b\uff0d\uff20\ufe66\ufe62\ufe63\ufe6b]")
_MARKUP: Final = {ord(char): f"\\{char}" for char in "\\`*_[]<>|~&#!:@$"}
_CONTROLS: Final = re.compile(rf"[{_CONTROL}\u2028\u2029]+")


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

        A text that a spreadsheet could take for a formula gets an apostrophe before it, also one of a column: what begins with
        a control character; and what begins with ``=``, ``+``, ``-`` or ``@``, or their full-width and small forms, also
        after white space and characters that cannot be seen.
        """
        text = io.StringIO()
        writer = csv.writer(text)
        writer.writerows([_harmless(cell) for cell in row] for row in (self.columns, *self.rows))
        return text.getvalue()

    def to_markdown(self) -> str:
        """Return the table as GitHub-flavoured Markdown.

        What texts hold is shown as it is and is never markup; line breaks and other control characters become a space.
        """
        head, *rows = ([_plain(cell) for cell in row] for row in (self.columns, *self.rows))
        return "".join(f"| {' | '.join(line)} |\n" for line in (head, ["---"] * len(head), *rows))

    def __repr__(self) -> str:
        return f"<Table {self.name}: {len(self.rows)} rows, {len(self.columns)} columns>"


def boards(
    *, until: date | None = None, agreement: Agreement[MemberState] | None = None, record: Record | None = None
) -> Table:
    """Return a row for each board: its term, how its start and end are known, its term by the law alone, and who leads it.

    Its sources are those of its start, of its end and of who leads it.

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
    """Return a row for each tenure of a seat, for each vacancy, and for each time of which nobody is known.

    The rows of a seat tile the term of its board. Their sources are those of the holder, or of the vacancy, of the start, of
    the end and of the appointment.

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
    """Return a row for each event, in order of time.

    Its ``date`` is as precise as it is known, and of several days it is the first; ``start``, ``end`` and ``last_day`` are
    there only where the days are known.

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
            "date": str(event.when.start if isinstance(event.when, Term) else event.when),
            **_days(event.when),
            "session": event.session,
            "series": event.series,
            "number": event.number,
            "number_basis": None if event.number is None else event.numbered.value,
            "host": event.host and event.host.value,
            "city": event.city,
            "label": event.label,
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

    First come those who hold or held a seat, then those who only took part in events.

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
        for person in (*_record(record).people, *_record(record).history.leaders)
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
    "session": date,
    "series": str,
    "number": int,
    "number_basis": str,
    "host": str,
    "city": str,
    "label": str,
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
        "sources": _ids(board.sources, leader.sources, *(tenure.sources for tenure in leader.tenures[-1:])),
    }


def _seat(board: Board, seat: Seat) -> Iterator[dict[str, Cell]]:
    """Yield a row for each tenure of a seat, for each vacancy and for each time between them, in order of time."""
    around = [boundary for tenure in seat.tenures for boundary in (tenure.start, tenure.end)]
    known = {boundary.date: boundary for boundary in (*around, board.start, board.end)}
    held = [(tenure.term, _tenure(tenure)) for tenure in seat.tenures]
    vacant = [(each.value, _nobody(Occupancy.VACANT, each.value, each.sources, known)) for each in seat.vacancies]
    free = seat.term.start
    rows: list[dict[str, Cell]] = []
    for term, row in sorted((*held, *vacant), key=lambda each: each[0].start):
        if free < term.start:
            rows.append(_nobody(Occupancy.UNKNOWN, Term(free, term.start), seat.sources, known))
        rows.append(row)
        free = max(free, term.end)
    if free < seat.term.end:
        rows.append(_nobody(Occupancy.UNKNOWN, Term(free, seat.term.end), seat.sources, known))
    for row in rows:
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
        "sources": _ids(
            tenure.sources,
            tenure.start.sources,
            tenure.end.sources,
            *(appointment.sources for appointment in tenure.appointments[:1]),
        ),
    }


def _nobody(occupancy: Occupancy, term: Term, sources: tuple[Source, ...], known: Mapping[date, Boundary]) -> dict[str, Cell]:
    """Return a time without a holder; its start and its end are those of something known, or were recorded with it."""
    start, end = known.get(term.start), known.get(term.end)
    return {
        "occupancy": occupancy.value,
        "person": None,
        "holder": None,
        **_days(term),
        "start_basis": (start.basis if start else Basis.RECORDED).value,
        "end_basis": (end.basis if end else Basis.RECORDED).value,
        "appointed": None,
        "sources": _ids(sources, *(boundary.sources for boundary in (start, end) if boundary)),
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


def _ids(*sources: Iterable[Source]) -> str:
    return " ".join(dict.fromkeys(source.id for source in chain(*sources)))


def _harmless(cell: Cell) -> Cell:
    """Return a cell that no spreadsheet takes for a formula."""
    return f"'{cell}" if isinstance(cell, str) and _FORMULA.match(cell) else cell


def _plain(cell: Cell) -> str:
    """Return a cell as Markdown that shows its text and means nothing else."""
    return "" if cell is None else _CONTROLS.sub(" ", str(cell)).strip().translate(_MARKUP).replace("www.", "www\\.")
