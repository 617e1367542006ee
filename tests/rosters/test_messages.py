"""What each rule says: where, what was expected, what it got, and what to write instead, for its bad example."""

import io
from pathlib import PurePosixPath
from typing import Any, Final, cast

import pytest
from tests.rosters.conftest import board, only, roster

from trilateral import check_roster, check_roster_file, check_roster_lines
from trilateral.rosters import RULES, Suggestion

BOARD: Final = ("number", "start", "end", "last_day", "seats")
SEAT: Final = "$.boards[0].seats[0]"

# Code, path, message, what it got, what to write instead, and whether that is safe.
Said = tuple[str, str, str, str | None, str | None, bool]
SAID: Final[list[Said]] = [
    ("TRI101", "$.boards[0].seats", "one of the seats must have the role secretary-general", "only deputies", None, False),
    (
        "TRI102",
        "$.boards[0].seats[1].role",
        "a board must have one Secretary-General, and this is a second",
        "'secretary-general'",
        None,
        False,
    ),
    (
        "TRI103",
        "$.boards[0].seats[1].role",
        "a role must be secretary-general or deputy-secretary-general",
        "'director'",
        None,
        False,
    ),
    ("TRI104", "$.boards[0].seats[2].state", "each state must have one seat, and CHN has a second", "'CHN'", None, False),
    ("TRI105", "$.boards[0].seats", "each state must have a seat; there is none of KOR", "2 seats", None, False),
    (
        "TRI106",
        "$.boards[0].seats[2].state",
        "the states must be CHN, JPN, KOR; the Democratic People's Republic of Korea is no member",
        "'PRK'",
        None,
        False,
    ),
    (
        "TRI107",
        "$.boards[0].seats[1].state",
        "the states must be China, Japan and Korea; this is the secretariat of Japan, the ROK and the United States",
        "'USA'",
        None,
        False,
    ),
    (
        "TRI108",
        "$.boards[0].seats[1].holder",
        "three seats must have three holders, and the holder of the seat of JPN is the same person",
        "'Jun Sato'",
        None,
        False,
    ),
    ("TRI109", "$.boards[0].seats", "the seats are usually listed in the order JPN, CHN, KOR", "JPN, KOR, CHN", None, False),
    ("TRI201", "$.boards[0].seats[0].state", "board 8 must be led by JPN, whose turn it is", "'CHN'", None, False),
    ("TRI202", "$.boards[1].seats[0].state", "board 9 must be led by CHN, after board 8, led by JPN", "'KOR'", None, False),
    (
        "TRI203",
        "$.boards[0].seats[0].appointed",
        "the appointment must come on or before the start, 2026-09-01",
        "'2026-09-02'",
        None,
        False,
    ),
    ("TRI301", "$.boards[0].end", "the end must come after the start, 2026-09-01", "'2025-09-01'", None, False),
    (
        "TRI302",
        "$.boards[1].start",
        "board 9 must start where board 8 ends, on 2029-09-01, and overlaps it",
        "'2028-09-01'",
        "2029-09-01",
        False,
    ),
    (
        "TRI303",
        "$.boards[1].start",
        "board 9 must start where board 8 ends, on 2029-09-01, and leaves a gap",
        "'2030-09-01'",
        "2029-09-01",
        False,
    ),
    (
        "TRI304",
        "$.boards[0].end",
        "board 8 has a term of 36 months, so its end must be 2029-09-01",
        "'2028-09-01'",
        "2029-09-01",
        False,
    ),
    (
        "TRI305",
        "$.boards[0].seats[0].holders[1].name",
        "the holder before must have an end, or this one a start",
        "'ITO Ken'",
        None,
        False,
    ),
    (
        "TRI306",
        "$.boards[0].seats[0].holders[0].start",
        "it must lie in the term of the board, 2026-09-01/2029-09-01",
        "'2026-08-01'",
        None,
        False,
    ),
    (
        "TRI307",
        "$.boards[0].start",
        "a start should fall on the same day of the year as the first, 2011-09-01",
        "'2026-09-02'",
        None,
        False,
    ),
    (
        "TRI308",
        "$.boards[0].start",
        "the first board started on 2011-09-01; a start must not lie before it",
        "'2010-09-01'",
        None,
        False,
    ),
    (
        "TRI309",
        "$.boards[0].end",
        "an end is exclusive, so it must be 2029-09-01, the day after the last day 2029-08-31",
        "'2029-08-31'",
        "2029-09-01",
        True,
    ),
    ("TRI310", "$.boards[0].start", "board 8 should start on 2026-09-01", "'2027-09-01'", "2026-09-01", False),
    (
        "TRI311",
        "$.boards[0].start",
        "by the law alone, board 8 starts on 2025-09-01; this is its start in fact",
        "'2025-09-04'",
        None,
        False,
    ),
    ("TRI401", "$.boards[0].seats[0].holder", "the record has LEE Hee-sup in this seat", "'HONG Gil-dong'", None, False),
    ("TRI402", "$.boards[0].seats[0].holder", "the record has YAN Liang for CHN, not for KOR", "'YAN Liang'", None, False),
    (
        "TRI403",
        "$.boards[0].seats[0].holder",
        "'LEE He-sup' is a misprint of LEE Hee-sup, the preferred spelling",
        "'LEE He-sup'",
        "LEE Hee-sup",
        True,
    ),
    ("TRI404", "$.boards[0].seats[0].holder", "the record has LEE Hee-sup", "'LEE Hee-sop'", "LEE Hee-sup", False),
    (
        "TRI405",
        "$.boards[0].seats[0].holder",
        "the record names nobody for the seat of JPN on board 8",
        "'SATO Jun'",
        None,
        False,
    ),
    (
        "TRI406",
        "$.boards[1].seats[0].holder",
        "nobody has led two boards so far, and this person also leads board 8",
        "'SATO Jun'",
        None,
        False,
    ),
    (
        "TRI407",
        "$.boards[0].start",
        "the record has another day, as board 5 was at work on 2021-08-10",
        "'2020-09-01'",
        None,
        False,
    ),
    ("TRI501", "$.boards[1].number", "each number must stand once", "8", None, False),
    ("TRI502", "$.boards[1].number", "board 9 must stand before board 10", "10", None, False),
    (
        "TRI503",
        "$.boards[0].number",
        "a number must be that of a board whose term a date can hold, from 1 on",
        "0",
        None,
        False,
    ),
    ("TRI504", "$.boards", "a roster should have boards", "[]", None, False),
    ("TRI901", "$", "it is not valid JSON: expecting value", "the end of the text", None, False),
    ("TRI902", "$.boards[0].chair", "a board has no such key", "'chair'", None, False),
    ("TRI903", "$.boards[0].number", "a board needs the key number", None, None, False),
    ("TRI904", "$.boards[0].number", "number must be a whole number", "'8'", None, False),
    (
        "TRI905",
        "$.boards[0].start",
        "start must be written YYYY-MM-DD, or YYYY-MM where only the month is known",
        "'1 September 2026'",
        None,
        False,
    ),
    ("TRI906", "$.boards[0].start", "start must be a day that exists", "'2026-09-31'", None, False),
    ("TRI907", "$.boards[0].last_day", "end and last_day must not both stand here", "'2029-08-31'", None, False),
    (
        "TRI908",
        "$.boards[0].seats[0].holder",
        "a name should not hold U+200B, which cannot be seen",
        "'LEE\\u200b Hee-sup'",
        "LEE Hee-sup",
        False,
    ),
    ("TRI909", "$.boards", "a key must stand once in a table", "'boards'", None, False),
    ("TRI910", "$", "its lists and tables must be nested at most 200 deep", None, None, False),
    ("TRI911", "$.boards[0].seats[0].state", "a state should be written by its code, JPN", "'JP'", "JPN", True),
    (
        "TRI912",
        "$.boards[0].seats[0].holder",
        "a name must have 1 to 200 characters, not all of them blank",
        "' '",
        None,
        False,
    ),
]


@pytest.mark.parametrize("said", SAID, ids=lambda said: said[0])
def test_of_its_bad_example(said: Said) -> None:
    code, path, message, got, instead, safe = said
    options: Any = {"agreement": RULES[code].agreement, "scope": RULES[code].scope}
    report = check_roster_file(io.BytesIO(RULES[code].bad.encode("utf-8")), **options)
    finding = next(each for each in report.findings if each.code == code)
    assert (finding.path, finding.message, finding.got) == (path, message, got)
    assert finding.suggestion == (None if instead is None else Suggestion(value=instead, safe=safe))
    assert finding.severity is RULES[code].severity
    assert finding.citation == RULES[code].citation


def test_nothing_is_left_unsaid() -> None:
    assert [code for code, *_ in SAID] == list(RULES)


PARSED: Final = "pass the parsed document; check_roster_file reads a file by its path"
TYPED: Final = RULES["TRI904"].hint
ROLE: Final = "a role must be secretary-general or deputy-secretary-general"

# What is checked, and the code, path, message, hint and what it got of the first finding of that code.
OTHERWISE: Final[list[tuple[object, str, str, str, str, str | None]]] = [
    ("a.json", "TRI904", "$", "a roster must be a table with the key boards", PARSED, "'a.json'"),
    (PurePosixPath("a"), "TRI904", "$", "a roster must be a table with the key boards", PARSED, "PurePosixPath('a')"),
    ([1], "TRI904", "$", "a roster must be a table with the keys $schema, boards", TYPED, "[1]"),
    (roster(cast(Any, 3)), "TRI904", "$.boards[0]", f"a board must be a table with the keys {', '.join(BOARD)}", TYPED, "3"),
    ({"boards": 3}, "TRI904", "$.boards", "boards must be a list of boards", TYPED, "3"),
    (roster({"number": 8, "seats": "x"}), "TRI904", "$.boards[0].seats", "seats must be a list of seats", TYPED, "'x'"),
    (
        roster({"seats": board(8)["seats"]}),
        "TRI903",
        "$.boards[0].number",
        "a board needs the key number",
        "add number: Which board it is, counted from 1.",
        None,
    ),
    (roster(board(8, JPN={"state": 3})), "TRI904", f"{SEAT}.state", "state must be a text", TYPED, "3"),
    (roster(board(8, JPN={"holder": 3})), "TRI904", f"{SEAT}.holder", "holder must be a text", TYPED, "3"),
    (roster(board(8, JPN={"vacant": "yes"})), "TRI904", f"{SEAT}.vacant", "vacant must be true or false", TYPED, "'yes'"),
    (
        roster(board(8, start=3)),
        "TRI904",
        "$.boards[0].start",
        "start must be a text, written YYYY-MM-DD, or YYYY-MM where only the month is known",
        TYPED,
        "3",
    ),
    (roster(board(8, end=3)), "TRI904", "$.boards[0].end", "end must be a text, written YYYY-MM-DD", TYPED, "3"),
    (
        roster(board(8, end="2029-09")),
        "TRI905",
        "$.boards[0].end",
        "end must be written YYYY-MM-DD",
        RULES["TRI905"].hint,
        "'2029-09'",
    ),
    (
        roster({**board(8), cast(Any, 3): 1}),
        "TRI902",
        '$.boards[0]["3"]',
        "a board has no such key",
        f"a board has the keys {', '.join(BOARD)}",
        "3",
    ),
    (
        roster({**board(8), "strat": 1}),
        "TRI902",
        "$.boards[0].strat",
        "a board has no such key",
        "did you mean start?",
        "'strat'",
    ),
    (roster(board(8, JPN={"role": 3})), "TRI103", f"{SEAT}.role", ROLE, RULES["TRI103"].hint, "3"),
    (roster(board(8, JPN={"role": ["x"]})), "TRI103", f"{SEAT}.role", ROLE, RULES["TRI103"].hint, "['x']"),
    (
        roster(board(8, JPN={"state": "XX"})),
        "TRI106",
        f"{SEAT}.state",
        "the states must be CHN, JPN, KOR; this is none of them",
        RULES["TRI106"].hint,
        "'XX'",
    ),
    (
        roster({**board(8), "seats": board(8)["seats"][1:2]}),
        "TRI105",
        "$.boards[0].seats",
        "each state must have a seat; there is none of JPN, KOR",
        RULES["TRI105"].hint,
        "1 seat",
    ),
]


@pytest.mark.parametrize(("data", "code", "told"), [(data, code, told) for data, code, *told in OTHERWISE])
def test_of_other_values(data: object, code: str, told: list[str | None]) -> None:
    finding = next(each for each in check_roster(data, scope="law").findings if each.code == code)
    assert [finding.path, finding.message, finding.hint, finding.got] == told


@pytest.mark.parametrize("written", ["S.G.", "sg", "Secretary General", "SECRETARY-GENERAL ", " Secretary-General"])
def test_of_a_role_in_other_words(written: str) -> None:
    finding = only(check_roster(roster(board(8, JPN={"role": written}))))
    assert (finding.code, finding.message) == ("TRI103", ROLE)
    assert finding.suggestion == Suggestion(value="secretary-general", safe=True)


@pytest.mark.parametrize("written", ["D.S.G.", "dsg", "deputy", "deputy secretary general", "Deputy-Secretary-General"])
def test_of_a_deputy_in_other_words(written: str) -> None:
    finding = only(check_roster(roster(board(8, KOR={"role": written}))))
    assert finding.suggestion == Suggestion(value="deputy-secretary-general", safe=True)


def test_of_more_than_anybody_reads() -> None:
    first, *others = check_roster({"boards": [None] * 100_003}).findings
    assert (first.code, first.path, first.got) == ("TRI910", "$", "3 more")
    assert first.message == "of one document at most 100000 remarks are told"
    assert first.hint == "correct what is told, and check again"
    assert len(others) == 100_000


def test_of_no_line_at_all() -> None:
    (report,) = check_roster_lines(io.BytesIO(b"\n \n"))
    assert (only(report).message, only(report).got) == ("it must not be empty", "no line that is not blank")


def test_of_findings_in_the_order_of_the_document() -> None:
    boards = [board(8, JPN={"holder": 3}), *[board(9 + at) for at in range(9)], {**board(18), "x": 1, "number": "a"}]
    assert [finding.path for finding in check_roster(roster(*boards), scope="law").findings] == [
        f"{SEAT}.holder",
        "$.boards[10].number",
        "$.boards[10].x",
    ]
