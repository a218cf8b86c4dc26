"""How the sealed rounds of a decision are worked out when they open. Registered with `rounds.results`."""

from typing import Any

from consort.decisions.actions import opening, pulsing
from consort.decisions.counting import count
from consort.decisions.questions import DIFFERENTLY, NONE
from consort.decisions.rounds_of import BALLOT, INPUT, PROCESS, PULSE, SCORES, WEIGHTS
from consort.decisions.terms import Terms
from consort.rounds.models import Asked
from consort.rounds.results import Opened, register, summaries

Result = dict[str, Any]


def of_input(opened: Opened) -> Result:
    """Who gave input, and the summaries of the questions."""
    inputs = [(person, answers) for person, answers in opened.answers if person is not None]
    opening.hear(opened.round, inputs)
    return {"people": [str(person.pk) for person, _ in inputs], **summaries(opened)}


def of_ballot(opened: Opened) -> Result:
    """The count by the terms that the ballot states."""
    eligible = Asked.objects.filter(round=opened.round).count()
    answers = [answers for _, answers in opened.answers]
    opening.count(opened.round, len(answers), eligible)
    settings = opened.questions[0].settings
    letters = [option["key"] for option in settings["options"] if option["key"] != NONE]
    terms, proposal = Terms.kept_in(settings), settings.get("proposal", "")
    return count(terms, letters, answers, eligible=eligible, proposal=proposal)


def of_process(opened: Opened) -> Result:
    """The summaries of the scales."""
    opening.judge(opened.round)
    return summaries(opened)


def of_pulse(opened: Opened) -> Result:
    """The summaries; the words are read from the envelopes."""
    said = [answers.get("carried") for _person, answers in opened.answers]
    pulsing.read_pulse(opened.round, said.count(DIFFERENTLY), len(said))
    return summaries(opened)


def of_weights(opened: Opened) -> Result:
    """The summaries, beside the revision of the criteria that were weighed."""
    return {"revision": opened.questions[0].settings["revision"], **summaries(opened)}


def of_scores(opened: Opened) -> Result:
    """The summaries, beside the edition of the options that were scored."""
    return {"edition": opened.questions[0].settings["edition"], **summaries(opened)}


def register_all() -> None:
    """Called once, when everything is ready."""
    register(INPUT, of_input)
    register(BALLOT, of_ballot)
    register(PROCESS, of_process)
    register(PULSE, of_pulse)
    register(WEIGHTS, of_weights)
    register(SCORES, of_scores)
