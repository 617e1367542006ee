"""What the roster check says of days: where, what was expected, what it got and by what, case by case."""

from typing import Any

import pytest
from tests.rosters.conftest import board, codes, only, roster

import trilateral as tri
from trilateral import AGREEMENT_2010, AGREEMENT_2025, check_roster
from trilateral.rosters import Finding

SOURCE = {"id": "s", "title": "A report", "publisher": "A paper", "kind": "primary", "seen": "2030-01-01"}
NOT_A_NUMBER = "8"


def started(day: str) -> tri.Record:
    """The record of somebody who knows that board 8 started on a day."""
    return tri.record().with_facts({"sources": [SOURCE], "boards": [{"number": 8, "start": {"date": day, "sources": ["s"]}}]})


def held(*holders: dict[str, str], number: Any = 8, **more: Any) -> Any:
    """A board, and who holds the seat of Japan, one after the other."""
    return {**board(8, JPN={"holders": list(holders)}, **more), "number": number}


def told(finding: Finding) -> tuple[str, str, str, str | None]:
    return finding.code, finding.path, finding.message, finding.got


HOLDERS = "$.boards[0].seats[0].holders"


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        pytest.param(
            held({"name": "A", "end": "2027-09-01"}, {"name": "B", "start": "2027-03-01"}),
            (
                "TRI305",
                f"{HOLDERS}[1].start",
                "a holder must start when the one before has ended, on 2027-09-01",
                "'2027-03-01'",
            ),
            id="before the other has ended",
        ),
        pytest.param(
            held({"name": "A", "start": "2027-09-01"}, {"name": "B", "start": "2027-09-01"}),
            ("TRI305", f"{HOLDERS}[1].start", "a holder must start after the one before", "'2027-09-01'"),
            id="on the same day",
        ),
        pytest.param(
            held({"name": "A"}, {"name": "B"}),
            ("TRI305", f"{HOLDERS}[1].name", "the holder before must have an end, or this one a start", "'B'"),
            id="without days",
        ),
        pytest.param(
            held({"name": "A", "start": "2027-09-01", "end": "2027-08-01"}),
            ("TRI301", f"{HOLDERS}[0].end", "the end must come after the start, 2027-09-01", "'2027-08-01'"),
            id="an end before its start",
        ),
        pytest.param(
            held({"name": "A", "end": "2026-09-01"}, start="2026-09-01"),
            ("TRI301", f"{HOLDERS}[0].end", "the end must come after the start, 2026-09-01", "'2026-09-01'"),
            id="an end on the first day of the board",
        ),
        pytest.param(
            held({"name": "A", "end": "2026-09-01"}),
            ("TRI306", f"{HOLDERS}[0].end", "it must lie in the term of the board, 2026-09-01/2029-09-01", "'2026-09-01'"),
            id="an end on the first day by law",
        ),
        pytest.param(
            held({"name": "A", "end": "2030-09-01"}, start="2026-09-01", end="2029-09-01"),
            ("TRI306", f"{HOLDERS}[0].end", "it must lie in the term of the board, 2026-09-01/2029-09-01", "'2030-09-01'"),
            id="an end after that of the board",
        ),
        pytest.param(
            held({"name": "A", "start": "2025-09-01"}),
            ("TRI306", f"{HOLDERS}[0].start", "it must lie in the term of the board, 2026-09-01/2029-09-01", "'2025-09-01'"),
            id="a start before that of the board",
        ),
        pytest.param(
            board(8, start="2026-09-01", end="2026-09-01"),
            ("TRI301", "$.boards[0].end", "the end must come after the start, 2026-09-01", "'2026-09-01'"),
            id="a board of no day",
        ),
    ],
)
def test_days_that_do_not_fit_together_are_told(data: Any, expected: Any) -> None:
    assert told(only(check_roster(roster(data), scope="law"))) == expected


@pytest.mark.parametrize(
    ("days", "holder", "term"),
    [
        ({"end": "2029-09-01"}, {"end": "2031-09-01"}, ".../2029-09-01"),
        ({"start": "2026-09-01"}, {"start": "2021-09-01"}, "2026-09-01/..."),
    ],
)
def test_of_a_board_without_a_number_the_days_that_are_stated_count(days: Any, holder: Any, term: str) -> None:
    report = check_roster(roster(held({"name": "A", **holder}, number=NOT_A_NUMBER, **days)), scope="law")
    assert codes(report) == ["TRI904", "TRI306"]
    assert report.findings[1].message == f"it must lie in the term of the board, {term}"


@pytest.mark.parametrize(
    ("days", "holder", "expected"),
    [
        ({"start": "2025-09-01"}, {"start": "2025-09-01"}, ["TRI310"]),
        ({"end": "2030-09-01"}, {"end": "2030-09-01"}, ["TRI304"]),
        ({"start": "2026-09-01", "end": "2026-09-01"}, {"start": "2030-01-01", "end": "2031-01-01"}, ["TRI301"]),
    ],
)
def test_a_holder_within_a_term_that_is_wrong_is_not_blamed_for_it(days: Any, holder: Any, expected: list[str]) -> None:
    assert codes(check_roster(roster(held({"name": "A", **holder}, **days)), scope="law")) == expected


@pytest.mark.parametrize("following", [{}, {"start": "2029-09-01"}])
def test_a_last_day_is_the_end_before_the_next_holder(following: Any) -> None:
    data = held({"name": "A", "end": "2029-08-31"}, {"name": "B", **following}, end="2029-09-01")
    report = check_roster(roster(data), scope="law")
    assert [(each.code, each.path) for each in report.findings] == [
        ("TRI309", f"{HOLDERS}[0].end"),
        *[("TRI306", f"{HOLDERS}[1].start") for _ in following],
    ]


def test_an_end_on_which_the_next_holder_starts_is_no_last_day() -> None:
    data = held({"name": "A", "end": "2029-08-31"}, {"name": "B", "start": "2029-08-31"}, end="2029-09-01")
    assert check_roster(roster(data), scope="law").findings == ()


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31"])
def test_the_first_and_the_last_of_days_are_days_like_any_other(day: str) -> None:
    holder = {"name": "A", "start": day, "end": day}
    report = check_roster(roster(held(holder, start=day, end=day)))
    assert "TRI301" in codes(report)


def test_an_end_on_the_last_of_days_lies_after_any_board() -> None:
    finding = only(check_roster(roster(held({"name": "A", "end": "9999-12-31"})), scope="law"))
    message = "it must lie in the term of the board, 2026-09-01/2029-09-01"
    assert told(finding) == ("TRI306", f"{HOLDERS}[0].end", message, "'9999-12-31'")


@pytest.mark.parametrize(
    "boards",
    [
        [board(7, end="2026-08-31"), board(8, start="2026-08-31")],
        [board(1, end="2011-08-31"), board(2, start="2011-08-31")],
        [board(7, start="2022-09-01", end="2025-08-31"), board(8, start="2025-09-01", JPN={"appointed": "2025-12-01"})],
    ],
    ids=["a start that is wrong too", "before the first board", "an appointment after a start that is shared"],
)
def test_when_a_last_day_is_mended_nothing_new_is_found(boards: Any) -> None:
    report = check_roster(roster(*boards), scope="law")
    again = check_roster(report.fixed(), scope="law")
    assert "TRI309" in codes(report)
    assert [each.code for each in report.findings if each.code != "TRI309"] == codes(again)


def test_a_month_without_a_first_of_september_tells_no_end() -> None:
    assert codes(check_roster(roster(board(8, start="2027-10", end="2030-09-01")), scope="law")) == ["TRI310", "TRI304"]


def test_where_no_term_fits_before_the_last_of_days_the_end_is_that_of_the_board_by_law() -> None:
    report = check_roster(roster(board(8, start="9999-01-01", end="9999-06-01")), scope="law").filtered(select=["TRI304"])
    suggestion = only(report).suggestion
    assert suggestion is not None
    assert suggestion.value == "2029-09-01"


class TestWhatTheyRestOn:
    def test_a_start_before_the_first_board_rests_on_its_first_day(self) -> None:
        finding = only(check_roster(roster(board(1, start="2010-09-01")), scope="law"))
        assert finding.code == "TRI308"
        assert finding.grounds.citations == AGREEMENT_2025.first_day.citations

    def test_a_start_in_another_year_rests_on_the_length_of_the_term_and_the_first_day(self) -> None:
        finding = only(check_roster(roster(board(8, start="2025-09-01")), scope="law"))
        assert finding.code == "TRI310"
        length, first_day = AGREEMENT_2025.term_length_of(8), AGREEMENT_2025.first_day
        assert finding.grounds.citations == (*length.citations, *first_day.citations)

    def test_a_start_on_another_day_rests_on_the_first_day(self) -> None:
        finding = only(check_roster(roster(board(8, start="2026-09-02")), scope="law"))
        assert finding.code == "TRI307"
        assert finding.grounds.citations == AGREEMENT_2025.first_day.citations

    @pytest.mark.parametrize(
        ("data", "path"), [(board(7, end="2026-09-01"), "$.boards[0].end"), (board(8, start="2026-09-01"), "$.boards[0].start")]
    )
    def test_a_day_other_than_the_recorded_one_rests_on_what_the_record_knows(self, data: Any, path: str) -> None:
        finding = only(check_roster(roster(data), record=started("2026-08-31")))
        message = "the record has another day, as board 8 started on 2026-08-31"
        assert told(finding) == ("TRI407", path, message, "'2026-09-01'")
        assert [fact.value for fact in finding.grounds.facts] == ["board 8 started on 2026-08-31"]


class TestWhatIsSoInFact:
    @pytest.mark.parametrize(("key", "written"), [("end", "2026-08-31"), ("last_day", "2026-08-30")])
    def test_an_end_in_fact_is_no_last_day_by_law(self, key: str, written: str) -> None:
        finding = only(check_roster(roster(board(7, **{key: written})), record=started("2026-08-31")))
        message = "by the law alone, board 7 ends on 2026-09-01; this is its end in fact"
        assert told(finding) == ("TRI311", f"$.boards[0].{key}", message, repr(written))

    def test_a_last_day_is_not_taken_for_one_again(self) -> None:
        finding = only(check_roster(roster(board(7, last_day="2026-08-30"))))
        message = "board 7 has a term of 36 months, so its last_day must be 2026-08-31"
        assert told(finding) == ("TRI304", "$.boards[0].last_day", message, "'2026-08-30'")

    def test_two_boards_that_meet_where_they_met_in_fact_leave_no_gap(self) -> None:
        data = roster(board(7, end="2026-08-31"), board(8, start="2026-08-31"))
        assert codes(check_roster(data, record=started("2026-08-31"))) == ["TRI311"]

    @pytest.mark.parametrize("day", ["2026-09-01", "2026-10-15"])
    def test_the_end_before_a_start_that_is_right_by_law_or_in_fact_is_what_overlaps(self, day: str) -> None:
        data = roster(board(7, start="2025-09-01", end="2028-09-01"), board(8, start=day))
        finding = check_roster(data, record=started("2026-10-15")).findings[0]
        message = f"board 7 must end where board 8 starts, on {day}, and overlaps it"
        assert told(finding) == ("TRI302", "$.boards[0].end", message, "'2028-09-01'")

    def test_the_start_after_another_board_s_end_is_what_overlaps_where_it_is_wrong(self) -> None:
        data = roster(board(7, start="2025-09-01", end="2028-09-01"), board(8, start="2027-09-15"))
        finding = only(check_roster(data, record=started("2026-10-15")).filtered(select=["TRI302"]))
        message = "board 8 must start where board 7 ends, on 2028-09-01, and overlaps it"
        assert told(finding) == ("TRI302", "$.boards[1].start", message, "'2027-09-15'")

    @pytest.mark.parametrize(
        ("number", "key", "day", "expected"),
        [
            (8, "start", "2026-09-01", []),
            (8, "start", "2026-08-31", ["TRI306"]),
            (7, "end", "2026-10-15", []),
            (7, "end", "2026-10-16", ["TRI306"]),
        ],
    )
    def test_a_holder_may_start_and_end_with_the_board_by_law_and_in_fact(
        self, number: int, key: str, day: str, expected: list[str]
    ) -> None:
        data = roster(board(number, KOR={"holders": [{"name": "A", key: day}]}))
        assert codes(check_roster(data, record=started("2026-10-15"), scope="law")) == expected


@pytest.mark.parametrize("first", [board(8), board(8, end="2029-09-01")], ids=["without an end", "with an end"])
def test_each_pair_of_boards_is_looked_at(first: Any) -> None:
    data = roster(first, board(9, start="2029-09-01", end="2032-09-01"), board(10, start="2034-09-01"))
    finding = only(check_roster(data, scope="law"))
    message = "board 10 must start where board 9 ends, on 2032-09-01, and leaves a gap"
    assert told(finding) == ("TRI303", "$.boards[2].start", message, "'2034-09-01'")
    assert finding.suggestion is not None
    assert finding.suggestion.value == "2032-09-01"


@pytest.mark.parametrize("agreement", [AGREEMENT_2010, AGREEMENT_2025])
def test_an_end_by_no_law_is_told_without_a_way_out_by_another(agreement: Any) -> None:
    finding = only(check_roster(roster(board(8, end="2031-03-01")), agreement=agreement, scope="law"))
    assert (finding.code, "it is lawful under" in finding.hint) == ("TRI304", False)
