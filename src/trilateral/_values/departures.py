"""Where the record leaves an agreement."""

from datetime import date
from enum import Enum

import attr

from trilateral._values.boards import Role
from trilateral._values.sources import Grounds
from trilateral._values.states import MemberState
from trilateral._values.value import Value

__all__ = ["Departure", "DepartureKind"]


class DepartureKind(Enum):
    """In what the record leaves an agreement: the start of a board, its end, or the role of a state on it.

    The end of a board is the start of the next one, and counts as that; only the last recorded board has an END.
    """

    START = "start"
    END = "end"
    SEAT = "seat"

    def __repr__(self) -> str:
        return f"DepartureKind.{self.name}"


@attr.frozen(kw_only=True, repr=False, eq=False)
class Departure(Value):
    """One boundary or seat where the record leaves an agreement.

    Attributes:
        board: The number of the board.
        kind: What is otherwise.
        lawful: What the agreement says: a day, exclusive of an end, or a role.
        recorded: What the record says: likewise.
        law: The provisions of the agreement.
        record: The facts of the record.
        state: Whose seat it is, of a seat.
        days: How many days later than the law says, negative where earlier; None of a seat.
        at_least: Whether it may be more days than that, as only a month is known, or only that it had not ended yet.
    """

    board: int
    kind: DepartureKind
    lawful: date | Role
    recorded: date | Role
    law: Grounds
    record: Grounds
    state: MemberState | None = None
    days: int | None = None
    at_least: bool = False

    @property
    def grounds(self) -> Grounds:
        """What both sides rest on, the record first."""
        return self.record + self.law

    def __repr__(self) -> str:
        whose = f" {self.state.value}" if self.state else ""
        lawful, recorded = (each.abbreviation if isinstance(each, Role) else each for each in (self.lawful, self.recorded))
        return f"<Departure board {self.board} {self.kind.value}{whose}: by law {lawful}, in fact {recorded}{self._drift}>"

    @property
    def _drift(self) -> str:
        if self.days is None:
            return ""
        return f", {self.days:+d} days{' or more' if self.at_least else ''}"
