"""What the checks remark on, before it is known what follows from what."""

import json
from collections.abc import Iterable
from typing import NamedTuple

from trilateral._values.sources import Grounds
from trilateral.rosters._catalogue import RULES, Severity

__all__ = ["Location", "Remark", "path_of", "without_consequences"]

Location = tuple[str | int, ...]

_NO_GROUNDS = Grounds()


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


def without_consequences(remarks: Iterable[Remark]) -> list[Remark]:
    """Return the remarks that do not follow from another, in the order of the document."""
    remarks = list(remarks)
    implied = {
        (code, location) for remark in remarks for code in RULES[remark.code].implies for location in (remark.at, *remark.about)
    }
    kept = (
        remark for remark in remarks if not any((remark.code, location) in implied for location in (remark.at, *remark.about))
    )
    return sorted(kept, key=_in_document_order)


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
