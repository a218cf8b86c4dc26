"""Who may do what with a decision."""

from consort.core.models import Person
from consort.decisions.cases import Case
from consort.decisions.models import Decision, Part, Stage, Stance, StatementMap
from consort.decisions.stages import STEERS, Transition, Who
from consort.rounds.models import Asked, Round

WHO_OF_PART = {
    Part.DECIDES: Who.DECIDER,
    Part.RECOMMENDS: Who.RECOMMENDER,
    Part.AGREES: Who.AGREES,
    Part.INPUT: Who.ADVISER,
    Part.CARRIES_OUT: Who.CARRIES_OUT,
}


def standings(case: Case, person: Person) -> frozenset[Who]:
    """How `person` stands to the decision. One who may not see it stands to it in no way."""
    decision = case.decision
    if person.organization_id != decision.organization_id or person.left is not None:
        return frozenset()
    found = {WHO_OF_PART[Part(role.part)] for role in case.roles if role.person_id == person.pk}
    if decision.owner_id == person.pk:
        found.add(Who.FRAMER)
    if person.is_facilitator and (found or may_see(decision, person)):
        found.add(Who.FACILITATOR)
    return frozenset(found)


def may_see(decision: Decision, person: Person) -> bool:
    """Runs one query."""
    return Decision.objects.visible_to(person).filter(pk=decision.pk).exists()


def may_take(transition: Transition, case: Case, person: Person) -> bool:
    return bool(transition.who & standings(case, person))


def may_frame(person: Person) -> bool:
    """Begin a decision."""
    return person.left is None and (person.is_leader or person.is_facilitator)


def may_edit(case: Case, person: Person) -> bool:
    """Change the frame while it is one."""
    return bool(standings(case, person) & (STEERS | {Who.RECOMMENDER}))


def may_speak(case: Case, person: Person) -> bool:
    """Argue and attach evidence: everyone with a part, and every other leader who may see it."""
    return bool(standings(case, person)) or (person.sees_leaders and may_see(case.decision, person))


def may_change_options(case: Case, person: Person) -> bool:
    """After the frame, while it is not decided."""
    return case.decision.stage in (Stage.DEBATE, Stage.RESOLVE) and (decides(case, person) or steers(case, person))


def may_weigh(case: Case, person: Person) -> bool:
    """Name criteria, ask for weights and scores, write down what was agreed."""
    return decides(case, person) or steers(case, person)


def decides(case: Case, person: Person) -> bool:
    return Who.DECIDER in standings(case, person)


def may_answer(case: Case, objection: Stance, person: Person) -> bool:
    """Those who decide; and once nobody did in time, whoever the objection went to."""
    is_next = objection.escalated is not None and objection.escalates_to_id == person.pk
    return decides(case, person) or (is_next and bool(standings(case, person)))


def steers(case: Case, person: Person) -> bool:
    return bool(standings(case, person) & STEERS)


def has_part(case: Case, person: Person) -> bool:
    """Whether the person is asked where they stand."""
    return any(role.person_id == person.pk for role in case.roles)


def sees_outcomes(case: Case, person: Person) -> bool:
    """Whether what happened is shown: not before one has judged the process, unless that is done for everyone."""
    decision = case.decision
    if decision.stage == Stage.CLOSED:
        return True
    process = case.rounds.process
    if decision.stage != Stage.REVIEW or process is None:
        return False
    return process.is_opened or has_sealed(process, person)


def has_sealed(round: Round, person: Person) -> bool:
    """Runs one query."""
    return Asked.objects.filter(round=round, person=person, done=True).exists()


def may_vote(map: StatementMap, person: Person) -> bool:
    """Say what one thinks of its statements, and propose more: everyone who may see it. Runs one query."""
    return person.left is None and StatementMap.objects.visible_to(person).filter(pk=map.pk).exists()


def may_moderate(map: StatementMap, person: Person) -> bool:
    """Show statements, set them aside, and close the map."""
    return person.left is None and map.owner_id == person.pk
