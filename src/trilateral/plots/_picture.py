"""The picture: a figure that says in words what it shows."""

# matplotlib is typed in part.
# pyright: reportUnknownMemberType=false

from trilateral._values.labels import Language
from trilateral.plots._extra import Figure

__all__ = ["Picture"]


class Picture(Figure):
    """A figure of matplotlib that says in words what it shows.

    Attributes:
        title: What it is, in one line.
        description: All that it shows, in sentences; use it as the alternative text.
        language: The language of both.
    """

    def __init__(self, size: tuple[float, float], title: str, description: str, language: Language) -> None:
        super().__init__(figsize=size, dpi=100, facecolor="white")
        self.set_layout_engine("none")
        self.title = title
        self.description = description
        self.language = language
