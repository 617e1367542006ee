"""What a roster document may hold: one model, from which the reader and the schema are made."""

from enum import Enum
from typing import Final, NamedTuple

__all__ = ["BOARD", "ROSTER", "SEAT", "TENURE", "Field", "Kind", "Table"]


class Kind(Enum):
    """What a single value is."""

    INTEGER = "a whole number"
    TEXT = "a text"
    NAME = "a name"
    BOOLEAN = "true or false"
    DAY = "a day written YYYY-MM-DD"
    DAY_OR_MONTH = "a day written YYYY-MM-DD, or a month written YYYY-MM"
    ROLE = "secretary-general or deputy-secretary-general"


class Field(NamedTuple):
    """What may stand under a key: one value of a kind, or a list of tables."""

    holds: "Kind | Table"
    description: str
    required: bool = False
    nullable: bool = False


class Table(NamedTuple):
    """What a table may hold, by key; of two keys that exclude each other, only one may state something.

    A key states something unless its value is null or false.
    """

    name: str
    fields: dict[str, Field]
    exclusive: tuple[tuple[str, str], ...] = ()


TENURE: Final = Table(
    "holder",
    {
        "name": Field(Kind.NAME, "Who held the seat.", required=True),
        "start": Field(Kind.DAY, "The first day; by default the end of the holder before, or the start of the board."),
        "end": Field(Kind.DAY, "The first day after; by default the start of the next holder, or the end of the board."),
    },
)
SEAT: Final = Table(
    "seat",
    {
        "role": Field(Kind.ROLE, "The office.", required=True),
        "state": Field(Kind.TEXT, "The member state, by ISO 3166-1 alpha-3 code: CHN, JPN or KOR.", required=True),
        "holder": Field(Kind.NAME, "Who holds the seat; null or absent where that is not stated.", nullable=True),
        "holders": Field(TENURE, "Who held the seat, in order of time, where it was more than one."),
        "vacant": Field(Kind.BOOLEAN, "Whether the seat is known to have no holder."),
        "appointed": Field(Kind.DAY, "The day on which the holder, or the last of the holders, was appointed."),
    },
    exclusive=(("holder", "holders"), ("holder", "vacant"), ("holders", "vacant")),
)
BOARD: Final = Table(
    "board",
    {
        "number": Field(Kind.INTEGER, "Which board it is, counted from 1.", required=True),
        "start": Field(Kind.DAY_OR_MONTH, "The first day of its term, or its month."),
        "end": Field(Kind.DAY, "The first day after its term."),
        "last_day": Field(Kind.DAY, "The last day of its term, in the place of `end`."),
        "seats": Field(SEAT, "The Secretary-General's seat, and one for each deputy.", required=True),
    },
    exclusive=(("end", "last_day"),),
)
ROSTER: Final = Table(
    "roster",
    {
        "$schema": Field(Kind.TEXT, "The schema that the document claims to follow."),
        "boards": Field(BOARD, "The boards, in any order.", required=True),
    },
)
