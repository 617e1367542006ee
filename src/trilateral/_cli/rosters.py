"""The commands on rosters: check them, and explain what is checked."""

import json
import os
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any, BinaryIO, Final, TextIO

import click
from rich.console import Console
from rich.progress import wrap_file

import trilateral as tri
from trilateral._cli.layout import Page, Row, laid_out, printable
from trilateral._cli.options import asked, law_and_facts
from trilateral.errors import shown
from trilateral.rosters import RULES, Limits, Rule, Severity, format_of, schema

__all__ = ["check", "codes"]

_FORMATS: Final = ("json", "toml", "yaml", "csv", "jsonl")
_LONGEST_EXAMPLE: Final = 1000
_UNREAD: Final = frozenset({"TRI901", "TRI910"})


def _severity(_: click.Context, __: click.Parameter, values: tuple[str, ...]) -> dict[str, Severity]:
    """Read severities of one's own, each written CODE=SEVERITY."""
    chosen: dict[str, Severity] = {}
    for value in values:
        code, _equals, word = value.partition("=")
        words = {severity.value: severity for severity in Severity}
        if word not in words:
            raise click.BadParameter(f"expected CODE={'|'.join(words)}, such as TRI307=note, got {shown(value)}")
        chosen[code] = words[word]
    return chosen


@click.command()
@click.argument("files", metavar="FILE...", nargs=-1, required=True)
@click.option(
    "--input",
    "form_of_input",
    type=click.Choice(_FORMATS),
    help="What the files hold. [default: by the end of their names; json for standard input]",
)
@click.option(
    "--scope",
    type=click.Choice(["record", "law"]),
    default="record",
    show_default=True,
    help="law: leave people and recorded dates alone, for rosters with invented names.",
)
@click.option("--select", metavar="CODE", multiple=True, help="Report only these codes, or codes so begun.")
@click.option("--ignore", metavar="CODE", multiple=True, help="Do not report these codes, or codes so begun.")
@click.option(
    "--severity", metavar="CODE=SEVERITY", multiple=True, callback=_severity, help="Report a code as error, warning or note."
)
@click.option("--strict", is_flag=True, help="Take warnings for errors.")
@click.option("--most-bytes", type=click.IntRange(min=1), help="The most bytes of a file, or of a line of JSON Lines.")
@law_and_facts
def check(  # noqa: PLR0913 - one parameter an option
    *,
    files: tuple[str, ...],
    form_of_input: str | None,
    scope: Any,  # noqa: ANN401 - one of two words
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    severity: dict[str, Severity],
    strict: bool,
    most_bytes: int | None,
    form: str,
    agreement: str | None,
    facts: str | None,
    known_on: date | None,
) -> Iterator[str]:
    """Check rosters of boards: FILE in JSON, TOML, YAML, CSV or JSON Lines, or - for standard input.

    The exit code is 1 if there is an error, and 2 if nothing could be read.
    """
    record, law = asked(agreement, facts, known_on)
    options = {
        "agreement": law,
        "record": record,
        "scope": scope,
        "limits": Limits() if most_bytes is None else Limits(bytes=most_bytes),
    }
    found = unread = total = 0
    for file in files:
        for report in _reports(file, form_of_input, options):
            chosen = report.filtered(select=select, ignore=ignore, severities=severity, strict=strict)
            total += 1
            unread += any(finding.code in _UNREAD for finding in report.findings)
            found += not chosen.ok
            yield chosen.to_json() + "\n" if form == "json" else _text(chosen)
    if total == unread:
        raise click.exceptions.Exit(2)
    if found:
        raise click.exceptions.Exit(1)


def _text(report: tri.Report) -> str:
    return "".join(f"{printable(line)}\n" for line in str(report).split("\n"))


def _reports(file: str, form: str | None, options: dict[str, Any]) -> Iterator[tri.Report]:
    """Yield the report of a file, or one a line of JSON Lines."""
    if (form or format_of(file)) != "jsonl":
        yield tri.check_roster_file(_standard_input() if file == "-" else file, format=form, **options)
    elif file == "-":
        yield from tri.check_roster_lines(_standard_input(), **options)
    else:
        yield from _lines(Path(file), options)


def _standard_input() -> BinaryIO:
    if sys.stdin is None:
        raise click.ClickException("cannot read standard input: it is closed")
    return sys.stdin.buffer


def _lines(path: Path, options: dict[str, Any]) -> Iterator[tri.Report]:
    """Yield a report a line, with the progress on a terminal that does not show the reports themselves."""
    readable = os.path.isfile(path) and os.access(path, os.R_OK)  # noqa: PTH113 - Path.is_file raises some errors
    if not readable or not _is_terminal(sys.stderr) or _is_terminal(sys.stdout):
        yield from tri.check_roster_lines(path, **options)
        return
    console = Console(stderr=True)
    with (
        path.open("rb") as file,
        wrap_file(file, path.stat().st_size, description="Checking", console=console, transient=True) as stream,
    ):
        yield from tri.check_roster_lines(stream, **options)


def _is_terminal(stream: TextIO | None) -> bool:
    return stream is not None and stream.isatty()


@click.command()
@click.argument("code", required=False)
@click.option("--schema", "only_schema", is_flag=True, help="Print the JSON Schema of a roster document instead.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="For a reader, or for a program.",
)
def codes(*, code: str | None, only_schema: bool, form: str) -> str:
    """List what the roster check checks, or explain one CODE: why, the way out, and an example of right and wrong."""
    if only_schema:
        if code is not None:
            raise click.UsageError("pass a CODE or --schema, not both")
        return json.dumps(schema(), indent=2) + "\n"
    if code is not None and code not in RULES:
        raise click.UsageError(f"no rule has the code {shown(code)}; `trilateral codes` lists them")
    rules = list(RULES.values()) if code is None else [RULES[code]]
    if form == "json":
        return json.dumps({"codes": [_table(rule) for rule in rules]}, ensure_ascii=False, indent=2) + "\n"
    return laid_out(_list(rules) if code is None else _in_full(rules[0]))


def _list(rules: list[Rule]) -> Page:
    rows = tuple(Row((rule.code, rule.severity.value, rule.title)) for rule in rules)
    return Page((f"{len(rules)} rules; trilateral codes CODE explains one",), rows, ("Code", "Severity", "What breaks it"))


def _in_full(rule: Rule) -> Page:
    citation = rule.citation
    rows = (
        ("Severity", rule.severity.value),
        ("Why", rule.reason),
        ("Citation", f"{citation.statement} ({citation.kind.value}, {citation.confidence.value})"),
        *(("", f"{source.title}; {source.publisher}, {source.url or 'no address'}") for source in citation.sources),
        ("Way out", rule.hint),
        ("Implies", ", ".join(rule.implies) or "nothing"),
        ("Right", _shortened(rule.good)),
        ("Wrong", _shortened(rule.bad)),
    )
    return Page((f"{rule.code}: {rule.title}",), tuple(Row(row) for row in rows))


def _shortened(example: str) -> str:
    """Return an example, cut in the middle if it is too long to be read."""
    return example if len(example) <= _LONGEST_EXAMPLE else f"{example[:40]} ... {example[-40:]} ({len(example)} characters)"


def _table(rule: Rule) -> dict[str, Any]:
    return {
        "code": rule.code,
        "severity": rule.severity.value,
        "title": rule.title,
        "reason": rule.reason,
        "hint": rule.hint,
        "citation": rule.citation.statement,
        "kind": rule.citation.kind.value,
        "confidence": rule.citation.confidence.value,
        "sources": [source.id for source in rule.citation.sources],
        "implies": list(rule.implies),
        "shape": rule.shape,
        "good": rule.good,
        "bad": rule.bad,
    }
