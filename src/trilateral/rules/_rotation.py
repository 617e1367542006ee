"""Whose turn it is."""

from collections.abc import Sequence
from typing import TypeVar

from trilateral.errors import InvalidValueError, shown

__all__ = ["order_from", "turn"]

M = TypeVar("M")


def turn(order: Sequence[M], number: int, /, *, first: int = 1) -> M:
    """Return the member whose turn ``number`` is, in a cyclic order whose first member takes the turn ``first``.

    Raises:
        InvalidValueError: ``order`` is empty.

    Example:
        >>> turn(("KOR", "JPN", "CHN"), 11)
        'JPN'
    """
    if not order:
        raise InvalidValueError("an order", "at least one member", "an empty one")
    return order[(number - first) % len(order)]


def order_from(order: Sequence[M], member: M, /) -> tuple[M, ...]:
    """Return the whole cyclic order, begun at ``member``.

    Raises:
        InvalidValueError: ``member`` is not in ``order``.

    Example:
        >>> order_from(("KOR", "JPN", "CHN"), "JPN")
        ('JPN', 'CHN', 'KOR')
    """
    if member not in order:
        raise InvalidValueError("a member", f"one of {', '.join(map(shown, order))}", shown(member))
    at = order.index(member)
    return (*order[at:], *order[:at])
