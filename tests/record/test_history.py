"""A user's own sourced facts beyond the boards: events, leaders, series, statements and names."""

import copy
import datetime as dt
import pickle
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.strategies import PEOPLE, SOURCE

import trilateral as tri
from trilateral import Basis, EventKind, EventStatus, Language, MemberState, Register
from trilateral._record.reading import read_facts

CHINA, JAPAN, KOREA = MemberState.CHINA, MemberState.JAPAN, MemberState.KOREA
SECONDARY = {**SOURCE, "id": "s2", "publisher": "A paper", "kind": "secondary"}
LEADERS = PEOPLE[:2]
SAYS_SO = {"sources": ["s1"]}


def event(id_: str, day: str, **parts: Any) -> dict[str, Any]:
    """A sourced event."""
    return {"id": id_, "kind": "milestone", "title": f"What {id_} is", "date": day, **SAYS_SO, **parts}


def series(id_: str, **parts: Any) -> dict[str, Any]:
    """A sourced series, looked for until 2040."""
    return {"id": id_, "name": f"The {id_}", "as_of": "2040-01-01", **SAYS_SO, **parts}


def meeting(number: int, day: str, host: str | None = None, **parts: Any) -> dict[str, Any]:
    """A meeting of the series ``x``."""
    hosted = {} if host is None else {"host": host}
    return event(f"x-{number}", day, kind="meeting", series="x", number=number, **hosted, **parts)


def statement(subject: str, text: str, **parts: Any) -> dict[str, Any]:
    """A sourced statement."""
    return {"subject": subject, "text": text, **SAYS_SO, **parts}


def name(subject: str, language: str, text: str, **parts: Any) -> dict[str, Any]:
    """A sourced name, of the short register."""
    return {"subject": subject, "language": language, "register": "short", "text": text, **SAYS_SO, **parts}


def joint(text: str, *order: str, **parts: Any) -> dict[str, Any]:
    """A sourced joint name in Korean."""
    return {"language": "ko", "text": text, "order": list(order), **SAYS_SO, **parts}


def with_history(*, onto: tri.Record | None = None, **parts: Any) -> tri.Record:
    """A record, by default the shipped one, with facts added that may cite ``s1`` and ``s2`` and name ``p1`` and ``p2``."""
    if onto is not None:
        return onto.with_facts(parts)
    return tri.record().with_facts({"sources": [SOURCE, SECONDARY], "leaders": LEADERS, **parts})


def found(record: tri.Record, id_: str) -> tri.Event:
    """The event of an id."""
    return next(each for each in tri.timeline(record=record) if each.id == id_)


EVENT: dict[str, Any] = event(
    "talks",
    "2030-05-29",
    last_day="2030-05-30",
    session="2030-05-30",
    kind="meeting",
    series="x",
    number=3,
    numbered="inferred",
    basis="inferred",
    host="KOR",
    city="Jeju",
    label="Seogwipo",
    venue="A hall",
    states=["KOR", "CHN"],
    note="Seen from afar.",
    readings=[{"date": "2030-05", "sources": ["s2"], "note": "Only the month."}],
    places=[{"place": "Seoul", "sources": ["s2"], "note": "A slip."}],
    participants=[
        {"person": "p2", "office": "Premier", "state": "CHN"},
        {"person": "ou-boqian", "office": "Observer", "sources": ["s2"]},
    ],
    documents=[{"title": "Joint text"}, {"title": "Annex", "sources": ["s2"], "note": "Not read."}],
)


class TestWhatIsAdded:
    """What the record does not have is added, each fact with its sources."""

    def test_an_event_has_all_that_was_written(self) -> None:
        talks = found(with_history(series=[series("x")], events=[EVENT]), "talks")
        assert (talks.kind, talks.title, talks.status, talks.basis) == (
            EventKind.MEETING,
            "What talks is",
            EventStatus.HELD,
            Basis.INFERRED,
        )
        assert (talks.series, talks.number, talks.numbered) == ("x", 3, Basis.INFERRED)
        assert str(talks.when) == "2030-05-29/2030-05-31"  # half-open, while last_day is the last day
        assert (talks.earliest, talks.latest) == (dt.date(2030, 5, 29), dt.date(2030, 5, 30))
        assert talks.session == dt.date(2030, 5, 30)
        assert (talks.host, talks.city, talks.label, talks.venue) == (KOREA, "Jeju", "Seogwipo", "A hall")
        assert talks.states == (KOREA, CHINA)
        assert talks.note == "Seen from afar."

    def test_an_event_keeps_what_other_sources_say(self) -> None:
        talks = found(with_history(series=[series("x")], events=[EVENT]), "talks")
        assert [(str(each.value), each.note, [source.id for source in each.sources]) for each in talks.readings] == [
            ("2030-05-29/2030-05-31", None, ["s1"]),
            ("2030-05", "Only the month.", ["s2"]),
        ]
        assert [(each.value, each.note) for each in talks.places] == [("Seoul", "A slip.")]

    def test_who_took_part_and_what_was_adopted_rest_on_the_event_s_sources_or_on_their_own(self) -> None:
        talks = found(with_history(series=[series("x")], events=[EVENT]), "talks")
        taking_part = [(each.person.name, each.office, each.state, each.sources[0].id) for each in talks.participants]
        assert taking_part == [("WANG Fang", "Premier", CHINA, "s1"), ("OU Boqian", "Observer", None, "s2")]
        adopted = [(each.title, each.note, each.sources[0].id) for each in talks.documents]
        assert adopted == [("Joint text", None, "s1"), ("Annex", "Not read.", "s2")]

    def test_an_event_is_held_recorded_and_of_all_three_states_unless_it_says_otherwise(self) -> None:
        plain = found(with_history(events=[event("plain", "2030")]), "plain")
        assert (plain.status, plain.basis, plain.numbered) == (EventStatus.HELD, Basis.RECORDED, Basis.RECORDED)
        assert set(plain.states) == {CHINA, JAPAN, KOREA}
        assert (plain.series, plain.number, plain.session, plain.host, plain.city) == (None, None, None, None, None)
        assert (plain.places, plain.participants, plain.documents, plain.causes) == ((), (), (), ())
        assert (plain.earliest, plain.latest) == (dt.date(2030, 1, 1), dt.date(2030, 12, 31))

    def test_what_was_not_held_has_the_causes_that_were_stated(self) -> None:
        causes = [{"text": "Rain.", "sources": ["s1"]}, {"text": "Snow.", "sources": ["s2"], "note": "One paper alone."}]
        off = found(with_history(events=[event("off", "2030-01", status="not-held", causes=causes)]), "off")
        assert off.status is EventStatus.NOT_HELD
        assert [(each.value, each.sources[0].id, each.note) for each in off.causes] == [
            ("Rain.", "s1", None),
            ("Snow.", "s2", "One paper alone."),
        ]

    def test_events_join_the_known_ones_in_order_of_time(self) -> None:
        record = with_history(events=[event("late", "2050-01-01"), event("early", "1990-01-01")])
        ids = [each.id for each in tri.timeline(record=record)]
        assert (ids[0], ids[-1]) == ("early", "late")
        assert len(ids) == len(tri.timeline()) + 2

    def test_a_leader_is_reached_through_an_event_and_is_no_member_of_a_board(self) -> None:
        record = with_history(series=[series("x")], events=[EVENT])
        person = found(record, "talks").participants[0].person
        assert [each.text for each in person.names] == ["WANG Fang"]
        assert person.names[0].sources[0].id == "s1"
        assert tri.people(record=record) == tri.people()

    def test_a_shipped_leader_can_take_part_in_an_event_of_one_s_own(self) -> None:
        (leader, *_) = tri.summits()[0].participants
        record = with_history(events=[event("visit", "2030", participants=[{"person": leader.person.id, "office": "Guest"}])])
        assert found(record, "visit").participants[0].person == leader.person
        assert [each.id for each in tri.timeline(record=record).involving(leader.person)][-1] == "visit"

    def test_a_series_has_all_that_was_written(self) -> None:
        written = series(
            "x",
            order=["CHN", "KOR", "JPN"],
            since=4,
            order_basis="inferred",
            order_note="From two hosts.",
            yearly=True,
            participants=["China", "Mongolia"],
            note="Young.",
        )
        record = with_history(series=[written])
        known = tri.series("x", record=record)
        assert (known.id, known.name, known.as_of) == ("x", "The x", dt.date(2040, 1, 1))
        assert (known.rotation, known.since, known.basis) == ((CHINA, KOREA, JAPAN), 4, Basis.INFERRED)
        assert (known.yearly, known.participants, known.note) == (True, ("China", "Mongolia"), "Young.")
        assert known.rotation_note == "From two hosts."
        assert [source.id for source in known.sources] == ["s1"]
        assert tri.series(record=record) == (*tri.series(), known)

    def test_a_statement_has_all_that_was_written(self) -> None:
        other = {"text": "Four.", "sources": ["s2"], "note": "A miscount."}
        written = statement(
            "x.lifts",
            "Three lifts.",
            date="2030-01-01",
            last_day="2030-01-03",
            data_year=2029,
            basis="inferred",
            note="Counted.",
            readings=[other],
        )
        (lifts,) = tri.about("x.lifts", record=with_history(statements=[written]))
        assert (lifts.subject, lifts.value, lifts.note) == ("x.lifts", "Three lifts.", "Counted.")
        assert (str(lifts.when), lifts.data_year, lifts.basis) == ("2030-01-01/2030-01-04", 2029, Basis.INFERRED)
        assert [source.id for source in lifts.sources] == ["s1"]
        assert [(each.value, each.note) for each in lifts.readings] == [("Three lifts.", "Counted."), ("Four.", "A miscount.")]

    def test_a_name_has_all_that_was_written(self) -> None:
        written = name("x", "en", "Ex", register="own", plural="Exes", since="2030-01", until="2031", note="Their own.")
        (label,) = tri.labels("x", "en", record=with_history(names=[written]))
        assert (label.text, label.language, label.register, label.plural) == ("Ex", Language.ENGLISH, Register.OWN, "Exes")
        assert (str(label.since), str(label.until), label.note) == ("2030-01", "2031", "Their own.")
        assert [source.id for source in label.sources] == ["s1"]

    def test_a_joint_name_has_all_that_was_written(self) -> None:
        written = joint("한일중", "KOR", "JPN", "CHN", note="A habit.")
        _, history = read_facts({"sources": [SOURCE], "joint_names": [written]}, onto=tri.record().facts)
        (known,) = history.joint_names
        assert (known.text, known.language, known.order) == ("한일중", Language.KOREAN, (KOREA, JAPAN, CHINA))
        assert (known.since, known.until, known.note) == (None, None, "A habit.")
        assert [source.id for source in known.sources] == ["s1"]

    def test_days_of_python_are_taken_as_days(self) -> None:
        record = with_history(events=[event("x", dt.date(2030, 5, 1), last_day=dt.date(2030, 5, 2))])  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
        assert str(found(record, "x").when) == "2030-05-01/2030-05-03"

    def test_a_source_of_the_shipped_history_can_be_cited(self) -> None:
        source = tri.summits()[0].sources[0]
        record = tri.record().with_facts({"events": [event("x", "2008-12-13", sources=[source.id])]})
        assert found(record, "x").sources == (source,)

    def test_a_source_of_the_shipped_history_can_be_reprinted(self) -> None:
        source = tri.summits()[0].sources[0]
        reprint = {**SOURCE, "reprints": source.id}
        record = tri.record().with_facts({"sources": [reprint], "events": [event("x", "2030")]})
        assert found(record, "x").sources[0].reprints == source.id


class TestRecords:
    """A record is a value; adding facts gives another one."""

    def test_the_shipped_record_stays_as_it_is(self) -> None:
        before = tri.timeline(), tri.series(), tri.about()
        with_history(series=[series("x")], events=[EVENT], statements=[statement("x", "So.")])
        assert (tri.timeline(), tri.series(), tri.about()) == before

    def test_no_facts_change_nothing(self) -> None:
        assert tri.record().with_facts({}).history == tri.record().history

    def test_facts_are_added_to_added_facts(self) -> None:
        once = with_history(series=[series("x")], events=[meeting(1, "2030-01-01")])
        twice = with_history(onto=once, events=[meeting(2, "2031-01-01", participants=[{"person": "p1", "office": "Guest"}])])
        assert [each.number for each in tri.series("x", record=once).meetings] == [1]
        assert [each.number for each in tri.series("x", record=twice).meetings] == [1, 2]
        assert found(twice, "x-2").participants[0].person.name == "YAMADA Taro"

    def test_boards_are_as_they_were(self) -> None:
        record = with_history(series=[series("x")], events=[EVENT])
        assert tri.boards(until=dt.date(2041, 1, 1), record=record) == tri.boards(until=dt.date(2041, 1, 1))

    def test_lists_each_source_once_and_those_that_were_added(self) -> None:
        ids = [source.id for source in with_history(series=[series("x")], events=[EVENT]).sources]
        assert len(set(ids)) == len(ids) == len(tri.record().sources) + 2
        assert {"s1", "s2"} <= set(ids)

    @given(st.permutations([event("a", "2030"), event("b", "2030-01-01"), event("c", "2029-12", last_day=None)]))
    def test_equal_facts_give_equal_records_that_pickle_whatever_the_order_of_events(self, events: list[Any]) -> None:
        data = {"sources": [SOURCE], "events": events}
        one, other = tri.record().with_facts(data), tri.record().with_facts(copy.deepcopy(data))
        assert one == other
        assert hash(one) == hash(other)
        assert pickle.loads(pickle.dumps(one)) == one
        assert [each.id for each in tri.timeline(record=one)][-3:] == ["c", "b", "a"]

    def test_the_same_facts_twice_change_nothing(self) -> None:
        parts: dict[str, Any] = {
            "series": [series("x")],
            "events": [EVENT, {**meeting(4, "2031", status="planned"), "id": "plan"}, meeting(4, "2031-05-01")],
            "statements": [statement("x", "So."), statement("x", "And so.")],
            "names": [name("x", "en", "Ex"), name("x", "en", "Eks")],
            "joint_names": [joint("한일중", "KOR", "JPN", "CHN", since="2030")],
        }
        once = with_history(**parts)
        assert once.with_facts({"sources": [SOURCE, SECONDARY], "leaders": LEADERS, **parts}) == once
        for key, tables in parts.items():
            assert once.with_facts({key: tables}) == once
            assert once.with_facts({key: tables[-1:]}) == once
        assert len(once.history.sources) == len(set(once.history.sources))

    @pytest.mark.parametrize(
        ("parts", "message"),
        [
            ({"series": [series("x", note="Another.")]}, "series 'x' is there already; give the new one an id of its own"),
            (
                {"leaders": [{**LEADERS[0], "names": LEADERS[1]["names"]}]},
                "person 'p1' is there already; give the new one an id of its own",
            ),
        ],
    )
    def test_a_series_or_a_leader_of_a_known_id_is_no_other(self, parts: dict[str, Any], message: str) -> None:
        once = with_history(series=[series("x")])
        with pytest.raises(tri.InvalidFactsError, match=message):
            with_history(onto=once, **parts)

    def test_differ_by_their_history(self) -> None:
        assert with_history(events=[event("a", "2030")]) != with_history(events=[event("a", "2031")])


def several(**parts: Any) -> dict[str, Any]:
    """Parts of a document, among them a series ``x``."""
    return {"series": [series("x", **parts.pop("x", {}))], **parts}


class TestRefusals:
    """Each fault is refused with what was wrong, what was expected and the way out."""

    @pytest.mark.parametrize(
        ("parts", "message"),
        [  # pyright: ignore[reportUnknownArgumentType]
            ({"events": [{}]}, r"required key missing @ \$\.events\[0\]\.id"),
            ({"events": [event("a", "2030", hots="CHN")]}, r"unknown keys 'hots', .*; did you mean host\? @ \$\.events\[0\]"),
            (
                {"events": [event("a", "2030", kind="party")]},
                r"expected one of summit, .*, got 'party' @ \$\.events\[0\]\.kind",
            ),
            ({"events": [event("a", "2030", status="off")]}, r"expected one of held, planned, not-held, got 'off'"),
            ({"events": [event("a", "2030", host="USA")]}, r"expected one of CHN, JPN, KOR, got 'USA' @ \$\.events\[0\]\.host"),
            ({"events": [event("a", "2030", basis="sure")]}, r"expected one of recorded, inferred, projected, got 'sure'"),
            ({"events": [event("a", "May 2030")]}, r"written YYYY, YYYY-MM or YYYY-MM-DD, got 'May 2030'"),
            ({"events": [event("a", "2030-02-30")]}, r"expected a date that exists, got '2030-02-30'"),
            ({"events": [event("a", "2030-01-01", session="2030")]}, r"a full date, .* got '2030' @ \$\.events\[0\]\.session"),
            ({"events": [event("a", "2030", number="3")]}, r"expected an integer, got '3' @ \$\.events\[0\]\.number"),
            ({"events": [event("a", "2030", documents=["text"])]}, r"expected a table with title, .* got 'text'"),
            ({"events": [event("a", "2030", participants=[{"person": "p1"}])]}, r"required key missing @ .*\.office"),
            ({"series": [series("x", order=["CHN", "PRK"])]}, r"expected one of CHN, JPN, KOR, got 'PRK'"),
            ({"series": [series("x", as_of="2030-01")]}, r"expected a full date, .* @ \$\.series\[0\]\.as_of"),
            ({"series": [series("x", yearly="yes")]}, r"expected true or false, got 'yes'"),
            ({"statements": [{"subject": "x"}]}, r"required key missing @ \$\.statements\[0\]\.text"),
            ({"names": [name("x", "fr", "Ex")]}, r"expected one of en, zh, ja, ko, got 'fr' @ \$\.names\[0\]\.language"),
            ({"names": [name("x", "en", "Ex", register="loud")]}, r"expected one of short, long, own, got 'loud'"),
            ({"joint_names": [joint("x", "KOR", since="soon")]}, r"got 'soon' @ \$\.joint_names\[0\]\.since"),
            ({"jointnames": []}, r"unknown keys 'jointnames', .*; did you mean joint_names\?"),
        ],
    )
    def test_of_what_cannot_be_read(self, parts: dict[str, Any], message: str) -> None:
        with pytest.raises(tri.InvalidFactsError, match=message):
            with_history(**parts)

    @pytest.mark.parametrize(
        ("parts", "where"),
        [
            ({"events": [event("a", "2030", sources=[])]}, "event 'a'"),
            ({"events": [event("a", "2030", readings=[{"date": "2031"}])]}, "event 'a'"),
            ({"events": [event("a", "2030", places=[{"place": "Rome"}])]}, "event 'a', places"),
            ({"events": [event("a", "2030", status="not-held", causes=[{"text": "Rain."}])]}, "event 'a', causes"),
            ({"series": [series("x", sources=[])]}, "series 'x'"),
            ({"statements": [statement("x", "So.", sources=[])]}, "statement 'x'"),
            ({"statements": [statement("x", "So.", readings=[{"text": "Not so."}])]}, "statement 'x'"),
            ({"names": [name("x", "en", "Ex", sources=[])]}, "name 'Ex'"),
            ({"joint_names": [joint("한일중", "KOR", sources=[])]}, "joint name '한일중'"),
            ({"leaders": [{"id": "p1", "names": [{"text": "A", "script": "Latn", "kind": "preferred"}]}]}, "person p1, 'A'"),
        ],
    )
    def test_of_what_has_no_source(self, parts: dict[str, Any], where: str) -> None:
        with pytest.raises(tri.InvalidFactsError, match=f"{where}: a fact needs at least one source, got none; add the id of"):
            with_history(**parts)

    @pytest.mark.parametrize(
        ("parts", "where"),
        [
            ({"events": [event("a", "2030", sources=["s9"])]}, "event 'a'"),
            (
                {"events": [event("a", "2030", participants=[{"person": "p1", "office": "Guest", "sources": ["s9"]}])]},
                "event 'a', participants",
            ),
            ({"events": [event("a", "2030", documents=[{"title": "Text", "sources": ["s9"]}])]}, "event 'a', documents"),
            ({"series": [series("x", sources=["s9"])]}, "series 'x'"),
            ({"statements": [statement("x", "So.", sources=["s9"])]}, "statement 'x'"),
            ({"names": [name("x", "en", "Ex", sources=["s9"])]}, "name 'Ex'"),
            ({"joint_names": [joint("한일중", "KOR", sources=["s9"])]}, "joint name '한일중'"),
        ],
    )
    def test_of_a_source_that_is_nowhere(self, parts: dict[str, Any], where: str) -> None:
        with pytest.raises(tri.InvalidFactsError, match=f"{where}: no source has the id 's9'; add it to sources"):
            with_history(**parts)

    @pytest.mark.parametrize(
        ("parts", "message"),
        [
            # ids
            (
                {"events": [event("a", "2030", participants=[{"person": "p9", "office": "Guest"}])]},
                "event 'a', participants: no person has the id 'p9'; add them to people",
            ),
            ({"events": [event("a", "2030"), event("a", "2031")]}, r"event 'a' stands twice; write it once @ \$\.events\[1\]"),
            (
                {"events": [event("a", "2030"), event("summit-1", "2030")]},
                r"'summit-1': in the record its kind is summit, got milestone; give yours an id of its own @ \$\.events\[1\]",
            ),
            ({"events": [event(" ", "2030")]}, "event ' ': expected an id of lower-case letters"),
            ({"series": [series("x"), series("x")]}, "series 'x' is there already; give the new one an id of its own"),
            ({"series": [series("summit")]}, "series 'summit' is there already"),
            ({"leaders": [*LEADERS, LEADERS[0]]}, "person 'p1' stands twice; write it once"),
            ({"leaders": LEADERS, "people": LEADERS}, "person 'p1' stands twice; write it once"),
            ({"leaders": [{**LEADERS[0], "id": "wen-jiabao"}]}, "person 'wen-jiabao' is there already"),
            ({"events": [event("a", "2030", series="x")]}, "event 'a': no series has the id 'x'; expected one of .*summit"),
            # numbers
            ({"events": [event("a", "2030", number=1)]}, "event 'a': a number needs its series, got 1"),
            (several(events=[meeting(0, "2030")]), "event 'x-0': number must be 1 or more, got 0"),
            (
                several(events=[meeting(1, "2030"), {**meeting(1, "2031"), "id": "b"}]),
                "event 'b': x-1 is already number 1 of x; correct one",
            ),
            (
                several(events=[meeting(1, "2031-01-01"), meeting(2, "2030-12-31")]),
                "event 'x-2': number 2 of x must not be before x-1, 2031-01-01",
            ),
            # dates
            (
                {"events": [event("a", "2030-01-02", last_day="2030-01-01")]},
                "event 'a': last_day must be later than a date that is a day, got 2030-01-02 and 2030-01-01; correct one",
            ),
            ({"events": [event("a", "2030-01-01", last_day="2030-01-01")]}, "got 2030-01-01 and 2030-01-01; correct one"),
            ({"events": [event("a", "2030-01", last_day="2030-02-01")]}, "got 2030-01 and 2030-02-01; correct one"),
            ({"events": [event("a", "9999-12-30", last_day="9999-12-31")]}, "event 'a': last_day .* got .*9999-12-31"),
            (
                {"events": [event("a", "2030", readings=[{"date": "2030", "last_day": "2031-01-01", **SAYS_SO}])]},
                "event 'a': last_day must be later than a date that is a day, got 2030 and 2031-01-01",
            ),
            (
                {"events": [event("a", "2030-01-01", last_day="2030-01-02", session="2030-01-03")]},
                "event 'a': session must lie from 2030-01-01 to 2030-01-02, got 2030-01-03",
            ),
            ({"events": [event("a", "2030-01-02", session="2030-01-01")]}, "session must lie from 2030-01-02 to 2030-01-02"),
            (
                {"statements": [statement("x", "So.", date="2030", last_day="2030-01-01")]},
                "statement 'x': last_day must be later than a date that is a day",
            ),
            (
                {"statements": [statement("x", "So.", last_day="2030-01-01")]},
                "statement 'x': last_day must be later than a date that is a day, got None",
            ),
            (
                {"events": [event("a", "2100-01-01")]},
                "event 'a': nobody can know on 2099-12-31, when its last source was seen, that it was held; see date and seen",
            ),
            # kinds
            (
                several(events=[meeting(1, "2030"), {**meeting(2, "2031"), "kind": "news"}]),
                "event 'x-2': kind must be meeting, as of the others of x, got news",
            ),
            # texts
            ({"events": [event("a", "2030", title=" ")]}, "event 'a': a title must not be blank; write it"),
            ({"events": [event("a", "2030", documents=[{"title": ""}])]}, "event 'a': a title must not be blank; write it"),
            ({"events": [event("a", "2030", city=" ")]}, "event 'a': a place must not be blank; leave it out, or write it"),
            (
                {"events": [event("a", "2030", places=[{"place": " ", **SAYS_SO}])]},
                "event 'a': a place must not be blank; leave it out, or write it",
            ),
            ({"statements": [statement("x", " ")]}, "statement 'x': needs a text that is not blank"),
            (several(x={"name": " "}), "series 'x': needs a name that is not blank"),
            ({"names": [name(" ", "en", "Ex")]}, "name 'Ex': needs a subject and a text that are not blank"),
            # plans
            (
                several(events=[meeting(1, "2030", status="planned"), {**meeting(1, "2031", status="planned"), "id": "b"}]),
                "series 'x': 2 plans are number 1; keep one, or take the number from the others",
            ),
            # states
            ({"events": [event("a", "2030", states=["CHN", "CHN"])]}, "event 'a': states must name each once, got CHN CHN"),
            (
                {"events": [event("a", "2030", states=["CHN", "KOR"], host="JPN")]},
                "event 'a': the host must be one of its states, CHN, KOR, got JPN",
            ),
            # years and days
            (
                {"statements": [statement("x", "So.", data_year=1899)]},
                "statement 'x': data_year must be from 1900 to 2100, got 1899",
            ),
            ({"statements": [statement("x", "So.", data_year=2101)]}, "data_year must be from 1900 to 2100, got 2101"),
            (
                several(x={"as_of": "2100-01-01"}),
                "series 'x': as_of must not be later than 2099-12-31, when its last source was seen, got 2100-01-01",
            ),
            # what was held has no causes
            (
                {"events": [event("a", "2030", causes=[{"text": "Rain.", **SAYS_SO}])]},
                "event 'a': causes are of what was not held; leave them out, or write status = \"not-held\"",
            ),
            (
                {"events": [event("a", "2030", status="planned", causes=[{"text": "Rain.", **SAYS_SO}])]},
                "event 'a': causes are of what was not held",
            ),
            # orders
            (several(x={"order": ["CHN", "JPN", "CHN"]}), "series 'x': order must name each state once, got CHN JPN CHN"),
            (several(x={"since": 0}), "series 'x': since must be 1 or more, got 0"),
            # subjects
            (
                {"statements": [statement("Seat", "So.")]},
                "statement 'Seat': a subject is lower-case words joined by dots, such",
            ),
            ({"statements": [statement("seat..treaty", "So.")]}, r"statement 'seat\.\.treaty': a subject is lower-case"),
            ({"statements": [statement("", "So.")]}, "statement '': a subject is lower-case words"),
            ({"statements": [statement("the seat", "So.")]}, "statement 'the seat': a subject is lower-case words"),
            # joint names: one, and only one, holds on every day
            (
                {"joint_names": [joint("한일중", "KOR", since="2020")]},
                "joint name '한일중': since must be where the name before",
            ),
            ({"joint_names": [joint("한일중", "KOR")]}, "joint name '.*': since must be where the name before"),
        ],
    )
    def test_of_facts_that_cannot_be(self, parts: dict[str, Any], message: str) -> None:
        with pytest.raises(tri.InvalidFactsError, match=message):
            with_history(**parts)

    @pytest.mark.parametrize(
        ("names", "message"),
        [
            ([joint("a", "KOR", "KOR")], "joint name 'a': order must name each state once"),
            ([joint("a", "KOR", until="2030")], "joint names in ko: the last must have no until, got 2030-01-01"),
            (
                [joint("a", "KOR", since="2030")],
                "joint name 'a': since must be where the name before it in ko ends, .* got 2030",
            ),
            (
                [joint("a", "KOR", until="2030"), joint("b", "KOR", since="2031")],  # a gap
                "joint name 'b': since must be where the name before it in ko ends, 2030-01-01, got 2031",
            ),
            (
                [joint("a", "KOR", until="2030"), joint("b", "KOR", since="2029-12")],  # an overlap
                "joint name 'b': since must be where the name before it in ko ends, 2030-01-01, got 2029-12",
            ),
            ([joint("a", "KOR"), joint("b", "KOR")], "joint name 'b': since must be where the name before it in ko ends, None"),
        ],
    )
    def test_of_joint_names_that_overlap_or_leave_a_gap(self, names: list[dict[str, Any]], message: str) -> None:
        with pytest.raises(tri.InvalidFactsError, match=message):
            read_facts({"sources": [SOURCE], "joint_names": names}, onto=tri.record().facts)

    @pytest.mark.parametrize(
        "leader",
        [
            {"id": "No Name", "names": LEADERS[0]["names"]},
            {"id": "nobody", "names": []},
            {"id": "nobody", "names": [{**LEADERS[0]["names"][0], "text": " "}]},
            {"id": "nobody", "names": [{**LEADERS[0]["names"][0], "kind": "variant"}]},
            {"id": "lee-hee-sup", "names": LEADERS[0]["names"]},  # a member of a board
        ],
    )
    def test_of_a_leader_who_is_no_person(self, leader: dict[str, Any]) -> None:
        with pytest.raises(tri.InvalidFactsError, match=f"(person|leader) '?{leader['id']}'?"):
            with_history(leaders=[leader])

    def test_of_a_source_of_the_history_that_is_another(self) -> None:
        id_ = tri.summits()[0].sources[0].id
        with pytest.raises(tri.InvalidFactsError, match=f"source {id_}: the record has another source of that id; choose"):
            tri.record().with_facts({"sources": [{**SOURCE, "id": id_}]})

    def test_tell_every_problem(self) -> None:
        with pytest.raises(tri.InvalidFactsError, match="facts refused, 3 problems") as caught:
            with_history(
                events=[event("a", "2030", number=1), event("b", "2030", series="x")], statements=[statement("X", "So.")]
            )
        assert [problem.split(":")[0] for problem in caught.value.problems] == ["event 'a'", "event 'b'", "statement 'X'"]


class TestNamesInTime:
    """A name has an end after its beginning."""

    def test_one_that_ends_before_it_begins_is_refused(self) -> None:
        backwards = name("secretariat", "en", "a", since="2020", until="2019")
        with pytest.raises(tri.InvalidFactsError, match="name 'a': until must not be before since, 2020, got 2019"):
            with_history(names=[backwards])


class TestReadingsOnly:
    """Where the preferred reading of something has sources of its own, it stands first among the readings."""

    def test_an_event_may_have_its_date_there(self) -> None:
        first = {"date": "2024-05-26", "last_day": "2024-05-27", "sources": ["s2"], "note": "By a paper."}
        other = {"date": "2024-05", "sources": ["s1"]}
        found = {key: value for key, value in event("x", "2024-05-01").items() if key != "date"}
        record = with_history(events=[{**found, "readings": [first, other]}])
        (told,) = (each for each in tri.timeline(record=record) if each.id == "x")
        assert [(str(each.value), each.sources[0].id, each.note) for each in told.readings] == [
            ("2024-05-26/2024-05-28", "s2", "By a paper."),
            ("2024-05", "s1", None),
        ]
        assert (str(told.when), [source.id for source in told.sources]) == ("2024-05-26/2024-05-28", ["s1"])

    @pytest.mark.parametrize("parts", [{}, {"last_day": "2024-05-27"}, {"readings": []}])
    def test_an_event_has_a_date_somewhere(self, parts: dict[str, Any]) -> None:
        found = {key: value for key, value in event("x", "2024-05-01").items() if key != "date"}
        with pytest.raises(tri.InvalidFactsError, match=r"event 'x': an event needs a date; a last_day goes with it"):
            with_history(events=[{**found, **parts}])

    def test_a_last_day_goes_with_the_date_and_not_with_a_reading(self) -> None:
        found = {key: value for key, value in event("x", "2024-05-01", last_day="2024-05-27").items() if key != "date"}
        with pytest.raises(
            tri.InvalidFactsError, match=r"event 'x': an event needs a date; a last_day goes with it, and needs"
        ):
            with_history(events=[{**found, "readings": [{"date": "2024-05-26", "sources": ["s1"]}]}])


class TestWhoTookPart:
    """Somebody who took part carries all the names that are known."""

    def test_a_name_that_a_user_adds_is_that_of_the_participant_too(self) -> None:
        event_of = {
            each.person.id: event.id for event in tri.timeline() for each in event.participants if each.person in tri.people()
        }
        id_, event_id = min(event_of.items())
        names = [{"text": "Another Spelling", "script": "Latn", "kind": "variant", "sources": ["s1"]}]
        record = with_history(leaders=[], people=[{"id": id_, "names": names}])
        (told,) = (each for each in tri.timeline(record=record) if each.id == event_id)
        (person,) = (each.person for each in told.participants if each.person.id == id_)
        assert person in record.people
        assert person.names[-1].text == "Another Spelling"
        assert tri.match_person("Another Spelling", record=record).person == person


class TestPaths:
    """A problem with one table ends with its path."""

    @pytest.mark.parametrize(
        "key", ["people", "boards", "attested", "leaders", "series", "events", "statements", "names", "joint_names"]
    )
    def test_of_what_has_no_source(self, key: str) -> None:
        leader = {"id": "p8", "names": [{"text": "A", "script": "Latn", "kind": "preferred"}]}
        wrong: dict[str, dict[str, Any]] = {
            "people": leader,
            "boards": {"number": 7, "start": {"date": "2023-09-01"}},
            "attested": {"board": 7, "date": "2025-01-01"},
            "leaders": leader,
            "series": series("x", sources=[]),
            "events": event("a", "2030", sources=[]),
            "statements": statement("x", "So.", sources=[]),
            "names": name("x", "en", "Ex", sources=[]),
            "joint_names": joint("x", "KOR", sources=[]),
        }
        with pytest.raises(tri.InvalidFactsError, match=rf"got none; add the id of one @ \$\.{key}\[0\]$"):
            tri.record().with_facts({"sources": [SOURCE], key: [wrong[key]]})

    def test_of_boards_and_of_events_at_once(self) -> None:
        wrong: dict[str, Any] = {
            "boards": [{"number": 7, "start": {"date": "2023-09-01"}}],
            "events": [event("a", "2030", sources=[])],
        }
        with pytest.raises(tri.InvalidFactsError, match="2 problems") as caught:
            with_history(**wrong)
        assert [problem.rpartition(" @ ")[2] for problem in caught.value.problems] == ["$.boards[0]", "$.events[0]"]

    def test_of_each_problem_of_several_tables(self) -> None:
        events = [event("a", "2030", sources=["s8"]), event("b", "2030"), event("c", "2030", sources=["s8", "s9"])]
        with pytest.raises(tri.InvalidFactsError, match="3 problems") as caught:
            with_history(events=events)
        assert [problem.rpartition(" @ ")[2] for problem in caught.value.problems] == [
            "$.events[0]",
            "$.events[2]",
            "$.events[2]",
        ]

    @pytest.mark.parametrize(
        ("parts", "path"),
        [
            ({"sources": [SOURCE, SOURCE]}, "sources[1]"),
            ({"sources": [SOURCE], "people": LEADERS, "leaders": LEADERS[:1]}, "leaders[0]"),
            ({"boards": [{"number": 7}, {"number": 7}]}, "boards[1]"),
        ],
    )
    def test_of_what_stands_twice(self, parts: dict[str, Any], path: str) -> None:
        with pytest.raises(tri.InvalidFactsError, match="stands twice; write it once @ ") as caught:
            tri.record().with_facts(parts)
        assert caught.value.problems[0].endswith(f" @ $.{path}")


class TestReadingAnew:
    """A known id and the same kind: what is written is preferred, and what is not stays."""

    PLAN: dict[str, Any] = event(
        "x-1", "2030-05", kind="meeting", series="x", number=1, status="planned", host="CHN", city="Nara", states=["CHN", "JPN"]
    )
    RECORD = with_history(series=[series("x")], events=[PLAN])

    def again(self, **parts: Any) -> tri.Event:
        """The plan, read anew."""
        written = {"id": "x-1", "kind": "meeting", "title": "Talks", "date": "2030-05-10", "sources": ["s2"], **parts}
        return found(with_history(onto=self.RECORD, events=[written]), "x-1")

    def test_the_date_is_preferred_and_the_old_one_stays_behind_it(self) -> None:
        talks = self.again()
        assert [(str(each.value), [source.id for source in each.sources]) for each in talks.readings] == [
            ("2030-05-10", ["s2"]),
            ("2030-05", ["s1"]),
        ]
        assert [source.id for source in talks.sources] == ["s2", "s1"]

    def test_the_same_date_has_the_sources_of_both(self) -> None:
        (reading,) = self.again(date="2030-05").readings
        assert [source.id for source in reading.sources] == ["s2", "s1"]

    def test_what_is_not_written_stays(self) -> None:
        talks = self.again()
        assert (talks.title, talks.status, talks.host, talks.city) == ("Talks", EventStatus.PLANNED, CHINA, "Nara")
        assert (talks.series, talks.number, talks.states) == ("x", 1, (CHINA, JAPAN))

    def test_what_is_written_takes_the_place_of_the_old_even_where_it_is_the_default(self) -> None:
        talks = self.again(status="held", city="Kobe", states=["CHN", "JPN", "KOR"], host="KOR", session="2030-05-10")
        assert (talks.status, talks.city, talks.host, talks.states) == (EventStatus.HELD, "Kobe", KOREA, (CHINA, JAPAN, KOREA))
        assert talks.session == dt.date(2030, 5, 10)

    def test_several_days_are_a_reading_too(self) -> None:
        assert [str(each.value) for each in self.again(last_day="2030-05-11").readings] == ["2030-05-10/2030-05-12", "2030-05"]

    def test_a_shipped_summit_keeps_what_it_adopted_and_who_took_part(self) -> None:
        first = tri.summits()[0]
        anew = found(with_history(events=[event(first.id, "2008-12-14", kind="summit")]), first.id)
        assert (str(anew.when), str(anew.readings[1].value)) == ("2008-12-14", "2008-12-13")
        assert (anew.documents, anew.participants, anew.host) == (first.documents, first.participants, first.host)
        assert [
            each.number for each in tri.summits(record=with_history(events=[event(first.id, "2008-12-14", kind="summit")]))
        ] == [*range(1, 10)]

    def test_what_it_makes_is_checked(self) -> None:
        with pytest.raises(tri.InvalidFactsError, match="event 'x-1': the host must be one of its states, CHN, JPN, got KOR"):
            self.again(host="KOR")

    def test_a_plan_goes_once_its_number_is_held(self) -> None:
        record = with_history(onto=self.RECORD, events=[{**meeting(1, "2030-05-10"), "id": "talks"}])
        assert [each.id for each in tri.timeline(record=record) if each.series == "x"] == ["talks"]

    def test_a_plan_that_is_read_anew_as_held_takes_the_place_of_another_of_its_number(self) -> None:
        once = with_history(
            series=[series("x")], events=[{**self.PLAN, "id": "moved", "status": "held", "number": 3}, self.PLAN]
        )
        anew = {"id": "moved", "kind": "meeting", "title": "Talks", "date": "2030-05-11", "number": 1, **SAYS_SO}
        record = with_history(onto=once, events=[anew])
        assert [each.id for each in tri.timeline(record=record) if each.series == "x"] == ["moved"]

    def test_a_plan_that_is_read_anew_as_a_plan_stays(self) -> None:
        again = {**self.PLAN, "date": "2030-06"}
        del again["status"]
        record = with_history(onto=self.RECORD, events=[again])
        assert [each.id for each in tri.series("x", record=record).planned] == ["x-1"]

    def test_a_plan_of_another_number_stays(self) -> None:
        record = with_history(onto=self.RECORD, events=[{**meeting(2, "2031-05-10"), "id": "talks"}])
        assert [each.id for each in tri.timeline(record=record) if each.series == "x"] == ["x-1", "talks"]

    def test_a_plan_stays_beside_another_that_was_not_held(self) -> None:
        off = {**meeting(1, "2030-05-10"), "id": "off", "status": "not-held"}
        record = with_history(onto=self.RECORD, events=[off])
        assert [each.id for each in tri.series("x", record=record).planned] == ["x-1"]


class TestWhatIsAllowed:
    """Not everything that is odd is wrong."""

    def test_a_planned_meeting_may_have_the_number_of_a_held_one(self) -> None:
        planned = {**meeting(1, "2029", status="planned"), "id": "plan"}
        record = with_history(**several(events=[planned, meeting(1, "2030-01-01")]))
        assert [each.id for each in tri.series("x", record=record).meetings] == ["x-1"]
        assert tri.series("x", record=record).planned == ()

    def test_meetings_of_which_only_the_year_is_known_may_follow_each_other_within_it(self) -> None:
        record = with_history(**several(events=[meeting(1, "2030"), meeting(2, "2030-03-01"), meeting(3, "2030")]))
        assert {each.number for each in tri.series("x", record=record).meetings} == {1, 2, 3}

    def test_the_same_subject_may_be_told_of_twice(self) -> None:
        record = with_history(statements=[statement("x", "So."), statement("x", "And so.")])
        assert [each.value for each in tri.about("x", record=record)] == ["So.", "And so."]
