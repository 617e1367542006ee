"""A release that is not ready is stopped, saying why and what to do."""

import json
import re
import subprocess
from pathlib import Path
from typing import Any

import pytest
from tools import release
from tools.release import Stop, main, prepared

CHANGELOG = """\
# Changelog

## 1.1.0 - 2027-01-15

### Added

- Something new.

## 1.0.0 - 2026-12-01

- The first.
"""
# What is kept of a version.
PROMISE: dict[str, Any] = {
    "names": ["class trilateral():", " def board(number, /): ...", " class Board():", "  number: object", "  ...", " ..."],
    "errors": {"trilateral.UnknownBoardError": ["LookupError"]},
    "words": {"trilateral.Scope": ["law"]},
    "codes": {"TRI101": "error"},
    "commands": {"trilateral board": [{"words": ["--on"], "choices": None}, {"words": ["--format"], "choices": ["text"]}]},
    "files": {"extra": ["yaml"]},
    "json": {"trilateral board": ["board", "board.notes", "board.start"]},
}
# Each step says that it ran; `written` writes the page that is kept, `baseline` what is promised.
MAKEFILE = """\
written:
	@cp source.txt page.txt
baseline:
	@mkdir -p tests/packaging && cp promised.txt tests/packaging/api-1.1.0.json
api check site test-all:
	@echo $@ >> ../ran.txt
sbom:
	@echo $@ >> ../ran.txt
	@mkdir -p dist && echo built > dist/trilateral-1.1.0.whl
"""


class Project:
    """A small project with git, ready for release 1.1.0."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        folder.mkdir()
        self.git("init", "--quiet", "--initial-branch=main")
        self.git("config", "user.name", "A tester")
        self.git("config", "user.email", "tester@example.org")
        self.write("src/trilateral/_version.py", '"""It."""\n\n__version__ = "1.1.0"\n')
        self.write("CHANGELOG.md", CHANGELOG)
        self.write("CITATION.cff", "version: 1.1.0\n")
        self.write("Makefile", MAKEFILE)
        self.write(".gitignore", "dist/\n")
        self.write("source.txt", "facts\n")
        self.write("page.txt", "facts\n")
        for name in ("promised.txt", "tests/packaging/api-1.1.0.json", "tests/packaging/api-1.0.0.json"):
            self.write(name, json.dumps(PROMISE))
        self.commit()

    def git(self, *arguments: str) -> str:
        command = ["git", "-C", str(self.folder), *arguments]
        return subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()  # noqa: S603

    def write(self, name: str, text: str) -> None:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def change(self, name: str, old: str, new: str) -> None:
        """Replace a text in a file, and commit that."""
        text = (self.folder / name).read_text(encoding="utf-8")
        assert old in text
        self.write(name, text.replace(old, new))
        self.commit()

    def becomes(self, version: str, *, kind: str) -> None:
        """Make the release another one, with changes of another kind."""
        for name in ("src/trilateral/_version.py", "CITATION.cff"):
            self.change(name, "1.1.0", version)
        self.write("CHANGELOG.md", CHANGELOG.replace("Added", kind).replace("1.1.0", version))
        self.commit()

    def commit(self) -> None:
        self.git("add", "--all")
        self.git("commit", "--quiet", "--allow-empty", "--message", "A change")


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Project:
    for name in ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE"):
        monkeypatch.delenv(name, raising=False)
    return Project(tmp_path / "project")


def stopped(project: Project, reason: str) -> None:
    """See that the project is not ready, and that nothing was built or tagged."""
    tags = project.git("tag", "--list")
    with pytest.raises(Stop, match=re.escape(reason)):
        main(project.folder, publish=True)
    assert not (project.folder / "dist").exists()
    assert project.git("tag", "--list") == tags


class TestWhatIsNotReady:
    @pytest.mark.parametrize("name", ["CHANGELOG.md", "a new file"])
    def test_a_tree_with_changes(self, project: Project, name: str) -> None:
        project.write(name, "Something else.\n")
        stopped(project, "the tree is not clean: commit or remove these first")

    @pytest.mark.parametrize("version", ["1.1.0.dev1", "1.1", "01.1.0", "1.01.0", "1.1.00", "1.1.\u0661", ""])
    def test_a_version_that_is_not_final(self, project: Project, version: str) -> None:
        project.change("src/trilateral/_version.py", "1.1.0", version)
        stopped(project, f"src/trilateral/_version.py must have a version such as 1.0.0, got {version!r}")

    def test_a_version_without_a_section_in_the_changelog(self, project: Project) -> None:
        project.change("src/trilateral/_version.py", "1.1.0", "1.2.0")
        stopped(project, "CHANGELOG.md has no section 1.2.0: write `## 1.2.0 - YYYY-MM-DD` above all others, and what changes")

    def test_changes_above_the_section_of_the_version(self, project: Project) -> None:
        project.change("CHANGELOG.md", "# Changelog\n", "# Changelog\n\n## Unreleased\n\n- More.\n")
        stopped(project, "CHANGELOG.md must begin with 1.1.0, got Unreleased: move what goes out under 1.1.0")

    @pytest.mark.parametrize("day", ["", " - 2027-02-29", " - 2027-13-01"])
    def test_a_section_without_a_real_day(self, project: Project, day: str) -> None:
        project.change("CHANGELOG.md", " - 2027-01-15", day)
        stopped(project, "CHANGELOG.md has no real day for 1.1.0: write `## 1.1.0 - YYYY-MM-DD`")

    def test_a_day_before_that_of_the_previous_version(self, project: Project) -> None:
        project.change("CHANGELOG.md", "2027-01-15", "2026-11-30")
        stopped(project, "CHANGELOG.md has 1.1.0 before 1.0.0, of 2026-12-01: write the day it goes out")

    def test_a_section_that_says_nothing(self, project: Project) -> None:
        project.change("CHANGELOG.md", "- Something new.\n", "")
        stopped(project, "CHANGELOG.md says nothing of 1.1.0: write what users will notice")

    def test_a_citation_of_another_version(self, project: Project) -> None:
        project.change("CITATION.cff", "1.1.0", "1.0.0")
        stopped(project, "CITATION.cff must have the line `version: 1.1.0`")

    def test_a_version_that_was_tagged_before(self, project: Project) -> None:
        project.git("tag", "v1.1.0")
        project.change("CHANGELOG.md", "new", "newer")
        stopped(project, "v1.1.0 is the tag of another commit: a release is never made twice; raise the version")

    def test_a_commit_that_was_released_as_another_version(self, project: Project) -> None:
        project.git("tag", "v1.0.9")
        stopped(project, "this commit has the tag v1.0.9 and cannot be 1.1.0 too: commit what changes, or remove that tag")

    @pytest.mark.parametrize("name", ["api-1.0.0.json", "json-1.0.0.jsonl", "schema-1.0.0.json"])
    @pytest.mark.parametrize("text", ["another", None], ids=["changed", "gone"])
    def test_a_file_that_was_kept_of_a_release_and_is_not_as_it_was(
        self, project: Project, name: str, text: str | None
    ) -> None:
        path = f"tests/packaging/{name}"
        project.write(path, "as it was released")
        project.commit()
        project.git("tag", "v1.0.0")
        if text is None:
            project.git("rm", "--quiet", path)
        else:
            project.write(path, text)
        project.commit()
        stopped(
            project, f"{path} is not as v1.0.0 released it: restore it from that tag, and raise the version if more is promised"
        )

    def test_a_folder_that_is_no_repository(self, tmp_path: Path) -> None:
        with pytest.raises(Stop, match="git status --porcelain failed: "):
            prepared(tmp_path)


class TestTheNumber:
    @pytest.mark.parametrize(
        ("previous", "kind", "line", "reason"),
        [
            ("1.0.9", "Fixed", "- It.", None),
            ("1.2.0", "Fixed", "- It.", "1.1.0 does not come after 1.2.0: raise it in src/trilateral/_version.py"),
            (
                "1.0.3",
                "Changed",
                "- Breaking: `trilateral.board(on)`.",
                "trilateral.board(on) breaks: the version must be 2.0.0",
            ),
            ("1.0.3", "Facts", "- A name.", "only facts change: the version must be 1.0.4, got 1.1.0"),
            ("1.0.3", "Added", "- A name.", None),
            ("0.9.0", "Changed", "- Breaking: `trilateral.board(on)`.", None),
        ],
    )
    def test_goes_with_what_changes(self, project: Project, previous: str, kind: str, line: str, reason: str | None) -> None:
        text = CHANGELOG.replace("Added", kind).replace("- Something new.", line).replace("1.0.0", previous)
        project.write("CHANGELOG.md", text)
        project.commit()
        if reason is None:
            assert prepared(project.folder).previous == previous
        else:
            stopped(project, reason)

    @pytest.mark.parametrize("kind", ["Added", "Deprecated"])
    def test_of_a_patch_is_too_small_for_something_new(self, project: Project, kind: str) -> None:
        project.becomes("1.0.1", kind=kind)
        stopped(project, "something is added or deprecated: the version must be 1.1.0, got 1.0.1")

    def test_of_a_major_version_is_enough_for_what_is_removed(self, project: Project) -> None:
        project.becomes("2.0.0", kind="Removed")
        assert prepared(project.folder).version == "2.0.0"

    @pytest.mark.parametrize("version", ["1.0.1", "1.1.0"])
    def test_of_all_but_a_major_one_is_too_small_for_what_is_removed(self, project: Project, version: str) -> None:
        project.becomes(version, kind="Removed")
        stopped(project, f"something is removed: the version must be 2.0.0, got {version}")

    @pytest.mark.parametrize(
        ("part", "told", "new"),
        [
            ("names", [*PROMISE["names"], " def boards(): ..."], "def boards(): ..."),
            ("names", [*PROMISE["names"], "  number: object"], "number: object"),
            ("errors", {"trilateral.UnknownBoardError": ["LookupError", "KeyError"]}, "trilateral.UnknownBoardError KeyError"),
            ("words", {"trilateral.Scope": ["law", "record"]}, "trilateral.Scope record"),
            ("codes", {"TRI101": "error", "TRI102": "note"}, "TRI102"),
            ("commands", PROMISE["commands"] | {"trilateral check": []}, "trilateral check"),
            ("commands", {"trilateral board": [{"words": ["--on", "-o"], "choices": None}]}, "trilateral board -o"),
            (
                "commands",
                {"trilateral board": [{"words": ["--format"], "choices": ["json"]}]},
                "trilateral board --format json",
            ),
            ("files", {"extra": ["yaml", "plots"]}, "extra plots"),
            ("json", {"trilateral board": ["board", "board.end"]}, "trilateral board: board.end"),
        ],
    )
    def test_of_a_patch_is_too_small_for_a_new_promise(self, project: Project, part: str, told: Any, new: str) -> None:
        project.becomes("1.0.1", kind="Fixed")
        project.write("tests/packaging/api-1.0.1.json", json.dumps(PROMISE | {part: told}))
        project.commit()
        stopped(project, f"`{new}` is new since 1.0.0: the version must be 1.1.0, got 1.0.1")

    def test_of_a_patch_is_enough_for_the_same_promise(self, project: Project) -> None:
        project.becomes("1.0.1", kind="Fixed")
        project.write("tests/packaging/api-1.0.1.json", json.dumps(PROMISE | {"codes": {"TRI101": "warning"}}))
        project.commit()
        assert prepared(project.folder).version == "1.0.1"

    def test_of_a_patch_is_enough_for_a_table_that_facts_fill(self, project: Project) -> None:
        filled = {"trilateral board": ["board", "board.notes", "board.notes[].text"], "trilateral series": ["series"]}
        project.becomes("1.0.1", kind="Facts")
        project.write("tests/packaging/api-1.0.1.json", json.dumps(PROMISE | {"json": filled}))
        project.commit()
        assert prepared(project.folder).version == "1.0.1"

    def test_of_a_minor_version_is_enough_for_a_new_promise(self, project: Project) -> None:
        project.write("tests/packaging/api-1.1.0.json", json.dumps(PROMISE | {"codes": {"TRI101": "error", "TRI102": "note"}}))
        project.commit()
        assert prepared(project.folder).version == "1.1.0"

    @pytest.mark.parametrize("day", [" - 2027-01-15", ""], ids=["the same", "none"])
    def test_may_follow_one_of_the_same_day_or_of_none(self, project: Project, day: str) -> None:
        project.change("CHANGELOG.md", " - 2026-12-01", day)
        assert prepared(project.folder).previous == "1.0.0"

    def test_of_the_first_release_is_free(self, project: Project) -> None:
        project.write("CHANGELOG.md", CHANGELOG.partition("## 1.0.0")[0])
        project.commit()
        assert prepared(project.folder).previous is None


class TestInTheClone:
    def test_a_stale_compiled_record_stops_it(self, project: Project) -> None:
        project.change("source.txt", "facts", "newer facts")
        stopped(project, "these are stale: run `make written` and commit what it writes\nM page.txt")

    def test_a_promise_that_is_not_kept_stops_it(self, project: Project) -> None:
        project.git("rm", "--quiet", "tests/packaging/api-1.1.0.json")
        project.commit()
        stopped(
            project,
            "what 1.1.0 promises is not kept as it is: run `make baseline` and commit what it writes\n"
            "?? tests/packaging/api-1.1.0.json",
        )

    def test_a_stale_promise_stops_it(self, project: Project) -> None:
        project.write("promised.txt", json.dumps(PROMISE | {"codes": {}}))
        project.commit()
        stopped(
            project,
            "what 1.1.0 promises is not kept as it is: run `make baseline` and commit what it writes\n"
            "M tests/packaging/api-1.1.0.json",
        )

    @pytest.mark.parametrize("step", [release.WRITTEN, release.BASELINE, *release.STEPS])
    def test_a_step_that_fails_stops_it(self, project: Project, step: str) -> None:
        project.write("Makefile", f"{MAKEFILE}\n{step}:\n\t@false\n")
        project.commit()
        stopped(project, f"`make {step}` fails in a clean clone, see above: mend it, commit, and try again")

    def test_a_step_that_leaves_something_behind_stops_it(self, project: Project) -> None:
        project.change("Makefile", "built > dist", "built > left.txt; echo built > dist")
        stopped(
            project, "the steps themselves changed files that are kept, or wrote some that git does not ignore:\n?? left.txt"
        )

    def test_every_step_is_done(self, project: Project, tmp_path: Path) -> None:
        ran = tmp_path / "ran.txt"
        project.change("Makefile", "../ran.txt", str(ran))
        assert "Nothing is tagged" in main(project.folder, publish=False)
        assert ran.read_text(encoding="utf-8").split() == list(release.STEPS)


class TestARelease:
    def test_is_dry_unless_it_is_to_be_published(self, project: Project) -> None:
        said = main(project.folder, publish=False)
        assert said == "1.1.0 can go out; it is in dist/. Nothing is tagged: `make release PUBLISH=1` does that."
        assert project.git("tag", "--list") == ""
        assert [path.name for path in (project.folder / "dist").iterdir()] == ["trilateral-1.1.0.whl"]

    def test_is_tagged_with_what_changes_and_says_what_comes_next(self, project: Project) -> None:
        said = main(project.folder, publish=True)
        assert said.startswith("1.1.0 is tagged v1.1.0. Now `git push origin main v1.1.0`: the workflow `release` uploads it.")
        assert "### Added\n\n- Something new." in project.git("tag", "--list", "--format=%(contents)", "v1.1.0")
        assert project.git("rev-parse", "v1.1.0^{commit}") == project.git("rev-parse", "HEAD")

    def test_can_be_tried_again_once_it_is_tagged(self, project: Project) -> None:
        assert main(project.folder, publish=True) == main(project.folder, publish=True)
