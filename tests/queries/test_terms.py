"""Terms tile time: one board a day from 2011-09-01, under every agreement and record."""

import datetime as dt
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from itertools import pairwise

import pytest
from hypothesis import given
from tests.strategies import FIRST_DAY, agreements, days, records

import trilateral as tri
from trilateral import AGREEMENT_2010, AGREEMENT_2025, Agreement, Board, MemberState, Record, Role

LAST_DAY = dt.date(2100, 12, 31)


def has_one_seat_a_state(board: Board) -> bool:
    """One Secretary-General and two deputies, one from each state."""
    roles = [seat.role for seat in board.seats]
    return (
        {seat.state for seat in board.seats} == set(MemberState)
        and len(roles) == 3
        and roles[0] is Role.SECRETARY_GENERAL
        and Role.SECRETARY_GENERAL not in roles[1:]
    )


class TestTiling:
    """Terms tile time: one board a day from 2011-09-01, under every agreement and record."""

    @pytest.mark.parametrize("agreement", [AGREEMENT_2010, AGREEMENT_2025])
    def test_every_day_to_2100_has_exactly_one_board_and_one_seat_a_state(self, agreement: Agreement[MemberState]) -> None:
        boards = tri.boards(until=LAST_DAY + dt.timedelta(days=1), agreement=agreement)
        assert all(has_one_seat_a_state(board) for board in boards)
        for step in range((LAST_DAY - FIRST_DAY).days + 1):
            day = FIRST_DAY + dt.timedelta(days=step)
            assert [board for board in boards if board.start.date <= day < board.end.date] == [
                tri.board_on(day, agreement=agreement)
            ]

    @given(agreements(), records())
    def test_boards_follow_each_other_without_gap_or_overlap(self, agreement: Agreement[MemberState], record: Record) -> None:
        boards = tri.boards(until=LAST_DAY + dt.timedelta(days=1), agreement=agreement, record=record)
        assert boards[0].start.date == FIRST_DAY
        assert boards[-1].end.date > LAST_DAY
        assert [board.number for board in boards] == list(range(1, len(boards) + 1))
        for board, following in pairwise(boards):
            assert board.start.date < board.end.date == following.start.date
        assert all(has_one_seat_a_state(board) for board in boards)

    @given(agreements(), records(), days())
    def test_the_board_on_a_day_has_that_day_in_its_term(
        self, agreement: Agreement[MemberState], record: Record, day: dt.date
    ) -> None:
        board = tri.board_on(day, agreement=agreement, record=record)
        assert day in board.term
        assert board == tri.board(board.number, agreement=agreement, record=record)

    @given(agreements(), records())
    def test_a_projected_board_ends_at_its_lawful_end(self, agreement: Agreement[MemberState], record: Record) -> None:
        recorded = len(tri.boards(agreement=agreement, record=record))
        board = tri.board(recorded + 1, agreement=agreement, record=record)
        assert board.end.date == board.lawful_end > board.start.date

    @given(agreements())
    def test_no_law_moves_a_recorded_start(self, agreement: Agreement[MemberState]) -> None:
        assert [board.start.date for board in tri.boards(agreement=agreement)] == [board.start.date for board in tri.boards()]


class TestManyAtOnce:
    """Safe from many threads: everybody gets the same boards."""

    def test_threads_that_ask_together_get_equal_boards(self) -> None:
        record = tri.record().with_facts({})
        numbers = [number % 200 + 1 for number in range(1600)]

        def ask(number: int) -> Board:
            return tri.board(number, record=record)

        with ThreadPoolExecutor(16) as pool:
            boards = list(pool.map(ask, numbers))
        assert boards == [tri.board(number) for number in numbers]

    def test_there_is_one_record_even_where_threads_race_for_the_first_touch(self) -> None:
        code = """
import sys, threading
sys.setswitchinterval(1e-6)
import trilateral
start, seen = threading.Barrier(16), []
def touch():
    start.wait()
    seen.append((id(trilateral.record()), trilateral.board(7).number))
threads = [threading.Thread(target=touch) for _ in range(16)]
[thread.start() for thread in threads]
[thread.join() for thread in threads]
print(len(seen), len(set(seen)))
"""
        done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)  # noqa: S603
        assert done.stdout.split() == ["16", "1"]

    def test_more_records_than_are_kept_still_answer(self) -> None:
        records = [tri.record().with_facts({}) for _ in range(70)]
        assert {tri.board(7, record=record) for record in records} == {tri.board(7)}
