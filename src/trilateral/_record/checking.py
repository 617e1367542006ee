"""What facts must hold true: names, boards and seats of the right shape, and dates in order."""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import chain, pairwise, zip_longest
from typing import Final

from trilateral._record.evidence import attested_days
from trilateral._record.facts import BoardFacts, Facts, Readings, Sighting, TenureFacts
from trilateral._values.answers import Answer
from trilateral._values.boards import Role
from trilateral._values.dates import PartialDate
from trilateral._values.people import NameKind, Person, require_name
from trilateral._values.sources import Source
from trilateral._values.states import MemberState
from trilateral.errors import InvalidFactsError, InvalidValueError, shown

__all__ = ["ID_CHARACTERS", "check", "person_problems"]

# Since the first trilateral meeting, and a century short of the last year that a date can hold, so that terms fit.
_YEARS: Final = range(1999, 9900)
ID_CHARACTERS: Final = set("abcdefghijklmnopqrstuvwxyz0123456789-")


def check(facts: Facts, *, complete: bool = True) -> None:
    """Refuse facts that contradict themselves, or lack what they need, which those that are not ``complete`` may.

    Raises:
        InvalidFactsError: They do; it has every problem that does not follow from another.
    """
    for stage in (_shapes, _relations, _order, _gaps) if complete else (_shapes, _relations, _order):
        if problems := tuple(stage(facts)):
            raise InvalidFactsError(problems)


# First: sources, people, boards and seats have the shape that the words promise. A part of the facts, that is those of some
# sources and all boards up to one, has it too.


def _shapes(facts: Facts) -> Iterator[str]:
    known = {source.id: source for source in facts.sources}
    for source in facts.sources:
        yield from _source(source, known)
    for person in facts.people:
        yield from person_problems(person)
    for expected, board in enumerate(facts.boards, start=1):
        if board.number != expected:
            yield f"board {shown(board.number)}: expected board {expected}, as boards are numbered from 1 without a gap"
            return
        yield from _seats(board)
        yield from _board_years(board)
    for sighting in facts.sightings:
        yield from _sighting(sighting, facts.boards)


def _source(source: Source, known: dict[str, Source]) -> Iterator[str]:
    if not source.id.strip() or not source.title.strip() or not source.publisher.strip():
        yield f"source {shown(source.id)}: needs an id, a title and a publisher that are not blank"
    elif source.id.split() != [source.id]:
        yield f"source {shown(source.id)}: an id has no white space, as lists of ids are joined by it; write hyphens instead"
    if source.published is not None and source.published.after(source.seen) is Answer.YES:
        yield f"source {source.id}: was seen on {source.seen}, before it was published, got {source.published}"
    original, passed = source.reprints, {source.id}
    while original in known:
        if original in passed:
            yield f"source {source.id}: reprints itself, by way of {shown(original)}"
            return
        passed.add(original)
        original = known[original].reprints


def person_problems(person: Person) -> Iterator[str]:
    """Yield what is wrong with the id and the names of a person."""
    if not person.id or set(person.id) - ID_CHARACTERS:
        yield f"person {shown(person.id)}: expected an id of lower-case letters a to z, digits and hyphens"
        return
    texts = [name.text for name in person.names]
    preferred = [name.kind is NameKind.PREFERRED for name in person.names]
    if preferred.count(True) != 1 or not preferred[0]:
        yield f"person {person.id}: expected one name of the kind preferred, and that first, got {shown(texts)}"
    if len(set(texts)) != len(texts):
        yield f"person {person.id}: a name stands twice, got {shown(texts)}"
    for text in texts:
        try:
            require_name(text)
        except InvalidValueError as error:
            yield f"person {person.id}: {error}"


def _seats(board: BoardFacts) -> Iterator[str]:
    where = f"board {board.number}"
    states = [seat.state.value for seat in board.seats]
    leaders = [seat.state.value for seat in board.seats if seat.role is Role.SECRETARY_GENERAL]
    if len(set(states)) != len(states):
        yield f"{where}: expected one seat a state, got {', '.join(states)}"
    if len(leaders) > 1 or (len(states) == len(MemberState) and not leaders):
        yield f"{where}: expected one secretary-general, got {', '.join(leaders) or 'only deputies'}"


def _board_years(board: BoardFacts) -> Iterator[str]:
    where = f"board {board.number}"
    yield from _years(f"{where}, start", board.start)
    yield from _years(f"{where}, last_day", board.last_day)
    for seat in board.seats:
        for tenure in seat.tenures:
            yield from _years(f"{where}, {seat.state.value}, start", tenure.start)
            yield from _years(f"{where}, {seat.state.value}, end", tenure.end)
            yield from _years(f"{where}, {seat.state.value}, appointed", tenure.appointed)


def _years(where: str, readings: Readings) -> Iterator[str]:
    for reading in readings:
        yield from _year(where, reading.value)


def _year(where: str, when: PartialDate) -> Iterator[str]:
    if when.year not in _YEARS:
        yield f"{where}: expected a year from {_YEARS[0]} to {_YEARS[-1]}, got {when}"


def _sighting(sighting: Sighting, boards: tuple[BoardFacts, ...]) -> Iterator[str]:
    where = f"attested, board {shown(sighting.board)} on {sighting.date}"
    yield from _year(where, sighting.date)
    for source in sighting.sources:
        if sighting.date.after(source.seen) is Answer.YES:
            yield f"{where}: source {source.id} was seen earlier, on {source.seen}"
    if not 1 <= sighting.board <= len(boards):
        yield f"{where}: the record has no such board; add it to boards"


# Then: a person has one seat, and dates that bound a term are known well enough.


def _relations(facts: Facts) -> Iterator[str]:
    for board in facts.boards:
        yield from _one_seat_a_person(board)
        yield from _board_dates(board)


def _one_seat_a_person(board: BoardFacts) -> Iterator[str]:
    holders = [
        holder
        for seat in board.seats
        for holder in {reading.value for tenure in seat.tenures for reading in tenure.holders[:1]}
    ]
    for holder in sorted({holder for holder in holders if holders.count(holder) > 1}):
        yield f"board {board.number}: expected one seat a person, got two for {holder}"


def _board_dates(board: BoardFacts) -> Iterator[str]:
    where = f"board {board.number}"
    yield from _at_least_a_month(f"{where}, start", board.start)
    yield from _at_least_a_month(f"{where}, last_day", board.last_day)
    for seat in board.seats:
        for tenure in seat.tenures:
            yield from _at_least_a_month(f"{where}, {seat.state.value}, start", tenure.start)
            if not all(each.value.is_day for each in tenure.end):
                end = tenure.end[0].value
                yield f"{where}, {seat.state.value}, end: expected a full date, the first day after the tenure, got {end}"


def _at_least_a_month(where: str, readings: Readings) -> Iterator[str]:
    for preferred in readings[:1]:
        if preferred.value.month is None:
            yield f"{where}: expected a full date or at least a month, got {preferred.value}"


# Then: dates are in order, within boards and between them.


def _who(tenure: TenureFacts) -> str:
    return tenure.holder or "the vacancy"


def _order(facts: Facts) -> Iterator[str]:
    for board in facts.boards:
        for seat in board.seats:
            yield from _tenures(f"board {board.number}, {seat.state.value}", seat.tenures)
    for board, following in zip_longest(facts.boards, facts.boards[1:]):
        yield from _last_day(board, following)
        yield from _within_board(board, following, facts)
    yield from _boards_in_order(facts)


def _tenures(where: str, tenures: tuple[TenureFacts, ...]) -> Iterator[str]:
    """Check that tenures follow each other, each ending after its start, as far as their dates are known."""
    begun: date = date.min
    free: date | None = date.min  # the end of the tenure before, None where it is open
    before = ""
    for tenure in tenures:
        who = _who(tenure)
        start = _day(tenure.start) or free
        end = _day(tenure.end)
        if start is None:
            return
        if before and start == begun:
            yield _at_once(where, before, who)
            return
        if start < (free or begun):
            yield f"{where}: two holders at once, as {who} starts on {start} and {before} ends on {free}; give one of them anew"
            return
        if end is not None and end <= start:
            yield f"{where}: the end of {who} must come after the start, {start}, got {end}"
            return
        if end is not None and tenure.appointed and tenure.appointed[0].value.before(end) is Answer.NO:
            yield f"{where}: {who} must be appointed before the end, {end}, got {tenure.appointed[0].value}"
        begun, free, before = start, end, who


def _at_once(where: str, one: str, other: str) -> str:
    return f"{where}: two holders at once, {one} and {other}; give the end of the one or the start of the other"


def _day(readings: Readings) -> date | None:
    return readings[0].value.earliest if readings else None


def _last_day(board: BoardFacts, following: BoardFacts | None) -> Iterator[str]:
    """Check that an attested last day is, or can be, the eve of the next board's start."""
    if not board.last_day or following is None or not following.start:
        return
    where, last_day = f"board {board.number}, last_day", board.last_day[0].value
    start, eve = following.start[0].value, timedelta(days=1)
    if last_day.latest < start.earliest - eve or last_day.earliest > start.latest - eve:
        yield (
            f"{where}: expected the eve of the start of board {following.number}, "
            f"{start.earliest - eve if start.is_day else start}, got {last_day}; give both anew"
        )


def _within_board(board: BoardFacts, following: BoardFacts | None, facts: Facts) -> Iterator[str]:
    """Check that no date of a board lies outside its time for sure, whatever the law."""
    for what, day in chain(_sighted(board, facts), _tenured(board)):
        where = f"board {board.number}: {what} on {day} lies"
        for start in board.start[:1]:
            if day.before(start.value) is Answer.YES:
                yield f"{where} before the start of the board, {start.value}; give one of them anew"
        for start in following.start[:1] if following else ():
            if day.before(start.value) is Answer.NO:
                yield f"{where} inside board {board.number + 1}, from {start.value}; give one of them anew"


def _sighted(board: BoardFacts, facts: Facts) -> Iterator[tuple[str, PartialDate]]:
    """Yield the first and the last day of the sightings that count, and every month and year of the others."""
    dates = [sighting.date for sighting in facts.sightings if sighting.board == board.number]
    counts = set(_attested(board, facts))
    days = sorted({day.earliest for day in dates if day.is_day} & counts)
    for day in (*map(PartialDate.of, dict.fromkeys((*days[:1], *days[-1:]))), *(day for day in dates if not day.is_day)):
        yield "at work", day


def _tenured(board: BoardFacts) -> Iterator[tuple[str, PartialDate]]:
    """Yield the first and the last day of each tenure, as far as they are stated."""
    for tenure in (tenure for seat in board.seats for tenure in seat.tenures):
        who = tenure.holder or "a vacancy"
        for start in tenure.start[:1]:
            yield f"the start of {who}", start.value
        for end in tenure.end[:1]:
            yield f"the last day of {who}", PartialDate.of(end.value.earliest - timedelta(days=1))


def _boards_in_order(facts: Facts) -> Iterator[str]:
    """Check that every board can have begun after the last day on which the one before is known to have sat."""
    for board, following in pairwise(facts.boards):
        sat = [start.value.earliest for start in board.start[:1]]
        if not (following.start and following.start[0].value.is_day):  # otherwise its start has told
            sat += _attested(board, facts)
        began = [(start.value.latest, "its start") for start in following.start[:1]]
        began += [(day, "at work") for day in _attested(following, facts)[:1]]
        if began and sat and min(began)[0] <= max(sat):
            day, what = min(began)
            yield (
                f"board {following.number}: {what} on {day} lies inside board {board.number}, which sat on {max(sat)}; "
                "give one of them anew"
            )


def _attested(board: BoardFacts, facts: Facts) -> list[date]:
    return [day for day, _ in attested_days(board, facts)]


# Last: what facts rest on, or need beside them, is there. It may come out later than they.


def _gaps(facts: Facts) -> Iterator[str]:
    known = {source.id for source in facts.sources}
    for source in facts.sources:
        if source.reprints is not None and source.reprints not in known:
            yield f"source {source.id}: reprints {shown(source.reprints)}, which no source has as its id; add it to sources"
    for sighting in facts.sightings:
        yield from _sighted_in_office(sighting, facts.boards[sighting.board - 1])
    for board, following in zip_longest(facts.boards, facts.boards[1:]):
        yield from _ends(board, following, facts)
        for seat in board.seats:
            for one, other in pairwise(seat.tenures):
                if not one.end and not other.start:
                    yield _at_once(f"board {board.number}, {seat.state.value}", _who(one), _who(other))


def _sighted_in_office(sighting: Sighting, board: BoardFacts) -> Iterator[str]:
    holders = {reading.value for seat in board.seats for tenure in seat.tenures for reading in tenure.holders}
    if sighting.person is not None and sighting.person not in holders:
        where = f"attested, board {sighting.board} on {sighting.date}"
        yield f"{where}: {sighting.person} holds no seat on that board; add a tenure"


def _ends(board: BoardFacts, following: BoardFacts | None, facts: Facts) -> Iterator[str]:
    """Check that the start of a board is given if another follows, and the next one's if its last day is given."""
    if following is not None and not board.start and not attested_days(board, facts):
        yield f"board {board.number}: needs a start or an attested day, as board {following.number} is recorded too"
    if board.last_day and (following is None or not following.start):
        number = board.number
        yield f"board {number}, last_day: add board {number + 1} with its start, which is what ends board {number}"
