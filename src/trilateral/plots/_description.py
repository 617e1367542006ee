"""What a picture says as a whole: its title, its description and its foot."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from trilateral._queries.labels import label
from trilateral._record.shipped import RECORD
from trilateral._values.boards import Board
from trilateral._values.dates import PartialDate, Term
from trilateral._values.events import Event, EventStatus
from trilateral._values.labels import Language, Register
from trilateral._values.states import MemberState
from trilateral.plots._scene import Scene, started
from trilateral.plots._words import WORDS
from trilateral.rules import Agreement

if TYPE_CHECKING:
    from trilateral._record.record import Record

__all__ = ["description_of", "foot_of", "title_in"]


def title_in(language: Language) -> str:
    """Return the title of a picture."""
    return WORDS[language].title.format(
        board=label("consultative-board", language),
        secretariat=label("secretariat", language, register=Register.OWN),
        summit=label("summit", language),
    )


def foot_of(scene: Scene, law: Agreement[MemberState], record: "Record | None") -> str:
    """Return by which law and of which record a scene is."""
    known = record or RECORD
    added = scene.words.added if known.facts_added else ""
    return scene.words.foot.format(law=law.title, edition=known.edition, added=added, as_of=scene.summits.as_of)


def description_of(scene: Scene, foot: str) -> str:
    """Return in words what is drawn: each board, the summits, the gaps, and the foot; days that end something are the last."""
    return " ".join([*(_board(scene, board) for board in scene.boards), *_summits(scene), *_gaps(scene), foot])


def _board(scene: Scene, board: Board) -> str:
    """Return a sentence on a board: its state, its days and how they are known, and who was Secretary-General when."""
    say, seat = scene.words.sentences, board.secretary_general
    first = f"{started(board)}{say.basis[board.start.basis]}"
    last = f"{board.term.last_day}{say.basis[board.end.basis]}"
    holdings = scene.holdings(board)
    return say.board.format(
        board=label(board, scene.language),
        state=label(seat.state, scene.language),
        span=say.span.format(first, last),
        over=say.holding_over.format(board.lawful_end) if board.lawful_end < board.end.date else "",
        office=label(seat.role, scene.language),
        holders=say.between.join(
            holding.text if holding.term == board.term else say.tenure.format(holding.text, _days(scene, holding.term))
            for holding in holdings
        ),
    )


def _summits(scene: Scene) -> Iterator[str]:
    """Yield a sentence on the summits of each status, on whether they were inferred too."""
    say = scene.words.sentences
    for status in EventStatus:
        events = [event for event in scene.events if event.status is status]
        if events:
            yield say.meetings.format(scene.words.summit[status], say.between.join(_summit(scene, each) for each in events))


def _summit(scene: Scene, event: Event) -> str:
    say = scene.words.sentences
    when = f"{_days(scene, event.when)}{say.basis[event.basis]}"
    return when if event.number is None else say.meeting.format(event.number, when)


def _gaps(scene: Scene) -> Iterator[str]:
    """Yield a sentence on each gap."""
    words, say = scene.words, scene.words.sentences
    for gap in scene.gaps:
        if gap.before is None:
            yield say.open_gap.format(words.open_gap, _last(gap.after.when))
        else:
            yield say.gap.format(words.gap, _last(gap.after.when), _first(gap.before.when))


def _first(when: PartialDate | Term) -> str:
    return str(when.start if isinstance(when, Term) else when)


def _last(when: PartialDate | Term) -> str:
    return str(when.last_day if isinstance(when, Term) else when)


def _days(scene: Scene, when: PartialDate | Term) -> str:
    """Return when something was, both days included."""
    first, last = _first(when), _last(when)
    return first if first == last else scene.words.sentences.span.format(first, last)
