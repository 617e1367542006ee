"""Popolo, validated against its schemas, and read back by a library of civic-tech projects."""

import datetime as dt
import importlib
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from tests.strategies import PEOPLE, SOURCE, facts

import trilateral as tri
from trilateral import MemberState, Role
from trilateral.export import popolo

SCHEMAS = {
    path.stem: json.loads(path.read_text(encoding="utf-8")) for path in (Path(__file__).parent / "popolo").glob("*.json")
}
CLASSES = {
    "persons": "person",
    "organizations": "organization",
    "posts": "post",
    "memberships": "membership",
    "events": "event",
}
OURS = {"legislative_period_id", "start_basis", "end_basis", "sources_without_url"}
# The types of these say little or nothing.
Reader: Any = importlib.import_module("popolo_data.importer").Popolo
Validator: Any = importlib.import_module("jsonschema").Draft3Validator
Registry: Any = importlib.import_module("referencing").Registry
DRAFT_3: Any = importlib.import_module("referencing.jsonschema").DRAFT3

# Board 8 with a Secretary-General, and without a start.
BOARD_8 = {
    "number": 8,
    "seats": [{"role": "secretary-general", "state": "JPN", "tenures": [{"holder": "p1", "sources": ["s1"]}]}],
}
END_OF_BOARD_9 = dt.date(2032, 9, 1)


def problems(document: dict[str, Any]) -> list[str]:
    """What Popolo's schemas say against the objects of a document, each validated on its own."""
    registry = Registry().with_resources((schema["id"], DRAFT_3.create_resource(schema)) for schema in SCHEMAS.values())
    return [
        f"{each['id']}: {error.message}"
        for key, schema in CLASSES.items()
        for each in document[key]
        for error in Validator(SCHEMAS[schema], registry=registry).iter_errors(each)
    ]


def with_facts(**parts: Any) -> tri.Record:
    """The shipped record with facts added."""
    return tri.record().with_facts({"sources": [SOURCE], "people": PEOPLE, **parts})


def seated(*tenures: dict[str, Any], **board: Any) -> tri.Record:
    """The shipped record with a board 8, of which the Secretary-General's tenures are known."""
    seat = {"role": "secretary-general", "state": "JPN", "tenures": [{"sources": ["s1"], **tenure} for tenure in tenures]}
    return with_facts(boards=[{"number": 8, "seats": [seat], **board}])


def of_board(document: dict[str, Any], number: int) -> list[dict[str, Any]]:
    """The memberships of a board."""
    return [each for each in document["memberships"] if each["legislative_period_id"] == f"board.{number}"]


def by_id(document: dict[str, Any], key: str, id_: str) -> dict[str, Any]:
    """The one object of that id."""
    (found,) = (each for each in document[key] if each["id"] == id_)
    return dict(found)


def tenures(until: dt.date | None = None, record: tri.Record | None = None) -> list[tri.Tenure]:
    """Every tenure, in the order of boards and seats."""
    boards = tri.boards(until=until, record=record)
    return [tenure for board in boards for seat in board.seats for tenure in seat.tenures]


@pytest.fixture(scope="module")
def document() -> dict[str, Any]:
    return popolo()


@pytest.fixture(scope="module")
def read(tmp_path_factory: pytest.TempPathFactory) -> Any:
    """The document as the other library reads it from a file."""
    path = tmp_path_factory.mktemp("popolo") / "tcs.json"
    path.write_text(json.dumps(popolo()), encoding="utf-8")
    return Reader.from_filename(str(path))


class TestSchemas:
    """The objects are valid, and use Popolo's words wherever it has any."""

    def test_every_object_is_valid(self, document: dict[str, Any]) -> None:
        assert problems(document) == []

    def test_every_object_of_projected_boards_is_valid(self) -> None:
        assert problems(popolo(until=dt.date(2100, 1, 1), agreement=tri.AGREEMENT_2010)) == []

    @settings(max_examples=20)
    @given(facts())
    def test_every_object_of_a_users_record_is_valid(self, added: dict[str, Any]) -> None:
        assert problems(popolo(record=tri.record().with_facts(added))) == []

    def test_a_broken_object_is_found(self, document: dict[str, Any]) -> None:
        membership = {**document["memberships"][0], "start_date": "1 September 2011", "sources": [{"note": "no address"}]}
        assert len(problems({**document, "memberships": [membership]})) == 2

    def test_keys_are_those_of_popolo_but_for_four(self, document: dict[str, Any]) -> None:
        for key, schema in CLASSES.items():
            for each in document[key]:
                assert set(each) - set(SCHEMAS[schema]["properties"]) <= OURS

    def test_nothing_stands_under_a_key_without_need(self, document: dict[str, Any]) -> None:
        values = [value for key in CLASSES for each in document[key] for value in each.values()]
        assert not [value for value in values if value in (None, [], "")]

    def test_it_is_plain_data(self, document: dict[str, Any]) -> None:
        assert json.loads(json.dumps(document)) == document


class TestReferences:
    """Ids stand once, and what they point to is there."""

    @settings(max_examples=50)
    @given(facts(), st.one_of(st.none(), st.dates(dt.date(2000, 1, 1), dt.date(2050, 1, 1))))
    def test_resolve(self, added: dict[str, Any], until: dt.date | None) -> None:
        document = popolo(until=until, record=tri.record().with_facts(added))
        ids = {key: [each["id"] for each in document[key]] for key in CLASSES}
        assert all(len(set(each)) == len(each) for each in ids.values())
        for membership in document["memberships"]:
            assert membership["person_id"] in ids["persons"]
            assert membership["post_id"] in ids["posts"]
            assert membership["legislative_period_id"] in ids["events"]
            assert {membership["organization_id"], membership["on_behalf_of_id"]} <= set(ids["organizations"])
        assert {post["organization_id"] for post in document["posts"]} == {"secretariat"}
        for event in document["events"]:
            assert event.get("organization_id", "secretariat") in ids["organizations"]
            assert {attendee["id"] for attendee in event.get("attendees", [])} <= set(ids["persons"])

    def test_ids_do_not_change_with_law_or_time(self, document: dict[str, Any]) -> None:
        then = popolo(agreement=tri.AGREEMENT_2010, record=tri.record().as_known_on(dt.date(2025, 10, 1)))
        for key in ("organizations", "posts", "memberships"):
            assert [each["id"] for each in then[key]] == [each["id"] for each in document[key]]

    def test_nobody_and_nothing_is_there_twice_also_if_an_event_is_called_like_a_board(self) -> None:
        event = {"id": "board-7", "kind": "news", "title": "Board 7", "date": "2026-01-01", "sources": ["s1"]}
        ids = [each["id"] for each in popolo(record=with_facts(events=[event]))["events"]]
        assert len(ids) == len(set(ids))


class TestMemberships:
    """One a tenure: who, in which post, on whose behalf, from when to when."""

    def test_one_for_each_tenure(self, document: dict[str, Any]) -> None:
        found = [
            (each["legislative_period_id"], each["person_id"], each["on_behalf_of_id"]) for each in document["memberships"]
        ]
        assert found == [(f"board.{each.board}", each.holder.id, each.state.value) for each in tenures()]

    def test_the_one_of_a_secretary_general_in_full(self, document: dict[str, Any]) -> None:
        membership = by_id(document, "memberships", "board.4.KOR.lee-jong-heon")
        sources = membership.pop("sources")
        membership.pop("sources_without_url", None)
        assert membership == {
            "id": "board.4.KOR.lee-jong-heon",
            "label": "Secretary-General, 4th Consultative Board, on behalf of ROK",
            "role": "Secretary-General",
            "person_id": "lee-jong-heon",
            "organization_id": "secretariat",
            "post_id": "secretary-general",
            "on_behalf_of_id": "KOR",
            "start_date": "2017-09-01",
            "end_date": "2019-08",
            "start_basis": "recorded",
            "end_basis": "inferred",
            "legislative_period_id": "board.4",
        }
        assert all(set(source) == {"url", "note"} for source in sources)

    def test_a_deputy_of_two_boards_keeps_the_post(self, document: dict[str, Any]) -> None:
        posts = [each["post_id"] for each in document["memberships"] if each["person_id"] == "lee-jong-heon"]
        assert posts == ["deputy-secretary-general.KOR", "deputy-secretary-general.KOR", "secretary-general"]

    def test_the_end_is_the_last_day(self, document: dict[str, Any]) -> None:
        assert by_id(document, "memberships", "board.6.CHN.ou-boqian")["end_date"] == "2023-08-31"

    def test_a_date_is_not_more_precise_than_what_sources_state(self, document: dict[str, Any]) -> None:
        assert [each["start_date"] for each in of_board(document, 6)] == ["2021-09"] * 3
        assert [each["end_date"] for each in of_board(document, 1)] == ["2013-08"] * 3

    def test_a_month_that_sources_state_is_not_repeated_where_other_facts_lead_to_a_day_within_it_or_outside(self) -> None:
        record = with_facts(attested=[{"board": 5, "date": "2021-09-04", "sources": ["s1"]}])
        assert str(tri.board(5, record=record).end.attested) == "2021-08"
        document = popolo(record=record)
        assert [each["end_date"] for each in of_board(document, 5)] == ["2021-09-04"] * 3
        assert [each["start_date"] for each in of_board(document, 6)] == ["2021-09-05"] * 3

    def test_a_change_in_the_month_in_which_the_board_began_has_its_day(self) -> None:
        record = seated({"holder": "p1", "end": "2026-09-20"}, {"holder": "p2"}, start={"date": "2026-09", "sources": ["s1"]})
        first, second = of_board(popolo(record=record), 8)
        assert (first["start_date"], first["end_date"], second["start_date"]) == ("2026-09", "2026-09-19", "2026-09-20")

    def test_an_end_that_only_the_law_gives_is_given_and_told_with_who_says_so(self, document: dict[str, Any]) -> None:
        assert [(each["end_date"], each["end_basis"]) for each in of_board(document, 7)] == [("2026-08-31", "projected")] * 3
        assert [(each["start_date"], each["start_basis"]) for each in of_board(document, 7)] == [("2023-09-01", "recorded")] * 3
        cited = {source["note"].rpartition("(")[2].rstrip(")") for source in of_board(document, 7)[0]["sources"]}
        assert {source.id for source in tri.board(7).end.sources if source.url} <= cited

    def test_a_start_that_only_the_law_gives_is_given_and_told(self) -> None:
        (membership,) = of_board(popolo(record=seated({"holder": "p1"})), 8)
        assert (membership["start_date"], membership["start_basis"]) == ("2026-09-01", "projected")
        assert (membership["end_date"], membership["end_basis"]) == ("2029-08-31", "projected")

    def test_an_end_within_the_term_is_its_last_day(self) -> None:
        start = {"date": "2026-09-01", "sources": ["s1"]}
        record = seated({"holder": "p1", "end": "2027-03-01"}, {"holder": "p2", "start": "2027-03-01"}, start=start)
        first, second = of_board(popolo(record=record), 8)
        assert (first["start_date"], first["end_date"], second["start_date"]) == ("2026-09-01", "2027-02-28", "2027-03-01")
        assert (second["end_date"], second["end_basis"]) == ("2029-08-31", "projected")

    def test_a_person_who_comes_back_has_two(self) -> None:
        start = {"date": "2026-09-01", "sources": ["s1"]}
        record = seated(
            {"holder": "p1", "end": "2027-01-01"},
            {"holder": "p2", "start": "2027-01-01", "end": "2027-02-01"},
            {"holder": "p1", "start": "2027-02-01"},
            start=start,
        )
        ids = [each["id"] for each in of_board(popolo(record=record), 8)]
        assert ids == ["board.8.JPN.p1", "board.8.JPN.p2", "board.8.JPN.p1.2"]

    def test_a_vacancy_and_an_unknown_holder_have_none_and_the_post_stays(self) -> None:
        start = {"date": "2026-09-01", "sources": ["s1"]}
        record = seated({"vacant": True}, start=start)
        assert [seat.occupancy.value for seat in tri.board(8, record=record).seats] == ["vacant", "unknown", "unknown"]
        document = popolo(record=record)
        assert of_board(document, 8) == []
        assert len(document["posts"]) == 4

    @settings(max_examples=50)
    @given(facts())
    def test_begin_and_end_with_the_days_of_the_tenures_and_say_how_these_are_known(self, added: dict[str, Any]) -> None:
        record = tri.record().with_facts(added)
        document = popolo(record=record)
        read = Reader(document)
        for own, membership, tenure in zip(document["memberships"], read.memberships, tenures(record=record), strict=True):
            first, last = membership.start_date.earliest_date, membership.end_date.latest_date
            assert (first, last) == (tenure.term.start, tenure.term.last_day)
            assert (own["start_basis"], own["end_basis"]) == (tenure.start.basis.value, tenure.end.basis.value)


class TestPosts:
    """The offices, whether or not anybody holds them."""

    def test_are_the_secretary_general_and_a_deputy_for_each_state(self, document: dict[str, Any]) -> None:
        assert [(post["id"], post["label"]) for post in document["posts"]] == [
            ("secretary-general", "Secretary-General"),
            ("deputy-secretary-general.CHN", "Deputy Secretary-General on behalf of China"),
            ("deputy-secretary-general.JPN", "Deputy Secretary-General on behalf of Japan"),
            ("deputy-secretary-general.KOR", "Deputy Secretary-General on behalf of ROK"),
        ]

    def test_rest_on_the_composition(self, document: dict[str, Any]) -> None:
        links = {source["url"] for source in document["posts"][0]["sources"]}
        assert {source.url for citation in tri.AGREEMENT_2025.composition for source in citation.sources} >= links > set()

    def test_have_their_names_in_other_languages(self, document: dict[str, Any]) -> None:
        assert "사무총장" in document["posts"][0]["other_label"]
        assert "Secretary-General" not in document["posts"][0]["other_label"]


class TestPersons:
    """Who held a seat or took part in an event, with every spelling."""

    def test_have_every_recorded_name(self, document: dict[str, Any]) -> None:
        for person in tri.people():
            found = by_id(document, "persons", person.id)
            assert [found["name"], *(name["name"] for name in found["other_names"])] == [name.text for name in person.names]

    def test_a_misprint_is_marked(self, document: dict[str, Any]) -> None:
        names = by_id(document, "persons", "lee-hee-sup")["other_names"]
        (note,) = (name["note"] for name in names if name["name"] == "LEE He-sup")
        assert note.startswith("misprint; Latn; ")

    def test_families_and_given_names_are_not_guessed(self, document: dict[str, Any]) -> None:
        keys = {key for person in document["persons"] for key in person}
        assert keys == {"id", "name", "other_names", "sources"}

    def test_come_in_the_order_of_their_first_seats_then_of_the_events(self, document: dict[str, Any]) -> None:
        ids = [person["id"] for person in document["persons"]]
        assert ids[: len(tri.people())] == [person.id for person in tri.people()]
        assert set(ids) == {person.id for person in (*tri.people(), *tri.timeline().people)}

    def test_have_their_sources(self, document: dict[str, Any]) -> None:
        for person in tri.people():
            found = by_id(document, "persons", person.id)
            assert len(found["sources"]) + len(found.get("sources_without_url", [])) == len(person.sources)


class TestOrganizations:
    """The Secretariat, and the states on whose behalf people sit there."""

    def test_are_four(self, document: dict[str, Any]) -> None:
        assert [(each["id"], each["name"]) for each in document["organizations"]] == [
            ("secretariat", "Trilateral Cooperation Secretariat"),
            ("CHN", "People's Republic of China"),
            ("JPN", "Japan"),
            ("KOR", "Republic of Korea"),
        ]

    def test_have_no_name_twice(self, document: dict[str, Any]) -> None:
        for each in document["organizations"]:
            assert each["name"] not in {name["name"] for name in each["other_names"]}

    def test_a_former_name_ends_with_the_month_that_is_known(self, document: dict[str, Any]) -> None:
        names = document["organizations"][0]["other_names"]
        assert {"name": "한중일3국협력사무국", "end_date": "2025-08", "note": "ko; own"} in names
        assert {"name": "한일중 3국 협력사무국", "start_date": "2025-08", "note": "ko; own"} in names

    def test_a_former_name_ends_on_the_eve_of_the_day_that_is_known(self) -> None:
        name = {
            "subject": "JPN",
            "language": "en",
            "register": "own",
            "text": "Nihon",
            "until": "2020-01-01",
            "sources": ["s1"],
        }
        names = popolo(record=with_facts(names=[name]))["organizations"][2]["other_names"]
        assert {"name": "Nihon", "end_date": "2019-12-31", "note": "en; own"} in names

    def test_a_name_that_ended_with_the_first_day_of_all_keeps_it(self) -> None:
        name = {"subject": "JPN", "language": "en", "register": "own", "text": "Wa", "until": "0001-01-01", "sources": ["s1"]}
        names = popolo(record=with_facts(names=[name]))["organizations"][2]["other_names"]
        assert {"name": "Wa", "end_date": "0001-01-01", "note": "en; own"} in names

    def test_are_told_by_the_shipped_names_where_the_record_has_none(self) -> None:
        then = tri.record().as_known_on(dt.date(2011, 1, 1))
        with pytest.raises(tri.UnknownWordError, match="what is named must be one of"):
            tri.label(Role.SECRETARY_GENERAL, "en", record=then)
        document = popolo(until=dt.date(2012, 1, 1), record=then)
        assert document["posts"][0]["label"] == "Secretary-General"
        assert document["posts"][0]["other_label"][0] == "SG"
        assert problems(document) == []


class TestEvents:
    """The terms of the boards, then everything that the timeline has."""

    def test_the_term_of_a_board_in_full(self, document: dict[str, Any]) -> None:
        term = by_id(document, "events", "board.7")
        assert term.pop("sources")
        term.pop("sources_without_url", None)
        assert term == {
            "id": "board.7",
            "name": "7th Consultative Board",
            "classification": "board term",
            "description": "First day 2023-09-01: recorded. Last day 2026-08-31: projected.",
            "start_date": "2023-09-01",
            "end_date": "2026-08-31",
            "status": "tentative",
            "identifiers": [{"identifier": "7", "scheme": "consultative-board"}],
            "organization_id": "secretariat",
        }

    def test_a_term_without_projected_dates_is_confirmed(self, document: dict[str, Any]) -> None:
        assert [by_id(document, "events", f"board.{number}")["status"] for number in (1, 6)] == ["confirmed"] * 2

    def test_are_the_terms_and_the_timeline(self, document: dict[str, Any]) -> None:
        boards = [f"board.{board.number}" for board in tri.boards()]
        assert [event["id"] for event in document["events"]] == [*boards, *(event.id for event in tri.timeline())]

    def test_a_summit_has_its_days_its_place_its_host_and_who_was_there(self, document: dict[str, Any]) -> None:
        summit = by_id(document, "events", "summit-9")
        assert (summit["start_date"], summit["end_date"], summit["status"]) == ("2024-05-26", "2024-05-27", "confirmed")
        assert summit["location"] == "Cheong Wa Dae guest house (Yeongbingwan), Seoul"
        assert (summit["organization_id"], summit["classification"]) == ("KOR", "summit")
        assert summit["identifiers"] == [{"identifier": "9", "scheme": "summit"}]
        assert {"id": "li-qiang", "name": "Li Qiang"} in summit["attendees"]

    @pytest.mark.parametrize(
        ("id_", "date", "status"),
        [
            ("culture-ministers-1", "2007", "confirmed"),
            ("ict-ministers-1", "2002-09", "confirmed"),
            ("summit-planned-2013-05", "2013-05", "cancelled"),
            ("tripo-25", "2025-12", "tentative"),
        ],
    )
    def test_a_date_of_which_a_part_is_known_stays_so(self, document: dict[str, Any], id_: str, date: str, status: str) -> None:
        event = by_id(document, "events", id_)
        assert (event["start_date"], event["end_date"], event["status"]) == (date, date, status)

    def test_what_was_not_held_says_why_and_who_says_so(self, document: dict[str, Any]) -> None:
        event = by_id(document, "events", "summit-planned-2020")
        assert event["description"].splitlines()[0] == "Cause: COVID-19."
        (held,) = (each for each in tri.timeline() if each.id == "summit-planned-2020")
        notes = {source["note"] for source in event["sources"]} | set(event.get("sources_without_url", []))
        assert {note.rpartition("(")[2].rstrip(")") for note in notes} == {
            source.id for source in (*held.sources, *(source for cause in held.causes for source in cause.sources))
        }

    def test_what_is_inferred_says_so(self, document: dict[str, Any]) -> None:
        inferred = {event.id for event in tri.timeline() if event.basis is tri.Basis.INFERRED}
        said = {each["id"] for each in document["events"] if each.get("description", "").startswith("Inferred: it follows")}
        assert said == inferred
        assert "summit-planned-2026-01" in inferred

    def test_a_number_that_only_follows_from_others_is_no_identifier(self, document: dict[str, Any]) -> None:
        assert "identifiers" not in by_id(document, "events", "margins-9")


class TestSources:
    """Every object says who says so."""

    def test_are_on_every_object(self, document: dict[str, Any]) -> None:
        for key in CLASSES:
            for each in document[key]:
                assert each.get("sources") or each.get("sources_without_url")

    def test_a_link_says_who_published_what(self, document: dict[str, Any]) -> None:
        (source,) = (source for source in tri.record().sources if source.id == "mofa-japan-2011-09-01")
        link = {"url": source.url, "note": f"{source.publisher}: {source.title} ({source.id})"}
        assert link in by_id(document, "events", "board.1")["sources"]

    @pytest.mark.parametrize(
        ("url", "link"),
        [
            ("https://example.org/a?b=c#d", "https://example.org/a?b=c#d"),
            ("http://example.org:8080", "http://example.org:8080"),
            ("https://example.org./사무국", "https://example.org./%EC%82%AC%EB%AC%B4%EA%B5%AD"),
            ("https://example.org/a b\r\n<c>", "https://example.org/a%20b%0D%0A%3Cc%3E"),
            ("https://example.org/\ud800", "https://example.org/?"),
            ("HTTPS://Example.org/A", "https://Example.org/A"),
            ("https://例え.jp/", "https://xn--r8jz45g.jp/"),
            ("https://テスト.jp:8080/사", "https://xn--zckzah.jp:8080/%EC%82%AC"),
        ],
    )
    def test_a_link_is_a_uri(self, url: str, link: str) -> None:
        document = popolo(record=self.cited(url))
        assert by_id(document, "events", "e1")["sources"] == [{"url": link, "note": "TCS: News item (s1)"}]

    @pytest.mark.parametrize(
        "url",
        [
            None,
            "",
            "example.org",
            "javascript:alert(1)",
            "ftp://example.org/",
            "https://",
            "https://user:word@example.org/",
            "https://example.org\\evil",
            "https://example.org/100%",
            " https://example.org/",
            "https://例え..jp/",
            f"https://{'例' * 60}.jp/",
        ],
    )
    def test_a_source_without_an_address_on_the_web_is_named(self, url: str | None) -> None:
        event = by_id(popolo(record=self.cited(url)), "events", "e1")
        assert event["sources_without_url"] == ["TCS: News item (s1)"]
        assert "sources" not in event

    @staticmethod
    def cited(url: str | None) -> tri.Record:
        event = {"id": "e1", "kind": "news", "title": "An event", "date": "2020-01-01", "sources": ["s1"]}
        source = {**SOURCE} if url is None else {**SOURCE, "url": url}
        return tri.record().with_facts({"sources": [source], "events": [event]})


class TestUntil:
    """Boards and events must start before the day, as with `boards(until=)`."""

    def test_projected_boards_are_added_as_events_without_memberships(self, document: dict[str, Any]) -> None:
        later = popolo(until=END_OF_BOARD_9)
        assert by_id(later, "events", "board.9")["status"] == "tentative"
        assert (by_id(later, "events", "board.9")["start_date"], by_id(later, "events", "board.9")["end_date"]) == (
            "2029-09-01",
            "2032-08-31",
        )
        assert later["memberships"] == document["memberships"]

    def test_what_starts_on_the_day_or_later_is_cut(self) -> None:
        early = popolo(until=dt.date(2013, 9, 1))
        assert {each["legislative_period_id"] for each in early["memberships"]} == {"board.1"}
        assert max(event["start_date"] for event in early["events"]) < "2013-09-01"
        assert "summit-2" not in {event["id"] for event in popolo(until=dt.date(2009, 10, 10))["events"]}
        assert "summit-2" in {event["id"] for event in popolo(until=dt.date(2009, 10, 11))["events"]}
        assert "iwatani-shigeo" not in {person["id"] for person in early["persons"]}

    def test_before_everything_the_posts_and_the_organizations_remain(self) -> None:
        document = popolo(until=dt.date(1990, 1, 1))
        assert {key: len(value) for key, value in document.items()} == {
            "persons": 0,
            "organizations": 4,
            "posts": 4,
            "memberships": 0,
            "events": 0,
        }

    @pytest.mark.parametrize("until", ["2030-01-01", dt.datetime(2030, 1, 1, tzinfo=dt.UTC), 2030])
    def test_must_be_a_day(self, until: Any) -> None:
        with pytest.raises(tri.WrongTypeError, match=r"^until must be a datetime\.date"):
            popolo(until=until)


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ({"agreement": "2010"}, "^agreement must be an Agreement"),
        ({"record": {}}, "^record must be a Record"),
    ],
)
def test_a_wrong_agreement_or_record_is_refused(arguments: dict[str, Any], message: str) -> None:
    with pytest.raises(tri.WrongTypeError, match=message):
        popolo(**arguments)


class TestReadBack:
    """The reader of EveryPolitician answers as this library does."""

    def test_has_the_same_people(self, read: Any) -> None:
        for person in tri.people():
            found = read.persons.get(id=person.id)
            assert (found.name, [name["name"] for name in found.other_names]) == (
                person.name,
                [name.text for name in person.names[1:]],
            )

    def test_has_the_same_posts(self, read: Any) -> None:
        assert [post.id for post in read.posts] == [
            Role.SECRETARY_GENERAL.value,
            *(f"{Role.DEPUTY_SECRETARY_GENERAL.value}.{state.value}" for state in MemberState),
        ]
        assert {post.organization.name for post in read.posts} == {"Trilateral Cooperation Secretariat"}

    def test_has_the_same_seats_on_every_board(self, read: Any) -> None:
        for board in tri.boards():
            members = read.events.get(id=f"board.{board.number}").memberships
            assert [
                (each.person.name, each.role, each.on_behalf_of.identifier_value("ISO 3166-1 alpha-3"), each.organization_id)
                for each in members
            ] == [(str(seat.holder), str(tri.label(seat.role, "en")), seat.state.value, "secretariat") for seat in board.seats]

    @staticmethod
    def days(record: tri.Record | None = None) -> Iterator[dt.date]:
        """Some days in every recorded term, with all of those around its boundaries."""
        for board in tri.boards(record=record):
            first, last, day = board.term.start, board.term.last_day, dt.timedelta(days=1)
            yield from (first, first + day, first + 100 * day, last - day, last)

    def test_has_the_same_holders_on_every_day(self, read: Any) -> None:
        for day in self.days():
            current = [(each.person_id, each.role, each.on_behalf_of_id) for each in read.memberships if each.current_at(day)]
            seats = [(seat.holder_on(day), seat.role, seat.state) for seat in tri.board_on(day).seats]
            assert current == [(who and who.id, str(tri.label(role, "en")), state.value) for who, role, state in seats]

    def test_after_the_last_recorded_board_nobody_is_current(self, read: Any) -> None:
        end = tri.boards()[-1].end.date
        for day in (end, end + dt.timedelta(days=1), dt.date(2040, 1, 1)):
            assert [seat.holder_on(day) for seat in tri.board_on(day).seats] == [None] * 3
            assert not [each.id for each in read.memberships if each.current_at(day)]

    @settings(max_examples=50)
    @given(facts())
    @example({"sources": [SOURCE], "people": PEOPLE, "boards": [BOARD_8]})
    @example({"sources": [SOURCE], "attested": [{"board": 5, "date": "2021-09-04", "sources": ["s1"]}]})
    def test_has_the_same_holders_on_every_day_of_a_users_record(self, added: dict[str, Any]) -> None:
        record = tri.record().with_facts(added)
        read = Reader(popolo(record=record))
        for day in self.days(record):
            current = {(each.person_id, each.on_behalf_of_id) for each in read.memberships if each.current_at(day)}
            seats = tri.board_on(day, record=record).seats
            assert current == {(who.id, seat.state.value) for seat in seats if (who := seat.holder_on(day))}

    def test_has_the_same_board_on_every_day(self, read: Any) -> None:
        terms = read.events.filter(classification="board term")
        for day in self.days():
            assert [each.id for each in terms if each.current_at(day)] == [f"board.{tri.board_on(day).number}"]

    def test_has_the_same_events_as_far_as_they_are_known(self, read: Any) -> None:
        for event in tri.timeline():
            found = read.events.get(id=event.id)
            assert (found.start_date.earliest_date, found.end_date.latest_date) == (event.earliest, event.latest)
            assert (found.name, found.classification) == (event.title, event.kind.value)
