"""Rosters in CSV: a row a seat, or a holder of a seat."""

import csv
from collections.abc import Iterator, Sequence
from io import StringIO
from itertools import groupby
from typing import Any, Final, NamedTuple

from trilateral.errors import shown
from trilateral.rosters._files.document import Document, Limits, Problem, lines_by, unreadable
from trilateral.rosters._remarks import Location

__all__ = ["parse_csv"]

_OF_BOARD: Final = ("start", "end", "last_day")
_OF_HOLDER: Final = {"holder": "name", "holder_start": "start", "holder_end": "end"}
_NEEDED: Final = ("number", "role", "state")
_TRUTH: Final = {"true": True, "false": False}


class _Row(NamedTuple):
    """The cells of a row that are not empty, by column, and its line."""

    cells: dict[str, str]
    line: int


def parse_csv(text: str, limits: Limits) -> Document:
    """Return the document that ``text`` holds; a value stands in the line of its row."""
    reader = csv.reader(StringIO(text, newline=""), strict=True)
    try:
        header = [column.strip() for column in next(reader, ())]
        missing = [column for column in _NEEDED if column not in header]
        if missing:
            return unreadable(f"its first line must name the columns {', '.join(missing)}", line=1, got=shown(header))
        if len(set(header)) < len(header):
            return unreadable("its first line must name each column once", line=1, got=shown(header))
        rows = list(_rows(reader, header))
    except csv.Error as error:
        return unreadable(f"it is not valid CSV: {error}", line=reader.line_num)
    except _RaggedError as error:
        return unreadable("a row must not have more cells than the first line", line=reader.line_num, got=f"{error} cells")
    if sum(len(row.cells) for row in rows) > limits.values:
        return unreadable(f"it must have at most {limits.values} values", code="TRI910")
    return _document(rows)


class _RaggedError(Exception):
    """A row has more cells than the header."""


def _rows(reader: Any, header: Sequence[str]) -> Iterator[_Row]:  # noqa: ANN401 - the type of a reader has no name
    line = reader.line_num + 1
    for cells in reader:
        if len(cells) > len(header):
            raise _RaggedError(len(cells))
        filled = {column: cell.strip() for column, cell in zip(header, cells, strict=False) if cell.strip()}
        if filled:
            yield _Row(filled, line)
        line = reader.line_num + 1


def _document(rows: Sequence[_Row]) -> Document:
    """Return the boards: rows of one number that follow each other."""
    boards: list[dict[str, Any]] = []
    problems: list[Problem] = []
    lines: dict[Location, int] = {(): 1}
    for _, group in groupby(rows, key=lambda row: row.cells.get("number")):
        of_board = list(group)
        at: Location = ("boards", len(boards))
        lines[at] = of_board[0].line
        boards.append(_board(of_board, at, lines, problems))
    return Document({"boards": boards}, tuple(problems), lines_by(lines))


def _board(rows: Sequence[_Row], at: Location, lines: dict[Location, int], problems: list[Problem]) -> dict[str, Any]:
    board: dict[str, Any] = {}
    if (number := rows[0].cells.get("number")) is not None:
        board["number"] = _number(number)
    for row in rows:
        for key in _OF_BOARD:
            cell = row.cells.get(key)
            if cell is None or board.get(key) == cell:
                continue
            if key in board:
                message = f"the rows of a board must not give two days for its {key}, the first of them {board[key]}"
                problems.append(Problem("TRI909", message, (*at, key), row.line, shown(cell)))
            else:
                board[key] = cell
                lines[*at, key] = row.line
    seats: list[dict[str, Any]] = []
    for _, of_seat in groupby(rows, key=_seat_key):
        _add_seats(list(of_seat), seats, (*at, "seats"), lines)
    return {**board, "seats": seats}


def _seat_key(row: _Row) -> tuple[str | None, str | None]:
    return row.cells.get("role"), row.cells.get("state")


def _add_seats(rows: Sequence[_Row], seats: list[dict[str, Any]], at: Location, lines: dict[Location, int]) -> None:
    """Add the seat of rows of one role and state, or a seat a row where none of them dates its holder."""
    if any("holder_start" in row.cells or "holder_end" in row.cells for row in rows):
        lines |= {(*at, len(seats), "holders", index): row.line for index, row in enumerate(rows)}
        lines[*at, len(seats)] = rows[0].line
        holders = [{name: row.cells[key] for key, name in _OF_HOLDER.items() if key in row.cells} for row in rows]
        merged = {key: cell for row in rows for key, cell in row.cells.items()}
        seats.append({**_seat(merged), "holders": holders})
        return
    for row in rows:
        lines[*at, len(seats)] = row.line
        seats.append({**_seat(row.cells), **({"holder": row.cells["holder"]} if "holder" in row.cells else {})})


def _seat(cells: dict[str, str]) -> dict[str, Any]:
    """Return the keys of a seat, with the columns that no roster has, so that they are remarked on."""
    seat: dict[str, Any] = {key: cell for key, cell in cells.items() if key not in ("number", *_OF_BOARD, *_OF_HOLDER)}
    if "vacant" in seat:
        seat["vacant"] = _TRUTH.get(seat["vacant"].lower(), seat["vacant"])
    return seat


def _number(text: str) -> int | str:
    """Return a whole number; any other text stays what it is."""
    digits = text.removeprefix("-")
    return int(text) if digits.isascii() and digits.isdigit() and len(digits) <= 100 else text
