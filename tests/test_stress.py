"""The library holds under stress: one record, ever, whoever asks first."""

import subprocess
import sys
from pathlib import Path

import trilateral as tri

SCRIPT = Path(__file__).parent / "first_touch.py"


def test_threads_and_processes_that_ask_first_get_one_equal_record() -> None:
    # Python 3.12 warns of forking where there are threads, which is what is tried.
    command = [sys.executable, "-W", "ignore::DeprecationWarning", str(SCRIPT)]
    done = subprocess.run(command, check=False, capture_output=True, text=True)  # noqa: S603 - our own script
    assert (done.returncode, done.stderr) == (0, "")


def test_the_record_is_one_object() -> None:
    assert tri.record() is tri.record()
