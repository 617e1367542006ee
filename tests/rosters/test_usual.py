"""What saves time: a roster as law and record have it is known at a glance, and a name is looked up once.

The measure is how many functions are called, which is the same on every machine.
"""

import sys
from itertools import count
from types import FrameType
from typing import Any, Final

import pytest
from tests.rosters.conftest import board, roster

from trilateral import check_roster
from trilateral.rosters import Report

NUMBERS: Final = count()  # so that a name is new, however often a test runs


def calls(data: Any, **options: Any) -> tuple[int, Report]:
    """How many functions a check calls, and what it says."""
    called = 0

    def profile(_frame: FrameType, event: str, _argument: object) -> None:
        nonlocal called
        called += event == "call"

    before = sys.getprofile()
    sys.setprofile(profile)
    try:
        report = check_roster(data, **options)
    finally:
        sys.setprofile(before)
    return called, report


def closely(data: Any) -> Any:
    """The same roster in tuples, which no parser makes, so that every value is looked at."""
    return {"boards": tuple({**each, "seats": tuple(each["seats"])} for each in data["boards"])}


@pytest.mark.parametrize("scope", ["record", "law"])
@pytest.mark.parametrize(
    "boards",
    [
        pytest.param([board(8)], id="no more than its seats"),
        pytest.param([board(8, start="2026-09-01", end="2029-09-01")], id="its first day and its end"),
        pytest.param([board(8, start="2026-09")], id="its first month"),
        pytest.param([board(8, end="2029-09-01")], id="its end alone"),
        pytest.param([board(8, JPN={"appointed": "2026-09-01"})], id="appointed on the first day"),
        pytest.param([board(8, JPN={"appointed": "2026-05-20"}, CHN={"appointed": "2026-06-30"})], id="appointed before"),
        pytest.param([board(7, KOR={"holder": "LEE Hee-sup"}, CHN={"holder": "YAN Liang"})], id="the record's people"),
        pytest.param([board(7, JPN={"holder": "ZUSHI Shuji"})], id="a deputy alone"),
        pytest.param([board(8), board(7), board(9)], id="three in a row"),
        pytest.param([board(8 + number) for number in range(30)], id="thirty in a row"),
        pytest.param([board(6, KOR={}), board(7, KOR={"holder": "LEE Hee-sup"})], id="one without a leader's name"),
    ],
)
def test_a_roster_as_law_and_record_have_it_is_known_at_a_glance(boards: Any, scope: Any) -> None:
    data = roster(*boards)
    check_roster(data, scope=scope)  # what is kept is kept from now on
    glance, report = calls(data, scope=scope)
    look, again = calls(closely(data), scope=scope)
    assert report.findings == again.findings == ()
    assert glance * 3 < look


def test_by_the_law_any_sound_name_is_known_at_a_glance() -> None:
    data = roster(board(8, JPN={"holder": "A"}, CHN={"holder": "B"}), board(9, CHN={"holder": "C"}))
    check_roster(data, scope="law")
    assert calls(data, scope="law")[0] * 3 < calls(closely(data), scope="law")[0]


@pytest.mark.parametrize("length", [20, 200])
def test_a_name_is_looked_up_once(length: int) -> None:
    check_roster(roster(board(8, JPN={"holder": "Somebody else"})))  # all but the name is known from now on
    data = roster(board(8, JPN={"holder": f"N{next(NUMBERS)}".ljust(length, "n")}))
    first, report = calls(data)
    again, same = calls(data)
    assert report == same
    assert again < first
