"""Values as JSON and back: whole, equal, and strictly read."""

import datetime as dt
import json
import threading
from collections.abc import Callable
from decimal import Decimal
from enum import Enum
from typing import Any

import attrs
import pytest
from hypothesis import given, settings
from tests.export.documents import KNOWN, changed_documents, document_of
from tests.record.test_with_facts import board_8, seen, started, with_facts
from tests.rules.test_shares import agreement_of
from tests.strategies import PEOPLE, SOURCE, amended, records

import trilateral as tri
from trilateral import AGREEMENT_2010, InvalidJSONError, InvalidValueError, WrongTypeError, export
from trilateral.export import from_json, to_json

Change = Callable[[dict[str, Any]], object]

BOARD = tri.board(7)
CLUB: Any = agreement_of(("North", "East", "South"), (1, 2, 3), later=("East", "South", "North"), host="South")


def comes_back(value: Any) -> bool:
    """Whether a value is read back as an equal of the same class, from any of the ways to write it."""
    texts: list[str | bytes] = [to_json(value), to_json(value, indent=None), to_json(value).encode()]
    found: list[Any] = [from_json(text, value.__class__) for text in texts]
    return all(each.__class__ is value.__class__ and each == value for each in found)


def publication_days() -> list[dt.date]:
    """Every day on which a source of the shipped record was public for the first time, from the signing on."""
    days = {source.seen if source.published is None else source.published.latest for source in tri.record().sources}
    return sorted(day for day in days if day >= dt.date(2010, 12, 16))


def source(id_: str, published: str) -> dict[str, Any]:
    """A source that was published on a day, and read then."""
    return {**SOURCE, "id": id_, "published": published, "seen": published}


LEADER = {"role": "secretary-general", "state": "JPN", "tenures": [{"holder": "p1", "sources": ["early"]}]}
LATE_LEADER = {"role": "secretary-general", "state": "JPN", "tenures": [{"holder": "p1", "sources": ["late"]}]}
MEETING = {"kind": "summit", "title": "x", "series": "summit", "number": 10, "sources": ["early", "late"]}


class TestRoundTrip:
    """`from_json(to_json(value)) == value`, for every public value."""

    @pytest.mark.parametrize("value", KNOWN, ids=lambda value: type(value).__name__)
    def test_holds_of_a_value_of_every_public_class(self, value: Any) -> None:
        assert comes_back(value)

    def test_holds_of_a_difference_where_one_side_has_no_board(self) -> None:
        difference = tri.compare(tri.AGREEMENT_2010, tri.AGREEMENT_2025, until=dt.date(2026, 1, 1))[0]
        assert comes_back(attrs.evolve(difference, other=None))

    def test_is_tried_of_every_public_class_but_the_table(self) -> None:
        public = {
            each
            for door in (tri, tri.rosters, tri.rules, export)
            for name in door.__all__
            if isinstance(each := getattr(door, name), type) and (attrs.has(each) or issubclass(each, Enum))
        }
        assert {type(value) for value in KNOWN} == public - {export.Table}

    def test_of_a_table_is_not_promised_as_it_is_a_way_to_leave_already(self) -> None:
        with pytest.raises(WrongTypeError, match=r"must be of a public class, such as a Board, .*, got <Table boards: 7 rows"):
            to_json(export.boards())

    @pytest.mark.parametrize(
        "value", [None, 7, "KOR", dt.date(2026, 9, 1), {"boards": []}, [[BOARD]], [BOARD, None], tri.Board]
    )
    def test_is_of_public_values_and_lists_of_them_only(self, value: Any) -> None:
        with pytest.raises(WrongTypeError, match="the value must be of a public class, such as a Board, or a list or tuple"):
            to_json(value)

    def test_of_several_values_gives_a_tuple(self) -> None:
        values = (BOARD, tri.summits()[0], tri.Basis.RECORDED, BOARD.secretary_general.holder)
        assert from_json(to_json(values), tuple) == from_json(to_json(list(values))) == values

    def test_of_no_value_gives_an_empty_tuple(self) -> None:
        assert from_json(to_json(())) == from_json(to_json([]), tuple) == ()

    def test_of_one_value_in_a_list_gives_a_tuple_of_one(self) -> None:
        assert from_json(to_json([BOARD])) == (BOARD,)

    def test_keeps_what_takes_no_part_in_equality(self) -> None:
        roster: dict[str, Any] = {"boards": [{"number": 7, "end": "2026-08-31", "seats": []}]}
        report = tri.check_roster(roster)
        found = from_json(to_json(report), tri.Report)
        assert found.fixed() == report.fixed() != roster
        assert found.filtered(select=["TRI3"]) == report.filtered(select=["TRI3"])
        timeline = tri.timeline().between(dt.date(2024, 1, 1), dt.date(2025, 1, 1))
        assert from_json(to_json(timeline), tri.Timeline).caveats == timeline.caveats

    @pytest.mark.parametrize(
        "number",
        [float("nan"), float("inf"), Decimal(8), {8}, b"8", 10**5000, {("a", 8): 8}, {8: "a", "8": "b"}],
        ids=lambda number: type(number).__name__,
    )
    def test_leaves_a_checked_document_out_that_json_cannot_hold(self, number: Any) -> None:
        report = tri.check_roster({"boards": [{"number": number}]})
        found = from_json(to_json(report), tri.Report)
        assert found == report
        assert found.fixed() is None

    def test_leaves_a_checked_document_out_that_is_nested_too_deeply_or_holds_itself(self) -> None:
        deep: list[Any] = []
        for _ in range(100_000):
            deep = [deep]
        circle: dict[str, Any] = {}
        circle["boards"] = circle
        for document in (deep, {"boards": deep}, circle):
            assert from_json(to_json(tri.check_roster(document)), tri.Report).fixed() is None

    def test_holds_of_texts_that_utf_8_does_not_have(self) -> None:
        report = attrs.evolve(tri.check_roster({"boards": []}), name="\udce9.json")
        assert from_json(to_json(report).encode(), tri.Report).name == "\udce9.json"

    def test_is_not_mixed_up_between_threads(self) -> None:
        wrong: list[object] = []

        def often(value: Any) -> None:
            wrong.extend(value for _ in range(30) if not comes_back(value))

        threads = [threading.Thread(target=often, args=(tri.board(number),)) for number in range(1, 8)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert wrong == []


ASSESSMENT = tri.assess(100, currency="USD", fiscal_year=2026)

DAMAGED_IN_PLACE: list[tuple[Change, str]] = [
    (lambda it: it["sources"][1].pop("seen"), r"required key missing @ \$\.value\.sources\[1\]\.seen"),
    (lambda it: it["sources"][1].update(sene=1), r"unknown keys 'sene', .* seen\? @ \$\.value\.sources\[1\]"),
    (
        lambda it: it["sources"].append(7),
        r"expected the id of one of sources, or a table, got 7 @ \$\.value\.sources\[2\]",
    ),
]


class TestTwoRecords:
    """Of two people or sources that differ and have one id, the second is written in its place."""

    def test_whose_people_have_other_names_share_a_document(self) -> None:
        names = [{"text": "이 희섭", "script": "Hang", "kind": "variant", "sources": ["s1"]}]
        other = tri.board(7, record=with_facts(people=[*PEOPLE, {"id": "lee-hee-sup", "names": names}]))
        assert from_json(to_json([BOARD, other])) == (BOARD, other)
        first, second = (each["value"]["seats"][0]["tenures"][0]["readings"] for each in document_of([BOARD, other])["values"])
        assert first[0]["value"] == "lee-hee-sup"
        assert second[0]["value"]["names"][-1]["text"] == "이 희섭"
        assert [person["id"] for person in document_of([BOARD, other])["people"]].count("lee-hee-sup") == 1

    def test_whose_sources_differ_share_a_document(self) -> None:
        one, other = (with_facts(boards=[board_8(start=started("2026-09-01"))]), with_facts(people=[{**PEOPLE[0], "id": "p9"}]))
        assert from_json(to_json([one, other])) == (one, other)
        (mine,) = (each for each in one.sources if each.id == "s1")
        values = (tri.board(8, record=one), tri.Reading("another", (attrs.evolve(mine, title="Another item"),)))
        assert from_json(to_json(values)) == values

    def test_of_which_one_is_the_law_s_give_one_value(self) -> None:
        """A record that was kept may know a source as it was read then, and the law of this release as it was read later."""
        kept = document_of(tri.record())
        for each in (*kept["sources"], *kept["value"]["sources"]):
            each["seen"] = "2026-11-24" if each["seen"] >= "2026-11-01" else each["seen"]
        old = from_json(json.dumps(kept), tri.Record)
        board = tri.board(7, agreement=AGREEMENT_2010, record=old)
        assert to_json(board).count('"id": "wikipedia-en"') > 1
        roster: dict[str, Any] = {
            "boards": [{"number": n, "start": "2011-09-01", "end": "2012-01-01", "seats": []} for n in (1, 4, 7)]
        }
        report = tri.check_roster(roster, agreement=AGREEMENT_2010, record=old)
        twice = tri.Reading("so", (old.sources[0], tri.record().sources[0]))
        assert [comes_back(each) for each in (board, report, twice)] == [True] * 3

    def test_whose_people_cite_sources_that_differ_share_a_document(self) -> None:
        person = BOARD.secretary_general.holder
        assert person is not None
        (name, *_) = person.names
        source = attrs.evolve(name.sources[0], title="As it was called before.")
        other = attrs.evolve(person, names=(attrs.evolve(name, sources=(source,)),))
        for values in ((person, other), (other, person)):
            assert from_json(to_json(values)) == values

    @pytest.mark.parametrize(("change", "message"), DAMAGED_IN_PLACE, ids=[message for _, message in DAMAGED_IN_PLACE])
    def test_have_their_second_source_read_strictly(self, change: Change, message: str) -> None:
        (source, *_) = tri.record().sources
        document = document_of(tri.Reading("so", (source, attrs.evolve(source, title="Another item"))))
        change(document["value"])
        with pytest.raises(InvalidJSONError, match=message):
            from_json(json.dumps(document))

    def test_can_be_told_from_each_other_after_a_failure(self) -> None:
        with pytest.raises(WrongTypeError, match="the value must be of a public class"):
            to_json([BOARD, None])
        assert comes_back(BOARD)


def facts_of(record: tri.Record) -> Any:
    """The facts document of a record: all that is written of it but the head."""
    head = {"edition", "coverage", "agreement", "facts_added"}
    return {key: table for key, table in document_of(record)["value"].items() if key not in head}


class TestRecords:
    """A record comes back with all that it knows, whoever added it and on whatever day it was known."""

    def test_as_known_on_any_day_on_which_something_became_public(self) -> None:
        days = publication_days()
        assert len(days) > 150
        for day in days[::4]:
            known = tri.record().as_known_on(day)
            assert from_json(to_json(known, indent=None), tri.Record) == known, day

    @pytest.mark.parametrize(
        ("day", "what"),
        [
            (dt.date(2010, 12, 16), "there was no board"),
            (dt.date(2011, 5, 31), "board 1 had holders and no start"),
            (dt.date(2020, 12, 9), "somebody of a board had taken part in a meeting whom nobody had named"),
        ],
    )
    def test_as_known_on_days_on_which_little_was_known(self, day: dt.date, what: str) -> None:
        known = tri.record().as_known_on(day)
        assert comes_back(known), what
        assert known.with_facts({}) == known

    def test_and_tells_whether_facts_were_added(self) -> None:
        for record in (tri.record(), tri.record().with_facts({"sources": [SOURCE]})):
            assert from_json(to_json(record), tri.Record).facts_added == record.facts_added

    @settings(max_examples=15)
    @given(records())
    def test_with_the_facts_of_a_user(self, record: tri.Record) -> None:
        assert from_json(to_json(record), tri.Record) == record
        boards = tri.boards(until=dt.date(2045, 1, 1), record=record)
        assert from_json(to_json(boards)) == boards

    @pytest.mark.parametrize(
        ("parts", "problem"),
        [
            # board 8 without a start, although board 9 is recorded
            (
                {
                    "boards": [
                        {"number": 8, "start": {"date": "2026-09-01", "sources": ["late"]}, "seats": [LEADER]},
                        {"number": 9, "start": {"date": "2029-09-01", "sources": ["early"]}},
                    ]
                },
                "board 8: needs a start or an attested day, as board 9 is",
            ),
            # the last day of board 7 without the start of board 8
            (
                {
                    "boards": [
                        {"number": 7, "last_day": {"date": "2026-08-31", "sources": ["early"]}},
                        {"number": 8, "start": {"date": "2026-09-01", "sources": ["late"]}},
                    ]
                },
                "board 7, last_day: add board 8 with its start",
            ),
            # somebody at work without a seat
            (
                {
                    "boards": [{"number": 8, "start": {"date": "2026-09-01", "sources": ["early"]}, "seats": [LATE_LEADER]}],
                    "attested": [{"board": 8, "date": "2026-10-01", "person": "p1", "sources": ["early"]}],
                },
                "p1 holds no seat on that board; add a tenure",
            ),
            # two holders, of whom the one has no end yet and the other no start
            (
                {
                    "boards": [
                        {
                            "number": 8,
                            "start": {"date": "2026-09-01", "sources": ["early"]},
                            "seats": [
                                {
                                    **LEADER,
                                    "tenures": [
                                        {"holder": "p1", "sources": ["early"]},
                                        {
                                            "holder": "p2",
                                            "sources": ["early"],
                                            "start": {"date": "2027-09-01", "sources": ["late"]},
                                        },
                                    ],
                                }
                            ],
                        }
                    ]
                },
                "board 8, JPN: two holders at once, p1 and p2; give the end",
            ),
            # a text without the one that it reprints
            (
                {"sources": [{**source("reprint", "2026-12-01"), "reprints": "late"}]},
                "source reprint: reprints 'late', which no source has",
            ),
            # an event that had been announced, and nobody had said yet that it was held
            (
                {"events": [{"id": "x", "kind": "news", "title": "x", "date": "2027-05", "sources": ["early", "late"]}]},
                "event 'x': nobody can know on 2026-12-01, when its last",
            ),
            # a series of which the newest evidence came out later
            (
                {"series": [{"id": "x", "name": "X", "as_of": "2029-12-01", "sources": ["early", "late"]}]},
                "series 'x': as_of must not be later than 2026-12-01",
            ),
            # a meeting that was to come, as was said of another by its number
            (
                {
                    "events": [
                        {**MEETING, "id": "plan", "date": "2028-05", "status": "planned"},
                        {**MEETING, "id": "held", "date": "2028-06"},
                    ]
                },
                "series 'summit': 2 plans are number 10; keep one",
            ),
        ],
        ids=["start", "last day", "seat", "dates", "reprints", "held", "as of", "plans"],
    )
    def test_as_known_on_a_day_before_something_came_out_that_its_facts_need(self, parts: dict[str, Any], problem: str) -> None:
        sources = [source("early", "2026-12-01"), source("late", "2030-01-01"), *parts.pop("sources", [])]
        people = [{"id": each["id"], "names": [{**each["names"][0], "sources": ["early"]}]} for each in PEOPLE]
        known = tri.record().with_facts({"sources": sources, "people": people, **parts}).as_known_on(dt.date(2028, 1, 1))
        with pytest.raises(tri.InvalidFactsError, match=problem):
            known.with_facts({})
        assert comes_back(known)
        assert tri.boards(record=from_json(to_json(known), tri.Record)) == tri.boards(record=known)

    def test_whatever_sources_the_preferred_reading_of_something_has(self) -> None:
        other = {**SOURCE, "id": "s2"}
        first = tri.summits()[0]
        record = tri.record().with_facts(
            {
                "sources": [SOURCE, other],
                "people": PEOPLE,
                "boards": [board_8(start=started("2026-09-01"))],
                "events": [{"id": first.id, "kind": "summit", "title": "A", "date": "2008-12-14", "sources": ["s1"]}],
            }
        )
        tenure = {"holder": "p2", "sources": ["s2"], "start": "2026-09-01"}
        seat = {"role": "secretary-general", "state": "JPN", "tenures": [tenure]}
        record = record.with_facts({"boards": [{"number": 8, "seats": [seat]}], "attested": [seen(8, "2026-10-01", "s2")]})
        assert [reading.value.id for reading in tri.board(8, record=record).secretary_general.tenures[0].readings] == [
            "p2",
            "p1",
        ]
        assert [str(reading.value) for reading in tri.summits(record=record)[0].readings] == ["2008-12-14", "2008-12-13"]
        assert comes_back(record)

    def test_with_a_vacancy_and_everything_that_a_history_has(self) -> None:
        vacant = {"vacant": True, "start": "2026-10-01", "note": "Nobody came.", "sources": ["s1"]}
        held = {"holder": "p1", "end": "2026-10-01", "sources": ["s1"]}
        seat = {"role": "secretary-general", "state": "JPN", "tenures": [held, vacant]}
        statement = {"subject": "a.b", "text": "x", "date": "2026-01-02", "last_day": "2026-01-05", "sources": ["s1"]}
        plan = {"id": "plan", "kind": "news", "title": "x", "date": "2026-12", "status": "planned", "sources": ["s1"]}
        joint = {"language": "ko", "text": "한일중", "order": ["KOR", "JPN", "CHN"], "since": "2026-05", "sources": ["s1"]}
        record = with_facts(
            boards=[{"number": 8, "start": started("2026-09"), "seats": [seat]}],
            statements=[statement],
            events=[plan],
            joint_names=[joint],
            leaders=[{"id": "leader", "names": PEOPLE[0]["names"]}],
        )
        assert comes_back(record)

    def test_is_written_as_the_facts_document_that_it_would_be_read_from(self) -> None:
        record = tri.record()
        empty = attrs.evolve(record, facts=type(record.facts)(), history=type(record.history)())
        assert (empty.sources, tri.boards(record=empty)) == ((), ())
        assert document_of(record)["value"]["edition"] == str(record.edition)
        assert empty.with_facts(facts_of(record)) == record

    @settings(max_examples=10)
    @given(records())
    def test_gives_facts_that_change_nothing_in_itself(self, record: tri.Record) -> None:
        assert record.with_facts(facts_of(record)) == record

    def test_gives_facts_that_change_nothing_also_as_known_on_a_day(self) -> None:
        for day in publication_days()[::12]:
            known = tri.record().as_known_on(day)
            assert known.with_facts(facts_of(known)) == known, day

    def test_takes_facts_as_before(self) -> None:
        facts: dict[str, Any] = {"sources": [SOURCE], "people": PEOPLE, "boards": [board_8(start=started("2026-09-01"))]}
        read = from_json(to_json(tri.record()), tri.Record)
        assert read.with_facts(facts) == tri.record().with_facts(facts)

    def test_can_be_pinned_and_compared(self) -> None:
        pinned = from_json(to_json(tri.record().as_known_on(dt.date(2025, 9, 2))), tri.Record)
        differences = tri.compare(pinned, tri.record(), until=dt.date(2026, 1, 1))
        assert [(each.board, each.kind.value, str(each.one), str(each.other)) for each in differences] == [
            (7, "end", "2025-09-01", "2026-09-01"),
            (8, "start", "2025-09-01", "2026-09-01"),
            (8, "end", "2027-09-01", "2029-09-01"),
        ]

    def test_is_equal_wherever_its_sources_are_kept(self) -> None:
        read = from_json(to_json(tri.record()), tri.Record)
        assert read.facts.sources != tri.record().facts.sources
        assert (read, hash(read)) == (tri.record(), hash(tri.record()))
        assert read != "a record"


class TestLaws:
    """An agreement comes back with its members, be they member states or strings."""

    @settings(max_examples=40)
    @given(amended())
    def test_amended_in_any_way(self, agreement: tri.Agreement[tri.MemberState]) -> None:
        assert from_json(to_json(agreement), tri.Agreement) == agreement
        compositions = tuple(tri.composition(number, agreement=agreement) for number in (1, 9))
        assert from_json(to_json(compositions)) == compositions

    def test_of_another_body(self) -> None:
        values: list[Any] = [
            CLUB,
            tri.rules.composition(CLUB, 2),
            *tri.rules.nominations(CLUB, 1),
            tri.rules.shares(CLUB),
            *CLUB.provisions,
        ]
        assert [comes_back(value) for value in values] == [True] * len(values)
        assert [document_of(value)["kind"] for value in values[:5]] == [
            "Agreement[str]",
            "Composition[str]",
            "Nomination[str]",
            "Nomination[str]",
            "Shares[str]",
        ]

    def test_whose_members_are_called_as_the_states_are(self) -> None:
        strings: Any = agreement_of(("KOR", "JPN", "CHN"), (1, 1, 1), host="KOR")
        states: Any = agreement_of(tuple(tri.MemberState), (1, 1, 1), host=tri.MemberState.KOREA)
        assert [document_of(law)["kind"] for law in (strings, states)] == ["Agreement[str]", "Agreement"]
        assert from_json(to_json((strings, states))) == (strings, states)

    @pytest.mark.parametrize("members", [(1, 2, 3), (b"a", b"b"), (None, "a"), (tri.Role.SECRETARY_GENERAL, "b")])
    def test_of_other_members_have_no_words_in_json(self, members: Any) -> None:
        law: Any = agreement_of(members, (1,) * len(members))
        for value in (law, tri.rules.composition(law, 1), tri.rules.shares(law)):
            name = type(value).__name__
            known = rf"of a kind that JSON knows, one of {name}\[MemberState\], {name}\[str\], got "
            with pytest.raises(InvalidValueError, match=f"the value must be {known}"):
                to_json(value)

    @pytest.mark.parametrize("value", [5, None, tri.MemberState.JAPAN, dt.date(2026, 9, 1)])
    def test_are_not_the_only_values_with_kinds_that_json_knows(self, value: Any) -> None:
        known = r"one of Reading\[PartialDate\], Reading\[Term\], Reading\[Person\], Reading\[str\], got <Reading "
        with pytest.raises(InvalidValueError, match=f"the value must be of a kind that JSON knows, {known}"):
            to_json(tri.Reading(value, tri.board(1).sources[:1]))


class TestDocuments:
    """A document says what it is, holds what it names, and no more."""

    def test_says_its_version_and_its_kind(self) -> None:
        assert to_json(BOARD.term, indent=None) == (
            '{"trilateral": 1, "kind": "Term", "value": {"start": "2023-09-01", "end": "2026-09-01"}}'
        )

    @pytest.mark.parametrize("indent", [True, 2.0, "  ", "--", b"2"])
    def test_is_indented_by_a_whole_number(self, indent: Any) -> None:
        with pytest.raises(WrongTypeError, match=r"indent must be an int, such as 2, or None, got "):
            to_json(BOARD, indent=indent)

    def test_is_not_indented_to_the_left(self) -> None:
        assert to_json(tri.Basis.RECORDED, indent=0).splitlines()[1] == '"trilateral": 1,'
        with pytest.raises(InvalidValueError, match="indent must be 0 or more, or None for one line, got -1"):
            to_json(BOARD, indent=-1)

    def test_is_not_of_what_is_nested_too_deeply(self) -> None:
        deep = tri.Derivation(name="x", value="y")
        for _ in range(5000):
            deep = tri.Derivation(name="x", value="y", parts=(deep,))
        message = r"the value must be one that JSON can hold, got <Derivation x: y>, nested too deeply$"
        with pytest.raises(InvalidValueError, match=message):
            to_json(deep)
        assert comes_back(BOARD)

    def test_may_begin_with_a_byte_order_mark(self) -> None:
        assert from_json(b"\xef\xbb\xbf" + to_json(BOARD).encode()) == BOARD

    def test_is_read_by_a_later_release(self, monkeypatch: pytest.MonkeyPatch) -> None:
        text = to_json(BOARD)
        monkeypatch.setattr("trilateral.export._json.VERSION", 3)
        assert from_json(text) == BOARD
        with pytest.raises(InvalidJSONError, match="expected version 1 or 2 or 3 of the format, got 4; read it with the rel"):
            from_json(text.replace('"trilateral": 1', '"trilateral": 4'))

    def test_is_indented_by_two_and_ends_its_last_line_unless_on_one_line(self) -> None:
        assert to_json(tri.Basis.RECORDED) == '{\n  "trilateral": 1,\n  "kind": "Basis",\n  "value": "recorded"\n}\n'
        assert to_json(tri.Basis.RECORDED, indent=4).splitlines()[1] == '    "trilateral": 1,'
        assert "\n" not in to_json(BOARD, indent=None)

    def test_names_people_and_sources_by_id_and_has_each_once(self) -> None:
        document = document_of(BOARD)
        assert [person["id"] for person in document["people"]].count("lee-hee-sup") == 1
        assert {each["id"] for each in document["sources"]} >= {each.id for each in BOARD.sources}
        assert len({each["id"] for each in document["sources"]}) == len(document["sources"])

    def test_has_no_key_under_which_nothing_stands(self) -> None:
        note = "No month is known."
        reading = tri.Reading(tri.PartialDate.parse("2021"), tri.board(1).sources[:1])
        assert set(document_of(reading)["value"]) == {"value", "sources"}
        assert document_of(attrs.evolve(reading, note=note))["value"]["note"] == note

    def test_keeps_the_characters_of_every_script(self) -> None:
        assert '"text": "李熙燮"' in to_json(BOARD)

    def test_does_not_depend_on_the_run(self) -> None:
        """Sets have no order of their own."""
        assert to_json(tri.AGREEMENT_2025) == to_json(from_json(to_json(tri.AGREEMENT_2025)))
        assert document_of(tri.AGREEMENT_2025)["value"]["members"]["value"] == ["CHN", "JPN", "KOR"]


def deep_derivation(depth: int) -> str:
    """The document of a derivation whose parts have parts, and so on."""
    begin, end = '{"name": "x", "value": "y", "parts": [', "]}"
    inmost = '{"name": "x", "value": "y"}'
    return f'{{"trilateral": 1, "kind": "Derivation", "value": {begin * depth}{inmost}{end * depth}}}'


def changed(value: object, change: Change) -> str:
    """The document of a value, changed."""
    document = document_of(value)
    change(document)
    return json.dumps(document)


SEAT = tri.board(7).secretary_general
DAMAGED: list[tuple[object, Change, str]] = [
    (
        ASSESSMENT,
        lambda it: it["value"]["parts"][0].__setitem__(1, -1),
        r"expected whole units of at least 0, got .*-1.* @ \$\.value$",
    ),
    (
        ASSESSMENT,
        lambda it: it["value"].update(quantum="0"),
        r"expected a finite number above 0, got Decimal\('0'\) @ \$\.value$",
    ),
    (
        BOARD,
        lambda it: it["value"]["seats"].pop(0),
        r"expected those of a Secretary-General and two deputies, .* got JPN deputy.* @ \$\.value$",
    ),
    (BOARD, lambda it: it["value"]["seats"].reverse(), r"a Secretary-General and two deputies, .* KOR secretary-general @ \$"),
    (BOARD, lambda it: it["value"]["seats"][1].update(state="KOR"), "one of each state, got KOR secretary-general, KOR deputy"),
    (BOARD, lambda it: it["value"].update(number=0), r"expected at least 1, got 0 @ \$\.value$"),
    (
        BOARD,
        lambda it: it["value"]["end"].update(date="2023-09-01"),
        r"expected after its start, 2023-09-01, got datetime\.date\(2023, 9, 1\) @ \$\.value$",
    ),
    (BOARD.term, lambda it: it.pop("trilateral"), r"expected a table with trilateral, the version of the format, got \{'kind'"),
    (BOARD.term, lambda it: it.update(trilateral=2), r"version 1 of the format, got 2; read it with the release .* @ \$\.tri"),
    (BOARD.term, lambda it: it.update(trilateral=0), r"expected version 1 of the format, got 0"),
    (BOARD.term, lambda it: it.update(trilateral=True), r"expected version 1 of the format, got True"),
    (BOARD.term, lambda it: it.update(trilateral="1"), r"expected version 1 of the format, got '1'"),
    (BOARD.term, lambda it: it.update(trilateral=1.0), r"expected an integer, got 1\.0 @ \$\.trilateral"),
    (BOARD.term, lambda it: it.update({"$schema": 7}), r'expected a string, got 7 @ \$\["\$schema"\]'),
    (BOARD.term, lambda it: it.update(kind="term"), r"name of a public class, got 'term'; did you mean Term\? @ \$\.kind"),
    (BOARD.term, lambda it: it.update(kind="Xyz"), r"expected the name of a public class, got 'Xyz' @ \$\.kind"),
    (BOARD.term, lambda it: it.update(kind=None), r"expected a string, got None @ \$\.kind"),
    (
        BOARD.term,
        lambda it: it.update(kind="Board"),
        r"expected a table with date, basis, grounds, readings, got '2023-09-01' @ \$\.value\.start",
    ),
    (BOARD.term, lambda it: it.pop("kind"), r"expected the name of a public class, got '' @ \$\.kind"),
    (BOARD.term, lambda it: it.pop("value"), r"expected a table with start, end, got None @ \$\.value"),
    (BOARD.term, lambda it: it.update(values=[]), r"expected a kind and a value, or values, and one of the two @ \$"),
    (BOARD.term, lambda it: it.update(values=None), r"expected a kind and a value, or values, and one of the two @ \$"),
    ((), lambda it: it.pop("values"), r"expected a kind and a value, or values, and one of the two @ \$"),
    ((), lambda it: it.update(values=None), r"expected a list, got None @ \$\.values"),
    ((), lambda it: it.update(values=[7]), r"expected a table with kind, value, got 7 @ \$\.values\[0\]"),
    ((), lambda it: it.update(values=[{"kind": "Term"}]), r"required key missing @ \$\.values\[0\]\.value"),
    ([BOARD.term], lambda it: it["values"][0].update(kind="Trm"), r"did you mean Term\? @ \$\.values\[0\]\.kind"),
    ([BOARD.term], lambda it: it["values"][0]["value"].update(end=7), r"got 7 @ \$\.values\[0\]\.value\.end"),
    (BOARD.term, lambda it: it.update(sourcs=[]), r"unknown keys 'sourcs', .*; did you mean sources\? @ \$"),
    (
        BOARD.term,
        lambda it: it["value"].update(ends=1),
        r"unknown keys 'ends', expected start, end; did you mean end\? @ \$\.v",
    ),
    (BOARD.term, lambda it: it["value"].pop("end"), r"required key missing @ \$\.value\.end"),
    (
        BOARD.term,
        lambda it: it["value"].update(end="2026-09"),
        r"a full date, written YYYY-MM-DD, got '2026-09' @ \$\.value\.end",
    ),
    (BOARD.term, lambda it: it["value"].update(end="2026-02-30"), r"expected a date that exists, got '2026-02-30'"),
    (
        BOARD.term,
        lambda it: it["value"].update(end="2026-09-01T00:00"),
        r"written YYYY, YYYY-MM or YYYY-MM-DD, got '2026-09-01T",
    ),
    (
        BOARD.term,
        lambda it: it["value"].update(end="2011-09-01"),
        r"expected after its start, 2023-09-01, got 2011-09-01 @ \$\.value",
    ),
    (BOARD.term, lambda it: it.update(value=[]), r"expected a table with start, end, got \[\] @ \$\.value"),
    (SEAT, lambda it: it["value"].update(role="chair"), r"one of secretary-general, deputy-.*, got 'chair' @ \$\.value\.role"),
    (SEAT, lambda it: it["value"].update(state=["KOR"]), r"expected one of CHN, JPN, KOR, got \['KOR'\] @ \$\.value\.state"),
    (SEAT, lambda it: it["value"].update(tenures={}), r"expected a list, got \{\} @ \$\.value\.tenures"),
    (
        SEAT,
        lambda it: it["people"].clear(),
        r"expected the id of one of people, or a table, got 'lee-hee-sup' @ \$\.value\.tenures\[0\]\.",
    ),
    (
        SEAT,
        lambda it: it.pop("sources"),
        r"expected the id of one of sources, or a table, got '.*' @ \$\.people\[0\]\.names\[0\]\.sources\[0\]",
    ),
    (
        SEAT,
        lambda it: it["people"].append(it["people"][0]),
        r"the id 'lee-hee-sup' stands twice; write it once @ \$\.people\[1\]",
    ),
    (SEAT, lambda it: it["sources"].insert(0, it["sources"][1]), r"stands twice; write it once @ \$\.sources\[2\]"),
    (SEAT, lambda it: it["sources"][0].pop("seen"), r"required key missing @ \$\.sources\[0\]\.seen"),
    (SEAT, lambda it: it["sources"][0].update(seen=2026), r"got 2026 @ \$\.sources\[0\]\.seen"),
    (SEAT, lambda it: it.update(people={}), r"expected a list, got \{\} @ \$\.people"),
    (
        BOARD.start,
        lambda it: it["value"]["grounds"]["facts"][0].update(sources=[]),
        r"expected at least one, got \[\] @ \$\.value\.grounds\.facts\[0\]\.sources",
    ),
    (tri.fiscal_year(2026), lambda it: it["value"].update(year="2026"), r"expected an integer, got '2026' @ \$\.value\.year"),
    (tri.fiscal_year(2026), lambda it: it["value"].update(year=True), r"expected an integer, got True @ \$\.value\.year"),
    (
        tri.shares(),
        lambda it: it["value"]["weights"][0].append(1),
        r"expected a list of 2, got \[.*, 1, 1\] @ \$\.value\.weights",
    ),
    (
        tri.AGREEMENT_2010,
        lambda it: it["value"]["members"]["value"].append("KOR"),
        r"expected each value once, got \[.*'KOR'\]",
    ),
    (tri.AGREEMENT_2010, lambda it: it["value"]["orders"][0]["value"].pop(), r"agreement\.orders: expected .* @ \$\.value"),
    (
        tri.departures(agreement=tri.AGREEMENT_2010)[0],
        lambda it: it["value"].update(lawful="x"),
        r"what can be read as date or Role",
    ),
]


NEVER_EMPTY: list[tuple[Any, str]] = [
    (BOARD, "seats"),
    (tri.summits()[0], "readings"),
    (SEAT.tenures[0], "readings"),
    (tri.about("seat")[0], "readings"),
    (tri.label("JPN", "ja"), "sources"),
    (tri.joint_name("ko", on=dt.date(2026, 1, 1)), "sources"),
    (tri.summits()[0], "sources"),
    (tri.series("summit"), "sources"),
    (tri.evidence(7)[0], "sources"),
    (tri.summits()[8].participants[0], "sources"),
    (tri.summits()[0].documents[0], "sources"),
    (tri.people()[0].names[0], "sources"),
    (BOARD.start.readings[0], "sources"),
    (tri.validate_roster([BOARD]).boards[0], "seats"),
]


class TestWhatIsNeverEmpty:
    """A fact without a source does not load, nor does a board without a seat."""

    @pytest.mark.parametrize(("value", "key"), NEVER_EMPTY, ids=[f"{type(value).__name__} {key}" for value, key in NEVER_EMPTY])
    def test_is_refused_where_it_is(self, value: Any, key: str) -> None:
        with pytest.raises(InvalidJSONError, match=rf"document refused: expected at least one, got \[\] @ \$\.value\.{key}$"):
            from_json(changed(value, lambda it: it["value"].update({key: []})))

    def test_is_no_list_that_need_not_be_written(self) -> None:
        assert from_json(changed(BOARD.end, lambda it: it["value"].update(readings=[]))) == BOARD.end


class TestStrictness:
    """What is not exactly a document is refused, with the place and what was expected there."""

    @pytest.mark.parametrize(("value", "change", "message"), DAMAGED, ids=[message for *_, message in DAMAGED])
    def test_refuses_any_damage(self, value: object, change: Change, message: str) -> None:
        with pytest.raises(InvalidJSONError, match=message):
            from_json(changed(value, change))

    @pytest.mark.parametrize("amount", ["1_000", " 1", "+1", ".5", "1e3", "٧", "NaN", "-Infinity", "", "one", "01"])
    def test_takes_exact_numbers_in_plain_digits_only(self, amount: str) -> None:
        text = to_json(tri.assess(5000000, currency="USD", fiscal_year=2026)).replace('"0.01"', json.dumps(amount))
        with pytest.raises(InvalidJSONError, match=r"expected a finite number in plain digits, such as '0\.01', got .*quantum"):
            from_json(text)

    def test_takes_exact_numbers_as_texts_only(self) -> None:
        text = to_json(tri.assess(5000000, currency="USD", fiscal_year=2026)).replace('"0.01"', "0.01")
        with pytest.raises(
            InvalidJSONError, match=r"a number written as a string, such as '0\.01', got 0\.01 @ \$\.value\.quantum"
        ):
            from_json(text)

    @pytest.mark.parametrize(
        ("text", "message"),
        [
            ("", "it is not valid JSON: Expecting value"),
            ("{", "it is not valid JSON: Expecting property name"),
            (
                '{"trilateral": 1, "trilateral": 1}',
                "it is not valid JSON: the key 'trilateral' stands twice in one table; write it once",
            ),
            ('{"trilateral": NaN}', "it is not valid JSON: NaN is not a number in JSON"),
            ('{"trilateral": -Infinity}', "it is not valid JSON: -Infinity is not a number in JSON"),
            ('{"trilateral": 1}{}', "it is not valid JSON: Extra data"),
            ('{"trilateral": ' + "9" * 5000 + "}", "it is not valid JSON: Exceeds the limit"),
            ("[" * 100_000 + "]" * 100_000, "it is nested too deeply"),
            (deep_derivation(3000), "it is nested too deeply$"),  # for the parser
            (deep_derivation(300), "it is nested too deeply$"),  # for what reads values
            ('{"trilateral": ' * 100_000, "it is nested too deeply"),
            ("[]", r"expected a table with trilateral, the version of the format, got \[\] @ \$"),
            ("null", r"expected a table with trilateral, the version of the format, got None @ \$"),
            ('"trilateral"', r"expected a table with trilateral, the version of the format, got 'trilateral' @ \$"),
            (b'{"trilateral": "\xe9"}', "it is not valid JSON: 'utf-8' codec can't decode byte 0xe9"),
            ('{"trilateral": 1}'.encode("utf-16"), "it is not valid JSON: 'utf-8' codec can't decode byte 0xff"),
            ('{"trilateral": 1}'.encode("utf-16-le"), "it is not valid JSON"),
            ("\ufeff{}", "it is not valid JSON: Unexpected UTF-8 BOM"),
        ],
        ids=lambda value: repr(value)[:24],
    )
    def test_refuses_what_is_no_document(self, text: str | bytes, message: str) -> None:
        with pytest.raises(InvalidJSONError, match=f"document refused: {message}"):
            from_json(text)

    @pytest.mark.parametrize("text", [None, 7, {"trilateral": 1}, bytearray(b"{}")])
    def test_takes_text_and_bytes(self, text: Any) -> None:
        with pytest.raises(WrongTypeError, match="the document must be a string or bytes, got "):
            from_json(text)

    def test_allows_the_address_of_a_schema(self) -> None:
        assert from_json(changed(BOARD.term, lambda it: it.update({"$schema": "trilateral-1.schema.json"}))) == BOARD.term

    def test_gives_what_is_asked_for_or_nothing(self) -> None:
        assert from_json(to_json(BOARD), tri.Board) == BOARD
        with pytest.raises(InvalidJSONError, match=r"expected a Board, got <Term 2023-09-01/2026-09-01> @ \$"):
            from_json(to_json(BOARD.term), tri.Board)
        with pytest.raises(InvalidJSONError, match=r"expected a Board, got \(<Board 7 .*>,\) @ \$"):
            from_json(to_json([BOARD]), tri.Board)
        with pytest.raises(InvalidJSONError, match=r"expected a tuple, got <Board 7 .*> @ \$"):
            from_json(to_json(BOARD), tuple)

    @pytest.mark.parametrize("cls", ["Board", None, tri.Agreement[str], BOARD])
    def test_is_asked_for_a_class(self, cls: Any) -> None:
        with pytest.raises(WrongTypeError, match="the class must be a class without parameters, such as Board, or tuple, got "):
            from_json(to_json(BOARD), cls)

    def test_says_every_problem_at_once(self) -> None:
        def break_both(it: dict[str, Any]) -> None:
            it["value"].update(start=1, end=2)

        with pytest.raises(InvalidJSONError, match="document refused, 2 problems:") as caught:
            from_json(changed(BOARD.term, break_both))
        assert [problem.partition(" @ ")[2] for problem in caught.value.problems] == ["$.value.start", "$.value.end"]

    @settings(max_examples=400)
    @given(changed_documents())
    def test_takes_a_changed_document_for_what_it_says_or_refuses_it(self, document: Any) -> None:
        """Never another error; and whatever is read is written back as the same data."""
        try:
            value = from_json(json.dumps(document))
        except InvalidJSONError:
            return
        assert written_alike(document, document_of(value))


def written_alike(document: dict[str, Any], again: dict[str, Any]) -> bool:
    """Whether a document is written back with everything that it says; people and sources that nothing names are not kept."""
    said, told = without_nothing(document), without_nothing(again)
    named = all(entry in said[key] for key in ("people", "sources") for entry in told.get(key, ()))
    return named and all(holds(said.get(key), told.get(key)) for key in ("kind", "value", "values"))


def without_nothing(data: Any) -> Any:
    """Plain data without the keys under which nothing stands."""
    if hasattr(data, "keys"):
        return {key: without_nothing(data[key]) for key in data if data[key] is not None and data[key] != []}
    return [*map(without_nothing, data)] if is_list(data) else data


def holds(said: Any, again: Any) -> bool:
    """Whether ``again`` says all that was said; it may add what holds unless it is said."""
    if type(said) is not type(again):
        return False
    if hasattr(said, "keys"):
        return all(key in again and holds(said[key], again[key]) for key in said)
    return len(said) == len(again) and all(map(holds, said, again)) if is_list(said) else bool(said == again)


def is_list(data: Any) -> bool:
    """Whether plain data is a list."""
    return isinstance(data, list)


DAMAGED_RECORDS: list[tuple[Change, str]] = [
    (lambda it: it.pop("edition"), r"required key missing @ \$\.value\.edition"),
    (
        lambda it: it.update(edition="2026"),
        r"expected a full date, written YYYY-MM-DD, got '2026' @ \$\.value\.edition",
    ),
    (
        lambda it: it.update(bords=[]),
        r"unknown keys 'bords', expected sources, [a-z_, ]*; did you mean boards\? @ \$\.value$",
    ),
    (
        lambda it: it["boards"].pop(2),
        r"board 4: expected board 3, as boards are numbered from 1 without a gap @ \$\.value",
    ),
    (lambda it: it["boards"][0]["seats"][1].update(state="KOR"), r"board 1: expected one seat a state, got KOR, KOR"),
    (
        lambda it: it["boards"][0]["start"].update(date="0001-01-01"),
        r"expected a year from 1999 to 9899, got 0001-01-01",
    ),
    (lambda it: it["boards"][0].update(start="2011-09-01"), r"board 1, start: a fact needs at least one source"),
    (lambda it: it["people"].pop(0), r"no person has the id 'shin-bong-kil'; add them to people"),
    (lambda it: it["people"][0].update(names=[]), r"person shin-bong-kil: expected one name of the kind preferred"),
    (lambda it: it["leaders"].append(it["people"][0]), r"person 'shin-bong-kil' stands twice; write it once"),
    (lambda it: it["sources"].pop(0), r"no source has the id '.*'; add it to sources"),
    (
        lambda it: it["sources"].append(it["sources"][0]),
        r"source '.*' stands twice; write it once @ \$\.value\.sources\[[0-9]+\]",
    ),
    (lambda it: it["series"].pop(0), r"no series has the id '.*'; expected one of"),
    (lambda it: it["events"][0].pop("date"), r"an event needs a date"),
    (lambda it: it["events"].append(it["events"][0]), r"event '.*' stands twice; write it once"),
    (lambda it: it["joint_names"][0]["order"].append("KOR"), r"order must name each state once"),
    (
        lambda it: it["boards"][3]["start"].update(date="2013-01-01"),
        r"board 4: its start on 2013-01-01 lies inside board 3",
    ),
    (lambda it: it["boards"][3]["start"].update(date="2031-01-01"), r"board 5: its start on 2019-09-01 lies inside board 4"),
    (
        lambda it: it["boards"][0]["seats"][0]["tenures"].append(it["boards"][0]["seats"][0]["tenures"][0]),
        r"board 1, KOR: two holders at once, shin-bong-kil and shin-bong-kil",
    ),
    (
        lambda it: it["boards"][0]["seats"][0]["tenures"][0].update(start={"date": "2012-01-01"}, end={"date": "2012-01-01"}),
        r"board 1, KOR: the end of shin-bong-kil must come after the start",
    ),
    (
        lambda it: it["attested"].append({**it["attested"][0], "board": 1, "date": "2020-01-01"}),
        r"board 1: at work on 2020-01-01 lies inside board 2",
    ),
    (lambda it: it["joint_names"].extend(it["joint_names"]), r"joint name '.*': since must be where the name before it"),
    (
        lambda it: it["events"].append({**it["events"][0], "id": "another", "series": "summit", "number": 3, "kind": "summit"}),
        r"of summit",
    ),
    (
        lambda it: it["agreement"]["members"]["value"].pop(),
        r"agreement\..* @ \$\.value\.agreement",
    ),
]


class TestRecordsAreReadStrictly:
    """The document of a record has the shape of facts, as any facts document."""

    @pytest.mark.parametrize(("change", "message"), DAMAGED_RECORDS, ids=[message for _, message in DAMAGED_RECORDS])
    def test_refuses_any_damage(self, change: Change, message: str) -> None:
        with pytest.raises(InvalidJSONError, match=message):
            from_json(changed(tri.record(), lambda it: change(it["value"])))

    def test_refuses_boards_that_cannot_follow_each_other(self) -> None:
        """Board 8 would start when board 7 ends by the law, and board 9 is said to have started before that."""
        later = [{"number": 8, "start": started("2026-09-01")}, {"number": 9, "start": started("2029-09-01")}]

        def change(it: dict[str, Any]) -> None:
            it["value"]["boards"][7].pop("start")
            it["value"]["boards"][8]["start"]["date"] = "2026-05-01"

        follow = "a record whose boards follow each other by its agreement"
        with pytest.raises(
            InvalidJSONError, match=rf"expected {follow}, got the end of a term must be after .*, got 2026-05-01 @ \$\.value$"
        ):
            from_json(changed(with_facts(boards=later), change))

    def test_says_where_each_problem_is(self) -> None:
        def break_all(it: dict[str, Any]) -> None:
            it["edition"] = "2026"
            it["agreement"]["first_day"]["value"] = 7
            it["boards"][2]["start"]["date"] = "2011-13"
            it["events"][3]["kind"] = "party"

        with pytest.raises(InvalidJSONError, match="document refused, 4 problems:") as caught:
            from_json(changed(tri.record(), lambda it: break_all(it["value"])))
        assert [problem.partition(" @ ")[2] for problem in caught.value.problems] == [
            "$.value.edition",
            "$.value.agreement.first_day.value",
            "$.value.boards[2].start.date",
            "$.value.events[3].kind",
        ]

    def test_says_so_of_what_is_looked_up_too_and_of_a_record_within_a_report(self) -> None:
        def break_both(it: dict[str, Any]) -> None:
            it["scope"] = 7
            it["record"]["events"][3]["sources"] = ["nowhere"]
            it["record"]["boards"][2]["seats"][0]["tenures"][0]["sources"] = []

        with pytest.raises(InvalidJSONError, match="document refused, ") as caught:
            from_json(changed(tri.check_roster({"boards": []}), lambda it: break_both(it["value"])))
        assert sorted({problem.rpartition(" @ ")[2] for problem in caught.value.problems}) == [
            "$.value.record.boards[2]",
            "$.value.record.events[3]",
            "$.value.scope",
        ]

    def test_refuses_a_record_that_is_no_table(self) -> None:
        message = r"expected a table with edition, coverage, agreement, facts_added and facts, got \[\] @ \$\.value"
        with pytest.raises(InvalidJSONError, match=message):
            from_json(changed(tri.record(), lambda it: it.update(value=[])))
