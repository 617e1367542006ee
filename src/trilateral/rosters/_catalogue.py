"""Every rule of the roster check: what it says, how grave it is, why, and what it looks like to keep and to break it."""

import json
from collections.abc import Mapping
from enum import Enum
from types import MappingProxyType
from typing import Any, Final

import attr

from trilateral._record.compiled import SOURCES
from trilateral._record.law import AGREEMENT_2010, AGREEMENT_2025
from trilateral._values.sources import Citation, CitationKind, Confidence
from trilateral._values.states import MemberState
from trilateral._values.value import Value
from trilateral.rules import Agreement

__all__ = ["RULES", "Rule", "Severity"]


class Severity(Enum):
    """How grave a finding is.

    ERROR: it breaks the agreement, or has a shape that cannot be read. WARNING: it leaves practice or the record. NOTE: it
    is worth knowing.
    """

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"

    def __repr__(self) -> str:
        return f"Severity.{self.name}"


@attr.frozen(kw_only=True, repr=False, eq=False)
class Rule(Value):
    """One rule of the roster check.

    Attributes:
        code: Its name, which never changes its meaning: TRI1xx composition, 2xx rotation and nomination, 3xx terms, 4xx people
            and record, 5xx numbering, 9xx document.
        title: What breaks it, in a few words.
        severity: How grave a finding is unless it says otherwise.
        citation: What it rests on, and how sure that is.
        reason: Why it is checked.
        hint: The way out.
        good: A minimal document that keeps it, as JSON text.
        bad: A minimal document that breaks it and, but for notes, nothing else, as JSON text.
        agreement: The law by which the examples are checked, and ``scope`` the scope.
        implies: The codes that are not reported again where this one already is.
        shape: Whether the schema refuses it too.
    """

    code: str
    title: str
    severity: Severity
    citation: Citation
    reason: str
    hint: str
    good: str
    bad: str
    agreement: Agreement[MemberState] = AGREEMENT_2025
    scope: str = "record"
    implies: tuple[str, ...] = ()
    shape: bool = False

    def __repr__(self) -> str:
        return f"<Rule {self.code} {self.severity.value}: {self.title}>"


def _convention(statement: str) -> Citation:
    return Citation(statement=statement, kind=CitationKind.CONVENTION, confidence=Confidence.PRIMARY)


_FORM: Final = _convention("A roster document has the keys and values that the reference describes.")
_HELD_AGAINST_RECORD: Final = _convention("A roster is held against the record, whose facts name their own sources.")
_NUMBERED: Final = _convention(
    "Boards are numbered from 1, each number once and none left out, as the Secretariat counts them."
)
_ONE_LEADER, _ONE_SEAT = AGREEMENT_2025.composition
_MEMBERS: Final = AGREEMENT_2025.members.citations[0]
_ROTATION: Final = AGREEMENT_2025.orders[0].citations[0]
_LENGTH: Final = AGREEMENT_2025.term_lengths[-1].citations[0]
_FIRST_DAY: Final = AGREEMENT_2025.first_day.citations[0]
_CONTIGUOUS: Final = Citation(
    statement="Each board starts where the one before it ends: boards 1 to 7 did.",
    kind=CitationKind.INFERENCE,
    confidence=Confidence.STRONG,
    sources=_FIRST_DAY.sources + _ROTATION.sources,
)
_ONE_PERSON: Final = Citation(
    statement="The three seats of a board are held by three people: no board of 1 to 7 had one person in two.",
    kind=CitationKind.INFERENCE,
    confidence=Confidence.STRONG,
    sources=_ONE_LEADER.sources + _ONE_SEAT.sources,
)
_ONCE: Final = Citation(
    statement="Nobody led two of the boards 1 to 7; no rule on a second time is known.",
    kind=CitationKind.INFERENCE,
    confidence=Confidence.STRONG,
    sources=(SOURCES["wikipedia-en"],),
)
_ANOTHER_BODY: Final = Citation(
    statement="Japan, the ROK and the United States opened a secretariat of their own in Seoul on 20 November 2024.",
    kind=CitationKind.PRACTICE,
    confidence=Confidence.UNANIMOUS,
    sources=(SOURCES["kbs-2024-11-20"],),
)

# The examples: a board that keeps every rule, with what is changed about it.

_SG: Final = "secretary-general"
_DSG: Final = "deputy-secretary-general"
_ORDER: Final = ("KOR", "JPN", "CHN")


def _roster(*boards: Mapping[str, Any]) -> str:
    return json.dumps({"boards": boards}, ensure_ascii=False)


def _seat(role: str, state: str, **more: object) -> dict[str, object]:
    return {"role": role, "state": state, **more}


def _board(number: object = 8, states: str = "JPN CHN KOR", **more: Any) -> dict[str, Any]:  # noqa: ANN401 - any JSON
    leader, *deputies = states.split()
    return {"number": number, **more, "seats": [_seat(_SG, leader), *(_seat(_DSG, state) for state in deputies)]}


def _held(number: int, state: str, **held: object) -> dict[str, Any]:
    """Return a board in rotation order, with what is said of who holds the seat of one state."""
    leader = (number - 1) % 3
    board = _board(number, " ".join((*_ORDER[leader:], *_ORDER[:leader])))
    seats = [{**seat, **held} if seat["state"] == state else seat for seat in board["seats"]]
    return {**board, "seats": seats}


_GOOD: Final = _roster(_board())
_BAD_DEPTH: Final = '{"boards": ' + "[" * 100_000 + "]" * 100_000 + "}"


def _rule(code: str, severity: Severity, title: str, citation: Citation, *, implies: str = "", **more: Any) -> Rule:  # noqa: ANN401
    """Return a rule, whose implied codes are separated by spaces; only of people and record is the record asked."""
    scope = "record" if code.startswith("TRI4") or code == "TRI108" else "law"
    more = {"good": _GOOD, "scope": scope, "implies": tuple(implies.split()), **more}
    return Rule(code=code, severity=severity, title=title, citation=citation, **more)


_RULES: Final = (
    # Composition
    _rule(
        "TRI101",
        Severity.ERROR,
        "no Secretary-General",
        _ONE_LEADER,
        reason="A board is led by one Secretary-General.",
        hint=f"give one of the seats the role {_SG}",
        bad=_roster({"number": 8, "seats": [_seat(_DSG, state) for state in ("JPN", "CHN", "KOR")]}),
    ),
    _rule(
        "TRI102",
        Severity.ERROR,
        "a second Secretary-General",
        _ONE_LEADER,
        reason="A board is led by one Secretary-General; the other two are deputies.",
        hint=f"give all seats but one the role {_DSG}",
        bad=_roster({"number": 8, "seats": [_seat(_SG, "JPN"), _seat(_SG, "CHN"), _seat(_DSG, "KOR")]}),
    ),
    _rule(
        "TRI103",
        Severity.ERROR,
        "an unknown role",
        _ONE_LEADER,
        reason="There are two offices on the board.",
        hint=f"write {_SG} or {_DSG}",
        bad=_roster({"number": 8, "seats": [_seat(_SG, "JPN"), _seat("director", "CHN"), _seat(_DSG, "KOR")]}),
        shape=True,
    ),
    _rule(
        "TRI104",
        Severity.ERROR,
        "a state with two seats",
        _ONE_SEAT,
        reason="Each member state holds one seat.",
        hint="give each seat another state, or take the seat too many away",
        bad=_roster(_board(states="JPN CHN CHN")),
        implies="TRI105 TRI109 TRI201 TRI202 TRI402",
    ),
    _rule(
        "TRI105",
        Severity.ERROR,
        "a state without a seat",
        _ONE_SEAT,
        reason="Each member state holds one seat, also where its holder is not known.",
        hint="add the missing seat; leave its holder out where nobody is known",
        bad=_roster(_board(states="JPN CHN")),
    ),
    _rule(
        "TRI106",
        Severity.ERROR,
        "a state that is not a member",
        _MEMBERS,
        reason="The members are China, Japan and the Republic of Korea.",
        hint="write CHN, JPN or KOR",
        bad=_roster(_board(states="JPN CHN PRK")),
        implies="TRI105 TRI109 TRI201 TRI202 TRI401 TRI402 TRI405",
    ),
    _rule(
        "TRI107",
        Severity.ERROR,
        "a board of another secretariat",
        _ANOTHER_BODY,
        reason="The secretariat of Japan, the ROK and the United States is another body, with a rotation of its own.",
        hint="keep rosters of the two bodies apart; this check knows that of China, Japan and Korea",
        bad=_roster(_board(states="JPN USA KOR")),
        implies="TRI104 TRI105 TRI106 TRI108 TRI109 TRI201 TRI202 TRI401 TRI402 TRI405",
    ),
    _rule(
        "TRI108",
        Severity.ERROR,
        "one person in two seats of a board",
        _ONE_PERSON,
        reason="Three seats are held by three people, however their names are spelt.",
        hint="name another holder, or leave the name out",
        bad=_roster(
            {
                "number": 8,
                "seats": [_seat(_SG, "JPN", holder="SATO Jun"), _seat(_DSG, "CHN", holder="Jun Sato"), _seat(_DSG, "KOR")],
            }
        ),
        good=_roster({"number": 8, "seats": [_seat(_SG, "JPN"), _seat(_DSG, "CHN"), _seat(_DSG, "KOR")]}),
        implies="TRI401 TRI402 TRI404 TRI405",
    ),
    _rule(
        "TRI109",
        Severity.NOTE,
        "deputies out of rotation order",
        _convention("Deputies are listed in rotation order after the Secretary-General, as in the published table of boards."),
        reason="The order of deputies has no meaning, but one order everywhere is easier to compare.",
        hint="list the deputies in rotation order after the Secretary-General",
        bad=_roster(_board(states="JPN KOR CHN")),
    ),
    # Rotation and nomination
    _rule(
        "TRI201",
        Severity.ERROR,
        "a Secretary-General out of turn",
        _ROTATION,
        reason="The number of a board decides which state leads it.",
        hint="correct the roles, the states or the number; or check by another agreement",
        bad=_roster(_board(states="CHN KOR JPN")),
        implies="TRI402",
    ),
    _rule(
        "TRI202",
        Severity.ERROR,
        "a Secretary-General who does not follow in the rotation",
        _ROTATION,
        reason="After a board led by one state comes one led by the next; reported where boards leave the rotation.",
        hint="correct the roles, the states or the numbers from this board on",
        bad=_roster(_board(8), _board(9, "KOR JPN CHN")),
        good=_roster(_board(8), _board(9, "CHN KOR JPN")),
        implies="TRI402",
    ),
    _rule(
        "TRI203",
        Severity.WARNING,
        "an appointment after the start",
        AGREEMENT_2025.appointment[0],
        reason="Appointments come on or before the start of the term.",
        hint="correct the day of appointment or the start",
        bad=_roster(
            _board(start="2026-09-01") | {"seats": [_seat(_SG, "JPN", appointed="2026-09-02"), *_board()["seats"][1:]]}
        ),
        good=_roster(
            _board(start="2026-09-01") | {"seats": [_seat(_SG, "JPN", appointed="2026-09-01"), *_board()["seats"][1:]]}
        ),
    ),
    # Terms
    _rule(
        "TRI301",
        Severity.ERROR,
        "an end that does not come after the start",
        _convention("An end is the first day after a term, so it lies after the start."),
        reason="A term has at least one day.",
        hint="exchange the two, or correct the year",
        bad=_roster(_board(start="2026-09-01", end="2025-09-01")),
        good=_roster(_board(start="2026-09-01", end="2029-09-01")),
        implies="TRI302 TRI303 TRI304 TRI306 TRI407",
    ),
    _rule(
        "TRI302",
        Severity.ERROR,
        "boards that overlap",
        _CONTIGUOUS,
        reason="There is one board a day.",
        hint="let the board end where the next one starts",
        bad=_roster(_board(8, end="2029-09-01"), _board(9, "CHN KOR JPN", start="2028-09-01")),
        good=_roster(_board(8, end="2029-09-01"), _board(9, "CHN KOR JPN", start="2029-09-01")),
        implies="TRI310 TRI407",
    ),
    _rule(
        "TRI303",
        Severity.ERROR,
        "a gap between boards",
        _CONTIGUOUS,
        reason="There is a board every day.",
        hint="let the board end where the next one starts",
        bad=_roster(_board(8, end="2029-09-01"), _board(9, "CHN KOR JPN", start="2030-09-01")),
        good=_roster(_board(8, end="2029-09-01"), _board(9, "CHN KOR JPN", start="2029-09-01")),
        implies="TRI310 TRI407",
    ),
    _rule(
        "TRI304",
        Severity.ERROR,
        "a term of a length that the agreement does not know",
        _LENGTH,
        reason="The agreement says how long a board of this number serves.",
        hint="correct the end; or check by the agreement under which it is lawful",
        bad=_roster(_board(start="2026-09-01", end="2028-09-01")),
        good=_roster(_board(start="2026-09-01", end="2029-09-01")),
        implies="TRI302 TRI303 TRI407",
    ),
    _rule(
        "TRI305",
        Severity.ERROR,
        "holders of one seat at once",
        _ONE_SEAT,
        reason="A seat has one holder a day.",
        hint="let each holder end where the next one starts, in order of time",
        bad=_roster(_held(8, "JPN", holders=[{"name": "SATO Jun"}, {"name": "ITO Ken"}])),
        good=_roster(_held(8, "JPN", holders=[{"name": "SATO Jun", "end": "2027-09-01"}, {"name": "ITO Ken"}])),
    ),
    _rule(
        "TRI306",
        Severity.ERROR,
        "a holder outside the term of the board",
        _ONE_SEAT,
        reason="Somebody who replaces a holder serves for the rest of the term of the board.",
        hint="correct the day, or the term of the board",
        bad=_roster(_held(8, "JPN", holders=[{"name": "SATO Jun", "start": "2026-08-01"}]) | {"start": "2026-09-01"}),
        good=_roster(_held(8, "JPN", holders=[{"name": "SATO Jun", "start": "2026-10-01"}]) | {"start": "2026-09-01"}),
        implies="TRI305",
    ),
    _rule(
        "TRI307",
        Severity.WARNING,
        "a start off 1 September",
        _FIRST_DAY,
        reason="Every board whose first day is known took office on a 1 September.",
        hint="write the 1 September, or the month where the day is not known",
        bad=_roster(_board(start="2026-09-02")),
        good=_roster(_board(start="2026-09-01")),
        implies="TRI203",
    ),
    _rule(
        "TRI308",
        Severity.ERROR,
        "a start before the first board",
        _FIRST_DAY,
        reason="The first board took office on 1 September 2011; before it there was none.",
        hint="correct the year",
        bad=_roster(_board(1, "KOR JPN CHN", start="2010-09-01")),
        good=_roster(_board(1, "KOR JPN CHN", start="2011-09-01")),
        implies="TRI203 TRI302 TRI303 TRI307 TRI310 TRI407",
    ),
    _rule(
        "TRI309",
        Severity.ERROR,
        "an end that means a last day",
        _convention("An end is exclusive: the first day after. The last day has a key of its own, last_day."),
        reason="Written as an end, 31 August would leave the last day of August without a board.",
        hint="write the 1 September, or last_day with 31 August",
        bad=_roster(_board(start="2026-09-01", end="2029-08-31")),
        good=_roster(_board(start="2026-09-01", last_day="2029-08-31")),
    ),
    _rule(
        "TRI310",
        Severity.WARNING,
        "a start in another year than the law gives",
        _LENGTH,
        reason="The lengths of the terms decide in which year a board starts.",
        hint="correct the year; or check by another agreement, or with a record that has the start",
        bad=_roster(_board(start="2027-09-01")),
        good=_roster(_board(start="2026-09-01")),
        implies="TRI203",
    ),
    _rule(
        "TRI311",
        Severity.NOTE,
        "a boundary of fact and not of law",
        _HELD_AGAINST_RECORD,
        reason="By the law alone the day would be another; the record, or what follows from it, gives this one.",
        hint="nothing is wrong",
        bad=_roster({"number": 8, "start": "2025-09-04", "seats": _board()["seats"]}),
        good=_roster({"number": 8, "start": "2025-09-01", "seats": _board()["seats"]}),
        agreement=AGREEMENT_2010,
    ),
    # People and record
    _rule(
        "TRI401",
        Severity.WARNING,
        "a holder other than the record's",
        _HELD_AGAINST_RECORD,
        reason="The record has somebody else in this seat.",
        hint="correct the name; or add the fact to a record of your own, with its source",
        bad=_roster(_held(7, "KOR", holder="HONG Gil-dong")),
        good=_roster(_held(7, "KOR", holder="LEE Hee-sup")),
        implies="TRI406",
    ),
    _rule(
        "TRI402",
        Severity.WARNING,
        "a holder whom the record has for another state",
        _HELD_AGAINST_RECORD,
        reason="A seat is held on behalf of the state that nominated its holder.",
        hint="exchange the names or the states",
        bad=_roster(_held(7, "KOR", holder="YAN Liang")),
        good=_roster(_held(7, "CHN", holder="YAN Liang")),
        implies="TRI406",
    ),
    _rule(
        "TRI403",
        Severity.NOTE,
        "another spelling than the preferred one",
        _HELD_AGAINST_RECORD,
        reason="One person is written in many ways, some of them misprints; one spelling is easier to compare.",
        hint="write the preferred spelling, if the document is in that script",
        bad=_roster(_held(7, "KOR", holder="LEE He-sup")),
        good=_roster(_held(7, "KOR", holder="LEE Hee-sup")),
    ),
    _rule(
        "TRI404",
        Severity.WARNING,
        "a name much like the recorded one",
        _HELD_AGAINST_RECORD,
        reason="It is no spelling that the record knows, but so near to one that it may be an error.",
        hint="correct the name, if it is that person",
        bad=_roster(_held(7, "KOR", holder="LEE Hee-sop")),
        good=_roster(_held(7, "KOR", holder="LEE Hee-sup")),
        implies="TRI401",
    ),
    _rule(
        "TRI405",
        Severity.NOTE,
        "a name that the record cannot confirm",
        _HELD_AGAINST_RECORD,
        reason="The record names nobody for this seat; the name may well be right.",
        hint="nothing is wrong; a record of your own can hold the fact, with its source",
        bad=_roster(_held(8, "JPN", holder="SATO Jun")),
    ),
    _rule(
        "TRI406",
        Severity.WARNING,
        "one person as Secretary-General of two boards",
        _ONCE,
        reason="Nobody has led two boards so far.",
        hint="correct the name of one of the boards",
        bad=_roster(_held(8, "JPN", holder="SATO Jun"), _held(9, "CHN", holder="SATO Jun")),
        good=_roster(_held(8, "JPN"), _held(9, "CHN")),
        implies="TRI405",
    ),
    _rule(
        "TRI407",
        Severity.WARNING,
        "a boundary that the record contradicts",
        _HELD_AGAINST_RECORD,
        reason="A source gives another day, or shows a board at work on the wrong side of this one.",
        hint="write the day of the record; or add the fact to a record of your own, with its source",
        bad=_roster(_board(6, "CHN KOR JPN", start="2020-09-01")),
        good=_roster(_board(6, "CHN KOR JPN", start="2021-09-01")),
        implies="TRI203 TRI307 TRI310",
    ),
    # Numbering
    _rule(
        "TRI501",
        Severity.ERROR,
        "a number that stands twice",
        _NUMBERED,
        reason="A number names one board. The later one is not judged by its number.",
        hint="number the boards anew, or take one of them away",
        bad=_roster(_board(), _board()),
    ),
    _rule(
        "TRI502",
        Severity.WARNING,
        "a number that is skipped",
        _NUMBERED,
        reason="Between two boards of a roster, the boards between them are expected.",
        hint="add the boards that are missing",
        bad=_roster(_board(8), _board(10, "KOR JPN CHN")),
        good=_roster(_board(8), _board(9, "CHN KOR JPN")),
    ),
    _rule(
        "TRI503",
        Severity.ERROR,
        "a number that no board has",
        _NUMBERED,
        reason="Boards count from 1, and a date must be able to hold their terms.",
        hint="write the number of the board",
        bad=_roster(_board(0)),
    ),
    _rule(
        "TRI504",
        Severity.WARNING,
        "a roster without boards",
        _FORM,
        reason="Nothing was checked, which is seldom what was meant.",
        hint="add the boards",
        bad=_roster(),
    ),
    # Document
    _rule(
        "TRI901",
        Severity.ERROR,
        "a document that cannot be read",
        _FORM,
        reason="Nothing can be said of what cannot be read.",
        hint="correct what is said to be wrong with the file",
        bad='{"boards": [',
    ),
    _rule(
        "TRI902",
        Severity.ERROR,
        "an unknown key",
        _FORM,
        reason="What stands under an unknown key would be passed over in silence.",
        hint="correct the key, or take it away",
        bad=_roster(_board(chair="JPN")),
        shape=True,
    ),
    _rule(
        "TRI903",
        Severity.ERROR,
        "a missing key",
        _FORM,
        reason="Without it, the table does not say what it is about.",
        hint="add the key",
        bad=_roster({"seats": _board()["seats"]}),
        shape=True,
        implies="TRI305",
    ),
    _rule(
        "TRI904",
        Severity.ERROR,
        "a value of the wrong type",
        _FORM,
        reason="Nothing is guessed: a text is not taken for a number, nor a number for a text.",
        hint="write a value of the expected type",
        bad=_roster(_board("8")),
        shape=True,
        implies="TRI305",
    ),
    _rule(
        "TRI905",
        Severity.ERROR,
        "a date that is not written as a date",
        _FORM,
        reason="Dates are written in one way only, since 01/09 is read in two.",
        hint="write YYYY-MM-DD; the start of a board may be YYYY-MM",
        bad=_roster(_board(start="1 September 2026")),
        good=_roster(_board(start="2026-09-01")),
        shape=True,
        implies="TRI305",
    ),
    _rule(
        "TRI906",
        Severity.ERROR,
        "a day that does not exist",
        _FORM,
        reason="The calendar has no such day.",
        hint="correct the day, the month or the year",
        bad=_roster(_board(start="2026-09-31")),
        good=_roster(_board(start="2026-09-01")),
        implies="TRI305",
    ),
    _rule(
        "TRI907",
        Severity.ERROR,
        "two keys of which only one may stand",
        _FORM,
        reason="Both say the same thing, and may contradict each other.",
        hint="keep one of the two",
        bad=_roster(_board(end="2029-09-01", last_day="2029-08-31")),
        good=_roster(_board(last_day="2029-08-31")),
        implies="TRI401",
        shape=True,
    ),
    _rule(
        "TRI908",
        Severity.WARNING,
        "a character in a name that cannot be seen",
        _FORM,
        reason="Invisible characters, and those that turn the direction of writing, make equal names differ.",
        hint="write the name without it",
        bad=_roster(_held(7, "KOR", holder="LEE\u200b Hee-sup")),
        good=_roster(_held(7, "KOR", holder="LEE Hee-sup")),
    ),
    _rule(
        "TRI909",
        Severity.ERROR,
        "a value that is given twice",
        _FORM,
        reason="Most programs silently keep one of the two.",
        hint="write it once",
        bad='{"boards": [], ' + _GOOD[1:],
    ),
    _rule(
        "TRI910",
        Severity.ERROR,
        "a document over a limit",
        _FORM,
        reason="The check answers in bounded time and memory.",
        hint="make the document smaller, or raise the limit if you trust it",
        bad=_BAD_DEPTH,
    ),
    _rule(
        "TRI911",
        Severity.NOTE,
        "a state not written by its code",
        _FORM,
        reason="A code means one state in every language.",
        hint="write CHN, JPN or KOR",
        bad=_roster(_board(states="JP CHN KOR")),
    ),
    _rule(
        "TRI912",
        Severity.ERROR,
        "a name that is blank or too long",
        _FORM,
        reason="A name has 1 to 200 characters, not all of them blank.",
        hint="write the name, or leave the key out where nobody is known",
        bad=_roster(_held(8, "JPN", holder=" ")),
    ),
)

RULES: Final[Mapping[str, Rule]] = MappingProxyType({rule.code: rule for rule in _RULES})
