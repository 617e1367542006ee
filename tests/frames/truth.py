"""What the tests hold every engine against, and laws and records that are out of the ordinary."""

import datetime as dt
from collections.abc import Iterable
from functools import cache
from typing import Any

import attrs
from tests.strategies import PEOPLE, SOURCE

import trilateral as tri

__all__ = ["COLUMNS", "DAYS", "boards_day_by_day", "boards_on", "with_boards", "with_leaders", "with_lengths"]

COLUMNS = ("board", "sg_state", "term_start", "last_summit")
# From a week before board 1 on.
DAYS = [dt.date(2011, 8, 25) + dt.timedelta(days=at) for at in range(18_027)]


def boards_on(days: Iterable[dt.date | None], **under: Any) -> list[tuple[Any, ...]]:
    """What `board_on` says of each day: the number, who leads, and since when."""

    def on(day: dt.date | None) -> tuple[Any, ...]:
        try:
            board = None if day is None else tri.board_on(day, **under)
        except tri.OutOfCoverageError:
            board = None
        return (board.number, board.secretary_general.state.value, board.start.date) if board else (None, None, None)

    return [on(day) for day in days]


@cache
def boards_day_by_day(agreement: tri.Agreement[tri.MemberState]) -> list[tuple[Any, ...]]:
    """What `board_on` says of each of `DAYS`."""
    return boards_on(DAYS, agreement=agreement)


def with_boards(*starts: str) -> tri.Record:
    """A record in which boards from the eighth on are known to have started."""
    boards = [{"number": at, "start": {"date": day, "sources": ["s1"]}} for at, day in enumerate(starts, start=8)]
    return tri.record().with_facts({"sources": [SOURCE], "people": PEOPLE, "boards": boards})


def with_leaders(*states: str) -> tri.Record:
    """A record in which boards from the eighth on, of three years, are known to have been led by some states."""
    leaders = enumerate(states, start=8)
    boards = [
        {
            "number": at,
            "start": {"date": f"{2002 + 3 * at}-09-01", "sources": ["s1"]},
            "seats": [
                {"role": role, "state": each, "sources": ["s1"]}
                for each in ("CHN", "JPN", "KOR")
                for role in ["secretary-general" if each == state else "deputy-secretary-general"]
            ],
        }
        for at, state in leaders
    ]
    return tri.record().with_facts({"sources": [SOURCE], "boards": boards})


@cache
def with_lengths(*months: int, first_day: dt.date = dt.date(2011, 9, 1)) -> tri.Agreement[tri.MemberState]:
    """A law under which boards last so many months in turn, those after the last as long as it."""
    (length,) = tri.AGREEMENT_2010.term_lengths
    lengths = tuple(attrs.evolve(length, value=each, since_board=at) for at, each in enumerate(months, start=1))
    day = attrs.evolve(tri.AGREEMENT_2010.first_day, value=first_day)
    return attrs.evolve(tri.AGREEMENT_2010, term_lengths=lengths, first_day=day)
