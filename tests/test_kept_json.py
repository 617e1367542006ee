"""What an earlier release wrote as JSON is read, and means the same; and what is kept of this one lacks nothing."""

import json
from collections.abc import Callable, Iterable, Iterator
from typing import Any, Final

import pytest
from tools.keep_json import KEPT, bare, documents, schema

from trilateral.export import from_json, json_schema, to_json

DOCUMENTS = {path.stem: path.read_text(encoding="utf-8") for path in KEPT.glob("json-*.jsonl")} | {"now": documents()}
SCHEMAS = {path.stem: path.read_text(encoding="utf-8") for path in KEPT.glob("schema-*.json")} | {"now": schema()}

SCHEMA: Final = json_schema()
TABLES: Final[dict[str, Any]] = SCHEMA["$defs"]
KINDS: Final[dict[str, Any]] = {
    each["properties"]["kind"]["const"]: each["properties"]["value"] for each in TABLES["one"]["anyOf"]
}
NEVER_WRITTEN: Final = {"document.$schema"}  # whoever writes a document by hand may add it


def within(values: Any) -> list[Any]:
    """The keys of a table, or the values of a list."""
    return list(values)


def says(again: Any, before: Any) -> bool:
    """Whether data has all that earlier data has; its tables may have more keys."""
    if type(again) is not type(before):
        return False
    if isinstance(before, dict):
        return all(key in again and says(again[key], before[key]) for key in within(before))
    if isinstance(before, list):
        return len(again) == len(within(before)) and all(map(says, again, within(before)))
    return bool(again == before)


def means(again: Any, before: Any) -> bool:
    """Whether a document says all that an earlier one says, in whatever version of the format."""
    return says({**again, "trilateral": None}, {**before, "trilateral": None})


@pytest.mark.parametrize("text", DOCUMENTS.values(), ids=DOCUMENTS)
def test_a_kept_document_is_read_and_written_with_all_that_it_has(text: str) -> None:
    lines = text.splitlines()
    assert len(lines) > 100
    for line in lines:
        value = from_json(line)
        again = to_json(value)
        assert means(json.loads(again), json.loads(line))
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


def test_a_document_means_the_same_in_a_later_version_of_the_format() -> None:
    before = {"trilateral": 1, "kind": "Term", "value": {"trilateral": 1}}
    assert means({**before, "trilateral": 2}, before)
    assert not means({**before, "value": {"trilateral": 2}}, before)
    assert not means({**before, "kind": "Board"}, before)


def keys(data: Any, of: dict[str, Any], table: str) -> Iterator[str]:
    """The keys in data, each with the table that it stands in, by the name that this has in the schema."""
    if "$ref" in of:
        table = of["$ref"].removeprefix("#/$defs/")
        of = TABLES[table]
    for choice in of.get("anyOf", ()):
        yield from keys(data, choice, table)
    if isinstance(data, list):
        for each in within(data):
            yield from keys(each, of.get("items") or {}, table)
    elif isinstance(data, dict):
        for key in of.get("properties", {}).keys() & data.keys():
            yield f"{table}.{key}"
            yield from keys(data[key], of["properties"][key], table)


def keys_of_tables() -> Iterator[str]:
    """Every key of every table of the schema; `one` and `item` are ways to write a value with its kind."""
    for table in TABLES.keys() - {"one", "item"}:
        for choice in (TABLES[table], *TABLES[table].get("anyOf", ())):
            yield from (f"{table}.{key}" for key in choice.get("properties", {}))


def lacking(written: Iterable[dict[str, Any]]) -> set[str]:
    """The kinds and the keys of the schema that stand in none of some documents."""
    wanted = {*KINDS, *keys_of_tables(), *(f"document.{key}" for key in SCHEMA["properties"])}
    for document in written:
        wanted -= {f"document.{key}" for key in document}
        for shared in ("people", "sources"):
            wanted.difference_update(keys(document.get(shared, []), SCHEMA["properties"][shared], shared))
        for item in document.get("values", [document]):
            wanted.discard(item["kind"])
            wanted.difference_update(keys(item["value"], KINDS[item["kind"]], item["kind"]))
    return wanted


def test_every_kind_and_every_key_is_kept() -> None:
    assert lacking(map(json.loads, documents().splitlines())) == NEVER_WRITTEN, "add a value to tests/export/documents.py"


@pytest.mark.parametrize("lost", ["vacancies", "extensions", "plural", "values", "sources"])
def test_a_key_that_no_document_has_is_found_lacking(lost: str) -> None:
    without = [line for line in documents().splitlines() if f'"{lost}": ' not in line]
    assert any(key.endswith(f".{lost}") for key in lacking(map(json.loads, without)))


def test_a_kind_that_no_document_has_is_found_lacking() -> None:
    without = (document for document in map(json.loads, documents().splitlines()) if document.get("kind") != "Shares[str]")
    assert "Shares[str]" in lacking(without)


def is_as_kept(present: Any, kept: Any) -> bool:
    """Whether a schema is as a kept one, or of another version of the format."""
    versions = [each["properties"]["trilateral"]["const"] for each in (present, kept)]
    return versions[0] != versions[1] or bool(bare(present) == bare(kept))


@pytest.mark.parametrize("text", SCHEMAS.values(), ids=SCHEMAS)
def test_the_schema_changes_only_with_the_version_of_the_format(text: str) -> None:
    assert is_as_kept(SCHEMA, json.loads(text)), "what is written has changed: raise VERSION in trilateral/export/_json.py"


CHANGES: list[tuple[Callable[[Any], object], bool]] = [
    (lambda it: it.update(title="Values", description="All of them."), True),
    (lambda it: it["$defs"]["Source"]["properties"]["title"].update({"$comment": "As printed.", "examples": ["A"]}), True),
    (lambda it: it["$defs"]["Source"]["required"].reverse(), True),
    (lambda it: it["$defs"]["Source"]["properties"].pop("title"), False),
    (lambda it: it["$defs"]["Source"]["properties"].update(description={"type": "string"}), False),
    (lambda it: it["$defs"]["Source"]["required"].pop(), False),
    (lambda it: it["$defs"]["Source"]["properties"]["kind"]["enum"].append("hearsay"), False),
    (lambda it: it["$defs"]["one"]["anyOf"].pop(), False),
    (lambda it: it["$defs"].update(title={}), False),
    (lambda it: it["properties"]["trilateral"].update(const=2), True),
]


@pytest.mark.parametrize(("change", "expected"), CHANGES)
def test_another_schema_needs_another_version_and_another_wording_does_not(
    change: Callable[[Any], object],
    expected: bool,  # noqa: FBT001
) -> None:
    present = json.loads(json.dumps(json_schema()))
    change(present)
    assert is_as_kept(present, json.loads(schema())) is expected
