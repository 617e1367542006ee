"""How amounts of money become whole minor units, and amounts again: exactly, whatever the decimal context."""

import re
from decimal import Decimal
from typing import Final

from trilateral.errors import InvalidValueError, WrongTypeError, shown

__all__ = ["MOST_UNITS", "amount_of", "quantum_of", "units_of"]

# As many digits as the decimals of Arrow, of Spark and of most databases hold.
_MOST_DIGITS: Final = 38
MOST_UNITS: Final = 10**_MOST_DIGITS - 1
_MOST_BITS: Final = 300
_LONGEST: Final = 300
_PLAIN: Final = re.compile(r"[0-9]+(\.[0-9]+)?")


def units_of(total: object, quantum: Decimal, what: str) -> int:
    """Return how many minor units of ``quantum`` an amount has.

    Raises:
        WrongTypeError: ``total`` is neither a `decimal.Decimal` nor an `int` nor a `str`.
        InvalidValueError: It is not written in plain digits, not finite, negative, not a whole number of minor units, or
            10**38 of them or more.
    """
    digits, exponent = _written(total, what)
    unit, places = _written(quantum, "quantum")
    if not digits:
        return 0
    # Neither ends with a zero, so an amount with a digit below the last of the quantum is no multiple of it.
    shift = exponent - places
    most = f"less than 10**{_MOST_DIGITS} minor units of {quantum:f}"
    if len(digits) + shift > len(unit) + _MOST_DIGITS:
        raise InvalidValueError(what, most, shown(total))
    units, rest = divmod(int(digits + "0" * shift), int(unit)) if shift >= 0 else (0, 1)
    if rest:
        raise InvalidValueError(what, f"a whole number of minor units of {quantum:f}", shown(total))
    if units > MOST_UNITS:
        raise InvalidValueError(what, most, shown(total))
    return units


def amount_of(units: int, quantum: Decimal) -> Decimal:
    """Return how much ``units`` minor units of ``quantum`` are, with the decimals of the quantum."""
    _, digits, exponent = quantum.as_tuple()
    assert isinstance(exponent, int), "a quantum is finite"
    whole = units * int("".join(map(str, digits))) * 10 ** max(exponent, 0)
    return Decimal((0, tuple(map(int, str(whole))), min(exponent, 0)))


def quantum_of(value: object) -> Decimal:
    """Return a minor unit that somebody states.

    Raises:
        WrongTypeError: ``value`` is neither a `decimal.Decimal` nor an `int` nor a `str`.
        InvalidValueError: It is not written in plain digits, not finite, zero or negative, or needs more than 38 digits.
    """
    digits, exponent = _written(value, "quantum")
    if not digits:
        raise InvalidValueError("quantum", "more than 0", shown(value))
    if exponent < -_MOST_DIGITS or len(digits) + max(exponent, 0) > _MOST_DIGITS:
        raise InvalidValueError("quantum", f"written with at most {_MOST_DIGITS} digits and decimals", shown(value))
    return Decimal((0, tuple(map(int, digits)), exponent))


def _written(value: object, what: str) -> tuple[str, int]:
    """Return the digits of an amount from the first to the last that is not 0, and the power of ten of the last one."""
    if isinstance(value, bool) or not isinstance(value, Decimal | int | str):
        raise WrongTypeError(what, "a decimal.Decimal, an int or a str of plain digits", shown(value))
    if isinstance(value, str) and not _PLAIN.fullmatch(value):
        raise InvalidValueError(what, "written in plain digits, such as '5000000' or '5000000.00'", shown(value))
    if isinstance(value, int) and value.bit_length() > _MOST_BITS:
        raise InvalidValueError(what, f"less than 2**{_MOST_BITS}", shown(value))
    if isinstance(value, str) and len(value) > _LONGEST:
        raise InvalidValueError(what, f"written in at most {_LONGEST} characters", shown(value))
    number = Decimal(value)
    sign, digits, exponent = number.as_tuple()
    if not isinstance(exponent, int):
        raise InvalidValueError(what, "a finite amount", shown(value))
    text = "".join(map(str, digits)).lstrip("0")
    if sign and text:
        raise InvalidValueError(what, "0 or more", shown(value))
    stripped = text.rstrip("0")
    return stripped, exponent + len(text) - len(stripped)
