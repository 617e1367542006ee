"""Fuzz one of the readers of input, guided by coverage: ``readers.py assess``; `make fuzz` fuzzes all of them.

Whatever is read, only a `TrilateralError` is raised, and what is promised of every answer holds.
"""

# pyright: reportMissingImports=false, reportAttributeAccessIssue=false, reportUnknownMemberType=false, reportMissingModuleSource=false

import io
import json
import sys
import tempfile
from collections.abc import Callable
from decimal import Decimal, InvalidOperation
from fractions import Fraction
from pathlib import Path
from typing import Any, Final, NamedTuple

import atheris

with atheris.instrument_imports(include=["trilateral"]):
    import trilateral as tri
    from trilateral import PartialDate, Remainder, TrilateralError, export
    from trilateral.rosters import RULES, Limits, document

    # Most modules are imported when they are first needed.
    export.from_json(export.to_json([tri.record().with_facts({}), *tri.people(), *tri.timeline(), tri.fiscal_year(2017)]))

FACTS: Final[dict[str, Any]] = {
    "sources": [{"id": "s1", "title": "News", "publisher": "TCS", "kind": "primary", "seen": "2027-01-01"}],
    "people": [{"id": "p1", "names": [{"text": "YAMADA Taro", "script": "Latn", "kind": "preferred", "sources": ["s1"]}]}],
}
TENURE: Final = {"holder": "p1", "sources": ["s1"], "start": "2026-10-01", "end": "2027-10-01"}
SEAT: Final = {"role": "secretary-general", "state": "JPN", "tenures": [TENURE]}
EVENT: Final = {
    "id": "e",
    "kind": "meeting",
    "title": "Talks",
    "date": "2030-05",
    "sources": ["s1"],
    "series": "x",
    "number": 1,
}
DOCUMENTS: Final[list[Any]] = [
    {},
    FACTS,
    {**FACTS, "boards": [{"number": 8, "start": {"date": "2026-09", "sources": ["s1"]}, "seats": [SEAT]}]},
    {**FACTS, "attested": [{"board": 7, "date": "2026-10-05", "sources": ["s1"]}]},
    {**FACTS, "series": [{"id": "x", "name": "X", "as_of": "2040-01-01", "sources": ["s1"]}], "events": [EVENT]},
    {**FACTS, "statements": [{"subject": "seat", "text": "So.", "sources": ["s1"], "date": "2030"}]},
    {**FACTS, "names": [{"subject": "KOR", "language": "en", "register": "short", "text": "Korea", "sources": ["s1"]}]},
]
SPELLINGS: Final = [name.text for person in tri.people() for name in person.names]
VALUES: Final[list[object]] = [
    tri.board(7).term,
    tri.board(7).start,
    tri.board(9),
    tri.composition(11),
    tri.nominations(8),
    tri.person("OU Boqian"),
    tri.shares(),
    tri.fiscal_year(2017),
    tri.assess("100", currency="JPY", fiscal_year=2026),
    tri.label("KOR", "ko"),
    tri.summits()[0],
    tri.about("seat.treaty")[0],
    tri.departures(agreement=tri.AGREEMENT_2010),
    tri.AGREEMENT_2010.term_length_of(1),
]
FORMATS: Final = ("json", "yaml", "toml", "csv")
LIMITS: Final = Limits(bytes=100_000, values=10_000)
TEXTS: Final = [text for rule in RULES.values() for text in (rule.good, rule.bad) if len(text) < 10_000]
ROSTERS: Final = [
    *(form + text for text in (*TEXTS, json.dumps(document(tri.boards()))) for form in "\0\1"),
    "\2[[boards]]\nnumber = 8\nstart = 2026-09-01\nseats = []\n",
    "\3number,start,end,role,state,holder\n8,2026-09-01,2029-08-31,secretary-general,Japan,LEE He-sup\n",
]


def text_of(data: bytes) -> str:
    """Return any bytes as text; those that are no UTF-8 become halves of surrogate pairs."""
    return data.decode("utf-8", "surrogateescape")


def parse(data: bytes) -> None:
    """Read a partial date: to read is the inverse of to write."""
    text = text_of(data)
    found = PartialDate.parse(text)
    assert str(found) == text, "it is written otherwise than it was read"
    assert PartialDate.parse(str(found)) == found, "what is written is read as another date"
    assert found.earliest <= found.latest, "it ends before it begins"


def match(data: bytes) -> None:
    """Find a person: by a spelling of theirs, which alone names them too."""
    found = tri.match_person(text_of(data))
    repr(found)
    assert found.person in tri.people(), "nobody of the record"
    assert found.name in found.person.names, "no spelling of that person"
    assert tri.person(found.name.text) == found.person, "the spelling names another"


def numbers_of(text: str) -> list[Decimal | int | str]:
    """Return a text, and the numbers that it is."""
    found: list[Decimal | int | str] = [text]
    for number in (Decimal, int):
        try:
            found.append(number(text))
        except (ValueError, InvalidOperation):
            continue
    return found


def assess(data: bytes) -> None:
    """Split a budget, from lines of total, currency, year, remainder and quantum: parts are whole units and sum exactly."""
    total, currency, year, remainder, quantum = (*text_of(data).split("\n", 4), "", "", "", "", "")[:5]
    how: dict[str, Any] = {
        "currency": currency,
        "fiscal_year": int(year) if year.isdecimal() and len(year) < 9 else 2026,
        "remainder": list(Remainder)[len(remainder) % len(Remainder)],
        "quantum": quantum or None,
    }
    refused: list[TrilateralError] = []
    for amount in numbers_of(total):
        try:
            found = tri.assess(amount, **how)
        except TrilateralError as error:
            refused.append(error)
            continue
        parts = {state: Fraction(part) for state, part in found.amounts.items()}
        whole, unit = Fraction(amount), Fraction(found.quantum)
        assert sum(parts.values()) == whole == Fraction(found.total), "the parts do not sum to the total"
        assert all((part / unit).denominator == 1 for part in parts.values()), "a part is no whole number of units"
        if found.remainder is not Remainder.HOST:
            assert all(abs(part - whole / 3) < unit for part in parts.values()), "a part is a unit or more off its share"
    if refused:
        raise refused[0]


def with_facts(data: bytes) -> None:
    """Add facts to the record: it answers, and what is written of it is read back equal."""
    try:
        document = json.loads(data)
    except (ValueError, RecursionError):
        return
    record = tri.record().with_facts(document)
    repr((tri.boards(record=record), tri.board(20, record=record), tri.timeline(record=record), tri.departures(record=record)))
    assert export.from_json(export.to_json(record)) == record, "what is written is read as another record"


def from_json(data: bytes) -> None:
    """Read values back: what was read is written, and read again equal."""
    found = export.from_json(data)
    repr(found)
    assert export.from_json(export.to_json(found)) == found, "what is written is read as another value"


def rosters(data: bytes) -> None:
    """Check a roster, the first byte saying its format: there is a report, and no fix adds a finding or needs a second."""
    form = FORMATS[data[0] % len(FORMATS)] if data else FORMATS[0]
    for scope in ("record", "law"):
        report = tri.check_roster_file(io.BytesIO(data[1:]), format=form, scope=scope, limits=LIMITS)
        str(report)
        report.to_json()
        fixed = report.fixed()
        again = tri.check_roster(fixed, scope=scope)
        if fixed is None or any(finding.code == "TRI909" for finding in report.findings):
            continue
        before = {(finding.code, finding.path) for finding in report.findings}
        assert {(finding.code, finding.path) for finding in again.findings} <= before, "a fix added a finding"
        assert again.fixed() == fixed, "a second fix changed something"


class Target(NamedTuple):
    """What is fuzzed, and what to begin with."""

    check: Callable[[bytes], None]
    seeds: list[str]


TARGETS: Final = {
    "rosters": Target(rosters, ROSTERS),
    "PartialDate": Target(parse, ["2021", "2021-09", "2021-09-30", "2024-02-29", "0001-01-01"]),
    "match_person": Target(match, [*SPELLINGS, "Ms. CAO Jing", "図師執二事務局次長", "LEE Hee-sup (Dr. (Ph.D.))"]),
    "assess": Target(assess, ["5000000.00\nUSD\n2026\n\n", "1e3\nXBT\n2011\nxx\n0.05", "7\nJPY\n9998\nx\n"]),
    "with_facts": Target(with_facts, [json.dumps(each) for each in DOCUMENTS]),
    "from_json": Target(from_json, [export.to_json(each, indent=None) for each in VALUES]),
}


def main() -> None:
    """Fuzz until the time is over or something is found."""
    target = TARGETS[sys.argv.pop(1)]

    def check(data: bytes) -> None:
        try:
            target.check(data)
        except TrilateralError as error:
            str(error)

    with tempfile.TemporaryDirectory() as folder:
        for at, seed in enumerate(target.seeds):
            (Path(folder) / f"{at}").write_text(seed, encoding="utf-8")
        atheris.Setup([*sys.argv, folder], check)
        atheris.Fuzz()


if __name__ == "__main__":
    main()
