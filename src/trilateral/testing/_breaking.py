"""How each rule of the roster check is broken: one function a code, which breaks that rule and no other."""

import json
import re
from collections.abc import Callable, Mapping, Sequence
from copy import deepcopy
from datetime import date, timedelta
from itertools import permutations
from types import MappingProxyType
from typing import Any, Final

from trilateral._queries.boards import board
from trilateral._record.law import AGREEMENT_2010
from trilateral._values.people import NameKind, Person
from trilateral.rosters._states import MEMBERS
from trilateral.testing._writing import INVENTED, Choose, Table, lawful

__all__ = ["BREAKING"]

_LEADER: Final = "secretary-general"
_DEPUTY: Final = "deputy-secretary-general"
_RECORDED: Final = range(1, 8)
_UNRECORDED: Final = range(8, 38)
_UNCONTRADICTED: Final = range(9, 38)  # of neither end of which the record knows anything
_FIRST_DAY: Final = date(2011, 9, 1)
_MEANT: Final = {
    _LEADER: ("SG", "Secretary-General", "secretary general"),
    _DEPUTY: ("DSG", "Deputy", "deputy secretary general"),
}
_HOLDING: Final = ("holder", "holders", "vacant")
_WRONG: Final[Mapping[str, Sequence[object]]] = {
    "boards": (None, 8, "boards", {"number": 8}),
    "number": (None, "8", 8.5, True, [8]),
    "start": (None, 20260901, True, ["2026-09-01"]),
    "end": (None, 20290901, False, 2029.75),
    "seats": (None, 3, "JPN", {"state": "JPN"}),
    "state": (None, 392, ["JPN"]),
    "holder": (5, True, ["SATO Jun"]),
    "vacant": (None, "yes", 1),
    "appointed": (None, 20260901, True),
}
_ANYTHING: Final[Sequence[object]] = (None, "JPN", 1, [], {})
_HIDDEN: Final = "\u200b\u200d\u2066\u202e\ufeff"


# Composition


def _no_leader(choose: Choose) -> Table:
    roster = lawful(choose)
    for seat in _any_board(roster, choose)["seats"]:
        seat["role"] = _DEPUTY
    return roster


def _second_leader(choose: Choose) -> Table:
    roster = _unnamed(lawful(choose))
    deputies = _any_board(roster, choose)["seats"][1:]
    for seat in choose((deputies, deputies[:1], deputies[1:])):
        seat["role"] = _LEADER
    return roster


def _unknown_role(choose: Choose) -> Table:
    roster = lawful(choose)
    seat = _any_seat(roster, choose)
    seat["role"] = choose((*_MEANT[seat["role"]], "director", "chair", "Generalsekretär", ""))
    return roster


def _state_twice(choose: Choose) -> Table:
    roster = lawful(choose)
    seats = _any_board(roster, choose)["seats"]
    taken, changed = choose(tuple(permutations(seats, 2)))
    if choose((True, False)):
        changed["state"] = taken["state"]
    else:
        seats.append({"role": _DEPUTY, "state": taken["state"]})
    return roster


def _seat_missing(choose: Choose) -> Table:
    roster = lawful(choose)
    table = _any_board(roster, choose)
    leader, one, other = table["seats"]
    table["seats"] = choose(([], [leader], [leader, one], [leader, other]))
    return roster


def _stranger(choose: Choose) -> Table:
    roster = lawful(choose)
    seat = _without_holder(_any_seat(roster, choose))
    seat["state"] = choose(("PRK", "North Korea", "조선민주주의인민공화국", "MNG", "RUS", "Tyskland", "?"))
    return roster


def _another_body(choose: Choose) -> Table:
    roster = lawful(choose)
    seat = next(seat for seat in _any_board(roster, choose)["seats"] if seat["state"] == "CHN")
    _without_holder(seat)["state"] = choose(("USA", "US", "United States", "미국", "アメリカ合衆国"))
    return roster


def _one_person_in_two_seats(choose: Choose) -> Table:
    roster = _unnamed(lawful(choose))
    table = _any_board(roster, choose)
    one, other = sorted(choose(((0, 1), (0, 2), (1, 2))))
    recorded = board(table["number"]).seats[one].holder
    name = choose(INVENTED) if recorded is None else recorded.name
    table["seats"][one] |= _holder(name, choose)
    table["seats"][other] |= _holder(_respelt(name, choose), choose)
    return roster


def _deputies_out_of_order(choose: Choose) -> Table:
    roster = lawful(choose)
    table = _any_board(roster, choose)
    table["seats"] = list(choose(tuple(permutations(table["seats"]))[1:]))
    return roster


# Rotation and nomination


def _out_of_turn(choose: Choose) -> Table:
    roster = _unnamed(lawful(choose))
    _turn(_in_order(roster)[0], choose((1, 2)))
    return roster


def _not_following(choose: Choose) -> Table:
    roster = _unnamed(lawful(choose, least=2, most=4))
    tables = _in_order(roster)
    first = choose(range(1, len(tables)))
    turns = choose((1, 2))
    for table in choose((tables[first:], tables[first : first + 1])):
        _turn(table, turns)
    return roster


def _appointed_late(choose: Choose) -> Table:
    roster = lawful(choose)
    table = _any_board(roster, choose)
    start = board(table["number"]).start.date
    table["start"] = choose((str(start), f"{start:%Y-%m}"))
    choose(table["seats"])["appointed"] = str(start + timedelta(days=choose(range(30, 1000))))
    return roster


# Terms


def _end_before_start(choose: Choose) -> Table:
    roster = lawful(choose, dated=True)
    table = _any_board(roster, choose)
    end = date.fromisoformat(table["start"]) - timedelta(days=choose((0, *range(2, 2000))))
    if end.month == 8:  # of a 31 August it would be said that it means a last day
        end = end.replace(day=30)
    _set_end(table, end, choose)
    return roster


def _overlap(choose: Choose) -> Table:
    roster = lawful(choose, _UNRECORDED, least=2, dated=True)
    _move_years(choose(_in_order(roster)[1:]), -choose(range(1, 10)), choose)
    return roster


def _gap(choose: Choose) -> Table:
    roster = lawful(choose, _UNRECORDED, least=2, dated=True)
    table = choose(_in_order(roster)[1:])
    del table["end"]
    _move_years(table, choose(range(1, 10)), choose)
    return roster


def _unlawful_length(choose: Choose) -> Table:
    roster = lawful(choose, dated=True)
    table = _any_board(roster, choose)
    end = date.fromisoformat(table["end"]) + timedelta(days=choose((*range(-700, -30), *range(1, 700))))
    if end.month == 8:
        end = end.replace(day=30)
    if choose((True, False)):
        del table["start"]
    _set_end(table, end, choose)
    return roster


def _holders_at_once(choose: Choose) -> Table:
    roster = lawful(choose, dated=True)
    table = _any_board(roster, choose)
    seat = choose(table["seats"])
    start = date.fromisoformat(table["start"])
    change = start + timedelta(days=choose(range(1, 300)))
    first = _name_of(table, seat, choose)
    second = first if table["number"] in _RECORDED else choose(INVENTED)
    before, after = str(change), str(change + timedelta(days=choose(range(1, 300))))
    days: Sequence[tuple[Table, Table]] = (
        ({}, {}),
        ({}, {"start": str(start)}),
        ({"start": before}, {"start": before}),
        ({"end": after}, {"start": before}),
    )
    stated = choose(days)
    _without_holder(seat)["holders"] = [{"name": first, **stated[0]}, {"name": second, **stated[1]}]
    return roster


def _holder_outside_term(choose: Choose) -> Table:
    roster = lawful(choose, dated=True)
    table = _any_board(roster, choose)
    seat = choose(table["seats"])
    start, end = date.fromisoformat(table["start"]), date.fromisoformat(table["end"])
    some = timedelta(days=choose(range(1, 500)))
    outside = choose(({"start": start - some}, {"end": end + some}, {"start": end + some}))
    name = _name_of(table, seat, choose)
    _without_holder(seat)["holders"] = [{"name": name, **{key: str(day) for key, day in outside.items()}}]
    return roster


def _off_the_first_day(choose: Choose) -> Table:
    roster = lawful(choose, _UNCONTRADICTED, dated=True)
    table = _any_board(roster, choose)
    start = date.fromisoformat(table["start"])
    month = start.replace(month=choose((4, 5, 6, 7, 8, 10, 11, 12)))
    table["start"] = choose((str(start + timedelta(days=choose((*range(-180, 0), *range(1, 180))))), f"{month:%Y-%m}"))
    return roster


def _before_the_first_board(choose: Choose) -> Table:
    roster = lawful(choose, dated=True)
    start = _FIRST_DAY - timedelta(days=choose(range(1, 10_000)))
    _any_board(roster, choose)["start"] = choose((str(start), f"{start - timedelta(days=31):%Y-%m}"))
    return roster


def _last_day_as_end(choose: Choose) -> Table:
    roster = lawful(choose, dated=True)
    table = _any_board(roster, choose)
    table["end"] = str(date.fromisoformat(table["end"]) - timedelta(days=1))
    return roster


def _another_year(choose: Choose) -> Table:
    roster = lawful(choose, _UNCONTRADICTED, dated=True)
    table = _in_order(roster)[0]
    years = choose((*range(-9, 0), *range(1, 10)))
    if years > 0:
        del table["end"]
    _move_years(table, years, choose)
    return roster


def _boundary_of_fact(choose: Choose) -> Table:
    roster = lawful(choose, (7, 8), agreement=AGREEMENT_2010, dated=True)
    if choose((True, False)):
        for table in roster["boards"]:
            _set_end(table, date.fromisoformat(table["end"]), choose)
    return roster


# People and record


def _another_holder(choose: Choose) -> Table:
    roster = lawful(choose, _RECORDED, most=1)
    table = _any_board(roster, choose)
    seat = choose(table["seats"])
    others = [person.name for person in _people_of(seat["state"]) if person != _known(table, seat)]
    _without_holder(seat)
    seat |= choose(({"vacant": True}, _holder(choose(INVENTED), choose), _holder(choose(others), choose)))
    return roster


def _holder_of_another_state(choose: Choose) -> Table:
    roster = lawful(choose, _RECORDED, most=1)
    seat, other = choose(tuple(permutations(roster["boards"][0]["seats"], 2)))
    present = [each.holder for each in board(roster["boards"][0]["number"]).seats]
    strangers = [person.name for person in _people_of(other["state"]) if person not in present]
    _without_holder(seat)
    seat |= _holder(choose(strangers), choose)
    return roster


def _another_spelling(choose: Choose) -> Table:
    roster = lawful(choose, _RECORDED)
    table = choose([table for table in roster["boards"] if table["number"] in _RECORDED])
    seat = choose(table["seats"])
    person = _known(table, seat)
    spellings = [name.text for name in person.names if name.kind is not NameKind.PREFERRED]
    _without_holder(seat)
    seat |= _holder(choose(spellings), choose)
    return roster


def _misspelt(choose: Choose) -> Table:
    roster = lawful(choose, _RECORDED)
    table = choose([table for table in roster["boards"] if table["number"] in _RECORDED])
    seat = choose(table["seats"])
    name = _known(table, seat).name
    at = choose([index for index, letter in enumerate(name) if letter.isalpha()])
    _without_holder(seat)
    others = [letter for letter in "xqvz" if letter != name[at].casefold()]
    seat |= _holder(name[:at] + choose(others) + name[at + 1 :], choose)
    return roster


def _unconfirmed(choose: Choose) -> Table:
    roster = lawful(choose, _UNRECORDED)
    seat = _any_seat(roster, choose)
    seat |= _holder(choose(INVENTED), choose)
    return roster


def _led_twice(choose: Choose) -> Table:
    roster = _unnamed(lawful(choose, _UNRECORDED, least=2, most=4))
    name = choose(INVENTED)
    one, other = choose(tuple(permutations(roster["boards"], 2)))
    one["seats"][0] |= _holder(name, choose)
    other["seats"][0] |= _holder(_respelt(name, choose), choose)
    return roster


def _contradicted(choose: Choose) -> Table:
    roster = lawful(choose, _RECORDED, most=1, dated=True)
    table = roster["boards"][0]
    start = date.fromisoformat(table["start"])
    days = choose((*range(-400, 0), *range(31, 400)))
    moved = start + timedelta(days=days if start + timedelta(days=days) >= _FIRST_DAY else 31 - days)
    table["start"] = str(moved)
    return roster


# Numbering


def _number_twice(choose: Choose) -> Table:
    roster = _unnamed(lawful(choose))
    tables = roster["boards"]
    again = deepcopy(choose(tables))
    tables.insert(choose(range(len(tables) + 1)), again)
    return roster


def _number_skipped(choose: Choose) -> Table:
    roster = lawful(choose, range(1, 36), least=3, most=6)
    inner = _in_order(roster)[1:-1]
    first = choose(range(len(inner)))
    for table in inner[first : choose(range(first + 1, len(inner) + 1))]:
        roster["boards"].remove(table)
    return roster


def _no_such_number(choose: Choose) -> Table:
    roster = lawful(choose)
    _outermost(roster, choose)["number"] = choose((*range(-50, 1), *range(10_000, 10_050), 10**30))
    return roster


def _no_boards(choose: Choose) -> Table:
    return {**lawful(choose), "boards": []}


# Document


def _unreadable(choose: Choose) -> bytes:
    text = json.dumps(lawful(choose), ensure_ascii=False).encode()
    at = choose(range(len(text)))
    return choose((text[:at], text[:at] + b"\xff" + text[at:], text + text[at:]))


def _unknown_key(choose: Choose) -> Table:
    roster = lawful(choose)
    table = choose((roster, _any_board(roster, choose), _any_seat(roster, choose)))
    table[choose(("chair", "Number", "strat", "note", "stat", "メモ"))] = choose(_ANYTHING)
    return roster


def _missing_key(choose: Choose) -> Table:
    roster = lawful(choose)
    seat = _any_seat(roster, choose)
    places = (
        (roster, "boards"),
        (_outermost(roster, choose), "number"),
        (_any_board(roster, choose), "seats"),
        (seat, "role"),
        (seat, "state"),
        ({"name": ""}, "name"),
    )
    table, key = choose(places)
    del table[key]
    if not table:
        _without_holder(seat)["holders"] = [table]
    return roster


def _wrong_type(choose: Choose) -> Table:
    roster = lawful(choose)
    places = (
        (roster, "boards"),
        (_outermost(roster, choose), "number"),
        *((_any_board(roster, choose), key) for key in ("start", "end", "seats")),
        *((_any_seat(roster, choose), key) for key in ("state", "holder", "vacant", "appointed")),
    )
    changed, key = choose(places)
    if key in _HOLDING:
        _without_holder(changed)
    changed.pop("last_day", None)  # an end may not stand beside it
    changed[key] = choose(_WRONG[key])
    return roster


def _not_a_date(choose: Choose) -> Table:
    form = choose(("{:%d.%m.%Y}", "{:%Y/%m/%d}", "{:%Y%m%d}", "{:%Y}", "{:%Y-%m-%dT00:00:00}", " {:%Y-%m-%d}", ""))
    return _with_day(choose, form.format(_FIRST_DAY + timedelta(days=choose(range(20_000)))))


def _no_such_day(choose: Choose) -> Table:
    year = choose(range(2011, 2100))
    day = choose(("{}-09-31", "{}-02-30", "{}-13-01", "{}-00-01", "{}-09-00"))
    return _with_day(choose, choose((day.format(year), "2026-02-29", "0000-09-01")))


def _with_day(choose: Choose, text: str) -> Table:
    """Return a roster with a text in the place of one of its days."""
    roster = lawful(choose)
    table = _any_board(roster, choose)
    key = choose(("start", "end", "last_day", "appointed"))
    if key in ("end", "last_day"):
        table.pop("end", None)
        table.pop("last_day", None)
    changed = choose(table["seats"]) if key == "appointed" else table
    changed[key] = text
    return roster


def _two_keys(choose: Choose) -> Table:
    roster = lawful(choose)
    table = _any_board(roster, choose)
    seat = choose(table["seats"])
    term = board(table["number"]).term
    holder = _name_of(table, seat, choose)
    unrecorded = ({"holder": holder, "vacant": True}, {"holders": [{"name": holder}], "vacant": True})
    said: Sequence[Table] = (
        {"holder": holder, "holders": [{"name": holder}]},
        *(unrecorded if table["number"] in _UNRECORDED else ()),  # a vacancy in a seat of the record would be a finding
    )
    if choose((True, False)):
        table |= {"end": str(term.end), "last_day": str(term.last_day)}
    else:
        _without_holder(seat)
        seat |= choose(said)
    return roster


def _hidden_character(choose: Choose) -> Table:
    roster = lawful(choose, _RECORDED)
    table = choose([table for table in roster["boards"] if table["number"] in _RECORDED])
    seat = choose(table["seats"])
    name = _known(table, seat).name
    at = choose(range(len(name) + 1))
    _without_holder(seat)
    seat |= _holder(name[:at] + choose(_HIDDEN) + name[at:], choose)
    return roster


def _value_twice(choose: Choose) -> bytes:
    text = json.dumps(lawful(choose), ensure_ascii=False)
    again = choose([*re.finditer(r'"[$\w]+": (?:"[^"]*"|[0-9]+|null)', text)])
    return f"{text[: again.end()]}, {text[again.start() :]}".encode()


def _over_a_limit(choose: Choose) -> bytes:
    depth = choose(range(100_000, 200_000, 10_000))
    inmost = json.dumps(lawful(choose), ensure_ascii=False)
    opening, closing = choose((("[", "]"), ('{"boards": ', "}"), ('{"boards": [', "]}")))
    return (opening * depth + inmost + closing * depth).encode()


def _state_in_words(choose: Choose) -> Table:
    roster = lawful(choose)
    seat = _any_seat(roster, choose)
    seat["state"] = choose([text for text in MEMBERS[seat["state"]].split() if text not in MEMBERS])
    return roster


def _no_name(choose: Choose) -> Table:
    roster = lawful(choose)
    seat = _without_holder(_any_seat(roster, choose))
    seat |= _holder(choose(("", " ", "\u3000", "\t\n", "\u200b", "A" * 201, "新" * 1000)), choose)
    return roster


# What several of them do


def _any_board(roster: Table, choose: Choose) -> Table:
    table: Table = choose(roster["boards"])
    return table


def _any_seat(roster: Table, choose: Choose) -> Table:
    seat: Table = choose(_any_board(roster, choose)["seats"])
    return seat


def _in_order(roster: Table) -> list[Table]:
    return sorted(roster["boards"], key=lambda table: int(table["number"]))


def _outermost(roster: Table, choose: Choose) -> Table:
    """Return the first or the last board, without which the others still follow each other."""
    return choose((_in_order(roster)[0], _in_order(roster)[-1]))


def _turn(table: Table, turns: int) -> None:
    """Let another state lead a board, with its deputies in rotation order."""
    states = [seat["state"] for seat in table["seats"]]
    for seat, state in zip(table["seats"], states[turns:] + states[:turns], strict=True):
        seat["state"] = state


def _move_years(table: Table, years: int, choose: Choose) -> None:
    """Let a board start in another year, maybe known to the month."""
    start = date.fromisoformat(table["start"])
    table["start"] = choose(("{:%Y-%m-%d}", "{:%Y-%m}")).format(start.replace(year=start.year + years))


def _set_end(table: Table, end: date, choose: Choose) -> None:
    """Let a board end on a day, written in one of the two ways."""
    del table["end"]
    key = choose(("end", "last_day"))
    table[key] = str(end if key == "end" else end - timedelta(days=1))


def _unnamed(roster: Table) -> Table:
    """Return the roster, of whose seats nothing but role and state is left."""
    for table in roster["boards"]:
        table["seats"] = [{"role": seat["role"], "state": seat["state"]} for seat in table["seats"]]
    return roster


def _without_holder(seat: Table) -> Table:
    """Return the seat, of whose holder nothing is left."""
    for key in _HOLDING:
        seat.pop(key, None)
    return seat


def _holder(name: str, choose: Choose) -> Table:
    """Return a holder in one of the ways in which one without days can be written."""
    ways: Sequence[Table] = ({"holder": name}, {"holders": [{"name": name}]})
    return choose(ways)


def _respelt(name: str, choose: Choose) -> str:
    """Return a name as it may also be written without another spelling."""
    first, _, last = name.partition(" ")
    return choose((name, f"{last} {first}", name.lower(), name.upper()))


def _name_of(table: Table, seat: Table, choose: Choose) -> str:
    """Return the name that the record has in a seat, or an invented one."""
    return _known(table, seat).name if table["number"] in _RECORDED else choose(INVENTED)


def _known(table: Table, seat: Table) -> Person:
    """Return whom the record has in a seat of a recorded board."""
    return next(
        each.holder for each in board(table["number"]).seats if each.holder is not None and each.state.value == seat["state"]
    )


def _people_of(state: str) -> list[Person]:
    """Return everybody whom the record has in a seat of a state."""
    seats = (seat for number in _RECORDED for seat in board(number).seats if seat.state.value == state)
    return list(dict.fromkeys(tenure.holder for seat in seats for tenure in seat.tenures))


BREAKING: Final[Mapping[str, Callable[[Choose], Any]]] = MappingProxyType(
    {
        "TRI101": _no_leader,
        "TRI102": _second_leader,
        "TRI103": _unknown_role,
        "TRI104": _state_twice,
        "TRI105": _seat_missing,
        "TRI106": _stranger,
        "TRI107": _another_body,
        "TRI108": _one_person_in_two_seats,
        "TRI109": _deputies_out_of_order,
        "TRI201": _out_of_turn,
        "TRI202": _not_following,
        "TRI203": _appointed_late,
        "TRI301": _end_before_start,
        "TRI302": _overlap,
        "TRI303": _gap,
        "TRI304": _unlawful_length,
        "TRI305": _holders_at_once,
        "TRI306": _holder_outside_term,
        "TRI307": _off_the_first_day,
        "TRI308": _before_the_first_board,
        "TRI309": _last_day_as_end,
        "TRI310": _another_year,
        "TRI311": _boundary_of_fact,
        "TRI401": _another_holder,
        "TRI402": _holder_of_another_state,
        "TRI403": _another_spelling,
        "TRI404": _misspelt,
        "TRI405": _unconfirmed,
        "TRI406": _led_twice,
        "TRI407": _contradicted,
        "TRI501": _number_twice,
        "TRI502": _number_skipped,
        "TRI503": _no_such_number,
        "TRI504": _no_boards,
        "TRI901": _unreadable,
        "TRI902": _unknown_key,
        "TRI903": _missing_key,
        "TRI904": _wrong_type,
        "TRI905": _not_a_date,
        "TRI906": _no_such_day,
        "TRI907": _two_keys,
        "TRI908": _hidden_character,
        "TRI909": _value_twice,
        "TRI910": _over_a_limit,
        "TRI911": _state_in_words,
        "TRI912": _no_name,
    }
)
