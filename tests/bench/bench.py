"""Measure the installed package and its neighbours, each on its own nearest question, and print a table: `make bench`.

Times depend on the machine and ratios hardly do, so only ratios of one run are shown: of imports to ``import attrs``, of
warm calls to an empty function. This is a benchmark and never a test: a missed goal is said, and no error.
"""

import platform
import subprocess
import sys
from collections.abc import Mapping
from importlib.metadata import version
from statistics import median
from time import perf_counter
from timeit import Timer
from typing import Final, NamedTuple

ROUNDS: Final = 31
REPEATS: Final = 31
CALLS: Final = 20_000


class Case(NamedTuple):
    """Something to measure: its code, what to prepare, what to compare it with, and the most that it may take."""

    title: str
    code: str
    setup: str = "pass"
    empty: str = "empty(day)"
    goal: float | None = None


IMPORTS: Final = (
    Case("`import trilateral`", "import trilateral", goal=0.10),
    Case(
        "`import trilateral`, and `board_on(day)`",
        "import datetime, trilateral; trilateral.board_on(datetime.date(2025, 9, 3))",
        goal=1.45,
    ),
    Case(
        "`import trilateral`, and the whole record",
        "import trilateral; record = trilateral.record(); record.facts, record.history",
        goal=1.70,
    ),
    Case(
        "`import holidays`, and whether a day is a holiday in Korea",
        "import datetime, holidays; datetime.date(2025, 9, 3) in holidays.country_holidays('KR')",
    ),
    Case(
        "`import pycountry`, and the country `KOR`",
        "import pycountry; pycountry.countries.get(alpha_3='KOR')",
    ),
    Case("`import us`, and the state `MD`", "import us; us.states.lookup('MD')"),
)

SIZE: Final = Case(
    "MB of the record in memory",
    """
import tracemalloc, trilateral._record.facts, trilateral._record.history_facts
tracemalloc.start()
import trilateral._record.compiled, trilateral._record.compiled_history
print(tracemalloc.get_traced_memory()[0] / 1e6)
""",
    goal=2,
)

# Whatever a case prepares is local to the loop that is timed.
PREPARED: Final = """
from datetime import date
def empty(day, /, *, agreement=None, record=None): return None
def empty_get(**names): return None
day = date(2025, 9, 3)
"""
CALLED: Final = (
    Case("`trilateral.board_on(day)`", "board_on(day)", "from trilateral import board_on", goal=5),
    Case(
        "`trilateral.board_on(day, agreement=law)`",
        "board_on(day, agreement=law)",
        "from trilateral import board_on, AGREEMENT_2010 as law",
        "empty(day, agreement=law)",
        goal=12,
    ),
    Case("`day in holidays_of_korea`", "day in korea", "import holidays; korea = holidays.country_holidays('KR')"),
    Case(
        "`pycountry.countries.get(alpha_3='KOR')`",
        "get(alpha_3='KOR')",
        "from pycountry import countries; get = countries.get",
        "empty_get(alpha_3='KOR')",
    ),
    Case("`us.states.lookup('MD')`", "lookup('MD')", "from us.states import lookup", "empty('MD')"),
)


def seconds(code: str) -> float:
    """Return how long a new process takes for ``code``, with compiled files and without the user's settings."""
    start = perf_counter()
    subprocess.run([sys.executable, "-I", "-c", code], check=True)  # noqa: S603 - the code stands above
    return perf_counter() - start


def imported() -> Mapping[Case, float]:
    """Return how long each import takes, net of an empty process, as a multiple of ``import attrs`` in the same round."""
    ratios: dict[Case, list[float]] = {case: [] for case in IMPORTS}
    for case in IMPORTS:
        seconds(case.code)
    for _ in range(ROUNDS):
        empty, attrs = seconds("pass"), seconds("import attrs")
        for case, found in ratios.items():
            found.append((seconds(case.code) - empty) / (attrs - empty))
    return {case: median(found) for case, found in ratios.items()}


def size() -> float:
    """Return how much memory the facts and the history take that a new process loads."""
    command = [sys.executable, "-I", "-c", SIZE.code]
    done = subprocess.run(command, check=True, capture_output=True, text=True)  # noqa: S603 - the code stands above
    return float(done.stdout)


def called() -> Mapping[Case, float]:
    """Return how long each warm call takes, the loop included, as a multiple of an empty function called the same way."""
    timers = {case: [Timer(code, f"{PREPARED}{case.setup}") for code in (case.code, case.empty)] for case in CALLED}
    ratios: dict[Case, list[float]] = {case: [] for case in CALLED}
    for _ in range(REPEATS):
        for case, found in ratios.items():
            call, empty = (timer.timeit(CALLS) for timer in timers[case])
            found.append(call / empty)
    return {case: median(found) for case, found in ratios.items()}


def table(against: str, measured: Mapping[Case, float]) -> str:
    """Return the measured ratios as a table in Markdown."""
    rows = [f"| {against} | measured | goal |", "|---|---:|---:|"]
    for case, ratio in measured.items():
        goal = "" if case.goal is None else f"{case.goal:.2f}"
        rows.append(f"| {case.title} | {ratio:.2f} | {goal} |")
    return "\n".join(rows)


def main() -> None:
    """Measure all, and say which goals were missed."""
    names = ("trilateral", "attrs", "holidays", "pycountry", "us")
    print(f"Python {platform.python_version()}, {', '.join(f'{name} {version(name)}' for name in names)}\n")
    processes, calls = imported(), called()
    print(table("new process, multiples of `import attrs`", processes))
    print()
    print(table("warm call, multiples of an empty function", calls))
    print()
    sizes = {SIZE: size()}
    print(table("size", sizes))
    measured = {**processes, **calls, **sizes}
    missed = [case.title for case, ratio in measured.items() if case.goal is not None and ratio > case.goal]
    print(f"\nGoals missed: {', '.join(missed) if missed else 'none'}.")


if __name__ == "__main__":
    main()
