"""The boards over the summits, drawn."""

# matplotlib is typed in part.
# pyright: reportUnknownMemberType=false

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import pairwise
from math import ceil
from textwrap import fill
from typing import TYPE_CHECKING, Any, Final

from trilateral._queries.boards import board as board_of
from trilateral._queries.boards import boards as boards_until
from trilateral._queries.labels import label, ordinal
from trilateral._queries.series import series
from trilateral._queries.succession import law_of
from trilateral._queries.words import word_of
from trilateral._values.boards import Basis, Board, Role
from trilateral._values.events import EventStatus
from trilateral._values.labels import Language
from trilateral._values.states import MemberState
from trilateral.errors import InvalidValueError
from trilateral.plots._description import description_of, foot_of, title_in
from trilateral.plots._extra import Axes, Line2D, Rectangle
from trilateral.plots._fonts import families_for, set_fonts
from trilateral.plots._looks import DARK, GREY, HATCH, HATCH_OVER, PAINTS, STYLES, gap_looks, legend_of, marker
from trilateral.plots._picture import Picture
from trilateral.plots._scene import EPOCH, LEFT, RIGHT, Scene, Span, place, span_of
from trilateral.rules import Agreement

if TYPE_CHECKING:
    from trilateral._record.record import Record

__all__ = ["boards"]

_GRID: Final = "#ececec"

# Inches.
_WIDEST: Final = 60.0
_TOP: Final = 0.5
_LANE: Final = 0.82
_AXIS: Final = 0.42
_ROW: Final = 0.165

# Points.
_LARGE: Final = 12
_NORMAL: Final = 8.5
_SMALL: Final = 7.5

_LONGEST_LINE: Final = 165  # characters
_COLUMNS: Final = 4  # of the legend

# From the top of a lane, which is 1 high.
_NAME_AT: Final = 0.13
_DAY_AT: Final = 0.32
_BAR_AT: Final = 0.44
_BAR_HEIGHT: Final = 0.4
_MIDDLE: Final = _BAR_AT + _BAR_HEIGHT / 2
_HELD_AT: Final = _BAR_AT + 0.12
_OTHER_AT: Final = _BAR_AT + 0.28


def boards(
    *,
    until: date | None = None,
    language: Language | str = Language.ENGLISH,
    agreement: Agreement[MemberState] | None = None,
    record: "Record | None" = None,
    fonts: Sequence[str] | None = None,
) -> Picture:
    """Draw the boards, each as a bar in the lane of its Secretary-General's state, over the summits and the gaps between them.

    Projected boards are pale and hatched. A line leads from each board to the next; it is broken where the day is inferred,
    and dotted where it is projected. A last line names the law and the edition of the record. States and offices are called
    as in the record that ships; people as the language writes them, where the record has that.

    Args:
        until: The day, exclusive, before which a board must start to be drawn; by default the recorded boards are drawn.
        language: The language, or its ISO 639-1 code.
        agreement: The law; by default that of the record.
        record: The facts; by default those that ship.
        fonts: The families to draw with, of which the first that has a character draws it; by default DejaVu Sans, which
            comes with matplotlib, and what is in common use for Chinese, Japanese and Korean.

    Raises:
        WrongTypeError: ``until`` is not a `datetime.date`, or is a datetime, or another argument is of another type.
        InvalidValueError: No board starts before ``until``, or none is recorded and ``until`` is not given, or the picture
            would be wider than 60 inches.
        UnknownWordError: There is no such language.
        MissingGlyphsError: No font has some of the characters to be drawn.

    Example:
        >>> from datetime import date
        >>> picture = boards(until=date(2014, 1, 1))
        >>> print(picture.description.partition(". ")[0])
        1st Consultative Board: ROK, SHIN Bong-kil, 2011-09-01/2013-09-01
    """
    spoken = word_of(Language, language, "a language")
    families = families_for(spoken, fonts)
    found = boards_until(until=until, agreement=agreement, record=record)
    if not found:
        first = board_of(1, agreement=agreement, record=record).start.date
        raise InvalidValueError("until", f"a day after {first}, on which board 1 starts", str(until))
    law = law_of(agreement, record)
    scene = Scene(boards=found, summits=series("summit", record=record), states=law.order_of(1).value, language=spoken)
    span = span_of(scene)
    if span.width > _WIDEST:
        raise InvalidValueError("until", f"a day so early that the picture is at most {_WIDEST:.0f} inches wide", str(until))
    return _drawn(scene, span, foot_of(scene, law, record), families)


def _drawn(scene: Scene, span: Span, foot: str, families: tuple[str, ...]) -> Picture:
    """Return the picture."""
    lanes = len(scene.states) + 1
    handles, told = legend_of(scene), fill(foot, _LONGEST_LINE)
    bottom = _AXIS + _ROW * (ceil(len(handles) / _COLUMNS) + told.count("\n") + 2.5)
    height = _TOP + lanes * _LANE + bottom
    picture = Picture((span.width, height), title_in(scene.language), description_of(scene, foot), scene.language)
    margin = 0.15 / span.width
    size = (span.width - LEFT - RIGHT) / span.width, lanes * _LANE / height
    axes = picture.add_axes((LEFT / span.width, bottom / height, *size))
    _draw_axis(axes, scene, span)
    _draw_lanes(axes, scene, (margin - LEFT / span.width) / size[0])
    for each in scene.boards:
        _draw_board(axes, scene, each)
    for one, other in pairwise(scene.boards):
        _draw_hand_over(axes, scene, one, other)
    _draw_summits(axes, scene)
    picture.text(margin, 1 - 0.16 / height, picture.title, size=_LARGE, color=DARK, va="top")
    picture.legend(
        handles=handles,
        loc="upper left",
        bbox_to_anchor=(margin, (bottom - _AXIS) / height),
        borderaxespad=0,
        borderpad=0,
        ncols=_COLUMNS,
        frameon=False,
        fontsize=_SMALL,
        labelcolor=DARK,
    )
    picture.text(margin, 0.1 / height, told, size=_SMALL, color=GREY, va="bottom")
    set_fonts(picture, families)
    return picture


def _draw_axis(axes: Axes, scene: Scene, span: Span) -> None:
    """Draw the years."""
    axes.set_facecolor("white")
    axes.set_xlim(span.first, span.last)
    axes.set_ylim(len(scene.states) + 1, 0)
    for side in ("left", "right", "top"):
        axes.spines[side].set_visible(False)
    axes.spines["bottom"].set_color(GREY)
    years = [date(year, 1, 1) for year in range((EPOCH + timedelta(days=span.first)).year + 1, scene.end.year + 1)]
    even = [day for day in years if day.year % 2 == 0]
    axes.set_yticks([])
    axes.set_xticks([place(day) for day in years], minor=True)
    axes.set_xticks([place(day) for day in even], labels=[str(day.year) for day in even])
    axes.tick_params(axis="x", which="both", labelsize=_SMALL, labelcolor=DARK, color=GREY, direction="out")
    axes.grid(visible=True, axis="x", color=_GRID, linewidth=0.8, linestyle="-")
    axes.set_axisbelow(True)


def _draw_lanes(axes: Axes, scene: Scene, left: float) -> None:
    """Draw the names of the lanes, and the lines between them."""
    across = axes.get_yaxis_transform()
    office = str(label(Role.SECRETARY_GENERAL, scene.language))
    for lane, state in enumerate(scene.states):
        name = str(label(state, scene.language))
        axes.text(left, lane + _MIDDLE - 0.1, name, transform=across, size=10, color=DARK, va="center")
        axes.text(left, lane + _MIDDLE + 0.14, office, transform=across, size=_SMALL, color=GREY, va="center")
        axes.plot([left, 1], [lane + 1, lane + 1], transform=across, color=_GRID, linewidth=1.2, clip_on=False, zorder=1)
    name = str(label("summit", scene.language))
    axes.text(left, len(scene.states) + _MIDDLE, name, transform=across, size=10, color=DARK, va="center")


def _draw_board(axes: Axes, scene: Scene, board: Board) -> None:
    """Draw the bar of a board, its number, its Secretary-General and the day on which it starts."""
    state = board.secretary_general.state
    lane, paint, projected = scene.states.index(state), PAINTS[state], board.basis is Basis.PROJECTED
    start, end = place(board.start.date), place(board.end.date)
    bar = Rectangle(
        (start, lane + _BAR_AT),
        end - start,
        _BAR_HEIGHT,
        facecolor=paint.pale if projected else paint.face,
        edgecolor=paint.edge,
        hatch=HATCH if projected else None,
        linewidth=1,
        zorder=3,
        gid=f"board-{board.number}",
    )
    axes.add_patch(bar)
    number = ordinal(board.number, scene.language)
    written = axes.text((start + end) / 2, lane + _MIDDLE, number, size=_NORMAL, ha="center", va="center", zorder=6)
    written.set_color("black" if projected else paint.ink)
    if projected:
        written.set_bbox({"facecolor": "white", "edgecolor": "none", "pad": 1.5})
    _note(axes, (start, lane + _NAME_AT), scene.holders_in_short(board), size=_NORMAL, color=DARK)
    _note(axes, (start, lane + _DAY_AT), _started(board), size=_SMALL, color=GREY)
    if board.lawful_end < board.end.date:
        _draw_holding_over(axes, scene, board, lane)


def _draw_holding_over(axes: Axes, scene: Scene, board: Board, lane: int) -> None:
    """Draw the time in which a board is still the board after its lawful end."""
    start, end = place(board.lawful_end), place(board.end.date)
    over = Rectangle((start, lane + _BAR_AT), end - start, _BAR_HEIGHT, zorder=4, gid=f"holding-over-{board.number}")
    over.set(facecolor="white", edgecolor="black", hatch=HATCH_OVER, linewidth=1.5)
    axes.add_patch(over)
    _note(axes, (end, lane + _MIDDLE), f"{scene.words.holding_over}\n→ {board.term.last_day}", size=_SMALL, color=DARK)


def _draw_hand_over(axes: Axes, scene: Scene, one: Board, other: Board) -> None:
    """Draw the line from a board to the next."""
    lanes = sorted(scene.states.index(each.secretary_general.state) for each in (one, other))
    day = place(other.start.date)
    ends = lanes[0] + _BAR_AT + _BAR_HEIGHT, lanes[1] + _BAR_AT
    axes.add_line(Line2D([day, day], ends, color=DARK, linewidth=1.3, zorder=2, gid=f"hand-over-{other.number}"))
    axes.lines[-1].set_linestyle(STYLES[other.start.basis])


def _draw_summits(axes: Axes, scene: Scene) -> None:
    """Draw the summits and the gaps between them."""
    lane = len(scene.states)
    for number, gap in enumerate(scene.gaps, start=1):
        start = place(gap.after.latest)
        end = place(gap.before.earliest if gap.before else scene.summits.as_of)
        shade = Rectangle((start, lane + _BAR_AT), end - start, _BAR_HEIGHT, zorder=2, gid=f"gap-{number}")
        shade.set(**gap_looks(gap))
        axes.add_patch(shade)
    for event in scene.events:
        first, last = place(event.session or event.earliest), place(event.session or event.latest)
        middle = (first + last) / 2
        y = lane + (_HELD_AT if event.status is EventStatus.HELD else _OTHER_AT)
        axes.add_line(Line2D([first, last], [y, y], color=DARK, linewidth=1, zorder=3))
        axes.add_line(marker(event.status, (middle, y), gid=event.id))
        if event.number is not None:
            axes.text(middle, lane + _DAY_AT, str(event.number), size=_NORMAL, color=DARK, ha="center", va="center")


def _note(axes: Axes, at: tuple[float, float], text: str, **style: Any) -> None:  # noqa: ANN401 - how a text can look
    """Write beside a place; lines behind it do not run through it."""
    note = axes.annotate(text, at, (3, 0), textcoords="offset points", va="center", zorder=2.5, **style)
    note.set_bbox({"facecolor": "white", "edgecolor": "none", "pad": 1.6})


def _started(board: Board) -> str:
    """Return the day on which a board starts, or the month if no source says more."""
    attested = board.start.attested
    month_only = board.start.basis is Basis.INFERRED and attested is not None and not attested.is_day
    return str(attested if month_only else board.start.date)
