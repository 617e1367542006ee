"""Reports and findings: what they tell, as text, as data and as JSON, what is left out of them, and what they fix."""

import copy
import json
import pickle
from collections.abc import Callable
from datetime import date
from operator import not_
from types import MappingProxyType
from typing import Any

import attr
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.rosters.conftest import Table, board, codes, only, roster

import trilateral as tri
from trilateral import check_roster, check_roster_file, validate_roster
from trilateral.rosters import RULES, Finding, InvalidRosterError, Report, Severity, Suggestion

ERROR, WARNING, NOTE = Severity.ERROR, Severity.WARNING, Severity.NOTE


def sample() -> Table:
    """A roster with an error that has a safe fix, a warning and two notes, one of them with a safe fix."""
    held = {"JPN": {"state": "Japan"}, "KOR": {"holder": "HONG Gil-dong"}}
    return roster(board(8, start="2026-09-02", end="2029-08-31", **held))


CODES = ["TRI307", "TRI309", "TRI911", "TRI405"]


def any_of(report: Report) -> bool:
    return any([report])


def found() -> Report:
    report = check_roster(sample())
    assert codes(report) == CODES
    return report


def severities(report: Report) -> dict[str, str]:
    return {finding.code: finding.severity.value for finding in report.findings}


class TestReport:
    def test_it_is_ok_without_an_error(self) -> None:
        report = found()
        assert not report.ok
        assert report.filtered(ignore=["TRI309"]).ok
        assert check_roster(roster(board())).ok

    def test_its_findings_can_be_had_by_severity(self) -> None:
        report = found()
        assert [finding.code for finding in report.of(ERROR)] == ["TRI309"]
        assert [finding.code for finding in report.of(WARNING)] == ["TRI307"]
        assert [finding.code for finding in report.of(NOTE)] == ["TRI911", "TRI405"]
        assert check_roster(roster(board())).of(ERROR) == ()

    @pytest.mark.parametrize("asked", [bool, not_, any_of], ids=["bool", "not", "any"])
    @pytest.mark.parametrize("data", [sample(), roster(board())], ids=["with findings", "without"])
    def test_its_truth_is_refused_with_the_way_out(self, data: Table, asked: Callable[[Any], object]) -> None:
        match = r"a condition must be `report\.ok`, as a report has no truth value, got <Report roster: "
        with pytest.raises(tri.WrongTypeError, match=match):
            asked(check_roster(data))

    def test_reports_of_the_same_findings_are_equal_and_hash_alike(self) -> None:
        assert found() == found()
        assert hash(found()) == hash(found())
        assert found() != check_roster(sample(), agreement=tri.AGREEMENT_2010)
        assert found() != check_roster(roster(board()))
        assert len({found(), found(), check_roster(roster(board()))}) == 2

    def test_findings_that_tell_the_same_are_equal_and_hash_alike(self) -> None:
        assert found().findings == found().findings
        assert len({*found().findings, *found().findings}) == len(CODES)
        first = found().findings[0]
        assert first != attr.evolve(first, line=3)
        assert first != first.code

    def test_it_cannot_be_changed(self) -> None:
        with pytest.raises(attr.exceptions.FrozenInstanceError, match=r"can't set attribute|^$"):
            found().name = "x"  # type: ignore[misc]  # pyright: ignore[reportAttributeAccessIssue]
        with pytest.raises(attr.exceptions.FrozenInstanceError, match=r"can't set attribute|^$"):
            found().findings[0].line = 1  # type: ignore[misc]  # pyright: ignore[reportAttributeAccessIssue]

    def test_it_is_pickled_and_copied_with_its_document(self) -> None:
        report = found()
        for again in (pickle.loads(pickle.dumps(report)), copy.deepcopy(report), copy.copy(report)):
            assert again == report
            assert str(again) == str(report)
            assert again.fixed() == report.fixed()

    def test_its_repr_counts_what_was_found(self) -> None:
        assert repr(found()) == "<Report roster: 1 error, 1 warning, 2 notes>"
        assert repr(check_roster(roster(board()))) == "<Report roster: no finding>"
        assert repr(check_roster_file("absent.json")) == "<Report absent.json: 1 error>"
        assert repr(check_roster(roster(*[board()] * 3))) == "<Report roster: 2 errors>"

    def test_its_text_begins_with_name_counts_law_record_and_scope(self) -> None:
        by = "by the Agreement of 2010 as amended in 2025; record of 2026-11-25; scope record"
        assert str(check_roster(roster(board()))) == f"roster: no finding, {by}"
        assert str(found()).split("\n")[0] == f"roster: 1 error, 1 warning, 2 notes, {by}"
        assert str(check_roster_file("absent.json")).startswith("absent.json: 1 error, by the")
        assert str(check_roster(roster(board()), scope="law")).endswith("; scope law")

    def test_its_text_goes_on_with_each_finding(self) -> None:
        report = found()
        assert str(report) == "\n".join([str(report).split("\n")[0], *map(str, report.findings)])

    def test_an_invalid_roster_says_what_its_report_says(self) -> None:
        with pytest.raises(InvalidRosterError, match=r"^roster: 1 error, 1 warning, 2 notes, by the ") as refused:
            validate_roster(sample())
        assert refused.value.report == found()
        assert str(refused.value) == str(found())
        assert isinstance(refused.value, ValueError)


class TestFinding:
    def test_its_text_says_where_what_why_and_the_way_out(self) -> None:
        finding = only(check_roster(roster(board(end="2029-08-31"))))
        what, minus, plus, because, way_out = str(finding).split("\n")
        assert what.startswith("error TRI309 at $.boards[0].end: an end is exclusive, so it must be 2029-09-01, the day after")
        assert what.endswith("2029-08-31, got '2029-08-31'")
        assert (minus, plus) == ("    - '2029-08-31'", "    + '2029-09-01'")
        assert because == f"    because: {finding.citation.statement} (convention, primary)"
        assert way_out == "    way out: write the 1 September, or last_day with 31 August"

    def test_its_text_has_the_line_where_there_is_one_and_nothing_got_where_nothing_was(self) -> None:
        finding = only(check_roster_file("absent.json"))
        assert str(finding).startswith("error TRI901 at $: cannot read it: No such file or directory\n    because: ")
        assert str(attr.evolve(finding, line=3)).startswith("error TRI901 at $ (line 3): cannot read it")

    def test_its_text_gives_the_facts_and_provisions_that_it_rests_on(self) -> None:
        by_fact = only(check_roster(roster(board(7, KOR={"holder": "LEE He-sup"}))))
        assert "    because: LEE Hee-sup is also written LEE He-sup (wikipedia-en)\n" in str(by_fact)
        by_law = only(check_roster(roster(board(7, end="2025-09-01")), scope="law"))
        assert by_law.grounds.citations
        for citation in by_law.grounds.citations:
            assert f"    because: {citation.statement} ({citation.kind.value}, {citation.confidence.value})\n" in str(by_law)

    def test_its_repr_is_short(self) -> None:
        assert repr(found().findings[0]) == "<Finding TRI307 warning $.boards[0].start>"

    def test_its_location_leads_to_the_value_to_change(self) -> None:
        for finding in found().findings:
            value: Any = sample()
            for part in finding.location:
                value = value[part]
            assert repr(value) == finding.got

    def test_its_rule_is_that_of_its_code(self) -> None:
        for finding in found().findings:
            assert finding.rule is RULES[finding.code]
            assert finding.citation == finding.rule.citation

    @pytest.mark.parametrize(("safe", "told"), [(True, ", safe"), (False, "")])
    def test_a_suggestion_says_whether_it_is_safe(self, safe: bool, told: str) -> None:  # noqa: FBT001 - a parameter
        suggestion = Suggestion(value="JPN", safe=safe)
        assert repr(suggestion) == f"<Suggestion 'JPN'{told}>"
        assert suggestion == pickle.loads(pickle.dumps(suggestion))
        assert hash(suggestion) == hash(Suggestion(value="JPN", safe=safe))


class TestFiltered:
    @pytest.mark.parametrize(
        ("options", "expected"),
        [
            pytest.param({}, CODES, id="nothing"),
            pytest.param({"select": ["TRI3"]}, ["TRI307", "TRI309"], id="select by a beginning"),
            pytest.param({"select": ["TRI309", "TRI4"]}, ["TRI309", "TRI405"], id="select two"),
            pytest.param({"select": {"TRI911"}}, ["TRI911"], id="select a set"),
            pytest.param({"select": ("T",)}, CODES, id="select all"),
            pytest.param({"select": ["TRI2"]}, [], id="select none"),
            pytest.param({"ignore": ["TRI309"]}, ["TRI307", "TRI911", "TRI405"], id="ignore one"),
            pytest.param({"ignore": ["TRI3", "TRI9"]}, ["TRI405"], id="ignore by beginnings"),
            pytest.param({"select": ["TRI3"], "ignore": ["TRI307"]}, ["TRI309"], id="ignore of those selected"),
            pytest.param({"select": ["TRI307"], "ignore": ["TRI3"]}, [], id="ignore counts more"),
        ],
    )
    def test_codes_or_how_they_begin_are_kept_or_left_out(self, options: dict[str, Any], expected: list[str]) -> None:
        report = found().filtered(**options)
        assert codes(report) == expected
        assert report.ok is ("TRI309" not in expected)

    @pytest.mark.parametrize(
        ("options", "expected"),
        [
            pytest.param({}, ["warning", "error", "note", "note"], id="nothing"),
            pytest.param({"severities": {"TRI309": NOTE}}, ["warning", "note", "note", "note"], id="one"),
            pytest.param({"severities": {"TRI3": NOTE}}, ["note", "note", "note", "note"], id="a beginning"),
            pytest.param(
                {"severities": {"TRI": NOTE, "TRI309": WARNING}}, ["note", "warning", "note", "note"], id="the longest"
            ),
            pytest.param(
                {"severities": {"TRI309": WARNING, "T": NOTE}}, ["note", "warning", "note", "note"], id="in any order"
            ),
            pytest.param({"strict": True}, ["error", "error", "note", "note"], id="strict"),
            pytest.param(
                {"strict": True, "severities": {"TRI307": NOTE, "TRI405": WARNING}},
                ["note", "error", "note", "error"],
                id="strict at last",
            ),
            pytest.param(
                {"severities": MappingProxyType({"TRI9": ERROR})}, ["warning", "error", "error", "note"], id="a mapping"
            ),
        ],
    )
    def test_severities_are_ones_own(self, options: dict[str, Any], expected: list[str]) -> None:
        assert [finding.severity.value for finding in found().filtered(**options).findings] == expected

    def test_the_rest_of_the_report_stays(self) -> None:
        report = check_roster(sample(), scope="law")
        chosen = report.filtered(ignore=["TRI3"], strict=True)
        assert (chosen.agreement, chosen.edition, chosen.scope, chosen.name) == (
            report.agreement,
            report.edition,
            report.scope,
            report.name,
        )
        assert codes(report) == ["TRI307", "TRI309", "TRI911"], "the report itself is not changed"

    def test_a_finding_whose_severity_stays_is_the_same(self) -> None:
        report = found()
        assert report.filtered() == report
        assert report.filtered().filtered(select=["TRI"], severities={"TRI3": ERROR}, strict=True).of(NOTE) == report.of(NOTE)

    @pytest.mark.parametrize("option", ["select", "ignore"])
    @pytest.mark.parametrize("code", ["TRI0", "tri3", "TRI3091", "E501", "", " ", "TRI3*"], ids=repr)
    def test_codes_that_are_none_are_refused(self, option: str, code: str) -> None:
        match = f"^{option} must be codes of the catalogue, such as TRI201, or how they begin, such as TRI2, got "
        with pytest.raises(tri.InvalidValueError, match=match) as refused:
            found().filtered(**{option: ["TRI3", code]})  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
        assert refused.value.got == repr(code)
        with pytest.raises(tri.InvalidValueError, match=r"^severities must be codes of the catalogue"):
            found().filtered(severities={code: NOTE})

    def test_a_severity_shows_its_name(self) -> None:
        assert repr(NOTE) == "Severity.NOTE"

    @pytest.mark.parametrize("option", ["select", "ignore"])
    def test_a_text_is_not_several_codes(self, option: str) -> None:
        with pytest.raises(tri.WrongTypeError, match=rf"^{option} must be several codes, such as \['TRI201'\], got 'TRI3'"):
            found().filtered(**{option: "TRI3"})  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
        with pytest.raises(tri.WrongTypeError, match=rf"^{option} must be codes as strings, such as \['TRI201'\], got b'TRI3'"):
            found().filtered(**{option: b"TRI3"})  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]

    @pytest.mark.parametrize("severity", ["note", None, 1], ids=repr)
    def test_a_severity_that_is_none_is_refused(self, severity: Any) -> None:
        with pytest.raises(tri.WrongTypeError, match=r"^a severity must be a Severity, such as Severity\.NOTE, got "):
            found().filtered(severities={"TRI3": severity})


def boards_of_sorts() -> st.SearchStrategy[Table]:
    """Boards with mistakes, many of which have a safe fix."""
    days = st.sampled_from(["2026-09-01", "2026-08-31", "2029-08-31", "2029-09-01", "2028-09-01", "2026-09", "x"])
    states = st.sampled_from(["JPN", "Japan", "CN", "410", "Korea", "USA", "中国"])
    roles = st.sampled_from(["secretary-general", "SG", "deputy-secretary-general", "DSG", "Deputy Secretary-General"])
    names = st.sampled_from(
        ["LEE Hee-sup", "LEE He-sup", "Hee-sup Lee", "이희섭", "ZUSHI Shuji", "Zushi Shuji", "HONG Gil-dong"]
    )
    holders = st.fixed_dictionaries({"name": names}, optional={"start": days, "end": days})
    seats = st.fixed_dictionaries({"role": roles, "state": states}, optional={"holder": names, "holders": st.lists(holders)})
    return st.fixed_dictionaries(
        {"number": st.integers(6, 9), "seats": st.lists(seats, max_size=3)},
        optional={"start": days, "end": days, "last_day": days},
    )


class TestFixed:
    def test_safe_suggestions_are_written_and_no_others(self) -> None:
        data = sample()
        before = copy.deepcopy(data)
        fixed = check_roster(data).fixed()
        assert data == before
        assert fixed["boards"][0]["end"] == "2029-09-01"
        assert fixed["boards"][0]["seats"][0]["state"] == "JPN"
        assert fixed["boards"][0]["start"] == "2026-09-02", "what is not safe stays"
        assert set(codes(check_roster(fixed))) <= set(CODES)

    def test_a_second_fix_changes_nothing(self) -> None:
        once = found().fixed()
        assert check_roster(once).fixed() == once

    def test_only_what_is_still_in_the_report_is_fixed(self) -> None:
        fixed = found().filtered(ignore=["TRI309"]).fixed()
        assert fixed["boards"][0]["end"] == "2029-08-31"
        assert fixed["boards"][0]["seats"][0]["state"] == "JPN"

    def test_a_fixed_document_is_another_one(self) -> None:
        data = roster(board())
        fixed = check_roster(data).fixed()
        fixed["boards"][0]["seats"][0]["state"] = "x"
        fixed["boards"].clear()
        assert data == roster(board())
        assert check_roster(data).fixed() == data

    def test_values_of_python_become_plain_data(self) -> None:
        leader = {"role": tri.Role.SECRETARY_GENERAL, "state": tri.MemberState.JAPAN, "holder": tri.person("LEE Hee-sup")}
        one = board(start=date(2026, 9, 1), end=tri.PartialDate(2029, 9, 1), JPN=MappingProxyType(leader))
        fixed = check_roster(MappingProxyType({"boards": (one,)})).fixed()
        assert fixed == roster(
            board(
                start="2026-09-01",
                end="2029-09-01",
                JPN={"role": "secretary-general", "state": "JPN", "holder": "LEE Hee-sup"},
            )
        )
        assert json.loads(json.dumps(fixed)) == fixed

    @pytest.mark.parametrize("data", [None, 7, "roster.json", [], ["x"], {}, {"boards": 7}], ids=repr)
    def test_what_is_no_roster_stays_what_it_is(self, data: Any) -> None:
        assert check_roster(data).fixed() == data

    def test_a_document_that_holds_itself_is_fixed_as_deep_as_a_roster_is(self) -> None:
        data: Table = roster(board(end="2029-08-31"))
        data["itself"] = data
        fixed = check_roster(data).fixed()
        assert fixed["boards"][0]["end"] == fixed["itself"]["boards"][0]["end"].replace("08-31", "09-01") == "2029-09-01"

    def test_what_could_not_be_read_is_none(self) -> None:
        assert check_roster_file("absent.json").fixed() is None

    @given(data=st.fixed_dictionaries({"boards": st.lists(boards_of_sorts(), max_size=3)}))
    def test_fixing_twice_is_fixing_once_and_adds_no_finding(self, data: Table) -> None:
        before = copy.deepcopy(data)
        report = check_roster(data)
        fixed = report.fixed()
        assert data == before
        once = check_roster(fixed)
        assert once.fixed() == fixed
        assert {(each.code, each.path) for each in once.findings} <= {(each.code, each.path) for each in report.findings}
        assert not [each for each in once.findings if each.suggestion is not None and each.suggestion.safe]


class TestData:
    def test_a_report_is_plain_data_with_the_sources_of_its_findings(self) -> None:
        report = check_roster(roster(board(7, KOR={"holder": "LEE He-sup"}), board(8, JPN={"state": "Japan"})))
        data = report.as_dict()
        misprint, state = data.pop("findings")
        sources = data.pop("sources")
        assert data == {
            "name": None,
            "ok": True,
            "agreement": "Agreement of 2010 as amended in 2025",
            "edition": "2026-11-25",
            "facts_added": False,
            "scope": "record",
        }
        assert list(misprint) == [
            *("code", "severity", "path", "line", "message", "got", "suggestion", "hint", "facts", "citations"),
        ]
        assert misprint["suggestion"] == {"value": "LEE Hee-sup", "safe": True}
        assert misprint["facts"] == [{"statement": "LEE Hee-sup is also written LEE He-sup", "sources": ["wikipedia-en"]}]
        assert set(sources) == {
            each
            for finding in (misprint, state)
            for group in ("facts", "citations")
            for one in finding[group]
            for each in one["sources"]
        }
        assert sources["wikipedia-en"]["url"].startswith("https://")
        assert state["severity"] == "note"
        assert {"statement", "kind", "confidence", "sources"} == set(state["citations"][0])

    def test_what_a_finding_does_not_have_is_null(self) -> None:
        (finding,) = check_roster_file("absent.json").as_dict()["findings"]
        assert (finding["suggestion"], finding["line"], finding["got"], finding["facts"]) == (None, None, None, [])

    def test_json_is_one_line_that_says_what_the_data_says(self) -> None:
        report = found()
        assert "\n" not in report.to_json()
        assert json.loads(report.to_json()) == report.as_dict()
        assert "서울" in check_roster(roster(board(7, KOR={"holder": "서울"}))).to_json()


NASTY = ["A\nB", "\r\n", "\x1b[31mA", "A\u2028B", "\u202eA", "A\x00B", "\ud800", "\x7f", "A\u200bB"]


class TestStrangeTexts:
    @pytest.mark.parametrize("text", NASTY)
    def test_a_finding_keeps_its_lines_whatever_the_document_holds(self, text: str) -> None:
        documents = [
            roster(board(6, CHN={"holder": text}), board(7, KOR={"holder": text})),
            roster(board(7, KOR={"holder": f"LEE Hee{text}sup"})),
            roster(board(7, KOR={"holders": [{"name": text}, {"name": f"{text}x"}]})),
            roster(board(7, KOR={"state": text, "role": text, "appointed": text}, start=text, end=text, last_day=text)),
            roster(board(text)),
            roster(board(7) | {text: text}),
            {text: text, "boards": text},
            text,
        ]
        for data in documents:
            report = check_roster(data)
            assert report.findings
            for finding in report.findings:
                plain = Finding.__str__(finding)
                assert all(line.isprintable() for line in plain.split("\n"))
                assert plain.count("\n") == 1 + 2 * (finding.suggestion is not None) + max(
                    1, len(finding.grounds.facts) + len(finding.grounds.citations)
                )
            assert report.to_json().encode()
            assert "\n" not in report.to_json()

    @pytest.mark.parametrize("text", NASTY)
    def test_a_name_that_cannot_be_printed_is_shown_by_its_repr(self, text: str) -> None:
        report = check_roster_file(f"{text}.json")
        assert str(report).startswith(f"{f'{text}.json'!r}: 1 error, by the ")
        assert str(report).replace("\n", "").isprintable()
        assert report.name == f"{text}.json"

    def test_a_name_that_can_be_printed_is_shown_as_it_is(self) -> None:
        assert str(check_roster_file("見本 1.json")).startswith("見本 1.json: 1 error, by the ")


class TestSize:
    def test_ten_thousand_findings_are_told_filtered_and_fixed(self) -> None:
        data = roster(*(board(8, end="2029-08-31") for _ in range(5_000)))
        report = check_roster(data)
        assert len(report.findings) == 9_999
        assert repr(report) == "<Report roster: 9999 errors>"
        assert str(report).count("\nerror TRI") == 9_999
        assert len(json.loads(report.to_json())["findings"]) == 9_999
        fixed = report.fixed()
        assert {each["end"] for each in fixed["boards"]} == {"2029-09-01"}
        chosen = report.filtered(select=["TRI5"], severities={"TRI501": WARNING}, strict=True)
        assert codes(chosen) == ["TRI501"] * 4_999
        assert severities(chosen) == {"TRI501": "error"}
