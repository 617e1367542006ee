"""What is read from a file: plain data, what was wrong with it, and where each value stands."""

from collections.abc import Callable
from enum import Enum
from typing import Final, NamedTuple

import attr

from trilateral._values.value import Value
from trilateral.errors import InvalidValueError, WrongTypeError, shown
from trilateral.rosters._remarks import Location

__all__ = ["DEEPEST", "UNREADABLE", "Document", "Limits", "Problem", "lines_by", "no_line", "unreadable"]

# How many keys and indices lead to the deepest value of a roster document; deeper ones are not looked for.
DEEPEST: Final = 8


class _Unreadable(Enum):
    UNREADABLE = "unreadable"


UNREADABLE: Final = _Unreadable.UNREADABLE


@attr.frozen(kw_only=True, repr=False, eq=False)
class Limits(Value):
    """How large a document may be, so that it is checked in bounded time and memory.

    Attributes:
        bytes: The most bytes of a file, or of one line of JSON Lines.
        values: The most values, tables and lists included; what a YAML alias repeats counts each time.

    Raises:
        WrongTypeError: One of them is not an `int`.
        InvalidValueError: One of them is less than 1.

    Example:
        >>> Limits(bytes=50_000_000)
        <Limits 50000000 bytes, 1000000 values>
    """

    bytes: int = 10_000_000
    values: int = 1_000_000

    def __attrs_post_init__(self) -> None:
        """Refuse what is no limit."""
        for what, limit in (("bytes", self.bytes), ("values", self.values)):
            if type(limit) is not int:
                raise WrongTypeError(what, "an int, such as 1_000_000", shown(limit))
            if limit < 1:
                raise InvalidValueError(what, "1 or more", shown(limit))

    def __repr__(self) -> str:
        return f"<Limits {self.bytes} bytes, {self.values} values>"


class Problem(NamedTuple):
    """One thing that is wrong with a document as such, by the code of its rule."""

    code: str
    message: str
    at: Location = ()
    line: int | None = None
    got: str | None = None


class Document(NamedTuple):
    """Plain data, or `UNREADABLE`; what was wrong; and which line a location stands at."""

    data: object
    problems: tuple[Problem, ...]
    line_of: Callable[[Location], int | None]


def unreadable(message: str, *, code: str = "TRI901", line: int | None = None, got: str | None = None) -> Document:
    """Return a document that cannot be read."""
    return Document(UNREADABLE, (Problem(code, message, line=line, got=got),), no_line)


def no_line(_: Location) -> None:
    """Return nothing, as the data has no lines."""


def lines_by(known: dict[Location, int]) -> Callable[[Location], int | None]:
    """Return a function that gives the line of a location, or of what encloses it."""

    def line_of(location: Location) -> int | None:
        ends = range(min(len(location), DEEPEST), -1, -1)
        return next((known[location[:end]] for end in ends if location[:end] in known), None)

    return line_of
