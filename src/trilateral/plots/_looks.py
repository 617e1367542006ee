"""How states, boards, summits and gaps look, and the legend that explains it."""

from collections.abc import Sequence
from typing import Any, Final, NamedTuple

from trilateral._queries.series import Gap
from trilateral._values.boards import Basis
from trilateral._values.events import EventStatus
from trilateral._values.states import MemberState
from trilateral.plots._extra import Line2D, Patch
from trilateral.plots._scene import Scene

__all__ = [
    "DARK",
    "GREY",
    "HATCH",
    "HATCH_OVER",
    "PAINTS",
    "STYLES",
    "change_mark",
    "gap_looks",
    "legend_of",
    "marker",
    "plain_line",
    "ring",
]


class _Paint(NamedTuple):
    """The colours of a state: of its bars, of their edges, of hatches upon both, and of what is written on them."""

    face: str
    pale: str
    edge: str
    hatch: str
    ink: str


# After Okabe and Ito, and as far apart in grey as that allows: dark, middle and light.
PAINTS: Final = {
    MemberState.KOREA: _Paint(face="#00487c", pale="#e3ecf3", edge="#00487c", hatch="#8fb4d1", ink="white"),
    MemberState.CHINA: _Paint(face="#d55e00", pale="#fbe9dd", edge="#9a4400", hatch="#7a3600", ink="black"),
    MemberState.JAPAN: _Paint(face="#f0bf4c", pale="#fdf5e2", edge="#8a6100", hatch="#8a6100", ink="black"),
}
DARK: Final = "#262626"
GREY: Final = "#595959"
_GAP: Final = "#dcdcdc"
HATCH: Final = "////"
HATCH_OVER: Final = "xxxx"
# Of the lines from board to board, by how the day is known.
STYLES: Final[dict[Basis, Any]] = {Basis.RECORDED: "-", Basis.INFERRED: (0, (5, 2)), Basis.PROJECTED: (0, (1, 1.5))}
_OPEN: Final[Any] = (0, (1, 1.65))
_MARKERS: Final = {EventStatus.HELD: "o", EventStatus.PLANNED: "D", EventStatus.NOT_HELD: "x"}


def gap_looks(gap: Gap) -> dict[str, Any]:
    """Return how a gap is drawn."""
    return {"facecolor": _GAP, "edgecolor": GREY, "linewidth": 0.8, "linestyle": "-" if gap.before else _OPEN}


def plain_line(x: Sequence[float], y: Sequence[float], **looks: Any) -> Line2D:  # noqa: ANN401 - how a line can look
    """Return a line without marks, whatever is usual for lines."""
    style: dict[str, Any] = {
        "linestyle": "-",
        "linewidth": 1,
        "marker": "none",
        "dash_capstyle": "butt",
        "solid_capstyle": "butt",
    }
    return Line2D(x, y, **{**style, **looks})


def marker(status: EventStatus, at: tuple[float, float] = (0, 0), **more: Any) -> Line2D:  # noqa: ANN401
    """Return the mark of a summit."""
    face = DARK if status is EventStatus.HELD else "white"
    return _mark(at, marker=_MARKERS[status], markersize=6, markeredgewidth=1.4, markerfacecolor=face, **more)


def ring(at: tuple[float, float] = (0, 0), **more: Any) -> Line2D:  # noqa: ANN401
    """Return what goes around the mark of something inferred."""
    return _mark(at, marker="o", markersize=11, markeredgewidth=0.8, markerfacecolor="none", **more)


def change_mark(at: tuple[float, float] = (0, 0), **more: Any) -> Line2D:  # noqa: ANN401
    """Return the mark of a change of holder."""
    return _mark(at, marker="v", markersize=6, markeredgewidth=0.8, markerfacecolor="white", **more)


def _mark(at: tuple[float, float], **looks: Any) -> Line2D:  # noqa: ANN401
    style: dict[str, Any] = {"linestyle": "none", "fillstyle": "full", "markeredgecolor": DARK, "zorder": 5}
    return Line2D([at[0]], [at[1]], **{**style, **looks})


def legend_of(scene: Scene) -> list[Patch | Line2D]:
    """Return what the legend explains: each thing that is drawn."""
    words = scene.words
    recorded = [each for each in scene.boards if each.basis is Basis.RECORDED]
    by_law = any(scene.attested_until(each) < each.end.date for each in recorded)
    holdings = [scene.holdings(each) for each in scene.boards]
    bases = {basis for each in scene.boards for basis in (each.start.basis, scene.end_basis(each))}
    statuses = {event.status for event in scene.events}
    gaps = {words.gap if gap.before else words.open_gap: gap for gap in scene.gaps}
    over = any(each.lawful_end < each.end.date for each in scene.boards)
    drawn = [
        (bool(recorded), _sample(words.recorded, facecolor=GREY)),
        (by_law, _sample(words.by_law, facecolor=GREY, hatch=HATCH, hatchcolor="white")),
        (len(recorded) < len(scene.boards), _sample(words.projected, hatch=HATCH, hatchcolor=GREY)),
        (over, _sample(words.holding_over, hatch=HATCH_OVER, hatchcolor="black")),
        (any(each.vacant for those in holdings for each in those), _sample(words.vacant)),
    ]
    return [
        *(patch for is_drawn, patch in drawn if is_drawn),
        *([change_mark(label=words.change)] if any(len(those) > 1 for those in holdings) else []),
        *(
            plain_line([], [], color=DARK, linewidth=1.3, linestyle=STYLES[basis], label=text)
            for basis, text in words.boundary.items()
            if basis in bases
        ),
        *(marker(status, label=text) for status, text in words.summit.items() if status in statuses),
        *([ring(label=words.inferred)] if any(event.basis is Basis.INFERRED for event in scene.events) else []),
        *(Patch(label=text, **gap_looks(gap)) for text, gap in gaps.items()),
    ]


def _sample(label: str, **looks: Any) -> Patch:  # noqa: ANN401
    """Return what stands in the legend for a part of a bar."""
    style: dict[str, Any] = {"facecolor": "white", "edgecolor": DARK, "linewidth": 1, "linestyle": "-", "hatch_linewidth": 1}
    return Patch(label=label, **{**style, **looks})
