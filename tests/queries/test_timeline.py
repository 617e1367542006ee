"""What happened: in one order, and of a time, a kind, a person or a state."""

import datetime as dt
import pickle
from collections.abc import Iterable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.record.test_history import event, found, meeting, series, with_history
from tests.rules.messages import got

import trilateral as tri
from trilateral import EventKind, EventStatus, MemberState, Timeline

CHINA, JAPAN, KOREA = MemberState.CHINA, MemberState.JAPAN, MemberState.KOREA
RECORD = with_history(
    events=[
        event("my-day", "2040-05-10", kind="treaty", participants=[{"person": "p1", "office": "Guest"}]),
        event("my-day-too", "2040-05-10", states=["CHN", "JPN"]),
        event(
            "my-days", "2040-05-10", last_day="2040-05-12", participants=[{"person": "p2", "office": "Host", "state": "CHN"}]
        ),
        event("my-month", "2040-05", kind="news"),
        event("my-year", "2040", states=["KOR"]),
        event("my-last", "2041-01-01", status="planned", participants=[{"person": "p1", "office": "Guest"}]),
    ]
)
MINE = ["my-year", "my-month", "my-day", "my-day-too", "my-days", "my-last"]
TIMELINE = tri.timeline(record=RECORD)


def day(month: int, number: int, year: int = 2040) -> dt.date:
    return dt.date(year, month, number)


def mine(events: Iterable[tri.Event]) -> list[str]:
    """The ids of those events that these tests have added, in their order."""
    return [each.id for each in events if each.id.startswith("my-")]


class TestOrder:
    """By the first day, then the last, then the id; what is vague begins on the first day that it can be."""

    def test_is_by_first_day_then_last_day_then_id(self) -> None:
        # The year and the month begin first; of three that begin on one day, the longest comes last.
        assert mine(TIMELINE) == MINE

    def test_is_the_same_for_the_shipped_events(self) -> None:
        keys = [(each.earliest, each.latest, each.id) for each in tri.timeline()]
        assert keys == sorted(keys)
        assert len({id_ for *_, id_ in keys}) == len(keys)


class TestATimeline:
    """A sequence of events, and a value."""

    def test_is_a_sequence(self) -> None:
        assert TIMELINE[0] == next(iter(TIMELINE))
        assert TIMELINE[-1] == list(TIMELINE)[-1] == found(RECORD, "my-last")
        assert len(TIMELINE) == len(TIMELINE.events) == len(tri.timeline()) + 6
        assert TIMELINE.index(TIMELINE[3]) == 3
        assert found(RECORD, "my-day") in TIMELINE
        assert found(RECORD, "my-day") not in tri.timeline()
        assert next(reversed(TIMELINE)) == TIMELINE[-1]

    def test_may_be_sliced(self) -> None:
        part = TIMELINE[-3:]
        assert isinstance(part, Timeline)
        assert mine(part) == MINE[-3:]
        assert part.coverage == TIMELINE.coverage
        assert TIMELINE[:] == TIMELINE
        with pytest.raises(IndexError, match="index out of range"):
            TIMELINE[len(TIMELINE)]

    def test_equals_another_of_the_same_events(self) -> None:
        other = tri.timeline(record=RECORD)
        assert other == TIMELINE
        assert hash(other) == hash(TIMELINE)
        assert TIMELINE[1:] != TIMELINE
        assert list(TIMELINE) != TIMELINE

    def test_pickles(self) -> None:
        for each in (TIMELINE, TIMELINE.between(day(5, 2), day(6, 1)), TIMELINE[:0]):
            assert pickle.loads(pickle.dumps(each)) == each

    def test_says_how_much_it_has(self) -> None:
        assert repr(TIMELINE[-3:]) == "<Timeline of 3 events 2040-05-10 to 2041-01-01>"
        assert repr(TIMELINE[:0]) == "<Timeline of 0 events>"
        assert repr(found(RECORD, "my-last")) == "<Event 2041-01-01 What my-last is, planned>"

    def test_may_be_empty(self) -> None:
        empty = TIMELINE.between(day(1, 1, 1900), day(1, 1, 1901))
        assert (len(empty), list(empty), empty.events, bool(empty)) == (0, [], (), False)
        assert empty.of("summit").involving(CHINA).events == ()

    def test_of_a_record_has_what_was_planned_and_what_was_not_held_too(self) -> None:
        assert {each.status for each in tri.timeline()} == set(EventStatus)

    def test_is_of_a_record(self) -> None:
        nothing: Any = {}
        for ask in (tri.timeline, tri.summits):
            with pytest.raises(tri.WrongTypeError, match=r"record must be a Record, such as record\(\), got {}"):
                ask(record=nothing)


class TestBetween:
    """The events of which some day lies in ``[start, end)``."""

    @pytest.mark.parametrize(
        ("start", "end", "ids"),
        [
            (day(5, 10), day(5, 11), ["my-day", "my-day-too", "my-days"]),
            (day(5, 11), day(5, 12), ["my-days"]),
            (day(5, 12), day(5, 13), ["my-days"]),  # its last day
            (day(5, 13), day(5, 14), []),
            (day(5, 1), day(5, 10), []),  # the end is exclusive
            (day(5, 1), day(6, 1), ["my-month", "my-day", "my-day-too", "my-days"]),
            (day(1, 1), day(1, 1, 2041), MINE[:-1]),
            (day(1, 1), day(1, 2, 2041), MINE),
            (dt.date.min, dt.date.max, MINE),
        ],
    )
    def test_is_half_open(self, start: dt.date, end: dt.date, ids: list[str]) -> None:
        assert mine(TIMELINE.between(start, end)) == ids

    @given(st.lists(st.dates(day(1, 1, 2039), day(2, 1, 2041)), min_size=3, max_size=3, unique=True).map(sorted))
    def test_two_times_that_meet_give_what_the_whole_gives(self, days: list[dt.date]) -> None:
        # What is too vague for a half may be certain of the whole, so each half tells it as possible.
        one, other, whole = days
        halves, both = [TIMELINE.between(one, other), TIMELINE.between(other, whole)], TIMELINE.between(one, whole)
        certain = {each for half in halves for each in half}
        possible = {each for half in halves for each in half.possible}
        assert certain <= set(both)
        assert set(both) - certain <= possible
        assert set(both.possible) <= possible
        assert certain | possible == set(both) | set(both.possible)

    @given(st.lists(st.dates(day(1, 1, 1999), day(1, 1, 2026)), min_size=2, max_size=2, unique=True).map(sorted))
    def test_gives_the_shipped_events_of_which_every_day_that_they_can_be_lies_in_it(self, days: list[dt.date]) -> None:
        start, end = days
        inside = [each for each in tri.timeline() if start <= each.earliest and each.latest < end]
        assert set(inside) <= set(tri.timeline().between(start, end))

    def test_may_be_asked_again(self) -> None:
        month = TIMELINE.between(day(5, 1), day(6, 1))
        assert mine(month.between(day(5, 11), day(5, 12))) == ["my-days"]
        assert mine(month.between(day(6, 1), day(7, 1))) == []

    def test_an_end_that_is_not_after_the_start_is_refused(self) -> None:
        with pytest.raises(tri.InvalidValueError, match="end must be after the start, 2040-05-10, got 2040-05-10"):
            TIMELINE.between(day(5, 10), day(5, 10))
        with pytest.raises(tri.InvalidValueError, match="end must be after the start, 2040-05-10, got 2040-05-09"):
            TIMELINE.between(day(5, 10), day(5, 9))

    @pytest.mark.parametrize("wrong", [dt.datetime(2040, 5, 10, tzinfo=dt.UTC), "2040-05-10", None, 2040])
    def test_what_is_no_day_is_refused(self, wrong: Any) -> None:
        with pytest.raises(tri.WrongTypeError, match=rf"^start must be a datetime\.date.*, {got(wrong)}"):
            TIMELINE.between(wrong, day(5, 10))
        with pytest.raises(tri.WrongTypeError, match=rf"^end must be a datetime\.date.*, {got(wrong)}"):
            TIMELINE.between(day(5, 10), wrong)
        with pytest.raises(tri.WrongTypeError, match=rf"^the day must be a datetime\.date.*, {got(wrong)}"):
            TIMELINE.on(wrong)


class TestOnADay:
    """The events that were on a day."""

    @pytest.mark.parametrize(
        ("asked", "ids"),
        [
            (day(5, 9), []),
            (day(5, 10), ["my-day", "my-day-too", "my-days"]),
            (day(5, 12), ["my-days"]),
            (day(1, 1, 2041), ["my-last"]),
        ],
    )
    def test_lasts_from_the_first_day_to_the_last(self, asked: dt.date, ids: list[str]) -> None:
        assert mine(TIMELINE.on(asked)) == ids

    def test_has_what_may_have_been_on_it_as_possible(self) -> None:
        assert mine(TIMELINE.on(day(5, 10)).possible) == ["my-year", "my-month"]

    def test_is_not_the_last_that_a_date_can_hold(self) -> None:
        assert TIMELINE.on(dt.date.max - dt.timedelta(days=1)).events == ()
        with pytest.raises(tri.InvalidValueError, match="the day must be before the last that a date can hold, got 9999-12-31"):
            TIMELINE.on(dt.date.max)


class TestWhatMayBeLacking:
    """It carries its coverage and says when an answer may be incomplete."""

    def test_the_whole_says_which_series_have_meetings_that_are_not_recorded(self) -> None:
        caveat, *_ = tri.timeline().caveats
        assert caveat.startswith("Of some series not every meeting is recorded: ")
        assert {"temm", "tripo", "cjk-dialogue"} <= set(caveat.removesuffix(".").split(": ")[1].split(", "))
        assert not {"summit", "foreign-ministers", "margins"} & set(caveat.removesuffix(".").split(": ")[1].split(", "))
        assert tri.timeline().possible == ()

    def test_the_whole_says_up_to_which_day_each_series_is_known(self) -> None:
        _, caveat, _ = tri.timeline().caveats
        told = caveat.removeprefix("Of some series the newest evidence is earlier: ").removesuffix(".").split(", ")
        assert sorted(told) == sorted(f"{each.id} {each.as_of}" for each in tri.series())

    def test_of_treaties_milestones_and_news_only_a_selection_is_recorded(self) -> None:
        assert tri.timeline().caveats[-1] == "Only a selection is recorded of these kinds: treaty, milestone, news."
        for kind in ("treaty", "milestone", "news"):
            asked = tri.timeline().of(kind).between(dt.date(2010, 1, 1), dt.date(2011, 1, 1))
            assert asked.caveats == (f"Only a selection is recorded of these kinds: {kind}.",)
        assert tri.timeline().of("news").of("treaty").caveats == ()

    def test_a_kind_says_only_what_is_lacking_of_it(self) -> None:
        earlier = "Of some series the newest evidence is earlier: "
        assert tri.timeline().of("summit").caveats == (f"{earlier}summit 2025-11-24.",)
        assert tri.timeline().of("leaders-meeting").caveats == (f"{earlier}margins 2025-11-24.",)
        lacking, days = tri.timeline().of("meeting").caveats
        assert lacking == tri.timeline().caveats[0]
        assert "summit" not in days

    @pytest.mark.parametrize(("end", "told"), [(dt.date(2025, 11, 25), False), (dt.date(2025, 11, 26), True)])
    def test_a_series_is_told_of_if_a_day_asked_for_is_later_than_its_newest_evidence(
        self,
        end: dt.date,
        told: bool,  # noqa: FBT001 - as pytest passes it
    ) -> None:
        asked = tri.summits().between(dt.date(2025, 11, 1), end)
        assert (asked.caveats == ("Of some series the newest evidence is earlier: summit 2025-11-24.",)) is told

    def test_a_meeting_that_a_user_adds_is_newer_evidence(self) -> None:
        tenth = event("summit-10", "2027-01-10", kind="summit", series="summit", number=10, host="JPN")
        assert "summit 2027-01-10" in tri.summits(record=with_history(events=[tenth])).caveats[0]

    def test_a_series_of_one_s_own_may_have_meetings_that_are_not_recorded(self) -> None:
        record = with_history(series=[series("x")], events=[meeting(1, "2040"), meeting(3, "2042")])
        assert ", x." in tri.timeline(record=record).caveats[0]
        record = with_history(series=[series("x")], events=[meeting(1, "2040"), meeting(2, "2042")])
        assert ", x." not in tri.timeline(record=record).caveats[0]

    def test_the_coverage_goes_from_the_first_event_to_the_last_that_was_held(self) -> None:
        assert all(each.latest < tri.timeline().coverage.end for each in tri.timeline() if each.status is EventStatus.HELD)
        assert tri.timeline()[0].earliest == tri.timeline().coverage.start

    def test_the_coverage_of_what_was_known_on_a_day_ends_with_that_day(self) -> None:
        day = dt.date(2015, 6, 1)
        assert tri.timeline(record=tri.record().as_known_on(day)).coverage.last_day == day

    def test_a_series_of_which_a_meeting_is_only_planned_lacks_none(self) -> None:
        record = with_history(series=[series("x")], events=[meeting(1, "2041", status="planned")])
        lacking, days, _ = tri.timeline(record=record).caveats
        assert ", x." not in lacking
        assert "x 2040-01-01" in days

    def test_a_time_within_the_coverage_says_nothing(self) -> None:
        assert tri.summits().between(dt.date(2010, 5, 1), dt.date(2011, 9, 30)).caveats == ()

    @pytest.mark.parametrize(
        ("start", "end"),
        [
            (dt.date(1998, 1, 1), dt.date(1999, 6, 1)),
            (dt.date(2025, 1, 1), dt.date(2027, 1, 1)),
            (dt.date(2030, 1, 1), dt.date(2030, 2, 1)),
        ],
    )
    def test_a_time_outside_the_coverage_says_so(self, start: dt.date, end: dt.date) -> None:
        coverage = tri.timeline().coverage
        (caveat, *_) = tri.timeline().between(start, end).caveats
        assert f"from {coverage.start} to {coverage.last_day} only." in caveat

    def test_vague_dates_are_told(self) -> None:
        asked = TIMELINE.between(day(5, 2), day(6, 1))
        assert mine(asked) == ["my-day", "my-day-too", "my-days"]
        assert mine(asked.possible) == ["my-year", "my-month"]
        assert asked.caveats[1] == (
            "The dates of some events are too vague to say whether they lie in that time: my-year, my-month."
        )

    def test_a_date_is_not_vague_where_any_day_of_it_will_do(self) -> None:
        assert TIMELINE.between(day(1, 1), day(1, 1, 2041)).possible == ()

    def test_is_kept_by_what_is_asked_next(self) -> None:
        asked = TIMELINE.between(day(5, 2), day(6, 1))
        assert mine(asked.of("news").possible) == ["my-month"]
        assert mine(asked.involving(KOREA).possible) == ["my-year", "my-month"]
        assert mine(asked.involving(CHINA).possible) == ["my-month"]
        assert asked.of("news").caveats == (
            asked.caveats[0],
            "The dates of some events are too vague to say whether they lie in that time: my-month.",
            "Only a selection is recorded of these kinds: news.",
        )

    def test_narrows_with_the_time(self) -> None:
        asked = TIMELINE.between(day(2, 1), day(8, 1)).between(day(5, 2), day(5, 9))
        assert mine(asked.possible) == ["my-year", "my-month"]
        assert mine(TIMELINE.between(day(2, 1), day(5, 15)).between(day(2, 1), day(4, 1)).possible) == ["my-year"]

    def test_each_caveat_stands_once(self) -> None:
        once = TIMELINE.between(day(5, 2), day(6, 1))
        assert once.between(day(5, 2), day(6, 1)).caveats == once.caveats


class TestOfAKind:
    """By the kind, or its value."""

    def test_by_either(self) -> None:
        assert mine(TIMELINE.of(EventKind.TREATY)) == mine(TIMELINE.of("treaty")) == ["my-day"]
        assert TIMELINE.of(EventKind.TREATY) == TIMELINE.of("treaty")

    def test_every_event_has_one(self) -> None:
        assert sum(len(tri.timeline().of(kind)) for kind in EventKind) == len(tri.timeline())

    def test_of_another_kind_is_empty(self) -> None:
        assert TIMELINE.of("treaty").of("summit").events == ()

    @pytest.mark.parametrize(
        ("kind", "nearest"),
        [("sumit", ("summit",)), ("SUMMIT", ("summit",)), ("treaties", ("treaty",)), ("", ()), ("x" * 10_000, ())],
    )
    def test_an_unknown_one_is_told_the_valid_and_the_nearest(self, kind: str, nearest: tuple[str, ...]) -> None:
        with pytest.raises(tri.UnknownWordError, match="a kind of event must be one of summit, leaders-meeting, ") as caught:
            TIMELINE.of(kind)
        assert (caught.value.text, caught.value.nearest) == (kind, nearest)
        assert caught.value.valid == (
            "summit",
            "leaders-meeting",
            "foreign-ministers-meeting",
            "meeting",
            "treaty",
            "milestone",
            "news",
        )
        assert len(str(caught.value)) < 300

    def test_the_nearest_is_said(self) -> None:
        with pytest.raises(tri.UnknownWordError, match=r"milestone, news; did you mean summit\? got 'sumit'"):
            TIMELINE.of("sumit")

    @pytest.mark.parametrize("kind", [None, 7, b"summit", EventStatus.HELD])
    def test_what_is_no_kind_is_refused(self, kind: Any) -> None:
        with pytest.raises(
            tri.WrongTypeError, match=rf"^a kind of event must be an EventKind or a string, such as 'summit', {got(kind)}"
        ):
            TIMELINE.of(kind)


class TestInvolving:
    """Those in which a person took part, or that concern a state."""

    def test_a_person(self) -> None:
        person = found(RECORD, "my-day").participants[0].person
        assert mine(TIMELINE.involving(person)) == ["my-day", "my-last"]

    def test_a_person_as_another_record_spells_the_name(self) -> None:
        names = [{"text": "Yamada T.", "script": "Latn", "kind": "preferred", "sources": ["s1"]}]
        other = with_history(
            leaders=[{"id": "p1", "names": names}],
            events=[event("e", "2040", participants=[{"person": "p1", "office": "Guest"}])],
        )
        assert mine(TIMELINE.involving(found(other, "e").participants[0].person)) == ["my-day", "my-last"]

    def test_a_person_who_took_part_in_nothing(self) -> None:
        assert mine(TIMELINE.involving(tri.person("LEE Hee-sup"))) == []

    def test_a_state(self) -> None:
        assert mine(TIMELINE.involving(CHINA)) == [id_ for id_ in MINE if id_ != "my-year"]
        assert mine(TIMELINE.involving(KOREA)) == [id_ for id_ in MINE if id_ != "my-day-too"]
        assert mine(TIMELINE.involving(CHINA).involving(KOREA)) == ["my-month", "my-day", "my-days", "my-last"]

    @pytest.mark.parametrize("who", ["CHN", None, 7, found(RECORD, "my-day").participants[0]])
    def test_what_is_neither_is_refused_with_where_to_find_one(self, who: Any) -> None:
        person = r"a Person, such as one of timeline\(\)\.people or the \.person of a Participant"
        with pytest.raises(tri.WrongTypeError, match=rf"^who must be {person}, or a MemberState, .* {got(who)}"):
            TIMELINE.involving(who)

    def test_may_follow_any_other_question(self) -> None:
        asked = TIMELINE.between(day(5, 1), day(6, 1)).involving(JAPAN).of("milestone")[1:]
        assert mine(asked) == ["my-days"]


class TestThePeople:
    """Those who took part, each once."""

    def test_come_in_the_order_of_the_events(self) -> None:
        people = TIMELINE.between(day(5, 1), day(1, 2, 2041)).people
        assert [each.id for each in people] == ["p1", "p2"]
        assert TIMELINE.of("summit").people == tri.timeline().of("summit").people
        assert TIMELINE[:0].people == ()

    def test_lead_back_to_their_events(self) -> None:
        for person in tri.timeline().people:
            events = tri.timeline().involving(person)
            assert events
            assert person in events.people

    def test_have_sources_and_a_basis(self) -> None:
        assert all(person.sources and person.basis is tri.Basis.RECORDED for person in tri.timeline().people)


class TestSummits:
    """The summits that were held."""

    def test_are_nine_with_their_official_labels_and_the_cities_where_they_were(self) -> None:
        assert [(each.number, each.host, each.city) for each in tri.summits()] == [
            (1, JAPAN, "Dazaifu"),
            (2, CHINA, "Beijing"),
            (3, KOREA, "Jeju"),
            (4, JAPAN, "Tokyo"),
            (5, CHINA, "Beijing"),
            (6, KOREA, "Seoul"),
            (7, JAPAN, "Tokyo"),
            (8, CHINA, "Chengdu"),
            (9, KOREA, "Seoul"),
        ]
        assert [each.label for each in tri.summits() if each.label] == ["Fukuoka"]

    def test_are_on_the_days_that_are_known(self) -> None:
        assert [str(each.when) for each in tri.summits()] == [
            "2008-12-13",
            "2009-10-10",
            "2010-05-29/2010-05-31",
            "2011-05-21/2011-05-23",
            "2012-05-13",
            "2015-11-01",
            "2018-05-09",
            "2019-12-24",
            "2024-05-26/2024-05-28",
        ]

    def test_have_a_leader_of_each_state_with_an_office(self) -> None:
        for summit in tri.summits():
            assert {each.state for each in summit.participants} >= {CHINA, JAPAN, KOREA}
            assert all(each.office and each.sources for each in summit.participants)

    def test_have_none_that_was_only_planned(self) -> None:
        tenth = event("my-10", "2027", kind="summit", series="summit", number=10, status="planned")
        assert tri.summits(record=with_history(events=[tenth])) == tri.summits()

    def test_have_those_that_a_user_knows_of(self) -> None:
        tenth = event("my-10", "2027-01-10", kind="summit", series="summit", number=10, host="JPN")
        assert [each.number for each in tri.summits(record=with_history(events=[tenth]))] == [*range(1, 11)]


class TestTheShippedTimeline:
    """What the issue names, by id or by title."""

    def test_the_beginning_of_the_secretariat_comes_in_order(self) -> None:
        ids = ["memorandum", "agreement-signed", "agreement-in-force", "first-appointments", "start-of-work", "opening"]
        asked = tri.timeline().between(dt.date(2010, 5, 1), dt.date(2011, 9, 30))
        assert [each.id for each in asked if each.id in ids] == ids
        assert [str(each.when) for each in asked if each.id in ids] == [
            "2010-05-30",
            "2010-12-16",
            "2011-05-17",
            "2011-05-21",
            "2011-09-01",
            "2011-09-27",
        ]

    def test_each_meeting_of_a_series_names_one_that_there_is(self) -> None:
        ids = {each.id for each in tri.series()}
        assert {each.series for each in tri.timeline() if each.series} <= ids

    def test_what_was_not_held_says_why_where_that_was_said(self) -> None:
        told = [each for each in tri.timeline().of("summit") if each.status is EventStatus.NOT_HELD and each.causes]
        assert told
        assert all(cause.sources for each in told for cause in each.causes)

    def test_a_series_of_one_s_own_stands_among_the_others(self) -> None:
        mine_ = event("my-1", "2040", kind="meeting", series="x", number=1)
        record = with_history(series=[series("x")], events=[mine_])
        assert mine(tri.timeline(record=record).of("meeting")) == ["my-1"]
