"""What a ballot says, in a sentence, and how many voted."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from consort.decisions.models import Method, Share

Names = Mapping[str, str]
Count = Mapping[str, Any]


def finding(count: Count, names: Names) -> str:
    """The result; below the quorum only that it decides nothing."""
    if not count.get("is_quorate", True):
        return _("It decides nothing: %(needed)s votes were needed for a quorum, and %(cast)s came.") % {
            "needed": count["quorum"]["needed"],
            "cast": count["cast"],
        }
    match Method(count["method"]):
        case Method.CONSENT:
            return _consent(count, names)
        case Method.CONSENSUS:
            return _consensus(count, names)
        case Method.MAJORITY | Method.SUPERMAJORITY:
            return _majority(count, names)
        case Method.STAR:
            return f"{_elected(count, names)} {_runoff(count, names)}".strip()
        case _:
            return _elected(count, names)


def joined(letters: Sequence[str], names: Names) -> str:
    """ "A. Here, B. There and C. Nowhere"."""
    named = [names[letter] for letter in letters]
    if len(named) < 2:
        return "".join(named)
    return _("%(others)s and %(last)s") % {"others": ", ".join(named[:-1]), "last": named[-1]}


def turnout(count: Count) -> str:
    """How many voted, and what is counted of."""
    cast = {"cast": count["cast"], "asked": count["asked"]}
    match Method(count["method"]):
        case Method.MAJORITY | Method.SUPERMAJORITY if count["base"] == "eligible":
            return _("%(cast)s of %(asked)s voted; counted of everyone who may vote") % cast
        case Method.MAJORITY | Method.SUPERMAJORITY:
            return _("%(cast)s of %(asked)s voted; counted of the votes for an option") % cast
        case _:
            return _("%(cast)s of %(asked)s voted") % cast


def _consent(count: Count, names: Names) -> str:
    proposal = names.get(count["proposal"], count["proposal"])
    if count["unanswered"]:
        return _silent(count)
    if count["objections"]:
        objections = ngettext(
            "An objection stands against %(p)s.", "%(n)s objections stand against %(p)s.", len(count["objections"])
        )
        return objections % {"n": len(count["objections"]), "p": proposal}
    return _("Nobody objects to %(proposal)s.") % {"proposal": proposal}


def _silent(count: Count) -> str:
    silent = ngettext(
        "%(n)s person has not answered: silence is not consent.",
        "%(n)s people have not answered: silence is not consent.",
        count["unanswered"],
    )
    return silent % {"n": count["unanswered"]}


def _consensus(count: Count, names: Names) -> str:
    known = {"proposal": names.get(count["proposal"], count["proposal"]), "n": count["consenting"]}
    if count["elected"]:
        return _("Everyone agrees to %(proposal)s.") % known
    return _("%(n)s of %(asked)s agree to %(proposal)s: that is no consensus.") % {**known, "asked": count["asked"]}


def _majority(count: Count, names: Names) -> str:
    known = {"needed": count["needed"], "size": count["base_size"], "share": _share(count)}
    if not count["elected"]:
        return _("No option has the %(needed)s votes of %(size)s that %(share)s needs.") % known
    letter = count["elected"][0]
    known |= {"option": names[letter], "votes": count["votes"][letter]}
    return _("%(option)s has %(votes)s of %(size)s votes; %(needed)s were needed.") % known


def _share(count: Count) -> str:
    share = count.get("share")
    return _("a majority of %(share)s") % {"share": Share(share).label} if share else _("a majority")


def _elected(count: Count, names: Names) -> str:
    elected, tied = joined(count["elected"], names), joined(count["contested"], names)
    if not elected and not tied:
        return _("Nobody chose any of them.")
    if not tied:
        return _("The ballot chooses %(options)s.") % {"options": elected}
    left = count["seats"] - len(count["elected"])
    tie = ngettext("%(tied)s tie for %(n)s place.", "%(tied)s tie for %(n)s places.", left) % {"tied": tied, "n": left}
    return tie if not elected else f"{_('The ballot chooses %(options)s.') % {'options': elected}} {tie}"


def _runoff(count: Count, names: Names) -> str:
    """Of the two with the highest scores, who is preferred by how many; nothing where several pairs were possible."""
    if len(count["finalists"]) != 1:
        return ""
    (first, second), (more, fewer) = count["finalists"][0], count["runoffs"][0]
    known = {"first": names[first], "second": names[second], "more": more, "fewer": fewer}
    return _("In the runoff %(more)s prefer %(first)s, %(fewer)s prefer %(second)s.") % known
