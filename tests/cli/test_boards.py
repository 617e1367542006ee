"""The boards, one a line or one in full, as a reader and as a program get them."""

import datetime as dt
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any, Final, NamedTuple

import pytest
from rich.cells import cell_len
from tests.cli.conftest import Ask

from trilateral._cli import commands

EXAMPLES: Final = Path(__file__).parents[2] / "docs" / "examples"
THE_DAY: Final = "2025-09-03"


class Case(NamedTuple):
    """What a law says of a board."""

    law: str
    number: int
    leader: str
    term: str
    nominal: str
    end: str
    over: str | None


TWO_YEARS_OR_THREE: Final = [
    Case("2025", 7, "KOR", "2023-09-01/2026-09-01", "2023-09-01/2026-09-01", "projected", None),
    Case("2025", 8, "JPN", "2026-09-01/2029-09-01", "2026-09-01/2029-09-01", "projected", None),
    Case("2025", 9, "CHN", "2029-09-01/2032-09-01", "2029-09-01/2032-09-01", "projected", None),
    Case("2010", 7, "KOR", "2023-09-01/2025-09-04", "2023-09-01/2025-09-01", "inferred", "2025-09-01"),
    Case("2010", 8, "JPN", "2025-09-04/2027-09-01", "2025-09-01/2027-09-01", "projected", None),
    Case("2010", 9, "CHN", "2027-09-01/2029-09-01", "2027-09-01/2029-09-01", "projected", None),
]


def labelled(lines: list[str]) -> list[tuple[str, str]]:
    """Return the lines of a board in full as labels and what stands beside them."""
    pairs = (re.fullmatch(r" *(\S.*?) {2,}(\S.*)", line) for line in lines)
    return [(pair[1], pair[2]) for pair in pairs if pair]


def columns(line: str) -> list[str]:
    return re.split(r" {2,}", line)


def cited(document: Any) -> Iterator[str]:
    """Yield every id under a ``sources`` list, at any depth."""
    if isinstance(document, list):
        for each in document:  # pyright: ignore[reportUnknownVariableType]
            yield from cited(each)
    elif isinstance(document, dict):
        for key, value in document.items():  # pyright: ignore[reportUnknownVariableType]
            yield from value if key == "sources" and isinstance(value, list) else cited(value)


class TestTwoYearsOrThree:
    """The two laws, through the command line."""

    @pytest.mark.parametrize("case", TWO_YEARS_OR_THREE, ids=str)
    def test_a_program_gets_the_terms_of_either_law(self, ask: Ask, case: Case) -> None:
        board = ask("board", case.number, "--agreement", case.law, "--format", "json").document["board"]
        assert "/".join(board["term"].values()) == case.term
        assert "/".join(board["nominal_term"].values()) == case.nominal
        assert (board["start"]["date"], board["end"]["date"]) == tuple(case.term.split("/"))
        assert board["end"]["basis"] == case.end
        assert board["holding_over_from"] == case.over
        assert board["seats"][0]["state"] == case.leader

    @pytest.mark.parametrize("case", TWO_YEARS_OR_THREE, ids=str)
    def test_a_reader_gets_the_terms_of_either_law(self, ask: Ask, case: Case) -> None:
        told = dict(labelled(ask("board", case.number, "--agreement", case.law).lines))
        assert told["Term"] == f"{case.term}, end excluded"
        assert told.get("Nominal term") == (case.nominal if case.nominal != case.term else None)
        assert told["End"] == f"{case.term.split('/')[1]} {case.end}"
        assert told.get("Lawful end") == (case.over and f"{case.over}; holding over from {case.over} to {THE_DAY}")
        assert told["Secretary-General"].startswith(case.leader)

    @pytest.mark.parametrize("case", TWO_YEARS_OR_THREE, ids=str)
    def test_the_list_has_the_same_terms(self, ask: Ask, case: Case) -> None:
        arguments = ("boards", "--until", "2041-01-01", "--agreement", case.law)
        line = columns(ask(*arguments).lines[2 + case.number])
        assert line[:2] == [str(case.number), case.term]
        assert line[2].startswith(case.leader)
        assert line[-1].endswith(f"; holding over from {case.over}" if case.over else case.end)
        board = ask(*arguments, "--format", "json").document["boards"][case.number - 1]
        assert "/".join(board["nominal_term"].values()) == case.nominal

    @pytest.mark.parametrize(("law", "standing"), [("2010", "holding-over"), ("2025", "in-term")])
    def test_both_name_board_7_on_the_day_it_was_seen_at_work(self, ask: Ask, law: str, standing: str) -> None:
        arguments = ("board", "--on", THE_DAY, "--agreement", law)
        told = ask(*arguments)
        assert told.lines[0] == "Board 7, recorded"
        assert (f"On {THE_DAY}", standing.replace("-", " ")) in labelled(told.lines)
        document = ask(*arguments, "--format", "json").document
        assert (document["board"]["number"], document["day"], document["standing"]) == (7, THE_DAY, standing)

    @pytest.mark.parametrize(("law", "number"), [("2010", 8), ("2025", 7)])
    def test_they_differ_on_the_day_after(self, ask: Ask, law: str, number: int) -> None:
        arguments = ("board", "--on", "2025-09-04", "--agreement", law)
        assert ask(*arguments).lines[0].startswith(f"Board {number},")
        assert ask(*arguments, "--format", "json").document["board"]["number"] == number

    def test_the_law_of_2025_is_the_default(self, ask: Ask) -> None:
        assert ask("board", 7) == ask("board", 7, "--agreement", "2025")
        assert ask("boards").lines[0] == "Agreement of 2010 as amended in 2025; record of 2026-11-25"

    def test_a_lawful_end_that_has_passed_is_told_with_its_rule(self, ask: Ask) -> None:
        lines = ask("board", 7, "--agreement", "2010").lines
        at = next(at for at, line in enumerate(lines) if line.startswith("Lawful end"))
        assert "serve for two years. (clause; primary) [1][2]" in lines[at + 1]


class TestBoards:
    """``trilateral boards``."""

    def test_lists_the_recorded_boards_under_a_line_that_names_the_law_and_the_edition(self, ask: Ask) -> None:
        told = ask("boards")
        assert told.code == 0
        assert told.err == ""
        assert told.lines[0] == "Agreement of 2010 as amended in 2025; record of 2026-11-25"
        assert columns(told.lines[2]) == ["No.", "Term, end excluded", "Secretary-General", "Deputy", "Deputy", "Known"]
        assert [columns(line)[0] for line in told.lines[3:]] == list("1234567")

    def test_says_how_each_line_is_known(self, ask: Ask) -> None:
        lines = ask("boards", "--until", "2030-01-01").lines[3:]
        assert [columns(line)[-1] for line in lines] == [
            *["recorded; start recorded, end inferred"] * 5,
            "recorded; start inferred, end inferred",
            "recorded; start recorded, end projected",
            *["projected"] * 2,
        ]

    def test_names_the_state_of_a_seat_whose_holder_is_unknown(self, ask: Ask) -> None:
        lines = ask("boards", "--until", "2030-01-01").lines
        assert columns(lines[9])[2:5] == ["KOR LEE Hee-sup", "JPN ZUSHI Shuji", "CHN YAN Liang"]
        assert columns(lines[10])[2:5] == ["JPN unknown", "CHN unknown", "KOR unknown"]

    def test_ends_no_line_with_a_blank_and_uses_no_colour(self, ask: Ask) -> None:
        told = ask("boards", "--until", "2041-01-01")
        assert [line for line in told.lines if line != line.rstrip()] == []
        assert "\x1b" not in told.out

    def test_says_so_when_no_board_starts_before_a_day(self, ask: Ask) -> None:
        told = ask("boards", "--until", "2011-09-01")
        assert told.lines[1] == "No board is recorded, or none starts before that day; a later --until adds those projected."
        assert ask("boards", "--until", "2011-09-01", "--format", "json").document["boards"] == []

    def test_keeps_columns_under_each_other_when_characters_are_two_cells_wide(
        self, ask: Ask, facts_file: Callable[..., Path]
    ) -> None:
        name = {"text": "見本太郎", "script": "Jpan", "kind": "preferred", "sources": ["s"]}
        seat = {"role": "secretary-general", "state": "JPN", "tenures": [{"holder": "p", "sources": ["s"]}]}
        facts = facts_file(people=[{"id": "p", "names": [name]}], boards=[{"number": 8, "seats": [seat]}])
        lines = ask("boards", "--facts", facts).lines[3:]
        assert "JPN 見本太郎" in lines[7]
        starts = {cell_len(line[: re.search("recorded|projected", line).start()]) for line in lines}  # type: ignore[union-attr] # pyright: ignore[reportOptionalMemberAccess]
        assert len(starts) == 1

    def test_gives_a_program_one_object(self, ask: Ask) -> None:
        document = ask("boards", "--format", "json").document
        assert list(document) == ["agreement", "edition", "boards", "sources"]
        assert document["agreement"] == "Agreement of 2010 as amended in 2025"
        assert document["edition"] == "2026-11-25"
        assert [board["number"] for board in document["boards"]] == [1, 2, 3, 4, 5, 6, 7]
        assert set(cited(document)) == set(document["sources"])


class TestBoard:
    """``trilateral board``."""

    def test_shows_todays_board_if_not_told_which(self, ask: Ask, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(commands, "today", lambda: dt.date(2012, 3, 4))
        told = ask("board")
        assert told.lines[0] == "Board 1, recorded"
        assert ("On 2012-03-04", "in term") in labelled(told.lines)

    def test_takes_today_from_this_machine(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(commands, "date", SimpleNamespace(today=lambda: dt.date(2012, 3, 4)))
        assert commands.today() == dt.date(2012, 3, 4)

    def test_shows_every_seat_with_its_holder_and_the_native_spelling(self, ask: Ask) -> None:
        told = labelled(ask("board", 7).lines)
        assert [text for label, text in told if label in ("Secretary-General", "Deputy")] == [
            "KOR LEE Hee-sup",
            "JPN ZUSHI Shuji",
            "CHN YAN Liang",
        ]
        assert [text for label, text in told if label == "written"] == ["이희섭, 李熙燮", "図師執二", "颜亮"]

    def test_shows_what_is_attested_of_a_start_that_is_inferred(self, ask: Ask) -> None:
        told = labelled(ask("board", 6).lines)
        at = told.index(("Start", "2021-09-01 inferred"))
        assert told[at + 1] == ("attested", "2021-09 [1][2]")

    def test_shows_other_readings_with_their_notes(self, ask: Ask) -> None:
        lines = [line.strip() for line in ask("board", 1).lines]
        at = next(at for at, line in enumerate(lines) if line.startswith("or instead"))
        assert "2011-05 [4]" in lines[at]
        assert lines[at + 1].startswith("Lets the Secretary-General begin in May 2011.")
        assert next(columns(line)[1] for line in lines if line.startswith("appointed")) == "2011-05-21 [11]"

    def test_gives_title_publisher_date_and_address_of_each_source(self, ask: Ask) -> None:
        lines = [line.strip() for line in ask("board", 7).lines]
        at = next(at for at, line in enumerate(lines) if line.startswith("[2]"))
        assert columns(lines[at])[1].startswith("News item of 27 November 2023")
        assert lines[at + 1] == "University of Tokyo, published 2023-11-27, read 2026-11-21 (secondary)"
        assert lines[at + 2] == "https://www.pp.u-tokyo.ac.jp/en/news/2023-11-27-44886/"

    def test_numbers_every_source_that_it_cites(self, ask: Ask) -> None:
        for number in range(1, 10):
            lines = ask("board", number).lines
            listed = [line.split("]")[0] + "]" for line in lines if line.startswith("[")]
            used = {mark for line in lines if line.startswith((" ", "S", "E", "D")) for mark in re.findall(r"\[\d+]", line)}
            assert set(listed) == used
            assert listed == [f"[{at}]" for at in range(1, len(listed) + 1)]

    def test_cites_the_law_for_what_is_projected(self, ask: Ask) -> None:
        told = labelled(ask("board", 8).lines)
        laws = [text for label, text in told if label == "by law"]
        assert any(text.startswith("The Protocol signed in Tokyo on 22 March 2025") for text in laws)
        assert any(text.startswith("The Secretary-General's post rotates from Korea to Japan to China.") for text in laws)

    def test_gives_a_program_what_each_boundary_rests_on(self, ask: Ask) -> None:
        document = ask("board", 6, "--format", "json").document
        start = document["board"]["start"]
        assert (start["date"], start["basis"], start["attested"]) == ("2021-09-01", "inferred", "2021-09")
        assert start["sources"][:2] == ["mofa-rok-2021-11-17", "jejuforum-2022"]
        assert start["readings"][0]["sources"] == ["mofa-rok-2021-11-17", "jejuforum-2022"]
        assert start["grounds"]["citations"][0]["kind"] == "practice"
        assert document["sources"]["jejuforum-2022"]["publisher"]
        assert set(cited(document)) == set(document["sources"])

    def test_gives_a_program_holders_with_native_spellings_and_appointments(self, ask: Ask) -> None:
        told = ask("board", 1, "--format", "json")
        assert "신봉길" in told.out
        seat = told.document["board"]["seats"][0]
        assert (seat["role"], seat["state"], seat["occupancy"]) == ("secretary-general", "KOR", "held")
        tenure = seat["tenures"][0]
        assert (tenure["person"], tenure["holder"]) == ("shin-bong-kil", "SHIN Bong-kil")
        assert [(name["text"], name["script"]) for name in tenure["native"]] == [("신봉길", "Hang"), ("申鳳吉", "Hani")]
        assert tenure["appointed"] == "2011-05-21"
        assert [each["value"] for each in tenure["appointments"]] == ["2011-05-21", "2011-05-22", "2011-05-23"]


class TestFacts:
    """``--facts FILE``: a user's own sourced facts."""

    @pytest.mark.parametrize("name", ["facts.json", "facts.toml"])
    def test_the_example_names_board_8_and_says_that_it_is_invented(self, ask: Ask, name: str) -> None:
        told = ask("board", 8, "--facts", EXAMPLES / name)
        assert told.lines[0] == "Board 8, recorded"
        assert told.lines[1].endswith(f"with the facts of {EXAMPLES / name}")
        assert "JPN MIHON Taro" in told.out
        assert "Invented for this example" in told.out

    def test_the_example_says_the_same_in_json_and_in_toml(self, ask: Ask) -> None:
        answers = [ask("boards", "--facts", EXAMPLES / f"facts.{kind}", "--format", "json") for kind in ("json", "toml")]
        assert answers[0] == answers[1]
        assert answers[0].document["boards"][7]["seats"][2]["holder"] == "HONG Gil-dong"

    def test_the_record_that_ships_is_as_before_without_them(self, ask: Ask) -> None:
        before = ask("board", 8)
        ask("board", 8, "--facts", EXAMPLES / "facts.json")
        assert ask("board", 8) == before

    def test_two_holders_and_a_vacancy_are_listed_in_order_of_time(self, ask: Ask, facts_file: Callable[..., Path]) -> None:
        people = [
            {"id": id_, "names": [{"text": text, "script": "Latn", "kind": "preferred", "sources": ["s"]}]}
            for id_, text in (("a", "FIRST A"), ("b", "SECOND B"))
        ]
        tenures = [
            {"holder": "a", "end": "2027-01-01", "sources": ["s"]},
            {"vacant": True, "start": "2027-01-01", "end": "2027-02-01", "sources": ["s"]},
            {"holder": "b", "start": "2027-02-01", "sources": ["s"]},
        ]
        seat = {"role": "deputy-secretary-general", "state": "CHN", "tenures": tenures}
        facts = facts_file(people=people, boards=[{"number": 8, "seats": [seat]}])
        told = labelled(ask("board", 8, "--facts", facts).lines)
        assert ("Deputy", "CHN FIRST A, then vacant, then SECOND B") in told
        assert any(label == "vacant" and text.startswith("2027-01-01/2027-02-01 [") for label, text in told)
        assert any(label == "last day" and text.startswith("2026-12-31 [") for label, text in told)
        seat = ask("board", 8, "--facts", facts, "--format", "json").document["board"]["seats"][1]
        assert seat["holder"] == "SECOND B"
        assert seat["vacancies"] == [{"start": "2027-01-01", "end": "2027-02-01", "sources": ["s"]}]

    def test_a_vacant_seat_is_not_an_unknown_one(self, ask: Ask, facts_file: Callable[..., Path]) -> None:
        seat = {"role": "deputy-secretary-general", "state": "CHN", "tenures": [{"vacant": True, "sources": ["s"]}]}
        facts = facts_file(boards=[{"number": 8, "seats": [seat]}])
        assert columns(ask("boards", "--facts", facts).lines[-1])[2:5] == ["JPN unknown", "CHN vacant", "KOR unknown"]

    def test_a_program_also_gets_the_source_that_a_source_reprints(self, ask: Ask, tmp_path: Path) -> None:
        facts = tmp_path / "facts.toml"
        source = 'publisher = "P"\nkind = "secondary"\nseen = 2026-09-02\n'
        facts.write_text(
            f'[[sources]]\nid = "a"\ntitle = "A"\n{source}'
            f'[[sources]]\nid = "b"\ntitle = "B"\nreprints = "a"\n{source}'
            f'[[sources]]\nid = "c"\ntitle = "C"\nreprints = "b"\n{source}'
            '[[boards]]\nnumber = 8\nstart = { date = 2026-09-01, sources = ["c"] }\n',
            encoding="utf-8",
        )
        sources = ask("board", 8, "--facts", facts, "--format", "json").document["sources"]
        assert {"a", "b", "c"} <= sources.keys()

    def test_characters_that_command_a_terminal_are_shown_and_not_obeyed(self, ask: Ask, tmp_path: Path) -> None:
        facts = tmp_path / "facts.json"
        facts.write_text(
            '{"sources": [{"id": "s", "title": "red \\u001b[31m, turned \\u202e, broken\\n, half \\ud800, wide\\u3000space",'
            ' "publisher": "P", "kind": "primary", "seen": "2026-09-02"}],'
            ' "boards": [{"number": 8, "start": {"date": "2026-09-01", "sources": ["s"]}}]}',
            encoding="utf-8",
        )
        told = ask("board", 8, "--facts", facts)
        assert "red \\x1b[31m, turned \\u202e, broken\\n, half \\ud800, wide\u3000space" in told.out
        title = ask("board", 8, "--facts", facts, "--format", "json").document["sources"]["s"]["title"]
        assert title == "red \x1b[31m, turned \u202e, broken\n, half \ud800, wide\u3000space"
