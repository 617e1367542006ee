"""How a board stands on a day."""

from enum import Enum

__all__ = ["Standing"]


class Standing(Enum):
    """How a board stands on a day.

    NOT_YET: before its term. IN_TERM: within its term and its lawful time. HOLDING_OVER: still within its term, but past
    its lawful end. NO_LONGER: after its term.
    """

    NOT_YET = "not-yet"
    IN_TERM = "in-term"
    HOLDING_OVER = "holding-over"
    NO_LONGER = "no-longer"

    def __repr__(self) -> str:
        return f"Standing.{self.name}"
