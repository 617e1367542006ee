"""What an agreement is: the law as an immutable value, each provision with its reasons."""

from collections.abc import Hashable, Iterator
from datetime import date
from typing import Any, Generic, TypeVar

import attr

from trilateral._values.sources import Citation
from trilateral._values.value import Value
from trilateral.errors import InvalidAgreementError, shown

__all__ = ["Agreement", "Provision"]

M = TypeVar("M", bound=Hashable)
T = TypeVar("T")


@attr.frozen(kw_only=True, repr=False, eq=False)
class Provision(Value, Generic[T]):
    """One rule of an agreement: what holds, from which board on, and why.

    Attributes:
        value: What holds.
        citations: Why; never empty.
        since_board: The first board to which it applies.
        signed: The day on which the treaty that makes it was signed, or None for a hypothesis.
        public_on: The day on which its application was public, or None for a hypothesis.

    Raises:
        InvalidAgreementError: There is no citation, or ``since_board`` is not an `int` of 1 or more.
    """

    value: T
    citations: tuple[Citation, ...]
    since_board: int = 1
    signed: date | None = None
    public_on: date | None = None

    def __attrs_post_init__(self) -> None:
        """Refuse a rule without a reason."""
        if not self.citations:
            raise InvalidAgreementError("citations", "a provision needs at least one, got ()")
        if type(self.since_board) is not int or self.since_board < 1:
            raise InvalidAgreementError("since_board", f"boards count from 1, got {shown(self.since_board)}")

    def __repr__(self) -> str:
        return f"<Provision since board {self.since_board}: {self.value}>"


@attr.frozen(kw_only=True, repr=False, cache_hash=True)
class Agreement(Generic[M]):
    """The law: who the members are, who leads in which order, for how long, and who bears which share.

    Provisions that can change are tuples, each holding from its ``since_board`` up to that of the next. Two agreements
    that say the same for the same reasons are equal.

    Attributes:
        members: The members, without an order.
        first_day: The start of the first board's term; every nominal term is counted from it.
        orders: The rotation: the member that leads board ``since_board``, then the next ones.
        term_lengths: The length of a board's term, in whole months.
        shares: Each member's weight in the budget; equal weights are equal shares.
        composition: Why a board has one Secretary-General and one deputy of each other member.
        nomination: Why each member without the Secretary-General's post nominates one deputy.
        appointment: Why appointments come on or before the start of the term.

    Raises:
        InvalidAgreementError: There are no members; an order repeats, omits or adds one; a length is not a whole number of
            months of 1 or more; provisions do not begin with board 1 or are not in the order of their boards; a weight is
            not a positive whole number.

    Example:
        >>> from trilateral import AGREEMENT_2025
        >>> AGREEMENT_2025.term_length_of(6).value, AGREEMENT_2025.term_length_of(7).value
        (24, 36)
    """

    members: Provision[frozenset[M]]
    first_day: Provision[date]
    orders: tuple[Provision[tuple[M, ...]], ...]
    term_lengths: tuple[Provision[int], ...]
    shares: Provision[frozenset[tuple[M, int]]]
    composition: Citation
    nomination: Citation
    appointment: Citation

    def __attrs_post_init__(self) -> None:
        """Refuse an agreement that contradicts itself."""
        members = self.members.value
        if not members:
            raise InvalidAgreementError("members", "expected at least one, got none")
        for order in _in_turn("orders", self.orders):
            if len(order) != len(members) or frozenset(order) != members:
                raise InvalidAgreementError("orders", f"expected each member once, got {shown(order)}")
        for months in _in_turn("term_lengths", self.term_lengths):
            if type(months) is not int or months < 1:
                raise InvalidAgreementError("term_lengths", f"expected whole months, 1 or more, got {shown(months)}")
        weights = dict(self.shares.value)
        if len(weights) != len(self.shares.value) or weights.keys() != members:
            raise InvalidAgreementError("shares", f"expected one weight a member, got {shown(self.shares.value)}")
        if any(type(weight) is not int or weight < 1 for weight in weights.values()):
            raise InvalidAgreementError("shares", f"expected positive whole weights, got {shown(self.shares.value)}")

    @property
    def title(self) -> str:
        """The treaties that it rests on, by their years, such as ``Agreement of 2010 as amended in 2025``."""
        provisions: tuple[Provision[Any], ...]
        provisions = (self.members, self.first_day, *self.orders, *self.term_lengths, self.shares)
        years = sorted({provision.signed.year for provision in provisions if provision.signed})
        if not years:
            return "Agreement by hypothesis"
        amended = f" as amended in {' and '.join(map(str, years[1:]))}" if years[1:] else ""
        hypothetical = " with a hypothesis" if any(provision.signed is None for provision in provisions) else ""
        return f"Agreement of {years[0]}{amended}{hypothetical}"

    def order_of(self, board: int) -> Provision[tuple[M, ...]]:
        """Return the rotation that decides who leads ``board``."""
        return _holding(self.orders, board)

    def term_length_of(self, board: int) -> Provision[int]:
        """Return the length, in months, of the term of ``board``."""
        return _holding(self.term_lengths, board)

    def __repr__(self) -> str:
        return f"<{self.title}>"


def _in_turn(what: str, provisions: tuple[Provision[T], ...]) -> Iterator[T]:
    """Yield the values of provisions that follow each other from board 1 on."""
    boards = [provision.since_board for provision in provisions]
    if boards[:1] != [1] or sorted(set(boards)) != boards:
        problem = f"expected provisions since board 1 and then since later boards, in order, got {shown(boards)}"
        raise InvalidAgreementError(what, problem)
    return (provision.value for provision in provisions)


def _holding(provisions: tuple[Provision[T], ...], board: int) -> Provision[T]:
    """Return the last of the provisions that applies to ``board``."""
    return next(provision for provision in reversed(provisions) if provision.since_board <= board)
