"""How a file is written: whole or not at all."""

import secrets
from errno import EINVAL
from os import PathLike
from pathlib import Path
from stat import S_IMODE

from trilateral.errors import UnwritableError

__all__ = ["write"]


def write(path: str | PathLike[str], content: bytes, *, force: bool = False) -> None:
    """Write a file as a whole, by way of another one in the same folder.

    A file that is replaced by ``force`` keeps its mode. Without it none is ever replaced, also if it comes meanwhile.

    Raises:
        UnwritableError: The name is empty, there is a file already and ``force`` is not given, there is something that is no
            file, or its folder is not there or cannot be written to.
    """
    if not str(path):
        raise UnwritableError("", "a file needs a name; give one")
    try:
        target = Path(path).resolve()
        _require_file_or_nothing(target)
        beside = target.with_name(f".{secrets.token_hex(8)}.part")
        try:
            beside.write_bytes(content)
            if force:
                _replace(target, beside)
            else:
                _place(target, beside, content)
        finally:
            beside.unlink(missing_ok=True)
    except FileExistsError:
        problem = "it is there already; choose another name, or replace it by force"
        raise UnwritableError(str(path), problem) from None
    except (OSError, RuntimeError, ValueError) as error:  # of a null character, and of links that go in a circle
        raise UnwritableError(str(path), getattr(error, "strerror", None) or str(error)) from None


def _require_file_or_nothing(target: Path) -> None:
    if target.is_symlink() or (target.exists() and not target.is_file()):  # a link that leads to itself, if still a link
        raise OSError(EINVAL, "there is something that is no file")


def _replace(target: Path, beside: Path) -> None:
    """Move a file to where another one may be, and give it the mode of that."""
    if target.exists():
        beside.chmod(S_IMODE(target.stat().st_mode))
    beside.replace(target)


def _place(target: Path, beside: Path, content: bytes) -> None:
    """Give a file a second name, which must be free; where files have only one, write another of that content."""
    try:
        target.hardlink_to(beside)
    except FileExistsError:
        raise
    except OSError:
        file = target.open("xb")  # not within what follows, which takes the file away
        try:
            with file:
                file.write(content)
        except OSError:
            target.unlink()
            raise
