"""When two spellings are one name: what is folded, and nothing that is merely similar."""

import re
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from typing import Final
from unicodedata import category, normalize

from trilateral._values.matches import Folding
from trilateral.errors import InvalidValueError, WrongTypeError, shown

__all__ = ["foldings_between", "key", "keys", "require_name"]

_LONGEST: Final = 200

# The forms in which Japan, Korea, China and Taiwan write one character; each form is folded to the first. Only characters of
# recorded names are here, so that the table can be checked by eye.
_VARIANTS: Final = (
    "鳳凤", "寧宁寜", "岩巖巌", "陳陈", "峰峯", "鍾鐘钟锺", "憲宪", "楊杨", "蘭兰", "澤沢泽", "馬马", "韓韩", "尚尙", "曹曺",
    "静靜", "歐欧", "範范", "欽钦", "熙煕熈", "燮爕", "図圖图", "師师", "執执", "顔顏颜",
)  # fmt: skip
_TO_FIRST_VARIANT: Final = {ord(form): forms[0] for forms in _VARIANTS for form in forms[1:]}
_TO_HIRAGANA: Final = {katakana: katakana - 0x60 for katakana in range(0x30A1, 0x30F7)}

_BRACKETED: Final = re.compile(r"[(（\[【「〔〈]([^)）\]】」〕〉]*)[)）\]】」〕〉]")
_BETWEEN_NAMES: Final = re.compile(r"[\s,、，・·･=＝]+")
_SEPARATORS: Final = re.compile(r"[\s,、，・·･=＝.\-‐‑‒–—―−'’`]+")

_LATIN_TITLES: Final = (
    r"(?:deputy[\s-]+)?secretary[\s-]+general|d?sg|ambassador|amb|professor|prof|h\.\s?e|hon|mrs|ms|mr|miss|dr|ph\.?\s?d"
)
_EASTERN_TITLES: Final = (
    "副秘书长|副秘書長|秘书长|秘書長|先生|女士|"
    "事務局次長|事務局長|事務総長|事務次長|氏|さん|様|女史|大使|"
    "부사무총장|사무총장|사무차장|대사|박사|선생님|선생|씨|님"
)
_TITLE: Final = re.compile(
    rf"^(?:(?:{_LATIN_TITLES})\b\.?[\s,]+|(?:{_EASTERN_TITLES})\s*)"
    rf"|(?:[\s,]+(?:{_LATIN_TITLES})\.?|\s*(?:{_EASTERN_TITLES}))$",
    re.IGNORECASE,
)


def require_name(text: object) -> str:
    """Return ``text`` if it can be somebody's name.

    Raises:
        WrongTypeError: It is not a string.
        InvalidValueError: It is blank, longer than 200 characters, or holds a character that cannot be seen.
    """
    if not isinstance(text, str):
        raise WrongTypeError("a name", "a string, such as 'LEE Hee-sup'", shown(text))
    if not text.strip() or len(text) > _LONGEST:
        size = f"{shown(text)}, {len(text)} characters"
        raise InvalidValueError("a name", f"a string of 1 to {_LONGEST} characters, not all of them blank", size)
    hidden = next((char for char in text if category(char) in {"Cc", "Cf", "Cs"} and not char.isspace()), None)
    if hidden is not None:
        raise InvalidValueError("a name", f"without the invisible character U+{ord(hidden):04X}", shown(text))
    return text


def key(text: str, without: AbstractSet[Folding] = frozenset()) -> str:
    """Return what the spellings of one name have in common, but for titles, brackets and the order of its parts.

    Args:
        text: A spelling.
        without: The foldings that are not made.
    """
    if Folding.WIDTH not in without:
        text = normalize("NFKC", text)
    if Folding.CASE not in without:
        text = text.casefold()
    if Folding.SEPARATORS not in without:
        text = _SEPARATORS.sub("", text)
    if Folding.KANA not in without:
        text = text.translate(_TO_HIRAGANA)
    if Folding.VARIANT not in without:
        text = text.translate(_TO_FIRST_VARIANT)
    return text


def keys(text: str, without: AbstractSet[Folding] = frozenset()) -> Iterator[str]:
    """Yield the keys of every name that ``text`` can stand for, apart from those in ``without``."""
    for part in [text] if Folding.BRACKETS in without else _parts(text):
        bare = part if Folding.TITLE in without else _untitled(part)
        names = _BETWEEN_NAMES.split(bare.strip())
        yield key(bare, without)
        if len(names) > 1 and Folding.ORDER not in without:
            yield key(" ".join([names[-1], *names[:-1]]), without)
            yield key(" ".join([*names[1:], names[0]]), without)


def foldings_between(text: str, spelling: str) -> tuple[Folding, ...]:
    """Return the foldings without any one of which ``text`` would not be the recorded ``spelling``."""
    return tuple(folding for folding in Folding if key(spelling, {folding}) not in keys(text, {folding}))


def _parts(text: str) -> list[str]:
    """Return what stands outside brackets, and what stands in each."""
    parts = [_BRACKETED.sub(" ", text), *_BRACKETED.findall(text)]
    return [part for part in parts if part.strip()]


def _untitled(text: str) -> str:
    """Return ``text`` without the titles and honorifics before and after it."""
    bare = text.strip()
    while (shorter := _TITLE.sub("", bare).strip()) and shorter != bare:
        bare = shorter
    return bare
