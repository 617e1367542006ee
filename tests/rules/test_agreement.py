"""What an agreement may be, and what the two of the Secretariat say."""

import datetime as dt
import pickle
from typing import Any

import attrs
import pytest
from tests.strategies import HYPOTHESIS

from trilateral import (
    AGREEMENT_2010,
    AGREEMENT_2025,
    Citation,
    CitationKind,
    Confidence,
    InvalidAgreementError,
    InvalidValueError,
    MemberState,
    Provision,
)

CHINA, JAPAN, KOREA = MemberState.CHINA, MemberState.JAPAN, MemberState.KOREA


def provision(value: Any, since_board: int = 1) -> Provision[Any]:
    """A provision for the sake of a test."""
    return Provision(value=value, since_board=since_board, citations=HYPOTHESIS)


class TestTheTwoLaws:
    """The law has changed: terms were two years (2010) and are three by a Protocol signed in 2025, from board 7."""

    def test_differ_in_the_length_of_terms_from_board_7_only(self) -> None:
        assert [AGREEMENT_2010.term_length_of(board).value for board in (1, 6, 7, 99)] == [24, 24, 24, 24]
        assert [AGREEMENT_2025.term_length_of(board).value for board in (1, 6, 7, 99)] == [24, 24, 36, 36]
        assert attrs.evolve(AGREEMENT_2025, term_lengths=AGREEMENT_2010.term_lengths) == AGREEMENT_2010

    def test_are_named_after_their_treaties(self) -> None:
        assert AGREEMENT_2010.title == "Agreement of 2010"
        assert AGREEMENT_2025.title == "Agreement of 2010 as amended in 2025"

    def test_share_equally(self) -> None:
        assert AGREEMENT_2025.shares.value == {(CHINA, 1), (JAPAN, 1), (KOREA, 1)}

    def test_say_when_each_provision_was_signed_and_public(self) -> None:
        three_years = AGREEMENT_2025.term_length_of(7)
        assert (three_years.signed, three_years.public_on) == (dt.date(2025, 3, 22), dt.date(2025, 9, 3))

    @pytest.mark.parametrize("agreement", [AGREEMENT_2010, AGREEMENT_2025])
    def test_cite_something_read_for_every_provision(self, agreement: Any) -> None:
        provisions = (agreement.members, agreement.first_day, *agreement.orders, *agreement.term_lengths, agreement.shares)
        citations = [citation for each in provisions for citation in each.citations]
        for citation in (*citations, agreement.composition, agreement.nomination, agreement.appointment):
            assert citation.sources
            assert citation.kind is not CitationKind.HYPOTHESIS

    def test_cite_no_article_that_was_not_read(self) -> None:
        assert {citation.article for citation in AGREEMENT_2025.term_length_of(7).citations} == {None}

    def test_are_values(self) -> None:
        assert pickle.loads(pickle.dumps(AGREEMENT_2025)) == AGREEMENT_2025
        assert hash(pickle.loads(pickle.dumps(AGREEMENT_2010))) == hash(AGREEMENT_2010)
        assert AGREEMENT_2010 != AGREEMENT_2025


class TestWhatIf:
    """A change holds from its board on; the newest provision that applies wins."""

    def test_an_order_starts_anew_with_the_board_that_it_applies_from(self) -> None:
        changed = attrs.evolve(AGREEMENT_2010, orders=(*AGREEMENT_2010.orders, provision((CHINA, KOREA, JAPAN), 9)))
        assert changed.order_of(8).value == (KOREA, JAPAN, CHINA)
        assert changed.order_of(9).value == (CHINA, KOREA, JAPAN)

    def test_a_hypothesis_shows_in_the_title(self) -> None:
        changed = attrs.evolve(AGREEMENT_2010, term_lengths=(provision(12),))
        assert changed.title == "Agreement of 2010 with a hypothesis"

    def test_an_agreement_may_be_a_hypothesis_altogether(self) -> None:
        parts = ("members", "first_day", "shares")
        made_up: dict[str, Any] = {part: provision(getattr(AGREEMENT_2010, part).value) for part in parts}
        order = (KOREA, JAPAN, CHINA)
        changed = attrs.evolve(AGREEMENT_2010, **made_up, orders=(provision(order),), term_lengths=(provision(12),))
        assert changed.title == "Agreement by hypothesis"


class TestContradictions:
    """An agreement that contradicts itself is refused where it is built, naming the provision."""

    @pytest.mark.parametrize(
        ("change", "message"),
        [
            ({"members": provision(frozenset())}, r"agreement\.members: expected at least one, got none"),
            ({"orders": ()}, r"agreement\.orders: expected provisions since board 1 .* got \[\]"),
            ({"orders": (provision((KOREA, JAPAN)),)}, r"agreement\.orders: expected each member once, got"),
            ({"orders": (provision((KOREA, JAPAN, KOREA)),)}, r"agreement\.orders: expected each member once, got"),
            ({"orders": (provision((KOREA, JAPAN, CHINA, KOREA)),)}, r"agreement\.orders: expected each member once"),
            ({"term_lengths": (provision(24, 2),)}, r"agreement\.term_lengths: .* since board 1 .* got \[2\]"),
            ({"term_lengths": (provision(24), provision(36, 7), provision(12, 7))}, r"in order, got \[1, 7, 7\]"),
            ({"term_lengths": (provision(0),)}, r"agreement\.term_lengths: expected whole months, 1 or more, got 0"),
            ({"term_lengths": (provision(-12),)}, r"expected whole months, 1 or more, got -12"),
            ({"term_lengths": (provision(2.5),)}, r"expected whole months, 1 or more, got 2\.5"),
            ({"term_lengths": (provision(value=True),)}, r"expected whole months, 1 or more, got True"),
            ({"shares": provision(frozenset({(KOREA, 1)}))}, r"agreement\.shares: expected one weight a member"),
            ({"shares": provision(frozenset((s, 0) for s in MemberState))}, r"expected positive whole weights"),
            (
                {"shares": provision(frozenset({(KOREA, 1), (KOREA, 2), (JAPAN, 1), (CHINA, 1)}))},
                r"agreement\.shares: expected one weight a member",
            ),
        ],
    )
    def test_are_refused(self, change: dict[str, Any], message: str) -> None:
        with pytest.raises(InvalidAgreementError, match=message):
            attrs.evolve(AGREEMENT_2010, **change)

    @pytest.mark.parametrize("board", [0, -1, True, 1.0, "7"])
    def test_of_a_board_that_cannot_be_are_refused(self, board: Any) -> None:
        with pytest.raises(InvalidAgreementError, match=r"agreement\.since_board: boards count from 1, got "):
            provision(24, board)

    def test_without_a_reason_are_refused(self) -> None:
        with pytest.raises(InvalidAgreementError, match=r"agreement\.citations: a provision needs at least one, got \(\)"):
            Provision(value=24, citations=())

    def test_a_citation_without_a_source_is_a_hypothesis(self) -> None:
        with pytest.raises(InvalidValueError, match="at least one source, but for a hypothesis, got"):
            Citation(statement="Because.", kind=CitationKind.CLAUSE, confidence=Confidence.PRIMARY)
