"""Series of meetings: which were held, who hosts which, who hosts next."""

import datetime as dt
import pickle
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.record.test_history import event, meeting, series, with_history
from tests.rules.messages import got
from tests.strategies import SOURCE

import trilateral as tri
from trilateral import Basis, CitationKind, Confidence, EventStatus, MemberState

CHINA, JAPAN, KOREA = MemberState.CHINA, MemberState.JAPAN, MemberState.KOREA
ORDER = ["CHN", "JPN", "KOR"]


def known(*meetings: dict[str, Any], **parts: Any) -> tri.Series:
    """The series ``x`` with some meetings."""
    record = with_history(series=[series("x", **parts)], events=list(meetings))
    return tri.series("x", record=record)


# Numbers 4, 6 and 7 were held, 8 is planned; by rotation from 4 on, China hosts 4 and 7, Japan 5 and 8, Korea 6 and 9.
ROTATING = known(
    meeting(4, "2030-01-01", "CHN"),
    meeting(6, "2032-01-01"),
    meeting(7, "2033-01-01", "KOR"),
    meeting(8, "2041", "JPN", status="planned"),
    event("x-off", "2034", kind="meeting", series="x", status="not-held", causes=[{"text": "Rain.", "sources": ["s1"]}]),
    order=ORDER,
    since=4,
)


class TestMeetings:
    """A planned meeting is not a held one."""

    def test_are_those_that_were_held(self) -> None:
        assert [each.number for each in ROTATING.meetings] == [4, 6, 7]
        assert [each.number for each in ROTATING.planned] == [8]
        assert [each.id for each in ROTATING.not_held] == ["x-off"]

    def test_that_are_later_than_the_day_of_the_newest_evidence_move_it(self) -> None:
        assert known(meeting(1, "2041-05-01"), as_of="2040-01-01").as_of == dt.date(2041, 5, 1)
        assert known(meeting(1, "2041"), as_of="2040-01-01").as_of == dt.date(2041, 12, 31)

    def test_move_it_no_further_than_their_sources_can_know(self) -> None:
        source = {"id": "early", "title": "News", "publisher": "TCS", "kind": "primary", "seen": "2041-03-01"}
        record = with_history(
            series=[series("x")],
            sources=[SOURCE, source],
            events=[meeting(1, "2041", sources=["early"])],
        )
        assert tri.series("x", record=record).as_of == dt.date(2041, 3, 1)

    def test_are_in_order_of_time_and_the_number_of_some_may_not_be_known(self) -> None:
        one = known(meeting(2, "2031-01-01"), event("x-party", "2030-07", kind="meeting", series="x"), meeting(1, "2030-06-01"))
        assert [(each.id, each.number) for each in one.meetings] == [("x-1", 1), ("x-party", None), ("x-2", 2)]
        assert one.meeting(2).id == "x-2"

    def test_of_one_day_are_in_order_of_their_numbers_after_those_without_one(self) -> None:
        party = event("x-party", "2030-07-01", kind="meeting", series="x")
        one = known(meeting(10, "2030-07-01"), meeting(9, "2030-07-01"), meeting(1, "2030-07-01"), party)
        assert [each.number for each in one.meetings] == [None, 1, 9, 10]

    def test_are_found_by_number_held_or_planned(self) -> None:
        assert (ROTATING.meeting(6).id, ROTATING.meeting(6).status) == ("x-6", EventStatus.HELD)
        assert (ROTATING.meeting(8).id, ROTATING.meeting(8).status) == ("x-8", EventStatus.PLANNED)

    @pytest.mark.parametrize("number", [5, 0, -1, 9, 10**30])
    def test_of_which_nothing_is_recorded_are_refused(self, number: int) -> None:
        with pytest.raises(
            tri.UnknownMeetingError, match=rf"x {number}: nothing is recorded of it; known are 4, 6, 7"
        ) as caught:
            ROTATING.meeting(number)
        assert (caught.value.series, caught.value.number) == ("x", number)

    def test_of_which_none_is_known_are_refused(self) -> None:
        with pytest.raises(tri.UnknownMeetingError, match="x 1: nothing is recorded of it; known are none by number"):
            known().meeting(1)

    @pytest.mark.parametrize("number", [True, 4.0, "4", None])
    def test_are_asked_for_by_number(self, number: Any) -> None:
        for ask in (ROTATING.meeting, ROTATING.host):
            with pytest.raises(tri.WrongTypeError, match=rf"^the number of a meeting must be an int, such as 9, {got(number)}"):
                ask(number)


class TestHosts:
    """As recorded, or by the rotation; nothing is claimed below the first verified number."""

    @pytest.mark.parametrize(
        ("number", "state", "basis", "status"),
        [
            (4, CHINA, Basis.RECORDED, EventStatus.HELD),
            (5, JAPAN, Basis.INFERRED, None),  # it must have been held, as later ones were
            (6, KOREA, Basis.INFERRED, EventStatus.HELD),
            (7, KOREA, Basis.RECORDED, EventStatus.HELD),  # out of turn
            (8, JAPAN, Basis.RECORDED, EventStatus.PLANNED),
            (9, KOREA, Basis.PROJECTED, None),
            (1_000_000, CHINA, Basis.PROJECTED, None),  # as 4 plus a multiple of three
        ],
    )
    def test_are_recorded_inferred_or_projected(
        self, number: int, state: MemberState, basis: Basis, status: EventStatus | None
    ) -> None:
        host = ROTATING.host(number)
        assert (host.series, host.number, host.state, host.basis, host.status) == ("x", number, state, basis, status)
        assert host.as_of == dt.date(2040, 1, 1)

    @pytest.mark.parametrize("number", [3, 1, 0, -3])
    def test_below_the_first_verified_number_are_refused(self, number: int) -> None:
        with pytest.raises(tri.UnknownMeetingError, match=rf"x {number}: nothing is claimed of a meeting below number 4"):
            ROTATING.host(number)

    def test_below_the_first_verified_number_may_be_recorded(self) -> None:
        one = known(meeting(2, "2029", "KOR"), order=ORDER, since=4)
        assert (one.host(2).state, one.host(2).basis) == (KOREA, Basis.RECORDED)

    def test_of_a_series_without_rotation_are_recorded_or_unknown(self) -> None:
        one = known(meeting(1, "2030", "CHN"), meeting(2, "2031"))
        assert one.rotation is None
        assert one.host(1).state is CHINA
        for number in (2, 3):
            with pytest.raises(tri.UnknownMeetingError, match=rf"x {number}: no host is recorded, and no rotation is known"):
                one.host(number)

    def test_of_the_last_meeting_held_are_inferred_and_of_the_next_one_projected(self) -> None:
        one = known(meeting(1, "2030"), order=ORDER)
        assert [one.host(number).basis for number in (1, 2)] == [Basis.INFERRED, Basis.PROJECTED]

    def test_are_projected_where_no_meeting_has_a_number(self) -> None:
        assert known(order=ORDER).host(1).basis is Basis.PROJECTED
        party = event("x-party", "2030-07-01", kind="meeting", series="x")
        assert known(party, order=ORDER).host(1).basis is Basis.PROJECTED

    @pytest.mark.parametrize("since", [1, 2, 3])
    def test_begin_with_the_first_of_the_order(self, since: int) -> None:
        one = known(order=ORDER, since=since)
        assert [one.host(since + step).state for step in range(4)] == [CHINA, JAPAN, KOREA, CHINA]

    def test_that_are_inferred_from_sources_say_so(self) -> None:
        one = known(meeting(1, "2030", "CHN", basis="inferred"), order=ORDER)
        assert one.host(1).basis is Basis.INFERRED

    def test_rest_on_the_sources_of_the_meeting_or_of_the_rotation(self) -> None:
        recorded, projected = ROTATING.host(8).grounds, ROTATING.host(9).grounds
        assert [fact.value for fact in recorded.facts] == ["What x-8 is: JPN is planned to host"]
        assert [fact.value for fact in ROTATING.host(4).grounds.facts] == ["What x-4 is: CHN hosted"]
        assert recorded.citations == projected.facts == ()
        assert [citation.statement for citation in projected.citations] == ["The x: it goes round from CHN to JPN to KOR."]
        assert [source.id for source in recorded.sources] == [source.id for source in projected.sources] == ["s1"]

    def test_by_rotation_tell_the_note_on_it(self) -> None:
        (citation,) = known(order=ORDER, order_note="Read off two hosts.").host(1).grounds.citations
        assert citation.statement == "The x: it goes round from CHN to JPN to KOR. Read off two hosts."

    def test_have_sources(self) -> None:
        for hosting in (ROTATING.host(8), ROTATING.host(9)):
            assert hosting.sources == hosting.grounds.sources != ()

    @pytest.mark.parametrize(
        ("parts", "kind", "confidence"),
        [
            ({}, CitationKind.PRACTICE, Confidence.PRIMARY),
            ({"sources": ["s2"]}, CitationKind.PRACTICE, Confidence.UNANIMOUS),
            ({"order_basis": "inferred"}, CitationKind.INFERENCE, Confidence.STRONG),
        ],
    )
    def test_by_rotation_say_how_sure_it_is(self, parts: dict[str, Any], kind: CitationKind, confidence: Confidence) -> None:
        (citation,) = known(order=ORDER, **parts).host(1).grounds.citations
        assert (citation.kind, citation.confidence) == (kind, confidence)

    @given(st.integers(1, 10**6), st.integers(0, 10**6), st.permutations(ORDER))
    def test_go_round_from_the_first_verified_number(self, since: int, steps: int, order: list[str]) -> None:
        one = known(order=order, since=since)
        assert one.host(since).state.value == order[0]
        assert one.host(since + steps).state is one.host(since + steps + 3).state
        assert [one.host(since + steps + more).state for more in (0, 1, 2)] != [one.host(since + steps).state] * 3

    def test_have_a_short_repr(self) -> None:
        assert repr(ROTATING.host(9)) == "<Hosting x 9 KOR projected, as of 2040-01-01>"
        assert repr(ROTATING) == "<Series x: 3 meetings known, as of 2040-01-01>"

    def test_pickle(self) -> None:
        for each in (ROTATING, ROTATING.host(9), ROTATING.host(4)):
            assert pickle.loads(pickle.dumps(each)) == each


class TestTheNextHost:
    """Of the meeting after the last one known to have been held, as of a day."""

    def test_is_planned_if_a_plan_is_recorded(self) -> None:
        coming = ROTATING.next_host()
        assert (coming.number, coming.state, coming.basis, coming.status) == (8, JAPAN, Basis.RECORDED, EventStatus.PLANNED)
        assert coming.as_of == ROTATING.as_of

    def test_may_be_planned_out_of_turn(self) -> None:
        one = known(meeting(1, "2030", "CHN"), meeting(2, "2031", "KOR", status="planned"), order=ORDER)
        assert (one.next_host().state, one.host(3).state) == (KOREA, KOREA)

    def test_is_projected_by_the_rotation(self) -> None:
        coming = known(meeting(1, "2030", "CHN"), order=ORDER).next_host()
        assert (coming.number, coming.state, coming.basis, coming.status) == (2, JAPAN, Basis.PROJECTED, None)

    def test_of_a_series_of_which_no_meeting_is_known_hosts_the_first_verified_number(self) -> None:
        coming = known(order=ORDER, since=4).next_host()
        assert (coming.number, coming.state) == (4, CHINA)

    def test_is_not_moved_by_a_plan_that_failed(self) -> None:
        off = event("x-off", "2031", kind="meeting", series="x", number=2, host="KOR", status="not-held")
        coming = known(meeting(1, "2030", "CHN"), off, order=ORDER).next_host()
        assert (coming.number, coming.state, coming.basis) == (2, JAPAN, Basis.PROJECTED)

    def test_is_unknown_without_a_rotation(self) -> None:
        with pytest.raises(tri.UnknownMeetingError, match="x 2: no host is recorded, and no rotation is known"):
            known(meeting(1, "2030", "CHN")).next_host()

    def test_is_unknown_after_a_meeting_without_a_number(self) -> None:
        party = event("x-party", "2031", kind="meeting", series="x")
        one = known(meeting(1, "2030", "CHN"), party, order=ORDER)
        with pytest.raises(
            tri.UnknownMeetingError, match="x 2: the last meeting held, x-party of 2031, has no known number, nor"
        ):
            one.next_host()
        two = known(meeting(1, "2029", "CHN"), meeting(2, "2030", "JPN"), party, order=ORDER)
        with pytest.raises(
            tri.UnknownMeetingError, match=r"^x 3: the last meeting held, x-party of 2031, has no known number, nor"
        ):
            two.next_host()
        with pytest.raises(
            tri.UnknownMeetingError, match=r"^x 1: the last meeting held, x-party of 2031, has no known number, nor"
        ):
            known(party, order=ORDER).next_host()
        assert known(party, meeting(1, "2032", "CHN"), order=ORDER).next_host().number == 2

    def test_moves_on_once_a_user_knows_of_the_next_summit(self) -> None:
        tenth = event("summit-10", "2027-01-10", kind="summit", series="summit", number=10, host="JPN")
        assert tri.series("summit").next_host().state is JAPAN
        coming = tri.series("summit", record=with_history(events=[tenth])).next_host()
        assert (coming.number, coming.state, coming.basis) == (11, CHINA, Basis.PROJECTED)

    def test_does_not_move_on_for_a_summit_that_is_planned(self) -> None:
        tenth = event("summit-10", "2027-01-10", kind="summit", series="summit", number=10, host="JPN", status="planned")
        coming = tri.series("summit", record=with_history(events=[tenth])).next_host()
        assert (coming.number, coming.state, coming.status) == (10, JAPAN, EventStatus.PLANNED)


class TestDepartures:
    """The meetings that another state hosted than the rotation says."""

    def test_are_those_out_of_turn(self) -> None:
        assert [each.number for each in ROTATING.departures] == [7]

    def test_are_held_ones(self) -> None:
        one = known(meeting(1, "2030", "CHN"), meeting(2, "2041", "CHN", status="planned"), order=ORDER)
        assert one.departures == ()

    def test_need_a_rotation_and_a_host(self) -> None:
        assert known(meeting(1, "2030", "CHN"), meeting(2, "2031", "CHN")).departures == ()
        assert known(meeting(1, "2030"), order=ORDER).departures == ()

    def test_are_not_claimed_below_the_first_verified_number(self) -> None:
        assert known(meeting(1, "2029", "CHN"), meeting(4, "2030", "CHN"), order=ORDER, since=4).departures == ()
        assert known(meeting(3, "2029", "CHN"), order=ORDER, since=4).departures == ()


class TestGaps:
    """The times of a yearly series without a meeting for a whole calendar year or more."""

    def test_lie_between_meetings(self) -> None:
        one = known(meeting(1, "2030-12-31"), meeting(2, "2032-01-01"), meeting(3, "2033"), yearly=True, as_of="2033-12-31")
        (gap,) = one.gaps
        assert (gap.after.number, gap.before and gap.before.number) == (1, 2)
        assert gap.sources == (gap.after.sources[0],)
        assert repr(gap) == "<Gap 2030-12-31 to 2032-01-01>"

    def test_may_be_open(self) -> None:
        one = known(meeting(1, "2030-12-31"), yearly=True, as_of="2031-12-31")
        assert [(gap.after.number, gap.before) for gap in one.gaps] == [(1, None)]
        assert repr(one.gaps[0]) == "<Gap 2030-12-31 to open>"

    def test_need_a_yearly_series_with_meetings(self) -> None:
        assert known(meeting(1, "2030"), meeting(2, "2035")).gaps == ()
        assert known(yearly=True).gaps == ()

    def test_have_what_was_not_held_meanwhile_and_the_stated_causes(self) -> None:
        causes = [{"text": text, "sources": ["s1"]} for text in ("Rain.", "Snow.")]
        one = known(
            event("x-before", "2029", kind="meeting", series="x", status="not-held"),
            meeting(1, "2030-06-01"),
            event("x-same-day", "2030-06-01", kind="meeting", series="x", status="not-held"),
            event("x-off", "2031", kind="meeting", series="x", status="not-held", causes=causes),
            event("x-off-too", "2032-05-01", kind="meeting", series="x", status="not-held", causes=causes[:1]),
            meeting(2, "2033-06-01"),
            event("x-same-day-too", "2033-06-01", kind="meeting", series="x", status="not-held"),
            event("x-after", "2034", kind="meeting", series="x", status="not-held", causes=causes),
            yearly=True,
            as_of="2033-12-31",
        )
        (gap,) = one.gaps
        assert [each.id for each in gap.not_held] == ["x-off", "x-off-too"]
        assert [cause.value for cause in gap.causes] == ["Rain.", "Snow.", "Rain."]
        assert gap.causes[0].sources[0].id == "s1"
        assert [source.id for source in gap.sources] == ["s1"]
        assert gap.basis is Basis.INFERRED
        assert pickle.loads(pickle.dumps(gap)) == gap


class TestAskingForSeries:
    """By id, or all."""

    def test_by_id_is_one_of_all(self) -> None:
        assert [each.id for each in tri.series()] == [tri.series(each.id).id for each in tri.series()]
        assert tri.series("summit") in tri.series()

    def test_an_unknown_id_is_told_the_valid_and_the_nearest(self) -> None:
        with pytest.raises(
            tri.UnknownWordError, match=r"a series must be one of .*; did you mean summit\? got 'sumit'"
        ) as caught:
            tri.series("sumit")
        assert caught.value.valid == tuple(each.id for each in tri.series())
        assert caught.value.nearest == ("summit",)

    @pytest.mark.parametrize("id_", [7, b"summit", ["summit"]])
    def test_what_is_no_id_is_refused(self, id_: Any) -> None:
        with pytest.raises(tri.WrongTypeError, match=rf"^a series must be a string, such as 'summit', {got(id_)}"):
            tri.series(id_)

    def test_what_is_no_record_is_refused(self) -> None:
        nothing: Any = {}
        with pytest.raises(tri.WrongTypeError, match=r"record must be a Record, such as record\(\), got {}"):
            tri.series("summit", record=nothing)


class TestShippedSeries:
    """What is known of each, and nothing below the first verified number."""

    def test_summit_hosts_by_rotation_equal_the_record(self) -> None:
        summit = tri.series("summit")
        assert (summit.rotation, summit.since) == ((JAPAN, CHINA, KOREA), 1)
        assert [each.number for each in summit.meetings] == [*range(1, 10)]
        assert [each.host for each in summit.meetings] == [JAPAN, CHINA, KOREA] * 3
        assert summit.departures == ()
        assert all(summit.host(number).basis is Basis.RECORDED for number in range(1, 10))

    def test_japan_hosts_the_next_summit(self) -> None:
        coming = tri.series("summit").next_host()
        assert (coming.number, coming.state, coming.basis, coming.status) == (10, JAPAN, Basis.PROJECTED, None)
        assert coming.as_of == dt.date(2025, 11, 24)
        assert tri.series("summit").host(10) == coming

    def test_summits_have_gaps_with_causes(self) -> None:
        gaps = tri.series("summit").gaps
        assert [(gap.after.number, gap.before and gap.before.number) for gap in gaps] == [(5, 6), (6, 7), (8, 9), (9, None)]
        assert all(gap.causes for gap in gaps)
        assert all(cause.sources for gap in gaps for cause in gap.causes)

    def test_foreign_ministers_go_round_from_korea(self) -> None:
        ministers = tri.series("foreign-ministers")
        assert [each.number for each in ministers.meetings] == [*range(1, 12)]
        assert [each.host for each in ministers.meetings] == [*[KOREA, JAPAN, CHINA] * 3, KOREA, JAPAN]
        assert (ministers.departures, ministers.next_host().state, ministers.next_host().number) == ((), CHINA, 12)

    def test_korea_hosts_the_cooperation_dialogue_of_2026(self) -> None:
        coming = tri.series("cjk-dialogue").next_host()
        assert (coming.number, coming.state, coming.status) == (13, KOREA, EventStatus.PLANNED)
        assert str(tri.series("cjk-dialogue").meeting(13).when) == "2026"

    def test_the_tripo_meeting_in_japan_is_planned_and_not_known_to_be_held(self) -> None:
        tripo = tri.series("tripo")
        assert (tripo.host(25).state, tripo.host(25).status) == (JAPAN, EventStatus.PLANNED)
        assert tripo.next_host() == tripo.host(25)
        assert 25 not in {each.number for each in tripo.meetings}
        with pytest.raises(tri.UnknownMeetingError, match="nothing is claimed of a meeting below number"):
            tripo.host(1)

    def test_the_northeast_asia_roundtable_has_no_rotation_and_other_participants(self) -> None:
        roundtable = tri.series("northeast-asia-roundtable")
        assert roundtable.rotation is None
        assert {"Mongolia", "Russia"} <= set(roundtable.participants)
        with pytest.raises(tri.UnknownMeetingError, match="no host is recorded, and no rotation is known"):
            roundtable.next_host()

    def test_leaders_met_eleven_times_on_the_margins(self) -> None:
        margins = tri.series("margins").meetings
        assert sorted(each.number or 0 for each in margins) == [*range(1, 12)]
        assert {each.number for each in margins if each.numbered is Basis.INFERRED} >= {9, 10, 11}

    def test_each_rests_on_sources_and_its_planned_meetings_come_after_the_held_ones(self) -> None:
        for each in tri.series():
            assert each.sources
            numbers = [event.number or 0 for event in each.meetings]
            assert all(event.number is None or event.number > max(numbers, default=0) for event in each.planned)
