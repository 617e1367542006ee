"""How pytest runs the examples in Markdown; those in docstrings are run by pytest's own doctest.

A block of ``python`` is executed, and compared with its output if it is written with ``>>>``; the blocks of one file share
their names. In a block of ``console``, each line that begins with ``$`` is run from the root of the project and compared with
the lines below it, standard error included; a line of three dots stands for any lines.
"""

import re
import shlex
import subprocess
import sys
from itertools import pairwise
from pathlib import Path
from typing import Final

from sybil import Example, Sybil
from sybil.parsers.markdown import CodeBlockParser, PythonCodeBlockParser, SkipParser

ROOT: Final = Path(__file__).parent
PROGRAMS: Final = {"trilateral": [sys.executable, "-m", "trilateral"], "python": [sys.executable]}

pytest_plugins = ["pytester"]
collect_ignore_glob = ["docs/*.py", "docs/*/*.py", "tests/bench/*", "tests/fuzz/*", "tests/site/*", "tests/typing/*"]


def run_console(example: Example) -> str | None:
    """Run the commands of a console block, and say where one prints something else than the block."""
    lines = example.parsed.splitlines()
    commands = [at for at, line in enumerate(lines) if line.startswith("$ ")]
    if commands[:1] != [0]:
        return "a console block must begin with a command, such as `$ trilateral board 7`"
    for at, following in pairwise([*commands, len(lines)]):
        expected = _tidy(lines[at + 1 : following])
        printed = _printed(lines[at].removeprefix("$ "))
        if not re.fullmatch(_pattern(expected), printed):
            return f"{lines[at]}\nexpected:\n{expected}\nprinted:\n{printed}"
    return None


def _printed(command: str) -> str:
    """Return what a command prints."""
    program, *arguments = shlex.split(command)
    if program not in PROGRAMS:
        return f"nothing: only {' and '.join(PROGRAMS)} are run; write other commands in a block of sh"
    run = subprocess.run(  # noqa: S603 - the project's own examples
        [*PROGRAMS[program], *arguments],
        cwd=ROOT,
        check=False,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
    )
    return _tidy(run.stdout.splitlines())


def _tidy(lines: list[str]) -> str:
    """Return the lines as one text, without trailing spaces and blank last lines."""
    text = "\n".join(line.rstrip() for line in lines).rstrip()
    return f"{text}\n" if text else ""


def _pattern(expected: str) -> str:
    """Return the regular expression of an expected output, in which three dots stand for any lines."""
    return "".join(r"(?:.*\n)*" if line == "..." else re.escape(f"{line}\n") for line in expected.splitlines())


pytest_collect_file = Sybil(
    parsers=[PythonCodeBlockParser(), CodeBlockParser("console", run_console), SkipParser()],
    patterns=["*.md"],
).pytest()
