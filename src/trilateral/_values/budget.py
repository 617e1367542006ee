"""What a budget year is, which share of a budget each member bears, and what that is in money."""

from collections.abc import Hashable
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from typing import Generic, TypeVar

import attr

from trilateral._values.amounts import amount_of
from trilateral._values.boards import Basis
from trilateral._values.dates import Term
from trilateral._values.sources import Grounds, Source
from trilateral._values.value import Value
from trilateral.errors import InvalidValueError, shown

__all__ = ["Assessment", "FiscalYear", "Remainder", "Shares"]

M = TypeVar("M", bound=Hashable)


class Remainder(Enum):
    """Who bears the odd units, which are left when a total does not divide by the shares.

    ROTATING: one each in rotation order, from the state whose turn the fiscal year is; by equal shares, equal totals even
    out over as many years as there are states. SECRETARY_GENERAL: one each, from the state that has the Secretary-General
    on the first day of the fiscal year. HOST: all of them the host. REFUSE: nobody, so a total that does not divide is an
    error.

    No text that was read says which; this is a choice of whoever assesses.
    """

    ROTATING = "rotating"
    SECRETARY_GENERAL = "secretary-general"
    HOST = "host"
    REFUSE = "refuse"

    def __repr__(self) -> str:
        return f"Remainder.{self.name}"


@attr.frozen(kw_only=True, repr=False, eq=False)
class FiscalYear(Value):
    """A year of the Secretariat's budget, 1 September to 31 August, named by the year in which it starts.

    Attributes:
        year: The calendar year of its first day.
        term: Its days, half-open: from 1 September to 1 September, exclusive.
        basis: RECORDED where a source gives the year, INFERRED where it follows from one that does.
        grounds: The facts and the inference that it rests on.
    """

    year: int
    term: Term
    basis: Basis
    grounds: Grounds

    @property
    def sources(self) -> tuple[Source, ...]:
        """Every source under its grounds, each once."""
        return self.grounds.sources

    def __repr__(self) -> str:
        return f"<FiscalYear {self.year} {self.term}>"


@attr.frozen(kw_only=True, repr=False, eq=False)
class Shares(Value, Generic[M]):
    """Which part of the operational budget each member bears.

    What the host provides, such as the premises, is no part of that budget, and adds to nobody's share.

    Attributes:
        weights: Each member with its weight, a whole number, in rotation order; equal weights are equal shares.
        grounds: The provision that it rests on.
    """

    weights: tuple[tuple[M, int], ...]
    grounds: Grounds

    @property
    def fractions(self) -> dict[M, Fraction]:
        """The exact part of the whole that each member bears, in rotation order; they sum to 1."""
        whole = sum(weight for _, weight in self.weights)
        return {member: Fraction(weight, whole) for member, weight in self.weights}

    def __repr__(self) -> str:
        return f"<Shares {' '.join(f'{_shown(member)} {share}' for member, share in self.fractions.items())}>"


@attr.frozen(kw_only=True, repr=False, eq=False)
class Assessment(Value, Generic[M]):
    """What each member owes of one fiscal year's budget, in whole minor units that sum to the total exactly.

    Attributes:
        fiscal_year: The year.
        currency: The code of the currency.
        quantum: Its minor unit, such as 0.01.
        shares: The shares by which it is split.
        remainder: How odd units are borne.
        bearers: Who bears them, in turn; one bears all of them, and nobody means that there may be none.
        parts: Each member with its part in whole minor units, in rotation order.
        grounds: What the shares, the year, the minor unit and who bears the odd units rest on.

    Raises:
        InvalidValueError: A part is below 0, or the minor unit is not above 0.
    """

    fiscal_year: FiscalYear
    currency: str
    quantum: Decimal
    shares: Shares[M]
    remainder: Remainder
    bearers: tuple[M, ...]
    parts: tuple[tuple[M, int], ...]
    grounds: Grounds

    def __attrs_post_init__(self) -> None:
        """Refuse parts below nothing, and a minor unit that is none."""
        if not (self.quantum.is_finite() and self.quantum > 0):
            raise InvalidValueError("the minor unit of an assessment", "a finite number above 0", shown(self.quantum))
        if any(part < 0 for _, part in self.parts):
            raise InvalidValueError("the parts of an assessment", "whole units of at least 0", shown(self.parts))

    @property
    def total(self) -> Decimal:
        """The sum of the parts, as an amount in the currency."""
        return amount_of(self._units, self.quantum)

    @property
    def amounts(self) -> dict[M, Decimal]:
        """What each member owes, as an amount in the currency, in rotation order."""
        return {member: amount_of(part, self.quantum) for member, part in self.parts}

    @property
    def odd_units(self) -> dict[M, int]:
        """How many minor units each member bears above its exact share rounded down; without those that bear none."""
        fractions = self.shares.fractions
        odd = {member: part - int(self._units * fractions[member]) for member, part in self.parts}
        return {member: units for member, units in odd.items() if units}

    @property
    def _units(self) -> int:
        return sum(part for _, part in self.parts)

    def __repr__(self) -> str:
        amounts = " ".join(f"{_shown(member)} {amount:f}" for member, amount in self.amounts.items())
        return f"<Assessment {self.fiscal_year.year} {self.currency} {self.total:f}: {amounts}>"


def _shown(member: object) -> str:
    """Return the code of a state, and any other member as it is."""
    return str(getattr(member, "value", member))
