"""How a result would look by another method, on another base, or with one ballot changed."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from consort.decisions.contexts.ballots.finding import joined
from consort.decisions.models import ON_A_BASE

Names = Mapping[str, str]
Count = Mapping[str, Any]
METHODS = {
    "schulze": gettext_noop("Schulze"),
    "ranked_pairs": gettext_noop("ranked pairs"),
    "minimax": gettext_noop("minimax"),
    "instant_runoff": gettext_noop("instant runoff"),
    "borda": gettext_noop("Borda"),
    "score": gettext_noop("the mean score"),
    "star": gettext_noop("STAR"),
}


def firmness(count: Count, names: Names) -> list[str]:
    """Sentences; none where there is nothing to hold it against."""
    if count["method"] in ON_A_BASE:
        return [_other_base(count, names), *_one_ballot(count)]
    panel = count.get("sensitivity")
    if panel:
        return [_other_methods(panel, count["method"], names), *_one_ballot(panel)]
    return _one_ballot(count)


def _other_base(count: Count, names: Names) -> str:
    if sorted(count["on_other_base"]) == sorted(count["elected"]):
        return _("Counted on the other base, the result is the same.")
    other = joined(count["on_other_base"], names) or _("nobody")
    return _("Counted on the other base, it would be %(option)s.") % {"option": other}


def _other_methods(panel: Count, method: str, names: Names) -> str:
    if panel["agree"]:
        return _("Five ways of counting name the same winner.")
    own = panel["winners_by_method"][method]
    differing = [
        _("%(method)s would choose %(options)s") % {"method": _(METHODS[name]), "options": joined(winners, names)}
        for name, winners in panel["winners_by_method"].items()
        if winners != own
    ]
    return f"{'; '.join(differing)}."


def _one_ballot(panel: Count) -> list[str]:
    if "one_ballot" not in panel:
        return []
    if panel["one_ballot"] is None:
        return [_("Whether one changed ballot would matter is tried only for smaller ballots.")]
    changes = _("One changed ballot would change it."), _("No single ballot would change it.")
    return [changes[0] if panel["one_ballot"] else changes[1]]
