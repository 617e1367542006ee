"""What the roster check says of seats: of which states, in whose turn, and since when appointed, case by case."""

from typing import Any

import pytest
from tests.rosters.conftest import ROLES, board, codes, only, roster

import trilateral as tri
from trilateral import check_roster

SOURCE = {"id": "s", "title": "A report", "publisher": "A paper", "kind": "primary", "seen": "2030-01-01"}


class TestStates:
    @pytest.mark.parametrize(
        "others",
        [
            {},
            {"KOR": {"state": "JPN"}},
            {"KOR": {"state": "USA"}},
            {"KOR": {"state": "XX"}},
            {"JPN": {"holder": "A"}, "KOR": {"holder": "A"}},
        ],
        ids=["Korea", "Japan again", "another again", "an unknown state", "one name twice"],
    )
    def test_the_secretariat_with_the_united_states_is_told_as_such_and_no_more(self, others: Any) -> None:
        assert codes(check_roster(roster(board(8, CHN={"state": "USA"}, **others)))) == ["TRI107"]

    def test_a_seat_after_one_without_a_state_is_looked_at(self) -> None:
        seats = [{"role": ROLES[0], "state": "JPN"}, {"role": ROLES[1]}, *[{"role": ROLES[1], "state": "KOR"}] * 2]
        report = check_roster(roster({"number": 8, "seats": seats}))
        assert [(each.code, each.path) for each in report.findings] == [
            ("TRI903", "$.boards[0].seats[1].state"),
            ("TRI104", "$.boards[0].seats[3].state"),
        ]

    def test_a_seat_without_a_state_may_be_the_missing_one(self) -> None:
        seats = board(8, CHN={"state": None})["seats"]
        assert codes(check_roster(roster({"number": 8, "seats": seats}))) == ["TRI904"]
        assert codes(check_roster(roster({"number": 8, "seats": seats[:2]}))) == ["TRI105", "TRI904"]

    def test_a_second_leader_may_stand_last(self) -> None:
        finding = only(check_roster(roster(board(8, KOR={"role": ROLES[0]}))))
        assert (finding.code, finding.path) == ("TRI102", "$.boards[0].seats[2].role")

    @pytest.mark.parametrize("order", [(0, 2, 1), (1, 0, 2), (2, 0, 1), (2, 1, 0), (1, 2, 0)])
    def test_any_other_order_of_the_seats_is_told(self, order: tuple[int, ...]) -> None:
        seats = [board(8)["seats"][at] for at in order]
        finding = only(check_roster(roster({"number": 8, "seats": seats})))
        assert (finding.code, finding.got) == ("TRI109", ", ".join(seat["state"] for seat in seats))
        assert finding.message == "the seats are usually listed in the order JPN, CHN, KOR"


class TestTurns:
    def test_a_board_after_one_led_out_of_turn_is_led_by_whoever_comes_next(self) -> None:
        data = roster(board(8), {"number": 9, "seats": board(8)["seats"]}, {"number": 10, "seats": board(9)["seats"]})
        finding = only(check_roster(data, scope="law"))
        assert (finding.code, finding.path) == ("TRI202", "$.boards[1].seats[0].state")
        assert finding.message == "board 9 must be led by CHN, after board 8, led by JPN"

    @pytest.mark.parametrize("stranger", ["XX", "USA", "Democratic People's Republic of Korea"])
    def test_after_a_leader_of_no_member_state_the_number_tells_the_turn(self, stranger: str) -> None:
        assert codes(check_roster(roster(board(8, JPN={"state": stranger}), board(9)), scope="law")) == ["TRI106"]
        wrong = {"number": 9, "seats": board(10)["seats"]}
        report = check_roster(roster(board(8, JPN={"state": stranger}), wrong, board(10)), scope="law")
        assert codes(report) == ["TRI106", "TRI201"]
        assert report.findings[1].message == "board 9 must be led by CHN, whose turn it is"

    def test_boards_after_one_without_a_leader_are_looked_at(self) -> None:
        headless = {"number": 8, "seats": board(8)["seats"][1:]}
        wrong = {"number": 10, "seats": board(11)["seats"]}
        report = check_roster(roster(headless, board(9), wrong), scope="law")
        assert codes(report) == ["TRI101", "TRI202"]


class TestAppointments:
    """An appointment comes on or before the start of the last of those who hold the seat."""

    @pytest.mark.parametrize(
        ("days", "seat", "start"),
        [
            ({"start": "2026-09-01"}, {"appointed": "2026-09-02"}, "2026-09-01"),
            ({}, {"appointed": "2026-09-02"}, "2026-09-01"),
            ({"start": "2026-09"}, {"appointed": "2026-10-01"}, "2026-09-30"),
            ({}, {"appointed": "2027-10-01", "holders": [{"name": "A", "end": "2027-09-15"}, {"name": "B"}]}, "2027-09-15"),
            (
                {},
                {"appointed": "2027-10-01", "holders": [{"name": "A"}, {"name": "B", "start": "2027-09-20"}]},
                "2027-09-20",
            ),
            (
                {},
                {
                    "appointed": "2027-10-01",
                    "holders": [{"name": "A", "end": "2027-09-15"}, {"name": "B", "start": "2027-09-20"}],
                },
                "2027-09-20",
            ),
            ({}, {"appointed": "2026-12-02", "holders": [{"name": "A", "start": "2026-12-01"}]}, "2026-12-01"),
        ],
        ids=["stated", "by law", "a month", "the other's end", "its own", "its own after the other's end", "of the only one"],
    )
    def test_after_the_start_is_told(self, days: Any, seat: Any, start: str) -> None:
        finding = only(check_roster(roster(board(8, JPN=seat, **days)), scope="law"))
        assert (finding.code, finding.path, finding.got) == (
            "TRI203",
            "$.boards[0].seats[0].appointed",
            repr(seat["appointed"]),
        )
        assert finding.message == f"the appointment must come on or before the start, {start}"
        seat = {**seat, "appointed": start}
        assert codes(check_roster(roster(board(8, JPN=seat, **days)), scope="law")) == []

    def test_of_each_seat_is_told(self) -> None:
        report = check_roster(roster(board(8, JPN={"appointed": "2026-09-02"}, KOR={"appointed": "2026-09-03"})))
        assert [each.path for each in report.findings] == [f"$.boards[0].seats[{at}].appointed" for at in (0, 2)]

    def test_before_the_start_in_fact_is_right(self) -> None:
        facts = {"sources": [SOURCE], "boards": [{"number": 8, "start": {"date": "2026-10-15", "sources": ["s"]}}]}
        record = tri.record().with_facts(facts)
        assert codes(check_roster(roster(board(8, JPN={"appointed": "2026-10-15"})), record=record)) == []
        finding = only(check_roster(roster(board(8, JPN={"appointed": "2026-10-16"})), record=record))
        assert finding.message == "the appointment must come on or before the start, 2026-10-15"

    def test_follows_from_a_start_that_is_told_itself(self) -> None:
        data = board(8, start="2026-08-15", JPN={"appointed": "2026-08-20"})
        assert codes(check_roster(roster(data), scope="law")) == ["TRI307"]
        own = {"appointed": "2026-08-25", "holders": [{"name": "A", "start": "2026-08-20"}]}
        assert codes(check_roster(roster(board(8, start="2026-08-15", JPN=own)), scope="law")) == ["TRI307", "TRI203"]
