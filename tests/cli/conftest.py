"""How the tests speak to the command line: in this process, or as a shell does."""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from trilateral._cli.commands import run


class Said(NamedTuple):
    """What a command said, and its exit code."""

    code: int
    out: str
    err: str

    @property
    def document(self) -> Any:
        return json.loads(self.out)

    @property
    def lines(self) -> list[str]:
        return self.out.splitlines()


Ask = Callable[..., Said]


@pytest.fixture
def ask(capsys: pytest.CaptureFixture[str]) -> Ask:
    """Return a function that runs a command in this process."""

    def answer(*arguments: object) -> Said:
        code = run([str(each) for each in arguments])
        printed = capsys.readouterr()
        return Said(code, printed.out, printed.err)

    return answer


@pytest.fixture
def facts_file(tmp_path: Path) -> Callable[..., Path]:
    """Return a function that writes a facts file about board 8, with one source of the id ``s``."""

    def write(**facts: Any) -> Path:
        source = {"id": "s", "title": "A report", "publisher": "A paper", "kind": "primary", "seen": "2030-01-01"}
        path = tmp_path / "facts.json"
        path.write_text(json.dumps({"sources": [source], **facts}), encoding="utf-8")
        return path

    return write


def shell(command: list[str], /, stdout: int = subprocess.PIPE, environment: Mapping[str, str] | None = None) -> Said:
    """Run Python on ``command`` in a process of its own; what it prints must be UTF-8."""
    done = subprocess.run(  # noqa: S603 - our own commands
        [sys.executable, *command],
        check=False,
        stdin=subprocess.DEVNULL,
        stdout=stdout,
        stderr=subprocess.PIPE,
        env={**os.environ, **(environment or {})},
    )
    return Said(done.returncode, (done.stdout or b"").decode("utf-8"), done.stderr.decode("utf-8"))
