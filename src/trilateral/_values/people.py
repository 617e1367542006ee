"""Who people are, and every way in which their names are written."""

from enum import Enum
from typing import TYPE_CHECKING, Final
from unicodedata import category

import attr

from trilateral._values.sources import Source
from trilateral._values.value import Value
from trilateral.errors import InvalidValueError, WrongTypeError, shown

if TYPE_CHECKING:
    from trilateral._values.boards import Basis

__all__ = ["Name", "NameKind", "Person", "Script", "require_name"]

_LONGEST: Final = 200


class Script(Enum):
    """How a name is written, by ISO 15924 code."""

    LATIN = "Latn"
    HANGUL = "Hang"
    HANJA = "Hani"
    JAPANESE = "Jpan"
    KANA = "Hrkt"
    SIMPLIFIED = "Hans"
    TRADITIONAL = "Hant"


class NameKind(Enum):
    """What a spelling is to its person.

    PREFERRED: the form of the Secretariat, one a person. NATIVE: the name in the writing of the person's own country.
    VARIANT: another spelling of the same name. READING: how another language reads or writes it. MISPRINT: an error that
    was printed, kept so that it can be recognised.
    """

    PREFERRED = "preferred"
    NATIVE = "native"
    VARIANT = "variant"
    READING = "reading"
    MISPRINT = "misprint"


@attr.frozen(kw_only=True, repr=False, eq=False)
class Name(Value):
    """One spelling of a person's name, as a source prints it; family name first unless the source puts it last.

    Attributes:
        text: The spelling.
        script: How it is written.
        kind: What it is to the person.
        sources: Who prints it; never empty in a record.
        note: What has to be known about it, if anything.
    """

    text: str
    script: Script
    kind: NameKind
    sources: tuple[Source, ...]
    note: str | None = None

    def __str__(self) -> str:
        return self.text

    def __repr__(self) -> str:
        return f"<Name {self.text} {self.script.value} {self.kind.value}>"


@attr.frozen(repr=False, eq=False)
class Person(Value):
    """A person of the record; identity is the id, and never a spelling.

    Attributes:
        id: Its name within a record, such as ``lee-hee-sup``.
        names: Every recorded spelling, the preferred one first.
    """

    id: str
    names: tuple[Name, ...]

    @property
    def name(self) -> str:
        """The preferred spelling, or the id of somebody without a name; also what ``str()`` gives."""
        return self.names[0].text if self.names else self.id

    @property
    def sources(self) -> tuple[Source, ...]:
        """Every source that prints one of the names, each once."""
        return tuple(dict.fromkeys(source for name in self.names for source in name.sources))

    @property
    def basis(self) -> "Basis":
        """RECORDED, as every spelling was seen in a source."""
        from trilateral._values.boards import Basis  # noqa: PLC0415 - boards have people

        return Basis.RECORDED

    def names_in(self, script: Script, /) -> tuple[Name, ...]:
        """Return the spellings in one script, in the order of the record.

        Raises:
            WrongTypeError: ``script`` is not a `Script`.
        """
        if not isinstance(script, Script):  # pyright: ignore[reportUnnecessaryIsInstance]
            raise WrongTypeError("script", "a Script, such as Script.LATIN", shown(script))
        return tuple(name for name in self.names if name.script is script)

    def __str__(self) -> str:
        return self.name

    def __repr__(self) -> str:
        return f"<Person {self.id}: {self.name}>"


def require_name(text: object) -> str:
    """Return ``text`` if it can be somebody's name.

    Raises:
        WrongTypeError: It is not a string.
        InvalidValueError: It is blank, longer than 200 characters, or holds a character that cannot be seen, other than a
            space, a tab or the end of a line.
    """
    if not isinstance(text, str):
        raise WrongTypeError("a name", "a string, such as 'LEE Hee-sup'", shown(text))
    if not text.strip() or len(text) > _LONGEST:
        size = f"{shown(text)}, {len(text)} characters"
        raise InvalidValueError("a name", f"a string of 1 to {_LONGEST} characters, not all of them blank", size)
    hidden = next((char for char in text if _is_hidden(char)), None)
    if hidden is not None:
        raise InvalidValueError("a name", f"without the invisible character U+{ord(hidden):04X}", shown(text))
    return text


def _is_hidden(char: str) -> bool:
    """Return whether a character can never be seen; U+FFFE and U+FFFF of each plane and U+FDD0 to U+FDEF are no characters."""
    code = ord(char)
    is_none = code & 0xFFFE == 0xFFFE or 0xFDD0 <= code <= 0xFDEF
    return is_none or (category(char) in {"Cc", "Cf", "Cs"} and char not in "\t\n\r")
