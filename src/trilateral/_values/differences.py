"""What is otherwise under another law or by another record."""

from datetime import date
from enum import Enum

import attr

from trilateral._values.boards import Role
from trilateral._values.states import MemberState
from trilateral._values.value import Value

__all__ = ["Difference", "DifferenceKind"]


class DifferenceKind(Enum):
    """What differs: whether there is the board, its start, its end, the role of a state on it, or who holds a seat."""

    BOARD = "board"
    START = "start"
    END = "end"
    ROLE = "role"
    HOLDERS = "holders"

    def __repr__(self) -> str:
        return f"DifferenceKind.{self.name}"


@attr.frozen(kw_only=True, repr=False, eq=False)
class Difference(Value):
    """One thing that two agreements or records say otherwise of a board.

    Attributes:
        board: The number of the board.
        kind: What differs.
        one: What the first says: a day, exclusive of an end, a role, or the ids of holders in order; of a board, its start.
            None where it has none.
        other: What the second says, likewise.
        state: Whose seat it is, of a role or of holders.
    """

    board: int
    kind: DifferenceKind
    one: date | Role | tuple[str, ...] | None
    other: date | Role | tuple[str, ...] | None
    state: MemberState | None = None

    def __repr__(self) -> str:
        whose = f" {self.state.value}" if self.state else ""
        return f"<Difference board {self.board} {self.kind.value}{whose}: {_shown(self.one)}, {_shown(self.other)}>"


def _shown(value: date | Role | tuple[str, ...] | None) -> str:
    if isinstance(value, Role):
        return value.abbreviation
    return " then ".join(value) or "unknown" if isinstance(value, tuple) else str(value)
