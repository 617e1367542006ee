"""Try the mutants of the roster check, and say how many the tests notice: `make mutants`."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Final

GOAL: Final = 0.95
STATISTICS: Final = Path("mutants") / "mutmut-cicd-stats.json"


def mutmut(*arguments: str) -> str:
    """Run mutmut, and return what it prints."""
    command = [str(Path(sys.executable).parent / "mutmut"), *arguments]
    return subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout  # noqa: S603 - our own command


def main() -> int:
    """Print the survivors and the score; return 1 if it is lower than the goal."""
    mutmut("run")
    survivors = [
        line.split(":")[0].strip() for line in mutmut("results").splitlines() if line.endswith(("survived", "no tests"))
    ]
    mutmut("export-cicd-stats")
    counts = json.loads(STATISTICS.read_text(encoding="utf-8"))
    tried = counts["total"] - counts["skipped"]
    score = 1 - len(survivors) / tried
    print("\n".join(survivors))
    print(f"{tried} mutants, {len(survivors)} survive: a score of {score:.1%}, where {GOAL:.0%} is the goal")
    return 0 if score >= GOAL else 1


if __name__ == "__main__":
    sys.exit(main())
