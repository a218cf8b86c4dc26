"""Agreement among three people or more: on orders, on lists, on scales; and where it ends."""

from consort.reckon.agreement.differences import Difference, differences, distances, shares_of_time
from consort.reckon.agreement.lists import (
    ListAgreement,
    list_agreement,
    mean_rank_biased_overlap,
    rank_biased_overlap,
)
from consort.reckon.agreement.orders import OrderAgreement, chance_line, kendall_w, mean_tau_b, order_agreement, p_value
from consort.reckon.agreement.scales import (
    ScaleAgreement,
    average_deviation,
    chance_of,
    critical_deviation,
    critical_r_wg,
    lindell_r_wg,
    r_wg,
    r_wg_j,
    scale_agreement,
)

__all__ = [
    "Difference",
    "ListAgreement",
    "OrderAgreement",
    "ScaleAgreement",
    "average_deviation",
    "chance_line",
    "chance_of",
    "critical_deviation",
    "critical_r_wg",
    "differences",
    "distances",
    "kendall_w",
    "lindell_r_wg",
    "list_agreement",
    "mean_rank_biased_overlap",
    "mean_tau_b",
    "order_agreement",
    "p_value",
    "r_wg",
    "r_wg_j",
    "rank_biased_overlap",
    "scale_agreement",
    "shares_of_time",
]
