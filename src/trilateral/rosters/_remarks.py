"""What the checks remark on, before it is known what follows from what."""

import json
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from trilateral._values.sources import Grounds
from trilateral.rosters._catalogue import RULES, Severity

__all__ = ["Location", "Remark", "Remarks", "path_of", "without_consequences"]

Location = tuple[str | int, ...]

_NO_GROUNDS = Grounds()
_MOST_REMARKS = 100_000


class Remark(NamedTuple):
    """What one rule has to say of one value.

    ``about`` are the locations that it concerns beside its own; where a rule implies another, its remark makes the other's
    superfluous if they concern the same location.
    """

    code: str
    at: Location
    message: str
    got: str | None = None
    about: tuple[Location, ...] = ()
    replacement: str | None = None
    safe: bool = False
    hint: str | None = None
    severity: Severity | None = None
    grounds: Grounds = _NO_GROUNDS
    line: int | None = None


def path_of(location: Location) -> str:
    """Return a location as a path, such as ``$.boards[0].seats[1].state``."""
    return "$" + "".join(
        f".{part}" if isinstance(part, str) and part.isidentifier() else f"[{json.dumps(part)}]" for part in location
    )


class Remarks:
    """The remarks on one document; past the most that are told, the others are only counted."""

    def __init__(self, remarks: Iterable[Remark]) -> None:
        self._taken: list[Remark] = []
        self._passed_over = 0
        self.extend(remarks)

    def take(self, remark: Remark) -> None:
        """Take one remark."""
        if len(self._taken) < _MOST_REMARKS:
            self._taken.append(remark)
        else:
            self._passed_over += 1

    def extend(self, remarks: Iterable[Remark]) -> None:
        """Take several remarks."""
        for remark in remarks:
            self.take(remark)

    def told(self, line_of: Callable[[Location], int | None]) -> tuple[Remark, ...]:
        """Return the remarks, each with its line, in the order of the document."""
        told = [remark if remark.line else remark._replace(line=line_of(remark.at)) for remark in self._taken]
        if self._passed_over:
            message = f"of one document at most {_MOST_REMARKS} remarks are told"
            told.append(
                Remark("TRI910", (), message, f"{self._passed_over} more", hint="correct what is told, and check again")
            )
        return tuple(sorted(told, key=_in_document_order))


def without_consequences(remarks: Sequence[Remark]) -> tuple[Remark, ...]:
    """Return the remarks that do not follow from another."""
    implied = {
        (code, location) for remark in remarks for code in RULES[remark.code].implies for location in (remark.at, *remark.about)
    }
    return tuple(
        remark for remark in remarks if not any((remark.code, location) in implied for location in (remark.at, *remark.about))
    )


def _in_document_order(remark: Remark) -> tuple[list[tuple[int, str, int]], str]:
    """Order indices as numbers and keys as a board is read: its number, its days, its seats."""
    return [
        (0, "", part) if isinstance(part, int) else (_RANK.get(part, len(_RANK)), part, 0) for part in remark.at
    ], remark.code


_RANK = {
    key: rank
    for rank, key in enumerate(
        ("number", "start", "end", "last_day", "seats", "role", "state", "holder", "holders", "name", "vacant", "appointed")
    )
}
