"""A report as a notebook shows it."""

from pathlib import Path

import pytest
from tests.rosters.conftest import board, roster
from tests.values.test_markup import HOSTILE, Reader

from trilateral import check_roster, check_roster_file
from trilateral.rosters import Report

BROKEN = Path(__file__).parent.parent.parent / "docs" / "examples" / "broken.json"


def shown(report: Report) -> Reader:
    """The HTML of a report, as notebooks ask for it."""
    html: str = report._repr_html_()  # pyright: ignore[reportPrivateUsage]
    return Reader(html)


class TestTable:
    """One row a finding, in the order of the report."""

    def test_each_finding_has_a_row(self) -> None:
        report = check_roster(roster(board(8, start="2026-09-02", end="2029-08-31", JPN={"state": "Japan"})))
        read = shown(report)
        assert [content for _, _, content in read.rows[0]] == ["Code", "Severity", "Place", "Message", "Way out"]
        assert [row[:3] for row in read.texts] == [
            (finding.code, finding.severity.value, finding.path) for finding in report.findings
        ]
        assert {row[1] for row in read.texts} == {"error", "warning", "note"}

    def test_a_finding_tells_what_was_found_what_to_write_and_the_way_out(self) -> None:
        (row,) = shown(check_roster(roster(board(8, JPN={"state": "Japan"})))).texts
        assert row[3:] == (
            "a state should be written by its code, JPN, got 'Japan'",
            "'JPN'\nwrite CHN, JPN or KOR",
        )

    def test_what_is_lacking_was_not_found_and_has_nothing_to_write_instead(self) -> None:
        (finding,) = check_roster({}).findings
        (row,) = shown(check_roster({})).texts
        assert (finding.got, finding.suggestion) == (None, None)
        assert row[3:] == (finding.message, finding.hint)

    def test_the_line_stands_with_the_place(self) -> None:
        report = check_roster_file(BROKEN).filtered(select=["TRI309"])
        assert [row[2] for row in shown(report).texts] == ["$.boards[1].end\nline 12"]

    def test_the_caption_is_the_summary_of_the_text(self) -> None:
        report = check_roster(roster())
        assert shown(report).caption == str(report).partition("\n")[0]

    def test_a_report_without_a_finding_is_its_summary(self) -> None:
        report = check_roster(roster(board()))
        read = shown(report)
        assert (read.caption, read.rows) == (str(report), [])

    def test_after_fifty_findings_the_others_are_counted(self) -> None:
        report = check_roster(roster(*(board(number, JPN={"state": "Japan"}) for number in range(8, 60))))
        read = shown(report)
        assert (len(report.findings), len(read.texts)) == (52, 50)
        assert read.caption.endswith("scope recordand 2 more; print the report to see them all")

    def test_fifty_findings_are_all_there(self) -> None:
        read = shown(check_roster(roster(*(board(number, JPN={"state": "Japan"}) for number in range(8, 58)))))
        assert len(read.texts) == 50
        assert read.caption.endswith("scope record")

    def test_a_long_place_or_text_is_cut_in_its_middle(self) -> None:
        deep = "x" * 5000
        report = check_roster(roster(board(8, JPN={"state": f"Japan{deep}", deep: 1})))
        assert max(len(finding.path) for finding in report.findings) > 5000
        cells = [cell for row in shown(report).texts for cell in row]
        assert max(map(len, cells)) < 1000
        assert any(cell.startswith("$.boards[0].seats") and " … x" in cell for cell in cells)

    @pytest.mark.parametrize("hostile", HOSTILE)
    def test_markup_in_a_document_is_text(self, hostile: str) -> None:
        report = check_roster(
            {**roster(board(8, JPN={"state": hostile, "holder": hostile}, **{hostile: hostile})), hostile: 1},
        )
        read = shown(report)
        assert len(read.texts) == len(report.findings) >= 2
        assert [row[2] for row in read.texts] == [finding.path for finding in report.findings]

    @pytest.mark.parametrize("hostile", HOSTILE)
    def test_markup_in_the_name_of_a_file_is_text(self, hostile: str) -> None:
        report = check_roster_file(f"{hostile.replace('/', '')}.json")
        assert shown(report).caption == str(report).partition("\n")[0]
