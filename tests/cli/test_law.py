"""Law and time through the command line: departures, how an answer came about, comparisons, what was known on a day."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from tests.cli.conftest import Ask, Said
from tests.cli.test_boards import cited, columns

import trilateral as tri

BY_2025 = "Agreement of 2010 as amended in 2025; record of 2026-11-25"


def refused(told: Said) -> str:
    """The one line that a refused command prints."""
    assert (told.code, told.out) == (2, "")
    (line,) = told.err.splitlines()
    assert line.startswith("error: ")
    return line.removeprefix("error: ")


def answered(told: Said) -> list[str]:
    """The lines of an answer."""
    assert (told.code, told.err) == (0, "")
    return told.lines


class TestDepartures:
    """``trilateral departures``."""

    def test_lists_where_the_record_leaves_a_law(self, ask: Ask) -> None:
        lines = answered(ask("departures", "--agreement", "2010"))
        assert lines[0] == "Agreement of 2010; record of 2026-11-25"
        assert [columns(line) for line in lines[2:]] == [
            ["Board", "What", "By law", "In fact", "Days later"],
            ["7", "end", "2025-09-01", "2025-09-04", "3 or more"],
        ]

    def test_says_so_where_it_leaves_it_nowhere(self, ask: Ask) -> None:
        assert answered(ask("departures"))[:2] == [BY_2025, "The record nowhere leaves that law."]
        assert ask("departures", "--format", "json").document["departures"] == []

    def test_lists_starts_and_seats(self, ask: Ask, facts_file: Callable[..., Path]) -> None:
        tenure = {"holder": "p", "sources": ["s"]}
        person = {"id": "p", "names": [{"text": "WANG Fang", "script": "Latn", "kind": "preferred", "sources": ["s"]}]}
        seat = {"role": "secretary-general", "state": "CHN", "tenures": [tenure]}
        start = {"date": "2026-08-20", "sources": ["s"]}
        facts = facts_file(people=[person], boards=[{"number": 8, "start": start, "seats": [seat]}])
        told = ask("departures", "--facts", facts)
        assert answered(told)[0] == f"{BY_2025}, with the facts of {facts}"
        assert [columns(line) for line in told.lines[3:]] == [
            ["8", "start", "2026-09-01", "2026-08-20", "-12"],
            ["8", "seat CHN", "deputy-secretary-general", "secretary-general"],
        ]
        document = ask("departures", "--facts", facts, "--format", "json").document
        assert [(each["state"], each["lawful"], each["days"]) for each in document["departures"]] == [
            (None, "2026-09-01", -12),
            ("CHN", "deputy-secretary-general", None),
        ]

    def test_gives_a_program_both_sides_with_their_sources(self, ask: Ask) -> None:
        document = ask("departures", "--agreement", "2010", "--format", "json").document
        assert list(document) == ["agreement", "edition", "departures", "sources"]
        (departure,) = document["departures"]
        both = {key: departure.pop(key) for key in ("law", "record")}
        assert departure == {
            "board": 7,
            "kind": "end",
            "state": None,
            "lawful": "2025-09-01",
            "recorded": "2025-09-04",
            "days": 3,
            "at_least": True,
        }
        assert both["law"]["citations"][0]["statement"] == "The Secretary-General and the deputies serve for two years."
        assert [fact["statement"] for fact in both["record"]["facts"]] == ["board 7 was at work on 2025-09-03"]
        assert set(cited(both)) == set(document["sources"])


ANSWERS: list[tuple[tuple[object, ...], tri.Derivation]] = [
    (("board", 9), tri.explain(tri.board(9))),
    (("board", 9, "term.end"), tri.explain(tri.board(9))["term.end"]),
    (("board", 7, "seats.KOR.tenure-1"), tri.explain(tri.board(7))["seats.KOR.tenure-1"]),
    (("composition", 11), tri.explain(tri.composition(11))),
    (("meeting", "summit", 10), tri.explain(tri.series("summit").host(10))),
    (("meeting", "summit", 9), tri.explain(tri.series("summit").host(9))),
]


class TestExplain:
    """``trilateral explain``."""

    @pytest.mark.parametrize(("arguments", "answer"), ANSWERS, ids=str)
    def test_shows_a_tree(self, ask: Ask, arguments: tuple[object, ...], answer: tri.Derivation) -> None:
        lines = answered(ask("explain", *arguments))
        assert lines[1] == ""
        assert lines[2:] == str(answer).splitlines()

    @pytest.mark.parametrize(("arguments", "answer"), ANSWERS, ids=str)
    def test_gives_a_program_the_tree_and_its_sources(
        self, ask: Ask, arguments: tuple[object, ...], answer: tri.Derivation
    ) -> None:
        told = ask("explain", *arguments, "--format", "json")
        assert (told.code, told.err) == (0, "")
        document = told.document
        assert list(document) == ["agreement", "edition", "derivation", "sources"]
        assert (document["agreement"], document["edition"]) == ("Agreement of 2010 as amended in 2025", "2026-11-25")
        assert document["derivation"] == json.loads(json.dumps(answer.as_dict()))
        assert set(document["sources"]) == set(cited(document["derivation"])) == {each.id for each in answer.leaves.sources}

    @pytest.mark.parametrize(
        ("arguments", "first"),
        [
            (("board", 9), BY_2025),
            (("board", 9, "--agreement", "2010"), "Agreement of 2010; record of 2026-11-25"),
            (("board", 7, "--known-on", "2023-12-01"), "Agreement of 2010; record of 2023-12-01"),
            (("composition", 9), "Agreement of 2010 as amended in 2025"),
            (("composition", 9, "--known-on", "2023-12-01"), "Agreement of 2010"),
            (("meeting", "summit", 10), "record of 2026-11-25"),
            (("meeting", "summit", 10, "--agreement", "2010"), "record of 2026-11-25"),
            (("meeting", "summit", 10, "--known-on", "2023-12-01"), "record of 2023-12-01"),
        ],
        ids=str,
    )
    def test_names_only_what_the_answer_rests_on(self, ask: Ask, arguments: tuple[object, ...], first: str) -> None:
        assert answered(ask("explain", *arguments))[0] == first

    def test_names_the_facts_that_were_added(self, ask: Ask, facts_file: Callable[..., Path]) -> None:
        facts = facts_file()
        for arguments, first in (
            (("board", 9), f"{BY_2025}, with the facts of {facts}"),
            (("composition", 9), "Agreement of 2010 as amended in 2025"),
            (("meeting", "summit", 10), f"record of 2026-11-25, with the facts of {facts}"),
        ):
            assert answered(ask("explain", *arguments, "--facts", facts))[0] == first

    def test_shows_what_an_end_rests_on(self, ask: Ask) -> None:
        lines = answered(ask("explain", "board", 9, "term.end"))
        assert lines[2] == "end: 2032-09-01 projected"
        assert lines[-1] == (
            "  by practice (primary): The first board took office on 1 September 2011, and terms start on a 1 September. "
            "[mofa-japan-2011-09-01]"
        )

    def test_takes_another_law(self, ask: Ask) -> None:
        lines = answered(ask("explain", "board", 7, "term.end", "--agreement", "2010"))
        assert lines[2] == "end: 2025-09-04 inferred"
        assert lines[3].startswith("  because board 7 was at work on 2025-09-03 [")
        assert answered(ask("explain", "composition", 8, "--agreement", "2010"))[2].endswith("2025-09-01/2027-09-01")

    @pytest.mark.parametrize(
        ("arguments", "message"),
        [
            (("board", "9", "chair"), "a part of the derivation must be one of term, term.start, term.end, seats,"),
            (("composition", "11", "term"), "a part of the derivation cannot be asked for, as there is none; got 'term'"),
            (("meeting", "summit", "10", "host"), "a part of the derivation cannot be asked for, as there is none; got 'host'"),
            (("board",), "Missing argument '[SERIES] NUMBER [PART]'; try 'trilateral explain --help'"),
            (("board", "9", "term.middle"), "seats, seats.CHN, seats.KOR, seats.JPN; got 'term.middle'"),
            ((), "Missing argument '{board|composition|meeting}'. Choose from: board, composition, meeting; try 'trilateral"),
            (("meeting",), "Missing argument '[SERIES] NUMBER [PART]'; try 'trilateral explain --help'"),
            (("board", "nine"), "expected a number, such as 9, got 'nine'"),
            (("board", "9.0"), "expected a number, such as 9, got '9.0'"),
            (("composition", "nine"), "expected a number, such as 9, got 'nine'"),
            (("board", "0"), "no board has that number: boards count from 1"),
            (("board", "9", "term.end", "more"), "expected a NUMBER, before it a SERIES if it is a meeting, and maybe a PART"),
            (("meeting", "summit", "10", "a", "b"), "expected a NUMBER, before it a SERIES if it is a meeting"),
            (("meeting", "10"), "expected a NUMBER, before it a SERIES if it is a meeting"),
            (("meeting", "sumit", "10"), "a series must be one of summit"),
            (("meeting", "summit", "ten"), "expected a number, such as 9, got 'ten'"),
            (("meeting", "summit", "0"), "summit 0: "),
            (("roster", "7"), "'roster' is not one of 'board', 'composition', 'meeting'; try 'trilateral explain --help'"),
            (("board", "9", "--agreement", "2024"), "'2024' is not one of '2010', '2025'"),
        ],
    )
    def test_of_what_is_not_there_is_refused(self, ask: Ask, arguments: tuple[str, ...], message: str) -> None:
        assert message in refused(ask("explain", *arguments))


class TestCompare:
    """``trilateral boards --compare``."""

    def test_lists_what_another_law_says_otherwise(self, ask: Ask) -> None:
        lines = answered(ask("boards", "--compare", "2010", "--until", "2030-01-01"))
        assert lines[0] == BY_2025
        assert [columns(line) for line in lines[2:]] == [
            ["Board", "What", "Agreement of 2010 as amended in 2025", "Agreement of 2010"],
            ["7", "end", "2026-09-01", "2025-09-04"],
            ["8", "start", "2026-09-01", "2025-09-04"],
            ["8", "end", "2029-09-01", "2027-09-01"],
            ["9", "start", "2029-09-01", "2027-09-01"],
            ["9", "end", "2032-09-01", "2029-09-01"],
            ["10", "start", "2032-09-01", "2029-09-01"],
            ["10", "end", "2035-09-01", "2031-09-01"],
        ]

    def test_gives_a_program_both_sides(self, ask: Ask) -> None:
        arguments = ("boards", "--compare", "2025", "--agreement", "2010", "--until", "2026-01-01", "--format", "json")
        document = ask(*arguments).document
        assert list(document) == ["agreement", "edition", "other", "differences", "sources"]
        assert (document["agreement"], document["edition"]) == ("Agreement of 2010", "2026-11-25")
        assert document["other"] == "Agreement of 2010 as amended in 2025"
        assert document["differences"] == [
            {"board": 7, "kind": "end", "state": None, "one": "2025-09-04", "other": "2026-09-01"},
            {"board": 8, "kind": "start", "state": None, "one": "2025-09-04", "other": "2026-09-01"},
            {"board": 8, "kind": "end", "state": None, "one": "2027-09-01", "other": "2029-09-01"},
        ]

    @pytest.mark.parametrize("until", ["2011-09-01", "2023-09-01"])
    def test_says_so_where_both_say_the_same(self, ask: Ask, until: str) -> None:
        assert (
            answered(ask("boards", "--compare", "2010", "--until", until))[1]
            == "Agreement of 2010 as amended in 2025 and Agreement of 2010 say the same."
        )
        assert ask("boards", "--compare", "2025", "--until", until, "--format", "json").document["differences"] == []

    def test_takes_what_was_known_on_a_day(self, ask: Ask) -> None:
        lines = answered(ask("boards", "--compare", "2025", "--until", "2026-01-01", "--known-on", "2025-05-01"))
        assert lines[0] == "Agreement of 2010; record of 2025-05-01"
        assert [columns(line) for line in lines[3:]] == [
            ["7", "end", "2025-09-01", "2026-09-01"],
            ["8", "start", "2025-09-01", "2026-09-01"],
            ["8", "end", "2027-09-01", "2029-09-01"],
        ]

    def test_without_a_day_is_of_the_recorded_boards_and_the_next_one(self, ask: Ask) -> None:
        assert [line.split() for line in ask("boards", "--compare", "2010").lines[3:]] == [
            ["7", "end", "2026-09-01", "2025-09-04"],
            ["8", "start", "2026-09-01", "2025-09-04"],
            ["8", "end", "2029-09-01", "2027-09-01"],
        ]
        nothing = ask("boards", "--compare", "2010", "--known-on", "2011-03-01")
        assert nothing.lines[1] == "Agreement of 2010 and Agreement of 2010 say the same."

    @pytest.mark.parametrize(
        ("arguments", "message"),
        [
            (("--compare", "2011", "--until", "2030-01-01"), "'2011' is not one of '2010', '2025'"),
            (("--compare", "2010", "--until", "2030"), "written YYYY-MM-DD, got '2030'"),
            (("--compare",), "--compare"),
        ],
    )
    def test_of_what_cannot_be_is_refused(self, ask: Ask, arguments: tuple[str, ...], message: str) -> None:
        assert message in refused(ask("boards", *arguments))


ROSTER: dict[str, Any] = {
    "boards": [
        {
            "number": 7,
            "start": "2023-09-01",
            "end": "2025-09-01",
            "seats": [
                {"role": "secretary-general", "state": "KOR", "holder": "LEE Hee-sup"},
                {"role": "deputy-secretary-general", "state": "JPN", "holder": "ZUSHI Shuji"},
                {"role": "deputy-secretary-general", "state": "CHN", "holder": "YAN Liang"},
            ],
        }
    ]
}


@pytest.fixture
def roster(tmp_path: Path) -> Path:
    """A roster of board 7 with the term of the law of 2010."""
    path = tmp_path / "roster.json"
    path.write_text(json.dumps(ROSTER), encoding="utf-8")
    return path


COMMANDS: list[tuple[object, ...]] = [
    ("board", 7),
    ("boards",),
    ("assess", 100, "--currency", "USD", "--fiscal-year", 2026),
    ("departures",),
    ("explain", "board", 7),
    ("timeline",),
    ("series",),
    ("about",),
]


class TestKnownOn:
    """``--known-on`` on every command."""

    @pytest.mark.parametrize("arguments", COMMANDS, ids=lambda arguments: arguments[0])
    def test_answers_by_what_was_known(self, ask: Ask, arguments: tuple[object, ...]) -> None:
        lines = answered(ask(*arguments, "--known-on", "2023-12-01"))
        assert any("record of 2023-12-01" in line for line in lines[:6])
        told = ask(*arguments, "--known-on", "2023-12-01", "--format", "json")
        assert (told.code, told.err) == (0, "")
        assert (told.document["agreement"], told.document["edition"]) == ("Agreement of 2010", "2023-12-01")

    @pytest.mark.parametrize("arguments", [*COMMANDS, ("check", "absent.json")], ids=lambda arguments: arguments[0])
    @pytest.mark.parametrize(
        ("day", "message"),
        [
            ("2010-12-15", "the Agreement had not been signed; expected a day from 2010-12-16 to 9999-12-31, got 2010-12-15"),
            ("2023-12", "expected a day that exists, written YYYY-MM-DD, got '2023-12'"),
            ("yesterday", "expected a day that exists, written YYYY-MM-DD, got 'yesterday'"),
        ],
    )
    def test_of_what_is_no_such_day_is_refused(self, ask: Ask, arguments: tuple[object, ...], day: str, message: str) -> None:
        assert message in refused(ask(*arguments, "--known-on", day))

    @pytest.mark.parametrize(
        ("day", "term"),
        [
            ("2023-12-01", "2023-09-01/2025-09-01"),
            ("2025-09-02", "2023-09-01/2025-09-01"),
            ("2025-09-03", "2023-09-01/2026-09-01"),
        ],
    )
    def test_tells_how_long_board_7_was_to_serve(self, ask: Ask, day: str, term: str) -> None:
        board = ask("board", 7, "--known-on", day, "--format", "json").document["board"]
        assert "/".join(board["term"].values()) == term
        assert columns(ask("boards", "--known-on", day).lines[-1])[1] == term
        lines = answered(ask("explain", "board", 7, "--known-on", day))
        assert lines[3] == f"  term: {term}"

    def test_lets_the_roster_check_take_the_law_of_the_day(self, ask: Ask, roster: Path) -> None:
        assert ask("check", roster, "--known-on", "2025-05-01").code == 0
        assert ask("check", roster).code == 1
        told = ask("check", roster, "--known-on", "2025-05-01", "--format", "json")
        assert told.code == 0
        assert '"edition": "2025-05-01"' in told.out

        assert "with facts added" not in ask("check", roster, "--known-on", "2025-05-01").out

    @pytest.mark.parametrize(("day", "number"), [("2021-01-01", 5), ("2023-08-31", 6), ("2023-12-01", 7), ("2025-09-03", 7)])
    def test_shows_the_board_of_that_day_where_no_number_is_given(self, ask: Ask, day: str, number: int) -> None:
        assert ask("board", "--known-on", day, "--format", "json").document["board"]["number"] == number
        assert answered(ask("board", "--known-on", day))[0] == f"Board {number}, recorded"
        assert ask("board", "--known-on", day) == ask("board", "--on", day, "--known-on", day)

    def test_shows_the_board_of_another_day_as_it_was_known(self, ask: Ask) -> None:
        document = ask("board", "--on", "2025-09-03", "--known-on", "2023-12-01", "--format", "json").document
        assert (document["board"]["number"], document["board"]["basis"]) == (8, "projected")
        assert "board 1 had not started" in refused(ask("board", "--known-on", "2011-06-01"))

    def test_takes_another_law_all_the_same(self, ask: Ask) -> None:
        lines = answered(ask("departures", "--known-on", "2025-09-03", "--agreement", "2010"))
        assert lines[0] == "Agreement of 2010; record of 2025-09-03"
        assert columns(lines[-1])[1:] == ["end", "2025-09-01", "2025-09-04", "3 or more"]

    def test_lists_what_had_happened(self, ask: Ask) -> None:
        events = {
            day: [each["id"] for each in ask("timeline", "--known-on", day, "--format", "json").document["events"]]
            for day in ("2025-03-21", "2025-05-01")
        }
        assert set(events["2025-05-01"]) - set(events["2025-03-21"]) >= {"protocol-signed"}

    def test_from_the_edition_on_changes_nothing(self, ask: Ask) -> None:
        assert ask("boards", "--known-on", "2026-11-25") == ask("boards")

    def test_keeps_facts_that_were_public(self, ask: Ask, tmp_path: Path) -> None:
        facts = tmp_path / "facts.toml"
        facts.write_text(
            '[[sources]]\nid = "s"\ntitle = "T"\npublisher = "P"\nkind = "primary"\npublished = 2026-09-02\nseen = 2026-09-05\n'
            '[[boards]]\nnumber = 8\nstart = { date = 2026-09-01, sources = ["s"] }\n',
            encoding="utf-8",
        )
        numbers = [
            [
                each["number"]
                for each in ask("boards", "--facts", facts, "--known-on", day, "--format", "json").document["boards"]
            ]
            for day in ("2026-09-01", "2026-09-02")
        ]
        assert numbers == [[1, 2, 3, 4, 5, 6, 7], [1, 2, 3, 4, 5, 6, 7, 8]]
