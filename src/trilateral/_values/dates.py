"""When things are: days, half-open terms, and dates of which only a part is known."""

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

import attr

from trilateral._values.value import Value
from trilateral.errors import InvalidValueError, WrongTypeError, shown

if TYPE_CHECKING:
    from trilateral._values.answers import Answer

__all__ = ["PartialDate", "Term", "require_day", "require_term"]


def require_day(value: object, what: str) -> date:
    """Return ``value`` if it is a day, and say what to pass if not.

    Raises:
        WrongTypeError: ``value`` is not a `datetime.date`, or is a `datetime.datetime`, which names a moment in some zone
            and not a day.
    """
    if isinstance(value, datetime):
        raise WrongTypeError(what, "a datetime.date and not a datetime (pass its .date())", shown(value))
    if not isinstance(value, date):
        raise WrongTypeError(what, "a datetime.date, such as datetime.date(2025, 9, 3)", shown(value))
    return value


@attr.frozen(repr=False, eq=False)
class Term(Value):
    """A half-open span of days, ``[start, end)``: ``start`` is its first day and ``end`` the first day after it.

    Attributes:
        start: The first day, inclusive.
        end: The first day after the term, exclusive; later than ``start``.

    Raises:
        WrongTypeError: ``start`` or ``end`` is not a day.
        InvalidValueError: ``end`` is not after ``start``.

    Example:
        >>> from datetime import date
        >>> term = Term(date(2011, 9, 1), date(2013, 9, 1))
        >>> date(2013, 8, 31) in term, date(2013, 9, 1) in term
        (True, False)
        >>> str(term), term.last_day
        ('2011-09-01/2013-09-01', datetime.date(2013, 8, 31))
    """

    start: date
    end: date

    def __attrs_post_init__(self) -> None:
        """Refuse what is not a span of days."""
        if require_day(self.start, "the start of a term") >= require_day(self.end, "the end of a term"):
            raise InvalidValueError("the end of a term", f"after its start, {self.start}", str(self.end))

    @property
    def last_day(self) -> date:
        """The last day of the term, inclusive."""
        return self.end - timedelta(days=1)

    @property
    def days(self) -> int:
        """How many days the term has."""
        return (self.end - self.start).days

    def overlaps(self, other: "Term", /) -> bool:
        """Return whether some day lies in both terms.

        Raises:
            WrongTypeError: ``other`` is not a `Term`.
        """
        require_term(other, "the other term")
        return self.start < other.end and other.start < self.end

    def __contains__(self, day: date) -> bool:
        return self.start <= require_day(day, "the day") < self.end

    def __str__(self) -> str:
        return f"{self.start}/{self.end}"

    def __repr__(self) -> str:
        return f"<Term {self}>"


@attr.frozen(repr=False, eq=False)
class PartialDate(Value):
    """A date of which the day, or the month and the day, may be unknown.

    There is no ``<``: a question about a partial date is answered yes, no or unknown.

    Attributes:
        year: 1 to 9999.
        month: 1 to 12, or None if unknown.
        day: 1 to 31, or None if unknown; only with a month.

    Raises:
        InvalidValueError: There is no such date.

    Example:
        >>> from datetime import date
        >>> start = PartialDate.parse("2021-09")
        >>> start.before(date(2021, 10, 1)), start.before(date(2021, 9, 15)), start.on(date(2021, 8, 31))
        (Answer.YES, Answer.UNKNOWN, Answer.NO)
    """

    year: int
    month: int | None = None
    day: int | None = None

    def __attrs_post_init__(self) -> None:
        """Refuse a date that does not exist, or a day of an unknown month."""
        year, month, day = self.year, self.month, self.day
        try:
            date(year, 1 if month is None else month, 1 if day is None else day)
        except (TypeError, ValueError, OverflowError):
            exists = False
        else:
            exists = day is None or month is not None
        if not exists or type(year) is bool or type(month) is bool or type(day) is bool:
            expected = "a year, a year and a month, or a full date that exists"
            raise InvalidValueError("a partial date", expected, shown((year, month, day)))

    @classmethod
    def parse(cls, text: str, /) -> "PartialDate":
        """Read ``YYYY``, ``YYYY-MM`` or ``YYYY-MM-DD``; the inverse of ``str()``.

        Raises:
            WrongTypeError: ``text`` is not a string.
            InvalidValueError: It is written otherwise, or there is no such date.
        """
        if not isinstance(text, str):  # pyright: ignore[reportUnnecessaryIsInstance]
            raise WrongTypeError("a partial date", "a string such as '2021-09'", shown(text))
        parts = text.split("-")
        written = [len(part) for part in parts] == [4, 2, 2][: len(parts)] and text.isascii()
        if not written or not all(part.isdigit() for part in parts):
            raise InvalidValueError("a partial date", "written YYYY, YYYY-MM or YYYY-MM-DD", shown(text))
        try:
            return cls(*map(int, parts))
        except InvalidValueError:
            raise InvalidValueError("a partial date", "a date that exists", shown(text)) from None

    @classmethod
    def of(cls, day: date, /) -> "PartialDate":
        """Return ``day``, fully known.

        Raises:
            WrongTypeError: ``day`` is not a `datetime.date`, or is a datetime.
        """
        require_day(day, "the day")
        return cls(day.year, day.month, day.day)

    @property
    def is_day(self) -> bool:
        """Whether the date is known to the day."""
        return self.day is not None

    @property
    def earliest(self) -> date:
        """The first day that it can be."""
        return date(self.year, 1 if self.month is None else self.month, 1 if self.day is None else self.day)

    @property
    def latest(self) -> date:
        """The last day that it can be."""
        if self.day is not None:
            return self.earliest
        if self.month is None or self.month == 12:
            return date(self.year, 12, 31)
        return date(self.year, self.month + 1, 1) - timedelta(days=1)

    def before(self, other: "date | PartialDate", /) -> "Answer":
        """Answer whether it lies before ``other``."""
        first, last = _ends(other)
        return _answer(yes=self.latest < first, no=self.earliest >= last)

    def after(self, other: "date | PartialDate", /) -> "Answer":
        """Answer whether it lies after ``other``."""
        first, last = _ends(other)
        return _answer(yes=self.earliest > last, no=self.latest <= first)

    def on(self, other: "date | PartialDate", /) -> "Answer":
        """Answer whether it is the same day as ``other``."""
        first, last = _ends(other)
        return _answer(yes=self.earliest == self.latest == first == last, no=self.latest < first or self.earliest > last)

    def during(self, term: Term, /) -> "Answer":
        """Answer whether it lies in ``term``.

        Raises:
            WrongTypeError: ``term`` is not a `Term`.
        """
        require_term(term, "the term")
        return _answer(
            yes=self.earliest in term and self.latest in term,
            no=self.latest < term.start or self.earliest >= term.end,
        )

    def __str__(self) -> str:
        return self.earliest.isoformat()[: 10 if self.day else 7 if self.month else 4]

    def __repr__(self) -> str:
        return f"<PartialDate {self}>"


def require_term(value: object, what: str) -> None:
    """Refuse what is no term."""
    if not isinstance(value, Term):
        raise WrongTypeError(what, "a Term, such as board(7).term or fiscal_year(2026).term", shown(value))


def _ends(value: date | PartialDate) -> tuple[date, date]:
    """Return the first and the last day that ``value`` can be."""
    if isinstance(value, PartialDate):
        return value.earliest, value.latest
    day = require_day(value, "the day to compare with")
    return day, day


def _answer(*, yes: bool, no: bool) -> "Answer":
    """Return the one of the three answers that is left."""
    from trilateral._values.answers import Answer  # noqa: PLC0415 - an enum costs a hundredth of `import attrs`

    return Answer.YES if yes else Answer.NO if no else Answer.UNKNOWN
