"""Rosters in JSON."""

import json
import re
from collections.abc import Callable
from functools import cache
from typing import Any, Final

from trilateral.errors import shown
from trilateral.rosters._files.document import DEEPEST, Document, Limits, Problem, lines_by, unreadable
from trilateral.rosters._files.size import MOST_NESTED, too_large
from trilateral.rosters._remarks import Location

__all__ = ["parse_json"]

_WORD: Final = re.compile(r'"(?:[^"\\]++|\\.)*+"|[][{},:]|[^][{},:\s"]+', re.DOTALL)
_MOST_DIGITS: Final = 600  # Python can be told to read no more than 640


def parse_json(text: str, limits: Limits) -> Document:
    """Return the document that ``text`` holds."""
    repeats: list[bool] = []

    def table(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        values = dict(pairs)
        if len(values) < len(pairs):
            repeats.append(True)
        return values

    try:
        data = json.loads(text, object_pairs_hook=table, parse_int=_integer)
    except (json.JSONDecodeError, RecursionError, _TooLongError) as error:
        return _refused(text, error)
    refused = too_large(data, limits)
    if refused is not None:
        return refused

    @cache
    def line_of() -> Callable[[Location], int | None]:
        return lines_by(_Scan(text).lines)

    def line(location: Location) -> int | None:
        return line_of()(location)

    return Document(data, tuple(_repeats(text)) if repeats else (), line)


def _refused(text: str, error: Exception) -> Document:
    if isinstance(error, json.JSONDecodeError):
        found = text[error.pos : error.pos + 20]
        got = shown(found) if found else "the end of the text"
        return unreadable(f"it is not valid JSON: {error.msg.lower()}", line=error.lineno, got=got)
    if isinstance(error, _TooLongError):
        return unreadable(f"a number must have at most {_MOST_DIGITS} digits", code="TRI910", got=f"{error} digits")
    return unreadable(f"its lists and tables must be nested at most {MOST_NESTED} deep", code="TRI910")


class _TooLongError(Exception):
    """A number has too many digits."""


def _integer(digits: str) -> int:
    """Read a number, if it is not so long that reading it takes long."""
    if len(digits) > _MOST_DIGITS:
        raise _TooLongError(len(digits))
    return int(digits)


def _repeats(text: str) -> list[Problem]:
    """Return a problem for each key that stands twice in a table."""
    message = "a key must stand once in a table"
    found = [Problem("TRI909", message, location, line, shown(location[-1])) for location, line in _Scan(text).repeats]
    return found or [Problem("TRI909", message)]


class _Scan:
    """Where the values of valid JSON stand; what lies deeper than a roster is left out.

    It goes through the text once, and keeps no more than the way to where it is.

    Attributes:
        lines: The line of each value.
        repeats: The keys that stand again in their table, each with its line.
    """

    def __init__(self, text: str) -> None:
        self.lines: dict[Location, int] = {}
        self.repeats: list[tuple[Location, int]] = []
        self._way: list[str | int] = []
        self._keys: list[set[str | int]] = []
        self._awaits_key = False
        line, counted = 1, 0
        for found in _WORD.finditer(text):
            line, counted = line + text.count("\n", counted, found.start()), found.start()
            self._take(found.group(), line)

    def _take(self, word: str, line: int) -> None:
        """Take one word, which is not blank."""
        way = self._way
        if word in ("}", "]"):
            way.pop()
            self._keys.pop()
            self._awaits_key = False
        elif word == ":":
            self._awaits_key = False
        elif word != ",":
            self._value(word, line)
        elif isinstance(way[-1], int):
            way[-1] += 1
        else:
            self._awaits_key = True

    def _value(self, word: str, line: int) -> None:
        """Take a key or a value, or the beginning of one."""
        way = self._way
        if len(way) <= DEEPEST:
            if self._awaits_key:
                way[-1] = json.loads(word)
            location = tuple(way)
            if self._awaits_key and way[-1] in self._keys[-1]:
                self.repeats.append((location, line))
            elif self._awaits_key:
                self._keys[-1].add(way[-1])
            self.lines[location] = line
        if word in ("{", "["):
            way.append("" if word == "{" else 0)
            self._keys.append(set())
            self._awaits_key = word == "{"
