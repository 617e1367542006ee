"""What needs no second look: rosters that say just what law and record say, as nearly all do.

This only saves time: whatever passes here, no rule would remark on. What does not pass may be right all the same.
"""

from typing import Any, Final, NamedTuple

from trilateral._values.boards import Role
from trilateral._values.people import NameKind
from trilateral.rosters._expected import Expectations, Expected
from trilateral.rosters._people import Names
from trilateral.rosters._plain import is_list, is_table
from trilateral.rosters._reading import Days, day_of

__all__ = ["Usuals"]

_BOARD_KEYS: Final = frozenset({"number", "start", "end", "seats"})
_SEAT_KEYS: Final = frozenset({"role", "state", "holder", "appointed"})


class _Usual(NamedTuple):
    """A board as law and record have it: its start and end as texts, and each seat with the names that may stand in it."""

    start: str
    starts: frozenset[str]
    end: str
    seats: tuple[tuple[str, str, frozenset[str]], ...]


class Usuals:
    """The boards as law and record have them, by number, of those of which no rule has anything to say."""

    def __init__(self, expectations: Expectations, names: Names) -> None:
        self._expectations = expectations
        self._names = names
        self._kept: dict[int, _Usual | None] = {}

    def have(self, data: object, *, recorded: bool) -> bool:
        """Return whether ``data`` is a roster of such boards, of consecutive numbers and led by different people.

        Args:
            data: What is to be checked.
            recorded: Whether the record's people count too.
        """
        boards = data.get("boards") if is_table(data) and len(data) == 1 else None
        if not is_list(boards) or not boards:
            return False
        numbers: set[int] = set()
        leaders: set[str] = set()
        for board in boards:
            if not is_table(board) or not board.keys() <= _BOARD_KEYS or type(number := board.get("number")) is not int:
                return False
            usual = self._kept[number] if number in self._kept else self._usual(number)
            holders = None if usual is None else self._holders(board, usual, recorded=recorded)
            if holders is None or holders[0] in leaders:
                return False
            if holders[0] is not None:
                leaders.add(holders[0])
            numbers.add(number)
        return len(numbers) == len(boards) == max(numbers) - min(numbers) + 1

    def _holders(self, board: dict[str, Any], usual: _Usual, *, recorded: bool) -> list[str | None] | None:
        """Return the holders of a board that is as usual, or None."""
        start, seats = board.get("start", usual.start), board.get("seats")
        if type(start) is not str or start not in usual.starts or board.get("end", usual.end) != usual.end:
            return None
        if not is_list(seats) or len(seats) != len(usual.seats):
            return None
        holders: list[str | None] = []
        for seat, (role, state, names) in zip(seats, usual.seats, strict=True):
            if not is_table(seat) or not seat.keys() <= _SEAT_KEYS or seat.get("role") != role or seat.get("state") != state:
                return None
            holder, appointed = seat.get("holder"), seat.get("appointed", usual.start)
            if type(appointed) is not str or appointed > usual.start or day_of(appointed) is None:
                return None
            if holder is not None and (type(holder) is not str or (recorded and holder not in names)):
                return None
            holders.append(holder)
        return holders if recorded or self._names.are_sound(holders) else None

    def _usual(self, number: int) -> _Usual | None:
        expected = self._expectations.of(number)
        if expected is None:
            return None
        following = self._expectations.of(number + 1)
        usual = _as_usual(expected, following, self._names)
        self._kept[number] = usual
        return usual


def _as_usual(expected: Expected, following: Expected | None, names: Names) -> _Usual | None:
    """Return a board as law and record have it, or None where they differ, so that there is something to say."""
    start, end = expected.nominal
    led = expected.recorded_leader == expected.leader
    contradicted = expected.handover.against(Days(start, start)) or (following and following.handover.against(Days(end, end)))
    if not led or contradicted or expected.term != expected.nominal:
        return None
    roles = (Role.SECRETARY_GENERAL, Role.DEPUTY_SECRETARY_GENERAL, Role.DEPUTY_SECRETARY_GENERAL)
    seats = tuple(
        (role.value, state, _preferred(expected, state, names)) for role, state in zip(roles, expected.order, strict=True)
    )
    month = start.isoformat()[:7]
    return _Usual(str(start), frozenset({str(start), month}), str(end), seats)


def _preferred(expected: Expected, state: str, names: Names) -> frozenset[str]:
    """Return the preferred names of the holders of a seat, as far as they name nobody else."""
    texts = (person.name for person, _ in expected.holders.get(state, ()) if person is not None)
    return frozenset(
        text
        for text in texts
        if [match.name.kind for match in names[text].matches] == [NameKind.PREFERRED] and names[text].hidden is None
    )
