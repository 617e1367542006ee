"""What is installed is what is stated."""

import tomllib
from importlib import metadata
from pathlib import Path

import trilateral

ROOT = Path(__file__).parent.parent


def test_the_lowest_versions_tested_are_those_stated() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    stated = [*project["dependencies"], *(each for extra in project["optional-dependencies"].values() for each in extra)]
    lines = (ROOT / "tests" / "lowest.txt").read_text(encoding="utf-8").splitlines()
    tested = [line for line in lines if not line.startswith("#")]
    assert tested == [requirement.replace(">=", "==") for requirement in stated]


def test_the_version_is_that_of_the_installed_package() -> None:
    assert trilateral.__version__ == metadata.version("trilateral")
