"""Who was seen at work when, which of that counts, and what rests on a source."""

from collections.abc import Iterable, Iterator
from itertools import chain
from typing import TYPE_CHECKING, Protocol

import attr

from trilateral._queries.boards import board as numbered
from trilateral._queries.boards import boards
from trilateral._queries.budget import fiscal_year
from trilateral._queries.series import Series, series
from trilateral._queries.succession import require_law
from trilateral._queries.words import require_word
from trilateral._record.budget import ATTESTED_FISCAL_YEARS
from trilateral._record.evidence import judged_days, seen_at_work
from trilateral._record.shipped import RECORD
from trilateral._values.boards import Basis, Board, Tenure
from trilateral._values.budget import FiscalYear
from trilateral._values.dates import PartialDate
from trilateral._values.events import Event
from trilateral._values.labels import JointName, Label
from trilateral._values.people import Person
from trilateral._values.sources import Citation, Source
from trilateral._values.statements import Statement
from trilateral._values.value import Value

if TYPE_CHECKING:
    from trilateral._record.record import Record

__all__ = ["Evidence", "Fact", "evidence", "facts_with_sources", "resting_on"]


@attr.frozen(kw_only=True, repr=False, eq=False)
class Evidence(Value):
    """A date on which sources show a board, or one person of it, at work: a sighting, or the first or last day of a tenure.

    Attributes:
        board: The number of the board.
        when: The date; a month is kept too, and never counts.
        person: Who was seen, or None for the board as a whole.
        sources: Who shows it.
        accepted: Whether the day counts as attested, by all the sources that show the board on it.
        reason: Why it counts or does not.
        note: What has to be known about it, if anything.
    """

    board: int
    when: PartialDate
    person: Person | None
    sources: tuple[Source, ...]
    accepted: bool
    reason: str
    note: str | None = None

    @property
    def basis(self) -> Basis:
        """RECORDED, as sources show it, whether it counts or not."""
        return Basis.RECORDED

    def __repr__(self) -> str:
        return f"<Evidence {self.when} board {self.board} {'accepted' if self.accepted else 'not accepted'}: {self.reason}>"


Fact = Board | Tenure | Person | Evidence | Event | Series | Statement | Label | JointName | FiscalYear | Citation


def evidence(board: Board | int, /, *, record: "Record | None" = None) -> tuple[Evidence, ...]:
    """Return what shows a board at work, in order of time, accepted or not and why.

    Args:
        board: The board, or its number.
        record: The facts; by default those that ship.

    Raises:
        WrongTypeError: ``board`` is neither a `Board` nor an `int`, or ``record`` is not a `Record`.
        UnknownBoardError: There is no board of that number.

    Example:
        >>> evidence(7)[-1]
        <Evidence 2026-04-23 board 7 not accepted: one secondary source of that day alone>
    """
    require_law(None, record)
    number = board.number if isinstance(board, Board) else numbered(board, record=record).number
    facts = (record or RECORD).facts
    known = next((each for each in facts.boards if each.number == number), None)
    if known is None:
        return ()
    judged = {day: (counts, reason) for day, _, counts, reason in judged_days(known, facts)}
    people = {person.id: person for person in facts.people}
    sightings = sorted(seen_at_work(known, facts), key=lambda each: (each.date.earliest, each.date.latest))
    verdicts = (judged[each.date.earliest] if each.date.is_day else (False, "a month never counts") for each in sightings)
    return tuple(
        Evidence(
            board=number,
            when=each.date,
            person=people[each.person] if each.person else None,
            sources=each.sources,
            accepted=accepted,
            reason=reason,
            note=each.note,
        )
        for each, (accepted, reason) in zip(sightings, verdicts, strict=True)
    )


def resting_on(source: Source | str, /, *, record: "Record | None" = None) -> tuple[Fact, ...]:
    """Return everything in a record that rests on a source, and every provision of its law.

    Args:
        source: The source, or its id.
        record: The facts; by default those that ship.

    Raises:
        WrongTypeError: ``source`` is neither a `Source` nor a string, or ``record`` is not a `Record`.
        UnknownWordError: The record has no such source.

    Example:
        >>> [type(fact).__name__ for fact in resting_on("korea-herald-2013-08-27")]
        ['Board', 'Tenure', 'Tenure', 'Evidence', 'Person', 'Statement']
    """
    require_law(None, record)
    ids = dict.fromkeys(each.id for each in (record or RECORD).sources)
    id_ = require_word(source.id if isinstance(source, Source) else source, ids, "a source", "a Source or its id")
    everything = facts_with_sources(record or RECORD)
    return tuple(fact for fact, sources in everything if any(each.id == id_ for each in sources))


def facts_with_sources(record: "Record") -> Iterator[tuple[Fact, Iterable[Source]]]:
    """Yield everything in a record and every provision of its law, each with all of its sources."""
    yield from _of_boards(record)
    yield from _of_history(record)
    yield from ((each, each.sources) for each in record.agreement.citations)


def _of_boards(record: "Record") -> Iterator[tuple[Fact, Iterable[Source]]]:
    """Yield what is recorded of boards and their people, each with its sources."""
    for board in boards(record=record):
        yield board, _sources(*board.start.readings, *board.end.readings)
        for tenure in (tenure for seat in board.seats for tenure in seat.tenures):
            dates = (*tenure.start.readings, *tenure.end.readings, *tenure.appointments)
            yield tenure, _sources(*tenure.readings, *dates)
        for seen in evidence(board, record=record):
            yield seen, seen.sources
    for person in record.people:
        yield person, person.sources


def _of_history(record: "Record") -> Iterator[tuple[Fact, Iterable[Source]]]:
    """Yield what is recorded beyond boards, each with its sources."""
    for person in record.history.leaders:
        yield person, person.sources
    for event in record.history.events:
        parts = _sources(*event.readings, *event.places, *event.participants, *event.documents, *event.causes)
        yield event, (*event.sources, *parts)
    for each in series(record=record):
        yield each, each.sources
    for statement in record.history.statements:
        yield statement, _sources(*statement.readings)
    for label in record.history.names:
        yield label, label.sources
    for joint_name in record.history.joint_names:
        yield joint_name, joint_name.sources
    for year in (fiscal_year(attested) for attested in ATTESTED_FISCAL_YEARS):
        yield year, year.sources


class _Sourced(Protocol):
    @property
    def sources(self) -> tuple[Source, ...]: ...


def _sources(*parts: _Sourced) -> Iterable[Source]:
    """Return the sources of several parts of a fact."""
    return chain.from_iterable(part.sources for part in parts)
