"""What the sealed rounds of a decision ask."""

from collections.abc import Iterable
from dataclasses import replace

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from consort.decisions.models import ON_A_PROPOSAL, RANKED, SCORED, Decision, Forecast, Method, Option
from consort.decisions.terms import HIGHEST_SCORE, Terms
from consort.rounds.actions import NewQuestion
from consort.rounds.models import Question

NONE = "none"
CONSENTS, STANDS_ASIDE, OBJECTS = "consent", "aside", "object"
POINTS = 7
LINKS = ("frame", "options", "facts", "values", "reasoning", "commitment")
AS_DECIDED, DIFFERENTLY, NOT_YET, UNSEEN = "as_decided", "differently", "not_yet", "unseen"
Kind = Question.Kind
HINTS = {
    "not_compared": gettext_noop("What you give no place is not compared with anything."),
    "last": gettext_noop("What you give no place comes last."),
}


def of_input(decision: Decision) -> list[NewQuestion]:
    """Which option, the main reason, what would change one's mind, and how likely each forecast is."""
    options = decision.standing_options
    return [
        NewQuestion(
            "option", Kind.CHOICE, _("Which would you choose today?"), settings={"options": choices_of(options)}
        ),
        NewQuestion("reason", Kind.TEXT, _("Your main reason")),
        NewQuestion(
            "change", Kind.TEXT, _("What would change your mind?"), hint=_("The others see this first"), required=False
        ),
        *(_likelihood(forecast) for forecast in decision.forecasts.select_related("option")),
    ]


def key_of(forecast: Forecast) -> str:
    """Under which key a round asks for it."""
    return f"forecast-{forecast.position}"


def score_key(letter: str) -> str:
    """Under which key a ballot asks for the score of that option."""
    return f"score-{letter}"


def of_ballot(decision: Decision, proposal: Option | None, terms: Terms) -> list[NewQuestion]:
    """The vote, as the terms take it; the first question keeps them. Consent is given to one proposal."""
    first, *more = _of_ballot(decision, proposal, terms)
    kept = {**first.settings, "terms": terms.to_keep()}
    hint = " ".join([*([first.hint] if first.hint else []), *terms.sentences])
    return [replace(first, hint=hint, settings=kept), *more]


def _of_ballot(decision: Decision, proposal: Option | None, terms: Terms) -> list[NewQuestion]:
    options = decision.standing_options
    if terms.method in ON_A_PROPOSAL and proposal:
        return _consent(proposal, terms.method)
    if terms.method in RANKED:
        settings, hint = {"options": _listed(options)}, _(HINTS[terms.unranked])
        return [NewQuestion("rank", Kind.RANK, _("Put the options in order"), hint=hint, settings=settings)]
    if terms.method in SCORED:
        return [_score(option, options) for option in options]
    if terms.method == Method.APPROVAL:
        prompt, kind = _("Which options could you accept?"), Kind.APPROVAL
        return [NewQuestion("approval", kind, prompt, settings={"options": _listed(options)})]
    return [
        NewQuestion("vote", Kind.CHOICE, _("Which option do you vote for?"), settings={"options": choices_of(options)})
    ]


def _score(option: Option, options: Iterable[Option]) -> NewQuestion:
    settings = {"min": 0, "max": HIGHEST_SCORE, "ends": [_("Worst"), _("Best")], "options": _listed(options)}
    prompt = _("How good is %(option)s?") % {"option": option.name}
    return NewQuestion(score_key(option.letter), Kind.SCALE, prompt, required=False, settings=settings)


def of_process() -> list[NewQuestion]:
    """Was it a good decision, luck aside? The six links of the chain: it is as good as the weakest."""
    poles = (
        ("frame", _("We answered the wrong question"), _("We answered the right question")),
        ("options", _("We left options out"), _("We had real options")),
        ("facts", _("We guessed"), _("We knew what could be known")),
        ("values", _("What we wanted was unclear"), _("What we wanted was clear")),
        ("reasoning", _("Dissent was passed over"), _("Dissent was weighed")),
        ("commitment", _("Few stood behind it"), _("All stood behind it")),
    )
    return [
        NewQuestion(key, Kind.SCALE, f"{low} / {high}", settings={"min": 1, "max": POINTS, "ends": [low, high]})
        for key, low, high in poles
    ]


def of_pulse() -> list[NewQuestion]:
    """Is it carried out as decided, and what stands in the way?"""
    answers = (
        (AS_DECIDED, _("As decided")),
        (DIFFERENTLY, _("Differently than decided")),
        (NOT_YET, _("Not yet begun")),
        (UNSEEN, _("I cannot see it from here")),
    )
    options = [{"key": key, "label": label, "detail": ""} for key, label in answers]
    return [
        NewQuestion("carried", Kind.CHOICE, _("Is it carried out as decided?"), settings={"options": options}),
        NewQuestion("way", Kind.TEXT, _("What stands in the way?"), required=False),
    ]


def _consent(proposal: Option, method: Method) -> list[NewQuestion]:
    """Consent asks for objections; consensus asks for everyone's agreement."""
    agreeing = (CONSENTS, _("I consent"), _("I see no harm in it"))
    if method == Method.CONSENSUS:
        agreeing = (CONSENTS, _("I agree"), _("I would choose it"))
    answers = (
        agreeing,
        (STANDS_ASIDE, _("I stand aside"), _("I would not choose it, and do not stop it")),
        (OBJECTS, _("I object"), _("It would do harm; say which")),
    )
    options = [{"key": key, "label": label, "detail": detail} for key, label, detail in answers]
    prompt = _("The proposal is %(option)s. Where do you stand?") % {"option": proposal.name}
    return [
        NewQuestion("consent", Kind.CHOICE, prompt, settings={"options": options, "proposal": proposal.letter}),
        NewQuestion(
            "reason",
            Kind.TEXT,
            _("Your reason"),
            hint=_("Needed if you object: which harm would it do?"),
            required=False,
        ),
    ]


def _likelihood(forecast: Forecast) -> NewQuestion:
    prompt = _("How likely is it that %(statement)s?") % {"statement": forecast.statement.rstrip(".?")}
    if forecast.option:
        known = {"option": forecast.option.name, "statement": forecast.statement.rstrip(".?")}
        prompt = _("If we choose %(option)s, how likely is it that %(statement)s?") % known
    return NewQuestion(key_of(forecast), Kind.PROBABILITY, prompt)


def _listed(options: Iterable[Option]) -> list[dict[str, str]]:
    return [{"key": option.letter, "label": option.name, "detail": ""} for option in options]


def choices_of(options: Iterable[Option]) -> list[dict[str, str]]:
    """The options, and none of them."""
    return [*_listed(options), {"key": NONE, "label": _("None of these"), "detail": ""}]
