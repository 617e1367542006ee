"""The shipped facts, tested as data."""

import datetime as dt
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import pytest
from tools.compile_record import TARGET, compiled, kept

import trilateral as tri
from trilateral import NameKind, Provision, Reading, Script, Source
from trilateral._record.checking import check
from trilateral._record.reading import read_facts
from trilateral.rosters import RULES

FACTS = tri.record().facts


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


SOURCES_IN_USE = {*sources_of_facts(), *sources_of_the_law()}


class TestCompiling:
    """What ships equals what is kept by hand."""

    def test_the_compiled_facts_equal_the_kept_ones(self) -> None:
        assert kept() == FACTS

    def test_the_compiled_module_is_what_the_compiler_writes(self) -> None:
        assert TARGET.read_text(encoding="utf-8") == compiled(kept()), "run `make facts`"

    def test_the_facts_hold_true(self) -> None:
        check(FACTS)

    @pytest.mark.parametrize(
        ("data", "message"),
        [
            ({}, "boards: a record needs board 1 with its start, got none"),
            ({"boards": [{"number": 1}]}, "board 1: needs a start, as no board comes before it"),
        ],
    )
    def test_facts_without_a_beginning_are_refused(self, data: dict[str, Any], message: str) -> None:
        with pytest.raises(tri.InvalidFactsError, match=message):
            read_facts(data)


class TestSources:
    """A fact without a source does not load; no source is unused."""

    def test_each_has_an_id_of_its_own(self) -> None:
        ids = [source.id for source in FACTS.sources]
        assert len(set(ids)) == len(ids)

    def test_each_is_used(self) -> None:
        used = {source.id for source in SOURCES_IN_USE} | {source.reprints for source in FACTS.sources}
        assert {source.id for source in FACTS.sources} <= used

    def test_each_that_is_used_is_in_the_record(self) -> None:
        assert set(FACTS.sources) >= SOURCES_IN_USE

    def test_each_was_seen_by_the_edition_and_after_it_was_published(self) -> None:
        for source in FACTS.sources:
            assert source.seen <= tri.record().edition
            assert source.published is None or source.published.earliest <= source.seen

    def test_each_has_an_address_of_its_own_or_is_an_item_of_the_front_page(self) -> None:
        addresses = [source.url for source in FACTS.sources if source.url != "http://tcs-asia.org"]
        assert None not in addresses
        assert len(set(addresses)) == len(addresses)

    def test_one_publisher_has_one_spelling(self) -> None:
        folded = {source.publisher.casefold().replace(" ", "") for source in FACTS.sources}
        assert len(folded) == len({source.publisher for source in FACTS.sources})


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
