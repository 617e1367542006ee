"""What is said about the Secretariat, by subject."""

import pickle
from typing import Any

import attrs
import pytest
from tests.record.test_history import statement, with_history
from tests.rules.messages import got

import trilateral as tri
from trilateral import Basis, Statement
from trilateral._record.reading import read_facts

RECORD = with_history(
    statements=[
        statement("lifts", "There are lifts."),
        statement("lifts.north", "The north lift is slow.", date="2030-05"),
        statement("lifts.north.cable", "Its cable is new.", basis="inferred", note="By its shine."),
        statement("lifts-outside", "There are none outside."),
        statement("lifts.south", "The south lift is fast.", readings=[{"text": "It is slow too.", "sources": ["s2"]}]),
    ]
)


def said(subject: str | None = None) -> list[str]:
    """What is said about a subject, in the record with lifts."""
    return [each.value for each in tri.about(subject, record=RECORD)]


class TestAskingAboutASubject:
    """A subject also gives all that belongs to it, and nothing that only begins like it."""

    def test_gives_what_belongs_to_it_in_the_order_of_the_record(self) -> None:
        assert said("lifts") == [
            "There are lifts.",
            "The north lift is slow.",
            "Its cable is new.",
            "The south lift is fast.",
        ]
        assert said("lifts.north") == ["The north lift is slow.", "Its cable is new."]
        assert said("lifts.north.cable") == ["Its cable is new."]
        assert said("lifts-outside") == ["There are none outside."]

    def test_of_which_only_parts_are_told_gives_the_parts(self) -> None:
        record = with_history(statements=[statement("stairs.back.steps", "Twelve.")])
        for subject in ("stairs", "stairs.back", "stairs.back.steps"):
            assert [each.value for each in tri.about(subject, record=record)] == ["Twelve."]

    def test_without_a_subject_gives_everything(self) -> None:
        assert said() == [each.value for each in RECORD.history.statements]
        assert len(said()) == len(tri.about()) + 5

    def test_gives_what_a_user_says_first(self) -> None:
        record = with_history(statements=[statement("seat.treaty", "On the moon.")])
        assert [each.value for each in tri.about("seat", record=record)] == [
            "On the moon.",
            *(each.value for each in tri.about("seat")),
        ]

    def test_of_a_record_without_statements_is_refused(self) -> None:
        _, history = read_facts({}, onto=tri.record().facts)
        record: tri.Record = attrs.evolve(tri.record(), history=history)
        assert tri.about(record=record) == ()
        with pytest.raises(tri.UnknownWordError, match=r"^a subject cannot be asked for, as there is none; got 'seat'$"):
            tri.about("seat", record=record)
        wrong: Any = 7
        with pytest.raises(tri.WrongTypeError, match=r"^a subject must be a string, got 7$"):
            tri.about(wrong, record=record)

    @pytest.mark.parametrize("subject", ["lift", "lifts.", ".lifts", "lifts.nor", "LIFTS", "lifts north", "", "north"])
    def test_an_unknown_one_is_refused(self, subject: str) -> None:
        with pytest.raises(tri.UnknownWordError, match="a subject must be one of ") as caught:
            tri.about(subject, record=RECORD)
        assert caught.value.text == subject
        # Every subject is valid, the most general ones come first; each gives all that belongs to it.
        assert {"seat", "lifts", "lifts-outside", "lifts.north", "seat.treaty"} <= set(caught.value.valid)
        assert all(tri.about(valid, record=RECORD) for valid in caught.value.valid)
        dots = [valid.count(".") for valid in caught.value.valid]
        assert dots == sorted(dots)
        assert len(set(caught.value.valid)) == len(caught.value.valid)
        assert f" and {len(dots) - 30} more; " in str(caught.value)
        assert "seat.treaty" not in str(caught.value)

    @pytest.mark.parametrize(
        ("subject", "nearest"),
        [("lifts.nort", "lifts.north"), ("Lifts.North.Cable", "lifts.north.cable"), ("seat.treati", "seat.treaty")],
    )
    def test_an_unknown_one_is_told_the_nearest(self, subject: str, nearest: str) -> None:
        with pytest.raises(tri.UnknownWordError, match=rf"did you mean {nearest}( or .*)?\? got '{subject}'") as caught:
            tri.about(subject, record=RECORD)
        assert caught.value.nearest[0] == nearest

    @pytest.mark.parametrize("subject", [7, b"seat", ["seat"], True])
    def test_what_is_no_subject_is_refused(self, subject: Any) -> None:
        with pytest.raises(tri.WrongTypeError, match=rf"^a subject must be a string, such as '.*', {got(subject)}"):
            tri.about(subject)

    def test_what_is_no_record_is_refused(self) -> None:
        nothing: Any = {}
        with pytest.raises(tri.WrongTypeError, match=r"record must be a Record, such as record\(\), got {}"):
            tri.about("seat", record=nothing)


class TestStatements:
    """Subject, value, when, sources; where sources differ, the preferred reading first."""

    def test_have_the_value_sources_and_note_of_the_preferred_reading(self) -> None:
        (south,) = tri.about("lifts.south", record=RECORD)
        assert (south.value, [source.id for source in south.sources], south.note) == ("The south lift is fast.", ["s1"], None)
        assert [each.value for each in south.readings] == ["The south lift is fast.", "It is slow too."]
        assert [source.id for source in south.readings[1].sources] == ["s2"]

    def test_say_when_and_on_what_basis(self) -> None:
        north, cable = tri.about("lifts.north", record=RECORD)
        assert (str(north.when), north.basis, north.data_year) == ("2030-05", Basis.RECORDED, None)
        assert (cable.when, cable.basis, cable.note) == (None, Basis.INFERRED, "By its shine.")

    def test_have_a_short_repr_and_pickle(self) -> None:
        (cable,) = tri.about("lifts.north.cable", record=RECORD)
        assert repr(cable) == "<Statement lifts.north.cable: Its cable is new.>"
        assert pickle.loads(pickle.dumps(cable)) == cable


class TestShippedStatements:
    """The Secretariat, as plain sourced statements."""

    def test_each_has_sources_and_says_why_it_is_inferred_or_not_preferred(self) -> None:
        for each in tri.about():
            assert each.sources
            assert each.basis is Basis.RECORDED or each.note
            assert all(reading.note for reading in each.readings[1:])

    def test_existence_work_and_opening_are_separate_dates(self) -> None:
        dates = {str(each.when) for each in tri.about("existence")}
        assert {"2011-05-17", "2011-09-01", "2011-09-27"} <= dates

    def test_the_seat_by_treaty_is_a_country_and_by_practice_a_city(self) -> None:
        assert "Seoul" not in tri.about("seat.treaty")[0].value
        assert "Seoul" in tri.about("seat.practice")[0].value

    @pytest.mark.parametrize(
        "subject",
        [
            "existence",
            "seat",
            "vision",
            "objective",
            "functions",
            "departments",
            "staff",
            "fiscal-year",
            "mechanisms",
            "figures",
            "projects",
            "governance",
        ],
    )
    def test_tell_of_everything_that_was_asked_for(self, subject: str) -> None:
        found: tuple[Statement, ...] = tri.about(subject)
        assert found
        assert all(each.subject.split(".")[0] == subject for each in found)

    def test_figures_have_a_year_or_a_date(self) -> None:
        assert all(each.data_year or each.when for each in tri.about("figures"))

    def test_the_functions_stand_in_three_versions(self) -> None:
        assert len({each.subject.split(".")[1] for each in tri.about("functions") if "." in each.subject}) >= 3
