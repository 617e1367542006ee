"""Fuzz the roster check, guided by coverage: `make fuzz`, ten minutes unless FUZZ_SECONDS says otherwise.

Whatever the bytes, there is a report; a fix never adds a finding, and a second one changes nothing more.
"""

# pyright: reportMissingImports=false, reportAttributeAccessIssue=false, reportUnknownMemberType=false, reportMissingModuleSource=false

import io
import json
import sys
import tempfile
from pathlib import Path
from typing import Final

import atheris

with atheris.instrument_imports(include=["trilateral"]):
    from trilateral import boards, check_roster, check_roster_file
    from trilateral.rosters import RULES, Limits, document

FORMATS: Final = ("json", "yaml", "toml", "csv")
LIMITS: Final = Limits(bytes=100_000, values=10_000)


def seeds() -> list[bytes]:
    """Return documents to begin with, the first byte of each saying its format."""
    csv = b"number,start,end,role,state,holder\n8,2026-09-01,2029-08-31,secretary-general,Japan,LEE He-sup\n"
    texts = [text for rule in RULES.values() for text in (rule.good, rule.bad) if len(text) < 10_000]
    texts.append(json.dumps(document(boards())))
    in_both = [form + text.encode("utf-8") for text in texts for form in (b"\0", b"\1")]
    return [*in_both, b"\2[[boards]]\nnumber = 8\nstart = 2026-09-01\nseats = []\n", b"\3" + csv]


def check(data: bytes) -> None:
    """Check one document, and what is promised of every report."""
    form = FORMATS[data[0] % len(FORMATS)] if data else FORMATS[0]
    for scope in ("record", "law"):
        report = check_roster_file(io.BytesIO(data[1:]), format=form, scope=scope, limits=LIMITS)
        str(report)
        report.to_json()
        fixed = report.fixed()
        again = check_roster(fixed, scope=scope)
        if fixed is None or any(finding.code == "TRI909" for finding in report.findings):
            continue
        before = {(finding.code, finding.path) for finding in report.findings}
        assert {(finding.code, finding.path) for finding in again.findings} <= before, "a fix added a finding"
        assert again.fixed() == fixed, "a second fix changed something"


def main() -> None:
    """Fuzz until the time is over or something is found."""
    with tempfile.TemporaryDirectory() as folder:
        for at, seed in enumerate(seeds()):
            (Path(folder) / f"{at}").write_bytes(seed)
        atheris.Setup([*sys.argv, folder], check)
        atheris.Fuzz()


if __name__ == "__main__":
    main()
