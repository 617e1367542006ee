"""How answers leave the house: whole values as JSON and back, tidy tables, Popolo and iCalendar.

Nothing here needs another package.
"""

TYPE_CHECKING = False
if TYPE_CHECKING:
    from trilateral.export._icalendar import icalendar
    from trilateral.export._json import from_json, to_json
    from trilateral.export._popolo import popolo
    from trilateral.export._schema import json_schema
    from trilateral.export._tables import Table, boards, names, seats, sources, timeline

__all__ = [
    "Table",
    "boards",
    "from_json",
    "icalendar",
    "json_schema",
    "names",
    "popolo",
    "seats",
    "sources",
    "timeline",
    "to_json",
]

if not TYPE_CHECKING:
    from trilateral._lazy import lazily

    __getattr__, __dir__ = lazily(
        __name__,
        {
            "_icalendar": "icalendar",
            "_json": "from_json to_json",
            "_popolo": "popolo",
            "_schema": "json_schema",
            "_tables": "Table boards names seats sources timeline",
        },
    )
