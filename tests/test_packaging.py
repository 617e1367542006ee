"""What is installed, tested and built is what is stated."""

import re
import tomllib
from importlib import metadata
from pathlib import Path
from typing import Any

import trilateral
from tests.packaging.check_dist import faults

ROOT = Path(__file__).parent.parent
MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")


def project() -> Any:
    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]


def words(variable: str, separator: str) -> list[str]:
    """The words of a variable of the Makefile."""
    (line,) = re.findall(rf"^{variable} := (.*)$", MAKEFILE, re.MULTILINE)
    return str(line).split(separator)


def test_the_lowest_versions_tested_are_those_stated() -> None:
    stated = [*project()["dependencies"], *(each for extra in project()["optional-dependencies"].values() for each in extra)]
    lines = (ROOT / "tests" / "lowest.txt").read_text(encoding="utf-8").splitlines()
    tested = [line for line in lines if not line.startswith("#")]
    # Below them stands what these versions need, and nobody states.
    assert tested[: len(stated)] == [requirement.replace(">=", "==") for requirement in stated]
    assert "python-dateutil==2.9" in tested


def test_the_wheel_is_tested_with_every_extra() -> None:
    assert set(words("EXTRAS", ",")) == set(project()["optional-dependencies"])


def test_the_wheel_is_tested_in_every_python_stated() -> None:
    stated = re.findall(r"Python :: (3\.\d+)", "\n".join(project()["classifiers"]))
    assert words("VERSIONS", " ") == stated
    assert project()["requires-python"] == f">={stated[0]}"


def test_the_version_is_that_of_the_installed_package() -> None:
    assert trilateral.__version__ == metadata.version("trilateral")


def test_the_citation_is_of_this_version() -> None:
    lines = (ROOT / "CITATION.cff").read_text(encoding="utf-8").splitlines()
    assert f"version: {trilateral.__version__}" in lines
    assert "  - name: The trilateral developers" in lines
    assert project()["authors"] == [{"name": "The trilateral developers"}]


def test_code_and_data_have_licences_of_their_own() -> None:
    assert project()["license"] == "MIT AND CC0-1.0"
    assert project()["license-files"] == ["LICENSE", "LICENSE-DATA"]
    assert "SPDX: CC0-1.0" in (ROOT / "LICENSE-DATA").read_text(encoding="utf-8")


def test_a_distribution_must_hold_what_it_should_and_nothing_else() -> None:
    assert list(faults(Path("a.whl"), {"it"}, {"it"})) == []
    assert list(faults(Path("a.whl"), {"it", "more"}, {"it", "other"})) == [
        "a.whl lacks more",
        "a.whl holds other, which does not belong there",
    ]
