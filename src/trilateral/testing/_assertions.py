"""The assertion that a roster is valid, which needs no test framework."""

from collections.abc import Collection, Iterator
from os import PathLike, fspath
from typing import cast

from trilateral._record.record import Record
from trilateral._values.states import MemberState
from trilateral.rosters import Report, Scope, check_roster, check_roster_file, check_roster_lines, format_of
from trilateral.rules import Agreement

__all__ = ["assert_valid_roster"]

Law = Agreement[MemberState] | None


def assert_valid_roster(
    data: object,
    /,
    *,
    agreement: Law = None,
    record: Record | None = None,
    scope: Scope = "record",
    ignore: Collection[str] = (),
    strict: bool = False,
) -> None:
    """Do nothing if a roster is valid, and fail with the text of the report if it is not.

    Args:
        data: As of `check_roster`; or a `pathlib.Path`, whose file is checked, line by line if it is JSON Lines.
            A text is not taken for a path.
        agreement: The law; by default that of the record.
        record: The facts; by default those that ship.
        scope: ``"law"`` leaves people and recorded dates alone.
        ignore: Codes, or how they begin, that do not matter.
        strict: Whether a warning fails too.

    Raises:
        AssertionError: The roster is not valid; the message says where, why, and what to write instead.
        WrongTypeError: ``agreement`` is not an `Agreement`, ``record`` is not a `Record`, or ``ignore`` is one string.
        InvalidValueError: ``scope`` is neither of the two, a code is none, or the agreement is not between the member states.

    Example:
        >>> import trilateral as tri
        >>> assert_valid_roster(tri.boards())
        >>> assert_valid_roster({"boards": []}, strict=True)
        Traceback (most recent call last):
        AssertionError: roster: 1 error, by the Agreement of 2010 as amended in 2025; record of 2026-11-25; scope record
        error TRI504 at $.boards: a roster should have boards, got []
            because: A roster document has the keys and values that the reference describes. (convention, primary)
            way out: add the boards
    """
    __tracebackhide__ = True
    reports = (report.filtered(ignore=ignore, strict=strict) for report in _reports(data, agreement, record, scope))
    if problems := [str(report) for report in reports if not report.ok]:
        raise AssertionError("\n\n".join(problems))


def _reports(data: object, agreement: Law, record: Record | None, scope: Scope) -> Iterator[Report]:
    """Yield the report of a roster, or of each one in a file of JSON Lines."""
    if not isinstance(data, PathLike):
        yield check_roster(data, agreement=agreement, record=record, scope=scope)
        return
    path = fspath(cast("PathLike[str]", data))
    if format_of(path) == "jsonl":
        yield from check_roster_lines(path, agreement=agreement, record=record, scope=scope)
    else:
        yield check_roster_file(path, agreement=agreement, record=record, scope=scope)
