"""The facts kept in TOML: each fault is told with the file, the line and what to change."""

import datetime as dt
import re
from pathlib import Path

import pytest
from tools import compile_record
from tools.compile_record import BOARDS, HISTORY

BOARD_SOURCE = """\
[[sources]]
id = "paper"
title = "A report"
publisher = "A paper"
seen = "2026-11-21"
kind = "primary"
"""
PERSON = """\
[[people]]
id = "yamada-taro"
names = [{ text = "YAMADA Taro", script = "Latn", kind = "preferred", sources = ["paper"] }]
"""
BOARD = """\
[[boards]]
number = 1
start = { date = "2011-09-01", sources = ["paper"] }
"""
SERIES = """\
# A comment, so that nothing begins on the first line.

[[series]]
id = "talks"
name = "The talks"
as_of = "2025-01-01"
sources = ["paper"]

"""
MEETING = """\
[[events]]
id = "talks-{number}"
kind = "meeting"
title = "Talks"
series = "talks"
number = {number}
date = "{day}"
sources = ["paper"]
"""


def meeting(number: int, day: str) -> str:
    """Seven lines."""
    return MEETING.format(number=number, day=day)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of sound facts that the tool takes for the one that ships."""
    record = tmp_path / "src" / "trilateral" / "_record"
    (record / "history").mkdir(parents=True)
    for name in (*BOARDS, *(f"history/{each}" for each in HISTORY)):
        (record / name).write_text("# Nothing yet.\n", encoding="utf-8")
    for name, text in zip(BOARDS, (BOARD_SOURCE, PERSON, BOARD, ""), strict=True):
        (record / name).write_text(text, encoding="utf-8")
    monkeypatch.setattr(compile_record, "FOLDER", record)
    monkeypatch.setattr(compile_record, "TARGET", record / "compiled.py")
    monkeypatch.setattr(compile_record, "HISTORY_TARGET", record / "compiled_history.py")
    return record


def refused(path: Path, text: str) -> list[str]:
    """What is said of facts that must be refused, a line a fault."""
    path.write_text(text, encoding="utf-8")
    with pytest.raises(SystemExit, match="the facts are refused:") as caught:
        compile_record.kept()
    first, *lines = str(caught.value.code).splitlines()
    assert first == "the facts are refused:"
    return lines


def placed(line: str) -> str:
    """The file and the line of a fault."""
    return line.split(": ", maxsplit=1)[0].rpartition("trilateral/_record/")[2]


class TestSoundFacts:
    """What holds true is compiled."""

    def test_are_read(self, folder: Path) -> None:
        (folder / "history" / HISTORY[0]).write_text(SERIES + meeting(1, "2010") + meeting(2, "2011-05"), encoding="utf-8")
        facts, history = compile_record.kept()
        assert [board.number for board in facts.boards] == [1]
        assert [event.id for event in history.events] == ["talks-1", "talks-2"]
        assert history.events[0].sources == facts.sources

    def test_may_stand_in_several_files_that_name_each_other_s_sources(self, folder: Path) -> None:
        more = BOARD_SOURCE.replace('"paper"', '"magazine"')
        (folder / "history" / HISTORY[0]).write_text(SERIES.replace("paper", "magazine"), encoding="utf-8")
        (folder / "history" / HISTORY[1]).write_text(more + meeting(1, "2010"), encoding="utf-8")
        _, history = compile_record.kept()
        assert history.series[0].sources == history.sources

    def test_are_written_as_modules_that_make_them(self, folder: Path) -> None:
        (folder / "history" / HISTORY[0]).write_text(SERIES + meeting(1, "2010"), encoding="utf-8")
        compile_record.main()
        facts, history = compile_record.kept()
        assert (folder / "compiled.py").read_text(encoding="utf-8") == compile_record.compiled(facts)
        written = (folder / "compiled_history.py").read_text(encoding="utf-8")
        assert written == compile_record.compiled_history(history)
        assert "Event(id='talks-1', kind=EventKind.MEETING, title='Talks'" in written


class TestLiterals:
    """Values are written as the expressions that make them, without what is so by default."""

    def test_name_sources_by_their_ids(self, folder: Path) -> None:
        (folder / "history" / HISTORY[0]).write_text(SERIES + meeting(1, "2010"), encoding="utf-8")
        (event,) = compile_record.kept()[1].events
        assert compile_record.literal(event) == (
            "Event(id='talks-1', kind=EventKind.MEETING, title='Talks', "
            "readings=(Reading(value=PartialDate(2010), sources=(SOURCES['paper'],)),), sources=(SOURCES['paper'],), "
            "series='talks', number=1, states=(MemberState.CHINA,MemberState.JAPAN,MemberState.KOREA,))"
        )

    def test_of_days(self) -> None:
        assert compile_record.literal(dt.date(2010, 5, 1)) == "date(2010, 5, 1)"


class TestFaults:
    """The file, the line on which the table begins, and what to change."""

    @pytest.mark.parametrize(
        ("text", "line", "said"),
        [
            # what cannot be read
            (SERIES + meeting(1, "May"), 9, "written YYYY, YYYY-MM or YYYY-MM-DD, got 'May' @ $.events[0].date"),
            (SERIES + meeting(1, "2010") + meeting(2, "2011-02-30"), 17, "expected a date that exists, got '2011-02-30'"),
            (SERIES + meeting(1, "2010") + 'hots = "CHN"', 9, "did you mean host?"),
            (SERIES + meeting(1, "2010").replace("meeting", "party"), 9, "expected one of summit, "),
            (SERIES + meeting(1, "2010").replace('"Talks"', "7"), 9, "expected a string, got 7 @ $.events[0].title"),
            (
                SERIES.replace("as_of", "asof").replace('"2025-01-01"', '"2025-01-01"\nas_of = "2025-01-01"'),
                3,
                "unknown keys 'asof'",
            ),
            # sources and ids
            (SERIES + meeting(1, "2010").replace("paper", "papyrus"), 9, "no source has the id 'papyrus'; add it to sources"),
            (SERIES + meeting(1, "2010").replace('["paper"]', "[]"), 9, "a fact needs at least one source, got none; add"),
            (meeting(1, "2010"), 1, "event 'talks-1': no series has the id 'talks'"),
            (
                SERIES + meeting(1, "2010") + 'participants = [{ person = "nobody", office = "Guest" }]',
                9,
                "event 'talks-1', participants: no person has the id 'nobody'; add them to people",
            ),
            # numbers and dates
            (
                SERIES + meeting(2, "2010-05-01") + meeting(1, "2011-05-01"),
                9,
                "event 'talks-2': number 2 of talks must not be before talks-1, 2011-05-01",
            ),
            (SERIES + meeting(0, "2010"), 9, "event 'talks-0': number must be 1 or more, got 0"),
            (SERIES + meeting(1, "2010-05-02") + 'last_day = "2010-05-01"', 9, "event 'talks-1': last_day must be later than"),
            (SERIES + meeting(1, "2010-05-02") + 'session = "2010-05-01"', 9, "event 'talks-1': session must lie from"),
            (
                SERIES + meeting(1, "2010") + 'causes = [{ text = "Rain.", sources = ["paper"] }]',
                9,
                "event 'talks-1': causes are of what was not held",
            ),
            # the rest
            (SERIES.replace("sources", 'order = ["CHN", "CHN"]\nsources'), 3, "series 'talks': order must name each state"),
            (
                '[[statements]]\nsubject = "Seat"\ntext = "So."\nsources = ["paper"]\n',
                1,
                "statement 'Seat': a subject is lower",
            ),
            ('\n[[leaders]]\nid = "nobody"\nnames = []\n', 2, "expected one name of the kind preferred"),
            (
                '\n[[joint_names]]\nlanguage = "ko"\ntext = "x"\norder = ["KOR", "KOR"]\nsources = ["paper"]\n',
                2,
                "joint name 'x': order must name each state once",
            ),
            (
                "\n" + BOARD_SOURCE.replace("A report", "Another report"),
                2,
                "source paper: the record has another source of that id; choose a new id",
            ),
        ],
    )
    def test_are_told_with_their_place(self, folder: Path, text: str, line: int, said: str) -> None:
        lines = refused(folder / "history" / HISTORY[0], text)
        assert len(lines) == 1
        assert placed(lines[0]) == f"history/{HISTORY[0]}:{line}"
        assert said in lines[0]

    def test_of_boards_are_told_with_their_place(self, folder: Path) -> None:
        (line,) = refused(folder / "boards.toml", "\n" + BOARD.replace("2011-09-01", "2011-09-31"))
        assert placed(line) == "boards.toml:2"
        assert "expected a date that exists, got '2011-09-31'" in line

    def test_are_all_told(self, folder: Path) -> None:
        (folder / "history" / HISTORY[1]).write_text(meeting(2, "2011").replace("paper", "papyrus"), encoding="utf-8")
        lines = refused(folder / "history" / HISTORY[0], SERIES + meeting(1, "2010").replace("paper", "parchment"))
        assert [placed(line) for line in lines] == [f"history/{HISTORY[0]}:9", f"history/{HISTORY[1]}:1"]

    @pytest.mark.parametrize("text", ["[[events]", "a = ", 'id = "x"\nid = "y"'])
    def test_of_what_is_no_toml_name_the_file_and_the_line(self, folder: Path, text: str) -> None:
        path = folder / "history" / HISTORY[0]
        path.write_text(text, encoding="utf-8")
        with pytest.raises(SystemExit, match=rf"history/{HISTORY[0]}.*: not TOML: .*(line \d|end of document)"):
            compile_record.kept()

    @pytest.mark.parametrize(
        ("text", "said"),
        [
            ('edition = "2026"\n', "1: 'edition' must be a table of this file"),
            ("edition = 2026\n", "1: 'edition' must be a table of this file"),
            ('\n[[evnets]]\nid = "x"\n', "2: 'evnets' must be a table of this file"),
            ("evnets = []\n", "1: 'evnets' must be a table of this file"),
            ('[events]\nid = "x"\n', "1: 'events' must be a table of this file, each under a header [[events]] of its own"),
            ('events = [{ id = "x" }]\n', "1: 'events' must be a table of this file"),
            (BOARD, "1: 'boards' must be a table of this file"),  # boards have files of their own
        ],
    )
    def test_of_what_is_no_table_of_facts_name_the_key(self, folder: Path, text: str, said: str) -> None:
        (folder / "history" / HISTORY[0]).write_text(text, encoding="utf-8")
        with pytest.raises(SystemExit, match=re.escape(f"history/{HISTORY[0]}:{said}")):
            compile_record.kept()

    def test_of_a_source_on_which_nothing_rests(self, folder: Path) -> None:
        (line,) = refused(folder / "history" / HISTORY[0], "\n" + BOARD_SOURCE.replace('"paper"', '"magazine"'))
        assert placed(line) == f"history/{HISTORY[0]}:2"
        assert line.endswith("source 'magazine': nothing rests on it; cite it, or take it out @ $.sources[0]")

    def test_of_a_source_that_is_only_reprinted_are_none(self, folder: Path) -> None:
        original = BOARD_SOURCE.replace('"paper"', '"magazine"')
        reprint = BOARD_SOURCE.replace('"paper"', '"copy"') + 'reprints = "magazine"\n'
        text = original + reprint + SERIES.replace("paper", "copy")
        (folder / "history" / HISTORY[0]).write_text(text, encoding="utf-8")
        assert [source.id for source in compile_record.kept()[1].sources] == ["magazine", "copy"]

    def test_of_a_file_that_the_tool_does_not_know(self, folder: Path) -> None:
        (folder / "history" / "gossip.toml").write_text("", encoding="utf-8")
        with pytest.raises(
            SystemExit, match=r"files of HISTORY, and also has gossip\.toml; add it to HISTORY, or take it away$"
        ):
            compile_record.kept()

    def test_of_a_file_that_is_missing(self, folder: Path) -> None:
        (folder / "history" / HISTORY[0]).unlink()
        with pytest.raises(SystemExit, match=rf"files of HISTORY, and lacks {HISTORY[0]}; write it, or take it off HISTORY$"):
            compile_record.kept()
        (folder / "boards.toml").unlink()
        with pytest.raises(SystemExit, match="lacks"):
            compile_record.kept()
        (folder / "history" / HISTORY[0]).write_text("", encoding="utf-8")
        with pytest.raises(SystemExit, match=r"boards\.toml: cannot be read: No such file or directory; write the file, or"):
            compile_record.kept()

    def test_of_what_is_no_text_name_the_line(self, folder: Path) -> None:
        (folder / "history" / HISTORY[0]).write_bytes(b"# One.\n# Caf\xe9\n")
        with pytest.raises(SystemExit, match=rf"{HISTORY[0]}:2: must be text in UTF-8, got the byte 0xe9; save it as UTF-8$"):
            compile_record.kept()

    @pytest.mark.parametrize(
        ("text", "line"),
        [("\n[[events]", 2), ("\na = " + "9" * 5000, 2), ("\n\na = " + "[" * 100_000, 3), ('\na = """\n\n', 4)],
    )
    def test_of_what_is_no_toml_stand_on_one_line(self, folder: Path, text: str, line: int) -> None:
        (folder / "history" / HISTORY[0]).write_text(text, encoding="utf-8")
        with pytest.raises(SystemExit, match=rf"{HISTORY[0]}:{line}: not TOML: ") as caught:
            compile_record.kept()
        assert str(caught.value).count("\n") == 0


class TestTheOneThatIsMeant:
    """Where several tables could be meant, the place is that of the faulty one."""

    SEAT = '[[statements]]\nsubject = "seat"\ntext = "So."\nsources = ["paper"]\n'
    JOINT = '[[joint_names]]\nlanguage = "ko"\ntext = "x"\norder = ["KOR"]\nsources = ["paper"]\n'
    NAME = """\
[[names]]
subject = "x"
language = "en"
register = "short"
text = "X"
sources = ["paper"]
"""
    SAME_ID = meeting(1, "2010").replace('"talks-1"', '"memo"').replace('"paper"', '"papyrus"')

    @pytest.mark.parametrize(
        ("text", "line"),
        [
            (SERIES + meeting(1, "2010") + meeting(2, "2011").replace("talks-2", "talks-1"), 17),  # an id for the second time
            (SERIES + SERIES, 11),
            (SEAT + SEAT.replace("paper", "papyrus"), 5),  # the second statement on a subject
            (BOARD_SOURCE.replace('"paper"', '"memo"') + SERIES + SAME_ID, 15),  # an event by the id of a source
            (JOINT + 'until = "2030"\n', 1),
            # found by the id alone, also with an apostrophe, or where it is long, or other tables have nearly the same
            (SERIES + meeting(1, "2010").replace('"talks-1"', f'"{"x" * 200}"').replace("number = 1", "number = 0"), 9),
            (SERIES + meeting(1, "2010") + meeting(10, "2011").replace('"Talks"', '" "') + meeting(100, "2012"), 17),
            (SEAT + SEAT.replace('"So."', '" "') + SEAT, 5),
            (NAME + NAME + NAME + 'since = "2020"\nuntil = "2010"\n', 13),
            ("# \u2028, which ends no line\n" + SERIES + meeting(0, "2010"), 10),
        ],
    )
    def test_of_the_history(self, folder: Path, text: str, line: int) -> None:
        (told,) = refused(folder / "history" / HISTORY[0], text)
        assert placed(told) == f"history/{HISTORY[0]}:{line}"

    def test_of_sightings(self, folder: Path) -> None:
        seen = '\n[[attested]]\nboard = 1\ndate = "2012-01-01"\nperson = "nobody"\nsources = ["paper"]\n'
        (told,) = refused(folder / "attested.toml", seen)
        assert placed(told) == "attested.toml:2"


class TestOrder:
    """The events of a file stand in order of time."""

    def test_is_kept_in_each_file(self, folder: Path) -> None:
        text = SERIES + meeting(2, "2011") + meeting(1, "2010-12-31")
        (line,) = refused(folder / "history" / HISTORY[0], text)
        assert placed(line) == f"history/{HISTORY[0]}:17"
        assert "event 'talks-1': must not stand below" in line
        assert line.endswith("'talks-2', which is later; move it up @ $.events[1]")

    def test_is_not_kept_across_files(self, folder: Path) -> None:
        (folder / "history" / HISTORY[0]).write_text(SERIES + meeting(2, "2011"), encoding="utf-8")
        (folder / "history" / HISTORY[1]).write_text(meeting(1, "2010"), encoding="utf-8")
        assert [event.id for event in compile_record.kept()[1].events] == ["talks-1", "talks-2"]

    def test_is_of_first_days(self, folder: Path) -> None:
        text = SERIES + meeting(1, "2010") + meeting(2, "2010-01-01") + meeting(3, "2010-01")
        (folder / "history" / HISTORY[0]).write_text(text, encoding="utf-8")
        assert len(compile_record.kept()[1].events) == 3

    def test_of_days_of_toml_is_told_like_any_other(self, folder: Path) -> None:
        text = SERIES + meeting(2, "2011") + meeting(1, "2010-12-31").replace('"2010-12-31"', "2010-12-31")
        (line,) = refused(folder / "history" / HISTORY[0], text)
        assert "event 'talks-1': must not stand below 'talks-2'" in line
