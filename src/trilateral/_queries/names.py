"""When two spellings are one name: what is folded, and nothing that is merely similar."""

import re
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from typing import Final
from unicodedata import normalize

from trilateral._values.matches import Folding

__all__ = ["foldings_between", "key", "keys"]

# The forms in which Japan, Korea, China and Taiwan write one character; each form is folded to the first. Only characters of
# recorded names are here, so that the table can be checked by eye. 鬆 is here because simplified writing has 松 for both.
_VARIANTS: Final = (
    "鳳凤鳯", "寧宁寜", "岩巖巌", "陳陈", "峰峯", "鍾鐘钟锺", "憲宪", "楊杨", "蘭兰", "澤沢泽", "馬马", "韓韩", "尚尙", "曹曺",
    "静靜", "歐欧", "範范", "欽钦", "熙煕熈凞", "燮爕", "図圖图", "師师", "執执", "顔顏颜", "松鬆",
)  # fmt: skip
_TO_FIRST_VARIANT: Final = {ord(form): forms[0] for forms in _VARIANTS for form in forms[1:]}
_TO_HIRAGANA: Final = {katakana: katakana - 0x60 for katakana in range(0x30A1, 0x30F7)}
_VARIATION_SELECTORS: Final = re.compile("[\ufe00-\ufe0f\U000e0100-\U000e01ef]")

_DASHES: Final = r"\-‐‑‒–—―−"
_BRACKETED: Final = re.compile(r"\s*[(（\[【「〔〈]([^(（\[【「〔〈)）\]】」〕〉]*)[)）\]】」〕〉]\s*")
_BETWEEN_NAMES: Final = re.compile(r"[\s,、，・·･=＝]+")
_SEPARATORS: Final = re.compile(rf"[\s,、，・·･=＝.'’`{_DASHES}]+")

# Titles, by where they may stand. An office or a Latin title stands before or after a name; a rank may also begin a name, so
# before one it needs a space; an honorific only stands after. "Former" belongs to what follows and is no title by itself.
_LATIN: Final = (
    rf"(?:(?:deputy[\s{_DASHES}]+)?secretary[\s{_DASHES}]+general|d?sg|ambassador|amb|professor|prof"
    r"|h\.\s?e|hon|madame?|mrs|ms|mr|miss|dr|ph\.?\s?d)"
)
_OFFICE: Final = "(?:副秘书长|副秘書長|秘书长|秘書長|事務局次長|事務局長|事務総長|事務次長|부사무총장|사무총장|사무차장)"
_RANK: Final = "(?:大使|대사|박사)"
_HONORIFIC: Final = "(?:先生|女士|氏|さん|様|女史|선생님|선생|씨|님)"
_TITLES: Final = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"^(?:former\s+|[前元]\s*|전\s+)?(?:{_LATIN}(?:\.[\s,]*|[\s,]+)|{_OFFICE}\s*|{_RANK}\s+)",
        rf"(?:[\s,]+{_LATIN}\.?|\s*(?:{_OFFICE}|{_RANK}|{_HONORIFIC}))$",
        rf"(?:[\s,]+former\s+{_LATIN}|(?:\s*[前元]|\s전)\s*(?:{_OFFICE}|{_RANK}))$",
    )
)
_MOST_TITLES: Final = 6  # before and after one name, so that a text of nothing but titles is soon answered


def key(text: str, without: AbstractSet[Folding] = frozenset()) -> str:
    """Return what the spellings of one name have in common, but for titles, brackets and the order of its parts.

    Args:
        text: A spelling.
        without: The foldings that are not made.
    """
    if Folding.WIDTH not in without:
        text = _compatible(text)
    if Folding.CASE not in without:
        text = text.casefold()
    if Folding.SEPARATORS not in without:
        text = _SEPARATORS.sub("", text) or text
    if Folding.KANA not in without:
        text = text.translate(_TO_HIRAGANA)
    if Folding.VARIANT not in without:
        text = text.translate(_TO_FIRST_VARIANT)
    return text


def keys(text: str, without: AbstractSet[Folding] = frozenset()) -> Iterator[str]:
    """Yield the keys of every name that ``text`` can stand for, the text as it stands first.

    What looks like a title or a reading in brackets may be a part of the name, so each is both kept and taken away.

    Args:
        text: What somebody is called.
        without: The foldings that are not made.
    """
    if Folding.WIDTH not in without:
        text = _compatible(text)
    for part in [text] if Folding.BRACKETS in without else _parts(text):
        for name in [part] if Folding.TITLE in without else _untitled(part):
            yield key(name, without)
            words = [word for word in _BETWEEN_NAMES.split(name) if word]
            if len(words) > 1 and Folding.ORDER not in without:
                yield key(" ".join([words[-1], *words[:-1]]), without)
                yield key(" ".join([*words[1:], words[0]]), without)


def foldings_between(text: str, spelling: str) -> tuple[Folding, ...]:
    """Return foldings that make ``text`` the recorded ``spelling``, none of which can be left out.

    Where either of two would do, the one that comes first in `Folding` stays.
    """
    unneeded: set[Folding] = set()
    for folding in reversed(Folding):
        without = unneeded | {folding}
        if key(spelling, without) in keys(text, without):
            unneeded = without
    return tuple(folding for folding in Folding if folding not in unneeded)


def _compatible(text: str) -> str:
    """Return ``text`` without differences that Unicode itself takes for ways of showing one character."""
    return normalize("NFKC", _VARIATION_SELECTORS.sub("", text))


def _parts(text: str) -> list[str]:
    """Return ``text``, what stands in each pair of brackets, and what stands outside, from the innermost pair outwards."""
    parts = [text]
    while inside := _BRACKETED.findall(text):
        text = _BRACKETED.sub(" ", text).strip()
        parts += [*inside, text]
    return [part for part in parts if part.strip()]


def _untitled(text: str) -> list[str]:
    """Return ``text``, and what is left of it when titles before and after it are taken away one by one."""
    names = newest = [text]
    for _ in range(_MOST_TITLES):
        shorter = dict.fromkeys(title.sub("", name.strip()).strip() for name in newest for title in _TITLES)
        newest = [name for name in shorter if name and name not in names]
        names = [*names, *newest]
    return names
