"""Which values JSON knows, by the name of their kind."""

from datetime import date
from typing import Any, Final

from trilateral._queries.evidence import Evidence
from trilateral._queries.series import Gap, Hosting, Series
from trilateral._queries.timeline import Timeline
from trilateral._record.record import Record
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
from trilateral.rosters._catalogue import Rule, Severity
from trilateral.rosters._files.document import Limits
from trilateral.rosters._report import Finding, Report, Suggestion
from trilateral.rosters._roster import Roster, RosterBoard, RosterSeat, RosterTenure
from trilateral.rules._agreement import Agreement, Provision

__all__ = ["KINDS"]

_PLAIN: Final = (
    Answer,
    Basis,
    Board,
    Boundary,
    Citation,
    CitationKind,
    Confidence,
    Departure,
    DepartureKind,
    Derivation,
    Difference,
    DifferenceKind,
    Document,
    Event,
    EventKind,
    EventStatus,
    Evidence,
    Finding,
    FiscalYear,
    Folding,
    Gap,
    Grounds,
    Hosting,
    JointName,
    Label,
    Language,
    Limits,
    Match,
    MemberState,
    Name,
    NameKind,
    Occupancy,
    PartialDate,
    Participant,
    Person,
    Record,
    Register,
    Remainder,
    Report,
    Role,
    Roster,
    RosterBoard,
    RosterSeat,
    RosterTenure,
    Rule,
    Script,
    Seat,
    Series,
    Severity,
    Source,
    SourceKind,
    Standing,
    Statement,
    Suggestion,
    Tenure,
    Term,
    Timeline,
)

# A generic value is of the first of its kinds that reads it back as the same; members that are neither states nor texts have
# no words in JSON.
KINDS: Final[dict[str, Any]] = {
    **{each.__name__: each for each in _PLAIN},
    "Agreement": Agreement[MemberState],
    "Agreement[str]": Agreement[str],
    "Assessment": Assessment[MemberState],
    "Assessment[str]": Assessment[str],
    "Composition": Composition[MemberState],
    "Composition[str]": Composition[str],
    "Nomination": Nomination[MemberState],
    "Nomination[str]": Nomination[str],
    "Shares": Shares[MemberState],
    "Shares[str]": Shares[str],
    "Reading[PartialDate]": Reading[PartialDate],
    "Reading[Term]": Reading[Term],
    "Reading[Person]": Reading[Person],
    "Reading[str]": Reading[str],
    "Provision[int]": Provision[int],
    "Provision[date]": Provision[date],
    "Provision[MemberState]": Provision[MemberState],
    "Provision[str]": Provision[str],
    "Provision[order]": Provision[tuple[MemberState, ...]],
    "Provision[order of str]": Provision[tuple[str, ...]],
    "Provision[members]": Provision[frozenset[MemberState]],
    "Provision[members of str]": Provision[frozenset[str]],
    "Provision[shares]": Provision[frozenset[tuple[MemberState, int]]],
    "Provision[shares of str]": Provision[frozenset[tuple[str, int]]],
}
