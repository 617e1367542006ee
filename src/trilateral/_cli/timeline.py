"""The commands on what happened, on series of meetings and on what is said about the Secretariat."""

from collections.abc import Iterable
from datetime import date

import click

import trilateral as tri
from trilateral._cli.documents import Writer
from trilateral._cli.footnotes import Footnotes
from trilateral._cli.layout import Page, Row, as_markdown, laid_out
from trilateral._cli.options import asked, day_option, record_options

__all__ = ["about", "series", "timeline"]


def _day(context: click.Context, option: click.Parameter, value: str | None) -> date | None:
    """Read the day of an option, and name that in an error."""
    try:
        return day_option(context, option, value)
    except click.BadParameter as error:
        raise click.BadParameter(f"{option.opts[0]}: {error.message}") from None


@click.command()
@click.option("--kind", metavar="KIND", help=f"Only one kind: {', '.join(kind.value for kind in tri.EventKind)}.")
@click.option("--state", metavar="CODE", help="Only what concerns one state: CHN, JPN or KOR.")
@click.option("--from", "start", metavar="DAY", callback=_day, help="From a day on, YYYY-MM-DD.")
@click.option("--until", "end", metavar="DAY", callback=_day, help="Up to a day, YYYY-MM-DD, that day excluded.")
@record_options
def timeline(  # noqa: PLR0913 - one parameter an option
    *,
    kind: str | None,
    state: str | None,
    start: date | None,
    end: date | None,
    form: str,
    language: str,
    facts: str | None,
    known_on: date | None,
) -> str:
    """List what happened, what is planned and what was not held, with who says so."""
    record, law = asked(None, facts, known_on)
    words = _Words(language, record)
    found = tri.timeline(record=record)
    if start is not None or end is not None:
        start, end = start or date.min, end or date.max
        if start >= end:
            raise click.BadParameter(f"--until must be after --from, {start}, got {end}")
        found = found.between(start, end)
    if kind is not None:
        found = found.of(kind)
    if state is not None:
        found = found.involving(_state(state))
    if form == "json":
        writer = Writer(law, record)
        return writer.document(
            coverage={"start": str(found.coverage.start), "end": str(found.coverage.end)},
            events=[writer.event(event) for event in found],
            possible=[event.id for event in found.possible],
            caveats=list(found.caveats),
        )
    notes = Footnotes()
    headings = ("When", "What", "Host", "Where", "Status", "Sources")
    rows = tuple(
        Row(
            (
                _span(event.when),
                words.title(event),
                words.state(event.host),
                event.city or "",
                _status(event),
                notes.cited(event.sources),
            )
        )
        for event in found
    )
    head = (f"{len(found)} events; evidence from {found.coverage.start} to {found.coverage.last_day}", *found.caveats)
    return _written(Page((*head, _edition(record, facts)), rows, headings), notes, form)


@click.command()
@click.argument("id_", metavar="[SERIES]", required=False)
@record_options
def series(*, id_: str | None, form: str, language: str, facts: str | None, known_on: date | None) -> str:
    """List the series of meetings, or the meetings of one SERIES, and who hosts next."""
    record, law = asked(None, facts, known_on)
    words = _Words(language, record)
    found = tri.series(record=record) if id_ is None else (tri.series(id_, record=record),)
    if form == "json":
        writer = Writer(law, record)
        if id_ is None:
            return writer.document(series=[writer.series(each) for each in found])
        events = [writer.event(event) for each in found for event in _all_of(each)]
        return writer.document(series=[writer.series(each) for each in found], events=events)
    notes = Footnotes()
    if id_ is None:
        headings = ("Series", "Name", "Known", "Rotation", "Next", "As of", "Sources")
        rows = tuple(
            Row(
                (
                    each.id,
                    words.series(each.id, each.name),
                    _numbers(each),
                    words.states(each.rotation or ()),
                    words.coming(each),
                    str(each.as_of),
                    notes.cited(each.sources),
                )
            )
            for each in found
        )
        return _written(Page((_edition(record, facts),), rows, headings), notes, form)
    return _written(_meetings(found[0], words, notes, _edition(record, facts)), notes, form)


def _meetings(one: tri.Series, words: "_Words", notes: Footnotes, edition: str) -> Page:
    """Return the meetings of a series, one a row."""
    headings = ("No.", "When", "Host", "Where", "Status", "Sources")
    rows = tuple(
        Row(
            (
                "" if event.number is None else str(event.number),
                _span(event.when),
                words.state(event.host),
                event.city or "",
                _status(event),
                notes.cited(event.sources),
            )
        )
        for event in _all_of(one)
    )
    rotation = "no rotation"
    if one.rotation:
        rotation = f"rotation {words.states(one.rotation)} from number {one.since} on, {one.basis.value}"
    head = (words.series(one.id, one.name), f"{rotation}; next {words.coming(one) or 'unknown'}, as of {one.as_of}")
    more = tuple(note for note in (one.rotation_note, one.note) if note)
    return Page((*head, *more, edition), rows, headings)


def _all_of(one: tri.Series) -> list[tri.Event]:
    """Return the meetings of a series in order of time: held, planned and not held."""
    return sorted((*one.meetings, *one.planned, *one.not_held), key=lambda event: (event.earliest, event.latest, event.id))


@click.command()
@click.argument("subject", required=False)
@record_options
def about(*, subject: str | None, form: str, language: str, facts: str | None, known_on: date | None) -> str:
    """List what is said about the Secretariat, or about one SUBJECT, such as seat or seat.treaty."""
    record, law = asked(None, facts, known_on)
    words = _Words(language, record)
    found = tri.about(subject, record=record)
    if form == "json":
        writer = Writer(law, record)
        return writer.document(statements=[writer.statement(each) for each in found])
    notes = Footnotes()
    rows = tuple(
        Row((each.subject, _span(each.when) if each.when else "", text, notes.cited(sources)))
        for each in found
        for text, sources in _readings(each)
    )
    head = (words.named("secretariat", "Trilateral Cooperation Secretariat"), _edition(record, facts))
    return _written(Page(head, rows, ("Subject", "When", "What is said", "Sources")), notes, form)


class _Words:
    """Names in one language; what has none in it keeps its English name."""

    def __init__(self, language: str, record: tri.Record) -> None:
        tri.ordinal(1, language)
        self._language = language
        self._record = record

    def named(self, subject: tri.MemberState | str, english: str) -> str:
        try:
            return str(tri.label(subject, self._language, record=self._record))
        except tri.UnknownWordError:
            return english

    def state(self, state: tri.MemberState | None) -> str:
        if state is None:
            return ""
        return state.value if self._language == "en" else self.named(state, state.value)

    def states(self, states: Iterable[tri.MemberState]) -> str:
        return ", ".join(self.state(state) for state in states)

    def series(self, id_: str, english: str) -> str:
        return english if self._language == "en" else self.named(id_, english)

    def title(self, event: tri.Event) -> str:
        if self._language == "en" or event.series is None or event.number is None:
            return event.title
        name = self.named(event.series, "")
        return f"{name} {event.number}" if name else event.title

    def coming(self, series: tri.Series) -> str:
        """Return the number and host of the next meeting."""
        try:
            coming = series.next_host()
        except tri.UnknownMeetingError:
            return ""
        how = coming.status.value if coming.status else coming.basis.value
        return f"{coming.number} {self.state(coming.state)}, {how}"


def _state(code: str) -> tri.MemberState:
    by_code = {state.value: state for state in tri.MemberState}
    if code not in by_code:
        raise click.BadParameter(f"expected one of {', '.join(sorted(by_code))}, got {code!r}", param_hint="'--state'")
    return by_code[code]


def _status(event: tri.Event) -> str:
    """Return whether an event was held, and how that is known if no source says so."""
    return event.status.value if event.basis is tri.Basis.RECORDED else f"{event.status.value}, {event.basis.value}"


def _span(when: tri.PartialDate | tri.Term) -> str:
    """Return a date, or the first and the last of several days."""
    return f"{when.start} to {when.last_day}" if isinstance(when, tri.Term) else str(when)


def _numbers(series: tri.Series) -> str:
    """Return which meetings of a series are known to have been held."""
    numbers = [event.number for event in series.meetings if event.number is not None]
    if numbers and numbers == list(range(numbers[0], numbers[0] + len(numbers))):
        return f"{numbers[0]} to {numbers[-1]}" if len(numbers) > 1 else str(numbers[0])
    return ", ".join(map(str, numbers))


def _readings(statement: tri.Statement) -> Iterable[tuple[str, tuple[tri.Source, ...]]]:
    """Yield what is said, the preferred reading first, each with its note."""
    for at, reading in enumerate(statement.readings):
        inferred = " (inferred)" if statement.basis is tri.Basis.INFERRED and not at else ""
        note = f" [{reading.note}]" if reading.note else ""
        yield f"{'or instead: ' if at else ''}{reading.value}{inferred}{note}", reading.sources


def _edition(record: tri.Record, facts: str | None) -> str:
    added = "" if facts is None else f", with the facts of {facts}"
    return f"record of {record.edition}{added}"


def _written(page: Page, notes: Footnotes, form: str) -> str:
    """Return a page with its footnotes, as text or as Markdown."""
    if form == "markdown":
        return as_markdown(page, notes.items())
    full = page._replace(foot=tuple(f"{label or '   '} {text}" for label, text in notes.lines()))
    return laid_out(full)
