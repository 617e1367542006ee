"""Whose turn it is, for any members."""

from typing import Any, cast

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.rules.messages import got

from trilateral import InvalidValueError, WrongTypeError
from trilateral.rules import order_from, turn

orders = st.lists(st.text(max_size=3), min_size=1, max_size=8, unique=True).map(tuple)


class TestRotation:
    """A rotation is a cyclic order and its start: board n is led by ``(KOR, JPN, CHN)[(n-1) % 3]``."""

    @given(orders, st.integers(1, 10**6))
    def test_has_the_period_of_its_members(self, order: tuple[str, ...], number: int) -> None:
        assert turn(order, number) == turn(order, number + len(order))

    @given(orders, st.integers(1, 10**6), st.integers(1, 10**6))
    def test_lets_every_member_lead_once_in_each_round(self, order: tuple[str, ...], number: int, first: int) -> None:
        assert {turn(order, number + step, first=first) for step in range(len(order))} == set(order)

    @given(orders, st.integers(1, 10**6))
    def test_begins_with_its_first_member(self, order: tuple[str, ...], first: int) -> None:
        assert turn(order, first, first=first) == order[0]

    @given(orders, st.data())
    def test_can_be_told_from_any_member_on(self, order: tuple[str, ...], data: st.DataObject) -> None:
        number = data.draw(st.integers(1, 100))
        told = order_from(order, turn(order, number))
        assert told == tuple(turn(order, number + step) for step in range(len(order)))

    def test_needs_members(self) -> None:
        with pytest.raises(InvalidValueError, match=r"^an order must be at least one member, got an empty one$"):
            turn((), 1)

    @pytest.mark.parametrize("order", [None, 7, {"KOR"}])
    def test_is_an_order(self, order: Any) -> None:
        with pytest.raises(WrongTypeError, match=rf"an order must be a sequence of members, such as a tuple, {got(order)}"):
            turn(order, 1)
        with pytest.raises(WrongTypeError, match=rf"an order must be a sequence of members, such as a tuple, {got(order)}"):
            order_from(order, "KOR")

    @pytest.mark.parametrize("number", [None, "7", True, 1.0])
    def test_counts_turns_in_whole_numbers(self, number: Any) -> None:
        with pytest.raises(WrongTypeError, match=rf"the number of a turn must be an int, such as 7, {got(number)}"):
            turn(("KOR", "JPN"), number)
        with pytest.raises(WrongTypeError, match=rf"the number of a turn must be an int, such as 7, {got(number)}"):
            turn(("KOR", "JPN"), 1, first=number)

    def test_knows_only_its_members(self) -> None:
        with pytest.raises(InvalidValueError, match="a member must be one of 'KOR', 'JPN', got 'USA'"):
            order_from(("KOR", "JPN"), "USA")
        with pytest.raises(InvalidValueError, match="a member must be one of 'a', 'b', got 1"):
            order_from("ab", cast(Any, 1))
