"""What cannot be answered: one clear error on standard error, exit code 2, nothing on standard output."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.cli.conftest import Ask, Said


def refused(said: Said) -> str:
    """Return the error of a command that must have been refused in one line."""
    assert (said.code, said.out) == (2, "")
    assert said.err.startswith("error: ")
    assert said.err.count("\n") == 1
    return said.err.removeprefix("error: ").rstrip("\n")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ((), "Missing command; try 'trilateral --help'"),
        (("bord",), "'bord'"),
        (("board", "0"), "boards count from 1, and 2664 is the last"),
        (("board", "1000000000"), "got 1000000000"),
        (("board", "9" * 100), "<an integer of 333 bits>"),
        (("board", "9" * 101), "expected a board's number, such as 7, got '999"),
        (("board", "-1"), "no number here begins with a minus, got '-1'; try 'trilateral board --help'"),
        (("board", "--", "-1"), "expected a board's number, such as 7, got '-1'"),
        (("board", "1.0"), "expected a board's number, such as 7, got '1.0'"),
        (("board", "True"), "got 'True'"),
        (("board", "٧"), "got '٧'"),
        (("board", ""), "got ''"),
        (("board", "7", "8"), "(8); try 'trilateral board --help'"),
        (("board", "7", "--on", "2025-09-03"), "pass a NUMBER or --on DAY, not both; try 'trilateral board --help'"),
        (("board", "--on", "2011-08-31"), "expected a day from 2011-09-01 to 9997-08-31, got 2011-08-31"),
        (("board", "--on", "9999-12-31"), "a date cannot hold the term"),
        (("board", "--on", "2025-02-30"), "expected a day that exists, written YYYY-MM-DD, got '2025-02-30'"),
        (("board", "--on", "2025-9-3"), "written YYYY-MM-DD, got '2025-9-3'"),
        (("board", "--on", "2025-09"), "written YYYY-MM-DD, got '2025-09'"),
        (("board", "--on", "2025-09-03T00:00"), "written YYYY-MM-DD, got '2025-09-03T00:00'"),
        (("board", "--on", "٢٠٢٥-٠٩-٠٣"), "written YYYY-MM-DD, got '٢٠٢٥-٠٩-٠٣'"),
        (("board", "--on"), "--on"),
        (("boards", "7"), "(7); try 'trilateral boards --help'"),
        (("boards", "--until", "tomorrow"), "written YYYY-MM-DD, got 'tomorrow'"),
        (("boards", "--agreement", "2024"), "'2024' is not one of '2010', '2025'"),
        (("boards", "--format", "xml"), "'xml' is not one of 'text', 'json'"),
        (("boards", "--agrement", "2010"), "--agreement"),
        (("boards", "--facts", "absent.json"), "cannot read the facts file 'absent.json': No such file or directory"),
    ],
)
def test_a_wrong_command_is_told_what_is_wrong(ask: Ask, arguments: tuple[str, ...], said: str) -> None:
    assert said in refused(ask(*arguments))


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("facts.json", b"", "it is empty"),
        ("facts.toml", b" \n", "it is empty"),
        ("facts.json", b"\x00\x01\x02", "it is not valid JSON: Expecting value: line 1 column 1"),
        ("facts.json", b'{"a": "\xe9"}', "expected text in UTF-8, got the byte 0xe9 at offset 7"),
        ("facts.json", "{}".encode("utf-16"), "expected text in UTF-8, got the byte 0xff at offset 0"),
        ("facts.json", b"[" * 100_000 + b"]" * 100_000, "nested too deeply"),
        ("facts.toml", b"a = " + b"[" * 100_000 + b"]" * 100_000, "nested too deeply"),
        ("facts.json", b'{"boards": [], "boards": []}', "the key 'boards' stands twice in one table; write it once"),
        ("facts.toml", b"boards = []\nboards = []", "it is not valid TOML"),
        ("facts.json", b'{"boards": NaN}', "NaN is not a number in JSON"),
        ("facts.json", b'{"boards": -Infinity}', "-Infinity is not a number in JSON"),
        ("facts.json", b'{"boards": ' + b"9" * 5000 + b"}", "for integer string conversion: value has 5000 digits"),
        ("facts.toml", b"boards = " + b"9" * 5000, "for integer string conversion: value has 5000 digits"),
        ("facts.json", b" " * 10_000_001, "it has more than 10 MB, the most that a facts file may have"),
        ("facts.yaml", b"boards: []", "expected a name that ends in .json or .toml"),
        ("facts", b"{}", "expected a name that ends in .json or .toml"),
    ],
)
def test_a_facts_file_that_cannot_be_read_is_told_why(ask: Ask, tmp_path: Path, name: str, content: bytes, said: str) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    message = refused(ask("boards", "--facts", path))
    assert message.startswith(f"cannot read the facts file '{path}': ")
    assert said in message
    assert "sys." not in message


def test_a_folder_is_no_facts_file(ask: Ask, tmp_path: Path) -> None:
    assert refused(ask("boards", "--facts", tmp_path)) == f"cannot read the facts file '{tmp_path}': Is a directory"


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("facts.json", b"[]", "expected a table with sources, people, boards, attested, leaders, series"),
        ("facts.json", b'{"board": []}', "unknown keys 'board'"),
        ("facts.json", b'{"boards": [{"number": 8, "start": {"date": "2026-09-01"}}]}', "needs at least one source"),
        ("facts.json", b'{"boards": [{"number": 8.0}]}', "expected an integer, got 8.0"),
        ("facts.toml", b"[[boards]]\nnumber = 8\nstart = 2026-09-01T09:00:00Z", "got datetime.datetime(2026, 9, 1"),
    ],
)
def test_facts_that_are_refused_are_told_why(ask: Ask, tmp_path: Path, name: str, content: bytes, said: str) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    message = refused(ask("boards", "--facts", path))
    assert message.startswith("facts refused: ")
    assert said in message


def test_several_problems_stand_under_each_other(ask: Ask, facts_file: Callable[..., Path]) -> None:
    said = ask("boards", "--facts", facts_file(boards=[{"number": 8, "start": {}, "seats": [{}]}]))
    assert (said.code, said.out) == (2, "")
    first, *others = said.err.splitlines()
    assert first == f"error: facts refused, {len(others)} problems:"
    assert all(line.startswith("  ") for line in others)


def test_an_error_does_not_command_the_terminal_either(ask: Ask, facts_file: Callable[..., Path]) -> None:
    names = [{"text": "A", "script": "Latn", "kind": "variant", "sources": ["s"]}]
    said = ask("boards", "--facts", facts_file(people=[{"id": "red\x1b[31m", "names": names}]))
    assert "person 'red\\x1b[31m': expected an id of lower-case letters" in refused(said)


def test_a_byte_order_mark_is_accepted(ask: Ask, tmp_path: Path) -> None:
    path = tmp_path / "FACTS.JSON"
    path.write_bytes(b"\xef\xbb\xbf" + json.dumps({"sources": []}).encode())
    assert ask("boards", "--facts", path).code == 0
