"""The minor units of currencies, as ISO 4217 has them.

A test compares them with the list as another package reads it. When the agency publishes a new list, change the table, the
source and the version of that package in pyproject.toml together.
"""

from datetime import date
from typing import Final

from trilateral._values.dates import PartialDate
from trilateral._values.sources import Source, SourceKind

__all__ = ["DECIMALS", "LIST", "WITHOUT_DECIMALS"]

# It says nothing of the Secretariat, so it is no source of the record.
LIST: Final = Source(
    id="iso-4217-2026-01-01",
    title="ISO 4217, list one: current currencies and funds, with their minor units",
    publisher="SIX, for the ISO 4217 maintenance agency",
    kind=SourceKind.SECONDARY,
    published=PartialDate(2026, 1, 1),
    seen=date(2026, 11, 25),
    language="en",
    url="https://github.com/dahlia/iso4217",
    note="Read in the copy that version 1.16.20260101 of the Python package iso4217 carries.",
)

_BY_DECIMALS: Final = {
    0: "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF",
    2: (
        "AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BMD BND BOB BOV BRL BSD BTN BWP BYN BZD CAD CDF CHE CHF "
        "CHW CNY COP COU CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL "
        "HTG HUF IDR ILS INR IRR JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU "
        "MUR MVR MWK MXN MXV MYR MZN NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR "
        "SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TOP TRY TTD TWD TZS UAH USD USN UYU UZS VED "
        "VES WST XAD XCD XCG YER ZAR ZMW ZWG"
    ),
    3: "BHD IQD JOD KWD LYD OMR TND",
    4: "CLF UYW",
}
_WITHOUT: Final = "XAG XAU XBA XBB XBC XBD XDR XPD XPT XSU XTS XUA XXX"

# How many decimals each currency has.
DECIMALS: Final = {code: decimals for decimals, codes in _BY_DECIMALS.items() for code in codes.split()}

# What is listed and has no minor unit: metals, units of account, and codes for tests and for no currency.
WITHOUT_DECIMALS: Final = frozenset(_WITHOUT.split())
