"""When boards start and end by the law."""

from bisect import bisect_right
from collections.abc import Hashable
from datetime import date
from itertools import pairwise
from typing import TypeVar

from trilateral._values.dates import Term, require_day
from trilateral.errors import InvalidValueError, OutOfCoverageError, UnknownBoardError, WrongTypeError, shown
from trilateral.rules._agreement import Agreement, Provision, require_number

__all__ = [
    "add_months",
    "last_number",
    "latest_anniversary",
    "nominal_start",
    "nominal_term",
    "number_on",
    "unextended_end",
]

M = TypeVar("M", bound=Hashable)


def add_months(day: date, months: int, /) -> date | None:
    """Return the same day of the month ``months`` later, or None where a date cannot hold it.

    A day that the other month does not have becomes the last one that it has.

    Raises:
        WrongTypeError: ``day`` is not a `datetime.date`, or is a datetime, or ``months`` is not an `int`.

    Example:
        >>> add_months(date(2023, 9, 1), 36), add_months(date(2023, 8, 31), 6), add_months(date(9999, 9, 1), 12)
        (datetime.date(2026, 9, 1), datetime.date(2024, 2, 29), None)
    """
    require_day(day, "the day")
    _require_months(months, "months")
    years, month = divmod(day.month - 1 + months, 12)
    if not date.min.year <= day.year + years <= date.max.year:
        return None
    if day.day <= 28:
        return day.replace(year=day.year + years, month=month + 1)
    from dateutil.relativedelta import relativedelta  # noqa: PLC0415 - costs a third of `import attrs`, rarely needed

    return day + relativedelta(months=months)


def nominal_start(agreement: Agreement[M], number: int, /) -> date | None:
    """Return the first day of board ``number`` by the law alone, or None where a date cannot hold it.

    Raises:
        WrongTypeError: ``agreement`` is not an `Agreement`, or ``number`` is not an `int`.
        UnknownBoardError: ``number`` is less than 1.

    Example:
        >>> from trilateral import AGREEMENT_2010
        >>> nominal_start(AGREEMENT_2010, 8), nominal_start(AGREEMENT_2010, 9000)
        (datetime.date(2025, 9, 1), None)
    """
    if not isinstance(agreement, Agreement):  # pyright: ignore[reportUnnecessaryIsInstance]
        raise WrongTypeError("agreement", "an Agreement, such as AGREEMENT_2010", shown(agreement))
    require_number(agreement, number)
    return _chained(agreement, number, [each for each in agreement.extensions if each.since_board < number])


def unextended_end(agreement: Agreement[M], number: int, /) -> date | None:
    """Return when, exclusive, the nominal term of board ``number`` ends if it is not extended itself.

    None stands for a day that a date cannot hold.
    """
    return _chained(agreement, number + 1, [each for each in agreement.extensions if each.since_board < number])


def _chained(agreement: Agreement[M], number: int, extensions: list[Provision[date]]) -> date | None:
    """Return the nominal start of board ``number``, reckoned from the end of the last of some extensions before it."""
    since, day = (extensions[-1].since_board + 1, extensions[-1].value) if extensions else (1, agreement.first_day.value)
    return add_months(day, _months_before(agreement, number) - _months_before(agreement, since))


def _months_before(agreement: Agreement[M], number: int) -> int:
    """Return how many months the terms before board ``number`` last together."""
    lengths = agreement.term_lengths
    changes = sum(max(0, number - new.since_board) * (new.value - old.value) for old, new in pairwise(lengths))
    return (number - 1) * lengths[0].value + changes


def nominal_term(agreement: Agreement[M], number: int, /) -> Term:
    """Return the term of board ``number`` by the law alone, chained from the first board's.

    Raises:
        WrongTypeError: ``agreement`` is not an `Agreement`, or ``number`` is not an `int`.
        UnknownBoardError: ``number`` is less than 1, or a date cannot hold the end of the term.

    Example:
        >>> from trilateral import AGREEMENT_2010
        >>> nominal_term(AGREEMENT_2010, 8)
        <Term 2025-09-01/2027-09-01>
    """
    start = nominal_start(agreement, number)
    end = nominal_start(agreement, number + 1)
    if start is None or end is None:
        raise UnknownBoardError(number, last_number(agreement))
    return Term(start, end)


def last_number(agreement: Agreement[M], /) -> int:
    """Return the number of the last board whose nominal term a date can hold; 0 if there is none.

    Example:
        >>> from trilateral import AGREEMENT_2010
        >>> number = last_number(AGREEMENT_2010)
        >>> number, nominal_term(AGREEMENT_2010, number)
        (3994, <Term 9997-09-01/9999-09-01>)
    """
    return _started(agreement, date.max) - 1


def number_on(agreement: Agreement[M], day: date, /) -> int:
    """Return the number of the board in whose nominal term ``day`` lies.

    Raises:
        WrongTypeError: ``day`` is not a `datetime.date`, or is a datetime.
        OutOfCoverageError: ``day`` lies before the first board, or after the last whose end a date can hold.

    Example:
        >>> from trilateral import AGREEMENT_2010, AGREEMENT_2025
        >>> number_on(AGREEMENT_2010, date(2025, 9, 3)), number_on(AGREEMENT_2025, date(2025, 9, 3))
        (8, 7)
    """
    number = _started(agreement, require_day(day, "the day"))
    last = last_number(agreement)
    if not 1 <= number <= last:
        first_day = agreement.first_day.value
        last_day = nominal_term(agreement, last).last_day if last else first_day
        reason = "by the law alone, no board has a term on that day that a date can hold"
        raise OutOfCoverageError(day, first_day, last_day, reason)
    return number


def latest_anniversary(of: date, day: date, /, *, notice: int = 0) -> date:
    """Return the latest yearly return of ``of`` that lies on or before ``day``, or at most ``notice`` months after it.

    Raises:
        WrongTypeError: ``of`` or ``day`` is not a `datetime.date`, or is a datetime, or ``notice`` is not an `int`.
        InvalidValueError: ``notice`` is not from 0 to 11, or a date cannot hold the return.

    Example:
        >>> latest_anniversary(date(2011, 9, 1), date(2026, 8, 20))
        datetime.date(2025, 9, 1)
        >>> latest_anniversary(date(2011, 9, 1), date(2026, 8, 20), notice=1)
        datetime.date(2026, 9, 1)
    """
    require_day(of, "the day that returns")
    require_day(day, "the day")
    _require_months(notice, "notice")
    if not 0 <= notice <= 11:
        raise InvalidValueError("notice", "from 0 to 11 months", shown(notice))
    years = day.year - of.year + (of.month <= notice)
    noticed = add_months(of, 12 * years - notice)
    assert noticed is not None, "it lies in the year of the day"
    anniversary = add_months(of, 12 * (years if noticed <= day else years - 1))
    if anniversary is None:
        raise InvalidValueError("the day", f"one near which a date can hold a yearly return of {of}", str(day))
    return anniversary


def _require_months(months: object, what: str) -> None:
    """Refuse what is no whole number of months."""
    if type(months) is not int:
        raise WrongTypeError(what, "an int, such as 36", shown(months))


def _started(agreement: Agreement[M], day: date) -> int:
    """Return how many boards have started by ``day`` by the law alone."""

    def ordinal(number: int) -> int:
        start = nominal_start(agreement, number)
        return date.max.toordinal() + 1 if start is None else start.toordinal()

    return bisect_right(range(1, 12 * date.max.year), day.toordinal(), key=ordinal)
