"""Plain data into values: the one strict converter.

Nothing is coerced: a number is not taken for a string, a moment is not taken for a day, and unknown keys are refused.
"""

from collections.abc import Callable, Mapping
from datetime import date, datetime
from difflib import get_close_matches
from enum import Enum
from functools import cache, partial
from typing import Any, TypeVar, cast, get_origin, get_type_hints

import attr
from cattrs import Converter, transform_error
from cattrs.cols import (
    list_structure_factory,
    namedtuple_dict_structure_factory,  # pyright: ignore[reportUnknownVariableType]
)
from cattrs.errors import BaseValidationError, ForbiddenExtraKeysError
from cattrs.gen import make_dict_structure_fn

from trilateral._values.dates import PartialDate
from trilateral.errors import InvalidValueError, TrilateralError, WrongTypeError, shown

__all__ = ["structure"]

T = TypeVar("T")
Hook = Callable[[Any, Any], Any]

_MOST_KEYS = 5


def structure(data: object, cls: type[T]) -> tuple[T | None, tuple[str, ...]]:
    """Read ``data`` as a ``cls``: return the value, or None and every problem with its path, as ``$.boards[0].start``."""
    try:
        return _converter().structure(data, cls), ()
    except (BaseValidationError, TrilateralError) as error:
        return None, tuple(transform_error(error, path="$", format_exception=_problem))


@cache
def _converter() -> Converter:
    strict = Converter(forbid_extra_keys=True)
    strict.register_structure_hook(str, _exactly(str, "a string"))
    strict.register_structure_hook(int, _exactly(int, "an integer"))
    strict.register_structure_hook(bool, _exactly(bool, "true or false"))
    strict.register_structure_hook(PartialDate, _partial_date)
    strict.register_structure_hook(date, _day)
    strict.register_structure_hook(Enum, _word)
    strict.register_structure_hook_factory(_is_array, partial(_array, strict))
    strict.register_structure_hook_factory(_is_table, partial(_table, strict))
    return strict


def _exactly(cls: type, expected: str) -> Hook:
    """Return a hook that takes instances of ``cls`` itself and nothing else."""

    def hook(value: object, _: object) -> object:
        if type(value) is not cls:
            raise WrongTypeError("it", expected, shown(value))
        return value

    return hook


def _partial_date(value: object, _: object) -> PartialDate:
    """Read a date written in ISO 8601, or take a day."""
    if isinstance(value, date) and not isinstance(value, datetime):
        return PartialDate.of(value)
    if not isinstance(value, str):
        raise WrongTypeError("it", "a date written YYYY, YYYY-MM or YYYY-MM-DD", shown(value))
    return PartialDate.parse(value)


def _day(value: object, _: object) -> date:
    """Read a date that is known to the day."""
    partial = _partial_date(value, _)
    if not partial.is_day:
        raise InvalidValueError("it", "a full date, written YYYY-MM-DD", shown(value))
    return partial.earliest


def _word(value: object, cls: type[Enum]) -> Enum:
    """Read a word of a closed vocabulary."""
    words = {member.value: member for member in cls}
    if not isinstance(value, str) or value not in words:
        raise InvalidValueError("it", f"one of {', '.join(words)}", shown(value))
    return words[value]


def _is_array(cls: object) -> bool:
    return get_origin(cls) is tuple


def _array(strict: Converter, cls: Any) -> Hook:  # noqa: ANN401 - a generic alias has no better type
    """Return a hook for ``tuple[X, ...]`` that takes lists and tuples."""
    items = list_structure_factory(list[cls.__args__[0]], strict)

    def hook(value: object, _: object) -> object:
        if not isinstance(value, list | tuple):
            raise WrongTypeError("it", "a list", shown(value))
        return tuple(items(value, _))

    return hook


def _is_table(cls: type) -> bool:
    return attr.has(cls) or hasattr(cls, "_field_defaults")


def _keys(cls: Any) -> dict[str, bool]:  # noqa: ANN401 - a class with fields, of either kind
    """Return the keys of a class with fields, attrs or named tuple, and whether each is required."""
    if attr.has(cls):
        return {field.name: field.default is attr.NOTHING for field in attr.fields(cls)}
    return {name: name not in cls._field_defaults for name in cls._fields}


def _table(strict: Converter, cls: Any) -> Hook:  # noqa: ANN401 - a class with fields, of either kind
    """Return a hook for a class with fields that takes mappings, and a bare date where only a date is required."""
    required = [key for key, needed in _keys(cls).items() if needed]
    only_date = required[0] if [get_type_hints(cls)[key] for key in required] == [PartialDate] else None
    fields: Hook
    if attr.has(cls):
        fields = make_dict_structure_fn(cls, strict, _cattrs_forbid_extra_keys=True)
    else:
        fields = namedtuple_dict_structure_factory(cls, strict, "from_converter", True)  # noqa: FBT003 - cattrs' order

    def hook(value: Any, _: object) -> object:  # noqa: ANN401 - whatever a document holds
        if only_date is not None and isinstance(value, str | date):
            value = {only_date: value}
        if not isinstance(value, Mapping):
            raise WrongTypeError("it", f"a table with {', '.join(_keys(cls))}", shown(value))
        return fields(cast("Mapping[str, object]", value), _)

    return hook


def _problem(error: BaseException, _: type | None) -> str:
    """Say what one error of the converter means."""
    match error:
        case WrongTypeError() | InvalidValueError():
            return f"expected {error.expected}, got {error.got}"
        case ForbiddenExtraKeysError():
            keys = list(_keys(error.cl))
            unknown = sorted(cast("set[object]", error.extra_fields), key=shown)[:_MOST_KEYS]
            words = (key for key in unknown if isinstance(key, str))
            nearest = [near for word in words for near in get_close_matches(word, keys, 1)]
            hint = f"; did you mean {', '.join(nearest)}?" if nearest else ""
            return f"unknown keys {', '.join(map(shown, unknown))}, expected {', '.join(keys)}{hint}"
        case KeyError():
            return "required key missing"
        case _:
            return f"expected something that can be read, got {shown(error)}"
