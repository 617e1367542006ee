"""Which member holds which office by the law."""

from collections.abc import Hashable
from datetime import date
from typing import TypeVar

from trilateral._values.boards import Role
from trilateral._values.compositions import Composition, Nomination
from trilateral._values.sources import Citation, Grounds
from trilateral.rules._agreement import Agreement
from trilateral.rules._rotation import order_from, turn
from trilateral.rules._terms import nominal_term, number_on

__all__ = ["composition", "composition_on", "nominations"]

M = TypeVar("M", bound=Hashable)


def composition(agreement: Agreement[M], number: int, /) -> Composition[M]:
    """Return the composition of board ``number`` by the law alone.

    Raises:
        WrongTypeError: ``number`` is not an `int`.
        UnknownBoardError: ``number`` is less than 1, or a date cannot hold the end of the term.

    Example:
        >>> from trilateral import AGREEMENT_2025
        >>> composition(AGREEMENT_2025, 11)
        <Composition 11 SG JPN DSG CHN KOR 2035-09-01/2038-09-01>
    """
    term = nominal_term(agreement, number)
    rotation = agreement.order_of(number)
    leader = turn(rotation.value, number, first=rotation.since_board)
    return Composition(
        number=number,
        secretary_general=leader,
        deputies=order_from(rotation.value, leader)[1:],
        nominal_term=term,
        grounds=Grounds(
            citations=(
                *rotation.citations,
                *agreement.composition,
                *_citations_of_terms(agreement, number),
            )
        ),
    )


def composition_on(agreement: Agreement[M], day: date, /) -> Composition[M]:
    """Return the composition, by the law alone, of the board in whose nominal term ``day`` lies.

    Raises:
        WrongTypeError: ``day`` is not a `datetime.date`, or is a datetime.
        OutOfCoverageError: ``day`` lies before the first board, or after the last whose end a date can hold.

    Example:
        >>> from trilateral import AGREEMENT_2010
        >>> composition_on(AGREEMENT_2010, date(2025, 9, 3))
        <Composition 8 SG JPN DSG CHN KOR 2025-09-01/2027-09-01>
    """
    return composition(agreement, number_on(agreement, day))


def nominations(agreement: Agreement[M], number: int, /) -> tuple[Nomination[M], ...]:
    """Return the nominations for board ``number``: one deputy from each member that does not lead, in rotation order.

    Raises:
        WrongTypeError: ``number`` is not an `int`.
        UnknownBoardError: ``number`` is less than 1, or a date cannot hold the end of the term.

    Example:
        >>> from trilateral import AGREEMENT_2025
        >>> nominations(AGREEMENT_2025, 8)
        (<Nomination board 8 DSG CHN>, <Nomination board 8 DSG KOR>)
    """
    law = composition(agreement, number)
    grounds = Grounds(citations=(*agreement.nomination, *agreement.appointment)) + law.grounds
    return tuple(
        Nomination(board=number, role=Role.DEPUTY_SECRETARY_GENERAL, state=state, grounds=grounds) for state in law.deputies
    )


def _citations_of_terms(agreement: Agreement[M], number: int) -> tuple[Citation, ...]:
    """Return why the nominal term of a board is as it is: what its own rests on, then the lengths of the terms before it."""
    counted_from = agreement.counted_from(number)
    first = 1 if counted_from is agreement.first_day else counted_from.since_board + 1
    changes = (each.since_board for each in agreement.term_lengths if first < each.since_board)
    before = [agreement.term_length_of(board) for board in (first, *changes) if board < number]
    citations = (*agreement.citations_of_term(number), *(citation for length in before for citation in length.citations))
    return tuple(dict.fromkeys(citations))
