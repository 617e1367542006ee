"""What a record is: facts with their sources, an edition, a coverage, and the law as then known."""

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

import attr

from trilateral._record.facts import Facts
from trilateral._values.dates import Term
from trilateral._values.people import Person
from trilateral._values.sources import Source
from trilateral._values.states import MemberState
from trilateral._values.value import Value
from trilateral.rules import Agreement

if TYPE_CHECKING:
    from trilateral._record.history_facts import History

__all__ = ["Record"]


@attr.frozen(kw_only=True, repr=False, eq=False)
class Record(Value):
    """What is attested, each fact with its sources.

    Attributes:
        edition: The day on which the facts were last looked through.
        coverage: The days for which evidence was found in this edition, half-open; facts that are added do not move it.
        agreement: The law as then known, the default of every query on this record.
        facts: The facts about boards, before any law is applied to them.
        facts_added: Whether facts were added to those of the edition, also where they are not known on the day asked about.
    """

    edition: date
    coverage: Term
    agreement: Agreement[MemberState]
    facts: Facts
    facts_added: bool = False
    _history: "History | None" = attr.field(default=None, alias="history")

    @property
    def history(self) -> "History":
        """What is recorded beyond the boards, that is events, series, statements and names."""
        if self._history is not None:
            return self._history
        from trilateral._record.compiled_history import HISTORY  # noqa: PLC0415 - boards need none of it

        return HISTORY

    @property
    def sources(self) -> tuple[Source, ...]:
        """Every source, each once, those on the boards and the law first."""
        return tuple({source.id: source for source in (*self.facts.sources, *self.history.sources)}.values())

    @property
    def people(self) -> tuple[Person, ...]:
        """Everyone who holds or held a seat, in the order of the record."""
        return self.facts.people

    def with_facts(self, facts: Mapping[str, Any], /) -> "Record":
        """Return a record that also holds ``facts``; this one stays as it is.

        What the record does not have is added. What it has is read anew: the new reading is the preferred one, and the old
        stays among the ``readings``. A tenure of a new holder comes beside the known ones if it has a start or an end.

        Args:
            facts: A facts document: ``sources``, ``people``, ``boards`` and ``attested``, ``leaders``, ``series``, ``events``,
                ``statements``, ``names`` and ``joint_names``, each a list of tables.

        Raises:
            InvalidFactsError: A key is unknown or missing, a value is of the wrong type, a fact has no source, an id is
                known nowhere, dates are out of order, or the facts contradict themselves or the record.

        Example:
            >>> import trilateral as tri
            >>> later = tri.record().with_facts(
            ...     {
            ...         "sources": [
            ...             {
            ...                 "id": "s1",
            ...                 "title": "News item",
            ...                 "publisher": "TCS",
            ...                 "kind": "primary",
            ...                 "seen": "2026-09-02",
            ...             }
            ...         ],
            ...         "boards": [{"number": 8, "start": {"date": "2026-09-01", "sources": ["s1"]}}],
            ...     }
            ... )
            >>> tri.board(8, record=later).start, tri.board(7, record=later).end
            (<Boundary 2026-09-01 recorded>, <Boundary 2026-09-01 inferred>)
        """
        from trilateral._record.reading import read_facts  # noqa: PLC0415 - cattrs costs half of `import attrs`

        boards, history = read_facts(facts, onto=self.facts, history=self.history)
        if (boards, history) == (self.facts, self.history):
            return self
        kept = self._history if history == self.history else history
        return attr.evolve(self, facts=boards, history=kept, facts_added=True)

    def as_known_on(self, day: date, /) -> "Record":
        """Return what could be known of this record on a day; this one stays as it is.

        It keeps the facts of which a source was public by then: a source from its own date on, of a month or a year from the
        last day of that, and one without a date from the day on which it was seen. Of the law it keeps the provisions whose
        application was public by then; those that hold from board 1 are always kept, since nothing is reckoned without them.
        Our own notes are left out, as we wrote them knowing more. Once its newest source was public, it is the record itself.

        Args:
            day: From 2010-12-16 on, when the Agreement was signed.

        Raises:
            WrongTypeError: ``day`` is not a `datetime.date`, or is a datetime.
            OutOfCoverageError: ``day`` lies before the Agreement was signed.

        Example:
            >>> import trilateral as tri
            >>> then = tri.record().as_known_on(date(2023, 12, 1))
            >>> tri.board(7, record=then), then.agreement
            (<Board 7 KOR LEE Hee-sup 2023-09-01/2025-09-01>, <Agreement of 2010>)
        """
        from trilateral._record.knowing import as_known_on  # noqa: PLC0415 - it makes records

        return as_known_on(self, day)

    def __eq__(self, other: object) -> bool:
        # Whether a source is kept with the facts about boards or with the rest says nothing, nor where a fact came from.
        return self._parts == other._parts if isinstance(other, Record) else NotImplemented

    @property
    def _parts(self) -> tuple[object, ...]:
        facts, history = self.facts._replace(sources=()), self.history._replace(sources=())
        return (self.edition, self.coverage, self.agreement, facts, history, self.sources)

    def __hash__(self) -> int:
        # Of some parts only: to hash all facts takes long.
        return hash((self.edition, len(self.facts.boards), len(self.facts.sightings)))

    def __repr__(self) -> str:
        return f"<Record {self.edition}: {len(self.facts.boards)} boards, {self.agreement.title}>"
