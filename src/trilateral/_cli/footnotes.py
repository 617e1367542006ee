"""How sources are numbered in an answer and listed below it."""

from collections.abc import Iterable, Iterator

import trilateral as tri

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
            published = f"published {source.published}" if source.published else "undated"
            told = f"{source.publisher}, {published}, read {source.seen} ({source.kind.value})"
            yield f"[{number}]", source.title
            yield from (("", line) for line in (told, source.url, source.note) if line)
