"""Bad uses, which type checkers must refuse: never run, checked by `make types`.

Each bad line says which error it is to mypy and to pyright. Both report a comment that excuses nothing, so a line that is no
longer an error breaks the gate. What types cannot refuse is refused at run time: a `datetime` is a `date` to them.
"""

from datetime import date

import trilateral as tri
from trilateral import rules


def days_are_dates() -> None:
    tri.board_on("2025-09-03")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    tri.board_on(None)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    tri.boards(until="2041-01-01")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    tri.Term(date(2011, 9, 1), "2013-09-01")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]


def numbers_are_integers() -> None:
    tri.board("7")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    tri.board(7.0)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    tri.composition(None)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]


def the_first_parameter_is_positional_and_the_rest_are_keywords(day: date) -> None:
    tri.board(number=7)  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
    tri.board_on(day, tri.AGREEMENT_2010)  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
    tri.boards(day)  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
    tri.next_turn(tri.MemberState.CHINA, day)  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
    tri.next_turn(tri.MemberState.CHINA)  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]


def states_are_a_closed_set_without_an_order(day: date, state: tri.MemberState) -> None:
    tri.next_turn("CHN", after=day)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    assert tri.MemberState.KOR  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue, reportUnknownMemberType]
    assert state < tri.MemberState.JAPAN  # type: ignore[operator]  # pyright: ignore[reportOperatorIssue]
    assert sorted(tri.MemberState)  # type: ignore[type-var]  # pyright: ignore[reportArgumentType]


def a_state_is_not_its_code(state: tri.MemberState) -> bool:
    return state == "KOR"  # type: ignore[comparison-overlap]  # pyright: ignore[reportUnnecessaryComparison]


def values_are_frozen(board: tri.Board, person: tri.Person) -> None:
    board.number = 8  # type: ignore[misc]  # pyright: ignore[reportAttributeAccessIssue]
    board.end.date = date(2026, 9, 1)  # type: ignore[misc]  # pyright: ignore[reportAttributeAccessIssue]
    board.term = tri.Term(date(2011, 9, 1), date(2013, 9, 1))  # type: ignore[misc]  # pyright: ignore[reportAttributeAccessIssue]
    person.names += ()  # type: ignore[misc]  # pyright: ignore[reportAttributeAccessIssue]
    assert board.chair  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue, reportUnknownMemberType]


def partial_dates_answer_and_have_no_order(partial: tri.PartialDate, other: tri.PartialDate, day: date) -> None:
    partial.before("2011-09")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    assert partial < other  # type: ignore[operator]  # pyright: ignore[reportOperatorIssue]
    assert partial < day  # type: ignore[operator]  # pyright: ignore[reportOperatorIssue]


def an_answer_is_not_a_truth_value(partial: tri.PartialDate, day: date) -> bool:
    return partial.before(day)  # type: ignore[return-value]  # pyright: ignore[reportReturnType]


def an_answer_is_not_a_condition(partial: tri.PartialDate, day: date) -> None:
    if partial.before(day):  # pyright: ignore[reportGeneralTypeIssues]
        pass


def a_holder_may_be_unknown(seat: tri.Seat) -> str:
    tri.tenures_of(seat.holder)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    return seat.holder.name  # type: ignore[union-attr]  # pyright: ignore[reportOptionalMemberAccess]


def laws_are_agreements(agreement: tri.Agreement[str], day: date) -> int:
    tri.board_on(day, agreement=2010)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    tri.board_on(day, agreement=agreement)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    return rules.composition(agreement, 1).secretary_general  # type: ignore[return-value]  # pyright: ignore[reportReturnType]


def people_are_not_their_names(name: str) -> None:
    tri.tenures_of(name)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    tri.person(tri.person(name))  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]


def facts_are_tables_with_sources() -> None:
    tri.record().with_facts([])  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    tri.Reading("a fact")  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
