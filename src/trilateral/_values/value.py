"""What all values share."""

from typing import Any, cast

import attr

__all__ = ["Value"]


class Value:
    """The base of the values: two are equal if they are of one class and their fields are equal.

    attrs would write these two methods anew for every class, and compile them whenever a program starts; written once, they
    save a tenth of `import attrs`.
    """

    __slots__ = ()

    def __eq__(self, other: object) -> bool:
        return _fields(self) == _fields(other) if type(self) is type(other) else NotImplemented

    def __hash__(self) -> int:
        return hash((type(self), _fields(self)))


def _fields(value: object) -> tuple[object, ...]:
    return tuple(getattr(value, field.name) for field in attr.fields(cast("Any", type(value))))
