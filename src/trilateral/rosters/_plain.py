"""Plain data: tables, lists and what they hold, as JSON has them."""

from collections.abc import Mapping, Sequence
from datetime import date
from enum import Enum
from typing import Any, Final, TypeGuard

from trilateral._values.dates import PartialDate
from trilateral._values.people import Person

__all__ = ["is_list", "is_mapping", "is_sequence", "is_table", "plain"]

_DEEPEST: Final = 8


def is_table(value: object) -> TypeGuard[dict[str, Any]]:
    """Return whether ``value`` is a dict itself, as parsers make them."""
    return type(value) is dict


def is_list(value: object) -> TypeGuard[list[Any]]:
    """Return whether ``value`` is a list itself, as parsers make them."""
    return type(value) is list


def is_sequence(value: object) -> TypeGuard[Sequence[object]]:
    """Return whether ``value`` is taken for a list."""
    return isinstance(value, list | tuple)


def is_mapping(value: object) -> TypeGuard[Mapping[object, object]]:
    """Return whether ``value`` is taken for a table."""
    return type(value) is dict or isinstance(value, Mapping)


def plain(value: object, depth: int = _DEEPEST) -> Any:  # noqa: ANN401 - any plain data
    """Return a copy as plain data, as deep as a roster document is; what lies deeper is shared."""
    if depth and is_mapping(value):
        return {key: plain(item, depth - 1) for key, item in value.items()}
    if depth and is_sequence(value):
        return [plain(item, depth - 1) for item in value]
    if isinstance(value, Enum):
        return value.value
    return str(value) if isinstance(value, date | PartialDate | Person) else value
