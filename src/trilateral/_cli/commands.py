"""The commands, their options, and what a shell gets of them: an answer or one error, and an exit code."""

import io
import os
import re
import sys
from collections.abc import Callable, Sequence
from datetime import date
from typing import Any, Final

import click

import trilateral as tri
from trilateral._cli.documents import Writer
from trilateral._cli.facts import record_with
from trilateral._cli.layout import laid_out, printable
from trilateral._cli.text import in_full, overview
from trilateral.errors import shown

__all__ = ["run"]

Command = Callable[..., str]

_AGREEMENTS: Final = {"2010": tri.AGREEMENT_2010, "2025": tri.AGREEMENT_2025}


def run(arguments: Sequence[str]) -> int:
    """Run one command, print its answer or its error, and return the exit code."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        with commands.make_context("trilateral", list(arguments)) as context:
            click.echo(commands.invoke(context), nl=False)
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
    message = error.format_message()
    if not isinstance(error, click.UsageError):
        return message
    if isinstance(error, click.NoSuchOption) and error.option_name[1:].isdigit():
        message = f"boards count from 1, so no NUMBER begins with a minus, got {shown(error.option_name)}"
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


def _number(_: click.Context, __: click.Parameter, value: str | None) -> int | None:
    """Read a board's number."""
    if value is None:
        return None
    if not re.fullmatch(r"[0-9]{1,100}", value):
        raise click.BadParameter(f"expected a board's number, such as 7, got {shown(value)}")
    return int(value)


def _day(_: click.Context, __: click.Parameter, value: str | None) -> date | None:
    """Read a day, written in one way only."""
    if value is None:
        return None
    try:
        partial = tri.PartialDate.parse(value)
    except tri.InvalidValueError:
        partial = None
    if partial is None or not partial.is_day:
        raise click.BadParameter(f"expected a day that exists, written YYYY-MM-DD, got {shown(value)}")
    return partial.earliest


def _law_and_facts(command: Command) -> Command:
    """Add the options that say by which law and from which facts to answer, and in which form."""
    options = (
        click.option(
            "--format",
            "form",
            type=click.Choice(["text", "json"]),
            default="text",
            show_default=True,
            help="For a reader, or for a program.",
        ),
        click.option(
            "--agreement",
            type=click.Choice(list(_AGREEMENTS)),
            help="The law: of 2010, or as amended in 2025. [default: that of the record]",
        ),
        click.option("--facts", metavar="FILE", help="Add your own sourced facts, a JSON or TOML file."),
    )
    for option in reversed(options):
        command = option(command)
    return command


@click.group(no_args_is_help=False, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(tri.__version__, message="%(prog)s %(version)s")
def commands() -> None:
    """Who sat, sits and will sit on the board of the Trilateral Cooperation Secretariat, why, and who says so."""


@commands.command()
@click.argument("number", required=False, callback=_number)
@click.option("--on", "day", metavar="DAY", callback=_day, help="The board on a day, YYYY-MM-DD, instead of a NUMBER.")
@_law_and_facts
def board(*, number: int | None, day: date | None, form: str, agreement: str | None, facts: str | None) -> str:
    """Show one board in full: board NUMBER, or the board on a day, or today's."""
    if number is not None and day is not None:
        raise click.UsageError("pass a NUMBER or --on DAY, not both")
    record, law = _asked(agreement, facts)
    if number is None:
        day = day or today()
        found = tri.board_on(day, agreement=law, record=record)
    else:
        found = tri.board(number, agreement=law, record=record)
    if form == "json":
        writer = Writer(law, record)
        standing: dict[str, Any] = {"day": str(day), "standing": found.standing_on(day).value} if day else {}
        return writer.document(**standing, board=writer.board(found))
    return laid_out(in_full(found, law, _head(law, record, facts), day))


@commands.command()
@click.option("--until", metavar="DAY", callback=_day, help="Also those projected to start before a day, YYYY-MM-DD.")
@_law_and_facts
def boards(*, until: date | None, form: str, agreement: str | None, facts: str | None) -> str:
    """List the recorded boards, or every board that starts before a day."""
    record, law = _asked(agreement, facts)
    found = tri.boards(until=until, agreement=law, record=record)
    if form == "json":
        writer = Writer(law, record)
        return writer.document(boards=[writer.board(each) for each in found])
    return laid_out(overview(found, _head(law, record, facts)))


def _asked(agreement: str | None, facts: str | None) -> tuple[tri.Record, tri.Agreement[tri.MemberState]]:
    """Return the record and the law by which to answer."""
    record = tri.record() if facts is None else record_with(facts)
    return record, record.agreement if agreement is None else _AGREEMENTS[agreement]


def _head(law: tri.Agreement[tri.MemberState], record: tri.Record, facts: str | None) -> str:
    """Return what an answer rests on, in one line."""
    added = "" if facts is None else f", with the facts of {facts}"
    return f"{law.title}; record of {record.edition}{added}"
