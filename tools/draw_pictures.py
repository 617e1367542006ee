"""Draw the pictures of the documentation: `make pictures`. Look at them before you keep them."""

from datetime import date
from pathlib import Path
from typing import Final

from trilateral import AGREEMENT_2010, AGREEMENT_2025, plots

FOLDER: Final = Path(__file__).parent.parent / "docs" / "pictures"
UNTIL: Final = date(2041, 1, 1)
PICTURES: Final = {"boards.svg": AGREEMENT_2025, "boards-2010.svg": AGREEMENT_2010}


def picture(name: str) -> plots.Picture:
    """Return one of the pictures, by the name of its file."""
    return plots.boards(until=UNTIL, agreement=PICTURES[name])


if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    for name in PICTURES:
        plots.save(picture(name), FOLDER / name, force=True)
