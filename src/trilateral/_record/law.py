"""The law of the Secretariat: the Agreement of 2010 and the Protocol of 2025, each provision with its reasons.

Articles 4 to 15 of the Agreement have not been read, so their provisions are cited without an article. The text of the
Protocol has not been read either: what it does is known from the ministries that announced it, and the day of its entry
into force is not known.
"""

from datetime import date
from typing import Final

import attr

from trilateral._record.compiled import SOURCES
from trilateral._values.sources import Citation, CitationKind, Confidence, Source
from trilateral._values.states import MemberState
from trilateral.rules import Agreement, Provision

__all__ = ["AGREEMENT_2010", "AGREEMENT_2025"]

_SIGNED: Final = date(2010, 12, 16)


def _from(*ids: str) -> tuple[Source, ...]:
    return tuple(SOURCES[id_] for id_ in ids)


AGREEMENT_2010: Final = Agreement(
    members=Provision(
        value=frozenset(MemberState),
        citations=(
            Citation(
                statement="The parties are the governments of China, Japan and the Republic of Korea, and no others.",
                kind=CitationKind.CLAUSE,
                confidence=Confidence.PRIMARY,
                article="preamble",
                sources=_from("agreement-2010-en", "agreement-2010-zh", "mofa-japan-2010-12-16"),
            ),
        ),
        signed=_SIGNED,
        public_on=_SIGNED,
    ),
    first_day=Provision(
        value=date(2011, 9, 1),
        citations=(
            Citation(
                statement="The first board took office on 1 September 2011, and terms start on a 1 September.",
                kind=CitationKind.PRACTICE,
                confidence=Confidence.PRIMARY,
                sources=_from("mofa-japan-2011-09-01"),
            ),
        ),
        public_on=date(2011, 9, 1),
    ),
    orders=(
        Provision(
            value=(MemberState.KOREA, MemberState.JAPAN, MemberState.CHINA),
            citations=(
                Citation(
                    statement="The Secretary-General's post rotates from Korea to Japan to China.",
                    kind=CitationKind.PRACTICE,
                    confidence=Confidence.PRIMARY,
                    sources=_from("mofa-rok-2025-09-03", "hankyung-2010-05-30", "wikipedia-en"),
                ),
            ),
            signed=_SIGNED,
            public_on=_SIGNED,
        ),
    ),
    term_lengths=(
        Provision(
            value=24,
            citations=(
                Citation(
                    statement="The Secretary-General and the deputies serve for two years.",
                    kind=CitationKind.CLAUSE,
                    confidence=Confidence.PRIMARY,
                    sources=_from("mofa-japan-protocol-2025-03-22", "wikipedia-en"),
                ),
            ),
            signed=_SIGNED,
            public_on=_SIGNED,
        ),
    ),
    shares=Provision(
        value=frozenset((state, 1) for state in MemberState),
        citations=(
            Citation(
                statement="Each government bears an equal share of the operational budget.",
                kind=CitationKind.PRACTICE,
                confidence=Confidence.PRIMARY,
                sources=_from("tcs-overview-ja", "wikipedia-en"),
            ),
        ),
        signed=_SIGNED,
        public_on=_SIGNED,
    ),
    composition=(
        Citation(
            statement="A board is one Secretary-General and two deputies.",
            kind=CitationKind.PRACTICE,
            confidence=Confidence.PRIMARY,
            sources=_from("mofa-rok-2025-09-03"),
        ),
        Citation(
            statement="Each member state holds one seat.",
            kind=CitationKind.PRACTICE,
            confidence=Confidence.UNANIMOUS,
            sources=_from("wikipedia-en", "etnews-2011-05-22", "ajunews-2011-05-22"),
        ),
    ),
    nomination=(
        Citation(
            statement="Each of the two states without the Secretary-General's post nominates one deputy.",
            kind=CitationKind.PRACTICE,
            confidence=Confidence.UNANIMOUS,
            sources=_from("wikipedia-en", "etnews-2011-05-22", "ajunews-2011-05-22"),
        ),
    ),
    appointment=(
        Citation(
            statement="The three foreign ministers appoint, on or before the start of the term.",
            kind=CitationKind.PRACTICE,
            confidence=Confidence.UNANIMOUS,
            sources=_from("hankyung-2010-05-30", "krnews21-2011-05-21"),
        ),
    ),
    host=Provision(
        value=MemberState.KOREA,
        citations=(
            Citation(
                statement="The Secretariat is located in the Republic of Korea, the host country.",
                kind=CitationKind.CLAUSE,
                confidence=Confidence.PRIMARY,
                article="1(2)",
                sources=_from("agreement-2010-en", "agreement-2010-zh"),
            ),
        ),
        signed=_SIGNED,
        public_on=_SIGNED,
    ),
)

AGREEMENT_2025: Final = attr.evolve(
    AGREEMENT_2010,
    term_lengths=(
        *AGREEMENT_2010.term_lengths,
        Provision(
            value=36,
            since_board=7,
            citations=(
                Citation(
                    statement=(
                        "The Protocol signed in Tokyo on 22 March 2025 lengthens the terms of the Secretary-General and the "
                        "deputies from two to three years; the day of its entry into force is not known."
                    ),
                    kind=CitationKind.CLAUSE,
                    confidence=Confidence.PRIMARY,
                    sources=_from("mofa-japan-protocol-2025-03-22"),
                ),
                Citation(
                    statement=(
                        "Three years apply from board 7, which was at work after two years had passed, and which the ROK "
                        "foreign ministry described that day as having a three-year term."
                    ),
                    kind=CitationKind.INFERENCE,
                    confidence=Confidence.STRONG,
                    sources=_from("mofa-rok-2025-09-03", "tcs-2025-09-03"),
                ),
            ),
            signed=date(2025, 3, 22),
            public_on=date(2025, 9, 3),
        ),
    ),
)
