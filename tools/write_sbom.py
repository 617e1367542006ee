"""List what the wheel in dist/ depends on with all extras, as CycloneDX, and check the licences: `make sbom`.

It is given an environment that holds the wheel and what it needs, and nothing else.
"""

import json
import re
import subprocess
import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, Final

ROOT: Final = Path(__file__).parent.parent
DIST: Final = ROOT / "dist"
# Licences of those on whom we depend: whoever installs this library owes no more than to name the authors, and, of the tests'
# Hypothesis, to keep its own files open. Some packages still declare theirs by a classifier.
ALLOWED: Final = frozenset(
    {
        "0BSD", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "CC0-1.0", "MIT", "MIT-CMU", "MPL-2.0", "PSF-2.0", "Python-2.0",
        "Unlicense", "Zlib", "License :: OSI Approved :: Apache Software License", "License :: OSI Approved :: BSD License",
        "License :: OSI Approved :: MIT License", "License :: OSI Approved :: Python Software Foundation License",
    }
)  # fmt: skip


def declared(component: Mapping[str, Any]) -> tuple[str, ...]:
    """Return the licences that a component declares: by their SPDX id, as parts of an expression, or by another name."""
    found = []
    for each in component.get("licenses", ()):
        if "expression" in each:
            found += re.findall(r"[\w.+-]+", re.sub(r"\b(AND|OR)\b", " ", each["expression"]))
        else:
            found.append(each["license"].get("id") or each["license"]["name"])
    return tuple(found)


def faults(components: Iterable[Mapping[str, Any]]) -> Iterator[str]:
    """Yield a sentence on each component without a licence, and on each licence that is not allowed."""
    for component in components:
        name, licences = f"{component['name']} {component['version']}", declared(component)
        if not licences:
            yield f"{name} declares no licence: read what it comes with, and do without it if that says nothing"
        yield from (
            f"{name} is under {licence!r}: read it; if it asks for no more than the others, add it to ALLOWED in "
            f"tools/write_sbom.py, else do without {component['name']}"
            for licence in licences
            if licence not in ALLOWED
        )


def parts(environment: str) -> dict[str, Any]:
    """Return the list of what is in an environment."""
    command = [
        str(Path(sys.executable).parent / "cyclonedx-py"), "environment", environment,
        "--pyproject", str(ROOT / "pyproject.toml"), "--mc-type", "library", "--output-reproducible", "--short-PURLs",
    ]  # fmt: skip
    listed: dict[str, Any] = json.loads(subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout)  # noqa: S603
    return listed


def main(environment: str) -> str | None:
    """Write the list beside the wheel, print the licences, and return what is wrong with them."""
    (wheel,) = DIST.glob("*.whl")
    name, version, *_ = wheel.name.split("-")
    bom = parts(environment)
    bom["metadata"]["component"] |= {"version": version, "purl": f"pkg:pypi/{name}@{version}"}
    (DIST / f"{name}-{version}.cdx.json").write_text(f"{json.dumps(bom, indent=1, ensure_ascii=False)}\n", encoding="utf-8")
    for component in bom["components"]:
        print(f"{component['name']} {component['version']}: {', '.join(declared(component))}")
    return "\n".join(faults(bom["components"])) or None


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
