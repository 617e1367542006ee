"""Days, terms and partial dates."""

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.strategies import partial_dates

from trilateral import Answer, InvalidValueError, PartialDate, Term, WrongTypeError


def completions(partial: PartialDate) -> list[dt.date]:
    """The first, the last and a middle day that a partial date can be."""
    middle = partial.earliest + (partial.latest - partial.earliest) / 2
    return [partial.earliest, middle, partial.latest]


class TestTerm:
    """A term is half-open: ``[start, end)`` in days."""

    def test_contains_its_first_day_and_not_its_end(self) -> None:
        term = Term(dt.date(2011, 9, 1), dt.date(2013, 9, 1))
        assert dt.date(2011, 9, 1) in term
        assert dt.date(2013, 8, 31) in term
        assert dt.date(2013, 9, 1) not in term
        assert dt.date(2011, 8, 31) not in term

    def test_has_a_last_day_a_length_and_an_iso_form(self) -> None:
        term = Term(dt.date(2023, 9, 1), dt.date(2026, 9, 1))
        assert (term.last_day, term.days, str(term)) == (dt.date(2026, 8, 31), 1096, "2023-09-01/2026-09-01")

    def test_that_only_touches_another_does_not_overlap_it(self) -> None:
        first, second = Term(dt.date(2011, 9, 1), dt.date(2013, 9, 1)), Term(dt.date(2013, 9, 1), dt.date(2015, 9, 1))
        assert not first.overlaps(second)
        assert first.overlaps(Term(dt.date(2013, 8, 31), dt.date(2013, 9, 1)))

    @pytest.mark.parametrize("end", [dt.date(2011, 9, 1), dt.date(2011, 8, 31)])
    def test_must_end_after_its_start(self, end: dt.date) -> None:
        with pytest.raises(InvalidValueError, match=r"the end of a term must be after its start, 2011-09-01, got 2011-0"):
            Term(dt.date(2011, 9, 1), end)

    def test_takes_days_and_no_moments(self) -> None:
        with pytest.raises(WrongTypeError, match=r"the start of a term must be .* not a datetime \(pass its .date\(\)\)"):
            Term(dt.datetime(2011, 9, 1, tzinfo=dt.UTC), dt.date(2013, 9, 1))

    def test_is_asked_about_days_only(self) -> None:
        with pytest.raises(WrongTypeError, match=r"the day must be a datetime.date, .*, got '2012-01-01'"):
            assert "2012-01-01" in Term(dt.date(2011, 9, 1), dt.date(2013, 9, 1))  # type: ignore[operator]  # pyright: ignore[reportOperatorIssue]

    def test_overlaps_terms_only(self) -> None:
        nothing: Any = None
        with pytest.raises(
            WrongTypeError,
            match=r"the other term must be a Term, such as board\(7\)\.term or fiscal_year\(2026\)\.term, got None",
        ):
            Term(dt.date(2011, 9, 1), dt.date(2013, 9, 1)).overlaps(nothing)


class TestPartialDate:
    """A month is a month: comparisons with partial dates are three-valued."""

    @given(partial_dates())
    def test_reads_back_what_it_prints(self, partial: PartialDate) -> None:
        assert PartialDate.parse(str(partial)) == partial

    @pytest.mark.parametrize(
        "text",
        [
            "2021-9",  # no padding
            "2021-13",  # no such month
            "2021-02-29",  # not a leap year
            "21-09",  # no century
            "2021-09-01T00:00:00",  # a moment
            "20210901",  # no hyphens
            "2021-09-",  # a rest
            "0000",  # no such year
            "２０２１",  # other digits
            "",
        ],
    )
    def test_refuses_what_is_no_date(self, text: str) -> None:
        with pytest.raises(InvalidValueError, match="a partial date must be"):
            PartialDate.parse(text)

    def test_refuses_what_is_no_text(self) -> None:
        with pytest.raises(WrongTypeError, match="a partial date must be a string such as '2021-09', got 2021"):
            PartialDate.parse(2021)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]

    @pytest.mark.parametrize("parts", [(2021, None, 1), (2021, 0), (True,), (2021, 9, True), ("2021",), (10**10,)])
    def test_refuses_parts_that_make_no_date(self, parts: tuple[int, ...]) -> None:
        with pytest.raises(InvalidValueError, match="a year, a year and a month, or a full date that exists"):
            PartialDate(*parts)

    def test_is_not_ordered(self) -> None:
        with pytest.raises(TypeError, match="'<' not supported"):
            assert PartialDate(2021) < PartialDate(2022)  # type: ignore[operator]  # pyright: ignore[reportOperatorIssue]

    def test_knows_whether_it_is_a_day(self) -> None:
        assert PartialDate.of(dt.date(2021, 9, 1)).is_day
        assert not PartialDate(2021, 9).is_day

    def test_has_an_earliest_and_a_latest_day(self) -> None:
        assert (PartialDate(2024, 2).earliest, PartialDate(2024, 2).latest) == (dt.date(2024, 2, 1), dt.date(2024, 2, 29))
        assert (PartialDate(9999).latest, PartialDate(9999, 12).latest) == (dt.date.max, dt.date.max)

    @pytest.mark.parametrize(
        ("answer", "two_valued"),
        [(PartialDate.before, dt.date.__lt__), (PartialDate.after, dt.date.__gt__), (PartialDate.on, dt.date.__eq__)],
        ids=["before", "after", "on"],
    )
    @given(one=partial_dates(), other=partial_dates())
    def test_answers_what_every_completion_would(
        self,
        answer: Callable[[PartialDate, PartialDate], Answer],
        two_valued: Callable[[dt.date, dt.date], bool],
        one: PartialDate,
        other: PartialDate,
    ) -> None:
        answers = {two_valued(a, b) for a in completions(one) for b in completions(other)}
        match answer(one, other):
            case Answer.YES:
                assert answers == {True}
            case Answer.NO:
                assert answers == {False}
            case Answer.UNKNOWN:
                assert one.earliest != one.latest or other.earliest != other.latest

    def test_says_unknown_where_completions_differ(self) -> None:
        month = PartialDate(2021, 9)
        assert month.before(dt.date(2021, 9, 2)) is Answer.UNKNOWN
        assert month.after(dt.date(2021, 9, 1)) is Answer.UNKNOWN
        assert month.on(dt.date(2021, 9, 1)) is Answer.UNKNOWN
        assert month.on(month) is Answer.UNKNOWN
        assert month.on(dt.date(2021, 10, 1)) is Answer.NO
        assert PartialDate(2021, 9, 1).on(dt.date(2021, 9, 1)) is Answer.YES

    @given(st.sampled_from(["2021", "2021-09", "2021-08", "2021-08-31", "2021-09-01", "2023-09-01"]))
    def test_lies_during_a_term_or_not_or_perhaps(self, text: str) -> None:
        expected = {"2021": "UNKNOWN", "2021-09": "YES", "2021-09-01": "YES"}.get(text, "NO")
        term = Term(dt.date(2021, 9, 1), dt.date(2023, 9, 1))
        assert PartialDate.parse(text).during(term) is Answer[expected]

    def test_is_compared_with_dates_only(self) -> None:
        with pytest.raises(WrongTypeError, match=r"the day to compare with must be a datetime\.date"):
            PartialDate(2021).before(None)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]

    @pytest.mark.parametrize("day", [None, "2021-09-01", PartialDate(2021), dt.datetime(2021, 9, 1, 12, tzinfo=dt.UTC)])
    def test_is_made_of_days_only(self, day: Any) -> None:
        with pytest.raises(WrongTypeError, match=r"the day must be a datetime\.date"):
            PartialDate.of(day)

    @pytest.mark.parametrize("term", [None, "2021-09-01/2023-09-01", dt.date(2021, 9, 1)])
    def test_lies_during_terms_only(self, term: Any) -> None:
        with pytest.raises(
            WrongTypeError, match=r"the term must be a Term, such as board\(7\)\.term or fiscal_year\(2026\)\.term, got "
        ):
            PartialDate(2021).during(term)


class TestAnswer:
    """An unknown is never taken for a no."""

    @pytest.mark.parametrize("answer", Answer)
    def test_has_no_truth_value(self, answer: Answer) -> None:
        with pytest.raises(WrongTypeError, match=r"a comparison such as `answer is Answer.YES`, got Answer\."):
            assert answer  # pyright: ignore[reportGeneralTypeIssues]
