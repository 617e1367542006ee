"""Plain data into values, and values into plain data: the one strict converter.

Nothing is coerced: a number is not taken for a string, a moment is not taken for a day, and unknown keys are refused. What is
written is what is read: dates in ISO 8601, words by their values, and a key is left out where nothing stands under it.
"""

import json
import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from difflib import get_close_matches
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Any, Final, NoReturn, TypeVar, Union, cast, get_args, get_origin, get_type_hints

import attr
from cattrs import Converter
from cattrs.cols import (
    list_structure_factory,
    namedtuple_dict_structure_factory,  # pyright: ignore[reportUnknownVariableType]
    namedtuple_dict_unstructure_factory,  # pyright: ignore[reportUnknownVariableType]
)
from cattrs.errors import BaseValidationError, ClassValidationError, ForbiddenExtraKeysError, IterableValidationError
from cattrs.gen import make_dict_structure_fn, make_dict_unstructure_fn, override

from trilateral._values.dates import PartialDate
from trilateral.errors import InvalidFactsError, InvalidValueError, TrilateralError, WrongTypeError, shown

__all__ = ["converter", "date_alone", "filled_keys", "read_json", "required_keys", "structure", "tables"]

T = TypeVar("T")
Hook = Callable[[Any, Any], Any]

_MOST_KEYS: Final = 5
_NEVER_EMPTY: Final = ("sources", "readings", "seats")
_PLACE: Final = re.compile(r" @ \$((?:\.[a-z_]+|\[[0-9]+\])*)$")


def structure(data: object, cls: type[T], by: Converter | None = None, *, path: str = "$") -> tuple[T | None, tuple[str, ...]]:
    """Read ``data`` as a ``cls``: return the value, or None and every problem with its path, as ``$.boards[0].start``."""
    try:
        return (by or tables()).structure(data, cls), ()
    except (BaseValidationError, TrilateralError) as error:
        return None, tuple(_problems(error, path))


def read_json(text: str | bytes) -> Any:  # noqa: ANN401 - whatever a document holds
    """Read JSON, and nothing that merely looks like it.

    Raises:
        ValueError: It is not JSON, has a key twice in one table, or NaN or Infinity for a number.
        RecursionError: It is nested too deeply.
    """
    return json.loads(text, object_pairs_hook=_once_each, parse_constant=_no_number)


def _once_each(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Return a table, unless a key stands in it twice."""
    table: dict[str, Any] = {}
    for key, value in pairs:
        if key in table:
            raise ValueError(f"the key {shown(key)} stands twice in one table; write it once")
        table[key] = value
    return table


def _no_number(constant: str) -> NoReturn:
    raise ValueError(f"{constant} is not a number in JSON")


def converter() -> Converter:
    """Return a new strict converter, to which hooks can be added."""
    strict = Converter(forbid_extra_keys=True, use_alias=True)
    strict.register_structure_hook(str, _exactly(str, "a string"))
    strict.register_structure_hook(int, _exactly(int, "an integer"))
    strict.register_structure_hook(bool, _exactly(bool, "true or false"))
    strict.register_structure_hook(Decimal, _decimal)
    strict.register_structure_hook(PartialDate, _partial_date)
    strict.register_structure_hook(date, _day)
    strict.register_structure_hook(Enum, _word)
    strict.register_structure_hook_factory(_is_array, _array)
    strict.register_structure_hook_factory(_is_row, _row)
    strict.register_structure_hook_factory(_is_set, _set)
    strict.register_structure_hook_factory(_is_table, _table)
    strict.register_structure_hook_factory(_is_choice, _choice)
    strict.register_unstructure_hook(Decimal, str)
    strict.register_unstructure_hook(PartialDate, str)
    strict.register_unstructure_hook(date, date.isoformat)
    strict.register_unstructure_hook_factory(_is_tuple, _list_of_tuple)
    strict.register_unstructure_hook_factory(_is_set, _list_of_set)
    strict.register_unstructure_hook_factory(_is_table, _table_of)
    return strict


@cache
def tables() -> Converter:
    """Return the converter of facts documents, in which every source is a table."""
    return converter()


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


def _decimal(value: object, _: object) -> Decimal:
    """Read an exact number, which is written as a text so that no program rounds it."""
    if not isinstance(value, str):
        raise WrongTypeError("it", "a number written as a string, such as '0.01'", shown(value))
    try:
        number = Decimal(value)
    except InvalidOperation:
        number = Decimal("NaN")
    if not number.is_finite() or str(number) != value:
        raise InvalidValueError("it", "a finite number in plain digits, such as '0.01'", shown(value))
    return number


def _is_tuple(cls: object) -> bool:
    return cls is tuple or get_origin(cls) is tuple


def _list_of_tuple(_: object, strict: Converter) -> Callable[[tuple[object, ...]], list[Any]]:
    """Return a hook that writes each item by its own class."""
    return lambda values: [strict.unstructure(value) for value in values]


def _is_array(cls: object) -> bool:
    return _is_tuple(cls) and get_args(cls)[1:] == (...,)


def _array(cls: Any, strict: Converter) -> Hook:  # noqa: ANN401 - a generic alias has no better type
    """Return a hook for ``tuple[X, ...]`` that takes lists and tuples."""
    items = list_structure_factory(list[cls.__args__[0]], strict)

    def hook(value: object, _: object) -> object:
        return tuple(items(_list(value), _))

    return hook


def _is_row(cls: object) -> bool:
    return _is_tuple(cls) and not _is_array(cls)


def _row(cls: Any, strict: Converter) -> Hook:  # noqa: ANN401 - a generic alias has no better type
    """Return a hook for ``tuple[X, Y]`` that takes lists of that length."""
    kinds = get_args(cls)

    def hook(value: object, _: object) -> object:
        items = _list(value)
        if len(items) != len(kinds):
            raise InvalidValueError("it", f"a list of {len(kinds)}", shown(value))
        return tuple(strict.structure(item, kind) for item, kind in zip(items, kinds, strict=True))

    return hook


def _is_set(cls: object) -> bool:
    return cls is frozenset or get_origin(cls) is frozenset


def _set(cls: Any, strict: Converter) -> Hook:  # noqa: ANN401 - a generic alias has no better type
    """Return a hook for ``frozenset[X]`` that takes lists without repetition."""
    items = list_structure_factory(list[cls.__args__[0]], strict)

    def hook(value: object, _: object) -> object:
        values = frozenset(items(_list(value), _))
        if len(values) < len(_list(value)):
            raise InvalidValueError("it", "each value once", shown(value))
        return values

    return hook


def _list_of_set(_: object, strict: Converter) -> Callable[[frozenset[object]], list[Any]]:
    """Return a hook that writes a set in an order that does not depend on the run."""
    return lambda values: sorted(map(strict.unstructure, values), key=repr)


def _list(value: object) -> list[object] | tuple[object, ...]:
    if not isinstance(value, list | tuple):
        raise WrongTypeError("it", "a list", shown(value))
    return cast("list[object]", value)


def _is_choice(cls: object) -> bool:
    return get_origin(cls) in (Union, UnionType) and len(_choices(cls)) > 1


def _choices(cls: object) -> list[Any]:
    return [each for each in get_args(cls) if each is not NoneType]


def _choice(cls: Any, strict: Converter) -> Hook:  # noqa: ANN401 - a union has no better type
    """Return a hook for ``X | Y`` that takes the first of them as which the data can be read."""

    def hook(value: object, _: object) -> object:
        if value is None and NoneType in get_args(cls):
            return None
        for each in _choices(cls):
            try:
                return strict.structure(value, each)
            except (BaseValidationError, TrilateralError):
                continue
        names = " or ".join(getattr(each, "__name__", str(each)) for each in _choices(cls))
        raise InvalidValueError("it", f"what can be read as {names}", shown(value))

    return hook


def _is_table(cls: Any) -> bool:  # noqa: ANN401 - anything can be asked for
    return attr.has(cls) or hasattr(cls, "_field_defaults")


def _keys(cls: Any) -> dict[str, object]:  # noqa: ANN401 - a class with fields, of either kind
    """Return the keys of a class with fields, attrs or named tuple, each with its default, which is NOTHING if required."""
    if attr.has(cls):
        return {field.alias: field.default for field in attr.fields(get_origin(cls) or cls)}
    return {name: cls._field_defaults.get(name, attr.NOTHING) for name in cls._fields}


def required_keys(cls: Any) -> list[str]:  # noqa: ANN401 - a class with fields, of either kind
    """Return the keys without which a table cannot be read as a class with fields."""
    return [key for key, default in _keys(cls).items() if default is attr.NOTHING]


def filled_keys(cls: Any) -> list[str]:  # noqa: ANN401 - a class with fields, of either kind
    """Return the required keys under which something must stand: nothing is known without a source."""
    return [key for key in required_keys(cls) if key in _NEVER_EMPTY]


def date_alone(cls: Any) -> str | None:  # noqa: ANN401 - a class with fields, of either kind
    """Return the key under which a bare date may stand for the whole table, in a document kept by hand."""
    required = required_keys(cls)
    return required[0] if not attr.has(cls) and [get_type_hints(cls)[key] for key in required] == [PartialDate] else None


def _table(cls: Any, strict: Converter) -> Hook:  # noqa: ANN401 - a class with fields, of either kind
    """Return a hook for a class with fields that takes mappings, and a bare date where only a date is required."""
    only_date = date_alone(cls)
    fields: Hook
    if attr.has(cls):
        filled: dict[str, Any] = {key: override(struct_hook=_filled(strict)) for key in filled_keys(cls)}
        fields = make_dict_structure_fn(cls, strict, _cattrs_forbid_extra_keys=True, _cattrs_use_alias=True, **filled)
    else:
        fields = namedtuple_dict_structure_factory(cls, strict, "from_converter", True)  # noqa: FBT003 - cattrs' order

    def hook(value: Any, _: object) -> object:  # noqa: ANN401 - whatever a document holds
        if only_date is not None and isinstance(value, str | date):
            value = {only_date: value}
        if not isinstance(value, Mapping):
            raise WrongTypeError("it", f"a table with {', '.join(_keys(cls))}", shown(value))
        return fields(cast("Mapping[str, object]", value), _)

    return hook


def _filled(strict: Converter) -> Hook:
    """Return a hook for a list that is not empty."""

    def hook(value: object, cls: Any) -> object:  # noqa: ANN401 - a generic alias has no better type
        if value in ([], ()):
            raise InvalidValueError("it", "at least one", shown(value))
        return strict.structure(value, cls)

    return hook


def _table_of(cls: Any, strict: Converter) -> Callable[[Any], dict[str, Any]]:  # noqa: ANN401 - a class with fields
    """Return a hook that writes the fields of a class, without those that are empty and need not be written."""
    fields: Callable[[Any], dict[str, Any]]
    if attr.has(cls):
        fields = make_dict_unstructure_fn(cls, strict, _cattrs_use_alias=True)
    else:
        fields = namedtuple_dict_unstructure_factory(cls, strict)
    empty: dict[str, object] = {key: None for key, default in _keys(cls).items() if default is None}
    empty |= {key: [] for key, default in _keys(cls).items() if default == ()}

    def hook(value: object) -> dict[str, Any]:
        return {key: each for key, each in fields(value).items() if key not in empty or each != empty[key]}

    return hook


def _problems(error: BaseException, path: str) -> Iterator[str]:
    """Yield what an error of the converter means, and each of those within it, with its path."""
    match error:
        case IterableValidationError():
            for each, item in error.group_exceptions()[0]:
                yield from _problems(each, f"{path}[{item.index!r}]")
        case ClassValidationError():
            of_fields, others = error.group_exceptions()
            for each, field in of_fields:
                yield from _problems(each, f"{path}.{field.name}")
            for each in others:
                yield from _problems(each, path)
        case InvalidFactsError():
            for problem in error.problems:
                place = _PLACE.search(problem)
                yield f"{problem[: place.start()]} @ {path}{place[1]}" if place else f"{problem} @ {path}"
        case _:
            yield f"{_problem(error)} @ {path}"


def _problem(error: BaseException) -> str:
    """Say what one error means."""
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
        case TrilateralError():
            return str(error)
        case KeyError():
            return "required key missing"
        case RecursionError():
            raise error
        case _:
            return f"expected something that can be read, got {shown(error)}"
