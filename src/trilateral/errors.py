"""What can go wrong: each error carries its parts, says the way out and pickles.

Every error derives from `TrilateralError` and from the built-in that a caller would expect: `LookupError` for what is not
there, `ValueError` for what cannot be, `TypeError` for what is of the wrong type.
"""

import reprlib
from datetime import date

__all__ = [
    "AmbiguousPersonError",
    "InvalidAgreementError",
    "InvalidFactsError",
    "InvalidJSONError",
    "InvalidValueError",
    "MissingGlyphsError",
    "OutOfCoverageError",
    "TrilateralError",
    "UnknownBoardError",
    "UnknownMeetingError",
    "UnknownPersonError",
    "UnknownWordError",
    "UnwritableError",
    "WrongTypeError",
]


_EAST_ASIAN = ("CJK ", "HANGUL ", "HIRAGANA ", "KATAKANA ", "IDEOGRAPHIC ", "BOPOMOFO ", "FULLWIDTH ")
_MOST_FONTS = 3
_MOST_PROBLEMS = 20
_MOST_WORDS = 30


class _ShortRepr(reprlib.Repr):
    """A repr that stays short, and that also copes with integers too long to be printed."""

    def repr_int(self, x: int, level: int) -> str:  # noqa: ARG002 - reprlib passes it
        """Return the digits of ``x``, or how many bits it has."""
        return repr(x) if x.bit_length() <= 128 else f"<an integer of {x.bit_length()} bits>"


_short = _ShortRepr()
_short.maxstring = _short.maxother = 80


def shown(value: object) -> str:
    """Return the repr of ``value``, cut in the middle where it is long."""
    return _short.repr(value)


class TrilateralError(Exception):
    """The base of every error that this library raises on purpose."""


class _RefusedError(TrilateralError):
    """Something that was passed is not what it must be.

    Attributes:
        what: The name of what was passed.
        expected: What to pass instead.
        got: The repr of what was passed, cut where it is long.
    """

    def __init__(self, what: str, expected: str, got: str) -> None:
        super().__init__(what, expected, got)
        self.what = what
        self.expected = expected
        self.got = got

    def __str__(self) -> str:
        return f"{self.what} must be {self.expected}, got {self.got}"


class WrongTypeError(_RefusedError, TypeError):
    """Something of the wrong type was passed; ``what``, ``expected`` and ``got`` say what, what instead and its repr."""


class InvalidValueError(_RefusedError, ValueError):
    """Something cannot have that value; ``what``, ``expected`` and ``got`` say what, what instead and its repr."""


class InvalidAgreementError(TrilateralError, ValueError):
    """An agreement contradicts itself.

    Attributes:
        provision: The field of the agreement that is wrong.
        problem: What is wrong with it, and what is expected.
    """

    def __init__(self, provision: str, problem: str) -> None:
        super().__init__(provision, problem)
        self.provision = provision
        self.problem = problem

    def __str__(self) -> str:
        return f"agreement.{self.provision}: {self.problem}"


class _ProblemsError(TrilateralError, ValueError):
    """A document was refused."""

    _what: str

    def __init__(self, problems: tuple[str, ...]) -> None:
        super().__init__(problems)
        self.problems = problems

    def __str__(self) -> str:
        if len(self.problems) == 1:
            return f"{self._what} refused: {self.problems[0]}"
        shown_problems = self.problems[:_MOST_PROBLEMS]
        more = [f"and {len(self.problems) - _MOST_PROBLEMS} more"] if len(self.problems) > _MOST_PROBLEMS else []
        return "\n  ".join([f"{self._what} refused, {len(self.problems)} problems:", *shown_problems, *more])


class InvalidFactsError(_ProblemsError):
    """A facts document cannot be read, or contradicts itself or the record.

    Attributes:
        problems: One line for each thing that is wrong, at least one.
    """

    _what = "facts"


class InvalidJSONError(_ProblemsError):
    """A JSON document cannot be read as the values that it should hold.

    Attributes:
        problems: One line for each thing that is wrong, at least one.
    """

    _what = "document"


class UnknownBoardError(TrilateralError, LookupError):
    """There is no board of that number.

    Attributes:
        number: The number asked for.
        last: The last board whose term a date can hold, under the agreement and record asked.
    """

    def __init__(self, number: int, last: int) -> None:
        super().__init__(number, last)
        self.number = number
        self.last = last

    def __str__(self) -> str:
        return (
            f"no board has that number: boards count from 1, and {self.last} is the last whose term ends by "
            f"{date.max}, the last day that a date can hold; got {shown(self.number)}"
        )


class OutOfCoverageError(TrilateralError, LookupError):
    """A day lies outside what can be answered.

    Attributes:
        day: The day asked for.
        first: The first day that can be asked for.
        last: The last day that can be asked for.
        reason: Why the day lies outside.
    """

    def __init__(self, day: date, first: date, last: date, reason: str) -> None:
        super().__init__(day, first, last, reason)
        self.day = day
        self.first = first
        self.last = last
        self.reason = reason

    def __str__(self) -> str:
        return f"{self.reason}; expected a day from {self.first} to {self.last}, got {self.day}"


class UnknownPersonError(TrilateralError, LookupError):
    """No person of the record is so named.

    Attributes:
        text: The name asked for.
        nearest: The recorded spellings most like it, best first; may be empty.
    """

    def __init__(self, text: str, nearest: tuple[str, ...]) -> None:
        super().__init__(text, nearest)
        self.text = text
        self.nearest = nearest

    def __str__(self) -> str:
        hint = f"did you mean {' or '.join(self.nearest)}?" if self.nearest else "people() lists everyone in the record"
        return f"the record names no such person, got {shown(self.text)}; {hint}"


class AmbiguousPersonError(TrilateralError, LookupError):
    """More than one person of the record is so named.

    Attributes:
        text: The name asked for.
        ids: The ids of the people who bear it, in the order of the record.
    """

    def __init__(self, text: str, ids: tuple[str, ...]) -> None:
        super().__init__(text, ids)
        self.text = text
        self.ids = ids

    def __str__(self) -> str:
        return f"{shown(self.text)} names more than one person; pass one of their ids instead: {', '.join(self.ids)}"


class UnknownMeetingError(TrilateralError, LookupError):
    """A series has no such meeting, or nobody knows who hosts it.

    Attributes:
        series: The id of the series.
        number: The number asked for.
        reason: Why there is no answer, and what can be asked.
    """

    def __init__(self, series: str, number: int, reason: str) -> None:
        super().__init__(series, number, reason)
        self.series = series
        self.number = number
        self.reason = reason

    def __str__(self) -> str:
        return f"{self.series} {shown(self.number)}: {self.reason}"


class UnknownWordError(TrilateralError, LookupError):
    """A word of a closed list was asked for that is not in it.

    Attributes:
        what: What the word should name, such as ``a series``.
        text: The word asked for.
        valid: Every word that can be asked for, in order; the message has the first 30 of them.
        nearest: Those most like it, best first; may be empty.
    """

    def __init__(self, what: str, text: str, valid: tuple[str, ...], nearest: tuple[str, ...]) -> None:
        super().__init__(what, text, valid, nearest)
        self.what = what
        self.text = text
        self.valid = valid
        self.nearest = nearest

    def __str__(self) -> str:
        if not self.valid:
            return f"{self.what} cannot be asked for, as there is none; got {shown(self.text)}"
        hint = f"did you mean {' or '.join(self.nearest)}? " if self.nearest else ""
        words = ", ".join(self.valid[:_MOST_WORDS])
        more = f" and {len(self.valid) - _MOST_WORDS} more" if len(self.valid) > _MOST_WORDS else ""
        return f"{self.what} must be one of {words}{more}; {hint}got {shown(self.text)}"


class UnwritableError(TrilateralError, OSError):
    """A file cannot be written; nothing was.

    Attributes:
        path: Where it was to be written.
        problem: Why it was not.
    """

    def __init__(self, path: str, problem: str) -> None:
        super().__init__(path, problem)
        self.path = path
        self.problem = problem
        self.errno: int | None = None  # or it would be the path, as the first of two arguments

    def __str__(self) -> str:
        return f"cannot write {self.path!r}: {self.problem}"


class MissingGlyphsError(TrilateralError, LookupError):
    """No font at hand can draw some characters.

    Attributes:
        characters: Those that cannot be drawn, in the order of their code points.
        fonts: The families that were tried.
    """

    def __init__(self, characters: str, fonts: tuple[str, ...]) -> None:
        super().__init__(characters, fonts)
        self.characters = characters
        self.fonts = fonts

    def __str__(self) -> str:
        from unicodedata import name  # noqa: PLC0415 - only this error needs it

        more = f" and {len(self.fonts) - _MOST_FONTS} more" if len(self.fonts) > _MOST_FONTS else ""
        east_asian = any(name(char, "").startswith(_EAST_ASIAN) for char in self.characters)
        such = ", such as Debian's fonts-noto-cjk for Chinese, Japanese and Korean" if east_asian else " that has them"
        return (
            f"no font at hand has {shown(self.characters)}: install one{such}, delete the list of "
            f"fonts in matplotlib.get_cachedir(), and start anew; or pass fonts, the families to draw with; tried were "
            f"{', '.join(self.fonts[:_MOST_FONTS]) or 'none'}{more}"
        )
