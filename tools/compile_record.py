"""Check the facts kept in TOML and compile them into the literals that ship: `make facts`.

Each fault is told with the file, the line and what to change.
"""

import re
import tomllib
from collections.abc import Container, Iterable, Iterator
from datetime import date
from enum import Enum
from pathlib import Path
from typing import Any, Final, NamedTuple, cast

import attrs

from trilateral import AGREEMENT_2025, fiscal_year
from trilateral._record.budget import ATTESTED_FISCAL_YEARS, FIRST_FISCAL_YEAR
from trilateral._record.facts import Facts
from trilateral._record.history_facts import History
from trilateral._record.reading import read_facts
from trilateral._values.dates import PartialDate
from trilateral._values.people import Person
from trilateral._values.sources import Source
from trilateral.errors import InvalidFactsError
from trilateral.errors import shown as quoted
from trilateral.rosters import RULES

ROOT: Final = Path(__file__).parent.parent
FOLDER: Final = ROOT / "src" / "trilateral" / "_record"
TARGET: Final = FOLDER / "compiled.py"
HISTORY_TARGET: Final = FOLDER / "compiled_history.py"
BOARDS: Final = ("sources.toml", "people.toml", "boards.toml", "attested.toml")
HISTORY: Final = ("summits.toml", "ministers.toml", "milestones.toml", "secretariat.toml", "names.toml")
BOARD_KEYS: Final = ("sources", "people", "boards", "attested")
HISTORY_KEYS: Final = ("sources", "leaders", "series", "events", "statements", "names", "joint_names")
_HEADER: Final = re.compile(r"\s*\[\[\s*(\w+)\s*\]\]")

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
HISTORY_HEAD: Final = '''"""The history that ships, compiled from the TOML files in history/ by `make facts`; do not edit."""

# ruff: noqa
from datetime import date

from trilateral._record.compiled import FACTS, SOURCES as BOARD_SOURCES
from trilateral._record.history_facts import History, SeriesFacts
from trilateral._values.boards import Basis
from trilateral._values.dates import PartialDate, Term
from trilateral._values.events import Document, Event, EventKind, EventStatus, Participant
from trilateral._values.labels import JointName, Label, Language, Register
from trilateral._values.people import Name, NameKind, Person, Script
from trilateral._values.sources import Reading, Source, SourceKind
from trilateral._values.states import MemberState
from trilateral._values.statements import Statement

'''


class Place(NamedTuple):
    """A line of a file of facts."""

    path: Path
    line: int

    def __str__(self) -> str:
        return f"{shown(self.path)}:{self.line}"


def shown(path: Path) -> Path:
    """Return a path as seen from the root of the project, if it lies there."""
    return path.relative_to(ROOT) if path.is_relative_to(ROOT) else path


class Kept(NamedTuple):
    """The tables of several files, and where each begins."""

    data: dict[str, list[Any]]
    places: dict[str, list[Place]]

    @classmethod
    def of(cls, paths: Iterable[Path], keys: Container[str]) -> "Kept":
        """Return what files hold, each table under a header of its own; only those of ``keys`` may stand in them."""
        kept = cls({}, {})
        for path in paths:
            text = text_of(path)
            try:
                tables = tomllib.loads(text)
            except (ValueError, RecursionError) as error:
                told = re.search(r"line (\d+)", str(error))
                place = Place(path, int(told[1]) if told else text.count("\n") + 1)
                raise SystemExit(f"{place}: not TOML: {str(error).splitlines()[0]}") from None
            headers = [(at, header[1]) for at, line in enumerate(text.split("\n"), 1) if (header := _HEADER.match(line))]
            for key, value in tables.items():
                lines = [line for line, name in headers if name == key]
                if key not in keys or not isinstance(value, list) or len(lines) != len(value):
                    where = f"{shown(path)}:{lines[0] if lines else 1}"
                    raise SystemExit(f"{where}: {key!r} must be a table of this file, each under a header [[{key}]] of its own")
                kept.data.setdefault(key, []).extend(value)
                kept.places.setdefault(key, []).extend(Place(path, line) for line in lines)
        return kept

    def place_of(self, problem: str) -> Place | None:
        """Return where a problem is: where its table begins, by the path that it ends with, or else by the id that it names."""
        if at := re.search(r" @ \$\.(\w+)\[(\d+)\]\S*$", problem):
            return self.places[at[1]][int(at[2])]
        named = [
            (table, place)
            for what, key, word in _NAMED_BY
            for table, place in zip(self.data.get(key, ()), self.places.get(key, ()), strict=True)
            if problem.startswith(
                tuple(f"{what} {id_}{end}" for id_ in (table.get(word), quoted(table.get(word))) for end in ":, ")
            )
        ]
        # Of several, the one of which the problem tells most; a problem with what is there already is with the last one.
        found = named[::-1] if " is there already" in problem else named
        return max(found, key=lambda each: sum(str(value) in problem for value in each[0].values()), default=(None, None))[1]


# How a problem begins, and the key of the table that it names.
_NAMED_BY: Final = (
    ("attested, board", "attested", "board"),
    ("board", "boards", "number"),
    ("event", "events", "id"),
    ("joint name", "joint_names", "text"),
    ("joint names in", "joint_names", "language"),
    ("name", "names", "text"),
    ("person", "people", "id"),
    ("person", "leaders", "id"),
    ("series", "series", "id"),
    ("source", "sources", "id"),
    ("statement", "statements", "subject"),
)


def text_of(path: Path) -> str:
    """Return what a file of facts holds, or stop with what is wrong with it."""
    content = b""
    try:
        content = path.read_bytes()
        return content.decode("utf-8")
    except UnicodeDecodeError as error:
        place = Place(path, content.count(b"\n", 0, error.start) + 1)
        raise SystemExit(
            f"{place}: must be text in UTF-8, got the byte {content[error.start]:#04x}; save it as UTF-8"
        ) from None
    except OSError as error:
        raise SystemExit(f"{shown(path)}: cannot be read: {error.strerror}; write the file, or take it off the list") from None


def kept() -> tuple[Facts, History]:
    """Return the facts as they are kept in the TOML files, read and checked."""
    there = {path.name for path in (FOLDER / "history").glob("*.toml")}
    if strange := ", ".join(sorted(there - set(HISTORY))):
        raise SystemExit(f"history/ must hold the files of HISTORY, and also has {strange}; add it to HISTORY, or take it away")
    if missing := ", ".join(each for each in HISTORY if each not in there):
        raise SystemExit(f"history/ must hold the files of HISTORY, and lacks {missing}; write it, or take it off HISTORY")
    facts, _ = checked(Kept.of((FOLDER / name for name in BOARDS), BOARD_KEYS), Facts())
    _, history = checked(Kept.of((FOLDER / "history" / name for name in HISTORY), HISTORY_KEYS), facts)
    return facts, history


def checked(files: Kept, onto: Facts) -> tuple[Facts, History]:
    """Return the facts of files, or stop with every fault and its place."""
    try:
        found = read_facts(files.data, onto=onto)
        problems = (*out_of_order(files), *unused(files))
    except InvalidFactsError as error:
        problems = error.problems
    if problems:
        places = (files.place_of(problem) for problem in problems)
        lines = [f"{place}: {problem}" if place else problem for place, problem in zip(places, problems, strict=True)]
        raise SystemExit("\n".join(["the facts are refused:", *lines]))
    return found


def unused(files: Kept) -> Iterator[str]:
    """Say which sources nothing of the files, of the law or of the roster check cites."""
    cited = {source.id for rule in RULES.values() for source in rule.citation.sources}
    cited |= {source.id for citation in AGREEMENT_2025.citations for source in citation.sources}
    cited |= {source.id for year in (FIRST_FISCAL_YEAR, *ATTESTED_FISCAL_YEARS) for source in fiscal_year(year).grounds.sources}
    cited |= set(ids(files.data))
    for at, source in enumerate(files.data.get("sources", ())):
        if source["id"] not in cited:
            yield f"source {quoted(source['id'])}: nothing rests on it; cite it, or take it out @ $.sources[{at}]"


def ids(value: object) -> Iterator[str]:
    """Yield every id under ``sources`` or ``reprints``, at any depth."""
    if isinstance(value, list):
        for each in cast("list[object]", value):
            yield from ids(each)
    elif isinstance(value, dict):
        for key, each in cast("dict[str, Any]", value).items():
            if key == "reprints":
                yield each
            elif key == "sources" and all(isinstance(id_, str) for id_ in each):
                yield from each
            else:
                yield from ids(each)


def out_of_order(files: Kept) -> Iterator[str]:
    """Say which events stand below a later one of their file."""
    last: dict[Path, Any] = {}
    for at, (event, place) in enumerate(zip(files.data.get("events", ()), files.places.get("events", ()), strict=True)):
        before = last.get(place.path)
        if before is not None and _first_day(event) < _first_day(before):
            ids = f"event {quoted(event['id'])}: must not stand below {quoted(before['id'])}"
            yield f"{ids}, which is later; move it up @ $.events[{at}]"
        last[place.path] = event


def _first_day(event: dict[str, Any]) -> date:
    return PartialDate.parse(str(event["date"])).earliest


def literal(value: Any, *, whole: bool = False) -> str:  # noqa: ANN401, PLR0911 - one line a kind
    """Return the Python expression that makes ``value``, without the fields that have their default.

    A source or a person is named by its id, unless it is to be written as a ``whole``.
    """
    match value:
        case Source() if not whole:
            return f"SOURCES[{value.id!r}]"
        case Person() if not whole:
            return f"PEOPLE[{value.id!r}]"
        case PartialDate():
            return f"PartialDate({', '.join(str(part) for part in attrs.astuple(value) if part is not None)})"
        case Enum():
            return f"{type(value).__name__}.{value.name}"
        case date():
            return f"date({value.year}, {value.month}, {value.day})"
        case tuple() if type(value) is tuple:
            return f"({''.join(f'{literal(item)},' for item in value)})"
        case str() | int() | None:
            return repr(value)
    fields = (
        {field.name: field.default for field in attrs.fields(type(value))}
        if attrs.has(type(value))
        else {name: value._field_defaults.get(name, attrs.NOTHING) for name in value._fields}
    )
    items = ((name, getattr(value, name), default) for name, default in fields.items())
    parts = (f"{name}={literal(item)}" for name, item, default in items if item != default)
    return f"{type(value).__name__}({', '.join(parts)})"


def listed(name: str, entries: Iterable[Any]) -> str:
    """Return the argument ``name``, one entry a line."""
    return "".join([f"    {name}=(\n", *(f"        {literal(entry, whole=True)},\n" for entry in entries), "    ),\n"])


def table(name: str, entries: Iterable[Any]) -> str:
    """Return a table of entries by their ids, one a line."""
    lines = (f"    {literal(entry, whole=True)},\n" for entry in entries)
    return "".join([f"{name} = {{each.id: each for each in (\n", *lines, ")}\n\n"])


def compiled(facts: Facts) -> str:
    """Return the module that makes ``facts``."""
    parts = [listed(name, getattr(facts, name)) for name in ("people", "boards", "sightings")]
    return "".join(
        [HEAD, table("SOURCES", facts.sources), "FACTS = Facts(\n    sources=tuple(SOURCES.values()),\n", *parts, ")\n"]
    )


def compiled_history(history: History) -> str:
    """Return the module that makes ``history``."""
    parts = [listed(name, getattr(history, name)) for name in ("series", "events", "statements", "names", "joint_names")]
    return "".join(
        [
            HISTORY_HEAD,
            table("_OWN", history.sources),
            "SOURCES = BOARD_SOURCES | _OWN\n\n",
            table("_LEADERS", history.leaders),
            "PEOPLE = {person.id: person for person in FACTS.people} | _LEADERS\n\n",
            "HISTORY = History(\n    sources=tuple(_OWN.values()),\n    leaders=tuple(_LEADERS.values()),\n",
            *parts,
            ")\n",
        ]
    )


def main() -> None:
    """Write both modules."""
    facts, history = kept()
    TARGET.write_text(compiled(facts), encoding="utf-8")
    HISTORY_TARGET.write_text(compiled_history(history), encoding="utf-8")


if __name__ == "__main__":
    main()
