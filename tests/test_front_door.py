"""The front door: public names, lazy, visible, and cheap to open."""

import ast
import subprocess
import sys
from importlib import import_module
from pathlib import Path
from types import FunctionType, ModuleType

import pytest

import trilateral
from trilateral import export, frames, plots, rosters, rules, testing

DOORS = [trilateral, export, frames, plots, rosters, rules, testing]


def names_for_checkers(package: ModuleType) -> set[str]:
    """The names that a package imports for type checkers."""
    assert package.__file__
    tree = ast.parse(Path(package.__file__).read_text(encoding="utf-8"))
    return {
        alias.name
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and node.module != "trilateral._lazy"
        for alias in node.names
    }


class TestNames:
    """Public is what the front door and the public wings list."""

    @pytest.mark.parametrize("package", DOORS)
    def test_are_listed_visible_to_checkers_and_there(self, package: ModuleType) -> None:
        assert sorted(package.__all__) == sorted(dir(package)) == sorted(names_for_checkers(package))
        for name in package.__all__:
            assert getattr(package, name) is getattr(package, name)

    @pytest.mark.parametrize("package", DOORS)
    def test_come_from_modules_that_list_them(self, package: ModuleType) -> None:
        for name in package.__all__:
            value = getattr(package, name)
            if isinstance(value, type | FunctionType):
                assert name in import_module(value.__module__).__all__

    @pytest.mark.parametrize("package", DOORS)
    def test_that_are_not_there_are_missed_as_usual(self, package: ModuleType) -> None:
        with pytest.raises(AttributeError, match=f"module '{package.__name__}' has no attribute 'board_of'"):
            _ = package.board_of

    def test_can_be_imported_with_a_star(self) -> None:
        namespace: dict[str, object] = {}
        exec("from trilateral import *", namespace)  # noqa: S102 - the statement is the test
        assert set(trilateral.__all__) <= set(namespace)


class TestCost:
    """Fast to import, instant to ask."""

    @pytest.mark.parametrize(
        ("statement", "absent"),
        [
            ("import trilateral", ["attr", "attrs", "enum", "typing", "json", "datetime"]),
            (
                "import datetime, trilateral; trilateral.board_on(datetime.date(2025, 9, 3))",
                ["cattrs", "dateutil", "click", "rich", "json", "tomllib", "difflib"],
            ),
            ("import trilateral; trilateral.composition(11)", ["cattrs", "dateutil", "click"]),
            ("import trilateral; trilateral.export.boards()", ["cattrs", "click", "json", "pandas", "matplotlib", "narwhals"]),
        ],
    )
    def test_what_is_not_needed_is_not_imported(self, statement: str, absent: list[str]) -> None:
        before = "import sys; before = set(sys.modules)"
        after = f"print(sorted(set({absent!r}) & (set(sys.modules) - before)))"
        code = f"{before}; {statement}; {after}"
        done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)  # noqa: S603
        assert done.stdout.strip() == "[]"
