"""Boards, people and events as Popolo, the format of civic-tech projects: https://www.popoloproject.com."""

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import Any, Final

from trilateral._queries.boards import boards
from trilateral._queries.succession import law_of
from trilateral._queries.timeline import timeline
from trilateral._record.record import Record
from trilateral._values.boards import Basis, Board, Boundary, Role, Tenure
from trilateral._values.dates import PartialDate, Term
from trilateral._values.events import Event, EventStatus
from trilateral._values.labels import Label, Language, Register
from trilateral._values.people import Person
from trilateral._values.sources import Source
from trilateral._values.states import MemberState
from trilateral.export._citing import cited, link_of
from trilateral.export._wording import called, names_of
from trilateral.rules import Agreement

__all__ = ["popolo"]

_STATUS: Final = {EventStatus.HELD: "confirmed", EventStatus.PLANNED: "tentative", EventStatus.NOT_HELD: "cancelled"}
_SECRETARIAT: Final = "secretariat"


def popolo(
    *, until: date | None = None, agreement: Agreement[MemberState] | None = None, record: Record | None = None
) -> dict[str, Any]:
    """Return boards, people and events as Popolo: plain data that `json.dumps` takes.

    The keys are those of Popolo, with four more where it has none: ``legislative_period_id`` of a membership is the id of the
    term of its board among the events, ``start_basis`` and ``end_basis`` of a membership say how its dates are known
    (recorded, inferred or projected), and ``sources_without_url`` names sources that have no address on the web.

    * ``persons``: who held a seat, or took part in an event.
    * ``organizations``: the Secretariat and the three states, by alpha-3.
    * ``posts``: the Secretary-General, and a deputy for each state; a deputy's post rests while its state has the
      Secretary-General. A post without a membership is vacant or its holder is unknown.
    * ``memberships``: the tenures, each ``on_behalf_of`` a state. Their ``end_date`` is the last day, inclusive. Both dates
      are always given, also where they follow from facts or from the law alone, as readers take a membership without an
      end for one that lasts. Where sources state a month that begins or ends with the day, it is that month.
    * ``events``: the terms of the boards, and what happened. A term is ``tentative`` if one of its dates is projected.

    Args:
        until: The day, exclusive, before which a board and an event must start; by default the recorded boards and all events
            are returned.
        agreement: The law; by default that of the record.
        record: The facts; by default those that ship.

    Raises:
        WrongTypeError: An argument is of another type, or ``until`` is a datetime.

    Example:
        >>> membership = popolo()["memberships"][-1]
        >>> membership["person_id"], membership["start_date"], membership["end_date"], membership["end_basis"]
        ('yan-liang', '2023-09-01', '2026-08-31', 'projected')
    """
    seated = boards(until=until, agreement=agreement, record=record)
    happened = [event for event in timeline(record=record).events if until is None or event.earliest < until]
    composition = law_of(agreement, record).composition
    attended = (participant.person for event in happened for participant in event.participants)
    held = (tenure.holder for board in seated for seat in board.seats for tenure in seat.tenures)
    return {
        "persons": [_person(person) for person in {person.id: person for person in (*held, *attended)}.values()],
        "organizations": [_secretariat(record), *(_state(state, record) for state in MemberState)],
        "posts": _posts([source for citation in composition for source in citation.sources], record),
        "memberships": [membership for board in seated for membership in _memberships(board, record)],
        "events": [*(_term(board, record) for board in seated), *map(_event, happened)],
    }


def _object(sources: Iterable[Source], **keys: object) -> dict[str, Any]:
    """Return an object of Popolo with its sources; a key is left out where nothing stands under it."""
    each = dict.fromkeys(sources)
    linked = [{"url": link, "note": cited(source)} for source in each if (link := link_of(source))]
    unlinked = [cited(source) for source in each if not link_of(source)]
    filled = {**keys, "sources": linked, "sources_without_url": unlinked}
    return {key: value for key, value in filled.items() if value not in (None, [], "")}


def _person(person: Person) -> dict[str, Any]:
    return _object(
        person.sources,
        id=person.id,
        name=person.name,
        other_names=[
            {"name": name.text, "note": "; ".join(filter(None, (name.kind.value, name.script.value, name.note)))}
            for name in person.names[1:]
        ],
    )


def _secretariat(record: Record | None) -> dict[str, Any]:
    return _organization(_SECRETARIAT, _SECRETARIAT, record, classification="international organization")


def _state(state: MemberState, record: Record | None) -> dict[str, Any]:
    code = {"identifier": state.value, "scheme": "ISO 3166-1 alpha-3"}
    return _organization(state.value, state, record, classification="member state", identifiers=[code])


def _organization(id_: str, subject: MemberState | str, record: Record | None, **keys: object) -> dict[str, Any]:
    name = called(subject, Language.ENGLISH, record, Register.LONG)
    labels = names_of(subject, record)
    return _object(
        (source for label in labels for source in label.sources),
        id=id_,
        name=name,
        other_names=[_other_name(label) for label in labels if label.text != name],
        **keys,
    )


def _other_name(label: Label) -> dict[str, str]:
    """Return another name, and of a former one the last day or month in which it was one."""
    ended = label.until
    if ended is not None and ended.is_day and ended.earliest > date.min:  # before that no date can hold the eve
        ended = PartialDate.of(ended.earliest - timedelta(days=1))
    dates = {"start_date": label.since, "end_date": ended}
    return {
        "name": label.text,
        **{key: str(when) for key, when in dates.items() if when is not None},
        "note": f"{label.language.value}; {label.register.value}",
    }


def _posts(sources: list[Source], record: Record | None) -> list[dict[str, Any]]:
    """Return the posts: they are there also while nobody holds them."""
    return [_post(Role.SECRETARY_GENERAL, None, sources, record)] + [
        _post(Role.DEPUTY_SECRETARY_GENERAL, state, sources, record) for state in MemberState
    ]


def _post(role: Role, state: MemberState | None, sources: list[Source], record: Record | None) -> dict[str, Any]:
    name = called(role, Language.ENGLISH, record)
    on_behalf = "" if state is None else f" on behalf of {called(state, Language.ENGLISH, record)}"
    others = dict.fromkeys(label.text for label in names_of(role, record) if label.text != name)
    return _object(
        sources,
        id=_post_id(role, state),
        label=f"{name}{on_behalf}",
        other_label=list(others),
        role=name,
        organization_id=_SECRETARIAT,
    )


def _post_id(role: Role, state: MemberState | None) -> str:
    """Return the id of a post: of a deputy's it has the state; the Secretary-General's goes round."""
    return role.value if role is Role.SECRETARY_GENERAL or state is None else f"{role.value}.{state.value}"


def _memberships(board: Board, record: Record | None) -> Iterator[dict[str, Any]]:
    for seat in board.seats:
        times: Counter[str] = Counter()
        for tenure in seat.tenures:
            times[tenure.holder.id] += 1
            yield _membership(board, tenure, times[tenure.holder.id], record)


def _membership(board: Board, tenure: Tenure, time: int, record: Record | None) -> dict[str, Any]:
    """Return a tenure, the first, second or later time that the person holds that seat on that board."""
    state, role = (called(each, Language.ENGLISH, record) for each in (tenure.state, tenure.role))
    again = "" if time == 1 else f".{time}"
    return _object(
        (*tenure.sources, *tenure.start.sources, *tenure.end.sources),
        id=f"{_board_id(board)}.{tenure.state.value}.{tenure.holder.id}{again}",
        label=f"{role}, {called(board, Language.ENGLISH, record)}, on behalf of {state}",
        role=role,
        person_id=tenure.holder.id,
        organization_id=_SECRETARIAT,
        post_id=_post_id(tenure.role, tenure.state),
        on_behalf_of_id=tenure.state.value,
        start_date=_first(tenure.start, board.start, tenure.term.start),
        end_date=_last(tenure.end, board.end, tenure.term.last_day),
        start_basis=tenure.start.basis.value,
        end_basis=tenure.end.basis.value,
        legislative_period_id=_board_id(board),
    )


def _first(own: Boundary, of_board: Boundary, day: date) -> str:
    """Return the month that sources state if it begins with the day, else the day."""
    stated = _stated(own, of_board)
    return str(stated) if stated is not None and stated.earliest == day else day.isoformat()


def _last(own: Boundary, of_board: Boundary, day: date) -> str:
    """Return the month that sources state if it ends with the day, else the day."""
    stated = _stated(own, of_board)
    return str(stated) if stated is not None and stated.latest == day else day.isoformat()


def _stated(own: Boundary, of_board: Boundary) -> PartialDate | None:
    """Return what sources state of a boundary, which is the board's where a tenure shares it."""
    return own.attested or (of_board.attested if of_board.date == own.date else None)


def _board_id(board: Board) -> str:
    """Return an id that no event of a record has, since those have no dots."""
    return f"board.{board.number}"


def _term(board: Board, record: Record | None) -> dict[str, Any]:
    first, last = board.start, board.end
    return _object(
        board.sources,
        id=_board_id(board),
        name=called(board, Language.ENGLISH, record),
        classification="board term",
        description=f"First day {board.term.start}: {first.basis.value}. Last day {board.term.last_day}: {last.basis.value}.",
        start_date=_first(first, first, board.term.start),
        end_date=_last(last, last, board.term.last_day),
        status="tentative" if Basis.PROJECTED in (first.basis, last.basis) else "confirmed",
        identifiers=[{"identifier": str(board.number), "scheme": "consultative-board"}],
        organization_id=_SECRETARIAT,
    )


def _event(event: Event) -> dict[str, Any]:
    when, told = event.when, event.series is not None and event.numbered is Basis.RECORDED
    inferred = ["Inferred: it follows from what sources say."] if event.basis is Basis.INFERRED else []
    first, last = (when.start, when.last_day) if isinstance(when, Term) else (when, when)
    return _object(
        (*event.sources, *(source for cause in event.causes for source in cause.sources)),
        id=event.id,
        name=event.title,
        classification=event.kind.value,
        description="\n".join([*inferred, *(f"Cause: {cause.value}" for cause in event.causes), *filter(None, [event.note])]),
        start_date=str(first),
        end_date=str(last),
        location=", ".join(filter(None, (event.venue, event.city))),
        status=_STATUS[event.status],
        identifiers=[{"identifier": str(event.number), "scheme": event.series}] if told and event.number else [],
        organization_id=event.host and event.host.value,
        attendees=[{"id": participant.person.id, "name": participant.person.name} for participant in event.participants],
    )
