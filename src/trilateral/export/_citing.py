"""How an export names its sources: a text that says who published what, and a link where there is one."""

import re
from typing import Final
from urllib.parse import quote

from trilateral._values.sources import Source

__all__ = ["cited", "link_of"]

_RESERVED: Final = "-._~:/?#@!$&'()*+,;=%"
_LINK: Final = re.compile(r"https?://[A-Za-z0-9._-]+(?::[0-9]+)?(?:[/?#](?:[A-Za-z0-9._~:/?#@!$&'()*+,;=-]|%[0-9A-Fa-f]{2})*)?")


def cited(source: Source) -> str:
    """Return who published what, and the id of the source in its record."""
    return f"{source.publisher}: {source.title} ({source.id})"


def link_of(source: Source) -> str | None:
    """Return the address of a source as a URI, what a URI cannot hold percent-encoded; None unless it is one of the web."""
    link = quote(source.url or "", safe=_RESERVED, errors="replace")
    return link if _LINK.fullmatch(link) else None
