"""Resolving: answering each input, and recording what was decided."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db import transaction
from django.utils.translation import gettext as _

from consort.core import clock
from consort.core.errors import Refused, refuse_unless, require
from consort.core.models import Person
from consort.decisions import policy
from consort.decisions.actions.moving import advance, begin, in_stage, tell
from consort.decisions.cases import Case
from consort.decisions.facts import DecisionResolved, InputConsidered
from consort.decisions.models import Consideration, Decision, Option, Stage


@dataclass(frozen=True)
class Answer:
    """What a decider says to one person's input."""

    person: Person
    used: bool
    because: str = ""


@transaction.atomic
def consider(*, decision: Decision, by: Person, answers: Sequence[Answer]) -> None:
    """Answer inputs of the latest round: used, or not used and why. An answer can be changed until it is decided."""
    case = in_stage(decision, Stage.RESOLVE)
    require(policy.decides(case, by))
    for answer in answers:
        require(str(answer.person.pk) in case.to_consider)
        refuse_unless(
            answer.used or bool(answer.because.strip()),
            _("Say to %(name)s why it was not used. Nothing was kept.") % {"name": answer.person.first_name},
        )
        _consider(case, by, answer)


def _consider(case: Case, by: Person, answer: Answer) -> None:
    because = answer.because.strip()
    made = Consideration.objects.filter(round=case.rounds.latest_input, person=answer.person).first()
    if made and (made.used, made.because) == (answer.used, because):
        return
    Consideration.objects.update_or_create(
        round=case.rounds.latest_input,
        person=answer.person,
        defaults={"decision": case.decision, "used": answer.used, "because": because, "by": by, "at": clock.now()},
    )
    whose = answer.person.first_name
    tell(case, InputConsidered(case.decision.question, whose, answer.used), by, by, answer.person)


@transaction.atomic
def resolve(
    *, decision: Decision, by: Person, chosen: Sequence[Option], text: str, because: str, settled_how: str = ""
) -> None:
    """Record what was decided, in words, and why. `chosen` holds one option per seat, none for none of them.

    What a ballot has settled stands; where it has not (a tie, no majority, an objection), `settled_how` says who
    settled it and how.
    """
    case = begin(decision, "resolve", by)
    if case is None:
        return
    require(all(option.decision_id == decision.pk for option in chosen))
    refuse_unless(bool(text.strip()), _("Write down what was decided. Nothing was recorded."))
    refuse_unless(bool(because.strip()), _("Write down why. Nothing was recorded."))
    _heed_ballot(case, chosen, settled_how)
    for place, option in enumerate(chosen, start=1):
        option.place = place
        option.save(update_fields=["place"])
    outcome = chosen[0] if chosen else None
    words = {"outcome_text": text.strip(), "because": because.strip(), "settled_how": settled_how.strip()}
    advance(decision, "resolve", outcome=outcome, **words)
    people = [role.person for role in case.roles]
    tell(case, DecisionResolved(decision.question, decision.outcome_text, decision.method), by, *people)


def _heed_ballot(case: Case, chosen: Sequence[Option], settled_how: str) -> None:
    """Refuse what the ballot does not bear out."""
    most = case.decision.seats
    refuse_unless(len(chosen) <= most, _("More were chosen than there are seats. Nothing was recorded."))
    count = ballot_count(case)
    if count is None:
        return
    letters = [option.letter for option in chosen]
    elected, contested = count.get("elected", []), count.get("contested", [])
    if letters[: len(elected)] != elected:
        raise Refused(_("The ballot chose otherwise. Call another ballot to choose differently. Nothing was recorded."))
    left = letters[len(elected) :]
    if contested:
        possible = set(left) <= set(contested)
        refuse_unless(possible, _("Only those who tied can take what is left. Nothing was recorded."))
    if len(elected) < most or contested:
        refuse_unless(
            bool(settled_how.strip()), _("The ballot left it open: say who settled it and how. Nothing was recorded.")
        )


def ballot_count(case: Case) -> dict[str, list[str]] | None:
    """The result of the ballot that counts, None without one."""
    return case.rounds.ballot.result if case.ballot_opened and case.rounds.ballot else None
