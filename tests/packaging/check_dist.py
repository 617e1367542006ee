"""Build the sdist and the wheel twice, in two folders, and check that the bytes are the same and what they hold: `make dist`.

The second time they are built from the sdist of the first time, so an sdist builds the wheel that ships beside it.
"""

import shutil
import subprocess
import sys
import tarfile
import tempfile
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).parents[2]
SOURCES: Final = ROOT / "src"
DIST: Final = ROOT / "dist"
OF_THE_WHEEL: Final = ("METADATA", "RECORD", "WHEEL", "entry_points.txt", "licenses/LICENSE", "licenses/LICENSE-DATA")
# What the tests need beside them; and everything in these folders.
FOLDERS: Final = (".github", "docs", "src", "tests", "tools")
FILES: Final = (
    ".gitignore", ".pre-commit-hooks.yaml", "ARCHITECTURE.md", "CHANGELOG.md", "CITATION.cff", "CONTRIBUTING.md",
    "DATA_POLICY.md", "LICENSE", "LICENSE-DATA", "Makefile", "PKG-INFO", "README.md", "SECURITY.md", "conftest.py",
    "pyproject.toml",
)  # fmt: skip
LEFT: Final = ("__pycache__", "_build")


def build(project: Path, target: Path) -> tuple[Path, Path]:
    """Build a project, and return its sdist and its wheel."""
    command = [sys.executable, "-m", "build", "--no-isolation", "--sdist", "--wheel", "--outdir", str(target), str(project)]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)  # noqa: S603 - our own command
    (sdist,) = target.glob("*.tar.gz")
    (wheel,) = target.glob("*.whl")
    return sdist, wheel


def unpacked(sdist: Path, folder: Path) -> Path:
    """Return the one folder within an sdist."""
    with tarfile.open(sdist) as archive:
        archive.extractall(folder, filter="data")
    (project,) = folder.iterdir()
    return project


def files_of(folder: Path) -> set[str]:
    """Return every file that is kept in a folder, by its path from the root of the project."""
    found = (path.relative_to(ROOT) for path in folder.rglob("*") if path.is_file())
    return {path.as_posix() for path in found if not set(path.parts) & set(LEFT)}


def faults(what: Path, expected: set[str], held: set[str]) -> Iterator[str]:
    """Yield what a distribution lacks, and what it should not hold."""
    yield from (f"{what.name} lacks {name}" for name in sorted(expected - held))
    yield from (f"{what.name} holds {name}, which does not belong there" for name in sorted(held - expected))


def of_the_wheel(wheel: Path) -> Iterator[str]:
    """Yield what is wrong with the wheel: it holds the package without the tables of facts, and what it says of itself."""
    name, version, *_ = wheel.name.split("-")
    package = {path.removeprefix("src/") for path in files_of(SOURCES) if not path.endswith(".toml")}
    expected = package | {f"{name}-{version}.dist-info/{each}" for each in OF_THE_WHEEL}
    with zipfile.ZipFile(wheel) as archive:
        yield from faults(wheel, expected, set(archive.namelist()))


def of_the_sdist(sdist: Path) -> Iterator[str]:
    """Yield what is wrong with the sdist: it holds all that the tests need."""
    expected = {*FILES, *(path for folder in FOLDERS for path in files_of(ROOT / folder))}
    with tarfile.open(sdist) as archive:
        held = {member.name.partition("/")[2] for member in archive.getmembers() if member.isfile()}
    yield from faults(sdist, expected, held)


def main() -> str | None:
    """Build into dist/, and return all that is wrong."""
    shutil.rmtree(DIST, ignore_errors=True)
    first = build(ROOT, DIST)
    with tempfile.TemporaryDirectory() as folder:
        second = build(unpacked(first[0], Path(folder) / "sdist"), Path(folder) / "dist")
        differing = [one.name for one, other in zip(first, second, strict=True) if one.read_bytes() != other.read_bytes()]
    wrong = [f"{name} has other bytes when it is built from the sdist in another folder" for name in differing]
    wrong += [*of_the_sdist(first[0]), *of_the_wheel(first[1])]
    if not wrong:
        print(f"built twice to the same bytes: {', '.join(path.name for path in first)}")
    return "\n".join(wrong) or None


if __name__ == "__main__":
    sys.exit(main())
