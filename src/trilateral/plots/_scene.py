"""What is drawn, where on the axis, and how wide the picture is for it."""

from datetime import date
from itertools import pairwise
from typing import Final, NamedTuple
from unicodedata import east_asian_width

import attr

from trilateral._queries.series import Gap, Series
from trilateral._values.boards import Board, Occupancy
from trilateral._values.events import Event
from trilateral._values.labels import Language
from trilateral._values.states import MemberState
from trilateral.plots._words import WORDS, Words, spelt

__all__ = ["EPOCH", "LEFT", "RIGHT", "Scene", "Span", "place", "span_of"]

# From here matplotlib counts days.
EPOCH: Final = date(1970, 1, 1)

# Inches: of the whole at least, and beside the axis.
_NARROWEST: Final = 10.0
LEFT: Final = 1.4
RIGHT: Final = 0.25

# Points.
_INCH: Final = 72
_CELL: Final = 5.3  # a Latin letter of normal size; an ideograph takes two
_LEAST_A_DAY: Final = 16.5 / 365.25

# Cells.
_START: Final = 10
_LONGEST_NAME: Final = 20

_AROUND: Final = 90  # days


@attr.frozen(kw_only=True, eq=False)
class Scene:
    """What is drawn.

    Attributes:
        boards: The boards, at least one.
        summits: The series of the summits.
        states: The states, from the first lane to the last.
        language: The language.
    """

    boards: tuple[Board, ...]
    summits: Series
    states: tuple[MemberState, ...]
    language: Language

    @property
    def words(self) -> Words:
        """What is said in the language."""
        return WORDS[self.language]

    @property
    def end(self) -> date:
        """The end of the last board; nothing is drawn that begins later."""
        return self.boards[-1].end.date

    @property
    def events(self) -> tuple[Event, ...]:
        """The summits, held, planned and not held, that can have begun by then."""
        events = (*self.summits.meetings, *self.summits.planned, *self.summits.not_held)
        return tuple(event for event in events if event.earliest < self.end)

    @property
    def gaps(self) -> tuple[Gap, ...]:
        """The gaps that begin by then."""
        return tuple(gap for gap in self.summits.gaps if gap.after.latest < self.end)

    def holders(self, board: Board) -> str:
        """Return who is Secretary-General, or that nobody or nobody known is."""
        seat = board.secretary_general
        names = dict.fromkeys(spelt(tenure.holder, self.language) for tenure in seat.tenures)
        return ", ".join(names) or (self.words.vacant if seat.occupancy is Occupancy.VACANT else self.words.unknown)

    def holders_in_short(self, board: Board) -> str:
        """Return the same, cut at its end where it is too long to be drawn."""
        text = self.holders(board)
        if _cells(text) <= _LONGEST_NAME:
            return text
        while _cells(text) >= _LONGEST_NAME:
            text = text[:-1]
        return f"{text}…"


class Span(NamedTuple):
    """Which days the axis has, and how wide the picture is for it, in inches."""

    first: int
    last: float
    width: float


def span_of(scene: Scene) -> Span:
    """Return the days from the first thing drawn to the last, so wide that no name runs into another."""
    first = place(min([scene.boards[0].start.date, *(event.earliest for event in scene.events)])) - _AROUND
    lanes = [[each for each in scene.boards if each.secretary_general.state is state] for state in scene.states]
    between = (place(other.start.date) - place(one.start.date) for lane in lanes for one, other in pairwise(lane))
    shortest = min(between, default=place(scene.end) - first)
    least = (_NARROWEST - LEFT - RIGHT) * _INCH / (place(scene.end) - first)
    points = max(_LEAST_A_DAY, least, _LONGEST_NAME * _CELL / shortest)
    texts = ((each, max(_START, _cells(scene.holders_in_short(each)))) for each in scene.boards)
    last = max(place(scene.end) + _AROUND, *(place(each.start.date) + cells * _CELL / points for each, cells in texts))
    return Span(first, last, LEFT + (last - first) * points / _INCH + RIGHT)


def place(day: date) -> int:
    """Return where a day begins on the axis."""
    return (day - EPOCH).days


def _cells(text: str) -> int:
    """Return how much room a text takes, an ideograph two cells and a letter one."""
    return sum(2 if east_asian_width(char) in "WF" else 1 for char in text)
