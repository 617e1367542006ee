"""How a file is written: whole or not at all."""

import secrets
from errno import EEXIST
from os import PathLike
from pathlib import Path

from trilateral.errors import UnwritableError

__all__ = ["write"]


def write(path: str | PathLike[str], content: bytes, *, force: bool = False) -> None:
    """Write a file as a whole, by way of another one in the same folder.

    Raises:
        UnwritableError: There is a file already and ``force`` is not given, there is something that is no file, or its folder
            is not there or cannot be written to.
    """
    try:
        target = Path(path).resolve()
        _require_free(target, force=force)
        beside = target.with_name(f".{secrets.token_hex(8)}.part")
        try:
            beside.write_bytes(content)
            beside.replace(target)
        finally:
            beside.unlink(missing_ok=True)
    except (OSError, RuntimeError, ValueError) as error:  # of a null character, and of links that go in a circle
        raise UnwritableError(str(path), getattr(error, "strerror", None) or str(error)) from None


def _require_free(target: Path, *, force: bool) -> None:
    """Refuse a place where something is that may not be replaced."""
    if target.is_symlink() or (target.exists() and not target.is_file()):  # a link that leads to itself, if still a link
        raise FileExistsError(EEXIST, "there is something that is no file")
    if target.exists() and not force:
        raise FileExistsError(EEXIST, "it is there already; choose another name, or replace it by force")
