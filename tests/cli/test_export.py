"""Answers that leave: each subject in each format, to standard output or a file, whole or not at all."""

import csv
import io
import json
from collections.abc import Callable
from datetime import date
from pathlib import Path

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
    "names": tri.people(),
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
            (("record", "--format", "csv"), "record can be had as json, got --format csv; try 'trilateral export --help'"),
            (("schema", "--format", "markdown"), "schema can be had as json, got --format markdown"),
            (("seats", "--format", "popolo"), "seats can be had as json, csv, markdown, got --format popolo"),
            (("timeline", "--format", "ics"), "timeline can be had as json, csv, markdown, got --format ics"),
            (("boards", "--format", "xml"), "'xml' is not one of 'json', 'csv', 'markdown', 'popolo', 'ics'"),
            (("people",), "'people' is not one of 'boards', 'seats', 'timeline', 'names', 'sources', 'record', 'schema'"),
            ((), "Missing argument"),
            (
                ("timeline", "--until", "2012-01-01"),
                "--until and --agreement are for boards and seats, as no law plays a part in",
            ),
            (("record", "--agreement", "2010"), "no law plays a part in record; try 'trilateral export --help'"),
            (("seats", "--plot", "x.svg"), "--plot FILE draws boards, and needs no --output"),
            (("boards", "--plot", "x.svg", "--output", "y.svg"), "--plot FILE draws boards, and needs no --output"),
            (("boards", "--until", "soon"), "expected a day that exists, written YYYY-MM-DD, got 'soon'"),
            (("boards", "--format", "ics", "--language", "fr"), "a language must be one of en, zh, ja, ko"),
        ],
    )
    def test_that_cannot_be_had_so_are_refused(self, ask: Ask, arguments: tuple[str, ...], message: str) -> None:
        assert message in refused(ask("export", *arguments))


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

    def test_the_language_is_that_of_names_in_a_calendar(self, ask: Ask) -> None:
        text = printed(ask("export", "boards", "--format", "ics", "--language", "ko"))
        assert text == export.icalendar(language="ko") != export.icalendar()


class TestFiles:
    """A file is written whole, and never over another one unless by force."""

    def test_holds_what_would_be_printed(self, ask: Ask, tmp_path: Path) -> None:
        for form in ("json", "csv", "markdown", "popolo", "ics"):
            path = tmp_path / form
            assert printed(ask("export", "boards", "--format", form, "--output", path)) == ""
            assert path.read_bytes().decode() == printed(ask("export", "boards", "--format", form))
        assert sorted(path.name for path in tmp_path.iterdir()) == ["csv", "ics", "json", "markdown", "popolo"]

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
        assert "there is something that is no file" in refused(ask("export", "boards", "--output", ""))
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
