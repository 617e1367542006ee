"""For which days what ships has evidence of events."""

from datetime import date
from typing import Final

from trilateral._values.dates import Term

__all__ = ["COVERAGE"]

# From the first environment ministers' meeting to the newest evidence of any event; each series has a day of its own.
COVERAGE: Final = Term(date(1999, 1, 13), date(2025, 12, 16))
