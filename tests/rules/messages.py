"""How messages end that say what was passed."""

import re

__all__ = ["got"]


def got(value: object) -> str:
    """The end of a message about ``value``, for ``match=``; whatever is longer than a line is cut in messages."""
    return rf"got {re.escape(repr(value))}$"
