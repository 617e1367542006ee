"""How a Polars frame is read and written."""

from collections.abc import Mapping

from trilateral.frames._columns import STATES, Column
from trilateral.frames._extra import Native, np, nw
from trilateral.frames._looking_up import Found, Parts

__all__ = ["numbers", "write"]


def numbers(series: Native, null: int) -> Parts:
    """Return the numbers that stand for the dates or datetimes of a column, and a number for null."""
    chunks = series.to_physical().get_chunks()
    return [(chunk.fill_null(null) if chunk.null_count() else chunk).to_numpy() for chunk in chunks]


def write(frame: Native, columns: Mapping[Column, Found]) -> Native:
    """Return the frame with columns added."""
    return frame.with_columns([_series(nw.get_native_namespace(frame), *column) for column in columns.items()])


def _series(pl: Native, name: Column, found: Found) -> Native:
    """Return a column with its nulls."""
    values, null = found.values, found.null
    if name == "sg_state":  # of which the numbers are places
        values, null = values.view(np.uint8), null % 256
    series = pl.Series(name, values)
    series = series.set(series == null, None)
    if name == "sg_state":
        return pl.Series(name, STATES, dtype=pl.Enum(STATES)).gather(series)
    return series.cast(pl.Date) if name == "term_start" else series
