"""Which share each member bears, and how whole units are split so that the parts add up."""

from collections.abc import Hashable, Sequence
from typing import TypeVar

from trilateral._values.budget import Shares
from trilateral._values.sources import Grounds
from trilateral.errors import InvalidValueError, WrongTypeError, shown
from trilateral.rules._agreement import Agreement

__all__ = ["apportion", "shares", "split"]

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
    if not isinstance(agreement, Agreement):  # pyright: ignore[reportUnnecessaryIsInstance]
        raise WrongTypeError("agreement", "an Agreement, such as AGREEMENT_2010", shown(agreement))
    weights = dict(agreement.shares.value)
    return Shares(
        weights=tuple((member, weights[member]) for member in agreement.orders[0].value),
        grounds=Grounds(citations=agreement.shares.citations),
    )


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
        >>> apportion(100, (3, 2, 1)), apportion(100, (3, 2, 1), bearer=2)
        ((50, 33, 17), (50, 33, 17))
        >>> apportion(101, (1, 1, 1)), apportion(101, (1, 1, 1), bearer=2)
        ((34, 34, 33), (33, 33, 35))
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


def _require_whole(value: object, least: int, what: str) -> None:
    """Refuse what is no whole number of at least ``least``."""
    if type(value) is not int:
        raise WrongTypeError(what, "an int, such as 3", shown(value))
    if value < least:
        raise InvalidValueError(what, f"{least} or more", shown(value))
