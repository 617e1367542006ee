"""The workflows call make targets that exist, use pinned actions, and let nothing past their gate."""

import re
from collections.abc import Iterator
from itertools import product
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parent.parent
FOLDER = ROOT / ".github"
PATHS = sorted((FOLDER / "workflows").glob("*.yml"))
MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")
TARGETS = set(re.findall(r"^([a-z-]+):", MAKEFILE, re.MULTILINE))

every_workflow = pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)


def loaded(path: Path) -> Any:
    return yaml.safe_load(path.read_text(encoding="utf-8"))


def runs(job: Any) -> Iterator[str]:
    """Every line that a job runs, once for each case of its matrix."""
    matrix = job.get("strategy", {}).get("matrix", {})
    names = [name for name in matrix if name not in ("include", "exclude")]
    for step in job.get("steps", ()):
        for values in product(*(matrix[name] for name in names)):
            text = step.get("run", "")
            for name, value in zip(names, values, strict=True):
                text = text.replace(f"${{{{ matrix.{name} }}}}", value)
            yield from text.splitlines()


def made(path: Path) -> set[str]:
    """Every target that a workflow makes."""
    lines = (line.split() for job in loaded(path)["jobs"].values() for line in runs(job))
    return {word for first, *rest in lines if first == "make" for word in rest if not word.startswith("-")}


def needs(job: Any) -> set[str]:
    return set(job.get("needs", ()))


def test_there_is_one_for_changes_and_one_for_releases() -> None:
    assert [path.name for path in PATHS] == ["check.yml", "release.yml"]


@every_workflow
def test_it_makes_only_targets_that_exist(path: Path) -> None:
    assert made(path)
    assert made(path) <= TARGETS


@every_workflow
def test_its_gate_needs_every_job_that_does_not_wait_for_it(path: Path) -> None:
    jobs = loaded(path)["jobs"]
    after = {name for name, job in jobs.items() if "gate" in needs(job)}
    assert needs(jobs["gate"]) == jobs.keys() - after - {"gate"}
    assert jobs["gate"]["if"] == "always()"
    (line,) = runs(jobs["gate"])
    assert [word in line for word in ("needs.*.result", "failure", "cancelled", "skipped")] == [True] * 4


@every_workflow
def test_its_actions_are_pinned_and_their_versions_told(path: Path) -> None:
    lines = re.findall(r"uses: (.*)", path.read_text(encoding="utf-8"))
    assert lines
    for line in lines:
        assert re.fullmatch(r"[\w/-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+|\./\.github/workflows/check\.yml", line)


@every_workflow
def test_it_may_read_and_nothing_else_unless_a_job_says_so(path: Path) -> None:
    workflow = loaded(path)
    assert workflow["permissions"] == {"contents": "read"}
    asking = {name: job["permissions"] for name, job in workflow["jobs"].items() if "permissions" in job}
    assert asking == ({"upload": {"id-token": "write"}, "keep": {"contents": "write"}} if path.stem == "release" else {})


@every_workflow
def test_no_job_runs_without_end(path: Path) -> None:
    assert all("timeout-minutes" in job for job in loaded(path)["jobs"].values() if "uses" not in job)


def test_a_change_passes_all_that_a_release_does() -> None:
    (test_all,) = re.findall(r"^test-all: (.*?) ##", MAKEFILE, re.MULTILINE)
    # The versions of Python are a matrix there.
    assert set(test_all.split()) - {"test-pythons"} < made(FOLDER / "workflows" / "check.yml")
    assert {"test", "check", "site"} < made(FOLDER / "workflows" / "check.yml")


def test_a_change_is_tested_in_every_python_that_is_promised() -> None:
    (versions,) = re.findall(r"^VERSIONS := (.*)$", MAKEFILE, re.MULTILINE)
    assert loaded(FOLDER / "workflows" / "check.yml")["jobs"]["test"]["strategy"]["matrix"]["python"] == versions.split()


def test_a_release_is_of_the_tag_of_its_version_on_main() -> None:
    lines = list(runs(loaded(FOLDER / "workflows" / "release.yml")["jobs"]["build"]))
    first, tag, main = lines[: lines.index("make release")]
    assert "src/trilateral/_version.py" in first
    assert tag.startswith('test "$GITHUB_REF_NAME" = "v$version" || { ')
    assert main.startswith("git merge-base --is-ancestor HEAD origin/main || { ")
    assert all(line.endswith("exit 1; }") for line in (tag, main))


def test_a_release_keeps_all_that_was_built_with_its_tag() -> None:
    job = loaded(FOLDER / "workflows" / "release.yml")["jobs"]["keep"]
    assert needs(job) == {"gate", "upload"}
    (line,) = runs(job)
    assert line.startswith('gh release create "$GITHUB_REF_NAME" dist/* --verify-tag ')


def test_a_correction_of_a_fact_must_have_its_source() -> None:
    form = loaded(FOLDER / "ISSUE_TEMPLATE" / "data-correction.yml")
    asked = {field["id"]: field["validations"]["required"] for field in form["body"] if "id" in field}
    assert asked == dict.fromkeys(["fact", "has", "should", "source", "publisher", "published", "seen", "says"], True)
