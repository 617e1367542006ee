"""What the tests of the pictures share: how to read one."""

# matplotlib is typed in part.
# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false, reportUnknownArgumentType=false

import datetime as dt
from collections.abc import Sequence
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import numpy as np
import pytest
from matplotlib.lines import Line2D
from matplotlib.patches import Rectangle
from matplotlib.text import Text
from tests.strategies import SOURCE

import trilateral as tri
from trilateral import plots

__all__ = ["SVG", "UNTIL", "days", "elements", "legend", "lines", "named", "rectangles", "seated", "texts", "when", "written"]

UNTIL = dt.date(2041, 1, 1)
SVG = "{http://www.w3.org/2000/svg}"


def _day(x: float) -> dt.date:
    """The day that begins at a place of the axis, which counts days from 1970."""
    return dt.date(1970, 1, 1) + dt.timedelta(days=x)


def rectangles(picture: plots.Picture, kind: str) -> dict[str, Rectangle]:
    """The rectangles of one kind, by what follows the kind in their ids."""
    found = [patch for patch in picture.axes[0].patches if isinstance(patch, Rectangle)]
    return {str(each.get_gid()).removeprefix(kind): each for each in found if str(each.get_gid()).startswith(kind)}


def days(rectangle: Rectangle) -> tuple[dt.date, dt.date]:
    """From which day to which one goes, half-open."""
    return _day(rectangle.get_x()), _day(rectangle.get_x() + rectangle.get_width())


def lines(picture: plots.Picture) -> dict[str, Line2D]:
    """The lines and marks that have an id."""
    return {str(line.get_gid()): line for line in picture.axes[0].lines if line.get_gid()}


def when(line: Line2D) -> dt.date:
    """On which day one begins."""
    return _day(float(np.asarray(line.get_xdata())[0]))


def written(picture: plots.Picture) -> list[Text]:
    """The texts that can be seen."""
    return [text for text in picture.findobj(Text) if text.get_text() and text.get_visible()]


def texts(picture: plots.Picture) -> list[str]:
    """What they say."""
    return [text.get_text() for text in written(picture)]


def legend(picture: plots.Picture) -> list[str]:
    """What the legend explains."""
    return [text.get_text() for text in picture.legends[0].get_texts()]


def elements(path: Path) -> list[ET.Element]:
    """The elements of an SVG file, the root first."""
    return list(ET.fromstring(path.read_bytes()).iter())  # noqa: S314 - our own


def named(name: str, **others: str) -> tri.Record:
    """The record with a board 8 whose Secretary-General has that name, and others by their kinds in Hangul, or is vacant."""
    names = [{"text": name, "script": "Latn", "kind": "preferred", "sources": ["s1"]}]
    names += [{"text": text, "script": "Hang", "kind": kind, "sources": ["s1"]} for kind, text in others.items()]
    tenure = {"holder": "p1"} if name else {"vacant": True}
    seat = {"role": "secretary-general", "state": "JPN", "tenures": [{**tenure, "sources": ["s1"]}]}
    board = {"number": 8, "start": {"date": "2026-09-01", "sources": ["s1"]}, "seats": [seat]}
    people = [{"id": "p1", "names": names}] if name else []
    return tri.record().with_facts({"sources": [SOURCE], "people": people, "boards": [board]})


def seated(
    *tenures: dict[str, Any], start: str | None = "2026-09-01", names: Sequence[tuple[str, str, str]] = ()
) -> tri.Record:
    """The record with a board 8 whose Secretary-General has these tenures, the first holder of these names."""
    spelt = {"p1": names or [("YAMADA Taro", "Latn", "preferred")], "p2": [("SATO Hanako", "Latn", "preferred")]}
    people = [
        {
            "id": id_,
            "names": [{"text": text, "script": script, "kind": kind, "sources": ["s1"]} for text, script, kind in those],
        }
        for id_, those in spelt.items()
    ]
    seat = {"role": "secretary-general", "state": "JPN", "tenures": [{**tenure, "sources": ["s1"]} for tenure in tenures]}
    board: dict[str, Any] = {"number": 8, "seats": [seat]}
    if start is not None:
        board["start"] = {"date": start, "sources": ["s1"]}
    return tri.record().with_facts({"sources": [SOURCE], "people": people, "boards": [board]})


@pytest.fixture
def every_glyph() -> None:
    """Skip a test where no font has Chinese, Japanese and Korean characters."""
    try:
        plots.boards(until=UNTIL, language="ko", record=named("亻杨楊"))
    except tri.MissingGlyphsError as missing:
        pytest.skip(str(missing))
