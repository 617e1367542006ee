"""How a text names a person."""

from enum import Enum

import attr

from trilateral._values.people import Name, Person
from trilateral._values.value import Value

__all__ = ["Folding", "Match"]


class Folding(Enum):
    """A difference between two spellings that does not make them two names.

    WIDTH: full and half width, and other compatibility forms. CASE: upper and lower case. SEPARATORS: hyphens, spaces and
    dots. TITLE: titles and honorifics. BRACKETS: a reading in brackets. ORDER: that of family and given name. KANA: hiragana
    and katakana. VARIANT: variant forms of a character.
    """

    WIDTH = "width"
    CASE = "case"
    SEPARATORS = "separators"
    TITLE = "title"
    BRACKETS = "brackets"
    ORDER = "order"
    KANA = "kana"
    VARIANT = "variant"


@attr.frozen(kw_only=True, repr=False, eq=False)
class Match(Value):
    """How a text names a person.

    Attributes:
        text: The text asked for.
        person: Whom it names.
        name: The recorded spelling that it is.
        foldings: The differences between the two, in the order of `Folding`: none of them can be left out, though another
            might do in its place. Empty where the text is the spelling to the letter, and where it is the id of the person.
    """

    text: str
    person: Person
    name: Name
    foldings: tuple[Folding, ...]

    def __repr__(self) -> str:
        how = f", but for {', '.join(folding.value for folding in self.foldings)}" if self.foldings else ""
        return f"<Match {self.person.id}: {self.text!r} is {self.name.text!r} ({self.name.kind.value}){how}>"
