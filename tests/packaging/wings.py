"""Use every wing that needs an extra, in a Python that has the wheel with the extras whose names are given, and no others.

A wing works if its extra is there, and else says which command installs it. Nothing but its wing imports any of an extra.
"""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Final, NamedTuple

ROOT: Final = Path(__file__).parents[2]
LIBRARIES: Final = ("click", "hypothesis", "matplotlib", "narwhals", "numpy", "pytest", "rich", "yaml")
# Something of everything that needs no extra; it prints which libraries of the extras were imported on the way.
HEART: Final = f"""
import datetime, sys
import trilateral as tri
from trilateral import errors, export, rosters, rules, testing
assert tri.board_on(datetime.date(2025, 9, 3)).number == 7
assert tri.timeline() and tri.summits() and tri.explain(tri.board(7))
assert tri.check_roster_file({str(ROOT / "docs" / "examples" / "boards.toml")!r}).ok
assert export.from_json(export.to_json(tri.board(7))) == tri.board(7)
testing.assert_valid_roster(rosters.document(tri.boards()))
print("imported:", *[name for name in {LIBRARIES!r} if name in sys.modules])
"""


class Wing(NamedTuple):
    """What to run of a wing, and what is then printed, among other things."""

    code: str
    prints: str


WINGS: Final = {
    "cli": Wing(
        "import runpy, sys; sys.argv = ['trilateral', 'board', '7']; runpy.run_module('trilateral', run_name='__main__')",
        "LEE Hee-sup",
    ),
    "frames": Wing("from trilateral import frames; print(frames.annotate, frames.boards)", "function annotate"),
    "plots": Wing(
        "import datetime; from trilateral import plots; print(plots.boards(until=datetime.date(2041, 1, 1)).description)",
        "LEE Hee-sup",
    ),
    "testing": Wing("from trilateral import testing; print(testing.boards().example().number > 0)", "True"),
    "yaml": Wing(
        "import io; from trilateral import check_roster_file\n"
        "print(*(each.message for each in check_roster_file(io.BytesIO(b'- 1'), format='yaml').findings))",
        "a roster must be a table",
    ),
}


def printed(code: str) -> str:
    """Return all that a Python prints which sees nothing but what is installed."""
    command = [sys.executable, "-I", "-W", "ignore", "-c", code]
    return subprocess.run(command, check=False, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True).stdout  # noqa: S603


def faults(extras: list[str]) -> Iterator[str]:
    """Yield what goes otherwise than it should, where these extras are installed."""
    if (said := printed(HEART)) != "imported:\n":
        yield f"without any wing: {said}"
    for extra, wing in WINGS.items():
        expected = wing.prints if extra in extras else f"pip install 'trilateral[{extra}]'"
        if expected not in (said := printed(wing.code)):
            yield f"the wing of {extra} must print {expected!r}, got:\n{said}"


if __name__ == "__main__":
    sys.exit("\n".join(faults(sys.argv[1:])) or None)
