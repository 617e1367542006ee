"""Write the JSON Schema of the documents of `to_json`, from the classes that are written: `make schema`."""

import json
from pathlib import Path
from typing import Final

from trilateral.export import json_schema

TARGET: Final = Path(__file__).parent.parent / "docs" / "reference" / "trilateral-1.schema.json"

if __name__ == "__main__":
    TARGET.write_text(json.dumps(json_schema(), indent=2) + "\n", encoding="utf-8")
