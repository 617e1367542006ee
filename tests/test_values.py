"""What all values promise: frozen, slotted, hashable, picklable, with a short readable repr."""

import copy
import datetime as dt
import pickle
from collections.abc import Iterator
from enum import Enum
from typing import Any

import attrs
import pytest

import trilateral as tri
from tests.record.test_with_facts import board_8, with_facts
from trilateral import export

BOARD = tri.board(7)
TENURE = BOARD.secretary_general.tenures[0]
REPORT = tri.check_roster({"boards": [{"number": 7, "end": "2025-08-31", "seats": [None]}]})
ROSTER = tri.validate_roster([BOARD])
SUMMIT = tri.series("summit")
VALUES: list[Any] = [
    BOARD,
    BOARD.start,
    BOARD.secretary_general,
    BOARD.term,
    TENURE,
    TENURE.holder,
    TENURE.holder.names[0],
    TENURE.readings[0],
    BOARD.start.grounds,
    BOARD.end.grounds.citations[0],
    BOARD.start.grounds.sources[0],
    tri.board(6).start.readings[0].value,
    tri.board(8),
    tri.board(8).secretary_general,
    tri.composition(8),
    tri.nominations(8)[0],
    tri.AGREEMENT_2025,
    tri.AGREEMENT_2025.term_length_of(7),
    tri.match_person("lee hee sup"),
    tri.record(),
    tri.shares(),
    tri.fiscal_year(2026),
    tri.assess("5000000", currency="USD", fiscal_year=2026),
    REPORT,
    REPORT.findings[0],
    REPORT.findings[0].suggestion,
    REPORT.findings[0].rule,
    ROSTER,
    ROSTER.boards[0],
    ROSTER.boards[0].seats[0],
    ROSTER.boards[0].seats[0].tenures[0],
    tri.rosters.Limits(),
    tri.timeline(),
    SUMMIT,
    SUMMIT.meeting(9),
    SUMMIT.meeting(9).participants[0],
    SUMMIT.meeting(9).documents[0],
    SUMMIT.host(10),
    SUMMIT.gaps[0],
    tri.about("seat")[0],
    tri.label("secretariat", "en"),
    tri.joint_name("ko", on=dt.date(2024, 1, 1)),
    tri.evidence(7)[0],
    tri.departures(agreement=tri.AGREEMENT_2010)[0],
    tri.compare(tri.AGREEMENT_2010, tri.AGREEMENT_2025, until=dt.date(2026, 1, 1))[0],
    tri.explain(tri.board(9))["term.end"],
    export.boards(),
]
ERRORS: list[tri.TrilateralError] = [
    tri.UnknownBoardError(0, 2664),
    tri.OutOfCoverageError(dt.date(2011, 8, 31), dt.date(2011, 9, 1), dt.date(9997, 8, 31), "board 1 had not started"),
    tri.UnknownMeetingError("summit", 0, "nothing is claimed of a meeting below number 1"),
    tri.UnknownWordError("a series", "sumit", ("summit", "tripo"), ("summit",)),
    tri.UnknownPersonError("Lee", ("LEE Hee-sup", "LEE Jong-heon")),
    tri.AmbiguousPersonError("Lee", ("lee-hee-sup", "lee-jong-heon")),
    tri.WrongTypeError("the day", "a datetime.date", "None"),
    tri.InvalidValueError("a name", "not blank", "''"),
    tri.InvalidFactsError(("one problem",)),
    tri.InvalidAgreementError("orders", "expected each member once"),
    tri.InvalidJSONError(("one problem",)),
    tri.UnwritableError("boards.csv", "it is there already"),
    tri.MissingGlyphsError("한", ("DejaVu Sans",)),
]
WORDS: list[type[Enum]] = [
    each for name in tri.__all__ if isinstance(each := getattr(tri, name), type) and issubclass(each, Enum)
]


def one_of_each() -> Iterator[type]:
    """The public value classes."""
    for door in (tri, tri.rules, tri.rosters, export):
        for each in (getattr(door, name) for name in door.__all__):
            if isinstance(each, type) and attrs.has(each):
                yield each


class TestValues:
    """Values are frozen, slotted, hashable, ordered only where order has a meaning, picklable."""

    def test_of_every_public_class_are_tried_here(self) -> None:
        tried: set[type] = {type(value) for value in VALUES}
        assert tried == set(one_of_each())

    @pytest.mark.parametrize("value", VALUES, ids=repr)
    def test_cannot_be_changed(self, value: Any) -> None:
        with pytest.raises(attrs.exceptions.FrozenInstanceError, match=r"can't set attribute|^$"):
            setattr(value, value.__slots__[0], None)
        assert not hasattr(value, "__dict__")

    @pytest.mark.parametrize("value", VALUES, ids=repr)
    def test_survive_pickling_and_copying_as_equals(self, value: Any) -> None:
        for other in (pickle.loads(pickle.dumps(value)), copy.deepcopy(value), attrs.evolve(value)):
            assert other == value
            assert hash(other) == hash(value)

    @pytest.mark.parametrize("value", VALUES, ids=repr)
    def test_differ_from_values_of_other_classes_and_have_no_order(self, value: Any) -> None:
        assert value != attrs.astuple(value, recurse=False)
        assert sum(value == other for other in VALUES) == 1
        with pytest.raises(TypeError, match="'<' not supported"):
            assert value < value  # noqa: PLR0124 - the comparison is the test

    @pytest.mark.parametrize("value", VALUES, ids=repr)
    def test_have_a_short_readable_repr(self, value: Any) -> None:
        assert repr(value).startswith("<Agreement of" if value is tri.AGREEMENT_2025 else f"<{type(value).__name__}")
        assert len(repr(value)) < 350
        assert "object at 0x" not in repr(value)

    def test_a_fact_without_a_source_is_refused(self) -> None:
        with pytest.raises(tri.InvalidValueError, match=r"the sources of a fact must be at least one source, got \(\)"):
            tri.Reading("somebody says", ())

    def test_grounds_name_every_source_once(self) -> None:
        sources = tri.board(7).end.grounds.sources
        assert len({source.id for source in sources}) == len(sources) > 3

    def test_records_differ_by_their_facts(self) -> None:
        assert with_facts(boards=[board_8()]) != tri.record()


class TestWords:
    """A closed vocabulary is a plain enum: it equals no string and has no order."""

    @pytest.mark.parametrize("word", WORDS, ids=lambda word: word.__name__)
    def test_equal_no_string(self, word: type[Enum]) -> None:
        for member in word:
            assert member != member.value
            assert pickle.loads(pickle.dumps(member)) is member

    def test_of_states_have_no_order(self) -> None:
        with pytest.raises(TypeError, match="'<' not supported"):
            assert tri.MemberState.CHINA < tri.MemberState.JAPAN  # type: ignore[operator]  # pyright: ignore[reportOperatorIssue]
        assert {state.value for state in tri.MemberState} == {"CHN", "JPN", "KOR"}

    @pytest.mark.parametrize(
        ("word", "text"),
        [
            (tri.MemberState.KOREA, "MemberState.KOREA"),
            (tri.Role.SECRETARY_GENERAL, "Role.SECRETARY_GENERAL"),
            (tri.Standing.HOLDING_OVER, "Standing.HOLDING_OVER"),
            (tri.Answer.UNKNOWN, "Answer.UNKNOWN"),
            (tri.Remainder.HOST, "Remainder.HOST"),
            (tri.EventKind.LEADERS_MEETING, "EventKind.LEADERS_MEETING"),
            (tri.EventStatus.NOT_HELD, "EventStatus.NOT_HELD"),
            (tri.Language.KOREAN, "Language.KOREAN"),
            (tri.Register.OWN, "Register.OWN"),
            (tri.DepartureKind.SEAT, "DepartureKind.SEAT"),
            (tri.DifferenceKind.HOLDERS, "DifferenceKind.HOLDERS"),
        ],
    )
    def test_show_their_names(self, word: Enum, text: str) -> None:
        assert repr(word) == text


class TestErrors:
    """Errors derive from TrilateralError and a built-in, carry their parts, and pickle."""

    @pytest.mark.parametrize("error", ERRORS, ids=lambda error: type(error).__name__)
    def test_travel(self, error: tri.TrilateralError) -> None:
        other = pickle.loads(pickle.dumps(error))
        assert (type(other), str(other), vars(other)) == (type(error), str(error), vars(error))

    @pytest.mark.parametrize("error", ERRORS, ids=lambda error: type(error).__name__)
    def test_are_caught_as_ours_and_as_a_built_in(self, error: tri.TrilateralError) -> None:
        assert isinstance(error, tri.TrilateralError)
        assert isinstance(error, LookupError | OSError | TypeError | ValueError)

    def test_of_every_public_class_are_tried_here(self) -> None:
        public = {getattr(tri.errors, name) for name in tri.errors.__all__} - {tri.TrilateralError}
        assert {type(error) for error in ERRORS} == public

    def test_of_a_file_that_cannot_be_written_take_no_path_for_a_number(self) -> None:
        assert tri.UnwritableError("boards.csv", "it is there already").errno is None

    def test_stay_short_whatever_was_passed(self) -> None:
        huge: Any = [10**10000, "x" * 10**6, [[[[[[[]]]]]]]]
        with pytest.raises(tri.WrongTypeError, match=r"got \[<an integer of 33220 bits>, 'xx") as caught:
            tri.board(huge)
        assert len(str(caught.value)) < 300
