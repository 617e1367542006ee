"""How sources are numbered in an answer and listed below it."""

import re
from collections.abc import Iterable, Iterator

import trilateral as tri
from trilateral._cli.layout import plain_markdown

__all__ = ["Footnotes"]


class Footnotes:
    """The sources cited so far, each with its number."""

    def __init__(self) -> None:
        self._numbers: dict[tri.Source, int] = {}

    def cited(self, sources: Iterable[tri.Source]) -> str:
        """Return the numbers of sources, each in brackets."""
        return "".join(f"[{self._numbers.setdefault(source, len(self._numbers) + 1)}]" for source in sources)

    def lines(self) -> Iterator[tuple[str, str]]:
        """Yield what is to be said of each source, the number before the first line of it."""
        for source, number in self._numbers.items():
            yield f"[{number}]", source.title
            yield from (("", line) for line in (_told(source), source.url, source.note) if line)

    def items(self) -> Iterator[str]:
        """Yield what is to be said of each source, in the order of their numbers, as one line of Markdown."""
        for source in self._numbers:
            address = [_linked(source.url)] if source.url else []
            note = [plain_markdown(source.note)] if source.note else []
            yield "; ".join([plain_markdown(source.title), plain_markdown(_told(source)), *address, *note])


def _told(source: tri.Source) -> str:
    published = f"published {source.published}" if source.published else "undated"
    return f"{source.publisher}, {published}, read {source.seen} ({source.kind.value})"


def _linked(url: str) -> str:
    """Return an address as a link, unless it is none of the web."""
    return f"<{url}>" if url.isprintable() and re.fullmatch(r"https?://[^\s<>]+", url) else plain_markdown(url)
