"""What the three documents that the record began from state has an answer, clause by clause.

An answer *says* each text, number, date, term and member of an enumeration within it, at any depth of fields, items, keys
and values, and nothing that describes its sources.
"""

from collections import Counter

import pytest
from tools.write_documents import TARGET, Document, Row, answer, disputed, documents, page, says, says_call, sources

ROWS = [(document, row) for document in documents() for row in document.rows]
CALLS = tuple(dict.fromkeys(row.call for _, row in ROWS))

every_row = pytest.mark.parametrize(("document", "row"), ROWS, ids=[f"{document.name}: {row.states}" for document, row in ROWS])


def test_the_page_is_up_to_date() -> None:
    assert TARGET.read_text(encoding="utf-8") == f"{page().rstrip()}\n", "run `make documents`"


@every_row
def test_a_statement_has_an_answer_with_sources(document: Document, row: Row) -> None:
    assert says_call(row.call, row.expected), document.source
    assert sources(answer(row.call))


@every_row
def test_what_is_expected_tells_answers_apart(document: Document, row: Row) -> None:
    alike = [call for call in CALLS if says_call(call, row.expected)]
    assert len(alike) <= len(CALLS) / 10, document.name


@pytest.mark.parametrize(
    ("document", "row"),
    [(document, row) for document, row in ROWS if row.instead],
    ids=[row.states for _, row in ROWS if row.instead],
)
def test_where_a_document_is_wrong_the_preferred_reading_comes_first(document: Document, row: Row) -> None:
    assert row.instead
    readings = disputed(row)
    assert readings, "no fact in the answer has both readings, the preferred one first"
    preferred, own = readings
    assert says(preferred.value, [row.instead])
    assert says(own.value, row.expected)
    assert document.source in {source.id for source in own.sources}
    assert preferred.value != own.value


@pytest.mark.parametrize(("name", "least"), [("article", 99), ("greeting", 46), ("front page", 84)])
def test_a_document_is_a_source_of_the_answers_to_its_statements(name: str, least: int) -> None:
    cited = Counter(document.name for document, row in ROWS if document.source in sources(answer(row.call)))
    assert cited[name] >= least


def test_no_statement_stands_twice() -> None:
    counted = Counter((document.name, row.states, row.call) for document, row in ROWS)
    assert [row for row, count in counted.items() if count > 1] == []
