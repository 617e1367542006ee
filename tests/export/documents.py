"""JSON documents of public values, for the tests of what is read and of the schema."""

import json
from enum import Enum
from typing import Any, Final

from hypothesis import strategies as st
from tests.strategies import JSON, keys_of
from tests.test_values import VALUES, WORDS

import trilateral as tri
from trilateral import export

__all__ = ["KNOWN", "SMALL", "changed_documents", "document_of"]

# A table is one of the ways in which values leave already.
KNOWN: Final[list[Any]] = [value for value in VALUES if not isinstance(value, export.Table)]
KNOWN.extend(word for words in WORDS for word in words)


def document_of(value: object) -> Any:
    """The document of a value, as plain data."""
    return json.loads(export.to_json(value))


def is_small(value: object) -> bool:
    """Whether a value can be changed at random many times without taking long."""
    return not isinstance(value, tri.Record | tri.Report | tri.Timeline | Enum)


SMALL: Final[list[Any]] = [document_of(value) for value in KNOWN if is_small(value)]
SMALL.append(document_of((tri.board(7).term, tri.board(7).start, tri.Basis.RECORDED)))


@st.composite
def changed_documents(draw: st.DrawFn) -> Any:
    """A document in which one value, anywhere, is another or is gone, or one key is new."""
    document = json.loads(json.dumps(draw(st.sampled_from(SMALL))))
    place, key = document, draw(st.sampled_from(keys_of(document)))
    while isinstance(place[key], list | dict) and place[key] and draw(st.integers(0, 3)):
        place = place[key]
        key = draw(st.sampled_from(keys_of(place)))
    how = draw(st.sampled_from(["another", "a like one", "more", "less"]))
    if how == "less":
        del place[key]
    elif how == "a like one":
        place[key] = draw(st.sampled_from([each for each in ALIKE if type(each) is type(place[key])] or [None]))
    else:
        place[key if how == "another" or isinstance(place, list) else draw(st.text(max_size=8))] = draw(JSON)
    return document


# Of every type that stands in a document, what may well be taken.
ALIKE: Final[list[Any]] = [
    *["", "7", "KOR", "held", "recorded", "2026", "2026-02", "2026-02-28", "2026-02-30", "1E+9", "-0", "lee-hee-sup", "Term"],
    *[
        0,
        1,
        -1,
        12,
        10**30,
        True,
        False,
        None,
        [],
        {},
        [[]],
        ["CHN", "JPN", "KOR"],
        {"start": "2026-09-01", "end": "2026-09-02"},
    ],
]
