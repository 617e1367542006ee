"""Which board is which: numbers that stand twice, are skipped, or that no board has."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from trilateral.errors import shown
from trilateral.rosters._expected import Expectations, Expected
from trilateral.rosters._reading import BoardRead
from trilateral.rosters._remarks import Remark

__all__ = ["Numbered", "numbered", "numbering"]

Numbered = dict[int, tuple[BoardRead, Expected]]


def numbered(boards: Iterable[BoardRead], expectations: Expectations) -> Numbered:
    """Return the boards that can be judged by their numbers, by number; of those of one number the first."""
    found: Numbered = {}
    for board in boards:
        if board.number is not None and board.number not in found:
            expected = expectations.of(board.number)
            if expected is not None:
                found[board.number] = board, expected
    return found


def numbering(boards: Sequence[BoardRead], by_number: Numbered) -> Iterator[Remark]:
    """Remark on the numbers of the boards."""
    seen: set[int] = set()
    for board in boards:
        if board.number is None:
            continue
        at = (*board.at, "number")
        if board.number in seen:
            yield Remark("TRI501", at, "each number must stand once", shown(board.number))
        elif board.number not in by_number:
            yield Remark(
                "TRI503", at, "a number must be that of a board whose term a date can hold, from 1 on", shown(board.number)
            )
        seen.add(board.number)
    if len(by_number) < len(boards):  # what seems to be skipped may be what cannot be read
        return
    for before, after in pairwise(sorted(by_number)):
        if after > before + 1:
            missing = f"board {before + 1}" if after == before + 2 else f"boards {before + 1} to {after - 1}"
            yield Remark(
                "TRI502", (*by_number[after][0].at, "number"), f"{missing} must stand before board {after}", str(after)
            )
