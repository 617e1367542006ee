"""Who sat, sits and will sit on the board of the Trilateral Cooperation Secretariat, why, and who says so.

Every public name is here, and is imported when it is first used.
"""

TYPE_CHECKING = False
if TYPE_CHECKING:
    from trilateral import errors, export, frames, plots, rosters, rules, testing
    from trilateral._queries.boards import board, board_on, boards, boards_during, next_turn
    from trilateral._queries.budget import assess, fiscal_year, fiscal_year_on, shares
    from trilateral._queries.comparisons import compare
    from trilateral._queries.compositions import composition, composition_on, nominations
    from trilateral._queries.departures import departures
    from trilateral._queries.evidence import Evidence, evidence, resting_on
    from trilateral._queries.explanations import explain
    from trilateral._queries.labels import joint_name, label, labels, ordinal
    from trilateral._queries.people import match_person, people, person, tenures_of
    from trilateral._queries.series import Gap, Hosting, Series, series
    from trilateral._queries.statements import about
    from trilateral._queries.timeline import Timeline, summits, timeline
    from trilateral._record.law import AGREEMENT_2010, AGREEMENT_2025
    from trilateral._record.record import Record
    from trilateral._record.shipped import record
    from trilateral._values.answers import Answer
    from trilateral._values.boards import Basis, Board, Boundary, Occupancy, Role, Seat, Tenure
    from trilateral._values.budget import Assessment, FiscalYear, Remainder, Shares
    from trilateral._values.compositions import Composition, Nomination
    from trilateral._values.dates import PartialDate, Term
    from trilateral._values.departures import Departure, DepartureKind
    from trilateral._values.derivations import Derivation
    from trilateral._values.differences import Difference, DifferenceKind
    from trilateral._values.events import Document, Event, EventKind, EventStatus, Participant
    from trilateral._values.labels import JointName, Label, Language, Register
    from trilateral._values.matches import Folding, Match
    from trilateral._values.people import Name, NameKind, Person, Script
    from trilateral._values.sources import Citation, CitationKind, Confidence, Grounds, Reading, Source, SourceKind
    from trilateral._values.standings import Standing
    from trilateral._values.statements import Statement
    from trilateral._values.states import MemberState
    from trilateral._version import __version__
    from trilateral.errors import (
        AmbiguousPersonError,
        InvalidAgreementError,
        InvalidFactsError,
        InvalidJSONError,
        InvalidValueError,
        MissingGlyphsError,
        OutOfCoverageError,
        TrilateralError,
        UnknownBoardError,
        UnknownMeetingError,
        UnknownPersonError,
        UnknownWordError,
        UnwritableError,
        WrongTypeError,
    )
    from trilateral.rosters import (
        Finding,
        InvalidRosterError,
        Report,
        Roster,
        Severity,
        check_roster,
        check_roster_file,
        check_roster_lines,
        validate_roster,
    )
    from trilateral.rules import Agreement, Provision

__all__ = [
    "AGREEMENT_2010",
    "AGREEMENT_2025",
    "Agreement",
    "AmbiguousPersonError",
    "Answer",
    "Assessment",
    "Basis",
    "Board",
    "Boundary",
    "Citation",
    "CitationKind",
    "Composition",
    "Confidence",
    "Departure",
    "DepartureKind",
    "Derivation",
    "Difference",
    "DifferenceKind",
    "Document",
    "Event",
    "EventKind",
    "EventStatus",
    "Evidence",
    "Finding",
    "FiscalYear",
    "Folding",
    "Gap",
    "Grounds",
    "Hosting",
    "InvalidAgreementError",
    "InvalidFactsError",
    "InvalidJSONError",
    "InvalidRosterError",
    "InvalidValueError",
    "JointName",
    "Label",
    "Language",
    "Match",
    "MemberState",
    "MissingGlyphsError",
    "Name",
    "NameKind",
    "Nomination",
    "Occupancy",
    "OutOfCoverageError",
    "PartialDate",
    "Participant",
    "Person",
    "Provision",
    "Reading",
    "Record",
    "Register",
    "Remainder",
    "Report",
    "Role",
    "Roster",
    "Script",
    "Seat",
    "Series",
    "Severity",
    "Shares",
    "Source",
    "SourceKind",
    "Standing",
    "Statement",
    "Tenure",
    "Term",
    "Timeline",
    "TrilateralError",
    "UnknownBoardError",
    "UnknownMeetingError",
    "UnknownPersonError",
    "UnknownWordError",
    "UnwritableError",
    "WrongTypeError",
    "__version__",
    "about",
    "assess",
    "board",
    "board_on",
    "boards",
    "boards_during",
    "check_roster",
    "check_roster_file",
    "check_roster_lines",
    "compare",
    "composition",
    "composition_on",
    "departures",
    "errors",
    "evidence",
    "explain",
    "export",
    "fiscal_year",
    "fiscal_year_on",
    "frames",
    "joint_name",
    "label",
    "labels",
    "match_person",
    "next_turn",
    "nominations",
    "ordinal",
    "people",
    "person",
    "plots",
    "record",
    "resting_on",
    "rosters",
    "rules",
    "series",
    "shares",
    "summits",
    "tenures_of",
    "testing",
    "timeline",
    "validate_roster",
]

if not TYPE_CHECKING:
    from trilateral._lazy import lazily

    __getattr__, __dir__ = lazily(
        __name__,
        {
            "": "errors export frames plots rosters rules testing",
            "_queries.boards": "board board_on boards boards_during next_turn",
            "_queries.budget": "assess fiscal_year fiscal_year_on shares",
            "_queries.comparisons": "compare",
            "_queries.compositions": "composition composition_on nominations",
            "_queries.departures": "departures",
            "_queries.evidence": "Evidence evidence resting_on",
            "_queries.explanations": "explain",
            "_queries.labels": "joint_name label labels ordinal",
            "_queries.people": "match_person people person tenures_of",
            "_queries.series": "Gap Hosting Series series",
            "_queries.statements": "about",
            "_queries.timeline": "Timeline summits timeline",
            "_record.law": "AGREEMENT_2010 AGREEMENT_2025",
            "_record.record": "Record",
            "_record.shipped": "record",
            "_values.answers": "Answer",
            "_values.boards": "Basis Board Boundary Occupancy Role Seat Tenure",
            "_values.budget": "Assessment FiscalYear Remainder Shares",
            "_values.compositions": "Composition Nomination",
            "_values.dates": "PartialDate Term",
            "_values.departures": "Departure DepartureKind",
            "_values.derivations": "Derivation",
            "_values.differences": "Difference DifferenceKind",
            "_values.events": "Document Event EventKind EventStatus Participant",
            "_values.labels": "JointName Label Language Register",
            "_values.matches": "Folding Match",
            "_values.people": "Name NameKind Person Script",
            "_values.sources": "Citation CitationKind Confidence Grounds Reading Source SourceKind",
            "_values.standings": "Standing",
            "_values.statements": "Statement",
            "_values.states": "MemberState",
            "_version": "__version__",
            "errors": (
                "AmbiguousPersonError InvalidAgreementError InvalidFactsError InvalidJSONError InvalidValueError "
                "MissingGlyphsError OutOfCoverageError TrilateralError UnknownBoardError UnknownMeetingError "
                "UnknownPersonError UnknownWordError UnwritableError WrongTypeError"
            ),
            "rosters": (
                "Finding InvalidRosterError Report Roster Severity check_roster check_roster_file check_roster_lines "
                "validate_roster"
            ),
            "rules": "Agreement Provision",
        },
    )
