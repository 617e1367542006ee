"""What things are called, in which language, and in which order the three states are named."""

from enum import Enum

import attr

from trilateral._values.boards import Basis
from trilateral._values.dates import PartialDate
from trilateral._values.sources import Source
from trilateral._values.states import MemberState
from trilateral._values.value import Value

__all__ = ["JointName", "Label", "Language", "Register"]


class Language(Enum):
    """A language in which things are named, by ISO 639-1 code."""

    ENGLISH = "en"
    CHINESE = "zh"
    JAPANESE = "ja"
    KOREAN = "ko"

    def __repr__(self) -> str:
        return f"Language.{self.name}"


class Register(Enum):
    """Which form of a name it is.

    SHORT: in ordinary text. LONG: in full, as in a treaty. OWN: as the body itself writes it.
    """

    SHORT = "short"
    LONG = "long"
    OWN = "own"

    def __repr__(self) -> str:
        return f"Register.{self.name}"


@attr.frozen(kw_only=True, repr=False, eq=False)
class Label(Value):
    """One name of something in one language.

    Attributes:
        subject: What is named: a state by alpha-3, an office by its value, a body, or the id of a series.
        language: The language.
        register: Which form it is.
        text: The name; also what ``str()`` gives.
        sources: Who writes it so.
        plural: Its plural, where that is not plain.
        since: The date from which it is so, as far as it is known; None means always.
        until: The date, exclusive, up to which it is so; None means for good.
        note: What has to be known about it, if anything.
    """

    subject: str
    language: Language
    register: Register
    text: str
    sources: tuple[Source, ...]
    plural: str | None = None
    since: PartialDate | None = None
    until: PartialDate | None = None
    note: str | None = None

    @property
    def basis(self) -> Basis:
        """RECORDED, as somebody was seen to write it; of a board, the ordinal alone is made by rule."""
        return Basis.RECORDED

    def __str__(self) -> str:
        return self.text

    def __repr__(self) -> str:
        return f"<Label {self.text} {self.language.value} {self.register.value}>"


@attr.frozen(kw_only=True, repr=False, eq=False)
class JointName(Value):
    """How the three states are named together in one language; their order means no rank.

    Attributes:
        language: The language.
        text: The name; also what ``str()`` gives.
        order: The states in the order of the name.
        sources: Who writes it so.
        since: The date from which it is so; None means always.
        until: The date, exclusive, up to which it is so; None means for good.
        note: What has to be known about it, if anything.
    """

    language: Language
    text: str
    order: tuple[MemberState, ...]
    sources: tuple[Source, ...]
    since: PartialDate | None = None
    until: PartialDate | None = None
    note: str | None = None

    @property
    def basis(self) -> Basis:
        """RECORDED, as somebody was seen to write it."""
        return Basis.RECORDED

    def __str__(self) -> str:
        return self.text

    def __repr__(self) -> str:
        return f"<JointName {self.text} {self.language.value} {' '.join(state.value for state in self.order)}>"
