"""Terms, summits and fiscal years as a calendar that other programs subscribe to: iCalendar, RFC 5545."""

import re
import uuid
from collections.abc import Collection, Iterator, Mapping
from datetime import date, timedelta
from typing import Final, NamedTuple
from unicodedata import category

from trilateral._queries.boards import boards
from trilateral._queries.budget import fiscal_year
from trilateral._queries.labels import ordinal
from trilateral._queries.timeline import timeline
from trilateral._queries.words import require_word, word_of
from trilateral._record.budget import FIRST_FISCAL_YEAR
from trilateral._record.record import Record
from trilateral._record.shipped import RECORD
from trilateral._values.boards import Basis, Board, Occupancy, Seat, occupants
from trilateral._values.dates import Term
from trilateral._values.events import Event, EventKind, EventStatus
from trilateral._values.labels import Language, Register
from trilateral._values.sources import Grounds, Source
from trilateral._values.states import MemberState
from trilateral.errors import InvalidValueError, WrongTypeError, shown
from trilateral.export._citing import cited, link_of
from trilateral.export._wording import called
from trilateral.rules import Agreement

__all__ = ["icalendar"]

_ALL: Final = ("terms", "summits", "fiscal-years")
_WIDEST: Final = 75  # octets of a line, without its end
_UNIT: Final = re.compile(r"\\?.")
_LINE_END: Final = re.compile("\r\n|[\r\n\v\f\x85\u2028\u2029]")
_IDENTITIES: Final = uuid.UUID("a4031526-3b62-4b65-b84c-8006f35b4fad")  # never changes, or every calendar has its events twice

_STATUS: Final = {EventStatus.HELD: "CONFIRMED", EventStatus.PLANNED: "TENTATIVE", EventStatus.NOT_HELD: "CANCELLED"}
_PROJECTED: Final = {
    Language.ENGLISH: "projected",
    Language.CHINESE: "预计",
    Language.JAPANESE: "見込み",
    Language.KOREAN: "예상",
}
_PLANNED: Final = {
    Language.ENGLISH: "planned",
    Language.CHINESE: "计划",
    Language.JAPANESE: "予定",
    Language.KOREAN: "예정",
}
_NOT_HELD: Final = {
    Language.ENGLISH: "not held",
    Language.CHINESE: "未举行",
    Language.JAPANESE: "開催されず",
    Language.KOREAN: "개최되지 않음",
}
_MARKS: Final = {EventStatus.PLANNED: _PLANNED, EventStatus.NOT_HELD: _NOT_HELD}
# Meetings are counted by other words than boards.
_COUNTERS: Final = {Language.CHINESE: "次", Language.JAPANESE: "回", Language.KOREAN: "차 "}
_FISCAL_YEAR: Final = {
    Language.ENGLISH: "{} fiscal year {}",
    Language.CHINESE: "{}{}财政年度",
    Language.JAPANESE: "{}{}会計年度",
    Language.KOREAN: "{} {} 회계연도",
}


def icalendar(
    *,
    until: date | None = None,
    language: Language | str = Language.ENGLISH,
    agreement: Agreement[MemberState] | None = None,
    record: Record | None = None,
    what: Collection[str] = _ALL,
) -> str:
    """Return terms, summits and fiscal years as a calendar: iCalendar text, its lines ended by carriage return and line feed.

    All events last whole days, and their end is exclusive. An event is TENTATIVE if a source only plans it or one of its
    dates is projected, CANCELLED if it was planned and not held, and CONFIRMED otherwise. Its UID depends on nothing but what
    it is, so that a later calendar replaces an earlier one. The time stamp is the edition of the record: facts added to
    an edition do not change it, and a program that compares stamps may keep an event as it had it.

    A summit of which only the month or the year is known is left out, as no days can be given.

    Args:
        until: The day, exclusive, before which an event must start; by default those of the recorded boards are returned,
            and every summit.
        language: The language of the names, or its ISO 639-1 code; the descriptions are in English.
        agreement: The law; by default that of the record.
        record: The facts; by default those that ship.
        what: Any of ``"terms"``, ``"summits"`` (held, planned, and not held) and ``"fiscal-years"`` (those of which some day
            lies in the term of one of the boards); by default all of them.

    Raises:
        WrongTypeError: An argument is of another type, or ``until`` is a datetime.
        UnknownWordError: There is no such language, or ``what`` has another word.
        InvalidValueError: ``what`` is empty, or nothing is left to show, as the standard has no calendar without events.

    Example:
        >>> text = icalendar(language="ja", what=["summits"])
        >>> [line for line in text.splitlines() if line.startswith("SUMMARY")][-1]
        'SUMMARY;LANGUAGE=ja:第9回日中韓サミット'
    """
    seated = boards(until=until, agreement=agreement, record=record)
    spoken, wanted = word_of(Language, language, "a language"), _wanted(what)
    name = called("secretariat", spoken, record, Register.OWN)
    entries: list[_Entry] = []
    if "terms" in wanted:
        entries += [_term(board, spoken, record) for board in seated]
    if "summits" in wanted:
        entries += _summits(until, spoken, record)
    if "fiscal-years" in wanted and seated:
        entries += _fiscal_years(Term(seated[0].term.start, seated[-1].term.end), until, spoken, record)
    if not entries:
        got = f"until={until}, what={shown(sorted(wanted))}"
        raise InvalidValueError("a calendar", "of at least one event (pass a later until, or more words in what)", got)
    edition = (RECORD if record is None else record).edition
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//The trilateral developers//NONSGML trilateral//EN",
        "CALSCALE:GREGORIAN",
        f"NAME;LANGUAGE={spoken.value}:{_escaped(name)}",
        f"X-WR-CALNAME:{_escaped(name)}",
        *(line for entry in entries for line in _event(entry, spoken, edition)),
        "END:VCALENDAR",
    ]
    return "".join(f"{_folded(line)}\r\n" for line in lines)


def _wanted(what: Collection[str]) -> set[str]:
    if isinstance(what, str) or not isinstance(what, Collection):  # pyright: ignore[reportUnnecessaryIsInstance]
        raise WrongTypeError("what", "a collection of words, such as ['terms']", shown(what))
    if not what:
        raise InvalidValueError("what", f"at least one of {', '.join(_ALL)}", shown(what))
    return {require_word(word, _ALL, "a word of what") for word in what}


class _Entry(NamedTuple):
    """An event of the calendar, before it is written; its identity is what the UID is made of."""

    identity: str
    term: Term
    summary: str
    description: tuple[str, ...]
    status: str
    category: str
    sources: tuple[Source, ...]
    location: str = ""


def _term(board: Board, language: Language, record: Record | None) -> _Entry:
    projected = Basis.PROJECTED in (board.start.basis, board.end.basis)
    return _Entry(
        identity=f"board {board.number}",
        term=board.term,
        summary=_marked(called(board, language, record), _PROJECTED if board.basis is Basis.PROJECTED else None, language),
        description=(
            *(_seat(seat, record) for seat in board.seats),
            *_explained(f"First day {board.term.start}", board.start.basis, board.start.grounds),
            *_explained(f"Last day {board.term.last_day}", board.end.basis, board.end.grounds),
        ),
        status="TENTATIVE" if projected else "CONFIRMED",
        category="terms",
        sources=board.sources,
    )


def _seat(seat: Seat, record: Record | None) -> str:
    """Return who held a seat, with the days where that was not one person all the time."""
    who = [(term, str(person or Occupancy.VACANT.value)) for term, person in occupants(seat)]
    told = (one if term == seat.term else f"{one}, {term.start} to {term.last_day}" for term, one in who)
    office = f"{called(seat.role, Language.ENGLISH, record)} ({seat.state.value})"
    return f"{office}: {'; '.join(told) or seat.occupancy.value}"


def _explained(what: str, basis: Basis, grounds: Grounds) -> Iterator[str]:
    """Yield what it is, how it is known, and each fact and rule that it rests on."""
    yield f"{what}: {basis.value}."
    for fact in grounds.facts:
        yield f"- {fact.value}{_said_by(fact.sources)}"
    for citation in grounds.citations:
        yield f"- {citation.statement}{_said_by(citation.sources)}"


def _said_by(sources: tuple[Source, ...]) -> str:
    """Return who says so, to be put after it; nothing of a hypothesis."""
    return f" [{'; '.join(map(cited, sources))}]" if sources else ""


def _summits(until: date | None, language: Language, record: Record | None) -> Iterator[_Entry]:
    for event in timeline(record=record).of(EventKind.SUMMIT):
        days = _days(event)
        if days is not None and (until is None or days.start < until):
            yield _summit(event, days, language, record)


def _days(event: Event) -> Term | None:
    """Return the days of an event, or None where they are not known or no date can hold the day after them."""
    if isinstance(event.when, Term):
        return event.when
    if not event.when.is_day or event.when.earliest == date.max:
        return None
    return Term(event.when.earliest, event.when.earliest + timedelta(days=1))


def _summit(event: Event, days: Term, language: Language, record: Record | None) -> _Entry:
    return _Entry(
        identity=f"event {event.id}",
        term=days,
        summary=_marked(_numbered(event, language, record), _MARKS.get(event.status), language),
        description=(
            f"{event.title}: {event.status.value.replace('-', ' ')}, {event.basis.value}.",
            *(f"Cause: {cause.value}{_said_by(cause.sources)}" for cause in event.causes),
            *filter(None, [event.note]),
            f"Says who:{_said_by(event.sources)}",
        ),
        status=_STATUS[event.status],
        category="summits",
        sources=event.sources,
        location=", ".join(filter(None, (event.venue, event.city))),
    )


def _numbered(event: Event, language: Language, record: Record | None) -> str:
    """Return the number of a summit, if it has one, and what summits are called."""
    name = called("summit", language, record)
    if event.number is None or event.series != "summit":
        return name
    counted = ordinal(event.number, language)
    return f"{counted} {name}" if language is Language.ENGLISH else f"{counted[:-1]}{_COUNTERS[language]}{name}"


def _marked(name: str, mark: Mapping[Language, str] | None, language: Language) -> str:
    return name if mark is None else f"{name} ({mark[language]})"


def _fiscal_years(span: Term, until: date | None, language: Language, record: Record | None) -> Iterator[_Entry]:
    name = called("secretariat", language, record)
    for number in range(max(span.start.year - 1, FIRST_FISCAL_YEAR), min(span.end.year, date.max.year - 1) + 1):
        year = fiscal_year(number)
        if year.term.overlaps(span) and (until is None or year.term.start < until):
            yield _Entry(
                identity=f"fiscal-year {number}",
                term=year.term,
                summary=_FISCAL_YEAR[language].format(name, number),
                description=tuple(_explained(f"{year.term.start} to {year.term.last_day}", year.basis, year.grounds)),
                status="CONFIRMED",
                category="fiscal-years",
                sources=year.sources,
            )


def _event(entry: _Entry, language: Language, edition: date) -> Iterator[str]:
    """Yield the lines of an event, not yet folded."""
    yield "BEGIN:VEVENT"
    yield f"UID:{uuid.uuid5(_IDENTITIES, entry.identity)}"
    yield f"DTSTAMP:{_written(edition)}T000000Z"
    yield f"DTSTART;VALUE=DATE:{_written(entry.term.start)}"
    yield f"DTEND;VALUE=DATE:{_written(entry.term.end)}"
    yield f"SUMMARY;LANGUAGE={language.value}:{_escaped(entry.summary)}"
    yield "DESCRIPTION;LANGUAGE=en:" + r"\n".join(map(_escaped, entry.description))
    if entry.location:
        yield f"LOCATION;LANGUAGE=en:{_escaped(entry.location)}"
    for link in [link for source in entry.sources if (link := link_of(source))][:1]:
        yield f"URL:{link}"
    yield f"CATEGORIES:{entry.category}"
    yield f"STATUS:{entry.status}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _written(day: date) -> str:
    return day.isoformat().replace("-", "")


def _escaped(text: str) -> str:
    """Return a text as a value of iCalendar: its line ends and signs escaped, without other characters that control."""
    lines = _LINE_END.sub("\n", text)
    seen = "".join(char for char in lines if char in "\n\t" or category(char) not in {"Cc", "Cs"})
    return seen.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n")


def _folded(line: str) -> str:
    """Return a line in pieces of at most 75 octets, none of which ends within a character or an escaped one."""
    pieces, width = [""], 0
    for unit in _UNIT.findall(line):
        octets = len(unit.encode())
        if width + octets > _WIDEST:
            pieces.append("")
            width = 1  # a space begins the piece
        pieces[-1] += unit
        width += octets
    return "\r\n ".join(pieces)
