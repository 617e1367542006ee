"""Whatever breaks somebody's code is found, and let through only if the changelog declares it."""

import json
import subprocess
from pathlib import Path
from typing import Any, Literal

import click
import pytest
from tools.changelog import sections
from tools.check_api import (
    ASKED,
    MAY_CHANGE,
    Json,
    Promise,
    answered,
    broken,
    built_in_errors,
    keep,
    kept,
    keys,
    parameters,
    present,
    stub,
    undeclared,
    words_of_literals,
    written_into_files,
)

from trilateral import Record, Report, errors
from trilateral._cli.commands import commands
from trilateral.plots import Picture

# A package like ours: names are listed, and come from modules that are private.
FRONT_DOOR = """\
TYPE_CHECKING = False
if TYPE_CHECKING:
    from inner import wing
    from inner._asking import board
    from inner._values import Board

__all__ = ["Board", "board", "wing"]
"""
ASKING = """\
def board(number, /, *, agreement=None, record=None): ...

def unlisted(number): ...
"""
VALUES = """\
import attr

class Value:
    def shown(self, width=80): ...

@attr.frozen(kw_only=True)
class Board(Value):
    number: int
    notes: tuple[str, ...] = ()
    _seats: tuple[str, ...] = attr.field(default=(), alias="seats")

    @property
    def start(self): ...
"""
CHANGING = """\
import attr

__all__ = ["Grounds", "Picture", "Record"]

@attr.frozen
class Grounds:
    facts: int

@attr.frozen
class Record:
    facts: int
    edition: int

class Picture:
    def __init__(self, figure): ...
    def save(self): ...
"""
WING = """\
__all__ = ["check"]

def check(data): ...
"""
FILES = {
    "__init__": FRONT_DOOR,
    "_asking": ASKING,
    "_values": VALUES,
    "wing": WING,
    "extra": "__all__ = ['draw']\ndef draw(): ...",
}
CODES = {"TRI101": "error", "TRI102": "warning", "TRI103": "note"}
PYPROJECT = """\
[project]
optional-dependencies = { yaml = [], plots = [] }
scripts = { inner = "inner:main" }

[project.entry-points.pytest11]
inner = "inner.plugin"
"""
HOOKS = "- id: inner-check\n- id: inner-fix\n"


def promised(**parts: Any) -> Promise:
    """A promise of nothing but these parts."""
    nothing: dict[str, Any] = {
        "names": ["class inner: ..."],
        "errors": {},
        "words": {},
        "codes": {},
        "commands": {},
        "files": {},
        "json": {},
    }
    return Promise(**nothing | parts)


def promise(folder: Path, *, file: str = "", old: str = "", new: str = "") -> Promise:
    """What the package promises, with one text of it replaced."""
    package = folder / "inner"
    package.mkdir(parents=True)
    for name, text in FILES.items():
        assert name != file or old in text
        (package / f"{name}.py").write_text(text.replace(old, new, 1) if name == file else text, encoding="utf-8")
    return promised(names=stub(folder, "inner"))


@pytest.mark.parametrize(
    ("file", "old", "new", "name"),
    [
        ("_asking", ", record=None", "", "inner.board(record)"),
        ("_asking", "agreement=None", "agreement='2010'", "inner.board(agreement)"),
        ("_asking", "agreement=None", "agreement", "inner.board(agreement)"),
        ("_asking", "number, /", "number, day, /", "inner.board(_2)"),
        ("_asking", "number, /, *", "*", "inner.board(_1)"),
        ("_asking", "number, /, *, agreement=None", "number, agreement=None, /, *", "inner.board(agreement)"),
        ("__init__", '"board", ', "", "inner.board"),
        ("__init__", '"Board", ', "", "inner.Board"),
        ("_values", "    def start(self)", "    def begin(self)", "inner.Board.start"),
        ("_values", "    def start(self): ...", "    def start(self): ...\n    start = 1", ""),
        ("_values", "    notes: tuple[str, ...] = ()", "", "inner.Board.notes"),
        ("_values", "number: int", "number: int\n    day: int", "inner.Board(day)"),
        ("_values", "tuple[str, ...] = ()", "tuple[str, ...]", "inner.Board(notes)"),
        ("_values", 'alias="seats"', 'alias="places"', "inner.Board(seats)"),
        ("_values", "kw_only=True", "kw_only=False", ""),
        ("_values", "shown(self, width=80)", "shown(self)", "inner.Board.shown(width)"),
        ("_values", "class Board(Value)", "class Board", "inner.Board"),
        ("wing", "check(data)", "check(text)", "inner.wing.check(data)"),
        ("wing", "check(data)", "check(data, /)", "inner.wing.check(data)"),
        ("_values", "self, width=80", "self, width=80, /", "inner.Board.shown(width)"),
        ("extra", "['draw']", "[]", "inner.extra.draw"),
    ],
)
def test_a_break_of_a_name_is_found(tmp_path: Path, file: str, old: str, new: str, name: str) -> None:
    before, now = promise(tmp_path / "before"), promise(tmp_path / "now", file=file, old=old, new=new)
    names = [each.name for each in broken(before, now)]
    assert name in names if name else names == []


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("_asking", ", record=None", ", record=None, limit=10"),
        ("_asking", "number, /", "num, /"),
        ("_asking", "unlisted(number)", "unlisted()"),
        ("_asking", "def board(", "def another(): ...\n\ndef board("),
        ("_values", "    notes: tuple[str, ...] = ()", "    notes: tuple[str, ...] = ()\n    places: tuple[str, ...] = ()"),
        ("_values", "    _seats: tuple[str, ...] =", "    _places: tuple[str, ...] ="),
        ("_values", "class Value:", "class Value:\n    def longer(self): ...\n"),
        ("__init__", "from inner import wing", "from inner import wing\n    from inner._asking import unlisted"),
        ("wing", 'check"]', 'check", "more"]\nmore = 1'),
    ],
)
def test_what_is_added_or_private_breaks_nothing(tmp_path: Path, file: str, old: str, new: str) -> None:
    before, now = promise(tmp_path / "before"), promise(tmp_path / "now", file=file, old=old, new=new)
    assert list(broken(before, now)) == []


def test_a_parameter_without_a_name_for_callers_is_kept_by_its_place(tmp_path: Path) -> None:
    told = promise(tmp_path, file="_values", old="self, width=80", new="self, width, height=1, /, *, unit=0").names
    assert "  def shown(self, _1, _2=1, /, *, unit=0): ..." in told


def test_what_may_change_is_left_out_of_the_names(tmp_path: Path) -> None:
    told = promise(tmp_path, file="wing", old=WING, new=CHANGING).names
    assert told[told.index(" class wing():") + 1 : -2] == [
        "  class Grounds():",
        "   def __init__(self, /, facts): ...",
        "   facts: object",
        "   ...",
        "  class Picture():",
        "   def save(self): ...",
        "   ...",
        "  class Record():",
        "   edition: object",
        "   ...",
    ]


@pytest.mark.parametrize("name", MAY_CHANGE)
def test_only_what_is_there_may_change(name: str) -> None:
    owner, _, attribute = name.partition(".")
    assert hasattr({"Record": Record, "Report": Report, "Picture": Picture}[owner], attribute)


@pytest.mark.parametrize(
    ("codes", "name", "what"),
    [
        ({"TRI101": "error", "TRI103": "note"}, "TRI102", "the code is gone"),
        (CODES | {"TRI103": "warning"}, "TRI103", "the severity was note and is warning"),
        (CODES | {"TRI104": "error"}, "TRI104", "a new code must enter as a note, and this one is of severity error"),
    ],
    ids=["gone", "graver", "new and no note"],
)
def test_a_break_of_a_code_is_found(codes: dict[str, str], name: str, what: str) -> None:
    assert [*broken(promised(codes=CODES), promised(codes=codes))] == [(name, what)]


def test_a_code_may_become_lighter_and_a_new_one_enter_as_a_note() -> None:
    lighter = {"TRI101": "warning", "TRI102": "note", "TRI103": "note", "TRI104": "note"}
    assert [*broken(promised(codes=CODES), promised(codes=lighter))] == []


class UnknownError(LookupError):
    """An error of ours."""


def test_an_error_promises_every_built_in_that_it_is() -> None:
    class DeepError(UnknownError, ValueError):
        pass

    told = built_in_errors(
        {"inner.UnknownError": UnknownError, "inner.DeepError": DeepError, "inner.Board": Path, "inner.one": 1}
    )
    assert told == {
        "inner.UnknownError": ["LookupError", "Exception", "BaseException"],
        "inner.DeepError": ["LookupError", "ValueError", "Exception", "BaseException"],
    }


@pytest.mark.parametrize(
    ("now", "gone"),
    [
        (["KeyError", "LookupError", "Exception"], []),
        (["ValueError", "Exception"], [("inner.UnknownError", "it is no LookupError any more")]),
    ],
    ids=["more", "another"],
)
def test_an_error_must_stay_each_built_in_that_it_was(now: list[str], gone: list[tuple[str, str]]) -> None:
    before = promised(errors={"inner.UnknownError": ["LookupError", "Exception"]})
    assert [*broken(before, promised(errors={"inner.UnknownError": now}))] == gone


def test_a_literal_promises_its_words() -> None:
    assert words_of_literals({"inner.Column": Literal["board", "start"], "inner.Board": Path, "inner.number": 1}) == {
        "inner.Column": ["board", "start"]
    }


def test_a_literal_may_get_words_and_must_keep_those_that_it_has() -> None:
    before = promised(words={"inner.Column": ["board", "start"], "inner.Scope": ["law"]})
    now = promised(words={"inner.Column": ["end", "start"]})
    assert [*broken(before, now)] == [("inner.Column", "the word board is gone"), ("inner.Scope", "the word law is gone")]


def test_what_users_write_into_their_files_is_read_from_ours(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text(PYPROJECT, encoding="utf-8")
    (tmp_path / ".pre-commit-hooks.yaml").write_text(HOOKS, encoding="utf-8")
    assert written_into_files(tmp_path) == {
        "extra": ["yaml", "plots"],
        "script": ["inner"],
        "pytest plugin": ["inner"],
        "hook": ["inner-check", "inner-fix"],
    }


def test_what_users_write_into_their_files_must_stay() -> None:
    before = promised(files={"extra": ["yaml", "plots"], "hook": ["inner-check"]})
    now = promised(files={"extra": ["plots", "frames"], "hook": []})
    assert [*broken(before, now)] == [("extra yaml", "the extra is gone"), ("hook inner-check", "the hook is gone")]


class TestTheCommandLine:
    def taking(self, *taken: click.Parameter) -> Promise:
        """What a group with one command promises."""
        return promised(commands=parameters(click.Group(commands={"ask": click.Command("ask", params=list(taken))})))

    def test_promises_every_parameter_in_all_its_words(self) -> None:
        group = click.Group(
            params=[click.Option(["--loud"], is_flag=True)],
            commands={
                "ask": click.Command(
                    "ask",
                    params=[
                        click.Argument(["days"], nargs=-1, required=True),
                        click.Option(["--yes/--no", "-y"], default=True),
                        click.Option(["--form"], type=click.Choice(["text", "json"]), default="text"),
                        click.Option(["--code"], multiple=True),
                    ],
                )
            },
            context_settings={"help_option_names": ["-h", "--help"]},
        )
        told = parameters(group)
        assert [(name, [{*each["words"]} for each in taken]) for name, taken in told.items()] == [
            ("trilateral", [{"--loud"}, {"-h", "--help"}]),
            ("trilateral ask", [{"days"}, {"--yes", "-y", "--no"}, {"--form"}, {"--code"}, {"-h", "--help"}]),
        ]
        days, yes, form, code, _ = told["trilateral ask"]
        assert (days["kind"], days["nargs"], days["required"], days["choices"]) == ("argument", -1, True, None)
        assert (yes["kind"], yes["default"], yes["required"]) == ("flag", True, False)
        assert (form["kind"], form["choices"], form["default"], form["multiple"]) == ("option", ["text", "json"], "text", False)
        assert code["multiple"]

    @pytest.mark.parametrize(
        ("old", "new", "name", "what"),
        [
            (click.Option(["--on"]), None, "--on", "the option is gone"),
            (click.Option(["--on", "-o"]), click.Option(["--on"]), "-o", "the option is gone"),
            (click.Argument(["day"]), None, "day", "the argument is gone"),
            (click.Option(["--on"]), click.Option(["--on"], required=True), "--on", "the option is now required"),
            (
                click.Argument(["day"], required=False),
                click.Argument(["day"]),
                "day",
                "the argument is now required",
            ),
            (click.Option(["--on"], multiple=True), click.Option(["--on"]), "--on", "the option can no longer be repeated"),
            (click.Option(["--on"]), click.Option(["--on"], nargs=2), "--on", "the number of values was 1 and is 2"),
            (
                click.Argument(["day"], nargs=-1, required=True),
                click.Argument(["day"]),
                "day",
                "the number of values was -1 and is 1",
            ),
            (click.Option(["--on"], default="a"), click.Option(["--on"], default="b"), "--on", "the default was a and is b"),
            (
                click.Option(["--on"], is_flag=True),
                click.Option(["--on"], default=False),
                "--on",
                "the flag is now of kind option",
            ),
            (
                click.Option(["--on"], type=click.Choice(["a", "b"])),
                click.Option(["--on"], type=click.Choice(["b", "c"])),
                "--on",
                "the choice a is gone",
            ),
            (
                click.Option(["--on"]),
                click.Option(["--on"], type=click.Choice(["b", "c"])),
                "--on",
                "any value was taken and now only b, c",
            ),
            (None, click.Option(["--on"], required=True), "--on", "the option is new and required"),
            (None, click.Argument(["day"]), "day", "the argument is new and required"),
        ],
    )
    def test_a_break_of_a_parameter_is_found(
        self, old: click.Parameter | None, new: click.Parameter | None, name: str, what: str
    ) -> None:
        before, now = (self.taking(*([] if each is None else [each])) for each in (old, new))
        assert [*broken(before, now)] == [(f"trilateral ask {name}", what)]

    @pytest.mark.parametrize(
        ("old", "new"),
        [
            (click.Option(["--on", "day"]), click.Option(["--on", "-o", "on"])),
            (click.Option(["--on"], required=True), click.Option(["--on"], default="a")),
            (click.Option(["--on"]), click.Option(["--on"], multiple=True)),
            (click.Option(["--on"], type=click.Choice(["a"])), click.Option(["--on"], type=click.Choice(["b", "a"]))),
            (click.Option(["--on"], type=click.Choice(["a"])), click.Option(["--on"])),
            (None, click.Option(["--on"])),
            (None, click.Argument(["day"], required=False)),
        ],
    )
    def test_a_parameter_may_take_more(self, old: click.Parameter | None, new: click.Parameter) -> None:
        assert [*broken(self.taking(*([] if old is None else [old])), self.taking(new))] == []

    @pytest.mark.parametrize(
        "now",
        [
            [click.Argument(["day"], required=False), click.Argument(["number"])],
            [click.Argument(["first"], required=False), click.Argument(["number"]), click.Argument(["day"], required=False)],
        ],
        ids=["swapped", "one before"],
    )
    def test_arguments_stay_where_they_are(self, now: list[click.Argument]) -> None:
        before = self.taking(click.Argument(["number"]), click.Argument(["day"], required=False))
        names = " ".join(str(each.name) for each in now)
        assert [*broken(before, self.taking(*now))] == [("trilateral ask", f"the arguments were number day and are {names}")]

    def test_an_argument_may_follow_the_others(self) -> None:
        before = self.taking(click.Argument(["number"]))
        now = self.taking(click.Argument(["number"]), click.Option(["--on"]), click.Argument(["day"], required=False))
        assert [*broken(before, now)] == []

    def test_a_command_that_is_gone_is_found(self) -> None:
        now = promised(commands=parameters(click.Group()))
        assert [*broken(self.taking(click.Option(["--on"])), now)] == [("trilateral ask", "the command is gone")]

    def test_a_word_of_the_group_that_is_gone_is_found(self) -> None:
        before = promised(commands=parameters(click.Group(context_settings={"help_option_names": ["-h", "--help"]})))
        assert [*broken(before, promised(commands=parameters(click.Group())))] == [("trilateral -h", "the flag is gone")]


class TestTheKeysOfJson:
    def test_are_told_by_their_paths(self) -> None:
        answer: Json = {"board": {"seats": [{"role": "a"}, {"state": "b"}], "notes": ["c"]}, "end": None}
        assert [*keys(answer)] == ["board", "board.seats", "board.seats[].role", "board.seats[].state", "board.notes", "end"]

    def test_are_no_ids_of_sources(self) -> None:
        answer: Json = {"sources": {"one": {"title": "a"}}, "facts": [{"sources": ["one"]}]}
        assert [*keys(answer)] == ["sources", "sources{}.title", "facts", "facts[].sources"]

    def test_of_parts_of_parts_are_those_of_parts(self) -> None:
        answer: Json = {"derivation": {"parts": [{"parts": [{"parts": [{"name": "a"}]}]}]}}
        assert {*keys(answer)} == {"derivation", "derivation.parts", "derivation.parts[].parts", "derivation.parts[].name"}

    def test_of_a_command_line_that_is_refused_are_none(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert answered("board 0") == []
        assert "error: " in capsys.readouterr().err

    def test_of_a_check_are_told_whatever_it_finds(self) -> None:
        assert {"ok", "findings[].code", "sources{}.url"} <= {*answered("check docs/examples/broken.json")}

    @pytest.mark.parametrize(
        ("now", "gone"),
        [
            (["board", "board.seats", "board.seats[].state", "end"], ["board.seats[].role"]),
            (["board", "board.start", "end"], ["board.seats"]),
            (["board", "board.seats", "board.seats[].role", "board.seats[].state"], ["end"]),
            ([], ["board", "end"]),
        ],
        ids=["one", "a table", "the outermost", "all"],
    )
    def test_must_stay(self, now: list[str], gone: list[str]) -> None:
        before = ["board", "board.seats", "board.seats[].role", "board.seats[].state", "end"]
        line = "trilateral board 7"
        found = [*broken(promised(json={line: before}), promised(json={line: now} if now else {}))]
        assert found == [(f"{line}: {path}", "the key is gone") for path in gone]

    @pytest.mark.parametrize(
        "now",
        [["board", "board.seats", "board.new", "board.seats[].role"], ["board", "board.seats"]],
        ids=["a new one", "a table that the facts leave empty"],
    )
    def test_may_be_more_and_go_with_the_facts(self, now: list[str]) -> None:
        before = ["board", "board.seats", "board.seats[].role"]
        assert [*broken(promised(json={"trilateral board": before}), promised(json={"trilateral board": now}))] == []

    def test_are_asked_of_every_command_that_writes_json_but_export(self) -> None:
        writing = {
            name
            for name, taken in parameters(commands).items()
            for each in taken
            if "--format" in each["words"] and "json" in (each["choices"] or ())
        }
        assert {f"trilateral {line.split()[0]}" for line in ASKED} == writing - {"trilateral export"}


class TestTheChangelog:
    def told(self, changelog: str) -> list[str]:
        """What is said of a parameter that is gone since 1.0.0."""
        before = promised(names=["class inner:", " def board(number, on=None): ..."])
        now = promised(names=["class inner:", " def board(number): ..."])
        return list(undeclared({"1.0.0": before}, now, sections(changelog)))

    def test_lets_a_break_through_that_it_declares_above_the_release(self) -> None:
        assert self.told("## Unreleased\n\n- Breaking: `inner.board(on)`, ask `board_on`.\n\n## 1.0.0 - 2026-12-01\n") == []

    def test_must_name_what_is_broken(self) -> None:
        (sentence,) = self.told("## Unreleased\n\n- Breaking: `inner.boards(on)`.\n\n## 1.0.0 - 2026-12-01\n")
        assert sentence == (
            "inner.board(on): parameter was removed since 1.0.0; mend it, or declare it: - Breaking: `inner.board(on)`, and why"
        )

    def test_declares_nothing_in_the_section_of_the_release_itself(self) -> None:
        (sentence,) = self.told("## 1.0.0 - 2026-12-01\n\n- Breaking: `inner.board(on)`.\n")
        assert sentence.startswith("inner.board(on): ")

    def test_must_have_a_section_for_each_release_that_is_kept(self) -> None:
        assert self.told("## Unreleased\n") == ["api-1.0.0.json: CHANGELOG.md has no section 1.0.0; write it"]

    @pytest.mark.parametrize("version", ["1.0.0", "10.2.0"])
    def test_must_have_the_promise_of_each_release_in_it(self, version: str) -> None:
        (sentence,) = undeclared({}, promised(), sections(f"## {version} - 2026-12-01\n"))
        assert sentence == (
            f"api-{version}.json: what {version} promises is not kept; run `make baseline` before that release, or after it "
            f"restore the file from its tag: git checkout v{version} -- tests/packaging/api-{version}.json"
        )

    @pytest.mark.parametrize("heading", ["Unreleased", "1.0.0", "0.9.0 - 2026-11-01"])
    def test_needs_no_promise_of_what_is_not_out_or_promised_nothing(self, heading: str) -> None:
        assert list(undeclared({}, promised(), sections(f"## {heading}\n"))) == []


class TestKeeping:
    @pytest.fixture
    def folder(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
        """A project with one commit, in which 1.0.0 was kept."""
        for name in ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE"):
            monkeypatch.delenv(name, raising=False)
        self.git(tmp_path, "init", "--quiet")
        assert keep(promised(codes=CODES), "1.0.0", tmp_path) is None
        self.git(tmp_path, "add", "--all")
        author = ("-c", "user.name=A tester", "-c", "user.email=tester@example.org")
        self.git(tmp_path, *author, "commit", "--quiet", "--message", "A release")
        return tmp_path

    def git(self, folder: Path, *arguments: str) -> None:
        subprocess.run(["git", "-C", str(folder), *arguments], check=True, capture_output=True)  # noqa: S603, S607

    def test_writes_what_is_promised_before_the_release(self, folder: Path) -> None:
        assert keep(promised(), "1.0.0", folder) is None
        assert (folder / "api-1.0.0.json").read_text(encoding="utf-8") == promised().text

    def test_rewrites_nothing_that_was_released(self, folder: Path) -> None:
        self.git(folder, "tag", "v1.0.0")
        assert keep(promised(), "1.0.0", folder) == (
            "api-1.0.0.json: 1.0.0 is released, as v1.0.0, and what is public is not what it promised; that is not rewritten: "
            "raise the version in src/trilateral/_version.py"
        )
        assert (folder / "api-1.0.0.json").read_text(encoding="utf-8") == promised(codes=CODES).text

    def test_of_what_was_released_changes_nothing_if_nothing_changed(self, folder: Path) -> None:
        self.git(folder, "tag", "v1.0.0")
        assert keep(promised(codes=CODES), "1.0.0", folder) is None

    def test_of_the_next_version_goes_on_after_a_release(self, folder: Path) -> None:
        self.git(folder, "tag", "v1.0.0")
        assert keep(promised(), "1.1.0", folder) is None
        assert (folder / "api-1.1.0.json").exists()


@pytest.mark.parametrize(
    ("file", "old", "new"), [("_asking", "def board(", "def broad("), ("wing", '"check"', '"check", "more"')]
)
def test_a_name_that_is_listed_must_be_there(tmp_path: Path, file: str, old: str, new: str) -> None:
    with pytest.raises(SystemExit, match=r"inner lists a public name that is not there: .*(board|more)"):
        promise(tmp_path, file=file, old=old, new=new)


def test_what_a_promise_says_can_be_read_again() -> None:
    now = present()
    assert list(broken(now, now)) == []
    assert " def board(_1, /, *, agreement=None, record=None): ..." in now.names
    assert {"class trilateral():", " class frames():", " class plots():", " class errors():"} <= set(now.names)
    assert now.codes["TRI101"] == "error"
    assert ["--known-on"] in [each["words"] for each in now.commands["trilateral board"]]
    assert ["--version"] in [each["words"] for each in now.commands["trilateral"]]
    assert "TypeError" in now.errors["trilateral.errors.WrongTypeError"]
    assert {f"trilateral.errors.{name}" for name in errors.__all__} | {"trilateral.InvalidRosterError"} <= now.errors.keys()
    assert now.words == {
        "trilateral.frames.Column": ["board", "sg_state", "term_start", "last_summit"],
        "trilateral.frames.Outside": ["null", "raise"],
        "trilateral.rosters.Scope": ["record", "law"],
    }
    assert now.files["hook"] == ["trilateral-check"]
    assert now.json.keys() == {f"trilateral {line}" for line in ASKED}
    assert {"agreement", "board.seats[].tenures[].person"} <= {*now.json["trilateral board 7"]}
    assert all(
        "{}" in "".join(paths) or line == "trilateral codes" for line, paths in now.json.items() if "--compare" not in line
    )
    assert Promise(**json.loads(now.text)) == now


def test_every_promise_that_is_kept_reads_as_one() -> None:
    assert all(each.names and each.codes and each.commands for each in kept().values())
