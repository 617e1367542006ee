"""Who somebody is, by any spelling; identity is never a spelling."""

import pickle
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.record.test_with_facts import board_8, with_facts
from tests.rules.messages import got
from tests.strategies import SOURCE

import trilateral as tri
from trilateral import Folding, Name, NameKind, Person, Script

AWKWARD = [
    "氏家太郎",
    "박사라",
    "대사라",
    "大使河原宏",
    "前田事務局長",
    "HON Ming",
    "KIM Hon",
    "AMB",
    "Sg",
    "Dr. Foo Bar",
    "KIM (Chul) Su",
    "((Nested) Name)",
    "서하님",
    "한씨",
    "Ｗｉｄｅ ＮＡＭＥ",
    "葛\U000e0100城",
    "カン･サン",
    " Anna-Lena  O’Neill, Prof. ",
    "(·)",
    "-",
]
SPELLINGS = [(person, name) for person in tri.people() for name in person.names]
TITLES = [
    "Ms. {}",
    "Mr {}",
    "Dr. {}",
    "SG {}",
    "H.E. {}",
    "{}事務局長",
    "{} 사무총장",
    "{}秘书长",
    "{}副秘書長",
    "{}さん",
    "{} 씨",
    "Madam {}",
    "Mr.{}",
    "Ｍｒ． {}",
    "Former Secretary–General {}",
    "{}, former Deputy Secretary‑General",
    "((Prof. Dr. {}))",
    "{} (Dr. (Ph.D.))",
    "前事務局長 {}",
    "{}・元大使",
    "{} 전 사무총장",
    "전 사무총장 {}",
    "대사 {}",
]


def record_with(*texts: str) -> tri.Record:
    """The shipped record and one person of each name, whose ids are added-0, added-1 and so on."""
    people = [
        {"id": f"added-{number}", "names": [{"text": text, "script": "Latn", "kind": "preferred", "sources": ["s1"]}]}
        for number, text in enumerate(texts)
    ]
    return tri.record().with_facts({"sources": [SOURCE], "people": people})


class TestEverySpelling:
    """A recorded alias matches and says which; misprints are a kind of alias."""

    @pytest.mark.parametrize(
        ("person", "name"), SPELLINGS, ids=[f"{person.id}-{name.script.value}" for person, name in SPELLINGS]
    )
    def test_names_its_person_and_says_which_it_is(self, person: Person, name: Name) -> None:
        match = tri.match_person(name.text)
        assert (match.person, match.name, match.foldings) == (person, name, ())

    @given(st.lists(st.sampled_from(AWKWARD), unique=True))
    def test_is_itself_in_a_record_with_added_people_whatever_looks_like_a_title_or_a_reading(self, texts: list[str]) -> None:
        record = record_with(*texts)
        for person in tri.people(record=record):
            for name in person.names:
                match = tri.match_person(name.text, record=record)
                assert (match.person, match.name, match.foldings) == (person, name, ())

    @pytest.mark.parametrize("text", AWKWARD[:-2])
    def test_is_known_with_a_title_though_it_looks_like_one(self, text: str) -> None:
        record = record_with(text)
        for title in ("Dr. {}", "{}, Ph.D.", "Mr.{} 사무총장", "{}氏"):
            match = tri.match_person(title.format(text), record=record)
            assert (match.person.id, Folding.TITLE in match.foldings) == ("added-0", True)

    @given(st.sampled_from(SPELLINGS), st.sampled_from(TITLES), st.sampled_from([str.upper, str.lower, str.title]))
    def test_names_its_person_with_a_title_and_in_another_case(
        self, spelling: tuple[Person, Name], title: str, case: Any
    ) -> None:
        person, name = spelling
        match = tri.match_person(title.format(case(name.text)))
        assert match.person == person
        assert match.foldings

    @given(st.sampled_from([each for each in SPELLINGS if each[1].script is Script.LATIN]), st.data())
    def test_names_its_person_with_other_separators_and_order(self, spelling: tuple[Person, Name], data: st.DataObject) -> None:
        person, name = spelling
        family, given_name = name.text.split(" ", 1)
        separator = data.draw(st.sampled_from([" ", ", ", "  ", "\t"]))
        parts = [family, given_name.replace("-", data.draw(st.sampled_from(["", " ", "-", "‐", "–"])))]
        assert tri.person(separator.join(data.draw(st.permutations(parts)))) == person

    @given(st.sampled_from(SPELLINGS), st.sampled_from(SPELLINGS))
    def test_in_brackets_behind_another_of_the_same_person_names_that_person(
        self, one: tuple[Person, Name], other: tuple[Person, Name]
    ) -> None:
        text = f"{one[1].text}（{other[1].text}）"
        if one[0] == other[0]:
            assert tri.person(text) == one[0]
        else:
            with pytest.raises(tri.AmbiguousPersonError, match="names more than one person; pass one of their ids"):
                tri.person(text)

    @pytest.mark.parametrize(
        ("text", "id_", "foldings"),
        [
            ("lee hee sup", "lee-hee-sup", {Folding.CASE, Folding.SEPARATORS}),
            ("Sup Hee Lee", None, set[Folding]()),
            ("顏亮", "yan-liang", {Folding.VARIANT}),
            ("图师执二", "zushi-shuji", {Folding.VARIANT}),
            ("李鍾宪", "lee-jong-heon", {Folding.VARIANT}),
            ("杨厚蘭", "yang-houlan", {Folding.VARIANT}),
            ("韩梅", "han-mei", {Folding.VARIANT}),
            ("陈峰", "chen-feng", {Folding.VARIANT}),
            ("ｼﾝ･ﾎﾞﾝｷﾞﾙ", "shin-bong-kil", {Folding.WIDTH}),
            ("しん・ぼんぎる", "shin-bong-kil", {Folding.KANA}),
            ("이희섭", "lee-hee-sup", set[Folding]()),
            ("시게오 이와타니", "iwatani-shigeo", {Folding.ORDER}),
            ("図師執二事務局次長", "zushi-shuji", {Folding.TITLE}),
            ("LEE Hee-sup (Secretary-General)", "lee-hee-sup", {Folding.BRACKETS}),
            ("CAO Jing, Deputy Secretary-General", "cao-jing", {Folding.TITLE}),
            ("Mr.Lee Hee-sup", "lee-hee-sup", {Folding.TITLE}),
            ("Secretary‐General LEE Hee-sup", "lee-hee-sup", {Folding.TITLE}),
            ("Secretary‑General LEE Hee-sup", "lee-hee-sup", {Folding.TITLE}),
            ("Secretary–General LEE Hee-sup", "lee-hee-sup", {Folding.TITLE}),
            ("Ｍｒ． LEE Hee-sup", "lee-hee-sup", {Folding.WIDTH, Folding.TITLE}),
            ("((LEE Hee-sup))", "lee-hee-sup", {Folding.BRACKETS}),
            ("LEE Hee-sup (Dr. (Ph.D.))", "lee-hee-sup", {Folding.BRACKETS}),
            ("Dr. Hee-Sup LEE", "lee-hee-sup", {Folding.CASE, Folding.TITLE}),
            ("이희섭 전 사무총장", "lee-hee-sup", {Folding.TITLE}),
            ("前事務局長 李熙燮", "lee-hee-sup", {Folding.TITLE}),
            ("Madam OU Boqian", "ou-boqian", {Folding.TITLE}),
            ("図師執\U000e0100二", "zushi-shuji", {Folding.WIDTH}),
            ("図師執\ufe00二", "zushi-shuji", {Folding.WIDTH}),
            ("李凞燮", "lee-hee-sup", {Folding.VARIANT}),
            ("申鳯吉", "shin-bong-kil", {Folding.VARIANT}),
            ("松川瑠衣", "matsukawa-rui", {Folding.VARIANT}),
            ("鬆川るい", "matsukawa-rui", {Folding.VARIANT}),
            (" LEE Hee-sup ", "lee-hee-sup", {Folding.SEPARATORS}),
            ("LEE Hee-sup\n", "lee-hee-sup", {Folding.SEPARATORS}),
            ("イ･ヒソプ", "lee-hee-sup", {Folding.WIDTH}),
            ("イ･ヒソプ (Secretary-General)", "lee-hee-sup", {Folding.WIDTH, Folding.BRACKETS}),
            ("lee-hee-sup", "lee-hee-sup", set[Folding]()),
            ("lee‐hee‐sup", "lee-hee-sup", {Folding.CASE, Folding.SEPARATORS}),
            ("ルイ 松川", "matsukawa-rui", {Folding.KANA, Folding.ORDER, Folding.SEPARATORS}),
        ],
    )
    def test_folds_what_does_not_make_another_name(self, text: str, id_: str | None, foldings: set[Folding]) -> None:
        if id_ is None:
            with pytest.raises(tri.UnknownPersonError, match="the record names no such person"):
                tri.match_person(text)
        else:
            match = tri.match_person(text)
            assert (match.person.id, set(match.foldings)) == (id_, foldings)

    def test_in_three_parts_may_begin_with_the_last_or_end_with_the_first(self) -> None:
        record = record_with("Ai Bi Chi")
        for text in ("Bi Chi Ai", "Chi Ai Bi"):
            match = tri.match_person(text, record=record)
            assert (match.person.id, match.foldings) == ("added-0", (Folding.ORDER,))
        with pytest.raises(tri.UnknownPersonError, match="the record names no such person, got 'Chi Bi Ai'"):
            tri.match_person("Chi Bi Ai", record=record)

    def test_says_that_a_misprint_is_one(self) -> None:
        match = tri.match_person("LEE He-sup")
        assert (match.text, match.person.id, match.name.kind) == ("LEE He-sup", "lee-hee-sup", NameKind.MISPRINT)
        assert match.name.note

    def test_of_a_projected_seat_names_nobody(self) -> None:
        with pytest.raises(tri.UnknownPersonError, match="the record names no such person, got 'unknown'"):
            tri.person("unknown")


class TestNotAMatch:
    """Anything merely similar is a suggestion; ambiguity is reported, never resolved by luck."""

    @pytest.mark.parametrize("text", ["Lee Hui-sup", "LEE Jong-hun", "Matsukawa Ruri", "毛宇", "SHIN", "Lee", "Hee-sup"])
    def test_what_is_similar_is_not_enough(self, text: str) -> None:
        with pytest.raises(tri.UnknownPersonError, match="the record names no such person"):
            tri.person(text)

    def test_what_is_similar_is_suggested_and_no_misprint_is(self) -> None:
        with pytest.raises(tri.UnknownPersonError, match="did you mean LEE Hee-sup") as caught:
            tri.person("Lee Hui-sup")
        assert caught.value.nearest[0] == "LEE Hee-sup"
        assert pickle.loads(pickle.dumps(caught.value)).nearest == caught.value.nearest

    @pytest.mark.parametrize(
        ("text", "nearest"),
        [
            ("Mao Ming", ("MAO Ning", "CAO Jing", "YAN Liang")),  # of 7 characters 6, 5 and 4 are alike
            ("Mei Hang", ("HAN Mei", "MAO Ning", "YAN Liang")),  # the first of them in the other order
            ("Feng Cheng", ("CHEN Feng", "LEE Jong-heon")),
        ],
    )
    def test_what_is_like_several_is_told_them_best_first(self, text: str, nearest: tuple[str, ...]) -> None:
        with pytest.raises(tri.UnknownPersonError, match=rf"; did you mean {' or '.join(nearest)}\?$") as caught:
            tri.person(text)
        assert caught.value.nearest == nearest

    def test_what_is_like_nothing_is_pointed_to_the_list(self) -> None:
        with pytest.raises(tri.UnknownPersonError, match=r"got 'Qqqq'; people\(\) lists everyone in the record"):
            tri.person("Qqqq")

    @pytest.mark.parametrize(
        "text",
        ["氏李熙燮", "씨이희섭", "대사이희섭", "박사이희섭", "前李熙燮", "李熙燮前", "former LEE Hee-sup", "MrLee Hee-sup"],
    )
    def test_what_is_no_title_where_it_stands_is_not_taken_away(self, text: str) -> None:
        with pytest.raises(tri.UnknownPersonError, match=r"the record names no such person, got .*; did you mean"):
            tri.person(text)

    def test_a_name_that_ends_like_former_is_not_cut_short(self) -> None:
        with pytest.raises(tri.UnknownPersonError, match="got '이희전 사무총장'"):
            tri.person("이희전 사무총장", record=record_with("이희"))

    def test_the_nearest_comes_first_whatever_stands_before_it(self) -> None:
        with pytest.raises(tri.UnknownPersonError, match=r"got 'Mr\. Lee Jong-hun'; did you mean LEE Jong-heon") as caught:
            tri.person("Mr. Lee Jong-hun")
        assert caught.value.nearest[0] == "LEE Jong-heon"

    @pytest.mark.parametrize(
        ("texts", "text"), [(("Ming", "HON Ming"), "HON Ming"), (("Foo Bar", "Dr. Foo Bar"), "Dr. Foo Bar")]
    )
    def test_a_title_that_may_be_a_name_is_reported_where_both_are_recorded(self, texts: tuple[str, str], text: str) -> None:
        with pytest.raises(
            tri.AmbiguousPersonError,
            match=f"^'{text}' names more than one person; pass one of their ids instead: added-0, added-1$",
        ):
            tri.person(text, record=record_with(*texts))

    def test_two_people_of_one_name_are_reported(self) -> None:
        name = {"text": "Lee Hee-sup", "script": "Latn", "kind": "preferred", "sources": ["s1"]}
        record = tri.record().with_facts({"sources": [SOURCE], "people": [{"id": "another-lee", "names": [name]}]})
        with pytest.raises(tri.AmbiguousPersonError, match="pass one of their ids instead: lee-hee-sup, another-lee"):
            tri.person("LEE Hee-sup", record=record)
        assert tri.person("another-lee", record=record).id == "another-lee"
        match = tri.match_person("lee-hee-sup", record=record)
        assert (match.text, str(match.name), match.foldings) == ("lee-hee-sup", "LEE Hee-sup", ())

    @pytest.mark.parametrize(
        ("text", "message"),
        [
            ("", "a name must be a string of 1 to 200 characters, not all of them blank, got '', 0 characters"),
            (" \n ", "not all of them blank"),
            ("x" * 10_000_000, r"a string of 1 to 200 characters, .* 10000000 characters"),
            ("LEE \u202eHee-sup", r"a name must be without the invisible character U\+202E, got 'LEE \\u202eHee-sup'"),
            ("LEE\u200bHee-sup", r"without the invisible character U\+200B"),
            ("LEE\x00", r"without the invisible character U\+0000"),
            ("\ud800", r"without the invisible character U\+D800"),
        ],
    )
    def test_what_cannot_be_a_name_is_refused(self, text: str, message: str) -> None:
        with pytest.raises(tri.InvalidValueError, match=message):
            tri.person(text)

    @pytest.mark.parametrize("text", [None, 7, b"LEE"])
    def test_what_is_no_text_is_refused(self, text: Any) -> None:
        with pytest.raises(tri.WrongTypeError, match=rf"^a name must be a string, such as 'LEE Hee-sup', {got(text)}"):
            tri.match_person(text)

    @pytest.mark.parametrize("text", ["Ms.", "さん", "()", "( )", "-", "・", "((((", "))))", "Dr. Dr. Dr."])
    def test_titles_and_signs_alone_name_nobody(self, text: str) -> None:
        with pytest.raises(tri.UnknownPersonError, match="the record names no such person"):
            tri.person(text)


class TestPeople:
    """One person, many seats."""

    def test_are_the_nineteen_of_the_boards(self) -> None:
        holders = [seat.holder for board in tri.boards() for seat in board.seats]
        assert set(tri.people()) == set(holders)
        assert len(tri.people()) == 19

    def test_lee_jong_heon_is_one_person_with_three_seats(self) -> None:
        tenures = tri.tenures_of(tri.person("李鐘憲"))
        assert [(each.board, each.role.abbreviation, each.state.value) for each in tenures] == [
            (2, "DSG", "KOR"),
            (3, "DSG", "KOR"),
            (4, "SG", "KOR"),
        ]
        assert [str(each.term) for each in tenures][1:] == ["2015-09-01/2017-09-01", "2017-09-01/2019-09-01"]

    def test_an_open_tenure_ends_when_the_law_says(self) -> None:
        zushi = tri.person("図師執二")
        assert str(tri.tenures_of(zushi)[0].term) == "2023-09-01/2026-09-01"
        assert str(tri.tenures_of(zushi, agreement=tri.AGREEMENT_2010)[0].term) == "2023-09-01/2025-09-04"

    def test_are_asked_for_as_people(self) -> None:
        name: Any = "LEE Hee-sup"
        with pytest.raises(
            tri.WrongTypeError, match=r"^a person must be a Person, such as person\('LEE Hee-sup'\), got 'LEE Hee-sup'$"
        ):
            tri.tenures_of(name)

    def test_have_the_tenures_of_every_recorded_board(self) -> None:
        assert [tenure.board for tenure in tri.tenures_of(tri.person("SHIN Bong-kil"))] == [1]
        record = with_facts(boards=[board_8()])
        assert [tenure.board for tenure in tri.tenures_of(tri.person("p1", record=record), record=record)] == [8]

    def test_are_those_of_a_record_by_an_agreement(self) -> None:
        lee = tri.person("LEE Hee-sup")
        wrong: Any = {}
        with pytest.raises(tri.WrongTypeError, match=r"^record must be a Record, such as record\(\), got {}$"):
            tri.people(record=wrong)
        with pytest.raises(tri.WrongTypeError, match=r"^record must be a Record, such as record\(\), got {}$"):
            tri.match_person("LEE Hee-sup", record=wrong)
        with pytest.raises(tri.WrongTypeError, match=r"^record must be a Record, such as record\(\), got {}$"):
            tri.tenures_of(lee, record=wrong)
        with pytest.raises(tri.WrongTypeError, match=r"^agreement must be an Agreement, such as AGREEMENT_2010, got {}$"):
            tri.tenures_of(lee, agreement=wrong)

    def test_have_names_by_script(self) -> None:
        lee = tri.person("lee-hee-sup")
        assert [name.text for name in lee.names_in(Script.HANJA)] == ["李熙燮", "李煕燮"]
        assert [name.text for name in lee.names_in(Script.HANGUL)] == ["이희섭"]
        assert str(lee) == lee.name == str(lee.names[0]) == "LEE Hee-sup"
