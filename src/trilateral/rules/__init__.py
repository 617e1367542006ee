"""What the law says: agreements as values, and pure functions over any members.

Nothing here knows the Secretariat: its two agreements, `trilateral.AGREEMENT_2010` and `trilateral.AGREEMENT_2025`, are
facts of the record. The functions take members of any hashable type, so that another rotating office can be computed too.
"""

TYPE_CHECKING = False
if TYPE_CHECKING:
    from trilateral.rules._agreement import Agreement, Provision
    from trilateral.rules._composition import composition, composition_on, nominations
    from trilateral.rules._rotation import order_from, turn
    from trilateral.rules._shares import apportion, bearers, divisor, portions, shares, split
    from trilateral.rules._terms import (
        add_months,
        last_number,
        latest_anniversary,
        nominal_start,
        nominal_term,
        number_on,
    )

__all__ = [
    "Agreement",
    "Provision",
    "add_months",
    "apportion",
    "bearers",
    "composition",
    "composition_on",
    "divisor",
    "last_number",
    "latest_anniversary",
    "nominal_start",
    "nominal_term",
    "nominations",
    "number_on",
    "order_from",
    "portions",
    "shares",
    "split",
    "turn",
]

if not TYPE_CHECKING:
    from trilateral._lazy import lazily

    __getattr__, __dir__ = lazily(
        __name__,
        {
            "_agreement": "Agreement Provision",
            "_composition": "composition composition_on nominations",
            "_rotation": "order_from turn",
            "_shares": "apportion bearers divisor portions shares split",
            "_terms": "add_months last_number latest_anniversary nominal_start nominal_term number_on",
        },
    )
