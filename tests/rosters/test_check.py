"""The roster check on data: what each law says, one finding a cause, and a report for whatever there is."""

import datetime as dt
import pickle
from pathlib import Path
from types import MappingProxyType
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.rosters.conftest import board, codes, only, roster, seat
from tests.strategies import changed_rosters, records

import trilateral as tri
from trilateral import check_roster, validate_roster
from trilateral.rosters import InvalidRosterError, Severity, document
from trilateral.testing import agreements, rosters

A2010, A2025 = tri.AGREEMENT_2010, tri.AGREEMENT_2025
SOURCE = {"id": "s", "title": "A report", "publisher": "A paper", "kind": "primary", "seen": "2030-01-01"}


def with_facts(**facts: Any) -> tri.Record:
    return tri.record().with_facts({"sources": [SOURCE], **facts})


class TestWhomTheRecordHas:
    """A holder is held against the record, and a finding cites whom that has in the seat, with the sources."""

    @pytest.mark.parametrize(
        ("told", "code", "key", "message", "got"),
        [
            ({"vacant": True}, "TRI401", "vacant", "the record has LEE Hee-sup in this seat", "True"),
            ({"holder": "HONG Gil-dong"}, "TRI401", "holder", "the record has LEE Hee-sup in this seat", "'HONG Gil-dong'"),
            ({"holder": "YAN Liang"}, "TRI402", "holder", "the record has YAN Liang for CHN, not for KOR", "'YAN Liang'"),
            ({"holder": "LEE Hee-sop"}, "TRI404", "holder", "the record has LEE Hee-sup", "'LEE Hee-sop'"),
        ],
    )
    def test_is_told_with_its_sources(self, told: dict[str, Any], code: str, key: str, message: str, got: str) -> None:
        finding = only(check_roster(roster(board(7, KOR=told))))
        assert (finding.code, finding.path) == (code, f"$.boards[0].seats[0].{key}")
        assert (finding.message, finding.got) == (message, got)
        (fact,) = finding.grounds.facts
        assert fact.value == "the seat of KOR on board 7: LEE Hee-sup"
        assert "tcs-2023-09-15" in [source.id for source in fact.sources]

    def test_a_seat_of_which_the_record_knows_nothing_may_be_vacant(self) -> None:
        assert check_roster(roster(board(8, JPN={"vacant": True}))).findings == ()


class TestFactsThatAreAdded:
    """A release of facts alone never adds an error, so what more is known of people and days is no error of a roster."""

    @staticmethod
    def knowing(state: str, *names: str) -> tri.Record:
        """A record that names a deputy of board 8."""
        spellings = [{"text": name, "script": "Latn", "kind": "variant", "sources": ["s"]} for name in names[1:]]
        person = {"id": "p", "names": [{"text": names[0], "script": "Latn", "kind": "preferred", "sources": ["s"]}, *spellings]}
        seat = {"role": "deputy-secretary-general", "state": state, "tenures": [{"holder": "p", "sources": ["s"]}]}
        return with_facts(people=[person], boards=[{"number": 8, "seats": [seat]}])

    def test_an_invented_holder_who_then_sits_for_another_state_is_a_warning(self) -> None:
        data = roster(board(7, CHN={"holder": "WANG Wei"}))
        assert codes(check_roster(data)) == ["TRI401"]
        finding = only(check_roster(data, record=self.knowing("KOR", "WANG Wei")))
        assert (finding.code, finding.severity) == ("TRI402", Severity.WARNING)

    def test_two_invented_holders_who_then_are_one_person_are_a_warning(self) -> None:
        data = roster(board(JPN={"holder": "TANAKA Taro"}, CHN={"holder": "WANG Wei"}))
        assert set(codes(check_roster(data))) == {"TRI405"}
        report = check_roster(data, record=self.knowing("CHN", "WANG Wei", "TANAKA Taro"))
        assert ("TRI108", Severity.WARNING) in [(finding.code, finding.severity) for finding in report.findings]
        assert report.ok
        twice = roster(board(JPN={"holder": "WANG Wei"}, CHN={"holder": "Wang Wei"}))
        assert [finding.code for finding in check_roster(twice, record=self.knowing("CHN", "WANG Wei")).of(Severity.ERROR)] == [
            "TRI108"
        ]

    def test_but_a_day_that_no_law_gives_and_that_is_no_longer_recorded_is_one(self) -> None:
        data = document(tri.boards(agreement=A2010))
        assert codes(check_roster(data, agreement=A2010)) == ["TRI311"]
        start = {"number": 8, "start": {"date": "2026-09-01", "sources": ["s"]}}
        report = check_roster(data, agreement=A2010, record=with_facts(boards=[start]))
        assert [(finding.code, finding.path) for finding in report.of(Severity.ERROR)] == [("TRI304", "$.boards[6].end")]

    @given(record=records())
    def test_the_boards_as_they_were_known_before_have_no_error(self, record: tri.Record) -> None:
        assert check_roster(tri.boards(until=dt.date(2050, 1, 1)), record=record).ok


class TestTheLawByWhichItChecks:
    @given(agreement=agreements(), day=st.dates(dt.date(2011, 9, 2), dt.date(2080, 1, 1)))
    def test_the_boards_of_any_law_have_no_error_by_that_law(self, agreement: Any, day: dt.date) -> None:
        assert check_roster(tri.boards(until=day, agreement=agreement), agreement=agreement).ok

    @given(agreement=agreements(), record=records())
    def test_nor_have_those_of_any_record(self, agreement: Any, record: tri.Record) -> None:
        boards = tri.boards(until=dt.date(2050, 1, 1), agreement=agreement, record=record)
        assert check_roster(boards, agreement=agreement, record=record).ok

    def test_a_board_that_is_extended_ends_with_its_extension_whenever_it_starts(self) -> None:
        law = A2025.with_extension(8, until=dt.date(2030, 3, 1), because="A test.")
        for start in ("2026-09-01", "2026-11-15"):
            assert check_roster(roster(board(start=start, end="2030-03-01")), agreement=law).ok
        finding = only(check_roster(roster(board(start="2026-09-01", end="2029-09-01")), agreement=law))
        assert (finding.code, finding.message) == ("TRI304", "board 8 is extended, so its end must be 2030-03-01")
        assert [citation.statement for citation in finding.grounds.citations] == ["A test."]

    def test_the_recorded_boards_have_no_finding_at_all(self) -> None:
        assert check_roster(tri.boards()).findings == ()

    def test_board_7_ending_after_two_years_breaks_the_law_as_amended_and_keeps_that_of_2010(self) -> None:
        data = roster(board(7, end="2025-09-01"))
        error = only(check_roster(data))
        assert (error.code, error.severity, error.path) == ("TRI304", Severity.ERROR, "$.boards[0].end")
        assert error.suggestion is not None
        assert (error.suggestion.value, error.suggestion.safe) == ("2026-09-01", False)
        assert "lawful under AGREEMENT_2010" in error.hint
        warning = only(check_roster(data, agreement=A2010))
        assert (warning.code, warning.severity) == ("TRI407", Severity.WARNING)
        assert "board 7 was at work on 2025-09-03" in warning.message
        assert only(check_roster(data, scope="law")).code == "TRI304"
        assert check_roster(data, agreement=A2010, scope="law").findings == ()

    def test_board_7_ending_in_2026_is_lawful_as_amended_alone(self) -> None:
        data = roster(board(7, start="2023-09-01", end="2026-09-01"))
        assert check_roster(data).findings == ()
        assert "lawful under AGREEMENT_2025" in only(check_roster(data, agreement=A2010)).hint

    @pytest.mark.parametrize("changed", [{"end": "2025-09-04"}, {"end": "2025-09-04", "start": "2023-09-01"}])
    def test_a_day_of_fact_and_not_of_law_is_a_note(self, changed: dict[str, str]) -> None:
        note = only(check_roster(roster(board(7, **changed)), agreement=A2010))
        assert (note.code, note.severity, note.path) == ("TRI311", Severity.NOTE, "$.boards[0].end")

    def test_the_report_names_its_law_its_record_and_its_scope(self) -> None:
        report = check_roster(roster(), agreement=A2010, scope="law")
        assert (report.agreement, report.edition, report.scope) == (A2010, tri.record().edition, "law")
        assert "by the Agreement of 2010; record of 2026-11-25; scope law" in str(report)

    def test_scope_law_leaves_people_and_recorded_days_alone(self) -> None:
        data = roster(board(6, start="2020-09-01", CHN={"holder": "Alice"}), board(7, KOR={"holder": "Alice"}))
        assert codes(check_roster(data)) == ["TRI407", "TRI401", "TRI401"]
        assert codes(check_roster(data, scope="law")) == ["TRI310"]

    def test_a_leader_who_leaves_the_law_but_equals_the_record_is_a_note(self) -> None:
        order: tri.Provision[tuple[tri.MemberState, ...]] = tri.Provision(
            value=(tri.MemberState.CHINA, tri.MemberState.KOREA, tri.MemberState.JAPAN),
            citations=(
                tri.Citation(statement="What if.", kind=tri.CitationKind.HYPOTHESIS, confidence=tri.Confidence.ASSUMED),
            ),
        )
        import attrs  # noqa: PLC0415 - only here

        law = attrs.evolve(A2025, orders=(order,))
        notes = check_roster([tri.board(5)], agreement=law).findings
        assert [(note.code, note.severity) for note in notes if note.code != "TRI109"] == [("TRI201", Severity.NOTE)]
        after = check_roster(roster(board(7), {**board(8), "seats": board(9)["seats"]}), agreement=law)
        assert codes(after) == ["TRI201", "TRI202"], "that board 7 left the law does not excuse board 8"

    @pytest.mark.parametrize(
        ("options", "error", "match"),
        [
            ({"agreement": "2010"}, tri.WrongTypeError, "agreement must be an Agreement"),
            ({"record": {}}, tri.WrongTypeError, "record must be a Record"),
            ({"scope": "all"}, tri.InvalidValueError, "scope must be 'record' or 'law', got 'all'"),
        ],
    )
    def test_what_is_no_law_no_record_or_no_scope_is_refused(self, options: Any, error: type[Exception], match: str) -> None:
        with pytest.raises(error, match=match):
            check_roster(roster(board()), **options)


class TestOneCauseOneFinding:
    @pytest.mark.parametrize(
        ("boards", "expected"),
        [
            pytest.param([board(start="2026-09-02"), board(7, end="2026-09-01")], ["TRI307"], id="a start that leaves a gap"),
            pytest.param([board(7, end="2026-08-31"), board(start="2026-09-01")], ["TRI309"], id="a last day before a start"),
            pytest.param([board(7, end="2025-09-01"), board(start="2026-09-01")], ["TRI304"], id="a length that leaves a gap"),
            pytest.param([board(7, end="2025-09-01"), board(start="2025-09-01")], ["TRI304"], id="one boundary of two boards"),
            pytest.param([board(7, end="2026-09-15"), board(start="2026-09-15")], ["TRI304"], id="one late boundary"),
            pytest.param([board(7, end="2026-09-01"), board(start="2027-09-01")], ["TRI303"], id="a year that leaves a gap"),
            pytest.param([board(7, end="2026-09-01"), board(start="2025-09-01")], ["TRI302"], id="a start a year early"),
            pytest.param([board(8, end="2029-09-01"), board(9, start="2028-09-01")], ["TRI302"], id="a year that overlaps"),
            pytest.param([board(7, end="2026-09-01"), board(8, start="2030-05-05")], ["TRI303"], id="a gap of years"),
            pytest.param([board(8, start="2026-09-15"), board(7, end="2026-09-15")], ["TRI304"], id="a late boundary"),
            pytest.param(
                [board(8, start="2027-09-01", end="2030-09-01"), board(9, start="2029-09-01")], ["TRI302"], id="a moved term"
            ),
            pytest.param([board(8, start="2027-09", end="2030-09-01")], ["TRI310"], id="a term moved by a year, to the month"),
            pytest.param(
                [
                    board(8, end="2028-09-01"),
                    *(board(at, start=f"{2001 + 3 * at}-09-01", end=f"{2004 + 3 * at}-09-01") for at in (9, 10, 11)),
                ],
                ["TRI304"],
                id="a short term, and three that follow it",
            ),
            pytest.param([board(8, start="2026-09-01", end="2026-08-31")], ["TRI301"], id="a last day before the first"),
            pytest.param(
                [board(9, start="2019-09-01", JPN={"appointed": "2029-08-20"}, KOR={"appointed": "2029-08-20"})],
                ["TRI310"],
                id="a decade mistyped",
            ),
            pytest.param([board(7), board(7)], ["TRI501"], id="a board told twice"),
            pytest.param(
                [board(4, KOR={"holder": "LEE Hee-sup"}), board(7, KOR={"holder": "LEE Hee-sup"})],
                ["TRI401", "TRI502"],
                id="a leader told of the wrong board",
            ),
            pytest.param(
                [board(7, KOR={"holder": "ZUSHI Shuji"}, JPN={"holder": "ZUSHI Shuji"})], ["TRI108"], id="a holder told twice"
            ),
            pytest.param(
                [board(8, JPN={"holders": [{"name": "A", "end": "2027-02-30"}, {"name": "B"}]})],
                ["TRI906", "TRI405", "TRI405"],
                id="a change on a day that does not exist",
            ),
            pytest.param([board(8, start="2027-09-01", end="2030-09-01")], ["TRI310"], id="a term moved by a year"),
            pytest.param([board(start="2029-09-01", end="2026-09-01")], ["TRI310", "TRI301"], id="two ends exchanged"),
            pytest.param([{**board(), "seats": board(9)["seats"]}, board(9)], ["TRI201"], id="a leader out of turn"),
            pytest.param([board(7), {**board(), "seats": board(9)["seats"]}], ["TRI202"], id="a step out of turn"),
            pytest.param(
                [board(7), {**board(8), "seats": board(9)["seats"]}, {**board(9), "seats": board(10)["seats"]}],
                ["TRI202"],
                id="a sequence that goes on after a wrong step",
            ),
            pytest.param(
                [board(7), {**board(8), "seats": board(9)["seats"]}, {**board(9), "seats": board(8)["seats"]}],
                ["TRI202", "TRI202"],
                id="two steps out of turn",
            ),
        ],
    )
    def test_of_what_follows_nothing_is_reported(self, boards: list[Any], expected: list[str]) -> None:
        assert codes(check_roster(roster(*boards))) == expected

    def test_the_finding_stands_where_the_value_is_wrong(self) -> None:
        moved = roster(board(8, start="2027-09-01", end="2030-09-01"), board(9, start="2029-09-01"))
        finding = only(check_roster(moved))
        assert finding.path == "$.boards[0].end", "the start of board 9 is right"
        assert finding.message == "board 8 must end where board 9 starts, on 2029-09-01, and overlaps it"
        twice = only(check_roster(roster(board(7, KOR={"holder": "ZUSHI Shuji"}, JPN={"holder": "ZUSHI Shuji"}))))
        assert twice.path == "$.boards[0].seats[0].holder", "the record has ZUSHI Shuji for JPN"

    def test_what_is_hidden_by_a_finding_comes_out_when_that_is_ignored(self) -> None:
        report = check_roster(roster({"number": 8, "seats": [*board()["seats"][:2], board()["seats"][1]]}))
        assert codes(report) == ["TRI104"]
        assert codes(report.filtered(ignore=["TRI104"])) == ["TRI105"]
        late = check_roster(roster(board(7, end="2025-09-01")), agreement=A2025)
        assert codes(late.filtered(ignore=["TRI304"])) == ["TRI407"]
        assert codes(late.filtered(select=["TRI4"])) == ["TRI407"]

    def test_a_fix_brings_nothing_to_light(self) -> None:
        report = check_roster(roster(board(7, end="2025-08-31")))
        assert codes(report) == ["TRI304", "TRI309"]
        assert codes(check_roster(report.fixed())) == ["TRI304"]

    @pytest.mark.parametrize(
        ("seats", "expected"),
        [
            pytest.param(["KOR", "JPN"], ["TRI105"], id="a deputy is missing"),
            pytest.param([], ["TRI105"], id="nobody is there"),
            pytest.param(["KOR", "JPN", "JPN"], ["TRI104"], id="one for another"),
            pytest.param(["KOR", "JPN", "CHN", "JPN"], ["TRI104"], id="one too many"),
            pytest.param(["KOR", "JPN", "PRK"], ["TRI106"], id="a stranger"),
            pytest.param(["KOR", "JPN", "CHN", "FRA"], ["TRI106"], id="a stranger too many"),
            pytest.param(["USA", "KOR", "JPN"], ["TRI107"], id="another secretariat"),
            pytest.param(["KOR", "JPN", "CHN", "USA"], ["TRI106"], id="an observer"),
            pytest.param(["KOR", "CHN", "JPN"], ["TRI109"], id="deputies in another order"),
        ],
    )
    def test_of_a_board_with_wrong_seats(self, seats: list[str], expected: list[str]) -> None:
        leader = [{"role": "secretary-general", "state": state} for state in seats[:1]]
        data = {"number": 7, "seats": [*leader, *(seat(state) for state in seats[1:])]}
        assert codes(check_roster(roster(data))) == expected

    @pytest.mark.parametrize("absent", [("KOR",), ("KOR", "JPN"), ()])
    def test_a_missing_leader_explains_one_missing_seat_and_not_two(self, absent: tuple[str, ...]) -> None:
        seats = [seat(state) for state in ("KOR", "JPN", "CHN") if state not in absent]
        expected = ["TRI101", "TRI105"] if len(absent) > 1 else ["TRI101"]
        assert sorted(codes(check_roster(roster({"number": 7, "seats": seats})))) == expected

    def test_boards_without_a_valid_number_are_not_judged_by_it(self) -> None:
        data = roster(board(7), {**board(7), "seats": board(8)["seats"]}, {"number": "8", "seats": board(7)["seats"]})
        assert codes(check_roster(data)) == ["TRI501", "TRI904"]

    @pytest.mark.parametrize("number", [0, -1, 4000, 10**100])
    def test_a_number_that_no_board_has(self, number: int) -> None:
        assert codes(check_roster(roster(board(number)))) == ["TRI503"]

    def test_skipped_numbers_are_named(self) -> None:
        assert "board 8 must" in only(check_roster(roster(board(9), board(7)))).message
        assert "boards 8 to 9 must" in only(check_roster(roster(board(7), board(10)))).message

    def test_findings_stand_in_the_order_of_the_document(self) -> None:
        data = roster(*(board(number, end="2001-01-01", start="2001-02-03") for number in range(20, 8, -1)))
        paths = [finding.location[1] for finding in check_roster(data).findings]
        assert paths == sorted(paths, key=int)
        assert len(set(paths)) == 12


class TestTerms:
    @pytest.mark.parametrize(
        ("more", "expected"),
        [
            pytest.param({"start": "2026-09"}, [], id="the month of the start"),
            pytest.param({"start": "2026-08"}, ["TRI307"], id="another month"),
            pytest.param({"start": "2026-09-15", "end": "2029-09-01"}, ["TRI307"], id="a late start"),
            pytest.param({"start": "2026-09-15", "end": "2029-09-15"}, ["TRI307"], id="three years after a late start"),
            pytest.param({"start": "2026-08-20", "end": "2029-09-01"}, ["TRI307"], id="a start in August"),
            pytest.param({"end": "2029-09-01"}, [], id="no start"),
            pytest.param({"start": "2026-10", "end": "2029-09-01"}, ["TRI307"], id="a month without a first day of a term"),
            pytest.param({"start": "2026-10", "end": "2029-10-01"}, ["TRI307", "TRI304"], id="three years after such a month"),
            pytest.param({"last_day": "2029-08-31"}, [], id="a last day"),
            pytest.param({"last_day": "2029-09-01"}, ["TRI304"], id="an end written as a last day"),
            pytest.param({"last_day": "9999-12-31"}, ["TRI304"], id="the last day there is"),
            pytest.param({"end": "9999-12-31"}, ["TRI304"], id="the end of days"),
            pytest.param({"start": "9999-08-31", "end": "9999-12-31"}, ["TRI310", "TRI304"], id="at the end of days"),
            pytest.param({"start": "0001-01-01", "end": "0004-01-01"}, ["TRI308"], id="at their beginning"),
            pytest.param({"start": "0001-01", "end": "0004-01-01"}, ["TRI308", "TRI304"], id="in the first month there is"),
            pytest.param({"start": "2011-08-31"}, ["TRI308"], id="the day before the first board"),
        ],
    )
    def test_of_board_8(self, more: dict[str, str], expected: list[str]) -> None:
        assert codes(check_roster(roster(board(**more)))) == expected

    def test_a_suggested_last_day_is_inclusive(self) -> None:
        finding = only(check_roster(roster(board(last_day="2028-08-31"))))
        assert finding.suggestion is not None
        assert (finding.path, finding.got, finding.suggestion.value) == ("$.boards[0].last_day", "'2028-08-31'", "2029-08-31")

    def test_a_start_that_a_users_record_contradicts_is_a_warning(self) -> None:
        late = with_facts(boards=[{"number": 8, "start": {"date": "2026-10-01", "sources": ["s"]}}])
        data = roster(board(7, end="2026-09-01"), board(start="2026-09-01"))
        report = check_roster(data, record=late)
        finding = only(report)
        assert (finding.code, finding.path) == ("TRI407", "$.boards[0].end"), "one boundary is reported once"
        assert "board 8 started on 2026-10-01" in finding.message
        assert check_roster(roster(board(start="2026-10-01")), record=late).ok

    def test_a_board_seen_at_work_before_its_start_contradicts_it(self) -> None:
        early = with_facts(boards=[{"number": 8}], attested=[{"board": 8, "date": "2026-08-01", "sources": ["s"]}])
        finding = next(each for each in check_roster(roster(board(start="2026-09-01")), record=early).findings)
        assert (finding.code, finding.message) == ("TRI407", "the record has another day, as board 8 was at work on 2026-08-01")

    @pytest.mark.parametrize(
        ("start", "code"), [("2021-09", None), ("2021-10", "TRI407"), ("2021-08-31", "TRI407"), ("2021-09-20", "TRI307")]
    )
    def test_the_start_of_board_6_is_attested_to_the_month(self, start: str, code: str | None) -> None:
        assert codes(check_roster(roster(board(6, start=start)))) == [code] * (code is not None)

    @pytest.mark.parametrize(
        ("holders", "expected"),
        [
            pytest.param([{"name": "A"}], [], id="one"),
            pytest.param([{"name": "A", "end": "2027-01-01"}, {"name": "B"}], [], id="one after the other"),
            pytest.param([{"name": "A"}, {"name": "B", "start": "2027-01-01"}], [], id="the end left out"),
            pytest.param([{"name": "A"}, {"name": "B"}], ["TRI305"], id="two at once"),
            pytest.param(
                [{"name": "A", "end": "2027-01-02"}, {"name": "B", "start": "2027-01-01"}], ["TRI305"], id="a day of both"
            ),
            pytest.param([{"name": "A"}, {"name": "B", "start": "2026-09-01"}], ["TRI305"], id="both from the start on"),
            pytest.param([{"name": "A", "start": "2026-08-01"}], ["TRI306"], id="before the board"),
            pytest.param([{"name": "A", "start": "2029-09-01"}], ["TRI306"], id="after the board"),
            pytest.param([{"name": "A", "end": "2029-09-02"}], ["TRI306"], id="longer than the board"),
            pytest.param([{"name": "A", "end": "2026-09-01"}], ["TRI301"], id="ended at the start"),
            pytest.param([{"name": "A", "start": "2028-01-01", "end": "2027-01-01"}], ["TRI301"], id="ended before the start"),
            pytest.param([{"name": "A", "end": "2029-08-31"}], ["TRI309"], id="a last day for an end"),
        ],
    )
    def test_of_the_holders_of_a_seat(self, holders: list[Any], expected: list[str]) -> None:
        data = roster(board(start="2026-09-01", end="2029-09-01", JPN={"holders": holders}))
        assert sorted(codes(check_roster(data, scope="law"))) == expected

    @pytest.mark.parametrize(
        ("held", "expected"),
        [
            ({"appointed": "2026-08-20"}, []),
            ({"appointed": "2026-09-02"}, ["TRI203"]),
            ({"appointed": "2027-02-01", "holders": [{"name": "A"}, {"name": "B", "start": "2027-02-01"}]}, []),
        ],
    )
    def test_appointment_comes_on_or_before_the_start_of_the_last_tenure(self, held: Any, expected: list[str]) -> None:
        assert codes(check_roster(roster(board(start="2026-09-01", JPN=held)), scope="law")) == expected

    def test_an_appointment_is_held_against_the_start_that_follows(self) -> None:
        held = {"appointed": "2027-02-01", "holders": [{"name": "A", "end": "2027-03-01"}, {"name": "B"}]}
        assert check_roster(roster(board(start="2026-09-01", JPN=held)), scope="law").findings == ()
        assert codes(check_roster(roster(board(JPN={"appointed": "2050-01-01"})))) == ["TRI203"]
        assert codes(check_roster(roster({"number": None, "seats": board(JPN={"appointed": "2050-01-01"})["seats"]}))) == [
            "TRI904"
        ]

    @pytest.mark.parametrize(
        ("holder", "number", "expected"),
        [
            ({"start": "1999-01-01"}, 8, ["TRI306"]),
            ({"start": "2027-09-01"}, 8, []),
            ({"start": "1999-01-01"}, "8", ["TRI904"]),
        ],
    )
    def test_a_tenure_is_held_against_the_nominal_term_where_none_is_stated(
        self, holder: Any, number: Any, expected: list[str]
    ) -> None:
        seats = board(JPN={"holders": [{"name": "A", **holder}]})["seats"]
        assert codes(check_roster(roster({"number": number, "seats": seats}), scope="law")) == expected

    def test_a_tenure_that_the_law_bears_out_is_right_though_the_term_is_wrong(self) -> None:
        held = {"holders": [{"name": "A", "end": "2028-01-01"}, {"name": "B", "start": "2028-01-01", "end": "2029-09-01"}]}
        data = roster(board(start="2026-09-01", end="2027-09-01", JPN=held))
        assert codes(check_roster(data, scope="law")) == ["TRI304"]

    def test_what_equals_the_record_of_a_user_is_a_note(self) -> None:
        late = {"holder": "iwatani-shigeo", "appointed": "2026-09-10", "sources": ["s"]}
        seats = [{"role": "secretary-general", "state": "JPN", "tenures": [late]}]
        record = with_facts(boards=[{"number": 8, "seats": seats}])
        report = check_roster(tri.boards(record=record), record=record)
        assert [(finding.code, finding.severity) for finding in report.findings] == [
            ("TRI406", Severity.NOTE),
            ("TRI203", Severity.NOTE),
        ]
        assert ", with facts added; scope record" in str(report)

    def test_suggestions_are_those_of_the_law(self) -> None:
        finding = only(check_roster(roster(board(7, end="2026-09-01")), agreement=A2010, scope="law"))
        assert finding.message == "board 7 has a term of 24 months, so its end must be 2025-09-01"
        assert "2025-09-01" in only(check_roster(roster(board(8, start="2027-09-01")), agreement=A2010, scope="law")).message
        moved = only(check_roster(roster(board(8, start="2027-09-01", end="2031-09-01"))).filtered(select=["TRI304"]))
        assert moved.suggestion is not None
        assert moved.suggestion.value == "2030-09-01"


class TestStates:
    @pytest.mark.parametrize(
        ("text", "code"),
        [("Korea", "KOR"), ("kor", "KOR"), ("ROK", "KOR"), ("South Korea", "KOR"), ("Korea, Rep.", "KOR"), ("대한민국", "KOR")],
    )
    def test_a_member_in_words_is_a_note_with_the_code(self, text: str, code: str) -> None:
        finding = only(check_roster(roster(board(7, KOR={"state": text}))))
        assert (finding.code, finding.path) == ("TRI911", "$.boards[0].seats[0].state")
        assert finding.suggestion is not None
        assert (finding.suggestion.value, finding.suggestion.safe) == (code, True)
        assert ("taken for the Republic of Korea" in finding.message) is (text == "Korea")

    @pytest.mark.parametrize(
        "text", ["PRK", "DPRK", "N. Korea", "북조선", "North Korea", "D.P.R. Korea", "Korea, DPR", "북한", "北朝鮮", "朝鲜"]
    )
    def test_no_spelling_of_prk_is_taken_for_kor(self, text: str) -> None:
        finding = only(check_roster(roster(board(7, KOR={"state": text}))))
        assert finding.code == "TRI106"
        assert "Democratic People's Republic of Korea is no member" in finding.message
        assert finding.suggestion is None

    @pytest.mark.parametrize(
        "text", ["", "KORR", "EU", "K" * 10_000, "\ud800", "Korea and Japan", "🇰🇵 Korea", "Korea" + " " * 100 + "North"]
    )
    def test_what_is_no_state_known_here_is_no_member(self, text: str) -> None:
        assert only(check_roster(roster(board(7, KOR={"state": text})))).code == "TRI106"


class TestWhateverThereIs:
    @given(
        st.recursive(
            st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
            lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
        )
    )
    def test_every_json_value_has_a_report(self, data: Any) -> None:
        report = check_roster(data)
        assert not report.ok or data == {"boards": []}
        assert report.as_dict()["findings"]

    @pytest.mark.parametrize(
        "data", ["roster.json", b"{}", Path("roster.json"), 7, None, object(), {1, 2}, [], [tri.board(7), None], {1: 2}]
    )
    def test_what_is_no_document_is_a_finding(self, data: Any) -> None:
        assert set(codes(check_roster(data))) <= {"TRI902", "TRI903", "TRI904"}
        assert not check_roster(data).ok

    def test_a_text_is_not_guessed_to_be_a_path(self) -> None:
        assert "check_roster_file" in only(check_roster("docs/examples/boards.toml")).hint

    def test_values_of_the_library_are_taken(self) -> None:
        data = roster(
            board(
                start=dt.date(2026, 9, 1),
                end=tri.PartialDate(2029, 9, 1),
                JPN={"role": tri.Role.SECRETARY_GENERAL, "state": tri.MemberState.JAPAN, "holder": tri.person("LEE Hee-sup")},
            )
        )
        report = check_roster(MappingProxyType(data))
        assert codes(report) == ["TRI405"]
        assert report.fixed()["boards"][0]["seats"][0] == {
            "role": "secretary-general",
            "state": "JPN",
            "holder": "LEE Hee-sup",
        }
        assert report.fixed()["boards"][0]["start"] == "2026-09-01"

    def test_a_moment_is_no_day(self) -> None:
        moment = dt.datetime(2026, 9, 1)  # noqa: DTZ001 - any moment
        assert codes(check_roster(roster(board(start=moment)))) == ["TRI904"]

    def test_a_role_in_short_is_understood_and_remarked_on(self) -> None:
        report = check_roster(roster(board(JPN={"role": "SG"})))
        assert codes(report) == ["TRI103"]
        assert check_roster(report.fixed()).findings == ()

    @pytest.mark.parametrize("name", ["\u3164", "\u2800", "\ufe0f\u115f", "\u200b", " "])
    def test_a_name_that_shows_nothing_is_blank(self, name: str) -> None:
        assert codes(check_roster(roster(board(JPN={"holder": name})))) == ["TRI912"]

    @pytest.mark.parametrize("hidden", ["\u034f", "\ufe0f", "\u202e", "\ud800", "\u2028"])
    def test_a_name_with_a_hidden_character_is_still_that_name(self, hidden: str) -> None:
        assert codes(check_roster(roster(board(7, KOR={"holder": f"LEE{hidden} Hee-sup"})))) == ["TRI908"]

    def test_one_invented_name_in_every_seat_is_left_alone_by_the_law(self) -> None:
        data = roster(board(**{state: {"holder": "TBD"} for state in ("JPN", "CHN", "KOR")}))
        assert check_roster(data, scope="law").findings == ()
        assert set(codes(check_roster(data))) == {"TRI108", "TRI405"}

    def test_of_a_hundred_thousand_remarks_and_more_the_rest_is_counted(self) -> None:
        report = check_roster({"boards": [None] * 100_002})
        assert codes(report)[:2] == ["TRI910", "TRI904"]
        assert report.findings[0].got == "2 more"

    def test_each_key_that_excludes_others_is_reported_once(self) -> None:
        held = {"holder": "A", "holders": [{"name": "B"}], "vacant": True}
        assert codes(check_roster(roster(board(JPN=held)), scope="law")) == ["TRI907", "TRI907"]

    def test_unknown_keys_are_counted_where_they_are_many(self) -> None:
        report = check_roster({"boards": [board()], **{f"key {at}": at for at in range(50)}})
        assert codes(report) == ["TRI902"] * 21
        assert "30 more unknown keys" in report.findings[0].message
        assert '$["key 0"]' in [finding.path for finding in report.findings]

    @pytest.mark.parametrize(
        ("key", "hint"), [("strat", "did you mean start?"), (7, "has the keys number, start"), ("x" * 500, "has the keys")]
    )
    def test_an_unknown_key_has_a_hint(self, key: Any, hint: str) -> None:
        assert hint in only(check_roster(roster(board() | {key: 1}))).hint

    def test_a_seat_may_have_had_ten_thousand_holders(self) -> None:
        days = [dt.date(2026, 9, 1) + dt.timedelta(days=at) for at in range(10_001)]
        holders = [{"name": f"No. {at}", "start": str(day)} for at, day in enumerate(days)]
        last = str(days[-1] + dt.timedelta(days=1))
        assert codes(check_roster(roster(board(end=last, JPN={"holders": holders})), scope="law")) == ["TRI304"]

    def test_ten_thousand_boards_with_one_number_have_ten_thousand_findings_but_one(self) -> None:
        assert codes(check_roster(roster(*[board()] * 10_000))) == ["TRI501"] * 9_999

    @given(st.one_of(rosters(), changed_rosters()))
    def test_what_passes_at_a_glance_passes_a_close_look(self, data: Any) -> None:
        """Only dicts pass at a glance, so that another kind of mapping is looked at closely."""
        for scope in ("record", "law"):
            assert check_roster(data, scope=scope).findings == check_roster(MappingProxyType(data), scope=scope).findings


class TestValidate:
    @given(rosters())
    def test_a_roster_without_errors_is_a_value(self, data: Any) -> None:
        value = validate_roster(data)
        assert hash(value) == hash(validate_roster(data))
        assert validate_roster(document(value)) == validate_roster(value) == value == pickle.loads(pickle.dumps(value))
        assert [each.number for each in value.boards] == [each["number"] for each in data["boards"]]

    def test_what_a_roster_says_can_be_read_from_its_value(self) -> None:
        held = {
            "JPN": {"holder": "SATO Jun", "appointed": "2026-08-20"},
            "CHN": {"vacant": True},
            "KOR": {"holders": [{"name": "A", "end": "2027-01-01"}, {"name": "B", "start": "2027-02-01"}]},
        }
        value = validate_roster(roster(board(start="2026-09", end="2029-09-01", **held), board(9))).boards[0]
        assert (value.number, value.start, value.end) == (8, tri.PartialDate(2026, 9), dt.date(2029, 9, 1))
        leader, vacant, several = value.seats
        assert (leader.role, leader.state, leader.holder) == (tri.Role.SECRETARY_GENERAL, tri.MemberState.JAPAN, "SATO Jun")
        assert leader.appointed == dt.date(2026, 8, 20)
        assert (vacant.occupancy, vacant.holder) == (tri.Occupancy.VACANT, None)
        assert [(each.holder, each.start, each.end) for each in several.tenures] == [
            ("A", None, dt.date(2027, 1, 1)),
            ("B", dt.date(2027, 2, 1), None),
        ]
        assert repr(value) == "<RosterBoard 8 2026-09/2029-09-01>"
        assert repr(value.seats) == "(<RosterSeat SG JPN SATO Jun>, <RosterSeat DSG CHN vacant>, <RosterSeat DSG KOR B>)"
        assert repr(several.tenures[0]) == "<RosterTenure A>"

    def test_an_error_is_raised_with_the_report(self) -> None:
        data = roster(board(end="2028-09-01"))
        with pytest.raises(
            InvalidRosterError, match=r"roster: 1 error, by the .*\nerror TRI304 at \$\.boards\[0\]\.end"
        ) as refused:
            validate_roster(data)
        assert str(refused.value) == str(check_roster(data))
        again = pickle.loads(pickle.dumps(refused.value))
        assert again.report == refused.value.report

    def test_boards_with_changes_and_vacancies_become_documents(self) -> None:
        record = with_facts(
            people=[{"id": "p", "names": [{"text": "SATO Jun", "script": "Latn", "kind": "preferred", "sources": ["s"]}]}],
            boards=[
                {
                    "number": 8,
                    "seats": [
                        {
                            "role": "secretary-general",
                            "state": "JPN",
                            "tenures": [{"holder": "p", "end": "2027-01-01", "sources": ["s"]}],
                        },
                        {"role": "deputy-secretary-general", "state": "CHN", "tenures": [{"vacant": True, "sources": ["s"]}]},
                    ],
                }
            ],
        )
        seats = document([tri.board(8, record=record)])["boards"][0]["seats"]
        assert seats[0]["holders"] == [{"name": "SATO Jun", "start": "2026-09-01", "end": "2027-01-01"}]
        assert seats[1]["vacant"] is True
        assert seats[2] == {"role": "deputy-secretary-general", "state": "KOR"}
        assert check_roster(tri.board(8, record=record), record=record).findings == ()

    def test_only_boards_become_documents(self) -> None:
        with pytest.raises(tri.WrongTypeError, match=r"a board must be a Board, such as board\(7\), got 7"):
            document([7])  # type: ignore[list-item]  # pyright: ignore[reportArgumentType]
