"""HTML for notebooks: tables in which every text is escaped, without colours, scripts, ids or anything from elsewhere."""

import re
from collections.abc import Iterable
from html import escape
from typing import Final, NewType

__all__ = ["Markup", "code", "in_xml", "lines", "name", "table", "text"]

# Only what this module returns; a text of data is a `str`, and no cell of a table.
Markup = NewType("Markup", str)

_CELL: Final = ' style="text-align: left"'  # notebooks would put texts to the right
_NOT_IN_XML: Final = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def in_xml(words: str) -> str:
    """Return a text with U+FFFD in the place of each character that XML 1.0 cannot hold."""
    return _NOT_IN_XML.sub("\ufffd", words)


def _escaped(words: str) -> str:
    return escape(in_xml(words))


def text(words: str) -> Markup:
    """Return a text as it stands."""
    return Markup(_escaped(words))


def code(words: str) -> Markup:
    """Return what a program reads."""
    return Markup(f"<code>{_escaped(words)}</code>")


def name(words: str, script: str) -> Markup:
    """Return a name, marked by its script (ISO 15924) where that is not Latin, so that it is read and drawn as such."""
    return text(words) if script == "Latn" else Markup(f'<span lang="und-{escape(script)}">{_escaped(words)}</span>')


def lines(parts: Iterable[Markup]) -> Markup:
    """Return several things, each on a line of its own."""
    return Markup("<br/>".join(parts))


def table(caption: str, headings: Iterable[str], rows: Iterable[tuple[Markup, ...]]) -> Markup:
    """Return a table; the first cell of each row is its heading."""
    head = "".join(f'<th scope="col"{_CELL}>{_escaped(heading)}</th>' for heading in headings)
    body = "".join(
        f'<tr><th scope="row"{_CELL}>{first}</th>{"".join(f"<td{_CELL}>{cell}</td>" for cell in others)}</tr>'
        for first, *others in rows
    )
    return Markup(f"<table><caption>{_escaped(caption)}</caption><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>")
