"""The options that several commands have, and what they mean."""

import re
from collections.abc import Callable
from datetime import date
from typing import Any, Final

import click

import trilateral as tri
from trilateral._cli.facts import record_with
from trilateral.errors import shown

__all__ = [
    "AGREEMENTS",
    "asked",
    "day_option",
    "export_options",
    "head",
    "law_and_facts",
    "number_option",
    "record_options",
    "whole",
    "year_option",
]

Command = Callable[..., Any]
Option = Callable[[Command], Command]

AGREEMENTS: Final = {"2010": tri.AGREEMENT_2010, "2025": tri.AGREEMENT_2025}


def number_option(_: click.Context, __: click.Parameter, value: str | None) -> int | None:
    """Read a board's number."""
    return None if value is None else whole(value, "a board's number, such as 7")


def year_option(_: click.Context, __: click.Parameter, value: str) -> int:
    """Read the year by which a fiscal year is named."""
    return whole(value, "the year in which the fiscal year starts, such as 2026")


def day_option(_: click.Context, __: click.Parameter, value: str | None) -> date | None:
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


def _form(*forms: str) -> Option:
    return click.option(
        "--format", "form", type=click.Choice(forms), default="text", show_default=True, help="For a reader, or for a program."
    )


_FACTS: Final = click.option("--facts", metavar="FILE", help="Add your own sourced facts, a JSON or TOML file.")
_KNOWN_ON: Final = click.option(
    "--known-on",
    metavar="DAY",
    callback=day_option,
    help="Only what could be known on a day, YYYY-MM-DD: facts whose sources were public, law that was known to apply.",
)


def _agreement(of: str = "The law") -> Option:
    told = f"{of}: of 2010, or as amended in 2025. [default: that of the record]"
    return click.option("--agreement", type=click.Choice(list(AGREEMENTS)), help=told)


def _language(of: str = "The language of names") -> Option:
    told = f"{of}; what has none in it stays English."
    languages = "|".join(language.value for language in tri.Language)
    return click.option("--language", metavar=languages, default="en", show_default=True, help=told)


def law_and_facts(command: Command) -> Command:
    """Add the options that say by which law and from which facts to answer, and in which form."""
    return _form("text", "json")(_agreement()(_FACTS(_KNOWN_ON(command))))


def record_options(command: Command) -> Command:
    """Add the options that say from which facts to answer, in which language and form."""
    return _form("text", "markdown", "json")(_language()(_FACTS(_KNOWN_ON(command))))


def export_options(command: Command) -> Command:
    """Add the options that say by which law, from which facts and in which language to export."""
    language, agreement = _language("Of ics and --plot, the language of names"), _agreement("Of boards and seats, the law")
    return language(agreement(_FACTS(_KNOWN_ON(command))))


def asked(
    agreement: str | None, facts: str | None, known_on: date | None = None
) -> tuple[tri.Record, tri.Agreement[tri.MemberState]]:
    """Return the record and the law by which to answer."""
    record = tri.record() if facts is None else record_with(facts)
    if known_on is not None:
        record = record.as_known_on(known_on)
    return record, record.agreement if agreement is None else AGREEMENTS[agreement]


def head(law: tri.Agreement[tri.MemberState], record: tri.Record, facts: str | None) -> str:
    """Return what an answer rests on, in one line."""
    added = "" if facts is None else f", with the facts of {facts}"
    return f"{law.title}; record of {record.edition}{added}"


def whole(text: str, expected: str) -> int:
    """Read a whole number."""
    if not re.fullmatch(r"[0-9]{1,100}", text):
        raise click.BadParameter(f"expected {expected}, got {shown(text)}")
    return int(text)
