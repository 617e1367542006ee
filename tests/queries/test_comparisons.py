"""What two agreements or records say otherwise, worked out by hand."""

import datetime as dt
from typing import Any

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.record.test_with_facts import board_8, seen, started, with_facts
from tests.rules.messages import got
from tests.rules.test_agreement import provision
from tests.strategies import amended, amendments, records

import trilateral as tri
from trilateral import AGREEMENT_2010, AGREEMENT_2025, Agreement, DifferenceKind, MemberState, Record

CHINA, JAPAN, KOREA = MemberState.CHINA, MemberState.JAPAN, MemberState.KOREA
UNTIL = dt.date(2030, 1, 1)

Side = Agreement[MemberState] | Record


def told(one: Side, other: Side, until: dt.date = UNTIL) -> list[str]:
    """The differences, as text without the brackets."""
    return [repr(each).strip("<>").removeprefix("Difference ") for each in tri.compare(one, other, until=until)]


def told_of(board: tri.Board) -> tuple[tri.Term, set[tuple[MemberState, tri.Role]]]:
    """When a board sits, and who has which role."""
    return board.term, {(seat.state, seat.role) for seat in board.seats}


class TestLaws:
    """Two agreements, by the record that ships."""

    def test_say_otherwise_from_the_end_of_board_7_on(self) -> None:
        assert told(AGREEMENT_2010, AGREEMENT_2025) == [
            "board 7 end: 2025-09-04, 2026-09-01",
            "board 8 start: 2025-09-04, 2026-09-01",
            "board 8 end: 2027-09-01, 2029-09-01",
            "board 9 start: 2027-09-01, 2029-09-01",
            "board 9 end: 2029-09-01, 2032-09-01",
            "board 10 start: 2029-09-01, 2032-09-01",
            "board 10 end: 2031-09-01, 2035-09-01",
        ]

    def test_say_when_a_board_starts_that_only_one_starts_before_the_day(self) -> None:
        for until, last in (("2025-09-04", 7), ("2025-09-05", 8), ("2026-09-02", 8), ("2027-09-01", 8), ("2027-09-02", 9)):
            for sides in ((AGREEMENT_2010, AGREEMENT_2025), (AGREEMENT_2025, AGREEMENT_2010)):
                found = tri.compare(*sides, until=dt.date.fromisoformat(until))
                assert max(each.board for each in found) == last
        moved = next(each for each in tri.compare(AGREEMENT_2010, AGREEMENT_2025, until=dt.date(2026, 1, 1)) if each.board == 8)
        assert (moved.kind, moved.one, moved.other) == (DifferenceKind.START, dt.date(2025, 9, 4), dt.date(2026, 9, 1))

    def test_name_a_board_that_a_date_can_hold_under_one_only(self) -> None:
        forever = AGREEMENT_2025.with_term_length(9000, since_board=9)
        until = dt.date(2033, 1, 1)
        assert told(AGREEMENT_2025, forever, until) == ["board 9 board: 2029-09-01, None", "board 10 board: 2032-09-01, None"]
        (*_, appears) = tri.compare(forever, AGREEMENT_2025, until=until)
        assert (appears.board, appears.kind, appears.one, appears.other, appears.state) == (
            10,
            DifferenceKind.BOARD,
            None,
            dt.date(2032, 9, 1),
            None,
        )

    def test_of_another_order_say_otherwise_who_has_which_role(self) -> None:
        changed = AGREEMENT_2025.with_order((JAPAN, CHINA, KOREA), since_board=9)
        assert told(AGREEMENT_2025, changed) == ["board 9 role CHN: SG, DSG", "board 9 role JPN: DSG, SG"]

    def test_of_an_extension_say_otherwise_when_each_later_board_sits(self) -> None:
        changed = AGREEMENT_2025.with_extension(8, until=dt.date(2030, 3, 1), because="Suppose so.")
        assert told(AGREEMENT_2025, changed, dt.date(2031, 1, 1)) == [
            "board 8 end: 2029-09-01, 2030-03-01",
            "board 9 start: 2029-09-01, 2030-03-01",
            "board 9 end: 2032-09-01, 2033-03-01",
        ]
        shorter = tri.compare(AGREEMENT_2025, changed, until=dt.date(2029, 9, 1))
        assert [(each.board, each.other) for each in shorter] == [(8, dt.date(2030, 3, 1))]

    @pytest.mark.parametrize("until", [dt.date.min, dt.date(2011, 9, 1), dt.date(2023, 9, 1)])
    def test_say_the_same_before_board_7(self, until: dt.date) -> None:
        assert told(AGREEMENT_2010, AGREEMENT_2025, until) == []

    def test_that_differ_in_their_reasons_only_say_the_same(self) -> None:
        assert told(AGREEMENT_2010.with_term_length(3, since_board=7), AGREEMENT_2025) == []


class TestRecords:
    """Two records, each by its own agreement."""

    def test_say_otherwise_who_holds_a_seat(self) -> None:
        assert told(tri.record(), with_facts(boards=[board_8(start=started("2026-09-01"))])) == [
            "board 8 holders JPN: unknown, p1"
        ]
        (difference,) = tri.compare(tri.record(), with_facts(boards=[board_8()]), until=UNTIL)
        assert (difference.kind, difference.state) == (DifferenceKind.HOLDERS, JAPAN)
        assert (difference.one, difference.other) == ((), ("p1",))

    def test_say_otherwise_who_sat_on_the_first_board(self) -> None:
        before = tri.record().as_known_on(dt.date(2010, 12, 16))
        assert told(before, tri.record(), dt.date(2011, 9, 2)) == [
            "board 1 holders KOR: unknown, shin-bong-kil",
            "board 1 holders JPN: unknown, matsukawa-rui",
            "board 1 holders CHN: unknown, mao-ning",
        ]

    def test_say_otherwise_when_a_board_starts(self) -> None:
        assert told(tri.record(), with_facts(boards=[{"number": 8, "start": started("2026-11-15")}])) == [
            "board 7 end: 2026-09-01, 2026-11-15",
            "board 8 start: 2026-09-01, 2026-11-15",
        ]

    def test_say_otherwise_who_followed_whom(self) -> None:
        tenure = {"holder": "p1", "start": "2025-03-01", "sources": ["s1"]}
        deputy = {"role": "deputy-secretary-general", "state": "JPN", "tenures": [tenure]}
        assert told(tri.record(), with_facts(boards=[{"number": 7, "seats": [deputy]}])) == [
            "board 7 holders JPN: zushi-shuji, zushi-shuji then p1 from 2025-03-01"
        ]

    def test_say_otherwise_when_somebody_followed(self) -> None:
        def since(day: str) -> Record:
            tenure = {"holder": "p1", "start": day, "sources": ["s1"]}
            seat = {"role": "deputy-secretary-general", "state": "JPN", "tenures": [tenure]}
            return with_facts(boards=[{"number": 7, "seats": [seat]}])

        assert told(since("2025-03-01"), since("2025-04-01")) == [
            "board 7 holders JPN: zushi-shuji then p1 from 2025-03-01, zushi-shuji then p1 from 2025-04-01"
        ]

    def test_say_otherwise_whether_a_seat_is_vacant(self) -> None:
        def leader(*tenures: dict[str, Any]) -> Record:
            sourced = [{**tenure, "sources": ["s1"]} for tenure in tenures]
            seat = {"role": "secretary-general", "state": "JPN", "tenures": sourced}
            return with_facts(boards=[{"number": 8, "seats": [seat]}])

        vacant = leader({"vacant": True})
        assert told(tri.record(), vacant) == ["board 8 holders JPN: unknown, vacant from 2026-09-01"]
        (difference,) = tri.compare(vacant, tri.record(), until=UNTIL)
        assert (difference.one, difference.other) == (("vacant from 2026-09-01",), ())
        left = leader({"holder": "p1", "end": "2027-05-01"}, {"vacant": True, "start": "2027-05-01"})
        assert told(vacant, left) == ["board 8 holders JPN: vacant from 2026-09-01, p1 then vacant from 2027-05-01"]

    def test_say_the_same_of_one_who_holds_a_seat_from_the_start_wherever_that_is(self) -> None:
        one, other = (with_facts(boards=[board_8(start=started(day))]) for day in ("2026-09-01", "2026-10-01"))
        assert {each.kind for each in tri.compare(one, other, until=UNTIL)} == {DifferenceKind.START, DifferenceKind.END}

    def test_say_otherwise_what_was_known_when(self) -> None:
        before, after = (tri.record().as_known_on(day) for day in (dt.date(2025, 5, 1), dt.date(2025, 10, 1)))
        assert told(before, after, dt.date(2026, 1, 1)) == [
            "board 7 end: 2025-09-01, 2026-09-01",
            "board 8 start: 2025-09-01, 2026-09-01",
            "board 8 end: 2027-09-01, 2029-09-01",
        ]

    def test_with_another_law_say_what_both_make_otherwise(self) -> None:
        late = attrs.evolve(with_facts(attested=[seen(7, "2025-10-05")]), agreement=AGREEMENT_2010)
        assert told(AGREEMENT_2010, late, dt.date(2026, 1, 1)) == [
            "board 7 end: 2025-09-04, 2025-10-06",
            "board 8 start: 2025-09-04, 2025-10-06",
        ]
        assert told(late, AGREEMENT_2025, dt.date(2026, 1, 1)) == [
            "board 7 end: 2025-10-06, 2026-09-01",
            "board 8 start: 2025-10-06, 2026-09-01",
            "board 8 end: 2027-09-01, 2029-09-01",
        ]

    def test_that_are_copies_say_the_same(self) -> None:
        assert told(tri.record(), tri.record().with_facts({})) == []
        assert told(tri.record(), AGREEMENT_2025) == []


class TestAnyTwo:
    """What holds of every two."""

    @settings(max_examples=50)
    @given(amended(), records())
    def test_alike_say_the_same(self, agreement: Agreement[MemberState], record: Record) -> None:
        """`compare(a, a)` is empty."""
        assert tri.compare(agreement, agreement, until=UNTIL) == ()
        assert tri.compare(record, record, until=UNTIL) == ()

    @settings(max_examples=50)
    @given(amended(), amended(), records())
    def test_say_the_same_otherwise_from_the_other_side(
        self, agreement: Agreement[MemberState], other: Agreement[MemberState], record: Record
    ) -> None:
        """`compare` is symmetric up to direction."""
        two = attrs.evolve(record, agreement=other)
        for one in (agreement, tri.record()):
            found = tri.compare(one, two, until=UNTIL)
            mirrored = [attrs.evolve(each, one=each.other, other=each.one) for each in tri.compare(two, one, until=UNTIL)]
            assert set(found) == set(mirrored)
            assert len(found) == len(mirrored)
            assert all(each.one != each.other for each in found)

    @settings(max_examples=50)
    @given(amendments())
    def test_say_nothing_otherwise_before_the_board_of_a_change(
        self, drawn: tuple[Agreement[MemberState], Agreement[MemberState], int]
    ) -> None:
        """A change from board *k* on leaves every day before *k* starts as it was."""
        agreement, changed, board = drawn
        assert all(each.board >= board for each in tri.compare(agreement, changed, until=UNTIL))

    @settings(max_examples=50)
    @given(amended(), records(), st.dates(dt.date(2011, 9, 1), dt.date(2040, 1, 1)))
    def test_are_compared_in_every_board_that_starts_before_the_day_by_either(
        self, agreement: Agreement[MemberState], record: Record, until: dt.date
    ) -> None:
        """Each board that starts before `until` by one of them is compared with that of the other, wherever it lies."""
        two = attrs.evolve(record, agreement=agreement)
        last = max(len(tri.boards(until=until, record=each)) for each in (tri.record(), two))
        moved = {
            number for number in range(1, last + 1) if told_of(tri.board(number)) != told_of(tri.board(number, record=two))
        }
        found = tri.compare(tri.record(), two, until=until)
        assert {each.board for each in found if each.kind is not DifferenceKind.HOLDERS} == moved
        assert all(each.kind is not DifferenceKind.BOARD for each in found)


class TestBadInput:
    """What is compared is an agreement or a record."""

    @pytest.mark.parametrize("side", ["2010", None, 7, tri.board(7)])
    def test_what_is_neither_is_refused(self, side: Any) -> None:
        message = rf"^what is compared must be an Agreement or a Record, such as AGREEMENT_2010 or record\(\), {got(side)}"
        with pytest.raises(tri.WrongTypeError, match=message):
            tri.compare(side, AGREEMENT_2010, until=UNTIL)
        with pytest.raises(tri.WrongTypeError, match=message):
            tri.compare(tri.record(), side, until=UNTIL)

    @pytest.mark.parametrize("until", [None, "2030-01-01", 2030, dt.datetime(2030, 1, 1, tzinfo=dt.UTC)])
    def test_what_is_no_day_is_refused(self, until: Any) -> None:
        with pytest.raises(tri.WrongTypeError, match=rf"^until must be a datetime\.date.*, {got(until)}"):
            tri.compare(AGREEMENT_2010, AGREEMENT_2025, until=until)

    def test_an_agreement_between_others_is_refused(self) -> None:
        others: Any = attrs.evolve(
            AGREEMENT_2010,
            members=provision(frozenset("AB")),
            orders=(provision(("A", "B")),),
            shares=provision(frozenset({("A", 1), ("B", 1)})),
            host=None,
        )
        with pytest.raises(tri.InvalidValueError, match="agreement must be one between China, Japan and Korea, got"):
            tri.compare(AGREEMENT_2010, others, until=UNTIL)

    @pytest.mark.parametrize("kind", list(DifferenceKind))
    def test_a_kind_shows_its_name(self, kind: DifferenceKind) -> None:
        assert repr(kind) == f"DifferenceKind.{kind.name}"
