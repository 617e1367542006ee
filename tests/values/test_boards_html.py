"""A board as a notebook shows it."""

from typing import Any

import attr
import pytest
from tests.strategies import SOURCE
from tests.values.test_markup import HOSTILE, Reader

import trilateral as tri


def shown(board: tri.Board) -> Reader:
    """The HTML of a board, as notebooks ask for it."""
    html: str = board._repr_html_()  # pyright: ignore[reportPrivateUsage]
    return Reader(html)


def board_8(*tenures: dict[str, Any], name: str = "YAMADA Taro", script: str = "Latn") -> tri.Board:
    """Board 8, whose Secretary-General has these tenures."""
    other = {"text": "SATO Hanako", "script": "Latn", "kind": "preferred", "sources": ["s1"]}
    names = {"text": name, "script": script, "kind": "preferred", "sources": ["s1"]}
    record = tri.record().with_facts(
        {
            "sources": [SOURCE],
            "people": [{"id": "p1", "names": [names]}, {"id": "p2", "names": [other]}],
            "boards": [
                {
                    "number": 8,
                    "start": {"date": "2026-09-01", "sources": ["s1"]},
                    "seats": [
                        {
                            "role": "secretary-general",
                            "state": "JPN",
                            "tenures": [{**tenure, "sources": ["s1"]} for tenure in tenures],
                        }
                    ],
                }
            ],
        }
    )
    return tri.board(8, record=record)


class TestTable:
    """One row a seat, the Secretary-General's first."""

    def test_each_seat_has_a_row(self) -> None:
        read = shown(tri.board(7))
        assert [content for _, _, content in read.rows[0]] == ["Role", "State", "Holder"]
        assert read.texts == [
            ("secretary-general", "KOR", "LEE Hee-sup"),
            ("deputy-secretary-general", "JPN", "ZUSHI Shuji"),
            ("deputy-secretary-general", "CHN", "YAN Liang"),
        ]

    @pytest.mark.parametrize(
        ("board", "caption"),
        [
            (tri.board(7), "Board 7, recorded: 2023-09-01/2026-09-01, end excluded; start recorded, end projected"),
            (tri.board(8), "Board 8, projected: 2026-09-01/2029-09-01, end excluded; start projected, end projected"),
            (
                tri.board(7, agreement=tri.AGREEMENT_2010),
                (
                    "Board 7, recorded: 2023-09-01/2025-09-04, end excluded; start recorded, end inferred, "
                    "holding over from 2025-09-01"
                ),
            ),
        ],
    )
    def test_the_caption_says_how_the_term_is_known(self, board: tri.Board, caption: str) -> None:
        assert shown(board).caption == caption

    def test_nobody_known_is_unknown(self) -> None:
        assert [holder for _, _, holder in shown(tri.board(8)).texts] == ["unknown"] * 3

    @pytest.mark.parametrize(
        ("tenures", "holder"),
        [
            ([{"holder": "p1"}], "YAMADA Taro"),
            ([{"vacant": True}], "vacant"),
            ([{"holder": "p1", "end": "2027-04-01"}], "YAMADA Taro, 2026-09-01/2027-04-01"),
            (
                [{"holder": "p1", "end": "2027-04-01"}, {"holder": "p2", "start": "2027-05-01"}],
                "YAMADA Taro, 2026-09-01/2027-04-01\nSATO Hanako, 2027-05-01/2029-09-01",
            ),
            (
                [{"vacant": True, "end": "2027-04-01"}, {"holder": "p2", "start": "2027-04-01"}],
                "vacant, 2026-09-01/2027-04-01\nSATO Hanako, 2027-04-01/2029-09-01",
            ),
        ],
    )
    def test_several_holders_have_their_days(self, tenures: list[dict[str, Any]], holder: str) -> None:
        assert shown(board_8(*tenures)).texts[0] == ("secretary-general", "JPN", holder)

    def test_a_name_in_another_script_is_marked_by_it(self) -> None:
        assert shown(board_8({"holder": "p1"}, name="山田太郎", script="Jpan")).languages == {"山田太郎": "und-Jpan"}
        assert shown(tri.board(7)).languages == {}

    def test_somebody_without_a_name_is_called_by_the_id(self) -> None:
        board = tri.board(7)
        (tenure,) = board.secretary_general.tenures
        (reading,) = tenure.readings
        nameless = attr.evolve(reading, value=tri.Person("p1", ()))
        seat = attr.evolve(board.secretary_general, tenures=(attr.evolve(tenure, readings=(nameless,)),))
        assert shown(attr.evolve(board, seats=(seat, *board.deputies))).texts[0][2] == "p1"

    @pytest.mark.parametrize("hostile", HOSTILE)
    def test_markup_in_a_name_is_text(self, hostile: str) -> None:
        assert shown(board_8({"holder": "p1"}, name=hostile)).texts[0][2] == hostile

    @pytest.mark.parametrize("number", [1, 7, 8])
    def test_it_is_smaller_than_two_kilobytes(self, number: int) -> None:
        html: str = tri.board(number)._repr_html_()  # pyright: ignore[reportPrivateUsage]
        assert len(html.encode()) < 2000
