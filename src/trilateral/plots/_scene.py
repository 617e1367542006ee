"""What is drawn, where on the axis, and how wide the picture is for it."""

from datetime import date, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING, Final, NamedTuple
from unicodedata import east_asian_width

import attr

from trilateral._queries.evidence import evidence
from trilateral._queries.labels import ordinal
from trilateral._queries.series import Gap, Series
from trilateral._values.boards import Basis, Board, occupants
from trilateral._values.dates import Term
from trilateral._values.events import Event
from trilateral._values.labels import Language
from trilateral._values.states import MemberState
from trilateral.errors import InvalidValueError
from trilateral.plots._words import WORDS, Words, spelt

if TYPE_CHECKING:
    from trilateral._record.record import Record

__all__ = [
    "BESIDE",
    "EPOCH",
    "LEFT",
    "NORMAL",
    "RIGHT",
    "SMALL",
    "Holding",
    "Scene",
    "Span",
    "fitted",
    "place",
    "span_of",
    "started",
    "width_of",
]

# From here matplotlib counts days.
EPOCH: Final = date(1970, 1, 1)

# Inches: of the whole at least and at most, and beside the axis.
_NARROWEST: Final = 10.0
_WIDEST: Final = 60.0
LEFT: Final = 1.4
RIGHT: Final = 0.25

# Points: how large texts are, and how far they stay from lines.
NORMAL: Final = 8.5
SMALL: Final = 7.5
BESIDE: Final = 7.0  # from a line to a name, and on to the next line
_ON: Final = 5.0  # around a number on a bar
_INCH: Final = 72
_LEAST_A_DAY: Final = 16.5 / 365.25

# How wide a character is, by the size of the text.
_IDEOGRAPH: Final = 1.0
_WIDE: Final = 0.92
_CAPITAL: Final = 0.7
_USUAL: Final = 0.62
_NARROW: Final = 0.38

_ROUNDING: Final = 0.001  # points
_LONGEST_NAME: Final = 170.0  # points; a picture is made no wider for a longer one, such as that of three holders
_LONGEST_NOTE: Final = 250.0  # points
_AROUND: Final = 90  # days
_LEAST_ROOM: Final = 365  # days; in less, texts are cut or left out


class Holding(NamedTuple):
    """Who is Secretary-General in some days of a board: somebody, nobody (vacant), or nobody known."""

    term: Term
    text: str
    vacant: bool


@attr.frozen(kw_only=True, eq=False)
class Scene:
    """What is drawn.

    Attributes:
        boards: The boards, at least one.
        summits: The series of the summits.
        states: The states, from the first lane to the last.
        language: The language.
        record: The facts; None stands for those that ship.
    """

    boards: tuple[Board, ...]
    summits: Series
    states: tuple[MemberState, ...]
    language: Language
    record: "Record | None"

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

    def lane(self, board: Board) -> int:
        """Return the number of the lane of a board, from 0."""
        return self.states.index(board.secretary_general.state)

    def holdings(self, board: Board) -> tuple[Holding, ...]:
        """Return who is Secretary-General, in order of time; together they are the term of the board."""
        told: list[Holding] = []
        day = board.term.start
        for term, person in occupants(board.secretary_general):
            if day < term.start:
                told.append(Holding(Term(day, term.start), self.words.unknown, vacant=False))
            name = self.words.vacant if person is None else spelt(person, self.language)
            told.append(Holding(term, name, vacant=person is None))
            day = term.end
        if day < board.term.end:
            told.append(Holding(Term(day, board.term.end), self.words.unknown, vacant=False))
        return tuple(told)

    def holders(self, board: Board) -> str:
        """Return what they are called."""
        return " → ".join(holding.text for holding in self.holdings(board))

    def notes(self, board: Board, points: float) -> tuple[str, str]:
        """Return the holders and the start of a board as far as there is room for them, at so many points a day."""
        room = min(self.room(board) * points - BESIDE, _LONGEST_NOTE)
        return fitted(self.holders(board), NORMAL, room), fitted(started(board), SMALL, room)

    def attested_until(self, board: Board) -> date:
        """Return the first day of a board that follows from the law alone; its end where there is none."""
        if board.end.basis is not Basis.PROJECTED:
            return board.end.date
        if board.basis is Basis.PROJECTED:
            return board.start.date
        seen = (each.when.latest + timedelta(days=1) for each in evidence(board, record=self.record) if each.accepted)
        return min(board.end.date, max([board.start.date, *seen]))

    def end_basis(self, board: Board) -> Basis:
        """Return how the day is known on which a board ends: as the start of the next, if that is drawn."""
        following = [each.start.basis for each in self.boards if each.number == board.number + 1]
        return following[0] if following else board.end.basis

    def is_below(self, board: Board) -> bool:
        """Return whether the name of a board stands below its bar, as there is more room to the next hand-over."""
        above, below = self._room(board, below=False), self._room(board, below=True)
        return below > above or (below == above and self.lane(board) == len(self.states) - 1)

    def room(self, board: Board) -> int:
        """Return how many days to the right of its start the name of a board has for itself."""
        return self._room(board, below=self.is_below(board))

    def room_after(self, board: Board) -> int:
        """Return how many days after its end, beside its bar, a board has for itself."""
        lane = self.lane(board)
        for one, other in pairwise(self.boards[board.number :]):
            top, bottom = sorted((self.lane(one), self.lane(other)))
            if top < lane < bottom or self.lane(other) == lane:
                return (other.start.date - board.end.date).days
        return place(date.max)

    def _room(self, board: Board, *, below: bool) -> int:
        """Return the days to the next hand-over whose line runs above or below the bar, or to the next bar in the lane."""
        lane, start = self.lane(board), board.start.date
        for one, other in pairwise(self.boards[board.number - 1 :]):
            top, bottom = sorted((self.lane(one), self.lane(other)))
            crosses = top < lane < bottom or (top < bottom and lane == (top if below else bottom))
            if start < other.start.date and (crosses or self.lane(other) == lane):
                return (other.start.date - start).days
        return place(date.max)


class Span(NamedTuple):
    """Which days the axis has, how wide the picture is for it, in inches, and how many points a day has."""

    first: int
    last: float
    width: float
    points: float


def span_of(scene: Scene, until: date | None) -> Span:
    """Return the days from the first thing drawn to the last, so wide that no name runs into another or into a line.

    Raises:
        InvalidValueError: The picture would be wider than 60 inches.
    """
    start = scene.boards[0].start.date
    earliest = min(scene.events, key=lambda event: event.earliest, default=None)
    first = place(start if earliest is None else min(start, earliest.earliest)) - _AROUND
    least = (_NARROWEST - LEFT - RIGHT) * _INCH / (place(scene.end) - first)
    points = max(_LEAST_A_DAY, least, *(_least_a_day(scene, each) for each in scene.boards))
    notes = ((each.start.date, *scene.notes(each, points)) for each in scene.boards)
    ends = (place(start_day) + (_beside(name, day) + BESIDE) / points for start_day, name, day in notes)
    last = max(place(scene.end) + _AROUND, *ends)
    width = LEFT + (last - first) * points / _INCH + RIGHT
    if width <= _WIDEST:
        return Span(first, last, width, points)
    if earliest is not None and width - (place(start) - _AROUND - first) * points / _INCH <= _WIDEST:
        expected = f"one whose summits are so near to the boards that the picture is at most {_WIDEST:.0f} inches wide"
        raise InvalidValueError("record", expected, f"{earliest.id} of {earliest.when}")
    raise InvalidValueError("until", f"a day so early that the picture is at most {_WIDEST:.0f} inches wide", str(until))


def _least_a_day(scene: Scene, board: Board) -> float:
    """Return how many points a day needs, at least, for what is written beside a board and on it."""
    room, term = (max(days, _LEAST_ROOM) for days in (scene.room(board), board.term.days))
    beside = min(_beside(scene.holders(board), started(board)), _LONGEST_NAME) + BESIDE
    return max(beside / room, (width_of(ordinal(board.number, scene.language), NORMAL) + _ON) / term)


def _beside(name: str, day: str) -> float:
    """Return how many points the name and the start of a board take."""
    return max(width_of(name, NORMAL), width_of(day, SMALL))


def started(board: Board) -> str:
    """Return the day on which a board starts, or the month if no source says more."""
    attested = board.start.attested
    month_only = board.start.basis is Basis.INFERRED and attested is not None and not attested.is_day
    return str(attested if month_only else board.start.date)


def place(day: date) -> int:
    """Return where a day begins on the axis."""
    return (day - EPOCH).days


def fitted(text: str, size: float, width: float) -> str:
    """Return a text, cut at its end where it is wider than that."""
    if width_of(text, size) <= width + _ROUNDING:
        return text
    while text and width_of(f"{text}…", size) > width:
        text = text[:-1]
    return f"{text.rstrip()}…"


def width_of(text: str, size: float) -> float:
    """Return about how many points a text of that size takes in a line."""
    return size * sum(map(_width_of, text))


def _width_of(char: str) -> float:
    """Return how wide a character is, by the size of the text."""
    if east_asian_width(char) in "WF":
        return _IDEOGRAPH
    if char in "MWmw→…":
        return _WIDE
    if char in "IJfijlrt .,-()'":
        return _NARROW
    return _CAPITAL if char.isupper() else _USUAL
