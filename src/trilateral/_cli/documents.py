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
            "bearers": [state.value for state in assessment.bearers],
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

    def event(self, event: tri.Event) -> Table:
        """Return one event as a table."""
        return {
            "id": event.id,
            "kind": event.kind.value,
            "title": event.title,
            "status": event.status.value,
            "basis": event.basis.value,
            **_when(event.when),
            "session": str(event.session) if event.session else None,
            "readings": self._readings(event.readings),
            "series": event.series,
            "number": event.number,
            "numbered": event.numbered.value if event.number is not None else None,
            "host": event.host.value if event.host else None,
            "city": event.city,
            "label": event.label,
            "venue": event.venue,
            "places": self._readings(event.places),
            "states": [state.value for state in event.states],
            "participants": [
                {
                    "person": each.person.id,
                    "name": each.person.name,
                    "office": each.office,
                    "state": each.state.value if each.state else None,
                    "sources": self._ids(each.sources),
                }
                for each in event.participants
            ],
            "documents": [
                {"title": each.title, "note": each.note, "sources": self._ids(each.sources)} for each in event.documents
            ],
            "causes": self._readings(event.causes),
            "note": event.note,
            "sources": self._ids(event.sources),
        }

    def series(self, series: tri.Series) -> Table:
        """Return one series as a table, its meetings by their ids."""
        try:
            coming = series.next_host()
        except tri.UnknownMeetingError:
            coming = None
        return {
            "id": series.id,
            "name": series.name,
            "rotation": [state.value for state in series.rotation] if series.rotation else None,
            "rotation_note": series.rotation_note,
            "since": series.since,
            "basis": series.basis.value,
            "yearly": series.yearly,
            "as_of": str(series.as_of),
            "participants": list(series.participants),
            "meetings": [event.id for event in series.meetings],
            "planned": [event.id for event in series.planned],
            "not_held": [event.id for event in series.not_held],
            "departures": [event.id for event in series.departures],
            "gaps": [
                {
                    "after": gap.after.id,
                    "before": gap.before.id if gap.before else None,
                    "not_held": [event.id for event in gap.not_held],
                    "causes": self._readings(gap.causes),
                }
                for gap in series.gaps
            ],
            "next": coming
            and {
                "number": coming.number,
                "host": coming.state.value,
                "basis": coming.basis.value,
                "status": coming.status.value if coming.status else None,
                "grounds": self._grounds(coming.grounds),
            },
            "note": series.note,
            "sources": self._ids(series.sources),
        }

    def derivation(self, derivation: tri.Derivation) -> Table:
        """Return a derivation and its parts as a table."""
        self._ids(derivation.grounds.sources)
        return {**derivation.as_dict(), "parts": [self.derivation(part) for part in derivation.parts]}

    def departure(self, departure: tri.Departure) -> Table:
        """Return one departure as a table."""
        lawful, recorded = (
            each.value if isinstance(each, tri.Role) else str(each) for each in (departure.lawful, departure.recorded)
        )
        return {
            "board": departure.board,
            "kind": departure.kind.value,
            "state": departure.state.value if departure.state else None,
            "lawful": lawful,
            "recorded": recorded,
            "days": departure.days,
            "at_least": departure.at_least,
            "law": self._grounds(departure.law),
            "record": self._grounds(departure.record),
        }

    def statement(self, statement: tri.Statement) -> Table:
        """Return one statement as a table."""
        return {
            "subject": statement.subject,
            "value": statement.value,
            **(_when(statement.when) if statement.when else {"when": None, "last_day": None}),
            "data_year": statement.data_year,
            "basis": statement.basis.value,
            "readings": self._readings(statement.readings),
        }

    def _with_originals(self) -> dict[str, tri.Source]:
        """Return the sources cited, and those that they reprint."""
        known = {source.id: source for source in self._record.sources}
        sources = dict(self._cited)
        for source in self._cited.values():
            original = source.reprints
            while original in known:
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


def _when(when: tri.PartialDate | tri.Term) -> Table:
    """Return a date, or the first and the last of several days, both inclusive."""
    if isinstance(when, tri.Term):
        return {"when": str(when.start), "last_day": str(when.last_day)}
    return {"when": str(when), "last_day": None}


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
