"""The JSON Schema of the documents of `to_json`, made from the classes that are written."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from enum import Enum
from types import NoneType, UnionType
from typing import Any, Final, TypeVar, Union, get_args, get_origin, get_type_hints

from trilateral._codec import date_alone, filled_keys, required_keys
from trilateral._record.document import FactsDocument
from trilateral._record.record import Record
from trilateral._values.dates import PartialDate
from trilateral._values.people import Person
from trilateral._values.sources import Source
from trilateral.export._json import VERSION, RecordHead
from trilateral.export._kinds import KINDS

__all__ = ["json_schema"]

Schema = dict[str, Any]


def _text(pattern: str) -> Schema:
    """Return the schema of a text; that it has no line break stands apart, as some engines end a ``$`` before one."""
    return {"type": "string", "pattern": pattern, "not": {"pattern": "\\n"}}


_TEXTS: Final[dict[object, Schema]] = {
    str: {"type": "string"},
    int: {"type": "integer"},
    bool: {"type": "boolean"},
    NoneType: {"type": "null"},
    Any: {},
    date: _text("^[0-9]{4}-[0-9]{2}-[0-9]{2}$"),
    PartialDate: _text("^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$"),
    Decimal: _text("^-?(0|[1-9][0-9]*)(\\.[0-9]+)?(E[-+][0-9]+)?$"),
}


def json_schema() -> Schema:
    """Return the JSON Schema, of the draft 2020-12, of the documents that `to_json` writes and `from_json` reads.

    It says the shape. Which days exist, which ids have a table, and whether facts hold true, is for `from_json` to say.

    Example:
        >>> json_schema()["properties"]["trilateral"]
        {'const': 1, 'description': 'The version of the format.'}
    """
    writer = _Writer()
    kinds = [_variant(kind, writer.of(cls)) for kind, cls in KINDS.items()]
    tables = {"people": writer.table(Person), "sources": writer.table(Source)}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Values of the library trilateral",
        "type": "object",
        "properties": {
            "$schema": {"type": "string"},
            "trilateral": {"const": VERSION, "description": "The version of the format."},
            "kind": {"type": "string"},
            "value": {},
            "values": {"type": "array", "items": {"$ref": "#/$defs/item"}},
            **{key: {"type": "array", "items": table} for key, table in tables.items()},
        },
        "required": ["trilateral"],
        "additionalProperties": False,
        "oneOf": [
            {"$ref": "#/$defs/one"},
            {"required": ["values"], "properties": {"kind": False, "value": False}},
        ],
        "$defs": {
            "one": {"anyOf": kinds, "properties": {"values": False}},
            "item": {
                "type": "object",
                "properties": {"kind": True, "value": True},
                "additionalProperties": False,
                "anyOf": kinds,
            },
            **dict(sorted(writer.defs.items())),
        },
    }


def _variant(kind: str, value: Schema) -> Schema:
    return {"properties": {"kind": {"const": kind}, "value": value}, "required": ["kind", "value"]}


class _Writer:
    """Writes the schema of a class as `to_json` writes its values, each class once, under ``$defs``."""

    def __init__(self) -> None:
        self.defs: dict[str, Schema] = {}

    def of(self, hint: Any) -> Schema:  # noqa: ANN401 - annotations have no better type
        """Return the schema of what is annotated so; people and sources are named by their ids, or stand in their places."""
        if hint in (Person, Source):
            return {"anyOf": [{"type": "string"}, self.table(hint)]}
        if hint in _TEXTS:
            return _TEXTS[hint]
        if isinstance(hint, type) and issubclass(hint, Enum):
            return {"enum": [member.value for member in hint]}
        writers: dict[object, Callable[[Any], Schema]] = {tuple: self._tuple, frozenset: self._set}
        writers |= dict.fromkeys((Union, UnionType), self._union)
        return writers.get(get_origin(hint), self.table)(hint)

    def table(self, cls: Any) -> Schema:  # noqa: ANN401 - a class with fields, maybe with parameters
        """Return a reference to the schema of a class with fields."""
        name = _name(cls)
        if name not in self.defs:
            self.defs[name] = {}  # it may hold itself
            self.defs[name] = self._record() if cls is Record else self._fields(cls)
        return {"$ref": f"#/$defs/{name}"}

    def _fields(self, cls: Any) -> Schema:  # noqa: ANN401 - as above
        origin = get_origin(cls) or cls
        hints = get_type_hints(origin)
        parameters: dict[TypeVar, Any] = dict(zip(getattr(origin, "__parameters__", ()), get_args(cls), strict=True))
        fields = {name.lstrip("_"): self.of(_filled(hint, parameters)) for name, hint in hints.items()}
        for key in filled_keys(origin):
            fields[key] = {**fields[key], "minItems": 1}
        required = required_keys(origin)
        table: Schema = {"type": "object", "properties": fields, "required": required, "additionalProperties": False}
        return {"anyOf": [_TEXTS[PartialDate], table]} if date_alone(origin) else table

    def _record(self) -> Schema:
        head, facts = self._fields(RecordHead), self._fields(FactsDocument)
        sources = {"type": "array", "items": self.table(Source)}
        return {**head, "properties": {**head["properties"], **facts["properties"], "sources": sources}}

    def _tuple(self, hint: Any) -> Schema:  # noqa: ANN401 - a generic alias has no better type
        *items, last = get_args(hint)
        if last is ...:
            return {"type": "array", "items": self.of(items[0])}
        kinds = [self.of(item) for item in (*items, last)]
        return {"type": "array", "prefixItems": kinds, "items": False, "minItems": len(kinds)}

    def _set(self, hint: Any) -> Schema:  # noqa: ANN401 - a generic alias has no better type
        return {"type": "array", "items": self.of(get_args(hint)[0]), "uniqueItems": True}

    def _union(self, hint: Any) -> Schema:  # noqa: ANN401 - a union has no better type
        return {"anyOf": [self.of(each) for each in get_args(hint)]}


def _filled(hint: Any, parameters: dict[TypeVar, Any]) -> Any:  # noqa: ANN401 - annotations have no better type
    """Return an annotation with its type variables replaced."""
    if isinstance(hint, TypeVar):
        return parameters[hint]
    wanted = getattr(hint, "__parameters__", ())
    return hint[tuple(parameters[each] for each in wanted)] if wanted else hint


def _name(cls: Any) -> str:  # noqa: ANN401 - a class, or one with parameters
    if get_origin(cls) in (Union, UnionType, tuple, frozenset) or get_origin(cls) is None:
        own = getattr(cls, "__name__", "")
    else:
        own = get_origin(cls).__name__
    parts = [_name(each) for each in get_args(cls) if each is not ...]
    return ".".join(filter(None, [own, *parts]))
