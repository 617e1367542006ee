"""The record that ships: built once, when this module is first imported, whatever the number of threads."""

from datetime import date
from typing import Final

from trilateral._record.compiled import FACTS
from trilateral._record.law import AGREEMENT_2025
from trilateral._record.record import Record
from trilateral._values.dates import Term

__all__ = ["RECORD", "record"]

RECORD: Final = Record(
    edition=date(2026, 11, 25),
    # From the first board's first day to the newest sighting found.
    coverage=Term(date(2011, 9, 1), date(2026, 4, 24)),
    agreement=AGREEMENT_2025,
    facts=FACTS,
)


def record() -> Record:
    """Return the record that ships with this version; always the same object.

    Example:
        >>> record().edition, record().agreement
        (datetime.date(2026, 11, 25), <Agreement of 2010 as amended in 2025>)
    """
    return RECORD
