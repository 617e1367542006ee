"""Bad uses, which type checkers must refuse: never run, checked by `make types`.

Each bad line says which error it is to mypy and to pyright. Both report a comment that excuses nothing, so a line that is no
longer an error breaks the gate. What types cannot refuse is refused at run time: a `datetime` is a `date` to them.
"""

from datetime import date
from decimal import Decimal

import trilateral as tri
from trilateral import export, rules


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


def amounts_are_exact() -> None:
    tri.assess(5000000.0, currency="USD", fiscal_year=2026)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    tri.assess(5, currency="XBT", fiscal_year=2026, quantum=0.01)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    tri.assess(None, currency="USD", fiscal_year=2026)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    rules.split(5.0, 3)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    rules.apportion(5, (0.5, 0.5))  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    rules.apportion(5, {1, 2})  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    rules.apportion(5, (1, 2), bearer="KOR")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]


def a_budget_has_a_currency_and_a_fiscal_year(total: Decimal, day: date) -> None:
    tri.assess(total, fiscal_year=2026)  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
    tri.assess(total, currency="USD")  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
    tri.assess(total, "USD", 2026)  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
    tri.assess(total=total, currency="USD", fiscal_year=2026)  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
    tri.assess(total, currency=840, fiscal_year=2026)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    tri.assess(total, currency="USD", fiscal_year="2026")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    tri.assess(total, currency="USD", fiscal_year=day)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]


def who_bears_odd_units_is_a_closed_set(total: Decimal) -> None:
    tri.assess(total, currency="USD", fiscal_year=2026, remainder="host")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    tri.assess(total, currency="USD", fiscal_year=2026, remainder=tri.MemberState.KOREA)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    assert tri.Remainder.LARGEST  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue, reportUnknownMemberType]


def fiscal_years_are_no_terms(agreement: tri.Agreement[str]) -> None:
    tri.boards_during(tri.fiscal_year(2026))  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    tri.boards_during(2026)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    tri.fiscal_year(date(2026, 9, 1))  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    tri.fiscal_year_on(2026)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    tri.shares(agreement=agreement)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    tri.fiscal_year(2026).year = 2027  # type: ignore[misc]  # pyright: ignore[reportAttributeAccessIssue]


def amounts_are_by_state(assessment: tri.Assessment[tri.MemberState]) -> Decimal:
    assessment.currency = "JPY"  # type: ignore[misc]  # pyright: ignore[reportAttributeAccessIssue]
    return assessment.amounts["KOR"]  # type: ignore[index]  # pyright: ignore[reportArgumentType]


def people_are_not_their_names(name: str) -> None:
    tri.tenures_of(name)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    tri.person(tri.person(name))  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]


def facts_are_tables_with_sources() -> None:
    tri.record().with_facts([])  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    tri.Reading("a fact")  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]


def times_are_days_and_kinds_are_kinds(day: date) -> None:
    tri.timeline().between("2010-05-01", day)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    tri.timeline().on(2010)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    tri.timeline().of(tri.EventStatus.HELD)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    tri.timeline().involving("CHN")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    tri.timeline(tri.record())  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]


def meetings_have_numbers(series: tri.Series) -> None:
    tri.series(9)  # type: ignore[call-overload]  # pyright: ignore[reportArgumentType, reportCallIssue]
    tri.series(id_="summit")  # type: ignore[call-overload]  # pyright: ignore[reportCallIssue]
    series.host("10")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    series.meeting(number=9)  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
    series.name = "Summit"  # type: ignore[misc]  # pyright: ignore[reportAttributeAccessIssue]


def names_are_of_something_in_a_language() -> None:
    tri.about(7)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    tri.label("secretariat")  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
    tri.label("secretariat", "en", register="short")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    tri.joint_name("ko")  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
    tri.joint_name("ko", on="2024-01-01")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    tri.ordinal("7", "en")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    tri.evidence("7")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    tri.resting_on(7)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]


def amendments_are_whole_and_say_from_when(day: date, order: tuple[str, ...]) -> None:
    law = tri.AGREEMENT_2025
    law.with_term_length(2.5, since_board=9)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    law.with_term_length(4)  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
    law.with_term_length(4, 9)  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
    law.with_order(order, since_board=9)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    law.with_order({tri.MemberState.CHINA}, since_board=9)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    law.with_extension(8, until=day)  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
    law.with_extension(8, until="2030-01-01", because="")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    law.extensions += ()  # type: ignore[misc]  # pyright: ignore[reportAttributeAccessIssue]


def two_are_compared_up_to_a_day(day: date) -> None:
    tri.compare(tri.AGREEMENT_2010, tri.AGREEMENT_2025)  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
    tri.compare("2010", tri.AGREEMENT_2025, until=day)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    tri.compare(tri.record(), tri.record(), until="2030")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    tri.departures(tri.AGREEMENT_2010)  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]


def answers_are_explained_and_parts_have_names(derivation: tri.Derivation) -> None:
    tri.explain(9)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    tri.explain(tri.AGREEMENT_2010)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    derivation[0].paths()  # type: ignore[index]  # pyright: ignore[reportArgumentType]
    derivation.value = "9"  # type: ignore[misc]  # pyright: ignore[reportAttributeAccessIssue]


def what_was_known_is_asked_of_a_day() -> None:
    tri.record().as_known_on("2024-01-01")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    tri.record().as_known_on(day=date(2024, 1, 1))  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]


def documents_are_texts_and_classes_are_classes(board: tri.Board) -> None:
    export.to_json(board, 2)  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
    export.to_json(board, indent="  ")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    export.from_json({"trilateral": 1})  # type: ignore[call-overload]  # pyright: ignore[reportArgumentType]
    export.from_json("{}", "Board")  # type: ignore[call-overload]  # pyright: ignore[reportArgumentType]
    assert export.from_json("{}").number  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue, reportUnknownMemberType]


def tables_are_of_records_until_days(day: date, table: export.Table) -> None:
    export.boards(day)  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
    export.seats(until="2041-01-01")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    export.timeline(until=day)  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
    export.names(record="record")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    table.rows += ()  # type: ignore[misc]  # pyright: ignore[reportAttributeAccessIssue]
