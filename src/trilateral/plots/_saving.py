"""How a picture is saved: as SVG or PNG."""

# matplotlib is typed in part.
# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false

import hashlib
import re
from io import BytesIO, StringIO
from os import PathLike
from pathlib import Path
from threading import Lock
from typing import Any, Final

from trilateral._values.labels import Language
from trilateral._values.markup import in_xml
from trilateral.errors import InvalidValueError, WrongTypeError, shown
from trilateral.export._files import write
from trilateral.plots._extra import RendererAgg, RendererSVG, imsave, to_hex
from trilateral.plots._fonts import own_first
from trilateral.plots._picture import Picture

__all__ = ["save"]

_SVG_DPI: Final = 72
_PNG_DPI: Final = 200
_ROOT_ID: Final = re.compile('(<svg [^>]*?) id="[^"]*"')
_drawing: Final = Lock()  # matplotlib changes a figure while it draws it


def save(picture: Picture, path: str | PathLike[str], /, *, force: bool = False) -> None:
    """Write a picture as SVG or PNG, by the suffix of the path, whole or not at all.

    The same picture makes the same file, also from many threads, and stays as it was. The texts of an SVG are texts, so that
    they can be searched for, and it has the title and the description of the picture; so has the PNG.

    Args:
        picture: What `boards` drew.
        path: Where to write it; it must end in ``.svg`` or ``.png``.
        force: Whether to replace a file that is there.

    Raises:
        WrongTypeError: ``picture`` is not a `Picture`, or ``path`` is no path.
        InvalidValueError: ``path`` has another suffix.
        UnwritableError: There is a file already and ``force`` is not given, there is something that is no file, or its folder
            is not there or cannot be written to.

    Example:
        >>> from trilateral import plots
        >>> save(plots.boards(), "boards.gif")
        Traceback (most recent call last):
            ...
        trilateral.errors.InvalidValueError: the path of a picture must be a name that ends in .svg or .png, got 'boards.gif'
    """
    if not isinstance(picture, Picture):  # pyright: ignore[reportUnnecessaryIsInstance]
        raise WrongTypeError("picture", "a Picture, such as plots.boards()", shown(picture))
    if not isinstance(path, str | PathLike):  # pyright: ignore[reportUnnecessaryIsInstance]
        raise WrongTypeError("path", "a string or a pathlib.Path", shown(path))
    as_bytes = {".svg": _svg, ".png": _png}.get(Path(path).suffix.lower())
    if as_bytes is None:
        raise InvalidValueError("the path of a picture", "a name that ends in .svg or .png", shown(str(path)))
    with _drawing:
        data = as_bytes(picture)
    write(path, data, force=force)


class _Renderer(RendererSVG):
    """Draws as matplotlib does, but keeps texts as texts and makes the same ids each time, whatever the settings are."""

    language: Language

    def draw_text(  # noqa: PLR0913, PLR0917 - as a renderer of matplotlib is called
        self,
        gc: Any,  # noqa: ANN401
        x: float,
        y: float,
        s: str,
        prop: Any,  # noqa: ANN401
        angle: float,
        ismath: Any = False,  # noqa: ANN401, FBT002
        mtext: Any = None,  # noqa: ANN401
    ) -> None:
        """Write a line of text, its left, middle or right where it was meant to be, as fonts differ in width."""
        if ismath:  # not ours, as ours is never parsed
            usual: Any = super()  # it has no types, nor has the rest of it
            usual.draw_text(gc, x, y, s, prop, angle, ismath, mtext)
            return
        side = "left" if mtext is None or angle else mtext.get_horizontalalignment()
        share, anchor = {"left": (0, "start"), "center": (0.5, "middle"), "right": (1, "end")}[side]
        renderer: Any = self
        at = x + share * renderer.get_text_width_height_descent(s, prop, ismath=False)[0]
        families = ", ".join(f"'{family}'" for family in own_first(prop.get_family(), self.language))
        attributes = {
            "x": f"{at:.2f}",
            "y": f"{y:.2f}",
            "text-anchor": anchor,
            "fill": to_hex(gc.get_rgb()),
            "font-size": f"{prop.get_size_in_points():g}",
            "font-family": f"{families}, sans-serif",
        }
        if angle:
            attributes["transform"] = f"rotate({-angle:g} {at:.2f} {y:.2f})"
        renderer.writer.element("text", s, attrib=attributes)

    def _make_id(self, type: str, content: object) -> str:  # noqa: A002 - as it is called
        return f"{type}{hashlib.sha256(str(content).encode()).hexdigest()[:10]}"


# Their types are lacking.
_renderer: Final[Any] = _Renderer
_agg: Final[Any] = RendererAgg


def _svg(picture: Picture) -> bytes:
    """Return a picture as SVG."""
    text = StringIO()
    about = {"Title": picture.title, "Creator": "trilateral", "Date": None, "Language": picture.language.value}
    width, height = picture.get_size_inches() * _SVG_DPI
    renderer: Any = _renderer(width, height, text, metadata=about)
    renderer.language = picture.language
    renderer.writer.element("desc", picture.description)
    _draw(picture, renderer, _SVG_DPI)
    renderer.finalize()
    root = f'<svg role="img" xml:lang="{picture.language.value}" '
    return in_xml(_ROOT_ID.sub(r"\1", text.getvalue(), count=1).replace("<svg ", root, 1)).encode()


def _png(picture: Picture) -> bytes:
    """Return a picture as PNG."""
    data = BytesIO()
    about: dict[str, Any] = {"Title": picture.title, "Description": picture.description, "Software": None}
    width, height = picture.get_size_inches() * _PNG_DPI
    renderer: Any = _agg(width, height, _PNG_DPI)
    _draw(picture, renderer, _PNG_DPI)
    imsave(data, renderer.buffer_rgba(), format="png", origin="upper", dpi=_PNG_DPI, metadata=about)
    return data.getvalue()


def _draw(picture: Picture, renderer: Any, dpi: int) -> None:  # noqa: ANN401 - of matplotlib
    """Draw a picture with so many dots an inch, and leave it as it was; no setting for saved figures counts."""
    usual = picture.dpi
    picture.dpi = dpi
    try:
        picture.draw(renderer)
    finally:
        picture.dpi = usual
