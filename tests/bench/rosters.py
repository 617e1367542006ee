"""Measure the roster check of the installed package beside those who check the shape alone: part of `make bench`."""

import json
import subprocess
import sys
import tempfile
from collections.abc import Callable
from importlib.metadata import version
from math import log10
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Any, Final

from jsonschema import Draft202012Validator
from pydantic import BaseModel, ConfigDict

import trilateral as tri
from trilateral.rosters import document, schema

ROUNDS: Final = 15
DOCUMENTS: Final = 300
LINES: Final = 100_000
SHAPE_GOAL: Final = 3
JSONSCHEMA_GOAL: Final = 10
MEMORY_GOAL: Final = 32
GROWTH_GOAL: Final = 1.2  # 1 is linear, 2 is quadratic

# How Linux tells the peak of a process itself; what resource tells includes that of its parent.
PEAK: Final = 'print(next(line.split()[1] for line in open("/proc/self/status") if line.startswith("VmHWM")))'


class _Table(BaseModel):
    """What all tables share: unknown keys are refused."""

    model_config = ConfigDict(extra="forbid")


class _Tenure(_Table):
    name: str
    start: str | None = None
    end: str | None = None


class _Seat(_Table):
    role: tri.Role
    state: tri.MemberState
    holder: str | None = None
    holders: list[_Tenure] | None = None
    vacant: bool = False
    appointed: str | None = None


class _Board(_Table):
    number: int
    start: str | None = None
    end: str | None = None
    last_day: str | None = None
    seats: list[_Seat]


class _Roster(_Table):
    """The shape of a roster alone, dates as texts."""

    boards: list[_Board]


def seconds(check: Callable[[Any], object], documents: list[Any]) -> float:
    """Return how long ``check`` takes for all documents."""
    start = perf_counter()
    for each in documents:
        check(each)
    return perf_counter() - start


def valid() -> tuple[float, float]:
    """Return the time of every rule on valid boards, as a multiple of pydantic's, and jsonschema's as a multiple of ours."""
    recorded = document(tri.boards())
    without_days = {"boards": [{key: board[key] for key in ("number", "seats")} for board in recorded["boards"]]}
    texts = [json.dumps(each) for each in (recorded, without_days, document(tri.boards(until=tri.board(12).end.date)))]
    documents = [json.loads(texts[at % len(texts)]) for at in range(DOCUMENTS)]
    validator: Any = Draft202012Validator(schema())
    ours: list[float] = []
    pydantics: list[float] = []
    jsonschemas: list[float] = []
    for _ in range(ROUNDS):
        ours.append(seconds(tri.check_roster, documents))
        pydantics.append(seconds(_Roster.model_validate, documents))
        jsonschemas.append(seconds(validator.validate, documents[:: DOCUMENTS // 15]) * (DOCUMENTS // 15))
    by_pydantic = median(mine / other for mine, other in zip(ours, pydantics, strict=True))
    return by_pydantic, median(other / mine for mine, other in zip(ours, jsonschemas, strict=True))


def memory() -> float:
    """Return how many MiB more than the bare import the check of many lines needs at its peak."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "rosters.jsonl"
        path.write_text((json.dumps(document(tri.boards())) + "\n") * LINES, encoding="utf-8")
        check = f"for each in trilateral.check_roster_lines({str(path)!r}): assert each.ok"
        return peak(f"import trilateral\n{check}") - peak("import trilateral")


def peak(code: str) -> float:
    """Return the most memory, in MiB, that a new process needs for ``code``."""
    printed = subprocess.run(  # noqa: S603 - the code stands above
        [sys.executable, "-I", "-c", f"{code}\n{PEAK}"], check=True, capture_output=True, text=True
    )
    return int(printed.stdout) / 1024


def growth() -> float:
    """Return the power of the number of findings with which the time grows, from 1,000 to 10,000 of them."""
    board = document([tri.board(8)])["boards"][0]
    few, many = ({"boards": [board] * (count + 1)} for count in (1_000, 10_000))
    return log10(median(seconds(tri.check_roster, [many]) / seconds(tri.check_roster, [few]) for _ in range(ROUNDS)))


def main() -> None:
    """Measure all, and say which goals were missed."""
    print(f"pydantic {version('pydantic')}, jsonschema {version('jsonschema')}\n")
    by_pydantic, by_jsonschema = valid()
    rows = (
        ("all rules on valid boards, multiples of pydantic on their shape", by_pydantic, SHAPE_GOAL, by_pydantic <= SHAPE_GOAL),
        ("jsonschema on their shape, multiples of all rules", by_jsonschema, JSONSCHEMA_GOAL, by_jsonschema >= JSONSCHEMA_GOAL),
        ("MiB above the bare import for 100,000 lines", used := memory(), MEMORY_GOAL, used <= MEMORY_GOAL),
        ("power with which time grows with findings", power := growth(), GROWTH_GOAL, power <= GROWTH_GOAL),
    )
    print("| rosters | measured | goal |\n|---|---:|---:|")
    print("\n".join(f"| {title} | {measured:.2f} | {goal} |" for title, measured, goal, _ in rows))
    missed = [title for title, _, _, met in rows if not met]
    print(f"\nGoals missed: {', '.join(missed) if missed else 'none'}.")


if __name__ == "__main__":
    main()
