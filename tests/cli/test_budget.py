"""A budget split among the states, as a reader and as a program get it."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

import pytest
from tests.cli.conftest import Ask
from tests.cli.test_bad_input import refused
from tests.cli.test_boards import cited, labelled

USD: Final = ("--currency", "USD", "--fiscal-year", "2026")
CHINA_LEADS: Final = {"role": "secretary-general", "state": "CHN", "tenures": [{"holder": "p", "sources": ["s"]}]}


@pytest.fixture
def china_leads(facts_file: Callable[..., Path]) -> Path:
    """A facts file by which China has the Secretary-General of board 8, from 1 September 2026."""
    name = {"text": "WANG Fang", "script": "Latn", "kind": "preferred", "sources": ["s"]}
    start = {"date": "2026-09-01", "sources": ["s"]}
    return facts_file(people=[{"id": "p", "names": [name]}], boards=[{"number": 8, "start": start, "seats": [CHINA_LEADS]}])


def owed(document: Any) -> dict[str, str]:
    """The amounts of an assessment, by state."""
    return {part["state"]: part["amount"] for part in document["assessment"]["parts"]}


class TestForAReader:
    """``trilateral assess``."""

    def test_shows_the_year_the_amounts_and_the_boards_in_office(self, ask: Ask) -> None:
        told = ask("assess", "5000000", *USD)
        assert (told.code, told.err) == (0, "")
        assert told.lines[:10] == [
            "Budget of fiscal year 2026, 2026-09-01/2027-09-01, end excluded; inferred",
            "Agreement of 2010 as amended in 2025; record of 2026-11-25",
            "",
            "Total      5000000.00 USD",
            "KOR        1666666.67 USD, 1/3, with 1 odd unit of 0.01",
            "JPN        1666666.67 USD, 1/3, with 1 odd unit of 0.01",
            "CHN        1666666.66 USD, 1/3",
            "Remainder  rotating",
            "",
            "In office  board 8, 2026-09-01/2029-09-01, JPN unknown",
        ]

    def test_says_that_the_year_of_2017_is_recorded(self, ask: Ask) -> None:
        told = ask("assess", "99", "--currency", "CNY", "--fiscal-year", "2017")
        assert told.lines[0] == "Budget of fiscal year 2017, 2017-09-01/2018-09-01, end excluded; recorded"

    def test_puts_amounts_of_any_length_under_each_other(self, ask: Ask) -> None:
        told = ask("assess", "100", "--currency", "JPY", "--fiscal-year", "2026", "--remainder", "host")
        assert told.lines[3:7] == [
            "Total      100 JPY",
            "KOR         34 JPY, 1/3, with 1 odd unit of 1",
            "JPN         33 JPY, 1/3",
            "CHN         33 JPY, 1/3",
        ]

    def test_puts_the_longest_amounts_under_each_other(self, ask: Ask) -> None:
        told = ask("assess", "1" + "0" * 35 + ".00", *USD, "--remainder", "host")
        assert told.lines[3:7] == [
            f"Total      1{'0' * 35}.00 USD",
            f"KOR         {'3' * 35}.34 USD, 1/3, with 1 odd unit of 0.01",
            f"JPN         {'3' * 35}.33 USD, 1/3",
            f"CHN         {'3' * 35}.33 USD, 1/3",
        ]

    def test_counts_odd_units(self, ask: Ask) -> None:
        told = ask("assess", "0.05", *USD, "--remainder", "host")
        assert dict(labelled(told.lines))["KOR"] == "0.03 USD, 1/3, with 2 odd units of 0.01"

    def test_names_every_board_in_office(self, ask: Ask) -> None:
        told = ask("assess", "99", "--currency", "USD", "--fiscal-year", "2025", "--agreement", "2010")
        assert [text for label, text in labelled(told.lines) if label == "In office"] == [
            "board 7, 2023-09-01/2025-09-04, KOR LEE Hee-sup",
            "board 8, 2025-09-04/2027-09-01, JPN unknown",
        ]

    @pytest.mark.parametrize(
        ("remainder", "borne"),
        [
            ("rotating", "borne one each from KOR on, which moves on by a state a year since 2011"),
            ("secretary-general", "borne one each from JPN on, which has the Secretary-General on 2026-09-01"),
            ("host", "all borne by KOR, the host"),
            ("refuse", "refused"),
        ],
    )
    def test_says_who_bears_odd_units_and_that_it_was_chosen(self, ask: Ask, remainder: str, borne: str) -> None:
        told = labelled(ask("assess", "99", *USD, "--remainder", remainder).lines)
        (taken,) = (text for label, text in told if label == "taken")
        assert taken.startswith("No text that was read says who bears odd units; ")
        assert f"of fiscal year 2026 are {borne}" in taken
        assert taken.endswith(". (hypothesis; assumed)")
        assert ("Remainder", remainder) in told

    def test_numbers_every_source_that_it_cites(self, ask: Ask) -> None:
        for remainder in ("rotating", "secretary-general", "host"):
            lines = ask("assess", "99", *USD, "--remainder", remainder).lines
            listed = [line.split("]")[0] + "]" for line in lines if line.startswith("[")]
            used = {mark for line in lines if line.startswith("  ") for mark in re.findall(r"\[\d+]", line)}
            assert set(listed) == used
            assert listed == [f"[{at}]" for at in range(1, len(listed) + 1)]

    def test_names_the_list_of_currencies(self, ask: Ask) -> None:
        lines = ask("assess", "99", *USD).lines
        assert ("because", "the minor unit of USD is 0.01 [2]") in labelled(lines)
        at = next(at for at, line in enumerate(lines) if line.startswith("[2]"))
        assert lines[at].endswith("ISO 4217, list one: current currencies and funds, with their minor units")

    def test_ends_no_line_with_a_blank_and_uses_no_colour(self, ask: Ask) -> None:
        told = ask("assess", "5000000", *USD)
        assert [line for line in told.lines if line != line.rstrip()] == []
        assert "\x1b" not in told.out

    def test_follows_the_facts_of_a_user(self, ask: Ask, china_leads: Path) -> None:
        how = ("assess", "100.00", *USD, "--remainder", "secretary-general")
        assert dict(labelled(ask(*how).lines))["JPN"] == "33.34 USD, 1/3, with 1 odd unit of 0.01"
        told = ask(*how, "--facts", china_leads)
        assert told.lines[1].endswith(f"record of 2026-11-25, with the facts of {china_leads}")
        assert dict(labelled(told.lines))["CHN"] == "33.34 USD, 1/3, with 1 odd unit of 0.01"
        assert ("In office", "board 8, 2026-09-01/2029-09-01, CHN WANG Fang") in labelled(told.lines)
        assert "A report" in told.out

    def test_follows_the_law_that_is_asked_for(self, ask: Ask) -> None:
        how = ("assess", "100", "--currency", "JPY", "--fiscal-year", "2028", "--remainder", "secretary-general")
        assert dict(labelled(ask(*how).lines))["JPN"] == "34 JPY, 1/3, with 1 odd unit of 1"
        told = ask(*how, "--agreement", "2010")
        assert told.lines[1] == "Agreement of 2010; record of 2026-11-25"
        assert dict(labelled(told.lines))["CHN"] == "34 JPY, 1/3, with 1 odd unit of 1"

    def test_splits_another_currency_by_its_minor_unit(self, ask: Ask) -> None:
        told = ask("assess", "1", "--currency", "XBT", "--quantum", "0.00000001", "--fiscal-year", "2011")
        assert told.lines[3:5] == ["Total      1.00000000 XBT", "KOR        0.33333334 XBT, 1/3, with 1 odd unit of 0.00000001"]
        assert ("taken", "The minor unit of XBT is taken to be 0.00000001. (hypothesis; assumed)") in labelled(told.lines)

    def test_commands_no_terminal_by_the_name_of_a_currency(self, ask: Ask) -> None:
        told = ask("assess", "3", "--currency", "X\x1b[31m", "--quantum", "1", "--fiscal-year", "2026")
        assert "\x1b" not in told.out + told.err
        assert "X\\x1b[31m" in told.out + told.err

    def test_takes_the_minor_unit_that_the_list_gives(self, ask: Ask) -> None:
        assert ask("assess", "100", *USD, "--quantum", "0.01") == ask("assess", "100", *USD)

    def test_needs_no_board_that_a_date_can_hold(self, ask: Ask) -> None:
        told = ask("assess", "100", "--currency", "JPY", "--fiscal-year", "9997")
        assert told.code == 0
        assert dict(labelled(told.lines))["KOR"] == "34 JPY, 1/3, with 1 odd unit of 1"  # 3 * 2662 years after 2011
        assert "In office" not in dict(labelled(told.lines))
        at = next(at for at, line in enumerate(told.lines) if line.startswith("Remainder"))
        assert told.lines[at + 1] == ""
        assert told.lines[at + 2].startswith("  because")

    def test_explains_its_options(self, ask: Ask) -> None:
        told = ask("assess", "--help")
        assert told.code == 0
        for option in ("--currency", "--fiscal-year", "--remainder", "--quantum", "--format", "--agreement", "--facts"):
            assert option in told.out


class TestForAProgram:
    """``trilateral assess --format json``."""

    def test_is_one_object(self, ask: Ask) -> None:
        document = ask("assess", "5000000", *USD, "--format", "json").document
        assert list(document) == ["agreement", "edition", "assessment", "in_office", "sources"]
        assessment = document["assessment"]
        grounds = assessment.pop("grounds")
        assert assessment == {
            "fiscal_year": 2026,
            "term": {"start": "2026-09-01", "end": "2027-09-01"},
            "basis": "inferred",
            "currency": "USD",
            "quantum": "0.01",
            "total": "5000000.00",
            "remainder": "rotating",
            "bearers": ["KOR", "JPN", "CHN"],
            "parts": [
                {"state": "KOR", "share": "1/3", "amount": "1666666.67", "odd_units": 1},
                {"state": "JPN", "share": "1/3", "amount": "1666666.67", "odd_units": 1},
                {"state": "CHN", "share": "1/3", "amount": "1666666.66", "odd_units": 0},
            ],
        }
        assert "the minor unit of USD is 0.01" in {fact["statement"] for fact in grounds["facts"]}
        assert {citation["kind"] for citation in grounds["citations"]} == {"practice", "inference", "hypothesis"}

    def test_has_every_source_that_it_cites(self, ask: Ask) -> None:
        for remainder in ("rotating", "secretary-general", "host"):
            document = ask("assess", "99", *USD, "--remainder", remainder, "--format", "json").document
            assert set(cited(document)) == set(document["sources"])
            assert {"tcs-annual-report-2017", "iso-4217-2026-01-01"} <= set(document["sources"])

    @pytest.mark.parametrize(
        ("law", "year", "numbers"), [("2010", 2025, [7, 8]), ("2025", 2025, [7]), ("2025", 9996, [2664]), ("2025", 9997, None)]
    )
    def test_numbers_the_boards_in_office(self, ask: Ask, law: str, year: int, numbers: list[int] | None) -> None:
        """Null, not none, where no date can hold them."""
        how = ("assess", "99", "--currency", "USD", "--fiscal-year", year, "--agreement", law, "--format", "json")
        assert ask(*how).document["in_office"] == numbers

    @pytest.mark.parametrize(
        ("remainder", "amounts"),
        [
            ("rotating", {"KOR": "34", "JPN": "34", "CHN": "33"}),
            ("secretary-general", {"KOR": "33", "JPN": "34", "CHN": "34"}),
            ("host", {"KOR": "35", "JPN": "33", "CHN": "33"}),
        ],
    )
    def test_has_every_remainder(self, ask: Ask, remainder: str, amounts: dict[str, str]) -> None:
        how = ("assess", "101", "--currency", "KRW", "--fiscal-year", "2026", "--remainder", remainder, "--format", "json")
        document = ask(*how).document
        assert owed(document) == amounts
        assert document["assessment"]["remainder"] == remainder

    def test_follows_the_facts_of_a_user(self, ask: Ask, china_leads: Path) -> None:
        how = ("assess", "100", *USD, "--remainder", "secretary-general", "--facts", china_leads, "--format", "json")
        document = ask(*how).document
        assert owed(document) == {"KOR": "33.33", "JPN": "33.33", "CHN": "33.34"}
        assert document["sources"]["s"]["title"] == "A report"

    def test_writes_small_and_large_amounts_in_plain_digits(self, ask: Ask) -> None:
        how = ("--currency", "XBT", "--fiscal-year", "2011", "--format", "json", "--quantum")
        small = ask("assess", "0.0000000003", *how, "0.0000000001").document
        assert set(owed(small).values()) == {"0.0000000001"}
        assert small["assessment"]["quantum"] == "0.0000000001"
        large = ask("assess", "3" + "0" * 30, *how, "1" + "0" * 30).document
        assert set(owed(large).values()) == {"1" + "0" * 30}
        assert large["assessment"]["total"] == "3" + "0" * 30


class TestBadInput:
    """One clear line on standard error, and exit code 2."""

    @pytest.mark.parametrize(
        ("arguments", "said"),
        [
            ((), "Missing argument 'TOTAL'"),
            (("5",), "Missing option '--currency'"),
            (("5", "--currency", "USD"), "Missing option '--fiscal-year'"),
            (("5", "6", *USD), "(6); try 'trilateral assess --help'"),
            (("-5", *USD), "no number here begins with a minus, got '-5'; try 'trilateral assess --help'"),
            (
                (*USD, "--", "-5"),
                "the total in USD must be written in plain digits, such as '5000000' or '5000000.00', got '-5'",
            ),
            (("NaN", *USD), "the total in USD must be written in plain digits, such as '5000000' or '5000000.00', got 'NaN'"),
            (("Infinity", *USD), "written in plain digits, such as '5000000' or '5000000.00', got 'Infinity'"),
            (("1e6", *USD), "written in plain digits, such as '5000000' or '5000000.00', got '1e6'"),
            (("5,000,000", *USD), "written in plain digits, such as '5000000' or '5000000.00', got '5,000,000'"),
            (("5 000", *USD), "written in plain digits, such as '5000000' or '5000000.00', got '5 000'"),
            (("٥", *USD), "written in plain digits, such as '5000000' or '5000000.00', got '٥'"),
            (("", *USD), "written in plain digits, such as '5000000' or '5000000.00', got ''"),
            (("5\n", *USD), "written in plain digits, such as '5000000' or '5000000.00', got '5\\n'"),
            (("5.001", *USD), "the total in USD must be a whole number of minor units of 0.01, got '5.001'"),
            (("1" + "0" * 40, *USD), "the total in USD must be less than 10**38 minor units of 0.01, got '1000"),
            (("9" * 10_000, *USD), "the total in USD must be written in at most 300 characters, got '9999"),
            (
                ("5", "--currency", "XYZ", "--fiscal-year", "2026"),
                "currency must be a code of ISO 4217, such as 'USD', or that of",
            ),
            (
                ("5", "--currency", "", "--fiscal-year", "2026"),
                "currency must be a code of ISO 4217, such as 'USD', or that of",
            ),
            (("5", "--currency", "usd", "--fiscal-year", "2026"), "currency must be written 'USD', got 'usd'"),
            (
                ("5", "--currency", "XAU", "--fiscal-year", "2026"),
                "quantum must be given, as ISO 4217 knows no minor unit of XAU",
            ),
            (
                ("5", *USD, "--quantum", "0.05"),
                "quantum must be left out or 0.01, the minor unit of USD by ISO 4217, got '0.05'",
            ),
            (("5", "--currency", "X\x1b[31m", "--fiscal-year", "2026"), "got 'X\\x1b[31m'"),
            (("5", *USD, "--quantum", "a cent"), "quantum must be written in plain digits"),
            (("5", "--currency", "XBT", "--quantum", "0", "--fiscal-year", "2026"), "quantum must be more than 0, got '0'"),
            (("5", "--currency", "XBT", "--quantum", "-1", "--fiscal-year", "2026"), "quantum must be written in plain digits"),
            (
                ("5", "--currency", "USD", "--fiscal-year", "2010"),
                "to 9998, the last whose end a date can hold, got 2010",
            ),
            (
                ("5", "--currency", "USD", "--fiscal-year", "9999"),
                "a fiscal year must be from 2011, the first, to 9998, the last whose",
            ),
            (("5", "--currency", "USD", "--fiscal-year", "9" * 100), "got <an integer of 333 bits>"),
            (
                ("5", "--currency", "USD", "--fiscal-year", "2026-09"),
                "expected the year in which the fiscal year starts, such as 2026, got '2026-09'",
            ),
            (("5", "--currency", "USD", "--fiscal-year", "-2026"), "such as 2026, got '-2026'"),
            (("5", "--currency", "USD", "--fiscal-year", "9" * 101), "such as 2026, got '999"),
            (
                ("5", "--currency", "USD", "--fiscal-year", "9997", "--remainder", "secretary-general"),
                "a date cannot hold the term of the board on that day",
            ),
            (("5", *USD, "--remainder", "nobody"), "'nobody' is not one of 'rotating', 'secretary-general', 'host', 'refuse'"),
            (("5", *USD, "--remainder", "HOST"), "'HOST' is not one of 'rotating', 'secretary-general', 'host', 'refuse'"),
            (
                ("5", *USD, "--remainder", "refuse"),
                "by the shares, such as 4.98 or 5.01, or have another remainder, such as rotating, got '5'",
            ),
            (("5", *USD, "--format", "xml"), "'xml' is not one of 'text', 'json'"),
            (("5", *USD, "--agreement", "2024"), "'2024' is not one of '2010', '2025'"),
            (("5", *USD, "--facts", "absent.json"), "cannot read the facts file 'absent.json': No such file or directory"),
        ],
        ids=lambda value: value[:40] if isinstance(value, str) else None,
    )
    def test_is_told_what_is_wrong(self, ask: Ask, arguments: tuple[str, ...], said: str) -> None:
        assert said in refused(ask("assess", *arguments))
