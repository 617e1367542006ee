"""The schema of the JSON documents, and its agreement with what is read."""

import json
from typing import Any, Final

import attrs
import pytest
from hypothesis import given, settings
from jsonschema import Draft202012Validator
from tests.export.documents import KNOWN, changed_documents, document_of
from tests.record.test_with_facts import board_8, started, with_facts
from tests.rules.test_shares import agreement_of
from tests.strategies import PEOPLE, amended, records
from tools.write_schema import TARGET

import trilateral as tri
from trilateral import InvalidJSONError
from trilateral.export import from_json, json_schema

VALIDATOR: Final[Any] = Draft202012Validator(json_schema())
BOARD = tri.board(7)


def is_valid(document: Any) -> bool:
    """Whether a document is valid by the schema."""
    return bool(VALIDATOR.is_valid(document))


def is_read(document: Any) -> bool:
    """Whether a document can be read."""
    try:
        from_json(json.dumps(document))
    except InvalidJSONError:
        return False
    return True


def test_is_valid_by_the_metaschema_of_2020_12() -> None:
    Draft202012Validator.check_schema(json_schema())
    assert json_schema()["$schema"] == "https://json-schema.org/draft/2020-12/schema"


def test_is_published_as_it_is() -> None:
    assert json.loads(TARGET.read_text(encoding="utf-8")) == json_schema(), "run `make schema`"


def test_each_call_gives_a_schema_of_ones_own() -> None:
    json_schema()["$defs"].clear()
    assert "Board" in json_schema()["$defs"]


def test_needs_no_engine_that_looks_ahead() -> None:
    """RE2 and others have no way to; a line break at the end, before which some take `$` to match, is refused by itself."""
    text = json.dumps(json_schema())
    assert "(?" not in text
    assert text.count('"pattern": "^') == text.count('"not": {"pattern": "\\\\n"}')


class TestAgreement:
    """What is written is valid, and what is not valid is not read."""

    @pytest.mark.parametrize("value", KNOWN, ids=lambda value: type(value).__name__)
    def test_every_public_value_is_valid(self, value: Any) -> None:
        assert is_valid(document_of(value))

    def test_values_of_two_records_are_valid(self) -> None:
        names = [{"text": "X Y", "script": "Latn", "kind": "variant", "sources": ["s1"]}]
        other = tri.board(7, record=with_facts(people=[*PEOPLE, {"id": "lee-hee-sup", "names": names}]))
        (source, *_) = tri.record().sources
        twice = tri.Reading("so", (source, attrs.evolve(source, title="Another item")))
        assert is_valid(document_of([BOARD, other]))
        assert is_valid(document_of(twice))

    def test_several_values_and_none_are_valid(self) -> None:
        assert is_valid(document_of(tri.boards()))
        assert is_valid(document_of(()))
        assert is_valid({"$schema": "trilateral-1.schema.json", **document_of(BOARD)})

    @settings(max_examples=5)
    @given(records())
    def test_every_record_is_valid(self, record: tri.Record) -> None:
        assert is_valid(document_of(record))

    def test_a_record_in_which_readings_stand_first_is_valid(self) -> None:
        first = tri.summits()[0]
        anew = {"id": first.id, "kind": "summit", "title": "A", "date": "2008-12-14", "sources": ["s1"]}
        assert is_valid(document_of(with_facts(boards=[board_8(start=started("2026-09"))], events=[anew])))

    @settings(max_examples=25)
    @given(amended())
    def test_every_agreement_is_valid(self, agreement: tri.Agreement[tri.MemberState]) -> None:
        assert is_valid(document_of(agreement))

    def test_the_law_of_another_body_is_valid(self) -> None:
        law: Any = agreement_of(("North", "East"), (1, 2), host="East")
        assert all(is_valid(document_of(value)) for value in (law, tri.rules.composition(law, 1), *law.provisions))

    @settings(max_examples=400)
    @given(changed_documents())
    def test_whatever_is_read_is_valid(self, document: Any) -> None:
        assert is_valid(document) or not is_read(document)


TERM: dict[str, Any] = {"start": "2023-09-01", "end": "2026-09-01"}
MISSHAPEN: list[Any] = [
    None,
    [],
    {},
    {"trilateral": 1},
    {"trilateral": 1, "kind": "Term"},
    {"trilateral": 1, "value": TERM},
    {"trilateral": 2, "kind": "Term", "value": TERM},
    {"trilateral": True, "kind": "Term", "value": TERM},
    {"trilateral": "1", "kind": "Term", "value": TERM},
    {"trilateral": 1, "kind": "term", "value": TERM},
    {"trilateral": 1, "kind": "Board", "value": TERM},
    {"trilateral": 1, "kind": "Term", "value": {**TERM, "days": 1096}},
    {"trilateral": 1, "kind": "Term", "value": {"start": "2023-09-01"}},
    {"trilateral": 1, "kind": "Term", "value": {**TERM, "end": "2026-9-1"}},
    {"trilateral": 1, "kind": "Term", "value": {**TERM, "end": "2026-09-01\n"}},
    {"trilateral": 1, "kind": "Term", "value": {**TERM, "end": "2026-09"}},
    {"trilateral": 1, "kind": "Term", "value": TERM, "values": []},
    {"trilateral": 1, "kind": "Term", "value": TERM, "values": None},
    {"trilateral": 1, "kind": "Term", "value": TERM, "note": "x"},
    {"trilateral": 1, "kind": "Term", "value": TERM, "$schema": 7},
    {"trilateral": 1, "kind": "Term", "value": TERM, "people": {}},
    {"trilateral": 1, "kind": "Term", "value": TERM, "sources": [{"id": "s"}]},
    {"trilateral": 1, "values": None},
    {"trilateral": 1, "values": [TERM]},
    {"trilateral": 1, "values": [{"kind": "Term", "value": TERM, "note": "x"}]},
    {"trilateral": 1, "kind": "Reading[str]", "value": {"value": "nobody says", "sources": []}},
    {"trilateral": 1, "kind": "Reading[str]", "value": {"value": "nobody says", "sources": [{"id": "s"}]}},
    {"trilateral": 1, "kind": "Basis", "value": "guessed"},
    {"trilateral": 1, "kind": "PartialDate", "value": 2026},
    {"trilateral": 1, "kind": "PartialDate", "value": "2026-09-01T00:00"},
]


@pytest.mark.parametrize("document", MISSHAPEN, ids=repr)
def test_a_document_of_another_shape_is_neither_valid_nor_read(document: Any) -> None:
    assert not is_valid(document)
    assert not is_read(document)


ONLY_READ: list[Any] = [
    {"trilateral": 1.0, "kind": "Term", "value": TERM},  # JSON Schema takes 1.0 for an integer
    {"trilateral": 1, "kind": "Term", "value": {**TERM, "end": "2026-02-30"}},
    {"trilateral": 1, "kind": "Term", "value": {**TERM, "end": "2023-09-01"}},
    {"trilateral": 1, "kind": "PartialDate", "value": "0000"},
    {
        "trilateral": 1,
        "kind": "Tenure",
        "value": document_of(BOARD.secretary_general.tenures[0])["value"],
    },  # ids without tables
    {"trilateral": 1, "kind": "Reading[str]", "value": {"value": "nobody says", "sources": ["nowhere"]}},
]


@pytest.mark.parametrize("document", ONLY_READ, ids=lambda document: repr(document)[:90])
def test_what_is_no_matter_of_shape_is_left_to_the_reader(document: Any) -> None:
    assert is_valid(document)
    assert not is_read(document)
