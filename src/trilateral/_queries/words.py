"""How a word of a closed list is looked up, and what is said of one that is not in it."""

from collections.abc import Iterable
from enum import Enum
from typing import TypeVar

from trilateral.errors import UnknownWordError, WrongTypeError, shown

__all__ = ["require_word", "word_of"]

E = TypeVar("E", bound=Enum)


def word_of(words: type[E], value: object, what: str) -> E:
    """Return the member of an enum that ``value`` is or names.

    Raises:
        WrongTypeError: ``value`` is neither a member nor a string.
        UnknownWordError: No member has that value.
    """
    if isinstance(value, words):
        return value
    by_value = {str(word.value): word for word in words}
    article = "an" if words.__name__[0] in "AEIOU" else "a"
    return by_value[require_word(value, by_value, what, f"{article} {words.__name__} or a string")]


def require_word(value: object, valid: Iterable[str], what: str, expected: str = "a string") -> str:
    """Return ``value`` if it is one of the valid words.

    Raises:
        WrongTypeError: It is not a string.
        UnknownWordError: It is none of them.
    """
    words = tuple(valid)
    if not isinstance(value, str):
        example = f", such as {shown(words[0])}" if words else ""
        raise WrongTypeError(what, f"{expected}{example}", shown(value))
    if value not in words:
        from difflib import get_close_matches  # noqa: PLC0415 - only where there is something to say

        folded = {word.casefold(): word for word in words}
        nearest = get_close_matches(value.casefold()[:_LONGEST], folded)
        raise UnknownWordError(what, value, words, tuple(folded[word] for word in nearest))
    return value


_LONGEST = 100
