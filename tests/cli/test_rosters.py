"""The commands on rosters: what `check` says of files and standard input, and what `codes` explains."""

import fcntl
import io
import json
import os
import pty
import struct
import subprocess
import sys
import termios
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final, cast

import pytest
from tests.cli.conftest import Ask, Said, shell
from tests.cli.test_process import on_a_terminal
from tests.rosters.conftest import board, roster

import trilateral as tri
from trilateral.rosters import RULES, schema

EXAMPLES: Final = Path(__file__).parents[2] / "docs" / "examples"
BOARDS, BROKEN = EXAMPLES / "boards.toml", EXAMPLES / "broken.json"
MODULE: Final = ["-m", "trilateral"]
BY: Final = "by the Agreement of 2010 as amended in 2025; record of 2026-11-25; scope record"

GOOD: Final = roster(board())
BAD: Final = roster(board(end="2029-08-31", start="2026-09-02"))
NOTED: Final = roster(board(JPN={"state": "Japan"}))

Write = Callable[..., Path]
Type = Callable[[str | bytes], None]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Return a function that writes a file: its name, and its text or the values of its lines."""

    def file(name: str, *contents: Any) -> Path:
        path = tmp_path / name
        lines = [each if isinstance(each, str) else json.dumps(each) for each in contents]
        path.write_text("\n".join(lines), encoding="utf-8")
        return path

    return file


@pytest.fixture
def type_in(monkeypatch: pytest.MonkeyPatch) -> Type:
    """Return a function that says what standard input holds."""

    def put(content: str | bytes) -> None:
        raw = content.encode() if isinstance(content, str) else content
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(raw), encoding="ascii"))

    return put


def reports(said: Said) -> list[Any]:
    """The reports of a command, one a line."""
    assert said.err == ""
    return [json.loads(line) for line in said.lines]


def codes_of(said: Said) -> list[list[str]]:
    return [[finding["code"] for finding in report["findings"]] for report in reports(said)]


def refused(said: Said) -> str:
    """The one line of an error of usage."""
    assert (said.code, said.out) == (2, "")
    assert said.err.startswith("error: ")
    assert said.err.count("\n") == 1
    return said.err.removeprefix("error: ").rstrip("\n")


def in_words(value: Any) -> str:
    """The id of the options of a case; its other parameters have none."""
    return " ".join(cast("list[str]", value)) if isinstance(value, list) else ""


class TestExitCodes:
    def test_0_is_no_error(self, ask: Ask, write: Write) -> None:
        good, noted = write("good.json", GOOD), write("noted.json", NOTED)
        assert ask("check", good) == (0, f"{good}: no finding, {BY}\n", "")
        assert ask("check", good, noted).code == 0
        assert ask("check", BOARDS) == (0, f"{BOARDS}: no finding, {BY}\n", "")

    def test_1_is_an_error_in_any_of_them(self, ask: Ask, write: Write) -> None:
        good, bad = write("good.json", GOOD), write("bad.json", BAD)
        for files in ([bad], [good, bad], [bad, good], [bad, "absent.json"], ["absent.json", good]):
            assert ask("check", *files).code == 1
        assert ask("check", BROKEN).code == 1

    @pytest.mark.parametrize("options", [[], ["--format", "json"], ["--ignore", "TRI9"], ["--severity", "TRI9=note"]])
    def test_2_is_that_nothing_could_be_read(self, ask: Ask, write: Write, options: list[str]) -> None:
        empty = write("empty.yaml")
        for files in (["absent.json"], [empty, "absent.jsonl"], ["absent.txt"], [write("broken.jsonl", "{", "[")]):
            said = ask("check", *files, *options)
            assert (said.code, said.err) == (2, "")
            assert all(str(file) in said.out for file in files), "the reports are told all the same"

    def test_several_files_are_told_one_after_the_other(self, ask: Ask, write: Write) -> None:
        good, bad = write("good.json", GOOD), write("bad.toml", "a = 1")
        said = ask("check", bad, good, "absent.json")
        assert [line.split(": ")[0] for line in said.lines if not line.startswith(("error", " "))] == [
            *(str(bad), str(good), "absent.json"),
        ]

    @pytest.mark.parametrize(
        "content",
        [b"\x00", b"\xff", b"[" * 100_000, "{}".encode("utf-16"), b'{"boards": NaN}', b'"\\ud800"', b'{"\\u001b[31m\\n": 1}'],
        ids=["NUL", "bytes", "deep", "UTF-16", "NaN", "surrogate", "control"],
    )
    @pytest.mark.parametrize("name", ["a.json", "a.toml", "a.yaml", "a.csv", "a.jsonl"])
    def test_no_content_gives_a_traceback_or_commands_the_terminal(
        self, ask: Ask, tmp_path: Path, content: bytes, name: str
    ) -> None:
        path = tmp_path / name
        path.write_bytes(content)
        said = ask("check", path)
        assert said.code in (1, 2)
        assert said.err == ""
        assert "Traceback" not in said.out
        assert said.out.replace("\n", "").isprintable()
        assert json.loads(ask("check", path, "--format", "json").out)["ok"] is False

    def test_names_of_files_do_not_command_the_terminal_either(self, ask: Ask, write: Write) -> None:
        said = ask("check", write("\x1b[31m\n.json", GOOD))
        assert said.code == 0
        assert said.out.count("\n") == 1
        assert said.out.rstrip("\n").isprintable()


class TestStandardInput:
    @pytest.mark.parametrize(
        ("form", "content"),
        [
            pytest.param(None, json.dumps(BAD), id="json by default"),
            pytest.param("json", json.dumps(BAD), id="json"),
            pytest.param("yaml", json.dumps(BAD), id="yaml"),
            pytest.param(
                "toml",
                '[[boards]]\nnumber = 8\nstart = 2026-09-02\nend = 2029-08-31\nseats = [{role = "secretary-general", '
                'state = "JPN"}, {role = "deputy-secretary-general", state = "CHN"}, '
                '{role = "deputy-secretary-general", state = "KOR"}]',
                id="toml",
            ),
            pytest.param(
                "csv",
                "number,role,state,start,end\n8,secretary-general,JPN,2026-09-02,2029-08-31\n"
                "8,deputy-secretary-general,CHN,,\n8,deputy-secretary-general,KOR,,",
                id="csv",
            ),
            pytest.param("jsonl", json.dumps(BAD), id="jsonl"),
        ],
    )
    def test_it_is_read_in_every_format(self, ask: Ask, type_in: Type, form: str | None, content: str) -> None:
        type_in(content)
        said = ask("check", "-", "--format", "json", *(() if form is None else ("--input", form)))
        assert said.code == 1
        assert codes_of(said) == [["TRI307", "TRI309"]]

    def test_each_of_its_lines_may_be_a_roster(self, ask: Ask, type_in: Type) -> None:
        type_in(f"{json.dumps(GOOD)}\r\n\n{json.dumps(BAD)}\n[")
        said = ask("check", "-", "--input", "jsonl", "--format", "json")
        assert said.code == 1
        assert codes_of(said) == [[], ["TRI307", "TRI309"], ["TRI901"]]
        assert [report["name"].rpartition(":")[2] for report in reports(said)] == ["1", "3", "4"]

    def test_it_may_be_empty_or_no_text_at_all(self, ask: Ask, type_in: Type) -> None:
        for content in (b"", b"\xff\xfe", b"\x00" * 10):
            type_in(content)
            assert ask("check", "-").code == 2

    @pytest.mark.parametrize("form", ["json", "jsonl"])
    def test_a_shell_pipes_into_it(self, form: str) -> None:
        done = subprocess.run(  # noqa: S603 - our own command
            [sys.executable, *MODULE, "check", "-", "--input", form],
            check=False,
            input=json.dumps(BAD).encode(),
            capture_output=True,
        )
        assert (done.returncode, done.stderr) == (1, b"")
        assert done.stdout.startswith(b"<stdin>" + b":1" * (form == "jsonl") + b": 1 error, 1 warning, by the ")

    @pytest.mark.parametrize("form", ["json", "jsonl"])
    def test_closed_it_is_an_error(self, form: str) -> None:
        code = f"import sys; sys.stdin = None; sys.argv = ['trilateral', 'check', '-', '--input', {form!r}]; "
        said = shell(["-c", f"{code}import trilateral.__main__ as t; sys.exit(t.main())"])
        assert said == (2, "", "error: cannot read standard input: it is closed\n")


class TestOptions:
    def test_input_says_the_format_of_every_file(self, ask: Ask, write: Write) -> None:
        path = write("roster.txt", BAD)
        assert ask("check", path).code == 2
        for form in ("json", "yaml", "jsonl"):
            assert codes_of(ask("check", path, "--input", form, "--format", "json")) == [["TRI307", "TRI309"]]
        assert ask("check", write("lines.json", GOOD, BAD), "--input", "jsonl").code == 1

    def test_scope_law_leaves_people_and_recorded_days_alone(self, ask: Ask, write: Write) -> None:
        path = write("a.json", roster(board(7, KOR={"holder": "Alice"})))
        assert codes_of(ask("check", path, "--format", "json")) == [["TRI401"]]
        assert codes_of(ask("check", path, "--format", "json", "--scope", "law")) == [[]]
        assert "; scope law\n" in ask("check", path, "--scope", "law").out

    def test_agreement_is_the_law(self, ask: Ask, write: Write) -> None:
        path = write("a.json", roster(board(7, end="2025-09-01")))
        assert codes_of(ask("check", path, "--format", "json")) == [["TRI304"]]
        said = ask("check", path, "--agreement", "2010")
        assert said.code == 0
        assert said.lines[0] == f"{path}: 1 warning, by the Agreement of 2010; record of 2026-11-25; scope record"

    def test_facts_are_added_to_the_record(self, ask: Ask, write: Write) -> None:
        path = write("a.json", roster(board(8, JPN={"holder": "MIHON Taro"})))
        assert codes_of(ask("check", path, "--format", "json")) == [["TRI405"]]
        said = ask("check", path, "--format", "json", "--facts", EXAMPLES / "facts.json")
        assert codes_of(said) == [[]]

    @pytest.mark.parametrize(
        ("options", "code", "expected"),
        [
            (["--select", "TRI307"], 0, ["TRI307"]),
            (["--select", "TRI307", "--strict"], 1, ["TRI307"]),
            (["--select", "TRI307", "--select", "TRI9"], 0, ["TRI307"]),
            (["--select", "TRI3", "--ignore", "TRI309"], 0, ["TRI307"]),
            (["--ignore", "TRI307", "--ignore", "TRI309"], 0, []),
            (["--ignore", "TRI307"], 1, ["TRI309"]),
            (["--severity", "TRI309=warning"], 0, ["TRI307", "TRI309"]),
            (["--severity", "TRI309=warning", "--strict"], 1, ["TRI307", "TRI309"]),
            (["--severity", "TRI3=note"], 0, ["TRI307", "TRI309"]),
            (["--severity", "TRI3=note", "--severity", "TRI307=error"], 1, ["TRI307", "TRI309"]),
            (["--severity", "TRI309=note", "--severity", "TRI309=error"], 1, ["TRI307", "TRI309"]),
        ],
        ids=in_words,
    )
    def test_findings_are_chosen_and_weighed(
        self, ask: Ask, write: Write, options: list[str], code: int, expected: list[str]
    ) -> None:
        said = ask("check", write("a.json", BAD), "--format", "json", *options)
        assert (said.code, codes_of(said)) == (code, [expected])

    @pytest.mark.parametrize("name", ["a.json", "a.jsonl"])
    def test_most_bytes_is_the_limit_of_a_file_or_a_line(self, ask: Ask, write: Write, name: str) -> None:
        size = len(json.dumps(GOOD))
        path = write(name, GOOD)
        assert ask("check", path, "--most-bytes", size).code == 0
        assert ask("check", path, "--most-bytes", "9" * 30).code == 0
        said = ask("check", path, "--most-bytes", size - 1)
        assert said.code == 2
        assert f"it must have at most {size - 1} bytes" in said.out

    def test_format_json_is_a_report_a_line(self, ask: Ask, write: Write) -> None:
        good, bad = write("good.json", GOOD), write("bad.json", BAD)
        first, second = reports(ask("check", good, bad, "--format", "json"))
        assert first == {**tri.check_roster_file(good).as_dict(), "name": str(good)}
        assert second == tri.check_roster_file(bad).as_dict()

    def test_text_is_the_text_of_the_report(self, ask: Ask, write: Write) -> None:
        path = write("a.json", BAD)
        assert ask("check", path).out == f"{tri.check_roster_file(path)}\n"

    @pytest.mark.parametrize(
        ("options", "said"),
        [
            (["--input", "xml"], "'xml' is not one of 'json', 'toml', 'yaml', 'csv', 'jsonl'"),
            (["--scope", "all"], "'all' is not one of 'record', 'law'"),
            (["--format", "xml"], "'xml' is not one of 'text', 'json'"),
            (["--agreement", "2024"], "'2024' is not one of '2010', '2025'"),
            (["--select", "TRI0"], "select must be codes of the catalogue, such as TRI201, or how they begin"),
            (["--select", ""], "select must be codes of the catalogue"),
            (["--ignore", "E501"], "ignore must be codes of the catalogue"),
            (["--severity", "TRI307"], "expected CODE=error|warning|note, such as TRI307=note, got 'TRI307'"),
            (["--severity", "TRI307=bad"], "such as TRI307=note, got 'TRI307=bad'; try 'trilateral check --help'"),
            (["--severity", "TRI307="], "got 'TRI307='"),
            (["--severity", "=note"], "severities must be codes of the catalogue"),
            (["--severity", "X=note"], "severities must be codes of the catalogue"),
            (["--most-bytes", "0"], "0 is not in the range x>=1"),
            (["--most-bytes", "many"], "'many' is not a valid integer"),
            (["--facts", "absent.json"], "cannot read the facts file 'absent.json': No such file or directory"),
            (["--strikt"], "--strict"),
        ],
        ids=in_words,
    )
    def test_a_wrong_option_is_told_what_is_wrong(self, ask: Ask, write: Write, options: list[str], said: str) -> None:
        assert said in refused(ask("check", write("a.json", GOOD), *options))

    def test_without_a_file_there_is_nothing_to_check(self, ask: Ask) -> None:
        assert refused(ask("check")) == "Missing argument 'FILE...'; try 'trilateral check --help'"

    def test_the_help_is_no_error(self, ask: Ask) -> None:
        said = ask("check", "--help")
        assert said.code == 0
        for option in ("--input", "--scope", "--select", "--ignore", "--severity", "--strict", "--most-bytes", "--facts"):
            assert option in said.out


class TestJsonLines:
    def test_a_line_is_a_roster_and_has_a_report(self, ask: Ask, write: Write) -> None:
        path = write("rosters.jsonl", GOOD, "", BAD, "{", NOTED)
        said = ask("check", path, "--format", "json")
        assert said.code == 1
        assert codes_of(said) == [[], ["TRI307", "TRI309"], ["TRI901"], ["TRI911"]]
        assert [report["name"] for report in reports(said)] == [f"{path}:{at}" for at in (1, 3, 4, 5)]

    def test_lines_without_an_error_are_told_too(self, ask: Ask, write: Write) -> None:
        path = write("rosters.ndjson", GOOD, NOTED)
        said = ask("check", path)
        assert said.code == 0
        assert [line for line in said.lines if line.startswith(str(path))] == [
            f"{path}:1: no finding, {BY}",
            f"{path}:2: 1 note, {BY}",
        ]

    @pytest.mark.parametrize(
        "name", ["absent.jsonl", "\0.jsonl", "x" * 5_000 + ".jsonl", "."], ids=["absent", "NUL", "long", "folder"]
    )
    def test_a_path_that_cannot_be_read_is_told(self, ask: Ask, name: str) -> None:
        said = ask("check", name, "--input", "jsonl")
        assert (said.code, said.err) == (2, "")
        assert "error TRI901 at $: cannot read it: " in said.out

    def test_a_report_is_told_before_the_next_line_is_there(self) -> None:
        command = [sys.executable, "-u", *MODULE, "check", "-", "--input", "jsonl", "--format", "json"]
        with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:  # noqa: S603 - our own
            assert process.stdin is not None
            assert process.stdout is not None
            for at in (1, 2):
                process.stdin.write(json.dumps(GOOD).encode() + b"\n")
                process.stdin.flush()
                assert json.loads(process.stdout.readline())["name"] == f"<stdin>:{at}"
            process.stdin.close()
        assert process.returncode == 0


def beside_a_terminal(*arguments: str, width: int = 80) -> Said:
    """Run a command whose standard error is a terminal, and whose standard output is a pipe."""
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 50, width, 0, 0))
    inherited = {key: value for key, value in os.environ.items() if key not in ("COLUMNS", "NO_COLOR", "FORCE_COLOR")}
    with subprocess.Popen(  # noqa: S603 - our own command
        [sys.executable, *MODULE, *arguments],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=theirs,
        env={**inherited, "TERM": "xterm"},
    ) as process:
        os.close(theirs)
        assert process.stdout is not None
        out = process.stdout.read()
        err = b""
        try:
            while more := os.read(ours, 65536):
                err += more
        except OSError:  # how Linux reports that nobody can write any more
            pass
        os.close(ours)
    return Said(process.returncode, out.decode("utf-8"), err.decode("utf-8"))


class TestProgress:
    def test_a_terminal_that_does_not_show_the_reports_shows_how_far_they_are(self, write: Write) -> None:
        path = write("rosters.jsonl", *[GOOD] * 50, BAD)
        said = beside_a_terminal("check", str(path), "--format", "json")
        assert (said.code, len(said.lines)) == (1, 51)
        assert json.loads(said.lines[-1])["name"] == f"{path}:51"
        assert "Checking" in said.err
        assert "\x1b" not in said.out

    @pytest.mark.parametrize("name", ["absent.jsonl", ".jsonl.json", "x" * 300 + ".jsonl"], ids=["absent", "no lines", "long"])
    def test_there_is_none_where_there_are_no_lines(self, write: Write, name: str) -> None:
        path = str(write(name, BAD)) if name.endswith(".json") else name
        said = beside_a_terminal("check", path)
        assert said.code in (1, 2)
        assert said.err == ""

    def test_there_is_none_on_a_terminal_that_shows_the_reports(self, write: Write) -> None:
        assert "Checking" not in on_a_terminal("check", str(write("rosters.jsonl", GOOD, GOOD)), width=80)

    def test_there_is_none_in_a_pipe(self, write: Write) -> None:
        said = shell([*MODULE, "check", str(write("rosters.jsonl", GOOD, GOOD))], environment={"FORCE_COLOR": "1"})
        assert (said.code, len(said.lines), said.err) == (0, 2, "")

    def test_without_standard_output_and_error_there_is_nothing_to_say(self, write: Write) -> None:
        path = str(write("rosters.jsonl", BAD))
        code = f"import sys; sys.stdout = sys.stderr = None; sys.argv = ['trilateral', 'check', {path!r}]; "
        assert shell(["-c", f"{code}import trilateral.__main__ as t; sys.exit(t.main())"]) == (1, "", "")


class TestProcess:
    def test_python_m_trilateral_says_what_the_command_says(self, ask: Ask) -> None:
        assert shell([*MODULE, "check", str(BROKEN)]) == ask("check", BROKEN)

    @pytest.mark.parametrize(
        "arguments",
        [["check", str(BROKEN)], ["check", str(BOARDS), "--format", "json"], ["codes"], ["codes", "--schema"]],
        ids=["text", "json", "codes", "schema"],
    )
    def test_a_closed_pipe_is_no_error(self, arguments: list[str]) -> None:
        reading, writing = os.pipe()
        os.close(reading)
        try:
            assert shell([*MODULE, *arguments], stdout=writing) == (0, "", "")
        finally:
            os.close(writing)

    def test_reports_are_utf_8_whatever_the_locale(self, write: Write) -> None:
        path = write("a.json", roster(board(7, KOR={"holder": "홍길동"})))
        ascii_only = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "PYTHONIOENCODING": "ascii"}
        for options in ([], ["--format", "json"]):
            assert "홍길동" in shell([*MODULE, "check", str(path), *options], environment=ascii_only).out

    def test_a_path_that_is_no_text_is_told_by_its_bytes(self, tmp_path: Path) -> None:
        path = os.fsencode(tmp_path) + b"/\xff.json"
        with open(path, "wb") as file:  # noqa: PTH123 - the path is bytes
            file.write(json.dumps(GOOD).encode())
        for options, shown in (([], "\\udcff.json"), (["--format", "json"], "\\udcff.json")):
            said = shell([*MODULE, "check", os.fsdecode(path), *options])
            assert (said.code, said.err) == (0, "")
            assert shown in said.out

    def test_without_the_extra_yaml_the_finding_says_how_to_install_it(
        self, ask: Ask, write: Write, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setitem(sys.modules, "yaml", None)
        said = ask("check", write("a.yaml", GOOD))
        assert said.code == 2
        assert "YAML needs the extra \"yaml\": pip install 'trilateral[yaml]'" in said.out


class TestCodes:
    def test_every_rule_is_listed(self, ask: Ask) -> None:
        said = ask("codes")
        assert (said.code, said.err) == (0, "")
        assert said.lines[0] == f"{len(RULES)} rules; trilateral codes CODE explains one"
        assert [line.split()[:2] for line in said.lines[3:]] == [[code, rule.severity.value] for code, rule in RULES.items()]
        assert all(rule.title in said.out for rule in RULES.values())

    @pytest.mark.parametrize("code", RULES)
    def test_every_rule_is_explained(self, ask: Ask, code: str) -> None:
        rule = RULES[code]
        said = ask("codes", code)
        assert said.code == 0
        assert said.lines[0] == f"{code}: {rule.title}"
        for told in (rule.reason, rule.hint, rule.citation.statement, rule.severity.value, *rule.implies):
            assert told in said.out
        for source in rule.citation.sources:
            assert source.title in said.out
        assert max(map(len, said.lines)) < 1_100

    def test_examples_are_shown_and_the_long_one_is_cut(self, ask: Ask) -> None:
        short, long = RULES["TRI502"], RULES["TRI910"]
        lines = ask("codes", "TRI502").lines
        assert [line.split(maxsplit=1)[1] for line in lines if line.startswith(("Right", "Wrong"))] == [short.good, short.bad]
        assert [line.split(maxsplit=1)[1] for line in lines if line.startswith("Implies")] == ["nothing"]
        (wrong,) = (line for line in ask("codes", "TRI910").lines if line.startswith("Wrong"))
        assert wrong.split(maxsplit=1)[1] == f"{long.bad[:40]} ... {long.bad[-40:]} ({len(long.bad)} characters)"

    def test_a_terminal_shows_them_within_its_width(self) -> None:
        for arguments in (["codes"], ["codes", "TRI304"]):
            assert "TRI304" in on_a_terminal(*arguments, width=80)

    @pytest.mark.parametrize("code", ["TRI000", "tri304", "TRI3", "", "304"], ids=repr)
    def test_a_code_that_is_none_is_told_where_they_are_listed(self, ask: Ask, code: str) -> None:
        said = refused(ask("codes", code))
        assert said == f"no rule has the code {code!r}; `trilateral codes` lists them; try 'trilateral codes --help'"

    def test_the_schema_is_printed_alone(self, ask: Ask) -> None:
        for options in ((), ("--format", "json")):
            said = ask("codes", "--schema", *options)
            assert (said.code, said.document) == (0, schema())
        assert refused(ask("codes", "TRI304", "--schema")).startswith("pass a CODE or --schema, not both")

    def test_format_json_has_every_part_of_every_rule(self, ask: Ask) -> None:
        rules = ask("codes", "--format", "json").document["codes"]
        assert [rule["code"] for rule in rules] == list(RULES)
        (one,) = ask("codes", "TRI304", "--format", "json").document["codes"]
        assert one in rules
        rule = RULES["TRI304"]
        assert one == {
            "code": "TRI304",
            "severity": "error",
            "title": rule.title,
            "reason": rule.reason,
            "hint": rule.hint,
            "citation": rule.citation.statement,
            "kind": rule.citation.kind.value,
            "confidence": rule.citation.confidence.value,
            "sources": [source.id for source in rule.citation.sources],
            "implies": list(rule.implies),
            "shape": False,
            "good": rule.good,
            "bad": rule.bad,
        }
        assert any(rule["shape"] for rule in rules)

    @pytest.mark.parametrize(
        ("arguments", "said"),
        [
            (["codes", "TRI304", "TRI305"], "(TRI305); try 'trilateral codes --help'"),
            (["codes", "--format", "xml"], "'xml' is not one of 'text', 'json'"),
        ],
        ids=in_words,
    )
    def test_a_wrong_command_is_told_what_is_wrong(self, ask: Ask, arguments: list[str], said: str) -> None:
        assert said in refused(ask(*arguments))
