"""Whose turn it is."""

from collections.abc import Sequence
from typing import TypeVar

from trilateral.errors import InvalidValueError, WrongTypeError, shown

__all__ = ["order_from", "turn"]

M = TypeVar("M")


def turn(order: Sequence[M], number: int, /, *, first: int = 1) -> M:
    """Return the member whose turn ``number`` is, in a cyclic order whose first member takes the turn ``first``.

    Raises:
        WrongTypeError: ``order`` is not a sequence, or ``number`` or ``first`` is not an `int`.
        InvalidValueError: ``order`` is empty.

    Example:
        >>> turn(("KOR", "JPN", "CHN"), 11)
        'JPN'
    """
    _require_order(order)
    for turn_ in (number, first):
        if type(turn_) is not int:
            raise WrongTypeError("the number of a turn", "an int, such as 7", shown(turn_))
    if not order:
        raise InvalidValueError("an order", "at least one member", "an empty one")
    return order[(number - first) % len(order)]


def order_from(order: Sequence[M], member: M, /) -> tuple[M, ...]:
    """Return the whole cyclic order, begun at ``member``.

    Raises:
        WrongTypeError: ``order`` is not a sequence.
        InvalidValueError: ``member`` is not in ``order``.

    Example:
        >>> order_from(("KOR", "JPN", "CHN"), "JPN")
        ('JPN', 'CHN', 'KOR')
    """
    _require_order(order)
    members = tuple(order)  # as a text cannot even be asked for what is no text
    if member not in members:
        raise InvalidValueError("a member", f"one of {', '.join(map(shown, members))}", shown(member))
    at = members.index(member)
    return members[at:] + members[:at]


def _require_order(order: object) -> None:
    """Refuse what has no order."""
    if not isinstance(order, Sequence):
        raise WrongTypeError("an order", "a sequence of members, such as a tuple", shown(order))
