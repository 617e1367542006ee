"""Plain data into values: what cannot be read is said as it is."""

from collections.abc import Iterator, Mapping
from typing import Any

import pytest

import trilateral as tri


class Broken(Mapping[str, object]):
    """A table whose entries cannot be had."""

    def __init__(self, error: Exception) -> None:
        self.error = error

    def __getitem__(self, key: str) -> object:
        raise self.error

    def __iter__(self) -> Iterator[str]:
        return iter(["id", "names"])

    def __len__(self) -> int:
        return 2


class TestKeys:
    """Unknown keys are refused, and said as short as they can be."""

    def test_that_are_too_long_to_print_are_cut(self) -> None:
        data: Any = {10**5000: []}
        with pytest.raises(tri.InvalidFactsError, match=r"unknown keys <an integer of 16610 bits>, expected sources, people"):
            tri.record().with_facts(data)

    def test_that_are_no_words_have_no_nearest_key(self) -> None:
        data: Any = {None: [], "bords": []}
        with pytest.raises(tri.InvalidFactsError, match=r"unknown keys 'bords', None, expected .*; did you mean boards"):
            tri.record().with_facts(data)


class TestTables:
    """A table may be any mapping, also one that fails."""

    def test_without_a_key_lack_it(self) -> None:
        with pytest.raises(tri.InvalidFactsError, match=r"required key missing @ \$\.people\[0\]\.id"):
            tri.record().with_facts({"people": [Broken(KeyError("id"))]})

    def test_that_fail_otherwise_say_how(self) -> None:
        message = r"expected something that can be read, got RuntimeError\('gone'\) @ \$\.people\[0\]\.id"
        with pytest.raises(tri.InvalidFactsError, match=message):
            tri.record().with_facts({"people": [Broken(RuntimeError("gone"))]})
