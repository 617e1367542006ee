"""The minor units of currencies, beside the list of ISO 4217 as another package carries it."""

from decimal import Decimal
from importlib.metadata import version
from importlib.resources import files
from xml.etree import ElementTree as ET

import pytest

import trilateral as tri
from trilateral._record.currencies import DECIMALS, WITHOUT_DECIMALS

LIST = ET.fromstring(files("iso4217").joinpath("table.xml").read_bytes())  # noqa: S314 - of a package whose version is fixed

# Some territories have no currency of their own, such as Antarctica.
OFFICIAL = {
    entry.findtext("Ccy", ""): entry.findtext("CcyMnrUnts", "")
    for entry in LIST.iter("CcyNtry")
    if entry.find("Ccy") is not None
}


class TestMinorUnits:
    """They are those of ISO 4217, all of them and no others."""

    def test_are_those_of_the_list(self) -> None:
        assert {code: str(decimals) for code, decimals in DECIMALS.items()} == {
            code: decimals for code, decimals in OFFICIAL.items() if decimals.isdigit()
        }

    def test_are_unknown_where_the_list_has_none(self) -> None:
        assert {code for code, decimals in OFFICIAL.items() if decimals == "N.A."} == WITHOUT_DECIMALS

    def test_are_known_or_known_to_be_none(self) -> None:
        assert DECIMALS.keys() | WITHOUT_DECIMALS == OFFICIAL.keys()
        assert len(OFFICIAL) > 150

    @pytest.mark.parametrize(("code", "decimals"), [("USD", 2), ("CNY", 2), ("JPY", 0), ("KRW", 0), ("BHD", 3), ("CLF", 4)])
    def test_are_what_everybody_knows(self, code: str, decimals: int) -> None:
        assert OFFICIAL[code] == str(decimals)
        assert tri.assess(0, currency=code, fiscal_year=2011).quantum.as_tuple() == (0, (1,), -decimals)

    @pytest.mark.parametrize("code", sorted(DECIMALS))
    def test_split_a_budget(self, code: str) -> None:
        unit = Decimal(1).scaleb(-int(OFFICIAL[code]))
        assert sorted(tri.assess(4 * unit, currency=code, fiscal_year=2011).amounts.values()) == [unit, unit, 2 * unit]
        with pytest.raises(tri.InvalidValueError, match=f"the total in {code} must be a whole number of minor units of {unit}"):
            tri.assess(unit / 10, currency=code, fiscal_year=2011)

    @pytest.mark.parametrize("code", sorted(WITHOUT_DECIMALS))
    def test_are_for_the_caller_to_say_where_there_are_none(self, code: str) -> None:
        with pytest.raises(tri.InvalidValueError, match=f"quantum must be given, as ISO 4217 knows no minor unit of {code}"):
            tri.assess(3, currency=code, fiscal_year=2011)
        assert tri.assess(3, currency=code, fiscal_year=2011, quantum="0.001").quantum == Decimal("0.001")


class TestTheirSource:
    """An assessment names the list, the day of its publication and the copy that was read."""

    def test_is_the_list_that_was_compared(self) -> None:
        facts = tri.assess(3, currency="USD", fiscal_year=2011).grounds.facts
        (source,) = next(fact.sources for fact in facts if fact.value == "the minor unit of USD is 0.01")
        assert str(source.published) == LIST.attrib["Pblshd"]
        assert source.note
        assert version("iso4217") in source.note
        assert source not in tri.record().sources
