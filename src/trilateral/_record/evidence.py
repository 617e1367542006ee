"""Which days a board is shown at work, which of them count, and why."""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import chain

from trilateral._record.facts import BoardFacts, Facts
from trilateral._values.sources import Source, SourceKind

__all__ = ["attested_days", "judged_days"]


def attested_days(board: BoardFacts, facts: Facts) -> list[tuple[date, tuple[Source, ...]]]:
    """Return the days that count, in order, each with all the sources that show the board on it."""
    return [(day, sources) for day, sources, counts, _ in judged_days(board, facts) if counts]


def judged_days(board: BoardFacts, facts: Facts) -> list[tuple[date, tuple[Source, ...], bool, str]]:
    """Return the days on which a board is shown, in order, each with its sources, whether it counts, and why.

    A sighting of one member counts for the board, and so do the first and the last day of a tenure; but no source attests
    a day after the one on which it was seen.
    """
    by_day: dict[date, dict[str, Source]] = {}
    for day, sources in chain(_sightings(board, facts), _tenures(board)):
        by_day.setdefault(day, {}).update((source.id, source) for source in sources if source.seen >= day)
    known = {source.id: source for source in facts.sources}
    attested = ((day, tuple(sources.values())) for day, sources in sorted(by_day.items()))
    return [(day, sources, *_judged(sources, known)) for day, sources in attested]


def _sightings(board: BoardFacts, facts: Facts) -> Iterator[tuple[date, tuple[Source, ...]]]:
    """Yield each full date on which somebody was seen at work, and by whom; a month never counts."""
    for sighting in facts.sightings:
        if sighting.board == board.number and sighting.date.is_day:
            yield sighting.date.earliest, sighting.sources


def _tenures(board: BoardFacts) -> Iterator[tuple[date, tuple[Source, ...]]]:
    """Yield the first and the last day of each tenure that sources date to the day, and who does."""
    for tenure in (tenure for seat in board.seats for tenure in seat.tenures if tenure.holders):
        for start in tenure.start[:1]:
            if start.value.is_day:
                yield start.value.earliest, start.sources
        for end in tenure.end[:1]:
            yield end.value.earliest - timedelta(days=1), end.sources


def _judged(sources: tuple[Source, ...], known: dict[str, Source]) -> tuple[bool, str]:
    """Return whether sources suffice, one primary or two secondary of different publishers, neither reprinting the other."""
    origins = [_origin(source, known) for source in sources]
    if not origins:
        return False, "no source was seen on that day or later"
    if any(source.kind is SourceKind.PRIMARY for source in origins):
        return True, "a primary source"
    if len({source.publisher for source in origins}) > 1:
        return True, "secondary sources of different publishers"
    return False, "secondary sources of one publisher" if len(origins) > 1 else "one secondary source alone"


def _origin(source: Source, known: dict[str, Source]) -> Source:
    """Return the source that ``source`` reprints, or itself."""
    while source.reprints is not None:
        source = known[source.reprints]
    return source
