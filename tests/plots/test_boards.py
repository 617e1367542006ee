"""What a picture shows: bars, hand-overs, summits and gaps, with the days, the texts and the colours that they should have."""

# matplotlib is typed in part.
# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false, reportUnknownArgumentType=false

import datetime as dt
import subprocess
import sys
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from itertools import combinations
from typing import Any

import matplotlib as mpl
import numpy as np
import pytest
from matplotlib.colors import to_rgb
from matplotlib.style import library
from tests.plots.conftest import UNTIL, days, legend, lines, named, rectangles, seated, texts, when, written
from tests.record.test_history import event, with_history

import trilateral as tri
from trilateral import AGREEMENT_2010, AGREEMENT_2025, Basis, EventStatus, Language, MemberState, plots

CHINA, JAPAN, KOREA = MemberState.CHINA, MemberState.JAPAN, MemberState.KOREA
LATIN = ["DejaVu Sans"]


@pytest.mark.parametrize("law", [AGREEMENT_2010, AGREEMENT_2025])
class TestBars:
    """A bar a board, in the lane of the Secretary-General's state, over its term."""

    @pytest.fixture
    def picture(self, law: tri.Agreement[MemberState]) -> plots.Picture:
        return plots.boards(until=UNTIL, agreement=law)

    @pytest.fixture
    def boards(self, law: tri.Agreement[MemberState]) -> tuple[tri.Board, ...]:
        return tri.boards(until=UNTIL, agreement=law)

    def test_each_board_has_one_over_its_term(self, picture: plots.Picture, boards: Sequence[tri.Board]) -> None:
        drawn = {number: days(bar) for number, bar in rectangles(picture, "board-").items()}
        assert drawn == {str(board.number): (board.term.start, board.term.end) for board in boards}

    def test_by_default_the_recorded_boards_are_drawn(self, law: tri.Agreement[MemberState]) -> None:
        picture, recorded = plots.boards(agreement=law), tri.boards(agreement=law)
        drawn = {number: days(bar) for number, bar in rectangles(picture, "board-").items()}
        assert drawn == {str(board.number): (board.term.start, board.term.end) for board in recorded}
        assert "projected by law" not in legend(picture)

    def test_each_is_in_the_lane_of_its_state_and_lanes_follow_the_rotation(
        self, picture: plots.Picture, boards: Sequence[tri.Board]
    ) -> None:
        bars = rectangles(picture, "board-")
        for board in boards:
            lane, bar = [KOREA, JAPAN, CHINA].index(board.secretary_general.state), bars[str(board.number)]
            assert lane < bar.get_y() < bar.get_y() + bar.get_height() < lane + 1

    def test_just_the_projected_ones_are_hatched_and_pale(self, picture: plots.Picture, boards: Sequence[tri.Board]) -> None:
        bars = rectangles(picture, "board-")
        projected = {str(board.number) for board in boards if board.basis is Basis.PROJECTED}
        assert {number for number, bar in bars.items() if luminance(bar.get_facecolor()) > 0.8} == projected
        hatched = {number: days(part) for number, part in rectangles(picture, "by-law-").items() if number in projected}
        assert hatched == {number: days(bars[number]) for number in projected}

    def test_each_has_its_number_its_holder_and_its_start(self, picture: plots.Picture, boards: Sequence[tri.Board]) -> None:
        told = texts(picture)
        for board in boards:
            assert tri.ordinal(board.number, "en") in told
            assert str(board.secretary_general.holder or "unknown") in told
            assert (str(board.start.date) in told) == (board.number != 6)
        assert "2021-09" in told, "of board 6 the month alone is attested"

    def test_a_line_leads_from_each_board_to_the_next(self, picture: plots.Picture, boards: Sequence[tri.Board]) -> None:
        drawn = {gid: when(line) for gid, line in lines(picture).items() if gid.startswith("hand-over-")}
        assert drawn == {f"hand-over-{board.number}": board.start.date for board in boards[1:]}

    def test_the_foot_names_the_law_the_edition_and_the_newest_evidence(
        self, picture: plots.Picture, law: tri.Agreement[MemberState]
    ) -> None:
        told = f"By the {law.title}. Record of {tri.record().edition}; newest evidence on summits 2025-11-24."
        assert [text for text in texts(picture) if text.startswith(told)]


class TestBoundaries:
    """A boundary that no source states looks otherwise than a recorded one, and what follows from the law alone is hatched."""

    def test_of_a_recorded_board_the_days_after_its_last_attested_one_are_hatched_where_its_end_is_projected(self) -> None:
        picture = plots.boards()
        assert {number: days(part) for number, part in rectangles(picture, "by-law-").items()} == {
            "7": (dt.date(2025, 9, 4), dt.date(2026, 9, 1))
        }
        assert "recorded, but these days by law alone" in legend(picture)
        assert "start or end, day projected" in legend(picture)

    def test_where_no_end_is_projected_nothing_is_hatched(self) -> None:
        picture = plots.boards(agreement=AGREEMENT_2010)
        assert not rectangles(picture, "by-law-")
        assert "recorded, but these days by law alone" not in legend(picture)
        assert "start or end, day projected" not in legend(picture)

    def test_an_extension_is_hatched_too(self) -> None:
        law = AGREEMENT_2010.with_extension(7, until=dt.date(2026, 3, 1), because="Drawn for a test.")
        picture = plots.boards(agreement=law)
        assert days(rectangles(picture, "by-law-")["7"]) == (dt.date(2025, 9, 4), dt.date(2026, 3, 1))
        assert "to 2026-02-28 (projected); Secretary-General LEE Hee-sup." in picture.description

    def test_a_recorded_board_of_which_no_day_is_known_is_hatched_as_a_whole(self) -> None:
        picture = plots.boards(record=seated({"holder": "p1"}, start=None))
        assert days(rectangles(picture, "by-law-")["8"]) == (dt.date(2026, 9, 1), dt.date(2029, 9, 1))
        assert "(Japan): 2026-09-01 (projected) to 2029-08-31 (projected)" in picture.description


class TestHolders:
    """A change of holder and a vacancy are seen, and told with their days."""

    def test_a_vacancy_between_two_holders_is_white_and_each_change_is_marked(self) -> None:
        record = seated(
            {"holder": "p1", "end": "2027-04-01"},
            {"vacant": True, "start": "2027-04-01", "end": "2027-12-01"},
            {"holder": "p2", "start": "2027-12-01"},
        )
        picture = plots.boards(record=record)
        (vacancy,) = rectangles(picture, "vacancy-8-").values()
        assert days(vacancy) == (dt.date(2027, 4, 1), dt.date(2027, 12, 1))
        assert vacancy.get_facecolor() == (1, 1, 1, 1)
        changes = [when(line) for gid, line in lines(picture).items() if gid.startswith("change-8-")]
        assert changes == list(days(vacancy))
        assert {"vacant", "change of holder"} <= set(legend(picture))
        assert "YAMADA Taro → vacant → SATO Hanako" in texts(picture)
        told = "YAMADA Taro, 2026-09-01 to 2027-03-31; vacant, 2027-04-01 to 2027-11-30; SATO Hanako, 2027-12-01 to 2029-08-31."
        assert told in picture.description

    def test_where_the_record_has_nobody_for_some_days_they_are_unknown(self) -> None:
        picture = plots.boards(record=seated({"holder": "p1", "start": "2026-10-01", "end": "2027-04-01"}))
        assert "unknown → YAMADA Taro → unknown" in texts(picture)
        assert "unknown, 2026-09-01 to 2026-09-30; YAMADA Taro, 2026-10-01 to 2027-03-31; unknown, " in picture.description
        assert "vacant" not in legend(picture)

    def test_without_a_change_there_is_no_mark(self) -> None:
        picture = plots.boards(until=UNTIL)
        assert not [gid for gid in lines(picture) if gid.startswith("change-")]
        assert "change of holder" not in legend(picture)


class TestHoldingOver:
    """The days of a board after its lawful end are marked."""

    def test_it_is_marked_where_there_is_any(self) -> None:
        picture = plots.boards(until=UNTIL, agreement=AGREEMENT_2010)
        over = rectangles(picture, "holding-over-")
        assert {number: days(each) for number, each in over.items()} == {"7": (dt.date(2025, 9, 1), dt.date(2025, 9, 4))}
        assert "holding over\n→ 2025-09-03" in texts(picture)
        assert "holding over" in legend(picture)

    def test_it_is_neither_marked_nor_explained_where_there_is_none(self) -> None:
        picture = plots.boards(until=UNTIL)
        assert not rectangles(picture, "holding-over-")
        assert "holding over" not in legend(picture)


class TestSummits:
    """The summits and the gaps between them, under the boards."""

    def test_gaps_span_the_time_between_two_summits_and_an_open_one_ends_with_the_evidence(self) -> None:
        summits, shades = tri.series("summit"), rectangles(plots.boards(until=UNTIL), "gap-")
        expected = [(gap.after.latest, gap.before.earliest if gap.before else summits.as_of) for gap in summits.gaps]
        assert [days(shade) for shade in shades.values()] == expected
        assert [shade.get_linestyle() for shade in shades.values()] == ["-", "-", "-", (0, (1, 1.65))]

    def test_each_has_a_mark_on_its_day_by_whether_it_was_held(self) -> None:
        summits, drawn = tri.series("summit"), lines(plots.boards(until=UNTIL))
        for each in (*summits.meetings, *summits.not_held):
            mark = drawn[f"event-{each.id}"]
            assert each.earliest <= when(mark) <= each.latest
            assert mark.get_marker() == ("o" if each.status is EventStatus.HELD else "x")
        assert when(drawn["event-summit-9"]) == summits.meeting(9).session == dt.date(2024, 5, 27)

    def test_those_held_have_their_numbers(self) -> None:
        told = texts(plots.boards(until=UNTIL))
        assert [text for text in told if text in set("123456789")] == list("123456789")

    def test_one_that_is_planned_has_a_mark_of_its_own(self) -> None:
        planned = event("s10", "2027-05", kind="summit", series="summit", number=10, status="planned")
        record = with_history(events=[planned])
        picture = plots.boards(until=UNTIL, record=record)
        assert lines(picture)["event-s10"].get_marker() == "D"
        assert "summit planned" in legend(picture)
        assert "summit planned: no. 10, 2027-05." in picture.description

    def test_what_is_inferred_has_a_ring_and_says_so(self) -> None:
        picture = plots.boards(until=UNTIL)
        rings = {gid: when(line) for gid, line in lines(picture).items() if gid.startswith("inferred-")}
        assert rings == {"inferred-summit-planned-2026-01": when(lines(picture)["event-summit-planned-2026-01"])}
        assert "inferred, as no source says so" in legend(picture)
        assert "; 2026-01 (inferred)." in picture.description

    def test_an_event_that_is_called_like_a_board_does_not_get_its_id(self) -> None:
        planned = event("board-7", "2027-05", kind="summit", series="summit", number=10, status="planned")
        picture = plots.boards(until=UNTIL, record=with_history(events=[planned]))
        assert "event-board-7" in lines(picture)
        assert "board-7" not in lines(picture)

    def test_what_begins_after_the_last_board_is_left_out(self) -> None:
        picture = plots.boards(until=dt.date(2012, 1, 1))
        assert "event-summit-5" in lines(picture)
        assert "event-summit-6" not in lines(picture)
        assert list(rectangles(picture, "gap-")) == ["1"]
        assert legend(picture) == [
            "board on record",
            "start or end, day recorded",
            "start or end, day inferred",
            "summit held",
            "summit planned, not held",
            "gap: a calendar year without a summit",
        ]

    @pytest.mark.usefixtures("every_glyph")
    def test_a_time_before_every_gap_has_none(self) -> None:
        picture = plots.boards(until=dt.date(2025, 1, 1), record=tri.record().as_known_on(dt.date(2012, 6, 1)))
        assert not rectangles(picture, "gap-")
        assert "inferred, as no source says so" not in legend(picture)


class TestDescription:
    """All that is drawn, in sentences that are true to the day."""

    def test_a_board_that_held_over_has_its_last_day_and_how_it_is_known(self) -> None:
        told = plots.boards(agreement=AGREEMENT_2010).description
        assert (
            "7th Consultative Board (ROK): 2023-09-01 to 2025-09-03 (inferred), holding over from 2025-09-01; "
            "Secretary-General LEE Hee-sup."
        ) in told

    def test_of_a_start_of_which_only_the_month_is_known_it_has_the_month(self) -> None:
        assert "6th Consultative Board (China): 2021-09 (inferred) to 2023-08-31 (inferred);" in plots.boards().description

    def test_summits_have_their_numbers_and_their_last_days(self) -> None:
        told = plots.boards().description
        assert "no. 8, 2019-12-24; no. 9, 2024-05-26 to 2024-05-27." in told
        assert "2016-12-19 to 2016-12-20; 2017-07; 2020;" in told

    def test_gaps_lie_between_two_summits_or_go_on_since_one(self) -> None:
        told = plots.boards().description
        assert "gap: a calendar year without a summit, between 2019-12-24 and 2024-05-26." in told
        assert "gap, open as far as known, since 2024-05-27." in told

    @pytest.mark.usefixtures("every_glyph")
    @pytest.mark.parametrize(
        ("language", "expected"),
        [
            ("zh", "第七届协商委员会（韩国）：2023-09-01至2025-09-03（推断），自2025-09-01起超期留任；秘书长李熙燮。"),
            (
                "ja",
                "第7期協議理事会（韓国）：2023-09-01から2025-09-03（推定）まで、2025-09-01から任期満了後の在任。事務局長は李熙燮。",
            ),
            (
                "ko",
                "제7대 협의이사회(한국): 2023-09-01부터 2025-09-03(추정)까지, 2025-09-01부터 임기 만료 후 유임; 사무총장",
            ),
        ],
    )
    def test_it_is_in_the_language_of_the_picture(self, language: str, expected: str) -> None:
        assert expected in plots.boards(agreement=AGREEMENT_2010, language=language).description


class TestNames:
    """Holders are called as the language writes them, and a text of data is nothing but a text."""

    @pytest.mark.usefixtures("every_glyph")
    @pytest.mark.parametrize(
        ("language", "expected"),
        [
            ("en", ["SHIN Bong-kil", "IWATANI Shigeo", "YANG Houlan", "MICHIGAMI Hisashi", "OU Boqian"]),
            ("zh", ["申鳳吉", "岩谷滋雄", "杨厚兰", "道上尚史", "欧渤芊"]),
            ("ja", ["申鳳吉", "岩谷滋雄", "楊厚蘭", "道上尚史", "欧渤芊"]),
            ("ko", ["신봉길", "이와타니 시게오", "양허우란", "미치가미 히사시", "어우보첸"]),
        ],
    )
    def test_they_are_written_as_the_language_does(self, language: str, expected: list[str]) -> None:
        told = texts(plots.boards(until=dt.date(2022, 1, 1), language=language))
        assert [text for text in told if text in expected] == expected

    @pytest.mark.usefixtures("every_glyph")
    @pytest.mark.parametrize("language", list(Language))
    def test_states_offices_and_numbers_are_labelled_in_the_language(self, language: Language) -> None:
        picture = plots.boards(until=UNTIL, language=language)
        labels = [str(tri.label(each, language)) for each in (*MemberState, tri.Role.SECRETARY_GENERAL, "summit")]
        numbers = [tri.ordinal(number, language) for number in range(1, 13)]
        assert {*labels, *numbers} <= set(texts(picture))
        assert picture.language is language
        assert all(str(tri.label(board, language)) in picture.description for board in tri.boards(until=UNTIL))

    @pytest.mark.usefixtures("every_glyph")
    @pytest.mark.parametrize(
        ("others", "expected"),
        [
            ({}, "YAMADA Taro"),
            ({"misprint": "야마다 다로"}, "YAMADA Taro"),
            ({"misprint": "야다", "reading": "야마다"}, "야마다"),
        ],
    )
    def test_a_name_that_the_language_lacks_or_misprints_is_the_preferred_one(
        self, others: dict[str, str], expected: str
    ) -> None:
        assert expected in texts(plots.boards(until=UNTIL, language="ko", record=named("YAMADA Taro", **others)))

    @pytest.mark.parametrize("name", ["<script>x</script>", "$x^2$ & co", "A&B \"C\" 'D'", r"\alpha {y}", "100 % $"])
    def test_markup_in_a_name_is_text(self, name: str) -> None:
        picture = plots.boards(until=UNTIL, record=named(name))
        (text,) = [text for text in written(picture) if text.get_text() == name]
        assert not text.get_parse_math()
        assert not text.get_usetex()

    def test_a_long_name_is_cut_in_the_picture_and_whole_in_the_description(self) -> None:
        name = "Maximiliana Alexandra von und zu Musterhausen"
        picture = plots.boards(until=UNTIL, record=named(name))
        (cut,) = [text for text in texts(picture) if text.startswith("Maximiliana Alex")]
        assert cut.endswith("…")
        assert name.startswith(cut[:-1])
        assert name in picture.description

    @pytest.mark.usefixtures("every_glyph")
    @pytest.mark.parametrize(
        ("language", "expected"), [("en", "YAMADA Taro"), ("zh", "山田太郎"), ("ja", "山田太郎"), ("ko", "山田太郎")]
    )
    def test_english_takes_a_latin_spelling_and_chinese_and_japanese_any_in_ideographs(
        self, language: str, expected: str
    ) -> None:
        spellings = [("山田太郎", "Hani", "preferred"), ("YAMDA Taro", "Latn", "misprint"), ("YAMADA Taro", "Latn", "reading")]
        assert expected in texts(plots.boards(language=language, record=seated({"holder": "p1"}, names=spellings)))

    @pytest.mark.usefixtures("every_glyph")
    @pytest.mark.parametrize("language", ["zh", "ja"])
    def test_ideographs_of_any_kind_go_before_latin_letters_and_the_native_ones_before_others(self, language: str) -> None:
        latin = ("KIM Chulsoo", "Latn", "preferred")
        variant, native = ("金鐵洙", "Hani", "variant"), ("金哲洙", "Hani", "native")
        for spellings, expected in (([latin, variant], "金鐵洙"), ([latin, variant, native], "金哲洙")):
            picture = plots.boards(language=language, record=seated({"holder": "p1"}, names=spellings))
            assert expected in texts(picture)

    def test_a_line_break_in_a_name_is_a_space(self) -> None:
        assert "YAMADA Taro" in texts(plots.boards(until=UNTIL, record=named("YAMADA\nTaro")))

    def test_a_vacant_seat_is_not_unknown(self) -> None:
        picture = plots.boards(until=dt.date(2027, 1, 1), record=named(""))
        assert "vacant" in texts(picture)
        assert "unknown" not in texts(picture)

    def test_facts_that_were_added_are_told(self) -> None:
        assert any(" with facts added;" in text for text in texts(plots.boards(until=UNTIL, record=named("YAMADA Taro"))))
        assert not any("facts added" in text for text in texts(plots.boards(until=UNTIL)))


@pytest.mark.usefixtures("every_glyph")
@pytest.mark.parametrize("language", list(Language))
class TestRoom:
    """Nothing runs into anything else."""

    @pytest.mark.parametrize(
        ("until", "law"),
        [
            (dt.date(2012, 1, 1), AGREEMENT_2025),
            (dt.date(2020, 1, 1), AGREEMENT_2025),
            (UNTIL, AGREEMENT_2025),
            (UNTIL, AGREEMENT_2010),
            (dt.date(2100, 1, 1), AGREEMENT_2025),
            (UNTIL, AGREEMENT_2025.with_term_length(1, since_board=8)),
            (UNTIL, AGREEMENT_2025.with_order((CHINA, KOREA, JAPAN), since_board=8)),
            (UNTIL, AGREEMENT_2025.with_order((CHINA, JAPAN, KOREA), since_board=9)),
        ],
    )
    def test_no_text_meets_another_or_a_hand_over_or_leaves_the_picture_or_its_bar(
        self, until: dt.date, law: tri.Agreement[MemberState], language: Language
    ) -> None:
        picture = plots.boards(until=until, agreement=law, language=language)
        picture.draw_without_rendering()
        boxes = [(text.get_text(), text.get_window_extent()) for text in written(picture)]
        assert [
            text for text, box in boxes if box.x0 < 0 or box.x1 > picture.bbox.x1 or box.y0 < 0 or box.y1 > picture.bbox.y1
        ] == []
        assert [(one, other) for (one, a), (other, b) in combinations(boxes, 2) if a.overlaps(b)] == []
        notes = [(text, patch.get_window_extent()) for text in written(picture) if (patch := text.get_bbox_patch())]
        overs = {gid: line.get_window_extent() for gid, line in lines(picture).items() if gid.startswith("hand-over-")}
        assert [(text.get_text(), gid) for text, a in notes for gid, b in overs.items() if a.overlaps(b)] == []
        for number, bar in rectangles(picture, "board-").items():
            ordinal, around = tri.ordinal(int(number), language), bar.get_window_extent()
            (box,) = [box for text, box in boxes if text == ordinal]
            assert around.x0 < box.x0 < box.x1 < around.x1

    def test_names_of_the_record_are_whole(self, language: Language) -> None:
        for law in (AGREEMENT_2010, AGREEMENT_2025):
            assert not [text for text in texts(plots.boards(until=UNTIL, agreement=law, language=language)) if "…" in text]


class TestWidth:
    """A picture is at most 60 inches wide."""

    def test_a_picture_that_would_be_too_wide_is_refused(self) -> None:
        expected = r"until must be a day so early that the picture is at most 60 inches wide, got 9000-01-01"
        with pytest.raises(tri.InvalidValueError, match=expected):
            plots.boards(until=dt.date(9000, 1, 1))

    @pytest.mark.parametrize("day", ["0001-01-01", "1700-05"])
    def test_an_event_far_before_the_boards_is_named(self, day: str) -> None:
        record = with_history(events=[event("old", day, kind="summit", series="summit", status="not-held")])
        expected = rf"record must be one whose summits are so near to the boards that .* 60 inches wide, got old of {day}$"
        with pytest.raises(tri.InvalidValueError, match=expected):
            plots.boards(until=UNTIL, record=record)

    def test_boards_too_short_for_their_names_have_them_cut_or_none(self) -> None:
        boards = [{"number": number, "start": {"date": f"2026-09-0{number - 7}", "sources": ["s1"]}} for number in range(8, 12)]
        picture = plots.boards(until=UNTIL, record=with_history(boards=boards))
        assert picture.get_size_inches()[0] < 60
        assert not {"8th", "9th", "10th"} & set(texts(picture))
        assert "11th" in texts(picture)


def linear(colour: Any) -> Any:
    """The red, green and blue of a colour, in linear light."""
    values = np.asarray(to_rgb(colour))
    return np.where(values <= 0.04045, values / 12.92, ((values + 0.055) / 1.055) ** 2.4)


def luminance(colour: Any) -> float:
    return float(linear(colour) @ [0.2126, 0.7152, 0.0722])


def contrast(one: Any, other: Any) -> float:
    """The ratio of contrast, as WCAG defines it."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def lab(light: Any) -> Any:
    """The place of a linear colour in CIELAB, where 2 is a difference that one just sees."""
    to_xyz = np.array([[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]])
    x, y, z = np.cbrt(np.clip(to_xyz @ light / [0.9505, 1, 1.089], 0.008856, None))
    return np.array([116 * y - 16, 500 * (x - y), 200 * (y - z)])


# How colours look without one kind of cone: Machado, Oliveira and Fernandes 2009, severity 1.
BLIND = {
    "protanopia": [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]],
    "deuteranopia": [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]],
    "tritanopia": [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]],
}


class TestColours:
    """States are told apart without colours, and what is written on them can be read."""

    @pytest.fixture
    def faces(self) -> list[Any]:
        bars = rectangles(plots.boards(until=dt.date(2017, 1, 1)), "board-")
        return [bars[number].get_facecolor() for number in "123"]

    def test_in_grey_any_two_states_have_a_contrast_of_at_least_one_and_a_half(self, faces: list[Any]) -> None:
        assert min(contrast(one, other) for one, other in combinations(faces, 2)) >= 1.5

    @pytest.mark.parametrize("kind", BLIND)
    def test_the_colour_blind_see_states_at_least_twenty_apart(self, faces: list[Any], kind: str) -> None:
        seen = [lab(np.clip(BLIND[kind] @ linear(face), 0, 1)) for face in faces]
        assert min(float(np.linalg.norm(one - other)) for one, other in combinations(seen, 2)) >= 20

    def test_every_text_has_the_contrast_that_wcag_asks_for(self) -> None:
        picture = plots.boards(until=UNTIL)
        bars = rectangles(picture, "board-")
        by_text = {text.get_text(): text for text in written(picture)}
        for number, bar in bars.items():
            text = by_text.pop(tri.ordinal(int(number), "en"))
            ground = "white" if luminance(bar.get_facecolor()) > 0.8 else bar.get_facecolor()
            assert contrast(text.get_color(), ground) >= 4.5
        assert min(contrast(text.get_color(), "white") for text in by_text.values()) >= 4.5


class TestFonts:
    """Every character is drawn with a font that has it, or none is."""

    @pytest.mark.parametrize(("language", "lacking"), [("zh", "届秘"), ("ja", "期長"), ("ko", "한총")])
    def test_what_no_font_has_is_refused_with_the_way_out(self, language: str, lacking: str) -> None:
        expected = r"no font at hand has '.*': install one, such as Debian's fonts-noto-cjk for .* tried were DejaVu Sans$"
        with pytest.raises(tri.MissingGlyphsError, match=expected) as refused:
            plots.boards(until=UNTIL, language=language, fonts=LATIN)
        assert set(lacking) <= set(refused.value.characters)
        assert refused.value.fonts == ("DejaVu Sans",)

    def test_of_many_that_were_tried_three_are_told(self) -> None:
        with pytest.raises(tri.MissingGlyphsError, match=r"tried were A, B, C and 1 more$"):
            plots.boards(until=UNTIL, fonts=["A", "B", "C", "D"])

    def test_a_name_counts_too(self) -> None:
        with pytest.raises(tri.MissingGlyphsError, match="no font at hand has '山田':"):
            plots.boards(until=UNTIL, record=named("山田"), fonts=LATIN)

    def test_the_way_out_fits_the_characters(self) -> None:
        expected = r"^no font at hand has '\U00010330': install one that has them, delete the list"
        with pytest.raises(tri.MissingGlyphsError, match=expected):
            plots.boards(record=named("\U00010330"), fonts=LATIN)

    @pytest.mark.parametrize("char", ["\ufe00", "\ufe0f", "\U000e0100", "\u034f"])
    def test_what_is_never_drawn_is_not_lacking(self, char: str) -> None:
        assert f"YAMADA{char} Taro" in texts(plots.boards(record=named(f"YAMADA{char} Taro"), fonts=LATIN))

    @pytest.mark.parametrize("fonts", [[], ["No Such Family"]])
    def test_without_a_font_nothing_can_be_drawn(self, fonts: list[str]) -> None:
        with pytest.raises(tri.MissingGlyphsError, match=rf"tried were {fonts[0] if fonts else 'none'}$"):
            plots.boards(until=UNTIL, fonts=fonts)

    def test_the_first_that_has_a_character_is_taken_and_others_are_left_out(self) -> None:
        picture = plots.boards(until=UNTIL, fonts=["No Such Family", "DejaVu Serif", "DejaVu Sans"])
        families = {tuple(text.get_fontfamily()) for text in written(picture)}
        assert families == {("DejaVu Serif",)}

    @pytest.mark.parametrize("family", ["", "  ", "sans-serif", "Sans", "monospace", "SERIF"])
    def test_one_without_a_name_or_a_generic_one_is_refused(self, family: str) -> None:
        expected = r"one of fonts must be the name of a family, such as 'DejaVu Sans', and no generic one, got "
        with pytest.raises(tri.InvalidValueError, match=expected):
            plots.boards(fonts=["DejaVu Sans", family])

    @pytest.mark.parametrize("family", [None, 5, b"DejaVu Sans"])
    def test_one_is_a_string(self, family: Any) -> None:
        with pytest.raises(tri.WrongTypeError, match=r"one of fonts must be the name of a family, such as '.*', got "):
            plots.boards(fonts=["DejaVu Sans", family])

    @pytest.mark.parametrize("fonts", ["DejaVu Sans", 5])
    def test_they_are_several_families(self, fonts: Any) -> None:
        with pytest.raises(tri.WrongTypeError, match=r"fonts must be several families, such as \['Noto Sans CJK KR'\], got "):
            plots.boards(until=UNTIL, fonts=fonts)


class TestBadInput:
    """What cannot be drawn is refused as the library does it everywhere."""

    @pytest.mark.parametrize("until", ["2041-01-01", dt.datetime(2041, 1, 1)])  # noqa: DTZ001
    def test_until_is_a_day(self, until: Any) -> None:
        with pytest.raises(tri.WrongTypeError, match=r"until must be a datetime\.date.*, got"):
            plots.boards(until=until)

    def test_until_is_after_the_first_board(self) -> None:
        with pytest.raises(tri.InvalidValueError, match=r"until must be a day after 2011-09-01, .* got 2011-09-01"):
            plots.boards(until=dt.date(2011, 9, 1))

    def test_it_must_be_given_where_no_board_is_recorded(self) -> None:
        with pytest.raises(tri.InvalidValueError, match=r"until must be a day after 2011-09-01, .* got None"):
            plots.boards(record=tri.record().as_known_on(dt.date(2011, 3, 1)))

    def test_a_language_is_one_of_four(self) -> None:
        with pytest.raises(tri.UnknownWordError, match="a language must be one of en, zh, ja, ko; got 'fr'"):
            plots.boards(until=UNTIL, language="fr")

    @pytest.mark.parametrize("what", ["agreement", "record"])
    def test_a_law_and_a_record_are_what_they_are(self, what: str) -> None:
        with pytest.raises(tri.WrongTypeError, match=f"{what} must be an? "):
            plots.boards(until=UNTIL, **{what: "2010"})  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]


def run(code: str) -> str:
    """What a new process prints."""
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)  # noqa: S603 - our own code
    return done.stdout.strip()


class TestGuest:
    """The extra is a guest in the program that draws."""

    def test_settings_of_matplotlib_are_neither_changed_nor_do_they_hide_anything(self) -> None:
        with mpl.rc_context(dict(library["dark_background"])):
            before = dict(mpl.rcParams)
            dark = plots.boards(until=UNTIL)
            assert dict(mpl.rcParams) == before
        usual = plots.boards(until=UNTIL)
        colours = [[to_rgb(text.get_color()) for text in written(each)] for each in (dark, usual)]
        assert colours[0] == colours[1]
        assert dark.get_facecolor() == dark.axes[0].get_facecolor() == (1, 1, 1, 1)

    def test_many_threads_draw_the_same(self) -> None:
        def until(day: dt.date) -> plots.Picture:
            return plots.boards(until=day)

        with ThreadPoolExecutor(4) as threads:
            drawn = list(threads.map(texts, threads.map(until, [UNTIL] * 8)))
        assert all(each == drawn[0] for each in drawn)

    def test_matplotlib_is_imported_with_the_pictures_and_pyplot_never(self) -> None:
        code = """
import sys
from trilateral import plots
before = "matplotlib" in sys.modules
plots.boards()
print(before, "matplotlib.pyplot" in sys.modules)
"""
        assert run(code) == "False False"

    @pytest.mark.parametrize("name", plots.__all__)
    def test_without_matplotlib_one_is_told_of_the_extra(self, name: str) -> None:
        code = f"""
import sys
sys.modules["matplotlib"] = None
from trilateral import plots
try:
    plots.{name}
except ModuleNotFoundError as error:
    print(error)
"""
        assert run(code) == "the pictures need the extra \"plots\": python -m pip install 'trilateral[plots]'"

    @pytest.mark.filterwarnings("ignore:The 'generic' unit:DeprecationWarning")  # of matplotlib 3.10 to numpy 2.5
    def test_a_user_adds_days_to_it(self) -> None:
        picture = plots.boards(until=UNTIL)
        line = picture.axes[0].axvline(dt.date(2026, 9, 1))  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
        picture.draw_without_rendering()
        assert float(np.asarray(line.get_xdata(orig=False))[0]) == rectangles(picture, "board-")["8"].get_x()
