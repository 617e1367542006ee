"""List the facts of which every source was last seen longer ago than an age: `make old-sources AGE=365`."""

import argparse
import os
import sys
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import NamedTuple

import trilateral as tri
from trilateral._queries.evidence import Fact, facts_with_sources


class Old(NamedTuple):
    """A fact, the day on which a source of it was last seen, and all of its sources."""

    seen: date
    fact: Fact
    sources: tuple[tri.Source, ...]

    def __str__(self) -> str:
        return f"{self.seen} {self.fact!r}: {', '.join(source.id for source in self.sources)}"


def old_facts(seen_before: date, record: tri.Record) -> Iterator[Old]:
    """Yield each fact of which every source was last seen before a day."""
    for fact, sources in facts_with_sources(record):
        each_once = tuple(dict.fromkeys(sources))
        if each_once and (seen := max(source.seen for source in each_once)) < seen_before:
            yield Old(seen, fact, each_once)


def main(arguments: Sequence[str] | None = None, record: tri.Record | None = None) -> None:
    """Print them, oldest first, and fail if there are any, so that a scheduled job can call for help."""
    parser = argparse.ArgumentParser(description=__doc__, usage=argparse.SUPPRESS)
    parser.add_argument("--age", type=_age, default=365, help="in days (default: 365)")
    parser.add_argument("--on", type=_day, default=date.today(), help="counted from a day (default: today)")  # noqa: DTZ011, TID251 - a tool for people
    asked = parser.parse_args(arguments)
    found = sorted(old_facts(asked.on - timedelta(days=asked.age), record or tri.record()), key=lambda old: old.seen)
    try:
        print(*found, sep="\n", end="\n" if found else "", flush=True)
    except BrokenPipeError:  # whoever read has read enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    days = f"more than {asked.age} days before {asked.on}"
    if found:
        raise SystemExit(
            f"of {len(found)} facts every source was last seen {days}; read them again, and write the day into seen"
        )
    print(f"there is no fact of which every source was last seen {days}")


def _age(text: str) -> int:
    """Read an age."""
    if not (text.isascii() and text.isdigit() and len(text) <= _MOST_DIGITS):
        raise argparse.ArgumentTypeError(f"expected a number of days from 0 to {'9' * _MOST_DIGITS}, got {text[:80]!r}")
    return int(text)


def _day(text: str) -> date:
    """Read a day from which every such age can be counted."""
    try:
        day = date.fromisoformat(text)
    except ValueError:
        day = date.min
    if day < _FIRST_DAY:
        raise argparse.ArgumentTypeError(f"expected a day from {_FIRST_DAY} on, written YYYY-MM-DD, got {text[:80]!r}")
    return day


_MOST_DIGITS = 4
_FIRST_DAY = date(2000, 1, 1)


if __name__ == "__main__":
    main()
