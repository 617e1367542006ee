"""Every licence of what we depend on is one that we have read."""

import re

import pytest
from tools.write_sbom import declared, faults


def component(*licenses: object) -> dict[str, object]:
    """A component as CycloneDX has it."""
    return {"name": "parts", "version": "1.0", "licenses": list(licenses)}


@pytest.mark.parametrize(
    ("licence", "expected"),
    [
        ({"license": {"id": "MIT"}}, ("MIT",)),
        ({"license": {"name": "License :: OSI Approved :: BSD License"}}, ("License :: OSI Approved :: BSD License",)),
        ({"expression": "BSD-3-Clause AND (0BSD OR MIT)"}, ("BSD-3-Clause", "0BSD", "MIT")),
    ],
)
def test_a_licence_is_declared_in_one_of_three_ways(licence: dict[str, object], expected: tuple[str, ...]) -> None:
    assert declared(component(licence)) == expected
    assert list(faults([component(licence)])) == []


@pytest.mark.parametrize(
    ("licences", "sentence"),
    [
        ([], r"parts 1\.0 declares no licence: read what it comes with, .*"),
        ([{"license": {"id": "AGPL-3.0-only"}}], r"parts 1\.0 is under 'AGPL-3\.0-only': read it; .*, else do without parts"),
        ([{"expression": "MIT OR SSPL-1.0"}], r"parts 1\.0 is under 'SSPL-1\.0': .*"),
        ([{"license": {"name": "see the site"}}], r"parts 1\.0 is under 'see the site': .*"),
    ],
    ids=["none", "another", "in an expression", "in words"],
)
def test_a_licence_that_was_not_read_is_a_fault(licences: list[object], sentence: str) -> None:
    (fault,) = faults([component(*licences)])
    assert re.fullmatch(sentence, fault)
