"""The schema of the roster document, and its agreement with the check on what is shape."""

from typing import Any

import pytest
from hypothesis import given
from jsonschema import Draft202012Validator
from tests.rosters.conftest import board, roster
from tests.strategies import JSON, changed_rosters

from trilateral import check_roster
from trilateral.rosters import RULES, schema
from trilateral.testing import rosters


def is_valid(document: Any) -> bool:
    """Whether a document is valid by the schema."""
    validator: Any = Draft202012Validator(schema())
    return bool(validator.is_valid(document))


SHAPE = {code for code, rule in RULES.items() if rule.shape}


def agree(document: Any) -> bool:
    """Whether the schema and the check say the same of the shape of a document."""
    misshapen = any(finding.code in SHAPE for finding in check_roster(document).findings)
    return is_valid(document) is not misshapen


def test_is_valid_by_the_metaschema_of_2020_12() -> None:
    Draft202012Validator.check_schema(schema())
    assert schema()["$schema"] == "https://json-schema.org/draft/2020-12/schema"


def test_says_what_it_is_of_and_what_every_key_is_for() -> None:
    whole = schema()
    assert whole["title"] == "Roster of the Consultative Board of the Trilateral Cooperation Secretariat"
    board_schema = whole["properties"]["boards"]["items"]
    assert board_schema["properties"]["number"]["description"] == "Which board it is, counted from 1."
    assert whole["properties"]["boards"]["description"] == "The boards, in any order."
    assert board_schema["required"] == ["number", "seats"]


def test_each_call_gives_a_schema_of_ones_own() -> None:
    schema()["properties"].clear()
    assert "boards" in schema()["properties"]


@given(rosters())
def test_takes_every_valid_roster(document: Any) -> None:
    assert is_valid(document)


@given(JSON)
def test_agrees_with_the_check_on_any_json(document: Any) -> None:
    assert agree(document)


@given(changed_rosters())
def test_agrees_with_the_check_on_rosters_that_are_nearly_right(document: Any) -> None:
    assert agree(document)


EDGES: list[Any] = [
    roster(board(8.0)),
    roster(board(number=bool(1))),
    roster(board(10**400)),
    roster(board(start="2026-09-01\n")),
    roster(board(start="2026-13")),
    roster(board(end="2029-02-30")),
    roster(board(end="2029-09")),
    roster(board(end="2029-09-01", last_day="2029-08-31")),
    roster(board(JPN={"holder": None, "vacant": True})),
    roster(board(JPN={"holder": "SATO Jun", "vacant": False})),
    roster(board(JPN={"holder": "SATO Jun", "vacant": True})),
    roster(board(JPN={"holder": None, "holders": []})),
    roster(board(JPN={"holders": [], "vacant": True})),
    roster(board(JPN={"holders": [{}]})),
    {"boards": [], "$schema": 1},
    {"boards": {}},
    {"boards": [[]]},
    [],
    None,
]


@pytest.mark.parametrize("document", EDGES)
def test_agrees_with_the_check_at_the_edges(document: Any) -> None:
    assert agree(document)
