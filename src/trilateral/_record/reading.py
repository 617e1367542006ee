"""From plain data to facts that hold true."""

from typing import Final

from trilateral._codec import structure
from trilateral._record.checking import check
from trilateral._record.document import FactsDocument
from trilateral._record.facts import Facts
from trilateral._record.merging import merged
from trilateral._record.resolving import resolved
from trilateral.errors import InvalidFactsError

__all__ = ["NO_FACTS", "read_facts"]

NO_FACTS: Final = Facts()


def read_facts(data: object, *, onto: Facts = NO_FACTS) -> Facts:
    """Return the facts of ``onto`` and those of a facts document, strictly read and preferred.

    Raises:
        InvalidFactsError: The document cannot be read, a fact has no source, or the facts contradict themselves.
    """
    document, problems = structure(data, FactsDocument)
    if document is None:
        raise InvalidFactsError(problems)
    facts = merged(onto, resolved(document, onto))
    check(facts)
    return facts
