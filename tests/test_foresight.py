"""What the rules foretold is told as the record has it: the page is up to date, and what came otherwise is a miss."""

import datetime as dt

import attr
import pytest
from tools.write_foresight import TARGET, Outcome, board_rows, page, summit_rows, year_before

import trilateral as tri

_OTHERS = (tri.MemberState.CHINA, tri.MemberState.KOREA)


def test_the_page_is_up_to_date() -> None:
    assert TARGET.read_text(encoding="utf-8") == f"{page().rstrip()}\n", "run `make foresight`"


def test_nothing_is_asked_before_the_agreement_was_signed() -> None:
    rows = [*board_rows(tri.record()), *summit_rows(tri.record())]
    early = [row for row in rows if row.asked < dt.date(2010, 12, 16)]
    assert early
    assert all(row.outcome is Outcome.NOT_ASKED and row.drift is None for row in early)


def test_each_board_and_each_summit_has_a_row_and_what_is_to_come_is_open() -> None:
    boards, summits = list(board_rows(tri.record())), list(summit_rows(tri.record()))
    assert [row.number for row in boards] == list(range(1, 10))
    assert [row.number for row in summits] == list(range(1, 11))
    assert [row.number for row in boards if row.outcome is Outcome.OPEN] == [8, 9]
    assert [row.number for row in summits if row.outcome is Outcome.OPEN] == [10]


def test_a_date_known_only_by_month_drifts_by_all_of_it() -> None:
    (row,) = [row for row in board_rows(tri.record()) if row.number == 6]
    assert (row.asked, row.came, row.drift, row.outcome) == (dt.date(2020, 9, 1), "2021-09 CHN", (0, 29), Outcome.HIT)


@pytest.mark.parametrize(
    ("law", "foretold", "days"),
    [
        (tri.AGREEMENT_2010.with_term_length(3, since_board=2), "2016-09-01 CHN", -366),
        (tri.AGREEMENT_2010.with_order((tri.MemberState.JAPAN, *_OTHERS), since_board=3), "2015-09-01 JPN", 0),
    ],
    ids=["another start", "another state"],
)
def test_what_came_otherwise_is_a_miss(law: tri.Agreement[tri.MemberState], foretold: str, days: int) -> None:
    (row,) = [row for row in board_rows(attr.evolve(tri.record(), agreement=law)) if row.number == 3]
    assert (row.foretold, row.came, row.outcome, row.drift) == (foretold, "2015-09-01 CHN", Outcome.MISS, (days, days))


def test_a_year_before_a_leap_day_is_the_last_day_of_february() -> None:
    assert year_before(dt.date(2024, 2, 29)) == dt.date(2023, 2, 28)
