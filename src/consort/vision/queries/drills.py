"""Questions about recall drills."""

from dataclasses import dataclass

from django.db.models import Count, F, Q, QuerySet, Sum

from consort.core.models import Person
from consort.rounds.models import Round
from consort.rounds.queries import rounds_about
from consort.vision.models import Code, Coder, Drill, DrillItem, Recollection, Wording


@dataclass(frozen=True)
class Progress:
    """How much one coder has sorted: wordings, and how many lines of people these are."""

    wordings: int
    done: int
    lines: int
    lines_done: int

    @property
    def left(self) -> int:
        return self.wordings - self.done


@dataclass(frozen=True)
class Recalled:
    """One person's recollection, as it was settled: the positions of the items they named."""

    department: str
    claimed: int | None
    named: frozenset[int]


def drills_for(person: Person) -> QuerySet[Drill]:
    """The drills that `person` may see, newest first."""
    return Drill.objects.visible_to(person).select_related("organization", "owner")


def round_of(drill: Drill) -> Round | None:
    """The round that asks or asked, unless it was withdrawn. Runs one query."""
    return rounds_about(drill).exclude(state=Round.State.WITHDRAWN).first()


def progress_of(coder: Coder) -> Progress:
    """Runs one query."""
    mine = Q(codes__coder=coder)
    found = Wording.objects.filter(drill=coder.drill_id).aggregate(
        wordings=Count("pk", distinct=True), done=Count("pk", filter=mine, distinct=True)
    )
    lines = Wording.objects.filter(drill=coder.drill_id).aggregate(all=Sum("times"))["all"] or 0
    done = Wording.objects.filter(mine, drill=coder.drill_id).aggregate(all=Sum("times"))["all"] or 0
    return Progress(found["wordings"], found["done"], lines, done)


def next_for(coder: Coder) -> Wording | None:
    """The next wording that this coder has not sorted: what most people wrote comes first. Runs one query."""
    left = Wording.objects.filter(drill=coder.drill_id).exclude(codes__coder=coder)
    return left.order_by("-times", "position").first()


def code_before(coder: Coder, wording: Wording | None) -> Code | None:
    """What the coder sorted just before `wording`, in the order in which wordings are shown. Runs one query."""
    sorted_ones = coder.codes.select_related("wording").order_by("wording__times", "-wording__position")
    if wording is not None:
        same = Q(wording__times=wording.times, wording__position__lt=wording.position)
        sorted_ones = sorted_ones.filter(same | Q(wording__times__gt=wording.times))
    return sorted_ones.first()


def disagreements(drill: Drill) -> QuerySet[Wording]:
    """What the two coded differently, settled by somebody or not yet."""
    return drill.wordings.filter(Q(settled=None) | Q(settled_by__isnull=False)).order_by(
        F("settled").asc(nulls_first=True), "-times", "position"
    )


def codes_of(drill: Drill) -> tuple[list[object], list[object]]:
    """The codes of the two, wording by wording. Runs two queries."""
    first, second = drill.coders.all()
    rows = drill.wordings.prefetch_related("codes").all()
    by_wording = [{code.coder_id: code.item_id or "none" for code in wording.codes.all()} for wording in rows]
    return [codes[first.pk] for codes in by_wording], [codes[second.pk] for codes in by_wording]


def recalled_in(drill: Drill, items: list[DrillItem]) -> list[Recalled]:
    """Every recollection once all is settled. Runs two queries."""
    positions = {item.pk: item.position for item in items}
    rows = Recollection.objects.filter(drill=drill).select_related("department").prefetch_related("wordings")
    return [
        Recalled(
            row.department.name if row.department else "",
            row.claimed,
            frozenset(positions[wording.item_id] for wording in row.wordings.all() if wording.item_id),
        )
        for row in rows
    ]
