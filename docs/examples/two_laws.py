"""The boards of 2011 to 2041 by the law of 2010 and as amended in 2025: where the two part, and why."""

import datetime as dt
import subprocess
import sys
from collections.abc import Iterator

import trilateral as tri

UNTIL = dt.date(2041, 1, 1)
LAWS = {"2010": tri.AGREEMENT_2010, "2025": tri.AGREEMENT_2025}


def print_boards(law: str) -> None:
    """Print what ``trilateral boards`` shows under one law."""
    command = [sys.executable, "-m", "trilateral", "boards", "--until", str(UNTIL), "--agreement", law]
    subprocess.run(command, check=True)  # noqa: S603 - our own command


def first_difference() -> dt.date:
    """Return the first day on which the two laws name different boards.

    The board changes only on the day on which one starts, so no other days have to be looked at.
    """
    starts = {board.start.date for law in LAWS.values() for board in tri.boards(until=UNTIL, agreement=law)}
    return min(day for day in starts if len({tri.board_on(day, agreement=law).number for law in LAWS.values()}) > 1)


def reasons(grounds: tri.Grounds) -> Iterator[str]:
    """Yield the facts and the rules that an answer rests on, and who says so."""
    facts = [(fact.value, fact.sources) for fact in grounds.facts]
    rules = [(rule.statement, rule.sources) for rule in grounds.citations]
    for statement, sources in facts + rules:
        yield statement
        for source in sources:
            yield f"    {source.publisher}, {source.published or 'undated'}: {source.title}"


def main() -> None:
    """Print both tables, the first difference and its reasons."""
    for law in LAWS:
        print_boards(law)
        print(flush=True)
    day = first_difference()
    print(f"The first day on which the two laws name different boards is {day}.")
    for agreement in LAWS.values():
        board, before = (tri.board_on(each, agreement=agreement) for each in (day, day - dt.timedelta(days=1)))
        leader = board.secretary_general
        print(f"\n{agreement.title}: board {board.number}, led by {leader.state.value} ({leader.holder or 'unknown'}).")
        print(f"Board {before.number} ends on {before.end.date} ({before.end.basis.value}), by law on {before.lawful_end}:")
        print(*(f"  {line}" for line in reasons(before.end.grounds)), sep="\n")


if __name__ == "__main__":
    main()
