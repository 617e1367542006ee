"""What is imported of matplotlib, the library of the extra ``plots``."""

# matplotlib is typed in part.
# pyright: reportUnknownVariableType=false

try:
    from matplotlib.axes import Axes
    from matplotlib.backends.backend_agg import RendererAgg
    from matplotlib.backends.backend_svg import RendererSVG
    from matplotlib.colors import to_hex
    from matplotlib.figure import Figure
    from matplotlib.font_manager import FontProperties, findfont, get_font
    from matplotlib.image import imsave
    from matplotlib.lines import Line2D
    from matplotlib.patches import Patch, Rectangle
    from matplotlib.text import Text
except ModuleNotFoundError as missing:
    raise ModuleNotFoundError(
        "the pictures need the extra \"plots\": python -m pip install 'trilateral[plots]'", name=missing.name
    ) from missing

__all__ = [
    "Axes",
    "Figure",
    "FontProperties",
    "Line2D",
    "Patch",
    "Rectangle",
    "RendererAgg",
    "RendererSVG",
    "Text",
    "findfont",
    "get_font",
    "imsave",
    "to_hex",
]
