"""Keep a document of every public value as this version writes it, to be read forever: `make baseline`.

A patch changes no format, so it keeps nothing.
"""

from pathlib import Path
from typing import Final

from tests.export.documents import KNOWN

from trilateral import __version__
from trilateral.export import to_json

KEPT: Final = Path(__file__).parent.parent / "tests" / "packaging"


def documents() -> str:
    """Return the documents, one a line."""
    return "".join(f"{to_json(value, indent=None).strip()}\n" for value in KNOWN)


if __name__ == "__main__":
    if __version__.endswith(".0"):
        (KEPT / f"json-{__version__}.jsonl").write_text(documents(), encoding="utf-8")
