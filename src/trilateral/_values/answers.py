"""What a question about a partial date can be answered with."""

from enum import Enum
from typing import NoReturn

from trilateral.errors import WrongTypeError

__all__ = ["Answer"]


class Answer(Enum):
    """What a question about a partial date can be answered with.

    An answer has no truth value, so that ``UNKNOWN`` is never taken for ``NO`` by an ``if``: compare with ``is``.
    """

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"

    def __repr__(self) -> str:
        return f"Answer.{self.name}"

    def __bool__(self) -> NoReturn:
        raise WrongTypeError("a condition", "a comparison such as `answer is Answer.YES`", repr(self))
