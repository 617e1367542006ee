"""What things are called in four languages, and how the three states are named together."""

import datetime as dt
import pickle
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.record.test_history import joint, name, with_history
from tests.rules.messages import got
from tests.strategies import SOURCE

import trilateral as tri
from trilateral import Language, MemberState, Register, Role
from trilateral._record.reading import read_facts

CHINA, JAPAN, KOREA = MemberState.CHINA, MemberState.JAPAN, MemberState.KOREA
LANGUAGES = ["en", "zh", "ja", "ko"]
RECORD = with_history(
    names=[
        name("lift", "en", "lift"),
        name("lift", "en", "elevator"),
        name("lift", "en", "hoisting apparatus", register="long"),
        name("lift", "zh", "升降机", register="long"),
    ]
)


class TestNames:
    """Every recorded name of something, the usual ones first."""

    def test_are_given_in_all_languages_or_in_one(self) -> None:
        assert [each.text for each in tri.labels("lift", record=RECORD)] == ["lift", "elevator", "hoisting apparatus", "升降机"]
        assert [each.text for each in tri.labels("lift", "zh", record=RECORD)] == ["升降机"]
        assert tri.labels("lift", Language.CHINESE, record=RECORD) == tri.labels("lift", "zh", record=RECORD)
        assert tri.labels("lift", "ko", record=RECORD) == ()

    def test_the_first_of_a_register_is_the_usual_one(self) -> None:
        assert str(tri.label("lift", "en", record=RECORD)) == "lift"
        assert str(tri.label("lift", "en", register=Register.LONG, record=RECORD)) == "hoisting apparatus"

    def test_the_first_that_still_holds_is_preferred(self) -> None:
        names = [name("lift", "en", "old", until="2030"), name("lift", "en", "new", since="2030"), name("lift", "en", "newer")]
        record = with_history(names=[*names, name("lift", "zh", "旧", until="2030", register="long")])
        assert str(tri.label("lift", "en", record=record)) == "new"
        assert str(tri.label("lift", "en", register=Register.OWN, record=record)) == "new"
        assert str(tri.label("lift", "zh", record=record)) == "旧"

    def test_of_a_user_come_first(self) -> None:
        record = with_history(names=[name("secretariat", "en", "Tri-Sec")])
        assert str(tri.label("secretariat", "en", record=record)) == "Tri-Sec"
        assert tri.label("secretariat", "en", register=Register.LONG, record=record) == tri.label(
            "secretariat", "en", register=Register.LONG
        )

    def test_of_a_user_name_boards_too(self) -> None:
        names = [name("consultative-board", "en", "Panel"), name("consultative-board", "en", "Panel of Three", register="long")]
        record = with_history(names=names)
        assert str(tri.label(tri.board(7), "en", record=record)) == "7th Panel"
        assert str(tri.label(tri.board(7), "en", register=Register.LONG, record=record)) == "7th Panel of Three"

    def test_another_register_serves_where_one_is_not_recorded(self) -> None:
        assert str(tri.label("lift", "en", register=Register.OWN, record=RECORD)) == "lift"
        assert str(tri.label("lift", "zh", record=RECORD)) == "升降机"

    def test_are_found_by_state_or_role_or_by_what_they_are_written(self) -> None:
        assert tri.labels(KOREA) == tri.labels("KOR")
        assert tri.labels(Role.SECRETARY_GENERAL) == tri.labels("secretary-general")

    def test_carry_their_sources_and_pickle(self) -> None:
        label = tri.label("lift", "en", record=RECORD)
        assert [source.id for source in label.sources] == ["s1"]
        assert repr(label) == "<Label lift en short>"
        assert label.basis is tri.Basis.RECORDED
        assert pickle.loads(pickle.dumps(label)) == label

    def test_of_something_unknown_are_refused_with_the_nearest(self) -> None:
        for ask in (lambda: tri.labels("secretariatt"), lambda: tri.label("secretariatt", "en")):
            with pytest.raises(
                tri.UnknownWordError, match=r"what is named must be one of .*; did you mean secretariat or .* got"
            ):
                ask()

    def test_in_an_unknown_language_are_refused_with_the_valid_ones(self) -> None:
        for language in ("fr", "EN", "english", ""):
            with pytest.raises(tri.UnknownWordError, match=r"a language must be one of en, zh, ja, ko; .*got '") as caught:
                tri.label("secretariat", language)
            assert caught.value.valid == ("en", "zh", "ja", "ko")

    def test_that_are_not_recorded_in_a_language_are_refused_with_those_that_are(self) -> None:
        with pytest.raises(tri.UnknownWordError, match="the language of that name must be one of en, zh; got 'ko'") as caught:
            tri.label("lift", "ko", record=RECORD)
        assert (caught.value.valid, caught.value.nearest) == (("en", "zh"), ())

    @pytest.mark.parametrize("subject", [None, 7, b"KOR"])
    def test_of_what_is_no_subject_are_refused(self, subject: Any) -> None:
        with pytest.raises(tri.WrongTypeError, match="what is named must be a MemberState, a Role or a string, such as '"):
            tri.labels(subject)
        with pytest.raises(tri.WrongTypeError, match="named must be a MemberState, a Role, a Board or a string, such as '"):
            tri.label(subject, "en")

    def test_in_what_is_no_language_are_refused(self) -> None:
        wrong: Any = 7
        for ask in (lambda: tri.label("KOR", wrong), lambda: tri.labels("KOR", wrong), lambda: tri.ordinal(7, wrong)):
            with pytest.raises(tri.WrongTypeError, match="a language must be a Language or a string, such as 'en', got 7"):
                ask()

    def test_a_register_is_one_of_three(self) -> None:
        wrong: Any = "short"
        with pytest.raises(tri.WrongTypeError, match=r"register must be a Register, such as Register\.SHORT, got 'short'"):
            tri.label("KOR", "en", register=wrong)

    def test_what_is_no_record_is_refused(self) -> None:
        nothing: Any = {}
        day = dt.date(2024, 1, 1)
        for ask in (
            lambda: tri.labels("KOR", record=nothing),
            lambda: tri.label("KOR", "en", record=nothing),
            lambda: tri.joint_name("ko", on=day, record=nothing),
        ):
            with pytest.raises(tri.WrongTypeError, match=r"record must be a Record, such as record\(\), got {}"):
                ask()


class TestShippedNames:
    """States, organisation, roles and boards in four languages."""

    @pytest.mark.parametrize(
        ("subject", "texts"),
        [
            (CHINA, ["China", "中国", "中国", "중국"]),
            (JAPAN, ["Japan", "日本", "日本", "일본"]),
            (KOREA, ["ROK", "韩国", "韓国", "한국"]),
            (Role.SECRETARY_GENERAL, ["Secretary-General", "秘书长", "事務局長", "사무총장"]),
            (tri.board(7), ["7th Consultative Board", "第七届协商委员会", "第7期協議理事会", "제7대 협의이사회"]),
            (tri.board(1), ["1st Consultative Board", "第一届协商委员会", "第1期協議理事会", "제1대 협의이사회"]),
        ],
    )
    def test_are_written_as_each_language_writes_them(self, subject: Any, texts: list[str]) -> None:
        assert [str(tri.label(subject, language)) for language in LANGUAGES] == texts

    @pytest.mark.parametrize(
        "subject",
        [*MemberState, *Role, "secretariat", "consultative-board", "summit"],
        ids=str,
    )
    def test_are_known_in_every_language(self, subject: MemberState | Role | str) -> None:
        assert {each.language for each in tri.labels(subject)} == set(Language)

    def test_the_secretariat_has_a_short_a_long_and_an_own_name_in_each(self) -> None:
        for language in Language:
            assert {each.register for each in tri.labels("secretariat", language)} == set(Register)
        assert str(tri.label("secretariat", "zh", register=Register.OWN)) == "中日韩合作秘书处"

    def test_a_board_is_named_by_its_number(self) -> None:
        label = tri.label(tri.board(12), "ja")
        assert (label.subject, label.text) == ("board 12", "第12期協議理事会")
        assert label.sources == tri.label("consultative-board", "ja").sources


class TestOrdinals:
    """Ordinals as each language writes them."""

    @pytest.mark.parametrize(
        ("number", "english", "chinese"),
        [
            (1, "1st", "第一届"),
            (2, "2nd", "第二届"),
            (3, "3rd", "第三届"),
            (4, "4th", "第四届"),
            (7, "7th", "第七届"),
            (10, "10th", "第十届"),
            (11, "11th", "第十一届"),
            (12, "12th", "第十二届"),
            (13, "13th", "第十三届"),
            (19, "19th", "第十九届"),
            (20, "20th", "第二十届"),
            (21, "21st", "第二十一届"),
            (22, "22nd", "第二十二届"),
            (23, "23rd", "第二十三届"),
            (100, "100th", "第一百届"),
            (101, "101st", "第一百零一届"),
            (110, "110th", "第一百一十届"),
            (111, "111th", "第一百一十一届"),
            (112, "112th", "第一百一十二届"),
            (1000, "1000th", "第一千届"),
            (1001, "1001st", "第一千零一届"),
            (1010, "1010th", "第一千零一十届"),
            (2010, "2010th", "第二千零一十届"),
            (2100, "2100th", "第二千一百届"),
            (9999, "9999th", "第九千九百九十九届"),
        ],
    )
    def test_are_written_in_four_languages(self, number: int, english: str, chinese: str) -> None:
        assert [tri.ordinal(number, language) for language in LANGUAGES] == [
            english,
            chinese,
            f"第{number}期",
            f"제{number}대",
        ]

    @given(st.integers(1, 9999), st.integers(1, 9999), st.sampled_from([*Language]))
    def test_of_different_numbers_differ(self, one: int, other: int, language: Language) -> None:
        assert (tri.ordinal(one, language) == tri.ordinal(other, language)) is (one == other)

    @pytest.mark.parametrize("number", [0, -1, 10_000, 10**30])
    def test_are_of_1_to_9999(self, number: int) -> None:
        with pytest.raises(tri.InvalidValueError, match=f"a board's number must be from 1 to 9999, got {number}"):
            tri.ordinal(number, "en")

    @pytest.mark.parametrize("number", [True, 7.0, "7", None])
    def test_are_of_integers(self, number: Any) -> None:
        with pytest.raises(tri.WrongTypeError, match=rf"^a board's number must be an int, such as 7, {got(number)}"):
            tri.ordinal(number, "en")


class TestTheThreeStates:
    """The order in which each language names the three states, by date; Korean changed in 2023 and 2025."""

    @pytest.mark.parametrize(
        ("language", "day", "text", "order"),
        [
            ("ko", dt.date(2022, 1, 1), "한중일", (KOREA, CHINA, JAPAN)),
            ("ko", dt.date(2023, 8, 31), "한중일", (KOREA, CHINA, JAPAN)),
            ("ko", dt.date(2023, 9, 1), "한일중", (KOREA, JAPAN, CHINA)),
            ("ko", dt.date(2024, 1, 1), "한일중", (KOREA, JAPAN, CHINA)),
            ("ko", dt.date(2025, 10, 31), "한일중", (KOREA, JAPAN, CHINA)),
            ("ko", dt.date(2025, 11, 15), "한일중", (KOREA, JAPAN, CHINA)),
            ("ko", dt.date(2025, 11, 16), "한중일", (KOREA, CHINA, JAPAN)),
            ("ko", dt.date.max, "한중일", (KOREA, CHINA, JAPAN)),
            ("ko", dt.date.min, "한중일", (KOREA, CHINA, JAPAN)),
            ("zh", dt.date(2024, 1, 1), "中日韩", (CHINA, JAPAN, KOREA)),
            ("ja", dt.date(2024, 1, 1), "日中韓", (JAPAN, CHINA, KOREA)),
            ("en", dt.date(2024, 1, 1), "China, Japan and Korea", (CHINA, JAPAN, KOREA)),
        ],
    )
    def test_are_named_by_language_and_day(
        self, language: str, day: dt.date, text: str, order: tuple[MemberState, ...]
    ) -> None:
        found = tri.joint_name(language, on=day)
        assert (str(found), found.order) == (text, order)
        assert found.sources
        assert tri.joint_name(Language(language), on=day) == found

    @given(st.sampled_from([*Language]), st.dates())
    def test_have_one_name_on_any_day_and_each_stands_in_it_once(self, language: Language, day: dt.date) -> None:
        assert set(tri.joint_name(language, on=day).order) == set(MemberState)

    def test_are_named_by_day_whatever_the_order_in_which_the_names_are_kept(self) -> None:
        names = [
            joint("first", "KOR", "CHN", "JPN", until="2023"),
            joint("second", "KOR", "JPN", "CHN", since="2023", until="2025"),
            joint("third", "JPN", "KOR", "CHN", since="2025"),
        ]
        for kept in (names, names[::-1], [names[1], names[2], names[0]]):
            _, history = read_facts({"sources": [SOURCE], "joint_names": kept}, onto=tri.record().facts)
            record: tri.Record = attrs.evolve(tri.record(), history=history)
            days = [dt.date(year, 1, 1) for year in (2022, 2023, 2024, 2025, 2026)]
            found = [str(tri.joint_name("ko", on=day, record=record)) for day in days]
            assert found == ["first", "second", "second", "third", "third"]

    def test_a_user_s_name_closes_the_open_one(self) -> None:
        record = with_history(joint_names=[joint("한일중", "KOR", "JPN", "CHN", since="2030-05")])
        days = [dt.date(2026, 1, 1), dt.date(2030, 4, 30), dt.date(2030, 5, 1)]
        assert [str(tri.joint_name("ko", on=day, record=record)) for day in days] == ["한중일", "한중일", "한일중"]
        assert str(tri.joint_name("ko", on=days[0], record=record).until) == "2030-05"
        assert tri.joint_name("ja", on=days[2], record=record) == tri.joint_name("ja", on=days[2])

    def test_several_names_of_a_user_follow_the_open_one(self) -> None:
        names = [
            joint("second", "KOR", "JPN", "CHN", since="2035"),
            joint("first", "JPN", "KOR", "CHN", since="2030", until="2035"),
        ]
        record = with_history(joint_names=names)
        days = [dt.date(year, 1, 1) for year in (2029, 2030, 2034, 2035)]
        found = [str(tri.joint_name("ko", on=day, record=record)) for day in days]
        assert found == ["한중일", "first", "first", "second"]

    def test_a_name_that_begins_before_the_open_one_is_refused(self) -> None:
        with pytest.raises(tri.InvalidFactsError, match=r"joint name .*: since must be where the name before it in ko ends"):
            with_history(joint_names=[joint("early", "KOR", "JPN", "CHN", since="2024")])

    def test_have_no_name_where_none_is_recorded(self) -> None:
        _, history = read_facts({}, onto=tri.record().facts)
        record: tri.Record = attrs.evolve(tri.record(), history=history)
        with pytest.raises(
            tri.UnknownWordError, match=r"the language of a joint name cannot be asked for, as there is none; got 'ko'"
        ) as caught:
            tri.joint_name("ko", on=dt.date(2024, 1, 1), record=record)
        assert (caught.value.valid, caught.value.nearest) == ((), ())

    def test_a_joint_name_has_a_short_repr_and_pickles(self) -> None:
        found = tri.joint_name("ko", on=dt.date(2024, 1, 1))
        assert repr(found) == "<JointName 한일중 ko KOR JPN CHN>"
        assert found.basis is tri.Basis.RECORDED
        assert pickle.loads(pickle.dumps(found)) == found

    def test_need_a_language_and_a_day(self) -> None:
        wrong: Any = "2024-01-01"
        with pytest.raises(tri.WrongTypeError, match=rf"^on must be a datetime\.date.*, {got(wrong)}"):
            tri.joint_name("ko", on=wrong)
        with pytest.raises(
            tri.UnknownWordError, match=r"a language must be one of en, zh, ja, ko; (did you mean ko\? )?got 'kr'"
        ):
            tri.joint_name("kr", on=dt.date(2024, 1, 1))
