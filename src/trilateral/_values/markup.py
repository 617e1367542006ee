"""HTML for notebooks: tables in which every text is escaped, without colours, scripts, ids or anything from elsewhere."""

from collections.abc import Iterable
from html import escape
from typing import Final, NewType

__all__ = ["Markup", "code", "lines", "name", "table", "text"]

# Only what this module returns; a text of data is a `str`, and no cell of a table.
Markup = NewType("Markup", str)

_CELL: Final = ' style="text-align: left"'  # notebooks would put texts to the right


def text(words: str) -> Markup:
    """Return a text as it stands."""
    return Markup(escape(words))


def code(words: str) -> Markup:
    """Return what a program reads."""
    return Markup(f"<code>{escape(words)}</code>")


def name(words: str, script: str) -> Markup:
    """Return a name, marked by its script (ISO 15924) where that is not Latin, so that it is read and drawn as such."""
    return text(words) if script == "Latn" else Markup(f'<span lang="und-{escape(script)}">{escape(words)}</span>')


def lines(parts: Iterable[Markup]) -> Markup:
    """Return several things, each on a line of its own."""
    return Markup("<br/>".join(parts))


def table(caption: str, headings: Iterable[str], rows: Iterable[tuple[Markup, ...]]) -> Markup:
    """Return a table; the first cell of each row is its heading."""
    head = "".join(f'<th scope="col"{_CELL}>{escape(heading)}</th>' for heading in headings)
    body = "".join(
        f'<tr><th scope="row"{_CELL}>{first}</th>{"".join(f"<td{_CELL}>{cell}</td>" for cell in others)}</tr>'
        for first, *others in rows
    )
    return Markup(f"<table><caption>{escape(caption)}</caption><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>")
