"""Rosters in files and streams: every format, line numbers, and a report for whatever a file may hold."""

import io
import json
import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, BinaryIO, cast

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from tests.rosters.conftest import board, codes, only, roster

import trilateral as tri
from trilateral.rosters import Finding, Limits, Report, check_roster, check_roster_file, check_roster_lines, format_of

LEVELS = 100_000
FORMATS = ("json", "toml", "yaml", "csv")

# Board 8 with an end that means a last day, in the fourth line of its format or the second of CSV.
JSON = """{
 "boards": [
  {"number": 8,
   "end": "2029-08-31",
   "seats": [
    {"role": "secretary-general", "state": "JPN"},
    {"role": "deputy-secretary-general", "state": "CHN"},
    {"role": "deputy-secretary-general",
     "state": "KOR",
     "holder": "A\\u200bB"}
   ]}
 ]
}
"""
TOML = """[[boards]]
number = 8
start = 2026-09-01
end = 2029-08-31
seats = [
  {role = "secretary-general", state = "JPN"},
  {role = "deputy-secretary-general", state = "CHN"},
  {role = "deputy-secretary-general", state = "KOR"},
]
"""
YAML = """boards:
- number: 8
  start: 2026-09-01
  end: 2029-08-31
  seats:
  - {role: secretary-general, state: JPN}
  - {role: &deputy deputy-secretary-general, state: CHN}
  - role: *deputy
    state: KOR
    holder: "A\\u200BB"
"""
CSV = """number,role,state,start,end,last_day,holder
8,secretary-general,JPN,,2029-08-31,,
8,deputy-secretary-general,CHN,2026-09-01,,,

8,deputy-secretary-general,KOR,,2029-08-31,,A\u200bB
"""


def read(content: str | bytes, form: str | None = None, **options: Any) -> Report:
    raw = content.encode() if isinstance(content, str) else content
    return check_roster_file(io.BytesIO(raw), format=form, **options)


def lines(content: str | bytes, **options: Any) -> list[Report]:
    raw = content.encode() if isinstance(content, str) else content
    return list(check_roster_lines(io.BytesIO(raw), **options))


def refusal(report: Report, code: str = "TRI901") -> Finding:
    """The one finding of a document that cannot be read."""
    finding = only(report)
    assert (finding.code, finding.path, report.ok, report.fixed()) == (code, "$", False, None)
    return finding


def seats_of(content: str) -> Any:
    """The seats of the one board of a roster in CSV."""
    (one,) = read(content, "csv").fixed()["boards"]
    return one["seats"]


def places(report: Report) -> list[tuple[str, int | None]]:
    return [(finding.path, finding.line) for finding in report.findings]


class Breaking(io.RawIOBase):
    """A stream that gives what it holds, a byte a time, and then raises."""

    def __init__(self, content: bytes, error: Exception | None) -> None:
        self.left = content
        self.error = error

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        if not self.left and self.error is not None:
            raise self.error
        piece, self.left = self.left[:1], self.left[1:]
        buffer[: len(piece)] = piece
        return len(piece)

    def binary(self) -> BinaryIO:
        return cast("BinaryIO", self)


class Counting(io.BytesIO):
    """A stream that knows how much of it was read."""

    taken = 0

    def read(self, size: int | None = -1, /) -> bytes:
        piece = super().read(size)
        self.taken += len(piece)
        return piece


class TestFormats:
    @pytest.mark.parametrize(
        ("content", "form", "expected"),
        [
            pytest.param(JSON, "json", [("$.boards[0].end", 4), ("$.boards[0].seats[2].holder", 10)], id="json"),
            pytest.param(TOML, "toml", [("$.boards[0].end", None)], id="toml"),
            pytest.param(YAML, "yaml", [("$.boards[0].end", 4), ("$.boards[0].seats[2].holder", 10)], id="yaml"),
            pytest.param(CSV, "csv", [("$.boards[0].end", 2), ("$.boards[0].seats[2].holder", 5)], id="csv"),
        ],
    )
    @pytest.mark.parametrize("ends", ["\n", "\r\n"], ids=["LF", "CRLF"])
    @pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"], ids=["no BOM", "BOM"])
    def test_every_format_tells_the_lines_that_it_has(
        self, content: str, form: str, expected: list[tuple[str, int | None]], ends: str, mark: bytes
    ) -> None:
        report = read(mark + content.replace("\n", ends).encode(), form, scope="law")
        assert (codes(report), places(report)) == (["TRI309", "TRI908"][: len(expected)], expected)
        fixed = check_roster(report.fixed(), scope="law")
        assert codes(fixed) == ["TRI908"][: len(expected) - 1]
        start = report.fixed()["boards"][0].get("start", "2026-09-01")
        assert start == "2026-09-01", "dates are read as their texts"

    @pytest.mark.parametrize("name", ["a.json", "a.JSON", "a.toml", "a.yaml", "a.yml", "a.csv"])
    def test_the_end_of_a_name_tells_the_format(self, tmp_path: Path, name: str) -> None:
        contents = {"json": JSON, "toml": TOML, "yaml": YAML, "csv": CSV}
        form = format_of(name)
        assert form is not None
        path = tmp_path / name
        path.write_text(contents[form], encoding="utf-8")
        for given_path in (path, str(path)):
            report = check_roster_file(given_path, scope="law")
            assert (codes(report)[0], report.name) == ("TRI309", str(path))

    @pytest.mark.parametrize(
        ("path", "form"),
        [
            ("a.jsonl", "jsonl"),
            ("a.ndjson", "jsonl"),
            ("a.txt", None),
            ("json", None),
            (".json", None),
            ("", None),
            ("\0", None),
        ],
    )
    def test_other_names_have_other_formats_or_none(self, path: str, form: str | None) -> None:
        assert format_of(path) == form
        assert format_of(Path(path)) == form

    @pytest.mark.parametrize("path", [None, 3, b"a.json"])
    def test_what_is_no_path_has_no_format(self, path: Any) -> None:
        with pytest.raises(tri.WrongTypeError, match=f"a path must be a str or a pathlib.Path.*, got {path!r}"):
            format_of(path)

    def test_a_format_that_is_passed_counts_more_than_the_name(self, tmp_path: Path) -> None:
        path = tmp_path / "roster.json"
        path.write_text(YAML)
        assert refusal(check_roster_file(path)).line == 1
        assert codes(check_roster_file(path, format="yaml", scope="law")) == ["TRI309", "TRI908"]

    @pytest.mark.parametrize("name", ["roster", "roster.txt", "roster.json.bak", "\0"])
    def test_without_a_format_a_name_must_tell_it(self, tmp_path: Path, name: str) -> None:
        finding = refusal(check_roster_file(tmp_path / name))
        assert finding.message == "its name must end in .json, .toml, .yaml, .yml or .csv, or its format be given"
        assert finding.got is not None

    @pytest.mark.parametrize("form", ["xml", "JSON", "", 7, []], ids=repr)
    def test_a_format_that_is_none_is_a_wrong_call(self, tmp_path: Path, form: Any) -> None:
        with pytest.raises(tri.InvalidValueError, match="format must be one of json, toml, yaml, csv, got"):
            check_roster_file(tmp_path / "a.json", format=form)
        if form:
            with pytest.raises(tri.InvalidValueError, match="format must be one of json, toml, yaml, csv, got"):
                read("{}", form)

    def test_json_lines_are_no_single_document(self, tmp_path: Path) -> None:
        assert "read them with check_roster_lines" in refusal(read("{}", "jsonl")).message
        (tmp_path / "a.jsonl").write_text("{}\n")
        assert "read them with check_roster_lines" in refusal(check_roster_file(tmp_path / "a.jsonl")).message

    @pytest.mark.parametrize("scope", ["record", "law"])
    def test_law_record_and_scope_are_those_asked_for(self, scope: Any) -> None:
        report = read(json.dumps(roster(board(7, end="2025-09-01"))), agreement=tri.AGREEMENT_2010, scope=scope)
        assert codes(report) == (["TRI407"] if scope == "record" else [])
        assert (report.agreement, report.scope, report.name) == (tri.AGREEMENT_2010, scope, None)

    @pytest.mark.parametrize(
        ("options", "error", "match"),
        [
            ({"agreement": "2010"}, tri.WrongTypeError, "agreement must be an Agreement"),
            ({"record": {}}, tri.WrongTypeError, "record must be a Record"),
            ({"scope": "all"}, tri.InvalidValueError, "scope must be 'record' or 'law'"),
        ],
        ids=["agreement", "record", "scope"],
    )
    def test_a_wrong_call_is_refused_before_anything_is_read(self, options: Any, error: type[Exception], match: str) -> None:
        with pytest.raises(error, match=match):
            check_roster_file("absent.json", **options)
        with pytest.raises(error, match=match):
            check_roster_lines("absent.jsonl", **options)


class TestLimits:
    def test_limits_are_values(self) -> None:
        assert Limits() == Limits(bytes=10_000_000, values=1_000_000)
        assert hash(Limits(values=5)) == hash(Limits(values=5)) != hash(Limits())
        assert repr(Limits(bytes=5)) == "<Limits 5 bytes, 1000000 values>"

    @pytest.mark.parametrize("name", ["bytes", "values"])
    @pytest.mark.parametrize("value", [True, 1.0, "1", None], ids=repr)
    def test_a_limit_is_an_int(self, name: str, value: Any) -> None:
        with pytest.raises(tri.WrongTypeError, match=f"{name} must be an int, such as 1_000_000, got"):
            Limits(**{name: value})

    @pytest.mark.parametrize("name", ["bytes", "values"])
    @pytest.mark.parametrize("value", [0, -1])
    def test_a_limit_is_one_or_more(self, name: str, value: int) -> None:
        with pytest.raises(tri.InvalidValueError, match=f"{name} must be 1 or more, got {value}"):
            Limits(**{name: value})

    @pytest.mark.parametrize(("content", "form"), [(JSON, "json"), (TOML, "toml"), (YAML, "yaml"), (CSV, "csv")], ids=FORMATS)
    def test_as_many_bytes_as_the_limit_are_read_and_one_more_is_not(self, content: str, form: str) -> None:
        size = len(content.encode())
        assert "TRI910" not in codes(read(content, form, limits=Limits(bytes=size)))
        finding = refusal(read(content, form, limits=Limits(bytes=size - 1)), "TRI910")
        assert finding.message == f"it must have at most {size - 1} bytes; a higher limit can be passed"

    @pytest.mark.parametrize(
        ("content", "form", "values"),
        [('{"boards": [1, 2]}', "json", 4), ("boards = [1, 2]", "toml", 4), ("boards: [1, 2]", "yaml", 4), (CSV, "csv", 13)],
        ids=FORMATS,
    )
    def test_as_many_values_as_the_limit_are_read_and_one_more_is_not(self, content: str, form: str, values: int) -> None:
        assert "TRI910" not in codes(read(content, form, limits=Limits(values=values)))
        assert (
            f"at most {values - 1} values" in refusal(read(content, form, limits=Limits(values=values - 1)), "TRI910").message
        )

    @pytest.mark.parametrize("content", ["x", "# nothing"], ids=repr)
    def test_a_value_alone_in_yaml_is_one_value(self, content: str) -> None:
        assert codes(read(content, "yaml", limits=Limits(values=1))) == ["TRI904"]

    @pytest.mark.parametrize("most", [sys.maxsize - 1, sys.maxsize, 10**30], ids=["less", "all", "more"])
    def test_a_limit_may_be_higher_than_any_file(self, most: int) -> None:
        assert codes(read('{"boards": []}', limits=Limits(bytes=most, values=most))) == ["TRI504"]
        assert [codes(report) for report in lines('{"boards": []}\n', limits=Limits(bytes=most))] == [["TRI504"]]

    def test_fifty_megabytes_are_refused_without_being_read(self, tmp_path: Path) -> None:
        path = tmp_path / "large.json"
        with path.open("wb") as file:
            file.truncate(50_000_000)
        assert refusal(check_roster_file(path), "TRI910").message.startswith("it must have at most 10000000 bytes")
        (line,) = check_roster_lines(path, limits=Limits(bytes=1000))
        assert refusal(line, "TRI910").line == 1

    def test_no_more_is_read_than_the_limit_and_one_byte(self) -> None:
        stream = Counting(b" " * 5_000)
        refusal(check_roster_file(stream, limits=Limits(bytes=100)), "TRI910")
        assert stream.taken == 101


class TestPaths:
    def test_a_file_that_is_not_there_is_a_finding(self, tmp_path: Path) -> None:
        for path in (tmp_path / "absent.json", str(tmp_path / "absent.json"), tmp_path / "no" / "folder.csv"):
            report = check_roster_file(path)
            assert refusal(report).message == "cannot read it: No such file or directory"
            assert report.name == str(path)

    def test_a_folder_is_a_finding(self, tmp_path: Path) -> None:
        folder = tmp_path / "folder.json"
        folder.mkdir()
        assert refusal(check_roster_file(folder)).message == "it must be a file; it is a folder or a device"
        assert refusal(check_roster_file(tmp_path, format="toml")).got is not None

    @pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
    def test_a_pipe_that_nobody_writes_to_is_not_waited_for(self, tmp_path: Path) -> None:
        path = tmp_path / "pipe.json"
        os.mkfifo(path)
        assert refusal(check_roster_file(path)).message == "it must be a file; it is a folder or a device"

    @pytest.mark.parametrize("device", ["/dev/zero", "/dev/null", "/dev/full"])
    def test_a_device_is_not_read_without_end(self, device: str) -> None:
        if not Path(device).exists():
            pytest.skip("needs the device")
        assert refusal(check_roster_file(device, format="json")).got == repr(device)

    @pytest.mark.parametrize("path", ["a\0b.json", "\ud800.json", "x" * 5_000 + ".json"], ids=["NUL", "surrogate", "long"])
    def test_a_path_that_cannot_be_is_a_finding(self, path: str) -> None:
        report = check_roster_file(path)
        assert refusal(report).message.startswith("cannot read it: ")
        assert refusal(next(check_roster_lines(path))).message.startswith("cannot read it: ")
        assert str(report).count("\n") == str(check_roster_file("absent.json")).count("\n")

    @pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="the superuser may read everything")
    def test_a_file_that_may_not_be_read_is_a_finding(self, tmp_path: Path) -> None:
        path = tmp_path / "secret.json"
        path.write_text("{}")
        path.chmod(0)
        assert refusal(check_roster_file(path)).message == "cannot read it: Permission denied"

    def test_a_file_that_is_refused_when_it_is_opened_is_a_finding(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def refuse(*_: object, **__: object) -> None:
            raise PermissionError(13, "Permission denied")

        path = tmp_path / "roster.json"
        path.write_text("{}")
        monkeypatch.setattr(Path, "open", refuse)
        assert refusal(check_roster_file(path)).message == "cannot read it: Permission denied"
        assert refusal(next(check_roster_lines(path))).message == "cannot read it: Permission denied"


class TestStreams:
    def test_a_stream_is_read_as_json_and_named_if_it_has_a_name(self, tmp_path: Path) -> None:
        path = tmp_path / "roster.txt"
        path.write_text('{"boards": []}')
        with path.open("rb") as stream:
            report = check_roster_file(stream)
        assert (codes(report), report.name) == (["TRI504"], str(path))
        assert read('{"boards": []}').name is None

    def test_a_stream_that_gives_little_at_a_time_is_read_to_its_end(self) -> None:
        stream = Breaking(b'{"boards": []}', None).binary()
        assert codes(check_roster_file(stream)) == ["TRI504"]

    @pytest.mark.parametrize(
        ("error", "said"),
        [
            pytest.param(OSError(5, "Input/output error"), "Input/output error", id="OSError"),
            pytest.param(EOFError("it ended too early"), "it ended too early", id="EOFError"),
            pytest.param(ValueError("I/O operation on closed file"), "I/O operation on closed file", id="ValueError"),
        ],
    )
    def test_a_stream_that_breaks_off_is_a_finding(self, error: Exception, said: str) -> None:
        assert refusal(check_roster_file(Breaking(b'{"boards"', error).binary())).message == f"cannot read it: {said}"
        first, last = check_roster_lines(Breaking(b'{"boards": []}\n[', error).binary())
        assert (codes(first), first.name) == (["TRI504"], "line:1")
        assert (refusal(last).message, last.name) == (f"cannot read it: {said}", "line:2")

    @pytest.mark.parametrize(
        "stream", [io.StringIO("{}"), io.StringIO(""), io.TextIOWrapper(io.BytesIO(b"{}"))], ids=["text", "empty", "wrapper"]
    )
    def test_a_stream_of_text_is_a_wrong_call(self, stream: Any) -> None:
        match = "a file must be a path or a binary stream, not one of text, got <_io"
        with pytest.raises(tri.WrongTypeError, match=match):
            check_roster_file(stream)
        with pytest.raises(tri.WrongTypeError, match=match):
            list(check_roster_lines(stream))

    @pytest.mark.parametrize("what", [None, 7, b"roster.json", {"boards": []}, object()], ids=lambda what: type(what).__name__)
    def test_what_is_neither_path_nor_stream_is_a_wrong_call(self, what: Any) -> None:
        with pytest.raises(tri.WrongTypeError, match="a file must be a path or a binary stream, got"):
            check_roster_file(what)
        with pytest.raises(tri.WrongTypeError, match="a file must be a path or a binary stream, got"):
            list(check_roster_lines(what))


class TestBytes:
    @pytest.mark.parametrize("form", FORMATS)
    @pytest.mark.parametrize("content", [b"", b" ", b"\n\r\n \t", b"\xef\xbb\xbf", b"\xef\xbb\xbf\n", "\u3000\u2028".encode()])
    def test_nothing_but_blanks_is_empty(self, form: str, content: bytes) -> None:
        finding = refusal(read(content, form))
        assert (finding.message, finding.got) == ("it must not be empty", "nothing but blanks")

    @pytest.mark.parametrize("form", FORMATS)
    @pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be"])
    def test_text_in_another_encoding_is_recognised(self, form: str, encoding: str) -> None:
        finding = refusal(read(JSON.encode(encoding), form))
        assert (finding.message, finding.got) == (
            "it must be text in UTF-8; save it so",
            "text in UTF-16 or UTF-32, or binary data",
        )

    @pytest.mark.parametrize("form", FORMATS)
    @pytest.mark.parametrize(
        ("content", "line", "got"),
        [
            (b'{"a":\n "\xe9"}', 2, "the byte 0xe9 at offset 8"),
            (b"\xef\xbb\xbf12\n\xe9", 2, "the byte 0xe9 at offset 6"),
            (b"12345\n\x00", 2, "the byte 0x00 at offset 6"),
            (b"\xef\xbb\xbf12\x00", 1, "the byte 0x00 at offset 5"),
            (b"\x89PNG\r\n\x1a\n", 1, "the byte 0x89 at offset 0"),
            (b'"\xed\xa0\x80"', 1, "the byte 0xed at offset 1"),
            (b"\xff\xfe", None, "text in UTF-16 or UTF-32, or binary data"),
            (b"\x7fELF\x02\x01\x01\x00\xff", 1, "the byte 0xff at offset 8"),
        ],
        ids=["latin-1", "latin-1 after a BOM", "NUL", "NUL after a BOM", "PNG", "surrogate", "half a text", "ELF"],
    )
    def test_binary_data_is_told_by_its_byte_and_line(self, form: str, content: bytes, line: int | None, got: str) -> None:
        finding = refusal(read(content, form))
        assert (finding.line, finding.got) == (line, got)

    @given(content=st.binary(max_size=200), form=st.sampled_from(FORMATS))
    def test_there_is_a_report_for_any_bytes(self, content: bytes, form: str) -> None:
        report = read(content, form)
        assert not report.ok or report.fixed()["boards"] == []
        assert json.loads(report.to_json())["ok"] is report.ok

    @given(
        content=st.lists(
            st.sampled_from(
                [*"{}[]:,\"\\\n\r#-&*!%|>=.'0179aeE \u2028\x85\x01", "boards", "\n- ", "[[", "&a", "*a", "<<", "null"]
            ),
            max_size=40,
        ).map("".join),
        form=st.sampled_from(FORMATS),
    )
    def test_there_is_a_report_for_any_text(self, content: str, form: str) -> None:
        report = read(content, form)
        assert all(finding.line is None or finding.line >= 1 for finding in report.findings)
        assert json.loads(report.to_json())["findings"] or report.ok


class TestJson:
    @pytest.mark.parametrize(
        ("content", "line", "message", "got"),
        [
            ('{"boards":\n[] []}', 2, "expecting ',' delimiter", "'[]}'"),
            ("\n{'boards': []}", 2, "expecting property name enclosed in double quotes", "\"'boards': []}\""),
            ('{"boards": [', 1, "expecting value", "the end of the text"),
            ('{"boards": []}\n{}', 2, "extra data", "'{}'"),
            ('"\n"', 1, "invalid control character at", "'\\n\"'"),
            ("\ufeff\ufeff{}", 1, "unexpected utf-8 bom", "'\\ufeff{}'"),
        ],
        ids=["no comma", "quotes", "cut", "two", "line break", "two marks"],
    )
    def test_what_is_no_json_is_told_where(self, content: str, line: int, message: str, got: str) -> None:
        finding = refusal(read(content))
        assert finding.message.startswith(f"it is not valid JSON: {message}")
        assert (finding.line, finding.got) == (line, got)

    @pytest.mark.parametrize("content", ["[" * LEVELS, "[" * LEVELS + "]" * LEVELS, '{"a":' * LEVELS, "[" * 201 + "]" * 201])
    def test_too_many_levels_are_refused(self, content: str) -> None:
        finding = refusal(read(content), "TRI910")
        assert finding.message == "its lists and tables must be nested at most 200 deep"

    def test_a_few_levels_more_than_a_roster_has_are_read(self) -> None:
        content = '{"boards": ' + '[{"a":1,"seats":' * 60 + "0" + "}]" * 60 + "}"
        assert codes(read(content))[:2] == ["TRI903", "TRI105"]

    def test_each_key_that_stands_twice_is_told_where(self) -> None:
        content = """{"boards": [
 {"number": 7, "number": 8,
  "seats": [{"role": "a"}, {"role": "b",
   "role": "c"}], "seats": []}],
 "x": {"a": 1}, "x": {"a": 2}, "": 1,
 "": 2}"""
        twice = [finding for finding in read(content).findings if finding.code == "TRI909"]
        assert [(finding.path, finding.line, finding.got) for finding in twice] == [
            ('$[""]', 6, "''"),
            ("$.boards[0].number", 2, "'number'"),
            ("$.boards[0].seats", 4, "'seats'"),
            ("$.boards[0].seats[1].role", 4, "'role'"),
            ("$.x", 5, "'x'"),
        ]
        assert {finding.message for finding in twice} == {"a key must stand once in a table"}
        assert read(content).fixed()["boards"][0] == {"number": 8, "seats": []}, "the last one counts"

    def test_a_key_that_stands_twice_deeper_than_a_roster_is_told_without_a_place(self) -> None:
        report = read('{"boards": []' + ', "x": {"x": ' + "[" * 10 + '{"a": 1, "a": 2}' + "]" * 10 + "}}")
        assert [(finding.path, finding.got) for finding in report.findings if finding.code == "TRI909"] == [("$", None)]

    def test_the_same_key_in_two_tables_stands_once_in_each(self) -> None:
        assert codes(read(json.dumps(roster(board(), board(9))))) == []

    @pytest.mark.parametrize("number", ["NaN", "Infinity", "-Infinity", "1e999", "8.5"])
    def test_a_number_that_is_none_is_of_the_wrong_type(self, number: str) -> None:
        finding = only(read(json.dumps(roster(board())).replace("8", number, 1)))
        assert (finding.code, finding.path) == ("TRI904", "$.boards[0].number")

    @pytest.mark.parametrize("digits", [601, 100_001, 1_000_000])
    @pytest.mark.parametrize("sign", ["", "-"], ids=["plus", "minus"])
    def test_a_number_of_many_digits_is_refused_before_it_takes_long(self, digits: int, sign: str) -> None:
        finding = refusal(read(f'{{"boards": [{{"number": {sign}{"9" * digits}}}]}}'), "TRI910")
        assert finding.message == "a number must have at most 600 digits"
        assert finding.got == f"{digits + len(sign)} digits"

    def test_a_number_of_many_digits_may_be_no_board(self) -> None:
        assert codes(read(json.dumps(roster(board())).replace("8", "9" * 600, 1))) == ["TRI503"]

    def test_lone_surrogates_are_shown_by_their_codes(self) -> None:
        content = json.dumps(roster(board(JPN={"holder": "A\ud800"}), {"\udc00": 1}))
        report = read(content)
        assert "TRI908" in codes(report)
        assert "'A\\ud800'" in str(report)
        assert str(report).encode("utf-8")
        assert report.to_json().encode("utf-8")
        assert '$.boards[1]["\\udc00"]' in [finding.path for finding in report.findings]

    @pytest.mark.parametrize("text", ["9" * 4_000_000, "\\n" * 2_000_000, "\\u0061" * 600_000], ids=["plain", "short", "long"])
    def test_a_long_text_is_cut_where_it_is_shown(self, text: str) -> None:
        finding = read(f'{{"boards":\n"{text}"}}').findings[0]
        assert (finding.code, finding.line) == ("TRI904", 2)
        assert finding.got is not None
        assert len(finding.got) < 100

    @given(rosters=st.lists(st.integers(1, 9), max_size=3), indent=st.sampled_from([None, 0, 1]))
    def test_every_value_has_the_line_where_it_stands(self, rosters: list[int], indent: int | None) -> None:
        data = roster(*(board(number, end="x", seats=[{"role": "y", "state": "z", "holder": '{["\\,:'}]) for number in rosters))
        content = json.dumps(data, indent=indent)
        for finding in read(content).findings:
            assert finding.line is not None
            if finding.got is not None and finding.got[0] == "'" and finding.got != "'{[\"\\\\,:'":
                assert finding.got.strip("'") in content.split("\n")[finding.line - 1]


class TestToml:
    @pytest.mark.parametrize(
        ("content", "line", "message"),
        [
            ("a = 1\na = 2\n", 2, "cannot overwrite a value"),
            ("[a]\n[a]", 2, "cannot declare ('a',) twice"),
            ("\n\n= 1", 3, "invalid statement"),
            ("a =", None, "invalid value"),
            ("a = {b = 1, b = 2}", 1, "duplicate inline table key 'b'"),
            ("a = 2026-02-30", 1, "invalid date or datetime"),
            ("['(at line 7, column 1)']\n['(at line 7, column 1)']", 2, "cannot declare ('(at line 7, column 1)',) twice"),
            ('a = "\\ud800"', 1, ""),
        ],
        ids=["key twice", "table twice", "no key", "no value", "inline", "no day", "a place in a key", "surrogate"],
    )
    def test_what_is_no_toml_is_told_where(self, content: str, line: int | None, message: str) -> None:
        finding = refusal(read(content, "toml"))
        assert finding.message.startswith(f"it is not valid TOML: {message}")
        assert finding.line == line

    def test_what_is_said_of_a_long_key_is_cut(self) -> None:
        key = "k" * 100_000
        finding = refusal(read(f"[{key}]\n[{key}]", "toml"))
        assert finding.message.endswith("kkk...")
        assert (len(finding.message) < 300, finding.line) == (True, 2)

    @pytest.mark.parametrize(
        ("content", "message", "line"),
        [
            ("a = " + "[" * LEVELS, "nested at most 200 deep", None),
            ("a = " + "[" * LEVELS + "]" * LEVELS, "nested at most 200 deep", None),
            ("a = " + "{a = " * LEVELS, "nested at most 200 deep", None),
            ("a = " + "[" * 200 + "]" * 200, "nested at most 200 deep", None),
            ("x = 1\n" + "a." * LEVELS + "b = 1", "a line must have at most 200 dots", 2),
            ("x = 1\n[" + "a." * LEVELS + "b]", "a line must have at most 200 dots", 2),
            ('"!".' * LEVELS + "b = 1", "a line must have at most 200 dots", 1),
            ("a = " + "9" * LEVELS, "a number must not have thousands of digits", None),
        ],
        ids=["open", "closed", "tables", "201", "dotted", "header", "quoted", "digits"],
    )
    def test_what_would_take_long_is_refused(self, content: str, message: str, line: int | None) -> None:
        finding = refusal(read(content, "toml"), "TRI910")
        assert message in finding.message
        assert finding.line == line

    @pytest.mark.parametrize("number", ["nan", "inf", "-inf", "0x" + "f" * 9_000], ids=["nan", "inf", "-inf", "hexadecimal"])
    def test_a_number_that_is_no_board_is_a_finding(self, number: str) -> None:
        content = TOML.replace("number = 8", f"number = {number}").replace("08-31", "09-01")
        assert only(read(content, "toml")).path == "$.boards[0].number"

    @pytest.mark.parametrize("day", ["2029-09-01T00:00:00", "2029-09-01 00:00:00Z", "12:00:00"])
    def test_a_time_is_no_day(self, day: str) -> None:
        finding = only(read(TOML.replace("2029-08-31", day), "toml"))
        assert (finding.code, finding.path) == ("TRI905", "$.boards[0].end")


PARSERS = ["C", "Python"] if hasattr(yaml, "CSafeLoader") else ["Python"]


@pytest.fixture(params=PARSERS)
def parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Read YAML with libyaml, or as an installation without it does."""
    if request.param == "Python":
        monkeypatch.delattr(yaml, "CSafeLoader", raising=False)


@pytest.mark.usefixtures("parser")
class TestYaml:
    def test_both_parsers_read_a_roster(self) -> None:
        report = read(YAML, "yaml", scope="law")
        assert places(report) == [("$.boards[0].end", 4), ("$.boards[0].seats[2].holder", 10)]

    @pytest.mark.parametrize(
        ("content", "line"),
        [
            ("a: [1", 1),
            ("a: 1\nb: : 2", 2),
            ("\ta: 1", 1),
            ("a: 'x", 1),
            ("a: \x01", None),
            ("%YAML 9.9\n---\na: 1", 1),
            ("%FOO", 1),
        ],
        ids=["open", "colon", "tab", "quote", "control", "version", "directive"],
    )
    def test_what_is_no_yaml_is_told_where(self, content: str, line: int | None) -> None:
        finding = refusal(read(content, "yaml"))
        assert finding.message.startswith("it is not valid YAML: ")
        assert "\n" not in finding.message
        assert (finding.line is None) is (line is None)

    @pytest.mark.parametrize(
        ("content", "line", "message", "got"),
        [
            ("a: 1\n---\nb: 2", 2, "it must be one document, and a second begins here", None),
            ("x: 1\na: *b", 2, "an alias must stand for a value before it", "'b'"),
            ("&b a: 1\nb: *b", 2, "an alias must stand for a value before it", "'b'"),
            ("a: &a\n- *a", 2, "an alias must not stand for what it stands in", "'a'"),
            ("&a\na: {b: *a}", 2, "an alias must not stand for what it stands in", "'a'"),
            ("a: 1\n<<: {b: 2}", 2, "a merge key is not read; write the keys out", "'<<'"),
            ("? [a]\n: 1", 1, "a key must be a text", None),
            ("{{a: 1}: 2}", 1, "a key must be a text", None),
            ("a: &a b\n*a : 1", 2, "a key must be a text", None),
            ("x: 1\na: !!python/object/apply:os.system [exit]", 2, "a tag must be that of plain data", None),
            ("a: !!python/name:os.system", 1, "a tag must be that of plain data", "'tag:yaml.org,2002:python/name:os.system'"),
            ("a: !mine b", 1, "a tag must be that of plain data", "'!mine'"),
            ("!mine a: b", 1, "a key must be a text without a tag", "'!mine'"),
            ("a: !mine {b: 1}", 1, "a tag must be that of plain data", "'!mine'"),
            ("a: !!set {b}", 1, "a tag must be that of plain data", "'tag:yaml.org,2002:set'"),
            ("a: !!binary aGk=", 1, "a tag must be that of plain data", "'tag:yaml.org,2002:binary'"),
            ("a: !!timestamp 2026-09-01", 1, "a tag must be that of plain data", "'tag:yaml.org,2002:timestamp'"),
            ("%TAG ! tag:yaml.org,2002:\n---\na: !int 1", 1, "a directive for tags is not read", "'%TAG'"),
            ('a: !!int ""', 1, "it must be of the type that its tag says, tag:yaml.org,2002:int", "''"),
            ('a: !!float ""', 1, "it must be of the type that its tag says, tag:yaml.org,2002:float", "''"),
            ("a: !!int b", 1, "it must be of the type that its tag says, tag:yaml.org,2002:int", "'b'"),
            ("a: !!bool b", 1, "it must be of the type that its tag says, tag:yaml.org,2002:bool", "'b'"),
            ("a: 0b_", 1, "it must be of the type that its tag says, tag:yaml.org,2002:int", "'0b_'"),
            ("a: 1" + ":1" * 200 + ".5", 1, "it must be of the type that its tag says, tag:yaml.org,2002:float", None),
        ],
        ids=[
            *("documents", "alias of nothing", "alias of a key", "alias in its list", "alias in its table", "merge"),
            *(
                "list as key",
                "table as key",
                "alias as key",
                "code",
                "name",
                "own tag",
                "own tag of a key",
                "own tag of a table",
                "set",
                "binary",
            ),
            *(
                "timestamp",
                "directive",
                "no int",
                "no float",
                "text as int",
                "text as bool",
                "no digits",
            ),
            "too large",
        ],
    )
    def test_what_is_no_plain_data_is_refused(self, content: str, line: int, message: str, got: str | None) -> None:
        finding = refusal(read(content, "yaml"))
        assert (finding.message, finding.line) == (message, line)
        if got is not None:
            assert finding.got == got

    def test_no_code_is_run(self, tmp_path: Path) -> None:
        touched = tmp_path / "touched"
        for call in ("os.mkdir", "pathlib.Path.mkdir", "subprocess.check_call"):
            for content in (f"!!python/object/apply:{call} [{touched}]", f"? !!python/object/apply:{call} [{touched}]\n: 1"):
                refusal(read(content, "yaml"))
        assert not touched.exists()

    @pytest.mark.parametrize(
        ("start", "levels"),
        [("[", LEVELS), ("- ", LEVELS), ("{a: ", LEVELS), ("[", 201), ("- ", 201)],
        ids=["lists", "blocks", "tables", "201 lists", "201 blocks"],
    )
    def test_too_many_levels_are_refused(self, start: str, levels: int) -> None:
        report = read(start * levels, "yaml")
        assert codes(report) in (["TRI910"], ["TRI901"]), "libyaml has a limit of its own"
        assert "nest" in only(report).message

    @pytest.mark.parametrize("start", ["{", "? "], ids=["tables", "keys"])
    def test_keys_within_keys_are_refused_at_once(self, start: str) -> None:
        refusal(read(start * LEVELS, "yaml"))

    @pytest.mark.parametrize(
        ("first", "following"),
        [("&a0 [x, x]", "&a{0} [*a{1}, *a{1}]"), ("&a0 {b: x, c: x}", "&a{0} {{b: *a{1}, c: *a{1}}}")],
        ids=["lists", "tables"],
    )
    def test_aliases_that_multiply_are_refused(self, first: str, following: str) -> None:
        bomb = [f"a0: {first}", *(f"a{at}: {following.format(at, at - 1)}" for at in range(1, 60))]
        finding = refusal(read("\n".join(bomb), "yaml"), "TRI910")
        assert finding.message == "it must have at most 1000000 values, those that aliases repeat counted"
        assert finding.line == 18

    def test_aliases_of_depth_are_refused(self) -> None:
        bomb = ["a0: &a0 [x]", *(f"a{at}: &a{at} [*a{at - 1}]" for at in range(1, 300))]
        assert "nested at most 200 deep" in refusal(read("\n".join(bomb), "yaml"), "TRI910").message

    def test_an_alias_is_what_it_stands_for_at_last(self) -> None:
        content = "boards: [&a {x: 1}, *a, &a {y: &y [2]}, *a, *y]"
        assert read(content, "yaml").fixed() == {"boards": [{"x": 1}, {"x": 1}, {"y": [2]}, {"y": [2]}, [2]]}

    @pytest.mark.parametrize("number", ["9" * 601, "9" * 100_001, "1" + ":1" * 100_000, "1" + ":1" * 500 + ".5"])
    @pytest.mark.parametrize("tag", ["", "!!int "], ids=["plain", "tagged"])
    def test_a_number_that_takes_long_is_refused(self, tag: str, number: str) -> None:
        finding = refusal(read(f"a: 1\nb: {tag}{number}", "yaml"), "TRI910")
        assert (finding.message, finding.line) == ("what is no text must have at most 600 characters", 2)
        assert finding.got == f"{len(number)} characters"

    def test_directives_that_multiply_are_refused_at_once(self) -> None:
        content = "".join(f"%TAG !a{at}! b\n" for at in range(100_000)) + "---\na: 1"
        assert refusal(read(content, "yaml")).line == 1
        assert refusal(read(f"# a comment\n\n{content}", "yaml")).line == 3

    def test_each_key_that_stands_twice_is_told_where(self) -> None:
        report = read("boards: [1]\nboards:\n- {number: 7,\n   number: 8, seats: [], '<<': 1}\nx: {a: 1}\nx: {a: 1}", "yaml")
        twice = [(finding.path, finding.line, finding.got) for finding in report.findings if finding.code == "TRI909"]
        assert twice == [("$.boards", 2, "'boards'"), ("$.boards[0].number", 4, "'number'"), ("$.x", 6, "'x'")]
        assert report.fixed()["boards"] == [{"number": 8, "seats": [], "<<": 1}], "the last one counts, and '<<' is a text"

    @pytest.mark.parametrize(
        ("text", "value"),
        [
            ("2026-09-01", "2026-09-01"),
            ("2026-09-01 10:00:00", "2026-09-01 10:00:00"),
            ("no", False),
            ("'no'", "no"),
            ("! 7", "7"),
            ("!!str 7", "7"),
            ("!!null x", None),
            ("!!float 7", 7.0),
            ("0x1F", 31),
            ("7.5", 7.5),
            ("~", None),
            ("=", "="),
            ("<<", "<<"),
            ("! {b: 1}", {"b": 1}),
            ("! [1]", [1]),
            ("!!map {b: 1}", {"b": 1}),
            ("!!seq [1]", [1]),
            ("{7: 1}", {"7": 1}),
            ("|\n  x\n  y\n", "x\ny\n"),
        ],
    )
    def test_values_are_plain_data(self, text: str, value: Any) -> None:
        report = read(f"$schema: {text}\nboards: []", "yaml")
        assert report.fixed() == {"$schema": value, "boards": []}

    @pytest.mark.parametrize("number", [".inf", "-.inf", ".NaN", "1e3", "'8'", "true"])
    def test_a_number_that_is_no_board_is_a_finding(self, number: str) -> None:
        content = YAML.replace("number: 8", f"number: {number}")
        assert ("TRI904", "$.boards[0].number", 2) in [
            (finding.code, finding.path, finding.line) for finding in read(content, "yaml").findings
        ]

    def test_a_surrogate_is_refused_or_shown_by_its_code(self) -> None:
        report = read('"\\ud800"', "yaml")
        assert codes(report) in (["TRI901"], ["TRI904"])
        assert str(report).encode("utf-8")

    def test_values_deeper_than_a_roster_stand_where_a_value_does_that_holds_them(self) -> None:
        content = (
            "boards:\n- seats:\n  - holders:\n    - name:\n        a:\n          b:\n            c:\n              d: [1]\n"
        )
        assert ("$.boards[0].seats[0].holders[0].name", 5) in places(read(content, "yaml"))


def test_without_the_extra_yaml_the_finding_says_how_to_install_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "yaml", None)
    assert refusal(read(YAML, "yaml")).message == "YAML needs the extra \"yaml\": pip install 'trilateral[yaml]'"
    assert codes(read(JSON, "json", scope="law")) == ["TRI309", "TRI908"], "the others need nothing"


HEAD = "number,role,state"
ROW = "8,secretary-general,JPN"


class TestCsv:
    @pytest.mark.parametrize(
        ("content", "line", "message", "got"),
        [
            ("number,state\n8,JPN", 1, "its first line must name the columns role", "['number', 'state']"),
            ("\n8", 1, "its first line must name the columns number, role, state", "[]"),
            (f"{HEAD},state\n{ROW}", 1, "its first line must name each column once", "['number', 'role', 'state', 'state']"),
            (f"{HEAD}\n{ROW}\n{ROW},x,y", 3, "a row must not have more cells than the first line", "5 cells"),
            (f'{HEAD}\n{ROW}\n8,"a"b,JPN', 3, "it is not valid CSV: ',' expected after '\"'", None),
            (f'{HEAD}\n8,"a\n', 2, "it is not valid CSV: unexpected end of data", None),
            (f"{HEAD}\n8,{'x' * 200_000},JPN", 2, "it is not valid CSV: field larger than field limit (131072)", None),
        ],
        ids=["a column", "an empty line", "a column twice", "ragged", "quotes", "open", "a long cell"],
    )
    def test_what_is_no_such_csv_is_told_where(self, content: str, line: int, message: str, got: str | None) -> None:
        finding = refusal(read(content, "csv"))
        assert (finding.message, finding.line, finding.got) == (message, line, got)

    def test_columns_stand_in_any_order_with_blanks_around_their_cells(self) -> None:
        content = " state , holder,number,role \nJPN, MIHON Taro ,8, secretary-general\n\n , , , \nCHN,,8"
        assert read(content, "csv").fixed() == {
            "boards": [
                {
                    "number": 8,
                    "seats": [{"state": "JPN", "holder": "MIHON Taro", "role": "secretary-general"}, {"state": "CHN"}],
                }
            ]
        }

    def test_rows_of_one_number_that_follow_each_other_are_a_board(self) -> None:
        content = f"{HEAD}\n{ROW}\n8,deputy-secretary-general,CHN\n9,secretary-general,CHN\n,a,b\n,c,d\n{ROW}"
        boards = read(content, "csv").fixed()["boards"]
        assert [(each.get("number"), len(each["seats"])) for each in boards] == [(8, 2), (9, 1), (None, 2), (8, 1)]
        twice = [finding for finding in read(content, "csv").findings if finding.code == "TRI501"]
        assert [finding.line for finding in twice] == [7]

    @pytest.mark.parametrize(
        ("text", "number"),
        [
            ("8", 8),
            ("-8", -8),
            ("08", 8),
            ("8.0", "8.0"),
            ("+8", "+8"),
            ("٨", "٨"),
            ("-", "-"),
            ("eight", "eight"),
            ("9" * 101, "9" * 101),
        ],
        ids=["8", "-8", "08", "8.0", "+8", "Arabic", "minus", "a word", "101 digits"],
    )
    def test_a_number_is_whole_or_a_text(self, text: str, number: object) -> None:
        report = read(f"{HEAD}\n{text},secretary-general,JPN", "csv")
        assert report.fixed()["boards"][0]["number"] == number
        assert ("TRI904" in codes(report)) is isinstance(number, str)

    def test_the_days_of_a_board_stand_in_any_of_its_rows_and_say_the_same(self) -> None:
        content = (
            f"{HEAD},start,end,last_day\n{ROW},2026-09-01,,\n8,deputy-secretary-general,CHN,2026-09-01,2029-09-01,\n"
            "8,deputy-secretary-general,KOR,2026-09-02,2029-09-01,\n"
        )
        finding = only(read(content, "csv"))
        assert (finding.code, finding.path, finding.line, finding.got) == ("TRI909", "$.boards[0].start", 4, "'2026-09-02'")
        assert finding.message == "the rows of a board must not give two days for its start, the first of them 2026-09-01"
        assert read(content, "csv").fixed()["boards"][0]["start"] == "2026-09-01"

    def test_a_day_stands_in_the_line_of_its_row(self) -> None:
        content = f"{HEAD},start,end\n{ROW},,\n8,deputy-secretary-general,CHN,x,\n8,deputy-secretary-general,KOR,,y\n"
        assert places(read(content, "csv")) == [("$.boards[0].start", 3), ("$.boards[0].end", 4)]

    @pytest.mark.parametrize(
        ("text", "value"),
        [("true", True), ("TRUE", True), ("False", False), ("yes", "yes"), ("1", "1")],
    )
    def test_vacant_is_true_or_false(self, text: str, value: object) -> None:
        assert seats_of(f"{HEAD},vacant\n{ROW},{text}") == [{"role": "secretary-general", "state": "JPN", "vacant": value}]

    def test_rows_of_one_seat_are_its_holders_if_any_is_dated(self) -> None:
        head = f"{HEAD},holder,holder_start,holder_end,appointed"
        assert seats_of(f"{head}\n{ROW},A,,2027-09-01,2026-08-01\n{ROW},B,2027-09-01,,2027-08-20\n{ROW},C,,,") == [
            {
                "role": "secretary-general",
                "state": "JPN",
                "appointed": "2027-08-20",
                "holders": [{"name": "A", "end": "2027-09-01"}, {"name": "B", "start": "2027-09-01"}, {"name": "C"}],
            }
        ]

    def test_rows_of_one_seat_without_dates_are_a_seat_each(self) -> None:
        content = f"{HEAD},holder\n{ROW},A\n{ROW},B"
        assert [seat["holder"] for seat in seats_of(content)] == ["A", "B"]
        assert ("TRI102", 3) in [(finding.code, finding.line) for finding in read(content, "csv").findings]

    def test_a_holder_stands_in_the_line_of_its_row(self) -> None:
        content = f"{HEAD},holder,holder_start\n{ROW},A,\n{ROW},A\u200b,x\n"
        assert ("$.boards[0].seats[0].holders[1].name", 3) in places(read(content, "csv"))

    def test_a_column_that_no_roster_has_is_remarked_on(self) -> None:
        content = f"{HEAD},notes\n{ROW},\n8,deputy-secretary-general,CHN,hello\n8,deputy-secretary-general,KOR,"
        finding = only(read(content, "csv"))
        assert (finding.code, finding.path, finding.line) == ("TRI902", "$.boards[0].seats[1].notes", 3)

    @pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@SUM(A1)", "=cmd|' /C calc'!A0", '=HYPERLINK("http://x")'])
    def test_a_cell_like_a_formula_is_a_text_in_and_a_quoted_text_out(self, cell: str) -> None:
        quoted = '"' + cell.replace('"', '""') + '"'
        report = read(f"{HEAD},holder\n{ROW},{quoted}", "csv")
        assert report.fixed()["boards"][0]["seats"][0]["holder"] == cell
        assert [finding.got for finding in report.findings if finding.code == "TRI405"] == [repr(cell)]

    @pytest.mark.parametrize("blank", ["\u2028", "\x85", "\x0b", "\x1c", "\n"])
    def test_only_line_ends_of_csv_end_a_row(self, blank: str) -> None:
        content = f'{HEAD},holder\n{ROW},"A{blank}B"\n8,x,CHN,\n'
        report = read(content, "csv")
        assert report.fixed()["boards"][0]["seats"][0]["holder"] == f"A{blank}B"
        found = {finding.code: finding.line for finding in report.findings}
        assert (found["TRI908"], found["TRI103"]) == (2, 3 + (blank == "\n")), "a row begins where its first line stands"


class TestLines:
    def test_a_line_is_a_roster_and_has_a_report(self) -> None:
        content = json.dumps(roster(board())) + "\n" + json.dumps(roster(board(end="2029-08-31"))) + "\n"
        first, second = lines(content)
        assert (codes(first), first.name) == ([], "line:1")
        assert (codes(second), second.name, only(second).line) == (["TRI309"], "line:2", 2)

    @pytest.mark.parametrize("end", ["\n", "\r\n"], ids=["LF", "CRLF"])
    @pytest.mark.parametrize("last", ["", "\n"], ids=["no line end at the end", "line end at the end"])
    def test_blank_lines_are_passed_over_and_counted(self, end: str, last: str) -> None:
        content = end.join(["", '{"boards": []}', "", " \t", "[]"]) + last
        assert [(report.name, codes(report)) for report in lines(content)] == [("line:2", ["TRI504"]), ("line:5", ["TRI904"])]

    def test_a_line_that_is_no_json_costs_its_own_report_only(self) -> None:
        content = (
            b'\xef\xbb\xbf{"boards": []}\n{\n\xe9\n\xff\xfe\n{"a": 1, "a": 2, "boards": []}\n' + b"[" * LEVELS + b"\nNaN\n{}"
        )
        reports = lines(content)
        assert [report.name for report in reports] == [f"line:{at}" for at in range(1, 9)]
        assert [codes(report) for report in reports] == [
            ["TRI504"],
            ["TRI901"],
            ["TRI901"],
            ["TRI901"],
            ["TRI902", "TRI909", "TRI504"],
            ["TRI910"],
            ["TRI904"],
            ["TRI903"],
        ]
        assert [finding.line for report in reports for finding in report.findings] == [1, 2, 3, 4, 5, 5, 5, 6, 7, 8]

    @pytest.mark.parametrize("end", ["\n", "\r\n", ""], ids=["LF", "CRLF", "none"])
    def test_a_line_may_have_as_many_bytes_as_the_limit_without_its_end(self, end: str) -> None:
        line = '{"boards": []}'
        assert [codes(report) for report in lines(line + end, limits=Limits(bytes=14))] == [["TRI504"]]
        assert [codes(report) for report in lines(f"{line} {end}", limits=Limits(bytes=14))] == [["TRI910"]]

    @pytest.mark.parametrize(
        "long",
        ["[" * 200_000, " " * 30 + "[]", '{"boards": []}\r\r\r[]', " " * 16, "é" * 8],
        ids=["in pieces", "blanks first", "carriage returns", "only blanks", "half a letter"],
    )
    def test_a_line_over_the_limit_costs_its_own_report_only(self, long: str) -> None:
        good = '{"boards": []}'
        first, second, third = lines(f"{good}\n{long}\n{good}\n", limits=Limits(bytes=14))
        assert (codes(first), codes(third), third.name) == (["TRI504"], ["TRI504"], "line:3")
        assert (refusal(second, "TRI910").line, second.name) == (2, "line:2")
        assert [codes(report) for report in lines(f"{good}\n{long}", limits=Limits(bytes=14))] == [["TRI504"], ["TRI910"]]

    @pytest.mark.parametrize("content", ["", "\n", " \n\r\n\t"])
    def test_a_file_without_a_roster_has_one_report(self, content: str) -> None:
        (report,) = lines(content)
        assert refusal(report).message == "it must not be empty"
        assert report.name == "line"

    def test_lines_of_a_file_are_named_after_it(self, tmp_path: Path) -> None:
        path = tmp_path / "rosters.jsonl"
        path.write_text('{"boards": []}\n\n[]\n')
        for each in (path, str(path)):
            assert [report.name for report in check_roster_lines(each)] == [f"{path}:1", f"{path}:3"]
        with path.open("rb") as stream:
            assert [report.name for report in check_roster_lines(stream)] == [f"{path}:1", f"{path}:3"]

    def test_a_path_that_cannot_be_read_has_one_report(self, tmp_path: Path) -> None:
        for path, said in ((tmp_path / "absent.jsonl", "No such file or directory"), (tmp_path, "Is a directory")):
            (report,) = check_roster_lines(path)
            assert (refusal(report).message, report.name) == (f"cannot read it: {said}", str(path))

    def test_a_line_is_read_only_when_its_report_is_asked_for(self) -> None:
        stream = io.BytesIO(b'{"boards": []}\n' * 100)
        reports = check_roster_lines(stream)
        assert stream.tell() == 0
        next(reports)
        assert stream.tell() == 15

    def test_the_options_are_those_of_a_file(self) -> None:
        content = json.dumps(roster(board(7, end="2025-09-01")))
        (report,) = lines(content, agreement=tri.AGREEMENT_2010, scope="law")
        assert (report.findings, report.agreement, report.scope) == ((), tri.AGREEMENT_2010, "law")

    @given(st.lists(st.binary(max_size=30), max_size=5), st.integers(1, 40))
    def test_there_is_a_report_for_each_line_of_any_bytes(self, content: list[bytes], most: int) -> None:
        joined = b"\n".join(content)
        reports = lines(joined, limits=Limits(bytes=most))
        told = [line for line in joined.split(b"\n") if line.strip() or len(line.removesuffix(b"\r")) > most]
        assert len(reports) == max(1, len(told))


def numbered_lines(count: int) -> Iterator[bytes]:
    for at in range(count):
        yield b'{"boards": []}\n' if at % 2 else b"\n"


def test_many_lines_are_streamed_from_an_endless_source() -> None:
    class Endless(io.RawIOBase):
        def __init__(self, source: Callable[[int], Iterator[bytes]]) -> None:
            self.source = source(sys.maxsize)

        def readline(self, size: int | None = -1, /) -> bytes:
            assert size is not None
            return next(self.source)[:size]

    reports = check_roster_lines(cast("BinaryIO", Endless(numbered_lines)))
    assert [next(reports).name for _ in range(3)] == ["line:2", "line:4", "line:6"]
