"""Who says so: sources, the facts that they state, and the citations of the law."""

from datetime import date
from enum import Enum
from itertools import chain
from typing import Generic, TypeVar

import attr

from trilateral._values.dates import PartialDate
from trilateral._values.value import Value
from trilateral.errors import InvalidValueError

__all__ = ["Citation", "CitationKind", "Confidence", "Grounds", "Reading", "Source", "SourceKind"]

T = TypeVar("T")


class SourceKind(Enum):
    """How near a source stands to what it says.

    PRIMARY is the Secretariat itself or one of the three governments, also where somebody else reprints their text;
    SECONDARY is everybody else.
    """

    PRIMARY = "primary"
    SECONDARY = "secondary"


class CitationKind(Enum):
    """What a rule rests on.

    CLAUSE: a treaty. PRACTICE: what has always been done. INFERENCE: what follows from facts. HYPOTHESIS: what is taken for
    the sake of a question. CONVENTION: what this library lays down for its own documents.
    """

    CLAUSE = "clause"
    PRACTICE = "practice"
    INFERENCE = "inference"
    HYPOTHESIS = "hypothesis"
    CONVENTION = "convention"


class Confidence(Enum):
    """How sure a rule is.

    PRIMARY: a primary source says so. UNANIMOUS: only secondary sources say so, and none differs. STRONG: inferred, and
    the record bears it out. ASSUMED: taken for the sake of a question.
    """

    PRIMARY = "primary"
    UNANIMOUS = "unanimous"
    STRONG = "strong"
    ASSUMED = "assumed"


@attr.frozen(kw_only=True, repr=False, eq=False)
class Source(Value):
    """A document that states facts.

    Attributes:
        id: Its name within a record.
        title: What it is, in our words where its own title was not seen.
        publisher: Who published it; one spelling a publisher.
        kind: Primary or secondary.
        seen: The day on which it was read.
        published: Its own date, as far as it is known.
        language: An ISO 639-1 code, if known.
        url: Where it was read, if it has an address.
        reprints: The id of the source that it merely reprints, if any.
        note: What has to be known about it, if anything.
    """

    id: str
    title: str
    publisher: str
    kind: SourceKind
    seen: date
    published: PartialDate | None = None
    language: str | None = None
    url: str | None = None
    reprints: str | None = None
    note: str | None = None

    def __hash__(self) -> int:
        return hash(self.id)

    def __repr__(self) -> str:
        return f"<Source {self.id}>"


@attr.frozen(repr=False, eq=False)
class Reading(Value, Generic[T]):
    """What some sources say, where others may differ.

    Attributes:
        value: What they say: a date, a person, or a statement in one sentence of ours.
        sources: Who says it; never empty.
        note: What the sources mean, or why the reading is preferred or not.

    Raises:
        InvalidValueError: There is no source.
    """

    value: T
    sources: tuple[Source, ...]
    note: str | None = None

    def __attrs_post_init__(self) -> None:
        """Refuse a fact without a source."""
        if not self.sources:
            raise InvalidValueError("the sources of a fact", "at least one source", "()")

    def __repr__(self) -> str:
        return f"<Reading {self.value}>"


@attr.frozen(kw_only=True, repr=False, eq=False)
class Citation(Value):
    """Where a rule of the law comes from.

    Attributes:
        statement: What the rule says, in one sentence of ours.
        kind: Clause, practice, inference, hypothesis or convention.
        confidence: How sure it is.
        sources: Where it was read; empty only for a hypothesis or a convention.
        article: The article of the instrument, or None where that text has not been read.

    Raises:
        InvalidValueError: There is no source, and it is neither a hypothesis nor a convention.
    """

    statement: str
    kind: CitationKind
    confidence: Confidence
    sources: tuple[Source, ...] = ()
    article: str | None = None

    def __attrs_post_init__(self) -> None:
        """Refuse a rule that rests on nothing."""
        if not self.sources and self.kind not in (CitationKind.HYPOTHESIS, CitationKind.CONVENTION):
            expected = "at least one source, but for a hypothesis or a convention"
            raise InvalidValueError("the sources of a citation", expected, "()")

    def __repr__(self) -> str:
        return f"<Citation {self.kind.value}, {self.confidence.value}: {self.statement}>"


@attr.frozen(repr=False, eq=False)
class Grounds(Value):
    """What an answer rests on: facts that sources state, and rules that citations prove.

    Attributes:
        facts: The facts, each a statement and its sources.
        citations: The rules.
    """

    facts: tuple[Reading[str], ...] = ()
    citations: tuple[Citation, ...] = ()

    @property
    def sources(self) -> tuple[Source, ...]:
        """Every source under the facts and the citations, each once, in their order."""
        grounds = ((fact.sources for fact in self.facts), (citation.sources for citation in self.citations))
        return tuple(dict.fromkeys(chain.from_iterable(chain(*grounds))))

    def __add__(self, other: "Grounds") -> "Grounds":
        """Return what both rest on, each fact and citation once, those of ``self`` first."""
        return Grounds(_joined(self.facts, other.facts), _joined(self.citations, other.citations))

    def __repr__(self) -> str:
        statements = (*(fact.value for fact in self.facts), *(citation.statement for citation in self.citations))
        return f"<Grounds {'; '.join(statements)}>"


def _joined(one: tuple[T, ...], other: tuple[T, ...]) -> tuple[T, ...]:
    """Return both without repeating what stands in the first; to hash so much would take longer."""
    return (*one, *(each for each in other if each not in one))
