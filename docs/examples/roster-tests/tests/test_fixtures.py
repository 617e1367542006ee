"""The fixtures of this project are valid rosters."""

from collections.abc import Callable
from pathlib import Path

import pytest

from trilateral.testing import assert_valid_roster as assert_valid

FIXTURES = Path(__file__).parent.parent / "fixtures"


@pytest.mark.roster_files("../fixtures/boards.json", strict=True)
def test_the_boards() -> None:
    """The marker checks the file before the test runs."""


def test_the_boards_with_invented_names(assert_valid_roster: Callable[..., None]) -> None:
    """The fixture is the assertion, without an import."""
    assert_valid_roster(FIXTURES / "law.toml", scope="law")


def test_what_the_program_writes() -> None:
    """The assertion takes plain data too, and needs no pytest."""
    assert_valid({"boards": [{"number": 8, "seats": seats("JPN", "CHN", "KOR")}]})


def seats(leader: str, *deputies: str) -> list[dict[str, str]]:
    """Stand for the program of the project."""
    first = {"role": "secretary-general", "state": leader}
    return [first, *({"role": "deputy-secretary-general", "state": state} for state in deputies)]
