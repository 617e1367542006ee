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
from trilateral.plots._extra import Axes, Rectangle, Text
from trilateral.plots._fonts import families_for, set_fonts
from trilateral.plots._looks import (
    DARK,
    GREY,
    HATCH,
    HATCH_OVER,
    PAINTS,
    STYLES,
    change_mark,
    gap_looks,
    legend_of,
    marker,
    plain_line,
    ring,
)
from trilateral.plots._picture import Picture
from trilateral.plots._scene import (
    BESIDE,
    EPOCH,
    LEFT,
    NORMAL,
    RIGHT,
    SMALL,
    Scene,
    Span,
    fitted,
    place,
    span_of,
    width_of,
)
from trilateral.rules import Agreement

if TYPE_CHECKING:
    from trilateral._record.record import Record

__all__ = ["boards"]

_GRID: Final = "#ececec"

# Inches.
_TOP: Final = 0.5
_LANE: Final = 0.82
_AXIS: Final = 0.42
_ROW: Final = 0.165

# Points.
_LARGE: Final = 12

_LONGEST_LINE: Final = 165  # characters
_COLUMNS: Final = 4  # of the legend

# From the top of a lane, which is 1 high, where names stand above the bars; where they stand below, from the bottom.
_NAME_AT: Final = 0.13
_DAY_AT: Final = 0.32
_BAR_AT: Final = 0.44
_BAR_HEIGHT: Final = 0.4
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

    Projected boards are pale and hatched; the days of a recorded one after its last attested day are hatched too where its
    end is projected. A line leads from each board to the next; it and the ends of the bars are broken where the day is
    inferred, and dotted where it is projected. A change of holder has a mark, a vacancy is white. A last line names the law
    and the edition of the record. States and offices are called as in the record that ships; people as the language writes
    them, where the record has that.

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
            would be wider than 60 inches, or one of ``fonts`` is blank or generic, such as ``sans-serif``.
        UnknownWordError: There is no such language.
        MissingGlyphsError: No font has some of the characters to be drawn.

    Example:
        >>> from datetime import date
        >>> picture = boards(until=date(2014, 1, 1))
        >>> print(picture.description.partition(". ")[0])
        1st Consultative Board (ROK): 2011-09-01 to 2013-08-31 (inferred); Secretary-General SHIN Bong-kil
    """
    spoken = word_of(Language, language, "a language")
    families = families_for(spoken, fonts)
    found = boards_until(until=until, agreement=agreement, record=record)
    if not found:
        first = board_of(1, agreement=agreement, record=record).start.date
        raise InvalidValueError("until", f"a day after {first}, on which board 1 starts", str(until))
    law = law_of(agreement, record)
    scene = Scene(
        boards=found, summits=series("summit", record=record), states=law.order_of(1).value, language=spoken, record=record
    )
    span = span_of(scene, until)
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
        _draw_board(axes, scene, each, span.points)
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
        fontsize=SMALL,
        labelcolor=DARK,
        labelspacing=0.5,
        columnspacing=2.0,
        handlelength=2.0,
        handleheight=0.7,
        handletextpad=0.8,
        numpoints=1,
        markerscale=1.0,
        alignment="center",
    )
    for sample in picture.legends[0].get_patches():
        sample.set_hatch_linewidth(1)
    picture.text(margin, 0.1 / height, told, size=SMALL, color=GREY, va="bottom")
    boxes = [text.get_bbox_patch() for text in picture.findobj(Text)]
    for artist in [*picture.findobj(), *filter(None, boxes)]:
        artist.set_sketch_params()
        artist.set_path_effects([])
    set_fonts(picture, families)
    return picture


def _draw_axis(axes: Axes, scene: Scene, span: Span) -> None:
    """Draw the years."""
    axes.set_facecolor("white")
    axes.set_xlim(span.first, span.last)
    axes.set_ylim(len(scene.states) + 1, 0)
    for side in ("left", "right", "top"):
        axes.spines[side].set_visible(False)
    axes.spines["bottom"].set(visible=True, color=GREY, linewidth=0.8)
    years = [date(year, 1, 1) for year in range((EPOCH + timedelta(days=span.first)).year + 1, scene.end.year + 1)]
    even = [day for day in years if day.year % 2 == 0]
    axes.set_yticks([])
    axes.set_xticks([place(day) for day in years], minor=True)
    axes.set_xticks([place(day) for day in even], labels=[str(day.year) for day in even], ha="center", va="top")
    for which, length, width in (("major", 3.5, 0.8), ("minor", 2.0, 0.6)):
        axes.tick_params(axis="x", which=which, length=length, width=width, pad=3.5, color=GREY, direction="out")
        axes.tick_params(axis="x", which=which, bottom=True, top=False, labelbottom=which == "major", labeltop=False)
    axes.tick_params(axis="x", labelsize=SMALL, labelcolor=DARK)
    axes.grid(visible=False, which="both")
    axes.grid(visible=True, axis="x", color=_GRID, linewidth=0.8, linestyle="-", alpha=1, solid_capstyle="butt")
    axes.set_axisbelow(True)


def _draw_lanes(axes: Axes, scene: Scene, left: float) -> None:
    """Draw the names of the lanes, and the lines between them."""
    across = axes.get_yaxis_transform()
    office = str(label(Role.SECRETARY_GENERAL, scene.language))
    for lane, state in enumerate(scene.states):
        name, middle = str(label(state, scene.language)), lane + 0.56
        axes.text(left, middle - 0.12, name, transform=across, size=10, color=DARK, ha="left", va="center")
        axes.text(left, middle + 0.12, office, transform=across, size=SMALL, color=GREY, ha="left", va="center")
        line = plain_line([left, 1], [lane + 1, lane + 1], transform=across, color=_GRID, linewidth=1.2, zorder=1)
        line.set_clip_on(False)
        axes.add_line(line)
    name, middle = str(label("summit", scene.language)), len(scene.states) + _BAR_AT + _BAR_HEIGHT / 2
    axes.text(left, middle, name, transform=across, size=10, color=DARK, ha="left", va="center")


def _draw_board(axes: Axes, scene: Scene, board: Board, points: float) -> None:
    """Draw the bar of a board, its number, its Secretary-General and the day on which it starts."""
    paint, projected = PAINTS[board.secretary_general.state], board.basis is Basis.PROJECTED
    start, by_law, end = (place(day) for day in (board.start.date, scene.attested_until(board), board.end.date))
    top = _top(scene, board)
    bar = _block(start, end, top, facecolor=paint.pale if projected else paint.face, gid=f"board-{board.number}")
    axes.add_patch(bar)
    if by_law < end:
        colour = paint.edge if projected else paint.hatch
        hatched = _block(by_law, end, top, facecolor=bar.get_facecolor(), hatchcolor=colour, gid=f"by-law-{board.number}")
        hatched.set(hatch=HATCH)
        axes.add_patch(hatched)
    number = ordinal(board.number, scene.language)
    if width_of(number, NORMAL) <= (end - start) * points:
        ink = "black" if projected else paint.ink
        middle = (start + end) / 2, top + _BAR_HEIGHT / 2
        written = axes.text(*middle, number, size=NORMAL, color=ink, ha="center", va="center", zorder=3.6)
        written.set_bbox({"facecolor": "white" if projected else paint.face, "edgecolor": "none", "pad": 1.5})
    _draw_holdings(axes, scene, board)
    if board.lawful_end < board.end.date:
        _draw_holding_over(axes, scene, board, points)
    for y in (top, top + _BAR_HEIGHT):
        axes.add_line(plain_line([start, end], [y, y], color=paint.edge, zorder=4))
    for side, x, basis in (("start", start, board.start.basis), ("end", end, scene.end_basis(board))):
        _draw_edge(axes, x, top, basis, color=paint.edge, gid=f"{side}-{board.number}")
    below, (name, day) = scene.is_below(board), scene.notes(board, points)
    for text, at, size, colour in ((name, _NAME_AT, NORMAL, DARK), (day, _DAY_AT, SMALL, GREY)):
        y = top + _BAR_HEIGHT + _BAR_AT - at if below else top - _BAR_AT + at
        _note(axes, (start, y), text, size=size, color=colour)


def _top(scene: Scene, board: Board) -> float:
    """Return where the bar of a board begins."""
    return scene.lane(board) + (1 - _BAR_AT - _BAR_HEIGHT if scene.is_below(board) else _BAR_AT)


def _block(start: int, end: int, top: float, **looks: Any) -> Rectangle:  # noqa: ANN401 - how a patch can look
    """Return a part of a bar, without edges."""
    style: dict[str, Any] = {"edgecolor": "none", "linewidth": 0, "linestyle": "-", "hatch_linewidth": 1.0, "zorder": 3}
    return Rectangle((start, top), end - start, _BAR_HEIGHT, **{**style, **looks})


def _draw_edge(axes: Axes, x: int, top: float, basis: Basis, **looks: Any) -> None:  # noqa: ANN401 - how a line can look
    """Draw the start or the end of a bar: whole where a source gives the day, and else with gaps."""
    y = [top, top + _BAR_HEIGHT]
    if basis is not Basis.RECORDED:
        axes.add_line(plain_line([x, x], y, color="white", linewidth=2, zorder=4.1))
    axes.add_line(plain_line([x, x], y, linewidth=1.5, linestyle=STYLES[basis], zorder=4.2, **looks))


def _draw_holdings(axes: Axes, scene: Scene, board: Board) -> None:
    """Draw vacancies as white parts of the bar, and a mark where the holder changes."""
    top = _top(scene, board)
    for number, holding in enumerate(scene.holdings(board), start=1):
        start, end = place(holding.term.start), place(holding.term.end)
        if holding.vacant:
            axes.add_patch(_block(start, end, top, facecolor="white", zorder=3.2, gid=f"vacancy-{board.number}-{number}"))
        if number > 1:
            axes.add_line(change_mark((start, top + 0.07), gid=f"change-{board.number}-{number}"))


def _draw_holding_over(axes: Axes, scene: Scene, board: Board, points: float) -> None:
    """Draw the time in which a board is still the board after its lawful end."""
    start, end, top = place(board.lawful_end), place(board.end.date), _top(scene, board)
    over = _block(start, end, top, facecolor="white", hatchcolor="black", zorder=4.3, gid=f"holding-over-{board.number}")
    over.set(hatch=HATCH_OVER, edgecolor="black", linewidth=1.5)
    axes.add_patch(over)
    room = scene.room_after(board) * points - BESIDE
    told = [fitted(text, SMALL, room) for text in (scene.words.holding_over, f"→ {board.term.last_day}")]
    _note(axes, (end, top + _BAR_HEIGHT / 2), "\n".join(told), size=SMALL, color=DARK)


def _draw_hand_over(axes: Axes, scene: Scene, one: Board, other: Board) -> None:
    """Draw the line from a board to the next."""
    upper, lower = sorted((one, other), key=scene.lane)
    day = place(other.start.date)
    ends = _top(scene, upper) + _BAR_HEIGHT, _top(scene, lower)
    gid = f"hand-over-{other.number}"
    axes.add_line(
        plain_line([day, day], ends, color=DARK, linewidth=1.3, linestyle=STYLES[other.start.basis], zorder=2, gid=gid)
    )


def _draw_summits(axes: Axes, scene: Scene) -> None:
    """Draw the summits and the gaps between them."""
    lane = len(scene.states)
    for number, gap in enumerate(scene.gaps, start=1):
        start = place(gap.after.latest)
        end = place(gap.before.earliest if gap.before else scene.summits.as_of)
        axes.add_patch(_block(start, end, lane + _BAR_AT, **{**gap_looks(gap), "zorder": 2, "gid": f"gap-{number}"}))
    for event in scene.events:
        first, last = place(event.session or event.earliest), place(event.session or event.latest)
        middle = (first + last) / 2
        y = lane + (_HELD_AT if event.status is EventStatus.HELD else _OTHER_AT)
        axes.add_line(plain_line([first, last], [y, y], color=DARK, zorder=3))
        axes.add_line(marker(event.status, (middle, y), gid=f"event-{event.id}"))
        if event.basis is Basis.INFERRED:
            axes.add_line(ring((middle, y), gid=f"inferred-{event.id}"))
        if event.number is not None:
            axes.text(middle, lane + _DAY_AT, str(event.number), size=NORMAL, color=DARK, ha="center", va="center")


def _note(axes: Axes, at: tuple[float, float], text: str, **style: Any) -> None:  # noqa: ANN401 - how a text can look
    """Write beside a place; lines behind it do not run through it."""
    note = axes.annotate(text, at, (3, 0), textcoords="offset points", ha="left", va="center", zorder=2.5, **style)
    note.set_bbox({"facecolor": "white", "edgecolor": "none", "pad": 1.6})
