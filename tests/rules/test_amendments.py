"""What if: agreements amended by hypothesis, each nominal chain worked out by hand."""

import datetime as dt
import pickle
from collections.abc import Callable
from itertools import pairwise
from typing import Any

import attrs
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from tests.rules.messages import got
from tests.rules.test_agreement import provision
from tests.strategies import FIRST_DAY, amended, amendments, days, records

import trilateral as tri
from trilateral import (
    AGREEMENT_2010,
    AGREEMENT_2025,
    Agreement,
    Basis,
    Citation,
    CitationKind,
    Confidence,
    InvalidAgreementError,
    MemberState,
    Record,
    UnknownBoardError,
    WrongTypeError,
)
from trilateral.rules import composition, nominal_start, nominal_term, number_on
from trilateral.testing import rosters

CHINA, JAPAN, KOREA = MemberState.CHINA, MemberState.JAPAN, MemberState.KOREA
LAST_DAY = dt.date(2045, 12, 31)
BECAUSE = "Suppose that the handover waits for a summit."

Law = Agreement[MemberState]


def extended(agreement: Law, board: int, until: str) -> Law:
    """An agreement under which the term of one board is extended."""
    return agreement.with_extension(board, until=dt.date.fromisoformat(until), because=BECAUSE)


def terms(agreement: Law, *numbers: int) -> list[str]:
    """The nominal terms of some boards."""
    return [str(nominal_term(agreement, number)) for number in numbers]


def leaders(agreement: Law, *numbers: int) -> list[MemberState]:
    """Who leads some boards."""
    return [composition(agreement, number).secretary_general for number in numbers]


def written(agreement: Law, number: int) -> dict[str, Any]:
    """A board of a roster as the law alone has it."""
    law = composition(agreement, number)
    roles = ("secretary-general", "deputy-secretary-general", "deputy-secretary-general")
    return {
        "number": number,
        "start": str(law.nominal_term.start),
        "end": str(law.nominal_term.end),
        "seats": [
            {"role": role, "state": state.value}
            for role, state in zip(roles, (law.secretary_general, *law.deputies), strict=True)
        ],
    }


CHANGES: list[tuple[Callable[[Law], Law], str]] = [
    (lambda law: law.with_term_length(4, since_board=9), "Terms last 4 years, from board 9 on."),
    (lambda law: law.with_term_length(1, since_board=9), "Terms last 1 year, from board 9 on."),
    (lambda law: law.with_order((CHINA, KOREA, JAPAN), since_board=9), "The rotation is CHN, KOR, JPN, from board 9 on."),
    (lambda law: extended(law, 9, "2033-01-01"), BECAUSE),
]


class TestALength:
    """``with_term_length(years, since_board=)``."""

    def test_holds_from_its_board_on(self) -> None:
        changed = AGREEMENT_2025.with_term_length(4, since_board=9)
        assert [changed.term_length_of(board).value for board in (6, 7, 8, 9, 99)] == [24, 36, 36, 48, 48]
        assert terms(changed, 8, 9, 10) == ["2026-09-01/2029-09-01", "2029-09-01/2033-09-01", "2033-09-01/2037-09-01"]

    def test_in_force_from_board_7_is_that_of_2025_by_hypothesis(self) -> None:
        changed = AGREEMENT_2010.with_term_length(3, since_board=7)
        assert terms(changed, 6, 7, 8, 9) == terms(AGREEMENT_2025, 6, 7, 8, 9)
        assert changed != AGREEMENT_2025
        assert changed.title == "Agreement of 2010 with a hypothesis"

    def test_may_hold_from_the_first_board_on(self) -> None:
        changed = AGREEMENT_2025.with_term_length(1, since_board=1)
        assert terms(changed, 1, 2, 15) == ["2011-09-01/2012-09-01", "2012-09-01/2013-09-01", "2025-09-01/2026-09-01"]

    def test_leaves_the_rotation_and_the_shares(self) -> None:
        changed = AGREEMENT_2025.with_term_length(4, since_board=9)
        assert attrs.evolve(changed, term_lengths=AGREEMENT_2025.term_lengths) == AGREEMENT_2025


class TestAnOrder:
    """``with_order(order, since_board=)``: ``order[0]`` leads ``since_board``."""

    def test_begins_with_its_board(self) -> None:
        changed = AGREEMENT_2025.with_order((CHINA, KOREA, JAPAN), since_board=9)
        assert leaders(changed, 7, 8, 9, 10, 11, 12) == [KOREA, JAPAN, CHINA, KOREA, JAPAN, CHINA]
        assert composition(changed, 10).deputies == (JAPAN, CHINA)

    def test_begins_with_its_board_wherever_that_stands_in_the_cycle(self) -> None:
        for board in range(1, 12):
            changed = AGREEMENT_2010.with_order([JAPAN, KOREA, CHINA], since_board=board)
            assert leaders(changed, board, board + 1, board + 2, board + 3) == [JAPAN, KOREA, CHINA, JAPAN]
            before = range(1, board)
            assert leaders(changed, *before) == leaders(AGREEMENT_2010, *before)

    def test_names_members_of_any_kind(self) -> None:
        pair: Any = attrs.evolve(
            AGREEMENT_2010,
            members=provision(frozenset("NS")),
            orders=(provision(("N", "S")),),
            shares=provision(frozenset({("N", 1), ("S", 1)})),
            host=None,
        )
        changed = pair.with_order(("S", "N"), since_board=2)
        assert changed.order_of(2).citations[0].statement == "The rotation is S, N, from board 2 on."

    def test_moves_no_term(self) -> None:
        changed = AGREEMENT_2025.with_order((CHINA, KOREA, JAPAN), since_board=9)
        assert terms(changed, *range(1, 20)) == terms(AGREEMENT_2025, *range(1, 20))

    def test_leaves_what_is_recorded(self) -> None:
        changed = AGREEMENT_2025.with_order((CHINA, KOREA, JAPAN), since_board=7)
        assert composition(changed, 7).secretary_general is CHINA
        assert tri.board(7, agreement=changed).secretary_general == tri.board(7).secretary_general


class TestAnExtension:
    """``with_extension(board, until=, because=)``: successors shift at full length."""

    def test_lengthens_one_term_and_lets_the_next_follow_at_full_length(self) -> None:
        changed = extended(AGREEMENT_2025, 8, "2030-03-01")
        assert terms(changed, 7, 8, 9, 10) == [
            "2023-09-01/2026-09-01",
            "2026-09-01/2030-03-01",
            "2030-03-01/2033-03-01",
            "2033-03-01/2036-03-01",
        ]

    def test_may_follow_another(self) -> None:
        changed = extended(extended(AGREEMENT_2010, 8, "2027-10-15"), 9, "2030-01-31")
        assert terms(changed, 8, 9, 10, 11) == [
            "2025-09-01/2027-10-15",
            "2027-10-15/2030-01-31",
            "2030-01-31/2032-01-31",
            "2032-01-31/2034-01-31",
        ]

    def test_may_be_made_before_another(self) -> None:
        assert extended(extended(AGREEMENT_2010, 9, "2030-01-31"), 8, "2027-10-15") == extended(
            extended(AGREEMENT_2010, 8, "2027-10-15"), 9, "2030-01-31"
        )

    def test_before_a_change_of_length_is_followed_by_terms_of_either(self) -> None:
        changed = extended(AGREEMENT_2025, 5, "2021-12-01")
        assert terms(changed, 5, 6, 7, 8) == [
            "2019-09-01/2021-12-01",
            "2021-12-01/2023-12-01",
            "2023-12-01/2026-12-01",
            "2026-12-01/2029-12-01",
        ]

    def test_does_not_drift_at_the_end_of_a_month(self) -> None:
        changed = extended(AGREEMENT_2010.with_term_length(1, since_board=8), 7, "2028-02-29")
        assert [str(nominal_start(changed, number)) for number in (8, 9, 12)] == ["2028-02-29", "2029-02-28", "2032-02-29"]

    def test_of_the_first_board_moves_all_others(self) -> None:
        assert terms(extended(AGREEMENT_2010, 1, "2013-10-01"), 1, 2, 7) == [
            "2011-09-01/2013-10-01",
            "2013-10-01/2015-10-01",
            "2023-10-01/2025-10-01",
        ]

    def test_is_asked_for_by_board(self) -> None:
        changed = extended(AGREEMENT_2025, 8, "2030-03-01")
        found = changed.extension_of(8)
        assert found
        assert (found.value, found.since_board) == (dt.date(2030, 3, 1), 8)
        assert [changed.extension_of(board) for board in (1, 7, 9)] == [None, None, None]
        with pytest.raises(UnknownBoardError, match=r"boards count from 1, .* got 0"):
            changed.extension_of(0)
        number: Any = "8"
        with pytest.raises(WrongTypeError, match="a board's number must be an int, such as 7, got '8'"):
            changed.extension_of(number)

    def test_is_a_reason_of_every_later_term(self) -> None:
        changed = extended(AGREEMENT_2025, 8, "2030-03-01")
        for number in (8, 9, 10, 20):
            board, law = tri.board(number, agreement=changed), composition(changed, number)
            for grounds in (board.end.grounds, law.grounds):
                assert BECAUSE in [citation.statement for citation in grounds.citations]
        assert BECAUSE not in [citation.statement for citation in tri.board(7, agreement=changed).end.grounds.citations]

    def test_decides_the_board_on_a_day_by_law(self) -> None:
        changed = extended(AGREEMENT_2025, 8, "2030-03-01")
        assert [number_on(changed, dt.date(2030, 2, 28)), number_on(changed, dt.date(2030, 3, 1))] == [8, 9]

    def test_of_the_last_recorded_board_replaces_its_lawful_end(self) -> None:
        board = tri.board(7, agreement=extended(AGREEMENT_2025, 7, "2027-01-01"))
        assert (str(board.term), board.lawful_end, board.end.basis) == (
            "2023-09-01/2027-01-01",
            dt.date(2027, 1, 1),
            Basis.PROJECTED,
        )
        assert BECAUSE in [citation.statement for citation in board.end.grounds.citations]

    def test_up_to_before_the_last_attested_day_lets_the_board_hold_over_all_the_same(self) -> None:
        board = tri.board(7, agreement=extended(AGREEMENT_2010, 7, "2025-09-02"))
        assert (str(board.nominal_term), str(board.term)) == ("2023-09-01/2025-09-02", "2023-09-01/2025-09-04")
        assert board.end.basis is Basis.INFERRED

    def test_up_to_after_the_last_attested_day_leaves_nothing_to_hold_over(self) -> None:
        board = tri.board(7, agreement=extended(AGREEMENT_2010, 7, "2026-09-01"))
        assert str(board.term) == str(board.nominal_term) == "2023-09-01/2026-09-01"

    def test_of_a_board_with_a_recorded_successor_moves_no_recorded_term(self) -> None:
        changed = extended(AGREEMENT_2025, 5, "2021-12-01")
        assert [str(board.term) for board in tri.boards(agreement=changed)[:6]] == [str(b.term) for b in tri.boards()[:6]]

    def test_of_a_projected_board_counts_later_terms_from_its_end(self) -> None:
        boards = tri.boards(until=dt.date(2035, 1, 1), agreement=extended(AGREEMENT_2025, 8, "2030-03-01"))
        assert [str(board.term) for board in boards[7:]] == [
            "2026-09-01/2030-03-01",
            "2030-03-01/2033-03-01",
            "2033-03-01/2036-03-01",
        ]

    def test_that_ends_before_its_board_began_is_of_no_use(self) -> None:
        start = {"date": "2026-12-15", "sources": ["s1"]}
        source = {"id": "s1", "title": "News", "publisher": "TCS", "kind": "primary", "seen": "2027-01-01"}
        record = tri.record().with_facts({"sources": [source], "boards": [{"number": 8, "start": start}]})
        law = extended(AGREEMENT_2010.with_term_length(1, since_board=8), 8, "2026-10-01")
        board = tri.board(8, agreement=law, record=record)
        assert (str(board.nominal_term), str(board.term)) == ("2025-09-01/2026-10-01", "2026-12-15/2027-09-01")


class TestWhereTermsAreCountedFrom:
    """From the first day, or from the end of the last extension before: ``counted_from(board)``, recorded or not."""

    def test_is_the_end_of_the_last_extension_before(self) -> None:
        law = extended(extended(AGREEMENT_2010, 8, "2027-10-15"), 9, "2030-01-31")
        assert [law.counted_from(board).value for board in (1, 8, 9, 10, 99)] == [
            dt.date(2011, 9, 1),
            dt.date(2011, 9, 1),
            dt.date(2027, 10, 15),
            dt.date(2030, 1, 31),
            dt.date(2030, 1, 31),
        ]
        assert law.counted_from(8) is law.first_day
        assert law.counted_from(9) is law.extension_of(8)

    def test_is_asked_for_by_board(self) -> None:
        number: Any = "8"
        for ask in (AGREEMENT_2025.counted_from, AGREEMENT_2025.citations_of_term):
            with pytest.raises(UnknownBoardError, match=r"boards count from 1, .* got 0"):
                ask(0)
            with pytest.raises(WrongTypeError, match="a board's number must be an int, such as 7, got '8'"):
                ask(number)

    def test_is_a_reason_of_a_term_beside_its_length_or_extension(self) -> None:
        law = extended(AGREEMENT_2025, 8, "2030-03-01")
        (extension,) = law.extensions
        length, first_day = law.term_length_of(8).citations, law.first_day.citations
        assert law.citations_of_term(7) == (*length, *first_day)
        assert law.citations_of_term(8) == (*extension.citations, *first_day)
        assert law.citations_of_term(9) == (*length, *extension.citations)

    def test_of_a_recorded_board_that_starts_so_is_that_day_too_and_else_1_september(self) -> None:
        law = extended(AGREEMENT_2025, 8, "2030-03-01")
        source = {"id": "s1", "title": "News", "publisher": "TCS", "kind": "primary", "seen": "2034-01-01"}
        boards = [{"number": 8, "start": {"date": "2026-09-01", "sources": ["s1"]}}]
        for day, term in (
            ("2030-03-01", "2030-03-01/2033-03-01"),
            ("2030-04-10", "2030-04-10/2032-09-01"),
            ("2030-02-01", "2030-02-01/2032-09-01"),
        ):
            nine = {"number": 9, "start": {"date": day, "sources": ["s1"]}}
            record = tri.record().with_facts({"sources": [source], "boards": [*boards, nine]})
            assert str(tri.board(9, agreement=law, record=record).term) == term

    @settings(max_examples=40)
    @given(amended(), st.integers(8, 12))
    def test_makes_it_all_the_same_whether_the_projected_starts_are_recorded(self, agreement: Law, last: int) -> None:
        """To record that a board began when it was projected to moves no term, where terms are of whole years."""
        assume(all(length.value % 12 == 0 for length in agreement.term_lengths))
        projected = [tri.board(number, agreement=agreement) for number in range(7, last + 3)]
        starts = {board.number: {"date": str(board.start.date), "sources": ["s1"]} for board in projected}
        boards = [{"number": number, "start": starts[number]} for number in range(8, last + 1)]
        source = {"id": "s1", "title": "News", "publisher": "TCS", "kind": "primary", "seen": "2199-01-01"}
        record = tri.record().with_facts({"sources": [source], "boards": boards})
        recorded = [tri.board(board.number, agreement=agreement, record=record) for board in projected]
        assert [str(board.term) for board in recorded] == [str(board.term) for board in projected]


class TestReasons:
    """A composition cites every length that its term is chained through."""

    def test_are_every_length_before_its_own(self) -> None:
        law = AGREEMENT_2025.with_term_length(4, since_board=8).with_term_length(3, since_board=9)
        four, three = "Terms last 4 years, from board 8 on.", "Terms last 3 years, from board 9 on."
        two = "The Secretary-General and the deputies serve for two years."
        for number, supposed in ((7, []), (8, [four]), (9, [three, four]), (10, [three, four])):
            said = [citation.statement for citation in composition(law, number).grounds.citations]
            assert [each for each in said if each in {four, three}] == supposed
            assert said.count(two) == 1
            assert len(set(said)) == len(said)
        assert composition(law, 10).nominal_term.start == dt.date(2033, 9, 1)

    def test_are_those_of_the_first_board_too_where_the_second_has_another_length(self) -> None:
        law = AGREEMENT_2010.with_term_length(4, since_board=2)
        said = [citation.statement for citation in composition(law, 3).grounds.citations]
        assert said[-1] == "The Secretary-General and the deputies serve for two years."
        assert "Terms last 4 years, from board 2 on." in said

    def test_of_an_extended_first_term_are_no_length(self) -> None:
        law = extended(AGREEMENT_2010, 1, "2013-10-01")
        said = [citation.statement for citation in composition(law, 1).grounds.citations]
        assert BECAUSE in said
        assert "The Secretary-General and the deputies serve for two years." not in said

    def test_of_a_projected_board_are_those_of_the_boards_before_it(self) -> None:
        law = AGREEMENT_2025.with_term_length(4, since_board=8).with_term_length(3, since_board=9)
        leaves = tri.explain(tri.board(10, agreement=law)).leaves
        assert "Terms last 4 years, from board 8 on." in [citation.statement for citation in leaves.citations]

    def test_reach_back_to_the_last_extension_only(self) -> None:
        law = extended(AGREEMENT_2025.with_term_length(4, since_board=8), 9, "2035-01-01").with_term_length(1, since_board=11)
        said = {number: [each.statement for each in composition(law, number).grounds.citations] for number in (8, 9, 10, 11)}
        two = "The Secretary-General and the deputies serve for two years."
        four, one = "Terms last 4 years, from board 8 on.", "Terms last 1 year, from board 11 on."
        assert [two in said[number] for number in said] == [True, True, False, False]
        assert [four in said[number] for number in said] == [True, True, True, True]
        assert [BECAUSE in said[number] for number in said] == [False, True, True, True]
        assert [one in said[number] for number in said] == [False, False, False, True]

    def test_of_the_first_board_are_its_own_length_and_day(self) -> None:
        law = composition(AGREEMENT_2025, 1).grounds.citations
        assert law[-2:] == (*AGREEMENT_2025.term_length_of(1).citations, *AGREEMENT_2025.first_day.citations)


class TestTheNewestCall:
    """The newest call wins from there on, and a provision so made cites a hypothesis."""

    def test_replaces_what_held_from_its_board_on(self) -> None:
        changed = AGREEMENT_2025.with_term_length(4, since_board=9).with_term_length(1, since_board=8)
        assert [changed.term_length_of(board).value for board in (7, 8, 9, 99)] == [36, 12, 12, 12]
        ordered = AGREEMENT_2025.with_order((CHINA, KOREA, JAPAN), since_board=9).with_order(
            (JAPAN, KOREA, CHINA), since_board=8
        )
        assert leaders(ordered, 7, 8, 9, 10, 11) == [KOREA, JAPAN, KOREA, CHINA, JAPAN]

    def test_keeps_what_holds_before_its_board(self) -> None:
        changed = AGREEMENT_2025.with_term_length(1, since_board=8).with_term_length(4, since_board=9)
        assert [changed.term_length_of(board).value for board in (6, 7, 8, 9)] == [24, 36, 12, 48]
        assert changed.term_lengths[:2] == AGREEMENT_2025.term_lengths

    def test_replaces_what_it_says_again(self) -> None:
        once = AGREEMENT_2025.with_term_length(4, since_board=9)
        assert once.with_term_length(5, since_board=9).with_term_length(4, since_board=9) == once
        extension = extended(AGREEMENT_2025, 8, "2030-03-01")
        assert extended(extended(AGREEMENT_2025, 8, "2031-03-01"), 8, "2030-03-01") == extension

    def test_may_repeal_the_protocol(self) -> None:
        changed = AGREEMENT_2025.with_term_length(2, since_board=7)
        assert terms(changed, *range(1, 20)) == terms(AGREEMENT_2010, *range(1, 20))
        assert changed.title == "Agreement of 2010 with a hypothesis"

    @pytest.mark.parametrize(
        ("change", "statement"),
        CHANGES,
    )
    def test_cites_a_hypothesis(self, change: Callable[[Law], Law], statement: str) -> None:
        changed = change(AGREEMENT_2025)
        supposed = [citation for citation in changed.citations if citation.kind is CitationKind.HYPOTHESIS]
        assert supposed == [
            Citation(statement=statement, kind=CitationKind.HYPOTHESIS, confidence=Confidence.ASSUMED),
        ]
        assert set(supposed) <= set(composition(changed, 9).grounds.citations)
        (made,) = (each for each in changed.provisions if set(each.citations) == set(supposed))
        assert (made.since_board, made.signed, made.public_on) == (9, None, None)
        assert changed.title == "Agreement of 2010 as amended in 2025 with a hypothesis"

    @given(amendments())
    def test_keeps_the_reasons_of_all_else(self, drawn: tuple[Law, Law, int]) -> None:
        agreement, changed, board = drawn
        kept = [each for each in agreement.provisions if each.since_board < board]
        assert all(each in changed.provisions for each in kept)
        assert (changed.composition, changed.nomination, changed.appointment) == (
            agreement.composition,
            agreement.nomination,
            agreement.appointment,
        )
        assert len([each for each in changed.provisions if each not in agreement.provisions]) <= 1

    @given(amended())
    def test_says_every_reason_that_it_has(self, agreement: Law) -> None:
        cited = {citation for provision in agreement.provisions for citation in provision.citations}
        said = {*agreement.composition, *agreement.nomination, *agreement.appointment}
        assert set(agreement.citations) == cited | said


class TestBadAmendments:
    """Refused where the agreement is built, naming the provision."""

    @pytest.mark.parametrize("years", [0, -1, 2.5, 3.0, True, "3", None])
    def test_a_length_is_in_whole_years(self, years: Any) -> None:
        with pytest.raises(
            InvalidAgreementError, match=rf"agreement\.term_lengths: expected whole years, 1 or more, {got(years)}"
        ) as caught:
            AGREEMENT_2025.with_term_length(years, since_board=9)
        assert caught.value.provision == "term_lengths"

    @pytest.mark.parametrize("board", [0, -1, True, 9.0, "9", None])
    def test_a_change_begins_with_a_board(self, board: Any) -> None:
        with pytest.raises(InvalidAgreementError, match=rf"agreement\.since_board: boards count from 1, {got(board)}"):
            AGREEMENT_2025.with_term_length(4, since_board=board)
        with pytest.raises(InvalidAgreementError, match=rf"agreement\.since_board: boards count from 1, {got(board)}"):
            AGREEMENT_2025.with_order((CHINA, KOREA, JAPAN), since_board=board)
        with pytest.raises(InvalidAgreementError, match=rf"agreement\.since_board: boards count from 1, {got(board)}"):
            AGREEMENT_2025.with_extension(board, until=dt.date(2033, 1, 1), because=BECAUSE)

    @pytest.mark.parametrize(
        ("order", "message"),
        [
            ((CHINA, KOREA), "expected each member once, got"),
            ((CHINA, KOREA, CHINA), "expected each member once, got"),
            ((CHINA, KOREA, JAPAN, CHINA), "expected each member once, got"),
            ((), r"expected each member once, got \(\)"),
            (("CHN", "KOR", "JPN"), r"expected each member once, got \('CHN', 'KOR', 'JPN'\)"),
            ("CKJ", r"expected each member once, got \('C', 'K', 'J'\)"),
            ((None, 0, "C"), "expected each member once, got"),
            ({CHINA}, r"expected a sequence of members, got \{MemberState\.CHINA\}$"),
            (None, "expected a sequence of members, got None"),
        ],
    )
    def test_an_order_names_each_member_once(self, order: Any, message: str) -> None:
        with pytest.raises(InvalidAgreementError, match=rf"agreement\.orders: {message}"):
            AGREEMENT_2025.with_order(order, since_board=9)

    @pytest.mark.parametrize(
        ("board", "until", "message"),
        [
            (8, "2029-09-01", "board 8 ends on 2029-09-01; expected a later day, got 2029-09-01"),
            (8, "2026-09-01", "board 8 ends on 2029-09-01; expected a later day, got 2026-09-01"),
            (3, "2011-01-01", "board 3 ends on 2017-09-01; expected a later day, got 2011-01-01"),
            (99999, "2030-01-01", "board 99999 has no end that a date can hold; expected a later day, got 2030-01-01"),
        ],
    )
    def test_an_extension_lengthens_its_term(self, board: int, until: str, message: str) -> None:
        whole = f"without its extension, {message}; extend it anew, or amend the lengths first"
        with pytest.raises(InvalidAgreementError, match=rf"agreement\.extensions: {whole}$"):
            extended(AGREEMENT_2025, board, until)

    def test_an_extension_is_held_against_the_term_without_it(self) -> None:
        law = extended(AGREEMENT_2025, 8, "2030-03-01")
        assert terms(extended(law, 8, "2029-09-02"), 8) == ["2026-09-01/2029-09-02"]
        with pytest.raises(InvalidAgreementError, match="without its extension, board 8 ends on 2029-09-01; expected"):
            extended(law, 8, "2029-09-01")

    @pytest.mark.parametrize("until", ["2030-01-01", None, 2030, dt.datetime(2030, 1, 1, tzinfo=dt.UTC)])
    def test_an_extension_lasts_up_to_a_day(self, until: Any) -> None:
        with pytest.raises(InvalidAgreementError, match=r"agreement\.extensions: expected a datetime\.date"):
            AGREEMENT_2025.with_extension(8, until=until, because=BECAUSE)

    @pytest.mark.parametrize("because", ["", "  \n", None, 7])
    def test_an_extension_has_a_reason(self, because: Any) -> None:
        with pytest.raises(
            InvalidAgreementError, match=rf"agreement\.extensions: expected a reason in words, because=, {got(because)}"
        ):
            AGREEMENT_2025.with_extension(8, until=dt.date(2030, 1, 1), because=because)

    def test_one_that_takes_the_sense_from_an_extension_contradicts_it(self) -> None:
        law = extended(AGREEMENT_2010, 9, "2030-01-01")
        message = r"agreement\.extensions: without its extension, board 9 ends on {}; expected a later day, got 2030-01-01"
        with pytest.raises(InvalidAgreementError, match=message.format("2030-09-01")):
            law.with_term_length(3, since_board=9)
        with pytest.raises(InvalidAgreementError, match=message.format("2030-03-01")):
            extended(law, 8, "2028-03-01")

    def test_the_way_out_is_to_extend_it_anew_or_to_amend_the_lengths_first(self) -> None:
        law = extended(AGREEMENT_2010, 9, "2030-01-01")
        anew = extended(extended(law, 9, "2031-01-01").with_term_length(3, since_board=9), 9, "2030-09-02")
        assert terms(anew, 9, 10) == ["2027-09-01/2030-09-02", "2030-09-02/2033-09-02"]
        first = extended(AGREEMENT_2010.with_term_length(3, since_board=9), 9, "2030-09-02")
        assert anew == first

    @pytest.mark.parametrize(
        ("change", "message"),
        [
            ([], r"expected a tuple of provisions, got \[\]"),
            ((dt.date(2030, 1, 1),), r"expected provisions only, got datetime\.date\(2030, 1, 1\)$"),
        ],
    )
    def test_extensions_are_provisions(self, change: Any, message: str) -> None:
        with pytest.raises(InvalidAgreementError, match=rf"agreement\.extensions: {message}"):
            attrs.evolve(AGREEMENT_2010, extensions=change)

    def test_extensions_are_of_different_boards_in_their_order(self) -> None:
        law = extended(extended(AGREEMENT_2010, 8, "2027-10-15"), 9, "2030-01-31")
        for wrong, boards in ((law.extensions[::-1], [9, 8]), (law.extensions[:1] * 2, [8, 8])):
            message = rf"agreement\.extensions: expected provisions on different boards, in their order, {got(boards)}"
            with pytest.raises(InvalidAgreementError, match=message):
                attrs.evolve(AGREEMENT_2010, extensions=wrong)


class TestNothingElse:
    """Nothing global changes, ever."""

    @settings(max_examples=30)
    @given(amended(), records())
    def test_the_laws_and_the_record_stay_as_they_are(self, agreement: Law, record: Record) -> None:
        before = [pickle.dumps(law) for law in (AGREEMENT_2010, AGREEMENT_2025)]
        tri.boards(until=dt.date(2030, 1, 1), agreement=agreement, record=record)
        changed = agreement.with_term_length(9, since_board=20).with_order((CHINA, KOREA, JAPAN), since_board=2)
        assert changed != agreement
        assert [pickle.dumps(law) for law in (AGREEMENT_2010, AGREEMENT_2025)] == before
        assert tri.record().agreement is AGREEMENT_2025
        assert str(tri.board(8).term) == "2026-09-01/2029-09-01"

    @given(amended())
    def test_an_amended_law_is_a_value(self, agreement: Law) -> None:
        other = pickle.loads(pickle.dumps(agreement))
        assert other == agreement
        assert hash(other) == hash(agreement)

    def test_laws_amended_alike_are_equal(self) -> None:
        one, other = (
            extended(AGREEMENT_2025.with_order([CHINA, KOREA, JAPAN], since_board=9), 8, "2030-01-01") for _ in range(2)
        )
        assert one == other
        assert one != extended(AGREEMENT_2025, 8, "2030-01-01")


class TestAnyAmendment:
    """What holds under every agreement holds under those that are amended."""

    @given(amendments(), records(), st.data())
    def test_leaves_every_day_before_its_board_as_it_was(
        self, drawn: tuple[Law, Law, int], record: Record, data: st.DataObject
    ) -> None:
        """A change from board *k* on leaves `board_on(day)` as it was for every day before *k* starts."""
        agreement, changed, board = drawn
        start = tri.board(board, agreement=agreement, record=record).start.date
        assert tri.board(board, agreement=changed, record=record).start.date == start
        for number in range(1, board):
            assert tri.board(number, agreement=changed, record=record) == tri.board(number, agreement=agreement, record=record)
        if board > 1:
            day = data.draw(days(first=FIRST_DAY, last=start - dt.timedelta(days=1)))
            assert tri.board_on(day, agreement=changed, record=record) == tri.board_on(day, agreement=agreement, record=record)

    @given(amended(), records())
    def test_lets_terms_tile_time(self, agreement: Law, record: Record) -> None:
        """Terms tile time: one board a day from 2011-09-01, under every agreement and record."""
        boards = tri.boards(until=LAST_DAY + dt.timedelta(days=1), agreement=agreement, record=record)
        assert boards[0].start.date == FIRST_DAY
        assert boards[-1].end.date > LAST_DAY
        assert [board.number for board in boards] == list(range(1, len(boards) + 1))
        for board, following in pairwise(boards):
            assert board.start.date < board.end.date == following.start.date
        assert all({seat.state for seat in board.seats} == set(MemberState) for board in boards)

    @settings(max_examples=50)
    @given(amended())
    def test_lets_nominal_terms_follow_each_other_at_full_length(self, agreement: Law) -> None:
        """Successors shift at full length."""
        for number in range(1, 20):
            term = nominal_term(agreement, number)
            assert term.end == nominal_term(agreement, number + 1).start
            extension = agreement.extension_of(number)
            assert number_on(agreement, term.start) == number_on(agreement, term.last_day) == number
            if extension is not None:
                assert term.end == extension.value
            else:
                months = (term.end.year - term.start.year) * 12 + term.end.month - term.start.month
                assert months == agreement.term_length_of(number).value
                assert abs(term.end.day - term.start.day) <= 3  # where the extension ended late in a long month

    @given(amended(), st.integers(1, 20))
    def test_lets_a_projected_board_end_at_its_lawful_end(self, agreement: Law, later: int) -> None:
        """An extension's `until` replaces the lawful end."""
        board = tri.board(7 + later, agreement=agreement)
        extension = agreement.extension_of(board.number)
        assert board.end.date == board.lawful_end
        if extension is not None and extension.value > board.start.date:
            assert board.lawful_end == extension.value

    @given(st.data(), amended())
    def test_lets_the_roster_check_accept_its_rosters(self, data: st.DataObject, agreement: Law) -> None:
        report = tri.check_roster(data.draw(rosters(agreement=agreement)), agreement=agreement)
        assert report.ok, report
        assert not report.of(tri.Severity.WARNING), report

    @settings(max_examples=40)
    @given(amended(), st.integers(8, 20))
    def test_lets_the_roster_check_accept_its_boards(self, agreement: Law, last: int) -> None:
        until = tri.board(last, agreement=agreement).start.date
        report = tri.check_roster(tri.boards(until=until, agreement=agreement), agreement=agreement)
        assert report.ok, report

    @settings(max_examples=40)
    @given(st.data(), amended(), amended(), st.integers(1, 16))
    def test_is_checked_alike_at_a_glance_and_closely(
        self, data: st.DataObject, agreement: Law, other: Law, number: int
    ) -> None:
        """A roster with a key more is never taken for usual, and is looked at closely."""
        by_law = {"boards": [written(agreement, number), written(agreement, number + 1)]}
        for document in (by_law, data.draw(rosters(agreement=agreement))):
            for law in (agreement, other):
                glance = tri.check_roster(document, agreement=law)
                closely = tri.check_roster({"$schema": "roster.json", **document}, agreement=law)
                assert glance.findings == closely.findings
