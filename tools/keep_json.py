"""Keep what JSON this version writes, to be held against later ones: `make baseline`.

It keeps a document of every public value, to be read forever, and the schema, which changes only with the version of the
format. A patch changes no format, so it keeps nothing.
"""

import json
from pathlib import Path
from typing import Any, Final, cast

from tests.export.documents import KNOWN, SEVERAL
from tools.release import git

from trilateral import __version__
from trilateral.export import json_schema, to_json

KEPT: Final = Path(__file__).parent.parent / "tests" / "packaging"

_ANNOTATIONS: Final = ("title", "description", "examples", "$comment")
_NAMED: Final = ("properties", "$defs")  # tables in which the keys are names, even where one is called title
_IN_ANY_ORDER: Final = ("required", "enum")


def documents() -> str:
    """Return the documents, one a line."""
    return "".join(f"{to_json(value, indent=None).strip()}\n" for value in (*KNOWN, SEVERAL))


def bare(schema: Any) -> Any:  # noqa: ANN401 - whatever a schema holds
    """Return a schema without what does not bear on what is valid: annotations, and the order of keys and words."""
    if isinstance(schema, list):
        return [bare(each) for each in cast("list[object]", schema)]
    if not isinstance(schema, dict):
        return schema
    table: dict[str, Any] = {}
    for key, value in cast("dict[str, Any]", schema).items():
        if key in _NAMED:
            table[key] = {name: bare(each) for name, each in value.items()}
        elif key in _IN_ANY_ORDER:
            table[key] = sorted(value)
        elif key not in _ANNOTATIONS:
            table[key] = bare(value)
    return table


def schema() -> str:
    """Return the schema, bare, on one line."""
    return json.dumps(bare(json_schema()), separators=(",", ":")) + "\n"


if __name__ == "__main__":
    released = git(KEPT, "tag", "--list", f"v{__version__}")  # what was released is not rewritten
    if __version__.endswith(".0") and not released:
        (KEPT / f"json-{__version__}.jsonl").write_text(documents(), encoding="utf-8")
        (KEPT / f"schema-{__version__}.json").write_text(schema(), encoding="utf-8")
