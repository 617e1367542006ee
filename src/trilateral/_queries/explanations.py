"""How answers came about: the grounds that they carry, as a tree."""

from collections.abc import Callable
from typing import Any, Final, Protocol, runtime_checkable

from trilateral._queries.series import Hosting
from trilateral._values.boards import Board, Boundary, Role, Seat, Tenure
from trilateral._values.budget import Assessment, FiscalYear, Shares
from trilateral._values.compositions import Composition, Nomination
from trilateral._values.departures import Departure
from trilateral._values.derivations import Derivation
from trilateral._values.events import Event
from trilateral._values.sources import Grounds, Reading
from trilateral.errors import WrongTypeError, shown

__all__ = ["Answered", "Explained", "explain"]


@runtime_checkable
class Explained(Protocol):
    """What can tell itself how it came about, such as a finding of the roster check."""

    @property
    def derivation(self) -> Derivation:
        """How it came about."""
        ...


Answered = (
    Board
    | Seat
    | Tenure
    | Boundary
    | Composition[Any]
    | Nomination[Any]
    | Event
    | Hosting
    | Shares[Any]
    | Assessment[Any]
    | Departure
    | FiscalYear
    | Explained
)


def explain(answer: Answered, /) -> Derivation:
    """Return how an answer came about, down to facts and provisions.

    It reads the grounds that the answer carries, and nothing else.

    Args:
        answer: A board, a seat, a boundary, a composition, a nomination, an event, who hosts a meeting, an assessment, a
            departure, or a finding.

    Raises:
        WrongTypeError: It is nothing of these.

    Example:
        >>> from trilateral import board
        >>> explain(board(9))["term.end"].value
        '2032-09-01 projected'
    """
    describe = _BY_CLASS.get(type(answer))
    if describe is not None:
        return describe(answer)
    if not isinstance(answer, Explained):
        expected = "an answer that carries grounds, such as board(9) or a finding of check_roster"
        raise WrongTypeError("what is explained", expected, shown(answer))
    return answer.derivation


def _grounded(answer: Any) -> Derivation:  # noqa: ANN401 - whatever has grounds
    """Return the derivation of an answer that is not made of parts: its repr, without brackets and class, and its grounds."""
    value = repr(answer)[:-1].partition(" ")[2]
    return Derivation(name=type(answer).__name__.lower(), value=value, grounds=answer.grounds)


def _departure(departure: Departure) -> Derivation:
    lawful, recorded = (each.value if isinstance(each, Role) else str(each) for each in (departure.lawful, departure.recorded))
    parts = (
        Derivation(name="record", value=recorded, grounds=departure.record),
        Derivation(name="law", value=lawful, grounds=departure.law),
    )
    whose = f" {departure.state.value}" if departure.state else ""
    return Derivation(name="departure", value=f"board {departure.board}, {departure.kind.value}{whose}", parts=parts)


def _board(board: Board) -> Derivation:
    term = Derivation(name="term", value=str(board.term), parts=(_boundary(board.start, "start"), _boundary(board.end, "end")))
    seats = Derivation(
        name="seats",
        value=" ".join(f"{seat.role.abbreviation} {seat.state.value}" for seat in board.seats),
        parts=tuple(_seat(seat) for seat in board.seats),
    )
    return Derivation(name="board", value=f"{board.number}, {board.basis.value}", parts=(term, seats))


def _boundary(boundary: Boundary, name: str = "boundary") -> Derivation:
    return Derivation(name=name, value=f"{boundary.date} {boundary.basis.value}", grounds=boundary.grounds)


def _seat(seat: Seat) -> Derivation:
    return Derivation(
        name=seat.state.value,
        value=f"{seat.role.abbreviation} {seat.holder or seat.occupancy.value}",
        grounds=seat.grounds,
        parts=tuple(_tenure(tenure, f"tenure-{number}") for number, tenure in enumerate(seat.tenures, start=1)),
    )


def _tenure(tenure: Tenure, name: str = "tenure") -> Derivation:
    held = tuple(Reading(f"{reading.value} held the seat", reading.sources, reading.note) for reading in tenure.readings)
    return Derivation(
        name=name,
        value=f"{tenure.holder}, {tenure.term}",
        grounds=Grounds(held),
        parts=(_boundary(tenure.start, "start"), _boundary(tenure.end, "end")),
    )


def _event(event: Event) -> Derivation:
    told = {
        "when": ((reading.value, reading.sources, reading.note) for reading in event.readings),
        "places": ((place.value, place.sources, place.note) for place in event.places),
        "participants": ((f"{each.person}, {each.office}", each.sources, None) for each in event.participants),
        "documents": ((each.title, each.sources, each.note) for each in event.documents),
        "causes": ((cause.value, cause.sources, cause.note) for cause in event.causes),
    }
    facts = {name: tuple(Reading(str(value), sources, note) for value, sources, note in each) for name, each in told.items()}
    parts = (
        Derivation(name=name, value="; ".join(fact.value for fact in each), grounds=Grounds(each))
        for name, each in facts.items()
        if each
    )
    value = f"{event.title}, {event.when}, {event.status.value}"
    return Derivation(name="event", value=value, grounds=Grounds((Reading(event.title, event.sources),)), parts=tuple(parts))


_BY_CLASS: Final[dict[type, Callable[[Any], Derivation]]] = {
    Board: _board,
    Seat: _seat,
    Tenure: _tenure,
    Boundary: _boundary,
    Event: _event,
    Departure: _departure,
    **dict.fromkeys((Composition, Nomination, Hosting, Shares, Assessment, FiscalYear), _grounded),
}
