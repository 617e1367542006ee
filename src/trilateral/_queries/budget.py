"""Who bears which share of the budget, in which fiscal year, and what that is in money."""

import re
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from trilateral import rules
from trilateral._queries.boards import board_on
from trilateral._queries.succession import law_of, require_law
from trilateral._record.budget import ATTESTED_FISCAL_YEARS, FIRST_FISCAL_YEAR, OTHER_FISCAL_YEARS
from trilateral._record.currencies import DECIMALS, LIST, WITHOUT_DECIMALS
from trilateral._values.amounts import MOST_UNITS, amount_of, quantum_of, units_of
from trilateral._values.boards import Basis
from trilateral._values.budget import Assessment, FiscalYear, Remainder, Shares
from trilateral._values.dates import Term, require_day
from trilateral._values.sources import Citation, CitationKind, Confidence, Grounds, Reading
from trilateral._values.states import MemberState
from trilateral.errors import InvalidValueError, OutOfCoverageError, WrongTypeError, shown
from trilateral.rules import Agreement

if TYPE_CHECKING:
    from trilateral._record.record import Record

__all__ = ["assess", "fiscal_year", "fiscal_year_on", "shares"]


def shares(*, agreement: Agreement[MemberState] | None = None) -> Shares[MemberState]:
    """Return which part of the operational budget each state bears: a third.

    They are parts of whatever the budget is, so that all amounts grow and shrink alike. The premises, which the host
    provides, are no part of it.

    Args:
        agreement: The law; by default that of the record that ships.

    Raises:
        WrongTypeError: ``agreement`` is not an `Agreement`.
        InvalidValueError: It is not between the member states.

    Example:
        >>> shares()
        <Shares KOR 1/3 JPN 1/3 CHN 1/3>
        >>> sum(shares().fractions.values())
        Fraction(1, 1)
    """
    require_law(agreement, None)
    return rules.shares(law_of(agreement, None))


def fiscal_year(year: int, /) -> FiscalYear:
    """Return the fiscal year that starts on 1 September of a year.

    Args:
        year: The calendar year of its first day, by which it is named; from 2011 on.

    Raises:
        WrongTypeError: ``year`` is not an `int`.
        InvalidValueError: It is before 2011, or a date cannot hold the end of the fiscal year.

    Example:
        >>> fiscal_year(2017), fiscal_year(2017).basis, fiscal_year(2026).basis
        (<FiscalYear 2017 2017-09-01/2018-09-01>, <Basis.RECORDED: 'recorded'>, <Basis.INFERRED: 'inferred'>)
    """
    return _named(year)


def fiscal_year_on(day: date, /) -> FiscalYear:
    """Return the fiscal year in which a day lies.

    Args:
        day: From 2011-09-01 on.

    Raises:
        WrongTypeError: ``day`` is not a `datetime.date`, or is a datetime.
        OutOfCoverageError: ``day`` lies before the first fiscal year, or after the last whose end a date can hold.

    Example:
        >>> fiscal_year_on(date(2027, 8, 31))
        <FiscalYear 2026 2026-09-01/2027-09-01>
    """
    require_day(day, "the day")
    first, last = _term(FIRST_FISCAL_YEAR).start, _term(_LAST_FISCAL_YEAR).last_day
    if not first <= day <= last:
        reason = "the first fiscal year had not begun" if day < first else "a date cannot hold the fiscal year on that day"
        raise OutOfCoverageError(day, first, last, reason)
    return _named(day.year if day.month >= first.month else day.year - 1)


def assess(  # noqa: PLR0913 - an amount, a year and a choice, by a law and a record
    total: Decimal | int | str,
    /,
    *,
    currency: str,
    fiscal_year: FiscalYear | int,
    remainder: Remainder = Remainder.ROTATING,
    quantum: Decimal | int | str | None = None,
    agreement: Agreement[MemberState] | None = None,
    record: "Record | None" = None,
) -> Assessment[MemberState]:
    """Split a budget among the states, in whole minor units that sum to it exactly.

    Each state bears its share rounded down, and what is left over, the odd units, is borne as ``remainder`` says: one each
    by the largest remainders, of equal ones by the states in turn; or all by the host.

    Args:
        total: The budget, an amount in the currency: a `decimal.Decimal`, an `int` of major units (5 is five dollars), or a
            `str` of plain digits. No `float`, which seldom is the amount that was written.
        currency: A code of ISO 4217, such as ``"USD"``; or any other with its ``quantum``.
        fiscal_year: The year for which it is due, or the calendar year in which that starts.
        remainder: Who bears the odd units.
        quantum: The minor unit of a currency that ISO 4217 does not list, such as ``Decimal("0.01")``.
        agreement: The law; by default that of the record.
        record: The facts, by which the Secretary-General is known; by default those that ship.

    Raises:
        WrongTypeError: An argument is of another type; `float` and `bool` are no amounts.
        InvalidValueError: ``total`` is negative, not finite, not written in plain digits, not a whole number of minor
            units, 10**38 of them or more, or does not divide and the remainder is refused; the currency is unknown and has
            no quantum, or its quantum is not that of ISO 4217; the fiscal year is before 2011; or the agreement names no
            host, or is not between the member states.
        OutOfCoverageError: The Secretary-General is asked for, and there is no board on the first day of the fiscal year.

    Example:
        >>> from decimal import Decimal
        >>> assess(Decimal("5000000"), currency="USD", fiscal_year=2026)
        <Assessment 2026 USD 5000000.00: KOR 1666666.67 JPN 1666666.67 CHN 1666666.66>
        >>> assess("100", currency="JPY", fiscal_year=2027, remainder=Remainder.HOST).amounts[MemberState.KOREA]
        Decimal('34')
    """
    require_law(agreement, record)
    law = law_of(agreement, record)
    year = fiscal_year if isinstance(fiscal_year, FiscalYear) else _named(fiscal_year)
    if not isinstance(currency, str):  # pyright: ignore[reportUnnecessaryIsInstance]
        raise WrongTypeError("currency", "a str, such as 'USD'", shown(currency))
    currency = str.__str__(currency)  # also of an enum that is a str
    unit, unit_grounds = _minor_unit(currency, quantum)
    units = units_of(total, unit, f"the total in {currency}")
    leader, leader_grounds = _leader(remainder, year, law, record)
    bearers = rules.bearers(law, year=year.year - FIRST_FISCAL_YEAR + 1, remainder=remainder, leader=leader)
    rest = units % rules.divisor(law)
    if rest and not bearers:
        near = (near for near in (units - rest, units - rest + rules.divisor(law)) if near <= MOST_UNITS)
        amounts = " or ".join(f"{amount_of(each, unit):f}" for each in near)
        expected = f"divisible by the shares, such as {amounts}, or have another remainder, such as rotating"
        raise InvalidValueError(f"the total in {currency}", expected, shown(total))
    by_law = rules.shares(law)
    return Assessment(
        fiscal_year=year,
        currency=currency,
        quantum=unit,
        shares=by_law,
        remainder=remainder,
        bearers=bearers,
        parts=tuple(rules.portions(law, units, bearers=bearers).items()),
        grounds=by_law.grounds + _why(remainder, bearers, year, law) + leader_grounds + year.grounds + unit_grounds,
    )


def _named(year: int) -> FiscalYear:
    """Return the fiscal year of that name."""
    if type(year) is not int:
        raise WrongTypeError(
            "a fiscal year",
            "an int, such as 2026, or what fiscal_year_on(day) returns",
            shown(year),
        )
    if not FIRST_FISCAL_YEAR <= year <= _LAST_FISCAL_YEAR:
        expected = f"from {FIRST_FISCAL_YEAR}, the first, to {_LAST_FISCAL_YEAR}, the last whose end a date can hold"
        raise InvalidValueError("a fiscal year", expected, shown(year))
    attested = ATTESTED_FISCAL_YEARS.get(year)
    return FiscalYear(
        year=year,
        term=_term(year),
        basis=Basis.INFERRED if attested is None else Basis.RECORDED,
        grounds=_INFERRED if attested is None else Grounds(facts=(attested,)),
    )


def _term(year: int) -> Term:
    """Return the days of a fiscal year."""
    return Term(date(year, 9, 1), date(year + 1, 9, 1))


def _leader(
    remainder: Remainder, year: FiscalYear, law: Agreement[MemberState], record: "Record | None"
) -> tuple[MemberState | None, Grounds]:
    """Return who has the Secretary-General on the first day of a year, and why, if odd units go by that."""
    if remainder is not Remainder.SECRETARY_GENERAL:
        return None, Grounds()
    board = board_on(year.term.start, agreement=law, record=record)
    seat = board.secretary_general
    return seat.state, board.start.grounds + board.end.grounds + seat.grounds


def _why(remainder: Remainder, bearers: tuple[MemberState, ...], year: FiscalYear, law: Agreement[MemberState]) -> Grounds:
    """Return what it rests on who bears odd units; that nobody says so is part of it."""
    if remainder is Remainder.HOST and law.host is not None:
        cited, borne = law.host.citations, f"all borne by {bearers[0].value}, the host"
    elif remainder is Remainder.REFUSE:
        cited, borne = (), "refused"
    else:
        equal = len({weight for _, weight in law.shares.value}) == 1
        each = "one each" if equal else "one each by largest remainder, of equal ones"
        turns = f"on, which moves on by a state a year since {FIRST_FISCAL_YEAR}"
        leads = f"on, which has the Secretary-General on {year.term.start}"
        cited = law.orders[0].citations
        borne = f"borne {each} from {bearers[0].value} {turns if remainder is Remainder.ROTATING else leads}"
    statement = f"No text that was read says who bears odd units; any of fiscal year {year.year} are {borne}."
    return Grounds(citations=cited) + _taken(statement)


def _minor_unit(currency: str, quantum: object) -> tuple[Decimal, Grounds]:
    """Return the minor unit of a currency, and who says so: ISO 4217, or whoever asks."""
    if currency in DECIMALS:
        unit = Decimal((0, (1,), -DECIMALS[currency]))
        if quantum is not None and quantum_of(quantum) != unit:
            expected = f"left out or {unit:f}, the minor unit of {currency} by ISO 4217"
            raise InvalidValueError("quantum", expected, shown(quantum))
        return unit, Grounds(facts=(Reading(f"the minor unit of {currency} is {unit:f}", (LIST,)),))
    listed = DECIMALS.keys() | WITHOUT_DECIMALS
    if currency not in listed and currency.upper() in listed:
        raise InvalidValueError("currency", f"written {currency.upper()!r}", shown(currency))
    named = currency.isprintable() and re.fullmatch(r"\S(.*\S)?", currency)
    if not named or (quantum is None and currency not in listed):
        expected = "a code of ISO 4217, such as 'USD', or that of any other currency together with its minor unit, the quantum"
        raise InvalidValueError("currency", expected, shown(currency))
    if quantum is None:
        raise InvalidValueError("quantum", f"given, as ISO 4217 knows no minor unit of {currency}", shown(quantum))
    unit = quantum_of(quantum)
    return unit, _taken(f"The minor unit of {currency} is taken to be {unit:f}.")


def _taken(statement: str) -> Grounds:
    """Return the grounds of what nobody but the caller says."""
    return Grounds(citations=(Citation(statement=statement, kind=CitationKind.HYPOTHESIS, confidence=Confidence.ASSUMED),))


_INFERRED: Final = Grounds(facts=tuple(ATTESTED_FISCAL_YEARS.values()), citations=(OTHER_FISCAL_YEARS,))
_LAST_FISCAL_YEAR: Final = date.max.year - 1
