"""How an answer came about, down to the facts that sources state and the provisions that citations prove."""

from collections.abc import Iterator
from typing import Any

import attr

from trilateral._values.sources import Citation, Grounds, Reading
from trilateral._values.value import Value
from trilateral.errors import UnknownWordError, WrongTypeError, shown

__all__ = ["Derivation"]


@attr.frozen(kw_only=True, repr=False, eq=False)
class Derivation(Value):
    """An answer, or a part of one, and what it rests on.

    Attributes:
        name: The name of the part.
        value: What is answered, as text.
        grounds: The facts and the citations that it rests on itself; its leaves.
        parts: The parts that it is made of, each with grounds of its own.
    """

    name: str
    value: str
    grounds: Grounds = attr.field(factory=Grounds)
    parts: "tuple[Derivation, ...]" = ()

    def __getitem__(self, path: str) -> "Derivation":
        """Return a part by its name, or one within it by names joined by dots, such as ``term.end``.

        Raises:
            WrongTypeError: ``path`` is not a string.
            UnknownWordError: There is no part of that name.
        """
        if not isinstance(path, str):  # pyright: ignore[reportUnnecessaryIsInstance]
            raise WrongTypeError("the name of a part", "a string, such as 'term.end'", shown(path))
        found = self
        for name in path.split("."):
            part = next((part for part in found.parts if part.name == name), None)
            if part is None:
                raise UnknownWordError("a part of the derivation", path, tuple(self.paths()), ())
            found = part
        return found

    def paths(self) -> Iterator[str]:
        """Yield the name of every part, those within it joined to it by dots."""
        for part in self.parts:
            yield part.name
            yield from (f"{part.name}.{path}" for path in part.paths())

    @property
    def leaves(self) -> Grounds:
        """Every fact and citation under it and its parts, each once."""
        grounds = self.grounds
        for part in self.parts:
            grounds += part.leaves
        return grounds

    def as_dict(self) -> dict[str, Any]:
        """Return it in plain data, which ``json.dumps`` takes."""
        return {
            "name": self.name,
            "value": self.value,
            "facts": [_fact(fact) for fact in self.grounds.facts],
            "citations": [_citation(citation) for citation in self.grounds.citations],
            "parts": [part.as_dict() for part in self.parts],
        }

    def __str__(self) -> str:
        """Return it as an indented tree, one line a part, a fact or a citation."""
        return "\n".join(self._lines())

    def _lines(self) -> Iterator[str]:
        yield f"{self.name}: {self.value}"
        for fact in self.grounds.facts:
            yield f"  because {fact.value} [{', '.join(source.id for source in fact.sources)}]"
        for citation in self.grounds.citations:
            sources = f" [{', '.join(source.id for source in citation.sources)}]" if citation.sources else ""
            yield f"  by {citation.kind.value} ({citation.confidence.value}): {citation.statement}{sources}"
        for part in self.parts:
            yield from (f"  {line}" for line in str(part).splitlines())

    def __repr__(self) -> str:
        return f"<Derivation {self.name}: {self.value}>"


def _fact(fact: Reading[str]) -> dict[str, Any]:
    return {"statement": fact.value, "sources": [source.id for source in fact.sources], "note": fact.note}


def _citation(citation: Citation) -> dict[str, Any]:
    return {
        "statement": citation.statement,
        "kind": citation.kind.value,
        "confidence": citation.confidence.value,
        "article": citation.article,
        "sources": [source.id for source in citation.sources],
    }
