"""What a picture says as a whole: its title, its description and its foot."""

from typing import TYPE_CHECKING

from trilateral._queries.labels import label
from trilateral._record.shipped import RECORD
from trilateral._values.boards import Basis
from trilateral._values.events import EventStatus
from trilateral._values.labels import Language, Register
from trilateral._values.states import MemberState
from trilateral.plots._scene import Scene
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
    added = scene.words.added if len(known.sources) > len(RECORD.sources) else ""
    return scene.words.foot.format(law=law.title, edition=known.edition, added=added, as_of=scene.summits.as_of)


def description_of(scene: Scene, foot: str) -> str:
    """Return in words what is drawn."""
    words, language = scene.words, scene.language
    told: list[str] = []
    for each in scene.boards:
        state = label(each.secretary_general.state, language)
        projected = f", {words.projected}" if each.basis is Basis.PROJECTED else ""
        told.append(f"{label(each, language)}: {state}, {scene.holders(each)}, {each.term}{projected}")
    for status in EventStatus:
        days = [f"{event.number or ''} {event.when}".strip() for event in scene.events if event.status is status]
        told += [f"{words.summit[status]}: {', '.join(days)}"] if days else []
    for gap in scene.gaps:
        before = f" {gap.before.when}" if gap.before else ""
        told.append(f"{words.gap if gap.before else words.open_gap}: {gap.after.when} –{before}")
    return f"{'. '.join(told)}. {foot}"
