"""What happened, series of meetings and statements, as a reader and as a program get them."""

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from tests.cli.conftest import Ask
from tests.cli.test_bad_input import refused
from tests.cli.test_boards import cited, columns

import trilateral as tri
from trilateral._cli.layout import plain_markdown

BEGINNING = ("--from", "2011-09-01", "--until", "2011-10-01")


@pytest.fixture
def mine(facts_file: Callable[..., Path]) -> Path:
    """A facts file with a series, its meetings and a statement."""
    said = {"sources": ["s"]}
    meeting: dict[str, Any] = {"kind": "meeting", "series": "x", **said}
    return facts_file(
        series=[
            {"id": "x", "name": "The talks", "as_of": "2029-01-01", "order": ["CHN", "JPN", "KOR"], "note": "Young.", **said}
        ],
        events=[
            {
                **meeting,
                "id": "x-1",
                "number": 1,
                "date": "2028-05-01",
                "last_day": "2028-05-02",
                "title": "One | two",
                "host": "CHN",
            },
            {
                **meeting,
                "id": "x-2",
                "number": 2,
                "date": "2029-05",
                "title": "Second talks",
                "status": "planned",
                "city": "Nara",
            },
            {
                **meeting,
                "id": "x-off",
                "date": "2028",
                "title": "Talks that were called off",
                "status": "not-held",
                "basis": "inferred",
                "states": ["KOR"],
            },
        ],
        statements=[
            {
                "subject": "lifts.north",
                "text": "The north lift \\ is slow.",
                "date": "2028-05-01",
                "last_day": "2028-05-02",
                "note": "A guess.",
                "basis": "inferred",
                "readings": [{"text": "It is fast | quick.", "note": "An advertisement.", **said}],
                **said,
            }
        ],
    )


def table(lines: list[str]) -> list[list[str]]:
    """The rows of a table in Markdown, its heading first, without the line below the heading."""
    rows = [re.split(r"(?<!\\) \| ", line[2:-2]) for line in lines if line.startswith("| ")]
    assert {len(row) for row in rows} == {len(rows[0])}
    assert rows.pop(1) == ["---"] * len(rows[0])
    return rows


class TestTheTimeline:
    """``trilateral timeline``."""

    def test_shows_what_happened_in_order_with_numbered_sources(self, ask: Ask) -> None:
        told = ask("timeline", *BEGINNING, "--kind", "milestone")
        assert (told.code, told.err) == (0, "")
        assert told.lines[0].startswith("2 events; evidence from 1999-01-13 to ")
        at = next(at for at, line in enumerate(told.lines) if line.startswith("When"))
        assert columns(told.lines[at]) == ["When", "What", "Host", "Where", "Status", "Sources"]
        assert [columns(line)[0] for line in told.lines[at + 1 : at + 3]] == ["2011-09-01", "2011-09-27"]
        assert told.lines[at + 3] == ""
        assert told.lines[at + 4].startswith("[1] ")

    def test_numbers_every_source_that_it_cites(self, ask: Ask) -> None:
        lines = ask("timeline").lines
        below = lines.index("", lines.index("") + 1)
        used = {mark for line in lines[:below] for mark in re.findall(r"\[\d+]", line)}
        listed = [line.split()[0] for line in lines[below:] if line.startswith("[")]
        assert set(listed) == used
        assert listed == [f"[{at}]" for at in range(1, len(listed) + 1)]

    def test_shows_days_hosts_and_how_sure_it_is(self, ask: Ask, mine: Path) -> None:
        told = ask("timeline", "--facts", mine, "--from", "2028-01-01", "--until", "2029-06-01", "--kind", "meeting")
        at = next(at for at, line in enumerate(told.lines) if line.startswith("When"))
        assert [columns(line)[:-1] for line in told.lines[at + 1 : at + 4]] == [
            ["2028", "Talks that were called off", "not-held, inferred"],
            ["2028-05-01 to 2028-05-02", "One | two", "CHN", "held"],
            ["2029-05", "Second talks", "Nara", "planned"],
        ]
        assert any(line.endswith(f", with the facts of {mine}") for line in told.lines)

    def test_says_what_may_be_lacking(self, ask: Ask, mine: Path) -> None:
        told = ask("timeline", "--facts", mine, "--from", "2028-04-01", "--until", "2028-06-01")
        assert any(line.startswith("The record has evidence of events from 1999-01-13 to ") for line in told.lines)
        assert any(line.startswith("The dates of some events are too vague") and "x-off" in line for line in told.lines)

    def test_counts_from_a_day_on_and_up_to_a_day(self, ask: Ask) -> None:
        whole = ask("timeline", "--format", "json").document["events"]
        early = ask("timeline", "--format", "json", "--until", "2012-01-01").document["events"]
        late = ask("timeline", "--format", "json", "--from", "2012-01-01").document["events"]
        assert len(early) + len(late) == len(whole)
        assert not {each["id"] for each in early} & {each["id"] for each in late}

    def test_is_of_a_state(self, ask: Ask, mine: Path) -> None:
        korea = ask("timeline", "--format", "json", "--facts", mine, "--state", "KOR").document["events"]
        china = ask("timeline", "--format", "json", "--facts", mine, "--state", "CHN").document["events"]
        assert "x-off" in {each["id"] for each in korea}
        assert "x-off" not in {each["id"] for each in china}

    def test_may_be_empty(self, ask: Ask) -> None:
        for form in ("text", "markdown"):
            told = ask("timeline", "--from", "1900-01-01", "--until", "1901-01-01", "--format", form)
            assert (told.code, told.err) == (0, "")
            assert told.lines[0].startswith("0 events; ")

    def test_names_states_and_meetings_in_a_language(self, ask: Ask) -> None:
        for language, state, summit in (
            ("zh", "中国", "中日韩领导人会议"),
            ("ja", "中国", "日中韓サミット"),
            ("ko", "중국", "정상회의"),
        ):
            told = ask("timeline", "--kind", "summit", "--from", "2009-10-10", "--until", "2009-10-11", "--language", language)
            (row,) = (columns(line) for line in told.lines if line.startswith("2009-10-10"))
            assert summit in row[1]
            assert row[2] == state

    def test_ends_no_line_with_a_blank_and_uses_no_colour(self, ask: Ask) -> None:
        told = ask("timeline")
        assert [line for line in told.lines if line != line.rstrip()] == []
        assert "\x1b" not in told.out

    def test_in_markdown_is_a_table(self, ask: Ask, mine: Path) -> None:
        told = ask("timeline", "--facts", mine, "--from", "2028-01-01", "--kind", "meeting", "--format", "markdown")
        heading, *rows = table(told.lines)
        assert heading == ["When", "What", "Host", "Where", "Status", "Sources"]
        assert [row[1] for row in rows] == ["Talks that were called off", r"One \| two", "Second talks"]

    def test_in_markdown_has_its_sources_as_a_list(self, ask: Ask) -> None:
        told = ask("timeline", *BEGINNING, "--format", "markdown")
        listed = [line for line in told.lines if re.match(r"[0-9]+\. ", line)]
        assert [line.split(".")[0] for line in listed] == [str(at) for at in range(1, len(listed) + 1)]
        assert told.lines[-len(listed) :] == listed
        assert told.lines[-len(listed) - 1] == ""
        assert all(re.search(r"; <https?://[^ <>]+>", line) for line in listed if "http" in line)

    def test_in_markdown_takes_nothing_for_markup(self, ask: Ask, facts_file: Callable[..., Path], tmp_path: Path) -> None:
        evil = "# <script>*a* _b_ [c](d) `e` ~f~ &lt; $g$ | h"
        path = facts_file(events=[{"id": "a", "kind": "news", "title": evil, "date": "2029", "sources": ["s"]}])
        written = json.loads(path.read_text(encoding="utf-8"))
        written["sources"][0] |= {
            "title": "1. First\n\n- second",
            "publisher": evil,
            "url": "javascript:alert(1)<",
            "note": evil,
        }
        (tmp_path / "<b>.json").write_text(json.dumps(written), encoding="utf-8")
        told = ask(
            "timeline", "--facts", tmp_path / "<b>.json", "--from", "2029-01-01", "--kind", "news", "--format", "markdown"
        )
        plain = r"\# \<script\>\*a\* \_b\_ \[c\](d) \`e\` \~f\~ \&lt; \$g\$ \| h"
        assert table(told.lines)[1][1] == plain
        assert any(line.startswith("record of") and line.endswith(r"\<b\>.json") for line in told.lines)
        (source,) = (line for line in told.lines if line.startswith("1. "))
        said = [r"1. 1\. First\\n\\n- second", rf"{plain}, undated, read 2030-01-01 (primary)", r"javascript:alert(1)\<", plain]
        assert source == "; ".join(said)

    @pytest.mark.parametrize(
        ("text", "plain"),
        [
            ("+ a", r"\+ a"),
            ("- a", r"\- a"),
            ("=== a", r"\=== a"),
            ("12) a", r"12\) a"),
            ("  a", "a"),
            ("2 events - 3. a", "2 events - 3. a"),
        ],
    )
    def test_in_markdown_begins_nothing(self, text: str, plain: str) -> None:
        assert plain_markdown(text) == plain

    def test_for_a_program_has_everything(self, ask: Ask, mine: Path) -> None:
        found = ask("timeline", "--facts", mine, "--from", "2028-01-01", "--until", "2029-01-01", "--format", "json").document
        assert [each["id"] for each in found["events"]] == ["x-off", "x-1"]
        event = found["events"][1]
        assert (event["when"], event["last_day"], event["host"], event["number"]) == ("2028-05-01", "2028-05-02", "CHN", 1)
        assert event["sources"] == ["s"]
        assert found["sources"]["s"]["title"] == "A report"
        assert len(found["caveats"]) >= 1

    def test_for_a_program_has_every_source_that_it_cites(self, ask: Ask) -> None:
        found = ask("timeline", "--format", "json").document
        assert set(cited({key: value for key, value in found.items() if key != "sources"})) <= set(found["sources"])
        assert [each["id"] for each in found["events"]] == [event.id for event in tri.timeline()]


class TestSeries:
    """``trilateral series``."""

    def test_are_listed_with_who_hosts_next(self, ask: Ask) -> None:
        told = ask("series")
        assert (told.code, told.err) == (0, "")
        (summit,) = (columns(line) for line in told.lines if line.startswith("summit "))
        assert summit[:6] == ["summit", "Trilateral Summit", "1 to 9", "JPN, CHN, KOR", "10 JPN, projected", "2025-11-24"]
        assert len([line for line in told.lines if line.split(" ")[0] in {each.id for each in tri.series()}]) == len(
            tri.series()
        )

    def test_tell_what_is_planned(self, ask: Ask) -> None:
        lines = ask("series").lines
        (dialogue,) = (line for line in lines if line.startswith("cjk-dialogue "))
        (tripo,) = (line for line in lines if line.startswith("tripo "))
        assert "13 KOR, planned" in dialogue
        assert "25 JPN, planned" in tripo

    def test_are_shown_one_by_one_with_their_meetings(self, ask: Ask, mine: Path) -> None:
        told = ask("series", "x", "--facts", mine)
        assert told.lines[:3] == [
            "The talks",
            "rotation CHN, JPN, KOR from number 1 on, recorded; next 2 JPN, planned, as of 2029-01-01",
            "Young.",
        ]
        at = next(at for at, line in enumerate(told.lines) if line.startswith("No."))
        assert [columns(line.strip())[:-1] for line in told.lines[at + 1 : at + 4]] == [
            ["2028", "not-held, inferred"],
            ["1", "2028-05-01 to 2028-05-02", "CHN", "held"],
            ["2", "2029-05", "Nara", "planned"],
        ]

    @pytest.mark.parametrize("id_", [each.id for each in tri.series()])
    def test_of_the_record_can_be_shown(self, ask: Ask, id_: str) -> None:
        for form in ("text", "markdown", "json"):
            told = ask("series", id_, "--format", form)
            assert (told.code, told.err) == (0, "")

    def test_without_a_rotation_say_so(self, ask: Ask) -> None:
        assert ask("series", "northeast-asia-roundtable").lines[1].startswith("no rotation; next unknown, as of ")

    def test_are_named_in_a_language(self, ask: Ask) -> None:
        assert ask("series", "summit", "--language", "ja").lines[0] == "日中韓サミット"
        assert "日本, 中国, 韓国" in ask("series", "summit", "--language", "ja").lines[1]

    def test_without_a_name_in_a_language_keep_the_english_one(self, ask: Ask, mine: Path) -> None:
        assert ask("series", "x", "--facts", mine, "--language", "ko").lines[0] == "The talks"

    def test_in_markdown_are_a_table(self, ask: Ask) -> None:
        heading, *rows = table(ask("series", "--format", "markdown").lines)
        assert heading == ["Series", "Name", "Known", "Rotation", "Next", "As of", "Sources"]
        assert [row[0] for row in rows] == [each.id for each in tri.series()]

    def test_for_a_program_have_everything(self, ask: Ask) -> None:
        found = ask("series", "--format", "json").document
        assert [each["id"] for each in found["series"]] == [each.id for each in tri.series()]
        summit = next(each for each in found["series"] if each["id"] == "summit")
        assert (summit["rotation"], summit["since"], summit["as_of"]) == (["JPN", "CHN", "KOR"], 1, "2025-11-24")
        assert (summit["next"]["number"], summit["next"]["host"], summit["next"]["basis"]) == (10, "JPN", "projected")
        assert set(cited({key: value for key, value in found.items() if key != "sources"})) <= set(found["sources"])
        assert "events" not in found

    def test_one_by_one_for_a_program_have_their_events_and_gaps(self, ask: Ask) -> None:
        found = ask("series", "summit", "--format", "json").document
        (summit,) = found["series"]
        known = tri.series("summit")
        assert summit["yearly"] is True
        assert summit["rotation_note"] == known.rotation_note
        events = {each["id"]: each for each in found["events"]}
        assert set(events) == {*summit["meetings"], *summit["planned"], *summit["not_held"]}
        assert [each["after"] for each in summit["gaps"]] == [gap.after.id for gap in known.gaps]
        assert summit["gaps"][-1]["before"] is None
        assert [each["value"] for each in summit["gaps"][0]["causes"]] == [cause.value for cause in known.gaps[0].causes]
        assert set(summit["gaps"][0]["not_held"]) <= set(events)
        assert set(cited({key: value for key, value in found.items() if key != "sources"})) <= set(found["sources"])

    def test_tell_the_note_on_their_rotation(self, ask: Ask) -> None:
        assert tri.series("summit").rotation_note in ask("series", "summit").lines


class TestAbout:
    """``trilateral about``."""

    def test_shows_what_is_said_with_who_says_so(self, ask: Ask) -> None:
        told = ask("about", "seat.practice")
        assert (told.code, told.err) == (0, "")
        at = next(at for at, line in enumerate(told.lines) if line.startswith("Subject"))
        assert columns(told.lines[at]) == ["Subject", "When", "What is said", "Sources"]
        assert columns(told.lines[at + 1])[:2] == ["seat.practice", "2011-09-01"]
        assert "Seoul" in told.lines[at + 1]

    def test_without_a_subject_shows_everything(self, ask: Ask) -> None:
        found = ask("about", "--format", "json").document
        assert [each["subject"] for each in found["statements"]] == [each.subject for each in tri.about()]

    def test_shows_every_reading(self, ask: Ask, mine: Path) -> None:
        lines = ask("about", "lifts", "--facts", mine).lines
        at = next(at for at, line in enumerate(lines) if line.startswith("Subject"))
        assert "2028-05-01 to 2028-05-02" in lines[at + 1]
        assert "is slow. (inferred) [A guess.]" in lines[at + 1]
        assert "or instead: It is fast | quick. [An advertisement.]" in lines[at + 2]

    def test_in_markdown_escapes_what_would_end_a_cell(self, ask: Ask, mine: Path) -> None:
        heading, *rows = table(ask("about", "lifts", "--facts", mine, "--format", "markdown").lines)
        assert heading == ["Subject", "When", "What is said", "Sources"]
        assert r"The north lift \\ is slow." in rows[0][2]
        assert r"It is fast \| quick." in rows[1][2]

    def test_names_the_secretariat_in_a_language(self, ask: Ask) -> None:
        assert ask("about", "seat", "--language", "zh").lines[0] == "秘书处"

    def test_for_a_program_has_everything(self, ask: Ask, mine: Path) -> None:
        (found,) = ask("about", "lifts", "--facts", mine, "--format", "json").document["statements"]
        assert (found["subject"], found["value"], found["basis"]) == ("lifts.north", "The north lift \\ is slow.", "inferred")
        assert (found["when"], found["last_day"]) == ("2028-05-01", "2028-05-02")
        assert [each["note"] for each in found["readings"]] == ["A guess.", "An advertisement."]


class TestBadInput:
    """One clear error on standard error, exit code 2, nothing on standard output."""

    @pytest.mark.parametrize(
        ("arguments", "said"),
        [
            (("timeline", "--kind", "sumit"), "a kind of event must be one of summit, .*; did you mean summit? got 'sumit'"),
            (("timeline", "--kind", ""), "got ''"),
            (("timeline", "--state", "PRK"), "expected one of CHN, JPN, KOR, got 'PRK'; try 'trilateral timeline --help'"),
            (("timeline", "--state", "korea"), "expected one of CHN, JPN, KOR, got 'korea'"),
            (("timeline", "--from", "2025-02-30"), "--from: expected a day that exists, written YYYY-MM-DD, got '2025-02-30'"),
            (("timeline", "--until", "2025"), "--until: expected a day.*written YYYY-MM-DD, got '2025'"),
            (
                ("timeline", "--from", "2025-01-01", "--until", "2024-01-01"),
                "--until must be after --from, 2025-01-01, got 2024-01-01",
            ),
            (
                ("timeline", "--from", "2025-01-01", "--until", "2025-01-01"),
                "--until must be after --from, 2025-01-01, got 2025-01-01",
            ),
            (("timeline", "--until", "0001-01-01"), "got 0001-01-01"),
            (("timeline", "--language", "kr"), "a language must be one of en, zh, ja, ko; "),
            (("timeline", "--format", "xml"), "'xml' is not one of 'text', 'markdown', 'json'"),
            (("timeline", "--agreement", "2010"), "--agreement"),
            (("timeline", "now"), "(now); try 'trilateral timeline --help'"),
            (("timeline", "--facts", "absent.json"), "cannot read the facts file 'absent.json': No such file or directory"),
            (("series", "sumit"), "did you mean summit? got 'sumit'"),
            (("series", ""), "a series must be one of summit, "),
            (("series", "summit", "tripo"), "(tripo); try 'trilateral series --help'"),
            (("series", "--language", ""), "a language must be one of en, zh, ja, ko; got ''"),
            (("about", "seet"), "did you mean seat"),
            (("about", "seat."), "a subject must be one of "),
            (("about", "--language", "EN"), "a language must be one of en, zh, ja, ko; "),
        ],
    )
    def test_is_told_what_is_wrong(self, ask: Ask, arguments: tuple[str, ...], said: str) -> None:
        message = refused(ask(*arguments))
        for part in said.split(".*"):
            assert part in message

    @pytest.mark.parametrize("command", ["timeline", "series", "about"])
    @pytest.mark.parametrize("form", ["text", "markdown", "json"])
    def test_an_unknown_language_is_refused_in_every_form(self, ask: Ask, command: str, form: str) -> None:
        message = refused(ask(command, "--language", "fr", "--format", form))
        assert message.startswith("a language must be one of en, zh, ja, ko; ")

    @pytest.mark.parametrize("command", ["timeline", "series", "about"])
    def test_facts_without_a_source_are_refused(self, ask: Ask, tmp_path: Path, command: str) -> None:
        path = tmp_path / "facts.json"
        fault = {"id": "a", "kind": "news", "title": "A", "date": "2030"}
        path.write_text(json.dumps({"events": [fault]}), encoding="utf-8")
        assert "event 'a': a fact needs at least one source" in refused(ask(command, "--facts", path))

    def test_facts_do_not_command_the_terminal(self, ask: Ask, facts_file: Callable[..., Path]) -> None:
        evil = {"id": "a", "kind": "news", "title": "red\x1b[31m\nrow", "date": "2029", "sources": ["s"]}
        for form in ("text", "markdown", "json"):
            told = ask("timeline", "--facts", facts_file(events=[evil]), "--from", "2029-01-01", "--format", form)
            assert "\x1b" not in told.out
            assert "red" in told.out
