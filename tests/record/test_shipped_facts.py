"""The shipped facts, tested as data."""

import datetime as dt
import tomllib
from collections import defaultdict
from collections.abc import Iterator
from enum import Enum
from itertools import pairwise
from typing import Any

import attrs
import pytest
from tools.compile_record import FOLDER, HISTORY_TARGET, TARGET, compiled, compiled_history, kept

import trilateral as tri
from trilateral import NameKind, Provision, Reading, Script, Source
from trilateral._record.checking import check
from trilateral._record.reading import NO_FACTS, NO_HISTORY, read_facts
from trilateral.rosters import RULES

FACTS = tri.record().facts
HISTORY = tri.record().history
ALL_SOURCES = (*FACTS.sources, *HISTORY.sources)


def sources_of_facts() -> Iterator[Source]:
    """Every source of every fact, as often as it is used."""
    for person in FACTS.people:
        for name in person.names:
            yield from name.sources
    for board in FACTS.boards:
        readings: list[Reading[Any]] = [*board.start, *board.last_day]
        for tenure in (tenure for seat in board.seats for tenure in seat.tenures):
            readings += [*tenure.holders, *tenure.start, *tenure.end, *tenure.appointed]
        for reading in readings:
            yield from reading.sources
    for sighting in FACTS.sightings:
        yield from sighting.sources


def sources_of_the_law() -> Iterator[Source]:
    """Every source of every provision, of the fiscal year and of every rule of the roster check, as often as it is used."""
    law = tri.AGREEMENT_2025
    provisions: list[Provision[Any]] = [law.members, law.first_day, *law.orders, *law.term_lengths, law.shares]
    provisions += [law.host] if law.host else []
    citations = [citation for provision in provisions for citation in provision.citations]
    for citation in (*citations, *law.composition, *law.nomination, *law.appointment):
        yield from citation.sources
    for year in (2011, 2017):
        yield from tri.fiscal_year(year).grounds.sources
    for rule in RULES.values():
        yield from rule.citation.sources


def fields_of(value: Any) -> dict[str, Any]:
    """The fields of a value or of a named tuple, by name."""
    if hasattr(value, "_asdict"):
        return dict(value._asdict())
    fields: Any = getattr(value, "__attrs_attrs__", ())
    return {field.name: getattr(value, field.name) for field in fields}


def values_under(value: Any) -> Iterator[Any]:
    """A value and every value within it, but nothing within its sources."""
    yield value
    if isinstance(value, Source | Enum):
        return
    within: list[Any] = [*value] if type(value) is tuple else [*fields_of(value).values()]
    for each in within:
        yield from values_under(each)


def sources_of_the_history() -> Iterator[Source]:
    """Every source of every fact of the history, as often as it is used."""
    for each in values_under(HISTORY._replace(sources=())):
        if isinstance(each, Source):
            yield each


SOURCES_IN_USE = {*sources_of_facts(), *sources_of_the_law()}


class TestCompiling:
    """What ships equals what is kept by hand."""

    def test_the_compiled_facts_equal_the_kept_ones(self) -> None:
        assert kept() == (FACTS, HISTORY)

    def test_the_compiled_modules_are_what_the_compiler_writes(self) -> None:
        facts, history = kept()
        assert TARGET.read_text(encoding="utf-8") == compiled(facts), "run `make facts`"
        assert HISTORY_TARGET.read_text(encoding="utf-8") == compiled_history(history), "run `make facts`"

    def test_the_facts_hold_true(self) -> None:
        check(FACTS)

    def test_facts_may_be_of_no_board(self) -> None:
        assert read_facts({}) == (NO_FACTS, NO_HISTORY)

    def test_a_first_board_may_have_no_start_and_starts_by_the_law(self) -> None:
        facts, _ = read_facts({"boards": [{"number": 1}]})
        first = tri.board(1, record=attrs.evolve(tri.record(), facts=facts))
        assert (first.start.date, first.start.basis) == (dt.date(2011, 9, 1), tri.Basis.PROJECTED)

    def test_a_first_board_without_a_start_is_refused_once_another_follows(self) -> None:
        with pytest.raises(
            tri.InvalidFactsError, match="board 1: needs a start or an attested day, as board 2 is recorded too"
        ):
            read_facts({"boards": [{"number": 1}, {"number": 2}]})


class TestSources:
    """A fact without a source does not load; no source is unused."""

    def test_each_has_an_id_of_its_own(self) -> None:
        ids = [source.id for source in ALL_SOURCES]
        assert len(set(ids)) == len(ids)

    def test_each_is_used(self) -> None:
        reprinted = {source.reprints for source in ALL_SOURCES}
        used = {source.id for source in SOURCES_IN_USE} | reprinted
        assert {source.id for source in FACTS.sources} <= used | {source.id for source in sources_of_the_history()}
        assert {source.id for source in HISTORY.sources} <= {source.id for source in sources_of_the_history()} | reprinted

    def test_each_that_is_used_is_in_the_record(self) -> None:
        assert set(FACTS.sources) >= SOURCES_IN_USE
        assert set(ALL_SOURCES) >= {*sources_of_the_history()}

    def test_the_record_lists_them_all(self) -> None:
        assert tri.record().sources == ALL_SOURCES

    def test_each_was_seen_by_the_edition_and_after_it_was_published(self) -> None:
        for source in ALL_SOURCES:
            assert source.seen <= tri.record().edition
            assert source.published is None or source.published.earliest <= source.seen

    def test_each_has_an_address_of_its_own_or_is_an_item_of_the_front_page(self) -> None:
        addresses = [source.url for source in FACTS.sources if source.url != "http://tcs-asia.org"]
        assert None not in addresses
        assert len(set(addresses)) == len(addresses)

    def test_each_address_stands_once_in_the_whole_record(self) -> None:
        by_address: defaultdict[str, list[str]] = defaultdict(list)
        for source in ALL_SOURCES:
            if source.url is not None and source.url != "http://tcs-asia.org":
                by_address[source.url].append(source.id)
        assert [ids for ids in by_address.values() if len(ids) > 1] == []

    def test_each_without_an_address_is_one_of_the_history_and_says_how_it_is_known(self) -> None:
        without = [source for source in ALL_SOURCES if source.url is None]
        assert set(without) <= set(HISTORY.sources)
        assert [source.id for source in without if not source.note] == []

    def test_one_publisher_has_one_spelling(self) -> None:
        folded = {source.publisher.casefold().replace(" ", "") for source in ALL_SOURCES}
        assert len(folded) == len({source.publisher for source in ALL_SOURCES})


class TestPeople:
    """Nineteen people, each with every spelling that was seen."""

    def test_each_has_one_preferred_name_in_latin_letters_with_the_family_name_first(self) -> None:
        for person in FACTS.people:
            preferred = [name for name in person.names if name.kind is NameKind.PREFERRED]
            assert preferred == [person.names[0]]
            assert preferred[0].script is Script.LATIN
            assert preferred[0].text.split()[0].isupper()

    def test_each_is_also_written_in_an_eastern_script(self) -> None:
        for person in FACTS.people:
            assert any(name.script is not Script.LATIN for name in person.names)

    def test_each_id_is_the_preferred_name(self) -> None:
        assert [person.id for person in FACTS.people] == [person.name.lower().replace(" ", "-") for person in FACTS.people]

    def test_misprints_say_what_is_wrong(self) -> None:
        misprints = [name for person in FACTS.people for name in person.names if name.kind is NameKind.MISPRINT]
        assert "LEE He-sup" in {name.text for name in misprints}
        assert all(name.note for name in misprints)


class TestBoards:
    """Seven boards in order, each with a seat a state."""

    def test_are_in_the_order_of_their_numbers_and_starts(self) -> None:
        assert [board.number for board in FACTS.boards] == [1, 2, 3, 4, 5, 6, 7]
        assert all(one.start[0].value.latest < other.start[0].value.earliest for one, other in pairwise(FACTS.boards))

    def test_have_one_holder_a_seat_each_with_sources(self) -> None:
        for seat in (seat for board in FACTS.boards for seat in board.seats):
            assert [len(tenure.holders) for tenure in seat.tenures] == [1]

    def test_readings_that_are_not_preferred_say_why(self) -> None:
        readings: list[Reading[tri.PartialDate]] = []
        for board in FACTS.boards:
            readings += [*board.start[1:], *board.last_day[1:]]
            readings += [each for seat in board.seats for tenure in seat.tenures for each in tenure.appointed[1:]]
        assert readings
        assert all(reading.note for reading in readings)

    def test_appointments_come_before_the_start(self) -> None:
        for board in FACTS.boards:
            for tenure in (tenure for seat in board.seats for tenure in seat.tenures):
                assert all(each.value.latest <= board.start[0].value.earliest for each in tenure.appointed)

    def test_sightings_are_in_order_and_fall_in_the_time_of_their_board(self) -> None:
        sightings = [(sighting.board, sighting.date.earliest) for sighting in FACTS.sightings]
        assert sightings == sorted(sightings)
        for sighting in FACTS.sightings:
            end = tri.board(sighting.board).term
            assert sighting.date.during(end) is not tri.Answer.NO

    def test_the_record_covers_the_time_from_the_first_day_to_the_last_sighting(self) -> None:
        coverage = tri.record().coverage
        assert coverage.start == dt.date(2011, 9, 1)
        assert coverage.last_day == max(sighting.date.latest for sighting in FACTS.sightings)


class TestHistory:
    """Events, series, statements and names: nothing with a date or a name is without a source."""

    def test_whatever_has_a_date_or_a_name_has_a_source(self) -> None:
        facts = [each for each in values_under(HISTORY) if "sources" in fields_of(each) and each is not HISTORY]
        assert {type(each).__name__ for each in facts} >= {"Event", "Participant", "Document", "Reading", "Name", "SeriesFacts"}
        assert [each for each in facts if not each.sources] == []
        statements = [each for each in values_under(HISTORY) if isinstance(each, tri.Statement)]
        assert all(each.readings and each.sources for each in statements)

    def test_events_are_in_order_in_each_file_and_in_the_record(self) -> None:
        for path in (FOLDER / "history").glob("*.toml"):
            tables = tomllib.loads(path.read_text(encoding="utf-8")).get("events", [])
            dates = [str(table["date"]) for table in tables]
            assert dates == sorted(dates), path.name
        keys = [(event.earliest, event.latest, event.id) for event in HISTORY.events]
        assert keys == sorted(keys)

    def test_each_id_stands_once(self) -> None:
        for facts in (HISTORY.events, HISTORY.series, (*FACTS.people, *HISTORY.leaders)):
            ids = [each.id for each in facts]
            assert len(set(ids)) == len(ids)

    def test_each_leader_takes_part_in_something(self) -> None:
        taking_part = {each.person for event in HISTORY.events for each in event.participants}
        assert {leader.id for leader in HISTORY.leaders} <= {person.id for person in taking_part}

    def test_readings_and_places_that_are_not_preferred_say_why(self) -> None:
        readings: list[Reading[Any]] = [each for event in HISTORY.events for each in event.readings[1:]]
        readings += [each for event in HISTORY.events for each in event.places]
        readings += [each for statement in HISTORY.statements for each in statement.readings[1:]]
        assert readings
        assert [reading for reading in readings if not reading.note] == []

    def test_what_is_inferred_says_from_what(self) -> None:
        assert [event.id for event in HISTORY.events if event.basis is tri.Basis.INFERRED and not event.note] == []
        assert [each.subject for each in HISTORY.statements if each.basis is tri.Basis.INFERRED and not each.note] == []
        assert [each.id for each in HISTORY.series if each.basis is tri.Basis.INFERRED and not each.order_note] == []

    def test_each_name_is_of_something_that_there_is(self) -> None:
        things = {state.value for state in tri.MemberState} | {role.value for role in tri.Role}
        things |= {each.id for each in HISTORY.series} | {"secretariat", "consultative-board"}
        assert {each.subject for each in HISTORY.names} <= things
