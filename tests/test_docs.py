"""What is written for readers, and for pre-commit, is what the code says."""

import re
import shlex
from pathlib import Path
from typing import Any

import pytest
import yaml
from tools.write_codes import TARGET, page

from trilateral.rosters import format_of

HOOKS = Path(__file__).parent.parent / ".pre-commit-hooks.yaml"


def test_the_reference_of_the_codes_is_up_to_date() -> None:
    assert TARGET.read_text(encoding="utf-8") == f"{page().rstrip()}\n", "run `make codes`"


class TestHook:
    """The hook for pre-commit calls a command that is there, on files that it can read."""

    @pytest.fixture
    def hook(self) -> dict[str, Any]:
        hooks: list[dict[str, Any]] = yaml.safe_load(HOOKS.read_text(encoding="utf-8"))
        (hook,) = hooks
        return hook

    def test_runs_the_command_with_its_extras(self, hook: dict[str, Any]) -> None:
        assert shlex.split(hook["entry"]) == ["trilateral", "check"]
        assert hook["additional_dependencies"] == [".[cli,yaml]"]

    @pytest.mark.parametrize(
        "path", ["roster.json", "rosters/a/b.yml", "data/rosters-2026.csv", "roster/x.toml", "rosters.jsonl"]
    )
    def test_takes_files_named_after_rosters_that_can_be_read(self, hook: dict[str, Any], path: str) -> None:
        assert re.search(hook["files"], path)
        assert format_of(path)

    @pytest.mark.parametrize("path", ["package.json", "rosters.py", "data/boards.json", "duty-roster.md"])
    def test_leaves_other_files_alone(self, hook: dict[str, Any], path: str) -> None:
        assert not re.search(hook["files"], path)
