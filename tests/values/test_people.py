"""Who people are."""

from typing import Any

import pytest

from trilateral import Name, NameKind, Person, Script, WrongTypeError, person

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
