"""What is known of the Secretariat's fiscal year; of its budget no amount is public."""

from typing import Final

from trilateral._record.compiled import SOURCES
from trilateral._values.sources import Citation, CitationKind, Confidence, Reading

__all__ = ["ATTESTED_FISCAL_YEARS", "FIRST_FISCAL_YEAR", "OTHER_FISCAL_YEARS"]

FIRST_FISCAL_YEAR: Final = 2011

ATTESTED_FISCAL_YEARS: Final = {
    2017: Reading("fiscal year 2017 is September 2017 to August 2018", (SOURCES["tcs-annual-report-2017"],)),
}

OTHER_FISCAL_YEARS: Final = Citation(
    statement="Other fiscal years run like that of 2017, the first from 1 September 2011, when the work began.",
    kind=CitationKind.INFERENCE,
    confidence=Confidence.STRONG,
    sources=(SOURCES["tcs-annual-report-2017"], SOURCES["mofa-japan-2011-09-01"]),
)
