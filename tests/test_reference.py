"""The reference has every public name, each with an example that is run, and explains every error.

An example of a function stands in its docstring. One of anything else, such as a value that one gets as an answer, stands there
or on a page that describes it, and has its name.
"""

import doctest
import importlib
import inspect
import re
from collections.abc import Iterator
from pathlib import Path
from types import FunctionType
from typing import Any, Final

import pytest

import trilateral

REFERENCE: Final = Path(__file__).parent.parent / "docs" / "reference"
PAGES: Final = {path.name: path.read_text(encoding="utf-8") for path in sorted(REFERENCE.glob("*.md"))}
MODULES: Final = [trilateral, *(value for name in trilateral.__all__ if inspect.ismodule(value := getattr(trilateral, name)))]
NAMES: Final = [(module.__name__, name) for module in MODULES for name in module.__all__]
ERRORS: Final = sorted(
    {
        value
        for module in MODULES
        for name in module.__all__
        if isinstance(value := getattr(module, name), type) and issubclass(value, BaseException)
    },
    key=lambda error: error.__name__,
)


def described(page: str) -> set[str]:
    """The full names of all that a page describes."""
    found: set[str] = set()
    current = ""
    for directive, name in re.findall(r"^\.\. (?:py:)?(\w+):: ([\w.]+)", page, re.MULTILINE):
        if directive == "currentmodule":
            current = name
        elif directive in {"module", "class", "data"} or directive.startswith("auto"):
            found.add(name if name.startswith("trilateral") else f"{current}.{name}")
    return found


def examples(page: str) -> str:
    """All that is run of a page, and what it prints."""
    return "\n".join(re.findall(r"^```python\n(.*?)^```$", page, re.MULTILINE | re.DOTALL))


def pages_of(value: object, name: str) -> Iterator[str]:
    """The pages that describe what has that name, by whichever module it is asked for."""
    names = {f"{module.__name__}.{name}" for module in MODULES if getattr(module, name, None) is value}
    return (page for page in PAGES.values() if described(page) & names)


def has_example(value: Any, name: str, pages: list[str]) -> bool:
    if doctest.DocTestParser().get_examples(getattr(value, "__doc__", None) or ""):
        return True
    return not isinstance(value, FunctionType) and any(re.search(rf"\b{name}\b", examples(page)) for page in pages)


def section(error: type[BaseException]) -> str:
    """What the page of the errors says of one."""
    found = re.search(rf"^## {error.__name__}\n(.*?)(?=^## |\Z)", PAGES["errors.md"], re.MULTILINE | re.DOTALL)
    return found[1] if found else ""


@pytest.mark.parametrize(("module", "name"), NAMES)
def test_every_public_name_is_described_with_an_example_that_is_run(module: str, name: str) -> None:
    value = getattr(importlib.import_module(module), name)
    pages = list(pages_of(value, name))
    assert pages, "no page of the reference describes it"
    assert has_example(value, name, pages), "neither its docstring nor, unless it is a function, its page has an example of it"


def test_what_the_reference_describes_is_public() -> None:
    public = {f"{module}.{name}" for module, name in NAMES} | {"trilateral"}
    assert {name for page in PAGES.values() for name in described(page)} <= public


@pytest.mark.parametrize("error", ERRORS, ids=lambda error: error.__name__)
def test_every_error_is_explained_with_its_parts_and_an_example(error: type[BaseException]) -> None:
    text = section(error)
    assert any(name.endswith(f".{error.__name__}") for name in described(text))
    assert error.__name__ in examples(text)
    parts = set(inspect.signature(error.__init__).parameters) - {"self", "args", "kwargs"}
    assert {part for part in parts if f"`{part}`" not in text} == set()


def test_every_error_of_the_library_is_public() -> None:
    def derived(error: type[BaseException]) -> Iterator[type[BaseException]]:
        for each in error.__subclasses__():
            yield from (each, *derived(each))

    named = {error for error in derived(trilateral.TrilateralError) if not error.__name__.startswith("_")}
    assert {trilateral.TrilateralError, *named} == set(ERRORS)


class TestThisTest:
    """What is missing is noticed."""

    PAGE = ".. py:currentmodule:: trilateral.rules\n\n.. py:class:: Agreement\n\n.. autofunction:: trilateral.board\n"

    def test_the_names_of_a_page(self) -> None:
        assert described(self.PAGE) == {"trilateral.rules.Agreement", "trilateral.board"}

    def test_a_name_outside_of_what_is_run_is_no_example(self) -> None:
        def silent() -> None: ...

        page = "Seat\n```py\nSeat\n```\n```python\n>>> tri.board(7).seats\n```\n"
        assert not has_example(object, "Seat", [page])
        assert has_example(object, "board", [page])
        assert not has_example(silent, "board", [page])
