"""Who was seen at work when, which of that counts and why, and what rests on a source."""

import datetime as dt
import pickle
from collections.abc import Iterator
from typing import Any

import pytest
from tests.record.test_history import event, series, statement, with_history
from tests.record.test_history import name as named
from tests.record.test_with_facts import board_8, seen, started, with_facts
from tests.rules.messages import got
from tests.strategies import PEOPLE, SOURCE

import trilateral as tri
from trilateral import Evidence, Source
from trilateral._queries.evidence import facts_with_sources
from trilateral._record.evidence import attested_days


def sighted(*sightings: dict[str, Any], others: list[dict[str, str]]) -> list[Evidence]:
    """What shows board 7 at work after 2026-10-01, by sources that are secondary unless they say otherwise."""
    sources = [{**SOURCE, "kind": "secondary", **other} for other in others]
    record = tri.record().with_facts({"sources": sources, "attested": list(sightings)})
    return [each for each in tri.evidence(7, record=record) if each.when.after(dt.date(2026, 10, 1)) is tri.Answer.YES]


class TestShippedEvidence:
    """Sightings, accepted or not and why."""

    def test_of_board_7_is_accepted_up_to_september_2025(self) -> None:
        by_date = {str(each.when): each for each in tri.evidence(7)}
        assert (by_date["2025-09-03"].accepted, by_date["2025-09-03"].reason) == (True, "a primary source of that day")
        assert (by_date["2026-04-23"].accepted, by_date["2026-04-23"].reason) == (
            False,
            "one secondary source of that day alone",
        )
        shown = "<Evidence 2026-04-23 board 7 not accepted: one secondary source of that day alone>"
        assert repr(by_date["2026-04-23"]) == shown

    def test_is_in_order_of_time_and_has_sources(self) -> None:
        for board in tri.boards():
            found = tri.evidence(board)
            dates = [(each.when.earliest, each.when.latest) for each in found]
            assert dates == sorted(dates)
            assert all(each.board == board.number and each.sources for each in found)

    def test_is_all_that_the_record_has(self) -> None:
        facts = tri.record().facts
        tenures = [tenure for board in facts.boards for seat in board.seats for tenure in seat.tenures if tenure.holders]
        starts = sum(bool(tenure.start) and tenure.start[0].value.is_day for tenure in tenures)
        ends = sum(bool(tenure.end) for tenure in tenures)
        assert sum(len(tri.evidence(board)) for board in tri.boards()) == len(facts.sightings) + starts + ends

    def test_shows_every_day_that_counts(self) -> None:
        for known in tri.record().facts.boards:
            counted = {each.when.earliest for each in tri.evidence(known.number) if each.accepted}
            assert counted == {day for day, _ in attested_days(known, tri.record().facts)}

    def test_shows_the_first_and_the_last_day_of_a_tenure(self) -> None:
        tenure = {"holder": "p1", "start": "2026-10-05", "end": "2026-12-01", "sources": ["s1"]}
        seat = {"role": "deputy-secretary-general", "state": "JPN", "tenures": [tenure]}
        record = with_facts(people=PEOPLE[:1], boards=[{"number": 7, "seats": [seat]}])
        last = [each for each in tri.evidence(7, record=record) if each.person and each.person.id == "p1"]
        assert [(str(each.when), each.note, each.accepted) for each in last] == [
            ("2026-10-05", "The first day of a tenure.", True),
            ("2026-11-30", "The last day of a tenure.", True),
        ]
        assert [source.id for source in last[0].sources] == ["s1"]
        assert tri.evidence(7)[0].note == "The first day of a tenure."

    def test_does_not_show_a_tenure_of_which_only_the_month_is_known(self) -> None:
        assert all(
            each.when != tri.PartialDate(2021, 9) for each in tri.evidence(6) if each.note == "The first day of a tenure."
        )

    def test_names_the_person_who_was_seen(self) -> None:
        people = {each.person for board in tri.boards() for each in tri.evidence(board) if each.person}
        assert tri.person("LEE Hee-sup") in people
        assert people <= set(tri.people())

    def test_of_a_projected_board_is_none(self) -> None:
        assert tri.evidence(8) == tri.evidence(tri.board(9)) == ()


class TestWhatCounts:
    """A primary source, or two secondary ones of different publishers, neither reprinting the other; a month never does."""

    @pytest.mark.parametrize(
        ("others", "accepted", "reason"),
        [
            ([{"id": "s2", "publisher": "A"}], False, "one secondary source of that day alone"),
            ([{"id": "s2", "publisher": "A", "kind": "primary"}], True, "a primary source of that day"),
            (
                [{"id": "s2", "publisher": "A"}, {"id": "s3", "publisher": "B"}],
                True,
                "secondary sources of that day, of different publishers",
            ),
            (
                [{"id": "s2", "publisher": "A"}, {"id": "s3", "publisher": "B", "kind": "primary"}],
                True,
                "a primary source of that day",
            ),
        ],
    )
    def test_a_day_with_sources_that_suffice(self, others: list[dict[str, str]], accepted: bool, reason: str) -> None:  # noqa: FBT001 - as pytest passes it
        (found,) = sighted(seen(7, "2026-10-05", *(other["id"] for other in others)), others=others)
        assert (found.accepted, found.reason) == (accepted, reason)

    def test_not_two_of_one_publisher(self) -> None:
        others = [{"id": "s2", "publisher": "A"}, {"id": "s3", "publisher": "A"}]
        (found,) = sighted(seen(7, "2026-10-05", "s2", "s3"), others=others)
        assert not found.accepted
        assert found.reason != "one secondary source of that day alone"  # there are two

    def test_not_two_of_which_one_reprints_the_other(self) -> None:
        others = [{"id": "s2", "publisher": "A"}, {"id": "s3", "publisher": "B", "reprints": "s2"}]
        (found,) = sighted(seen(7, "2026-10-05", "s2", "s3"), others=others)
        assert not found.accepted
        assert found.reason != "one secondary source of that day alone"  # there are two

    def test_a_reprint_of_a_primary_text(self) -> None:
        others = [{"id": "s2", "publisher": "A", "kind": "primary"}, {"id": "s3", "publisher": "B", "reprints": "s2"}]
        (found,) = sighted(seen(7, "2026-10-05", "s3"), others=others)
        assert (found.accepted, found.reason) == (True, "a primary source of that day")

    def test_the_sources_of_different_sightings_together(self) -> None:
        others = [{"id": "s2", "publisher": "A"}, {"id": "s3", "publisher": "B"}]
        both = [seen(7, "2026-10-05", "s2"), {**seen(7, "2026-10-05", "s3"), "person": "yan-liang", "note": "A photograph."}]
        found = sighted(*both, others=others)
        assert [(each.accepted, each.reason) for each in found] == [
            (True, "secondary sources of that day, of different publishers")
        ] * 2
        assert [each.person and each.person.id for each in found] == [None, "yan-liang"]
        assert [each.note for each in found] == [None, "A photograph."]

    def test_never_a_month(self) -> None:
        (found,) = sighted(seen(7, "2026-11", "s2"), others=[{"id": "s2", "kind": "primary"}])
        assert (str(found.when), found.accepted, found.reason) == ("2026-11", False, "a month never counts")

    def test_a_board_of_one_s_own(self) -> None:
        record = with_facts(boards=[board_8(start=started("2026-09-01"))], attested=[seen(8, "2026-10-01")])
        (found,) = tri.evidence(8, record=record)
        assert (found.board, found.accepted) == (8, True)
        assert repr(found) == "<Evidence 2026-10-01 board 8 accepted: a primary source of that day>"
        assert pickle.loads(pickle.dumps(found)) == found

    @pytest.mark.parametrize("number", [0, -1, 2665])
    def test_of_no_board_is_refused(self, number: int) -> None:
        with pytest.raises(tri.UnknownBoardError, match=f"boards count from 1, .* got {number}$"):
            tri.evidence(number)

    @pytest.mark.parametrize("board", ["7", None, True, 7.0])
    def test_of_what_is_no_board_is_refused(self, board: Any) -> None:
        with pytest.raises(tri.WrongTypeError, match=rf"^a board's number must be an int, such as 7, {got(board)}"):
            tri.evidence(board)

    def test_what_is_no_record_is_refused(self) -> None:
        nothing: Any = {}
        message = r"record must be a Record, such as record\(\), got {}"
        with pytest.raises(tri.WrongTypeError, match=message):
            tri.evidence(7, record=nothing)
        with pytest.raises(tri.WrongTypeError, match=message):
            tri.evidence(tri.board(7), record=nothing)
        with pytest.raises(tri.WrongTypeError, match=message):
            tri.resting_on("tcs-2025-09-03", record=nothing)


def sources_under(value: Any) -> Iterator[Source]:
    """Every source anywhere within a value, but not the sources of a person's names."""
    if isinstance(value, Source):
        yield value
        return
    fields: Any = () if isinstance(value, tri.Person) else getattr(value, "__attrs_attrs__", ())
    within: list[Any] = [getattr(value, field.name) for field in fields]
    if isinstance(value, tuple):
        within.extend(value)  # pyright: ignore[reportUnknownArgumentType]
    for each in within:
        yield from sources_under(each)


class TestRestingOn:
    """From a source back to the facts that rest on it."""

    RECORD = with_history(
        sources=[SOURCE, {**SOURCE, "id": "s2"}, {**SOURCE, "id": "s3"}, {**SOURCE, "id": "s4"}],
        series=[series("x", sources=["s3"])],
        events=[
            event("plain", "2030"),
            event("read", "2030", sources=["s3"], readings=[{"date": "2031", "sources": ["s2"]}]),
            event("placed", "2030", sources=["s3"], places=[{"place": "Rome", "sources": ["s2"]}]),
            event("met", "2030", sources=["s3"], participants=[{"person": "p1", "office": "Guest", "sources": ["s2"]}]),
            event("wrote", "2030", sources=["s3"], documents=[{"title": "Text", "sources": ["s2"]}]),
            event("off", "2030", sources=["s3"], status="not-held", causes=[{"text": "Rain.", "sources": ["s2"]}]),
        ],
        statements=[statement("x", "So.", sources=["s3"], readings=[{"text": "Not so.", "sources": ["s2"]}])],
        names=[named("x", "en", "Ex", sources=["s2"])],
        attested=[{"board": 7, "date": "2025-09-03", "sources": ["s2"]}],
    )

    def test_gives_whatever_any_part_of_rests_on_it(self) -> None:
        found = tri.resting_on("s2", record=self.RECORD)
        events = [each.id for each in found if isinstance(each, tri.Event)]
        assert events == ["met", "off", "placed", "read", "wrote"]
        others = {type(each) for each in found if not isinstance(each, tri.Event)}
        assert {Evidence, tri.Statement, tri.Label} <= others
        assert {type(each) for each in tri.resting_on("s3", record=self.RECORD)} == {tri.Event, tri.Series, tri.Statement}

    def test_gives_a_board_by_each_of_its_boundaries(self) -> None:
        sources = [SOURCE, *({**SOURCE, "id": id_} for id_ in ("s2", "s3"))]
        board = board_8(start={"date": "2026-09-01", "sources": ["s2"]}, last_day={"date": "2029-08-31", "sources": ["s3"]})
        nine = {"number": 9, "start": started("2029-09-01")}
        record = tri.record().with_facts({"sources": sources, "people": PEOPLE, "boards": [board, nine]})
        for id_ in ("s2", "s3"):
            (eight,) = tri.resting_on(id_, record=record)
            assert eight == tri.board(8, record=record)

    def test_gives_a_tenure_by_its_holder_and_by_its_boundaries(self) -> None:
        tenures = [
            {"holder": "p1", "sources": ["s2"]},
            {"holder": "p2", "start": "2027-05-01", "sources": ["s3"], "appointed": {"date": "2027-04", "sources": ["s4"]}},
        ]
        seat = {"role": "secretary-general", "state": "JPN", "tenures": tenures}
        record = tri.record().with_facts(
            {
                "sources": [SOURCE, *({**SOURCE, "id": id_} for id_ in ("s2", "s3", "s4"))],
                "people": PEOPLE,
                "boards": [{"number": 8, "start": started("2026-09-01"), "seats": [seat]}],
            }
        )
        one, other = tri.board(8, record=record).secretary_general.tenures
        assert tri.resting_on("s2", record=record) == (one,)
        assert [each for each in tri.resting_on("s3", record=record) if isinstance(each, tri.Tenure)] == [other]
        assert tri.resting_on("s4", record=record) == (other,)

    def test_gives_the_people_that_it_names(self) -> None:
        found = tri.resting_on("s1", record=self.RECORD)
        assert [each.id for each in found if isinstance(each, tri.Person)] == ["p1", "p2"]
        assert [each.id for each in found if isinstance(each, tri.Event)] == ["plain"]

    def test_gives_nothing_of_what_nothing_rests_on(self) -> None:
        assert tri.resting_on("s4", record=self.RECORD) == ()

    def test_by_the_source_or_its_id(self) -> None:
        source = next(each for each in self.RECORD.sources if each.id == "s2")
        assert tri.resting_on(source, record=self.RECORD) == tri.resting_on("s2", record=self.RECORD)

    def test_gives_the_provisions_of_the_law(self) -> None:
        found = tri.resting_on("mofa-japan-protocol-2025-03-22")
        assert any(isinstance(each, tri.Citation) for each in found)

    def test_every_source_of_a_fact_leads_back_to_it(self) -> None:
        shipped = [*tri.timeline(), *tri.series(), *tri.about()]
        history = tri.record().history
        for fact in (*shipped, *history.names, *history.joint_names):
            own = fact.sources if isinstance(fact, tri.Series) else sources_under(fact)
            assert all(fact in BY_SOURCE[source.id] for source in own)

    def test_every_source_of_a_board_or_of_its_evidence_leads_back_to_it(self) -> None:
        for board in tri.boards():
            for reading in board.start.readings:
                assert all(board in BY_SOURCE[source.id] for source in reading.sources)
            for each in tri.evidence(board):
                assert all(each in BY_SOURCE[source.id] for source in each.sources)
            for tenure in (tenure for seat in board.seats for tenure in seat.tenures):
                assert all(tenure in BY_SOURCE[source.id] for source in tenure.readings[0].sources)

    def test_every_shipped_source_bears_something_or_is_reprinted(self) -> None:
        reprinted = {source.reprints for source in tri.record().sources}
        assert [id_ for id_, facts in BY_SOURCE.items() if not facts and id_ not in reprinted] == []

    def test_every_fact_that_rests_on_a_source_names_it(self) -> None:
        source = tri.summits()[0].sources[0]
        for fact in tri.resting_on(source):
            assert source in {*sources_under(fact)} or isinstance(fact, tri.Person)

    def test_every_fact_answers_its_sources_and_on_what_it_stands(self) -> None:
        for fact, _ in facts_with_sources(tri.record()):
            assert fact.sources
            assert isinstance(fact, tri.Citation) or isinstance(fact.basis, tri.Basis)

    def test_every_source_of_a_fact_is_told_once(self) -> None:
        others = (tri.fiscal_year(2017).sources, tri.series("summit").next_host().sources)
        of_people = (person.sources for person in tri.people())
        for sources in (*others, *of_people, *(board.sources for board in tri.boards())):
            assert len(set(sources)) == len(sources) > 0
        board = tri.board(6)
        assert set(board.sources) >= {*board.start.sources, *board.end.sources}
        assert {source for reading in board.start.readings for source in reading.sources} <= set(board.sources)
        assert set(tri.fiscal_year(2026).sources) == set(tri.fiscal_year(2026).grounds.sources)

    def test_the_sources_that_can_be_asked_for_come_in_the_order_of_the_record(self) -> None:
        with pytest.raises(tri.UnknownWordError, match=r" and \d+ more; ") as caught:
            tri.resting_on("tcs-2025-09-033")
        assert caught.value.valid == tuple(source.id for source in tri.record().sources)

    def test_an_unknown_source_is_told_the_nearest(self) -> None:
        with pytest.raises(
            tri.UnknownWordError, match=r"a source must be .*did you mean tcs-2025-09-03( or .*)?\? got"
        ) as caught:
            tri.resting_on("tcs-2025-09-033")
        assert caught.value.text == "tcs-2025-09-033"
        assert len(str(caught.value)) < 2_000

    def test_what_is_no_source_is_refused(self) -> None:
        wrong: Any = 7
        with pytest.raises(tri.WrongTypeError, match=r"a source must be a Source or its id, such as '.*', got 7"):
            tri.resting_on(wrong)


BY_SOURCE = {source.id: tri.resting_on(source) for source in tri.record().sources}
