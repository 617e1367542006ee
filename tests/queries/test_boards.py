"""Past, present and future boards, under both laws."""

import csv
import datetime as dt
from pathlib import Path
from typing import Any

import attrs
import pytest
from tests.record.test_with_facts import started, with_facts
from tests.rules.messages import got
from tests.rules.test_agreement import provision

import trilateral as tri
from trilateral import AGREEMENT_2010, AGREEMENT_2025, Basis, MemberState, Occupancy, Role, Standing

CHINA, JAPAN, KOREA = MemberState.CHINA, MemberState.JAPAN, MemberState.KOREA
THE_DAY = dt.date(2025, 9, 3)

SIGHTINGS = list(
    csv.DictReader((Path(__file__).parent.parent / "data" / "sightings.csv").read_text(encoding="utf-8").splitlines())
)

# The boards' published table, which has a misprint in its last row.
PUBLISHED = [
    ("SHIN Bong-kil", "MATSUKAWA Rui", "MAO Ning"),
    ("IWATANI Shigeo", "CHEN Feng", "LEE Jong-heon"),
    ("YANG Houlan", "LEE Jong-heon", "UMEZAWA Akima"),
    ("LEE Jong-heon", "YAMAMOTO Yasushi", "HAN Mei"),
    ("MICHIGAMI Hisashi", "CAO Jing", "KANG Do-ho"),
    ("OU Boqian", "BEK Bum-hym", "SAKATA Natsuko"),
    ("LEE He-sup", "ZUSHI Shuji", "YAN Liang"),
]


class TestTwoYearsOrThree:
    """By the two-year law board 7 ends on 2025-08-31; the Secretariat shows it at work on 2025-09-03."""

    def test_board_7_serves_three_years_under_the_law_of_2025(self) -> None:
        board = tri.board(7)
        assert str(board.term) == "2023-09-01/2026-09-01"
        assert board.end.basis is Basis.PROJECTED
        assert board.standing_on(THE_DAY) is Standing.IN_TERM

    def test_board_7_holds_over_under_the_law_of_2010(self) -> None:
        board = tri.board(7, agreement=AGREEMENT_2010)
        assert str(board.nominal_term) == "2023-09-01/2025-09-01"
        assert str(board.term) == "2023-09-01/2025-09-04"
        assert board.end.basis is Basis.INFERRED
        assert board.standing_on(THE_DAY) is Standing.HOLDING_OVER

    @pytest.mark.parametrize(
        ("number", "leader", "by_2025", "nominal_by_2010", "by_2010"),
        [
            (8, JAPAN, "2026-09-01/2029-09-01", "2025-09-01/2027-09-01", "2025-09-04/2027-09-01"),
            (9, CHINA, "2029-09-01/2032-09-01", "2027-09-01/2029-09-01", "2027-09-01/2029-09-01"),
        ],
    )
    def test_the_boards_after_it_shift(
        self, number: int, leader: MemberState, by_2025: str, nominal_by_2010: str, by_2010: str
    ) -> None:
        later, earlier = tri.board(number), tri.board(number, agreement=AGREEMENT_2010)
        assert (str(later.term), str(later.nominal_term)) == (by_2025, by_2025)
        assert (str(earlier.term), str(earlier.nominal_term)) == (by_2010, nominal_by_2010)
        assert later.secretary_general.state is earlier.secretary_general.state is leader
        assert later.basis is earlier.basis is Basis.PROJECTED

    def test_both_laws_name_board_7_on_the_day_and_differ_on_the_next(self) -> None:
        days = [dt.date(2011, 9, 1) + dt.timedelta(days=step) for step in range(6000)]
        differing = (day for day in days if tri.board_on(day).number != tri.board_on(day, agreement=AGREEMENT_2010).number)
        assert tri.board_on(THE_DAY).number == tri.board_on(THE_DAY, agreement=AGREEMENT_2010).number == 7
        assert next(differing) == dt.date(2025, 9, 4)

    def test_the_law_alone_differs_on_the_day_itself(self) -> None:
        alone = [tri.composition_on(THE_DAY, agreement=agreement) for agreement in (AGREEMENT_2025, AGREEMENT_2010)]
        assert [(each.number, each.secretary_general) for each in alone] == [(7, KOREA), (8, JAPAN)]

    def test_the_end_says_why(self) -> None:
        projected, held_over = tri.board(7).end.grounds, tri.board(7, agreement=AGREEMENT_2010).end.grounds
        assert [citation.confidence.value for citation in projected.citations] == ["primary", "strong", "primary"]
        assert {"mofa-japan-protocol-2025-03-22", "tcs-2025-09-03"} <= {source.id for source in projected.sources}
        assert [fact.value for fact in held_over.facts] == ["board 7 was at work on 2025-09-03"]
        assert {"mofa-rok-2025-09-03", "tcs-2025-09-03"} <= {source.id for source in held_over.sources}
        assert held_over.citations[:1] == AGREEMENT_2010.term_length_of(7).citations


class TestRecordedBoards:
    """The seven boards and their nineteen people."""

    def test_hold_the_seats_of_the_published_table_in_its_order(self) -> None:
        seats = [seat.holder for board in tri.boards() for seat in board.seats]
        assert seats == [tri.person(name) for row in PUBLISHED for name in row]

    def test_have_one_secretary_general_and_two_deputies_in_rotation_order(self) -> None:
        for board in tri.boards():
            assert [seat.role for seat in board.seats] == [Role.SECRETARY_GENERAL, *[Role.DEPUTY_SECRETARY_GENERAL] * 2]
            law = tri.composition(board.number)
            assert [seat.state for seat in board.seats] == [law.secretary_general, *law.deputies]
            assert (board.secretary_general, board.deputies) == (board.seats[0], board.seats[1:])

    @pytest.mark.parametrize(
        "sighting",
        SIGHTINGS,
        ids=[f"{sighting['date']}-{sighting['board']}-{sighting['role']}" for sighting in SIGHTINGS],
    )
    def test_have_everybody_where_they_were_seen(self, sighting: dict[str, str]) -> None:
        day = dt.date.fromisoformat(sighting["date"])
        board = tri.board_on(day)
        roles = [seat.role.abbreviation for seat in board.seats if seat.holder_on(day) == tri.person(sighting["name"])]
        assert (board.number, roles) == (int(sighting["board"]), [sighting["role"]])

    def test_say_how_each_start_is_known(self) -> None:
        starts = [(str(board.start.date), board.start.basis, str(board.start.attested)) for board in tri.boards()]
        days = ["2011-09-01", "2013-09-01", "2015-09-01", "2017-09-01", "2019-09-01", "2021-09-01", "2023-09-01"]
        bases = [*[Basis.RECORDED] * 5, Basis.INFERRED, Basis.RECORDED]
        assert starts == list(zip(days, bases, [*days[:5], "2021-09", days[6]], strict=True))

    def test_have_no_recorded_last_day(self) -> None:
        ends = [(board.end.basis, board.end.attested and str(board.end.attested)) for board in tri.boards()[:6]]
        months = ["2013-08", "2015-08", "2017-08", "2019-08", "2021-08", None]
        assert ends == [(Basis.INFERRED, month) for month in months]

    def test_keep_both_readings_where_sources_differ(self) -> None:
        start = tri.board(1).start.readings
        appointed = tri.board(1).secretary_general.tenures[0].appointments
        assert [str(reading.value) for reading in start] == ["2011-09-01", "2011-05"]
        assert [str(reading.value) for reading in appointed] == ["2011-05-21", "2011-05-22", "2011-05-23"]
        assert all(reading.note for reading in (*start[1:], *appointed[1:]))

    def test_rest_on_sources_to_the_last_boundary_and_seat(self) -> None:
        for board in tri.boards(until=dt.date(2041, 1, 1)):
            assert all(boundary.grounds.sources for boundary in (board.start, board.end))
            assert all(seat.grounds.sources for seat in board.seats)
            for tenure in (tenure for seat in board.seats for tenure in seat.tenures):
                assert tenure.start.grounds.sources
                assert tenure.end.grounds.sources
                assert tenure.readings[0].sources

    def test_a_single_secondary_sighting_moves_no_term(self) -> None:
        sightings = [sighting for sighting in tri.record().facts.sightings if sighting.board == 7]
        assert str(sightings[-1].date) == "2026-04-23"
        assert tri.board(7, agreement=AGREEMENT_2010).end.date == dt.date(2025, 9, 4)


class TestAskingForBoards:
    """By number, on a day, up to a day."""

    def test_without_a_day_gives_the_recorded_ones(self) -> None:
        assert [board.number for board in tri.boards()] == [1, 2, 3, 4, 5, 6, 7]
        assert all(board.basis is Basis.RECORDED for board in tri.boards())

    @pytest.mark.parametrize(
        ("until", "count"),
        [
            (dt.date(1999, 1, 1), 0),
            (dt.date(2011, 9, 1), 0),
            (dt.date(2011, 9, 2), 1),
            (dt.date(2013, 9, 1), 1),  # recorded boards are cut too
            (dt.date(2041, 1, 1), 12),
            (dt.date.max, 2664),
        ],
    )
    def test_gives_those_that_start_before_the_day(self, until: dt.date, count: int) -> None:
        assert len(tri.boards(until=until)) == count

    def test_gives_the_same_board_by_number_and_by_day(self) -> None:
        for board in tri.boards(until=dt.date(2100, 1, 1)):
            assert tri.board(board.number) == tri.board_on(board.term.start) == tri.board_on(board.term.last_day) == board

    def test_the_last_board_is_the_last_that_a_date_can_hold(self) -> None:
        assert tri.board(2664).end.date == dt.date(9997, 9, 1)
        assert tri.board_on(dt.date(9997, 8, 31)).number == 2664

    @pytest.mark.parametrize("number", [0, -1, 2665, 10**9])
    def test_an_unknown_number_is_refused(self, number: int) -> None:
        message = rf"boards count from 1, and 2664 is the last whose term ends by 9999-12-31, .* got {number}"
        with pytest.raises(tri.UnknownBoardError, match=message):
            tri.board(number)
        with pytest.raises(tri.UnknownBoardError, match=message):
            tri.composition(number)

    @pytest.mark.parametrize("number", [True, 1.0, "7", None])
    def test_what_is_no_number_is_refused(self, number: Any) -> None:
        for ask in (tri.board, tri.composition, tri.nominations):
            with pytest.raises(tri.WrongTypeError, match=rf"^a board's number must be an int, such as 7, {got(number)}"):
                ask(number)

    @pytest.mark.parametrize("day", [dt.datetime(2025, 9, 3, tzinfo=dt.UTC), "2025-09-03", None, 20250903])
    def test_what_is_no_day_is_refused(self, day: Any) -> None:
        for ask in (tri.board_on, tri.composition_on):
            with pytest.raises(tri.WrongTypeError, match=rf"^the day must be a datetime\.date.*, {got(day)}"):
                ask(day)
        with pytest.raises(tri.WrongTypeError, match=rf"^after must be a datetime\.date.*, {got(day)}"):
            tri.next_turn(CHINA, after=day)
        if day is not None:
            with pytest.raises(tri.WrongTypeError, match=rf"^until must be a datetime\.date.*, {got(day)}"):
                tri.boards(until=day)

    @pytest.mark.parametrize(
        ("day", "message"),
        [
            (dt.date(2011, 8, 31), "board 1 had not started; expected a day from 2011-09-01 to 9997-08-31, got 2011-08-31"),
            (dt.date.min, "board 1 had not started"),
            (dt.date.max, "a date cannot hold the term of the board on that day; .* to 9997-08-31, got 9999-12-31"),
            (dt.date(9997, 9, 1), "a date cannot hold the term of the board on that day"),
        ],
    )
    def test_a_day_without_a_board_is_out_of_coverage(self, day: dt.date, message: str) -> None:
        with pytest.raises(tri.OutOfCoverageError, match=message):
            tri.board_on(day)

    @pytest.mark.parametrize("agreement", ["2010", 2010, []])
    def test_what_is_no_agreement_is_refused(self, agreement: Any) -> None:
        for ask in (
            lambda: tri.board(7, agreement=agreement),
            lambda: tri.board_on(THE_DAY, agreement=agreement),
            lambda: tri.boards(agreement=agreement),
            lambda: tri.next_turn(CHINA, after=THE_DAY, agreement=agreement),
            lambda: tri.composition(7, agreement=agreement),
        ):
            with pytest.raises(
                tri.WrongTypeError, match=rf"^agreement must be an Agreement, such as AGREEMENT_2010, {got(agreement)}"
            ):
                ask()

    def test_an_agreement_between_others_is_refused(self) -> None:
        others: Any = attrs.evolve(
            AGREEMENT_2010,
            members=provision(frozenset("AB")),
            orders=(provision(("A", "B")),),
            shares=provision(frozenset({("A", 1), ("B", 1)})),
            host=None,
        )
        message = "^agreement must be one between China, Japan and Korea"
        with pytest.raises(tri.InvalidValueError, match=rf"{message}, got frozenset\(\{{'A', 'B'\}}\)$"):
            tri.board_on(THE_DAY, agreement=others)

    def test_every_seat_says_who_says_so(self) -> None:
        for seat in (*tri.board(7).seats, *tri.board(9).seats):
            assert seat.sources == seat.grounds.sources != ()

    def test_what_is_no_record_is_refused(self) -> None:
        nothing: Any = {}
        for ask in (
            lambda: tri.board(7, record=nothing),
            lambda: tri.board_on(THE_DAY, record=nothing),
            lambda: tri.boards(record=nothing),
            lambda: tri.next_turn(CHINA, after=THE_DAY, record=nothing),
        ):
            with pytest.raises(tri.WrongTypeError, match=r"^record must be a Record, such as record\(\), got {}$"):
                ask()

    def test_a_law_whose_terms_no_date_can_hold_names_no_board(self) -> None:
        endless = attrs.evolve(AGREEMENT_2010, term_lengths=(provision(10**9),))
        with pytest.raises(tri.OutOfCoverageError, match="expected a day from 2011-09-01 to 2011-09-01, got 2025-09-03"):
            tri.board_on(THE_DAY, agreement=endless)
        with pytest.raises(tri.UnknownBoardError, match="0 is the last"):
            tri.board(1, agreement=endless)
        assert tri.boards(agreement=endless) == ()


class TestTurns:
    """The Secretary-General rotates Korea, Japan, China; the other two states nominate a deputy each."""

    def test_the_law_alone_gives_the_composition_of_any_board(self) -> None:
        law = tri.composition(11)
        assert (law.secretary_general, law.deputies) == (JAPAN, (CHINA, KOREA))
        on = tri.composition_on(dt.date(2040, 1, 1))
        assert (on.number, on.secretary_general) == (12, CHINA)
        assert law.grounds.sources

    def test_the_deputies_are_nominated_by_the_other_two_in_rotation_order(self) -> None:
        assert [(each.board, each.role, each.state) for each in tri.nominations(8)] == [
            (8, Role.DEPUTY_SECRETARY_GENERAL, CHINA),
            (8, Role.DEPUTY_SECRETARY_GENERAL, KOREA),
        ]
        assert all(each.grounds.sources for each in tri.nominations(8))
        changed = AGREEMENT_2025.with_order((JAPAN, CHINA, KOREA), since_board=9)
        assert [each.state for each in tri.nominations(9, agreement=changed)] == [CHINA, KOREA]

    @pytest.mark.parametrize(
        ("state", "after", "number"),
        [
            (CHINA, dt.date(2026, 11, 21), 9),
            (JAPAN, dt.date(2026, 8, 31), 8),
            (JAPAN, dt.date(2026, 9, 1), 11),  # board 8 does not start after the day on which it starts
            (KOREA, dt.date(2011, 8, 31), 1),
            (KOREA, dt.date.min, 1),
            (KOREA, dt.date(2011, 9, 1), 4),
        ],
    )
    def test_the_next_turn_is_the_first_board_so_led_that_starts_after_the_day(
        self, state: MemberState, after: dt.date, number: int
    ) -> None:
        board = tri.next_turn(state, after=after)
        assert (board.number, board.secretary_general.state) == (number, state)

    def test_the_next_turn_depends_on_the_law(self) -> None:
        assert tri.next_turn(JAPAN, after=THE_DAY).start.date == dt.date(2026, 9, 1)
        assert tri.next_turn(JAPAN, after=THE_DAY, agreement=AGREEMENT_2010).start.date == dt.date(2025, 9, 4)

    def test_the_next_turn_depends_on_the_record(self) -> None:
        record = with_facts(boards=[{"number": 8, "start": started("2026-11-15")}])
        assert tri.next_turn(JAPAN, after=dt.date(2026, 9, 1), record=record).start.date == dt.date(2026, 11, 15)

    def test_there_is_no_turn_after_the_last_board(self) -> None:
        reason = "^no board led by KOR starts after that day that a date can hold"
        with pytest.raises(
            tri.OutOfCoverageError, match=f"{reason}; expected a day from 2011-09-01 to 9997-08-31, got 9997-08-31$"
        ):
            tri.next_turn(KOREA, after=dt.date(9997, 8, 31))

    def test_a_turn_is_a_state_s(self) -> None:
        state: Any = "CHN"
        with pytest.raises(tri.WrongTypeError, match=r"a state must be a MemberState, such as .* got 'CHN'"):
            tri.next_turn(state, after=THE_DAY)


class TestSeats:
    """A seat is held, vacant or unknown."""

    def test_of_a_projected_board_are_unknown(self) -> None:
        for seat in tri.board(8).seats:
            assert (seat.occupancy, seat.holder, seat.tenures) == (Occupancy.UNKNOWN, None, ())
            assert seat.occupancy_on(dt.date(2027, 1, 1)) is Occupancy.UNKNOWN

    def test_of_a_recorded_board_are_held(self) -> None:
        seat = tri.board(7).secretary_general
        assert seat.holder_on(dt.date(2024, 1, 1)) == seat.holder == tri.person("lee-hee-sup")
        assert seat.occupancy_on(dt.date(2024, 1, 1)) is seat.occupancy is Occupancy.HELD

    @pytest.mark.parametrize("day", [dt.date(2023, 8, 31), dt.date(2026, 9, 1)])
    def test_are_asked_about_days_of_the_term_only(self, day: dt.date) -> None:
        message = rf"only in the term of its board; expected a day from 2023-09-01 to 2026-08-31, got {day}"
        with pytest.raises(tri.OutOfCoverageError, match=message):
            tri.board(7).secretary_general.holder_on(day)
        with pytest.raises(tri.OutOfCoverageError, match=message):
            tri.board(7).secretary_general.occupancy_on(day)


class TestStanding:
    """A board is not yet, in term, holding over or no longer."""

    def test_changes_at_the_boundaries(self) -> None:
        board = tri.board(7, agreement=AGREEMENT_2010)
        days = ["2023-08-31", "2023-09-01", "2025-08-31", "2025-09-01", "2025-09-03", "2025-09-04"]
        assert [board.standing_on(dt.date.fromisoformat(day)).value for day in days] == [
            "not-yet",
            "in-term",
            "in-term",
            "holding-over",
            "holding-over",
            "no-longer",
        ]
