"""How answers came about: a tree whose leaves are sourced facts or cited provisions."""

import datetime as dt
import io
import json
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.record.test_history import event, with_history
from tests.record.test_with_facts import board_8, seen, with_facts
from tests.rules.messages import got
from tests.strategies import amended, records

import trilateral as tri
from trilateral import (
    AGREEMENT_2010,
    AGREEMENT_2025,
    Agreement,
    CitationKind,
    Derivation,
    Grounds,
    MemberState,
    Record,
)

UNTIL_2041 = dt.date(2041, 1, 1)
UNSOURCED = {CitationKind.HYPOTHESIS, CitationKind.CONVENTION}


def whole(derivation: Derivation) -> Iterator[Derivation]:
    """A derivation and every part within it."""
    yield derivation
    for part in derivation.parts:
        yield from whole(part)


def rests(derivation: Derivation) -> bool:
    """Every leaf is a source or a citation, and what has no leaf of its own has parts that do."""
    leaves = derivation.leaves
    return (
        all(fact.sources for fact in leaves.facts)
        and all(citation.sources or citation.kind in UNSOURCED for citation in leaves.citations)
        and all(part.leaves != Grounds() for part in whole(derivation))
    )


class TestABoard:
    """``explain(b)["term.end"]``."""

    def test_has_a_term_and_seats(self) -> None:
        derivation = tri.explain(tri.board(9))
        assert (derivation.name, derivation.value) == ("board", "9, projected")
        assert list(derivation.paths()) == ["term", "term.start", "term.end", "seats", "seats.CHN", "seats.KOR", "seats.JPN"]

    def test_names_its_end(self) -> None:
        end = tri.explain(tri.board(9))["term.end"]
        assert (end.name, end.value, end.parts) == ("end", "2032-09-01 projected", ())
        assert end.grounds == tri.board(9).end.grounds
        assert tri.explain(tri.board(9))["term"]["end"] == end

    def test_names_its_tenures(self) -> None:
        derivation = tri.explain(tri.board(7))
        tenure = derivation["seats.KOR.tenure-1"]
        assert (tenure.name, tenure.value) == ("tenure-1", "LEE Hee-sup, 2023-09-01/2026-09-01")
        assert tenure["start"].grounds == tri.board(7).secretary_general.tenures[0].start.grounds
        assert [part.value for part in derivation["seats"].parts] == ["SG LEE Hee-sup", "DSG ZUSHI Shuji", "DSG YAN Liang"]

    def test_names_a_vacancy(self) -> None:
        vacant = {"role": "secretary-general", "state": "JPN", "tenures": [{"vacant": True, "sources": ["s1"]}]}
        board = tri.board(8, record=with_facts(boards=[{"number": 8, "seats": [vacant]}]))
        assert tri.explain(board)["seats.JPN"].value == "SG vacant"
        assert tri.explain(board)["seats.CHN"].value == "DSG unknown"

    def test_numbers_the_tenures_of_a_seat(self) -> None:
        tenure = {"holder": "p1", "start": "2025-03-01", "sources": ["s1"]}
        deputy = {"role": "deputy-secretary-general", "state": "JPN", "tenures": [tenure]}
        board = tri.board(7, record=with_facts(boards=[{"number": 7, "seats": [deputy]}]))
        seat = tri.explain(board)["seats.JPN"]
        assert [part.name for part in seat.parts] == ["tenure-1", "tenure-2"]
        assert seat["tenure-2"].value == "YAMADA Taro, 2025-03-01/2026-09-01"

    def test_tells_a_hold_over_by_what_was_seen(self) -> None:
        derivation = tri.explain(tri.board(7, agreement=AGREEMENT_2010))
        assert [fact.value for fact in derivation["term.end"].grounds.facts] == ["board 7 was at work on 2025-09-03"]

    def test_tells_a_hypothesis_by_itself(self) -> None:
        law = AGREEMENT_2025.with_extension(8, until=dt.date(2030, 3, 1), because="Suppose that the handover waits.")
        derivation = tri.explain(tri.board(8, agreement=law))
        assert "  by hypothesis (assumed): Suppose that the handover waits." in str(derivation["term.end"]).splitlines()

    def test_is_an_indented_tree(self) -> None:
        lines = str(tri.explain(tri.board(8))).splitlines()
        assert lines[:4] == [
            "board: 8, projected",
            "  term: 2026-09-01/2029-09-01",
            "    start: 2026-09-01 projected",
            (
                "      because board 7 started on 2023-09-01 "
                "[mofa-rok-2025-09-03, u-tokyo-2023-11-27, tcs-greeting, news1-2023-08-28]"
            ),
        ]
        assert (
            "      by practice (primary): The first board took office on 1 September 2011, and terms start on a 1 September. "
            "[mofa-japan-2011-09-01]"
        ) in lines
        assert "  seats: SG JPN DSG CHN DSG KOR" in lines
        assert repr(tri.explain(tri.board(8))) == "<Derivation board: 8, projected>"

    def test_goes_through_json(self) -> None:
        plain = tri.explain(tri.board(9))["term.end"].as_dict()
        assert json.loads(json.dumps(plain)) == plain
        assert list(plain) == ["name", "value", "facts", "citations", "parts"]
        assert plain["facts"] == [
            {
                "statement": "board 7 started on 2023-09-01",
                "sources": ["mofa-rok-2025-09-03", "u-tokyo-2023-11-27", "tcs-greeting", "news1-2023-08-28"],
                "note": None,
            }
        ]
        assert plain["citations"][-1] == {
            "statement": "The first board took office on 1 September 2011, and terms start on a 1 September.",
            "kind": "practice",
            "confidence": "primary",
            "article": None,
            "sources": ["mofa-japan-2011-09-01"],
        }
        parts = tri.explain(tri.board(9)).as_dict()["parts"]
        assert [part["name"] for part in parts] == ["term", "seats"]


class TestOtherAnswers:
    """Seats, compositions, nominations, meetings, assessments, departures, findings: each by its grounds."""

    @pytest.mark.parametrize(
        ("answer", "name", "value"),
        [
            (tri.composition(11), "composition", "11 SG JPN DSG CHN KOR 2035-09-01/2038-09-01"),
            (tri.nominations(8)[0], "nomination", "board 8 DSG CHN"),
            (tri.series("summit").host(9), "hosting", "summit 9 KOR recorded, as of 2025-11-24"),
            (tri.series("summit").host(10), "hosting", "summit 10 JPN projected, as of 2025-11-24"),
            (tri.assess(100, currency="USD", fiscal_year=2026), "assessment", None),
            (tri.shares(), "shares", "KOR 1/3 JPN 1/3 CHN 1/3"),
            (tri.fiscal_year(2026), "fiscalyear", "2026 2026-09-01/2027-09-01"),
        ],
    )
    def test_rest_on_their_grounds(self, answer: Any, name: str, value: str | None) -> None:
        derivation = tri.explain(answer)
        assert (derivation.name, derivation.grounds, derivation.parts) == (name, answer.grounds, ())
        assert value is None or derivation.value == value
        assert rests(derivation)

    def test_of_a_departure_rest_on_the_record_and_on_the_law(self) -> None:
        (departure,) = tri.departures(agreement=AGREEMENT_2010)
        derivation = tri.explain(departure)
        assert (derivation.name, derivation.value, derivation.grounds) == ("departure", "board 7, end", Grounds())
        assert list(derivation.paths()) == ["record", "law"]
        assert (derivation["record"].value, derivation["record"].grounds) == ("2025-09-04", departure.record)
        assert (derivation["law"].value, derivation["law"].grounds) == ("2025-09-01", departure.law)
        assert derivation.leaves == departure.grounds
        assert rests(derivation)

    def test_of_a_departure_of_a_seat_name_its_state_and_both_roles(self) -> None:
        law = AGREEMENT_2025.with_order((MemberState.JAPAN, MemberState.KOREA, MemberState.CHINA), since_board=7)
        (departure,) = (each for each in tri.departures(agreement=law) if each.state is MemberState.KOREA)
        derivation = tri.explain(departure)
        assert derivation.value == "board 7, seat KOR"
        assert [part.value for part in derivation.parts] == ["secretary-general", "deputy-secretary-general"]
        assert [part.grounds for part in derivation.parts] == [departure.record, departure.law]

    def test_of_a_boundary_rest_on_its_grounds(self) -> None:
        derivation = tri.explain(tri.board(7).start)
        assert (derivation.name, derivation.value) == ("boundary", "2023-09-01 recorded")
        assert derivation.grounds == tri.board(7).start.grounds

    def test_of_a_seat_rest_on_its_grounds_and_those_of_its_tenures(self) -> None:
        seat = tri.board(7).secretary_general
        derivation = tri.explain(seat)
        assert (derivation.name, derivation.value, derivation.grounds) == ("KOR", "SG LEE Hee-sup", seat.grounds)
        assert list(derivation.paths()) == ["tenure-1", "tenure-1.start", "tenure-1.end"]

    def test_of_a_tenure_rest_on_every_reading_of_its_holder(self) -> None:
        tenure = tri.board(7).secretary_general.tenures[0]
        derivation = tri.explain(tenure)
        assert (derivation.name, derivation.value) == ("tenure", "LEE Hee-sup, 2023-09-01/2026-09-01")
        assert [fact.value for fact in derivation.grounds.facts] == ["LEE Hee-sup held the seat"]
        assert derivation.grounds.facts[0].sources == tenure.sources
        assert list(derivation.paths()) == ["start", "end"]

    def test_of_a_meeting_rest_on_what_is_told_of_it(self) -> None:
        meeting = tri.series("summit").meeting(9)
        derivation = tri.explain(meeting)
        assert (derivation.name, derivation.value) == ("event", "Ninth trilateral summit, 2024-05-26/2024-05-28, held")
        assert list(derivation.paths()) == ["when", "participants", "documents"]
        assert [fact.sources for fact in derivation["when"].grounds.facts] == [each.sources for each in meeting.readings]
        assert derivation["participants"].value.startswith("Li Qiang, Premier of the State Council; Kishida Fumio")
        assert derivation["documents"].grounds.facts[0].value == meeting.documents[0].title

    def test_of_a_meeting_rest_on_who_says_that_there_was_one_and_where(self) -> None:
        record = with_history(
            events=[event("x-met", "2034", places=[{"place": "Rome", "sources": ["s2"], "note": "Or Ostia."}])]
        )
        (met,) = (each for each in tri.timeline(record=record) if each.id == "x-met")
        derivation = tri.explain(met)
        assert [(fact.value, fact.sources) for fact in derivation.grounds.facts] == [("What x-met is", met.sources)]
        assert list(derivation.paths()) == ["when", "places"]
        assert [(fact.value, fact.note) for fact in derivation["places"].grounds.facts] == [("Rome", "Or Ostia.")]

    def test_of_a_tenure_tell_what_has_to_be_known_about_it(self) -> None:
        tenure = {"holder": "p1", "sources": ["s1"], "note": "By a photograph."}
        seat = {"role": "secretary-general", "state": "JPN", "tenures": [tenure]}
        board = tri.board(8, record=with_facts(boards=[{"number": 8, "seats": [seat]}]))
        facts = tri.explain(board)["seats.JPN.tenure-1"].grounds.facts
        assert [(fact.value, fact.note) for fact in facts] == [("YAMADA Taro held the seat", "By a photograph.")]

    def test_of_a_meeting_that_was_not_held_rest_on_its_causes(self) -> None:
        causes = [{"text": "Rain.", "sources": ["s1"], "note": "Heavy."}]
        record = with_history(events=[event("x-off", "2034", status="not-held", causes=causes)])
        (off,) = (each for each in tri.timeline(record=record) if each.id == "x-off")
        assert [(fact.value, fact.note) for fact in tri.explain(off)["causes"].grounds.facts] == [("Rain.", "Heavy.")]

    def test_of_a_finding_rest_on_its_rule_and_what_it_was_held_against(self) -> None:
        finding = tri.check_roster({"boards": [{"number": 7, "end": "2025-08-31", "seats": [None]}]}).findings[0]
        derivation = tri.explain(finding)
        assert derivation == finding.derivation
        assert (derivation.name, derivation.value) == (finding.code, finding.message)
        assert derivation.grounds.citations[:1] == (finding.citation,)
        assert set(finding.grounds.citations) <= set(derivation.grounds.citations)
        assert set(finding.grounds.facts) == set(derivation.grounds.facts)
        assert rests(derivation)


class TestAskingForAPart:
    """By name, parts within parts joined by dots."""

    @pytest.mark.parametrize("path", ["chair", "", "term.middle", "term.", ".term", "end", "term.end.start", "term..end"])
    def test_that_there_is_not_is_refused(self, path: str) -> None:
        with pytest.raises(tri.UnknownWordError, match=r"a part of the derivation must be one of .*; got") as caught:
            tri.explain(tri.board(9))[path]
        assert caught.value.text == path

    @pytest.mark.parametrize("path", [None, 0, slice(1), ("term", "end"), b"term", tri.Role.SECRETARY_GENERAL])
    def test_by_what_is_no_name_is_refused(self, path: Any) -> None:
        with pytest.raises(
            tri.WrongTypeError, match=rf"^the name of a part must be a string, such as 'term\.end', {got(path)}"
        ):
            tri.explain(tri.board(9))[path]

    def test_names_the_whole_path_and_every_one_that_there_is(self) -> None:
        with pytest.raises(tri.UnknownWordError, match=r"one of term, term\.start, .*, seats\.JPN; got 'term\.middle'"):
            tri.explain(tri.board(9))["term.middle"]

    def test_names_those_that_there_are(self) -> None:
        message = r"must be one of term, term\.start, term\.end, seats, seats\.CHN, seats\.KOR, seats\.JPN; got 'chair'"
        with pytest.raises(tri.UnknownWordError, match=message):
            tri.explain(tri.board(9))["chair"]

    @pytest.mark.parametrize(
        "answer", [None, 9, "board 9", tri.MemberState.CHINA, tri.board(7).term, AGREEMENT_2010, tri.Board]
    )
    def test_of_what_is_no_answer_is_refused(self, answer: Any) -> None:
        message = (
            r"^what is explained must be an answer that carries grounds, such as board\(9\) or a finding of check_roster, "
            + got(answer)
        )
        with pytest.raises(tri.WrongTypeError, match=message):
            tri.explain(answer)


class TestEveryLeaf:
    """Every leaf of every explanation, over boards to 2041, summits and the catalogue, is a source or a citation."""

    @pytest.mark.parametrize("agreement", [AGREEMENT_2010, AGREEMENT_2025])
    def test_of_boards_to_2041(self, agreement: Agreement[MemberState]) -> None:
        for board in tri.boards(until=UNTIL_2041, agreement=agreement):
            assert rests(tri.explain(board))
            assert rests(tri.explain(tri.composition(board.number, agreement=agreement)))

    def test_of_what_happened(self) -> None:
        for each in tri.timeline():
            assert rests(tri.explain(each))

    @pytest.mark.parametrize("series", [each.id for each in tri.series() if each.rotation])
    def test_of_who_hosts(self, series: str) -> None:
        following = tri.series(series).next_host()
        assert rests(tri.explain(following))
        for meeting in tri.series(series).meetings:
            if meeting.number and meeting.host:
                assert rests(tri.explain(tri.series(series).host(meeting.number)))

    @pytest.mark.parametrize("code", sorted(tri.rosters.RULES))
    def test_of_the_catalogue(self, code: str) -> None:
        rule = tri.rosters.RULES[code]
        options: Any = {"agreement": rule.agreement, "scope": rule.scope}
        findings = tri.check_roster_file(io.BytesIO(rule.bad.encode("utf-8")), **options).findings
        assert code in {finding.code for finding in findings}
        assert all(rests(tri.explain(finding)) for finding in findings)

    @settings(max_examples=40)
    @given(amended(), records(), st.integers(1, 20))
    def test_of_any_board_under_any_law(self, agreement: Agreement[MemberState], record: Record, number: int) -> None:
        """`explain` reads the grounds and nothing else: its leaves are those of the answer."""
        board = tri.board(number, agreement=agreement, record=record)
        derivation = tri.explain(board)
        assert rests(derivation)
        told = set(board.start.grounds.sources) | set(board.end.grounds.sources)
        for seat in board.seats:
            told |= set(seat.grounds.sources)
            for tenure in seat.tenures:
                held = {source for reading in tenure.readings for source in reading.sources}
                told |= held | set(tenure.start.grounds.sources) | set(tenure.end.grounds.sources)
        assert set(derivation.leaves.sources) == told
        assert len({part.name for part in derivation["seats"].parts}) == 3
        plain = derivation.as_dict()
        assert json.loads(json.dumps(plain)) == plain
        for path in derivation.paths():
            assert derivation[path].name == path.rpartition(".")[2]
        assert len(str(derivation).splitlines()) >= len(list(whole(derivation)))

    def test_of_facts_that_a_user_adds(self) -> None:
        record = with_facts(boards=[board_8()], attested=[seen(8, "2026-08-20")])
        leaves = tri.explain(tri.board(8, record=record)).leaves
        assert "s1" in {source.id for source in leaves.sources}
        assert len(set(leaves.facts)) == len(leaves.facts)
