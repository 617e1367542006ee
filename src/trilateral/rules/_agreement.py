"""What an agreement is: the law as an immutable value, each provision with its reasons."""

from collections.abc import Hashable, Iterator, Sequence
from datetime import date
from typing import Any, Generic, TypeVar, cast

import attr

from trilateral._values.dates import require_day
from trilateral._values.sources import Citation, CitationKind, Confidence
from trilateral._values.value import Value
from trilateral.errors import InvalidAgreementError, UnknownBoardError, WrongTypeError, shown

__all__ = ["Agreement", "Provision", "require_number"]

M = TypeVar("M", bound=Hashable)
T = TypeVar("T")


@attr.frozen(kw_only=True, repr=False, eq=False)
class Provision(Value, Generic[T]):
    """One rule of an agreement: what holds, from which board on, and why.

    Attributes:
        value: What holds.
        citations: Why; never empty.
        since_board: The first board to which it applies.
        signed: The day on which the treaty that makes it was signed, or None where no treaty does.
        public_on: The day on which its application was public, or None for a hypothesis.

    Raises:
        InvalidAgreementError: There is no tuple of citations, ``since_board`` is not an `int` of 1 or more, or ``signed`` or
            ``public_on`` is neither a day nor None.
    """

    value: T
    citations: tuple[Citation, ...]
    since_board: int = 1
    signed: date | None = None
    public_on: date | None = None

    def __attrs_post_init__(self) -> None:
        """Refuse a rule without a reason."""
        _require_citations("citations", self.citations)
        if type(self.since_board) is not int or self.since_board < 1:
            raise InvalidAgreementError("since_board", f"boards count from 1, got {shown(self.since_board)}")
        for what, day in (("signed", self.signed), ("public_on", self.public_on)):
            if day is not None:
                _require_day(what, day)

    def __repr__(self) -> str:
        value = shown(self.value) if isinstance(self.value, int) else self.value
        return f"<Provision since board {shown(self.since_board)}: {value}>"


@attr.frozen(kw_only=True, repr=False, eq=False)
class Agreement(Value, Generic[M]):
    """The law: who the members are, who leads in which order, for how long, and who bears which share.

    Provisions that can change are tuples, each holding from its ``since_board`` up to that of the next. Two agreements
    that say the same for the same reasons are equal.

    Attributes:
        members: The members, without an order.
        first_day: The start of the first board's term; every nominal term is counted from it.
        orders: The rotation: the member that leads board ``since_board``, then the next ones.
        term_lengths: The length of a board's term, in whole months.
        shares: Each member's weight in the budget; equal weights are equal shares.
        host: The member that hosts the body, or None where the law names none.
        extensions: Up to when, exclusive, the term of board ``since_board`` alone is extended; later terms follow at full
            length.
        composition: Why a board has one Secretary-General and one deputy of each other member; never empty.
        nomination: Why each member without the Secretary-General's post nominates one deputy; never empty.
        appointment: Why appointments come on or before the start of the term; never empty.

    Raises:
        InvalidAgreementError: There are no members; an order repeats, omits or adds one; a length is not a whole number of
            months of 1 or more; provisions do not begin with board 1 or are not in the order of their boards; a weight is
            not a positive whole number; the host is no member; an extension does not lengthen its term; a citation is
            lacking; or something is of the wrong type.

    Example:
        >>> from trilateral import AGREEMENT_2025
        >>> AGREEMENT_2025.term_length_of(6).value, AGREEMENT_2025.term_length_of(7).value
        (24, 36)
    """

    members: Provision[frozenset[M]]
    first_day: Provision[date]
    orders: tuple[Provision[tuple[M, ...]], ...]
    term_lengths: tuple[Provision[int], ...]
    shares: Provision[frozenset[tuple[M, int]]]
    composition: tuple[Citation, ...]
    nomination: tuple[Citation, ...]
    appointment: tuple[Citation, ...]
    host: Provision[M] | None = None
    extensions: tuple[Provision[date], ...] = ()

    def __attrs_post_init__(self) -> None:
        """Refuse an agreement that contradicts itself."""
        for what in ("members", "first_day", "shares"):
            _require(what, getattr(self, what), Provision, "a Provision")
        members = self.members.value
        _require("members", members, frozenset, "a frozenset of members")
        if not members:
            raise InvalidAgreementError("members", "expected at least one, got none")
        _require_day("first_day", self.first_day.value)
        for order in _in_turn("orders", self.orders):
            _require("orders", order, tuple, "a tuple of members")
            if len(order) != len(members) or not all(member in order for member in members):
                raise InvalidAgreementError("orders", f"expected each member once, got {shown(order)}")
        for months in _in_turn("term_lengths", self.term_lengths):
            if type(months) is not int or months < 1:
                raise InvalidAgreementError("term_lengths", f"expected whole months, 1 or more, got {shown(months)}")
        _require_weights(self.shares.value, members)
        _require_host(self.host, members)
        _require_extensions(self)
        for what in ("composition", "nomination", "appointment"):
            _require_citations(what, getattr(self, what))

    @property
    def title(self) -> str:
        """The treaties that it rests on, by their years, such as ``Agreement of 2010 as amended in 2025``."""
        hypothetical = any(citation.kind is CitationKind.HYPOTHESIS for citation in self.citations)
        years = sorted({provision.signed.year for provision in self.provisions if provision.signed})
        if not years:
            return "Agreement by hypothesis" if hypothetical else "Agreement without a treaty"
        amended = f" as amended in {' and '.join(map(str, years[1:]))}" if years[1:] else ""
        return f"Agreement of {years[0]}{amended}{' with a hypothesis' if hypothetical else ''}"

    @property
    def provisions(self) -> tuple[Provision[Any], ...]:
        """Every provision."""
        host = () if self.host is None else (self.host,)
        changing = (*self.orders, *self.term_lengths, *self.extensions)
        return (self.members, self.first_day, *changing, self.shares, *host)

    @property
    def citations(self) -> tuple[Citation, ...]:
        """Every reason that it gives."""
        citations = (citation for provision in self.provisions for citation in provision.citations)
        return (*citations, *self.composition, *self.nomination, *self.appointment)

    def order_of(self, board: int, /) -> Provision[tuple[M, ...]]:
        """Return the rotation that decides who leads ``board``.

        Raises:
            WrongTypeError: ``board`` is not an `int`.
            UnknownBoardError: ``board`` is less than 1.
        """
        require_number(self, board)
        return _holding(self.orders, board)

    def term_length_of(self, board: int, /) -> Provision[int]:
        """Return the length, in months, of the term of ``board``.

        Raises:
            WrongTypeError: ``board`` is not an `int`.
            UnknownBoardError: ``board`` is less than 1.
        """
        require_number(self, board)
        return _holding(self.term_lengths, board)

    def extension_of(self, board: int, /) -> Provision[date] | None:
        """Return up to when, exclusive, the term of ``board`` is extended, or None if it is not.

        Raises:
            WrongTypeError: ``board`` is not an `int`.
            UnknownBoardError: ``board`` is less than 1.
        """
        require_number(self, board)
        return next((extension for extension in self.extensions if extension.since_board == board), None)

    def counted_from(self, board: int, /) -> Provision[date]:
        """Return the day from which the term of ``board`` is counted: the first day, or the end of the last extension before.

        Raises:
            WrongTypeError: ``board`` is not an `int`.
            UnknownBoardError: ``board`` is less than 1.
        """
        require_number(self, board)
        return [self.first_day, *(each for each in self.extensions if each.since_board < board)][-1]

    def citations_of_term(self, board: int, /) -> tuple[Citation, ...]:
        """Return why the term of ``board`` is as long as it is, and from where terms are counted.

        Raises:
            WrongTypeError: ``board`` is not an `int`.
            UnknownBoardError: ``board`` is less than 1.
        """
        own = self.extension_of(board) or self.term_length_of(board)
        return (*own.citations, *self.counted_from(board).citations)

    def with_term_length(self, years: int, /, *, since_board: int) -> "Agreement[M]":
        """Return the agreement under which every board from ``since_board`` on has a term of ``years``.

        Whatever was said of the length of those terms before no longer holds; all else stays as it is.

        Raises:
            InvalidAgreementError: ``years`` or ``since_board`` is not an `int` of 1 or more, or an extension is then none.

        Example:
            >>> from trilateral import AGREEMENT_2025
            >>> AGREEMENT_2025.with_term_length(4, since_board=9).term_length_of(9)
            <Provision since board 9: 48>
        """
        if type(years) is not int or years < 1:
            raise InvalidAgreementError("term_lengths", f"expected whole years, 1 or more, got {shown(years)}")
        new = _supposed(12 * years, f"Terms last {shown(years)} {'year' if years == 1 else 'years'}", since_board)
        return attr.evolve(self, term_lengths=_replaced(self.term_lengths, new))

    def with_order(self, order: Sequence[M], /, *, since_board: int) -> "Agreement[M]":
        """Return the agreement under which the first of ``order`` leads board ``since_board``, and then the next ones.

        Whatever was said of the rotation from that board on no longer holds; all else stays as it is.

        Raises:
            InvalidAgreementError: ``order`` does not name each member once, or ``since_board`` is not an `int` of 1 or more.

        Example:
            >>> from trilateral import AGREEMENT_2025, MemberState
            >>> china_first = (MemberState.CHINA, MemberState.JAPAN, MemberState.KOREA)
            >>> AGREEMENT_2025.with_order(china_first, since_board=9).order_of(10).value[0]
            MemberState.CHINA
        """
        if not isinstance(order, Sequence):  # pyright: ignore[reportUnnecessaryIsInstance]
            raise InvalidAgreementError("orders", f"expected a sequence of members, got {shown(order)}")
        names = ", ".join(str(getattr(member, "value", member)) for member in order)
        new = _supposed(tuple(order), f"The rotation is {names}", since_board)
        return attr.evolve(self, orders=_replaced(self.orders, new))

    def with_extension(self, board: int, /, *, until: date, because: str) -> "Agreement[M]":
        """Return the agreement under which the term of one board lasts up to a day, and later terms follow at full length.

        Args:
            board: The number of the board.
            until: The first day after its term, exclusive.
            because: Why, in one sentence; it becomes the citation.

        Raises:
            InvalidAgreementError: ``board`` is not an `int` of 1 or more, ``until`` is not a day after the end that the term
                has without it, or ``because`` is blank.

        Example:
            >>> from datetime import date
            >>> from trilateral import AGREEMENT_2025, composition
            >>> later = AGREEMENT_2025.with_extension(8, until=date(2030, 3, 1), because="Suppose that the handover waits.")
            >>> composition(9, agreement=later).nominal_term
            <Term 2030-03-01/2033-03-01>
        """
        _require_reason(because)
        new = Provision(value=until, citations=(_hypothesis(because),), since_board=board)
        others = (extension for extension in self.extensions if extension.since_board != board)
        return attr.evolve(self, extensions=tuple(sorted((*others, new), key=lambda each: each.since_board)))

    def __hash__(self) -> int:
        # Of some values only: laws are asked by often, and to hash all their sources takes long.
        return hash((self.members.value, *(each.value for each in self.orders), *(each.value for each in self.term_lengths)))

    def __repr__(self) -> str:
        return f"<{self.title}>"


def require_number(agreement: Agreement[Any], number: object) -> None:
    """Refuse what cannot be the number of a board.

    Raises:
        WrongTypeError: ``number`` is not an `int`.
        UnknownBoardError: ``number`` is less than 1.
    """
    if type(number) is not int:
        raise WrongTypeError("a board's number", "an int, such as 7", shown(number))
    if number < 1:
        from trilateral.rules._terms import last_number  # noqa: PLC0415 - terms are reckoned from agreements

        raise UnknownBoardError(number, last_number(agreement))


def _require(what: str, value: object, cls: type, expected: str) -> None:
    """Refuse what is of another class."""
    if not isinstance(value, cls):
        raise InvalidAgreementError(what, f"expected {expected}, got {shown(value)}")


def _require_day(what: str, value: object) -> None:
    """Refuse what is no day."""
    try:
        require_day(value, what)
    except WrongTypeError as error:
        raise InvalidAgreementError(what, f"expected {error.expected}, got {error.got}") from None


def _require_citations(what: str, citations: object) -> None:
    """Refuse what gives no reason."""
    _require(what, citations, tuple, "a tuple of citations")
    for citation in cast("tuple[object, ...]", citations):
        _require(what, citation, Citation, "citations only")
    if not citations:
        raise InvalidAgreementError(what, "a provision needs at least one, got ()")


def _require_weights(shares: frozenset[Any], members: frozenset[Any]) -> None:
    """Refuse shares that do not give each member a weight."""
    _require("shares", shares, frozenset, "a frozenset of members with their weights")
    pairs = [cast("tuple[object, ...]", pair) for pair in shares if isinstance(pair, tuple)]
    weights = {pair[0]: pair[1] for pair in pairs if len(pair) == 2}
    if len(weights) != len(shares) or weights.keys() != members:
        raise InvalidAgreementError("shares", f"expected one weight a member, got {shown(shares)}")
    if any(type(weight) is not int or weight < 1 for weight in weights.values()):
        raise InvalidAgreementError("shares", f"expected positive whole weights, got {shown(shares)}")


def _require_host(host: Provision[Any] | None, members: frozenset[Any]) -> None:
    """Refuse a host that is no member."""
    if host is None:
        return
    _require("host", host, Provision, "a Provision, or None")
    if host.value not in members:
        raise InvalidAgreementError("host", f"expected a member, got {shown(host.value)}")


def _require_extensions(agreement: Agreement[Any]) -> None:
    """Refuse extensions that are out of order or that do not lengthen a term."""
    _require("extensions", agreement.extensions, tuple, "a tuple of provisions")
    boards: list[int] = []
    for extension in agreement.extensions:
        _require("extensions", extension, Provision, "provisions only")
        _require_day("extensions", extension.value)
        boards.append(extension.since_board)
    if sorted(set(boards)) != boards:
        problem = f"expected provisions on different boards, in their order, got {shown(boards)}"
        raise InvalidAgreementError("extensions", problem)
    if boards:
        from trilateral.rules._terms import unextended_end  # noqa: PLC0415 - terms are reckoned from agreements

        for extension in agreement.extensions:
            end = unextended_end(agreement, extension.since_board)
            if end is None or extension.value <= end:
                without = f"ends on {end}" if end else "has no end that a date can hold"
                problem = (
                    f"without its extension, board {shown(extension.since_board)} {without}; expected a later day, got "
                    f"{extension.value}; extend it anew, or amend the lengths first"
                )
                raise InvalidAgreementError("extensions", problem)


def _require_reason(because: object) -> None:
    """Refuse what is no reason in words."""
    if not isinstance(because, str) or not because.strip():
        raise InvalidAgreementError("extensions", f"expected a reason in words, because=, got {shown(because)}")


def _supposed(value: T, statement: str, since_board: int) -> Provision[T]:
    """Return a provision that is taken for the sake of a question."""
    return Provision(
        value=value, citations=(_hypothesis(f"{statement}, from board {shown(since_board)} on."),), since_board=since_board
    )


def _hypothesis(statement: str) -> Citation:
    return Citation(statement=statement, kind=CitationKind.HYPOTHESIS, confidence=Confidence.ASSUMED)


def _replaced(provisions: tuple[Provision[T], ...], new: Provision[T]) -> tuple[Provision[T], ...]:
    """Return the provisions that hold before ``new`` does, and that one."""
    return (*(provision for provision in provisions if provision.since_board < new.since_board), new)


def _in_turn(what: str, provisions: tuple[Provision[T], ...]) -> Iterator[T]:
    """Yield the values of provisions that follow each other from board 1 on."""
    _require(what, provisions, tuple, "a tuple of provisions")
    for provision in provisions:
        _require(what, provision, Provision, "provisions only")
    boards = [provision.since_board for provision in provisions]
    if boards[:1] != [1] or sorted(set(boards)) != boards:
        problem = f"expected provisions since board 1 and then since later boards, in order, got {shown(boards)}"
        raise InvalidAgreementError(what, problem)
    return (provision.value for provision in provisions)


def _holding(provisions: tuple[Provision[T], ...], board: int) -> Provision[T]:
    """Return the last of the provisions that applies to ``board``."""
    return next(provision for provision in reversed(provisions) if provision.since_board <= board)
