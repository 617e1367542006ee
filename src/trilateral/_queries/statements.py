"""What is said about the Secretariat."""

from itertools import accumulate
from typing import TYPE_CHECKING

from trilateral._queries.succession import require_law
from trilateral._queries.words import require_word
from trilateral._record.shipped import RECORD
from trilateral._values.statements import Statement

if TYPE_CHECKING:
    from trilateral._record.record import Record

__all__ = ["about"]


def about(subject: str | None = None, /, *, record: "Record | None" = None) -> tuple[Statement, ...]:
    """Return what is said about a subject and all that belongs to it, or about everything.

    Args:
        subject: Words joined by dots; ``"seat"`` also gives ``"seat.treaty"``. By default everything is returned.
        record: The facts; by default those that ship.

    Raises:
        WrongTypeError: ``subject`` is not a string, or ``record`` is not a `Record`.
        UnknownWordError: Nothing is said about it.

    Example:
        >>> for statement in about("seat.treaty"):
        ...     print(statement.value)
        By the Agreement the Secretariat is located in the Republic of Korea, the host country; no city is named.
    """
    require_law(None, record)
    statements = (record or RECORD).history.statements
    if subject is None:
        return statements
    words = (statement.subject.split(".") for statement in statements)
    subjects = dict.fromkeys(part for each in words for part in accumulate(each, "{}.{}".format))
    require_word(subject, sorted(subjects, key=lambda each: each.count(".")), "a subject")
    return tuple(each for each in statements if f"{each.subject}.".startswith(f"{subject}."))
