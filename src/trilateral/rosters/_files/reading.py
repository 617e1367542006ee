"""Reading documents from files and streams, in any of the formats."""

import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path, PurePath
from stat import S_ISREG
from typing import BinaryIO, Final

from trilateral.errors import InvalidValueError, WrongTypeError, shown
from trilateral.rosters._files.csv_text import parse_csv
from trilateral.rosters._files.document import Document, Limits, unreadable
from trilateral.rosters._files.json_text import parse_json
from trilateral.rosters._files.toml_text import parse_toml
from trilateral.rosters._files.yaml_text import parse_yaml
from trilateral.rosters._remarks import Location

__all__ = ["failed", "format_of", "read_lines", "read_path", "read_stream"]

_PARSERS: Final[dict[str, Callable[[str, Limits], Document]]] = {
    "json": parse_json,
    "toml": parse_toml,
    "yaml": parse_yaml,
    "csv": parse_csv,
}
_SUFFIXES: Final = {
    ".json": "json", ".toml": "toml", ".yaml": "yaml", ".yml": "yaml", ".csv": "csv", ".jsonl": "jsonl", ".ndjson": "jsonl",
}  # fmt: skip
_CHUNK: Final = 1 << 20
_BROKEN: Final = (EOFError, OSError, ValueError)  # what streams raise that break off, are packed wrongly or are closed


def format_of(path: str | os.PathLike[str], /) -> str | None:
    """Return the format that the end of a file's name stands for: json, toml, yaml, csv or jsonl; None for another.

    Raises:
        WrongTypeError: ``path`` is not a path of text.

    Example:
        >>> format_of("fixtures/boards.YML"), format_of("boards.txt")
        ('yaml', None)
    """
    try:
        return _SUFFIXES.get(PurePath(path).suffix.lower())
    except TypeError:
        raise WrongTypeError("a path", 'a str or a pathlib.Path, such as "boards.yaml"', shown(path)) from None


def read_path(path: str | os.PathLike[str], form: str | None, limits: Limits) -> Document:
    """Return the document in a file, by default of the format that its name ends in.

    Raises:
        InvalidValueError: There is no such format.
    """
    _require_format(form)
    form = form or format_of(path)
    if form is None:
        return unreadable(
            "its name must end in .json, .toml, .yaml, .yml or .csv, or its format be given", got=shown(os.fspath(path))
        )
    try:
        if not S_ISREG(os.stat(path).st_mode):  # noqa: PTH116 - a path may hold a NUL
            return unreadable("it must be a file; it is a folder or a device", got=shown(os.fspath(path)))
        with Path(path).open("rb") as stream:
            return read_stream(stream, form, limits)
    except (OSError, ValueError) as error:
        return failed(error)


def failed(error: Exception) -> Document:
    """Return the document that could not be read for ``error``."""
    return unreadable(f"cannot read it: {getattr(error, 'strerror', None) or error}")


def read_stream(stream: BinaryIO, form: str, limits: Limits) -> Document:
    """Return the document in a stream.

    Raises:
        WrongTypeError: ``stream`` is not a binary stream.
        InvalidValueError: There is no such format.
    """
    _require_format(form)
    if form == "jsonl":
        return unreadable("JSON Lines hold a roster a line; read them with check_roster_lines")
    read = _method(stream, "read")
    content = bytearray()
    try:
        while piece := read(min(_CHUNK, limits.bytes + 1 - len(content))):
            content += piece
    except _BROKEN as error:
        return failed(error)
    return _parsed(bytes(content), form, limits)


def read_lines(stream: BinaryIO, limits: Limits) -> Iterator[tuple[int, Document]]:
    """Yield the document of each line of JSON Lines that is not blank, with the number of the line.

    A line over the limit is passed over in pieces, and is a document that cannot be read.

    Raises:
        WrongTypeError: ``stream`` is not a binary stream.
    """
    readline = _method(stream, "readline")
    number = 0
    while True:
        number += 1
        try:
            line = _line(readline, limits.bytes)
        except _BROKEN as error:
            yield number, failed(error)
            return
        if not line:
            return
        content = line.removesuffix(b"\n").removesuffix(b"\r")
        if content.strip() or len(content) > limits.bytes:
            document = _parsed(content, "json", limits)
            problems = tuple(problem._replace(line=number) for problem in document.problems)
            yield number, Document(document.data, problems, _same_line(number))


def _line(readline: Callable[[int], bytes], most: int) -> bytes:
    """Return the next line; of one with more than ``most`` bytes only the beginning, which still has more."""
    longest = min(most + 2, sys.maxsize)  # with the two bytes that may end it
    line = readline(longest)
    piece = line
    while len(line) == longest and piece and not piece.endswith(b"\n"):
        piece = readline(_CHUNK)
    return line


def _method(stream: BinaryIO, name: str) -> Callable[[int], bytes]:
    """Return how to read from a stream, if it gives bytes."""
    method = getattr(stream, name, None)
    if method is None:
        raise WrongTypeError("a file", "a path or a binary stream", shown(stream))

    def read(most: int) -> bytes:
        piece = method(most)
        if not isinstance(piece, bytes):
            raise WrongTypeError("a file", "a path or a binary stream, not one of text", shown(stream))
        return piece

    return read


def _same_line(number: int) -> Callable[[Location], int]:
    return lambda _: number


def _require_format(form: str | None) -> None:
    if form is not None and form not in (*_PARSERS, "jsonl"):
        raise InvalidValueError("format", f"one of {', '.join(_PARSERS)}", shown(form))


def _parsed(content: bytes, form: str, limits: Limits) -> Document:
    """Return the document that bytes hold."""
    if len(content) > limits.bytes:
        return unreadable(f"it must have at most {limits.bytes} bytes; a higher limit can be passed", code="TRI910")
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return _undecodable(content, error)
    if "\0" in text:
        return _undecodable(content, None)
    if not text.strip():
        return unreadable("it must not be empty", got="nothing but blanks")
    return _PARSERS[form](text, limits)


def _undecodable(content: bytes, error: UnicodeDecodeError | None) -> Document:
    if content[:2] in (b"\xff\xfe", b"\xfe\xff") or b"\0" in content[:4]:
        return unreadable("it must be text in UTF-8; save it so", got="text in UTF-16 or UTF-32, or binary data")
    at = error.start + len(content) - len(error.object) if error else content.index(0)  # a byte order mark may be cut off
    line = content.count(b"\n", 0, at) + 1
    return unreadable("it must be text in UTF-8; save it so", line=line, got=f"the byte {content[at]:#04x} at offset {at}")
