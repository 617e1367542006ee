"""What states, offices, bodies and boards are called in four languages, and how the three states are named together."""

from datetime import date
from typing import TYPE_CHECKING, TypeVar

import attr

from trilateral._queries.succession import require_law
from trilateral._queries.words import require_word, word_of
from trilateral._record.shipped import RECORD
from trilateral._values.boards import Board, Role
from trilateral._values.dates import require_day
from trilateral._values.labels import JointName, Label, Language, Register
from trilateral._values.states import MemberState
from trilateral.errors import InvalidValueError, UnknownWordError, WrongTypeError, shown

if TYPE_CHECKING:
    from trilateral._record.record import Record

__all__ = ["joint_name", "label", "labels", "ordinal"]

L = TypeVar("L", Label, JointName)


def labels(
    subject: MemberState | Role | str, language: Language | str | None = None, /, *, record: "Record | None" = None
) -> tuple[Label, ...]:
    """Return every recorded name of something, in one language or in all, the usual ones first.

    Args:
        subject: A state, an office, ``"secretariat"``, ``"consultative-board"``, or the id of a series.
        language: The language, or its ISO 639-1 code; by default names in all are returned.
        record: The facts; by default those that ship.

    Raises:
        WrongTypeError: An argument is of another type.
        UnknownWordError: There is no such subject, or no such language.

    Example:
        >>> from trilateral import MemberState
        >>> [label.text for label in labels(MemberState.KOREA, "ko")]
        ['한국', '대한민국']
    """
    wanted = None if language is None else word_of(Language, language, "a language")
    found = _names_of(subject, record, "a MemberState, a Role or a string")
    return tuple(name for name in found if wanted in (None, name.language))


def _names_of(subject: object, record: "Record | None", expected: str) -> list[Label]:
    """Return every recorded name of something, in all languages."""
    require_law(None, record)
    names = (record or RECORD).history.names
    key = subject.value if isinstance(subject, MemberState | Role) else subject
    require_word(key, dict.fromkeys(name.subject for name in names), "what is named", expected)
    return [name for name in names if name.subject == key]


def label(
    subject: MemberState | Role | Board | str,
    language: Language | str,
    /,
    *,
    register: Register = Register.SHORT,
    record: "Record | None" = None,
) -> Label:
    """Return what something is called in a language.

    Args:
        subject: A state, an office, a board, ``"secretariat"``, ``"consultative-board"``, or the id of a series.
        language: The language, or its ISO 639-1 code.
        register: Which form is wanted; where that is not recorded, another one. Of several names, the first that still holds.
        record: The facts; by default those that ship.

    Raises:
        WrongTypeError: An argument is of another type.
        UnknownWordError: There is no such subject or language, or no name of it in that language is recorded.

    Example:
        >>> from trilateral import board
        >>> print(*(label(board(7), language) for language in ("en", "zh", "ja", "ko")), sep=", ")
        7th Consultative Board, 第七届协商委员会, 第7期協議理事会, 제7대 협의이사회
    """
    spoken = word_of(Language, language, "a language")
    if not isinstance(register, Register):  # pyright: ignore[reportUnnecessaryIsInstance]
        raise WrongTypeError("register", "a Register, such as Register.SHORT", shown(register))
    if isinstance(subject, Board):
        name = label("consultative-board", spoken, register=register, record=record)
        space = " " if spoken in (Language.ENGLISH, Language.KOREAN) else ""
        return attr.evolve(name, subject=f"board {subject.number}", text=f"{ordinal(subject.number, spoken)}{space}{name}")
    known = _names_of(subject, record, "a MemberState, a Role, a Board or a string")
    found = [each for each in known if each.language is spoken]
    if not found:
        others = dict.fromkeys(each.language.value for each in known)
        raise UnknownWordError("the language of that name", spoken.value, tuple(others), ())
    return min(found, key=lambda each: (each.register is not register, each.until is not None))


def joint_name(language: Language | str, /, *, on: date, record: "Record | None" = None) -> JointName:
    """Return how the three states are named together in a language on a day.

    The order means no rank.

    Args:
        language: The language, or its ISO 639-1 code.
        on: The day. Where only the month of a change is known, it counts from the first of that month.
        record: The facts; by default those that ship.

    Raises:
        WrongTypeError: An argument is of another type.
        UnknownWordError: There is no such language, or no name in it is recorded.

    Example:
        >>> from datetime import date
        >>> print(joint_name("ko", on=date(2022, 1, 1)), joint_name("ko", on=date(2024, 1, 1)))
        한중일 한일중
    """
    require_law(None, record)
    spoken = word_of(Language, language, "a language")
    day = require_day(on, "on")
    names = [name for name in (record or RECORD).history.joint_names if name.language is spoken]
    if not names:
        raise UnknownWordError("the language of a joint name", spoken.value, (), ())
    since = {name: date.min if name.since is None else name.since.earliest for name in names}
    return max((name for name in names if since[name] <= day), key=lambda name: since[name])


def ordinal(number: int, language: Language | str, /) -> str:
    """Return the ordinal of a board as a language writes it.

    Raises:
        WrongTypeError: ``number`` is not an `int`, or ``language`` is of another type.
        InvalidValueError: ``number`` is not from 1 to 9999.
        UnknownWordError: There is no such language.

    Example:
        >>> [ordinal(12, language) for language in ("en", "zh", "ja", "ko")]
        ['12th', '第十二届', '第12期', '제12대']
    """
    if type(number) is not int:
        raise WrongTypeError("a board's number", "an int, such as 7", shown(number))
    if not 1 <= number <= 9999:
        raise InvalidValueError("a board's number", "from 1 to 9999", shown(number))
    spoken = word_of(Language, language, "a language")
    if spoken is Language.ENGLISH:
        teen = number % 100 in (11, 12, 13)
        return f"{number}{'th' if teen else _ENDINGS.get(number % 10, 'th')}"
    if spoken is Language.CHINESE:
        return f"第{_in_chinese(number)}届"
    return f"第{number}期" if spoken is Language.JAPANESE else f"제{number}대"


def _in_chinese(number: int) -> str:
    """Return a number from 1 to 9999 in Chinese numerals."""
    digits = [int(digit) for digit in str(number)]
    text = ""
    for at, digit in enumerate(digits, start=1):
        if digit:
            text += _DIGITS[digit] + _PLACES[len(digits) - at]
        elif text and not text.endswith(_DIGITS[0]):
            text += _DIGITS[0]
    text = text.rstrip(_DIGITS[0])
    return text.removeprefix(_DIGITS[1]) if number // 10 == 1 else text


_ENDINGS = {1: "st", 2: "nd", 3: "rd"}
_DIGITS = "零一二三四五六七八九"
_PLACES = ("", "十", "百", "千")
