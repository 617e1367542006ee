"""How a PyArrow table is read and written."""

from collections.abc import Mapping
from importlib import import_module
from typing import Any, cast

from trilateral.frames._columns import STATES, Column
from trilateral.frames._extra import Native, NDArray, np, nw
from trilateral.frames._looking_up import Found, Parts

__all__ = ["numbers", "take", "without_date64", "write"]


def without_date64(column: Native) -> Native:
    """Return a column, of date32 where it is of date64, which narwhals does not know."""
    pa: Native = import_module("pyarrow")  # which has no types
    return column.cast(pa.timestamp("ms")).cast(pa.date32(), safe=False) if column.type == pa.date64() else column


def numbers(column: Native, null: int) -> Parts:
    """Return the numbers that stand for the dates or datetimes of a column, and a number for null."""
    chunks = (chunk.view(f"int{column.type.bit_width}") for chunk in column.chunks)
    return [(chunk.fill_null(null) if chunk.null_count else chunk).to_numpy() for chunk in chunks]


def take(entries: NDArray[Any], places: NDArray[Any]) -> NDArray[Any]:
    """Return the entries of a table at some places, all of which are in it."""
    pa: Native = import_module("pyarrow")
    compute: Native = import_module("pyarrow.compute")
    return cast("NDArray[Any]", compute.take(pa.array(entries), pa.array(places), boundscheck=False).to_numpy())


def write(frame: Native, columns: Mapping[Column, Found]) -> Native:
    """Return the table with columns added."""
    for name, found in columns.items():
        frame = frame.append_column(name, _array(nw.get_native_namespace(frame), name, found))
    return frame


def _array(pa: Native, name: Column, found: Found) -> Native:
    """Return a column with its nulls."""
    known = np.packbits(found.values != found.null, bitorder="little")
    kind = {"sg_state": pa.int8(), "term_start": pa.date32()}.get(name, pa.int16())
    array = pa.Array.from_buffers(kind, len(found.values), [pa.py_buffer(known), pa.py_buffer(found.values)])
    return pa.DictionaryArray.from_arrays(array, pa.array(STATES), safe=False) if name == "sg_state" else array
