"""The command that takes answers out of the house: in other formats, to files, and as a picture."""

import json
from collections.abc import Callable
from datetime import date
from typing import Final

import attr
import click

import trilateral as tri
from trilateral import export as formats
from trilateral._cli.options import asked, day_option, export_options
from trilateral.export._files import write

__all__ = ["export"]


@attr.frozen(kw_only=True)
class _Asked:
    """What was asked for."""

    until: date | None
    language: str
    law: tri.Agreement[tri.MemberState]
    record: tri.Record

    @property
    def boards(self) -> tuple[tri.Board, ...]:
        """The boards."""
        return tri.boards(until=self.until, agreement=self.law, record=self.record)


_TABLES: Final[dict[str, Callable[[_Asked], formats.Table]]] = {
    "boards": lambda it: formats.boards(until=it.until, agreement=it.law, record=it.record),
    "seats": lambda it: formats.seats(until=it.until, agreement=it.law, record=it.record),
    "timeline": lambda it: formats.timeline(record=it.record),
    "names": lambda it: formats.names(record=it.record),
    "sources": lambda it: formats.sources(record=it.record),
}
_VALUES: Final[dict[str, Callable[[_Asked], object]]] = {
    "boards": lambda it: it.boards,
    "seats": lambda it: tuple(seat for board in it.boards for seat in board.seats),
    "timeline": lambda it: tri.timeline(record=it.record),
    "names": lambda it: it.record.people,
    "sources": lambda it: it.record.sources,
    "record": lambda it: it.record,
}
_OTHERS: Final[dict[str, Callable[[_Asked], str]]] = {
    "popolo": lambda it: _text(formats.popolo(until=it.until, agreement=it.law, record=it.record)),
    "ics": lambda it: formats.icalendar(until=it.until, language=it.language, agreement=it.law, record=it.record),
}
_SUBJECTS: Final = (*_VALUES, "schema")
_LAWFUL: Final = ("boards", "seats")
_FORMATS: Final = ("json", "csv", "markdown", *_OTHERS)


@click.command()
@click.argument("subject", type=click.Choice(_SUBJECTS))
@click.option(
    "--format",
    "form",
    type=click.Choice(_FORMATS),
    default="json",
    show_default=True,
    help="csv and markdown of tables; popolo and ics of boards, with the events about them.",
)
@click.option("--plot", metavar="FILE", help="Draw the boards instead, as SVG or PNG by the name of the file.")
@click.option("--output", metavar="FILE", help="Write to a file instead of standard output.")
@click.option("--force", is_flag=True, help="Replace a file that is there.")
@click.option("--until", metavar="DAY", callback=day_option, help="Also boards projected to start before a day, YYYY-MM-DD.")
@export_options
def export(  # noqa: PLR0913 - one parameter an option
    *,
    subject: str,
    form: str,
    plot: str | None,
    output: str | None,
    force: bool,
    until: date | None,
    language: str,
    agreement: str | None,
    facts: str | None,
    known_on: date | None,
) -> str:
    """Take boards, seats, the timeline, names, sources or the whole record to another program; or the schema of the JSON."""
    if subject not in _LAWFUL and (until is not None or agreement is not None):
        raise click.UsageError(f"--until and --agreement are for {' and '.join(_LAWFUL)}, as no law plays a part in {subject}")
    record, law = asked(agreement, facts, known_on)
    it = _Asked(until=until, language=language, law=law, record=record)
    if plot is not None:
        if subject != "boards" or output is not None:
            raise click.UsageError("--plot FILE draws boards, and needs no --output")
        _draw(it, plot, force=force)
        return ""
    text = _exported(subject, form, it)
    if output is None:
        return text
    write(output, text.encode(errors="backslashreplace"), force=force)
    return ""


def _draw(it: _Asked, path: str, *, force: bool) -> None:
    """Draw the boards."""
    try:
        from trilateral.plots import boards, save  # noqa: PLC0415 - only with the extra can it draw
    except ModuleNotFoundError as missing:
        raise click.ClickException(str(missing)) from missing
    save(boards(until=it.until, language=it.language, agreement=it.law, record=it.record), path, force=force)


def _exported(subject: str, form: str, it: _Asked) -> str:
    """Return the text of a subject in a format."""
    if form == "json":
        return _text(formats.json_schema()) if subject == "schema" else formats.to_json(_VALUES[subject](it))
    if subject in _TABLES and form in ("csv", "markdown"):
        table = _TABLES[subject](it)
        return table.to_csv() if form == "csv" else table.to_markdown()
    if subject == "boards":
        return _OTHERS[form](it)
    known = ("json", "csv", "markdown") if subject in _TABLES else ("json",)
    raise click.UsageError(f"{subject} can be had as {', '.join(known)}, got --format {form}")


def _text(data: object) -> str:
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"
