"""Good uses, as type checkers see them: never run, checked by `make types`."""

from datetime import date
from typing import assert_type

import trilateral as tri
from trilateral import rules


def boards(day: date, record: tri.Record) -> None:
    assert_type(tri.board(7), tri.Board)
    assert_type(tri.board_on(day), tri.Board)
    assert_type(tri.board_on(day, agreement=tri.AGREEMENT_2010, record=record), tri.Board)
    assert_type(tri.boards(until=day), tuple[tri.Board, ...])
    assert_type(tri.next_turn(tri.MemberState.CHINA, after=day), tri.Board)


def parts_of_a_board(board: tri.Board, day: date) -> None:
    assert_type(board.term, tri.Term)
    assert_type(board.end, tri.Boundary)
    assert_type(board.end.date, date)
    assert_type(board.end.attested, tri.PartialDate | None)
    assert_type(board.deputies, tuple[tri.Seat, ...])
    assert_type(board.secretary_general.state, tri.MemberState)
    assert_type(board.secretary_general.holder, tri.Person | None)
    assert_type(board.secretary_general.holder_on(day), tri.Person | None)
    assert_type(board.secretary_general.tenures[0].holder, tri.Person)
    assert_type(board.standing_on(day), tri.Standing)


def a_holder_once_it_is_known(seat: tri.Seat) -> str:
    return seat.holder.name if seat.holder is not None else seat.occupancy.value


def reasons(board: tri.Board) -> None:
    assert_type(board.start.grounds, tri.Grounds)
    assert_type(board.start.grounds.sources, tuple[tri.Source, ...])
    assert_type(board.start.grounds.facts, tuple[tri.Reading[str], ...])
    assert_type(board.start.readings[0].value, tri.PartialDate)
    assert_type(board.secretary_general.tenures[0].readings[0].value, tri.Person)


def the_law(day: date) -> None:
    assert_type(tri.AGREEMENT_2010, tri.Agreement[tri.MemberState])
    assert_type(tri.composition(11), tri.Composition[tri.MemberState])
    assert_type(tri.composition_on(day).secretary_general, tri.MemberState)
    assert_type(tri.nominations(8)[0].state, tri.MemberState)
    assert_type(tri.AGREEMENT_2025.term_length_of(7), tri.Provision[int])


def the_law_of_others(agreement: tri.Agreement[str], day: date) -> None:
    assert_type(rules.composition(agreement, 1), tri.Composition[str])
    assert_type(rules.composition_on(agreement, day).deputies, tuple[str, ...])
    assert_type(rules.nominations(agreement, 1), tuple[tri.Nomination[str], ...])
    assert_type(rules.nominal_term(agreement, 1), tri.Term)
    assert_type(rules.order_from(("a", "b"), "b"), tuple[str, ...])


def dates(partial: tri.PartialDate, day: date, term: tri.Term) -> bool:
    assert_type(partial.before(day), tri.Answer)
    assert_type(partial.during(term), tri.Answer)
    return partial.before(day) is tri.Answer.YES


def people(name: str) -> None:
    assert_type(tri.person(name), tri.Person)
    assert_type(tri.match_person(name).foldings, tuple[tri.Folding, ...])
    assert_type(tri.tenures_of(tri.person(name)), tuple[tri.Tenure, ...])
    assert_type(tri.people()[0].names_in(tri.Script.HANGUL), tuple[tri.Name, ...])


def facts() -> None:
    assert_type(tri.record(), tri.Record)
    assert_type(tri.record().with_facts({"boards": [{"number": 8}]}), tri.Record)


def failures() -> None:
    try:
        tri.board(0)
    except LookupError as error:
        if isinstance(error, tri.UnknownBoardError):
            assert_type(error.last, int)
