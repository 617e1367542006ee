"""Which share each member bears, and how whole units are split so that the parts add up."""

from collections.abc import Hashable, Sequence
from math import gcd
from typing import TypeVar

from trilateral._values.budget import Remainder, Shares
from trilateral._values.sources import Grounds
from trilateral.errors import InvalidValueError, WrongTypeError, shown
from trilateral.rules._agreement import Agreement
from trilateral.rules._rotation import order_from, turn

__all__ = ["apportion", "bearers", "divisor", "portions", "shares", "split"]

M = TypeVar("M", bound=Hashable)


def shares(agreement: Agreement[M], /) -> Shares[M]:
    """Return the share of each member in the budget, in rotation order.

    Raises:
        WrongTypeError: ``agreement`` is not an `Agreement`.

    Example:
        >>> from trilateral import AGREEMENT_2025
        >>> shares(AGREEMENT_2025)
        <Shares KOR 1/3 JPN 1/3 CHN 1/3>
    """
    _require_agreement(agreement)
    weights = dict(agreement.shares.value)
    return Shares(
        weights=tuple((member, weights[member]) for member in agreement.orders[0].value),
        grounds=Grounds(citations=agreement.shares.citations),
    )


def divisor(agreement: Agreement[M], /) -> int:
    """Return the least number of units, above none, that divides by the shares without a remainder.

    Raises:
        WrongTypeError: ``agreement`` is not an `Agreement`.

    Example:
        >>> from trilateral import AGREEMENT_2025
        >>> divisor(AGREEMENT_2025)
        3
    """
    _require_agreement(agreement)
    weights = [weight for _, weight in agreement.shares.value]
    return sum(weights) // gcd(*weights)


def bearers(
    agreement: Agreement[M], /, *, year: int, remainder: Remainder = Remainder.ROTATING, leader: M | None = None
) -> tuple[M, ...]:
    """Return the members that bear the odd units of a year: in turn, or the host alone, or nobody.

    The turns follow the order with which the rotation began, so that years even out although another may have come later.

    Args:
        agreement: The law.
        year: Which year it is, counted from 1, that in which the first board starts.
        remainder: How odd units are borne.
        leader: The member that leads on the first day of the year, for ``Remainder.SECRETARY_GENERAL``.

    Raises:
        WrongTypeError: ``agreement`` is not an `Agreement`, ``year`` is not an `int`, or ``remainder`` is not a `Remainder`.
        InvalidValueError: ``year`` is less than 1, ``leader`` is needed and is no member, or the agreement names no host.

    Example:
        >>> from trilateral import AGREEMENT_2025
        >>> bearers(AGREEMENT_2025, year=2)
        (MemberState.JAPAN, MemberState.CHINA, MemberState.KOREA)
        >>> bearers(AGREEMENT_2025, year=2, remainder=Remainder.HOST)
        (MemberState.KOREA,)
    """
    _require_agreement(agreement)
    _require_whole(year, 1, "year")
    order = agreement.orders[0].value
    match remainder:
        case Remainder.ROTATING:
            return order_from(order, turn(order, year))
        case Remainder.SECRETARY_GENERAL:
            if leader is None:
                raise InvalidValueError("leader", "a member, for that remainder", shown(leader))
            return order_from(order, leader)
        case Remainder.HOST:
            if agreement.host is None:
                raise InvalidValueError("remainder", "another one, as the agreement names no host", shown(remainder))
            return (agreement.host.value,)
        case Remainder.REFUSE:
            return ()
        case _:
            raise WrongTypeError("remainder", "a Remainder, such as Remainder.ROTATING", shown(remainder))


def portions(agreement: Agreement[M], units: int, /, *, bearers: Sequence[M]) -> dict[M, int]:
    """Split whole units among the members by their shares.

    Each bears its share rounded down. What is left over, the odd units, is borne by ``bearers``: all of it by one alone,
    or one each by the largest remainders, of equal ones by those that come first.

    Args:
        agreement: The law.
        units: How many units there are, 0 or more.
        bearers: Every member, one member, or none; as `bearers` returns them.

    Returns:
        The part of each member, in rotation order. They sum to ``units``.

    Raises:
        WrongTypeError: ``agreement`` is not an `Agreement`, ``units`` is not an `int`, or ``bearers`` is not a sequence.
        InvalidValueError: ``units`` is negative; there are no bearers and it does not divide; or ``bearers`` are neither every
            member, nor one, nor none.

    Example:
        >>> from trilateral import AGREEMENT_2025
        >>> portions(AGREEMENT_2025, 101, bearers=bearers(AGREEMENT_2025, year=2))
        {MemberState.KOREA: 33, MemberState.JAPAN: 34, MemberState.CHINA: 34}
    """
    _require_agreement(agreement)
    _require_whole(units, 0, "units")
    members = agreement.orders[0].value
    if not isinstance(bearers, Sequence):  # pyright: ignore[reportUnnecessaryIsInstance]
        raise WrongTypeError("bearers", "a sequence of members, such as a tuple", shown(bearers))
    if len(bearers) not in (0, 1, len(members)) or sum(member in bearers for member in members) != len(bearers):
        raise InvalidValueError("bearers", "every member, one, or none", shown(bearers))
    step = divisor(agreement)
    if not bearers and units % step:
        raise InvalidValueError("units", f"divisible by {step}, as the shares are, or have a bearer", shown(units))
    order = bearers if len(bearers) == len(members) else members
    weights = dict(agreement.shares.value)
    if len(set(weights.values())) == 1 and order is bearers:
        parts = split(units, len(members))
    else:
        bearer = order.index(bearers[0]) if len(bearers) == 1 else None
        parts = apportion(units, [weights[member] for member in order], bearer=bearer)
    by_member = dict(zip(order, parts, strict=True))
    return {member: by_member[member] for member in members}


def split(units: int, number: int, /) -> tuple[int, ...]:
    """Split whole units into equal parts: those left over go one each to the first parts.

    Args:
        units: How many units there are, 0 or more.
        number: How many parts there are, 1 or more.

    Returns:
        The parts, which sum to ``units`` and differ by at most one.

    Raises:
        WrongTypeError: ``units`` or ``number`` is not an `int`.
        InvalidValueError: ``units`` is negative, or ``number`` is less than 1.

    Example:
        >>> split(500_000_000, 3)
        (166666667, 166666667, 166666666)
    """
    if type(units) is not int or type(number) is not int or units < 0 or number < 1:
        _require_whole(units, 0, "units")
        _require_whole(number, 1, "the number of parts")
    part, odd = divmod(units, number)
    return (part + 1,) * odd + (part,) * (number - odd)


def apportion(units: int, weights: Sequence[int], /, *, bearer: int | None = None) -> tuple[int, ...]:
    """Split whole units by weights: each part is its exact share rounded down, and the units left over are borne.

    They are borne one each by the parts with the largest remainders, of equal remainders by the first ones; so by equal
    weights `split` says the same. Or one part bears them all.

    Args:
        units: How many units there are, 0 or more.
        weights: The weight of each part, 1 or more.
        bearer: The index of the part that bears all units left over; by default they go by largest remainder.

    Returns:
        The parts, in the order of their weights. They sum to ``units``; without a bearer each is within one unit of its
        exact share.

    Raises:
        WrongTypeError: ``weights`` is not a sequence, or something that counts is not an `int`.
        InvalidValueError: ``units`` is negative, there is no weight, a weight is less than 1, or there is no part
            ``bearer``.

    Example:
        >>> apportion(101, (1, 1, 1)), apportion(101, (1, 1, 1), bearer=2)
        ((34, 34, 33), (33, 33, 35))
        >>> apportion(101, (3, 2, 1))
        (50, 34, 17)
    """
    _require_whole(units, 0, "units")
    if not isinstance(weights, Sequence):  # pyright: ignore[reportUnnecessaryIsInstance]
        raise WrongTypeError("weights", "a sequence of ints, such as (1, 1, 1)", shown(weights))
    for weight in weights:
        _require_whole(weight, 1, "a weight")
    if not weights:
        raise InvalidValueError("weights", "at least one weight", shown(weights))
    whole = sum(weights)
    parts = [units * weight // whole for weight in weights]
    odd = units - sum(parts)
    if bearer is not None:
        _require_whole(bearer, 0, "bearer")
        if bearer >= len(parts):
            raise InvalidValueError("bearer", f"the index of one of {len(parts)} parts", shown(bearer))
        parts[bearer] += odd
        return tuple(parts)
    by_remainder = sorted(range(len(parts)), key=lambda at: units * weights[at] % whole, reverse=True)
    for at in by_remainder[:odd]:
        parts[at] += 1
    return tuple(parts)


def _require_agreement(agreement: object) -> None:
    """Refuse what is no law."""
    if not isinstance(agreement, Agreement):
        raise WrongTypeError("agreement", "an Agreement, such as AGREEMENT_2010", shown(agreement))


def _require_whole(value: object, least: int, what: str) -> None:
    """Refuse what is no whole number of at least ``least``."""
    if type(value) is not int:
        raise WrongTypeError(what, "an int, such as 3", shown(value))
    if value < least:
        raise InvalidValueError(what, f"{least} or more", shown(value))
