"""Try the mutants of the rules, the queries and the roster check, and say how many the tests notice: `make mutants`."""

import io
import subprocess
import sys
import tomllib
from argparse import ArgumentParser
from contextlib import redirect_stdout
from pathlib import Path
from typing import Any, Final

import pytest

GOAL: Final = 0.95
WINGS: Final = ("rules", "_queries", "rosters")
UNNOTICED: Final = ("survived", "no tests")
UNTRIED: Final = ("not checked", "skipped")
SETTINGS: Final[dict[str, Any]] = tomllib.loads(Path("pyproject.toml").read_text(encoding="utf-8"))["tool"]["mutmut"]


def mutmut(*arguments: str) -> str:
    """Run mutmut, and return what it prints."""
    command = [str(Path(sys.executable).parent / "mutmut"), *arguments]
    return subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout  # noqa: S603 - our own command


class Collected:
    """A plugin of pytest that keeps the names of the tests that are collected."""

    def __init__(self) -> None:
        self.names: set[str] = set()

    def pytest_collection_finish(self, session: pytest.Session) -> None:
        """Keep the names."""
        self.names = {item.nodeid for item in session.items}


def renamed() -> list[str]:
    """Return the tests that have another name when they are collected again in the same process.

    mutmut asks for tests by name in a process that has collected them before. One that it does not find ends the run of a
    mutant with an error, which it takes for a test that failed; pytest so renames what has ``ids=`` with a backslash or a
    character beyond ASCII.
    """
    first, again = Collected(), Collected()
    for collected in (first, again):
        with redirect_stdout(io.StringIO()):
            selection: list[str] = SETTINGS["pytest_add_cli_args_test_selection"]
            pytest.main(["--collect-only", "-qq", "-p", "no:cacheprovider", *selection], plugins=[collected])
    return sorted(first.names - again.names)


def score(wing: str, results: dict[str, str]) -> float:
    """Print the survivors of a wing and its score, and return that."""
    tried = {name: status for name, status in results.items() if name.startswith(f"trilateral.{wing}.")}
    survivors = [name for name, status in tried.items() if status in UNNOTICED]
    noticed = 1 - len(survivors) / len(tried)
    print(*survivors, sep="\n")
    print(f"{wing}: {len(tried)} mutants, {len(survivors)} survive: a score of {noticed:.1%}, where {GOAL:.0%} is the goal")
    return noticed


def main() -> int:
    """Print the survivors and the score of each wing, or of one; return 1 if one is lower than the goal."""
    parser = ArgumentParser(description=__doc__)
    parser.add_argument("wing", nargs="?", choices=WINGS, help="by default all")
    wing: str | None = parser.parse_args().wing
    if names := renamed():
        print("ids= must be in plain ASCII without backslashes, or be left out, for:", *names, sep="\n")
        return 1
    mutmut("run", *([f"trilateral.{wing}.*"] if wing else []))
    lines = (line.strip().rpartition(": ") for line in mutmut("results", "--all", "true").splitlines())
    results = {name: status for name, _, status in lines if status not in UNTRIED}
    scores = [score(each, results) for each in ([wing] if wing else WINGS)]
    return 0 if min(scores) >= GOAL else 1


if __name__ == "__main__":
    sys.exit(main())
