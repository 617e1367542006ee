"""Small print of the roster check: what messages quote, where lines are counted from, and which of two answers counts."""

import datetime as dt
import io
import re
from typing import Any, cast

import pytest
from tests.rosters.conftest import board, codes, only, roster

import trilateral as tri
from trilateral import check_roster, check_roster_file, validate_roster
from trilateral.rosters import (
    RULES,
    Finding,
    InvalidRosterError,
    Limits,
    Rule,
    Severity,
    Suggestion,
    check_roster_lines,
    document,
)


def read(content: bytes, form: str = "json") -> Finding:
    return only(check_roster_file(io.BytesIO(content), format=form))


@pytest.mark.parametrize(
    ("start", "lawful"),
    [("2026-09-15", "2029-09-01"), ("2026-08-20", "2029-09-01"), ("2026-07-20", "2028-09-01"), ("2027-09-01", "2030-09-01")],
)
def test_an_end_is_suggested_by_the_first_of_september_that_the_start_belongs_to(start: str, lawful: str) -> None:
    report = check_roster(roster(board(start=start, end="2031-01-01"))).filtered(select=["TRI304"])
    suggestion = only(report).suggestion
    assert suggestion is not None
    assert suggestion.value == lawful


@pytest.mark.parametrize(
    ("number", "dates", "agreement", "other"),
    [
        (8, {"start": "2026-09-01", "end": "2028-09-01"}, tri.AGREEMENT_2025, "AGREEMENT_2010"),
        (8, {"end": "2027-09-01"}, tri.AGREEMENT_2025, "AGREEMENT_2010"),
        (8, {"start": "2025-09-01", "end": "2028-09-01"}, tri.AGREEMENT_2010, "AGREEMENT_2025"),
        (8, {"end": "2029-09-01"}, tri.AGREEMENT_2010, "AGREEMENT_2025"),
        (8, {"start": "2026-09-01", "end": "2031-09-01"}, tri.AGREEMENT_2025, None),
        (8, {"end": "2031-09-01"}, tri.AGREEMENT_2010, None),
        (2, {"start": "2013-09-01", "end": "2014-09-01"}, tri.AGREEMENT_2025, None),
    ],
)
def test_the_way_out_names_the_other_law_only_where_it_helps(
    number: int, dates: Any, agreement: Any, other: str | None
) -> None:
    finding = only(check_roster(roster(board(number, **dates)), agreement=agreement, scope="law"))
    assert finding.code == "TRI304"
    assert re.findall("AGREEMENT_[0-9]+", finding.hint) == ([] if other is None else [other])


def test_rosters_are_told_in_short() -> None:
    value = validate_roster(roster(board(8), board(9)))
    assert repr(value) == "<Roster of boards 8, 9>"
    assert repr(value.boards[0]) == "<RosterBoard 8 .../...>"


def test_the_longest_beginning_of_a_code_decides_its_severity() -> None:
    report = check_roster(roster(board(end="2029-08-31")))
    chosen = {"TRI3": Severity.NOTE, "TRI309": Severity.WARNING, "TRI30": Severity.ERROR}
    assert only(report.filtered(severities=chosen)).severity is Severity.WARNING
    assert only(report.filtered(severities=dict(reversed(chosen.items())))).severity is Severity.WARNING
    ranked = {"TRI309": Severity.WARNING, "TRI": Severity.NOTE}
    assert only(report.filtered(severities=ranked)).severity is Severity.WARNING


def test_refusals_quote_what_was_passed() -> None:
    severities: Any = {"TRI3": "grave"}
    with pytest.raises(tri.WrongTypeError, match=r"a severity must be a Severity, such as Severity.NOTE, got 'grave'"):
        check_roster(roster()).filtered(severities=severities)
    limit: Any = "many"
    with pytest.raises(tri.WrongTypeError, match=r"bytes must be an int, such as 1_000_000, got 'many'"):
        Limits(bytes=limit)


@pytest.mark.parametrize("rule", RULES.values(), ids=lambda rule: rule.code)
def test_a_record_equal_to_the_one_that_ships_says_the_same(rule: Rule) -> None:
    for example in (rule.good, rule.bad):
        findings = [
            check_roster_file(
                io.BytesIO(example.encode("utf-8")), agreement=rule.agreement, record=record, scope="record"
            ).findings
            for record in (tri.record(), tri.record().with_facts({}))
        ]
        assert findings[0] == findings[1]


def test_what_a_new_record_says_is_not_taken_from_another() -> None:
    record = tri.record().with_facts({})
    assert check_roster(tri.boards(), record=record).findings == ()
    late = check_roster(roster(board(7, end="2025-09-01")), agreement=tri.AGREEMENT_2010, record=record)
    assert "board 7 was at work on 2025-09-03" in only(late).message
    swapped = check_roster(roster(board(7, KOR={"holder": "YAN Liang"})), record=record)
    assert only(swapped).message == "the record has YAN Liang for CHN, not for KOR"
    early = check_roster(roster(board(7, start="2023-08-01")), record=record)
    assert "board 6 was at work on 2023-08-28" in only(early).message


def test_a_roster_is_validated_by_the_law_the_record_and_the_scope_that_are_passed() -> None:
    seventh = roster(board(7, end="2025-09-01"))
    assert validate_roster(seventh, agreement=tri.AGREEMENT_2010).boards[0].end == dt.date(2025, 9, 1)
    with pytest.raises(InvalidRosterError, match="TRI304"):
        validate_roster(seventh)
    twice = roster(board(JPN={"holder": "TBD"}, CHN={"holder": "TBD"}))
    assert validate_roster(twice, scope="law").boards[0].seats[0].holder == "TBD"
    with pytest.raises(InvalidRosterError, match="TRI108"):
        validate_roster(twice)
    source = {"id": "s", "title": "A report", "publisher": "A paper", "kind": "primary", "seen": "2030-01-01"}
    person = {"id": "p", "names": [{"text": "YAN Ling", "script": "Latn", "kind": "preferred", "sources": ["s"]}]}
    seats = [{"role": "secretary-general", "state": "KOR", "tenures": [{"holder": "p", "sources": ["s"]}]}]
    mine = tri.record().with_facts({"sources": [source], "people": [person], "boards": [{"number": 7, "seats": seats}]})
    assert validate_roster(roster(board(7, KOR={"holder": "YAN Ling"})), record=mine).boards[0].number == 7
    with pytest.raises(InvalidRosterError, match="facts added"):
        validate_roster(seventh, record=mine)


@pytest.mark.parametrize("boards", [None, 7, tri.board(7)])
def test_a_document_is_made_of_several_boards(boards: Any) -> None:
    with pytest.raises(tri.WrongTypeError, match=r"boards must be a Roster, or several boards, such as \[board\(7\)\], got "):
        document(boards)


def test_a_validated_roster_tells_what_it_was_told() -> None:
    held = {"JPN": {"holder": "A"}, "CHN": {"vacant": True}, "KOR": {"state": "Korea"}}
    value = validate_roster(roster(board(start="2026-09-01", **held))).boards[0]
    assert value.start == tri.PartialDate(2026, 9, 1)
    assert [seat.occupancy for seat in value.seats] == [tri.Occupancy.HELD, tri.Occupancy.VACANT, tri.Occupancy.UNKNOWN]
    assert value.seats[2].state is tri.MemberState.KOREA
    assert document(validate_roster(roster(board(JPN={"holder": "A"}))))["boards"][0]["seats"][0]["holder"] == "A"


def test_a_month_is_quoted_as_a_month() -> None:
    finding = only(check_roster(roster(board(start="2026-10"))))
    assert finding.got == "'2026-10'"
    assert only(check_roster(roster(board(7, KOR={"state": "Korea"})))).message == (
        "a state should be written by its code, KOR; Korea alone is taken for the Republic of Korea"
    )


@pytest.mark.parametrize(("value", "ok"), [(True, True), (False, True), ("yes", False), (1, False)])
def test_vacant_is_true_or_false(value: Any, ok: bool) -> None:  # noqa: FBT001 - the value is the test
    report = check_roster(roster(board(JPN={"vacant": value})))
    assert report.ok is ok
    if not ok:
        finding = only(report)
        assert (finding.code, finding.path) == ("TRI904", "$.boards[0].seats[0].vacant")
        assert (finding.message, finding.got) == ("vacant must be true or false", repr(value))


def test_the_error_carries_its_report() -> None:
    with pytest.raises(InvalidRosterError, match="roster: 1 error") as refused:
        validate_roster(roster(board(0)))
    assert refused.value.args == (refused.value.report,)


@pytest.mark.parametrize(
    ("content", "line", "got"),
    [
        (b'{"a":\n"\xff"}', 2, "the byte 0xff at offset 7"),
        (b"\n\xff", 2, "the byte 0xff at offset 1"),
        (b'{"a":\n"\0", \n"\0"}', 2, "the byte 0x00 at offset 7"),
        (b"[1, \0]", 1, "the byte 0x00 at offset 4"),
        (b"\xff\xfea\0", None, "text in UTF-16 or UTF-32, or binary data"),
        (b"\xfe\xff\xd8", None, "text in UTF-16 or UTF-32, or binary data"),
        (b"abc\0", None, "text in UTF-16 or UTF-32, or binary data"),
    ],
)
def test_what_is_no_utf_8_is_told_by_byte_and_line(content: bytes, line: int | None, got: str) -> None:
    finding = read(content)
    assert (finding.message, finding.line, finding.got) == ("it must be text in UTF-8; save it so", line, got)


def test_the_place_of_invalid_yaml_is_told_in_one_line() -> None:
    finding = read(b"a: 1\nb: [1\nc: }", "yaml")
    assert finding.line == 3
    assert re.fullmatch(r"it is not valid YAML: .*expected ',' or ']'.*", finding.message)


@pytest.mark.parametrize(("dots", "code"), [(200, "TRI901"), (201, "TRI910")])
def test_a_line_of_toml_has_at_most_two_hundred_dots(dots: int, code: str) -> None:
    assert read(b"a" + b"." * dots + b" = 1", "toml").code == code


def test_the_error_of_toml_is_told_without_its_place() -> None:
    finding = read(b"a = 1\nb = ?", "toml")
    assert (finding.message, finding.line) == ("it is not valid TOML: invalid value", 2)


def test_a_number_of_thousands_of_digits_in_toml_is_refused() -> None:
    finding = read(b"a = " + b"9" * 5_000, "toml")
    assert (finding.code, finding.message) == ("TRI910", "a number must not have thousands of digits")


def test_invalid_json_quotes_twenty_characters() -> None:
    assert read(b'{"a": ' + b"x" * 40).got == repr("x" * 20)


def test_a_key_that_stands_again_deep_inside_is_told_without_a_place() -> None:
    deep = b'{"a":' * 9 + b'{"b": 1, "b": 2}' + b"}" * 9
    finding = next(each for each in check_roster_file(io.BytesIO(deep), format="json").findings if each.code == "TRI909")
    assert (finding.path, finding.message) == ("$", "a key must stand once in a table")


def test_a_tenure_of_a_board_without_a_number_may_end_in_august() -> None:
    seats = board(JPN={"holders": [{"name": "A", "end": "2029-08-31"}]})["seats"]
    assert only(check_roster({"boards": [{"number": "8", "end": "2029-09-01", "seats": seats}]})).code == "TRI904"


def test_a_leader_out_of_turn_rests_on_the_rotation_and_covers_the_name() -> None:
    finding = only(check_roster(roster({**board(8), "seats": board(9, CHN={"holder": "YAN Liang"})["seats"]}), scope="law"))
    assert finding.grounds.citations == tri.AGREEMENT_2025.order_of(8).citations
    seventh = {**board(7), "seats": board(8, JPN={"holder": "LEE Hee-sup"})["seats"]}
    assert only(check_roster(roster(seventh))).code == "TRI201", "whose name it is follows from the state"


def test_a_leader_whom_the_record_bears_out_is_told_so() -> None:
    seats = [{"role": "secretary-general", "state": "CHN", "sources": ["s"]}]
    source = {"id": "s", "title": "A report", "publisher": "A paper", "kind": "primary", "seen": "2030-01-01"}
    record = tri.record().with_facts({"sources": [source], "boards": [{"number": 8, "seats": seats}]})
    finding = only(check_roster(roster(board(9) | {"number": 8}), record=record))
    assert (finding.code, finding.severity) == ("TRI201", Severity.NOTE)
    assert finding.message == "board 8 must be led by JPN, whose turn it is; the record has it led by CHN"


@pytest.mark.parametrize("blank", ["\n", "\t", " \r\n ", "\u2028", "\u2029"])
def test_a_line_that_ends_within_a_name_parts_two_words(blank: str) -> None:
    report = check_roster(roster(board(7, KOR={"holder": f"LEE{blank}Hee-sup\n"})))
    assert codes(report) == ["TRI908"]
    assert only(report).suggestion == Suggestion(value="LEE Hee-sup", safe=False)


def test_blanks_that_can_be_seen_stay_in_a_name() -> None:
    report = check_roster(roster(board(8, JPN={"holder": "山田\u3000太郎\u200b"})), scope="law")
    assert only(report).suggestion == Suggestion(value="山田\u3000太郎", safe=False)


def test_characters_of_private_use_are_no_hidden_ones() -> None:
    finding = only(check_roster(roster(board(7, KOR={"holder": "\ue000LEE Hee-sup"}))))
    assert (finding.code, finding.message) == ("TRI404", "the record has LEE Hee-sup")


def test_a_name_may_have_two_hundred_characters() -> None:
    assert codes(check_roster(roster(board(JPN={"holder": "A" * 200})))) == ["TRI405"]
    assert codes(check_roster(roster(board(JPN={"holder": "A" * 201})))) == ["TRI912"]


def test_a_state_that_stands_twice_accounts_for_the_holder_of_the_first_seat_too() -> None:
    data = board(7, JPN={"state": "CHN", "holder": "ZUSHI Shuji"})
    assert codes(check_roster(roster(data))) == ["TRI104"]


def test_seats_after_one_of_an_unknown_state_are_held_against_the_record() -> None:
    report = check_roster(roster(board(7, KOR={"state": "XX"}, JPN={"holder": "LEE Hee-sup"})))
    assert codes(report) == ["TRI106", "TRI402"]


def test_a_report_as_plain_data_has_the_titles_and_addresses_of_its_sources() -> None:
    report = check_roster(roster(board(7, KOR={"holder": "x"})))
    sources = report.as_dict()["sources"]
    assert sources
    of_record = {source.id: {"title": source.title, "url": source.url} for source in tri.record().sources}
    assert sources.items() <= of_record.items()


@pytest.mark.parametrize(
    ("content", "form", "line"),
    [
        (b'{"boards": [],\n"boards": []}', "json", 2),
        (b"boards: []\n\nboards: []", "yaml", 3),
    ],
)
def test_a_key_that_stands_again_is_told_in_its_line(content: bytes, form: str, line: int) -> None:
    finding = next(each for each in check_roster_file(io.BytesIO(content), format=form).findings if each.code == "TRI909")
    assert (finding.message, finding.line, finding.got) == ("a key must stand once in a table", line, "'boards'")


def test_a_key_that_stands_again_in_a_line_is_told_with_the_number_of_the_line() -> None:
    (report,) = check_roster_lines(io.BytesIO(b'\n{"boards": [], "boards": []}\n'))
    assert [(each.code, each.line) for each in report.findings] == [("TRI504", 2), ("TRI909", 2)]


def test_keys_of_yaml_may_be_tagged_as_texts() -> None:
    report = check_roster_file(io.BytesIO(b"! boards: []\n"), format="yaml")
    again = check_roster_file(io.BytesIO(b"!!str boards: []\n"), format="yaml")
    assert codes(report) == codes(again) == ["TRI504"]


CSV = b"number,role,state,holder,holder_start,holder_end\n"
LEADER = b"8,secretary-general,JPN,A,2026-09-01,\n"


def test_rows_of_one_state_in_two_roles_are_two_seats() -> None:
    rows = LEADER + b"8,deputy-secretary-general,JPN,B,2026-09-01,\n8,deputy-secretary-general,KOR,,,\n"
    report = check_roster_file(io.BytesIO(CSV + rows), format="csv", scope="law")
    assert [(each.code, each.path, each.line) for each in report.findings] == [("TRI104", "$.boards[0].seats[1].state", 3)]


def test_rows_of_one_role_in_two_states_are_two_seats() -> None:
    rows = LEADER + b"8,deputy-secretary-general,CHN,B,2026-09-01,\n8,deputy-secretary-general,KOR,C,2026-09-01,\n"
    report = check_roster_file(io.BytesIO(CSV + rows), format="csv")
    assert [each.path for each in report.findings] == [f"$.boards[0].seats[{at}].holders[0].name" for at in range(3)]


def test_rows_are_the_holders_of_one_seat_if_only_an_end_is_given() -> None:
    rows = b"8,secretary-general,JPN,A,,2027-09-01\n8,secretary-general,JPN,B,,\n8,deputy-secretary-general,CHN,,,\n"
    rows += b"8,deputy-secretary-general,XX,C,,2027-09-01\n8,deputy-secretary-general,XX,D,,\n"
    report = check_roster_file(io.BytesIO(CSV + rows), format="csv", scope="law")
    assert [(each.code, each.path, each.line) for each in report.findings] == [("TRI106", "$.boards[0].seats[2].state", 5)]


@pytest.mark.parametrize(
    ("state", "written", "name"),
    [("KOR", "LEE Hee-sub", "LEE Hee-sup"), ("JPN", "ZUSHI Shujj", "ZUSHI Shuji"), ("CHN", "YAN Lianng", "YAN Liang")],
)
def test_the_name_that_is_nearest_is_suggested(state: str, written: str, name: str) -> None:
    finding = only(check_roster(roster(board(7, **{state: {"holder": written}}))))
    assert (finding.code, finding.message) == ("TRI404", f"the record has {name}")
    assert finding.suggestion == Suggestion(value=name, safe=False)


def test_two_boards_led_by_one_person_are_a_warning_if_the_record_has_one_of_them_alone() -> None:
    led = {"KOR": {"holder": "LEE Hee-sup"}}
    finding = only(check_roster(roster(board(7, **led), board(8), board(9), board(10, **led))))
    assert (finding.code, finding.severity, finding.path) == ("TRI406", Severity.WARNING, "$.boards[3].seats[0].holder")


def test_a_file_of_another_name_is_told_by_it() -> None:
    assert only(check_roster_file("no.txt")).got == "'no.txt'"


def test_what_is_no_roster_is_quoted() -> None:
    with pytest.raises(tri.WrongTypeError, match=r"boards must be a Roster, or several boards, .*, got 3"):
        document(cast(Any, 3))
