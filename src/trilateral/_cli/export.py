"""The command that takes answers out of the house: in other formats, to files, and as a picture."""

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Final

import attr
import click
from click.core import ParameterSource

import trilateral as tri
from trilateral import export as formats
from trilateral._cli.options import asked, day_option, export_options
from trilateral.errors import shown
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
    "names": lambda it: tuple(each for each in (*it.record.people, *it.record.history.leaders) if each.names),
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
_SUFFIXES: Final = {".csv": "csv", ".md": "markdown", ".ics": "ics"}
_STDOUT: Final = "-"


@click.command()
@click.argument("subject", type=click.Choice(_SUBJECTS))
@click.option(
    "--format",
    "form",
    type=click.Choice(_FORMATS),
    help="csv and markdown of tables; popolo and ics of boards, with the events about them. "
    "[default: by the end of the name of --output, .csv, .md or .ics; else json]",
)
@click.option("--plot", metavar="FILE", help="Of boards: draw them instead, as SVG or PNG by the name of the file.")
@click.option("--output", metavar="FILE", help="Write to a file; by default, and with -, to standard output.")
@click.option("--force", is_flag=True, help="With --output or --plot: replace a file that is there.")
@click.option(
    "--until",
    metavar="DAY",
    callback=day_option,
    help="Of boards and seats: also boards projected to start before a day, YYYY-MM-DD.",
)
@export_options
@click.pass_context
def export(  # noqa: PLR0913 - one parameter an option
    context: click.Context,
    /,
    *,
    subject: str,
    form: str | None,
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
    if form is None:
        form = _SUFFIXES.get(Path(output or "").suffix.lower(), "json")
    _refuse_unused(context, form)
    if Path(output or "").suffix.lower() in (".svg", ".png"):
        raise click.UsageError(f"--output writes no picture; pass --plot {shown(output)}")
    record, law = asked(agreement, facts, known_on)
    it = _Asked(until=until, language=language, law=law, record=record)
    if plot is not None:
        _draw(it, plot, force=force)
        return ""
    text = _exported(subject, form, it)
    if output in (None, _STDOUT):
        return text
    write(output, text.encode(errors="backslashreplace"), force=force)
    return ""


def _refuse_unused(context: click.Context, form: str) -> None:
    """Refuse options that would change nothing, each for the reason that it has."""
    subject, plot, output = (context.params[name] for name in ("subject", "plot", "output"))
    lawful, to_a_file = subject in _LAWFUL, plot is not None or output not in (None, _STDOUT)
    own = "the record is written with its own agreement" if subject == "record" else f"no law plays a part in {subject}"
    uses = {
        "plot": (subject == "boards", "draws boards"),
        "output": (plot is None, "is for what is not drawn, as --plot has a FILE of its own"),
        "form": (plot is None, "is for what is not drawn, as a picture is SVG or PNG by the end of its name"),
        "force": (to_a_file, "is for --output FILE and --plot FILE"),
        "until": (lawful, f"is for {' and '.join(_LAWFUL)}"),
        "agreement": (lawful, f"is for {' and '.join(_LAWFUL)}; {own}"),
        "language": (plot is not None or form == "ics", "is for --format ics and --plot"),
        "facts": (subject != "schema", "is for all but the schema, which is the same whatever the facts are"),
        "known_on": (subject != "schema", "is for all but the schema, which is the same on every day"),
    }
    for name, (used, reason) in uses.items():
        if not used and context.get_parameter_source(name) is not ParameterSource.DEFAULT:
            (option,) = (each.opts[0] for each in context.command.params if each.name == name)
            raise click.UsageError(f"{option} {reason}")


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
    raise click.UsageError(f"{subject} can be had as {', '.join(known)}, got {form}; pass another --format")


def _text(data: object) -> str:
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"
