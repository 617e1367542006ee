"""Who people are."""

from typing import Any

import pytest
from tests.strategies import SOURCE

from trilateral import (
    InvalidFactsError,
    InvalidValueError,
    Name,
    NameKind,
    Person,
    Record,
    Script,
    WrongTypeError,
    person,
    record,
)

NAME = Name(text="YAMADA Taro", script=Script.LATIN, kind=NameKind.PREFERRED, sources=())


class TestPerson:
    """Identity is the id, and never a spelling."""

    def test_is_called_by_the_preferred_spelling(self) -> None:
        someone = Person("p1", (NAME,))
        assert (someone.name, str(someone), repr(someone)) == ("YAMADA Taro", "YAMADA Taro", "<Person p1: YAMADA Taro>")

    def test_without_a_name_is_called_by_the_id(self) -> None:
        nobody = Person("p1", ())
        assert (nobody.name, str(nobody), repr(nobody)) == ("p1", "p1", "<Person p1: p1>")

    def test_has_spellings_by_script(self) -> None:
        assert {name.script for name in person("lee-hee-sup").names_in(Script.HANGUL)} == {Script.HANGUL}
        assert Person("p1", (NAME,)).names_in(Script.HANGUL) == ()

    @pytest.mark.parametrize("script", ["Latn", None])
    def test_has_spellings_by_a_script_only(self, script: Any) -> None:
        with pytest.raises(WrongTypeError, match=r"script must be a Script, such as Script\.LATIN, got "):
            Person("p1", (NAME,)).names_in(script)


def named(text: str) -> Record:
    """The shipped record with somebody of that name."""
    names = [{"text": text, "script": "Latn", "kind": "preferred", "sources": ["s1"]}]
    return record().with_facts({"sources": [SOURCE], "people": [{"id": "p1", "names": names}]})


class TestName:
    """What can be seen, and spaces of the usual kinds."""

    @pytest.mark.parametrize(
        "char",
        ["\ufffe", "\uffff", "\U0001fffe", "\U0010ffff", "\ufdd0", "\ufdef", "\0", "\x0b", "\x1f", "\x85", "\x9f", "\u200b"],
    )
    def test_has_no_character_that_cannot_be_seen(self, char: str) -> None:
        expected = rf"a name must be without the invisible character U\+{ord(char):04X}"
        with pytest.raises(InvalidFactsError, match=expected):
            named(f"YAMADA{char}Taro")
        with pytest.raises(InvalidValueError, match=expected):
            person(f"YAMADA{char}Taro")

    @pytest.mark.parametrize("space", [" ", "\t", "\n", "\r\n", "\u3000", "\xa0"])
    def test_may_have_spaces_of_the_usual_kinds(self, space: str) -> None:
        assert f"YAMADA{space}Taro" in {each.name for each in named(f"YAMADA{space}Taro").people}
