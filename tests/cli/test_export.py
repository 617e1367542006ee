"""Answers that leave: each subject in each format, to standard output or a file, whole or not at all."""

import csv
import io
import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from stat import S_IMODE
from typing import Any

import pytest
from tests.cli.conftest import Ask, Said, shell
from tests.cli.test_bad_input import refused
from tests.strategies import PEOPLE

import trilateral as tri
from trilateral import AGREEMENT_2010, export
from trilateral.export import from_json, to_json

TABLES: dict[str, Callable[..., export.Table]] = {
    "boards": export.boards,
    "seats": export.seats,
    "timeline": export.timeline,
    "names": export.names,
    "sources": export.sources,
}
VALUES: dict[str, object] = {
    "boards": tri.boards(),
    "seats": tuple(seat for board in tri.boards() for seat in board.seats),
    "timeline": tri.timeline(),
    "names": (*tri.people(), *tri.record().history.leaders),
    "sources": tri.record().sources,
    "record": tri.record(),
}
UNTIL = date(2030, 1, 1)


def printed(said: Said) -> str:
    """What a command that must have succeeded printed."""
    assert (said.code, said.err) == (0, "")
    return said.out


class TestSubjects:
    """Each subject leaves in the formats that can hold it."""

    @pytest.mark.parametrize("subject", list(VALUES))
    def test_in_json_come_back_equal(self, ask: Ask, subject: str) -> None:
        assert from_json(printed(ask("export", subject))) == VALUES[subject]
        assert printed(ask("export", subject, "--format", "json")) == to_json(VALUES[subject])

    @pytest.mark.parametrize("subject", list(TABLES))
    def test_in_csv_and_markdown_are_the_tables(self, ask: Ask, subject: str) -> None:
        assert printed(ask("export", subject, "--format", "csv")) == TABLES[subject]().to_csv()
        assert printed(ask("export", subject, "--format", "markdown")) == TABLES[subject]().to_markdown()

    def test_boards_leave_as_popolo(self, ask: Ask) -> None:
        assert ask("export", "boards", "--format", "popolo").document == json.loads(json.dumps(export.popolo()))

    def test_boards_leave_as_a_calendar(self, ask: Ask) -> None:
        assert printed(ask("export", "boards", "--format", "ics")) == export.icalendar()

    def test_the_schema_leaves_as_json(self, ask: Ask) -> None:
        assert ask("export", "schema").document == export.json_schema()

    def test_keep_their_line_ends_in_a_shell(self) -> None:
        said = shell(["-m", "trilateral", "export", "boards", "--format", "csv"])
        assert (said.code, said.out) == (0, export.boards().to_csv())

    @pytest.mark.parametrize(
        ("arguments", "message"),
        [
            (
                ("record", "--format", "csv"),
                "record can be had as json, got csv; pass another --format; try 'trilateral export --help'",
            ),
            (("record", "--output", "x.csv"), "record can be had as json, got csv; pass another --format"),
            (("schema", "--format", "markdown"), "schema can be had as json, got markdown; pass another --format"),
            (("seats", "--format", "popolo"), "seats can be had as json, csv, markdown, got popolo"),
            (("timeline", "--format", "ics"), "timeline can be had as json, csv, markdown, got ics"),
            (("boards", "--format", "xml"), "'xml' is not one of 'json', 'csv', 'markdown', 'popolo', 'ics'"),
            (("people",), "'people' is not one of 'boards', 'seats', 'timeline', 'names', 'sources', 'record', 'schema'"),
            ((), "Missing argument"),
            (("boards", "--until", "soon"), "expected a day that exists, written YYYY-MM-DD, got 'soon'"),
            (("boards", "--format", "ics", "--language", "fr"), "a language must be one of en, zh, ja, ko"),
        ],
    )
    def test_that_cannot_be_had_so_are_refused(self, ask: Ask, arguments: tuple[str, ...], message: str) -> None:
        assert message in refused(ask("export", *arguments))


class TestOptionsThatWouldChangeNothing:
    """An option that has no part in what is asked for is refused, and the message says what it is for."""

    @pytest.mark.parametrize(
        ("arguments", "message"),
        [
            (("timeline", "--until", "2012-01-01"), "--until is for boards and seats; try 'trilateral export --help'"),
            (("names", "--agreement", "2025"), "--agreement is for boards and seats; no law plays a part in names"),
            (
                ("record", "--agreement", "2010"),
                "--agreement is for boards and seats; the record is written with its own agreement; try",
            ),
            (("boards", "--language", "ko"), "--language is for --format ics and --plot"),
            (("boards", "--language", "en"), "--language is for --format ics and --plot"),
            (("boards", "--format", "csv", "--language", "ko"), "--language is for --format ics and --plot"),
            (("timeline", "--language", "ko"), "--language is for --format ics and --plot"),
            (("boards", "--force"), "--force is for --output FILE and --plot FILE"),
            (("boards", "--force", "--output", "-"), "--force is for --output FILE and --plot FILE"),
            (("seats", "--plot", "x.svg"), "--plot draws boards"),
            (("boards", "--plot", "x.svg", "--output", "y.svg"), "--output is for what is not drawn"),
            (("boards", "--output", "boards.SVG"), "--output writes no picture; pass --plot 'boards.SVG'"),
            (("names", "--format", "csv", "--output", "names.png"), "--output writes no picture; pass --plot 'names.png'"),
            (
                ("boards", "--plot", "x.svg", "--output", "-"),
                "--output is for what is not drawn, as --plot has a FILE of its own",
            ),
            (
                ("boards", "--plot", "x.svg", "--format", "json"),
                "--format is for what is not drawn, as a picture is SVG or PNG by",
            ),
            (("schema", "--facts", "x.json"), "--facts is for all but the schema, which is the same whatever the facts are"),
            (("schema", "--known-on", "2020-01-01"), "--known-on is for all but the schema, which is the same on every day"),
        ],
    )
    def test_are_refused(self, ask: Ask, arguments: tuple[str, ...], message: str) -> None:
        assert message in refused(ask("export", *arguments))

    def test_are_told_of_by_the_help(self, ask: Ask) -> None:
        text = " ".join(printed(ask("export", "--help")).split())
        for told in (
            "Of ics and --plot, the language of names",
            "Of boards and seats, the law",
            "Of boards and seats: also boards projected",
            "With --output or --plot: replace",
            "Of boards: draw them instead",
        ):
            assert told in text


class TestOptions:
    """The day, the law, what was known, the facts and the language are those that were asked for."""

    def test_until_goes_on_to_projected_boards(self, ask: Ask) -> None:
        assert from_json(printed(ask("export", "boards", "--until", UNTIL))) == tri.boards(until=UNTIL)
        assert printed(ask("export", "seats", "--format", "csv", "--until", UNTIL)) == export.seats(until=UNTIL).to_csv()
        popolo = ask("export", "boards", "--format", "popolo", "--until", UNTIL).document
        assert popolo == json.loads(json.dumps(export.popolo(until=UNTIL)))
        assert printed(ask("export", "boards", "--format", "ics", "--until", UNTIL)) == export.icalendar(until=UNTIL)

    def test_the_law_is_that_of_2010_if_it_is_asked_for(self, ask: Ask) -> None:
        found = from_json(printed(ask("export", "boards", "--agreement", "2010")))
        assert found == tri.boards(agreement=AGREEMENT_2010) != tri.boards()

    def test_what_was_known_is_the_record_of_that_day(self, ask: Ask) -> None:
        known = tri.record().as_known_on(date(2023, 12, 1))
        assert from_json(printed(ask("export", "record", "--known-on", "2023-12-01"))) == known
        table = printed(ask("export", "sources", "--format", "markdown", "--known-on", "2023-12-01"))
        assert table == export.sources(record=known).to_markdown()

    def test_the_facts_of_a_user_are_among_them(self, ask: Ask, facts_file: Callable[..., Path]) -> None:
        people = [{**PEOPLE[0], "names": [{**PEOPLE[0]["names"][0], "sources": ["s"]}]}]
        seat = {"role": "secretary-general", "state": "JPN", "tenures": [{"holder": "p1", "sources": ["s"]}]}
        start = {"date": "2026-09-01", "sources": ["s"]}
        path = facts_file(people=people, boards=[{"number": 8, "start": start, "seats": [seat]}])
        rows = list(csv.DictReader(io.StringIO(printed(ask("export", "boards", "--format", "csv", "--facts", path)))))
        assert (rows[7]["sg_holder"], rows[7]["start"], rows[7]["basis"]) == ("YAMADA Taro", "2026-09-01", "recorded")

    def test_the_facts_of_a_user_are_no_whole_document(self, ask: Ask, tmp_path: Path) -> None:
        path = tmp_path / "record.json"
        path.write_text(to_json(tri.record()), encoding="utf-8")
        assert refused(ask("export", "boards", "--facts", path)) == (
            f"cannot read the facts file '{path}': it is what `to_json` wrote, such as a whole record, and no facts document; "
            "read it in Python, by trilateral.export.from_json"
        )

    def test_the_facts_of_a_user_may_be_those_of_a_record_that_was_exported(self, ask: Ask, tmp_path: Path) -> None:
        path = tmp_path / "facts.json"
        value = json.loads(to_json(tri.record()))["value"]
        head = {"edition", "coverage", "agreement", "facts_added"}
        path.write_text(json.dumps({key: value[key] for key in value if key not in head}))
        assert from_json(printed(ask("export", "record", "--facts", path))) == tri.record()

    def test_the_language_is_that_of_names_in_a_calendar(self, ask: Ask) -> None:
        text = printed(ask("export", "boards", "--format", "ics", "--language", "ko"))
        assert text == export.icalendar(language="ko") != export.icalendar()


def without_links(self: Path, target: Path) -> None:  # noqa: ARG001
    """What a file system says on which a file has one name only."""
    raise OSError(1, "Operation not permitted")


class FullDisk(io.BufferedWriter):
    """A file on a disk that is full after some bytes."""

    def write(self, content: Any, /) -> int:
        super().write(content[:100])
        raise OSError(28, "No space left on device")


class TestFiles:
    """A file is written whole, and never over another one unless by force."""

    def test_holds_what_would_be_printed(self, ask: Ask, tmp_path: Path) -> None:
        for form in ("json", "csv", "markdown", "popolo", "ics"):
            path = tmp_path / form
            assert printed(ask("export", "boards", "--format", form, "--output", path)) == ""
            assert path.read_bytes().decode() == printed(ask("export", "boards", "--format", form))
        assert sorted(path.name for path in tmp_path.iterdir()) == ["csv", "ics", "json", "markdown", "popolo"]

    @pytest.mark.parametrize(
        ("name", "form"),
        [
            ("a.csv", "csv"),
            ("a.md", "markdown"),
            ("a.ics", "ics"),
            ("a.json", "json"),
            ("A.CSV", "csv"),
            ("a.txt", "json"),
            ("a", "json"),
        ],
    )
    def test_has_the_format_that_its_name_says(self, ask: Ask, tmp_path: Path, name: str, form: str) -> None:
        assert printed(ask("export", "boards", "--output", tmp_path / name)) == ""
        assert (tmp_path / name).read_bytes().decode() == printed(ask("export", "boards", "--format", form))

    def test_has_another_format_than_its_name_says_if_that_is_asked_for(self, ask: Ask, tmp_path: Path) -> None:
        path = tmp_path / "boards.csv"
        assert printed(ask("export", "boards", "--output", path, "--format", "popolo")) == ""
        assert json.loads(path.read_bytes()) == json.loads(json.dumps(export.popolo()))

    def test_whose_name_says_that_it_is_a_calendar_has_names_in_the_language_asked_for(self, ask: Ask, tmp_path: Path) -> None:
        path = tmp_path / "boards.ics"
        assert printed(ask("export", "boards", "--output", path, "--language", "ko")) == ""
        assert path.read_bytes().decode() == export.icalendar(language="ko")

    def test_is_not_needed_for_a_hyphen(self, ask: Ask, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.chdir(tmp_path)
        assert printed(ask("export", "seats", "--format", "csv", "--output", "-")) == export.seats().to_csv()
        assert list(tmp_path.iterdir()) == []

    def test_that_is_there_is_kept_unless_by_force(self, ask: Ask, tmp_path: Path) -> None:
        path = tmp_path / "boards.json"
        path.write_text("mine")
        message = refused(ask("export", "boards", "--output", path))
        assert message == f"cannot write '{path}': it is there already; choose another name, or replace it by force"
        assert [each.read_text() for each in tmp_path.iterdir()] == ["mine"]
        assert printed(ask("export", "boards", "--output", path, "--force")) == ""
        assert [from_json(each.read_bytes()) for each in tmp_path.iterdir()] == [tri.boards()]

    @pytest.mark.parametrize("force", [[], ["--force"]])
    def test_takes_the_place_of_no_folder(self, ask: Ask, tmp_path: Path, force: list[str]) -> None:
        message = refused(ask("export", "boards", "--output", tmp_path, *force))
        assert message == f"cannot write '{tmp_path}': there is something that is no file"
        assert list(tmp_path.iterdir()) == []

    def test_needs_a_folder(self, ask: Ask, tmp_path: Path) -> None:
        path = tmp_path / "absent" / "boards.json"
        assert refused(ask("export", "boards", "--output", path)) == f"cannot write '{path}': No such file or directory"
        assert list(tmp_path.iterdir()) == []

    def test_needs_a_folder_that_is_one(self, ask: Ask, tmp_path: Path) -> None:
        (tmp_path / "file").write_text("mine")
        path = tmp_path / "file" / "boards.json"
        assert refused(ask("export", "boards", "--output", path)) == f"cannot write '{path}': Not a directory"
        assert (tmp_path / "file").read_text() == "mine"

    def test_needs_a_name_that_a_file_can_have(self, ask: Ask, tmp_path: Path) -> None:
        assert "null" in refused(ask("export", "boards", "--output", f"{tmp_path}/a\0b"))
        assert "File name too long" in refused(ask("export", "boards", "--output", tmp_path / ("x" * 300)))
        assert refused(ask("export", "boards", "--output", "")) == "cannot write '': a file needs a name; give one"
        assert list(tmp_path.iterdir()) == []

    def test_is_written_where_a_link_points(self, ask: Ask, tmp_path: Path) -> None:
        (tmp_path / "data").mkdir()
        link, target = tmp_path / "link.json", tmp_path / "data" / "boards.json"
        link.symlink_to(target)
        assert printed(ask("export", "boards", "--output", link)) == ""
        assert link.is_symlink()
        assert from_json(target.read_bytes()) == tri.boards()
        assert "it is there already" in refused(ask("export", "boards", "--output", link))

    def test_is_not_written_where_links_go_in_a_circle(self, ask: Ask, tmp_path: Path) -> None:
        one, other = tmp_path / "one", tmp_path / "other"
        one.symlink_to(other)
        other.symlink_to(one)
        assert refused(ask("export", "boards", "--output", one)).startswith(f"cannot write '{one}': ")
        assert sorted(path.name for path in tmp_path.iterdir()) == ["one", "other"]

    @pytest.mark.parametrize("mode", [0o600, 0o640, 0o444])
    def test_that_is_replaced_keeps_its_mode(self, ask: Ask, tmp_path: Path, mode: int) -> None:
        path = tmp_path / "boards.json"
        path.write_text("mine")
        path.chmod(mode)
        assert printed(ask("export", "boards", "--output", path, "--force")) == ""
        assert S_IMODE(path.stat().st_mode) == mode
        assert from_json(path.read_bytes()) == tri.boards()

    def test_that_is_new_has_the_mode_of_any_new_file(self, ask: Ask, tmp_path: Path) -> None:
        (tmp_path / "other").write_text("")
        for force in ([], ["--force"]):
            path = tmp_path / f"boards{len(force)}.json"
            assert printed(ask("export", "boards", "--output", path, *force)) == ""
            assert S_IMODE(path.stat().st_mode) == S_IMODE((tmp_path / "other").stat().st_mode)

    @pytest.mark.parametrize("links", [True, False])
    def test_that_comes_while_another_is_written_is_kept(
        self, ask: Ask, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, links: bool
    ) -> None:
        path = tmp_path / "boards.json"
        write_bytes = Path.write_bytes

        def while_another_comes(self: Path, content: bytes) -> int:
            path.write_text("mine")
            return write_bytes(self, content)

        monkeypatch.setattr(Path, "write_bytes", while_another_comes)
        if not links:
            monkeypatch.setattr(Path, "hardlink_to", without_links)
        assert "it is there already" in refused(ask("export", "boards", "--output", path))
        assert [each.read_text() for each in tmp_path.iterdir()] == ["mine"]

    def test_is_written_too_where_a_file_can_have_one_name_only(
        self, ask: Ask, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(Path, "hardlink_to", without_links)
        path = tmp_path / "boards.json"
        assert printed(ask("export", "boards", "--output", path)) == ""
        assert [from_json(each.read_bytes()) for each in tmp_path.iterdir()] == [tri.boards()]
        assert "it is there already" in refused(ask("export", "boards", "--output", path))

    def test_is_not_written_in_part_there_either(self, ask: Ask, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        path = tmp_path / "boards.json"
        open_file: Any = Path.open

        def on_a_full_disk(self: Path, mode: str) -> Any:
            file = open_file(self, mode)
            return FullDisk(file.detach()) if mode == "xb" else file

        monkeypatch.setattr(Path, "hardlink_to", without_links)
        monkeypatch.setattr(Path, "open", on_a_full_disk)
        assert refused(ask("export", "boards", "--output", path)) == f"cannot write '{path}': No space left on device"
        assert list(tmp_path.iterdir()) == []

    @pytest.mark.parametrize("force", [[], ["--force"]])
    def test_is_not_written_in_part(self, ask: Ask, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, force: list[str]) -> None:
        """A full disk leaves what was there, and nothing beside it."""
        path = tmp_path / "boards.json"
        if force:
            path.write_text("mine")
        before = {each.name: each.read_bytes() for each in tmp_path.iterdir()}

        def fill_the_disk(self: Path, content: bytes) -> int:
            with self.open("wb") as file:
                file.write(content[:100])
            raise OSError(28, "No space left on device")

        monkeypatch.setattr(Path, "write_bytes", fill_the_disk)
        message = refused(ask("export", "boards", "--output", path, *force))
        assert message == f"cannot write '{path}': No space left on device"
        assert {each.name: each.read_bytes() for each in tmp_path.iterdir()} == before

    @pytest.mark.parametrize("form", ["json", "csv", "markdown"])
    def test_holds_texts_that_utf_8_does_not_have(
        self, ask: Ask, tmp_path: Path, facts_file: Callable[..., Path], form: str
    ) -> None:
        event = {"id": "x", "kind": "news", "title": "a \udce9", "date": "2026-10-01", "sources": ["s"]}
        facts, path = facts_file(events=[event]), tmp_path / "out"
        assert printed(ask("export", "timeline", "--format", form, "--facts", facts, "--output", path)) == ""
        assert "\\udce9" in path.read_text(encoding="utf-8")


class TestPictures:
    """A picture of the boards goes to a file."""

    @pytest.mark.parametrize(("name", "begins"), [("boards.svg", b"<?xml"), ("boards.png", b"\x89PNG")])
    def test_is_drawn_by_the_end_of_its_name(self, ask: Ask, tmp_path: Path, name: str, begins: bytes) -> None:
        path = tmp_path / name
        assert printed(ask("export", "boards", "--plot", path, "--until", "2027-01-01")) == ""
        assert path.read_bytes().startswith(begins)
        assert "it is there already" in refused(ask("export", "boards", "--plot", path))
        assert printed(ask("export", "boards", "--plot", path, "--force")) == ""
        assert [each.name for each in tmp_path.iterdir()] == [name]

    def test_is_of_the_recorded_boards_unless_a_day_is_given(self, ask: Ask, tmp_path: Path) -> None:
        path = tmp_path / "boards.svg"
        assert printed(ask("export", "boards", "--plot", path)) == ""
        text = path.read_text(encoding="utf-8")
        assert "LEE Hee-sup" in text
        assert "2029-09-01" not in text
        early = ("--known-on", "2011-03-01", "--plot", tmp_path / "early.svg")
        assert "until must be a day after 2011-09-01, on which board 1 starts" in refused(ask("export", "boards", *early))
        assert printed(ask("export", "boards", *early, "--until", "2014-01-01")) == ""

    def test_is_not_drawn_in_another_way(self, ask: Ask, tmp_path: Path) -> None:
        assert "ends in .svg or .png" in refused(ask("export", "boards", "--plot", tmp_path / "boards.gif"))
        assert list(tmp_path.iterdir()) == []

    def test_without_the_extra_plots_the_error_says_how_to_install_it(self, tmp_path: Path) -> None:
        arguments = ["export", "boards", "--plot", str(tmp_path / "boards.svg")]
        without = "import sys; sys.modules['matplotlib'] = None; from trilateral._cli.commands import run"
        said = shell(["-c", f"{without}; sys.exit(run({arguments!r}))"])
        message = "error: the pictures need the extra \"plots\": python -m pip install 'trilateral[plots]'\n"
        assert said == (2, "", message)
        assert list(tmp_path.iterdir()) == []
