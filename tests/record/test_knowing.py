"""What was known when: only facts whose sources were public, and only law whose application was."""

import datetime as dt
from collections.abc import Iterator
from enum import Enum
from typing import Any

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.record.test_history import event, joint, name, statement
from tests.record.test_with_facts import board_8, seen
from tests.strategies import PEOPLE, records

import trilateral as tri
from trilateral import AGREEMENT_2010, AGREEMENT_2025, Basis, MemberState, Occupancy, Record, Source, Standing

KOREA, JAPAN = MemberState.KOREA, MemberState.JAPAN
FIRST = dt.date(2010, 12, 16)
EDITION = tri.record().edition


def on(day: str, record: Record | None = None) -> Record:
    """A record, by default the shipped one, as it was known on a day."""
    return (record or tri.record()).as_known_on(dt.date.fromisoformat(day))


def term(number: int, record: Record) -> str:
    """The term of a board."""
    return str(tri.board(number, record=record).term)


def source(**parts: Any) -> dict[str, Any]:
    """A primary source."""
    return {"id": "s1", "title": "News item", "publisher": "TCS", "kind": "primary", "seen": "2026-11-20", **parts}


def from_source(facts: dict[str, Any], **parts: Any) -> Record:
    """The shipped record with facts of one source."""
    return tri.record().with_facts({"sources": [source(**parts)], **facts})


BOARD_8: dict[str, Any] = {"people": PEOPLE, "boards": [board_8(start={"date": "2026-09-01", "sources": ["s1"]})]}


def months() -> Iterator[dt.date]:
    """The first day of every month, from the signing of the Agreement to the edition of the record."""
    yield FIRST
    for month in range(12 * 2011, 12 * 2026 + 11):
        yield dt.date(month // 12, month % 12 + 1, 1)


def cited(value: Any) -> Iterator[Source]:
    """Every source within a value, at any depth."""
    if isinstance(value, Source):
        yield value
    elif hasattr(value, "__attrs_attrs__"):
        for field in value.__attrs_attrs__:
            yield from cited(getattr(value, field.name))
    elif isinstance(value, tuple | list | frozenset) and not isinstance(value, str | Enum):
        for each in value:  # pyright: ignore[reportUnknownVariableType]
            yield from cited(each)


def public(source: Source, day: dt.date) -> bool:
    """A partial publication date counts from its last day, an undated source from the day it was seen."""
    if source.published is None:
        return source.seen <= day
    return source.published.before(day + dt.timedelta(days=1)) is tri.Answer.YES


class TestTheLaw:
    """Law counts from the day on which its application was public: three years for board 7, 2025-09-03."""

    @pytest.mark.parametrize("day", ["2023-12-01", "2025-05-01", "2025-09-02"])
    def test_was_of_two_years_before(self, day: str) -> None:
        record = on(day)
        assert record.agreement == AGREEMENT_2010
        assert (term(7, record), term(8, record)) == ("2023-09-01/2025-09-01", "2025-09-01/2027-09-01")
        assert tri.board(8, record=record).secretary_general.state is JAPAN
        assert tri.board(8, record=record).basis is Basis.PROJECTED

    @pytest.mark.parametrize("day", ["2025-09-03", "2025-10-01", "2026-11-24"])
    def test_is_of_three_years_since(self, day: str) -> None:
        record = on(day)
        assert record.agreement == AGREEMENT_2025
        assert (term(7, record), term(8, record)) == ("2023-09-01/2026-09-01", "2026-09-01/2029-09-01")

    def test_names_another_board_on_the_day_before_it_was_known(self) -> None:
        assert [tri.board_on(dt.date(2025, 9, 3), record=on(day)).number for day in ("2025-09-02", "2025-09-03")] == [8, 7]
        board = tri.board(7, record=on("2025-09-03"), agreement=AGREEMENT_2010)
        assert board.standing_on(dt.date(2025, 9, 3)) is Standing.HOLDING_OVER

    def test_of_the_protocol_was_only_an_event_before(self) -> None:
        before, after = (
            {each.id for each in tri.timeline(record=on(day)) if each.kind is tri.EventKind.TREATY}
            for day in ("2025-03-21", "2025-05-01")
        )
        assert after - before == {"protocol-signed"}
        assert on("2025-05-01").agreement == AGREEMENT_2010

    def test_keeps_what_is_supposed(self) -> None:
        supposed = AGREEMENT_2025.with_extension(8, until=dt.date(2030, 1, 1), because="Suppose so.")
        record = attrs.evolve(tri.record(), agreement=supposed.with_term_length(4, since_board=9))
        assert on("2023-12-01", record).agreement == AGREEMENT_2010.with_extension(
            8, until=dt.date(2030, 1, 1), because="Suppose so."
        ).with_term_length(4, since_board=9)

    def test_drops_what_was_announced_later(self) -> None:
        supposed = AGREEMENT_2025.with_extension(8, until=dt.date(2030, 1, 1), because="Suppose so.")
        (extension,) = supposed.extensions
        announced = attrs.evolve(extension, public_on=dt.date(2026, 1, 1))
        record = attrs.evolve(tri.record(), agreement=attrs.evolve(supposed, extensions=(announced,)))
        assert on("2025-12-31", record).agreement == AGREEMENT_2025
        assert on("2026-01-01", record).agreement == record.agreement

    def test_drops_an_extension_that_is_none_by_the_lengths_of_that_day(self) -> None:
        short = attrs.evolve(AGREEMENT_2025.term_lengths[1], value=12, public_on=dt.date(2025, 1, 1))
        shortened = attrs.evolve(AGREEMENT_2025, term_lengths=(AGREEMENT_2025.term_lengths[0], short))
        extended = shortened.with_extension(7, until=dt.date(2025, 1, 1), because="Suppose so.")
        record = attrs.evolve(tri.record(), agreement=extended)
        assert on("2024-01-01", record).agreement == AGREEMENT_2010
        assert on("2025-01-01", record).agreement == extended

    def test_takes_facts_of_a_user_as_any_record_does(self) -> None:
        for day in ("2012-01-01", "2018-06-01", "2023-12-01"):
            assert on(day).with_facts({}) == on(day)
            assert all(person.names[0].kind is tri.NameKind.PREFERRED for person in on(day).people)

    def test_from_board_1_on_is_always_kept(self) -> None:
        assert on("2010-12-16").agreement == AGREEMENT_2010
        assert term(1, on("2010-12-16")) == "2011-09-01/2013-09-01"


class TestTheEdges:
    """From the signing of the Agreement to the edition of the record."""

    def test_nothing_is_known_before_the_agreement_was_signed(self) -> None:
        message = "the Agreement had not been signed; expected a day from 2010-12-16 to 9999-12-31, got 2010-12-15"
        with pytest.raises(tri.OutOfCoverageError, match=message):
            on("2010-12-15")
        assert tri.boards(record=on("2010-12-16")) == ()
        assert tri.board(1, record=on("2010-12-16")).basis is Basis.PROJECTED

    def test_from_its_newest_source_on_a_record_is_itself(self) -> None:
        record = from_source(BOARD_8, published="2027-03-01", seen="2027-03-01")
        assert record.edition < dt.date(2027, 3, 1)
        assert [tri.board(8, record=on(day, record)).basis for day in ("2026-12-01", "2027-02-28", "2027-03-01")] == [
            Basis.PROJECTED,
            Basis.PROJECTED,
            Basis.RECORDED,
        ]
        assert on("2027-02-28", record).edition == EDITION
        assert on("2027-02-28", record).coverage == record.coverage
        assert on("2027-03-01", record) is record

    def test_its_coverage_is_cut_before_the_first_board_too(self) -> None:
        for day in ("2010-12-16", "2011-06-01", "2011-09-01"):
            assert str(on(day).coverage) == "2011-09-01/2011-09-02"
        assert str(on("2011-09-02").coverage) == "2011-09-01/2011-09-03"

    def test_the_timeline_covers_no_later_day(self) -> None:
        whole = tri.timeline().coverage
        for day in ("2010-12-16", "2011-06-01", "2025-01-01"):
            coverage = tri.timeline(record=on(day)).coverage
            assert (coverage.start, coverage.last_day) == (whole.start, dt.date.fromisoformat(day))
        assert tri.timeline(record=on("2026-11-24")).coverage == whole

    def test_from_its_edition_on_a_record_is_itself(self) -> None:
        record = tri.record()
        assert record.as_known_on(EDITION) is record
        assert record.as_known_on(dt.date.max) is record
        assert record.as_known_on(EDITION - dt.timedelta(days=1)) is not record

    def test_the_day_is_the_edition_of_what_was_known(self) -> None:
        record = on("2023-12-01")
        assert (record.edition, str(record.coverage)) == (dt.date(2023, 12, 1), "2011-09-01/2023-12-02")
        assert on("2026-11-24").coverage == tri.record().coverage

    @pytest.mark.parametrize("day", ["2023-12-01", None, 2023, dt.datetime(2023, 12, 1, tzinfo=dt.UTC)])
    def test_what_is_no_day_is_refused(self, day: Any) -> None:
        with pytest.raises(tri.WrongTypeError, match=r"the day must be a datetime\.date"):
            tri.record().as_known_on(day)

    def test_the_record_stays_as_it_is(self) -> None:
        on("2011-06-01")
        assert tri.record().edition == EDITION
        assert term(8, tri.record()) == "2026-09-01/2029-09-01"


class TestTheFirstBoard:
    """Appointed in May 2011; nobody had yet said that it started."""

    def test_was_appointed_before_it_started(self) -> None:
        board = tri.board(1, record=on("2011-06-01"))
        assert (board.basis, board.start.basis, str(board.term)) == (Basis.RECORDED, Basis.PROJECTED, "2011-09-01/2013-09-01")
        assert [(seat.role.abbreviation, seat.state.value, seat.occupancy) for seat in board.seats] == [
            ("SG", "KOR", Occupancy.HELD),
            ("DSG", "JPN", Occupancy.HELD),
            ("DSG", "CHN", Occupancy.HELD),
        ]
        assert str(board.secretary_general.tenures[0].appointed) == "2011-05-21"

    def test_is_known_from_the_last_day_of_the_month_of_its_sources(self) -> None:
        assert [seat.occupancy for seat in tri.board(1, record=on("2011-05-30")).seats[1:]] == [Occupancy.UNKNOWN] * 2
        assert [seat.occupancy for seat in tri.board(1, record=on("2011-05-31")).seats[1:]] == [Occupancy.HELD] * 2

    def test_takes_facts_of_a_user_before_it_started(self) -> None:
        assert on("2010-12-16").with_facts({}) == on("2010-12-16")
        assert on("2011-05-31").with_facts({}) == on("2011-05-31")
        facts = {"sources": [source()], "boards": [{"number": 1, "start": {"date": "2011-09-01", "sources": ["s1"]}}]}
        for day in ("2010-12-16", "2011-05-31"):
            assert tri.board(1, record=on(day).with_facts(facts)).start.basis is Basis.RECORDED

    def test_started_on_the_day_on_which_a_source_said_so(self) -> None:
        assert tri.board(1, record=on("2011-08-31")).start.basis is Basis.PROJECTED
        assert tri.board(1, record=on("2011-09-01")).start.basis is Basis.RECORDED
        assert tri.boards(record=on("2011-09-01"))[-1].number == 1


class TestSources:
    """A partial date counts from its last day, an undated source from the day it was seen, dated news from its own date."""

    @pytest.mark.parametrize(
        ("published", "eve", "day"),
        [
            ("2026-09-02", "2026-09-01", "2026-09-02"),
            ("2026-09", "2026-09-29", "2026-09-30"),
            ("2026-02", "2026-02-27", "2026-02-28"),
            ("2025", "2025-12-30", "2025-12-31"),
        ],
    )
    def test_count_from_the_last_day_that_their_own_date_can_be(self, published: str, eve: str, day: str) -> None:
        record = from_source(BOARD_8, published=published)
        assert tri.board(8, record=on(eve, record)).secretary_general.holder is None
        assert tri.board(8, record=on(day, record)).secretary_general.holder == tri.person("p1", record=record)

    def test_without_a_date_count_from_the_day_they_were_seen(self) -> None:
        record = from_source(BOARD_8, seen="2026-10-10")
        assert tri.board(8, record=on("2026-10-09", record)).basis is Basis.PROJECTED
        assert tri.board(8, record=on("2026-10-10", record)).basis is Basis.RECORDED

    def test_move_a_term_from_the_day_they_were_public(self) -> None:
        sighting = {"board": 7, "date": "2026-10-05", "sources": ["s1"]}
        record = from_source({"attested": [sighting]}, published="2026-10-20")
        assert [term(7, on(day, record)) for day in ("2026-10-19", "2026-10-20")] == [
            "2023-09-01/2026-09-01",
            "2023-09-01/2026-10-06",
        ]

    def test_of_a_new_reading_leave_the_old_one_until_they_were_public(self) -> None:
        start = {"date": "2021-08-30", "sources": ["s1"]}
        record = from_source({"boards": [{"number": 6, "start": start}]}, published="2024-01-10")
        assert [str(tri.board(6, record=on(day, record)).start.attested) for day in ("2024-01-09", "2024-01-10")] == [
            "2021-09",
            "2021-08-30",
        ]

    def test_of_one_board_leave_out_the_later_ones_if_nobody_knew_of_it(self) -> None:
        nine = {"number": 9, "start": {"date": "2026-10-01", "sources": ["s2"]}}
        eight = {"number": 8, "start": {"date": "2026-09-01", "sources": ["s1"]}}
        sources = [source(published="2026-11-01"), source(id="s2", published="2026-10-01")]
        record = tri.record().with_facts({"sources": sources, "boards": [eight, nine]})
        assert [len(tri.boards(record=on(day, record))) for day in ("2026-10-31", "2026-11-01")] == [7, 9]

    def test_of_a_vacancy_are_those_of_the_seat(self) -> None:
        vacant = {"role": "secretary-general", "state": "JPN", "tenures": [{"vacant": True, "sources": ["s1"]}]}
        record = from_source({"boards": [{"number": 8, "seats": [vacant]}]}, published="2026-09-02")
        seats = [tri.board(8, record=on(day, record)).secretary_general for day in ("2026-09-01", "2026-09-02")]
        assert [seat.occupancy for seat in seats] == [Occupancy.UNKNOWN, Occupancy.VACANT]

    def test_of_what_happened_are_those_of_the_event(self) -> None:
        record = from_source({"events": [event("x", "2026-05-05")]}, published="2026-06-01")
        ids = [{each.id for each in tri.timeline(record=on(day, record))} for day in ("2026-05-31", "2026-06-01")]
        assert ["x" in each for each in ids] == [False, True]

    def test_of_whom_nobody_had_named_leave_the_seat_unknown(self) -> None:
        tenure = {"holder": "p1", "sources": ["s2"]}
        seat = {"role": "secretary-general", "state": "JPN", "tenures": [tenure]}
        sources = [source(published="2026-10-01"), source(id="s2", published="2026-09-01")]
        start = {"date": "2026-09-01", "sources": ["s2"]}
        boards = [{"number": 8, "start": start, "seats": [seat]}]
        record = tri.record().with_facts({"sources": sources, "people": PEOPLE, "boards": boards})
        held = [tri.board(8, record=on(day, record)).secretary_general for day in ("2026-09-30", "2026-10-01")]
        assert [(seat.occupancy, seat.holder and seat.holder.id) for seat in held] == [
            (Occupancy.UNKNOWN, None),
            (Occupancy.HELD, "p1"),
        ]
        assert "p1" not in {person.id for person in tri.people(record=on("2026-09-30", record))}

    def test_of_whom_nobody_had_named_show_them_at_a_meeting_all_the_same(self) -> None:
        """A Secretary-General took part in December 2020; how the name is spelled was public later."""
        known = on("2020-12-09")
        (person,) = {
            each.person for event in tri.timeline(record=known) for each in event.participants if each.person.id == "ou-boqian"
        }
        assert (person.names, str(person)) == ((), "ou-boqian")
        assert person not in known.people
        assert known.with_facts({}) == known

    def test_that_reprint_one_that_was_not_public_stand_for_themselves(self) -> None:
        reprint = source(id="s2", kind="secondary", published="2026-09-20", reprints="s1")
        sighting = seen(7, "2026-09-20", "s2")
        record = tri.record().with_facts({"sources": [source(published="2026-10-10"), reprint], "attested": [sighting]})
        assert [term(7, on(day, record)) for day in ("2026-10-09", "2026-10-10")] == [
            "2023-09-01/2026-09-01",
            "2023-09-01/2026-09-21",
        ]

    def test_of_what_was_inferred_are_needed_all(self) -> None:
        sources = [source(published="2026-06-01"), source(id="s2", published="2026-08-01")]
        both = {"basis": "inferred", "sources": ["s1", "s2"], "note": "It follows."}
        facts = {
            "sources": sources,
            "events": [event("x", "2026-05-05", **both), event("y", "2026-05-05", sources=["s1", "s2"])],
            "statements": [statement("motto", "Peace.", **both), statement("hymn", "Song.", sources=["s1", "s2"])],
        }
        record = tri.record().with_facts(facts)
        ids = [{each.id for each in tri.timeline(record=on(day, record))} for day in ("2026-07-31", "2026-08-01")]
        assert [each & {"x", "y"} for each in ids] == [{"y"}, {"x", "y"}]
        subjects = [{each.subject for each in tri.about(record=on(day, record))} for day in ("2026-07-31", "2026-08-01")]
        assert [each & {"motto", "hymn"} for each in subjects] == [{"hymn"}, {"motto", "hymn"}]

    def test_of_a_series_are_those_of_its_meetings_until_its_rotation_was_stated(self) -> None:
        summits = tri.series("summit", record=on("2011-06-01"))
        assert [meeting.number for meeting in summits.meetings] == [1, 2, 3, 4]
        assert (summits.rotation, summits.rotation_note, summits.note) == (None, None, None)
        told = (*summits.meetings, *summits.planned, *summits.not_held)
        assert set(summits.sources) == {each for meeting in told for each in meeting.sources}
        assert {meeting.id for meeting in tri.summits(record=on("2011-06-01"))} >= {each.id for each in summits.meetings}
        with pytest.raises(tri.UnknownMeetingError):
            summits.next_host()
        assert tri.series("summit", record=on("2023-12-01")).rotation == tri.series("summit").rotation

    def test_of_statements_and_names_count_too(self) -> None:
        facts = {"statements": [statement("motto", "Peace.")], "names": [name("secretariat", "fr", "Secrétariat")]}
        facts["names"] = [name("secretariat", "ko", "사무국시험")]
        record = from_source(facts, published="2026-06-01")
        before, after = (on(day, record) for day in ("2026-05-31", "2026-06-01"))
        assert tri.about("motto", record=after)[0].value == "Peace."
        with pytest.raises(tri.UnknownWordError, match="got 'motto'"):
            tri.about("motto", record=before)
        texts = [{each.text for each in tri.labels("secretariat", "ko", record=each)} for each in (before, after)]
        assert ["사무국시험" in each for each in texts] == [False, True]


class TestOurNotes:
    """We wrote them knowing more."""

    def test_of_facts_are_left_out(self) -> None:
        assert any(each.note for each in tri.timeline())
        known = on("2026-11-24")
        assert not any(each.note for each in tri.timeline(record=known))
        assert not any(reading.note for each in tri.about(record=known) for reading in each.readings)
        assert not any(each.note or each.rotation_note for each in tri.series(record=known))
        assert not any(sighting.note for sighting in known.facts.sightings)
        assert not any(reading.note for board in known.facts.boards for reading in (*board.start, *board.last_day))

    def test_of_sources_stay(self) -> None:
        notes = {each.id: each.note for each in tri.record().sources}
        assert all(each.note == notes[each.id] for each in on("2023-12-01").sources)

    def test_tell_of_no_later_day(self) -> None:
        for each in tri.about(record=on("2010-12-16")):
            assert "2024" not in each.value
            assert "17 May 2011" not in each.value


class TestWhatWasToCome:
    """An event is planned until it can have happened, and not held once it was public why."""

    def test_was_planned(self) -> None:
        record = from_source({"events": [event("x", "2026-07-07")]}, published="2026-06-01")
        statuses = [
            next(each.status for each in tri.timeline(record=on(day, record)) if each.id == "x")
            for day in ("2026-06-01", "2026-07-06", "2026-07-07")
        ]
        assert statuses == [tri.EventStatus.PLANNED, tri.EventStatus.PLANNED, tri.EventStatus.HELD]

    def test_was_not_held_from_the_day_on_which_it_was_public_why(self) -> None:
        sources = [source(published="2026-03-01"), source(id="s2", published="2026-05-01")]
        cause = {"text": "Rain.", "sources": ["s2"]}
        off = event("x", "2026-07", status="not-held", causes=[cause])
        record = tri.record().with_facts({"sources": sources, "events": [off]})
        statuses = [
            next(each.status for each in tri.timeline(record=on(day, record)) if each.id == "x")
            for day in ("2026-03-01", "2026-04-30", "2026-05-01", "2026-07-31")
        ]
        assert statuses == [tri.EventStatus.PLANNED] * 2 + [tri.EventStatus.NOT_HELD] * 2


class TestNames:
    """A joint name holds up to the next one of its language that was known."""

    def test_of_all_three_are_those_that_were_known(self) -> None:
        day = dt.date(2024, 1, 1)
        assert tri.joint_name("zh", on=day, record=on("2010-12-16")).text == "中日韩"
        with pytest.raises(
            tri.UnknownWordError, match="the language of a joint name cannot be asked for, as there is none; got 'ko'"
        ):
            tri.joint_name("ko", on=day, record=on("2021-12-30"))
        assert tri.joint_name("ko", on=day, record=on("2021-12-31")).text == "한중일"
        assert tri.joint_name("ko", on=day, record=on("2025-09-03")).text == "한일중"
        assert tri.joint_name("ko", on=day).text == "한일중"

    def test_reach_up_to_the_next_one_that_was_known(self) -> None:
        sources = [source(published="2026-06-01"), source(id="s2", published="2026-08-01")]
        later = joint("중일한", "CHN", "JPN", "KOR", since="2026-05-01", until="2026-07-01")
        latest = joint("일중한", "JPN", "CHN", "KOR", since="2026-07-01", sources=["s2"])
        record = tri.record().with_facts({"sources": sources, "joint_names": [later, latest]})
        day = dt.date(2026, 9, 1)
        known = ("2026-05-31", "2026-06-01", "2026-08-01")
        named = [tri.joint_name("ko", on=day, record=on(each, record)).text for each in known]
        assert named == ["한중일", "중일한", "일중한"]

    def test_of_a_person_are_those_that_were_known(self) -> None:
        before, after = (tri.person("yamamoto-yasushi", record=on(day)) for day in ("2025-05-01", "2026-11-24"))
        assert before.id == after.id
        assert {each.text for each in before.names} < {each.text for each in after.names}

    def test_of_the_secretariat_are_those_that_were_known(self) -> None:
        assert tri.label("secretariat", "en", record=on("2010-12-16")).text == "Trilateral Cooperation Secretariat"
        with pytest.raises(tri.UnknownWordError, match=r"the language of that name must be one of .*; got 'ko'"):
            tri.label("secretariat", "ko", record=on("2010-12-16"))


class TestAnyDay:
    """What holds of every day."""

    def test_in_every_month_there_is_an_answer(self) -> None:
        for day in months():
            record = tri.record().as_known_on(day)
            boards = tri.boards(until=dt.date(2033, 1, 1), record=record)
            assert [board.number for board in boards] == list(range(1, len(boards) + 1))
            for board in boards[-4:]:
                assert str(tri.explain(board))
            assert len({repr(person) for person in tri.people(record=record)}) == len(tri.people(record=record))
            timeline = tri.timeline(record=record)
            assert len(timeline) > 0
            assert all(repr(each) for each in timeline)
            assert all(each.earliest <= day or each.status is not tri.EventStatus.HELD for each in timeline)
            for series in tri.series(record=record):
                assert series.as_of <= day
                assert repr(series.next_host()) if series.rotation else series.meetings is not None
            assert tri.about(record=record)
            assert tri.label("secretariat", "en", record=record).text
            assert tri.summits(record=record)

    @settings(max_examples=25)
    @given(records(), st.dates(FIRST, EDITION), st.dates(FIRST, EDITION))
    def test_what_is_known_stays_known(self, record: Record, one: dt.date, other: dt.date) -> None:
        """`as_known_on` is monotone: what is known on a day is known on every later day."""
        earlier, later = (record.as_known_on(day) for day in sorted((one, other)))
        assert set(earlier.sources) <= set(later.sources)
        assert set(earlier.people) <= {*later.people} or {each.id for each in earlier.people} <= {p.id for p in later.people}
        assert {each.id for each in tri.timeline(record=earlier)} <= {each.id for each in tri.timeline(record=later)}
        assert len(tri.boards(record=earlier)) <= len(tri.boards(record=later))
        assert set(earlier.agreement.provisions) <= set(later.agreement.provisions)
        assert {each.id for each in tri.series(record=earlier)} <= {each.id for each in tri.series(record=later)}

    @settings(max_examples=25)
    @given(records(), st.dates(FIRST, EDITION - dt.timedelta(days=1)))
    def test_nothing_rests_on_a_source_that_was_not_public(self, record: Record, day: dt.date) -> None:
        """Facts whose sources were public by then."""
        known = record.as_known_on(day)
        assert all(public(each, day) for each in cited((known.facts, known.history)))
        assert all(public(each, day) for each in known.sources)

    @settings(max_examples=25)
    @given(records(), st.dates(FIRST, EDITION), st.dates(FIRST, EDITION))
    def test_to_look_again_tells_nothing_else(self, record: Record, one: dt.date, other: dt.date) -> None:
        """`as_known_on` is idempotent, and the earlier of two days decides."""
        first, last = sorted((one, other))
        known = record.as_known_on(first)
        assert known.as_known_on(first) is known
        assert known.as_known_on(last) is known
        again = record.as_known_on(last).as_known_on(first)
        assert attrs.evolve(again, coverage=known.coverage) == known

    @settings(max_examples=25)
    @given(records(), st.dates(FIRST, EDITION))
    def test_terms_tile_time(self, record: Record, day: dt.date) -> None:
        """Terms tile time: one board a day from 2011-09-01, under every agreement and record."""
        boards = tri.boards(until=dt.date(2040, 1, 1), record=record.as_known_on(day))
        ends = [board.end.date for board in boards]
        assert [board.start.date for board in boards] == [dt.date(2011, 9, 1), *ends[:-1]]
