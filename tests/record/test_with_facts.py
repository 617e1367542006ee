"""A user's own sourced facts, each with the terms that follow, worked out by hand."""

import copy
import datetime as dt
import pickle
from typing import Any, ClassVar

import pytest
from hypothesis import given
from tests.strategies import PEOPLE, SOURCE, facts

import trilateral as tri
from trilateral import AGREEMENT_2010, Agreement, Basis, MemberState, Occupancy, Role, Standing
from trilateral.export import from_json, to_json

JAPAN_LEADS = {
    "role": "secretary-general",
    "state": "JPN",
    "tenures": [{"holder": "p1", "appointed": "2026-08-20", "sources": ["s1"]}],
}


def document(**parts: Any) -> dict[str, Any]:
    """A facts document with a primary source and three people."""
    return {"sources": [SOURCE], "people": PEOPLE, **parts}


def with_facts(**parts: Any) -> tri.Record:
    """The shipped record with facts added."""
    return tri.record().with_facts(document(**parts))


def board_8(**parts: Any) -> dict[str, Any]:
    """A board 8 led by Japan."""
    return {"number": 8, "seats": [JAPAN_LEADS], **parts}


def started(day: str) -> dict[str, Any]:
    """A sourced date."""
    return {"date": day, "sources": ["s1"]}


def seen(board: int, day: str, *sources: str) -> dict[str, Any]:
    """A sighting of the whole board."""
    return {"board": board, "date": day, "sources": list(sources or ("s1",))}


def terms(record: tri.Record, *numbers: int, agreement: Agreement[MemberState] | None = None) -> list[str]:
    """The terms of some boards."""
    return [str(tri.board(number, agreement=agreement, record=record).term) for number in numbers]


class TestALaterBoard:
    """A board is RECORDED if the record names it; it ends where the next recorded one starts."""

    def test_with_a_start_ends_the_one_before(self) -> None:
        record = with_facts(boards=[board_8(start=started("2026-09-01"))])
        assert terms(record, 7, 8, 9) == ["2023-09-01/2026-09-01", "2026-09-01/2029-09-01", "2029-09-01/2032-09-01"]
        board = tri.board(8, record=record)
        assert (board.basis, board.start.basis, board.end.basis) == (Basis.RECORDED, Basis.RECORDED, Basis.PROJECTED)
        assert tri.board(7, record=record).end.basis is Basis.INFERRED

    def test_without_a_start_starts_at_the_end_of_the_one_before(self) -> None:
        record = with_facts(boards=[board_8()])
        assert terms(record, 7, 8) == ["2023-09-01/2026-09-01", "2026-09-01/2029-09-01"]
        assert terms(record, 7, 8, agreement=AGREEMENT_2010) == ["2023-09-01/2025-09-04", "2025-09-04/2027-09-01"]
        assert tri.board(8, record=record).start.basis is Basis.PROJECTED

    def test_without_a_start_starts_on_its_own_first_attested_day_if_that_is_earlier(self) -> None:
        record = with_facts(boards=[board_8()], attested=[seen(8, "2026-08-20"), seen(8, "2026-10-01")])
        assert terms(record, 7, 8) == ["2023-09-01/2026-08-20", "2026-08-20/2029-09-01"]
        assert tri.board(8, record=record).start.basis is tri.board(7, record=record).end.basis is Basis.INFERRED

    def test_that_starts_late_lets_the_one_before_hold_over(self) -> None:
        record = with_facts(boards=[board_8(start=started("2026-11-15"))])
        assert terms(record, 7, 8, 9) == ["2023-09-01/2026-11-15", "2026-11-15/2029-09-01", "2029-09-01/2032-09-01"]
        board = tri.board(7, record=record)
        assert board.standing_on(dt.date(2026, 8, 31)) is Standing.IN_TERM
        assert board.standing_on(dt.date(2026, 9, 1)) is Standing.HOLDING_OVER

    def test_that_starts_in_august_counts_from_the_coming_1_september(self) -> None:
        assert terms(with_facts(boards=[board_8(start=started("2026-08-01"))]), 8) == ["2026-08-01/2029-09-01"]
        assert terms(with_facts(boards=[board_8(start=started("2026-07-31"))]), 8) == ["2026-07-31/2028-09-01"]

    def test_of_which_only_the_month_is_known_starts_on_its_first_day_by_inference(self) -> None:
        start = tri.board(8, record=with_facts(boards=[board_8(start=started("2026-10"))])).start
        assert (start.date, start.basis, str(start.attested)) == (dt.date(2026, 10, 1), Basis.INFERRED, "2026-10")

    def test_of_which_only_the_month_is_known_starts_after_the_last_day_of_the_one_before(self) -> None:
        record = with_facts(boards=[board_8(start=started("2026-09"))], attested=[seen(7, "2026-09-03")])
        assert terms(record, 7, 8) == ["2023-09-01/2026-09-04", "2026-09-04/2029-09-01"]
        start = tri.board(8, record=record).start
        assert start.basis is Basis.INFERRED
        assert "board 7 was at work on 2026-09-03" in [fact.value for fact in start.grounds.facts]
        last_day = {"number": 5, "last_day": started("2021-09-05")}
        assert terms(with_facts(boards=[last_day]), 5, 6) == ["2019-09-01/2021-09-06", "2021-09-06/2023-09-01"]

    def test_of_which_only_the_month_is_known_may_follow_one_that_nobody_saw_at_work(self) -> None:
        nine = {"number": 9, "start": started("2029-09")}
        record = with_facts(boards=[{"number": 8, "start": started("2026-09-01")}, nine])
        assert terms(record, 8, 9) == ["2026-09-01/2029-09-01", "2029-09-01/2032-09-01"]

    def test_knows_its_recorded_seats_and_expects_the_others_by_law(self) -> None:
        board = tri.board(8, record=with_facts(boards=[board_8()]))
        assert [(seat.role.abbreviation, seat.state.value, seat.occupancy) for seat in board.seats] == [
            ("SG", "JPN", Occupancy.HELD),
            ("DSG", "CHN", Occupancy.UNKNOWN),
            ("DSG", "KOR", Occupancy.UNKNOWN),
        ]
        tenure = board.secretary_general.tenures[0]
        assert (tenure.holder.name, str(tenure.appointed), str(tenure.term)) == (
            "YAMADA Taro",
            "2026-08-20",
            "2026-09-01/2029-09-01",
        )

    def test_may_be_led_by_a_state_out_of_turn(self) -> None:
        chinese = {"role": "secretary-general", "state": "CHN", "tenures": [{"holder": "p2", "sources": ["s1"]}]}
        board = tri.board(8, record=with_facts(boards=[{"number": 8, "seats": [chinese]}]))
        assert [seat.state.value for seat in board.seats] == ["CHN", "KOR", "JPN"]

    def test_whose_leader_is_not_known_is_led_by_a_state_that_has_no_deputy(self) -> None:
        deputy = {"role": "deputy-secretary-general", "state": "JPN", "tenures": [{"holder": "p1", "sources": ["s1"]}]}
        board = tri.board(8, record=with_facts(boards=[{"number": 8, "seats": [deputy]}]))
        assert [(seat.role.abbreviation, seat.state.value) for seat in board.seats] == [
            ("SG", "CHN"),
            ("DSG", "KOR"),
            ("DSG", "JPN"),
        ]
        told = [fact.value for fact in board.secretary_general.grounds.facts]
        assert told == ["the deputy-secretary-general of board 8 comes from JPN"]

    def test_attests_the_last_day_of_the_one_before_where_a_source_gives_it(self) -> None:
        last_day = {"number": 7, "last_day": started("2026-08-31")}
        record = with_facts(boards=[last_day, board_8(start=started("2026-09-01"))])
        end = tri.board(7, record=record).end
        assert (end.date, end.basis, str(end.attested)) == (dt.date(2026, 9, 1), Basis.RECORDED, "2026-08-31")


class TestALaterAttestedDay:
    """The last recorded board ends at the later of its lawful end and the day after its last attested day."""

    def test_past_the_lawful_end_moves_the_end(self) -> None:
        record = with_facts(attested=[seen(7, "2026-10-05")])
        assert terms(record, 7, 8) == ["2023-09-01/2026-10-06", "2026-10-06/2029-09-01"]
        assert terms(record, 7, 8, agreement=AGREEMENT_2010) == ["2023-09-01/2026-10-06", "2026-10-06/2028-09-01"]
        assert tri.board(7, record=record).end.basis is Basis.INFERRED

    def test_before_the_lawful_end_moves_it_under_the_shorter_law_only(self) -> None:
        record = with_facts(attested=[seen(7, "2026-08-30")])
        assert terms(record, 7) == ["2023-09-01/2026-09-01"]
        assert terms(record, 7, agreement=AGREEMENT_2010) == ["2023-09-01/2026-08-31"]

    @pytest.mark.parametrize(
        ("others", "moves"),
        [
            ([{"id": "s2", "publisher": "A"}], False),  # one secondary source
            ([{"id": "s2", "publisher": "A"}, {"id": "s3", "publisher": "B"}], True),
            ([{"id": "s2", "publisher": "A"}, {"id": "s3", "publisher": "A"}], False),  # one publisher
            ([{"id": "s2", "publisher": "A"}, {"id": "s3", "publisher": "B", "reprints": "s2"}], False),
            (
                [
                    {"id": "s0", "publisher": "C"},
                    {"id": "s2", "publisher": "A", "reprints": "s0"},
                    {"id": "s3", "publisher": "B", "reprints": "s0"},
                ],
                False,  # two reprints of one text
            ),
            ([{"id": "s2", "publisher": "A", "reprints": "s1"}], True),  # the reprinted text is primary
        ],
    )
    def test_counts_with_a_primary_source_or_two_independent_secondary_ones(
        self, others: list[dict[str, str]], *, moves: bool
    ) -> None:
        sources = [SOURCE, *({**SOURCE, "kind": "secondary", **other} for other in others)]
        ids = [other["id"] for other in others if other["id"] != "s0"]
        record = with_facts(sources=sources, attested=[seen(7, "2026-10-05", *ids)])
        assert terms(record, 7) == ["2023-09-01/2026-10-06" if moves else "2023-09-01/2026-09-01"]

    def test_counts_sources_of_different_sightings_together(self) -> None:
        sources = [{**SOURCE, "id": id_, "publisher": id_, "kind": "secondary"} for id_ in ("s2", "s3")]
        both = [seen(7, "2026-10-05", "s2"), {**seen(7, "2026-10-05", "s3"), "person": "yan-liang"}]
        record = tri.record().with_facts({"sources": sources, "attested": both})
        assert terms(record, 7) == ["2023-09-01/2026-10-06"]

    def test_never_counts_as_a_month(self) -> None:
        assert terms(with_facts(attested=[seen(7, "2026-10")]), 7) == ["2023-09-01/2026-09-01"]


class TestAReplacement:
    """Tenures are dated holders; with several, the holder is the last."""

    replacement: ClassVar[dict[str, Any]] = {
        "number": 7,
        "seats": [
            {
                "role": "deputy-secretary-general",
                "state": "JPN",
                "tenures": [{"holder": "p1", "start": "2025-03-01", "sources": ["s1"]}],
            }
        ],
    }

    def test_in_mid_term_ends_the_tenure_before(self) -> None:
        seat = tri.board(7, record=with_facts(boards=[self.replacement])).deputies[0]
        assert [(each.holder.name, str(each.term), each.start.basis, each.end.basis) for each in seat.tenures] == [
            ("ZUSHI Shuji", "2023-09-01/2025-03-01", Basis.RECORDED, Basis.INFERRED),
            ("YAMADA Taro", "2025-03-01/2026-09-01", Basis.RECORDED, Basis.PROJECTED),
        ]
        assert seat.holder is seat.tenures[1].holder
        assert seat.holder_on(dt.date(2025, 2, 28)) == tri.person("ZUSHI Shuji")
        assert seat.holder_on(dt.date(2025, 3, 1)) == seat.holder

    def test_after_a_vacancy_leaves_the_seat_vacant_between(self) -> None:
        board = copy.deepcopy(self.replacement)
        board["seats"][0]["tenures"].insert(0, {"vacant": True, "start": "2025-01-01", "sources": ["s1"]})
        seat = tri.board(7, record=with_facts(boards=[board])).deputies[0]
        assert [str(tenure.term) for tenure in seat.tenures] == ["2023-09-01/2025-01-01", "2025-03-01/2026-09-01"]
        assert [str(vacancy.value) for vacancy in seat.vacancies] == ["2025-01-01/2025-03-01"]
        assert seat.occupancy_on(dt.date(2025, 2, 1)) is Occupancy.VACANT
        assert seat.holder_on(dt.date(2025, 2, 1)) is None

    def test_may_leave_the_seat_vacant_twice(self) -> None:
        def vacant(start: str, end: str) -> dict[str, Any]:
            note = f"Nobody until {end}."
            gap = tenure(None, vacant=True, start=start, end=end, note=note)
            return {"number": 7, "seats": [{**DEPUTY, "state": "JPN", "tenures": [gap]}]}

        once = with_facts(boards=[vacant("2026-01-01", "2026-02-01")])
        twice = once.with_facts(document(boards=[vacant("2026-05-01", "2026-06-01")]))
        again = twice.with_facts(document(boards=[vacant("2026-05-01", "2026-06-01")]))
        for record in (twice, again):
            vacancies = tri.board(7, record=record).deputies[0].vacancies
            assert [(str(each.value), each.note) for each in vacancies] == [
                ("2026-01-01/2026-02-01", "Nobody until 2026-02-01."),
                ("2026-05-01/2026-06-01", "Nobody until 2026-06-01."),
            ]

    def test_with_a_gap_leaves_the_seat_unknown_between(self) -> None:
        board = copy.deepcopy(self.replacement)
        board["seats"][0]["tenures"].insert(0, {"holder": "zushi-shuji", "end": "2025-01-01", "sources": ["s1"]})
        seat = tri.board(7, record=with_facts(boards=[board])).deputies[0]
        assert [str(tenure.term) for tenure in seat.tenures] == ["2023-09-01/2025-01-01", "2025-03-01/2026-09-01"]
        assert str(seat.tenures[0].end.attested) == "2024-12-31"  # the last day
        assert seat.occupancy_on(dt.date(2025, 2, 1)) is Occupancy.UNKNOWN

    def test_by_somebody_who_comes_back_is_a_third_tenure(self) -> None:
        board = copy.deepcopy(self.replacement)
        board["seats"][0]["tenures"].append({"holder": "zushi-shuji", "start": "2025-06-01", "sources": ["s1"]})
        seat = tri.board(7, record=with_facts(boards=[board])).deputies[0]
        assert [tenure.holder.id for tenure in seat.tenures] == ["zushi-shuji", "p1", "zushi-shuji"]

    def test_by_the_same_person_after_a_while_leaves_a_gap(self) -> None:
        tenures = [tenure("zushi-shuji", end="2025-01-01"), tenure("zushi-shuji", start="2025-06-01")]
        seat = tri.board(7, record=with_facts(boards=[seat_7(*tenures)])).deputies[0]
        assert [str(each.term) for each in seat.tenures] == ["2023-09-01/2025-01-01", "2025-06-01/2026-09-01"]
        assert seat.occupancy_on(dt.date(2025, 3, 1)) is Occupancy.UNKNOWN

    def test_that_is_only_planned_shows_nobody_at_work_yet(self) -> None:
        notice = [{**SOURCE, "seen": "2026-08-21"}]
        planned = seat_8(tenure("p1", start="2026-09-01", end="2029-09-01"))
        record = with_facts(sources=notice, boards=[planned])
        assert terms(record, 7, 8, agreement=AGREEMENT_2010) == ["2023-09-01/2025-09-04", "2025-09-04/2027-09-01"]

    def test_seen_after_the_lawful_end_shows_the_board_at_work(self) -> None:
        record = with_facts(boards=[self.replacement])
        assert terms(record, 7, agreement=AGREEMENT_2010) == ["2023-09-01/2025-09-04"]
        board = copy.deepcopy(self.replacement)
        board["seats"][0]["tenures"][0]["start"] = "2026-03-01"
        assert terms(with_facts(boards=[board]), 7, agreement=AGREEMENT_2010) == ["2023-09-01/2026-03-02"]

    def test_seen_by_one_secondary_source_after_the_term_leaves_it_out(self) -> None:
        board = copy.deepcopy(self.replacement)
        board["seats"][0]["tenures"][0]["start"] = "2026-03-01"
        record = with_facts(sources=[{**SOURCE, "kind": "secondary"}], boards=[board])
        assert terms(record, 7, agreement=AGREEMENT_2010) == ["2023-09-01/2025-09-04"]
        seat = tri.board(7, agreement=AGREEMENT_2010, record=record).deputies[0]
        assert [tenure.holder.id for tenure in seat.tenures] == ["zushi-shuji"]

    def test_of_a_vacancy_by_a_holder_takes_its_note_away(self) -> None:
        vacant = tenure(None, vacant=True, start="2026-10-01", note="Nobody came.")
        once = with_facts(boards=[seat_8(tenure("p1"), vacant, start=started("2026-09-01"))])
        found = once.with_facts({"boards": [seat_8(tenure("p2", start="2026-10-01"))]})
        seat = tri.board(8, record=found).secretary_general
        assert ([each.holder.id for each in seat.tenures], seat.vacancies) == (["p1", "p2"], ())
        assert "Nobody came." not in to_json(found)
        assert from_json(to_json(found)) == found

    @pytest.mark.parametrize("parts", [{}, {"end": "2026-12-01"}])
    def test_by_nobody_from_the_first_day_of_a_known_tenure_is_refused(self, parts: dict[str, str]) -> None:
        later = tenure("p1", start="2026-10-01")
        record = with_facts(boards=[seat_8(later, start=started("2026-09-01"))])
        held = "board 8, JPN: by the record 'p1' holds the seat from 2026-10-01 on, so that it is not vacant then"
        with pytest.raises(tri.InvalidFactsError, match=f"{held}; give the vacancy another start, or an end alone"):
            record.with_facts({"boards": [seat_8(tenure(None, vacant=True, start="2026-10-01", **parts))]})

    def test_by_nobody_from_the_first_day_of_a_board_whose_holder_is_known_is_refused(self) -> None:
        held = "board 7, JPN: by the record 'zushi-shuji' holds the seat from 2023-09-01 on"
        with pytest.raises(tri.InvalidFactsError, match=held):
            with_facts(boards=[seat_7(tenure(None, vacant=True, start="2023-09-01"))])

    def test_by_nobody_may_come_before_or_within_a_known_tenure(self) -> None:
        later = tenure("p1", start="2026-10-01")
        record = with_facts(boards=[seat_8(later, start=started("2026-09-01"))])
        for parts, vacancy in (
            ({"end": "2026-10-01"}, "2026-09-01/2026-10-01"),
            ({"start": "2027-01-01"}, "2027-01-01/2029-09-01"),
        ):
            found = record.with_facts({"boards": [seat_8(tenure(None, vacant=True, **parts))]})
            seat = tri.board(8, record=found).secretary_general
            assert ([each.holder.id for each in seat.tenures], [str(each.value) for each in seat.vacancies]) == (
                ["p1"],
                [vacancy],
            )

    def test_of_a_whole_board_may_be_a_vacancy_from_the_start(self) -> None:
        vacant = {"role": "secretary-general", "state": "JPN", "tenures": [{"vacant": True, "sources": ["s1"]}]}
        seat = tri.board(8, record=with_facts(boards=[{"number": 8, "seats": [vacant]}])).secretary_general
        assert (seat.occupancy, seat.holder, len(seat.vacancies)) == (Occupancy.VACANT, None, 1)


class TestAnotherReading:
    """A user's reading of something recorded becomes the preferred one; the old stays among the readings."""

    def test_of_a_start_is_preferred(self) -> None:
        start = tri.board(6, record=with_facts(boards=[{"number": 6, "start": started("2021-09-01")}])).start
        assert (start.date, start.basis) == (dt.date(2021, 9, 1), Basis.RECORDED)
        assert [str(reading.value) for reading in start.readings] == ["2021-09-01", "2021-09"]

    def test_of_a_start_may_need_one_of_the_last_day_before_it(self) -> None:
        later = {"number": 6, "start": started("2021-09-02")}
        with pytest.raises(tri.InvalidFactsError, match=r"expected the eve .*, 2021-09-01, got 2021-08; give both anew"):
            with_facts(boards=[later])
        record = with_facts(boards=[later, {"number": 5, "last_day": started("2021-09-01")}])
        assert terms(record, 5, 6) == ["2019-09-01/2021-09-02", "2021-09-02/2023-09-01"]

    def test_of_a_holder_is_preferred(self) -> None:
        seat = {"role": "secretary-general", "state": "KOR", "tenures": [{"holder": "p3", "sources": ["s1"]}]}
        tenure = tri.board(7, record=with_facts(boards=[{"number": 7, "seats": [seat]}])).secretary_general.tenures[0]
        assert [reading.value.id for reading in tenure.readings] == ["p3", "lee-hee-sup"]
        assert str(tenure.term) == "2023-09-01/2026-09-01"

    def test_of_a_holder_hands_no_dates_to_somebody_else(self) -> None:
        seat = tri.board(7, record=with_facts(boards=[seat_7(tenure("p1"))])).deputies[0]
        assert seat.tenures[0].start.basis is Basis.INFERRED
        assert "YAMADA" not in seat.tenures[0].start.grounds.facts[0].value
        assert {"s1", "tcs-2025-09-03"} <= {source.id for source in seat.grounds.sources}

    def test_of_a_holder_may_name_the_start_of_the_tenure(self) -> None:
        for start in ("2023-09-01", "2017-09-01"):
            number = {"2023-09-01": 7, "2017-09-01": 4}[start]
            record = with_facts(boards=[seat_7(tenure("p1", start=start), number=number)])
            seat = tri.board(number, record=record).deputies[0]
            assert [each.holder.id for each in seat.tenures] == ["p1"]
            assert len(seat.tenures[0].readings) == 2

    def test_of_the_same_joins_the_sources(self) -> None:
        record = with_facts(boards=[{"number": 7, "start": started("2023-09-01")}, seat_7(tenure("zushi-shuji"))][:1])
        readings = tri.board(7, record=record).start.readings
        assert [str(reading.value) for reading in readings] == ["2023-09-01"]
        assert readings[0].sources[0].id == "s1"
        assert len(readings[0].sources) == len(tri.board(7).start.readings[0].sources) + 1

    def test_of_the_dates_of_a_holder_keeps_those_that_it_does_not_give(self) -> None:
        tenures = [{"holder": "shin-bong-kil", "appointed": "2011-05-20", "sources": ["s1"]}]
        seat = {"role": "secretary-general", "state": "KOR", "tenures": tenures}
        tenure = tri.board(1, record=with_facts(boards=[{"number": 1, "seats": [seat]}])).secretary_general.tenures[0]
        assert [str(each.value) for each in tenure.appointments][:2] == ["2011-05-20", "2011-05-21"]
        assert tenure.start.basis is Basis.RECORDED

    def test_of_a_name_is_preferred_and_the_old_one_becomes_a_variant(self) -> None:
        names = [{"text": "I Hui-seop", "script": "Latn", "kind": "preferred", "sources": ["s1"]}]
        record = tri.record().with_facts({"sources": [SOURCE], "people": [{"id": "lee-hee-sup", "names": names}]})
        holder = tri.board(7, record=record).secretary_general.holder
        assert holder == tri.person("LEE Hee-sup", record=record)
        assert holder is not None
        assert (holder.name, holder.names[1].kind) == ("I Hui-seop", tri.NameKind.VARIANT)

    def test_adds_a_spelling(self) -> None:
        names = [{"text": "Yi Hŭi-sŏp", "script": "Latn", "kind": "variant", "sources": ["s1"]}]
        record = tri.record().with_facts({"sources": [SOURCE], "people": [{"id": "lee-hee-sup", "names": names}]})
        assert tri.person("YI HŬI SŎP", record=record).name == "LEE Hee-sup"

    def test_of_a_spelling_adds_its_sources(self) -> None:
        names = [{"text": "LEE Hee-sup", "script": "Latn", "kind": "variant", "sources": ["s1"], "note": "Seen again."}]
        record = tri.record().with_facts({"sources": [SOURCE], "people": [{"id": "lee-hee-sup", "names": names}]})
        name, before = tri.person("이희섭", record=record).names[0], tri.person("이희섭").names[0]
        assert (name.text, name.kind, name.note) == ("LEE Hee-sup", tri.NameKind.PREFERRED, "Seen again.")
        assert [source.id for source in name.sources] == ["s1", *(source.id for source in before.sources)]

    def test_of_a_holder_may_have_other_sources_than_the_tenure(self) -> None:
        other = {**SOURCE, "id": "s2"}
        readings = [{"holder": "p2", "sources": ["s2"], "note": "By a paper."}, {"holder": "p1", "sources": ["s1"]}]
        tenure = {"readings": readings, "appointed": "2026-08-20", "sources": ["s1", "s2"]}
        seat = {"role": "secretary-general", "state": "JPN", "tenures": [tenure]}
        record = with_facts(sources=[SOURCE, other], boards=[{"number": 8, "seats": [seat]}])
        (told,) = tri.board(8, record=record).secretary_general.tenures
        assert [(each.value.id, each.sources[0].id, each.note) for each in told.readings] == [
            ("p2", "s2", "By a paper."),
            ("p1", "s1", None),
        ]
        assert (told.holder.id, str(told.appointed)) == ("p2", "2026-08-20")

    def test_may_come_with_readings_of_its_own(self) -> None:
        start = {**started("2026-09-01"), "readings": [{**started("2026-09-02"), "note": "A day later."}]}
        tenures = [{"holder": "p1", "sources": ["s1"], "readings": [{"holder": "p2", "sources": ["s1"]}]}]
        seats = [{"role": "secretary-general", "state": "JPN", "tenures": tenures}]
        board = tri.board(8, record=with_facts(boards=[{"number": 8, "start": start, "seats": seats}]))
        assert [str(each.value) for each in board.start.readings] == ["2026-09-01", "2026-09-02"]
        assert [each.value.id for each in board.secretary_general.tenures[0].readings] == ["p1", "p2"]


class TestRecords:
    """A record is a value; adding facts gives another one."""

    def test_the_shipped_record_stays_as_it_is(self) -> None:
        before = tri.board(7)
        with_facts(attested=[seen(7, "2026-10-05")])
        assert tri.board(7) == before

    def test_no_facts_change_nothing(self) -> None:
        assert tri.record().with_facts({}) == tri.record()

    def test_tells_whether_facts_were_added(self) -> None:
        shipped = tri.record()
        assert not shipped.facts_added
        assert not shipped.with_facts({}).facts_added
        cites_only_the_known = {"attested": [{"board": 7, "date": "2026-10-05", "sources": [shipped.sources[-1].id]}]}
        added = shipped.with_facts(cites_only_the_known)
        assert added.facts_added
        assert len(added.sources) == len(shipped.sources)
        assert added.with_facts({}).facts_added
        assert pickle.loads(pickle.dumps(added)).facts_added

    def test_as_known_on_a_day_tells_whether_facts_were_added_and_not_that_some_are_left_out(self) -> None:
        day = dt.date(2024, 1, 1)
        assert not tri.record().as_known_on(day).facts_added
        assert with_facts(attested=[seen(7, "2026-10-05")]).as_known_on(day).facts_added
        assert tri.record().as_known_on(day).with_facts(document()).facts_added

    @given(facts())
    def test_the_same_facts_twice_change_nothing(self, data: dict[str, Any]) -> None:
        once = tri.record().with_facts(data)
        assert once.with_facts(data) == once

    def test_the_same_tenures_and_sightings_twice_change_nothing(self) -> None:
        vacancy = tenure(None, vacant=True, end="2026-10-01", note="Nobody came.")
        tenures = [vacancy, tenure("p1", end="2027-01-01"), tenure("p2", start="2027-01-01"), tenure("p1", start="2028-01-01")]
        parts = {"boards": [seat_8(*tenures, start=started("2026-09-01"))], "attested": [seen(8, "2026-10-05")]}
        once = with_facts(**parts)
        assert with_facts(**parts) == once.with_facts(document(**parts)) == once.with_facts({"boards": parts["boards"]}) == once

    def test_the_same_sighting_twice_in_one_document_is_one(self) -> None:
        assert with_facts(attested=[seen(7, "2026-10-05")] * 2) == with_facts(attested=[seen(7, "2026-10-05")])

    @given(facts())
    def test_equal_facts_give_equal_records_that_pickle(self, data: dict[str, Any]) -> None:
        one, other = tri.record().with_facts(data), tri.record().with_facts(copy.deepcopy(data))
        assert one == other
        assert hash(one) == hash(other)
        assert pickle.loads(pickle.dumps(one)) == one

    def test_has_an_edition_and_says_what_it_is(self) -> None:
        assert repr(tri.record()) == "<Record 2026-11-25: 7 boards, Agreement of 2010 as amended in 2025>"
        ids = [source.id for source in tri.record().sources]
        assert len(set(ids)) == len(ids) > len(tri.record().facts.sources)

    def test_days_of_python_are_taken_as_days(self) -> None:
        record = with_facts(attested=[{"board": 7, "date": dt.date(2026, 10, 5), "sources": ["s1"]}])
        assert terms(record, 7) == ["2023-09-01/2026-10-06"]


SEAT = {"role": "secretary-general", "state": "JPN"}
DEPUTY = {"role": "deputy-secretary-general"}


def tenure(holder: str | None, **parts: Any) -> dict[str, Any]:
    """A sourced tenure."""
    return {"holder": holder, "sources": ["s1"], **parts}


def seat_8(*tenures: dict[str, Any], **parts: Any) -> dict[str, Any]:
    """A board 8 of which one seat is told."""
    return {"number": 8, "seats": [{**SEAT, "tenures": list(tenures)}], **parts}


def seat_7(*tenures: dict[str, Any], **parts: Any) -> dict[str, Any]:
    """The Japanese deputy's seat of board 7."""
    return {"number": 7, "seats": [{**DEPUTY, "state": "JPN", "tenures": list(tenures)}], **parts}


class TestRefusals:
    """Each fault is refused with what was wrong, what was expected and the way out."""

    @pytest.mark.parametrize(
        ("data", "message"),
        [  # pyright: ignore[reportUnknownArgumentType]
            (None, r"expected a table with sources, people, boards, attested, leaders, .*, got None @ \$"),
            ([], r"expected a table with sources, people, boards, attested, leaders, .*, got \[\] @ \$"),
            ({"board": []}, r"unknown keys 'board', expected sources, people, .*; did you mean boards\? @ \$"),
            ({1: []}, r"unknown keys 1, expected sources"),
            ({"boards": {}}, r"expected a list, got {} @ \$\.boards"),
            ({"boards": "8"}, r"expected a list, got '8' @ \$\.boards"),
            ({"boards": [{}]}, r"required key missing @ \$\.boards\[0\]\.number"),
            ({"boards": [{"number": "8"}]}, r"expected an integer, got '8' @ \$\.boards\[0\]\.number"),
            ({"boards": [{"number": True}]}, r"expected an integer, got True @ \$\.boards\[0\]\.number"),
            ({"boards": [{"number": 10**5000}]}, r"board <an integer of 16610 bits>: expected board 8"),
            ({"boards": [{"number": 8, "start": "2026"}]}, r"board 8, start: a fact needs at least one source, got none"),
            ({"boards": [{"number": 8, "start": 2026}]}, r"expected a table with date, sources, note, readings, got 2026"),
            (
                {"boards": [{"number": 8, "start": {"date": dt.datetime(2026, 9, 1, tzinfo=dt.UTC), "sources": ["s1"]}}]},
                r"expected a date written YYYY, .* @ \$\.boards\[0\]\.start\.date",
            ),
            (
                {"boards": [{"number": 8, "seats": [{**SEAT, "state": "USA"}]}]},
                r"expected one of CHN, JPN, KOR, got 'USA' @ \$\.boards\[0\]\.seats\[0\]\.state",
            ),
            (
                {"boards": [{"number": 8, "seats": [{**SEAT, "role": "chair"}]}]},
                r"expected one of secretary-general, deputy-secretary-general, got 'chair'",
            ),
            (
                {"sources": [{"id": "s", "title": "t", "publisher": "p", "kind": "primary", "seen": "2026-09"}]},
                r"expected a full date, written YYYY-MM-DD, got '2026-09' @ \$\.sources\[0\]\.seen",
            ),
            (
                {"boards": [{"number": 8, "start": {"date": "2026", "readings": [{"date": "2026", "readings": []}]}}]},
                r"unknown keys 'readings', expected date, sources, note.* @ \$\.boards\[0\]\.start\.readings\[0\]",
            ),
            ({"people": [{"id": "p", "names": [7]}]}, r"expected a table with text, .* got 7 @ \$\.people\[0\]\.names\[0\]"),
        ],
    )
    def test_of_what_cannot_be_read(self, data: Any, message: str) -> None:
        with pytest.raises(tri.InvalidFactsError, match=message):
            tri.record().with_facts(data)

    @pytest.mark.parametrize(
        ("parts", "message"),
        [  # pyright: ignore[reportUnknownArgumentType]
            # sources and ids
            ({"boards": [board_8(start={"date": "2026-09-01"})]}, "board 8, start: a fact needs at least one source"),
            ({"boards": [board_8(start={"date": "2026-09-01", "sources": []})]}, "a fact needs at least one source"),
            ({"boards": [board_8(start={"date": "2026-09-01", "sources": ["s9"]})]}, "no source has the id 's9'; add it"),
            ({"boards": [{"number": 8, "seats": [SEAT]}]}, "board 8, JPN: a fact needs at least one source"),
            (
                {"boards": [{"number": 8, "seats": [{**SEAT, "tenures": [{"holder": "p9", "sources": ["s1"]}]}]}]},
                "board 8, JPN: no person has the id 'p9'; add them to people",
            ),
            ({"attested": [{"board": 7, "date": "2026-08-30"}]}, "attested, board 7 on 2026-08-30: a fact needs at least"),
            ({"attested": [{**seen(7, "2026-08-30"), "person": "p9"}]}, "no person has the id 'p9'"),
            ({"attested": [{**seen(7, "2026-08-30"), "person": "p1"}]}, "p1 holds no seat on that board; add a tenure"),
            ({"attested": [seen(9, "2026-08-30")]}, "board 9 on 2026-08-30: the record has no such board; add it to boards"),
            ({"attested": [seen(0, "2026-08-30")]}, "the record has no such board"),
            ({"sources": [SOURCE, SOURCE]}, "source 's1' stands twice; write it once"),
            ({"sources": [SOURCE, {**SOURCE, "id": "wikipedia-en"}]}, "source wikipedia-en: the record has another source"),
            (
                {"sources": [SOURCE, {**SOURCE, "id": "a b"}]},
                "source 'a b': an id has no white space, .*; write hyphens instead",
            ),
            ({"sources": [SOURCE, {**SOURCE, "id": "a\n"}]}, r"source 'a\\n': an id has no white space"),
            ({"sources": [SOURCE, {**SOURCE, "id": "a\u3000b"}]}, "an id has no white space, as lists of ids are joined by it"),
            ({"sources": [{**SOURCE, "title": " "}]}, "needs an id, a title and a publisher that are not blank"),
            ({"sources": [{**SOURCE, "published": "2100"}]}, "was seen on 2099-12-31, before it was published, got 2100"),
            ({"sources": [{**SOURCE, "reprints": "s9"}]}, "source s1: reprints 's9', which no source has as its id"),
            ({"sources": [{**SOURCE, "reprints": "s1"}]}, "source s1: reprints itself, by way of 's1'"),
            ({"people": [PEOPLE[0], PEOPLE[0]]}, "person 'p1' stands twice"),
            ({"people": [{"id": "p1", "names": []}]}, r"person p1: expected one name of the kind preferred, .* got \[\]"),
            (
                {"people": [{"id": "p1", "names": [*PEOPLE[0]["names"], *PEOPLE[1]["names"]]}]},
                "person p1: expected one name of the kind preferred",
            ),
            (
                {"people": [{"id": "p1", "names": [*PEOPLE[0]["names"], {**PEOPLE[0]["names"][0], "kind": "variant"}]}]},
                "person p1: a name stands twice",
            ),
            (
                {"people": [{"id": "p1", "names": [{**PEOPLE[0]["names"][0], "text": " "}]}]},
                "person p1: a name must be a string of 1 to 200 characters, not all of them blank",
            ),
            ({"people": [{**PEOPLE[0], "id": "P 1"}]}, "person 'P 1': expected an id of lower-case letters a to z"),
            (
                {"people": [{"id": "p1", "names": [{**PEOPLE[0]["names"][0], "text": "\u202eevil"}]}]},
                r"person p1: a name must be without the invisible character U\+202E",
            ),
            # boards and seats
            ({"boards": [{"number": 9}]}, "board 9: expected board 8, as boards are numbered from 1 without a gap"),
            ({"boards": [{"number": 0}]}, "board 0: expected board 1"),
            ({"boards": [board_8(), board_8()]}, "board 8 stands twice"),
            (
                {"boards": [board_8(seats=[JAPAN_LEADS, {**JAPAN_LEADS, "role": "deputy-secretary-general"}])]},
                "board 8: expected one seat a state, got JPN, JPN",
            ),
            (
                {"boards": [board_8(seats=[{**SEAT, "state": s, "sources": ["s1"]} for s in ("JPN", "CHN")])]},
                "board 8: expected one secretary-general, got JPN, CHN",
            ),
            (
                {
                    "boards": [
                        board_8(
                            seats=[
                                {"role": "deputy-secretary-general", "state": s, "sources": ["s1"]}
                                for s in ("JPN", "CHN", "KOR")
                            ]
                        )
                    ]
                },
                "board 8: expected one secretary-general, got only deputies",
            ),
            (
                {
                    "boards": [
                        board_8(
                            seats=[JAPAN_LEADS, {**JAPAN_LEADS, "state": "CHN", "role": Role.DEPUTY_SECRETARY_GENERAL.value}]
                        )
                    ]
                },
                "board 8: expected one seat a person, got two for p1",
            ),
            (
                {"boards": [{"number": 7, "seats": [{**SEAT, "sources": ["s1"]}]}]},
                "board 7, JPN: in the record its role is deputy-secretary-general, got secretary-general",
            ),
            (
                {"boards": [{"number": 8, "seats": [{**SEAT, "tenures": [{"sources": ["s1"]}]}]}]},
                "board 8, JPN: a tenure has a holder, or vacant = true, and got neither",
            ),
            (
                {
                    "boards": [
                        {"number": 8, "seats": [{**SEAT, "tenures": [{"holder": "p1", "vacant": True, "sources": ["s1"]}]}]}
                    ]
                },
                "board 8, JPN: a tenure has a holder, or vacant = true, and got both",
            ),
            # dates
            (
                {"boards": [board_8(start=started("2026"))]},
                "board 8, start: expected a full date or at least a month, got 2026",
            ),
            ({"boards": [board_8(start=started("1998-01-01"))]}, "board 8, start: expected a year from 1999 to 9899"),
            ({"attested": [seen(7, "9999-12-31")]}, "board 7 on 9999-12-31: expected a year from 1999 to 9899"),
            (
                {"boards": [board_8(start=started("2024-01-01"))]},
                "board 7: at work on 2025-09-03 lies inside board 8, from 2024-01-01",
            ),
            ({"boards": [board_8(start=started("2023-09-01"))]}, "board 8: its start on 2023-09-01 lies inside board 7"),
            (
                {"boards": [board_8(start=started("2026-09-01"))], "attested": [seen(7, "2026-09-01")]},
                "board 7: at work on 2026-09-01 lies inside board 8, from 2026-09-01",
            ),
            (
                {"attested": [seen(7, "2022-01-01")]},
                "board 7: at work on 2022-01-01 lies before the start of the board, 2023-09-01",
            ),
            (
                {"attested": [seen(6, "2023-09-05")]},
                "board 6: at work on 2023-09-05 lies inside board 7, from 2023-09-01",
            ),
            ({"attested": [seen(7, "2099-12-30"), seen(7, "2100-01-01")]}, "source s1 was seen earlier, on 2099-12-31"),
            (
                {"boards": [board_8(), {"number": 9, "start": started("2029-09-01")}]},
                "board 8: needs a start or an attested day, as board 9 is recorded too",
            ),
            ({"boards": [{"number": 7, "last_day": started("2026-08-31")}]}, "board 7, last_day: add board 8 with its start"),
            (
                {"boards": [{"number": 7, "last_day": started("2026-08-30")}, board_8(start=started("2026-09-01"))]},
                "board 7, last_day: expected the eve of the start of board 8, 2026-08-31, got 2026-08-30",
            ),
            # tenures
            (
                {
                    "boards": [
                        {"number": 8, "seats": [{**SEAT, "tenures": [{"holder": "p1", "end": "2027", "sources": ["s1"]}]}]}
                    ]
                },
                "board 8, JPN, end: expected a full date, the first day after the tenure, got 2027",
            ),
            (
                {"boards": [seat_8(tenure(None, vacant=True, readings=[{"holder": "nobody", "sources": []}]))]},
                "board 8, JPN: a vacancy has no appointed and no readings",
            ),
            ({"boards": [seat_7(tenure(None, vacant=True))]}, "the seat has other tenures, so a vacancy needs a start"),
            (
                {"boards": [seat_7(tenure("p1", start="2020-01"))]},
                "board 7: the start of p1 on 2020-01 lies before the start of the board, 2023-09-01",
            ),
            (
                {"boards": [seat_7(tenure("p1", start="2030-01"), number=4)]},
                "board 4: the start of p1 on 2030-01 lies inside board 5, from 2019-09-01",
            ),
            (
                {
                    "boards": [{"number": 8, "start": started("2026-09")}],
                    "attested": [seen(7, "2026-09-10"), seen(8, "2026-09-05")],
                },
                "board 8: at work on 2026-09-05 lies inside board 7, which sat on 2026-09-10; give one",
            ),
            ({"attested": [seen(3, "2024-05")]}, "board 3: at work on 2024-05 lies inside board 4, from 2017-09-01"),
            (
                {"boards": [seat_8(tenure("p1", start="2026-10-01", end="2027-01-01", appointed="2028-01-01"))]},
                "board 8, JPN: p1 must be appointed before the end, 2027-01-01, got 2028-01-01",
            ),
            (
                {"boards": [seat_8(tenure("p1", start="2027-01-01", end="2027-01-01"))]},
                "board 8, JPN: the end of p1 must come after the start, 2027-01-01, got 2027-01-01",
            ),
            (
                {"boards": [seat_8(tenure("p1", end="2027-06-01"), tenure("p2", start="2027-01-01"))]},
                "board 8, JPN: two holders at once, as p2 starts on 2027-01-01 and p1 ends on 2027-06-01; give one",
            ),
            (
                {"boards": [seat_8(tenure("p1", start="2027-01-01"), tenure("p2", start="2027-01-01"))]},
                "board 8, JPN: two holders at once, p1 and p2; give the end",
            ),
            ({"boards": [seat_8(tenure("p1"), tenure("p2"))]}, "board 8, JPN: two holders at once"),
            (
                {
                    "boards": [
                        {
                            "number": 7,
                            "seats": [
                                {
                                    "role": "secretary-general",
                                    "state": "KOR",
                                    "tenures": [{"holder": "p3", "start": "2023-01-01", "sources": ["s1"]}],
                                }
                            ],
                        }
                    ]
                },
                "board 7: the start of p3 on 2023-01-01 lies before the start of the board, 2023-09-01",
            ),
        ],
    )
    def test_of_what_contradicts_itself_or_the_record(self, parts: dict[str, Any], message: str) -> None:
        with pytest.raises(tri.InvalidFactsError, match=message):
            with_facts(**parts)

    def test_says_everything_that_is_wrong_at_once(self) -> None:
        with pytest.raises(tri.InvalidFactsError, match="facts refused, 2 problems:") as caught:
            with_facts(boards=[{"number": "8"}, {"number": "9"}])
        assert caught.value.problems == (
            "expected an integer, got '8' @ $.boards[0].number",
            "expected an integer, got '9' @ $.boards[1].number",
        )
        assert str(pickle.loads(pickle.dumps(caught.value))) == str(caught.value)

    def test_stays_readable_where_everything_is_wrong(self) -> None:
        with pytest.raises(tri.InvalidFactsError, match="and 980 more") as caught:
            with_facts(boards=[{"number": "8"}] * 1000)
        assert len(caught.value.problems) == 1000
        with pytest.raises(tri.InvalidFactsError, match="unknown keys 'k0', 'k1', 'k10', 'k100', 'k101', expected") as many:
            tri.record().with_facts({f"k{number}": 1 for number in range(1000)})
        assert len(str(many.value)) < 300

    def test_several_tenures_want_to_know_which_one_is_read_anew(self) -> None:
        record = with_facts(boards=[TestAReplacement.replacement])
        seat = {"role": "deputy-secretary-general", "state": "JPN", "tenures": [{"holder": "p2", "sources": ["s1"]}]}
        with pytest.raises(
            tri.InvalidFactsError, match="the seat has other tenures, so the tenure of 'p2' needs a start or an end"
        ):
            record.with_facts({"boards": [{"number": 7, "seats": [seat]}]})
