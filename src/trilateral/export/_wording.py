"""What an export calls things: by the names of its record, and where that has none by those of the shipped one."""

from typing import TYPE_CHECKING

from trilateral._queries.labels import label, labels
from trilateral._values.boards import Board, Role
from trilateral._values.labels import Label, Language, Register
from trilateral._values.states import MemberState
from trilateral.errors import UnknownWordError

if TYPE_CHECKING:
    from trilateral._record.record import Record

__all__ = ["called", "names_of"]


def called(
    subject: MemberState | Role | Board | str,
    language: Language,
    record: "Record | None",
    register: Register = Register.SHORT,
) -> str:
    """Return what something is called; a record as known on some day may lack a name that it needs to be told by."""
    try:
        return str(label(subject, language, register=register, record=record))
    except UnknownWordError:
        return str(label(subject, language, register=register))


def names_of(subject: MemberState | Role | str, record: "Record | None") -> tuple[Label, ...]:
    """Return every name of something in all languages."""
    try:
        return labels(subject, record=record)
    except UnknownWordError:
        return labels(subject)
