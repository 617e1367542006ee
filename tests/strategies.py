"""Every Hypothesis strategy of the tests: days, lawful agreements, and records with a user's facts."""

import datetime as dt
from itertools import permutations
from typing import Any

import attrs
from hypothesis import strategies as st

import trilateral as tri

FIRST_DAY = dt.date(2011, 9, 1)
HYPOTHESIS = (
    tri.Citation(statement="For the sake of a test.", kind=tri.CitationKind.HYPOTHESIS, confidence=tri.Confidence.ASSUMED),
)
SOURCE = {"id": "s1", "title": "News item", "publisher": "TCS", "kind": "primary", "seen": "2099-12-31"}
PEOPLE: list[dict[str, Any]] = [
    {"id": id_, "names": [{"text": name, "script": "Latn", "kind": "preferred", "sources": ["s1"]}]}
    for id_, name in (("p1", "YAMADA Taro"), ("p2", "WANG Fang"), ("p3", "KIM Min-ji"))
]


def days(first: dt.date = FIRST_DAY, last: dt.date = dt.date(2100, 12, 31)) -> st.SearchStrategy[dt.date]:
    """Days on which a board is asked for."""
    return st.dates(first, last)


def partial_dates() -> st.SearchStrategy[tri.PartialDate]:
    """Dates of which the day, or the month and the day, may be unknown."""

    def known_to(day: dt.date, length: int) -> tri.PartialDate:
        return tri.PartialDate.parse(day.isoformat()[:length])

    return st.builds(known_to, st.dates(), st.sampled_from([4, 7, 10]))


@st.composite
def agreements(draw: st.DrawFn) -> tri.Agreement[tri.MemberState]:
    """Lawful agreements: any order and any length, changing at any boards."""

    def provisions(values: st.SearchStrategy[Any]) -> tuple[tri.Provision[Any], ...]:
        later = draw(st.sets(st.integers(2, 12), max_size=2))
        return tuple(
            tri.Provision(value=draw(values), since_board=board, citations=HYPOTHESIS) for board in (1, *sorted(later))
        )

    return attrs.evolve(
        tri.AGREEMENT_2010,
        orders=provisions(st.sampled_from(list(permutations(tri.MemberState)))),
        term_lengths=provisions(st.integers(1, 120)),
    )


def seats(draw: st.DrawFn, day: dt.date, change: dt.date) -> list[dict[str, Any]]:
    """The seats of a board that began by ``day``: none, or one whose holder may be followed by another or by nobody."""
    tenures: list[list[dict[str, Any]]] = [
        [{"holder": "p1"}],
        [{"holder": "p1", "start": day.isoformat(), "end": change.isoformat()}],
        [{"holder": "p1"}, {"holder": "p2", "start": change.isoformat()}],
        [{"holder": "p1", "end": change.isoformat()}, {"vacant": True, "start": change.isoformat()}],
    ]
    drawn = [{**tenure, "sources": ["s1"]} for tenure in draw(st.sampled_from(tenures))]
    role = draw(st.sampled_from(["secretary-general", "deputy-secretary-general"]))
    state = draw(st.sampled_from(["CHN", "JPN", "KOR"]))
    return [{"role": role, "state": state, "tenures": drawn}] if draw(st.booleans()) else []


@st.composite
def facts(draw: st.DrawFn) -> dict[str, Any]:
    """Facts documents that the shipped record takes: later boards with and without a start, holders and attested days."""
    boards: list[dict[str, Any]] = []
    attested: list[dict[str, Any]] = []
    day = dt.date(2025, 9, 3)
    for number in range(7, draw(st.integers(8, 11))):
        if number > 7:
            day += dt.timedelta(days=draw(st.integers(1, 1500)))
            change = day + dt.timedelta(days=draw(st.integers(1, 1500)))
            board: dict[str, Any] = {"number": number, "seats": seats(draw, day, change)}
            if draw(st.booleans()):
                board["start"] = {"date": day.isoformat(), "sources": ["s1"]}
            else:
                attested.append({"board": number, "date": day.isoformat(), "sources": ["s1"]})
            boards.append(board)
            day = change
        if draw(st.booleans()):
            day += dt.timedelta(days=draw(st.integers(1, 1500)))
            attested.append({"board": number, "date": day.isoformat(), "sources": ["s1"]})
    if draw(st.booleans()) and boards:
        last = boards[-1]
        last.pop("start", None)
        attested = [entry for entry in attested if entry["board"] != last["number"]]
    return {"sources": [SOURCE], "people": PEOPLE, "boards": boards, "attested": attested}


def records() -> st.SearchStrategy[tri.Record]:
    """The shipped record, with and without a user's facts."""
    return st.one_of(st.just(tri.record()), facts().map(lambda document: tri.record().with_facts(document)))
