"""How a PyArrow table is read and written."""

from collections.abc import Mapping

from trilateral.frames._columns import STATES, Column
from trilateral.frames._extra import Native, np, nw
from trilateral.frames._looking_up import NULL_DAY, Days, Found

__all__ = ["read", "write"]


def read(dates: Native) -> Days:
    """Return the days of a column of dates."""
    chunks = (chunk.view("int32") for chunk in dates.chunks)
    return Days([(chunk.fill_null(NULL_DAY) if chunk.null_count else chunk).to_numpy() for chunk in chunks])


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
    return pa.DictionaryArray.from_arrays(array, pa.array(STATES)) if name == "sg_state" else array
