"""The answers as JSON documents: dates in ISO 8601, states by alpha-3, sources by id in one table."""

import json
from collections.abc import Iterable
from typing import Any

import trilateral as tri

__all__ = ["Writer"]

Table = dict[str, Any]


class Writer:
    """Writes answers by one agreement and record, and remembers the sources that they cite."""

    def __init__(self, agreement: tri.Agreement[tri.MemberState], record: tri.Record) -> None:
        self._agreement = agreement
        self._record = record
        self._cited: dict[str, tri.Source] = {}

    def document(self, **answer: object) -> str:
        """Return the JSON text of an answer, with the law, the edition and the sources that it rests on."""
        head = {"agreement": self._agreement.title, "edition": str(self._record.edition)}
        sources = {id_: _source(source) for id_, source in self._with_originals().items()}
        return json.dumps({**head, **answer, "sources": sources}, ensure_ascii=False, indent=2) + "\n"

    def board(self, board: tri.Board) -> Table:
        """Return one board as a table."""
        return {
            "number": board.number,
            "basis": board.basis.value,
            "term": _term(board.term),
            "nominal_term": _term(board.nominal_term),
            "lawful_end": str(board.lawful_end),
            "holding_over_from": str(board.lawful_end) if board.lawful_end < board.end.date else None,
            "start": self._boundary(board.start),
            "end": self._boundary(board.end),
            "seats": [self._seat(seat) for seat in board.seats],
        }

    def assessment(self, assessment: tri.Assessment[tri.MemberState]) -> Table:
        """Return what each state owes as a table, amounts and shares as texts, so that no program rounds them."""
        year, odd = assessment.fiscal_year, assessment.odd_units
        return {
            "fiscal_year": year.year,
            "term": _term(year.term),
            "basis": year.basis.value,
            "currency": assessment.currency,
            "quantum": f"{assessment.quantum:f}",
            "total": f"{assessment.total:f}",
            "remainder": assessment.remainder.value,
            "parts": [
                {
                    "state": state.value,
                    "share": str(assessment.shares.fractions[state]),
                    "amount": f"{amount:f}",
                    "odd_units": odd.get(state, 0),
                }
                for state, amount in assessment.amounts.items()
            ],
            "grounds": self._grounds(assessment.grounds),
        }

    def _with_originals(self) -> dict[str, tri.Source]:
        """Return the sources cited, and those that they reprint."""
        known = {source.id: source for source in self._record.sources}
        sources = dict(self._cited)
        for source in self._cited.values():
            original = source.reprints
            while original is not None:
                sources[original] = known[original]
                original = known[original].reprints
        return sources

    def _ids(self, sources: Iterable[tri.Source]) -> list[str]:
        ids = {source.id: source for source in sources}
        self._cited |= ids
        return list(ids)

    def _boundary(self, boundary: tri.Boundary) -> Table:
        return {
            "date": str(boundary.date),
            "basis": boundary.basis.value,
            "attested": str(boundary.attested) if boundary.attested else None,
            "sources": self._ids(boundary.grounds.sources),
            "readings": self._readings(boundary.readings),
            "grounds": self._grounds(boundary.grounds),
        }

    def _readings(self, readings: Iterable[tri.Reading[Any]]) -> list[Table]:
        return [
            {"value": str(reading.value), "sources": self._ids(reading.sources), "note": reading.note} for reading in readings
        ]

    def _grounds(self, grounds: tri.Grounds) -> Table:
        return {
            "facts": [{"statement": fact.value, "sources": self._ids(fact.sources)} for fact in grounds.facts],
            "citations": [
                {
                    "statement": citation.statement,
                    "kind": citation.kind.value,
                    "confidence": citation.confidence.value,
                    "article": citation.article,
                    "sources": self._ids(citation.sources),
                }
                for citation in grounds.citations
            ],
        }

    def _seat(self, seat: tri.Seat) -> Table:
        return {
            "role": seat.role.value,
            "state": seat.state.value,
            "occupancy": seat.occupancy.value,
            "holder": seat.holder and seat.holder.name,
            "tenures": [self._tenure(tenure) for tenure in seat.tenures],
            "vacancies": [{**_term(vacancy.value), "sources": self._ids(vacancy.sources)} for vacancy in seat.vacancies],
            "grounds": self._grounds(seat.grounds),
        }

    def _tenure(self, tenure: tri.Tenure) -> Table:
        return {
            "holder": tenure.holder.name,
            "person": tenure.holder.id,
            "native": [
                {"text": name.text, "script": name.script.value, "sources": self._ids(name.sources)}
                for name in tenure.holder.names
                if name.kind is tri.NameKind.NATIVE
            ],
            "readings": self._readings(tenure.readings),
            "start": self._boundary(tenure.start),
            "end": self._boundary(tenure.end),
            "appointed": str(tenure.appointed) if tenure.appointed else None,
            "appointments": self._readings(tenure.appointments),
        }


def _term(term: tri.Term) -> Table:
    return {"start": str(term.start), "end": str(term.end)}


def _source(source: tri.Source) -> Table:
    return {
        "title": source.title,
        "publisher": source.publisher,
        "published": str(source.published) if source.published else None,
        "seen": str(source.seen),
        "kind": source.kind.value,
        "language": source.language,
        "url": source.url,
        "reprints": source.reprints,
        "note": source.note,
    }
