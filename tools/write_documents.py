"""Write the table of the three documents that the record began from: `make documents`.

What they say is kept in docs/documents.toml; the answers, their sources and their readings come from the record.
"""

import datetime as dt
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import Enum
from functools import cache
from pathlib import Path
from re import search
from typing import Any, Final, cast

import attr

import trilateral as tri

DOCS: Final = Path(__file__).parent.parent / "docs"
KEPT: Final = DOCS / "documents.toml"
TARGET: Final = DOCS / "reference" / "documents.md"
MOST_SOURCES: Final = 3
HEAD: Final = """\
# Where each statement of three documents is answered

The record began from three documents. This page goes through what they state, clause by clause: in our words, with the call
that answers it and the sources under the answer. Where a document is wrong or out of date, or others say it better, the
record keeps its reading behind the one that it prefers, and the last column has both.

In the calls, `tri` is `trilateral` and `dt` is `datetime`. At most three sources are shown, the document itself first where
the answer rests on it; the answer has them all. Courtesies and what is only layout are no statements. `make documents`
writes this page from `docs/documents.toml` and the record; do not edit it.
"""


def _tuple(patterns: Sequence[str]) -> tuple[str, ...]:
    return tuple(patterns)


@attr.frozen
class Row:
    """One statement of a document.

    Attributes:
        subject: What it is about.
        states: What the document says, in our words.
        call: The expression that answers it.
        expected: Patterns, each of which one text of the answer has to match.
        instead: A pattern of the preferred reading, where the document is wrong or stale.
    """

    subject: str
    states: str
    call: str
    expected: Sequence[str] = attr.field(converter=_tuple)
    instead: str | None = None


@attr.frozen
class Document:
    """One of the three documents, by the id of its source, with its rows."""

    name: str
    title: str
    source: str
    description: str
    rows: tuple[Row, ...]


@cache
def documents() -> tuple[Document, ...]:
    """Return the documents with their rows, as kept."""
    kept = tomllib.loads(KEPT.read_text(encoding="utf-8"))
    return tuple(
        Document(
            name=each["name"],
            title=each["title"],
            source=each["source"],
            description=each["is"],
            rows=tuple(Row(**row) for row in each["rows"]),
        )
        for each in kept["documents"]
    )


@cache
def answer(call: str) -> object:
    """Return what a call answers."""
    return eval(call, {"tri": tri, "dt": dt})  # noqa: S307 - the calls are our own


def parts(value: object) -> Iterator[object]:
    """Yield a value and all that is within it, in order: fields, items, keys and values; not what is within a source."""
    yield value
    for each in _inner(value):
        yield from parts(each)


def _inner(value: object) -> Iterable[object]:
    """Return what is directly within a value."""
    if isinstance(value, str | tri.Source | tri.PartialDate | tri.Term):
        return ()
    if isinstance(value, Mapping):
        items = cast("Mapping[object, object]", value).items()
        return (each for item in items for each in item)
    if isinstance(value, Sequence):
        return cast("Sequence[object]", value)
    kind = cast("type[Any]", type(value))
    return (getattr(value, field.name) for field in attr.fields(kind)) if attr.has(kind) else ()


def texts(value: object) -> tuple[str, ...]:
    """Return what an answer says: every text, number, date, term and member of an enumeration within it, as text."""
    said = (
        str(part.value) if isinstance(part, Enum) else str(part)
        for part in parts(value)
        if isinstance(part, str | int | dt.date | tri.PartialDate | tri.Term | Enum) and not isinstance(part, bool)
    )
    return tuple(" ".join(text.split()) for text in said)


def says(value: object, patterns: Sequence[str]) -> bool:
    """Return whether each pattern is found in some text that an answer says."""
    return _found(_said(value), patterns)


def says_call(call: str, patterns: Sequence[str]) -> bool:
    """Return whether each pattern is found in some text that the answer to a call says."""
    return _found(_said_by(call), patterns)


def _found(said: str, patterns: Sequence[str]) -> bool:
    return all(search(f"(?m){pattern}", said) for pattern in patterns)


def _said(value: object) -> str:
    """Return what an answer says, one text a line."""
    return "\n".join(texts(value))


@cache
def _said_by(call: str) -> str:
    return _said(answer(call))


def sources(value: object) -> tuple[str, ...]:
    """Return the ids of the sources under an answer, each once, in order."""
    return tuple(dict.fromkeys(part.id for part in parts(value) if isinstance(part, tri.Source)))


def disputed(row: Row) -> tuple[tri.Reading[Any], tri.Reading[Any]] | None:
    """Return the preferred reading and the document's own, which stands behind it; None where they are not to be found."""
    if row.instead is None:
        return None
    groups = (cast("tuple[object, ...]", part) for part in parts(answer(row.call)) if isinstance(part, tuple))
    for group in groups:
        readings = cast("list[tri.Reading[Any]]", [each for each in group if isinstance(each, tri.Reading)])
        own = next((each for each in readings[1:] if says(each.value, row.expected)), None)
        if own is not None and says(readings[0].value, [row.instead]):
            return readings[0], own
    return None


def page() -> str:
    """Return the whole page."""
    return "\n".join([HEAD, *(line for document in documents() for line in _table(document))])


def _table(document: Document) -> Iterator[str]:
    """Yield the section of one document."""
    others = sum(row.instead is not None for row in document.rows)
    yield f"{document.description}, source `{document.source}`. It makes {len(document.rows)} statements; on {others} of"
    yield "them the record prefers another reading.\n"
    yield "| Subject | What it says | The call that answers it | Sources | Preferred instead |"
    yield "|---|---|---|---|---|"
    for row in document.rows:
        cells = (row.subject, row.states, f"`{row.call}`", _first(document, row), _instead(row))
        yield f"| {' | '.join(cell.replace('|', '&#124;') for cell in cells)} |"
    yield ""


def _first(document: Document, row: Row) -> str:
    """Return the first sources of an answer, that of the document before all others."""
    ids = sorted(sources(answer(row.call)), key=lambda id_: id_ != document.source)
    return _ids(ids[:MOST_SOURCES])


def _instead(row: Row) -> str:
    """Return both readings, where the document's is not the preferred one."""
    readings = disputed(row)
    return " rather than ".join(f"“{each.value}” ({_ids([s.id for s in each.sources])})" for each in readings or ())


def _ids(ids: Sequence[str]) -> str:
    return ", ".join(f"`{id_}`" for id_ in ids)


if __name__ == "__main__":
    TARGET.write_text(f"{page().rstrip()}\n", encoding="utf-8")
