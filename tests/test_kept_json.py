"""What an earlier release wrote as JSON is read, and means the same."""

import json
from typing import Any

import pytest
from tools.keep_json import KEPT, documents

from trilateral.export import from_json, to_json

FILES = {path.stem: path.read_text(encoding="utf-8") for path in sorted(KEPT.glob("json-*.jsonl"))} | {"now": documents()}


def within(values: Any) -> list[Any]:
    """The keys of a table, or the values of a list."""
    return list(values)


def says(again: Any, before: Any) -> bool:
    """Whether a document has all that an earlier one has; it may have more keys."""
    if type(again) is not type(before):
        return False
    if isinstance(before, dict):
        return all(key in again and says(again[key], before[key]) for key in within(before))
    if isinstance(before, list):
        return len(again) == len(within(before)) and all(map(says, again, within(before)))
    return bool(again == before)


@pytest.mark.parametrize("text", FILES.values(), ids=FILES)
def test_a_kept_document_is_read_and_written_with_all_that_it_has(text: str) -> None:
    lines = text.splitlines()
    assert len(lines) > 100
    for line in lines:
        value = from_json(line)
        again = to_json(value)
        assert says(json.loads(again), json.loads(line))
        assert from_json(again) == value


@pytest.mark.parametrize(
    ("again", "expected"),
    [
        ({"a": [1, {"b": 2, "c": 3}], "d": 4}, True),
        ({"a": [1, {"b": 3}]}, False),
        ({"a": [1, {"c": 2}]}, False),
        ({"a": [1]}, False),
        ({"a": {}}, False),
        ([], False),
    ],
)
def test_more_keys_say_the_same_and_anything_else_does_not(again: Any, expected: bool) -> None:  # noqa: FBT001
    assert says(again, {"a": [1, {"b": 2}]}) is expected
