"""The two rosters that the demo checks: the recorded boards as a user would write them, and two dozen mistakes."""

import tomllib
from pathlib import Path

import pytest

import trilateral as tri
from trilateral import check_roster_file
from trilateral.rosters import document

EXAMPLES = Path(__file__).parents[2] / "docs" / "examples"
BROKEN = check_roster_file(EXAMPLES / "broken.json")

# Worked out by hand: what is wrong with the broken roster, in the order of the document.
MISTAKES = [
    ("TRI308", "$.boards[0].start", 4),
    ("TRI404", "$.boards[0].seats[1].holder", 7),
    ("TRI309", "$.boards[1].end", 12),
    ("TRI402", "$.boards[1].seats[1].holder", 15),
    ("TRI407", "$.boards[2].start", 20),
    ("TRI101", "$.boards[2].seats", 21),
    ("TRI203", "$.boards[3].seats[0].appointed", 30),
    ("TRI102", "$.boards[3].seats[1].role", 31),
    ("TRI401", "$.boards[3].seats[2].holder", 32),
    ("TRI106", "$.boards[4].seats[2].state", 40),
    ("TRI105", "$.boards[5].seats", 45),
    ("TRI304", "$.boards[6].end", 51),
    ("TRI911", "$.boards[6].seats[0].state", 53),
    ("TRI403", "$.boards[6].seats[0].holder", 53),
    ("TRI109", "$.boards[6].seats", 52),
    ("TRI908", "$.boards[6].seats[1].holder", 54),
    ("TRI202", "$.boards[7].seats[0].state", 61),
    ("TRI108", "$.boards[7].seats[1].holder", 62),
    ("TRI103", "$.boards[7].seats[2].role", 63),
    ("TRI912", "$.boards[7].seats[2].holder", 63),
    ("TRI302", "$.boards[8].start", 67),
    ("TRI301", "$.boards[8].end", 67),
    ("TRI902", "$.boards[8].chair", 67),
    ("TRI904", "$.boards[8].seats[1].holder", 70),
    ("TRI907", "$.boards[8].seats[2].vacant", 71),
    ("TRI501", "$.boards[9].number", 75),
    ("TRI905", "$.boards[9].start", 75),
    ("TRI107", "$.boards[9].seats[2].state", 79),
    ("TRI906", "$.boards[10].start", 83),
    ("TRI104", "$.boards[10].seats[2].state", 87),
    ("TRI503", "$.boards[11].number", 90),
    ("TRI903", "$.boards[12].number", 91),
]


@pytest.mark.parametrize("mistake", MISTAKES, ids=lambda mistake: mistake[0])
def test_each_mistake_is_found_at_its_place(mistake: tuple[str, str, int]) -> None:
    assert mistake in [(finding.code, finding.path, finding.line) for finding in BROKEN.findings]


def test_the_recorded_boards_as_a_user_writes_them_have_no_finding() -> None:
    assert check_roster_file(EXAMPLES / "boards.toml").findings == ()


def test_they_name_everybody_as_the_record_does() -> None:
    written = tomllib.loads((EXAMPLES / "boards.toml").read_text(encoding="utf-8"))
    recorded = document(tri.boards())

    def people(roster: dict[str, list[dict[str, list[dict[str, str]]]]]) -> list[tuple[str, str, str]]:
        return [(seat["role"], seat["state"], seat["holder"]) for board in roster["boards"] for seat in board["seats"]]

    assert people(written) == people(recorded)
