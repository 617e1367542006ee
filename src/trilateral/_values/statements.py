"""What is said about the Secretariat."""

import attr

from trilateral._values.boards import Basis
from trilateral._values.dates import PartialDate, Term
from trilateral._values.sources import Reading, Source
from trilateral._values.value import Value

__all__ = ["Statement"]


@attr.frozen(kw_only=True, repr=False, eq=False)
class Statement(Value):
    """One thing that sources say about the Secretariat or what surrounds it.

    Attributes:
        subject: What it is about: words joined by dots, from the general to the particular, such as ``seat.treaty``.
        readings: What is said, in our words, the preferred reading first.
        when: The day, the period or the date since which or on which it was said to be so; None where none is known.
        data_year: The year of the data, of a figure.
        basis: RECORDED where sources say so, INFERRED where it follows from what they say.
    """

    subject: str
    readings: tuple[Reading[str], ...]
    when: PartialDate | Term | None = None
    data_year: int | None = None
    basis: Basis = Basis.RECORDED

    @property
    def value(self) -> str:
        """What is said, by the preferred reading."""
        return self.readings[0].value

    @property
    def sources(self) -> tuple[Source, ...]:
        """Who says so, by the preferred reading."""
        return self.readings[0].sources

    @property
    def note(self) -> str | None:
        """What has to be known about it, if anything."""
        return self.readings[0].note

    def __repr__(self) -> str:
        return f"<Statement {self.subject}: {self.value}>"
