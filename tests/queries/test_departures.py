"""Where the record leaves an agreement, each by hand."""

import datetime as dt
from typing import Any

import attrs
import pytest
from hypothesis import given
from tests.record.test_with_facts import board_8, seen, started, with_facts
from tests.rules.messages import got
from tests.rules.test_agreement import provision
from tests.strategies import amended, records

import trilateral as tri
from trilateral import (
    AGREEMENT_2010,
    AGREEMENT_2025,
    Agreement,
    Departure,
    DepartureKind,
    MemberState,
    Record,
    Role,
)

CHINA, JAPAN, KOREA = MemberState.CHINA, MemberState.JAPAN, MemberState.KOREA
SG, DSG = Role.SECRETARY_GENERAL, Role.DEPUTY_SECRETARY_GENERAL

# The reviewed lists: where the shipped record leaves either law.
BY_2010 = ["<Departure board 7 end: by law 2025-09-01, in fact 2025-09-04, +3 days or more>"]
BY_2025: list[str] = []


def told(record: Record | None = None, agreement: Agreement[MemberState] | None = None) -> list[str]:
    """The departures, as text."""
    return [repr(each) for each in tri.departures(agreement=agreement, record=record)]


def seat(role: str, state: str, holder: str) -> dict[str, Any]:
    """A recorded seat."""
    return {"role": role, "state": state, "tenures": [{"holder": holder, "sources": ["s1"]}]}


class TestTheRecord:
    """Under the law of 2010 only the end of board 7 departs, under that of 2025 nothing does."""

    def test_leaves_the_law_of_2010_at_the_end_of_board_7(self) -> None:
        assert told(agreement=AGREEMENT_2010) == BY_2010
        (departure,) = tri.departures(agreement=AGREEMENT_2010)
        assert (departure.board, departure.kind, departure.state) == (7, DepartureKind.END, None)
        assert (departure.lawful, departure.recorded) == (dt.date(2025, 9, 1), dt.date(2025, 9, 4))
        assert (departure.days, departure.at_least) == (3, True)

    def test_leaves_the_law_of_2025_nowhere(self) -> None:
        assert told() == told(agreement=AGREEMENT_2025) == told(tri.record()) == BY_2025

    def test_is_held_over_on_the_sighting_of_2025_09_03(self) -> None:
        (departure,) = tri.departures(agreement=AGREEMENT_2010)
        assert [fact.value for fact in departure.record.facts] == ["board 7 was at work on 2025-09-03"]
        assert {"mofa-rok-2025-09-03", "tcs-2025-09-03"} <= {source.id for source in departure.record.sources}
        assert departure.law.citations[:1] == AGREEMENT_2010.term_length_of(7).citations
        assert departure.law.sources
        assert departure.grounds == departure.record + departure.law

    def test_is_held_against_its_own_agreement_by_default(self) -> None:
        record = tri.record().as_known_on(dt.date(2023, 12, 1))
        assert record.agreement == AGREEMENT_2010
        assert told(record) == []
        assert told(attrs.evolve(tri.record(), agreement=AGREEMENT_2010)) == BY_2010

    def test_without_boards_leaves_nothing(self) -> None:
        assert told(tri.record().as_known_on(dt.date(2010, 12, 16))) == []


class TestEditing:
    """Editing one date in a copy of the record changes exactly one entry."""

    @pytest.mark.parametrize("agreement", [AGREEMENT_2010, AGREEMENT_2025])
    @pytest.mark.parametrize(
        ("board", "day", "drift"),
        [
            (2, "2013-08-30", "by law 2013-09-01, in fact 2013-08-30, -2 days"),
            (3, "2015-08-30", "by law 2015-09-01, in fact 2015-08-30, -2 days"),
            (4, "2017-08-25", "by law 2017-09-01, in fact 2017-08-25, -7 days"),
            (5, "2019-08-31", "by law 2019-09-01, in fact 2019-08-31, -1 days"),
            (6, "2021-08-31", "by law 2021-09-01, in fact 2021-08-31, -1 days"),
            (7, "2023-08-29", "by law 2023-09-01, in fact 2023-08-29, -3 days"),
        ],
    )
    def test_of_a_start_adds_that_start(self, board: int, day: str, drift: str, agreement: Agreement[MemberState]) -> None:
        record = with_facts(boards=[{"number": board, "start": started(day)}])
        before = tri.departures(agreement=agreement)
        after = tri.departures(agreement=agreement, record=record)
        (added,) = set(after) - set(before)
        assert set(before) <= set(after)
        assert repr(added) == f"<Departure board {board} start: {drift}>"
        assert [source.id for source in added.record.sources] == ["s1"]

    def test_of_a_start_to_a_later_day_adds_that_start_too(self) -> None:
        eve = {"number": 5, "last_day": started("2021-09-19")}
        record = with_facts(boards=[eve, {"number": 6, "start": started("2021-09-20")}])
        assert told(record) == ["<Departure board 6 start: by law 2021-09-01, in fact 2021-09-20, +19 days>"]

    def test_of_the_last_day_at_work_changes_that_end(self) -> None:
        record = with_facts(attested=[seen(7, "2025-10-05")])
        assert told(record, AGREEMENT_2010) == [
            "<Departure board 7 end: by law 2025-09-01, in fact 2025-10-06, +35 days or more>"
        ]
        assert told(record, AGREEMENT_2025) == []
        assert told(agreement=AGREEMENT_2010) == BY_2010

    @pytest.mark.parametrize(("day", "days"), [("2026-08-31", []), ("2026-09-01", [1]), ("2026-09-02", [2])])
    def test_of_a_day_at_work_counts_from_the_lawful_end_on(self, day: str, days: list[int]) -> None:
        assert [each.days for each in tri.departures(record=with_facts(attested=[seen(7, day)]))] == days


class TestTheHuge:
    """A law under which no date can hold some recorded boards answers for the others."""

    def test_ends_with_the_last_board_that_a_date_can_hold(self) -> None:
        law = AGREEMENT_2025.with_term_length(9000, since_board=2)
        assert tri.departures(agreement=law) == ()


class TestBoundaries:
    """One a boundary: the end of a board is the start of the next one."""

    def test_that_two_boards_share_count_once(self) -> None:
        record = with_facts(boards=[board_8(start=started("2026-11-15"))])
        assert told(record) == ["<Departure board 8 start: by law 2026-09-01, in fact 2026-11-15, +75 days>"]
        record = with_facts(boards=[board_8(start=started("2026-11-15"))], attested=[seen(7, "2026-10-05")])
        assert told(record) == ["<Departure board 8 start: by law 2026-09-01, in fact 2026-11-15, +75 days>"]

    def test_that_came_early_have_a_negative_drift(self) -> None:
        record = with_facts(boards=[board_8(start=started("2026-08-20"))])
        assert told(record) == ["<Departure board 8 start: by law 2026-09-01, in fact 2026-08-20, -12 days>"]

    def test_of_which_nothing_is_recorded_leave_nothing(self) -> None:
        assert told(with_facts(boards=[board_8()])) == []

    @pytest.mark.parametrize(
        ("month", "drift"),
        [
            ("2026-09", None),
            ("2026-10", "by law 2026-09-01, in fact 2026-10-01, +30 days or more"),
            ("2026-08", "by law 2026-09-01, in fact 2026-08-31, -1 days or more"),
            ("2027-01", "by law 2026-09-01, in fact 2027-01-01, +122 days or more"),
        ],
    )
    def test_of_which_only_the_month_is_known_leave_the_law_by_at_least_so_many_days(
        self, month: str, drift: str | None
    ) -> None:
        expected = [f"<Departure board 8 start: {drift}>"] if drift else []
        assert told(with_facts(boards=[board_8(start=started(month))])) == expected

    def test_that_follow_a_board_held_over_come_at_least_so_late(self) -> None:
        record = with_facts(boards=[board_8()], attested=[seen(7, "2026-10-05")])
        assert told(record) == ["<Departure board 8 start: by law 2026-09-01, in fact 2026-10-06, +35 days or more>"]
        record = with_facts(boards=[board_8()])
        assert told(record, AGREEMENT_2010) == [
            "<Departure board 8 start: by law 2025-09-01, in fact 2025-09-04, +3 days or more>"
        ]

    def test_that_follow_a_board_held_over_up_to_their_lawful_day_leave_nothing(self) -> None:
        law = AGREEMENT_2010.with_extension(6, until=dt.date(2023, 9, 4), because="Suppose that it had waited.")
        board = tri.board(8, agreement=law, record=with_facts(boards=[board_8()]))
        assert board.start.date == board.nominal_term.start == dt.date(2025, 9, 4)
        assert told(with_facts(boards=[board_8()]), law) == [
            "<Departure board 7 start: by law 2023-09-04, in fact 2023-09-01, -3 days>"
        ]

    @pytest.mark.parametrize(
        ("month", "seen_on", "drift"),
        [
            ("2026-09", "2026-09-03", "2026-09-04, +3 days or more"),
            ("2026-10", "2026-09-03", "2026-10-01, +30 days or more"),
            ("2026-10", "2026-10-05", "2026-10-06, +35 days or more"),
        ],
    )
    def test_of_a_month_after_a_board_held_over_count_from_its_first_possible_day(
        self, month: str, seen_on: str, drift: str
    ) -> None:
        record = with_facts(boards=[board_8(start=started(month))], attested=[seen(7, seen_on)])
        (departure,) = tri.departures(record=record)
        assert repr(departure) == f"<Departure board 8 start: by law 2026-09-01, in fact {drift}>"
        assert {source.id for source in departure.record.sources} >= {"s1"}

    @pytest.mark.parametrize(("month", "seen_on"), [("2026-09", "2026-08-20"), ("2026-09", "2026-08-31")])
    def test_of_the_lawful_month_after_a_board_that_was_not_held_over_leave_nothing(self, month: str, seen_on: str) -> None:
        record = with_facts(boards=[board_8(start=started(month))], attested=[seen(7, seen_on)])
        assert told(record) == []

    def test_known_only_by_a_later_day_at_work_may_have_come_when_they_should(self) -> None:
        late = board_8(start=started("2027-10-01"))  # so board 8 is due until 2030, and board 9 by law from 2029 on
        record = with_facts(boards=[late, {"number": 9, "seats": []}], attested=[seen(9, "2029-10-01")])
        nine = tri.board(9, record=record)
        assert (nine.start.date, nine.nominal_term.start) == (dt.date(2029, 10, 1), dt.date(2029, 9, 1))
        assert told(record) == ["<Departure board 8 start: by law 2026-09-01, in fact 2027-10-01, +395 days>"]

    def test_after_a_board_seen_at_work_beyond_them_come_at_least_a_day_after_it(self) -> None:
        late = board_8(start=started("2027-10-01"))
        days = [seen(8, "2029-09-09"), seen(8, "2029-09-10"), seen(9, "2029-10-01")]
        record = with_facts(boards=[late, {"number": 9, "seats": []}], attested=days)
        assert told(record)[1:] == ["<Departure board 9 start: by law 2029-09-01, in fact 2029-09-11, +10 days or more>"]

    def test_after_a_board_that_had_just_started_come_at_least_a_day_after_that(self) -> None:
        late = board_8(start=started("2029-09-20"))
        record = with_facts(boards=[late, {"number": 9, "seats": []}], attested=[seen(9, "2029-10-01")])
        assert told(record)[1:] == ["<Departure board 9 start: by law 2029-09-01, in fact 2029-09-21, +20 days or more>"]

    def test_that_come_with_a_first_day_at_work_come_at_least_so_early(self) -> None:
        record = with_facts(boards=[board_8()], attested=[seen(8, "2026-08-20")])
        assert told(record) == ["<Departure board 8 start: by law 2026-09-01, in fact 2026-08-20, -12 days or more>"]

    def test_follow_each_other_by_board(self) -> None:
        nine = {"number": 9, "start": started("2029-10-01")}
        record = with_facts(boards=[board_8(start=started("2026-11-15")), nine], attested=[seen(9, "2033-01-01")])
        assert [(each.board, each.kind.value, each.days) for each in tri.departures(record=record)] == [
            (8, "start", 75),
            (9, "start", 30),
            (9, "end", 123),
        ]


class TestSeats:
    """A seat of which the record has another role than the law gives the state."""

    def test_led_by_another_state_are_two_if_both_are_recorded(self) -> None:
        seats = [seat("secretary-general", "CHN", "p2"), seat("deputy-secretary-general", "JPN", "p1")]
        record = with_facts(boards=[{"number": 8, "seats": seats}])
        found = {each.state: each for each in tri.departures(record=record)}
        assert found.keys() == {CHINA, JAPAN}
        assert all((each.board, each.kind) == (8, DepartureKind.SEAT) for each in found.values())
        assert (found[CHINA].lawful, found[CHINA].recorded) == (DSG, SG)
        assert (found[JAPAN].lawful, found[JAPAN].recorded) == (SG, DSG)
        assert (found[JAPAN].days, found[JAPAN].at_least) == (None, False)
        assert repr(found[CHINA]) == "<Departure board 8 seat CHN: by law DSG, in fact SG>"
        assert [fact.value for fact in found[CHINA].record.facts] == ["the secretary-general of board 8 comes from CHN"]
        assert found[CHINA].law == tri.composition(8).grounds

    def test_led_by_another_state_are_one_if_one_is_recorded(self) -> None:
        record = with_facts(boards=[{"number": 8, "seats": [seat("secretary-general", "CHN", "p2")]}])
        assert told(record) == ["<Departure board 8 seat CHN: by law DSG, in fact SG>"]

    def test_in_their_turn_leave_nothing(self) -> None:
        record = with_facts(boards=[board_8(start=started("2026-09-01"))])
        assert told(record) == []


class TestAnyLaw:
    """A law that recorded starts contradict still answers and shows as departures."""

    def test_of_one_year_is_left_at_every_start(self) -> None:
        law = AGREEMENT_2010.with_term_length(1, since_board=1)
        assert [(each.board, each.kind.value, each.days) for each in tri.departures(agreement=law)] == [
            (2, "start", 365),
            (3, "start", 730),
            (4, "start", 1096),
            (5, "start", 1461),
            (6, "start", 1826),
            (7, "start", 2191),
            (7, "end", 2560),
        ]
        board = tri.board(4, agreement=law)
        assert (str(board.nominal_term), str(board.term)) == ("2014-09-01/2015-09-01", "2017-09-01/2019-09-01")

    def test_is_left_by_the_length_of_the_term_before(self) -> None:
        law = AGREEMENT_2010.with_term_length(3, since_board=1).with_term_length(2, since_board=2)
        second = tri.departures(agreement=law)[0]
        assert repr(second) == "<Departure board 2 start: by law 2014-09-01, in fact 2013-09-01, -365 days>"
        assert second.law.citations == law.citations_of_term(1)
        assert second.law.citations[0].statement == "Terms last 3 years, from board 1 on."

    def test_of_another_order_is_left_at_the_seats(self) -> None:
        law = AGREEMENT_2025.with_order((JAPAN, KOREA, CHINA), since_board=7)
        assert sorted(told(agreement=law)) == [
            "<Departure board 7 seat JPN: by law SG, in fact DSG>",
            "<Departure board 7 seat KOR: by law DSG, in fact SG>",
        ]
        assert tri.board(7, agreement=law).secretary_general.state is KOREA

    def test_that_extends_a_term_is_left_by_the_successor_that_did_not_wait(self) -> None:
        law = AGREEMENT_2025.with_extension(6, until=dt.date(2023, 12, 1), because="Suppose that it had waited.")
        (departure,) = tri.departures(agreement=law)
        assert repr(departure) == "<Departure board 7 start: by law 2023-12-01, in fact 2023-09-01, -91 days>"
        assert "Suppose that it had waited." in [citation.statement for citation in departure.law.citations]

    @given(amended(), records())
    def test_is_left_once_a_boundary_or_seat_with_both_sides(self, agreement: Agreement[MemberState], record: Record) -> None:
        """Departures are of recorded boards, one a boundary or seat, with both sides, their sources, days of drift."""
        found = tri.departures(agreement=agreement, record=record)
        assert len({(each.board, each.kind, each.state) for each in found}) == len(found)
        assert [each.board for each in found] == sorted(each.board for each in found)
        recorded = len(tri.boards(agreement=agreement, record=record))
        for each in found:
            assert each.board <= recorded
            assert each.lawful != each.recorded
            assert each.record.sources
            assert each.law.citations
            assert_drift(each)
            if each.kind is not DepartureKind.SEAT:
                term = tri.board(each.board, agreement=agreement, record=record).nominal_term
                assert each.lawful == (term.start if each.kind is DepartureKind.START else term.end)
            assert each.kind is not DepartureKind.END or each.board == recorded


def assert_drift(departure: Departure) -> None:
    """The days between both sides, of a boundary only."""
    if isinstance(departure.lawful, dt.date) and isinstance(departure.recorded, dt.date):
        assert departure.lawful + dt.timedelta(days=departure.days or 0) == departure.recorded
    else:
        assert (departure.kind, departure.days, departure.at_least) == (DepartureKind.SEAT, None, False)
        assert departure.state is not None


class TestBadInput:
    """Other agreements and records are refused."""

    def test_an_agreement_between_others_is_refused(self) -> None:
        others: Any = attrs.evolve(
            AGREEMENT_2010,
            members=provision(frozenset("AB")),
            orders=(provision(("A", "B")),),
            shares=provision(frozenset({("A", 1), ("B", 1)})),
            host=None,
        )
        with pytest.raises(tri.InvalidValueError, match="agreement must be one between China, Japan and Korea, got"):
            tri.departures(agreement=others)

    @pytest.mark.parametrize("agreement", ["2010", 2010, []])
    def test_what_is_no_agreement_is_refused(self, agreement: Any) -> None:
        with pytest.raises(
            tri.WrongTypeError, match=rf"^agreement must be an Agreement, such as AGREEMENT_2010, {got(agreement)}"
        ):
            tri.departures(agreement=agreement)

    def test_what_is_no_record_is_refused(self) -> None:
        nothing: Any = {}
        with pytest.raises(tri.WrongTypeError, match=r"record must be a Record, such as record\(\), got {}"):
            tri.departures(record=nothing)

    @pytest.mark.parametrize("kind", list(DepartureKind))
    def test_a_kind_shows_its_name(self, kind: DepartureKind) -> None:
        assert repr(kind) == f"DepartureKind.{kind.name}"
