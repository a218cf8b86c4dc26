"""What is said about a round: who is in, when it opens, and what exactly is promised."""

from django.contrib.humanize.templatetags.humanize import apnumber
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from consort.core.models import Person
from consort.rounds.models import Round
from consort.web.days import exact


def in_words(number: int) -> str:
    return str(apnumber(number))


def who_is_in(round: Round, asked: int, done: int) -> str:
    """While it asks. Without names nobody learns more than whether there are enough."""
    if not round.is_attributed:
        return _("Enough are in; nobody can read them yet.") if done >= round.least else _("Not enough are in yet.")
    if done == 0:
        return _("None of %(asked)s is in yet.") % {"asked": in_words(asked)}
    sentence = ngettext(
        "%(done)s of %(asked)s is in; nobody can read it yet.",
        "%(done)s of %(asked)s are in; nobody can read them yet.",
        done,
    )
    return sentence % {"done": capfirst(in_words(done)), "asked": in_words(asked)}


def opening_sentence(round: Round) -> str:
    """Such as "Closes Thu 15 Oct, 17:00."."""
    if round.opens_at:
        return _("Closes %(when)s.") % {"when": exact(round.opens_at)}
    return _("Opens when the last one is in.") if round.opens_when_complete else _("Opened by hand.")


def promise(round: Round, reader: Person) -> str:
    """When all open together, and that nobody reads any before."""
    return " ".join([_when_it_opens(round), _nobody_reads(round), _who_may_move_it(round, reader)]).strip()


def _when_it_opens(round: Round) -> str:
    if round.opens_at and round.opens_when_complete:
        return _("All open together on %(when)s, or when the last one arrives.") % {"when": exact(round.opens_at)}
    if round.opens_at:
        return _("All open together on %(when)s.") % {"when": exact(round.opens_at)}
    if round.opens_when_complete:
        return _("All open together when the last one arrives.")
    return _("All open together, at no fixed time.")


def _nobody_reads(round: Round) -> str:
    if round.about_kind == "decision":
        return _("Until then nobody reads any, the deciders and administrators included.")
    return _("Until then nobody reads any, administrators included.")


def _who_may_move_it(round: Round, reader: Person) -> str:
    steering = list(dict.fromkeys(person for person in (round.asker, round.owner) if person))
    if not steering:
        return ""
    if steering == [reader]:
        return _("You can open them sooner; everyone sees that you did.")
    names = _(" and ").join(_("you") if person == reader else person.first_name for person in steering)
    return _("%(names)s can open them sooner; everyone sees it when that happens.") % {"names": capfirst(names)}


def mode_name(round: Round) -> str:
    return {
        Round.Mode.ATTRIBUTED: _("Opened with your name"),
        Round.Mode.CONFIDENTIAL: _("Confidential"),
        Round.Mode.ANONYMOUS: _("Anonymous"),
    }[Round.Mode(round.mode)]


def mode_sentence(round: Round) -> str:
    """What happens to the name and to the answers, in plain words and exactly."""
    if round.mode == Round.Mode.ATTRIBUTED:
        return _("When it opens, everyone who can see this page reads your answers with your name.")
    shown = _("Only figures over all answers are shown, none below %(least)s answers and comments from five on.") % {
        "least": in_words(round.least)
    }
    if round.mode == Round.Mode.CONFIDENTIAL:
        kept = _("Your answers stay sealed; nobody but you reads them here, with a name or without.")
    else:
        kept = _("At the opening the single answers and their key are destroyed; not even you can read yours again.")
    return f"{shown} {kept}"


def exact_promise() -> str:
    """What sealing cannot do, said as openly as what it does."""
    return _(
        "No page, export, message or search shows sealed input before the opening, to no role. It is kept encrypted;"
        " only somebody who holds both the database and the server's master key could break that."
    )


def withheld(round: Round) -> str:
    """Why nothing is shown. The same sentence for few answers and for none."""
    return _("Withheld: shown from %(least)s answers.") % {"least": in_words(round.least)}


def withheld_question(round: Round) -> str:
    """Why one question shows nothing. The same sentence for few answers, for none, and for answers too much alike."""
    words = _("Withheld: shown from %(least)s answers, and only where they would give nobody away.")
    return words % {"least": in_words(round.least)}


def outcome(round: Round) -> str:
    """How many answers an opened round opened with."""
    result = round.result or {}
    if result.get("withheld"):
        return withheld(round)
    answered, asked = result["answered"], result["asked"]
    if answered == 0:
        return _("It opened with no answer at all.")
    if answered < asked:
        few = _("It opened with %(answered)s of %(asked)s answers.")
        return few % {"answered": in_words(answered), "asked": in_words(asked)}
    if asked == 2:
        return _("Both answered.")
    return ngettext("The one who was asked answered.", "All %(asked)s answered.", asked) % {"asked": in_words(asked)}
