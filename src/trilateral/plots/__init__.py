"""Pictures of the boards by state and of the summits, as figures of matplotlib, and how they are saved.

It needs the extra ``plots``, which installs matplotlib. No setting of matplotlib is changed, and its pyplot is never imported:
pictures can be drawn in many threads.

Example:
    >>> from datetime import date
    >>> from trilateral import plots
    >>> picture = plots.boards(until=date(2041, 1, 1))
    >>> picture.title
    'Consultative Boards of the Trilateral Cooperation Secretariat, and Trilateral Summits'
"""

TYPE_CHECKING = False
if TYPE_CHECKING:
    from trilateral.plots._drawing import boards
    from trilateral.plots._picture import Picture
    from trilateral.plots._saving import save

__all__ = [
    "Picture",
    "boards",
    "save",
]

if not TYPE_CHECKING:
    from trilateral._lazy import lazily

    __getattr__, __dir__ = lazily(
        __name__,
        {
            "_drawing": "boards",
            "_picture": "Picture",
            "_saving": "save",
        },
    )
