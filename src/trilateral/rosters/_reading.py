"""From plain data to boards whose every value is what the model says, and remarks on what is not."""

import re
from collections.abc import Callable, Mapping
from datetime import date, datetime, timedelta
from difflib import get_close_matches
from enum import Enum
from functools import lru_cache
from typing import Any, Final, NamedTuple

from trilateral._values.boards import Role
from trilateral._values.dates import PartialDate
from trilateral._values.people import Person
from trilateral.errors import InvalidValueError, shown
from trilateral.rosters._document import BOARD, ROSTER, SEAT, TENURE, Kind, Table
from trilateral.rosters._plain import is_mapping, is_sequence
from trilateral.rosters._remarks import Location, Remark

__all__ = ["BoardRead", "Days", "SeatRead", "TenureRead", "day_of", "read"]

Report = Callable[[Remark], None]
Values = dict[str, Any]

_ROLES: Final = {role.value: role.value for role in Role}
_DAY: Final = timedelta(days=1)
_MOST_UNKNOWN_KEYS: Final = 20
_LONGEST_KEY: Final = 100


class Days(NamedTuple):
    """The first and the last day that a date can be: one day where it is known to the day."""

    first: date
    last: date


class TenureRead(NamedTuple):
    """A holder of a seat; ``at`` is where the name stands."""

    at: Location
    name: str | None
    start: date | None
    end: date | None


class SeatRead(NamedTuple):
    """A seat; None is what is not stated or cannot be read, except for what the other fields tell apart."""

    at: Location
    role: str | None
    state: str | None
    vacant: bool
    appointed: date | None
    tenures: tuple[TenureRead, ...]


class BoardRead(NamedTuple):
    """A board; ``end`` is exclusive whatever key it stands under, ``end_at`` is where, and ``end_written`` how it stands."""

    at: Location
    number: int | None
    start: Days | None
    end: date | None
    end_at: Location
    end_written: date | None
    seats: tuple[SeatRead, ...] | None


def read(data: object, report: Report) -> tuple[BoardRead, ...]:
    """Return the boards of a roster document, with None for every value that is not as the model wants it."""
    if isinstance(data, str | bytes) or hasattr(data, "__fspath__"):
        hint = "pass the parsed document; check_roster_file reads a file by its path"
        report(Remark("TRI904", (), "a roster must be a table with the key boards", shown(data), hint=hint))
        return ()
    values = _table(ROSTER, data, (), report)
    if values.get("boards") == []:
        report(Remark("TRI504", ("boards",), "a roster should have boards", "[]"))
    return tuple(_board(board, ("boards", at)) for at, board in values.get("boards") or ())


def _board(values: Values, at: Location) -> BoardRead:
    key = "last_day" if "end" not in values and "last_day" in values else "end"
    end = values.get(key) and values[key].first
    seats = values.get("seats")
    return BoardRead(
        at,
        values.get("number"),
        values.get("start"),
        _after(end) if end is not None and key == "last_day" else end,
        (*at, key),
        end,
        None if seats is None else tuple(_seat(seat, (*at, "seats", index)) for index, seat in seats),
    )


def _after(day: date) -> date:
    return day + _DAY if day < date.max else day


def _seat(values: Values, at: Location) -> SeatRead:
    name, holders, appointed = values.get("holder"), values.get("holders"), values.get("appointed")
    if holders is not None:
        tenures = tuple(_tenure(holder, (*at, "holders", index)) for index, holder in holders)
    elif name is not None:
        tenures = (TenureRead((*at, "holder"), name, None, None),)
    else:
        tenures = ()
    return SeatRead(
        at, values.get("role"), values.get("state"), values.get("vacant") is True, appointed and appointed.first, tenures
    )


def _tenure(values: Values, at: Location) -> TenureRead:
    start, end = values.get("start"), values.get("end")
    return TenureRead((*at, "name"), values.get("name"), start and start.first, end and end.first)


# Tables and lists, by the model.


def _table(table: Table, data: object, at: Location, report: Report) -> Values:
    """Return the values of a table that are as the model wants them; of a list, with their indices."""
    if not is_mapping(data):
        report(Remark("TRI904", at, f"a {table.name} must be a table with the keys {', '.join(table.fields)}", shown(data)))
        return {}
    values: Values = {}
    for key, field in table.fields.items():
        value = data.get(key, _ABSENT)
        if value is _ABSENT:
            if field.required:
                report(
                    Remark("TRI903", (*at, key), f"a {table.name} needs the key {key}", hint=f"add {key}: {field.description}")
                )
        elif value is not None or not field.nullable:
            read_value = _list if isinstance(field.holds, Table) else _READERS[field.holds]
            values[key] = read_value(value, (*at, key), report)
    _unknown_keys(table, data, at, report)
    _exclusive_keys(table, data, at, report)
    return values


_ABSENT: Final = object()


def _list(data: object, at: Location, report: Report) -> list[tuple[int, Values]] | None:
    """Return the tables of a list, each with its index."""
    table = _LISTS[at[-1]]
    if not is_sequence(data):
        report(Remark("TRI904", at, f"{at[-1]} must be a list of {table.name}s", shown(data)))
        return None
    return [(index, _table(table, item, (*at, index), report)) for index, item in enumerate(data)]


_LISTS: Final[dict[str | int, Table]] = {"boards": BOARD, "seats": SEAT, "holders": TENURE}


def _unknown_keys(table: Table, data: Mapping[object, object], at: Location, report: Report) -> None:
    unknown = [key for key in data if key not in table.fields]
    for key in unknown[:_MOST_UNKNOWN_KEYS]:
        near = get_close_matches(key, table.fields, 1) if isinstance(key, str) and len(key) <= _LONGEST_KEY else []
        hint = f"did you mean {near[0]}?" if near else f"a {table.name} has the keys {', '.join(table.fields)}"
        report(
            Remark(
                "TRI902",
                (*at, key if isinstance(key, str) else shown(key)),
                f"a {table.name} has no such key",
                shown(key),
                hint=hint,
            )
        )
    if more := unknown[_MOST_UNKNOWN_KEYS:]:
        report(Remark("TRI902", at, f"a {table.name} has {len(more)} more unknown keys"))


def _exclusive_keys(table: Table, data: Mapping[object, object], at: Location, report: Report) -> None:
    """Remark on keys that exclude each other and both state something."""
    told: set[str] = set()
    for pair in table.exclusive:
        if pair[1] not in told and all(data.get(key) is not None and data[key] is not False for key in pair):
            told.add(pair[1])
            report(Remark("TRI907", (*at, pair[1]), f"{' and '.join(pair)} must not both stand here", shown(data[pair[1]])))


# Single values.


def _integer(value: object, at: Location, report: Report) -> int | None:
    if type(value) is int:
        return value
    if isinstance(value, float) and value.is_integer():
        return int(value)
    report(Remark("TRI904", at, f"{at[-1]} must be a whole number", shown(value)))
    return None


def _boolean(value: object, at: Location, report: Report) -> bool | None:
    if isinstance(value, bool):
        return value
    report(Remark("TRI904", at, f"{at[-1]} must be true or false", shown(value)))
    return None


def _text(value: object, at: Location, report: Report) -> str | None:
    if isinstance(value, str):
        return value
    if isinstance(value, Enum) and isinstance(value.value, str):
        return value.value
    report(Remark("TRI904", at, f"{at[-1]} must be a text", shown(value)))
    return None


def _name(value: object, at: Location, report: Report) -> str | None:
    return value.name if isinstance(value, Person) else _text(value, at, report)


def _role(value: object, at: Location, report: Report) -> str | None:
    text = _ROLES.get(value) if isinstance(value, str) else _ROLES.get(value.value) if isinstance(value, Role) else None
    if text is not None:
        return text
    meant = _MEANT.get(value.casefold().replace("-", " ").replace(".", "").strip()) if isinstance(value, str) else None
    message = f"a role must be {' or '.join(_ROLES)}"
    report(Remark("TRI103", at, message, shown(value), replacement=meant, safe=meant is not None))
    return meant


# Other ways to write a role, all of which are remarked on.
_MEANT: Final = {
    "sg": "secretary-general",
    "secretary general": "secretary-general",
    "dsg": "deputy-secretary-general",
    "deputy": "deputy-secretary-general",
    "deputy secretary general": "deputy-secretary-general",
}


def _day(value: object, at: Location, report: Report) -> Days | None:
    return _days(value, at, report, _DAY_FORM, "YYYY-MM-DD")


def _day_or_month(value: object, at: Location, report: Report) -> Days | None:
    return _days(value, at, report, _DAY_OR_MONTH_FORM, "YYYY-MM-DD, or YYYY-MM where only the month is known")


_DAY_FORM: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_DAY_OR_MONTH_FORM: Final = re.compile(r"[0-9]{4}-[0-9]{2}(?:-[0-9]{2})?")


def _days(value: object, at: Location, report: Report, form: re.Pattern[str], expected: str) -> Days | None:
    """Return the days that a date can be; a date of Python's own is taken too."""
    if isinstance(value, PartialDate) or (isinstance(value, date) and not isinstance(value, datetime)):
        value = str(value)
    if not isinstance(value, str):
        report(Remark("TRI904", at, f"{at[-1]} must be a text, written {expected}", shown(value)))
        return None
    if not form.fullmatch(value):
        report(Remark("TRI905", at, f"{at[-1]} must be written {expected}", shown(value)))
        return None
    days = _parsed(value)
    if days is None:
        report(Remark("TRI906", at, f"{at[-1]} must be a day that exists", shown(value)))
    return days


@lru_cache(maxsize=16_384)
def _parsed(text: str) -> Days | None:
    """Return the days that a date in ISO 8601 can be, or None if there is no such date."""
    try:
        partial = PartialDate.parse(text)
    except InvalidValueError:
        return None
    return Days(partial.earliest, partial.latest)


def day_of(text: str) -> date | None:
    """Return the day that a text gives, if it is written as a day that exists."""
    days = _parsed(text) if _DAY_FORM.fullmatch(text) else None
    return days and days.first


_READERS: Final[dict[Kind, Callable[[object, Location, Report], Any]]] = {
    Kind.INTEGER: _integer,
    Kind.TEXT: _text,
    Kind.NAME: _name,
    Kind.BOOLEAN: _boolean,
    Kind.DAY: _day,
    Kind.DAY_OR_MONTH: _day_or_month,
    Kind.ROLE: _role,
}
