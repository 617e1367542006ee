"""The commands, their options, and what a shell gets of them: an answer or one error, and an exit code."""

import io
import os
import sys
from collections.abc import Sequence
from datetime import date
from typing import Any

import click

import trilateral as tri
from trilateral._cli.documents import Writer
from trilateral._cli.export import export
from trilateral._cli.law import compared, departures, explain
from trilateral._cli.layout import laid_out, printable
from trilateral._cli.options import asked, day_option, head, law_and_facts, number_option, year_option
from trilateral._cli.rosters import check, codes
from trilateral._cli.text import assessed, in_full, overview
from trilateral._cli.timeline import about, series, timeline
from trilateral.errors import shown

__all__ = ["run"]


def run(arguments: Sequence[str]) -> int:
    """Run one command, print its answer or its error, and return the exit code."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")
    try:
        with commands.make_context("trilateral", list(arguments)) as context:
            answer = commands.invoke(context)
            for text in [answer] if isinstance(answer, str) else answer:
                click.echo(text, nl=False)
    except click.exceptions.Exit as done:
        return done.exit_code
    except click.ClickException as error:
        return _refused(_explained(error))
    except tri.TrilateralError as error:
        return _refused(str(error))
    except OSError as error:
        return _unwritten(error)
    return 0


def today() -> date:
    """Return the day on this machine; nothing else in the library knows it."""
    return date.today()  # noqa: DTZ011, TID251 - this is the command line


def _explained(error: click.ClickException) -> str:
    """Return what is wrong, and of wrong usage the way out."""
    message = " ".join(error.format_message().split())
    if not isinstance(error, click.UsageError):
        return message
    if isinstance(error, click.NoSuchOption) and error.option_name[1:].isdigit():
        message = f"no number here begins with a minus, got {shown(error.option_name)}"
    command = error.ctx.command_path if error.ctx else "trilateral"
    return f"{message.rstrip('.')}; try '{command} --help'"


def _refused(message: str) -> int:
    lines = [printable(line) for line in f"error: {message}".split("\n")]
    click.echo("\n".join(lines), err=True)
    return 2


def _unwritten(error: OSError) -> int:
    """Give up standard output, so that Python does not try to write the rest when it ends."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 0 if isinstance(error, BrokenPipeError) else _refused(f"cannot write to standard output: {error.strerror}")


@click.group(no_args_is_help=False, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(tri.__version__, message="%(prog)s %(version)s")
def commands() -> None:
    """Who sat, sits and will sit on the board of the Trilateral Cooperation Secretariat, why, and who says so."""


@commands.command()
@click.argument("number", required=False, callback=number_option)
@click.option("--on", "day", metavar="DAY", callback=day_option, help="The board on a day, YYYY-MM-DD, instead of a NUMBER.")
@law_and_facts
def board(
    *, number: int | None, day: date | None, form: str, agreement: str | None, facts: str | None, known_on: date | None
) -> str:
    """Show one board in full: board NUMBER, or the board on a day, or on that of --known-on, or today's."""
    if number is not None and day is not None:
        raise click.UsageError("pass a NUMBER or --on DAY, not both")
    record, law = asked(agreement, facts, known_on)
    if number is None:
        day = day or known_on or today()
        found = tri.board_on(day, agreement=law, record=record)
    else:
        found = tri.board(number, agreement=law, record=record)
    if form == "json":
        writer = Writer(law, record)
        standing: dict[str, Any] = {"day": str(day), "standing": found.standing_on(day).value} if day else {}
        return writer.document(**standing, board=writer.board(found))
    return laid_out(in_full(found, law, head(law, record, facts), day))


@commands.command()
@click.option("--until", metavar="DAY", callback=day_option, help="Also those projected to start before a day, YYYY-MM-DD.")
@click.option(
    "--compare",
    type=click.Choice(["2010", "2025"]),
    help="What another law says otherwise of the boards that start before --until, or of the recorded and the next one.",
)
@law_and_facts
def boards(
    *, until: date | None, compare: str | None, form: str, agreement: str | None, facts: str | None, known_on: date | None
) -> str:
    """List the recorded boards, or every board that starts before a day; or what another law says otherwise of them."""
    record, law = asked(agreement, facts, known_on)
    if compare is not None:
        return compared(record, law, compare, until=until, form=form, first=head(law, record, facts))
    found = tri.boards(until=until, agreement=law, record=record)
    if form == "json":
        writer = Writer(law, record)
        return writer.document(boards=[writer.board(each) for each in found])
    return laid_out(overview(found, head(law, record, facts)))


@commands.command()
@click.argument("total")
@click.option("--currency", required=True, metavar="CODE", help="A code of ISO 4217, or any other with --quantum.")
@click.option("--fiscal-year", "year", required=True, metavar="YEAR", callback=year_option, help="The year in which it starts.")
@click.option(
    "--remainder",
    type=click.Choice([remainder.value for remainder in tri.Remainder]),
    default=tri.Remainder.ROTATING.value,
    show_default=True,
    help="Who bears the odd units.",
)
@click.option("--quantum", metavar="AMOUNT", help="The minor unit of a currency that ISO 4217 does not list.")
@law_and_facts
def assess(  # noqa: PLR0913 - one parameter an option
    *,
    total: str,
    currency: str,
    year: int,
    remainder: str,
    quantum: str | None,
    form: str,
    agreement: str | None,
    facts: str | None,
    known_on: date | None,
) -> str:
    """Split the TOTAL of a fiscal year's budget among the states, in amounts that sum to it exactly."""
    record, law = asked(agreement, facts, known_on)
    found = tri.assess(
        total,
        currency=currency,
        fiscal_year=year,
        remainder=tri.Remainder(remainder),
        quantum=quantum,
        agreement=law,
        record=record,
    )
    try:
        in_office = tri.boards_during(found.fiscal_year.term, agreement=law, record=record)
    except tri.OutOfCoverageError:
        in_office = None
    if form == "json":
        writer = Writer(law, record)
        return writer.document(assessment=writer.assessment(found), in_office=in_office and [each.number for each in in_office])
    return laid_out(assessed(found, in_office or (), head(law, record, facts)))


for each in (departures, explain, timeline, series, about, check, codes, export):
    commands.add_command(each)
