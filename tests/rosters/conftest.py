"""Rosters for the tests: a lawful board 8 without names, and what is changed about it."""

from typing import Any

__all__ = ["board", "codes", "only", "roster", "seat"]

from trilateral.rosters import Finding, Report

Table = dict[str, Any]
ROLES = ("secretary-general", "deputy-secretary-general", "deputy-secretary-general")
ORDER = ("KOR", "JPN", "CHN")


def seat(state: str, **more: Any) -> Table:
    """A deputy's seat, unless it is said to be another."""
    return {"role": ROLES[1], "state": state, **more}


def board(number: Any = 8, **more: Any) -> Table:
    """A board in rotation order, nobody named; a named state stands for what is said of its seat."""
    first = (number - 1) % 3 if isinstance(number, int) else 1
    states = (*ORDER[first:], *ORDER[:first])
    held = {state: more.pop(state, {}) for state in states}
    seats = [{"role": role, "state": state, **held[state]} for role, state in zip(ROLES, states, strict=True)]
    return {"number": number, "seats": seats, **more}


def roster(*boards: Table) -> Table:
    return {"boards": list(boards)}


def codes(report: Report) -> list[str]:
    return [finding.code for finding in report.findings]


def only(report: Report) -> Finding:
    """The one finding of a report."""
    (finding,) = report.findings
    return finding
