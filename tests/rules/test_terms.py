"""When boards start and end by the law."""

import datetime as dt
from itertools import accumulate
from typing import Any

import attrs
import pytest
from dateutil.relativedelta import relativedelta
from hypothesis import given
from hypothesis import strategies as st
from tests.rules.messages import got
from tests.rules.test_agreement import provision
from tests.strategies import agreements, days

from trilateral import (
    AGREEMENT_2010,
    Agreement,
    InvalidValueError,
    MemberState,
    OutOfCoverageError,
    UnknownBoardError,
    WrongTypeError,
)
from trilateral.rules import (
    add_months,
    last_number,
    latest_anniversary,
    nominal_start,
    nominal_term,
    nominations,
    number_on,
)


class TestMonths:
    """Lengths are whole months; a day that a month does not have becomes its last one."""

    @given(st.dates(dt.date(1600, 1, 1), dt.date(8000, 1, 1)), st.integers(-1000, 1000))
    def test_are_added_as_dateutil_adds_them(self, day: dt.date, months: int) -> None:
        assert add_months(day, months) == day + relativedelta(months=months)

    def test_that_no_date_can_hold_give_none(self) -> None:
        assert add_months(dt.date(9999, 9, 1), 4) is None
        assert add_months(dt.date(1, 1, 1), -1) is None
        assert add_months(dt.date(9999, 12, 31), 10**30) is None

    @given(days(), days(), st.integers(0, 11))
    def test_bring_the_latest_anniversary_on_or_before_a_day(self, of: dt.date, day: dt.date, notice: int) -> None:
        anniversary = latest_anniversary(of, day, notice=notice)
        years = anniversary.year - of.year
        assert anniversary == add_months(of, 12 * years)
        assert (add_months(of, 12 * years - notice) or dt.date.max) <= day
        assert (add_months(of, 12 * (years + 1) - notice) or dt.date.max) > day

    def test_bring_the_anniversary_of_notice_only_where_it_is_given(self) -> None:
        of, day = dt.date(2011, 9, 1), dt.date(2026, 8, 20)
        assert latest_anniversary(of, day) == latest_anniversary(of, day, notice=0) == dt.date(2025, 9, 1)
        assert latest_anniversary(of, day, notice=1) == dt.date(2026, 9, 1)

    @given(st.dates(), st.dates(), st.integers(0, 11))
    def test_bring_an_anniversary_wherever_a_date_can_hold_it(self, of: dt.date, day: dt.date, notice: int) -> None:
        try:
            anniversary = latest_anniversary(of, day, notice=notice)
        except InvalidValueError:
            assert day.year in {dt.MINYEAR, dt.MAXYEAR}
        else:
            assert (add_months(anniversary, -notice) or dt.date.min) <= day
            assert abs(anniversary.year - day.year) <= 1

    @pytest.mark.parametrize(("day", "notice"), [(dt.date(1, 1, 1), 0), (dt.date(9999, 12, 31), 1)])
    def test_bring_no_anniversary_that_no_date_can_hold(self, day: dt.date, notice: int) -> None:
        message = rf"the day must be one near which a date can hold a yearly return of 2020-01-15, got {day}"
        with pytest.raises(InvalidValueError, match=message):
            latest_anniversary(dt.date(2020, 1, 15), day, notice=notice)

    @pytest.mark.parametrize(("notice", "shown"), [(-1, "-1"), (12, "12"), (1 << 199, "<an integer of 200 bits>")])
    def test_of_notice_are_fewer_than_a_year(self, notice: int, shown: str) -> None:
        with pytest.raises(InvalidValueError, match=f"notice must be from 0 to 11 months, got {shown}$"):
            latest_anniversary(dt.date(2020, 1, 15), dt.date(2025, 1, 1), notice=notice)

    @pytest.mark.parametrize("months", [None, "7", True, 1.0])
    def test_are_whole_numbers(self, months: Any) -> None:
        with pytest.raises(WrongTypeError, match=rf"months must be an int, such as 36, {got(months)}"):
            add_months(dt.date(2023, 9, 1), months)
        with pytest.raises(WrongTypeError, match=rf"notice must be an int, such as 36, {got(months)}"):
            latest_anniversary(dt.date(2023, 9, 1), dt.date(2025, 1, 1), notice=months)

    @pytest.mark.parametrize("day", [None, "2023-09-01", dt.datetime(2023, 9, 1, tzinfo=dt.UTC)])
    def test_are_added_to_days_only(self, day: Any) -> None:
        with pytest.raises(WrongTypeError, match=rf"^the day must be a datetime\.date.*, {got(day)}"):
            add_months(day, 12)
        with pytest.raises(WrongTypeError, match=rf"^the day must be a datetime\.date.*, {got(day)}"):
            latest_anniversary(dt.date(2023, 9, 1), day)
        with pytest.raises(WrongTypeError, match=rf"^the day that returns must be a datetime\.date.*, {got(day)}"):
            latest_anniversary(day, dt.date(2023, 9, 1))


class TestNominalTerms:
    """A nominal term is by law alone, chained from 2011-09-01."""

    @given(agreements(), st.integers(1, 200))
    def test_follow_each_other_without_a_gap(self, agreement: Agreement[MemberState], number: int) -> None:
        term, following = nominal_term(agreement, number), nominal_term(agreement, number + 1)
        assert term.end == following.start
        assert add_months(term.start, agreement.term_length_of(number).value) == term.end

    @given(agreements())
    def test_begin_with_the_first_day(self, agreement: Agreement[MemberState]) -> None:
        assert nominal_term(agreement, 1).start == dt.date(2011, 9, 1)

    @given(agreements(), days())
    def test_hold_each_day_once(self, agreement: Agreement[MemberState], day: dt.date) -> None:
        assert day in nominal_term(agreement, number_on(agreement, day))

    @given(agreements())
    def test_start_after_the_lengths_of_all_terms_before(self, agreement: Agreement[MemberState]) -> None:
        lengths = [agreement.term_length_of(number).value for number in range(1, 20)]
        starts = [nominal_start(agreement, number) for number in range(1, 21)]
        assert starts == [add_months(dt.date(2011, 9, 1), months) for months in accumulate(lengths, initial=0)]

    def test_do_not_drift_at_the_end_of_a_month(self) -> None:
        first_day = provision(dt.date(2011, 8, 31))
        monthly = attrs.evolve(AGREEMENT_2010, first_day=first_day, term_lengths=(provision(1),))
        assert [nominal_start(monthly, number) for number in (2, 7, 8)] == [
            dt.date(2011, 9, 30),
            dt.date(2012, 2, 29),
            dt.date(2012, 3, 31),
        ]

    def test_end_with_the_last_one_that_a_date_can_hold(self) -> None:
        last = last_number(AGREEMENT_2010)
        assert nominal_term(AGREEMENT_2010, last).end == dt.date(9999, 9, 1)
        assert number_on(AGREEMENT_2010, dt.date(9999, 8, 31)) == last == 3994
        with pytest.raises(UnknownBoardError, match=rf"{last} is the last .* got {last + 1}"):
            nominal_term(AGREEMENT_2010, last + 1)
        with pytest.raises(OutOfCoverageError, match="expected a day from 2011-09-01 to 9999-08-31, got 9999-09-01"):
            number_on(AGREEMENT_2010, dt.date(9999, 9, 1))

    def test_may_be_so_long_that_no_date_can_hold_any(self) -> None:
        endless = attrs.evolve(AGREEMENT_2010, term_lengths=(provision(10**9),))
        assert last_number(endless) == 0
        with pytest.raises(
            OutOfCoverageError,
            match=r"^by the law alone, no board has a term on that day that a date can hold; expected a day from 2011",
        ):
            number_on(endless, dt.date(2020, 1, 1))

    @pytest.mark.parametrize("number", [0, -1, 10**30])
    def test_belong_to_boards_that_can_be(self, number: int) -> None:
        with pytest.raises(UnknownBoardError, match=rf"boards count from 1, and 3994 is the last .* {got(number)}"):
            nominal_term(AGREEMENT_2010, number)

    def test_start_with_board_1(self) -> None:
        with pytest.raises(UnknownBoardError, match=r"boards count from 1, .* got 0"):
            nominal_start(AGREEMENT_2010, 0)

    @pytest.mark.parametrize("number", [None, "7", 7.0, True])
    def test_start_in_whole_numbers(self, number: Any) -> None:
        with pytest.raises(WrongTypeError, match=rf"a board's number must be an int, such as 7, {got(number)}"):
            nominal_start(AGREEMENT_2010, number)

    @pytest.mark.parametrize("agreement", [None, "2010"])
    def test_follow_from_an_agreement(self, agreement: Any) -> None:
        for ask in (nominal_start, nominal_term, nominations):
            with pytest.raises(
                WrongTypeError, match=rf"agreement must be an Agreement, such as AGREEMENT_2010, {got(agreement)}"
            ):
                ask(agreement, 7)
        with pytest.raises(WrongTypeError, match=rf"agreement must be an Agreement, such as AGREEMENT_2010, {got(agreement)}"):
            number_on(agreement, dt.date(2020, 1, 1))

    def test_are_asked_for_by_whole_numbers(self) -> None:
        with pytest.raises(WrongTypeError, match="a board's number must be an int, such as 7, got True"):
            nominal_term(AGREEMENT_2010, bool(1))


class TestNominations:
    """Each of the states without the Secretary-General's post nominates one deputy, in rotation order."""

    @given(agreements(), st.integers(1, 100))
    def test_come_from_every_other_member(self, agreement: Agreement[MemberState], number: int) -> None:
        states = [nomination.state for nomination in nominations(agreement, number)]
        rotation = agreement.order_of(number)
        leader = rotation.value[(number - rotation.since_board) % 3]
        after = rotation.value.index(leader)
        assert states == [rotation.value[(after + step) % 3] for step in (1, 2)]
