"""iCalendar, read back by the icalendar library: what went in comes out, and what texts hold is never a property."""

import datetime as dt
import importlib
import re
import unicodedata
import uuid
from itertools import pairwise
from typing import Any, NamedTuple

import attr
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from tests.strategies import PEOPLE, SOURCE, amended, facts

import trilateral as tri
from trilateral import Basis, Language
from trilateral.export import icalendar

# Its types make nobody sure of what a property is.
Calendar: Any = importlib.import_module("icalendar").Calendar

ALL = ["terms", "summits", "fiscal-years"]
PROPERTIES = {
    "UID",
    "DTSTAMP",
    "DTSTART",
    "DTEND",
    "SUMMARY",
    "DESCRIPTION",
    "LOCATION",
    "URL",
    "CATEGORIES",
    "STATUS",
    "TRANSP",
}
HOSTILE = [
    "X\r\nATTENDEE:mailto:x@example.org",
    "X\nEND:VEVENT\nBEGIN:VEVENT",
    "X\rATTACH:file:///etc/passwd",
    'a, b; c: d \\ e " f',
    "\\n \\N \\, \\; \\\\n \\",
    "\x85BEGIN:VALARM\u2028END:VALARM\u2029\x0b\x0c\x1c\x1d\x1e",
    "\x00\x07\x7f\x9f\ud800",
    "한일중 정상회의 日中韓サミット 中日韩领导人会议 " * 9,
    "=HYPERLINK(1) <b>&amp;</b> [x](y)",
    " begins and ends with blanks\t ",
]


TEXTS = st.one_of(st.sampled_from(HOSTILE), st.text(st.characters(exclude_categories=[]), max_size=60))


class Shown(NamedTuple):
    """An event as the library reads it."""

    start: Any
    end: Any
    uid: str
    summary: str
    description: str
    status: str
    category: str


def calendar(text: str) -> Any:
    """The calendar as the library reads it; nothing in it may be in error."""
    read = Calendar.from_ical(text)
    assert not [component.errors for component in read.walk() if component.errors]
    return read


def events(text: str) -> list[Shown]:
    """The events as the library reads them."""
    return [
        Shown(
            start=event["DTSTART"].dt,
            end=event["DTEND"].dt,
            uid=str(event["UID"]),
            summary=str(event["SUMMARY"]),
            description=str(event["DESCRIPTION"]),
            status=str(event["STATUS"]),
            category=str(event["CATEGORIES"].cats[0]),
        )
        for event in calendar(text).walk("VEVENT")
    ]


def of(category: str, **arguments: Any) -> list[Shown]:
    """The events of one sort."""
    return events(icalendar(what=[category], **arguments))


def unfolded(text: str) -> list[str]:
    """The lines of a calendar, unfolded by the letter of RFC 5545."""
    return text.replace("\r\n ", "").split("\r\n")


def planned(**parts: Any) -> tri.Record:
    """The shipped record with a tenth summit that is planned for a day."""
    event: dict[str, Any] = {
        "id": "summit-10",
        "kind": "summit",
        "title": "Tenth trilateral summit",
        "date": "2027-05-20",
        "sources": ["s1"],
    }
    event |= {"series": "summit", "number": 10, "status": "planned", "city": "Tokyo", "host": "JPN", **parts}
    return tri.record().with_facts({"sources": [SOURCE], "events": [event]})


def cleaned(text: str) -> str:
    """A text as a calendar can hold it: every line end one line feed, and no other character that controls."""
    lines = re.sub("\r\n|[\r\n\v\f\x85\u2028\u2029]", "\n", text)
    return "".join(char for char in lines if char in "\n\t" or unicodedata.category(char) not in {"Cc", "Cs"})


class TestTerms:
    """An event a board, from its first day to the first day after."""

    @pytest.mark.parametrize("agreement", [tri.AGREEMENT_2010, tri.AGREEMENT_2025])
    @pytest.mark.parametrize("until", [None, dt.date(2013, 9, 1), dt.date(2013, 9, 2), dt.date(2060, 1, 1)])
    def test_are_those_of_the_boards(self, agreement: tri.Agreement[tri.MemberState], until: dt.date | None) -> None:
        boards = tri.boards(until=until, agreement=agreement)
        found = of("terms", until=until, agreement=agreement)
        assert [(event.start, event.end) for event in found] == [(board.term.start, board.term.end) for board in boards]

    @given(facts(), amended())
    def test_are_those_of_the_boards_of_any_law_and_record(
        self, added: dict[str, Any], agreement: tri.Agreement[tri.MemberState]
    ) -> None:
        record = tri.record().with_facts(added)
        boards = tri.boards(agreement=agreement, record=record)
        found = of("terms", agreement=agreement, record=record)
        assert [(event.start, event.end) for event in found] == [(board.term.start, board.term.end) for board in boards]
        projected = [Basis.PROJECTED in (board.start.basis, board.end.basis) for board in boards]
        assert [event.status == "TENTATIVE" for event in found] == projected

    def test_days_are_days_and_no_moments(self) -> None:
        assert {type(day) for event in of("terms") for day in (event.start, event.end)} == {dt.date}

    def test_one_with_a_projected_date_is_tentative(self) -> None:
        found = of("terms", until=dt.date(2030, 1, 1))
        assert [event.status for event in found] == [*["CONFIRMED"] * 6, *["TENTATIVE"] * 3]

    def test_a_projected_board_is_marked(self) -> None:
        assert [event.summary for event in of("terms", until=dt.date(2027, 1, 1))][-2:] == [
            "7th Consultative Board",
            "8th Consultative Board (projected)",
        ]

    def test_say_who_sits_how_the_dates_are_known_and_who_says_so(self) -> None:
        *_, board_7 = of("terms")
        lines = board_7.description.splitlines()
        assert lines[:4] == [
            "Secretary-General (KOR): LEE Hee-sup",
            "Deputy Secretary-General (JPN): ZUSHI Shuji",
            "Deputy Secretary-General (CHN): YAN Liang",
            "First day 2023-09-01: recorded.",
        ]
        assert lines[4].startswith("- board 7 started on 2023-09-01 [")
        assert "(mofa-rok-2025-09-03)" in lines[4]
        assert "Last day 2026-08-31: projected." in lines
        assert any(line.startswith("- Three years apply from board 7") for line in lines)

    def test_tell_of_a_vacancy_between_two_holders_with_the_days_of_each(self) -> None:
        tenures: list[dict[str, Any]] = [
            {"holder": "p1", "end": "2027-03-01"},
            {"vacant": True, "start": "2027-03-01", "end": "2027-06-01"},
            {"holder": "p2", "start": "2027-06-01"},
        ]
        seat = {"role": "secretary-general", "state": "JPN", "tenures": [{"sources": ["s1"], **each} for each in tenures]}
        board = {"number": 8, "start": {"date": "2026-09-01", "sources": ["s1"]}, "seats": [seat]}
        record = tri.record().with_facts({"sources": [SOURCE], "people": PEOPLE, "boards": [board]})
        *_, board_8 = of("terms", record=record)
        assert board_8.description.splitlines()[0] == (
            "Secretary-General (JPN): YAMADA Taro, 2026-09-01 to 2027-02-28; vacant, 2027-03-01 to 2027-05-31; "
            "WANG Fang, 2027-06-01 to 2029-08-31"
        )

    def test_tell_of_a_change_of_a_vacancy_and_of_an_unknown_holder(self) -> None:
        tenures: list[dict[str, Any]] = [{"holder": "p1", "end": "2027-03-01"}, {"holder": "p2", "start": "2027-03-01"}]
        seats = [
            {
                "role": "secretary-general",
                "state": "JPN",
                "tenures": [{"sources": ["s1"], **tenure} for tenure in tenures],
            },
            {"role": "deputy-secretary-general", "state": "CHN", "tenures": [{"vacant": True, "sources": ["s1"]}]},
        ]
        board = {"number": 8, "start": {"date": "2026-09-01", "sources": ["s1"]}, "seats": seats}
        record = tri.record().with_facts({"sources": [SOURCE], "people": PEOPLE, "boards": [board]})
        *_, board_8 = of("terms", record=record)
        assert board_8.description.splitlines()[:3] == [
            "Secretary-General (JPN): YAMADA Taro, 2026-09-01 to 2027-02-28; WANG Fang, 2027-03-01 to 2029-08-31",
            "Deputy Secretary-General (CHN): vacant",
            "Deputy Secretary-General (KOR): unknown",
        ]

    def test_nobody_says_a_hypothesis(self) -> None:
        agreement = tri.AGREEMENT_2025.with_term_length(4, since_board=8)
        *_, board_8 = of("terms", agreement=agreement, until=dt.date(2026, 9, 2))
        assert board_8.end == dt.date(2030, 9, 1)
        (hypothesis,) = (
            citation.statement
            for citation in tri.board(8, agreement=agreement).end.grounds.citations
            if citation.kind is tri.CitationKind.HYPOTHESIS
        )
        assert f"- {hypothesis}" in board_8.description.splitlines()


class TestSummits:
    """Those held, planned and not held, if their days are known."""

    def test_held_ones_have_their_days(self) -> None:
        found = [event for event in of("summits") if event.status == "CONFIRMED"]
        assert [(event.start, event.end - dt.timedelta(days=1)) for event in found] == [
            (event.earliest, event.latest) for event in tri.summits()
        ]

    def test_one_of_several_days_ends_after_the_last(self) -> None:
        *_, ninth = of("summits")
        assert (ninth.start, ninth.end, ninth.summary) == (dt.date(2024, 5, 26), dt.date(2024, 5, 28), "9th Trilateral Summit")

    def test_one_that_was_not_held_is_cancelled(self) -> None:
        (cancelled,) = (event for event in of("summits") if event.status == "CANCELLED")
        assert (cancelled.start, cancelled.end) == (dt.date(2016, 12, 19), dt.date(2016, 12, 21))
        assert cancelled.summary == "Trilateral Summit (not held)"
        assert cancelled.description.splitlines()[0] == "Summit that was planned for Tokyo: not held, recorded."
        assert "Cause: The press: the impeachment of President Park of Korea. [" in cancelled.description

    def test_planned_ones_are_tentative(self) -> None:
        *_, tenth = of("summits", record=planned())
        assert (tenth.start, tenth.end, tenth.status) == (dt.date(2027, 5, 20), dt.date(2027, 5, 21), "TENTATIVE")
        assert tenth.summary == "10th Trilateral Summit (planned)"
        assert tenth.description == "Tenth trilateral summit: planned, recorded.\nSays who: [TCS: News item (s1)]"

    def test_what_is_inferred_says_so(self) -> None:
        *_, tenth = of("summits", record=planned(basis="inferred"))
        assert tenth.description.splitlines()[0] == "Tenth trilateral summit: planned, inferred."

    @pytest.mark.parametrize("date", ["2027-05", "2027", "9999-12-31"])
    def test_one_without_days_that_can_be_written_is_left_out(self, date: str) -> None:
        assert of("summits", record=planned(date=date)) == of("summits")

    def test_one_of_the_first_year_of_all_has_four_digits(self) -> None:
        first, *_ = of("summits", record=planned(date="0001-01-01"))
        assert first.start == dt.date(1, 1, 1)

    def test_one_of_another_series_has_no_number(self) -> None:
        record = tri.record().with_facts(
            {
                "sources": [SOURCE],
                "series": [{"id": "retreats", "name": "Retreats", "as_of": "2026-01-01", "sources": ["s1"]}],
                "events": [
                    {
                        "id": "retreat-1",
                        "kind": "summit",
                        "title": "Retreat",
                        "date": "2025-12-01",
                        "series": "retreats",
                        "number": 1,
                        "sources": ["s1"],
                    }
                ],
            }
        )
        *_, retreat = of("summits", record=record)
        assert retreat.summary == "Trilateral Summit"

    def test_must_start_before_until(self) -> None:
        assert [event.summary for event in of("summits", until=dt.date(2009, 10, 10))] == ["1st Trilateral Summit"]
        assert len(of("summits", until=dt.date(2009, 10, 11))) == 2

    def test_say_where(self) -> None:
        (tenth,) = calendar(icalendar(record=planned(venue="Kantei"), what=["summits"])).walk("VEVENT")[-1:]
        assert (str(tenth["LOCATION"]), tenth["LOCATION"].params["LANGUAGE"]) == ("Kantei, Tokyo", "en")
        (tenth,) = calendar(icalendar(record=planned(city=None), what=["summits"])).walk("VEVENT")[-1:]
        assert "LOCATION" not in tenth


class TestFiscalYears:
    """Those of which some day lies in the term of a board."""

    def test_are_those_of_the_recorded_boards(self) -> None:
        found = of("fiscal-years")
        years = [tri.fiscal_year(year) for year in range(2011, 2026)]
        assert [(event.start, event.end) for event in found] == [(year.term.start, year.term.end) for year in years]
        assert [event.summary for event in found] == [f"TCS fiscal year {year.year}" for year in years]
        assert {event.status for event in found} == {"CONFIRMED"}

    def test_go_on_to_the_day_on_which_the_last_board_held_over(self) -> None:
        *_, last = of("fiscal-years", agreement=tri.AGREEMENT_2010)
        assert tri.boards(agreement=tri.AGREEMENT_2010)[-1].end.date == dt.date(2025, 9, 4)
        assert last.summary == "TCS fiscal year 2025"

    def test_must_start_before_until(self) -> None:
        *_, last = of("fiscal-years", until=dt.date(2030, 9, 1))
        assert last.start == dt.date(2029, 9, 1)
        *_, last = of("fiscal-years", until=dt.date(2030, 9, 2))
        assert last.start == dt.date(2030, 9, 1)

    def test_say_how_they_are_known(self) -> None:
        first, *_ = of("fiscal-years")
        lines = first.description.splitlines()
        assert lines[0] == "2011-09-01 to 2012-08-31: inferred."
        assert lines[1].startswith("- fiscal year 2017 is September 2017 to August 2018 [")

    def test_end_with_the_last_that_a_date_can_hold(self) -> None:
        yearly = tri.AGREEMENT_2025.with_term_length(1, since_board=8)
        lines = unfolded(icalendar(until=dt.date.max, agreement=yearly, what=["fiscal-years"]))
        assert [line for line in lines if line.startswith("DTEND")][-1] == "DTEND;VALUE=DATE:99990901"

    def test_begin_with_the_one_in_which_the_first_board_starts(self) -> None:
        first_day = attr.evolve(tri.AGREEMENT_2010.first_day, value=dt.date(2012, 3, 1))
        agreement = attr.evolve(tri.AGREEMENT_2010, first_day=first_day)
        then = tri.record().as_known_on(dt.date(2011, 3, 1))
        first, *_ = of("fiscal-years", until=dt.date(2013, 1, 1), agreement=agreement, record=then)
        assert first.start == dt.date(2011, 9, 1)

    def test_none_lies_before_the_first_although_a_board_does(self) -> None:
        board = {"number": 1, "start": {"date": "2011-05-17", "sources": ["s1"]}}
        record = tri.record().with_facts({"sources": [SOURCE], "boards": [board]})
        first, *_ = of("fiscal-years", record=record)
        assert tri.board(1, record=record).term.start == dt.date(2011, 5, 17)
        assert first.summary == "TCS fiscal year 2011"


class TestIdentity:
    """A UID is what the event is: of a board, whatever law, language and edition."""

    def test_is_the_same_in_every_calendar(self) -> None:
        uids = {event.summary: event.uid for event in events(icalendar())}
        assert uids["7th Consultative Board"] == "a47a3aca-52ef-5b9f-9b6a-02c5e69d503d"
        assert uids["9th Trilateral Summit"] == "0ce942a8-6c96-5f5d-86b5-334d736cac7d"
        assert uids["TCS fiscal year 2020"] == "9b6fd29f-c0ff-52a2-92b1-5a0abcd5e4bc"

    def test_does_not_depend_on_language_law_record_or_choice(self) -> None:
        usual = {event.uid for event in events(icalendar())}
        then = tri.record().as_known_on(dt.date(2025, 10, 1))
        choices: list[dict[str, Any]] = [{"language": "ko"}, {"agreement": tri.AGREEMENT_2010}, {"record": then}]
        for arguments in choices:
            assert {event.uid for event in events(icalendar(**arguments))} == usual
        assert {event.uid for word in ALL for event in of(word)} == usual

    def test_is_a_uuid_and_stands_once(self) -> None:
        uids = [event.uid for event in events(icalendar(until=dt.date(2100, 1, 1), record=planned()))]
        assert len(set(uids)) == len(uids)
        assert {uuid.UUID(uid).version for uid in uids} == {5}

    def test_of_a_summit_stays_when_it_is_held_after_all(self) -> None:
        held = planned(status="held")
        (before,) = (event for event in of("summits", record=planned()) if event.status == "TENTATIVE")
        *_, after = of("summits", record=held)
        assert (after.uid, after.status, after.summary) == (before.uid, "CONFIRMED", "10th Trilateral Summit")

    def test_the_time_stamp_is_the_edition(self) -> None:
        stamps = {event["DTSTAMP"].dt for event in calendar(icalendar()).walk("VEVENT")}
        edition = tri.record().edition
        assert stamps == {dt.datetime(edition.year, edition.month, edition.day, tzinfo=dt.UTC)}
        then = tri.record().as_known_on(dt.date(2024, 1, 2))
        stamps = {event["DTSTAMP"].dt for event in calendar(icalendar(record=then)).walk("VEVENT")}
        assert stamps == {dt.datetime(2024, 1, 2, tzinfo=dt.UTC)}

    def test_facts_added_to_an_edition_keep_its_time_stamp(self) -> None:
        stamps = {event["DTSTAMP"].dt for event in calendar(icalendar(record=planned())).walk("VEVENT")}
        assert stamps == {event["DTSTAMP"].dt for event in calendar(icalendar()).walk("VEVENT")}

    def test_the_text_is_always_the_same(self) -> None:
        assert icalendar() == icalendar()


class TestLanguage:
    """Names are in the language asked for, and marked so."""

    @pytest.mark.parametrize(
        ("language", "name", "term", "projected", "summit", "not_held", "year"),
        [
            (
                Language.ENGLISH,
                "Trilateral Cooperation Secretariat",
                "7th Consultative Board",
                "8th Consultative Board (projected)",
                "9th Trilateral Summit",
                "Trilateral Summit (not held)",
                "TCS fiscal year 2026",
            ),
            (
                Language.CHINESE,
                "中日韩合作秘书处",
                "第七届协商委员会",
                "第八届协商委员会 (预计)",
                "第九次中日韩领导人会议",
                "中日韩领导人会议 (未举行)",
                "秘书处2026财政年度",
            ),
            (
                Language.JAPANESE,
                "日中韓三国協力事務局",
                "第7期協議理事会",
                "第8期協議理事会 (見込み)",
                "第9回日中韓サミット",
                "日中韓サミット (開催されず)",
                "日中韓協力事務局2026会計年度",
            ),
            (
                Language.KOREAN,
                "한일중 3국 협력사무국",
                "제7대 협의이사회",
                "제8대 협의이사회 (예상)",
                "제9차 한일중 정상회의",
                "한일중 정상회의 (개최되지 않음)",
                "한일중 3국협력사무국 2026 회계연도",
            ),
        ],
    )
    def test_is_that_of_the_names(  # noqa: PLR0913, PLR0917 - what is named
        self, language: Language, name: str, term: str, projected: str, summit: str, not_held: str, year: str
    ) -> None:
        read = calendar(icalendar(language=language, until=dt.date(2027, 1, 1)))
        assert str(read["NAME"]) == str(read["X-WR-CALNAME"]) == name
        assert read["NAME"].params["LANGUAGE"] == language.value
        summaries = [event["SUMMARY"] for event in read.walk("VEVENT")]
        assert {summary.params["LANGUAGE"] for summary in summaries} == {language.value}
        assert {event["DESCRIPTION"].params["LANGUAGE"] for event in read.walk("VEVENT")} == {"en"}
        assert {term, projected, summit, not_held, year} <= set(map(str, summaries))

    def test_may_be_given_by_its_code(self) -> None:
        assert icalendar(language="ko") == icalendar(language=Language.KOREAN)

    @pytest.mark.parametrize(
        ("language", "summary"),
        [
            ("zh", "第十次中日韩领导人会议 (计划)"),
            ("ja", "第10回日中韓サミット (予定)"),
            ("ko", "제10차 한일중 정상회의 (예정)"),
        ],
    )
    def test_a_planned_summit_is_marked(self, language: str, summary: str) -> None:
        *_, tenth = of("summits", language=language, record=planned())
        assert tenth.summary == summary

    @pytest.mark.parametrize("language", Language)
    def test_names_are_the_shipped_ones_where_the_record_has_none(self, language: Language) -> None:
        then = tri.record().as_known_on(dt.date(2011, 10, 1))
        assert len(of("terms", language=language, record=then)) == len(tri.boards(record=then))


class TestText:
    """Lines by the letter of RFC 5545."""

    @pytest.fixture(params=list(Language))
    def text(self, request: pytest.FixtureRequest) -> str:
        return icalendar(language=request.param, until=dt.date(2040, 1, 1), record=planned())

    def test_ends_every_line_with_both(self, text: str) -> None:
        assert text.endswith("END:VCALENDAR\r\n")
        assert not re.search("(?<!\r)\n|\r(?!\n)", text)

    def test_has_no_line_of_more_than_75_octets(self, text: str) -> None:
        widths = [len(line.encode()) for line in text.split("\r\n")]
        assert max(widths) <= 75
        assert max(widths) >= 74

    def test_folds_no_escaped_sign_and_nothing_early(self, text: str) -> None:
        lines = text.split("\r\n")
        for line, following in pairwise(lines):
            if following.startswith(" "):
                assert (len(line) - len(line.rstrip("\\"))) % 2 == 0
                sign = following[1:3] if following[1] == "\\" else following[1]
                assert len(line.encode()) + len(sign.encode()) > 75

    def test_has_what_the_standard_asks_for(self, text: str) -> None:
        assert unfolded(text)[:4] == [
            "BEGIN:VCALENDAR",
            "VERSION:2.0",
            "PRODID:-//The trilateral developers//NONSGML trilateral//EN",
            "CALSCALE:GREGORIAN",
        ]
        for event in calendar(text).walk("VEVENT"):
            assert set(event) - {"LOCATION", "URL"} == PROPERTIES - {"LOCATION", "URL"}
            assert event["TRANSP"] == "TRANSPARENT"

    def test_says_what_sort_an_event_is(self, text: str) -> None:
        assert {event.category for event in events(text)} == set(ALL)

    def test_links_to_the_first_source_that_has_an_address(self) -> None:
        *_, tenth = calendar(icalendar(what=["summits"], record=planned())).walk("VEVENT")
        assert "URL" not in tenth
        _, _, ninth = calendar(icalendar(what=["summits"])).walk("VEVENT")[-3:]
        (event,) = tri.summits()[-1:]
        assert str(ninth["URL"]) == next(source.url for source in event.sources if source.url)


class TestHostileTexts:
    """What texts of a record hold is text in the calendar."""

    @staticmethod
    def record(text: str, link: str = "https://example.org/") -> tri.Record:
        """A record with a text wherever one may stand; a character beside it, as no text may be blank."""
        name = {"subject": "summit", "language": "ko", "register": "short", "sources": ["s1"]}
        event: dict[str, Any] = {
            "id": "e1",
            "kind": "summit",
            "title": f".{text}",
            "date": "2026-01-01",
            "status": "not-held",
            "sources": ["s1"],
        }
        event |= {"city": f".{text}", "venue": f".{text}", "note": text, "causes": [{"text": f".{text}", "sources": ["s1"]}]}
        source = {**SOURCE, "title": f".{text}", "publisher": f".{text}", "url": link}
        return tri.record().with_facts({"sources": [source], "events": [event], "names": [{**name, "text": f".{text}"}]})

    @given(TEXTS)
    @example(HOSTILE[0])
    @example(HOSTILE[4])
    @example(HOSTILE[5])
    @example(HOSTILE[6])
    @example("x\r")
    def test_come_out_as_they_went_in(self, text: str) -> None:
        written = icalendar(record=self.record(text), what=["summits"], language="ko")
        *_, event = calendar(written).walk("VEVENT")
        shown, note = cleaned(f".{text}"), [cleaned(text)] if text else []
        by = f"[{shown}: {shown} (s1)]"
        assert str(event["SUMMARY"]) == f"{shown} (개최되지 않음)"
        assert str(event["LOCATION"]) == f"{shown}, {shown}"
        lines = [f"{shown}: not held, recorded.", f"Cause: {shown} {by}", *note, f"Says who: {by}"]
        assert str(event["DESCRIPTION"]) == "\n".join(lines)

    @given(TEXTS)
    @example(HOSTILE[0])
    @example(HOSTILE[1])
    @example(HOSTILE[2])
    @example(HOSTILE[5])
    def test_are_no_properties(self, text: str) -> None:
        written = icalendar(record=self.record(text), what=["summits"], language="ko")
        plain = icalendar(record=self.record("plain"), what=["summits"], language="ko")
        assert properties(written) == properties(plain)
        assert not re.search("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029]", written)
        assert max(len(line.encode()) for line in written.split("\r\n")) <= 75

    @given(TEXTS)
    def test_are_no_properties_in_a_link(self, text: str) -> None:
        record = self.record("plain", f"https://example.org/{text}")
        *_, event = calendar(icalendar(record=record, what=["summits"])).walk("VEVENT")
        assert set(event) <= PROPERTIES
        assert re.fullmatch("https://example.org/[!-~]*", event.get("URL", "https://example.org/"))

    def test_a_holder_with_a_line_end_in_the_name_is_text_too(self) -> None:
        name = {"text": "X\r\nATTENDEE:mailto:x@example.org", "script": "Latn", "kind": "preferred", "sources": ["s1"]}
        seat = {"role": "secretary-general", "state": "JPN", "tenures": [{"holder": "x", "sources": ["s1"]}]}
        record = tri.record().with_facts(
            {
                "sources": [SOURCE],
                "people": [{"id": "x", "names": [name]}],
                "boards": [{"number": 8, "start": {"date": "2026-09-01", "sources": ["s1"]}, "seats": [seat]}],
            }
        )
        *_, board_8 = of("terms", record=record)
        assert board_8.description.startswith("Secretary-General (JPN): X\nATTENDEE:mailto:x@example.org\n")
        assert set(properties(icalendar(record=record))) == set(properties(icalendar()))

    @pytest.mark.parametrize(
        ("link", "written"),
        [
            ("https://example.org/a;b,c:d", "https://example.org/a;b,c:d"),
            ("https://example.org/사무국", "https://example.org/%EC%82%AC%EB%AC%B4%EA%B5%AD"),
            ("https://example.org/\r\nATTENDEE:x", "https://example.org/%0D%0AATTENDEE:x"),
            ("javascript:alert(1)", None),
            ("https://example.org\r\nATTENDEE:x", None),
        ],
    )
    def test_a_link_is_a_uri_or_is_left_out(self, link: str, written: str | None) -> None:
        *_, event = calendar(icalendar(record=self.record("x", link), what=["summits"])).walk("VEVENT")
        assert event.get("URL") == written


def properties(text: str) -> list[str]:
    """The names of the properties, in order, as a reader that goes by lines finds them."""
    names = [re.match("[A-Z-]+(?=[:;])", line) for line in unfolded(text)[:-1]]
    assert None not in names
    return [name[0] for name in names if name]


class TestChoice:
    """Which events are wanted, in words."""

    def test_is_all_of_them_by_default(self) -> None:
        assert icalendar() == icalendar(what=ALL)

    def test_neither_order_nor_repetition_counts(self) -> None:
        assert icalendar(what=("fiscal-years", "terms", "terms")) == icalendar(what={"terms", "fiscal-years"})
        assert [event.category for event in events(icalendar(what={"summits", "terms"}))][:8] == [*["terms"] * 7, "summits"]

    @pytest.mark.parametrize("what", [["terms"], ALL])
    def test_a_calendar_without_events_is_refused_as_the_standard_has_none(self, what: list[str]) -> None:
        expected = (
            r"^a calendar must be of at least one event \(pass a later until, or more words in what\), got until=1990-01-01, "
        )
        with pytest.raises(tri.InvalidValueError, match=expected):
            icalendar(until=dt.date(1990, 1, 1), what=what)

    @pytest.mark.parametrize("what", ["terms", 3, None, iter(["terms"])])
    def test_must_be_a_collection_of_words(self, what: Any) -> None:
        with pytest.raises(tri.WrongTypeError, match=r"^what must be a collection of words, such as \['terms'\], got "):
            icalendar(what=what)

    @pytest.mark.parametrize("what", [[], ()])
    def test_must_not_be_empty(self, what: Any) -> None:
        with pytest.raises(tri.InvalidValueError, match=r"^what must be at least one of terms, summits, fiscal-years, got "):
            icalendar(what=what)

    def test_must_be_of_the_known_words(self) -> None:
        with pytest.raises(tri.UnknownWordError, match=r"did you mean summits.*got 'summit'"):
            icalendar(what=["terms", "summit"])
        with pytest.raises(tri.WrongTypeError, match=r"^a word of what must be a string, such as 'terms', got 3"):
            icalendar(what=[3])  # type: ignore[list-item] # pyright: ignore[reportArgumentType]


@pytest.mark.parametrize(
    ("arguments", "error", "message"),
    [
        ({"until": "2030-01-01"}, tri.WrongTypeError, r"^until must be a datetime\.date"),
        ({"until": dt.datetime(2030, 1, 1, tzinfo=dt.UTC)}, tri.WrongTypeError, r"^until must be .* not a datetime"),
        ({"language": "fr"}, tri.UnknownWordError, "^a language must be one of en, zh, ja, ko; got 'fr'"),
        ({"language": 3}, tri.WrongTypeError, "^a language must be a Language or a string"),
        ({"agreement": "2010"}, tri.WrongTypeError, "^agreement must be an Agreement"),
        ({"record": {}}, tri.WrongTypeError, "^record must be a Record"),
    ],
)
def test_wrong_arguments_are_refused(arguments: dict[str, Any], error: type[Exception], message: str) -> None:
    with pytest.raises(error, match=message):
        icalendar(**arguments)
