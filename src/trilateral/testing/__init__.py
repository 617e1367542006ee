"""For tests of code that writes or reads rosters: an assertion, a pytest plugin and Hypothesis strategies.

The strategies need the extra ``testing``; `assert_valid_roster` needs nothing more.
"""

TYPE_CHECKING = False
if TYPE_CHECKING:
    from trilateral.testing._assertions import assert_valid_roster
    from trilateral.testing._strategies import agreements, boards, broken_rosters, days, rosters

__all__ = [
    "agreements",
    "assert_valid_roster",
    "boards",
    "broken_rosters",
    "days",
    "rosters",
]

if not TYPE_CHECKING:
    from trilateral._lazy import lazily

    __getattr__, __dir__ = lazily(
        __name__,
        {
            "_assertions": "assert_valid_roster",
            "_strategies": "agreements boards broken_rosters days rosters",
        },
    )
