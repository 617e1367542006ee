"""The worked example project of the documentation passes its tests, and fails them where a fixture is broken."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

PROJECT = Path(__file__).parent.parent / "docs" / "examples" / "roster-tests"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return shutil.copytree(PROJECT, tmp_path / "project", ignore=shutil.ignore_patterns("__pycache__", ".*"))


def outcome(project: Path) -> tuple[int, str]:
    """The exit code of pytest in a project, and what it printed."""
    command = [sys.executable, "-m", "pytest", "-p", "no:cacheprovider"]
    run = subprocess.run(command, cwd=project, check=False, capture_output=True, encoding="utf-8")  # noqa: S603 - our own
    return run.returncode, run.stdout + run.stderr


def test_the_project_passes(project: Path) -> None:
    code, printed = outcome(project)
    assert code == 0, printed
    assert "3 passed" in printed


@pytest.mark.parametrize(
    ("file", "right", "wrong", "finding"),
    [
        ("boards.json", '"end": "2026-09-01"', '"end": "2026-08-31"', "error TRI309 at $.boards[1].end (line 12)"),
        ("boards.json", "LEE Hee-sup", "LEE Hee-sop", "error TRI404 at $.boards[1].seats[0].holder (line 14)"),
        ("law.toml", 'state = "KOR", holder', 'state = "CHN", holder', "error TRI104 at $.boards[0].seats[2].state"),
    ],
)
def test_a_broken_fixture_fails_its_test_and_no_other(project: Path, file: str, right: str, wrong: str, finding: str) -> None:
    path = project / "fixtures" / file
    text = path.read_text(encoding="utf-8")
    assert right in text
    path.write_text(text.replace(right, wrong), encoding="utf-8")
    code, printed = outcome(project)
    assert code == 1, printed
    assert finding in printed
    assert "1 failed, 2 passed" in printed
