"""How a page is laid out: plain aligned text in a pipe, colours and borders on a terminal."""

import re
from collections.abc import Iterable
from itertools import zip_longest
from typing import Final, NamedTuple
from unicodedata import category

from rich import box
from rich.cells import cell_len
from rich.console import Console
from rich.table import Table
from rich.text import Text

import trilateral as tri

__all__ = ["Page", "Row", "as_markdown", "laid_out", "plain_markdown", "printable"]

_STYLES: Final = {tri.Basis.RECORDED: "green", tri.Basis.INFERRED: "yellow", tri.Basis.PROJECTED: "cyan"}
_MOST_CELLS: Final = 10_000  # wider than any terminal


class Row(NamedTuple):
    """Cells side by side, and on what the last of them stands."""

    cells: tuple[str, ...]
    basis: tri.Basis | None = None


class Page(NamedTuple):
    """Lines that head a page, rows below them, with headings if they are a table, and lines below those."""

    head: tuple[str, ...]
    rows: tuple[Row, ...]
    headings: tuple[str, ...] = ()
    foot: tuple[str, ...] = ()


def laid_out(page: Page) -> str:
    """Return a page as text, for a terminal if standard output is one."""
    head, headings, foot = _printable(page.head), _printable(page.headings), _printable(page.foot)
    rows = [(_printable(row.cells), _STYLES[row.basis] if row.basis else "") for row in page.rows]
    console = Console()
    if not console.file.isatty():
        below = ["", *foot] if foot else []
        return "\n".join([*head, "", *_aligned([headings, *(cells for cells, _ in rows)][not headings :]), *below, ""])
    table = _table(headings, rows)
    if headings and console.measure(table, options=console.options.update(max_width=_MOST_CELLS)).maximum > console.width:
        table = _table(_stacked(headings), [(_stacked(cells), style) for cells, style in rows])
    with console.capture() as captured:
        console.print(Text("\n".join(head), "bold"), "", table, sep="\n")
        if foot:
            console.print("", Text("\n".join(foot)), sep="\n")
    return captured.get()


def as_markdown(page: Page, items: Iterable[str]) -> str:
    """Return a page with a table as Markdown: a paragraph a line above the table, and below it an ordered list of items."""
    rows = [page.headings, *(row.cells for row in page.rows)]
    heading, *others = (f"| {' | '.join(map(_cell, cells))} |" for cells in rows)
    table = "\n".join([heading, f"| {' | '.join('---' for _ in page.headings)} |", *others])
    listed = "\n".join(f"{number}. {item}" for number, item in enumerate(items, start=1))
    return "\n\n".join([*map(plain_markdown, page.head), table, *([listed] if listed else [])]) + "\n"


def plain_markdown(text: str) -> str:
    """Return ``text`` with everything escaped that Markdown or HTML would take as markup."""
    inline = re.sub(r"[\\`*_~\[\]<>&|$]", r"\\\g<0>", printable(text).strip())
    return re.sub(r"^([#+=-]|[0-9]+(?=[.)]))", _at_the_start, inline)


def _at_the_start(found: re.Match[str]) -> str:
    """Escape what would begin a heading, a list or a line; of a number, the mark behind it."""
    return f"{found[0]}\\" if found[0].isdigit() else f"\\{found[0]}"


def _cell(text: str) -> str:
    """Return ``text`` as a cell of a table; the numbers of sources are no markup, as no link has such a name."""
    return text if re.fullmatch(r"(\[[0-9]+\])*", text) else plain_markdown(text)


def printable(text: str) -> str:
    """Return ``text`` with everything escaped that would command a terminal instead of being printed by it."""
    return "".join(
        char if char.isprintable() or category(char) == "Zs" else char.encode("unicode_escape").decode() for char in text
    )


def _printable(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(printable(text) for text in texts)


def _aligned(rows: list[tuple[str, ...]]) -> Iterable[str]:
    """Yield rows as lines, with their columns under each other also where characters are two cells wide."""
    widths = [max(map(cell_len, column)) for column in zip_longest(*rows, fillvalue="")]
    for cells in rows:
        padded = (cell + " " * (width - cell_len(cell)) for cell, width in zip(cells, widths, strict=False))
        yield "  ".join(padded).rstrip()


def _stacked(cells: tuple[str, ...]) -> tuple[str, ...]:
    """Put what stands between the first two columns and the last into one column, line by line."""
    return (*cells[:2], "\n".join(cells[2:-1]), cells[-1])


def _table(headings: tuple[str, ...], rows: list[tuple[tuple[str, ...], str]]) -> Table:
    """Return rows as a table that folds what is too wide; without headings, its first column is bold."""
    table = Table(box=box.SIMPLE_HEAD, show_edge=False) if headings else Table.grid(padding=(0, 2))
    for heading in headings:
        table.add_column(heading, overflow="fold")
    if not headings:
        table.add_column(style="bold", overflow="fold")
        table.add_column(overflow="fold")
    for cells, style in rows:
        table.add_row(*map(Text, cells[:-1]), Text(cells[-1], style))
    return table
