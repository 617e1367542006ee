"""What is imported when, and what is said where the extra is not installed."""

import subprocess
import sys

import pytest

HEAVY = "narwhals numpy pandas polars pyarrow duckdb dask pyspark"


def run(code: str) -> str:
    """Return what a new process prints."""
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)  # noqa: S603 - our own code
    return done.stdout.strip()


def imported(code: str) -> set[str]:
    """Return which heavy libraries a new process has imported in the end."""
    return set(run(f"{code}\nimport sys\nprint(*(name for name in {HEAVY!r}.split() if name in sys.modules))").split())


def test_the_wing_itself_imports_nothing() -> None:
    assert imported("import trilateral.frames; trilateral.board(7); trilateral.timeline()") == set()


def test_only_the_engine_in_use_is_imported() -> None:
    frame = "polars.DataFrame({'date': [datetime.date(2025, 9, 3)]})"
    code = f"import datetime, polars, trilateral.frames as frames; frames.annotate({frame}); frames.boards('polars')"
    assert imported(code) == {"narwhals", "numpy", "polars"}


@pytest.mark.parametrize("missing", ["narwhals", "numpy"])
@pytest.mark.parametrize("name", ["annotate", "boards"])
def test_without_the_extra_it_says_how_to_install_it(missing: str, name: str) -> None:
    code = f"""
import sys
sys.modules[{missing!r}] = None
import trilateral.frames
try:
    trilateral.frames.{name}
except ModuleNotFoundError as error:
    print(error.name, error)
"""
    expected = "dataframes need the extra \"frames\": python -m pip install 'trilateral[frames]'"
    assert run(code) == f"{missing} {expected}"
