"""The command as a shell runs it: exit codes, encodings, closed pipes, missing extras, terminals."""

import fcntl
import os
import pty
import re
import struct
import subprocess
import sys
import termios
from pathlib import Path
from typing import Final

import pytest
from rich.cells import cell_len
from tests.cli.conftest import Ask, shell

import trilateral
from trilateral import __main__
from trilateral._cli import commands

EXAMPLES: Final = Path(__file__).parents[2] / "docs" / "examples"
MODULE: Final = ["-m", "trilateral"]


def without(module: str) -> list[str]:
    """Return the command line that lists boards in a Python that lacks ``module``."""
    code = f"import sys; sys.modules[{module!r}] = None; import runpy; sys.argv = ['trilateral', 'boards']; "
    return ["-c", f"{code}runpy.run_module('trilateral', run_name='__main__')"]


def on_a_terminal(*arguments: str, width: int, **environment: str) -> str:
    """Return what a command prints on a terminal of some width."""
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 50, width, 0, 0))
    inherited = {key: value for key, value in os.environ.items() if key not in ("COLUMNS", "NO_COLOR", "FORCE_COLOR")}
    command = [sys.executable, *MODULE, *arguments]
    printed = b""
    with subprocess.Popen(  # noqa: S603 - our own command
        command, stdin=theirs, stdout=theirs, stderr=theirs, env={**inherited, "TERM": "xterm", **environment}
    ) as process:
        os.close(theirs)
        try:
            while more := os.read(ours, 65536):
                printed += more
        except OSError:  # how Linux reports that nobody can write any more
            pass
        os.close(ours)
    assert process.returncode == 0
    return printed.decode("utf-8").replace("\r\n", "\n")


def plain(text: str) -> str:
    return re.sub(r"\x1b\[[0-9;]*m", "", text)


def test_python_m_trilateral_says_what_the_command_says(ask: Ask) -> None:
    assert shell([*MODULE, "board", "7", "--agreement", "2010"]) == ask("board", "7", "--agreement", "2010")


def test_wrong_usage_ends_with_2() -> None:
    said = shell([*MODULE, "board", "0"])
    assert (said.code, said.out) == (2, "")
    assert said.err.startswith("error: no board has that number")
    assert "Traceback" not in said.err


def test_answers_and_errors_are_utf_8_whatever_the_locale(tmp_path: Path) -> None:
    facts = tmp_path / "facts.json"
    facts.write_text('{"見本": []}', encoding="utf-8")
    ascii_only = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "PYTHONIOENCODING": "ascii"}
    assert "이희섭, 李熙燮" in shell([*MODULE, "board", "7"], environment=ascii_only).out
    assert "'見本'" in shell([*MODULE, "boards", "--facts", str(facts)], environment=ascii_only).err


def test_the_version_is_told_and_the_help_is_no_error(ask: Ask) -> None:
    assert ask("--version").lines == [f"trilateral {trilateral.__version__}"]
    for command in ("board", "boards"):
        said = ask(command, "--help")
        assert said.code == 0
        assert "--facts FILE" in said.out


@pytest.mark.parametrize("arguments", [["boards"], ["board", "7", "--format", "json"], ["--help"]])
def test_a_closed_pipe_is_no_error(arguments: list[str]) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    try:
        assert shell([*MODULE, *arguments], stdout=writing) == (0, "", "")
    finally:
        os.close(writing)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_a_full_disk_is_an_error() -> None:
    with Path("/dev/full").open("wb") as full:
        said = shell([*MODULE, "boards"], stdout=full.fileno())
    assert (said.code, said.err) == (2, "error: cannot write to standard output: No space left on device\n")


def test_without_standard_output_there_is_nothing_to_say() -> None:
    code = "import sys; sys.stdout = None; sys.argv = ['trilateral', 'boards']; import trilateral.__main__ as t; "
    assert shell(["-c", f"{code}sys.exit(t.main())"]) == (0, "", "")


@pytest.mark.parametrize("module", ["click", "rich"])
def test_without_the_extra_the_error_says_how_to_install_it(module: str) -> None:
    needed = "error: the command line needs the extra \"cli\": pip install 'trilateral[cli]'\n"
    assert shell(without(module)) == (2, "", needed)


def test_another_missing_module_is_not_taken_for_the_extra() -> None:
    said = shell(without("tomllib"))
    assert said.code == 1
    assert "ModuleNotFoundError: import of tomllib halted" in said.err


def test_ctrl_c_is_quiet(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def interrupted() -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(commands, "today", interrupted)
    monkeypatch.setattr(sys, "argv", ["trilateral", "board"])
    assert __main__.main() == 130
    assert capsys.readouterr() == ("", "")


@pytest.mark.parametrize("width", [40, 80, 200])
def test_a_terminal_gets_colours_and_no_line_wider_than_itself(width: int) -> None:
    for command in (["boards", "--until", "2041-01-01", "--agreement", "2010"], ["board", "1"]):
        printed = on_a_terminal(*command, width=width)
        assert "\x1b[32m" in printed
        assert max(cell_len(line) for line in plain(printed).splitlines()) <= width
        assert "…" not in printed


def test_a_wide_terminal_gets_a_board_a_line() -> None:
    lines = plain(on_a_terminal("boards", width=200)).splitlines()
    assert [line.split()[0] for line in lines[4:]] == list("1234567")


def test_a_terminal_of_80_columns_gets_the_holders_under_each_other() -> None:
    lines = plain(on_a_terminal("boards", "--facts", str(EXAMPLES / "facts.json"), width=80)).splitlines()
    at = next(at for at, line in enumerate(lines) if "JPN MIHON Taro" in line)
    assert lines[at].split()[:2] == ["8", "2026-09-01/2029-09-01"]
    assert [line.strip() for line in lines[at + 1 : at + 3]][-1] == "KOR HONG Gil-dong"


def test_a_terminal_shows_native_spellings_and_references_in_brackets() -> None:
    printed = plain(on_a_terminal("board", "7", width=80))
    assert "이희섭, 李熙燮" in printed
    assert "2023-09-01 [1][2][3][4]" in printed


def test_a_terminal_gets_the_sources_below_the_table() -> None:
    lines = plain(on_a_terminal("series", "tripo", width=120)).splitlines()
    table = next(at for at, line in enumerate(lines) if line.lstrip().startswith("25"))
    assert any(line.startswith("[1] ") for line in lines[table:])


def test_a_terminal_without_colours_is_respected() -> None:
    assert "\x1b[32m" not in on_a_terminal("boards", width=80, NO_COLOR="1")


def test_a_pipe_gets_no_colours_even_if_a_variable_asks_for_them() -> None:
    assert "\x1b" not in shell([*MODULE, "boards"], environment={"FORCE_COLOR": "1"}).out


def test_the_example_of_the_two_laws_finds_where_they_part_and_why() -> None:
    said = shell([str(EXAMPLES / "two_laws.py")])
    assert (said.code, said.err) == (0, "")
    tables, reason = said.out.split("The first day on which the two laws name different boards is 2025-09-04.\n")
    assert "12   2033-09-01/2035-09-01" in tables
    assert "12   2038-09-01/2041-09-01" in tables
    assert "Agreement of 2010: board 8, led by JPN (unknown)." in reason
    assert "Agreement of 2010 as amended in 2025: board 7, led by KOR (LEE Hee-sup)." in reason
    assert "board 7 was at work on 2025-09-03" in reason
    assert "lengthens the terms of the Secretary-General and the deputies from two to three years" in reason
