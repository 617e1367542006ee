"""From plain data to facts that hold true."""

from typing import Any, Final, cast

from trilateral._codec import structure
from trilateral._record.checking import check
from trilateral._record.document import FactsDocument
from trilateral._record.facts import Facts
from trilateral._record.history_checking import check_history
from trilateral._record.history_facts import History
from trilateral._record.history_merging import merged_history, with_people
from trilateral._record.history_resolving import resolved_history
from trilateral._record.merging import merged
from trilateral._record.resolving import Resolver, resolved
from trilateral.errors import InvalidFactsError

__all__ = ["NO_FACTS", "NO_HISTORY", "read_facts"]

NO_FACTS: Final = Facts()
NO_HISTORY: Final = History()


def read_facts(
    data: object, *, onto: Facts = NO_FACTS, history: History = NO_HISTORY, whole: bool = False
) -> tuple[Facts, History]:
    """Return the facts of ``onto`` and ``history`` together with those of a facts document, strictly read.

    Those of the document are preferred, and what they read anew stays behind them. A document that is a ``whole`` record may
    lack what facts need beside them, as what was known on a day does where that came out later; see `as_known_on`.

    Raises:
        InvalidFactsError: The document cannot be read, a fact has no source, or the facts contradict themselves.
    """
    document, problems = structure(data, FactsDocument)
    if document is None:
        raise InvalidFactsError(problems)
    if any(document):
        known = {source.id: source for source in (*onto.sources, *history.sources)}
        onto = onto._replace(sources=tuple(known.values()))
    resolver = Resolver(document, onto.sources, (*onto.people, *history.leaders))
    boards = resolved(document, resolver)
    more = resolved_history(document, resolver, (*boards.people, *onto.people, *history.leaders))
    resolver.refuse()
    facts = merged(onto, boards)
    check(facts, complete=not whole)
    together = merged_history(history, more, [frozenset(table) for table in cast("Any", data).get("events", ())])
    together = with_people(together, facts.people)
    unnamed = [person for person in (together if whole else history).leaders if not person.names]
    check_history(together, facts.people, unnamed=unnamed, complete=not whole)
    return facts, together
