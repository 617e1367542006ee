"""What an agreement may be, and what the two of the Secretariat say."""

import datetime as dt
import pickle
from typing import Any

import attrs
import pytest
from tests.rules.messages import got
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
    UnknownBoardError,
    WrongTypeError,
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

    def test_name_the_host_by_a_clause_that_was_read(self) -> None:
        host = AGREEMENT_2025.host
        assert host
        assert (host.value, host.citations[0].article) == (KOREA, "1(2)")

    def test_a_host_with_no_treaty_of_its_own_is_part_of_the_title(self) -> None:
        changed = attrs.evolve(AGREEMENT_2010, host=provision(JAPAN))
        assert changed.title == "Agreement of 2010 with a hypothesis"

    def test_say_when_each_provision_was_signed_and_public(self) -> None:
        three_years = AGREEMENT_2025.term_length_of(7)
        assert (three_years.signed, three_years.public_on) == (dt.date(2025, 3, 22), dt.date(2025, 9, 3))

    @pytest.mark.parametrize("agreement", [AGREEMENT_2010, AGREEMENT_2025])
    def test_cite_something_read_for_every_provision(self, agreement: Any) -> None:
        provisions = (agreement.members, agreement.first_day, *agreement.orders, *agreement.term_lengths, agreement.shares)
        provisions = (*provisions, agreement.host)
        citations = [citation for each in provisions for citation in each.citations]
        for citation in (*citations, *agreement.composition, *agreement.nomination, *agreement.appointment):
            assert citation.sources
            assert citation.kind is not CitationKind.HYPOTHESIS

    def test_date_the_first_day_by_practice_as_no_treaty_fixes_it(self) -> None:
        first_day = AGREEMENT_2025.first_day
        assert (first_day.signed, first_day.public_on) == (None, dt.date(2011, 9, 1))

    def test_tell_what_a_primary_source_says_of_a_board_from_what_secondary_ones_do(self) -> None:
        said = [(citation.confidence, len(citation.sources)) for citation in AGREEMENT_2025.composition]
        assert said == [(Confidence.PRIMARY, 1), (Confidence.UNANIMOUS, 3)]

    @pytest.mark.parametrize("board", [0, -1])
    def test_know_no_board_before_the_first(self, board: int) -> None:
        for ask in (AGREEMENT_2025.order_of, AGREEMENT_2025.term_length_of):
            with pytest.raises(UnknownBoardError, match=rf"boards count from 1, and 2664 is the last .* got {board}"):
                ask(board)

    @pytest.mark.parametrize("board", [True, 7.0, "7", None])
    def test_number_boards_by_whole_numbers(self, board: Any) -> None:
        for ask in (AGREEMENT_2025.order_of, AGREEMENT_2025.term_length_of):
            with pytest.raises(WrongTypeError, match=rf"a board's number must be an int, such as 7, {got(board)}"):
                ask(board)

    def test_cite_no_article_that_was_not_read(self) -> None:
        assert {citation.article for citation in AGREEMENT_2025.term_length_of(7).citations} == {None}

    def test_hash_by_what_they_say(self) -> None:
        """Of equal hash, they would be slow to tell apart as keys."""
        assert hash(AGREEMENT_2010) != hash(AGREEMENT_2025)

    def test_show_their_titles(self) -> None:
        assert repr(AGREEMENT_2025) == "<Agreement of 2010 as amended in 2025>"

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
        assert attrs.evolve(AGREEMENT_2010, nomination=HYPOTHESIS).title == "Agreement of 2010 with a hypothesis"

    def test_a_provision_that_is_signed_may_still_rest_on_a_hypothesis(self) -> None:
        guessed = Provision(value=12, citations=HYPOTHESIS, signed=dt.date(2025, 3, 22))
        changed = attrs.evolve(AGREEMENT_2010, term_lengths=(guessed,))
        assert changed.title == "Agreement of 2010 as amended in 2025 with a hypothesis"

    def test_practice_without_a_treaty_is_no_hypothesis(self) -> None:
        cited = AGREEMENT_2010.first_day.citations
        unsigned: dict[str, Any] = {
            part: Provision(value=getattr(AGREEMENT_2010, part).value, citations=cited) for part in ("members", "shares")
        }
        for part in ("orders", "term_lengths"):
            unsigned[part] = (Provision(value=getattr(AGREEMENT_2010, part)[0].value, citations=cited),)
        assert attrs.evolve(AGREEMENT_2010, **unsigned, host=None).title == "Agreement without a treaty"

    def test_an_agreement_may_be_a_hypothesis_altogether(self) -> None:
        parts = ("members", "first_day", "shares")
        made_up: dict[str, Any] = {part: provision(getattr(AGREEMENT_2010, part).value) for part in parts}
        order = (KOREA, JAPAN, CHINA)
        changed = attrs.evolve(AGREEMENT_2010, **made_up, orders=(provision(order),), term_lengths=(provision(12),), host=None)
        assert changed.title == "Agreement by hypothesis"


class TestAProvision:
    """What holds, and since which board."""

    @pytest.mark.parametrize(
        ("value", "since_board", "shown"),
        [
            (48, 9, "<Provision since board 9: 48>"),
            (dt.date(2030, 3, 1), 8, "<Provision since board 8: 2030-03-01>"),
            (("N", "S"), 1, "<Provision since board 1: ('N', 'S')>"),
            (1 << 199, 1 << 299, "<Provision since board <an integer of 300 bits>: <an integer of 200 bits>>"),
        ],
    )
    def test_shows_both(self, value: Any, since_board: int, shown: str) -> None:
        assert repr(provision(value, since_board)) == shown


class TestContradictions:
    """An agreement that contradicts itself is refused where it is built, naming the provision."""

    @pytest.mark.parametrize(
        ("change", "message"),
        [
            ({"members": provision(frozenset())}, r"agreement\.members: expected at least one, got none"),
            ({"orders": ()}, r"agreement\.orders: expected provisions since board 1 .* got \[\]"),
            ({"orders": (provision(("K", "J")),)}, r"agreement\.orders: expected each member once, got \(\'K\', \'J\'\)$"),
            ({"orders": (provision((KOREA, JAPAN, KOREA)),)}, r"agreement\.orders: expected each member once, got"),
            ({"orders": (provision((KOREA, JAPAN, CHINA, KOREA)),)}, r"agreement\.orders: expected each member once"),
            ({"term_lengths": (provision(24, 2),)}, r"agreement\.term_lengths: .* since board 1 .* got \[2\]"),
            ({"term_lengths": (provision(24), provision(36, 7), provision(12, 7))}, r"in order, got \[1, 7, 7\]"),
            ({"term_lengths": (provision(0),)}, r"agreement\.term_lengths: expected whole months, 1 or more, got 0"),
            ({"term_lengths": (provision(-12),)}, r"expected whole months, 1 or more, got -12"),
            ({"term_lengths": (provision(2.5),)}, r"expected whole months, 1 or more, got 2\.5"),
            ({"term_lengths": (provision(value=True),)}, r"expected whole months, 1 or more, got True"),
            (
                {"shares": provision(frozenset({("K", 1)}))},
                r"agreement\.shares: expected one weight a member, got frozenset\(\{\('K', 1\)\}\)$",
            ),
            ({"host": provision("SGP")}, r"agreement\.host: expected a member, got 'SGP'"),
            (
                {"shares": provision(frozenset((s, 0) for s in MemberState))},
                r"agreement\.shares: expected positive whole weights, got frozenset\(\{\(Mem.*, 0\)\}\)$",
            ),
            (
                {"shares": provision(frozenset({(KOREA, 1), (KOREA, 2), (JAPAN, 1), (CHINA, 1)}))},
                r"agreement\.shares: expected one weight a member",
            ),
        ],
    )
    def test_are_refused(self, change: dict[str, Any], message: str) -> None:
        with pytest.raises(InvalidAgreementError, match=message):
            attrs.evolve(AGREEMENT_2010, **change)

    @pytest.mark.parametrize(
        ("change", "message"),
        [
            ({"members": frozenset(MemberState)}, r"agreement\.members: expected a Provision, got frozenset"),
            ({"members": provision(list(MemberState))}, r"agreement\.members: expected a frozenset of members, got \[Mem"),
            ({"first_day": None}, r"agreement\.first_day: expected a Provision, got None"),
            ({"first_day": provision(None)}, r"agreement\.first_day: expected a datetime\.date, such as .*, got None"),
            ({"first_day": provision("2011-09-01")}, r"agreement\.first_day: expected a datetime\.date, .* got '2011-09-01'"),
            (
                {"first_day": provision(dt.datetime(2011, 9, 1, tzinfo=dt.UTC))},
                r"agreement\.first_day: expected a datetime\.date and not a datetime \(pass its \.date\(\)\), got datetime",
            ),
            ({"term_lengths": (24,)}, r"agreement\.term_lengths: expected provisions only, got 24"),
            ({"term_lengths": [provision(24)]}, r"agreement\.term_lengths: expected a tuple of provisions, got \[<Provision"),
            ({"orders": [provision((KOREA, JAPAN, CHINA))]}, r"agreement\.orders: expected a tuple of provisions, got \["),
            ({"orders": (provision([KOREA, JAPAN, CHINA]),)}, r"agreement\.orders: expected a tuple of members, got \[Mem"),
            ({"orders": (provision((KOREA, JAPAN, [])),)}, r"agreement\.orders: expected each member once, got .*\[\]\)"),
            (
                {"shares": provision({"K": 1})},
                r"agreement\.shares: expected a frozenset of members with their weights, got \{\'K\': 1\}$",
            ),
            ({"shares": provision(frozenset(MemberState))}, r"agreement\.shares: expected one weight a member, got"),
            ({"shares": provision(frozenset({(KOREA, 1, 1)}))}, r"agreement\.shares: expected one weight a member, got"),
            ({"host": KOREA}, r"agreement\.host: expected a Provision, or None, got MemberState\.KOREA"),
            ({"composition": HYPOTHESIS[0]}, r"agreement\.composition: expected a tuple of citations, got <Citation hyp"),
            ({"nomination": ()}, r"agreement\.nomination: a provision needs at least one, got \(\)"),
            ({"appointment": ("Because.",)}, r"agreement\.appointment: expected citations only, got 'Because\.'"),
        ],
    )
    def test_of_the_wrong_type_are_refused(self, change: dict[str, Any], message: str) -> None:
        with pytest.raises(InvalidAgreementError, match=message):
            attrs.evolve(AGREEMENT_2010, **change)

    @pytest.mark.parametrize("when", ["signed", "public_on"])
    @pytest.mark.parametrize("day", ["2011-09-01", dt.datetime(2011, 9, 1, tzinfo=dt.UTC)])
    def test_about_a_day_are_refused(self, when: str, day: Any) -> None:
        with pytest.raises(InvalidAgreementError, match=rf"agreement\.{when}: expected a datetime\.date"):
            attrs.evolve(AGREEMENT_2010.first_day, **{when: day})

    @pytest.mark.parametrize("board", [0, -1, True, 1.0, "7"])
    def test_of_a_board_that_cannot_be_are_refused(self, board: Any) -> None:
        with pytest.raises(InvalidAgreementError, match=rf"agreement\.since_board: boards count from 1, {got(board)}"):
            provision(24, board)

    def test_without_a_reason_are_refused(self) -> None:
        with pytest.raises(InvalidAgreementError, match=r"agreement\.citations: a provision needs at least one, got \(\)"):
            Provision(value=24, citations=())
        listed: Any = list(HYPOTHESIS)
        with pytest.raises(InvalidAgreementError, match=r"agreement\.citations: expected a tuple of citations, got \[<Cit"):
            Provision(value=24, citations=listed)

    def test_a_citation_without_a_source_is_a_hypothesis(self) -> None:
        with pytest.raises(InvalidValueError, match="at least one source, but for a hypothesis or a convention, got"):
            Citation(statement="Because.", kind=CitationKind.CLAUSE, confidence=Confidence.PRIMARY)
