"""Write what the rules foretold of each board and each summit one year before it came, and what came: `make foresight`."""

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Iterator
from enum import Enum
from itertools import chain
from pathlib import Path
from typing import Final

import attr

import trilateral as tri
from trilateral import rules

TARGET: Final = Path(__file__).parent.parent / "docs" / "explanation" / "foresight.md"
PENDING_BOARDS: Final = 2
HEAD: Final = """\
# What the rules foretold

A rule shows what it is worth by what it says beforehand. So each board and each summit is asked for one year before it
came, of the record [as it was known on that day](../how-to/known-on-a-day.md), and the answer is held against what came.
`make foresight` writes this page from the record; do not edit it.

The year is counted back from the first day of what came. Where only a month is known, that is the first day of the
month, and the drift is given for all of it. Nothing can be asked before {signed}, when the Agreement was signed.
Facts and law are those that were public on the day, and a rotation of hosts is public once a source on its series is.
How the rules are put into words is of today; that is hindsight, and no filter takes it away.

*Open* is what has not come, as far as the record knows. It is asked a year before the day now projected, or of the
edition of {edition} where that is earlier or no day is known.
"""
BOARDS: Final = """\
## Boards

Foretold are the start and the state that has the Secretary-General, by the law as known on the day. It is a *hit* if
both came so, and a *miss* if one did not. The drift is how many days later the start came; of what is open, how many days
later it is now projected, by the law as known since.
"""
SUMMITS: Final = """\
## Summits

Foretold is the host, by the rotation of the series. No rule foretells a date: numbers rotate, and years do not.
"""


class Outcome(Enum):
    """What became of what was foretold."""

    HIT = "hit"
    MISS = "miss"
    OPEN = "open"
    NOT_ASKED = "could not be asked"


@attr.frozen(kw_only=True)
class Row:
    """One board or summit: when it was asked for, what was foretold, and what came.

    Attributes:
        number: Its number.
        asked: The day of the record that was asked.
        foretold: What that record said, or why nothing could be asked.
        came: What came, or what is expected now.
        outcome: How the two stand to each other.
        drift: The days by which a start came later, or is expected later, the least and the most; None where none was
            foretold.
    """

    number: int
    asked: dt.date
    foretold: str
    came: str
    outcome: Outcome
    drift: tuple[int, int] | None = None


def year_before(day: dt.date) -> dt.date:
    """Return the same day one year earlier."""
    before = rules.add_months(day, -12)
    assert before is not None, "no board came in the year 1"
    return before


def known(record: tri.Record, day: dt.date) -> tri.Record | None:
    """Return what could be known of a record on a day, or None where nothing can be asked."""
    try:
        return record.as_known_on(day)
    except tri.OutOfCoverageError:
        return None


def board_rows(record: tri.Record) -> Iterator[Row]:
    """Yield a row for each recorded board, and for the next ones."""
    recorded = len(tri.boards(record=record))
    for number in range(1, recorded + PENDING_BOARDS + 1):
        board = tri.board(number, record=record)
        asked = min(year_before(board.start.date), record.edition)
        came = f"{board.start.attested or board.start.date} {_leader(board)}"
        then = known(record, asked)
        if then is None:
            yield _not_asked(number, asked, came, "the Agreement was not signed")
            continue
        foretold = tri.board(number, record=then)
        is_open = number > recorded
        start = board.start.attested or tri.PartialDate.of(board.start.date)
        drift = ((start.earliest - foretold.start.date).days, (start.latest - foretold.start.date).days)
        fits = drift[0] <= 0 <= drift[1] and _leader(foretold) == _leader(board)
        yield Row(
            number=number,
            asked=asked,
            foretold=f"{foretold.start.date} {_leader(foretold)}",
            came=f"now {board.basis.value}: {came}" if is_open else came,
            outcome=Outcome.OPEN if is_open else Outcome.HIT if fits else Outcome.MISS,
            drift=drift,
        )


def _leader(board: tri.Board) -> str:
    return board.secretary_general.state.value


def summit_rows(record: tri.Record) -> Iterator[Row]:
    """Yield a row for each summit that was held, and for the next one."""
    summits = tri.series("summit", record=record)
    for event in summits.meetings:
        assert event.number is not None, "every summit has a number"
        assert event.host is not None, "every summit has a host"
        came = f"{event.earliest} {event.host.value}"
        yield _summit_row(record, event.number, year_before(event.earliest), came, event.host)
    coming = summits.next_host()
    came = f"now {coming.basis.value}: {coming.state.value}"
    yield _summit_row(record, coming.number, record.edition, came, None)


def _summit_row(record: tri.Record, number: int, asked: dt.date, came: str, host: tri.MemberState | None) -> Row:
    """Return the row of one summit, hosted by ``host`` or not known to have been held."""
    then = known(record, asked)
    if then is None:
        return _not_asked(number, asked, came, "the Agreement was not signed")
    try:
        foretold = tri.series("summit", record=then).host(number).state
    except tri.UnknownWordError:
        return _not_asked(number, asked, came, "no source on the series was public")
    except tri.UnknownMeetingError:
        return _not_asked(number, asked, came, "no rotation was public")
    outcome = Outcome.OPEN if host is None else Outcome.HIT if foretold is host else Outcome.MISS
    return Row(number=number, asked=asked, foretold=foretold.value, came=came, outcome=outcome)


def _not_asked(number: int, asked: dt.date, came: str, why: str) -> Row:
    return Row(number=number, asked=asked, foretold=why, came=came, outcome=Outcome.NOT_ASKED)


def page(record: tri.Record | None = None) -> str:
    """Return the whole page."""
    record = record or tri.record()
    boards, summits = tuple(board_rows(record)), tuple(summit_rows(record))
    head = HEAD.format(signed=tri.AGREEMENT_2010.term_length_of(1).signed, edition=record.edition)
    parts = (
        [head, BOARDS],
        _table("board", boards),
        ["", _counted(boards), "", SUMMITS],
        _table("summit", summits),
        ["", _counted(summits)],
    )
    return "\n".join(chain.from_iterable(parts))


def _table(what: str, rows: Iterable[Row]) -> Iterator[str]:
    """Yield a table, one row a board or summit, with a cross in the column of its outcome."""
    outcomes = (Outcome.HIT, Outcome.MISS, Outcome.OPEN)
    yield f"| {what} | asked on | foretold | came | {' | '.join(each.value for each in outcomes)} | drift in days |"
    yield "|---|---|---|---|---|---|---|---|"
    for row in rows:
        foretold = f"{row.outcome.value}: {row.foretold}" if row.outcome is Outcome.NOT_ASKED else row.foretold
        crosses = ("x" if row.outcome is each else "" for each in outcomes)
        yield f"| {' | '.join((str(row.number), str(row.asked), foretold, row.came, *crosses, _drift(row)))} |"


def _drift(row: Row) -> str:
    if row.drift is None:
        return ""
    least, most = row.drift
    days = str(least) if least == most else f"{least} to {most}"
    return f"now {days}" if row.outcome is Outcome.OPEN else days


def _counted(rows: Iterable[Row]) -> str:
    """Return how many rows have which outcome, in one line."""
    counted = Counter(row.outcome for row in rows)
    return f"{', '.join(f'{outcome.value}: {counted[outcome]}' for outcome in Outcome)}.".capitalize()


if __name__ == "__main__":
    TARGET.write_text(f"{page().rstrip()}\n", encoding="utf-8")
