"""How large plain data may be."""

from typing import Any, Final

from trilateral.rosters._files.document import Document, Limits, unreadable
from trilateral.rosters._plain import is_list, is_table

__all__ = ["MOST_NESTED", "too_large"]

# Far more than a roster needs, and far less than parsers of any version can take.
MOST_NESTED: Final = 200


def too_large(data: object, limits: Limits) -> Document | None:
    """Return the document that ``data`` is refused as if it has too many values or levels; what is shared counts each time."""
    count, levels, level = 1, 0, [data]
    while level:
        level = [item for value in level for item in _inner(value)]
        count += len(level)
        levels += 1
        if count > limits.values:
            return unreadable(f"it must have at most {limits.values} values", code="TRI910")
        if levels > MOST_NESTED:
            return unreadable(f"its lists and tables must be nested at most {MOST_NESTED} deep", code="TRI910")
    return None


def _inner(value: object) -> list[Any]:
    if is_table(value):
        return list(value.values())
    return value if is_list(value) else []
