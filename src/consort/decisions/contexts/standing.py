"""Where a decision stands: its stages, who has which part, who sees it, and what the reader may do next."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from consort.core.models import Level, Person
from consort.decisions import policy, stages
from consort.decisions.cases import Case
from consort.decisions.models import Decision, Part, Stage
from consort.decisions.stages import Transition
from consort.decisions.wording import holders, names, stage_date

ROLE_TITLES = {
    Part.DECIDES: (gettext_lazy("Decides"), gettext_lazy("Decide"), gettext_lazy("Decided")),
    Part.RECOMMENDS: (gettext_lazy("Recommends"), gettext_lazy("Recommend"), gettext_lazy("Recommended")),
    Part.AGREES: (gettext_lazy("Must agree"), gettext_lazy("Must agree"), gettext_lazy("Had to agree")),
    Part.INPUT: (gettext_lazy("Input"), gettext_lazy("Input"), gettext_lazy("Gave input")),
    Part.CARRIES_OUT: (gettext_lazy("Carries out"), gettext_lazy("Carry out"), gettext_lazy("Carries out")),
}


@dataclass(frozen=True)
class StageMark:
    """A stage in the line above the page."""

    label: str | Promise
    when: str
    done: bool
    current: bool


@dataclass(frozen=True)
class Step:
    """A way out of the stage that the reader may take, and what is missing before."""

    name: str
    verb: str | Promise
    url: str
    missing: list[str]


def stage_marks(decision: Decision) -> list[StageMark]:
    here = list(Stage).index(Stage(decision.stage))
    return [
        StageMark(stage.label, stage_date(decision, stage), place < here, place == here)
        for place, stage in enumerate(stages.ORDER)
    ]


def roles(decision: Decision, reader: Person) -> list[tuple[str, str]]:
    """(part, who, with what they must agree on), without empty ones."""
    every = list(decision.roles.all())
    found = []
    for part, titles in ROLE_TITLES.items():
        if people := holders(every, part):
            scopes = [role.scope for role in every if role.part == part and role.scope]
            who = ", ".join([capfirst(names(people, reader)), *dict.fromkeys(scopes)])
            together = part == Part.DECIDES and len(people) > 1 and not decision.is_decided
            found.append(
                (str(titles[decision.is_decided]), _("%(names)s, together") % {"names": who} if together else who)
            )
    return found


def audience(decision: Decision, reader: Person) -> str:
    """Who may see it, in words."""
    if decision.visibility == Level.PARTNERSHIP and decision.partnership:
        return _("%(name)s, and those with a part") % {"name": decision.partnership.name or _("The pair")}
    if decision.visibility == Level.ME:
        return _("Only those with a part")
    return str(Level(decision.visibility).label)


def steps(case: Case, reader: Person) -> list[Step]:
    """What the reader may do to move the decision on. `missing` is empty for what is possible now."""
    return [
        _step(case, transition)
        for transition in stages.from_stage(case.decision.stage)
        if policy.may_take(transition, case, reader)
    ]


def _step(case: Case, transition: Transition) -> Step:
    decision = case.decision
    address = reverse(f"decisions:{transition.name}", args=[decision.organization.slug, decision.number])
    return Step(transition.name, transition.verb, address, transition.missing(case))
