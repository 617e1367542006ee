"""The page on testing one's own code can be followed, step by step, from an empty folder."""

import datetime as dt
import re
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Final

import pytest

import trilateral as tri
from trilateral import export

PAGE: Final = Path(__file__).parent.parent / "docs" / "how-to" / "test-your-code.md"


def files(page: str) -> Mapping[str, str]:
    """The files that a page shows whole: each block that follows its path."""
    return dict(re.findall(r"`([\w./-]+)`:\n\n```\w+\n(.*?)^```$", page, re.MULTILINE | re.DOTALL))


def run(project: Path, *arguments: str) -> tuple[int, str]:
    """The exit code of Python in a project, and what it printed."""
    command = [sys.executable, *arguments]
    done = subprocess.run(command, cwd=project, check=False, capture_output=True, encoding="utf-8")  # noqa: S603 - our own
    return done.returncode, done.stdout + done.stderr


@pytest.fixture
def project(tmp_path: Path) -> Path:
    for name, text in files(PAGE.read_text(encoding="utf-8")).items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    assert run(tmp_path, "tests/keep_record.py") == (0, "")
    return tmp_path


def test_its_tests_pass_as_it_says(project: Path) -> None:
    code, printed = run(project, "-m", "pytest", "-p", "no:cacheprovider")
    assert code == 0, printed
    assert re.findall(r"\d+ passed", printed) == re.findall(r"^\d+ passed$", PAGE.read_text(encoding="utf-8"), re.MULTILINE)


def test_a_fixture_that_is_wrong_fails_them(project: Path) -> None:
    fixture = project / "tests" / "rosters" / "2023.json"
    fixture.write_text(fixture.read_text(encoding="utf-8").replace("2026-09-01", "2026-08-31"), encoding="utf-8")
    code, printed = run(project, "-m", "pytest", "-p", "no:cacheprovider")
    assert code == 1, printed
    assert "error TRI309 at $.boards[0].end" in printed


def test_a_record_of_before_is_kept_until_another_is(project: Path) -> None:
    before = tri.record().as_known_on(dt.date(2025, 1, 1))
    (project / "tests" / "record.json").write_text(export.to_json(before), encoding="utf-8")
    code, printed = run(project, "tests/keep_record.py")
    assert code == 0, printed
    assert printed.startswith(f"{before} -> {tri.record()}\n")
    assert "<Difference board 8 end: 2027-09-01, 2029-09-01>" in printed
    assert run(project, "tests/keep_record.py") == (0, f"{tri.record()} -> {tri.record()}\n")
