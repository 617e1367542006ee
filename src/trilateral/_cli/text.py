"""What the command line tells a reader: every board in one line, or one answer with all that it rests on."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

import trilateral as tri
from trilateral._cli.footnotes import Footnotes
from trilateral._cli.layout import Page, Row

__all__ = ["assessed", "in_full", "overview"]


def overview(boards: tuple[tri.Board, ...], head: str) -> Page:
    """Return a table of boards, one a row."""
    headings = ("No.", "Term, end excluded", "Secretary-General", "Deputy", "Deputy", "Known")
    rows = (
        Row((str(board.number), str(board.term), *map(_occupied, board.seats), _known(board)), board.basis) for board in boards
    )
    if not boards:
        return Page((head, "No board is recorded, or none starts before that day; a later --until adds those projected."), ())
    return Page((head,), tuple(rows), headings)


def in_full(board: tri.Board, law: tri.Agreement[tri.MemberState], head: str, day: date | None) -> Page:
    """Return everything about one board, and how it stands on ``day`` if one is asked for."""
    writer = _Writer()
    standing = [_row(f"On {day}", board.standing_on(day).value.replace("-", " "))] if day else []
    rows = (*standing, *writer.board(board, law), *writer.sources())
    return Page((f"Board {board.number}, {board.basis.value}", head), rows)


def assessed(assessment: tri.Assessment[tri.MemberState], boards: tuple[tri.Board, ...], head: str) -> Page:
    """Return what each state owes of a fiscal year's budget, which boards are in office in it, and why."""
    writer = _Writer()
    year = assessment.fiscal_year
    title = f"Budget of fiscal year {year.year}, {year.term}, end excluded; {year.basis.value}"
    return Page((title, head), (*writer.assessment(assessment, boards), *writer.sources()))


def _occupied(seat: tri.Seat) -> str:
    """Return the state of a seat and who held it, in order of time."""
    held = [(tenure.start.date, tenure.holder.name) for tenure in seat.tenures]
    vacant = [(vacancy.value.start, tri.Occupancy.VACANT.value) for vacancy in seat.vacancies]
    occupants = [who for _, who in sorted(held + vacant)] or [seat.occupancy.value]
    return f"{seat.state.value} {', then '.join(occupants)}"


def _known(board: tri.Board) -> str:
    """Return how a board and its boundaries are known, in one phrase."""
    over = f"; holding over from {board.lawful_end}" if board.lawful_end < board.end.date else ""
    if board.basis is board.start.basis is board.end.basis:
        return board.basis.value + over
    return f"{board.basis.value}; {_bounds(board.start, board.end)}{over}"


def _bounds(start: tri.Boundary, end: tri.Boundary) -> str:
    return f"start {start.basis.value}, end {end.basis.value}"


def _row(label: str, text: str, basis: tri.Basis | None = None) -> Row:
    return Row((label, text), basis)


class _Writer:
    """Writes one answer, with a number in brackets for each source."""

    def __init__(self) -> None:
        self._footnotes = Footnotes()

    def board(self, board: tri.Board, law: tri.Agreement[tri.MemberState]) -> Iterator[Row]:
        """Yield when a board is the board, and who sits on it."""
        yield _row("Term", f"{board.term}, end excluded")
        if board.nominal_term != board.term:
            yield _row("Nominal term", str(board.nominal_term))
        if board.lawful_end < board.end.date:
            held_over = f"holding over from {board.lawful_end} to {board.term.last_day}"
            yield _row("Lawful end", f"{board.lawful_end}; {held_over}")
            yield from self._grounds(tri.Grounds(citations=law.term_length_of(board.number).citations))
        yield _row("", "")
        yield from self._boundary("Start", board.start)
        yield from self._boundary("End", board.end)
        for seat in board.seats:
            yield _row("", "")
            yield from self._seat(seat)

    def assessment(self, assessment: tri.Assessment[tri.MemberState], boards: tuple[tri.Board, ...]) -> Iterator[Row]:
        """Yield what each state owes, and why."""
        fractions, odd = assessment.shares.fractions, assessment.odd_units
        width = len(f"{assessment.total:f}")
        yield _row("Total", f"{assessment.total:f} {assessment.currency}")
        for state, amount in assessment.amounts.items():
            units = odd.get(state, 0)
            more = f", with {units} odd {'unit' if units == 1 else 'units'} of {assessment.quantum:f}" if units else ""
            yield _row(state.value, f"{amount:{width}f} {assessment.currency}, {fractions[state]}{more}")
        yield _row("Remainder", assessment.remainder.value)
        yield from [_row("", "")] if boards else ()
        for board in boards:
            yield _row("In office", f"board {board.number}, {board.term}, {_occupied(board.secretary_general)}")
        yield _row("", "")
        yield from self._grounds(assessment.grounds)

    def sources(self) -> Iterator[Row]:
        """Yield every source that was cited."""
        yield _row("", "")
        yield from (_row(label, text) for label, text in self._footnotes.lines())

    def _boundary(self, label: str, boundary: tri.Boundary) -> Iterator[Row]:
        yield _row(label, f"{boundary.date} {boundary.basis.value}", boundary.basis)
        yield from self._readings("attested" if label == "Start" else "last day", boundary.readings)
        if boundary.basis is not tri.Basis.RECORDED:
            yield from self._grounds(boundary.grounds)

    def _readings(self, label: str, readings: Iterable[tri.Reading[Any]]) -> Iterator[Row]:
        """Yield what sources say, the preferred reading first, each with its note."""
        for at, reading in enumerate(readings):
            yield _row("  or instead" if at else f"  {label}", f"{reading.value} {self._footnotes.cited(reading.sources)}")
            if reading.note:
                yield _row("", reading.note)

    def _grounds(self, grounds: tri.Grounds) -> Iterator[Row]:
        for fact in grounds.facts:
            yield _row("  because", f"{fact.value} {self._footnotes.cited(fact.sources)}")
        for citation in grounds.citations:
            article = f", {citation.article}" if citation.article else ""
            why = f"({citation.kind.value}{article}; {citation.confidence.value})"
            label = "  taken" if citation.kind is tri.CitationKind.HYPOTHESIS else "  by law"
            yield _row(label, f"{citation.statement} {why} {self._footnotes.cited(citation.sources)}".rstrip())

    def _seat(self, seat: tri.Seat) -> Iterator[Row]:
        label = "Secretary-General" if seat.role is tri.Role.SECRETARY_GENERAL else "Deputy"
        yield _row(label, _occupied(seat))
        for tenure in seat.tenures:
            yield from self._tenure(tenure)
        for vacancy in seat.vacancies:
            yield from self._readings("vacant", [vacancy])
        if not seat.tenures:
            yield from self._grounds(seat.grounds)

    def _tenure(self, tenure: tri.Tenure) -> Iterator[Row]:
        yield from self._readings("held by", tenure.readings)
        natives = [name.text for name in tenure.holder.names if name.kind is tri.NameKind.NATIVE]
        if natives:
            yield _row("  written", ", ".join(natives))
        yield _row("  tenure", f"{tenure.term}; {_bounds(tenure.start, tenure.end)}")
        yield from self._readings("started", tenure.start.readings)
        yield from self._readings("last day", tenure.end.readings)
        yield from self._readings("appointed", tenure.appointments)
