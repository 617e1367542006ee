"""How a picture is saved: as SVG or PNG, whole or not at all, and the reviewed pictures of the documentation."""

# matplotlib is typed in part.
# pyright: reportUnknownMemberType=false

import datetime as dt
import re
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import matplotlib as mpl
import pytest
from matplotlib.style import library
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
    return [
        id_
        for id_ in found
        if re.match("board-|start-|end-|by-law-|hand-over-|holding-over-|vacancy-|change-|gap-|event-|inferred-", id_)
    ]


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

    @pytest.mark.parametrize(
        ("law", "board", "looks"),
        [
            (tri.AGREEMENT_2025, 5, ("whole", "broken")),
            (tri.AGREEMENT_2025, 6, ("broken", "whole")),
            (tri.AGREEMENT_2025, 7, ("whole", "dotted")),
            (tri.AGREEMENT_2025, 8, ("dotted", "dotted")),
            (tri.AGREEMENT_2010, 7, ("whole", "broken")),
        ],
    )
    def test_start_and_end_of_a_bar_look_as_their_days_are_known(
        self, law: tri.Agreement[tri.MemberState], board: int, looks: tuple[str, str], tmp_path: Path
    ) -> None:
        last, more = dt.date(2026, 9, 2) if board == 8 else None, UNTIL
        for until in (last, more):
            plots.save(plots.boards(until=until, agreement=law), tmp_path / "boards.svg", force=True)
            groups = {each.get("id"): each for each in elements(tmp_path / "boards.svg") if each.tag == f"{SVG}g"}
            styles = [groups[f"{side}-{board}"][0].get("style", "") for side in ("start", "end")]
            dashes = [re.search("stroke-dasharray: ([0-9.]+)", style) for style in styles]
            assert tuple("whole" if d is None else "broken" if float(d[1]) > 3 else "dotted" for d in dashes) == looks

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

    @pytest.mark.parametrize("char", ["\ufffe", "\x0b", "\ud800"])
    def test_it_can_be_read_whatever_a_user_writes_into_it(self, char: str, tmp_path: Path) -> None:
        mine = plots.boards(until=UNTIL)
        mine.title = f"a{char}b"
        mine.description = f"c{char}d"
        plots.save(mine, tmp_path / "mine.svg")
        assert (only(tmp_path / "mine.svg", "title"), only(tmp_path / "mine.svg", "desc")) == ("a\ufffdb", "c\ufffdd")

    @pytest.mark.usefixtures("every_glyph")
    @pytest.mark.parametrize("language", ["zh", "ja", "ko"])
    def test_families_of_the_language_stand_first(self, language: str, tmp_path: Path) -> None:
        picture = plots.boards(language=language)
        latin, own, *_ = picture.texts[0].get_fontfamily()
        plots.save(picture, tmp_path / "boards.svg")
        families = {each.get("font-family", "") for each in elements(tmp_path / "boards.svg") if each.tag == f"{SVG}text"}
        assert latin == "DejaVu Sans"
        assert all(each.startswith(f"'{own}', ") and f"'{latin}', sans-serif" in each for each in families)

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


# Whatever a user prefers for figures of their own.
PREFERRED: dict[str, Any] = {
    "axes.facecolor": "black",
    "axes.grid": True,
    "axes.grid.axis": "y",
    "axes.linewidth": 9,
    "axes.spines.bottom": False,
    "figure.autolayout": True,
    "figure.dpi": 30,
    "figure.facecolor": "black",
    "font.size": 30,
    "font.style": "italic",
    "font.variant": "small-caps",
    "font.weight": "bold",
    "grid.alpha": 0,
    "hatch.color": "white",
    "hatch.linewidth": 9,
    "image.origin": "lower",
    "legend.columnspacing": 9,
    "legend.fontsize": 30,
    "legend.frameon": True,
    "legend.handlelength": 9,
    "legend.labelspacing": 9,
    "legend.markerscale": 9,
    "legend.numpoints": 4,
    "lines.dotted_pattern": [9, 9],
    "lines.linewidth": 9,
    "lines.marker": "o",
    "lines.markersize": 30,
    "patch.force_edgecolor": True,
    "patch.linewidth": 9,
    "path.sketch": (3, 50, 9),
    "savefig.bbox": "tight",
    "savefig.dpi": 30,
    "savefig.facecolor": "black",
    "savefig.pad_inches": 3,
    "savefig.transparent": True,
    "svg.fonttype": "path",
    "svg.hashsalt": "x",
    "svg.id": "x",
    "text.color": "white",
    "text.usetex": True,
    "xtick.alignment": "left",
    "xtick.bottom": False,
    "xtick.labelbottom": False,
    "xtick.labelsize": 30,
    "xtick.labeltop": True,
    "xtick.major.pad": 30,
    "xtick.major.size": 30,
    "xtick.minor.ndivs": 9,
    "xtick.minor.visible": True,
    "xtick.top": True,
}


@pytest.mark.parametrize("suffix", [".svg", ".png"])
class TestSettings:
    """Size, ground and all else are those of the picture, whatever is set and whoever saves."""

    @pytest.mark.parametrize("settings", [PREFERRED, library["dark_background"], library["seaborn-v0_8-poster"]])
    def test_no_setting_of_a_user_changes_what_is_saved(
        self, settings: Any, suffix: str, drawn: plots.Picture, tmp_path: Path
    ) -> None:
        plots.save(drawn, tmp_path / f"usual{suffix}")
        with mpl.rc_context(settings):
            plots.save(plots.boards(until=UNTIL), tmp_path / f"other{suffix}")
        assert (tmp_path / f"other{suffix}").read_bytes() == (tmp_path / f"usual{suffix}").read_bytes()

    def test_many_threads_save_one_picture_alike_and_leave_it_as_it_was(
        self, suffix: str, drawn: plots.Picture, tmp_path: Path
    ) -> None:
        before = drawn.dpi, tuple(drawn.get_size_inches())
        paths = [tmp_path / f"{number}{(suffix, '.svg', '.png')[number % 3]}" for number in range(12)]

        def save(path: Path) -> None:
            plots.save(drawn, path)

        with ThreadPoolExecutor(6) as threads:
            list(threads.map(save, paths))
        assert len({path.read_bytes() for path in paths if path.suffix == suffix}) == 1
        assert (drawn.dpi, tuple(drawn.get_size_inches())) == before


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
        with pytest.raises(tri.InvalidValueError, match=r"must be a name that ends in \.svg or \.png, got "):
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
