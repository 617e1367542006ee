"""Which states hold which offices by the law alone."""

from datetime import date

from trilateral import rules
from trilateral._queries.succession import law_of, require_law
from trilateral._values.compositions import Composition, Nomination
from trilateral._values.states import MemberState
from trilateral.rules import Agreement

__all__ = ["composition", "composition_on", "nominations"]


def composition(number: int, /, *, agreement: Agreement[MemberState] | None = None) -> Composition[MemberState]:
    """Return the composition of board ``number`` by the law alone: who leads, who nominates the deputies, and when.

    Args:
        number: Counted from 1.
        agreement: The law; by default that of the record that ships.

    Raises:
        WrongTypeError: ``number`` is not an `int`.
        UnknownBoardError: ``number`` is less than 1, or a date cannot hold the term.

    Example:
        >>> composition(11)
        <Composition 11 SG JPN DSG CHN KOR 2035-09-01/2038-09-01>
    """
    return rules.composition(_law(agreement), number)


def composition_on(day: date, /, *, agreement: Agreement[MemberState] | None = None) -> Composition[MemberState]:
    """Return the composition, by the law alone, of the board in whose nominal term ``day`` lies.

    Args:
        day: From 2011-09-01 on.
        agreement: The law; by default that of the record that ships.

    Raises:
        WrongTypeError: ``day`` is not a `datetime.date`, or is a datetime.
        OutOfCoverageError: ``day`` lies before the first board, or after the last that a date can hold.

    Example:
        >>> from datetime import date
        >>> from trilateral import AGREEMENT_2010
        >>> composition_on(date(2025, 9, 3)), composition_on(date(2025, 9, 3), agreement=AGREEMENT_2010)
        (<Composition 7 SG KOR DSG JPN CHN 2023-09-01/2026-09-01>, <Composition 8 SG JPN DSG CHN KOR 2025-09-01/2027-09-01>)
    """
    return rules.composition_on(_law(agreement), day)


def nominations(number: int, /, *, agreement: Agreement[MemberState] | None = None) -> tuple[Nomination[MemberState], ...]:
    """Return who nominates the deputies of board ``number`` by the law alone, in rotation order.

    Args:
        number: Counted from 1.
        agreement: The law; by default that of the record that ships.

    Raises:
        WrongTypeError: ``number`` is not an `int`.
        UnknownBoardError: ``number`` is less than 1, or a date cannot hold the term.

    Example:
        >>> nominations(8)
        (<Nomination board 8 DSG CHN>, <Nomination board 8 DSG KOR>)
    """
    return rules.nominations(_law(agreement), number)


def _law(agreement: Agreement[MemberState] | None) -> Agreement[MemberState]:
    """Return an agreement between the member states, by default that of the record that ships."""
    require_law(agreement, None)
    return law_of(agreement, None)
