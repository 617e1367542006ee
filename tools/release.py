"""Try a release of what is committed, from a clean clone: `make release`. With --publish also tag it.

Nothing is uploaded: the tag is what the workflow `release` waits for. Every stop says why, and what to do.
"""

import json
import re
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from datetime import date
from itertools import chain
from pathlib import Path
from typing import Any, Final, NamedTuple

from tools.changelog import Section, sections

ROOT: Final = Path(__file__).parent.parent
# Each step is done in the clone, by its make target.
WRITTEN: Final = "written"
BASELINE: Final = "baseline"
STEPS: Final = ("api", "check", "site", "test-all", "sbom")
# Where the promise of a version is kept, and all that is kept of it.
PROMISE: Final = "tests/packaging/api-{}.json"
KEPT: Final = (PROMISE, "tests/packaging/json-{}.jsonl", "tests/packaging/schema-{}.json")
FINAL_VERSION: Final = re.compile(r"(0|[1-9][0-9]*)\.(0|[1-9][0-9]*)\.(0|[1-9][0-9]*)")


class Stop(Exception):  # noqa: N818 - what the tool does is stop
    """Why there is no release, and what to do."""


class Release(NamedTuple):
    """What is to go out."""

    version: str
    section: Section
    previous: str | None

    @property
    def tag(self) -> str:
        """The name under which it is kept."""
        return f"v{self.version}"


def git(project: Path, *arguments: str) -> str:
    """Return what git says of a project."""
    command = ["git", "-C", str(project), *arguments]
    done = subprocess.run(command, check=False, capture_output=True, text=True)  # noqa: S603 - our own arguments
    if done.returncode:
        raise Stop(f"git {' '.join(arguments)} failed: {done.stderr.strip()}")
    return done.stdout.strip()


def prepared(project: Path) -> Release:
    """Return the release that a project is ready for, as far as its files say.

    Raises:
        Stop: Something is not committed, the version, the changelog, the citation and what is promised do not go together,
            or what an earlier release kept was changed.
    """
    if changed := git(project, "status", "--porcelain"):
        raise Stop(f"the tree is not clean: commit or remove these first\n{changed}")
    version = _version(project)
    found = sections((project / "CHANGELOG.md").read_text(encoding="utf-8"))
    section = _section(version, found)
    previous = found[1].version if len(found) > 1 else None
    for problem in chain(
        _cited(project, version),
        _tagged(project, version),
        _rewritten(project),
        _numbered(project, section, previous),
    ):
        raise Stop(problem)
    return Release(version, section, previous)


def _version(project: Path) -> str:
    path = project / "src" / "trilateral" / "_version.py"
    told = re.search(r'^__version__ = "(.+)"$', path.read_text(encoding="utf-8"), re.MULTILINE)
    version = told[1] if told else ""
    if not FINAL_VERSION.fullmatch(version):
        raise Stop(f"{path.relative_to(project)} must have a version such as 1.0.0, got {version!r}")
    return version


def _section(version: str, found: tuple[Section, ...]) -> Section:
    """Return what the changelog says of a version: it must stand first, with its day and something to tell."""
    if version not in [section.version for section in found]:
        raise Stop(
            f"CHANGELOG.md has no section {version}: write `## {version} - YYYY-MM-DD` above all others, and what changes"
        )
    if found[0].version != version:
        raise Stop(f"CHANGELOG.md must begin with {version}, got {found[0].version}: move what goes out under {version}")
    if any(section.date and _day(section) > _day(found[0]) for section in found[1:2]):
        raise Stop(f"CHANGELOG.md has {version} before {found[1].version}, of {found[1].date}: write the day it goes out")
    if not re.search(r"^- ", found[0].text, re.MULTILINE):
        raise Stop(f"CHANGELOG.md says nothing of {version}: write what users will notice")
    return found[0]


def _day(section: Section) -> date:
    try:
        return date.fromisoformat(section.date or "")
    except ValueError:
        raise Stop(f"CHANGELOG.md has no real day for {section.version}: write `## {section.version} - YYYY-MM-DD`") from None


def _cited(project: Path, version: str) -> Iterator[str]:
    """Yield what is wrong with the citation."""
    if not re.search(rf"^version: {re.escape(version)}$", (project / "CITATION.cff").read_text(encoding="utf-8"), re.MULTILINE):
        yield f"CITATION.cff must have the line `version: {version}`"


def _new(project: Path, previous: str, version: str) -> list[str]:
    """Return what a version promises and the previous one did not; where either is not kept, a later step says so."""
    paths = [project / PROMISE.format(each) for each in (previous, version)]
    if not all(path.exists() for path in paths):
        return []
    before, now = (json.loads(path.read_text(encoding="utf-8")) for path in paths)
    return [*(Counter(_promised(now)) - Counter(_promised(before))), *_new_keys(before["json"], now["json"])]


def _new_keys(before: dict[str, list[str]], now: dict[str, list[str]]) -> Iterator[str]:
    """Yield each key of JSON that is new in a table that was there; a table that facts fill for the first time is not."""
    for line, paths in now.items():
        told = before.get(line, [])
        tables = {path.rpartition(".")[0] for path in told}
        yield from (f"{line}: {path}" for path in paths if path not in told and path.rpartition(".")[0] in tables)


def _promised(promise: dict[str, Any]) -> Iterator[str]:
    """Yield each thing that is promised: lines of names, codes, commands with their words and choices, words in files."""
    yield from (line.strip() for line in promise["names"])
    yield from promise["codes"]
    for command, parameters in promise["commands"].items():
        yield command
        for parameter in parameters:
            yield from (f"{command} {word}" for word in parameter["words"])
            yield from (f"{command} {parameter['words'][0]} {choice}" for choice in parameter["choices"] or ())
    for texts in (promise["errors"], promise["words"], promise["files"]):
        yield from (f"{name} {text}" for name, listed in texts.items() for text in listed)


def _numbered(project: Path, section: Section, previous: str | None) -> Iterator[str]:
    """Yield why the number does not go with what changes; before 1.0.0 any higher one does."""
    if previous is None or not FINAL_VERSION.fullmatch(previous):
        return
    if _parts(section.version) <= _parts(previous):
        yield f"{section.version} does not come after {previous}: raise it in src/trilateral/_version.py"
    elif _parts(previous) >= (1, 0, 0):
        yield from _sized(section, previous, _new(project, previous, section.version))


def _parts(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in version.split("."))


def _sized(section: Section, previous: str, new: list[str]) -> Iterator[str]:
    """Yield why the number is too small, or too big, for what changes."""
    version, now = section.version, _parts(section.version)
    major, minor, patch = _parts(previous)
    if section.breaking and now < (major + 1, 0, 0):
        yield f"{', '.join(sorted(section.breaking))} breaks: the version must be {major + 1}.0.0, got {version}"
    if "Removed" in section.kinds and now < (major + 1, 0, 0):
        yield f"something is removed: the version must be {major + 1}.0.0, got {version}"
    if section.kinds & {"Added", "Deprecated"} and now < (major, minor + 1, 0):
        yield f"something is added or deprecated: the version must be {major}.{minor + 1}.0, got {version}"
    if new and now < (major, minor + 1, 0):
        yield f"`{new[0]}` is new since {previous}: the version must be {major}.{minor + 1}.0, got {version}"
    if section.kinds == {"Facts"} and now != (major, minor, patch + 1):
        yield f"only facts change: the version must be {major}.{minor}.{patch + 1}, got {version}"


def _tagged(project: Path, version: str) -> Iterator[str]:
    """Yield why the tag cannot be set: it is, elsewhere, or this commit was released as another version."""
    if git(project, "tag", "--list", f"v{version}") and git(project, "rev-parse", f"v{version}^{{commit}}") != git(
        project, "rev-parse", "HEAD"
    ):
        yield f"v{version} is the tag of another commit: a release is never made twice; raise the version"
    for tag in git(project, "tag", "--list", "v*", "--points-at", "HEAD").split():
        if tag != f"v{version}":
            yield f"this commit has the tag {tag} and cannot be {version} too: commit what changes, or remove that tag"


def _rewritten(project: Path) -> Iterator[str]:
    """Yield what was kept of a release and is no longer as it was released."""
    for tag in git(project, "tag", "--list", "v*").split():
        paths = [path.format(tag.removeprefix("v")) for path in KEPT]
        for path in git(project, "diff", "--name-only", tag, "HEAD", "--", *paths).split():
            yield f"{path} is not as {tag} released it: restore it from that tag, and raise the version if more is promised"


def tried(project: Path, release: Release, folder: Path) -> Path:
    """Do every step in a clone, and return the clone with what was built in its dist/.

    Raises:
        Stop: A page or the compiled record is stale, the promise of the version is not kept, or a step failed.
    """
    clone = folder / "trilateral"
    git(project, "clone", "--quiet", "--no-local", str(project), str(clone))
    _make(clone, WRITTEN)
    if stale := git(clone, "status", "--porcelain"):
        raise Stop(f"these are stale: run `make {WRITTEN}` and commit what it writes\n{stale}")
    _make(clone, BASELINE)
    if stale := git(clone, "status", "--porcelain"):
        raise Stop(
            f"what {release.version} promises is not kept as it is: run `make {BASELINE}` and commit what it writes\n{stale}"
        )
    for step in STEPS:
        _make(clone, step)
    if changed := git(clone, "status", "--porcelain"):
        raise Stop(f"the steps themselves changed files that are kept, or wrote some that git does not ignore:\n{changed}")
    return clone


def _make(clone: Path, target: str) -> None:
    print(f"==> make {target}", flush=True)
    if subprocess.run(["make", "-C", str(clone), "--no-print-directory", target], check=False).returncode:  # noqa: S603, S607
        raise Stop(f"`make {target}` fails in a clean clone, see above: mend it, commit, and try again")


def main(project: Path, *, publish: bool) -> str:
    """Try the release, keep what was built in dist/, and return what comes next."""
    release = prepared(project)
    with tempfile.TemporaryDirectory() as folder:
        clone = tried(project, release, Path(folder))
        shutil.rmtree(project / "dist", ignore_errors=True)
        shutil.copytree(clone / "dist", project / "dist")
    if not publish:
        return f"{release.version} can go out; it is in dist/. Nothing is tagged: `make release PUBLISH=1` does that."
    if not git(project, "tag", "--list", release.tag):
        message = f"trilateral {release.version}\n{release.section.text}"
        git(project, "tag", "--annotate", "--cleanup=whitespace", "--message", message, release.tag)
    return (
        f"{release.version} is tagged {release.tag}. Now `git push origin main {release.tag}`: the workflow `release` uploads "
        "it. Without that workflow: `python -m twine upload dist/*.whl dist/*.tar.gz`."
    )


if __name__ == "__main__":
    try:
        print(main(ROOT, publish="--publish" in sys.argv[1:]))
    except Stop as stop:
        sys.exit(f"no release: {stop}")
