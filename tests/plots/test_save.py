"""How a picture is saved: as SVG or PNG, whole or not at all, and the reviewed pictures of the documentation."""

# matplotlib is typed in part.
# pyright: reportUnknownMemberType=false

import re
import subprocess
import sys
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import matplotlib as mpl
import pytest
from PIL import Image
from tests.plots.conftest import SVG, UNTIL, elements, named, texts
from tools.draw_pictures import FOLDER, PICTURES, picture

import trilateral as tri
from trilateral import Basis, plots


@pytest.fixture(scope="module")
def drawn() -> plots.Picture:
    return plots.boards(until=UNTIL)


def written(path: Path) -> list[str]:
    """The texts of an SVG file, in its order."""
    return [each.text or "" for each in elements(path) if each.tag == f"{SVG}text"]


def ids(path: Path) -> list[str]:
    """The ids of its boards, hand-overs, gaps and summits."""
    found = (each.get("id", "") for each in elements(path) if each.tag == f"{SVG}g")
    return [id_ for id_ in found if re.match("board-|hand-over-|holding-over-|gap-|summit-", id_)]


def only(path: Path, tag: str) -> str:
    """The text of the one element of its kind."""
    (text,) = [each.text or "" for each in elements(path) if each.tag == f"{SVG}{tag}"]
    return text


def files(folder: Path) -> list[str]:
    """The names of the files in a folder."""
    return sorted(path.name for path in folder.iterdir())


class TestSVG:
    """Text is text, ids are the same each time, and the whole has a name."""

    def test_every_text_of_the_picture_is_text(self, drawn: plots.Picture, tmp_path: Path) -> None:
        plots.save(drawn, tmp_path / "boards.svg")
        lines = [line for text in texts(drawn) for line in text.split("\n")]
        assert sorted(written(tmp_path / "boards.svg")) == sorted(lines)

    @pytest.mark.parametrize("name", ["<script>x</script>", "$x^2$ & co", "A&B \"C\" 'D'", "]]><!-- & -->"])
    def test_markup_in_a_name_is_text(self, name: str, tmp_path: Path) -> None:
        plots.save(plots.boards(until=UNTIL, record=named(name)), tmp_path / "boards.svg")
        assert name in written(tmp_path / "boards.svg")
        assert name in only(tmp_path / "boards.svg", "desc")
        assert {each.tag for each in elements(tmp_path / "boards.svg")}.isdisjoint({f"{SVG}script", "script"})

    def test_the_same_picture_makes_the_same_file_in_any_process(self, drawn: plots.Picture, tmp_path: Path) -> None:
        code = (
            "import datetime; from trilateral import plots; "
            "plots.save(plots.boards(until=datetime.date(2041, 1, 1)), 'other.svg')"
        )
        subprocess.run([sys.executable, "-c", code], check=True, cwd=tmp_path)  # noqa: S603
        with mpl.rc_context({"svg.hashsalt": "x", "svg.fonttype": "path", "text.usetex": True}):
            plots.save(drawn, tmp_path / "one.svg")
        assert (tmp_path / "one.svg").read_bytes() == (tmp_path / "other.svg").read_bytes()

    def test_title_and_description_are_those_of_the_picture(self, drawn: plots.Picture, tmp_path: Path) -> None:
        plots.save(drawn, tmp_path / "boards.svg")
        root = elements(tmp_path / "boards.svg")[0]
        assert (root.get("role"), root.get("{http://www.w3.org/XML/1998/namespace}lang")) == ("img", "en")
        assert root[0].tag == f"{SVG}title"
        assert only(tmp_path / "boards.svg", "title") == drawn.title
        assert only(tmp_path / "boards.svg", "desc") == drawn.description

    def test_hand_overs_look_otherwise_where_their_days_are_known_otherwise(self, drawn: plots.Picture, tmp_path: Path) -> None:
        plots.save(drawn, tmp_path / "boards.svg")
        groups = {each.get("id"): each for each in elements(tmp_path / "boards.svg") if each.tag == f"{SVG}g"}
        looks: set[tuple[Basis, str]] = set()
        for board in tri.boards(until=UNTIL)[1:]:
            style = groups[f"hand-over-{board.number}"][0].get("style", "")
            dashes = re.search("stroke-dasharray: ([^;]*)", style)
            looks.add((board.start.basis, dashes[1] if dashes else "whole"))
        assert len(looks) == len(dict(looks)) == len({look for _, look in looks}) == 3
        assert dict(looks)[Basis.RECORDED] == "whole"

    def test_it_is_small_and_needs_nothing_from_elsewhere(self, drawn: plots.Picture, tmp_path: Path) -> None:
        plots.save(drawn, tmp_path / "boards.svg")
        assert (tmp_path / "boards.svg").stat().st_size < 100_000
        links = [value for each in elements(tmp_path / "boards.svg") for key, value in each.items() if key.endswith("href")]
        assert all(link.startswith("#") for link in links)

    def test_what_a_user_writes_into_it_is_there_too_turned_or_as_a_formula(self, tmp_path: Path) -> None:
        mine = plots.boards(until=UNTIL)
        mine.text(0.5, 0.5, "turned", rotation=30)
        mine.text(0.9, 0.5, "to the right", ha="right")
        mine.text(0.5, 0.2, "$x^2$")
        plots.save(mine, tmp_path / "mine.svg")
        by_text = {each.text: each for each in elements(tmp_path / "mine.svg") if each.tag == f"{SVG}text"}
        assert by_text["turned"].get("transform", "").startswith("rotate(-30 ")
        assert by_text["to the right"].get("text-anchor") == "end"
        assert "$x^2$" not in by_text

    def test_the_picture_stays_as_it_was(self, drawn: plots.Picture, tmp_path: Path) -> None:
        before = drawn.dpi, tuple(drawn.get_size_inches())
        plots.save(drawn, tmp_path / "boards.svg")
        plots.save(drawn, tmp_path / "boards.png")
        assert (drawn.dpi, tuple(drawn.get_size_inches())) == before


class TestPNG:
    """An image that is large enough to print, with its title and its description."""

    def test_it_has_a_title_a_description_and_some_ink(self, drawn: plots.Picture, tmp_path: Path) -> None:
        plots.save(drawn, str(tmp_path / "boards.PNG"))
        with Image.open(tmp_path / "boards.PNG") as image:
            assert image.format == "PNG"
            assert image.width >= 2000
            assert (image.info["Title"], image.info["Description"]) == (drawn.title, drawn.description)
            assert "Software" not in image.info
            colours = image.convert("RGB").getcolors(1 << 20)
        assert colours is not None
        assert {(255, 255, 255), (0, 72, 124), (213, 94, 0), (240, 191, 76)} <= {colour for _, colour in colours}


class TestRefusal:
    """What cannot be written is an error that says why, and leaves nothing behind."""

    def test_a_file_that_is_there_stays_unless_forced(self, drawn: plots.Picture, tmp_path: Path) -> None:
        target = tmp_path / "boards.svg"
        target.write_text("mine", encoding="utf-8")
        with pytest.raises(
            tri.UnwritableError, match=r"cannot write '.*boards\.svg': it is there already; choose another name"
        ):
            plots.save(drawn, target)
        assert target.read_text(encoding="utf-8") == "mine"
        plots.save(drawn, target, force=True)
        assert only(target, "title") == drawn.title
        assert files(tmp_path) == ["boards.svg"]

    def test_a_folder_that_is_not_there_is_not_made(self, drawn: plots.Picture, tmp_path: Path) -> None:
        with pytest.raises(tri.UnwritableError, match=r"cannot write '.*b\.png': No such file or directory"):
            plots.save(drawn, tmp_path / "a" / "b.png")
        assert files(tmp_path) == []

    def test_a_file_is_no_folder_nor_a_folder_a_file(self, drawn: plots.Picture, tmp_path: Path) -> None:
        (tmp_path / "a").write_text("a", encoding="utf-8")
        (tmp_path / "b.svg").mkdir()
        with pytest.raises(tri.UnwritableError, match=r"cannot write '.*b\.svg': Not a directory"):
            plots.save(drawn, tmp_path / "a" / "b.svg")
        with pytest.raises(tri.UnwritableError, match=r"cannot write '.*b\.svg': there is something that is no file"):
            plots.save(drawn, tmp_path / "b.svg", force=True)
        assert files(tmp_path) == ["a", "b.svg"]

    def test_a_disk_that_fails_leaves_what_was_there(
        self, drawn: plots.Picture, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        target = tmp_path / "boards.svg"
        target.write_text("mine", encoding="utf-8")

        def fail(self: Path, target: Path) -> Path:
            raise PermissionError(13, "Permission denied", str(target), None, str(self))

        monkeypatch.setattr(Path, "replace", fail)
        with pytest.raises(tri.UnwritableError, match=r"cannot write '.*boards\.svg': Permission denied"):
            plots.save(drawn, target, force=True)
        assert target.read_text(encoding="utf-8") == "mine"
        assert files(tmp_path) == ["boards.svg"]

    def test_a_path_that_no_file_can_have_is_refused_in_its_words(self, drawn: plots.Picture) -> None:
        with pytest.raises(tri.UnwritableError, match=r"cannot write 'a\\x00\.svg': .*embedded null"):
            plots.save(drawn, "a\0.svg")

    @pytest.mark.parametrize("path", ["boards.gif", "boards", "", "svg", ".svg"])
    def test_another_suffix_is_refused(self, drawn: plots.Picture, path: str) -> None:
        with pytest.raises(tri.InvalidValueError, match=r"must be one that ends in \.svg or \.png, got "):
            plots.save(drawn, path)

    @pytest.mark.parametrize("path", [None, 3, b"boards.svg"])
    def test_a_path_is_a_path(self, drawn: plots.Picture, path: Any) -> None:
        with pytest.raises(tri.WrongTypeError, match=r"path must be a string or a pathlib\.Path, got "):
            plots.save(drawn, path)

    def test_a_picture_is_a_picture(self) -> None:
        with pytest.raises(tri.WrongTypeError, match=r"picture must be a Picture, such as plots\.boards\(\), got"):
            plots.save(None, "boards.svg")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]


@pytest.mark.parametrize("name", PICTURES)
class TestReviewedPictures:
    """The pictures of the documentation were looked at; what is drawn now is made of the same parts."""

    def test_all_parts_are_the_same(self, name: str, tmp_path: Path) -> None:
        plots.save(picture(name), tmp_path / name)
        kept, new = FOLDER / name, tmp_path / name
        assert ids(kept) == ids(new), "look at the new picture, and run `make pictures`"
        assert written(kept) == written(new)
        assert (only(kept, "title"), only(kept, "desc")) == (only(new, "title"), only(new, "desc"))

    def test_there_is_one_bar_a_board(self, name: str) -> None:
        boards = tri.boards(until=UNTIL, agreement=PICTURES[name])
        assert [id_ for id_ in ids(FOLDER / name) if id_.startswith("board-")] == [f"board-{board.number}" for board in boards]


def test_a_file_that_is_no_xml_would_be_noticed(tmp_path: Path) -> None:
    (tmp_path / "a.svg").write_text("<svg><p></svg>", encoding="utf-8")
    with pytest.raises(ET.ParseError, match="mismatched tag"):
        elements(tmp_path / "a.svg")
