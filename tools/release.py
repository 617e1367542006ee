"""Try a release of what is committed, from a clean clone: `make release`. With --publish also tag it.

Nothing is uploaded: the tag is what the workflow `release` waits for. Every stop says why, and what to do.
"""

import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Final, NamedTuple

from tools.changelog import Section, sections

ROOT: Final = Path(__file__).parent.parent
# Each step is done in the clone, by its make target.
WRITTEN: Final = "written"
STEPS: Final = ("api", "check", "site", "test-all", "sbom")
FINAL_VERSION: Final = re.compile(r"\d+\.\d+\.\d+")


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
        Stop: Something is not committed, or the version, the changelog and the citation do not go together.
    """
    if changed := git(project, "status", "--porcelain"):
        raise Stop(f"the tree is not clean: commit or remove these first\n{changed}")
    version = _version(project)
    found = sections((project / "CHANGELOG.md").read_text(encoding="utf-8"))
    section = _section(version, found)
    previous = found[1].version if len(found) > 1 else None
    for problem in (*_cited(project, version), *_numbered(version, section, previous), *_tagged(project, version)):
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
    if found[0].date is None:
        raise Stop(f"CHANGELOG.md has no day for {version}: write `## {version} - YYYY-MM-DD`")
    if not re.search(r"^- ", found[0].text, re.MULTILINE):
        raise Stop(f"CHANGELOG.md says nothing of {version}: write what users will notice")
    return found[0]


def _cited(project: Path, version: str) -> Iterator[str]:
    """Yield what is wrong with the citation."""
    if not re.search(rf"^version: {re.escape(version)}$", (project / "CITATION.cff").read_text(encoding="utf-8"), re.MULTILINE):
        yield f"CITATION.cff must have the line `version: {version}`"


def _numbered(version: str, section: Section, previous: str | None) -> Iterator[str]:
    """Yield why the number is too small, or too big, for what changes; before 1.0.0 any is right."""
    if previous is None or not FINAL_VERSION.fullmatch(previous):
        return
    major, minor, patch = (int(part) for part in previous.split("."))
    now = tuple(int(part) for part in version.split("."))
    if now <= (major, minor, patch):
        yield f"{version} does not come after {previous}: raise it in src/trilateral/_version.py"
    elif major and section.breaking and now < (major + 1, 0, 0):
        yield f"{', '.join(sorted(section.breaking))} breaks: the version must be {major + 1}.0.0, got {version}"
    elif major and section.kinds & {"Added", "Deprecated"} and now < (major, minor + 1, 0):
        yield f"something is added or deprecated: the version must be {major}.{minor + 1}.0, got {version}"
    elif major and section.kinds == {"Facts"} and now != (major, minor, patch + 1):
        yield f"only facts change: the version must be {major}.{minor}.{patch + 1}, got {version}"


def _tagged(project: Path, version: str) -> Iterator[str]:
    """Yield why the tag cannot be set: it is, elsewhere."""
    if git(project, "tag", "--list", f"v{version}") and git(project, "rev-parse", f"v{version}^{{commit}}") != git(
        project, "rev-parse", "HEAD"
    ):
        yield f"v{version} is the tag of another commit: a release is never made twice; raise the version"


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
    if not (clone / "tests" / "packaging" / f"api-{release.version}.json").exists():
        raise Stop(f"what is public in {release.version} is not kept: run `make baseline` and commit what it writes")
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
        f"{release.version} is tagged {release.tag}. Now `git push origin {release.tag}`: the workflow `release` uploads it. "
        "Without that workflow: `python -m twine upload dist/*.whl dist/*.tar.gz`."
    )


if __name__ == "__main__":
    try:
        print(main(ROOT, publish="--publish" in sys.argv[1:]))
    except Stop as stop:
        sys.exit(f"no release: {stop}")
