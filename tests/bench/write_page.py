"""Run every benchmark, print what each says, and write it into the documentation: `make bench`."""

import re
import subprocess
import sys
from pathlib import Path
from typing import Final

HERE: Final = Path(__file__).parent
PAGE: Final = HERE.parent.parent / "docs" / "explanation" / "speed.md"


def printed(script: str) -> str:
    """Run a benchmark, and return what it prints."""
    command = [sys.executable, str(HERE / script)]
    text = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout.strip()  # noqa: S603 - our own command
    print(f"{text}\n", flush=True)
    return text


if __name__ == "__main__":
    template = (HERE / "speed.md.in").read_text(encoding="utf-8")
    PAGE.write_text(re.sub(r"\{\{(.+)\}\}", lambda found: printed(found[1]), template), encoding="utf-8")
