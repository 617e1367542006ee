"""Which days a board is shown at work, which of them count, and why."""

from collections.abc import Iterator
from datetime import date, timedelta

from trilateral._record.facts import BoardFacts, Facts, Sighting
from trilateral._values.dates import PartialDate
from trilateral._values.sources import Source, SourceKind

__all__ = ["attested_days", "judged_days", "seen_at_work"]


def attested_days(board: BoardFacts, facts: Facts) -> list[tuple[date, tuple[Source, ...]]]:
    """Return the days that count, in order, each with all the sources that show the board on it."""
    return [(day, sources) for day, sources, counts, _ in judged_days(board, facts) if counts]


def judged_days(board: BoardFacts, facts: Facts) -> list[tuple[date, tuple[Source, ...], bool, str]]:
    """Return the days on which a board is shown, in order, each with its sources, whether it counts, and why.

    A sighting of one member counts for the board, and so do the first and the last day of a tenure; but no source attests
    a day after the one on which it was seen.
    """
    by_day: dict[date, dict[str, Source]] = {}
    for seen in seen_at_work(board, facts):
        if seen.date.is_day:
            day = seen.date.earliest
            by_day.setdefault(day, {}).update((source.id, source) for source in seen.sources if source.seen >= day)
    known = {source.id: source for source in facts.sources}
    attested = ((day, tuple(sources.values())) for day, sources in sorted(by_day.items()))
    return [(day, sources, *_judged(sources, known)) for day, sources in attested]


def seen_at_work(board: BoardFacts, facts: Facts) -> Iterator[Sighting]:
    """Yield the sightings of a board, and the first and the last day of each tenure that sources date to the day."""
    yield from (sighting for sighting in facts.sightings if sighting.board == board.number)
    for tenure in (tenure for seat in board.seats for tenure in seat.tenures if tenure.holders):
        for start in tenure.start[:1]:
            if start.value.is_day:
                yield Sighting(board.number, start.value, tenure.holder, start.sources, "The first day of a tenure.")
        for end in tenure.end[:1]:
            last_day = PartialDate.of(end.value.earliest - timedelta(days=1))
            yield Sighting(board.number, last_day, tenure.holder, end.sources, "The last day of a tenure.")


def _judged(sources: tuple[Source, ...], known: dict[str, Source]) -> tuple[bool, str]:
    """Return whether sources suffice, one primary or two secondary of different publishers, neither reprinting the other."""
    origins = [_origin(source, known) for source in sources]
    if not origins:
        return False, "no source was seen on that day or later"
    if any(source.kind is SourceKind.PRIMARY for source in origins):
        return True, "a primary source of that day"
    if len({source.publisher for source in origins}) > 1:
        return True, "secondary sources of that day, of different publishers"
    alone = "secondary sources of that day, of one publisher" if len(origins) > 1 else "one secondary source of that day alone"
    return False, alone


def _origin(source: Source, known: dict[str, Source]) -> Source:
    """Return the source that ``source`` reprints, or itself."""
    while source.reprints in known:
        source = known[source.reprints]
    return source
