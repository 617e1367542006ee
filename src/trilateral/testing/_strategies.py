"""Hypothesis strategies: days, agreements, boards, and rosters that are valid or that break one rule."""

from collections.abc import Sequence
from datetime import date
from itertools import permutations
from typing import Any, Final, TypeVar

import attr

from trilateral._queries.boards import board
from trilateral._record.law import AGREEMENT_2010
from trilateral._values.boards import Board
from trilateral._values.sources import Citation, CitationKind, Confidence
from trilateral._values.states import MemberState
from trilateral.errors import InvalidValueError, shown
from trilateral.rules import Agreement, Provision
from trilateral.testing._breaking import BREAKING
from trilateral.testing._writing import Choose, Table, lawful

try:
    from hypothesis import strategies as st
except ModuleNotFoundError as missing:
    raise ModuleNotFoundError(
        "the strategies need the extra \"testing\": pip install 'trilateral[testing]'", name=missing.name
    ) from missing

__all__ = ["agreements", "boards", "broken_rosters", "days", "rosters"]

T = TypeVar("T")

_FIRST_DAY: Final = date(2011, 9, 1)
_LAST_DAY: Final = date(2100, 12, 31)
_NUMBERS: Final = range(1, 41)
_INVENTED: Final = (Citation(statement="Drawn for a test.", kind=CitationKind.HYPOTHESIS, confidence=Confidence.ASSUMED),)


def days(*, first: date = _FIRST_DAY, last: date = _LAST_DAY) -> st.SearchStrategy[date]:
    """Return a strategy of days on which there is a board.

    Args:
        first: The first day that may be drawn.
        last: The last day that may be drawn.

    Example:
        >>> from hypothesis import given
        >>> from trilateral import board_on
        >>> @given(days())
        ... def some_board_serves(day):
        ...     assert day in board_on(day).term
        >>> some_board_serves()
    """
    return st.dates(first, last)


def agreements() -> st.SearchStrategy[Agreement[MemberState]]:
    """Return a strategy of lawful agreements between the member states.

    Any order and any length, changing at any boards, any shares, and any host or none.

    Example:
        >>> from hypothesis import given
        >>> from trilateral import composition
        >>> @given(agreements())
        ... def each_state_has_one_seat(law):
        ...     first = composition(1, agreement=law)
        ...     assert {first.secretary_general, *first.deputies} == set(MemberState)
        >>> each_state_has_one_seat()
    """
    return _agreements()


@st.composite
def _agreements(draw: st.DrawFn) -> Agreement[MemberState]:
    def provisions(values: st.SearchStrategy[Any]) -> tuple[Provision[Any], ...]:
        later = draw(st.sets(st.integers(2, 12), max_size=2))
        return tuple(Provision(value=draw(values), since_board=since, citations=_INVENTED) for since in (1, *sorted(later)))

    return attr.evolve(
        AGREEMENT_2010,
        orders=provisions(st.sampled_from(list(permutations(MemberState)))),
        term_lengths=provisions(st.integers(1, 120)),
        shares=Provision(
            value=frozenset((state, draw(st.integers(1, 9))) for state in sorted(MemberState, key=lambda each: each.value)),
            citations=_INVENTED,
        ),
        host=draw(
            st.sampled_from([AGREEMENT_2010.host, None, *(Provision(value=s, citations=_INVENTED) for s in MemberState)])
        ),
    )


def boards(*, agreement: Agreement[MemberState] | None = None) -> st.SearchStrategy[Board]:
    """Return a strategy of single boards, recorded and projected.

    Args:
        agreement: The law; by default that of the record.

    Example:
        >>> from hypothesis import given
        >>> @given(boards())
        ... def the_secretary_general_comes_first(board):
        ...     assert board.seats == (board.secretary_general, *board.deputies)
        >>> the_secretary_general_comes_first()
    """
    return st.sampled_from(_NUMBERS).map(lambda number: board(number, agreement=agreement))


def rosters(*, agreement: Agreement[MemberState] | None = None) -> st.SearchStrategy[Table]:
    """Return a strategy of valid roster documents, as plain data.

    They have at least one board and consecutive numbers, are written in any lawful way, and name holders whom the record
    cannot confirm. `check_roster` has no errors and no warnings for them, only notes.

    Args:
        agreement: The law under which they are valid; by default that of the record.

    Example:
        >>> from hypothesis import given
        >>> from trilateral import check_roster
        >>> @given(rosters())
        ... def each_is_valid(roster):
        ...     assert check_roster(roster).ok
        >>> each_is_valid()
    """

    @st.composite
    def valid(draw: st.DrawFn) -> Table:
        return lawful(_drawing(draw), _NUMBERS, agreement=agreement, most=4, named=True)

    return valid()


def broken_rosters(code: str, /) -> st.SearchStrategy[Any]:
    """Return a strategy of roster documents that break one rule.

    `check_roster`, by the record's own agreement, has a finding of that code for them, and no error and no warning of any
    other code. Drawn for TRI311, of which nothing under that agreement can be an example, are documents that show it under
    `AGREEMENT_2010`.

    Args:
        code: The code of the rule, one of `trilateral.rosters.RULES`. For TRI901, TRI909 and TRI910, which only a file can
            break, the `bytes` of JSON files are drawn, and plain data for all others.

    Raises:
        InvalidValueError: No rule has that code.

    Example:
        >>> from hypothesis import given
        >>> from trilateral import check_roster
        >>> @given(broken_rosters("TRI201"))
        ... def each_is_out_of_turn(roster):
        ...     assert [finding.code for finding in check_roster(roster).findings] == ["TRI201"]
        >>> each_is_out_of_turn()
    """
    breaking = BREAKING.get(code)
    if breaking is None:
        raise InvalidValueError("a code", "one of `trilateral.rosters.RULES`, such as TRI201", shown(code))

    @st.composite
    def broken(draw: st.DrawFn) -> Any:  # noqa: ANN401 - plain data, or bytes
        return breaking(_drawing(draw))

    return broken()


def _drawing(draw: st.DrawFn) -> Choose:
    """Return what chooses by drawing."""

    def choose(options: Sequence[T], /) -> T:
        return draw(st.sampled_from(options))

    return choose
