"""See that the tests import the installed wheel, not the sources beside them, and print the versions that they run on."""

import sys
from importlib import metadata
from pathlib import Path

import trilateral

if __name__ == "__main__":
    place = Path(trilateral.__file__)
    if not place.is_relative_to(sys.prefix):
        sys.exit(f"trilateral comes from {place}, which is not in {sys.prefix}: install the wheel")
    names = ("attrs", "cattrs", "python-dateutil", "click", "rich", "pyyaml", "narwhals", "numpy", "matplotlib")
    print(f"Python {sys.version.split()[0]},", ", ".join(f"{name} {metadata.version(name)}" for name in names))
