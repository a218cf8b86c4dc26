"""Functions that nobody has heard: said before input is closed and before the decision is taken."""

from dataclasses import dataclass
from typing import Any

from consort.core.models import Department, Person
from consort.decisions.cases import ASKED_FOR_INPUT, Case
from consort.decisions.models import Part, Stage
from consort.decisions.rounds_of import INPUT
from consort.rounds.queries import Participation


@dataclass(frozen=True)
class Silent:
    """A function of which nobody is in. `people` of it are asked; without any, it carries out what others decide."""

    department: Department
    people: list[Person]


def silent_functions(case: Case, participation: Participation | None) -> list[Silent]:
    """While input is asked, and until it is decided. Runs no query on a case whose roles were fetched."""
    if case.decision.stage not in (Stage.INPUT, Stage.DEBATE, Stage.RESOLVE):
        return []
    heard = _heard(case, participation)
    if heard is None:
        return []
    spoken = {person.department_id for person in heard}
    asked = [person for person in case.holders(*ASKED_FOR_INPUT) if person not in heard]
    doing = [person for person in case.holders(Part.CARRIES_OUT) if person not in heard and person not in asked]
    found: dict[Any, Silent] = {}
    for person in [*asked, *doing]:
        if person.department is not None and person.department_id not in spoken:
            silent = found.setdefault(person.department_id, Silent(person.department, []))
            if person in asked:
                silent.people.append(person)
    return list(found.values())


def _heard(case: Case, participation: Participation | None) -> list[Person] | None:
    """Whose input is in; None where none was asked for."""
    asking = case.rounds.asking
    if asking is not None and asking.kind == INPUT and participation is not None:
        return [each.person for each in participation.people if each.done and each.person is not None]
    latest = case.rounds.latest_input
    if latest is None:
        return None
    keys = set((latest.result or {})["people"])
    return [person for person in case.holders(*Part) if str(person.pk) in keys]
