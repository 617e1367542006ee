"""Which states hold which offices by the law alone."""

from collections.abc import Hashable
from typing import Generic, TypeVar

import attr

from trilateral._values.boards import Role
from trilateral._values.dates import Term
from trilateral._values.sources import Grounds
from trilateral._values.value import Value

__all__ = ["Composition", "Nomination"]

M = TypeVar("M", bound=Hashable)


@attr.frozen(kw_only=True, repr=False, eq=False)
class Composition(Value, Generic[M]):
    """A board by the law alone: which member leads, which nominate the deputies, and when.

    Attributes:
        number: The number of the board, counted from 1.
        secretary_general: The member whose turn it is to lead.
        deputies: The other members, in rotation order after it.
        nominal_term: Its term by the law alone, half-open.
        grounds: The provisions that it rests on.
    """

    number: int
    secretary_general: M
    deputies: tuple[M, ...]
    nominal_term: Term
    grounds: Grounds

    def __repr__(self) -> str:
        names = [str(getattr(member, "value", member)) for member in (self.secretary_general, *self.deputies)]
        return f"<Composition {self.number} SG {names[0]} DSG {' '.join(names[1:])} {self.nominal_term}>"


@attr.frozen(kw_only=True, repr=False, eq=False)
class Nomination(Value, Generic[M]):
    """A post that one member fills by nomination; the foreign ministers appoint.

    Attributes:
        board: The number of the board.
        role: The office; who nominates the Secretary-General is not known, so it is a deputy's.
        state: The member that nominates.
        grounds: The provisions that it rests on.
    """

    board: int
    role: Role
    state: M
    grounds: Grounds

    def __repr__(self) -> str:
        state = getattr(self.state, "value", self.state)
        return f"<Nomination board {self.board} {self.role.abbreviation} {state}>"
