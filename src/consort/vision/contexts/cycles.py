"""The list of cycles, and one cycle: its objectives by how they stand, who has checked in, and what is silent."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.utils.functional import Promise
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from consort.core import clock
from consort.core.models import Person
from consort.rounds.models import Round
from consort.vision import stages
from consort.vision.contexts.check_ins import due_words, moments_of, percent, sealed_words, standing_words
from consort.vision.models import Cycle, Objective
from consort.vision.policy.cycles import leads_of, may_check_in, may_plan, may_review, may_steer
from consort.vision.queries.cycles import Pursued, asking_rounds, cycles_for, objectives_in, pursued
from consort.vision.scoring import progress
from consort.vision.silence import Word
from consort.vision.stages import Stage
from consort.vision.where import check_in_url, cycle_verb_url, review_url
from consort.web import charts
from consort.web.days import short

SHAPES = {Stage.PLAN: "open", Stage.RUN: "good", Stage.REVIEW: "caution", Stage.CLOSED: "done"}
GROUPS: dict[str, str | Promise] = {
    Word.SILENT: gettext_lazy("Silent"),
    Word.UNLIKELY: gettext_lazy("Unlikely"),
    Word.IN_DOUBT: gettext_lazy("In doubt"),
    Word.NOT_YET: gettext_lazy("Not yet checked in"),
    Word.LIKELY: gettext_lazy("Likely"),
}
CONSEQUENCES: dict[str, str | Promise] = {
    "start": gettext_lazy("From then on those who lead an objective are asked for check-ins."),
    "begin_review": gettext_lazy("Check-ins are no longer asked for; each objective is reviewed."),
    "close": gettext_lazy("Nothing in it is changed any more."),
}


@dataclass(frozen=True)
class Row:
    """An objective of a cycle as the page shows it."""

    objective: Objective
    leads: str
    word: str
    shape: str
    due: str
    sealed: str
    progress: int | None
    spark: SafeString
    confidence: str
    check_in_url: str
    review_url: str


@dataclass(frozen=True)
class StageMark:
    label: str
    when: str
    done: bool
    current: bool


@dataclass(frozen=True)
class Step:
    """A move the reader may make now."""

    name: str
    verb: str
    url: str
    consequence: str
    is_forward: bool
    is_due: bool


def listing(person: Person) -> dict[str, Any]:
    """Every cycle one may see, newest first. Runs two queries."""
    cycles = list(cycles_for(person))
    counted = _counted(cycles, person)
    return {
        "rows": [
            (cycle, SHAPES[Stage(cycle.stage)], _days(cycle), _count_words(counted[cycle.pk])) for cycle in cycles
        ],
        "lede": _list_lede(cycles),
        "may_plan": may_plan(person),
    }


def _listed(cycle: Cycle, counted: Counter[str]) -> tuple[Cycle, str, str, str]:
    return cycle, SHAPES[Stage(cycle.stage)], _days(cycle), _count_words(counted)


def page(cycle: Cycle, person: Person) -> dict[str, Any]:
    """One cycle. Runs at most seven queries."""
    every = pursued(list(objectives_in(cycle, person)), clock.today())
    sealed = asking_rounds([each.objective for each in every])
    open_ones = [each for each in every if each.objective.state != Objective.State.CLOSED]
    return {
        "cycle": cycle,
        "days": _days(cycle),
        "lede": _lede(cycle, open_ones, len(every)),
        "stages": stage_marks(cycle),
        "steps": steps(cycle, person),
        "groups": _groups(open_ones, sealed, person),
        "closed": [each.objective for each in every if each.objective.state == Objective.State.CLOSED],
        "owing": _owing(open_ones, sealed),
        "may_steer": may_steer(cycle, person),
        "may_plan": may_plan(person),
        "topic": f"cycle:{cycle.pk}",
    }


def stage_marks(cycle: Cycle) -> list[StageMark]:
    here = stages.ORDER.index(Stage(cycle.stage))
    return [
        StageMark(str(stage.label), _when(cycle, stage) if place <= here else "", place < here, place == here)
        for place, stage in enumerate(stages.ORDER)
    ]


def steps(cycle: Cycle, person: Person) -> list[Step]:
    """The moves that the reader may make, forward first."""
    if not may_steer(cycle, person):
        return []
    return [_step(cycle, move) for move in stages.from_stage(cycle.stage)]


def _step(cycle: Cycle, move: stages.Move) -> Step:
    consequence, url = str(CONSEQUENCES.get(move.name, "")), cycle_verb_url(cycle, move.name)
    return Step(move.name, str(move.verb), url, consequence, move.is_forward, move.is_forward and _is_time(cycle))


def _is_time(cycle: Cycle) -> bool:
    """Whether the day has come to take the cycle on."""
    if cycle.stage == Stage.PLAN:
        return cycle.begins <= clock.today()
    return cycle.stage == Stage.REVIEW or cycle.ends < clock.today()


def names(people: Sequence[Person], reader: Person) -> str:
    return ", ".join(_("you") if person == reader else person.first_name for person in people)


def _groups(every: Sequence[Pursued], sealed: dict[UUID, Round], reader: Person) -> list[tuple[str, list[Row]]]:
    found = []
    for word, title in GROUPS.items():
        rows = [_row(each, sealed.get(each.objective.pk), reader) for each in every if each.standing.word == word]
        if rows:
            found.append((str(title), rows))
    return found


def _row(each: Pursued, round: Round | None, reader: Person) -> Row:
    objective, standing = each.objective, each.standing
    asks = may_check_in(objective, reader) and objective.state == Objective.State.AGREED and _runs(objective)
    reviews = objective.cycle is not None and objective.cycle.stage == Stage.REVIEW and may_review(objective, reader)
    return Row(
        objective,
        names(leads_of(objective), reader),
        standing_words(standing),
        standing.shape,
        due_words(standing),
        sealed_words(round),
        percent(progress(each.attained)),
        _spark(each),
        ", ".join(f"{check_in.confidence}%" for check_in in standing.last),
        check_in_url(objective) if asks else "",
        review_url(objective) if reviews else "",
    )


def _spark(each: Pursued) -> SafeString:
    """The lowest confidence of each check-in, as the word is chosen by it."""
    said = [min(one.confidence for one in moment.said) for moment in reversed(moments_of(each.check_ins))]
    if len(said) < 2:
        return SafeString()
    label = _("Lowest confidence, by check-in: %s") % ", ".join(f"{value}%" for value in said)
    return charts.spark(said, label, low=0, high=100)


def _runs(objective: Objective) -> bool:
    return objective.cycle is not None and objective.cycle.stage == Stage.RUN


def _owing(every: Sequence[Pursued], sealed: dict[UUID, Round]) -> list[tuple[str, int]]:
    """Who owes how many check-ins, by name; silence has people."""
    late = [each for each in every if each.standing.word == Word.SILENT and each.objective.pk not in sealed]
    owed = Counter(person.full_name for each in late for person in leads_of(each.objective))
    return sorted(owed.items())


def _counted(cycles: Sequence[Cycle], person: Person) -> dict[UUID, Counter[str]]:
    found: dict[UUID, Counter[str]] = {cycle.pk: Counter() for cycle in cycles}
    rows = Objective.objects.visible_to(person).filter(cycle__in=cycles).values_list("cycle", "state", "ending")
    for key, state, ending in rows:
        found[key].update(["all", state, ending] if ending else ["all", state])
    return found


def _count_words(counted: Counter[str]) -> str:
    if not counted["all"]:
        return _("No objectives yet")
    every = ngettext("%(n)s objective", "%(n)s objectives", counted["all"]) % {"n": counted["all"]}
    if counted[Objective.State.CLOSED]:
        reached = counted[Objective.Ending.REACHED]
        return _("%(every)s, %(reached)s reached") % {"every": every, "reached": reached}
    return every


def _list_lede(cycles: Sequence[Cycle]) -> str:
    running = [cycle for cycle in cycles if cycle.stage == Stage.RUN]
    if running:
        return _("%(name)s runs until %(day)s.") % {"name": running[0].name, "day": short(running[0].ends)}
    return _("No cycle is running.") if cycles else ""


def _lede(cycle: Cycle, open_ones: Sequence[Pursued], total: int) -> str:
    """How the cycle stands, in one sentence."""
    if not total:
        return _("No objective is in it yet.")
    if cycle.stage == Stage.PLAN:
        return ngettext("%(n)s objective is planned.", "%(n)s objectives are planned.", total) % {"n": total}
    if cycle.stage == Stage.RUN:
        silent = sum(each.standing.word == Word.SILENT for each in open_ones)
        every = ngettext("%(n)s objective is pursued", "%(n)s objectives are pursued", len(open_ones))
        known = {"every": every % {"n": len(open_ones)}, "silent": silent}
        return _("%(every)s, none is silent.") % known if not silent else _("%(every)s, %(silent)s silent.") % known
    left = len(open_ones)
    if left:
        return ngettext("%(n)s objective is not reviewed yet.", "%(n)s objectives are not reviewed yet.", left) % {
            "n": left
        }
    return _("Every objective is reviewed.")


def _when(cycle: Cycle, stage: str) -> str:
    moment = parse_datetime(cycle.reached.get(stage, ""))
    return short(timezone.localdate(moment)) if moment else ""


def _days(cycle: Cycle) -> str:
    return _("%(begins)s to %(ends)s") % {"begins": short(cycle.begins), "ends": short(cycle.ends)}
