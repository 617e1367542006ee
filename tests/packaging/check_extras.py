"""Try the wheel with no extra, with each extra alone and with all, each in an environment of its own: `make test-extras`."""

import subprocess
import sys
import tempfile
import tomllib
import venv
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).parents[2]
WINGS: Final = ROOT / "tests" / "packaging" / "wings.py"


def works(wheel: Path, extras: list[str]) -> bool:
    """Say whether the wheel does all that it should with these extras, and print what it does otherwise."""
    with tempfile.TemporaryDirectory() as folder:
        venv.create(folder, with_pip=True)
        python = str(Path(folder) / "bin" / "python")
        requirement = f"{wheel}[{','.join(extras)}]" if extras else str(wheel)
        subprocess.run([python, "-m", "pip", "install", "--quiet", requirement], check=True)  # noqa: S603 - our own wheel
        done = subprocess.run([python, str(WINGS), *extras], check=False)  # noqa: S603 - our own file
    print(f"{'works' if done.returncode == 0 else 'FAILS'} with {' and '.join(extras) or 'no extra'}", flush=True)
    return done.returncode == 0


def main() -> int:
    """Try every set of extras, and return how many do not work."""
    (wheel,) = (ROOT / "dist").glob("*.whl")
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = list(project["optional-dependencies"])
    return sum([not works(wheel, some) for some in ([], *([extra] for extra in extras), extras)])


if __name__ == "__main__":
    sys.exit(main())
