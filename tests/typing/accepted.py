"""Good uses, as type checkers see them: never run, checked by `make types`."""

from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any, assert_type

import trilateral as tri
from trilateral import export, rules


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


def shares_of_a_budget(agreement: tri.Agreement[str]) -> None:
    assert_type(tri.shares(), tri.Shares[tri.MemberState])
    assert_type(tri.shares(agreement=tri.AGREEMENT_2010).fractions, dict[tri.MemberState, Fraction])
    assert_type(rules.shares(agreement), tri.Shares[str])
    assert_type(rules.shares(agreement).weights, tuple[tuple[str, int], ...])
    assert_type(rules.split(5, 3), tuple[int, ...])
    assert_type(rules.apportion(5, [1, 2]), tuple[int, ...])
    assert_type(rules.apportion(5, (1, 2), bearer=1), tuple[int, ...])


def fiscal_years(day: date, record: tri.Record) -> None:
    assert_type(tri.fiscal_year(2026), tri.FiscalYear)
    assert_type(tri.fiscal_year_on(day).year, int)
    assert_type(tri.fiscal_year(2026).term, tri.Term)
    assert_type(tri.boards_during(tri.fiscal_year(2026).term), tuple[tri.Board, ...])
    assert_type(tri.boards_during(tri.board(7).term, agreement=tri.AGREEMENT_2010, record=record), tuple[tri.Board, ...])


def a_budget(total: Decimal, record: tri.Record) -> None:
    assessment = tri.assess(total, currency="USD", fiscal_year=2026)
    assert_type(assessment, tri.Assessment[tri.MemberState])
    assert_type(assessment.amounts, dict[tri.MemberState, Decimal])
    assert_type(assessment.amounts[tri.MemberState.KOREA], Decimal)
    assert_type(assessment.total, Decimal)
    assert_type(assessment.quantum, Decimal)
    assert_type(assessment.odd_units, dict[tri.MemberState, int])
    assert_type(assessment.parts, tuple[tuple[tri.MemberState, int], ...])
    assert_type(assessment.shares.fractions, dict[tri.MemberState, Fraction])
    assert_type(assessment.fiscal_year.basis, tri.Basis)
    assert_type(assessment.grounds, tri.Grounds)
    tri.assess(5_000_000, currency="KRW", fiscal_year=tri.fiscal_year(2026), remainder=tri.Remainder.HOST)
    tri.assess("5000000.00", currency="XBT", fiscal_year=2026, quantum="0.01", agreement=tri.AGREEMENT_2010, record=record)


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


def what_happened(day: date, person: tri.Person, record: tri.Record) -> None:
    assert_type(tri.timeline(), tri.Timeline)
    assert_type(tri.timeline(record=record)[0], tri.Event)
    assert_type(tri.timeline()[1:3], tri.Timeline)
    assert_type(tri.timeline().between(day, day).of("summit").involving(person).on(day), tri.Timeline)
    assert_type(tri.timeline().of(tri.EventKind.TREATY).involving(tri.MemberState.CHINA).possible, tuple[tri.Event, ...])
    assert_type(tri.timeline().caveats, tuple[str, ...])
    assert_type([event.id for event in tri.summits()], list[str])


def parts_of_an_event(event: tri.Event) -> None:
    assert_type(event.when, tri.PartialDate | tri.Term)
    assert_type(event.readings[0].value, tri.PartialDate | tri.Term)
    assert_type(event.host, tri.MemberState | None)
    assert_type(event.participants[0].person, tri.Person)
    assert_type(event.documents[0], tri.Document)
    assert_type(event.causes, tuple[tri.Reading[str], ...])
    assert_type(event.number, int | None)


def series_of_meetings(record: tri.Record) -> None:
    assert_type(tri.series(), tuple[tri.Series, ...])
    assert_type(tri.series("summit", record=record), tri.Series)
    assert_type(tri.series("summit").meeting(9), tri.Event)
    assert_type(tri.series("summit").host(10), tri.Hosting)
    assert_type(tri.series("summit").next_host().state, tri.MemberState)
    assert_type(tri.series("summit").next_host().status, tri.EventStatus | None)
    assert_type(tri.series("summit").gaps[0].before, tri.Event | None)


def statements_and_names(day: date, board: tri.Board) -> None:
    assert_type(tri.about(), tuple[tri.Statement, ...])
    assert_type(tri.about("seat")[0].value, str)
    assert_type(tri.label(board, "ko"), tri.Label)
    assert_type(tri.labels(tri.MemberState.KOREA, tri.Language.KOREAN), tuple[tri.Label, ...])
    assert_type(tri.joint_name("ko", on=day).order, tuple[tri.MemberState, ...])
    assert_type(tri.ordinal(7, "zh"), str)


def who_says_so(board: tri.Board) -> None:
    assert_type(tri.evidence(board), tuple[tri.Evidence, ...])
    assert_type(tri.evidence(7)[0].person, tri.Person | None)
    for fact in tri.resting_on("tcs-2025-09-03"):
        if isinstance(fact, tri.Event):
            assert_type(fact, tri.Event)


def what_if(order: tuple[tri.MemberState, ...], day: date, agreement: tri.Agreement[str]) -> None:
    law = tri.AGREEMENT_2025.with_term_length(4, since_board=9).with_order(order, since_board=10)
    assert_type(law, tri.Agreement[tri.MemberState])
    assert_type(law.with_order(list(order), since_board=11), tri.Agreement[tri.MemberState])
    assert_type(law.with_extension(8, until=day, because="Suppose so."), tri.Agreement[tri.MemberState])
    assert_type(law.extension_of(8), tri.Provision[date] | None)
    assert_type(law.citations, tuple[tri.Citation, ...])
    assert_type(agreement.with_order(["a", "b"], since_board=2), tri.Agreement[str])


def where_the_record_leaves_the_law(record: tri.Record) -> None:
    assert_type(tri.departures(), tuple[tri.Departure, ...])
    departure = tri.departures(agreement=tri.AGREEMENT_2010, record=record)[0]
    assert_type(departure.kind, tri.DepartureKind)
    assert_type(departure.lawful, date | tri.Role)
    assert_type(departure.days, int | None)
    assert_type(departure.state, tri.MemberState | None)
    assert_type(departure.grounds, tri.Grounds)


def what_two_say_otherwise(record: tri.Record, day: date) -> None:
    assert_type(tri.compare(tri.AGREEMENT_2010, record, until=day), tuple[tri.Difference, ...])
    assert_type(tri.compare(record, record, until=day)[0].kind, tri.DifferenceKind)
    assert_type(tri.compare(record, record, until=day)[0].one, date | tri.Role | tuple[str, ...] | None)


def how_it_came_about(board: tri.Board, finding: tri.Finding, event: tri.Event) -> None:
    assert_type(tri.explain(board), tri.Derivation)
    assert_type(tri.explain(board)["term.end"].grounds, tri.Grounds)
    assert_type(tri.explain(board).parts, tuple[tri.Derivation, ...])
    assert_type(tri.explain(board).leaves.facts, tuple[tri.Reading[str], ...])
    assert_type(tri.explain(finding), tri.Derivation)
    assert_type(finding.derivation, tri.Derivation)
    for answer in (event, board.start, board.seats[0], board.seats[0].tenures[0], tri.composition(8), tri.nominations(8)[0]):
        tri.explain(answer)
    for other in (tri.series("summit").host(10), tri.fiscal_year(2026), tri.departures()[0]):
        tri.explain(other)
    tri.explain(tri.assess(1, currency="USD", fiscal_year=2026))


def what_was_known(day: date) -> None:
    assert_type(tri.record().as_known_on(day), tri.Record)
    assert_type(tri.record().as_known_on(day).agreement, tri.Agreement[tri.MemberState])


def whole_and_back(text: str, data: bytes, agreement: tri.Agreement[str]) -> None:
    assert_type(export.to_json(tri.board(7)), str)
    assert_type(export.to_json((tri.board(7), agreement), indent=None), str)
    assert_type(export.from_json(text), object)
    assert_type(export.from_json(data, tri.Board), tri.Board)
    assert_type(export.from_json(text, tri.Record).agreement, tri.Agreement[tri.MemberState])
    assert_type(export.json_schema(), dict[str, Any])


def rows(day: date, record: tri.Record) -> None:
    assert_type(export.boards(until=day, agreement=tri.AGREEMENT_2010, record=record), export.Table)
    assert_type(export.names().columns, tuple[str, ...])
    assert_type(export.seats(until=day).to_csv(), str)
    assert_type(export.timeline(record=record).to_markdown(), str)
    assert_type(export.sources().records(), list[dict[str, str | int | date | None]])
