"""The JSON Schema of a roster document, made from its model."""

from typing import Any

from trilateral._values.boards import Role
from trilateral.rosters._document import ROSTER, Field, Kind, Table

__all__ = ["schema"]

Schema = dict[str, Any]

_KINDS: dict[Kind, Schema] = {
    Kind.INTEGER: {"type": "integer"},
    Kind.TEXT: {"type": "string"},
    Kind.NAME: {"type": "string"},
    Kind.BOOLEAN: {"type": "boolean"},
    Kind.DAY: {"type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$(?!\\n)"},
    Kind.DAY_OR_MONTH: {"type": "string", "pattern": "^[0-9]{4}-[0-9]{2}(-[0-9]{2})?$(?!\\n)"},
    Kind.ROLE: {"enum": [role.value for role in Role]},
}


def schema() -> Schema:
    """Return the JSON Schema, of the draft 2020-12, of a roster document: what its shape must be, whatever the law.

    A document that `check_roster` finds misshapen is invalid by the schema, and the other way round. Which days exist, who
    the members are and what the law says is not shape.

    Example:
        >>> schema()["required"]
        ['boards']
    """
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Roster of the Consultative Board of the Trilateral Cooperation Secretariat",
        **_table(ROSTER),
    }


def _table(table: Table) -> Schema:
    exclusive = [_both(table, *keys) for keys in table.exclusive]
    return {
        "type": "object",
        "properties": {key: _field(field) for key, field in table.fields.items()},
        "required": [key for key, field in table.fields.items() if field.required],
        "additionalProperties": False,
        **({"not": {"anyOf": exclusive}} if exclusive else {}),
    }


def _field(field: Field) -> Schema:
    if isinstance(field.holds, Table):
        return {"type": "array", "items": _table(field.holds), "description": field.description}
    kind = _KINDS[field.holds]
    nullable = {"type": [kind["type"], "null"]} if field.nullable else {}
    return {**kind, **nullable, "description": field.description}


def _both(table: Table, *keys: str) -> Schema:
    """Return the schema of a table in which both keys state something."""
    return {"required": list(keys), "properties": {key: _stating(table.fields[key]) for key in keys}}


def _stating(field: Field) -> Schema:
    """Return the schema of a value that states something."""
    return {"not": {"enum": [None, False]}} if field.nullable or field.holds is Kind.BOOLEAN else {}
