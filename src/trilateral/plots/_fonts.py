"""With which fonts a picture is drawn."""

# matplotlib is typed in part.
# pyright: reportUnknownVariableType=false

import re
from collections.abc import Sequence
from typing import Final

from trilateral._values.labels import Language
from trilateral.errors import InvalidValueError, MissingGlyphsError, WrongTypeError, shown
from trilateral.plots._extra import FontProperties, Text, findfont, get_font
from trilateral.plots._picture import Picture

__all__ = ["families_for", "own_first", "set_fonts"]

_LATIN: Final = "DejaVu Sans"  # comes with matplotlib
_USUAL: Final = {
    Language.CHINESE: ("Noto Sans CJK SC", "Noto Sans SC", "PingFang SC", "Microsoft YaHei", "WenQuanYi Zen Hei"),
    Language.JAPANESE: ("Noto Sans CJK JP", "Noto Sans JP", "Hiragino Sans", "Yu Gothic", "IPAexGothic"),
    Language.KOREAN: ("Noto Sans CJK KR", "Noto Sans KR", "Apple SD Gothic Neo", "Malgun Gothic", "NanumGothic"),
}
# What names may hold and is never drawn: a joiner, and what selects a variant of the character before it.
_NOT_DRAWN: Final = re.compile("[\\s\u034f\u180b-\u180f\ufe00-\ufe0f\U000e0100-\U000e01ef]")
_GENERIC: Final = frozenset({"serif", "sans-serif", "sans serif", "sans", "cursive", "fantasy", "monospace"})


def families_for(language: Language, fonts: Sequence[str] | None) -> tuple[str, ...]:
    """Return the families to draw with, in order of preference."""
    if fonts is None:
        others = (family for each, families in _USUAL.items() if each is not language for family in families)
        return (_LATIN, *_USUAL.get(language, ()), *others)
    if isinstance(fonts, str) or not isinstance(fonts, Sequence):  # pyright: ignore[reportUnnecessaryIsInstance]
        raise WrongTypeError("fonts", "several families, such as ['Noto Sans CJK KR']", shown(fonts))
    for family in fonts:
        if not isinstance(family, str):  # pyright: ignore[reportUnnecessaryIsInstance]
            raise WrongTypeError("one of fonts", "the name of a family, such as 'Noto Sans CJK KR'", shown(family))
        if not family.strip() or family.lower() in _GENERIC:
            expected = "the name of a family, such as 'DejaVu Sans', and no generic one"
            raise InvalidValueError("one of fonts", expected, shown(family))
    return tuple(fonts)


def own_first(families: Sequence[str], language: Language) -> list[str]:
    """Return families, those first that are in common use for a language."""
    return sorted(families, key=lambda family: family not in _USUAL.get(language, ()))


def set_fonts(picture: Picture, families: tuple[str, ...]) -> None:
    """Draw every text as it stands, upright and of normal weight, with the first families that have its characters."""
    texts = picture.findobj(Text)
    lacking = {char for text in texts for char in text.get_text() if not _NOT_DRAWN.fullmatch(char)}
    used: list[str] = []
    for family in families:
        if lacking and (found := lacking & _characters(family)):
            used.append(family)
            lacking -= found
    if lacking:
        raise MissingGlyphsError("".join(sorted(lacking)), families)
    for text in texts:
        text.set(fontfamily=used, fontstyle="normal", fontvariant="normal", fontweight="normal", fontstretch="normal")
        text.set(parse_math=False, usetex=False)


def _characters(family: str) -> set[str]:
    """Return the characters that a family of fonts has, or none if it is not installed."""
    try:
        found = findfont(FontProperties(family=family), fallback_to_default=False)
    except ValueError:
        return set()
    return {chr(code) for code in get_font(found).get_charmap()}
