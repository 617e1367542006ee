"""Every Hypothesis strategy of the tests that the package does not have: amended laws, a user's facts, rosters nearly right."""

import datetime as dt
from typing import Any

from hypothesis import assume
from hypothesis import strategies as st

import trilateral as tri
from trilateral.testing import agreements, days, rosters

__all__ = [
    "FIRST_DAY",
    "HYPOTHESIS",
    "JSON",
    "PEOPLE",
    "SOURCE",
    "agreements",
    "amended",
    "amendments",
    "changed_rosters",
    "days",
    "facts",
    "partial_dates",
    "records",
]

Agreement = tri.Agreement[tri.MemberState]

FIRST_DAY = dt.date(2011, 9, 1)
HYPOTHESIS = (
    tri.Citation(statement="For the sake of a test.", kind=tri.CitationKind.HYPOTHESIS, confidence=tri.Confidence.ASSUMED),
)
SOURCE = {"id": "s1", "title": "News item", "publisher": "TCS", "kind": "primary", "seen": "2099-12-31"}
PEOPLE: list[dict[str, Any]] = [
    {"id": id_, "names": [{"text": name, "script": "Latn", "kind": "preferred", "sources": ["s1"]}]}
    for id_, name in (("p1", "YAMADA Taro"), ("p2", "WANG Fang"), ("p3", "KIM Min-ji"))
]


def partial_dates() -> st.SearchStrategy[tri.PartialDate]:
    """Dates of which the day, or the month and the day, may be unknown."""

    def known_to(day: dt.date, length: int) -> tri.PartialDate:
        return tri.PartialDate.parse(day.isoformat()[:length])

    return st.builds(known_to, st.dates(), st.sampled_from([4, 7, 10]))


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


def amended_once(draw: st.DrawFn, agreement: Agreement, board: int) -> Agreement:
    """An agreement amended from one board on, in any way that does not contradict it."""
    how = draw(st.sampled_from(["length", "order", "extension"]))
    try:
        if how == "length":
            return agreement.with_term_length(draw(st.integers(1, 10)), since_board=board)
        if how == "order":
            return agreement.with_order(draw(st.permutations(list(tri.MemberState))), since_board=board)
        until = tri.rules.nominal_term(agreement, board).end + dt.timedelta(days=draw(st.integers(1, 1500)))
        return agreement.with_extension(board, until=until, because="Drawn for a test.")
    except tri.InvalidAgreementError:  # a later extension would be none
        return agreement


@st.composite
def amended(draw: st.DrawFn) -> Agreement:
    """Agreements made by amending others, again and again, from any boards on."""
    agreement = draw(st.one_of(st.sampled_from([tri.AGREEMENT_2010, tri.AGREEMENT_2025]), agreements()))
    for board in draw(st.lists(st.integers(1, 14), max_size=4)):
        agreement = amended_once(draw, agreement, board)
    return agreement


@st.composite
def amendments(draw: st.DrawFn) -> tuple[Agreement, Agreement, int]:
    """An agreement, the same amended once more, and the board from which on it is."""
    agreement, board = draw(amended()), draw(st.integers(1, 14))
    changed = amended_once(draw, agreement, board)
    assume(changed is not agreement)
    return agreement, changed, board


def roster_keys() -> st.SearchStrategy[str]:
    """The keys of roster documents, and one that is none."""
    names = "number start end last_day seats role state holder holders vacant appointed name boards $schema chair"
    return st.sampled_from(names.split(" "))


JSON: st.SearchStrategy[Any] = st.recursive(
    st.one_of(
        st.none(),
        st.booleans(),
        st.integers(-2, 30),
        st.sampled_from([7.0, 7.5, float("inf"), "", "7", "KOR", "secretary-general", "2026-09", "2026-09-01", "2026-02-31"]),
        st.text(max_size=12),
    ),
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(roster_keys(), inner, max_size=5)),
    max_leaves=12,
)


@st.composite
def changed_rosters(draw: st.DrawFn) -> Any:
    """A valid roster in which one value, anywhere, is another or is gone."""
    document = draw(rosters())
    place: Any = document
    key: Any = "boards"
    while True:
        if not isinstance(place[key], list | dict) or not place[key] or draw(st.booleans()):
            break
        place = place[key]
        key = draw(st.sampled_from(keys_of(place)))
    how = draw(st.sampled_from(["another", "more", "less"]))
    if how == "less":
        del place[key]
    else:
        place[key if how == "another" or isinstance(place, list) else draw(roster_keys())] = draw(JSON)
    return document


def keys_of(place: Any) -> list[Any]:
    """The keys of a table, or the indices of a list."""
    return sorted(place) if hasattr(place, "keys") else list(range(len(place)))


def records() -> st.SearchStrategy[tri.Record]:
    """The shipped record, with and without a user's facts."""
    return st.one_of(st.just(tri.record()), facts().map(lambda document: tri.record().with_facts(document)))
