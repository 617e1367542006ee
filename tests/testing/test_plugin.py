"""The assertion, and the pytest plugin that offers it: what fails, with what text, and what it costs not to use it."""

import json
import subprocess
import sys
from typing import Any

import pytest

import trilateral as tri
from trilateral.rosters import document
from trilateral.testing import assert_valid_roster

VALID = document(tri.boards())
SHORT = {"boards": [{**VALID["boards"][0], "end": "2012-09-01"}]}
WARNED: dict[str, list[Any]] = {"boards": []}


@pytest.fixture
def project(pytester: pytest.Pytester) -> pytest.Pytester:
    """A project with roster files, of which one is not valid."""
    for name, roster in (("valid", VALID), ("short", SHORT), ("warned", WARNED)):
        (pytester.mkdir(name) / f"{name}.json").write_text(json.dumps(roster), encoding="utf-8")
    lines = "\n".join(json.dumps(roster) for roster in (VALID, SHORT, VALID))
    (pytester.path / "rosters.jsonl").write_text(lines, encoding="utf-8")
    return pytester


def run(project: pytest.Pytester, marker: str, *options: str) -> pytest.RunResult:
    """Run a test with a marker, which says when it runs."""
    project.makepyfile(f"import pytest\n\n@pytest.mark.{marker}\ndef test_it():\n    print('it ran')\n")
    return project.runpytest_inprocess("-rP", "--strict-markers", *options)


class TestAssertion:
    """Valid or not, with the text of the report."""

    def test_nothing_happens_where_a_roster_is_valid(self) -> None:
        assert_valid_roster(VALID)
        assert_valid_roster(tri.boards())

    def test_the_message_is_the_text_of_the_report(self) -> None:
        with pytest.raises(AssertionError, match=r"roster: 1 error") as caught:
            assert_valid_roster(SHORT)
        assert str(caught.value) == str(tri.check_roster(SHORT))
        assert "    - '2012-09-01'\n    + '2013-09-01'\n" in str(caught.value)

    def test_law_scope_and_codes_can_be_chosen(self) -> None:
        assert_valid_roster(SHORT, ignore=["TRI3"])
        assert_valid_roster(tri.boards(agreement=tri.AGREEMENT_2010), agreement=tri.AGREEMENT_2010, record=tri.record())
        renamed = {
            "boards": [{**VALID["boards"][6], "seats": [{**each, "holder": None} for each in VALID["boards"][6]["seats"]]}]
        }
        renamed["boards"][0]["seats"][0]["holder"] = "HONG Gil-dong"
        assert_valid_roster(renamed, scope="law", strict=True)
        with pytest.raises(AssertionError, match="error TRI401"):
            assert_valid_roster(renamed, strict=True)

    def test_warnings_fail_only_where_that_is_asked_for(self) -> None:
        assert_valid_roster(WARNED)
        with pytest.raises(AssertionError, match="error TRI504"):
            assert_valid_roster(WARNED, strict=True)

    def test_a_path_is_a_file_and_a_text_is_none(self, project: pytest.Pytester) -> None:
        assert_valid_roster(project.path / "valid" / "valid.json")
        with pytest.raises(AssertionError, match=r"short\.json: 1 error"):
            assert_valid_roster(project.path / "short" / "short.json")
        with pytest.raises(AssertionError, match="a roster must be a table"):
            assert_valid_roster(str(project.path / "valid" / "valid.json"))

    def test_json_lines_are_checked_line_by_line(self, project: pytest.Pytester) -> None:
        with pytest.raises(AssertionError, match=r"rosters\.jsonl:2: 1 error") as caught:
            assert_valid_roster(project.path / "rosters.jsonl")
        assert "rosters.jsonl:1" not in str(caught.value)

    def test_the_traceback_ends_where_it_is_called(self, project: pytest.Pytester) -> None:
        project.makepyfile(
            "from trilateral.testing import assert_valid_roster\n\ndef test_it():\n    assert_valid_roster([])\n"
        )
        result = project.runpytest_inprocess()
        result.stdout.fnmatch_lines(["*error TRI904 at $: a roster must be a table*"])
        result.stdout.no_fnmatch_line("*_assertions.py*")


class TestFixture:
    """The same function."""

    def test_it_is_the_assertion(self, project: pytest.Pytester) -> None:
        project.makepyfile(
            """
            import trilateral.testing

            def test_it(assert_valid_roster):
                assert assert_valid_roster is trilateral.testing.assert_valid_roster
            """
        )
        project.runpytest_inprocess().assert_outcomes(passed=1)


class TestMarker:
    """Files that must be valid before a test runs."""

    @pytest.mark.parametrize(
        "arguments",
        [
            "'valid/*.json'",
            "'**/valid.json', 'valid/valid.json'",
            "'**/valid.json', '**/warned.json'",
            "'short/*', ignore=['TRI304']",
            "'**/*.json*', ignore=['TRI3', 'TRI5'], strict=True, scope='law', agreement=None, record=None",
        ],
    )
    def test_lets_a_test_run_whose_files_are_valid(self, project: pytest.Pytester, arguments: str) -> None:
        result = run(project, f"roster_files({arguments})")
        result.assert_outcomes(passed=1)
        result.stdout.fnmatch_lines(["it ran"])

    @pytest.mark.parametrize(
        ("arguments", "lines"),
        [
            ("'**/*.json'", ["*short.json: 1 error, by *", "error TRI304 *"]),
            ("'*.jsonl'", ["*rosters.jsonl:2: 1 error, by *"]),
            ("'short/*', '*.jsonl'", ["*short.json: 1 error, by *", "*rosters.jsonl:2: 1 error, by *"]),
            ("'warned/*', strict=True", ["*warned.json: 1 error, by *", "error TRI504 *"]),
            ("'valid/*.json', 'valid'", ["no file matches 'valid' in *"]),
            ("'/valid.json', ''", ["no file matches '/valid.json' in *", "no file matches '' in *"]),
            ("", ["the marker roster_files needs glob patterns, such as @pytest.mark.roster_files('rosters/[*].toml')"]),
            ("'valid/*', 7", ["the marker roster_files takes glob patterns that are strings, got 7"]),
            (
                "'valid/*', limit=1",
                ["the marker roster_files takes the keywords agreement, record, scope, ignore, strict, got 'limit'"],
            ),
            ("'valid/*', scope='none'", ["the marker roster_files is refused: scope must be 'record' or 'law', got 'none'"]),
            ("'valid/*', agreement=7", ["the marker roster_files is refused: agreement must be an Agreement, *"]),
        ],
    )
    def test_fails_a_test_before_it_runs(self, project: pytest.Pytester, arguments: str, lines: list[str]) -> None:
        result = run(project, f"roster_files({arguments})")
        result.assert_outcomes(failed=1)
        result.stdout.fnmatch_lines(lines)
        result.stdout.no_fnmatch_line("it ran")
        result.stdout.no_fnmatch_line("*Traceback*")

    def test_reports_a_file_once(self, project: pytest.Pytester) -> None:
        result = run(project, "roster_files('short/*', '**/short.json')")
        assert str(result.stdout).count("error TRI304") == 1

    def test_is_listed(self, project: pytest.Pytester) -> None:
        result = project.runpytest_inprocess("--markers")
        result.stdout.fnmatch_lines(
            ["@pytest.mark.roster_files(?patterns, agreement=None, *): fail the test, before it runs, *"]
        )

    def test_is_unknown_where_the_plugin_is_off(self, project: pytest.Pytester) -> None:
        project.makepyfile("import pytest\n\n@pytest.mark.roster_files('short/*')\ndef test_it():\n    pass\n")
        result = project.runpytest_subprocess("--strict-markers", "-p", "no:trilateral")  # in this process it is known
        result.stdout.fnmatch_lines(["*'roster_files' not found in `markers` configuration option*"])


class TestCost:
    """Nothing, where it is not used."""

    def test_the_plugin_imports_nothing_of_the_library(self) -> None:
        code = "import sys, trilateral.testing.plugin; print(*sorted(name for name in sys.modules if 'trilateral' in name))"
        done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)  # noqa: S603
        loaded = {name for name in done.stdout.split() if not name.startswith("_")}
        assert loaded == {"trilateral", "trilateral._lazy", "trilateral.testing", "trilateral.testing.plugin"}
