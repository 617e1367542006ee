"""List the facts of which every source was last seen longer ago than an age: `make old-sources AGE=365`."""

import argparse
from collections.abc import Iterator
from datetime import date, timedelta

import trilateral as tri


def old_facts(seen_before: date, record: tri.Record) -> Iterator[tuple[tri.Source, tuple[object, ...]]]:
    """Yield each source that was last seen before a day, oldest first, with the facts that rest on it."""
    for source in sorted(record.sources, key=lambda source: (source.seen, source.id)):
        if source.seen < seen_before:
            yield source, tri.resting_on(source, record=record)


def main() -> None:
    """Print them, and fail if there are any, so that a scheduled job can call for help."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--age", type=int, default=365, help="in days (default: 365)")
    parser.add_argument("--on", type=date.fromisoformat, default=date.today(), help="counted from a day (default: today)")  # noqa: DTZ011, TID251 - a tool for people
    arguments = parser.parse_args()
    found = list(old_facts(arguments.on - timedelta(days=arguments.age), tri.record()))
    for source, facts in found:
        print(f"{source.id}: last seen {source.seen}, {source.url or 'no address'}")
        print(*(f"    {fact}" for fact in facts), sep="\n")
    if found:
        raise SystemExit(f"{len(found)} sources were last seen more than {arguments.age} days before {arguments.on}")
    print(f"every source was seen within {arguments.age} days before {arguments.on}")


if __name__ == "__main__":
    main()
