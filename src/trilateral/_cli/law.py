"""The commands on law and time: where the record leaves a law, how an answer came about, what another law says otherwise."""

from datetime import date, timedelta

import attr
import click

import trilateral as tri
from trilateral._cli.documents import Writer
from trilateral._cli.layout import Page, Row, laid_out, printable
from trilateral._cli.options import AGREEMENTS, asked, head, law_and_facts, whole

__all__ = ["compared", "departures", "explain"]


@click.command()
@law_and_facts
def departures(*, form: str, agreement: str | None, facts: str | None, known_on: date | None) -> str:
    """List where the record leaves the law: starts, seats, and the end of the last recorded board."""
    record, law = asked(agreement, facts, known_on)
    found = tri.departures(agreement=law, record=record)
    if form == "json":
        writer = Writer(law, record)
        return writer.document(departures=[writer.departure(each) for each in found])
    headings = ("Board", "What", "By law", "In fact", "Days later")
    rows = tuple(
        Row(
            (
                str(each.board),
                _what(each),
                _side(each.lawful),
                _side(each.recorded),
                "" if each.days is None else f"{each.days}{' or more' if each.at_least else ''}",
            )
        )
        for each in found
    )
    first = head(law, record, facts)
    if not rows:
        return laid_out(Page((first, "The record nowhere leaves that law."), ()))
    return laid_out(Page((first,), rows, headings))


@click.command()
@click.argument("kind", type=click.Choice(["board", "composition", "meeting"]))
@click.argument("arguments", metavar="[SERIES] NUMBER [PART]", nargs=-1, required=True)
@law_and_facts
def explain(
    *,
    kind: str,
    arguments: tuple[str, ...],
    form: str,
    agreement: str | None,
    facts: str | None,
    known_on: date | None,
) -> str:
    """Show how an answer came about: board 9, board 9 term.end, composition 11, meeting summit 10."""
    record, law = asked(agreement, facts, known_on)
    series, *asked_for = arguments if kind == "meeting" else ("", *arguments)
    number, part, *more = (*asked_for, "", "")
    if not number or any(more):
        raise click.UsageError("expected a NUMBER, before it a SERIES if it is a meeting, and maybe a PART, such as term.end")
    at = whole(number, "a number, such as 9")
    edition = head(law, record, facts).partition("; ")[2]
    answer: tri.Board | tri.Composition[tri.MemberState] | tri.Hosting
    if kind == "board":
        answer, rests_on = tri.board(at, agreement=law, record=record), head(law, record, facts)
    elif kind == "composition":
        answer, rests_on = tri.composition(at, agreement=law), law.title
    else:
        answer, rests_on = tri.series(series, record=record).host(at), edition
    found = tri.explain(answer)[part] if part else tri.explain(answer)
    if form == "json":
        writer = Writer(law, record)
        return writer.document(derivation=writer.derivation(found))
    return "".join(f"{printable(line)}\n" for line in (rests_on, "", *str(found).splitlines()))


def compared(
    record: tri.Record, law: tri.Agreement[tri.MemberState], other: str, /, *, until: date | None, form: str, first: str
) -> str:
    """Return what another law says otherwise of the boards that start before a day, or of the recorded and the next one."""
    if until is None:
        recorded = tri.boards(agreement=law, record=record)
        until = recorded[-1].end.date + timedelta(days=1) if recorded else record.edition
    one, two = (attr.evolve(record, agreement=each) for each in (law, AGREEMENTS[other]))
    found = tri.compare(one, two, until=until)
    if form == "json":
        differences = [_difference(each) for each in found]
        return Writer(law, record).document(other=AGREEMENTS[other].title, differences=differences)
    rows = tuple(Row((str(each.board), _what(each), _side(each.one), _side(each.other))) for each in found)
    headings = ("Board", "What", law.title, AGREEMENTS[other].title)
    if not rows:
        return laid_out(Page((first, f"{law.title} and {AGREEMENTS[other].title} say the same."), ()))
    return laid_out(Page((first,), rows, headings))


def _what(each: tri.Departure | tri.Difference) -> str:
    """Return what it is about: a boundary, or something of the seat of a state."""
    return f"{each.kind.value} {each.state.value}" if each.state else each.kind.value


def _difference(difference: tri.Difference) -> dict[str, object]:
    return {
        "board": difference.board,
        "kind": difference.kind.value,
        "state": difference.state.value if difference.state else None,
        "one": _side(difference.one) or None,
        "other": _side(difference.other) or None,
    }


def _side(value: date | tri.Role | tuple[str, ...] | None) -> str:
    """Return what one side says, as text."""
    if isinstance(value, tri.Role):
        return value.value
    return ", then ".join(value) if isinstance(value, tuple) else str(value or "")
