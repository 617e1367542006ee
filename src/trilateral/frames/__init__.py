"""Dataframes: the board, and more, of every day in a column, and our own tables, in the user's own engine.

It needs the extra ``frames``, and the engine itself: pandas, Polars, PyArrow, DuckDB, Dask or PySpark.
"""

TYPE_CHECKING = False
if TYPE_CHECKING:
    from trilateral.frames._annotating import Column, Outside, annotate
    from trilateral.frames._tables import boards, seats, timeline

__all__ = [
    "Column",
    "Outside",
    "annotate",
    "boards",
    "seats",
    "timeline",
]

if not TYPE_CHECKING:
    from trilateral._lazy import lazily

    __getattr__, __dir__ = lazily(
        __name__,
        {
            "_annotating": "Column Outside annotate",
            "_tables": "boards seats timeline",
        },
    )
