"""What a ballot says, in sentences: the result, ties as ties, and how firm it is."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop, ngettext

from consort.decisions.cases import Case
from consort.decisions.models import Method
from consort.decisions.questions import OBJECTS
from consort.rounds.models import Round
from consort.rounds.queries import answers_of

METHODS = {
    "schulze": gettext_noop("Schulze"),
    "ranked_pairs": gettext_noop("ranked pairs"),
    "minimax": gettext_noop("minimax"),
    "instant_runoff": gettext_noop("instant runoff"),
    "borda": gettext_noop("Borda"),
}
Names = Mapping[str, str]


@dataclass(frozen=True)
class Bar:
    """Votes for one option."""

    title: str
    votes: int


@dataclass(frozen=True)
class Objection:
    who: str
    reason: str


@dataclass(frozen=True)
class Ballot:
    """An opened ballot as a page shows it. `order`: tiers of names, best first; a tier of several is a tie."""

    round: Round
    finding: str
    base: str
    order: list[list[str]] = field(default_factory=list)
    bars: list[Bar] = field(default_factory=list)
    objections: list[Objection] = field(default_factory=list)
    firmness: list[str] = field(default_factory=list)
    is_open: bool = False


def ballot(case: Case) -> Ballot | None:
    """The ballot that counts, once it has opened. Runs two queries where somebody objects to a proposal, else none."""
    round = case.rounds.ballot
    if round is None or not round.is_opened:
        return None
    return picture(case, round)


def picture(case: Case, round: Round) -> Ballot:
    """`is_open`: it has left something for people to settle."""
    count: dict[str, Any] = round.result or {}
    if count.get("withheld"):
        return Ballot(round, _("Too few voted to show what they chose."), "", is_open=True)
    titles = {option.letter: option.name for option in case.decision.options.all()}
    seats_left = len(count["elected"]) < count["seats"]
    return Ballot(
        round=round,
        finding=_finding(count, titles),
        base=_base(count),
        order=[[titles[letter] for letter in tier] for tier in count["tiers"]] if count["method"] != "consent" else [],
        bars=[Bar(titles.get(letter, _("None of these")), votes) for letter, votes in count.get("votes", {}).items()],
        objections=_objections(count, round),
        firmness=_firmness(count, titles),
        is_open=seats_left,
    )


def _finding(count: dict[str, Any], titles: Names) -> str:
    match Method(count["method"]):
        case Method.CONSENT:
            return _consent(count, titles)
        case Method.MAJORITY:
            return _majority(count, titles)
        case Method.APPROVAL | Method.SCHULZE | Method.INSTANT_RUNOFF:
            return _elected(count, titles)


def _consent(count: dict[str, Any], titles: Names) -> str:
    proposal = titles.get(count["proposal"], count["proposal"])
    if count["unanswered"]:
        silent = ngettext(
            "%(n)s person has not answered: silence is not consent.",
            "%(n)s people have not answered: silence is not consent.",
            count["unanswered"],
        )
        return silent % {"n": count["unanswered"]}
    if count["objections"]:
        objections = ngettext(
            "An objection stands against %(p)s.", "%(n)s objections stand against %(p)s.", len(count["objections"])
        )
        return objections % {"n": len(count["objections"]), "p": proposal}
    return _("Nobody objects to %(proposal)s.") % {"proposal": proposal}


def _majority(count: dict[str, Any], titles: Names) -> str:
    known = {"needed": count["needed"], "size": count["base_size"]}
    if not count["elected"]:
        return _("No option has the %(needed)s votes of %(size)s that a majority needs.") % known
    letter = count["elected"][0]
    known |= {"option": titles[letter], "votes": count["votes"][letter]}
    return _("%(option)s has %(votes)s of %(size)s votes; %(needed)s were needed.") % known


def _elected(count: dict[str, Any], titles: Names) -> str:
    elected, tied = _joined(count["elected"], titles), _joined(count["contested"], titles)
    if not elected and not tied:
        return _("Nobody chose any of them.")
    if not tied:
        return _("The ballot chooses %(options)s.") % {"options": elected}
    left = count["seats"] - len(count["elected"])
    tie = ngettext("%(tied)s tie for %(n)s place.", "%(tied)s tie for %(n)s places.", left) % {"tied": tied, "n": left}
    return tie if not elected else f"{_('The ballot chooses %(options)s.') % {'options': elected}} {tie}"


def _joined(letters: Sequence[str], titles: Names) -> str:
    named = [titles[letter] for letter in letters]
    if len(named) < 2:
        return "".join(named)
    return _("%(others)s and %(last)s") % {"others": ", ".join(named[:-1]), "last": named[-1]}


def _base(count: dict[str, Any]) -> str:
    cast = {"cast": count["cast"], "asked": count["asked"]}
    if count["method"] == "majority" and count["base"] == "eligible":
        return _("%(cast)s of %(asked)s voted; counted of everyone who may vote") % cast
    if count["method"] == "majority":
        return _("%(cast)s of %(asked)s voted; counted of the votes for an option") % cast
    return _("%(cast)s of %(asked)s voted") % cast


def _objections(count: dict[str, Any], round: Round) -> list[Objection]:
    if not count.get("objections") or not round.is_attributed:
        return []
    said = [(answer.name, answer.answers) for answer in answers_of(round)]
    return [Objection(who, str(each.get("reason") or "")) for who, each in said if each.get("consent") == OBJECTS]


def _firmness(count: dict[str, Any], titles: Names) -> list[str]:
    """How the result would look by another method, on another base, or with one ballot changed."""
    if count["method"] == "majority":
        return _other_base(count, titles)
    panel = count.get("sensitivity")
    if not panel:
        return []
    return [_other_methods(panel, count["method"], titles), _one_ballot(panel)]


def _other_base(count: dict[str, Any], titles: Names) -> list[str]:
    if sorted(count["on_other_base"]) == sorted(count["elected"]):
        return [_("Counted on the other base, the result is the same.")]
    other = _joined(count["on_other_base"], titles) or _("nobody")
    return [_("Counted on the other base, it would be %(option)s.") % {"option": other}]


def _other_methods(panel: dict[str, Any], method: str, titles: Names) -> str:
    if panel["agree"]:
        return _("Five ways of counting name the same winner.")
    own = panel["winners_by_method"][method]
    differing = [
        _("%(method)s would choose %(options)s") % {"method": _(METHODS[name]), "options": _joined(winners, titles)}
        for name, winners in panel["winners_by_method"].items()
        if winners != own
    ]
    return f"{'; '.join(differing)}."


def _one_ballot(panel: dict[str, Any]) -> str:
    if panel["one_ballot"] is None:
        return _("Whether one changed ballot would matter is tried only for smaller ballots.")
    return _("One changed ballot would change it.") if panel["one_ballot"] else _("No single ballot would change it.")
