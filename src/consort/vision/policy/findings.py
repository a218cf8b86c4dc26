"""Who may set a finding aside, and who may say that an objective goes against a "will not"."""

from consort.core.models import Link, Person
from consort.vision.models import Contradiction, Dismissal, Objective
from consort.vision.policy import objectives
from consort.vision.policy.purpose import keeps_strategy
from consort.vision.rules import Finding


def may_set_aside(finding: Finding, person: Person) -> bool:
    """Those who can resolve it, and those who keep the strategy. Runs at most one query."""
    return person.left is None and (person.pk in finding.people or keeps_strategy(person))


def may_set_check_aside(objective: Objective, person: Person) -> bool:
    return objectives.may_change(objective, person)


def may_take_back(dismissal: Dismissal, person: Person) -> bool:
    """Who set it aside, and those who keep the strategy."""
    if person.left is not None or dismissal.organization_id != person.organization_id:
        return False
    return dismissal.by_id == person.pk or keeps_strategy(person)


def may_mark(objective: Objective, person: Person) -> bool:
    """Every leader may say so, and facilitators."""
    return person.left is None and person.sees_leaders and objective.organization_id == person.organization_id


def may_withdraw(mark: Contradiction, person: Person) -> bool:
    """Who said so, and those who keep the strategy."""
    if person.left is not None or mark.objective.organization_id != person.organization_id:
        return False
    return mark.by_id == person.pk or keeps_strategy(person)


def may_reconcile(link: Link, person: Person) -> bool:
    """Who said that two stand against each other, and those who keep the strategy."""
    if person.left is not None or link.organization_id != person.organization_id:
        return False
    return link.by_id == person.pk or keeps_strategy(person)
