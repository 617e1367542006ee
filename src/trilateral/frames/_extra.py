"""What is imported of the two libraries of the extra ``frames``."""

from typing import Any

try:
    import narwhals as nw
    import numpy as np
    from narwhals.typing import IntoFrameT
    from numpy.typing import NDArray
except ModuleNotFoundError as missing:
    raise ModuleNotFoundError(
        "dataframes need the extra \"frames\": python -m pip install 'trilateral[frames]'", name=missing.name
    ) from missing

__all__ = ["Frame", "IntoFrameT", "NDArray", "Native", "np", "nw"]

# A frame, a column or the module of an engine, for which there is no type.
Native = Any
# A frame as narwhals sees it.
Frame = nw.DataFrame[Any] | nw.LazyFrame[Any]
