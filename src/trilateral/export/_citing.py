"""How an export names its sources: a text that says who published what, and a link where there is one."""

import re
from typing import Final
from urllib.parse import quote

from trilateral._values.sources import Source

__all__ = ["cited", "link_of"]

_RESERVED: Final = "-._~:/?#@!$&'()*+,;=%"
_ADDRESS: Final = re.compile("https?://([^/?#:]+)(.*)", re.IGNORECASE | re.DOTALL)
_LINK: Final = re.compile(r"https?://[A-Za-z0-9._-]+(?::[0-9]+)?(?:[/?#](?:[A-Za-z0-9._~:/?#@!$&'()*+,;=-]|%[0-9A-Fa-f]{2})*)?")


def cited(source: Source) -> str:
    """Return who published what, and the id of the source in its record."""
    return f"{source.publisher}: {source.title} ({source.id})"


def link_of(source: Source) -> str | None:
    """Return the address of a source as a URI; None unless it is one of the web.

    What a URI cannot hold is percent-encoded, and a name of a host in other letters is written as the network knows it.
    """
    address = _ADDRESS.fullmatch(source.url or "")
    if address is None:
        return None
    host, rest = address.groups()
    try:
        known = host.encode("idna").decode()
    except UnicodeError:
        return None
    scheme = address[0].partition(":")[0].lower()
    link = f"{scheme}://{known}{quote(rest, safe=_RESERVED, errors='replace')}"
    return link if _LINK.fullmatch(link) else None
