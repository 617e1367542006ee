"""Whatever breaks somebody's code is found, and let through only if the changelog declares it."""

from pathlib import Path

import click
import pytest
from tools.changelog import sections
from tools.check_api import Promise, broken, kept, options, present, stub, undeclared

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
COMMANDS = {"board": ["--format", "--on"], "check": ["--strict"]}


def promise(folder: Path, *, file: str = "", old: str = "", new: str = "") -> Promise:
    """What the package promises, with one text of it replaced."""
    package = folder / "inner"
    package.mkdir(parents=True)
    for name, text in FILES.items():
        assert name != file or old in text
        (package / f"{name}.py").write_text(text.replace(old, new, 1) if name == file else text, encoding="utf-8")
    return Promise(stub(folder, "inner"), CODES, COMMANDS)


@pytest.mark.parametrize(
    ("file", "old", "new", "name"),
    [
        ("_asking", ", record=None", "", "inner.board(record)"),
        ("_asking", "agreement=None", "agreement='2010'", "inner.board(agreement)"),
        ("_asking", "agreement=None", "agreement", "inner.board(agreement)"),
        ("_asking", "number, /", "number, day, /", "inner.board(day)"),
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
    assert [*broken(Promise(["class inner: ..."], CODES, {}), Promise(["class inner: ..."], codes, {}))] == [(name, what)]


def test_a_code_may_become_lighter_and_a_new_one_enter_as_a_note() -> None:
    lighter = {"TRI101": "warning", "TRI102": "note", "TRI103": "note", "TRI104": "note"}
    assert [*broken(Promise(["class inner: ..."], CODES, {}), Promise(["class inner: ..."], lighter, {}))] == []


def test_a_break_of_a_command_is_found() -> None:
    before = Promise(["class inner: ..."], {}, COMMANDS)
    now = Promise(["class inner: ..."], {}, {"board": ["--format", "--more"]})
    assert [*broken(before, now)] == [
        ("trilateral board --on", "the option is gone"),
        ("trilateral check", "the command is gone"),
    ]


def test_a_command_promises_its_options_in_all_their_spellings() -> None:
    group = click.Group(
        commands={"ask": click.Command("ask", params=[click.Option(["--yes/--no", "-y"]), click.Argument(["day"])])}
    )
    assert options(group) == {"ask": ["--no", "--yes", "-y"]}


class TestTheChangelog:
    def told(self, changelog: str) -> list[str]:
        """What is said of a parameter that is gone since 1.0.0."""
        before = Promise(["class inner:", " def board(number, on=None): ..."], {}, {})
        now = Promise(["class inner:", " def board(number): ..."], {}, {})
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
        assert self.told("## Unreleased\n") == [
            "api-1.0.0.json: CHANGELOG.md has no section 1.0.0; write it, or remove the file"
        ]


@pytest.mark.parametrize(
    ("file", "old", "new"), [("_asking", "def board(", "def broad("), ("wing", '"check"', '"check", "more"')]
)
def test_a_name_that_is_listed_must_be_there(tmp_path: Path, file: str, old: str, new: str) -> None:
    with pytest.raises(SystemExit, match=r"inner lists a public name that is not there: .*(board|more)"):
        promise(tmp_path, file=file, old=old, new=new)


def test_what_a_promise_says_can_be_read_again() -> None:
    now = present()
    assert list(broken(now, now)) == []
    assert " def board(number, /, *, agreement=None, record=None): ..." in now.names
    assert {"class trilateral():", " class frames():", " class plots():", " class errors():"} <= set(now.names)
    assert now.codes["TRI101"] == "error"
    assert "--known-on" in now.commands["board"]


def test_every_promise_that_is_kept_reads_as_one() -> None:
    assert all(each.names and each.codes and each.commands for each in kept().values())
