"""Who the members are."""

from enum import Enum

__all__ = ["MemberState"]


class MemberState(Enum):
    """A member state of the Secretariat: a closed set without an order, its values ISO 3166-1 alpha-3 codes.

    Orders (who leads next, who is listed first) differ by purpose and are always passed explicitly; comparing two states
    with ``<`` is an error.

    Example:
        >>> MemberState("KOR")
        MemberState.KOREA
    """

    CHINA = "CHN"
    JAPAN = "JPN"
    KOREA = "KOR"

    def __repr__(self) -> str:
        return f"MemberState.{self.name}"
