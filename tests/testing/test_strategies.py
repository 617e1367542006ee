"""Every strategy draws what it says: lawful values, valid rosters, and rosters that break just one rule."""

import datetime as dt
import sys
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import trilateral as tri
from trilateral.rosters import RULES, Report, Severity, check_roster, check_roster_file
from trilateral.testing import agreements, assert_valid_roster, boards, broken_rosters, days, rosters
from trilateral.testing._breaking import BREAKING

CODES = sorted(RULES)
OF_FILES = ["TRI901", "TRI909", "TRI910"]
OF_DATA = [code for code in CODES if code not in OF_FILES]
laws = st.none() | st.just(tri.AGREEMENT_2010) | agreements()


def report_of(code: str, drawn: Any, folder: Path) -> Report:
    """The report of a roster that breaks a rule, by the law of the rule's examples."""
    if not isinstance(drawn, bytes):
        return check_roster(drawn, agreement=RULES[code].agreement)
    path = folder / "broken.json"
    path.write_bytes(drawn)
    return check_roster_file(path)


def places(report: Report) -> set[tuple[object, ...]]:
    """Where a report has which finding."""
    return {(finding.code, *finding.location) for finding in report.findings}


class TestValues:
    """Days, boards and agreements."""

    @given(days(first=dt.date(2020, 2, 28), last=dt.date(2020, 3, 1)))
    def test_days_lie_between_the_two_given(self, day: dt.date) -> None:
        assert dt.date(2020, 2, 28) <= day <= dt.date(2020, 3, 1)

    @given(days())
    def test_there_is_a_board_on_every_day(self, day: dt.date) -> None:
        assert day in tri.board_on(day).term

    @given(st.data(), laws)
    def test_boards_are_those_of_their_agreement(self, data: st.DataObject, agreement: Any) -> None:
        board = data.draw(boards(agreement=agreement))
        assert board == tri.board(board.number, agreement=agreement)
        assert 1 <= board.number <= 40

    @given(days(first=dt.date(2011, 9, 2)), agreements())
    def test_the_boards_of_every_agreement_are_a_valid_roster_by_it(self, day: dt.date, agreement: Any) -> None:
        report = check_roster(tri.boards(until=day, agreement=agreement), agreement=agreement)
        assert report.ok, report


class TestValidRosters:
    """No errors and no warnings."""

    @given(st.data(), laws)
    def test_they_are_valid_by_their_agreement(self, data: st.DataObject, agreement: Any) -> None:
        roster = data.draw(rosters(agreement=agreement))
        assert roster["boards"]
        report = check_roster(roster, agreement=agreement)
        assert report.ok, report
        assert not report.of(Severity.WARNING), report
        assert_valid_roster(roster, agreement=agreement, strict=True)


class TestBrokenRosters:
    """One rule each."""

    def test_there_is_a_way_to_break_every_rule(self) -> None:
        assert sorted(BREAKING) == CODES

    @pytest.mark.parametrize("code", ["TRI999", "TRI2", "", None])
    def test_of_no_rule_are_refused(self, code: Any) -> None:
        expected = rf"a code must be one of `trilateral.rosters.RULES`, such as TRI201, got {code!r}"
        with pytest.raises(tri.InvalidValueError, match=expected):
            broken_rosters(code)

    @pytest.mark.parametrize("code", CODES)
    def test_each_breaks_its_rule_and_no_other(self, code: str, tmp_path_factory: pytest.TempPathFactory) -> None:
        folder = tmp_path_factory.mktemp(code)

        @given(broken_rosters(code))
        def holds(drawn: Any) -> None:
            assert isinstance(drawn, bytes) == (code in OF_FILES)
            report = report_of(code, drawn, folder)
            found = {finding.code: finding.severity for finding in report.findings}
            others = {other for other, severity in found.items() if other != code and severity is not Severity.NOTE}
            assert code in found, report
            assert not others, report
            assert found.keys() <= {code, "TRI405"}, report

        holds()

    @pytest.mark.parametrize("code", OF_DATA)
    def test_safe_fixes_take_findings_away_and_add_none(self, code: str, tmp_path: Path) -> None:
        @given(broken_rosters(code))
        def holds(drawn: Any) -> None:
            report = report_of(code, drawn, tmp_path)
            safe = {
                (finding.code, *finding.location)
                for finding in report.findings
                if finding.suggestion is not None and finding.suggestion.safe
            }
            fixed = report.fixed()
            again = report_of(code, fixed, tmp_path)
            assert places(again) == places(report) - safe
            assert again.fixed() == fixed

        holds()


class TestMissingExtra:
    """What one is told without Hypothesis."""

    def test_the_strategies_name_the_extra(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.delitem(sys.modules, "trilateral.testing._strategies")
        monkeypatch.setitem(sys.modules, "hypothesis", None)
        with pytest.raises(ModuleNotFoundError, match=r"need the extra \"testing\": pip install 'trilateral\[testing\]'"):
            import_module("trilateral.testing._strategies")
