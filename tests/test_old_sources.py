"""The facts that nobody has looked at for long: each of which every source is old."""

import datetime as dt
import os
import subprocess
import sys
from pathlib import Path

import pytest
from tools.old_sources import main, old_facts

import trilateral as tri
from tests.record.test_history import event, with_history
from tests.strategies import SOURCE

OLD, NEW = {**SOURCE, "id": "old", "seen": "2020-01-01"}, {**SOURCE, "id": "new", "seen": "2020-01-03"}
RECORD = with_history(
    sources=[SOURCE, OLD, NEW],
    events=[
        event("both", "2019", sources=["old", "new"]),
        event("alone", "2019", sources=["old"]),
        event("fresh", "2019", sources=["new"]),
    ],
)


def ids(day: dt.date) -> list[str]:
    """The events of which every source was last seen before a day."""
    return [old.fact.id for old in old_facts(day, RECORD) if isinstance(old.fact, tri.Event)]


class TestOldFacts:
    """A fact is as young as the youngest of its sources."""

    @pytest.mark.parametrize(
        ("day", "found"),
        [
            (dt.date(2020, 1, 1), []),
            (dt.date(2020, 1, 2), ["alone"]),
            (dt.date(2020, 1, 3), ["alone"]),
            (dt.date(2020, 1, 4), ["alone", "both", "fresh"]),
        ],
    )
    def test_are_those_of_which_every_source_was_seen_before_a_day(self, day: dt.date, found: list[str]) -> None:
        assert ids(day) == found

    def test_have_the_newest_day_and_all_sources(self) -> None:
        both = next(old for old in old_facts(dt.date(2020, 1, 4), RECORD) if getattr(old.fact, "id", "") == "both")
        assert both.seen == dt.date(2020, 1, 3)
        assert str(both) == "2020-01-03 <Event 2019 What both is>: old, new"

    def test_of_every_kind_can_be_old(self) -> None:
        kinds = {type(old.fact).__name__ for old in old_facts(dt.date.max, tri.record())}
        assert {"Board", "Tenure", "Person", "Evidence", "Event", "Series", "Statement", "Label", "JointName"} <= kinds
        assert {"FiscalYear", "Citation"} <= kinds


class TestTheTool:
    """`make old-sources`."""

    def test_lists_them_and_fails(self, capsys: pytest.CaptureFixture[str]) -> None:
        with pytest.raises(SystemExit, match="of 1 facts every source was last seen more than 1 days before 2020-01-03; read"):
            main(["--age", "1", "--on", "2020-01-03"], RECORD)
        assert capsys.readouterr().out == "2020-01-01 <Event 2019 What alone is>: old\n"

    def test_says_that_there_is_none(self, capsys: pytest.CaptureFixture[str]) -> None:
        main(["--age", "2", "--on", "2020-01-03"], RECORD)
        told = "there is no fact of which every source was last seen more than 2 days before 2020-01-03\n"
        assert capsys.readouterr().out == told

    def test_lists_the_oldest_first(self, capsys: pytest.CaptureFixture[str]) -> None:
        with pytest.raises(SystemExit, match="of 3 facts"):
            main(["--age", "0", "--on", "2020-01-04"], RECORD)
        assert [line.split()[0] for line in capsys.readouterr().out.splitlines()] == ["2020-01-01", "2020-01-03", "2020-01-03"]

    @pytest.mark.parametrize("age", ["-1", "10000", "9" * 5000, "1.5", "", "a year", "\u0663"])
    def test_refuses_a_wrong_age_in_one_line(self, capsys: pytest.CaptureFixture[str], age: str) -> None:
        with pytest.raises(SystemExit, match="2"):
            main([f"--age={age}"], RECORD)
        said = capsys.readouterr().err
        assert "argument --age: expected a number of days from 0 to 9999, got " in said
        assert said.count("\n") == 1

    @pytest.mark.parametrize("day", ["1999-12-31", "soon", "2020-02-30"])
    def test_refuses_a_wrong_day_in_one_line(self, capsys: pytest.CaptureFixture[str], day: str) -> None:
        with pytest.raises(SystemExit, match="2"):
            main(["--on", day], RECORD)
        said = capsys.readouterr().err
        assert "argument --on: expected a day from 2000-01-01 on, written YYYY-MM-DD, got " in said
        assert said.count("\n") == 1

    def test_stops_quietly_where_nobody_reads_on(self) -> None:
        tool = Path(__file__).parent.parent / "tools" / "old_sources.py"
        reading, writing = os.pipe()
        os.close(reading)
        done = subprocess.run(  # noqa: S603 - our own tool
            [sys.executable, str(tool), "--age", "0", "--on", "2099-01-01"], check=False, stdout=writing, stderr=subprocess.PIPE
        )
        os.close(writing)
        assert done.returncode == 1
        assert done.stderr.decode().count("\n") == 1
