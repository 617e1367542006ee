"""Measure an exact split of the installed package beside one written by hand, and beside py-moneyed: part of `make bench`."""

from collections.abc import Callable
from importlib.metadata import version
from statistics import median
from timeit import Timer
from typing import Final, NamedTuple

ROUNDS: Final = 31
MANY: Final = 20_000
FEW: Final = 1_000
BARE_GOAL: Final = 2
MONEYED_GOAL: Final = 15

# 5,000,000.01 dollars, in cents and as money; whatever is prepared is local to the loop that is timed.
PREPARED: Final = """
from moneyed import Money
from trilateral import assess
from trilateral.rules import split

def bare(units):
    share, odd = divmod(units, 3)
    return share + (odd > 0), share + (odd > 1), share

def moneyed(money):
    share = (money / 3).round(2)
    return share, share, money - share - share

money = Money("5000000.01", "USD")
"""
SPLIT: Final = "split(500_000_001, 3)"
BARE: Final = "bare(500_000_001)"
MONEYED: Final = "moneyed(money)"
INEXACT: Final = "money / 3"
ASSESSED: Final = 'assess("5000000.01", currency="USD", fiscal_year=2026)'
CALLS: Final = {SPLIT: MANY, BARE: MANY, MONEYED: FEW, INEXACT: FEW, ASSESSED: FEW}


class Row(NamedTuple):
    """A ratio, and what it has to be."""

    title: str
    measured: float
    goal: str = ""
    met: bool = True


def measured() -> Callable[[str, str], float]:
    """Time everything in turns, and return the function that gives one time as a multiple of another in the same round."""
    timers = {code: Timer(code, PREPARED) for code in CALLS}
    times: dict[str, list[float]] = {code: [] for code in CALLS}
    for timer in timers.values():
        timer.timeit(FEW)
    for _ in range(ROUNDS):
        for code, calls in CALLS.items():
            times[code].append(timers[code].timeit(calls) / calls)

    def ratio(code: str, other: str) -> float:
        return median(one / two for one, two in zip(times[code], times[other], strict=True))

    return ratio


def main() -> None:
    """Measure all, and say which goals were missed."""
    print(f"py-moneyed {version('py-moneyed')}\n")
    ratio = measured()
    by_hand, by_moneyed = ratio(SPLIT, BARE), ratio(MONEYED, SPLIT)
    rows = (
        Row("`rules.split` into three, multiples of `divmod` by hand", by_hand, f"{BARE_GOAL}", by_hand <= BARE_GOAL),
        Row("exact split by py-moneyed, multiples of `rules.split`", by_moneyed, f"{MONEYED_GOAL}", by_moneyed >= MONEYED_GOAL),
        Row("inexact `money / 3` of py-moneyed, multiples of `rules.split`", ratio(INEXACT, SPLIT)),
        Row("inexact `money / 3` of py-moneyed, multiples of `divmod` by hand", ratio(INEXACT, BARE)),
        Row("whole `assess`, with its grounds, multiples of the exact split by py-moneyed", ratio(ASSESSED, MONEYED)),
    )
    print("| shares | measured | goal |\n|---|---:|---:|")
    print("\n".join(f"| {title} | {found:.2f} | {goal} |" for title, found, goal, _ in rows))
    missed = [row.title for row in rows if not row.met]
    print(f"\nGoals missed: {', '.join(missed) if missed else 'none'}.")


if __name__ == "__main__":
    main()
