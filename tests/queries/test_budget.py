"""Equal shares that stay equal: shares, fiscal years, and a budget split exactly, whoever bears the odd units."""

import copy
import datetime as dt
import decimal
import pickle
from decimal import Decimal
from enum import Enum, StrEnum
from fractions import Fraction
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.record.test_with_facts import started, with_facts
from tests.rules.messages import got
from tests.rules.test_agreement import provision
from tests.strategies import agreements

import trilateral as tri
from trilateral import AGREEMENT_2010, AGREEMENT_2025, Agreement, Basis, MemberState, Remainder
from trilateral._record.currencies import DECIMALS

CHINA, JAPAN, KOREA = MemberState.CHINA, MemberState.JAPAN, MemberState.KOREA
MOST = 10**38 - 1


class Code(str, Enum):  # noqa: UP042 - it prints in another way
    """Currencies as an enum that is a str; it prints as ``Code.DOLLAR``."""

    DOLLAR = "USD"
    POINTS = "points"


class Word(StrEnum):
    """Currencies as an enum that is a str, and prints like one."""

    DOLLAR = "USD"
    POINTS = "points"


laws = st.sampled_from([AGREEMENT_2010, AGREEMENT_2025]) | agreements()
units = st.integers(0, MOST)
codes = st.sampled_from(sorted(DECIMALS))
years = st.integers(2011, 9998)
years_of_boards = st.integers(2011, 2060)


def context(digits: int, rounding: str, capitals: int, *, trapping: bool) -> decimal.Context:
    """A decimal context in which next to nothing is exact."""
    traps = list(decimal.Context().flags) if trapping else []
    return decimal.Context(digits, rounding, 0, 0, capitals, 1, traps=traps)


contexts = st.builds(
    context,
    st.integers(1, 3),
    st.sampled_from([getattr(decimal, name) for name in dir(decimal) if name.startswith("ROUND_")]),
    st.integers(0, 1),
    trapping=st.booleans(),
)


def amount(minor: int, currency: str) -> Decimal:
    """An amount in a currency, written digit by digit."""
    return Decimal((0, tuple(map(int, str(minor))), -DECIMALS[currency]))


def minor_units(amounts: dict[MemberState, Decimal], currency: str) -> dict[MemberState, int]:
    """Amounts as whole minor units."""
    return {state: int(Fraction(part) * 10 ** DECIMALS[currency]) for state, part in amounts.items()}


def exact(minor: int, law: Agreement[MemberState]) -> dict[MemberState, Fraction]:
    """The exact share of each state, in minor units."""
    weights = dict(law.shares.value)
    return {state: Fraction(minor * weight, sum(weights.values())) for state, weight in weights.items()}


def equally(law: Agreement[MemberState]) -> Agreement[MemberState]:
    """The same agreement with equal shares."""
    return attrs.evolve(law, shares=AGREEMENT_2010.shares)


def divides(minor: int, law: Agreement[MemberState]) -> bool:
    """Whether a total divides by the shares."""
    return all(share.denominator == 1 for share in exact(minor, law).values())


def bear_in_turn(found: tri.Assessment[MemberState], minor: int, law: Agreement[MemberState], first: MemberState) -> bool:
    """Whether each bearer bears one odd unit, and lost more by rounding down than others, or as much and is before them."""
    order = law.orders[0].value * 2
    turns = order[order.index(first) :][:3]
    rank = {state: (share % 1, -turns.index(state)) for state, share in exact(minor, law).items()}
    borne = [rank[state] for state in found.odd_units]
    spared = [rank[state] for state in rank.keys() - found.odd_units.keys()]
    return set(found.odd_units.values()) <= {1} and all(bearer > other for bearer in borne for other in spared)


def table(total: str, currency: str, remainder: Remainder) -> dict[int, list[str]]:
    """What Korea, Japan and China owe in each of the first four fiscal years, as printed."""
    found = {
        year: tri.assess(total, currency=currency, fiscal_year=year, remainder=remainder).amounts for year in range(2011, 2015)
    }
    return {year: [f"{amounts[state]}" for state in (KOREA, JAPAN, CHINA)] for year, amounts in found.items()}


def every_year(total: str, currency: str, remainder: Remainder) -> list[str]:
    """What Korea, Japan and China owe in each of those years alike."""
    first, *others = table(total, currency, remainder).values()
    assert others == [first] * 3
    return first


class TestShares:
    """Each government bears one third of the operational budget."""

    @pytest.mark.parametrize("agreement", [None, AGREEMENT_2010, AGREEMENT_2025])
    def test_are_thirds(self, agreement: Agreement[MemberState] | None) -> None:
        shares = tri.shares(agreement=agreement)
        assert list(shares.fractions.items()) == [(state, Fraction(1, 3)) for state in (KOREA, JAPAN, CHINA)]
        assert shares.grounds.citations == AGREEMENT_2010.shares.citations
        assert all(citation.sources for citation in shares.grounds.citations)

    def test_rest_on_the_equal_shares_only(self) -> None:
        """The raise and the premises say nothing of who bears which part."""
        (citation,) = tri.shares().grounds.citations
        assert citation.statement == "Each government bears an equal share of the operational budget."

    @pytest.mark.parametrize(
        ("subject", "value", "source"),
        [
            ("budget.raise", 'by half from "this fiscal year"', "korea-herald-2013-08-04"),
            ("premises", "provides the premises, apart from the running costs that are shared", "hankyung-2010-05-30"),
        ],
    )
    def test_stand_beside_statements_on_the_raise_and_on_the_premises(self, subject: str, value: str, source: str) -> None:
        (statement,) = tri.about(subject)
        assert value in statement.value
        assert source in {each.id for each in statement.sources}
        for remainder in Remainder:
            grounds = tri.assess(99, currency="KRW", fiscal_year=2026, remainder=remainder).grounds
            assert statement.value not in {each.statement for each in grounds.citations}

    @given(laws)
    def test_sum_to_one(self, law: Agreement[MemberState]) -> None:
        """Issue 4: exact fractions a state, summing to one."""
        fractions = tri.shares(agreement=law).fractions
        assert tuple(fractions) == law.orders[0].value
        assert sum(fractions.values()) == 1
        assert fractions == exact(1, law)

    @pytest.mark.parametrize("agreement", ["2010", 2010, []])
    def test_are_those_of_an_agreement(self, agreement: Any) -> None:
        with pytest.raises(
            tri.WrongTypeError, match=rf"^agreement must be an Agreement, such as AGREEMENT_2010, {got(agreement)}"
        ):
            tri.shares(agreement=agreement)

    def test_are_those_of_the_member_states(self) -> None:
        others: Any = attrs.evolve(
            AGREEMENT_2010,
            members=provision(frozenset("AB")),
            orders=(provision(("A", "B")),),
            shares=provision(frozenset({("A", 1), ("B", 2)})),
            host=None,
        )
        for ask in (
            lambda: tri.shares(agreement=others),
            lambda: tri.assess(3, currency="USD", fiscal_year=2026, agreement=others),
        ):
            with pytest.raises(tri.InvalidValueError, match="agreement must be one between China, Japan and Korea, got"):
                ask()


class TestFiscalYears:
    """A fiscal year is 1 September to 31 August, named by its first year."""

    @pytest.mark.parametrize(
        ("day", "year", "term"),
        [
            (dt.date(2011, 9, 1), 2011, "2011-09-01/2012-09-01"),
            (dt.date(2012, 8, 31), 2011, "2011-09-01/2012-09-01"),
            (dt.date(2012, 9, 1), 2012, "2012-09-01/2013-09-01"),
            (dt.date(2017, 12, 31), 2017, "2017-09-01/2018-09-01"),
            (dt.date(2018, 1, 1), 2017, "2017-09-01/2018-09-01"),
            (dt.date(2024, 2, 29), 2023, "2023-09-01/2024-09-01"),
            (dt.date(9998, 9, 1), 9998, "9998-09-01/9999-09-01"),
            (dt.date(9999, 1, 1), 9998, "9998-09-01/9999-09-01"),
            (dt.date(9999, 8, 31), 9998, "9998-09-01/9999-09-01"),
        ],
    )
    def test_turn_on_1_september(self, day: dt.date, year: int, term: str) -> None:
        found = tri.fiscal_year_on(day)
        assert (found.year, str(found.term)) == (year, term)
        assert found == tri.fiscal_year(year)

    @given(st.dates(dt.date(2011, 9, 1), dt.date(9998, 12, 31)))
    def test_hold_every_day_once(self, day: dt.date) -> None:
        """Rule 38: ``fy(d) = d.year if d.month >= 9 else d.year - 1``."""
        found = tri.fiscal_year_on(day)
        assert day in found.term
        assert found.year == (day.year if day.month >= 9 else day.year - 1)
        assert (found.term.start, found.term.last_day) == (dt.date(found.year, 9, 1), dt.date(found.year + 1, 8, 31))

    def test_are_attested_for_2017_and_inferred_for_others(self) -> None:
        attested, inferred = tri.fiscal_year(2017), tri.fiscal_year(2026)
        assert (attested.basis, inferred.basis) == (Basis.RECORDED, Basis.INFERRED)
        assert [source.id for source in attested.grounds.sources] == ["tcs-annual-report-2017"]
        assert [fact.value for fact in attested.grounds.facts] == ["fiscal year 2017 is September 2017 to August 2018"]
        assert attested.grounds.citations == ()
        assert inferred.grounds.facts == attested.grounds.facts
        (citation,) = inferred.grounds.citations
        assert citation.kind is tri.CitationKind.INFERENCE
        assert "Other fiscal years run like that of 2017" in citation.statement

    def test_show_their_year_and_days(self) -> None:
        assert repr(tri.fiscal_year(2026)) == "<FiscalYear 2026 2026-09-01/2027-09-01>"

    @pytest.mark.parametrize("year", [2010, 0, -2026, 9999, 10**30])
    def test_start_in_2011_and_end_where_dates_do(self, year: int) -> None:
        message = f"^a fiscal year must be from 2011, the first, to 9998, the last whose end a date can hold, {got(year)}"
        with pytest.raises(tri.InvalidValueError, match=message):
            tri.fiscal_year(year)
        with pytest.raises(tri.InvalidValueError, match=message):
            tri.assess(3, currency="USD", fiscal_year=year)

    @pytest.mark.parametrize("year", [True, 2026.0, "2026", None, dt.date(2026, 9, 1)])
    def test_are_named_by_a_number(self, year: Any) -> None:
        message = rf"^a fiscal year must be an int, such as 2026, or what fiscal_year_on\(day\) returns, {got(year)}"
        with pytest.raises(tri.WrongTypeError, match=message):
            tri.fiscal_year(year)
        with pytest.raises(tri.WrongTypeError, match=message):
            tri.assess(3, currency="USD", fiscal_year=year)

    @pytest.mark.parametrize(
        ("day", "reason"),
        [
            (dt.date(2011, 8, 31), "the first fiscal year had not begun"),
            (dt.date.min, "the first fiscal year had not begun"),
            (dt.date(9999, 9, 1), "a date cannot hold the fiscal year on that day"),
            (dt.date.max, "a date cannot hold the fiscal year on that day"),
        ],
    )
    def test_have_no_day_before_the_first_or_after_the_last(self, day: dt.date, reason: str) -> None:
        message = f"^{reason}; expected a day from 2011-09-01 to 9999-08-31, got {day}$"
        with pytest.raises(tri.OutOfCoverageError, match=message):
            tri.fiscal_year_on(day)

    @pytest.mark.parametrize("day", [dt.datetime(2025, 9, 3, tzinfo=dt.UTC), "2025-09-03", None, 2025])
    def test_are_asked_for_by_day(self, day: Any) -> None:
        with pytest.raises(tri.WrongTypeError, match=rf"^the day must be a datetime\.date.*, {got(day)}"):
            tri.fiscal_year_on(day)


class TestBoardsInOffice:
    """The boards in office in a fiscal year, or in any other term."""

    @pytest.mark.parametrize(
        ("year", "by_2025", "by_2010"),
        [
            (2011, [1], [1]),
            (2012, [1], [1]),
            (2013, [2], [2]),
            (2025, [7], [7, 8]),  # by the two-year law board 7 is seen at work until 3 September 2025
            (2026, [8], [8]),
            (2028, [8], [9]),
            (2029, [9], [10]),
        ],
    )
    def test_of_a_fiscal_year(self, year: int, by_2025: list[int], by_2010: list[int]) -> None:
        term = tri.fiscal_year(year).term
        assert [board.number for board in tri.boards_during(term)] == by_2025
        assert [board.number for board in tri.boards_during(term, agreement=AGREEMENT_2010)] == by_2010

    @pytest.mark.parametrize(
        ("start", "end", "numbers"),
        [
            ("1999-01-01", "2011-09-01", []),
            ("1999-01-01", "2011-09-02", [1]),
            ("2013-08-31", "2013-09-01", [1]),
            ("2013-08-31", "2013-09-02", [1, 2]),
            ("2013-09-01", "2013-09-02", [2]),
            ("2011-01-01", "2026-09-02", [1, 2, 3, 4, 5, 6, 7, 8]),
            ("9997-08-31", "9997-09-01", [2664]),
        ],
    )
    def test_of_a_term(self, start: str, end: str, numbers: list[int]) -> None:
        term = tri.Term(dt.date.fromisoformat(start), dt.date.fromisoformat(end))
        assert [board.number for board in tri.boards_during(term)] == numbers

    @given(laws, st.dates(dt.date(2009, 1, 1), dt.date(2040, 1, 1)), st.integers(1, 2000))
    def test_are_those_with_a_day_in_it(self, law: Agreement[MemberState], start: dt.date, length: int) -> None:
        """Issue 4: the boards in office in a fiscal year, which need not be one."""
        term = tri.Term(start, start + dt.timedelta(days=length))
        known = tri.boards(until=term.end, agreement=law)
        assert tri.boards_during(term, agreement=law) == tuple(board for board in known if board.term.overlaps(term))

    def test_follow_a_record(self) -> None:
        record = with_facts(boards=[{"number": 8, "start": started("2026-11-15")}])
        assert [board.number for board in tri.boards_during(tri.fiscal_year(2026).term, record=record)] == [7, 8]

    def test_end_with_the_last_board_that_a_date_can_hold(self) -> None:
        message = "a date cannot hold the term of the board on that day; .* to 9997-08-31, got "
        for term in (tri.fiscal_year(9997).term, tri.Term(dt.date(2011, 9, 1), dt.date.max)):
            with pytest.raises(tri.OutOfCoverageError, match=message):
                tri.boards_during(term)

    @pytest.mark.parametrize("term", [2026, dt.date(2026, 9, 1), None, tri.fiscal_year(2026)])
    def test_are_asked_for_by_term(self, term: Any) -> None:
        with pytest.raises(tri.WrongTypeError, match=rf"^the term must be a Term, such as .*, {got(term)}"):
            tri.boards_during(term)

    def test_follow_an_agreement_and_a_record_only(self) -> None:
        nothing: Any = {}
        with pytest.raises(tri.WrongTypeError, match=r"^agreement must be an Agreement, such as AGREEMENT_2010, got {}"):
            tri.boards_during(tri.fiscal_year(2026).term, agreement=nothing)
        with pytest.raises(tri.WrongTypeError, match=r"^record must be a Record, such as record\(\), got {}"):
            tri.boards_during(tri.fiscal_year(2026).term, record=nothing)


class TestByHand:
    """What Korea, Japan and China owe, worked out by hand."""

    def test_rotating(self) -> None:
        assert table("100.00", "USD", Remainder.ROTATING) == {
            2011: ["33.34", "33.33", "33.33"],
            2012: ["33.33", "33.34", "33.33"],
            2013: ["33.33", "33.33", "33.34"],
            2014: ["33.34", "33.33", "33.33"],
        }
        assert table("5000000000", "KRW", Remainder.ROTATING) == {  # two odd won a year
            2011: ["1666666667", "1666666667", "1666666666"],
            2012: ["1666666666", "1666666667", "1666666667"],
            2013: ["1666666667", "1666666666", "1666666667"],
            2014: ["1666666667", "1666666667", "1666666666"],
        }

    def test_from_the_state_of_the_secretary_general(self) -> None:
        assert table("100.00", "USD", Remainder.SECRETARY_GENERAL) == {  # board 2, of Japan, starts in September 2013
            2011: ["33.34", "33.33", "33.33"],
            2012: ["33.34", "33.33", "33.33"],
            2013: ["33.33", "33.34", "33.33"],
            2014: ["33.33", "33.34", "33.33"],
        }
        assert table("5000000000", "KRW", Remainder.SECRETARY_GENERAL) == {
            2011: ["1666666667", "1666666667", "1666666666"],
            2012: ["1666666667", "1666666667", "1666666666"],
            2013: ["1666666666", "1666666667", "1666666667"],
            2014: ["1666666666", "1666666667", "1666666667"],
        }

    def test_to_the_host(self) -> None:
        assert every_year("100.00", "USD", Remainder.HOST) == ["33.34", "33.33", "33.33"]
        assert every_year("5000000000", "KRW", Remainder.HOST) == ["1666666668", "1666666666", "1666666666"]

    def test_refused_unless_it_divides(self) -> None:
        assert every_year("99.99", "USD", Remainder.REFUSE) == ["33.33"] * 3
        assert every_year("5000000001", "KRW", Remainder.REFUSE) == ["1666666667"] * 3
        with pytest.raises(tri.InvalidValueError, match=r"such as 99\.99 or 100\.02, or .*, got '100\.00'"):
            table("100.00", "USD", Remainder.REFUSE)
        with pytest.raises(tri.InvalidValueError, match=r"such as 4999999998 or 5000000001, or .*, got '5000000000'"):
            table("5000000000", "KRW", Remainder.REFUSE)

    def test_by_unequal_shares(self) -> None:
        law = attrs.evolve(AGREEMENT_2010, shares=provision(frozenset({(CHINA, 4), (JAPAN, 1), (KOREA, 1)})))

        def owed(total: int, remainder: Remainder = Remainder.ROTATING) -> dict[MemberState, Decimal]:
            return tri.assess(total, currency="JPY", fiscal_year=2012, agreement=law, remainder=remainder).amounts

        assert owed(100) == {KOREA: 16, JAPAN: 17, CHINA: 67}  # 16 2/3, 16 2/3, 66 2/3; in 2012 the turn begins with Japan
        assert owed(101) == {KOREA: 17, JAPAN: 17, CHINA: 67}  # 16 5/6, 16 5/6, 67 1/3
        assert owed(102) == {KOREA: 17, JAPAN: 17, CHINA: 68}
        assert owed(98, remainder=Remainder.HOST) == {KOREA: 17, JAPAN: 16, CHINA: 65}  # 16 1/3, 16 1/3, 65 1/3
        with pytest.raises(tri.InvalidValueError, match=r"divisible by the shares, such as 96 or 102, .* got 98$"):
            owed(98, remainder=Remainder.REFUSE)

    def test_by_shares_whose_weights_have_a_common_divisor(self) -> None:
        law = attrs.evolve(AGREEMENT_2010, shares=provision(frozenset({(CHINA, 4), (JAPAN, 4), (KOREA, 8)})))
        how: Any = {"currency": "JPY", "fiscal_year": 2012, "agreement": law, "remainder": Remainder.REFUSE}
        assert tri.assess(100, **how).amounts == {KOREA: 50, JAPAN: 25, CHINA: 25}
        with pytest.raises(tri.InvalidValueError, match=r"divisible by the shares, such as 100 or 104, .* got 101$"):
            tri.assess(101, **how)

    def test_by_the_order_with_which_the_rotation_began(self) -> None:
        orders = (provision((JAPAN, CHINA, KOREA)), provision((CHINA, JAPAN, KOREA), 2))
        law = attrs.evolve(AGREEMENT_2010, orders=orders)
        owed = [tri.assess(100, currency="JPY", fiscal_year=year, agreement=law).odd_units for year in (2011, 2012, 2013, 2014)]
        assert owed == [{JAPAN: 1}, {CHINA: 1}, {KOREA: 1}, {JAPAN: 1}]

    def test_by_that_order_also_from_a_later_leader_on(self) -> None:
        """Board 2, by the later order of Japan, starts in September 2013; after Japan the first order has China."""
        orders = (provision((KOREA, JAPAN, CHINA)), provision((JAPAN, KOREA, CHINA), 2))
        law = attrs.evolve(AGREEMENT_2010, orders=orders)
        assert tri.composition(2, agreement=law).secretary_general is JAPAN
        how: Any = {"currency": "JPY", "agreement": law, "remainder": Remainder.SECRETARY_GENERAL}
        found = tri.assess(101, fiscal_year=2013, **how)
        assert found.bearers == (JAPAN, CHINA, KOREA)
        assert found.parts == ((KOREA, 33), (JAPAN, 34), (CHINA, 34))

    def test_from_the_state_in_office_on_the_first_day_of_the_year_only(self) -> None:
        """By the two-year law board 7, of Korea, was still at work on 1 September 2025, and board 8, of Japan, follows."""
        how: Any = {"currency": "JPY", "remainder": Remainder.SECRETARY_GENERAL, "agreement": AGREEMENT_2010}
        assert tri.assess(100, fiscal_year=2025, **how).odd_units == {KOREA: 1}
        assert tri.assess(100, fiscal_year=2026, **how).odd_units == {JAPAN: 1}

    def test_from_another_state_in_office_by_a_user_s_facts(self) -> None:
        seat = {"role": "secretary-general", "state": "CHN", "tenures": [{"holder": "p2", "sources": ["s1"]}]}
        record = with_facts(boards=[{"number": 8, "start": started("2026-09-01"), "seats": [seat]}])
        how: Any = {"currency": "KRW", "remainder": Remainder.SECRETARY_GENERAL}
        assert tri.assess(101, fiscal_year=2026, **how).odd_units == {JAPAN: 1, CHINA: 1}
        assert tri.assess(101, fiscal_year=2025, **how, record=record).odd_units == {KOREA: 1, JAPAN: 1}
        found = tri.assess(101, fiscal_year=2026, **how, record=record)
        assert found.odd_units == {CHINA: 1, KOREA: 1}
        assert found.amounts == {KOREA: 34, JAPAN: 33, CHINA: 34}
        assert "s1" in {source.id for source in found.grounds.sources}
        assert found.bearers == (CHINA, KOREA, JAPAN)
        assert set(AGREEMENT_2025.orders[0].citations) <= set(found.grounds.citations)  # by which Korea follows China

    def test_of_a_fiscal_year_of_one_s_own(self) -> None:
        """It is used as it is: its number for the turn, its first day for the Secretary-General."""
        own = attrs.evolve(
            tri.fiscal_year(2024),
            term=tri.Term(dt.date(2021, 9, 1), dt.date(2022, 9, 1)),
            basis=Basis.PROJECTED,
            grounds=tri.Grounds(facts=(tri.Reading("as agreed", tri.record().sources[:1]),)),
        )
        how: Any = {"currency": "JPY", "fiscal_year": own}
        rotating = tri.assess(100, **how)
        assert rotating.fiscal_year is own
        assert rotating.odd_units == {JAPAN: 1}  # 13 years after 2011
        led = tri.assess(100, **how, remainder=Remainder.SECRETARY_GENERAL)
        assert led.odd_units == {CHINA: 1}  # board 6, in office on 2021-09-01
        for found in (rotating, led):
            values = [fact.value for fact in found.grounds.facts]
            assert "as agreed" in values
            assert "fiscal year 2017 is September 2017 to August 2018" not in values

    def test_raised_by_half(self) -> None:
        """Rule 36: in 2013 the budget rose by half, and so did each share."""
        before, after = (tri.assess(total, currency="USD", fiscal_year=2013) for total in ("2000001.00", "3000001.50"))
        assert before.shares == after.shares == tri.shares()
        assert set(before.amounts.values()) == {Decimal("666667.00")}
        assert set(after.amounts.values()) == {Decimal("1000000.50")}


class TestAnyBudget:
    """Any total, currency, law and fiscal year."""

    @given(units, codes, laws, years, st.sampled_from([Remainder.ROTATING, Remainder.HOST]))
    def test_adds_up(self, minor: int, currency: str, law: Agreement[MemberState], year: int, remainder: Remainder) -> None:
        """Issue 4: parts sum to the whole; each is within one unit of its exact share under all but ``host``."""
        if law.host is None:
            remainder = Remainder.ROTATING
        total = amount(minor, currency)
        found = tri.assess(total, currency=currency, fiscal_year=year, remainder=remainder, agreement=law)
        assert (found.total, found.currency, found.remainder, found.fiscal_year.year) == (total, currency, remainder, year)
        assert tuple(found.amounts) == law.orders[0].value
        parts, shares = minor_units(found.amounts, currency), exact(minor, law)
        assert sum(parts.values()) == minor
        assert dict(found.parts) == parts
        assert all(part.as_tuple().exponent == -DECIMALS[currency] for part in found.amounts.values())
        if remainder is Remainder.ROTATING:
            assert all(abs(parts[state] - shares[state]) < 1 for state in parts)
        else:
            assert all(parts[state] == int(shares[state]) for state in parts if state is not (law.host and law.host.value))

    @given(units, codes, laws, years)
    def test_lets_the_states_bear_odd_units_in_turn(
        self, minor: int, currency: str, law: Agreement[MemberState], year: int
    ) -> None:
        """Issue 4: ``rotating``: index ``(fiscal_year - 2011) % 3`` into the agreement's rotation, one unit each from there."""
        found = tri.assess(amount(minor, currency), currency=currency, fiscal_year=year, agreement=law)
        assert bear_in_turn(found, minor, law, law.orders[0].value[(year - 2011) % 3])

    @given(units, codes, laws, st.integers(2011, 9996))
    def test_evens_out(self, minor: int, currency: str, law: Agreement[MemberState], year: int) -> None:
        """Issue 4: with equal shares, parts differ by at most one unit and three equal years even out."""
        total = amount(minor, currency)
        borne = dict.fromkeys(MemberState, 0)
        for each in range(year, year + 3):
            found = tri.assess(total, currency=currency, fiscal_year=each, agreement=equally(law))
            parts = minor_units(found.amounts, currency)
            assert max(parts.values()) - min(parts.values()) <= 1
            borne = {state: units + parts[state] for state, units in borne.items()}
        assert set(borne.values()) == {minor}

    @given(units, codes, laws, years_of_boards)
    def test_lets_the_state_of_the_secretary_general_bear_first(
        self, minor: int, currency: str, law: Agreement[MemberState], year: int
    ) -> None:
        """Issue 4: ``secretary_general``: from the state of the SG on the fiscal year's first day on."""
        total, remainder = amount(minor, currency), Remainder.SECRETARY_GENERAL
        found = tri.assess(total, currency=currency, fiscal_year=year, remainder=remainder, agreement=law)
        first = tri.board_on(dt.date(year, 9, 1), agreement=law).secretary_general.state
        assert found.total == total
        assert found.bearers[0] is first
        assert bear_in_turn(found, minor, law, first)

    @given(units, laws, years_of_boards, st.sampled_from(Remainder))
    def test_is_split_by_the_order_with_which_the_rotation_began(
        self, minor: int, law: Agreement[MemberState], year: int, remainder: Remainder
    ) -> None:
        """One order for all remainders; a later one decides no more than who has the Secretary-General."""
        if law.host is None or (remainder is Remainder.REFUSE and not divides(minor, law)):
            remainder = Remainder.SECRETARY_GENERAL
        how: Any = {"currency": "KRW", "fiscal_year": year, "remainder": remainder}
        found = tri.assess(minor, **how, agreement=law)
        order = law.orders[0].value
        assert tuple(found.amounts) == tuple(found.shares.fractions) == order
        if len(found.bearers) > 1:
            at = order.index(found.bearers[0])
            assert found.bearers == order[at:] + order[:at]
        began = attrs.evolve(law, orders=law.orders[:1])
        led = {tri.board_on(dt.date(year, 9, 1), agreement=each).secretary_general.state for each in (law, began)}
        if remainder is not Remainder.SECRETARY_GENERAL or len(led) == 1:
            assert tri.assess(minor, **how, agreement=began).parts == found.parts

    @given(units, codes, laws, years)
    def test_lets_the_host_bear_all(self, minor: int, currency: str, law: Agreement[MemberState], year: int) -> None:
        """Issue 4: ``host``: all to the host; where there is none, nobody bears them."""
        how: Any = {"currency": currency, "fiscal_year": year, "remainder": Remainder.HOST, "agreement": law}
        if law.host is None:
            with pytest.raises(tri.InvalidValueError, match=r"another one, as the agreement names no host"):
                tri.assess(amount(minor, currency), **how)
            return
        odd = minor - sum(int(share) for share in exact(minor, law).values())
        assert tri.assess(amount(minor, currency), **how).odd_units == ({law.host.value: odd} if odd else {})

    @given(st.integers(0, 10**30), codes, laws, years)
    def test_is_refused_or_divides(self, minor: int, currency: str, law: Agreement[MemberState], year: int) -> None:
        """Issue 4: ``refuse``, unless it divides; the error tells the nearest totals that do."""
        how: Any = {"currency": currency, "fiscal_year": year, "remainder": Remainder.REFUSE, "agreement": law}
        if divides(minor, law):
            found = tri.assess(amount(minor, currency), **how)
            assert found.odd_units == {}
            assert minor_units(found.amounts, currency) == exact(minor, law)
            return
        below, above = (next(each for each in range(minor, minor + 30 * step, step) if divides(each, law)) for step in (-1, 1))
        message = f"such as {amount(below, currency):f} or {amount(above, currency):f}, or "
        with pytest.raises(tri.InvalidValueError, match=message):
            tri.assess(amount(minor, currency), **how)

    @given(units, codes, laws, years_of_boards, st.sampled_from(Remainder), contexts)
    def test_is_the_same_in_any_decimal_context(  # noqa: PLR0917 - everything that there is to choose
        self,
        minor: int,
        currency: str,
        law: Agreement[MemberState],
        year: int,
        remainder: Remainder,
        inexact: decimal.Context,
    ) -> None:
        """Issue 4: a 31-digit ``Decimal`` splits exactly whatever the decimal context."""
        total = amount(minor, currency)

        def told() -> tuple[object, ...]:
            how: Any = {"currency": currency, "fiscal_year": year, "remainder": remainder, "agreement": law}
            try:
                found = tri.assess(total, **how, quantum=Decimal((0, (1,), -DECIMALS[currency])))
            except tri.InvalidValueError as error:
                return (str(error),)
            return repr(found), found.parts, found.odd_units, found.total.as_tuple(), list(map(str, found.amounts.values()))

        expected = told()
        with decimal.localcontext(inexact) as used:
            assert told() == expected
            assert not any(used.flags.values())

    def test_of_31_digits_is_exact(self) -> None:
        total = Decimal("12345678901234567890123456789.01")
        with decimal.localcontext(context(1, decimal.ROUND_UP, 1, trapping=True)):
            found = tri.assess(total, currency="USD", fiscal_year=2011)
        assert [str(part) for part in found.amounts.values()] == [
            "4115226300411522630041152263.01",
            "4115226300411522630041152263.00",
            "4115226300411522630041152263.00",
        ]
        assert sum(map(Fraction, found.amounts.values())) == Fraction(total)


class TestAnAssessment:
    """It says what each state owes, for which year, and why."""

    def test_has_its_parts(self) -> None:
        found = tri.assess(Decimal(5_000_000), currency="USD", fiscal_year=2026)
        assert (found.currency, str(found.quantum), found.remainder) == ("USD", "0.01", Remainder.ROTATING)
        assert (found.fiscal_year, found.shares) == (tri.fiscal_year(2026), tri.shares())
        assert found.bearers == (KOREA, JAPAN, CHINA)
        assert found.parts == ((KOREA, 166_666_667), (JAPAN, 166_666_667), (CHINA, 166_666_666))
        assert list(found.amounts) == [KOREA, JAPAN, CHINA]
        assert str(found.total) == "5000000.00"
        assert found.odd_units == {KOREA: 1, JAPAN: 1}
        assert repr(found) == "<Assessment 2026 USD 5000000.00: KOR 1666666.67 JPN 1666666.67 CHN 1666666.66>"

    @pytest.mark.parametrize(
        ("remainder", "bearers"),
        [
            (Remainder.ROTATING, (CHINA, KOREA, JAPAN)),
            (Remainder.SECRETARY_GENERAL, (JAPAN, CHINA, KOREA)),
            (Remainder.HOST, (KOREA,)),
            (Remainder.REFUSE, ()),
        ],
    )
    def test_names_who_would_bear_odd_units(self, remainder: Remainder, bearers: tuple[MemberState, ...]) -> None:
        """Also where there are none."""
        assert tri.assess(99, currency="JPY", fiscal_year=2028, remainder=remainder).bearers == bearers

    def test_counts_every_odd_unit_of_the_host(self) -> None:
        found = tri.assess(5, currency="JPY", fiscal_year=2026, remainder=Remainder.HOST)
        assert found.amounts == {KOREA: 3, JAPAN: 1, CHINA: 1}
        assert found.odd_units == {KOREA: 2}

    def test_is_by_the_law_of_a_record(self) -> None:
        quarters = attrs.evolve(AGREEMENT_2010, shares=provision(frozenset({(CHINA, 2), (JAPAN, 1), (KOREA, 1)})))
        record = attrs.evolve(tri.record(), agreement=quarters)
        found = tri.assess(100, currency="JPY", fiscal_year=2026, record=record)
        assert found.amounts == {KOREA: 25, JAPAN: 25, CHINA: 50}

    @pytest.mark.parametrize("year", [2011, 2017, 2026, 9998])
    def test_takes_a_fiscal_year_or_its_name(self, year: int) -> None:
        by_name = tri.assess(100, currency="JPY", fiscal_year=year)
        assert tri.assess(100, currency="JPY", fiscal_year=tri.fiscal_year(year)) == by_name
        assert by_name.fiscal_year == tri.fiscal_year(year)

    def test_may_be_of_the_last_year_without_a_board(self) -> None:
        assert tri.assess(100, currency="JPY", fiscal_year=9998).odd_units == {JAPAN: 1}  # 3 * 2662 + 1 years after 2011
        with pytest.raises(tri.OutOfCoverageError, match=r"the term of the board on that day; .* got 9998-09-01"):
            tri.assess(100, currency="JPY", fiscal_year=9998, remainder=Remainder.SECRETARY_GENERAL)

    @pytest.mark.parametrize(
        "same",
        [
            5,
            "5",
            "5.0",
            "5.00",
            "5.000000",
            "005",
            Decimal(5),
            Decimal("5.00"),
            Decimal("5E+0"),
            Decimal("0.5E+1"),
            Decimal("500E-2"),
        ],
    )
    def test_takes_an_amount_however_it_is_written(self, same: Any) -> None:
        found = tri.assess(same, currency="USD", fiscal_year=2026)
        assert (str(found.total), found.parts) == ("5.00", ((KOREA, 167), (JAPAN, 167), (CHINA, 166)))

    @pytest.mark.parametrize(
        "nothing", [0, "0", "0.00", "0.000000000", Decimal("-0"), Decimal("0E+999999"), Decimal("0E-999999")]
    )
    def test_may_be_of_nothing(self, nothing: Any) -> None:
        for remainder in Remainder:
            found = tri.assess(nothing, currency="USD", fiscal_year=2026, remainder=remainder)
            assert [str(part) for part in found.amounts.values()] == ["0.00"] * 3
            assert found.odd_units == {}

    def test_rests_on_the_shares_the_year_the_currency_and_a_choice(self) -> None:
        found = tri.assess(100, currency="KRW", fiscal_year=2026)
        assert [fact.value for fact in found.grounds.facts] == [
            "fiscal year 2017 is September 2017 to August 2018",
            "the minor unit of KRW is 1",
        ]
        assert set(AGREEMENT_2025.shares.citations) <= set(found.grounds.citations)
        assert set(AGREEMENT_2025.orders[0].citations) <= set(found.grounds.citations)
        assert set(tri.fiscal_year(2026).grounds.citations) <= set(found.grounds.citations)
        assert {"tcs-annual-report-2017", "iso-4217-2026-01-01"} <= {source.id for source in found.grounds.sources}

    @pytest.mark.parametrize(
        ("remainder", "borne"),
        [
            (Remainder.ROTATING, "borne one each from JPN on, which moves on by a state a year since 2011."),
            (Remainder.SECRETARY_GENERAL, "borne one each from KOR on, which has the Secretary-General on 2024-09-01"),
            (Remainder.HOST, "all borne by KOR, the host"),
            (Remainder.REFUSE, "refused"),
        ],
    )
    def test_says_that_whoever_assesses_chose_who_bears_odd_units(self, remainder: Remainder, borne: str) -> None:
        found = tri.assess(99, currency="KRW", fiscal_year=2024, remainder=remainder)
        (choice,) = (each for each in found.grounds.citations if each.kind is tri.CitationKind.HYPOTHESIS)
        assert choice.statement.startswith("No text that was read says who bears odd units; ")
        assert f"of fiscal year 2024 are {borne}" in choice.statement
        assert (choice.confidence, choice.sources) == (tri.Confidence.ASSUMED, ())

    def test_says_by_which_remainders_unequal_shares_go(self) -> None:
        law = attrs.evolve(AGREEMENT_2010, shares=provision(frozenset({(CHINA, 2), (JAPAN, 1), (KOREA, 1)})))
        statements = [
            each.statement for each in tri.assess(99, currency="KRW", fiscal_year=2012, agreement=law).grounds.citations
        ]
        assert any("borne one each by largest remainder, of equal ones from JPN on" in each for each in statements)

    def test_rests_on_who_has_the_secretary_general_where_that_decides(self) -> None:
        found = tri.assess(99, currency="KRW", fiscal_year=2024, remainder=Remainder.SECRETARY_GENERAL)
        board = tri.board(7)
        assert {*board.secretary_general.grounds.facts, *board.start.grounds.facts} <= set(found.grounds.facts)
        assert set(board.end.grounds.citations) <= set(found.grounds.citations)
        assert set(AGREEMENT_2025.orders[0].citations) <= set(found.grounds.citations)

    def test_rests_on_the_clause_that_names_the_host_where_that_decides(self) -> None:
        assert AGREEMENT_2025.host
        clauses = set(AGREEMENT_2025.host.citations)
        assert clauses <= set(tri.assess(99, currency="KRW", fiscal_year=2024, remainder=Remainder.HOST).grounds.citations)
        assert not clauses & set(tri.assess(99, currency="KRW", fiscal_year=2024).grounds.citations)

    @pytest.mark.parametrize("remainder", Remainder)
    def test_gives_no_reason_twice(self, remainder: Remainder) -> None:
        for year in (2011, 2017, 2025, 2026):
            grounds = tri.assess(99, currency="KRW", fiscal_year=year, remainder=remainder).grounds
            assert len(set(grounds.facts)) == len(grounds.facts)
            assert len(set(grounds.citations)) == len(grounds.citations)

    @pytest.mark.parametrize("remainder", Remainder)
    def test_is_a_value(self, remainder: Remainder) -> None:
        found = tri.assess(99, currency="KRW", fiscal_year=2026, remainder=remainder)
        for value in (found, found.fiscal_year, found.shares):
            twin: Any = pickle.loads(pickle.dumps(value))
            assert twin == value == copy.deepcopy(value)
            assert hash(twin) == hash(value)
        assert pickle.loads(pickle.dumps(remainder)) is remainder
        assert found != tri.assess(102, currency="KRW", fiscal_year=2026, remainder=remainder)
        assert found != tri.assess(99, currency="JPY", fiscal_year=2026, remainder=remainder)
        with pytest.raises(attrs.exceptions.FrozenInstanceError):  # noqa: PT012 - the name alone would not be typed
            anything: Any = found
            anything.currency = "JPY"

    def test_shows_its_remainder_without_a_value(self) -> None:
        assert [repr(remainder) for remainder in Remainder] == [
            "Remainder.ROTATING",
            "Remainder.SECRETARY_GENERAL",
            "Remainder.HOST",
            "Remainder.REFUSE",
        ]


class TestOtherCurrencies:
    """Any currency that ISO 4217 does not list, with its minor unit."""

    @pytest.mark.parametrize(
        ("quantum", "total", "amounts"),
        [
            ("0.00000001", "1", ["0.33333334", "0.33333333", "0.33333333"]),
            (1, 100, ["34", "33", "33"]),
            ("0.05", "1.00", ["0.35", "0.35", "0.30"]),  # 20 units: 7, 7, 6
            (Decimal("1E+3"), 100_000, ["34000", "33000", "33000"]),
            (25, "100", ["50", "25", "25"]),
            ("0.010", "1", ["0.34", "0.33", "0.33"]),
        ],
    )
    def test_split_by_it(self, quantum: Any, total: Any, amounts: list[str]) -> None:
        found = tri.assess(total, currency="XBT", fiscal_year=2011, quantum=quantum)
        assert [f"{part:f}" for part in found.amounts.values()] == amounts
        assert sum(map(Fraction, found.amounts.values())) == Fraction(total)

    def test_may_have_the_least_and_the_greatest_minor_unit(self) -> None:
        how: Any = {"currency": "XBT", "fiscal_year": 2011}
        least, greatest = "0." + "0" * 37 + "1", 10**37
        assert tri.assess("0." + "0" * 37 + "3", **how, quantum=least).amounts[JAPAN] == Decimal(least)
        assert tri.assess(3 * greatest, **how, quantum=greatest).amounts[JAPAN] == greatest
        assert tri.assess(45 * 10**38, **how, quantum=75).amounts[JAPAN] == 15 * 10**38  # 6 * 10**37 units in all

    @pytest.mark.parametrize("quantum", ["1." + "1" * 37, "0." + "1" * 38, "1" * 38])
    def test_may_have_a_minor_unit_of_38_digits(self, quantum: str) -> None:
        found = tri.assess(quantum, currency="XBT", fiscal_year=2011, quantum=quantum)
        assert found.parts == ((KOREA, 1), (JAPAN, 0), (CHINA, 0))
        assert (str(found.quantum), str(found.total)) == (quantum, quantum)

    @pytest.mark.parametrize("codes", [Code, Word])
    def test_may_be_named_by_an_enum_that_is_a_str(self, codes: Any) -> None:
        for code, quantum in ((codes.DOLLAR, None), (codes.DOLLAR, "0.01"), (codes.POINTS, 5)):
            found = tri.assess(1000, currency=code, fiscal_year=2026, quantum=quantum)
            plain = tri.assess(1000, currency=code.value, fiscal_year=2026, quantum=quantum)
            assert type(found.currency) is str
            assert (found.currency, found.quantum, found.parts) == (plain.currency, plain.quantum, plain.parts)
            assert repr(found) == repr(plain)
            assert found == plain

    def test_say_that_it_is_taken(self) -> None:
        found = tri.assess(3, currency="XBT", fiscal_year=2011, quantum="0.00000001")
        assumed = [each.statement for each in found.grounds.citations if each.confidence is tri.Confidence.ASSUMED]
        assert assumed[-1] == "The minor unit of XBT is taken to be 0.00000001."
        assert [fact.value for fact in found.grounds.facts] == ["fiscal year 2017 is September 2017 to August 2018"]

    @given(
        st.integers(0, 10**37),
        st.integers(1, 10**6),
        st.integers(-30, 30),
        st.sampled_from([Remainder.ROTATING, Remainder.HOST, Remainder.SECRETARY_GENERAL]),
    )
    def test_add_up(self, count: int, digits: int, exponent: int, remainder: Remainder) -> None:
        """Issue 4: an explicit ``quantum=`` for any other currency; parts are whole multiples of it and sum exactly."""
        unit = Decimal((0, tuple(map(int, str(digits))), exponent))
        total = Decimal((0, tuple(map(int, str(count * digits))), exponent))
        found = tri.assess(total, currency="XBT", fiscal_year=2026, quantum=unit, remainder=remainder)
        assert sum(map(Fraction, found.amounts.values())) == Fraction(total)
        assert found.total == total
        assert all((Fraction(part) / Fraction(unit)).denominator == 1 for part in found.amounts.values())

    @pytest.mark.parametrize("quantum", ["0.01", "0.010", Decimal("0.01"), Decimal("1E-2")])
    def test_of_iso_4217_may_be_told_their_own(self, quantum: Any) -> None:
        told = tri.assess(100, currency="USD", fiscal_year=2026, quantum=quantum)
        assert told == tri.assess(100, currency="USD", fiscal_year=2026)

    @pytest.mark.parametrize("quantum", ["0.05", "0.001", 1, Decimal("0.1")])
    def test_of_iso_4217_have_no_other(self, quantum: Any) -> None:
        message = rf"^quantum must be left out or 0\.01, the minor unit of USD by ISO 4217, {got(quantum)}"
        with pytest.raises(tri.InvalidValueError, match=message):
            tri.assess(100, currency="USD", fiscal_year=2026, quantum=quantum)


class TestBadInput:
    """A clear error each."""

    @pytest.mark.parametrize(
        ("total", "message"),
        [
            (-1, "0 or more, got -1"),
            (Decimal("-0.01"), r"0 or more, got Decimal\('-0\.01'\)"),
            ("-1", "written in plain digits, such as '5000000' or '5000000.00', got '-1'"),
            (Decimal("NaN"), r"a finite amount, got Decimal\('NaN'\)"),
            (Decimal("-NaN"), r"a finite amount, got Decimal\('-NaN'\)"),
            (Decimal("sNaN"), r"a finite amount, got Decimal\('sNaN'\)"),
            (Decimal("Infinity"), r"a finite amount, got Decimal\('Infinity'\)"),
            (Decimal("-Infinity"), r"a finite amount, got Decimal\('-Infinity'\)"),
            ("NaN", "written in plain digits, .* got 'NaN'"),
            ("Infinity", "written in plain digits, .* got 'Infinity'"),
            ("5000000.001", r"a whole number of minor units of 0\.01, got '5000000\.001'"),
            (Decimal("0.005"), r"a whole number of minor units of 0\.01, got Decimal\('0\.005'\)"),
            (Decimal("1E-999999"), r"a whole number of minor units of 0\.01, got Decimal\('1E-999999'\)"),
            (10**40, r"less than 10\*\*38 minor units of 0\.01, got <an integer of 133 bits>"),
            (10**90, r"less than 10\*\*38 minor units of 0\.01, got <an integer of 299 bits>"),
            (10**100, r"less than 2\*\*300, got <an integer of 333 bits>"),
            (-(10**100), r"less than 2\*\*300, got <an integer of 333 bits>"),
            ("0" * 299 + "x", "written in plain digits, "),
            ("9" * 300, r"less than 10\*\*38 minor units of 0\.01, got '999"),
            ("0" * 300 + "3", "written in at most 300 characters, got '000"),
            ("3." + "0" * 299, r"written in at most 300 characters, got '3\.000"),
            ("5" * 10_000_000, "written in at most 300 characters, got '555"),
            (10**36, r"less than 10\*\*38 minor units of 0\.01, got 1000000000000000000000000000000000000"),
            ("1" + "0" * 40, r"less than 10\*\*38 minor units of 0\.01, got '1"),
            (Decimal("1E+40"), r"less than 10\*\*38 minor units of 0\.01, got Decimal\('1E\+40'\)"),
            (Decimal("1E+999999"), r"less than 10\*\*38 minor units of 0\.01, got Decimal\('1E\+999999'\)"),
            ("", "written in plain digits, .* got ''"),
            (" 5", "written in plain digits, .* got ' 5'"),
            ("5\n", r"written in plain digits, .* got '5\\n'"),
            ("5.", r"written in plain digits, .* got '5\.'"),
            (".5", r"written in plain digits, .* got '\.5'"),
            ("5e6", "written in plain digits, .* got '5e6'"),
            ("+5", r"written in plain digits, .* got '\+5'"),
            ("5_000", "written in plain digits, .* got '5_000'"),
            ("5,000", "written in plain digits, .* got '5,000'"),
            ("5'000", 'written in plain digits, .* got "5\'000"'),
            ("٥", "written in plain digits, .* got '٥'"),
            ("５", "written in plain digits, .* got '５'"),
        ],
    )
    def test_no_amount(self, total: Any, message: str) -> None:
        for remainder in Remainder:
            with pytest.raises(tri.InvalidValueError, match=f"^the total in USD must be {message}"):
                tri.assess(total, currency="USD", fiscal_year=2026, remainder=remainder)

    @pytest.mark.parametrize("total", [5.0, float("nan"), True, False, None, b"5", Fraction(5), [5], 5j])
    def test_no_type_of_an_amount(self, total: Any) -> None:
        message = "^the total in USD must be a decimal.Decimal, an int or a str of plain digits.*, got "
        with pytest.raises(tri.WrongTypeError, match=message):
            tri.assess(total, currency="USD", fiscal_year=2026)

    @pytest.mark.parametrize("bits", [16_610, 10_000_001])
    def test_an_int_too_long_to_be_printed(self, bits: int) -> None:
        """It is refused at once: the digits of the longer one would take minutes."""
        huge = 1 << bits - 1
        how: Any = {"currency": "USD", "fiscal_year": 2026}
        got = rf"must be less than 2\*\*300, got <an integer of {bits} bits>$"
        with pytest.raises(tri.InvalidValueError, match=f"^the total in USD {got}"):
            tri.assess(huge, **how)
        with pytest.raises(tri.InvalidValueError, match=f"^quantum {got}"):
            tri.assess(3, **how, quantum=huge)

    def test_the_longest_text_of_an_amount(self) -> None:
        found = tri.assess("3." + "0" * 298, currency="USD", fiscal_year=2026)
        assert {str(part) for part in found.amounts.values()} == {"1.00"}
        assert tri.assess("0" * 299 + "3", currency="USD", fiscal_year=2026) == found

    def test_the_most_that_there_may_be(self) -> None:
        found = tri.assess(MOST, currency="KRW", fiscal_year=2026)
        assert {str(part) for part in found.amounts.values()} == {"3" * 38}
        with pytest.raises(tri.InvalidValueError, match=r"less than 10\*\*38 minor units of 1, got"):
            tri.assess(MOST + 1, currency="KRW", fiscal_year=2026)
        with pytest.raises(tri.InvalidValueError, match=r"less than 10\*\*38 minor units of 0\.05, got"):
            tri.assess(5 * 10**36, currency="XBT", fiscal_year=2026, quantum="0.05")

    def test_no_total_that_divides_beyond_the_most(self) -> None:
        """The error names only totals that can be assessed."""
        how: Any = {"currency": "KRW", "fiscal_year": 2026, "remainder": Remainder.REFUSE}
        with pytest.raises(
            tri.InvalidValueError, match=f"such as {MOST - 3} or {MOST}, or have another remainder, such as rotating"
        ):
            tri.assess(MOST - 1, **how)
        quarters = attrs.evolve(AGREEMENT_2010, shares=provision(frozenset({(CHINA, 2), (JAPAN, 1), (KOREA, 1)})))
        message = f"^the total in KRW must be divisible by the shares, such as {MOST - 3}, or have another remainder, "
        with pytest.raises(tri.InvalidValueError, match=message):
            tri.assess(MOST, **how, agreement=quarters)
        assert divides(MOST - 3, quarters)
        assert tri.assess(MOST - 3, **how, agreement=quarters).odd_units == {}

    @pytest.mark.parametrize(
        ("currency", "message"),
        [
            (
                "XYZ",
                r"a code of ISO 4217, such as 'USD', or that of any other currency together with its minor unit, .* got 'XYZ'",
            ),
            ("", "a code of ISO 4217, .* got ''"),
            (" ", "a code of ISO 4217, .* got ' '"),
            ("$", r"a code of ISO 4217, .* got '\$'"),
            (" USD", "a code of ISO 4217, .* got ' USD'"),
            ("usd", "written 'USD', got 'usd'"),
            ("Krw", "written 'KRW', got 'Krw'"),
        ],
    )
    def test_an_unknown_currency(self, currency: str, message: str) -> None:
        with pytest.raises(tri.InvalidValueError, match=f"^currency must be {message}$"):
            tri.assess(5, currency=currency, fiscal_year=2026)

    @pytest.mark.parametrize(
        ("currency", "message"),
        [
            ("usd", "written 'USD'"),
            ("xau", "written 'XAU'"),
            ("", "a code of"),
            (" \t", "a code of"),
            (" XBT", "a code of"),
            ("XBT ", "a code of"),
            ("XBT\n", "a code of"),
            ("X\nBT", "a code of"),
        ],
    )
    def test_no_currency_even_with_a_quantum(self, currency: str, message: str) -> None:
        with pytest.raises(tri.InvalidValueError, match=f"^currency must be {message}"):
            tri.assess(5, currency=currency, fiscal_year=2026, quantum="0.01")

    @pytest.mark.parametrize("currency", [None, 840, b"USD", ["USD"]])
    def test_no_type_of_a_currency(self, currency: Any) -> None:
        with pytest.raises(tri.WrongTypeError, match=rf"^currency must be a str, such as 'USD', {got(currency)}"):
            tri.assess(5, currency=currency, fiscal_year=2026)

    @pytest.mark.parametrize(
        ("quantum", "message"),
        [
            (0, "more than 0, got 0"),
            ("0.00", r"more than 0, got '0\.00'"),
            (-1, ".*0.*, got -1"),
            (Decimal("NaN"), r"a finite amount, got Decimal\('NaN'\)"),
            (Decimal("Infinity"), r"a finite amount, got Decimal\('Infinity'\)"),
            ("cent", "written in plain digits, .* got 'cent'"),
            (10**38, "written with at most 38 digits and decimals, got 1"),
            (10**38 + 1, "written with at most 38 digits and decimals, got 1"),
            ("1." + "1" * 38, r"written with at most 38 digits and decimals, got '1\.1"),
            ("0." + "1" * 39, r"written with at most 38 digits and decimals, got '0\.1"),
            (Decimal(f"{'9' * 20}.{'9' * 19}"), "written with at most 38 digits and decimals, got Decimal"),
            (Decimal("1E-39"), "written with at most 38 digits and decimals, got Decimal"),
            (Decimal("1E+999999"), "written with at most 38 digits and decimals, got Decimal"),
        ],
    )
    def test_no_quantum(self, quantum: Any, message: str) -> None:
        with pytest.raises(tri.InvalidValueError, match=f"^quantum must be {message}"):
            tri.assess(5, currency="XBT", fiscal_year=2026, quantum=quantum)

    @pytest.mark.parametrize("quantum", [0.01, True, b"1", [1]])
    @pytest.mark.parametrize("currency", ["XBT", "USD"])
    def test_no_type_of_a_quantum(self, currency: str, quantum: Any) -> None:
        message = "^quantum must be a decimal.Decimal, an int or a str of plain digits.*, got "
        with pytest.raises(tri.WrongTypeError, match=message):
            tri.assess(5, currency=currency, fiscal_year=2026, quantum=quantum)

    def test_no_quantum_of_what_iso_4217_lists_without_one(self) -> None:
        message = "^quantum must be given, as ISO 4217 knows no minor unit of XAU, got None$"
        with pytest.raises(tri.InvalidValueError, match=message) as caught:
            tri.assess(5, currency="XAU", fiscal_year=2026)
        assert (caught.value.what, caught.value.got) == ("quantum", "None")

    @pytest.mark.parametrize("remainder", ["rotating", "ROTATING", None, 0])
    def test_no_remainder(self, remainder: Any) -> None:
        message = rf"^remainder must be a Remainder, such as Remainder\.ROTATING, {got(remainder)}"
        with pytest.raises(tri.WrongTypeError, match=message):
            tri.assess(5, currency="USD", fiscal_year=2026, remainder=remainder)

    def test_no_host(self) -> None:
        law = attrs.evolve(AGREEMENT_2010, host=None)
        message = r"^remainder must be another one, as the agreement names no host, got Remainder\.HOST$"
        with pytest.raises(tri.InvalidValueError, match=message):
            tri.assess(3, currency="USD", fiscal_year=2026, agreement=law, remainder=Remainder.HOST)

    def test_no_agreement_and_no_record(self) -> None:
        nothing: Any = {}
        with pytest.raises(tri.WrongTypeError, match=r"^agreement must be an Agreement, such as AGREEMENT_2010, got {}"):
            tri.assess(3, currency="USD", fiscal_year=2026, agreement=nothing)
        with pytest.raises(tri.WrongTypeError, match=r"^record must be a Record, such as record\(\), got {}"):
            tri.assess(3, currency="USD", fiscal_year=2026, record=nothing)
