"""What a history must hold true: ids that stand once, numbers that fit their series, orders that are orders."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from datetime import date
from itertools import chain, groupby

from trilateral._record.checking import ID_CHARACTERS, person_problems
from trilateral._record.history_facts import History, SeriesFacts
from trilateral._values.answers import Answer
from trilateral._values.dates import PartialDate
from trilateral._values.events import Event, EventKind, EventStatus
from trilateral._values.labels import JointName, Label
from trilateral._values.people import Person
from trilateral._values.statements import Statement
from trilateral.errors import InvalidFactsError, shown

__all__ = ["check_history"]

_DATA_YEARS = range(1900, 2101)


def check_history(
    history: History, people: Iterable[Person], *, unnamed: Collection[Person] = (), complete: bool = True
) -> None:
    """Refuse a history that contradicts itself, or has a leader by the id of one of ``people`` of the boards.

    A leader has a name, unless among the ``unnamed``, as in a record known on a day on which no spelling of theirs was public.
    One that is not ``complete``, as on a day before that came out, may lack the newest source of an event or a series.

    Raises:
        InvalidFactsError: It does; it has every problem.
    """
    series = {each.id: each for each in history.series}
    problems = chain(
        _once("person", (person.id for person in chain(people, history.leaders))),
        chain.from_iterable(person_problems(person) for person in history.leaders if person not in unnamed),
        _once("series", (each.id for each in history.series)),
        _once("event", (event.id for event in history.events)),
        chain.from_iterable(_series(each) for each in history.series),
        chain.from_iterable(_event(event, series) for event in history.events),
        _kinds(history.events),
        chain.from_iterable(_statement(statement) for statement in history.statements),
        chain.from_iterable(_label(label) for label in history.names),
        chain.from_iterable(_joint_name(name) for name in history.joint_names),
        chain.from_iterable(_session(event) for event in history.events),
        _numbers(history.events),
        _joint_names(history.joint_names),
    )
    gaps = chain(
        chain.from_iterable(_series_seen(each) for each in history.series),
        chain.from_iterable(_held(event) for event in history.events),
        _plans(history.events),
    )
    if found := tuple(chain(problems, gaps) if complete else problems):
        raise InvalidFactsError(found)


def _once(what: str, ids: Iterable[str]) -> Iterator[str]:
    seen: set[str] = set()
    for id_ in ids:
        if not id_ or set(id_) - ID_CHARACTERS:
            yield f"{what} {shown(id_)}: expected an id of lower-case letters a to z, digits and hyphens"
        if id_ in seen:
            yield f"{what} {shown(id_)} is there already; give the new one an id of its own"
        seen.add(id_)


def _series(series: SeriesFacts) -> Iterator[str]:
    where = f"series {shown(series.id)}"
    if not series.name.strip():
        yield f"{where}: needs a name that is not blank"
    if len(set(series.order)) != len(series.order):
        yield f"{where}: order must name each state once, got {' '.join(state.value for state in series.order)}"
    if series.since < 1:
        yield f"{where}: since must be 1 or more, got {shown(series.since)}"


def _series_seen(series: SeriesFacts) -> Iterator[str]:
    seen = max(source.seen for source in series.sources)
    if series.as_of > seen:
        where = f"series {shown(series.id)}"
        yield f"{where}: as_of must not be later than {seen}, when its last source was seen, got {series.as_of}"


def _event(event: Event, series: dict[str, SeriesFacts]) -> Iterator[str]:
    where = f"event {shown(event.id)}"
    yield from _event_texts(event, where)
    if event.series is not None and event.series not in series:
        yield f"{where}: no series has the id {shown(event.series)}; expected one of {', '.join(series)}"
    if event.number is not None and event.series is None:
        yield f"{where}: a number needs its series, got {shown(event.number)}"
    if event.number is not None and event.number < 1:
        yield f"{where}: number must be 1 or more, got {shown(event.number)}"
    if event.causes and event.status is not EventStatus.NOT_HELD:
        yield f'{where}: causes are of what was not held; leave them out, or write status = "not-held"'


def _session(event: Event) -> Iterator[str]:
    if event.session is not None and not event.earliest <= event.session <= event.latest:
        span = f"from {event.earliest} to {event.latest}"
        yield f"event {shown(event.id)}: session must lie {span}, got {event.session}"


def _held(event: Event) -> Iterator[str]:
    seen = max(source.seen for source in event.sources)
    if event.status is EventStatus.HELD and event.earliest > seen:
        known = f"nobody can know on {seen}, when its last source was seen, that it was held"
        yield f"event {shown(event.id)}: {known}; see date and seen"


def _event_texts(event: Event, where: str) -> Iterator[str]:
    if not all(title.strip() for title in (event.title, *(document.title for document in event.documents))):
        yield f"{where}: a title must not be blank; write it"
    places = (event.city, event.label, event.venue, *(place.value for place in event.places))
    if not all(place.strip() for place in places if place is not None):
        yield f"{where}: a place must not be blank; leave it out, or write it"
    if event.host is not None and event.host not in event.states:
        states = ", ".join(state.value for state in event.states)
        yield f"{where}: the host must be one of its states, {states}, got {event.host.value}"
    if len(set(event.states)) != len(event.states):
        yield f"{where}: states must name each once, got {' '.join(state.value for state in event.states)}"


def _kinds(events: Iterable[Event]) -> Iterator[str]:
    """Say which events are of another kind than the others of their series."""
    kinds: dict[str, EventKind] = {}
    for event in events:
        if event.series is not None and kinds.setdefault(event.series, event.kind) is not event.kind:
            kind = kinds[event.series].value
            yield f"event {shown(event.id)}: kind must be {kind}, as of the others of {event.series}, got {event.kind.value}"


def _numbers(events: Iterable[Event]) -> Iterator[str]:
    """Say which meetings of a series have the same number, or come before one of a lower number."""
    held = [event for event in events if event.number is not None and event.status is EventStatus.HELD]
    for series, group in groupby(sorted(held, key=lambda event: str(event.series)), lambda event: event.series):
        last: Event | None = None
        for event in sorted(group, key=lambda event: event.number or 0):
            if last is not None and last.number == event.number:
                yield f"event {shown(event.id)}: {last.id} is already number {event.number} of {series}; correct one"
            elif last is not None and event.latest < last.earliest:
                yield f"event {shown(event.id)}: number {event.number} of {series} must not be before {last.id}, {last.when}"
            last = event


def _plans(events: Iterable[Event]) -> Iterator[str]:
    """Say which plans have the same number, unless it was not known yet that the meeting of one of them was held."""
    planned = (event for event in events if event.number is not None and event.status is EventStatus.PLANNED)
    for (series, number), count in Counter((event.series, event.number) for event in planned).items():
        if count > 1:
            yield f"series {shown(series)}: {count} plans are number {number}; keep one, or take the number from the others"


def _statement(statement: Statement) -> Iterator[str]:
    subject = statement.subject
    if statement.data_year is not None and statement.data_year not in _DATA_YEARS:
        years = f"from {_DATA_YEARS[0]} to {_DATA_YEARS[-1]}"
        yield f"statement {shown(subject)}: data_year must be {years}, got {shown(statement.data_year)}"
    if not all(reading.value.strip() for reading in statement.readings):
        yield f"statement {shown(subject)}: needs a text that is not blank"
    if not all(part.replace("-", "").isalnum() and part == part.lower() for part in subject.split(".")):
        yield f"statement {shown(subject)}: a subject is lower-case words joined by dots, such as seat.treaty"


def _label(label: Label) -> Iterator[str]:
    where = f"name {shown(label.text)}"
    if not label.text.strip() or not label.subject.strip():
        yield f"{where}: needs a subject and a text that are not blank"
    if label.since is not None and label.until is not None and label.until.before(label.since) is Answer.YES:
        yield f"{where}: until must not be before since, {label.since}, got {label.until}"


def _joint_name(name: JointName) -> Iterator[str]:
    if len(set(name.order)) != len(name.order):
        yield f"joint name {shown(name.text)}: order must name each state once"


def _joint_names(names: Iterable[JointName]) -> Iterator[str]:
    """Say which names of one language leave it open which of them holds on a day."""
    by_language = sorted(names, key=lambda name: (name.language.value, _first(name.since)))
    for language, group in groupby(by_language, lambda name: name.language):
        end: date | None = date.min
        for name in group:
            if end != _first(name.since):
                where = f"joint name {shown(name.text)}"
                yield f"{where}: since must be where the name before it in {language.value} ends, {end}, got {name.since}"
            end = None if name.until is None else name.until.earliest
        if end is not None:
            yield f"joint names in {language.value}: the last must have no until, got {end}"


def _first(since: PartialDate | None) -> date:
    return date.min if since is None else since.earliest
