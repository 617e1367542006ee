"""Tidy tables: what a row is, what a cell holds, and that texts stay texts wherever they go."""

import csv
import datetime as dt
import io
from collections import Counter
from collections.abc import Callable
from typing import Any, Final

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token
from tests.record.test_with_facts import board_8, started, with_facts
from tests.strategies import PEOPLE, SOURCE, records

import trilateral as tri
from trilateral import AGREEMENT_2010, WrongTypeError, export
from trilateral.export import Table

TABLES: Final[dict[str, Callable[..., Table]]] = {
    "boards": export.boards,
    "seats": export.seats,
    "timeline": export.timeline,
    "names": export.names,
    "sources": export.sources,
}
UNTIL: Final = dt.date(2045, 1, 1)
DAY: Final = dt.timedelta(days=1)
every_table = pytest.mark.parametrize("table", [make() for make in TABLES.values()], ids=list(TABLES))


def written(cell: object) -> str:
    """What stands in CSV for a cell that no spreadsheet would take for a formula."""
    return "" if cell is None else str(cell)


def rows_of_csv(table: Table) -> list[dict[str, str]]:
    """The rows as the standard library reads them."""
    return list(csv.DictReader(io.StringIO(table.to_csv(), newline="")))


def cells_of_markdown(table: Table) -> list[Token]:
    """The inline tokens of all cells, as another program reads them."""
    tokens = MarkdownIt("commonmark").enable("table").parse(table.to_markdown())
    assert {token.type for token in tokens if token.level == 0} == {"table_open", "table_close"}
    return [token for token in tokens if token.type == "inline"]


class TestRows:
    """One row a board, a tenure, an event, a name, a source."""

    def test_of_boards_are_the_boards(self) -> None:
        table = export.boards()
        assert [row["number"] for row in table.records()] == [1, 2, 3, 4, 5, 6, 7]
        assert table.records()[6] == {
            "number": 7,
            "basis": "recorded",
            "start": dt.date(2023, 9, 1),
            "start_basis": "recorded",
            "end": dt.date(2026, 9, 1),
            "last_day": dt.date(2026, 8, 31),
            "end_basis": "projected",
            "nominal_start": dt.date(2023, 9, 1),
            "nominal_end": dt.date(2026, 9, 1),
            "lawful_end": dt.date(2026, 9, 1),
            "sg_state": "KOR",
            "sg_holder": "LEE Hee-sup",
            "sources": " ".join([*(source.id for source in tri.board(7).sources), "tcs-2023-09-15", "wikipedia-en"]),
        }

    def test_of_boards_name_the_sources_of_the_start_the_end_and_the_leader_once_each(self) -> None:
        for row, board in zip(export.boards().records(), tri.boards(), strict=True):
            leader = board.secretary_general
            cited = {source.id for part in (board, leader, leader.tenures[-1]) for source in part.sources}
            assert sorted(str(row["sources"]).split(" ")) == sorted(cited)

    def test_of_boards_go_on_until_a_day_and_by_a_law(self) -> None:
        table = export.boards(until=UNTIL, agreement=AGREEMENT_2010)
        told = [(row["number"], row["start"], row["sg_holder"], row["basis"]) for row in table.records()]
        assert told == [
            (board.number, board.start.date, holder and holder.name, board.basis.value)
            for board in tri.boards(until=UNTIL, agreement=AGREEMENT_2010)
            for holder in [board.secretary_general.holder]
        ]
        assert told[7] == (8, dt.date(2025, 9, 4), None, "projected")

    def test_of_seats_are_the_tenures(self) -> None:
        found = [(row["board"], row["person"], row["holder"], row["start"], row["end"]) for row in export.seats().records()]
        assert found == [
            (board.number, tenure.holder.id, tenure.holder.name, tenure.term.start, tenure.term.end)
            for board in tri.boards()
            for seat in board.seats
            for tenure in seat.tenures
        ]
        assert {(row["role"], row["occupancy"]) for row in export.seats().records()} == {
            ("secretary-general", "held"),
            ("deputy-secretary-general", "held"),
        }

    def test_of_seats_say_where_nobody_is_known(self) -> None:
        rows = [row for row in export.seats(until=dt.date(2026, 9, 2)).records() if row["board"] == 8]
        assert [(row["state"], row["occupancy"], row["person"], row["holder"], row["appointed"]) for row in rows] == [
            ("JPN", "unknown", None, None, None),
            ("CHN", "unknown", None, None, None),
            ("KOR", "unknown", None, None, None),
        ]
        assert {(row["start"], row["end"], row["start_basis"]) for row in rows} == {
            (dt.date(2026, 9, 1), dt.date(2029, 9, 1), "projected")
        }

    def test_of_seats_have_vacancies_in_order_of_time(self) -> None:
        tenures = [
            {"holder": "p1", "end": "2027-01-01", "appointed": "2026-08-20", "sources": ["s1"]},
            {"vacant": True, "start": "2027-01-01", "end": "2027-02-01", "sources": ["s1"]},
            {"holder": "p2", "start": "2027-02-01", "sources": ["s1"]},
        ]
        seat = {"role": "secretary-general", "state": "JPN", "tenures": tenures}
        record = with_facts(boards=[{"number": 8, "start": started("2026-09-01"), "seats": [seat]}])
        rows = [row for row in export.seats(record=record).records() if (row["board"], row["state"]) == (8, "JPN")]
        assert [
            (row["occupancy"], row["person"], str(row["start"]), str(row["last_day"]), row["appointed"]) for row in rows
        ] == [
            ("held", "p1", "2026-09-01", "2026-12-31", "2026-08-20"),
            ("vacant", None, "2027-01-01", "2027-01-31", None),
            ("held", "p2", "2027-02-01", "2029-08-31", None),
        ]
        assert {row["sources"] for row in rows[:2]} == {"s1"}
        assert str(rows[2]["sources"]).split(" ")[:2] == ["s1", "mofa-japan-protocol-2025-03-22"]

    def test_of_seats_name_the_sources_of_the_holder_the_start_the_end_and_the_appointment_once_each(self) -> None:
        sources = [{**SOURCE, "id": f"s{at}"} for at in range(1, 6)]
        dates: dict[str, Any] = {
            "start": {"date": "2026-10-01", "sources": ["s2", "s1"]},
            "end": {"date": "2027-10-01", "sources": ["s3"]},
            "appointed": {"date": "2026-09-15", "sources": ["s4"]},
        }
        tenures: list[dict[str, Any]] = [
            {"holder": "p1", "sources": ["s1"], **dates},
            {"vacant": True, "start": "2028-01-01", "sources": ["s5"]},
        ]
        seat = {"role": "secretary-general", "state": "JPN", "tenures": tenures}
        board = {"number": 8, "start": {"date": "2026-09-01", "sources": ["s2"]}, "seats": [seat]}
        rows = export.seats(record=with_facts(sources=sources, boards=[board])).records()
        assert [row["sources"] for row in rows if row["state"] == "JPN" and row["board"] == 8][:3] == [
            "s1 s5 s2",
            "s1 s2 s3 s4",
            "s1 s5 s3",
        ]

    def test_of_seats_tile_the_term_of_the_board(self) -> None:
        tenures = [
            {"holder": "p1", "start": "2026-10-01", "end": "2027-01-01", "sources": ["s1"]},
            {"vacant": True, "start": "2027-03-01", "sources": ["s1"]},
            {"holder": "p2", "start": "2028-01-01", "end": "2029-01-01", "sources": ["s1"]},
        ]
        seat = {"role": "secretary-general", "state": "JPN", "tenures": tenures}
        record = with_facts(boards=[{"number": 8, "start": started("2026-09-01"), "seats": [seat]}])
        rows = [row for row in export.seats(record=record).records() if (row["board"], row["state"]) == (8, "JPN")]
        assert [
            (row["occupancy"], str(row["start"]), row["start_basis"], str(row["end"]), row["end_basis"]) for row in rows
        ] == [
            ("unknown", "2026-09-01", "recorded", "2026-10-01", "recorded"),
            ("held", "2026-10-01", "recorded", "2027-01-01", "recorded"),
            ("unknown", "2027-01-01", "recorded", "2027-03-01", "recorded"),
            ("vacant", "2027-03-01", "recorded", "2028-01-01", "recorded"),
            ("held", "2028-01-01", "recorded", "2029-01-01", "recorded"),
            ("unknown", "2029-01-01", "recorded", "2029-09-01", "projected"),
        ]

    def test_of_seats_that_are_vacant_begin_and_end_as_what_is_around_them(self) -> None:
        """The board of which only the month is known, and the tenure that follows from the vacancy before it."""
        tenures = [{"vacant": True, "end": "2026-12-01", "sources": ["s1"]}, {"holder": "p1", "sources": ["s1"]}]
        seat = {"role": "secretary-general", "state": "JPN", "tenures": tenures}
        record = with_facts(boards=[{"number": 8, "start": started("2026-09"), "seats": [seat]}])
        (vacant, held) = (row for row in export.seats(record=record).records() if (row["board"], row["state"]) == (8, "JPN"))
        assert (vacant["start_basis"], vacant["end_basis"]) == ("inferred", "inferred")
        assert (held["start_basis"], held["end_basis"]) == ("inferred", "projected")

    @settings(max_examples=20)
    @given(records())
    def test_of_seats_leave_no_day_of_a_board_out_and_have_none_twice(self, record: tri.Record) -> None:
        rows = export.seats(until=UNTIL, record=record).records()
        for board in tri.boards(until=UNTIL, record=record):
            for seat in board.seats:
                own: list[Any] = [row for row in rows if (row["board"], row["state"]) == (board.number, seat.state.value)]
                days = [seat.term.start, *(row["end"] for row in own)]
                assert [row["start"] for row in own] == days[:-1]
                assert days[-1] == seat.term.end
                assert all(seat.occupancy_on(row["start"]).value == row["occupancy"] for row in own)
                assert all(seat.occupancy_on(row["last_day"]).value == row["occupancy"] for row in own)

    def test_of_the_timeline_are_the_events(self) -> None:
        assert [row["id"] for row in export.timeline().records()] == [event.id for event in tri.timeline()]
        (row,) = (row for row in export.timeline().records() if row["id"] == tri.summits()[8].id)
        assert row["sources"] == " ".join(source.id for source in tri.summits()[8].sources)
        assert {key: value for key, value in row.items() if key not in {"id", "title", "note", "sources", "venue"}} == {
            "kind": "summit",
            "status": "held",
            "basis": "recorded",
            "date": "2024-05-26",
            "start": dt.date(2024, 5, 26),
            "end": dt.date(2024, 5, 28),
            "last_day": dt.date(2024, 5, 27),
            "session": dt.date(2024, 5, 27),
            "series": "summit",
            "number": 9,
            "number_basis": "recorded",
            "host": "KOR",
            "city": "Seoul",
            "label": None,
            "states": "CHN JPN KOR",
        }

    def test_of_the_timeline_say_how_a_number_is_known_and_what_a_place_is_called(self) -> None:
        rows = {row["id"]: row for row in export.timeline().records()}
        for event in tri.timeline():
            row = rows[event.id]
            assert (row["session"], row["label"], row["city"]) == (event.session, event.label, event.city)
            assert row["number_basis"] == (None if event.number is None else event.numbered.value)
        assert (rows["margins-9"]["number_basis"], rows["summit-1"]["label"]) == ("inferred", "Fukuoka")

    def test_of_the_timeline_have_no_exclusive_end_for_a_date(self) -> None:
        assert not [row["date"] for row in export.timeline().records() if "/" in str(row["date"])]

    def test_of_the_timeline_have_days_only_where_those_are_known(self) -> None:
        plan = {"id": "plan", "kind": "news", "title": "x", "status": "planned", "sources": ["s1"]}
        dates = ["2026-12", "2026-12-24", "9999-12-31"]
        record = with_facts(events=[{**plan, "id": f"plan-{at}", "date": date} for at, date in enumerate(dates)])
        rows = [row for row in export.timeline(record=record).records() if str(row["id"]).startswith("plan-")]
        assert [(row["date"], row["start"], row["end"], row["last_day"]) for row in rows] == [
            ("2026-12", None, None, None),
            ("2026-12-24", dt.date(2026, 12, 24), dt.date(2026, 12, 25), dt.date(2026, 12, 24)),
            ("9999-12-31", dt.date.max, None, dt.date.max),
        ]

    def test_of_names_are_the_spellings(self) -> None:
        assert [(row["person"], row["text"], row["script"], row["kind"]) for row in export.names().records()] == [
            (person.id, name.text, name.script.value, name.kind.value)
            for person in (*tri.people(), *tri.record().history.leaders)
            for name in person.names
        ]

    def test_of_names_are_of_everyone_whose_name_is_recorded(self) -> None:
        found = {row["person"] for row in export.names().records()}
        assert found > {person.id for person in tri.people()}
        assert found >= {person.id for person in tri.timeline().people}
        known = tri.record().as_known_on(dt.date(2020, 12, 9))
        nameless = {person.id for person in known.history.leaders if not person.names}
        assert nameless
        assert not nameless & {row["person"] for row in export.names(record=known).records()}

    def test_of_sources_are_the_sources(self) -> None:
        assert [row["id"] for row in export.sources().records()] == [source.id for source in tri.record().sources]
        source = next(source for source in tri.record().sources if source.reprints)
        (row,) = (row for row in export.sources().records() if row["id"] == source.id)
        assert row == {
            "id": source.id,
            "title": source.title,
            "publisher": source.publisher,
            "kind": source.kind.value,
            "published": source.published and str(source.published),
            "seen": source.seen,
            "language": source.language,
            "url": source.url,
            "reprints": source.reprints,
            "note": source.note,
        }

    @settings(max_examples=20)
    @given(records(), st.sampled_from(sorted(TABLES)))
    def test_name_nothing_twice(self, record: tri.Record, name: str) -> None:
        until: dict[str, Any] = {"until": UNTIL} if name in {"boards", "seats"} else {}
        table = TABLES[name](record=record, **until)
        keys = {"boards": ["number"], "seats": ["board", "state", "start"], "names": ["person", "text"]}.get(name, ["id"])
        counted = Counter(tuple(row[key] for key in keys) for row in table.records())
        assert set(counted.values()) == {1}


class TestCells:
    """A column has one type; what is not known is None; a last day stands beside each end."""

    @settings(max_examples=20)
    @given(records(), st.sampled_from(sorted(TABLES)))
    def test_are_of_the_type_of_their_column(self, record: tri.Record, name: str) -> None:
        table = TABLES[name](record=record)
        assert len(table.columns) == len(table.types) == len(set(table.columns))
        for row in table.rows:
            assert len(row) == len(table.columns)
            assert all(cell is None or type(cell) is kind for cell, kind in zip(row, table.types, strict=True))

    @pytest.mark.parametrize(
        "table", [export.boards(until=UNTIL), export.seats(until=UNTIL), export.timeline()], ids=["boards", "seats", "timeline"]
    )
    def test_have_the_last_day_before_the_end(self, table: Table) -> None:
        rows: list[Any] = [row for row in table.records() if row["end"] is not None]
        assert rows
        assert all(row["start"] <= row["last_day"] == row["end"] - DAY for row in rows)

    @every_table
    def test_of_a_row_are_given_by_column(self, table: Table) -> None:
        assert [tuple(row.values()) for row in table.records()] == list(table.rows)
        assert {tuple(row) for row in table.records()} == {table.columns}

    @every_table
    def test_of_a_record_of_ones_own_can_be_changed(self, table: Table) -> None:
        table.records()[0].clear()
        assert table.records()[0]


class TestCsv:
    """CSV is read back by programs that we did not write, and equal to what went in."""

    @every_table
    def test_is_read_back_by_the_standard_library(self, table: Table) -> None:
        assert rows_of_csv(table) == [{key: written(cell) for key, cell in row.items()} for row in table.records()]

    @every_table
    def test_is_read_back_by_pandas(self, table: Table) -> None:
        days = [column for column, kind in zip(table.columns, table.types, strict=True) if kind is dt.date]
        numbers = {column: "Int64" for column, kind in zip(table.columns, table.types, strict=True) if kind is int}
        texts = {column: "object" for column, kind in zip(table.columns, table.types, strict=True) if kind is str}
        pd: Any = pytest.importorskip("pandas")
        frame = pd.read_csv(
            io.StringIO(table.to_csv()),
            dtype={**numbers, **texts},
            keep_default_na=False,
            na_values=dict.fromkeys(table.columns, ""),
        )
        for column in days:
            frame[column] = [None if pd.isna(text) else dt.date.fromisoformat(text) for text in frame[column]]
        found = [tuple(None if pd.isna(cell) else cell for cell in row) for row in frame.itertuples(index=False)]
        assert found == list(table.rows)

    def test_is_as_rfc_4180_has_it(self) -> None:
        text = export.boards().to_csv()
        assert text.startswith("number,basis,start,")
        assert text.count("\r\n") == text.count("\n") == 8
        assert text.endswith("\r\n")


# What titles and notes could hold, of which none may become more than a text.
HOSTILE: Final = [
    *['=HYPERLINK("http://example.org")', "+1+1", "-1", "@SUM(A1)", "＝1＋1", "＋1", "－1", "＠A1", "\t=1", "\r=1", "\n=1"],
    *[
        "<script>alert(1)</script>",
        "&lt;b&gt;",
        "<!-- -->",
        "a | b",
        "a\\| b",
        "a \\",
        "`code`",
        "``",
        "*bold*",
        "_a_",
        "__b__",
    ],
    *[
        "~~gone~~",
        "[a](http://example.org)",
        "![a](b)",
        "<http://example.org>",
        "http://example.org",
        "www.example.org",
        "a@b.org",
    ],
    *[
        "# heading",
        "- item",
        "1. item",
        "> quote",
        "---",
        "a\nb",
        "a\r\n\r\nb",
        "a\u2028b",
        "$x$",
        "@someone",
        "#7",
        "\x1b[31mred",
    ],
    *[
        *[
            " =1",
            "\u00a0=1",
            "\ufeff=1",
            "\u200b=1",
            "\x0b=1",
            "\x00=1",
            "\x1b=1",
            "\u3000\u200b＝1",
            "﹦1",
            "﹢1",
            "﹣1",
            "﹫A1",
        ],
        '"quoted"',
        'a "b", c',
        "'=1",
        "山田　太郎",
        ":::{note}",
        "{term}`board`",
        "https://example.org/?a=1&b=2",
        "\x00",
        "|",
        "\\",
    ],
]
UNSEEN: Final = "".join(
    map(chr, [*range(33), 127, 133, 0xA0, 0xAD, 0x180E, 0x2003, 0x200B, 0x200E, 0x202E, 0x2060, 0x3000, 0xFEFF])
)


def is_formula(text: str) -> bool:
    """Whether a spreadsheet could take a text for a formula, or something before it that it does not show."""
    return text[:1] in set(map(chr, [*range(32), *range(127, 160)])) or text.lstrip(UNSEEN)[:1] in set("=+-@＝＋－＠﹦﹢﹣﹫")


def hostile_record(texts: list[str]) -> tri.Record:
    """A record whose sources and events hold any texts."""
    sources = [
        {**SOURCE, "id": f"s{at}", "title": f"{text}.", "publisher": text, "note": text, "url": text, "language": text}
        for at, text in enumerate(texts)
        if text.strip()
    ]
    events = [
        {
            "id": f"hostile-{at}",
            "kind": "news",
            "title": text,
            "note": text,
            "city": text,
            "venue": text,
            "date": "2026",
            "sources": ["s1"],
        }
        for at, text in enumerate(texts)
        if text.strip()
    ]
    return with_facts(sources=[*sources, SOURCE] if "s1" not in {each["id"] for each in sources} else sources, events=events)


RECORD: Final = hostile_record(["harmless", *HOSTILE])
TALES: Final = [export.sources(record=RECORD), export.timeline(record=RECORD)]
both_tables = pytest.mark.parametrize("table", TALES, ids=["sources", "timeline"])


class TestTextsStayTexts:
    """Text from data never becomes markup or a formula."""

    def test_all_of_them_are_there(self) -> None:
        for table, column in zip(TALES, ("note", "title"), strict=True):
            assert {text for text in HOSTILE if text.strip()} <= {row[column] for row in table.records()}

    @both_tables
    def test_none_is_a_formula_in_a_spreadsheet(self, table: Table) -> None:
        cells = [cell for row in rows_of_csv(table) for cell in row.values()]
        assert [cell for cell in cells if is_formula(cell)] == []

    @both_tables
    def test_all_are_read_back_but_for_an_apostrophe_before_a_formula(self, table: Table) -> None:
        expected = [f"'{cell}" if is_formula(written(cell)) else written(cell) for row in table.rows for cell in row]
        assert [cell for row in rows_of_csv(table) for cell in row.values()] == expected
        assert {cell for cell in expected if cell.startswith("'")} >= {"'＝1＋1", "'-1", "'\t=1", "'=1", "' =1", "'\ufeff=1"}

    @both_tables
    def test_none_is_markup_in_markdown(self, table: Table) -> None:
        children = [child for cell in cells_of_markdown(table) for child in cell.children or ()]
        assert {child.type for child in children} == {"text"}

    @both_tables
    def test_all_are_shown_in_markdown_as_they_are(self, table: Table) -> None:
        shown = ["".join(child.content for child in cell.children or ()) for cell in cells_of_markdown(table)]
        expected = [*table.columns, *(on_one_line(written(cell)) for row in table.rows for cell in row)]
        assert shown == expected

    @settings(max_examples=60)
    @given(st.lists(st.text(st.characters(exclude_categories=["Cs"]), max_size=12), min_size=2, max_size=4))
    def test_is_so_of_any_text(self, texts: list[str]) -> None:
        rows = tuple((text, at) for at, text in enumerate(texts))
        table = Table(name="texts", columns=("text", "number"), types=(str, int), rows=rows)
        assert [int(row["number"]) for row in rows_of_csv(table)] == list(range(len(texts)))
        assert not any(is_formula(row["text"]) for row in rows_of_csv(table))
        cells = cells_of_markdown(table)
        assert len(cells) == 2 + 2 * len(texts)
        assert {child.type for cell in cells for child in cell.children or ()} == {"text"}
        shown = ["".join(child.content for child in cell.children or ()) for cell in cells[2::2]]
        assert shown == [on_one_line(text) for text in texts]

    @every_table
    def test_is_so_of_what_ships(self, table: Table) -> None:
        assert not any(is_formula(cell) for row in rows_of_csv(table) for cell in row.values())
        shown = ["".join(child.content for child in cell.children or ()) for cell in cells_of_markdown(table)]
        assert shown == [*table.columns, *(on_one_line(written(cell)) for row in table.rows for cell in row)]

    def test_is_so_of_the_names_of_columns(self) -> None:
        table = Table(name="any", columns=("=1+1", "a|b", "\ufeff-1"), types=(str, str, str), rows=(("1", "2", "3"),))
        assert table.to_csv() == "'=1+1,a|b,'\ufeff-1\r\n1,2,3\r\n"
        cells = cells_of_markdown(table)
        assert ["".join(child.content for child in cell.children or ()) for cell in cells] == [*table.columns, "1", "2", "3"]


def on_one_line(text: str) -> str:
    """A text as a cell can show it: a space for line breaks and other control characters, none at the ends."""
    controls = {*map(chr, range(32)), *map(chr, range(127, 160)), "\u2028", "\u2029"}
    parts: list[str] = [""]
    for char in text:
        if char not in controls:
            parts[-1] += char
        elif parts[-1]:
            parts.append("")
    return " ".join(parts).strip()


class TestTable:
    """A table is a value, and says what it is about."""

    def test_is_shown_by_its_size(self) -> None:
        assert repr(export.boards()) == "<Table boards: 7 rows, 13 columns>"
        assert [make().name for make in TABLES.values()] == list(TABLES)

    def test_is_the_same_when_asked_again(self) -> None:
        assert export.names() == export.names()
        assert export.boards() != export.boards(until=UNTIL)

    @pytest.mark.parametrize("make", [export.boards, export.seats])
    @pytest.mark.parametrize("until", ["2041-01-01", dt.datetime(2041, 1, 1, tzinfo=dt.UTC), 2041])
    def test_needs_a_day(self, make: Any, until: Any) -> None:
        with pytest.raises(WrongTypeError, match=r"until must be a datetime\.date"):
            make(until=until)

    @pytest.mark.parametrize("name", sorted(TABLES))
    def test_needs_a_record(self, name: str) -> None:
        wrong: Any = "record"
        with pytest.raises(WrongTypeError, match=r"record must be a Record, .*, got 'record'"):
            TABLES[name](record=wrong)

    @pytest.mark.parametrize("name", sorted(TABLES))
    def test_is_of_the_record_that_is_given(self, name: str) -> None:
        names = [{"text": "X Y", "script": "Latn", "kind": "preferred", "sources": ["s1"]}]
        record = with_facts(
            people=[*PEOPLE, {"id": "p9", "names": names}],
            boards=[board_8(start=started("2026-09-01"))],
            events=[{"id": "x", "kind": "news", "title": "x", "date": "2026-10-01", "sources": ["s1"]}],
        )
        assert len(TABLES[name](record=record).rows) > len(TABLES[name]().rows)
