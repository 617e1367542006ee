"""Reading a user's facts file: JSON or TOML, strictly."""

import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

import click

import trilateral as tri
from trilateral._codec import read_json

__all__ = ["record_with"]

_MOST_BYTES: Final = 10_000_000


def record_with(path: str) -> tri.Record:
    """Return the shipped record with the facts of the file at ``path``.

    Raises:
        click.ClickException: The file cannot be read.
        InvalidFactsError: It can, but its facts are refused.
    """
    text = _text(path)
    parsers: dict[str, Callable[[str], Any]] = {".json": read_json, ".toml": tomllib.loads}
    suffix = Path(path).suffix.lower()
    if suffix not in parsers:
        raise _unreadable(path, "expected a name that ends in .json or .toml")
    try:
        data = parsers[suffix](text)
        if hasattr(data, "keys") and "trilateral" in data:
            whole = "it is what `to_json` wrote, such as a whole record, and no facts document"
            raise _unreadable(path, f"{whole}; read it in Python, by trilateral.export.from_json")
        return tri.record().with_facts(data)
    except RecursionError:
        raise _unreadable(path, "its tables or lists are nested too deeply") from None
    except tri.InvalidFactsError:
        raise
    except ValueError as error:
        problem = str(error).partition("; use sys.")[0]  # Python's advice on long integers is not for users
        raise _unreadable(path, f"it is not valid {suffix[1:].upper()}: {problem}") from None


def _text(path: str) -> str:
    """Return the text of a file, which may begin with a byte order mark."""
    try:
        with Path(path).open("rb") as file:
            content = file.read(_MOST_BYTES + 1)
    except OSError as error:
        raise _unreadable(path, error.strerror or str(error)) from None
    if len(content) > _MOST_BYTES:
        raise _unreadable(path, f"it has more than {_MOST_BYTES // 1_000_000} MB, the most that a facts file may have")
    if not content.strip():
        raise _unreadable(path, "it is empty; write at least a source and a fact")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        got = f"the byte {error.object[error.start]:#04x} at offset {error.start}"
        raise _unreadable(path, f"expected text in UTF-8, got {got}") from None


def _unreadable(path: str, problem: str) -> click.ClickException:
    return click.ClickException(f"cannot read the facts file {path!r}: {problem}")
