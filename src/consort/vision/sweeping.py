"""What happens by the clock alone: reviews begin, silence is said once, promised days pass."""

import logging
from collections.abc import Callable, Iterator
from datetime import timedelta
from functools import partial
from itertools import islice
from typing import Any

from django.db.models import Exists, Min, OuterRef, Subquery
from django.db.models.functions import Coalesce, Greatest

from consort.core import clock
from consort.core.errors import Refused
from consort.core.models import Entry
from consort.vision import silence
from consort.vision.actions.checking_in import say_silent
from consort.vision.actions.cycles import move_cycle
from consort.vision.actions.dependencies import pass_by
from consort.vision.contracts import State
from consort.vision.facts.cycles import ObjectiveSilent
from consort.vision.models import CheckIn, Cycle, Dependency, Objective

logger = logging.getLogger("consort.vision")
AT_ONCE = 100


def begin_reviews() -> int:
    """A cycle whose last day has passed goes to its review."""
    over = Cycle.objects.filter(stage=Cycle.Stage.RUN, ends__lt=clock.today()).select_related("organization")
    return sum(_done(partial(move_cycle, cycle=each, name="begin_review", by=None)) for each in over[:AT_ONCE])


def say_what_is_silent() -> int:
    """Record, once for each silence, that nobody checks in on an objective any more."""
    late = (each for each in _quiet() if _is_late(each))
    return sum(_done(partial(say_silent, objective=each)) for each in islice(late, AT_ONCE))


def _quiet() -> Iterator[Objective]:
    """What has not been heard of for as long as the most frequent cycle allows, and was not said to be silent since."""
    running = Cycle.objects.filter(stage=Cycle.Stage.RUN, begins__lt=clock.today())
    shortest = running.aggregate(days=Min("every"))["days"] or 0
    last = CheckIn.objects.filter(objective=OuterRef("pk")).order_by("-at").values("at")[:1]
    said = Entry.objects.filter(type=ObjectiveSilent.registration.name, object_id=OuterRef("pk"))
    return (
        Objective.objects.filter(state=Objective.State.AGREED, cycle__in=running)
        .annotate(last_at=Subquery(last))
        .annotate(since=Greatest(Coalesce("last_at", "agreed"), "agreed"))
        .filter(since__lt=clock.now() - timedelta(days=shortest))
        .exclude(Exists(said.filter(time__gt=OuterRef("since"))))
        .select_related("organization", "cycle", "owner")
        .order_by("since")
        .iterator()
    )


def _is_late(objective: Any) -> bool:
    due = silence.due_on(objective, objective.last_at)
    return due is not None and clock.today() > due


def pass_promised_days() -> int:
    """Record, once for each day that was promised, that it passed without a word."""
    over = Dependency.objects.filter(state=State.ACCEPTED, promised__lt=clock.today())
    unsaid = over.filter(slipped_on=None).select_related("organization", "asking", "giving", "owner")
    return sum(_done(partial(pass_by, dependency=each)) for each in unsaid[:AT_ONCE])


def _done(act: Callable[[], Any]) -> bool:
    """One that cannot be done does not hold up the others."""
    try:
        act()
    except Refused as refusal:
        logger.info("nothing done", extra={"why": refusal.message})
        return False
    return True
