"""Which share each member bears, who bears odd units, and how whole units are split: for any members and any weights."""

import datetime as dt
from collections.abc import Hashable, Iterator
from fractions import Fraction
from typing import Any, NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.rules.messages import got
from tests.rules.test_agreement import provision
from tests.strategies import HYPOTHESIS

from trilateral import AGREEMENT_2010, InvalidValueError, MemberState, Remainder, WrongTypeError, rules

amounts = st.integers(0, 10**40)
numbers = st.integers(1, 12)
weights = st.lists(st.integers(1, 10**6), min_size=1, max_size=12).map(tuple)
members: st.SearchStrategy[Hashable] = st.text(max_size=3) | st.integers() | st.dates() | st.tuples(st.text(max_size=1))
orders = st.lists(members, min_size=1, max_size=8, unique=True).map(tuple)
years = st.integers(1, 9000)

NO_WHOLE_NUMBERS = [None, "7", True, False, 1.0, Fraction(7)]
NO_AGREEMENTS: list[Any] = [None, "2010", {}]


def exact(units: int, by: tuple[int, ...]) -> list[Fraction]:
    """The exact share of each part."""
    return [Fraction(units * weight, sum(by)) for weight in by]


def agreement_of(order: tuple[Any, ...], by: tuple[int, ...], *, later: tuple[Any, ...] = (), host: Any = None) -> Any:
    """An agreement between any members, with a weight each, maybe with a host, and maybe with another order from board 2 on."""
    return rules.Agreement(
        members=provision(frozenset(order)),
        first_day=provision(dt.date(2024, 7, 1)),
        orders=(provision(order), *([provision(later, 2)] if later else [])),
        term_lengths=(provision(6),),
        shares=provision(frozenset(zip(order, by, strict=True))),
        composition=HYPOTHESIS,
        nomination=HYPOTHESIS,
        appointment=HYPOTHESIS,
        host=None if host is None else provision(host),
    )


class Body(NamedTuple):
    """An agreement between any members, and what it was made of."""

    law: Any
    order: tuple[Any, ...]
    by: tuple[int, ...]
    host: Any

    def exact(self, units: int) -> dict[Any, Fraction]:
        """The exact share of each member."""
        return dict(zip(self.order, exact(units, self.by), strict=True))

    def divides(self, units: int) -> bool:
        """Whether a number of units divides by the shares."""
        return all(share.denominator == 1 for share in exact(units, self.by))

    def rank(self, units: int, first: Any) -> dict[Any, tuple[Fraction, int]]:
        """How much each member loses by rounding down, and of equal ones who comes first from ``first`` on: highest first."""
        size, begin = len(self.order), self.order.index(first)
        turns = {self.order[(begin + at) % size]: -at for at in range(size)}
        return {member: (share % 1, turns[member]) for member, share in self.exact(units).items()}


@st.composite
def bodies(draw: st.DrawFn, *, equal: bool = False) -> Body:
    """Agreements of one to eight members of any kind, with any weights, hosted by one of them, with a later order too."""
    order = draw(orders)
    weight = st.integers(1, 9) | st.integers(1, 10**6)
    by = (draw(weight),) * len(order) if equal else tuple(draw(weight) for _ in order)
    host = draw(st.sampled_from(order))
    return Body(agreement_of(order, by, later=tuple(draw(st.permutations(order))), host=host), order, by, host)


class TestSplit:
    """Equal shares: the units left over go one each to the first parts."""

    @pytest.mark.parametrize(
        ("units", "number", "parts"),
        [
            (0, 3, (0, 0, 0)),
            (1, 3, (1, 0, 0)),
            (2, 3, (1, 1, 0)),
            (3, 3, (1, 1, 1)),
            (100, 3, (34, 33, 33)),
            (500_000_001, 3, (166_666_667, 166_666_667, 166_666_667)),
            (500_000_000, 3, (166_666_667, 166_666_667, 166_666_666)),
            (7, 1, (7,)),
            (2, 5, (1, 1, 0, 0, 0)),
            (10**40, 3, (3_333_333_333_333_333_333_333_333_333_333_333_333_334, *[(10**40 - 1) // 3] * 2)),
        ],
    )
    def test_is_worked_out_by_hand(self, units: int, number: int, parts: tuple[int, ...]) -> None:
        assert rules.split(units, number) == parts

    @given(amounts, numbers)
    def test_adds_up(self, units: int, number: int) -> None:
        """Issue 4: parts sum to the whole; with equal shares, parts differ by at most one unit."""
        parts = rules.split(units, number)
        assert len(parts) == number
        assert sum(parts) == units
        assert max(parts) - min(parts) <= 1
        assert list(parts) == sorted(parts, reverse=True)

    @pytest.mark.parametrize("units", NO_WHOLE_NUMBERS)
    def test_counts_units_in_whole_numbers(self, units: Any) -> None:
        with pytest.raises(WrongTypeError, match=rf"^units must be an int, such as 3, {got(units)}"):
            rules.split(units, 3)
        with pytest.raises(WrongTypeError, match=rf"^units must be an int, such as 3, {got(units)}"):
            rules.apportion(units, (1, 1))

    @pytest.mark.parametrize("number", NO_WHOLE_NUMBERS)
    def test_counts_parts_in_whole_numbers(self, number: Any) -> None:
        with pytest.raises(WrongTypeError, match=rf"^the number of parts must be an int, such as 3, {got(number)}"):
            rules.split(7, number)

    def test_has_no_debts(self) -> None:
        with pytest.raises(InvalidValueError, match=r"^units must be 0 or more, got -1$"):
            rules.split(-1, 3)
        with pytest.raises(InvalidValueError, match=r"^units must be 0 or more, got -1$"):
            rules.apportion(-1, (1, 1))

    @pytest.mark.parametrize("number", [0, -3])
    def test_has_at_least_one_part(self, number: int) -> None:
        with pytest.raises(InvalidValueError, match=f"^the number of parts must be 1 or more, got {number}$"):
            rules.split(7, number)


class TestApportion:
    """Shares by weights: each is rounded down, and the units left over go by largest remainder, or to one bearer."""

    @pytest.mark.parametrize(
        ("units", "by", "parts"),
        [
            (100, (3, 2, 1), (50, 33, 17)),  # 50, 33 1/3, 16 2/3
            (101, (3, 2, 1), (50, 34, 17)),  # 50 1/2, 33 2/3, 16 5/6: the last two are the largest
            (10, (1, 1, 1, 1), (3, 3, 2, 2)),  # all remainders are equal, so the first ones bear
            (1, (1, 2, 2), (0, 1, 0)),  # 1/5, 2/5, 2/5: of the equal ones the first bears
            (0, (5, 3), (0, 0)),
            (7, (4,), (7,)),
        ],
    )
    def test_by_largest_remainder_is_worked_out_by_hand(self, units: int, by: tuple[int, ...], parts: tuple[int, ...]) -> None:
        assert rules.apportion(units, by) == parts

    @pytest.mark.parametrize(
        ("units", "by", "bearer", "parts"),
        [
            (101, (1, 1, 1), 0, (35, 33, 33)),
            (101, (1, 1, 1), 2, (33, 33, 35)),
            (101, (3, 2, 1), 0, (52, 33, 16)),
            (102, (3, 2, 1), 0, (51, 34, 17)),
        ],
    )
    def test_to_one_bearer_is_worked_out_by_hand(
        self, units: int, by: tuple[int, ...], bearer: int, parts: tuple[int, ...]
    ) -> None:
        assert rules.apportion(units, by, bearer=bearer) == parts

    @given(amounts, weights)
    def test_adds_up(self, units: int, by: tuple[int, ...]) -> None:
        """Issue 4: parts sum to the whole; each is within one unit of its exact share."""
        parts = rules.apportion(units, by)
        assert len(parts) == len(by)
        assert sum(parts) == units
        assert all(abs(part - share) < 1 for part, share in zip(parts, exact(units, by), strict=True))

    @given(amounts, weights)
    def test_lets_the_largest_remainders_bear_and_of_equal_ones_the_first(self, units: int, by: tuple[int, ...]) -> None:
        """Issue 4: unequal shares go by largest remainder, ties by the stated order."""
        shares = exact(units, by)
        parts = rules.apportion(units, by)
        standing = [(share - int(share), -at) for at, share in enumerate(shares)]
        borne = [rank for rank, part, share in zip(standing, parts, shares, strict=True) if part > share]
        spared = [rank for rank, part, share in zip(standing, parts, shares, strict=True) if part <= int(share)]
        assert len(borne) + len(spared) == len(by)
        assert not borne or min(borne) > max(spared)

    @given(amounts, weights, st.data())
    def test_to_one_bearer_rounds_all_others_down(self, units: int, by: tuple[int, ...], data: st.DataObject) -> None:
        """Issue 4: all odd units go to the host, so only its part may be more than one unit above its share."""
        bearer = data.draw(st.integers(0, len(by) - 1))
        parts = list(rules.apportion(units, by, bearer=bearer))
        assert sum(parts) == units
        down = [int(share) for share in exact(units, by)]
        assert parts[:bearer] + parts[bearer + 1 :] == down[:bearer] + down[bearer + 1 :]
        assert parts[bearer] >= down[bearer]

    @given(amounts, numbers, st.integers(1, 10**6))
    def test_by_equal_weights_is_split(self, units: int, number: int, weight: int) -> None:
        """Issue 4: with equal shares, parts differ by at most one unit, whatever the weight that is equal."""
        parts = rules.apportion(units, [weight] * number)
        assert parts == rules.split(units, number)
        assert max(parts) - min(parts) <= 1

    @given(st.integers(0, 10**30), weights)
    def test_of_a_budget_raised_by_half_raises_every_part_by_half(self, unit: int, by: tuple[int, ...]) -> None:
        """Rule 36: a budget change scales every share alike; in 2013 the budget rose by half, and so did each share."""
        before = rules.apportion(2 * unit * sum(by), by)
        after = rules.apportion(3 * unit * sum(by), by)
        assert [2 * part for part in after] == [3 * part for part in before]
        assert [Fraction(part, 2) for part in before] == [unit * weight for weight in by]

    @given(amounts, orders, years, years)
    def test_in_turn_evens_out(self, units: int, order: tuple[Any, ...], first: int, year: int) -> None:
        """Issue 4: *n* equal consecutive years even out for *n* members."""
        borne = dict.fromkeys(order, 0)
        for each in range(year, year + len(order)):
            in_turn = rules.order_from(order, rules.turn(order, each, first=first))
            for member, part in zip(in_turn, rules.apportion(units, [1] * len(order)), strict=True):
                borne[member] += part
        assert set(borne.values()) == {units}

    @pytest.mark.parametrize("by", [None, 3, {1, 2}, {1: 2}, iter((1, 2))])
    def test_needs_a_sequence_of_weights(self, by: Any) -> None:
        with pytest.raises(WrongTypeError, match=rf"^weights must be a sequence of ints, such as \(1, 1, 1\), {got(by)}"):
            rules.apportion(7, by)

    @pytest.mark.parametrize("by", [(), []])
    def test_needs_a_weight(self, by: Any) -> None:
        with pytest.raises(InvalidValueError, match=rf"^weights must be at least one weight, {got(by)}"):
            rules.apportion(7, by)

    @pytest.mark.parametrize("weight", NO_WHOLE_NUMBERS)
    def test_weighs_in_whole_numbers(self, weight: Any) -> None:
        with pytest.raises(WrongTypeError, match=rf"^a weight must be an int, such as 3, {got(weight)}"):
            rules.apportion(7, (1, weight))

    @pytest.mark.parametrize("weight", [0, -1])
    def test_weighs_nobody_as_nothing(self, weight: int) -> None:
        with pytest.raises(InvalidValueError, match=f"^a weight must be 1 or more, got {weight}$"):
            rules.apportion(7, (1, weight))

    @pytest.mark.parametrize("bearer", ["KOR", True, 1.0])
    def test_names_the_bearer_by_its_index(self, bearer: Any) -> None:
        with pytest.raises(WrongTypeError, match=rf"^bearer must be an int, such as 3, {got(bearer)}"):
            rules.apportion(7, (1, 1), bearer=bearer)

    @pytest.mark.parametrize(("bearer", "expected"), [(-1, "0 or more"), (2, "the index of one of 2 parts")])
    def test_knows_only_its_parts(self, bearer: int, expected: str) -> None:
        with pytest.raises(InvalidValueError, match=f"^bearer must be {expected}, got {bearer}$"):
            rules.apportion(7, (1, 1), bearer=bearer)


class TestShares:
    """Each member bears the part that its weight is of all weights."""

    def test_are_thirds_between_the_three(self) -> None:
        third = Fraction(1, 3)
        shares = rules.shares(AGREEMENT_2010)
        assert shares.fractions == {MemberState.KOREA: third, MemberState.JAPAN: third, MemberState.CHINA: third}
        assert shares.grounds.citations == AGREEMENT_2010.shares.citations
        assert repr(shares) == "<Shares KOR 1/3 JPN 1/3 CHN 1/3>"

    def test_follow_the_weights_of_others_in_rotation_order(self) -> None:
        shares = rules.shares(agreement_of(("B", "A", "C"), (4, 1, 1)))
        assert shares.weights == (("B", 4), ("A", 1), ("C", 1))
        assert list(shares.fractions.items()) == [("B", Fraction(2, 3)), ("A", Fraction(1, 6)), ("C", Fraction(1, 6))]
        assert repr(shares) == "<Shares B 2/3 A 1/6 C 1/6>"

    @given(bodies())
    def test_sum_to_one(self, body: Body) -> None:
        """Issue 4: exact fractions, summing to one, for any number of members and unequal shares."""
        fractions = rules.shares(body.law).fractions
        assert tuple(fractions) == body.order
        assert sum(fractions.values()) == 1
        assert fractions == body.exact(1)

    @pytest.mark.parametrize("agreement", NO_AGREEMENTS)
    def test_are_those_of_an_agreement(self, agreement: Any) -> None:
        with pytest.raises(WrongTypeError, match=rf"^agreement must be an Agreement, such as AGREEMENT_2010, {got(agreement)}"):
            rules.shares(agreement)


class TestDivisor:
    """The least number of units that the shares divide without a remainder."""

    @pytest.mark.parametrize(
        ("by", "least"),
        [
            ((1, 1, 1), 3),
            ((5, 5, 5), 3),
            ((4, 1, 1), 6),
            ((8, 4, 4), 4),
            ((2, 3), 5),
            ((7,), 1),
            ((1,) * 8, 8),
            ((6, 10, 15), 31),
        ],
    )
    def test_is_worked_out_by_hand(self, by: tuple[int, ...], least: int) -> None:
        assert rules.divisor(agreement_of(tuple("ABCDEFGH"[: len(by)]), by)) == least

    @given(bodies(), st.integers(0, 10**6))
    def test_divides_and_so_do_its_multiples(self, body: Body, times: int) -> None:
        least = rules.divisor(body.law)
        assert least >= 1
        assert body.divides(least * times)

    @given(bodies(), amounts)
    def test_divides_whatever_divides(self, body: Body, units: int) -> None:
        """So nothing less divides."""
        assert body.divides(units) == (units % rules.divisor(body.law) == 0)

    @given(st.lists(st.integers(1, 9), min_size=1, max_size=8).map(tuple))
    def test_is_the_least(self, by: tuple[int, ...]) -> None:
        body = Body(agreement_of(tuple(range(len(by))), by), tuple(range(len(by))), by, None)
        assert rules.divisor(body.law) == next(units for units in range(1, sum(by) + 1) if body.divides(units))

    @pytest.mark.parametrize("agreement", NO_AGREEMENTS)
    def test_is_that_of_an_agreement(self, agreement: Any) -> None:
        with pytest.raises(WrongTypeError, match=rf"^agreement must be an Agreement, such as AGREEMENT_2010, {got(agreement)}"):
            rules.divisor(agreement)


class TestBearers:
    """Who bears the odd units of a year."""

    @pytest.mark.parametrize(
        ("year", "by_turn"), [(1, "NESW"), (2, "ESWN"), (3, "SWNE"), (4, "WNES"), (5, "NESW"), (10**40 + 2, "ESWN")]
    )
    def test_take_turns(self, year: int, by_turn: str) -> None:
        council = agreement_of(tuple("NESW"), (1, 2, 3, 4), later=tuple("WSEN"), host="S")
        assert rules.bearers(council, year=year) == tuple(by_turn)
        assert rules.bearers(council, year=year, remainder=Remainder.ROTATING, leader="W") == tuple(by_turn)
        assert rules.bearers(council, year=year, remainder=Remainder.SECRETARY_GENERAL, leader="W") == tuple("WNES")
        assert rules.bearers(council, year=year, remainder=Remainder.HOST) == ("S",)
        assert rules.bearers(council, year=year, remainder=Remainder.REFUSE) == ()

    @given(bodies(), years)
    def test_are_each_first_once_in_as_many_years_as_there_are_members(self, body: Body, year: int) -> None:
        in_turn = [rules.bearers(body.law, year=each) for each in range(year, year + len(body.order))]
        assert {bearers[0] for bearers in in_turn} == set(body.order)
        assert all(sorted(map(body.order.index, bearers)) == list(range(len(body.order))) for bearers in in_turn)

    @given(bodies(), years, st.data())
    def test_follow_the_order_with_which_the_rotation_began(self, body: Body, year: int, data: st.DataObject) -> None:
        """One order for all remainders, whatever order may have come later."""
        leader = data.draw(st.sampled_from(body.order))
        alone = agreement_of(body.order, body.by, host=body.host)
        for remainder in Remainder:
            how: Any = {"year": year, "remainder": remainder, "leader": leader}
            assert rules.bearers(body.law, **how) == rules.bearers(alone, **how)
        led = rules.bearers(body.law, year=year, remainder=Remainder.SECRETARY_GENERAL, leader=leader)
        assert led[0] == leader
        assert led in {rules.bearers(body.law, year=each) for each in range(1, len(body.order) + 1)}

    @pytest.mark.parametrize("agreement", NO_AGREEMENTS)
    def test_are_those_of_an_agreement(self, agreement: Any) -> None:
        with pytest.raises(WrongTypeError, match=rf"^agreement must be an Agreement, such as AGREEMENT_2010, {got(agreement)}"):
            rules.bearers(agreement, year=1)

    @pytest.mark.parametrize("remainder", Remainder)
    @pytest.mark.parametrize("year", NO_WHOLE_NUMBERS)
    def test_count_years_in_whole_numbers(self, year: Any, remainder: Remainder) -> None:
        with pytest.raises(WrongTypeError, match=rf"^year must be an int, such as 3, {got(year)}"):
            rules.bearers(AGREEMENT_2010, year=year, remainder=remainder, leader=MemberState.KOREA)

    @pytest.mark.parametrize("remainder", Remainder)
    @pytest.mark.parametrize("year", [0, -1])
    def test_count_years_from_1(self, year: int, remainder: Remainder) -> None:
        with pytest.raises(InvalidValueError, match=f"^year must be 1 or more, got {year}$"):
            rules.bearers(AGREEMENT_2010, year=year, remainder=remainder, leader=MemberState.KOREA)

    @pytest.mark.parametrize("remainder", [None, "rotating", 1, Remainder])
    def test_are_chosen_by_a_remainder(self, remainder: Any) -> None:
        with pytest.raises(
            WrongTypeError, match=rf"^remainder must be a Remainder, such as Remainder\.ROTATING, {got(remainder)}"
        ):
            rules.bearers(AGREEMENT_2010, year=1, remainder=remainder)

    def test_begin_with_the_leader_only_if_there_is_one(self) -> None:
        with pytest.raises(InvalidValueError, match=r"^leader must be a member, for that remainder, got None$") as caught:
            rules.bearers(AGREEMENT_2010, year=1, remainder=Remainder.SECRETARY_GENERAL)
        assert caught.value.got == "None"

    def test_begin_with_the_leader_only_if_it_is_a_member(self) -> None:
        council = agreement_of(("N", "S"), (1, 1))
        with pytest.raises(InvalidValueError, match=r"^a member must be one of 'N', 'S', got 'E'$"):
            rules.bearers(council, year=1, remainder=Remainder.SECRETARY_GENERAL, leader="E")

    def test_are_not_the_host_where_the_law_names_none(self) -> None:
        message = r"^remainder must be another one, as the agreement names no host, got Remainder\.HOST$"
        with pytest.raises(InvalidValueError, match=message):
            rules.bearers(agreement_of(("N", "S"), (1, 1)), year=1, remainder=Remainder.HOST)


class TestPortions:
    """Whole units split by the shares of an agreement; the odd ones are borne by whom the caller says."""

    @pytest.mark.parametrize(
        ("units", "by", "bearers", "portions"),
        [
            (101, (1, 1, 1), "KJC", (34, 34, 33)),
            (101, (1, 1, 1), "CKJ", (34, 33, 34)),
            (101, (2, 2, 2), "CKJ", (34, 33, 34)),
            (101, (1, 1, 1), "J", (33, 35, 33)),
            (102, (1, 1, 1), "", (34, 34, 34)),
            (100, (1, 1, 4), "JCK", (16, 17, 67)),  # 16 2/3, 16 2/3, 66 2/3
            (98, (1, 1, 4), "KJC", (17, 16, 65)),  # 16 1/3, 16 1/3, 65 1/3
            (98, (1, 1, 4), "C", (16, 16, 66)),
            (96, (1, 1, 4), "", (16, 16, 64)),
            (0, (1, 1, 4), "K", (0, 0, 0)),
        ],
    )
    def test_are_worked_out_by_hand(self, units: int, by: tuple[int, ...], bearers: str, portions: tuple[int, ...]) -> None:
        law = agreement_of(("K", "J", "C"), by, later=("C", "J", "K"))
        found = rules.portions(law, units, bearers=tuple(bearers))
        assert list(found.items()) == list(zip("KJC", portions, strict=True))
        assert rules.portions(law, units, bearers=list(bearers)) == found

    @given(bodies(), amounts, years, st.sampled_from(Remainder), st.data())
    def test_add_up(self, body: Body, units: int, year: int, remainder: Remainder, data: st.DataObject) -> None:
        """Issue 4: parts sum to the whole, and each is within one unit of its exact share under all but ``host``."""
        leader = data.draw(st.sampled_from(body.order))
        bearers = rules.bearers(body.law, year=year, remainder=remainder, leader=leader)
        if remainder is Remainder.REFUSE and not body.divides(units):
            with pytest.raises(InvalidValueError, match=r"^units must be divisible by \d+, as the shares are"):
                rules.portions(body.law, units, bearers=bearers)
            return
        found, shares = rules.portions(body.law, units, bearers=bearers), body.exact(units)
        assert tuple(found) == body.order
        assert sum(found.values()) == units
        if remainder is Remainder.HOST:
            assert all(found[member] == int(share) for member, share in shares.items() if member != body.host)
        else:
            assert all(abs(found[member] - share) < 1 for member, share in shares.items())
        if body.divides(units):
            assert found == shares

    @given(bodies(), amounts, years, st.sampled_from([Remainder.ROTATING, Remainder.SECRETARY_GENERAL]), st.data())
    def test_let_every_bearer_outrank_every_other_member(
        self, body: Body, units: int, year: int, remainder: Remainder, data: st.DataObject
    ) -> None:
        """Whoever bears an odd unit loses more by rounding down than others, or as much as they and comes before them."""
        leader = data.draw(st.sampled_from(body.order))
        bearers = rules.bearers(body.law, year=year, remainder=remainder, leader=leader)
        found, shares = rules.portions(body.law, units, bearers=bearers), body.exact(units)
        turn = body.order[(year - 1) % len(body.order)]
        rank = body.rank(units, turn if remainder is Remainder.ROTATING else leader)
        borne = [rank[member] for member in found if found[member] > int(shares[member])]
        spared = [rank[member] for member in found if found[member] <= int(shares[member])]
        assert not borne or min(borne) > max(spared)

    @given(bodies(equal=True), amounts, years)
    def test_even_out(self, body: Body, units: int, year: int) -> None:
        """Issue 4: by equal shares parts differ by at most one unit, and *n* equal years even out for *n* members."""
        borne = dict.fromkeys(body.order, 0)
        for each in range(year, year + len(body.order)):
            found = rules.portions(body.law, units, bearers=rules.bearers(body.law, year=each))
            assert max(found.values()) - min(found.values()) <= 1
            borne = {member: before + found[member] for member, before in borne.items()}
        assert set(borne.values()) == {units}

    @given(bodies(), amounts, st.data())
    def test_let_one_alone_bear_all(self, body: Body, units: int, data: st.DataObject) -> None:
        """Issue 4: ``host``: all odd units to the host, and so to any one member."""
        alone = data.draw(st.sampled_from(body.order))
        found = rules.portions(body.law, units, bearers=(alone,))
        down = {member: int(share) for member, share in body.exact(units).items()}
        assert found == {**down, alone: units - sum(part for member, part in down.items() if member != alone)}

    def test_tell_what_does_not_divide(self) -> None:
        message = r"^units must be divisible by 6, as the shares are, or have a bearer, got 100$"
        with pytest.raises(InvalidValueError, match=message):
            rules.portions(agreement_of(tuple("KJC"), (1, 1, 4)), 100, bearers=())

    @given(bodies(), amounts)
    def test_say_by_what_they_must_divide(self, body: Body, units: int) -> None:
        """The least number of units that divides by the shares, and so every multiple of it."""
        if body.divides(units):
            return
        with pytest.raises(InvalidValueError, match=r"^units must be divisible by \d+, as the shares are") as raised:
            rules.portions(body.law, units, bearers=())
        step = next(int(word) for word in raised.value.expected.replace(",", "").split() if word.isdigit())
        assert step == rules.divisor(body.law)
        assert sum(rules.portions(body.law, units - units % step, bearers=()).values()) == units - units % step

    @pytest.mark.parametrize("agreement", NO_AGREEMENTS)
    def test_are_those_of_an_agreement(self, agreement: Any) -> None:
        with pytest.raises(WrongTypeError, match=rf"^agreement must be an Agreement, such as AGREEMENT_2010, {got(agreement)}"):
            rules.portions(agreement, 3, bearers=())

    @pytest.mark.parametrize("units", NO_WHOLE_NUMBERS)
    def test_count_units_in_whole_numbers(self, units: Any) -> None:
        with pytest.raises(WrongTypeError, match=rf"^units must be an int, such as 3, {got(units)}"):
            rules.portions(AGREEMENT_2010, units, bearers=tuple(MemberState))

    def test_have_no_debts(self) -> None:
        with pytest.raises(InvalidValueError, match=r"^units must be 0 or more, got -1$"):
            rules.portions(AGREEMENT_2010, -1, bearers=())

    def test_take_a_sequence_of_bearers(self) -> None:
        members = tuple(MemberState)
        iterator: Iterator[MemberState] = iter(members)
        nothings: list[Any] = [None, MemberState.KOREA, set(members), dict.fromkeys(members, 1), iterator]
        for bearers in nothings:
            with pytest.raises(
                WrongTypeError, match=rf"^bearers must be a sequence of members, such as a tuple, {got(bearers)}"
            ):
                rules.portions(AGREEMENT_2010, 3, bearers=bearers)

    @pytest.mark.parametrize("bearers", ["NE", "NES", "NESX", "X", "NNES", "NN", "NESWN", "NESWX"])
    def test_are_borne_by_all_by_one_or_by_none(self, bearers: str) -> None:
        """Not by some, by strangers, or by one twice; also where the units divide."""
        council = agreement_of(tuple("NESW"), (1, 1, 1, 1))
        for units in (4, 5):
            with pytest.raises(InvalidValueError, match=rf"^bearers must be every member, one, or none, {got(tuple(bearers))}"):
                rules.portions(council, units, bearers=tuple(bearers))

    @given(bodies())
    def test_are_never_borne_by_one_twice(self, body: Body) -> None:
        for bearers in (body.order * 2, (body.host,) * len(body.order)):
            if len(bearers) > 1:
                with pytest.raises(InvalidValueError, match=r"^bearers must be every member, one, or none, got "):
                    rules.portions(body.law, 7, bearers=bearers)
