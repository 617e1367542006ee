"""Rosters of boards: what a roster document is, and what is wrong with one.

`check_roster` and its like report; `RULES` is the catalogue of everything that they check.
"""

TYPE_CHECKING = False
if TYPE_CHECKING:
    from trilateral.rosters._catalogue import RULES, Rule, Severity
    from trilateral.rosters._checking import Scope, check_roster, check_roster_file, check_roster_lines, validate_roster
    from trilateral.rosters._files.document import Limits
    from trilateral.rosters._files.reading import format_of
    from trilateral.rosters._report import Finding, InvalidRosterError, Report, Suggestion
    from trilateral.rosters._roster import Roster, RosterBoard, RosterSeat, RosterTenure, document
    from trilateral.rosters._schema import schema

__all__ = [
    "RULES",
    "Finding",
    "InvalidRosterError",
    "Limits",
    "Report",
    "Roster",
    "RosterBoard",
    "RosterSeat",
    "RosterTenure",
    "Rule",
    "Scope",
    "Severity",
    "Suggestion",
    "check_roster",
    "check_roster_file",
    "check_roster_lines",
    "document",
    "format_of",
    "schema",
    "validate_roster",
]

if not TYPE_CHECKING:
    from trilateral._lazy import lazily

    __getattr__, __dir__ = lazily(
        __name__,
        {
            "_catalogue": "RULES Rule Severity",
            "_checking": "Scope check_roster check_roster_file check_roster_lines validate_roster",
            "_files.document": "Limits",
            "_files.reading": "format_of",
            "_report": "Finding InvalidRosterError Report Suggestion",
            "_roster": "Roster RosterBoard RosterSeat RosterTenure document",
            "_schema": "schema",
        },
    )
