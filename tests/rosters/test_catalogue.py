"""The catalogue: every rule is documented, cited and shown, and its examples are what they claim."""

import io
from graphlib import TopologicalSorter
from typing import Any

import pytest

from trilateral import CitationKind, Confidence, check_roster_file
from trilateral.rosters import RULES, Report, Rule, Severity

FAMILIES = {"1": range(101, 110), "2": range(201, 204), "3": range(301, 312), "4": range(401, 408)}
BREAKING = {Confidence.PRIMARY, Confidence.UNANIMOUS, Confidence.STRONG}

each_rule = pytest.mark.parametrize("rule", RULES.values(), ids=lambda rule: rule.code)


def checked(rule: Rule, example: str) -> Report:
    options: Any = {"agreement": rule.agreement, "scope": rule.scope}
    return check_roster_file(io.BytesIO(example.encode("utf-8")), **options)


@each_rule
def test_the_good_example_has_no_finding_but_notes(rule: Rule) -> None:
    found = {finding.code for finding in checked(rule, rule.good).findings if finding.severity is not Severity.NOTE}
    assert found == set()
    assert rule.code not in {finding.code for finding in checked(rule, rule.good).findings}


@each_rule
def test_the_bad_example_breaks_the_rule_and_but_for_notes_no_other(rule: Rule) -> None:
    findings = checked(rule, rule.bad).findings
    assert {finding.code for finding in findings if finding.severity is not Severity.NOTE} <= {rule.code}
    assert [finding.severity for finding in findings if finding.code == rule.code] == [rule.severity]


@each_rule
def test_what_is_implied_is_a_rule(rule: Rule) -> None:
    assert set(rule.implies) <= RULES.keys() - {rule.code}


def test_no_rule_implies_itself_by_way_of_others() -> None:
    assert len(list(TopologicalSorter({rule.code: rule.implies for rule in RULES.values()}).static_order())) == len(RULES)


@each_rule
def test_every_rule_is_explained_in_words(rule: Rule) -> None:
    assert rule.title[0].islower()
    assert rule.reason.endswith(".")
    assert not rule.hint.endswith(".")
    assert rule.citation.statement
    assert rule.code in repr(rule)


@each_rule
def test_an_error_breaks_something_that_is_sure(rule: Rule) -> None:
    if rule.severity is Severity.ERROR:
        assert rule.citation.confidence in BREAKING
    assert rule.citation.sources or rule.citation.kind is CitationKind.CONVENTION


def test_codes_stand_in_their_families() -> None:
    assert [code for code in RULES if code < "TRI900"] == [
        f"TRI{number}" for numbers in (*FAMILIES.values(), range(501, 505)) for number in numbers
    ]


def test_the_catalogue_cannot_be_changed() -> None:
    with pytest.raises(TypeError, match="does not support item assignment"):
        RULES["TRI101"] = RULES["TRI102"]  # type: ignore[index]  # pyright: ignore[reportIndexIssue]
