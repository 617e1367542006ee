"""When boards start and end by the law."""

from bisect import bisect_right
from collections.abc import Hashable
from datetime import date
from itertools import pairwise
from typing import TypeVar

from trilateral._values.dates import Term, require_day
from trilateral.errors import OutOfCoverageError, UnknownBoardError, WrongTypeError, shown
from trilateral.rules._agreement import Agreement

__all__ = ["add_months", "last_number", "latest_anniversary", "nominal_start", "nominal_term", "number_on"]

M = TypeVar("M", bound=Hashable)


def add_months(day: date, months: int, /) -> date | None:
    """Return the same day of the month ``months`` later, or None where a date cannot hold it.

    A day that the other month does not have becomes the last one that it has.

    Example:
        >>> add_months(date(2023, 9, 1), 36), add_months(date(2023, 8, 31), 6), add_months(date(9999, 9, 1), 12)
        (datetime.date(2026, 9, 1), datetime.date(2024, 2, 29), None)
    """
    years, month = divmod(day.month - 1 + months, 12)
    if not date.min.year <= day.year + years <= date.max.year:
        return None
    if day.day <= 28:
        return day.replace(year=day.year + years, month=month + 1)
    from dateutil.relativedelta import relativedelta  # noqa: PLC0415 - costs a third of `import attrs`, rarely needed

    return day + relativedelta(months=months)


def nominal_start(agreement: Agreement[M], number: int, /) -> date | None:
    """Return the first day of board ``number`` by the law alone, or None where a date cannot hold it."""
    months = 0
    provisions = agreement.term_lengths
    for provision, following in pairwise(provisions):
        if number <= following.since_board:
            return add_months(agreement.first_day.value, months + (number - provision.since_board) * provision.value)
        months += (following.since_board - provision.since_board) * provision.value
    return add_months(agreement.first_day.value, months + (number - provisions[-1].since_board) * provisions[-1].value)


def nominal_term(agreement: Agreement[M], number: int, /) -> Term:
    """Return the term of board ``number`` by the law alone, chained from the first board's.

    Raises:
        WrongTypeError: ``number`` is not an `int`.
        UnknownBoardError: ``number`` is less than 1, or a date cannot hold the end of the term.

    Example:
        >>> from trilateral import AGREEMENT_2010
        >>> nominal_term(AGREEMENT_2010, 8)
        <Term 2025-09-01/2027-09-01>
    """
    if type(number) is not int:
        raise WrongTypeError("a board's number", "an int, such as 7", shown(number))
    if number >= 1:
        start, end = nominal_start(agreement, number), nominal_start(agreement, number + 1)
        if start is not None and end is not None:
            return Term(start, end)
    raise UnknownBoardError(number, last_number(agreement))


def last_number(agreement: Agreement[M], /) -> int:
    """Return the number of the last board whose nominal term a date can hold; 0 if there is none."""
    return _started(agreement, date.max) - 1


def number_on(agreement: Agreement[M], day: date, /) -> int:
    """Return the number of the board in whose nominal term ``day`` lies.

    Raises:
        WrongTypeError: ``day`` is not a `datetime.date`, or is a datetime.
        OutOfCoverageError: ``day`` lies before the first board, or after the last whose end a date can hold.
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

    Example:
        >>> latest_anniversary(date(2011, 9, 1), date(2026, 8, 20))
        datetime.date(2025, 9, 1)
        >>> latest_anniversary(date(2011, 9, 1), date(2026, 8, 20), notice=1)
        datetime.date(2026, 9, 1)
    """
    years = day.year - of.year + 1
    while (add_months(of, 12 * years - notice) or date.max) > day:
        years -= 1
    anniversary = add_months(of, 12 * years)
    assert anniversary is not None, "a yearly return that notice can be given of is a date"
    return anniversary


def _started(agreement: Agreement[M], day: date) -> int:
    """Return how many boards have started by ``day`` by the law alone."""

    def ordinal(number: int) -> int:
        start = nominal_start(agreement, number)
        return date.max.toordinal() + 1 if start is None else start.toordinal()

    return bisect_right(range(1, 12 * date.max.year), day.toordinal(), key=ordinal)
