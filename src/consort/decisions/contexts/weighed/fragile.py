"""Where the order would break, in sentences. They stand before any winner."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from consort.decisions.contexts.weighed.scored import Scored, Weights
from consort.decisions.models import Option

NEAR_WEIGHT, NEAR_SCORE, FAR_APART = 0.10, 1.0, 4
MOST = 3
METHODS = {
    "stretched_sum": gettext_noop("The sum of stretched scores"),
    "weighted_product": gettext_noop("The weighted product"),
    "topsis": gettext_noop("TOPSIS"),
}


@dataclass(frozen=True)
class Fragility:
    """`is_fragile`: something small would put another option first. `doubts` say what, `beside` what else was tried."""

    is_fragile: bool
    doubts: list[str]
    beside: list[str]


def fragility(scored: Scored, given: Sequence[Weights]) -> Fragility:
    """`given`: everyone's own weights."""
    doubts = [*_ties(scored), *_weights(scored), *_scores(scored), *_own_weights(scored, given), *_apart(scored)]
    return Fragility(bool(doubts), doubts, [*_any_weights(scored), *_methods(scored), *_dropping(scored)])


def named(options: Sequence[Option]) -> str:
    """ "A. Here and B. There"."""
    names = [option.name for option in options]
    if len(names) < 2:
        return "".join(names)
    return _("%(others)s and %(last)s") % {"others": ", ".join(names[:-1]), "last": names[-1]}


def _ties(scored: Scored) -> Iterator[str]:
    first = [scored.options[place] for place in scored.weighed.winners]
    if len(first) > 1:
        yield _("%(options)s draw level.") % {"options": named(first)}


def _weights(scored: Scored) -> Iterator[str]:
    for shift in scored.weight_shifts[:MOST]:
        if shift.distance <= NEAR_WEIGHT:
            yield _("If “%(criterion)s” weighed %(then)s%% instead of %(now)s%%, %(option)s would draw level.") % {
                "criterion": scored.criteria[shift.criterion].name,
                "then": round(shift.then * 100),
                "now": round(shift.now * 100),
                "option": scored.options[shift.option].name,
            }


def _scores(scored: Scored) -> Iterator[str]:
    for shift in scored.score_shifts[:MOST]:
        if shift.points <= NEAR_SCORE:
            yield _("If the first lost %(points)s points on “%(criterion)s”, %(option)s would draw level.") % {
                "points": f"{shift.points:.1f}",
                "criterion": scored.criteria[shift.criterion].name,
                "option": scored.options[shift.option].name,
            }


def _own_weights(scored: Scored, given: Sequence[Weights]) -> Iterator[str]:
    """Leaders whose own weights would put another option first."""
    first = {scored.options[place].pk for place in scored.weighed.winners}
    for each in given:
        winners = scored.winners_by(each.points)
        if {option.pk for option in winners} != first:
            known = {"name": each.person.first_name, "options": named(winners)}
            yield _("By the weights of %(name)s alone, %(options)s would come first.") % known


def _apart(scored: Scored) -> Iterator[str]:
    """Where people scored the same thing most differently."""
    found = [
        (high - low, option, criterion, low, high)
        for option in range(len(scored.options))
        for criterion in range(len(scored.criteria))
        if (spread := scored.spread(option, criterion)) and (high := spread[1]) - (low := spread[0]) >= FAR_APART
    ]
    for _reach, option, criterion, low, high in sorted(found, reverse=True)[:MOST]:
        yield _("%(option)s on “%(criterion)s”: scored from %(low)s to %(high)s. Talk about this first.") % {
            "option": scored.options[option].name,
            "criterion": scored.criteria[criterion].name,
            "low": low,
            "high": high,
        }


def _any_weights(scored: Scored) -> Iterator[str]:
    found = scored.acceptability
    shares = [
        _("%(option)s %(share)s%%") % {"option": option.name, "share": round(share * 100)}
        for option, share in zip(scored.options, found.shares, strict=True)
        if share >= 0.005
    ]
    margin = f"{found.margin * 100:.1f}"
    yield _("Of all possible weights, each comes first under: %(shares)s (within %(margin)s points).") % {
        "shares": ", ".join(shares),
        "margin": margin,
    }


def _methods(scored: Scored) -> Iterator[str]:
    """Other usual methods that name somebody else."""
    ours = scored.rivals["weighted_sum"]
    for name, winners in scored.rivals.items():
        if name in METHODS and winners != ours:
            known = {"method": _(METHODS[name]), "options": named([scored.options[place] for place in winners])}
            yield _("%(method)s would put %(options)s first.") % known


def _dropping(scored: Scored) -> Iterator[str]:
    """What leaving out a loser would do. Never anything to the sum of scores as they are."""
    for each in scored.reversals:
        if each.method in METHODS:
            yield _("Without %(loser)s, %(method)s would put %(options)s first.") % {
                "loser": scored.options[each.dropped].name,
                "method": _(METHODS[each.method]),
                "options": named([scored.options[place] for place in each.then]),
            }
    yield _("By our own sum, leaving out an option that does not win changes nothing for the others.")
