"""How states, boards, summits and gaps look, and the legend that explains it."""

from typing import Any, Final, NamedTuple

from trilateral._queries.series import Gap
from trilateral._values.boards import Basis
from trilateral._values.events import EventStatus
from trilateral._values.states import MemberState
from trilateral.plots._extra import Line2D, Patch
from trilateral.plots._scene import Scene

__all__ = ["DARK", "GREY", "HATCH", "HATCH_OVER", "PAINTS", "STYLES", "gap_looks", "legend_of", "marker"]


class _Paint(NamedTuple):
    """The colours of a state: of its bars, of their edges and hatches, and of what is written on them."""

    face: str
    pale: str
    edge: str
    ink: str


# After Okabe and Ito, and as far apart in grey as that allows: dark, middle and light.
PAINTS: Final = {
    MemberState.KOREA: _Paint(face="#00487c", pale="#e3ecf3", edge="#00487c", ink="white"),
    MemberState.CHINA: _Paint(face="#d55e00", pale="#fbe9dd", edge="#9a4400", ink="black"),
    MemberState.JAPAN: _Paint(face="#f0bf4c", pale="#fdf5e2", edge="#8a6100", ink="black"),
}
DARK: Final = "#262626"
GREY: Final = "#595959"
_GAP: Final = "#dcdcdc"
HATCH: Final = "////"
HATCH_OVER: Final = "xxxx"
# Of the lines from board to board, by how the day is known.
STYLES: Final[dict[Basis, Any]] = {Basis.RECORDED: "-", Basis.INFERRED: (0, (5, 2)), Basis.PROJECTED: (0, (1, 1.5))}
_MARKERS: Final = {EventStatus.HELD: "o", EventStatus.PLANNED: "D", EventStatus.NOT_HELD: "x"}


def gap_looks(gap: Gap) -> dict[str, Any]:
    """Return how a gap is drawn."""
    return {"facecolor": _GAP, "edgecolor": GREY, "linewidth": 0.8, "linestyle": "-" if gap.before else ":"}


def marker(status: EventStatus, at: tuple[float, float] = (0, 0), **more: Any) -> Line2D:  # noqa: ANN401
    """Return the mark of a summit."""
    mark = Line2D([at[0]], [at[1]], linestyle="none", zorder=5, **more)
    mark.set(marker=_MARKERS[status], markersize=6, markeredgecolor=DARK, markeredgewidth=1.4)
    mark.set_markerfacecolor(DARK if status is EventStatus.HELD else "white")
    return mark


def legend_of(scene: Scene) -> list[Patch | Line2D]:
    """Return what the legend explains: each thing that is drawn."""
    words = scene.words
    terms = {
        Basis.RECORDED: Patch(facecolor=GREY, edgecolor=DARK, label=words.recorded),
        Basis.PROJECTED: Patch(facecolor="white", edgecolor=GREY, hatch=HATCH, label=words.projected),
    }
    over = Patch(facecolor="white", edgecolor="black", hatch=HATCH_OVER, label=words.holding_over)
    gaps = {words.gap if gap.before else words.open_gap: gap for gap in scene.gaps}
    bases = {each.basis for each in scene.boards}
    starts = {each.start.basis for each in scene.boards[1:]}
    statuses = {event.status for event in scene.events}
    return [
        *(patch for basis, patch in terms.items() if basis in bases),
        *([over] if any(each.lawful_end < each.end.date for each in scene.boards) else []),
        *(
            Line2D([], [], color=DARK, linewidth=1.3, linestyle=STYLES[basis], label=text)
            for basis, text in words.hand_over.items()
            if basis in starts
        ),
        *(marker(status, label=text) for status, text in words.summit.items() if status in statuses),
        *(Patch(label=text, **gap_looks(gap)) for text, gap in gaps.items()),
    ]
