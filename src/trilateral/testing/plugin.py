"""The pytest plugin: a fixture and a marker, which import nothing of the library before they are used."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

__all__ = ["assert_valid_roster", "pytest_configure", "pytest_runtest_call"]

_MARKER = "roster_files"
_KEYWORDS = ("agreement", "record", "scope", "ignore", "strict")


def pytest_configure(config: pytest.Config) -> None:
    """Register the marker."""
    config.addinivalue_line(
        "markers",
        f"{_MARKER}(*patterns, agreement=None, record=None, scope='record', ignore=(), strict=False): fail the test, before it "
        "runs, if a file that matches one of the glob patterns, relative to the file of the test, is not a valid roster, or if "
        "none matches.",
    )


@pytest.fixture(scope="session")
def assert_valid_roster() -> Callable[..., None]:
    """Return `trilateral.testing.assert_valid_roster`: fail with the text of the report if a roster is not valid."""
    from trilateral.testing import assert_valid_roster as asserted  # noqa: PLC0415 - not before it is used

    return asserted


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_call(item: pytest.Item) -> None:
    """Fail a marked test, before it runs, if a roster file of it is not valid."""
    for marker in item.iter_markers(_MARKER):
        if problems := "\n\n".join(_problems(marker, item.path.parent)):
            pytest.fail(problems, pytrace=False)


def _problems(marker: pytest.Mark, folder: Path) -> Iterator[str]:
    """Yield what is wrong with the marker itself, or else with each of its files."""
    misuse = _misuse(marker)
    if misuse is not None:
        yield f"the marker {_MARKER} {misuse}"
        return
    matches = {pattern: _matches(folder, pattern) for pattern in marker.args}
    yield from (f"no file matches {pattern!r} in {folder}" for pattern, files in matches.items() if not files)
    for path in dict.fromkeys(path for files in matches.values() for path in files):
        yield from _report(path, marker)


def _misuse(marker: pytest.Mark) -> str | None:
    """Return what is wrong with the arguments of a marker."""
    if not marker.args:
        return "needs glob patterns, such as @pytest.mark.roster_files('rosters/*.toml')"
    strange = next((pattern for pattern in marker.args if not isinstance(pattern, str)), None)
    if strange is not None:
        return f"takes glob patterns that are strings, got {strange!r}"
    unknown = next((keyword for keyword in marker.kwargs if keyword not in _KEYWORDS), None)
    return None if unknown is None else f"takes the keywords {', '.join(_KEYWORDS)}, got {unknown!r}"


def _matches(folder: Path, pattern: str) -> list[Path]:
    """Return the files that match; a pattern that is empty or absolute matches none."""
    try:
        return sorted(path for path in folder.glob(pattern) if path.is_file())
    except (NotImplementedError, ValueError):
        return []


def _report(path: Path, marker: pytest.Mark) -> Iterator[str]:
    """Yield the text of the report of a file, if it is not a valid roster, or what the other arguments must be."""
    from trilateral.errors import TrilateralError  # noqa: PLC0415 - not before it is used
    from trilateral.testing import assert_valid_roster as asserted  # noqa: PLC0415 - not before it is used

    try:
        asserted(path, **marker.kwargs)
    except AssertionError as problem:
        yield str(problem)
    except TrilateralError as problem:
        yield f"the marker {_MARKER} is refused: {problem}"
