"""Compile the facts kept in TOML into the literals that ship: `make facts`."""

import tomllib
from datetime import date
from enum import Enum
from pathlib import Path
from typing import Any, Final

import attrs

from trilateral._record.facts import Facts
from trilateral._record.reading import read_facts
from trilateral._values.dates import PartialDate
from trilateral._values.sources import Source

FOLDER: Final = Path(__file__).parent.parent / "src" / "trilateral" / "_record"
TARGET: Final = FOLDER / "compiled.py"
HEAD: Final = '''"""The facts that ship, compiled from the TOML files beside this one by `make facts`; do not edit."""

# ruff: noqa
from datetime import date

from trilateral._record.facts import BoardFacts, Facts, SeatFacts, Sighting, TenureFacts
from trilateral._values.dates import PartialDate
from trilateral._values.people import Name, NameKind, Person, Script
from trilateral._values.boards import Role
from trilateral._values.sources import Reading, Source, SourceKind
from trilateral._values.states import MemberState

'''


def kept() -> Facts:
    """Return the facts as they are kept in the TOML files, read and checked."""
    return read_facts(
        {
            key: value
            for name in ("sources", "people", "boards", "attested")
            for key, value in tomllib.loads((FOLDER / f"{name}.toml").read_text(encoding="utf-8")).items()
        }
    )


def literal(value: Any, *, source: str = "SOURCES[{!r}]") -> str:  # noqa: ANN401, PLR0911 - one line a kind
    """Return the Python expression that makes ``value``, without the fields that have their default."""
    match value:
        case Source() if source:
            return source.format(value.id)
        case PartialDate():
            return f"PartialDate({', '.join(str(part) for part in attrs.astuple(value) if part is not None)})"
        case Enum():
            return f"{type(value).__name__}.{value.name}"
        case date():
            return f"date({value.year}, {value.month}, {value.day})"
        case tuple() if type(value) is tuple:
            return f"({''.join(f'{literal(item)},' for item in value)})"
        case str() | int():
            return repr(value)
    fields = (
        {field.name: field.default for field in attrs.fields(type(value))}
        if attrs.has(type(value))
        else {name: value._field_defaults.get(name, attrs.NOTHING) for name in value._fields}
    )
    items = ((name, getattr(value, name), default) for name, default in fields.items())
    parts = (f"{name}={literal(item)}" for name, item, default in items if item != default)
    return f"{type(value).__name__}({', '.join(parts)})"


def compiled(facts: Facts) -> str:
    """Return the module that makes ``facts``, one entry a line."""
    lines = [HEAD, "SOURCES = {source.id: source for source in (\n"]
    lines += [f"    {literal(source, source='')},\n" for source in facts.sources]
    lines += [")}\n\n", "FACTS = Facts(\n", "    sources=tuple(SOURCES.values()),\n"]
    for name, entries in (("people", facts.people), ("boards", facts.boards), ("sightings", facts.sightings)):
        lines += [f"    {name}=(\n", *(f"        {literal(entry)},\n" for entry in entries), "    ),\n"]
    return "".join([*lines, ")\n"])


if __name__ == "__main__":
    TARGET.write_text(compiled(kept()), encoding="utf-8")
