"""JSON documents of public values, for the tests of what is read and of the schema."""

import datetime as dt
import io
import json
from enum import Enum
from typing import Any, Final

import attrs
from hypothesis import strategies as st
from tests.rules.test_shares import agreement_of
from tests.strategies import JSON, PEOPLE, SOURCE, keys_of
from tests.test_values import VALUES, WORDS

import trilateral as tri
from trilateral import export, rules

__all__ = ["KNOWN", "SEVERAL", "SMALL", "changed_documents", "document_of"]

NOTED: Final = {"sources": ["s1"], "note": "So it is said."}
# An early record is a short one.
RECORD: Final = (
    tri.record()
    .as_known_on(dt.date(2011, 10, 1))
    .with_facts(
        {
            "sources": [SOURCE],
            "people": PEOPLE,
            "boards": [
                {
                    "number": 2,
                    "start": {"date": "2013-09-01", **NOTED, "readings": [{"date": "2013-09-02", **NOTED}]},
                    "seats": [
                        {
                            "role": "secretary-general",
                            "state": "JPN",
                            "tenures": [
                                {"holder": "p1", "end": "2014-01-01", **NOTED, "readings": [{"holder": "p2", **NOTED}]},
                                {"vacant": True, "start": "2014-01-01", "end": "2014-03-01", **NOTED},
                                {"holder": "p3", "start": "2014-03-01", **NOTED},
                            ],
                        },
                        {"role": "deputy-secretary-general", "state": "CHN", "sources": ["s1"]},
                    ],
                }
            ],
            "events": [{"id": "talks", "kind": "meeting", "title": "Talks", "date": "2013-10", **NOTED}],
            "names": [
                {
                    "subject": "x",
                    "language": "en",
                    "register": "own",
                    "text": "Ex",
                    "plural": "Exes",
                    "since": "2013",
                    "until": "2014-02",
                    **NOTED,
                }
            ],
        }
    )
)
BOARD: Final = tri.board(2, record=RECORD)
SEAT: Final = BOARD.secretary_general
ROSTER: Final = {"number": 2, "end": "2015-08-31", "seats": [{"role": "secretary-general", "state": "JPN", "holder": "YAMADA"}]}
REPORT: Final = tri.check_roster_file(io.BytesIO(json.dumps({"boards": [ROSTER]}).encode()), format="json", record=RECORD)
OTHER_ORDER: Final = tri.AGREEMENT_2025.with_order(
    (tri.MemberState.KOREA, tri.MemberState.CHINA, tri.MemberState.JAPAN), since_board=1
)
EXTENDED: Final = tri.AGREEMENT_2025.with_extension(8, until=dt.date(2030, 3, 1), because="Suppose that the handover waits.")
DIFFERENCE: Final = tri.compare(tri.AGREEMENT_2025, OTHER_ORDER, until=dt.date(2028, 1, 1))[0]
CLUB: Final[Any] = agreement_of(("North", "East", "South"), (1, 2, 3), later=("East", "South", "North"), host="South")
CLUB_EXTENDED: Final[Any] = CLUB.with_extension(3, until=dt.date(2026, 3, 1), because="Suppose that it waits.")
SOURCES: Final = (tri.record().sources[0], attrs.evolve(tri.record().sources[0], title="Another item"))  # of one id
HOLDER: Final = tri.board(7).secretary_general.tenures[0].readings[0]
# What the values of the classes leave out: members that are strings, and keys that are seldom written.
SELDOM: Final[list[Any]] = [
    RECORD,
    BOARD,
    SEAT,
    SEAT.tenures[0].readings[0],
    SEAT.vacancies[0],
    BOARD.start.readings[0],
    tri.Reading("so it is", SOURCES),
    tri.departures(agreement=OTHER_ORDER)[0],
    DIFFERENCE,
    attrs.evolve(DIFFERENCE, kind=tri.DifferenceKind.HOLDERS, one=("p1", "p3"), other=("p2",)),
    attrs.evolve(DIFFERENCE, kind=tri.DifferenceKind.BOARD, one=dt.date(2013, 9, 1), other=None, state=None),
    attrs.evolve(REPORT, name="boards.json").filtered(strict=True),
    REPORT.findings[0],
    tri.rosters.RosterTenure(holder="YAMADA Taro", start=dt.date(2013, 9, 1), end=dt.date(2014, 1, 1)),
    tri.rosters.RosterBoard(number=2, start=None, end=None, seats=tri.validate_roster([BOARD]).boards[0].seats),
    tri.timeline(record=RECORD).on(dt.date(2013, 10, 5)),
    next(statement for statement in tri.about() if statement.data_year),
    next(statement for statement in tri.about() if isinstance(statement.when, tri.Term)),
    attrs.evolve(tri.series("summit"), rotation=None),
    attrs.evolve(tri.series("summit").gaps[0], before=None),
    attrs.evolve(tri.evidence(7)[0], person=None),
    tri.labels("x", record=RECORD)[0],
    tri.explain(tri.board(9)),
    EXTENDED,
    CLUB_EXTENDED,
    *(
        attrs.evolve(provision, signed=dt.date(2024, 1, 1), public_on=dt.date(2024, 1, 2))
        for provision in (*EXTENDED.provisions, *CLUB_EXTENDED.provisions)
    ),
    rules.composition(CLUB, 1),
    rules.nominations(CLUB, 1)[0],
    rules.shares(CLUB),
    attrs.evolve(
        tri.assess(100, currency="USD", fiscal_year=2026),
        shares=rules.shares(CLUB),
        bearers=rules.bearers(CLUB, year=2026),
        parts=tuple(rules.portions(CLUB, 10000, bearers=("South",)).items()),
    ),
]
# A table is one of the ways in which values leave already.
KNOWN: Final[list[Any]] = [value for value in VALUES if not isinstance(value, export.Table)]
KNOWN.extend(word for words in WORDS for word in words)
KNOWN.extend(SELDOM)

SEVERAL: Final = (
    tri.board(7).term,
    tri.board(7).start,
    tri.Basis.RECORDED,
    HOLDER,
    attrs.evolve(HOLDER, value=attrs.evolve(HOLDER.value, names=HOLDER.value.names[:1])),
)


def document_of(value: object) -> Any:
    """The document of a value, as plain data."""
    return json.loads(export.to_json(value))


def is_small(value: object) -> bool:
    """Whether a value can be changed at random many times without taking long."""
    return not isinstance(value, tri.Record | tri.Report | tri.Timeline | Enum)


SMALL: Final[list[Any]] = [document_of(value) for value in KNOWN if is_small(value)]
SMALL.append(document_of(SEVERAL))


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
