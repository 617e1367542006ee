"""Rosters in TOML, whose dates are read as their text."""

import re
import tomllib
from datetime import date, time
from typing import Any, Final

from trilateral.rosters._files.document import Document, Limits, no_line, unreadable
from trilateral.rosters._files.size import MOST_NESTED, too_large
from trilateral.rosters._plain import is_list, is_table

__all__ = ["parse_toml"]

# The time that Python takes for a dotted key grows with the square of its parts. They may be quoted, so all dots are counted.
_MOST_DOTS: Final = MOST_NESTED
_LONGEST_MESSAGE: Final = 200


def parse_toml(text: str, limits: Limits) -> Document:
    """Return the document that ``text`` holds; TOML tells no lines but that of an error."""
    many = next((at for at, line in enumerate(text.split("\n"), 1) if line.count(".") > _MOST_DOTS), None)
    if many is not None:
        return unreadable(f"a line must have at most {_MOST_DOTS} dots", code="TRI910", line=many)
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        return _invalid(str(error))
    except RecursionError:
        return unreadable(f"its lists and tables must be nested at most {MOST_NESTED} deep", code="TRI910")
    except ValueError:  # how Python refuses to read a number of thousands of digits
        return unreadable("a number must not have thousands of digits", code="TRI910")
    refused = too_large(data, limits)
    if refused is not None:
        return refused
    _write_dates(data)
    return Document(data, (), no_line)


def _invalid(error: str) -> Document:
    """Return the document that is not valid TOML, by what Python says of it, which can hold a long key."""
    found = re.search(r"\(at line (\d+), column \d+\)$", error)
    problem = re.sub(r" \(at [^()]*\)$", "", error)
    problem = f"{problem[:1].lower()}{problem[1:_LONGEST_MESSAGE]}{'...' * (len(problem) > _LONGEST_MESSAGE)}"
    return unreadable(f"it is not valid TOML: {problem}", line=int(found[1]) if found else None)


def _write_dates(data: dict[str, Any]) -> None:
    """Put its text in the place of each date and time."""
    waiting: list[Any] = [data]
    while waiting:
        inner: Any = waiting.pop()
        for key, value in _items(inner):
            if isinstance(value, date | time):
                inner[key] = value.isoformat()
            else:
                waiting.append(value)


def _items(value: object) -> list[tuple[Any, Any]]:
    if is_table(value):
        return list(value.items())
    return list(enumerate(value)) if is_list(value) else []
