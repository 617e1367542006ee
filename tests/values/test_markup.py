"""HTML for notebooks: tables that every parser reads, in which texts stay texts."""

from html.parser import HTMLParser
from typing import Any
from xml.etree import ElementTree as ET

import pytest

from trilateral._values.markup import code, in_xml, lines, name, table, text

__all__ = ["HOSTILE", "Reader"]

HOSTILE = ["<script>alert(1)</script>", "</td></table><img src=x onerror=alert(1)>", "a & b &lt; \"c\" 'd'", "<!-- -->"]
HARMLESS = {"table", "caption", "thead", "tbody", "tr", "th", "td", "code", "span", "br", "p"}


class Reader(HTMLParser):
    """Reads the HTML of a value, and refuses what a notebook should not get.

    Attributes:
        caption: The text of the caption, or of a paragraph instead of a table.
        rows: The cells of each row, each with its tag, its attributes and its text.
        languages: What is marked by a language, and by which.
    """

    def __init__(self, html: str) -> None:
        super().__init__()
        ET.fromstring(f"<div>{html}</div>")  # noqa: S314 - our own; it has to be well-formed too
        self.caption = ""
        self.rows: list[list[tuple[str, dict[str, str | None], str]]] = []
        self.languages: dict[str, str | None] = {}
        self._open: list[tuple[str, dict[str, str | None]]] = []
        self.feed(html)
        self.close()
        assert not self._open

    def handle_starttag(self, tag: str, attrs: Any) -> None:
        assert tag in HARMLESS
        assert {key for key, _ in attrs} <= {"scope", "style", "lang"}
        self._open.append((tag, dict(attrs)))
        if tag == "tr":
            self.rows.append([])
        if tag in ("th", "td"):
            self.rows[-1].append((tag, dict(attrs), ""))

    def handle_startendtag(self, tag: str, attrs: Any) -> None:
        assert (tag, attrs) == ("br", [])
        self.handle_data("\n")

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop()[0] == tag

    def handle_data(self, data: str) -> None:
        tag, attributes = self._open[-1]
        if tag in ("caption", "p"):
            self.caption += data
            return
        if "lang" in attributes:
            self.languages[data] = attributes["lang"]
        cell, its, so_far = self.rows[-1].pop()
        self.rows[-1].append((cell, its, so_far + data))

    @property
    def texts(self) -> list[tuple[str, ...]]:
        """The texts of the rows below the headings."""
        return [tuple(content for _, _, content in row) for row in self.rows[1:]]


class TestTable:
    """A caption, headings of columns and of rows, and cells."""

    def test_every_heading_says_of_what_it_is(self) -> None:
        html = table("Fruit", ("Name", "Colour"), [(text("apple"), text("red")), (text("pear"), text("green"))])
        read = Reader(html)
        assert read.caption == "Fruit"
        assert [(tag, its.get("scope"), content) for tag, its, content in read.rows[0]] == [
            ("th", "col", "Name"),
            ("th", "col", "Colour"),
        ]
        assert [[(tag, its.get("scope")) for tag, its, _ in row] for row in read.rows[1:]] == [
            [("th", "row"), ("td", None)],
            [("th", "row"), ("td", None)],
        ]
        assert read.texts == [("apple", "red"), ("pear", "green")]

    def test_it_names_no_colour_and_nothing_outside(self) -> None:
        html = table("Fruit", ("Name",), [(code("apple"),)])
        assert "color" not in html
        assert "background" not in html
        assert "//" not in html

    @pytest.mark.parametrize("hostile", HOSTILE)
    def test_a_text_stays_a_text_wherever_it_stands(self, hostile: str) -> None:
        row = (text(hostile), code(hostile), name(hostile, "Hang"), lines([text(hostile), text("b")]))
        read = Reader(table(hostile, [hostile] * 4, [row]))
        assert read.caption == hostile
        assert [content for _, _, content in read.rows[0]] == [hostile] * 4
        assert read.texts == [(hostile, hostile, hostile, f"{hostile}\nb")]

    def test_a_name_is_marked_by_its_script_unless_that_is_latin(self) -> None:
        read = Reader(table("Names", ("Name",), [(name("이희섭", "Hang"),), (name("LEE Hee-sup", "Latn"),)]))
        assert read.languages == {"이희섭": "und-Hang"}

    @pytest.mark.parametrize("char", ["\0", "\x0b", "\x1f", "\ud800", "\ufffe", "\uffff"])
    def test_what_xml_cannot_hold_is_replaced_everywhere(self, char: str) -> None:
        row = (text(f"a{char}"), code(f"b{char}"), name(f"c{char}", "Hang"))
        read = Reader(table(f"d{char}", [f"e{char}"] * 3, [row]))
        assert read.texts == [("a\ufffd", "b\ufffd", "c\ufffd")]
        assert read.caption == "d\ufffd"
        assert {content for _, _, content in read.rows[0]} == {"e\ufffd"}

    @pytest.mark.parametrize("text", ["a\tb\nc\r", "\x85\ufffd\ue000\U0010ffff", "李熙燮 이희섭"])
    def test_what_xml_can_hold_stays(self, text: str) -> None:
        assert in_xml(text) == text
