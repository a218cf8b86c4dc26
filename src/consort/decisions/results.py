"""How the sealed rounds of a decision are worked out when they open. Registered with `rounds.results`."""

from typing import Any

from consort.decisions import counting
from consort.decisions.actions import opening, pulsing
from consort.decisions.models import Base, Method
from consort.decisions.questions import DIFFERENTLY
from consort.decisions.rounds_of import BALLOT, INPUT, PROCESS, PULSE
from consort.rounds.models import Asked
from consort.rounds.results import Opened, register, summaries

Result = dict[str, Any]


def of_input(opened: Opened) -> Result:
    """Who gave input, and the summaries of the questions."""
    inputs = [(person, answers) for person, answers in opened.answers if person is not None]
    opening.hear(opened.round, inputs)
    return {"people": [str(person.pk) for person, _ in inputs], **summaries(opened)}


def of_ballot(opened: Opened) -> Result:
    """The count by the method of the decision."""
    eligible = Asked.objects.filter(round=opened.round).count()
    answers = [answers for _, answers in opened.answers]
    opening.count(opened.round, len(answers), eligible)
    return _count(opened, answers, eligible)


def of_process(opened: Opened) -> Result:
    """The summaries of the scales."""
    opening.judge(opened.round)
    return summaries(opened)


def of_pulse(opened: Opened) -> Result:
    """The summaries; the words are read from the envelopes."""
    said = [answers.get("carried") for _person, answers in opened.answers]
    pulsing.read_pulse(opened.round, said.count(DIFFERENTLY), len(said))
    return summaries(opened)


def _count(opened: Opened, answers: list[dict[str, Any]], eligible: int) -> Result:
    decision, question = opening.decision_of(opened.round), opened.questions[0]
    letters = [option["key"] for option in question.settings["options"] if option["key"] != "none"]
    match Method(decision.method):
        case Method.CONSENT:
            return counting.count_consent(question.settings["proposal"], answers, eligible=eligible)
        case Method.MAJORITY:
            votes = [answer["vote"] for answer in answers]
            return counting.count_majority(letters, votes, base=Base(decision.base), eligible=eligible)
        case Method.APPROVAL:
            approved = [answer.get("approval", []) for answer in answers]
            return counting.count_approval(letters, approved, seats=decision.seats, eligible=eligible)
        case Method.SCHULZE | Method.INSTANT_RUNOFF as method:
            unranked = question.settings["unranked"]
            ranks = [answer.get("rank", {}) for answer in answers]
            return counting.count_ranked(method, letters, ranks, seats=decision.seats, unranked=unranked)


def register_all() -> None:
    """Called once, when everything is ready."""
    register(INPUT, of_input)
    register(BALLOT, of_ballot)
    register(PROCESS, of_process)
    register(PULSE, of_pulse)
